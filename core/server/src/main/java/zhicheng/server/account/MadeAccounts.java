package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.AccountPolicy.By;
import zhicheng.spi.AccountPolicy.Of;
import zhicheng.spi.Text;

/**
 * Accounts that were made for somebody, as whoever makes such accounts comes by them again: a unit's by an account of the unit that has its capacities itself, or by the body above (J24-2.1); a body's by
 * the administrator; a person's by his unit.
 */
@Singleton
final class MadeAccounts {
    private final Policies policies;
    private final People people;

    MadeAccounts(Policies policies, People people) {
        this.policies = policies;
        this.people = people;
    }

    /**
     * One of them, locked.
     *
     * @param organisation the unit or body for which it acts; null: for none, it is a person's to apply with
     * @param clauses by which such accounts are made; empty where no notice says
     */
    record One(SeenAccount account, Organisation organisation, List<String> clauses) {
        UUID id() {
            return account.viewer().account();
        }
    }

    /** @param founder whether the body for which the actor acts founded a committee */
    record Organisation(UUID id, String name, String kind, String region, UUID parent, boolean founder) {}

    /**
     * Empty where there is none of this name, or the actor makes no such account. The organisation's row is locked first: of two who close one another the second finds himself closed.
     *
     * @param written its name, in upper case or lower
     */
    Optional<One> locked(Connection tx, Viewer actor, String written) throws SQLException {
        var found = SeenAccount.named(tx, written.strip().toLowerCase(Locale.ROOT));
        if (found.isEmpty()) return Optional.empty();
        var both = both(tx, actor, found.get().viewer()).orElse(null);
        if (both == null) return Optional.empty();
        var account = both.account().viewer();
        var organisation = both.organisation();
        if (organisation == null) return clerkOf(tx, both.self(), account).map(region -> new One(both.account(), null, policies.makes(region, Of.PERSON)));
        var isBody = !Capacities.ofBody(organisation.kind()).isEmpty();
        if (!(isBody ? isAdministrator(both.self(), account, organisation) : isUnits(both.self(), account, organisation))) return Optional.empty();
        return Optional.of(new One(both.account(), organisation, isBody ? List.of() : policies.makes(organisation.region(), Of.UNIT)));
    }

    /**
     * As {@link #locked}, for whom it is about: another account in his own name, by which nobody applies; empty where there is none of this name, or it is another's. What is another's is locked by nobody who is not to deal with it.
     *
     * @param written its name, in upper case or lower
     */
    Optional<One> inNameOf(Connection tx, Viewer actor, String written) throws SQLException {
        var found = SeenAccount.named(tx, written.strip().toLowerCase(Locale.ROOT)).map(SeenAccount::viewer).filter(one -> actor.person().equals(one.person()));
        if (found.isEmpty()) return Optional.empty();
        return both(tx, actor, found.get()).filter(one -> one.self().roles().contains(Role.APPLICANT) && !one.account().viewer().roles().contains(Role.APPLICANT))
                .map(one -> new One(one.account(), one.organisation(), one.organisation() == null ? List.of() : policies.own(one.organisation().region())));
    }

    /** Whoever acts, and an account, as both stand now. */
    private record Both(Viewer self, SeenAccount account, Organisation organisation) {}

    /** Locked, the organisation's row first; empty where either was closed meanwhile, or whoever acts is locked out. */
    private static Optional<Both> both(Connection tx, Viewer actor, Viewer found) throws SQLException {
        var organisation = found.organisation() == null ? null : organisation(tx, found.organisation(), actor.organisation());
        var self = SeenAccount.acting(tx, actor);
        var account = SeenAccount.locked(tx, found.account()).orElseThrow();
        return self.isEmpty() || !Objects.equals(account.viewer().organisation(), found.organisation()) ? Optional.empty() : Optional.of(new Both(self.get(), account, organisation));
    }

    /** In what an account acts for its unit or body, which somebody names who makes it. */
    private static Set<Role> capacities(Viewer account) {
        return account.roles().stream().filter(role -> role != Role.APPLICANT).collect(Collectors.toSet());
    }

    private static boolean isAdministrator(Viewer self, Viewer account, Organisation body) {
        return self.roles().contains(Role.SYS_ADMIN) && Capacities.ofBody(body.kind()).containsAll(capacities(account));
    }

