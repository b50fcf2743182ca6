package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.spi.AccountPolicy.Of;
import zhicheng.spi.Text;

/**
 * A unit comes by one more account, in one capacity, so that who prepares and who decides can be two people. The unit's own account names it, with a capacity that it
 * has itself and may lay down by it; or the body above that makes units' accounts (J24-2.1). Nobody gives what he does not have: a clerk makes no approver.
 */
@Singleton
public final class CreateUnitAccount {
    private static final List<String> RULES = List.of(NewAccount.RULE, People.RULE);

    private final Acts acts;
    private final Policies policies;
    private final NewAccount accounts;
    private final People people;

    CreateUnitAccount(Acts acts, Policies policies, NewAccount accounts, People people) {
        this.acts = acts;
        this.policies = policies;
        this.accounts = accounts;
        this.people = people;
    }

    /**
     * @param unit null: the one for which the actor acts
     * @param account the name of the new account
     * @param layDown whether the account that names it has the capacity no more
     * @param person who answers for what is done in the new one
     */
    public record Input(String key, UUID unit, String account, Role capacity, boolean layDown, Responsible person) {}

    /** @param founder whether the body for which the actor acts founded a committee */
    private record Seen(String kind, String region, UUID parent, boolean founder) {}

    public Made perform(Viewer actor, Visitor visitor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("unit", input.unit());
        asked.put("account", input.account());
        asked.put("capacity", input.capacity());
        asked.put("layDown", input.layDown());
        asked.put("person", people.asked(input.person()));
        return Made.of(acts.perform(actor, at, "createUnitAccount", input.key(), asked, RULES, tx -> {
            if (actor.organisation() == null) return Acts.Outcome.refused(Refusals.noUnit());
            var unit = input.unit() == null ? actor.organisation() : input.unit();
            var isOwn = unit.equals(actor.organisation());
            var seen = seen(tx, unit, actor.organisation());
            if (seen == null || !isOwn && !actor.organisation().equals(seen.parent())) return Acts.Outcome.refused(noUnit(unit));
            var self = SeenAccount.acting(tx, actor).orElse(null);
            if (self == null) return Acts.Outcome.refused(noUnit(unit)); // it was closed while this waited
            var findings = new ArrayList<Finding>();
            if (!Capacities.of(seen.kind()).contains(input.capacity())) findings.add(noCapacity(seen.kind(), input.capacity()));
            else if (isOwn && !self.roles().contains(input.capacity())) findings.add(notHis(self, input.capacity()));
            else if (!isOwn) policies.mayMake(seen.region(), Of.UNIT, Policies.by(self, seen.founder())).ifPresent(findings::add);
            if (input.layDown() && !isOwn) findings.add(Finding.refusal("account.lay-down", null, Text.of("本单位账号交出自己的职责", "an account of the unit lays down what is its own"), Text.of("代表另一单位", "this one acts for another unit"), "input.layDown"));
            if (input.layDown() && isOwn && self.roles().size() == 1 && self.roles().contains(input.capacity()))
                findings.add(Finding.refusal("account.last-capacity", null, Text.of("交出后仍有职责的账号", "an account that keeps a capacity"), Text.of("只有" + input.capacity().label().zh(), "it is " + input.capacity().label().en() + " alone"), "input.layDown"));
            accounts.wrongName(tx, input.account(), "input.account").ifPresent(findings::add);
            findings.addAll(people.problems(input.person(), seen.region()));
            if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
            var person = people.responsible(tx, actor, visitor, at, input.person(), unit, seen.region(), "createUnitAccount", "CREATE_UNIT_ACCOUNT_REFUSED");
            if (person.refused() != null) return person.refused();
            var unasked = people.unasked(tx, actor, visitor, at, person.id(), seen.region(), "createUnitAccount", "CREATE_UNIT_ACCOUNT_REFUSED", "input.person.identityNumber");
            if (unasked.isPresent()) return unasked.get();
            var both = People.both(tx, person.id(), List.of(input.capacity()), "input.capacity");
            if (both.isPresent()) return Acts.Outcome.refused(both.get());
            var id = UUID.randomUUID();
            accounts.make(tx, id, input.account(), person.id(), unit, List.of(input.capacity()), at, unit, actor.account() + " " + input.key());
            var more = new LinkedHashMap<String, Object>();
            more.put("account", id);
            more.put("person", person.id());
            more.put("capacities", Json.change(List.of(), List.of(input.capacity().name())));
            if (input.layDown()) {
                Sql.writeOne(tx, "update account set roles = array_remove(roles, ?) where id = ?", input.capacity().name(), actor.account());
                more.put("laidDown", Json.change(self.roles().stream().map(Enum::name).sorted().toList(), self.roles().stream().filter(role -> role != input.capacity()).map(Enum::name).sorted().toList()));
            }
            more.put("clauses", policies.makes(seen.region(), Of.UNIT));
            if (person.known()) more.putAll(people.made(tx, actor, person.id(), id, unit, policies.makes(seen.region(), Of.UNIT), at));
            Chain.ORGANISATION.add(tx, unit, Acts.entry(actor, "CREATE_UNIT_ACCOUNT", at, more), at);
            return new Acts.Outcome(unit, List.of());
        }), accounts, actor.account() + " " + input.key());
    }

    private static Seen seen(Connection tx, UUID unit, UUID actors) throws SQLException {
        return Sql.one(tx, row -> new Seen(row.getString("kind"), row.getString("region"), row.getObject("parent", UUID.class), row.getBoolean("founder")), """
                select o.kind, o.region, o.parent, exists (select from committee c where c.founder = ?) as founder from organisation o where o.id = ? for no key update of o""", actors, unit).orElse(null);
    }

    /** The same answer whether there is none, or it is another's. */
    private static Finding noUnit(UUID unit) {
        return Finding.refusal("organisation.not-found", null, Text.of("本单位，或本单位直接管理的单位", "one's own unit, or one right below it"), Text.of("没有 " + unit, "there is none called " + unit), "input.unit");
    }

    private static Finding noCapacity(String kind, Role capacity) {
        var capacities = Capacities.of(kind);
        return Finding.refusal("account.capacity", null, Text.of(capacities.isEmpty() ? "用人单位或人事代理机构的职责" : "此类单位的职责：" + Role.labels(capacities).zh(), capacities.isEmpty() ? "a capacity of an employer or an agency" : "a capacity of such a unit: " + Role.labels(capacities).en()),
                capacity == null ? Text.of("未说明", "none told") : capacity.label(), "input.capacity");
    }

    private static Finding notHis(Viewer self, Role capacity) {
        return Finding.refusal("account.capacity", null, Text.of("本账号自身具有的职责：" + Role.labels(self.roles()).zh(), "a capacity that this account has itself: " + Role.labels(self.roles()).en()), capacity.label(), "input.capacity")
                .remedy(Text.of("由具有该职责的账号或上级部门建立", "have an account with it, or the body above, make it"), null);
    }
}