    /** As for making one: nobody is above what he does not have himself, a clerk makes no approver. */
    private boolean isUnits(Viewer self, Viewer account, Organisation unit) {
        var capacities = capacities(account);
        if (!Capacities.of(unit.kind()).containsAll(capacities)) return false;
        return unit.id().equals(self.organisation()) ? self.roles().containsAll(capacities)
                : self.organisation() != null && self.organisation().equals(unit.parent()) && policies.mayMake(unit.region(), Of.UNIT, Policies.by(self, unit.founder())).isEmpty();
    }

    /** The region in which the actor's unit, to which somebody is bound, makes the accounts by which its people apply. */
    private Optional<String> clerkOf(Connection tx, Viewer self, Viewer account) throws SQLException {
        if (!account.roles().equals(Set.of(Role.APPLICANT)) || !self.isAny(Set.of(Role.EMPLOYER_CLERK, Role.AGENCY))) return Optional.empty();
        return Sql.one(tx, row -> row.getString(1), "select o.region from binding b join organisation o on o.id = b.organisation where b.person = ? and b.organisation = ? and b.state = 'CONFIRMED' limit 1",
                account.person(), self.organisation()).filter(region -> policies.mayMake(region, Of.PERSON, List.of(By.EMPLOYER)).isEmpty());
    }

    private static Organisation organisation(Connection tx, UUID id, UUID actors) throws SQLException {
        return Sql.one(tx, row -> new Organisation(id, row.getString("name"), row.getString("kind"), row.getString("region"), row.getObject("parent", UUID.class), row.getBoolean("founder")), """
                select o.name, o.kind, o.region, o.parent, exists (select from committee c where c.founder = ?) as founder from organisation o where o.id = ? for no key update of o""", actors, id).orElseThrow();
    }

    /** The same answer whether there is none, or it is another's; the attempt is written down (J24-4.3), without what was typed. */
    Acts.Outcome notFound(Connection tx, Viewer actor, Visitor visitor, Instant at, String mutation, String act) throws SQLException {
        var finding = Finding.refusal("account.not-found", null, Text.of("由本单位（部门）建立，或由系统管理员为机构建立的账号", "an account such as one makes oneself: of one's unit, of one below it, or the administrator's of a body"),
                Text.of("没有此账号，或不由本账号办理", "there is none, or it is not this account's to deal with"), "input.account")
                .remedy(Text.of("核对账号名；由具有该账号全部职责的本单位账号、建立单位账号的上级部门办理，机构账号由系统管理员办理",
                        "compare its name; an account of the unit that has all of its capacities does it, or the body above that makes units' accounts; a body's, the administrator"), null);
        var clauses = actor.organisation() == null ? List.<String>of() : policies.own(policies.region(tx, actor));
        return tried(tx, actor, visitor, at, finding, clauses, "unit", mutation, act);
    }

    /** Whoever was locked out this moment tried nothing on another's account: nothing is written down, and he is told why it is not done. */
    Acts.Outcome tried(Connection tx, Viewer actor, Visitor visitor, Instant at, Finding finding, List<String> clauses, String what, String mutation, String act) throws SQLException {
        return SeenAccount.acting(tx, actor).isEmpty() ? Acts.Outcome.refused(Refusals.closed()) : people.refused(tx, actor, visitor, at, finding, clauses, what, mutation, act);
    }

    static Finding closed() {
        return Finding.refusal("account.closed", null, Text.of("未停用的账号", "an account that is open"), Text.of("已停用", "it is closed"), "input.account")
                .remedy(Text.of("需要的，另建账号", "where one is needed, make another"), null);
    }

    /** Writes it down where it was written that such an account was made: in the organisation's chain, or the person's. */
    void write(Connection tx, Viewer actor, Instant at, String act, One one, LinkedHashMap<String, Object> more) throws SQLException {
        more.put("account", one.id());
        more.put("clauses", one.clauses());
        var entry = Acts.entry(actor, act, at, more);
        if (one.organisation() == null) Chain.PERSON.add(tx, one.account().viewer().person(), entry, at);
        else Chain.ORGANISATION.add(tx, one.organisation().id(), entry, at);
    }
}
