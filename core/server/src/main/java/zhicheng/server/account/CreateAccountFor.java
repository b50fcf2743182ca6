package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.Names;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.AccountPolicy.By;
import zhicheng.spi.AccountPolicy.Ground;
import zhicheng.spi.AccountPolicy.Of;
import zhicheng.spi.Text;

/** An employer or applying unit makes an account for one of its people, whose identity it has checked (J24-2.1), and is bound to him by it. Not for somebody who is another unit's, nor in the name of somebody who has one of his own and has not agreed (J24-4.3). One that an earlier unit made, to which he is bound no more, and nobody ever opened is void from then on. */
@Singleton
public final class CreateAccountFor {
    private static final List<String> RULES = List.of(NewAccount.RULE, People.RULE, "binding_stands_once", "one_employer_at_a_time");

    private final Acts acts;
    private final Policies policies;
    private final NewAccount accounts;
    private final People people;
    private final Sessions sessions;
    private final DecideBinding decide;

    CreateAccountFor(Acts acts, Policies policies, NewAccount accounts, People people, Sessions sessions, DecideBinding decide) {
        this.acts = acts;
        this.policies = policies;
        this.accounts = accounts;
        this.people = people;
        this.sessions = sessions;
        this.decide = decide;
    }

    /**
     * @param account the name of the account
     * @param name the person's
     * @param identityNumber whole; it is kept as ciphertext and repeated nowhere
     */
    public record Input(String key, String account, String name, String identityNumber, Ground ground) {
        @Override
        public String toString() {
            return "account " + account;
        }
    }

    /** The unit that makes it. */
    private record Maker(String region, String kind) {}

    /** A person who is known by this number; {@code stands} whether he is bound here on this ground, {@code bound} whether on any, {@code elsewhere} whether another unit is bound to him, {@code his} the accounts by which he applies. */
    private record Seen(UUID id, String name, UUID employer, boolean stands, boolean bound, boolean elsewhere, List<Applying> his) {}

    public Made perform(Viewer actor, Visitor visitor, Instant at, Input input) {
        var asked = Map.of("account", input.account(), "name", input.name(), "identityNumber", sessions.veiled(input.identityNumber()), "ground", input.ground());
        return Made.of(acts.perform(actor, at, "createAccountFor", input.key(), asked, RULES, tx -> {
            if (actor.organisation() == null || SeenAccount.acting(tx, actor).isEmpty()) return Acts.Outcome.refused(Refusals.noUnit()); // or it was closed while this waited
            var unit = Sql.one(tx, row -> new Maker(row.getString("region"), row.getString("kind")), "select region, kind from organisation where id = ?", actor.organisation()).orElseThrow();
            var region = unit.region();
            var findings = new ArrayList<Finding>();
            policies.mayMake(region, Of.PERSON, List.of(By.EMPLOYER)).ifPresent(findings::add);
            policies.wrongGround(region, input.ground()).ifPresent(findings::add);
            SeenBinding.wrongUnit(unit.kind(), input.ground(), "input.ground").ifPresent(findings::add);
            accounts.wrongName(tx, input.account(), "input.account").ifPresent(findings::add);
            Refusals.wrongPerson(input.name(), "input.name").ifPresent(findings::add);
            var number = Refusals.number(input.identityNumber(), "input.identityNumber", findings);
            if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
            var known = people.known(tx, number);
            var seen = known.isPresent() ? seen(tx, actor, known.get(), input.ground()) : Optional.<Seen>empty();
            if (seen.isPresent() && !Names.kept(seen.get().name()).equals(Names.kept(input.name()))) return Acts.Outcome.refused(People.otherName("input.name"));
            if (seen.isPresent() && seen.get().employer() != null && !seen.get().employer().equals(actor.organisation()))
                return people.notOwn(tx, actor, visitor, at, region, "createAccountFor", "CREATE_ACCOUNT_REFUSED", "input.identityNumber");
            var has = seen.flatMap(CreateAccountFor::has);
            if (has.isPresent()) return Acts.Outcome.refused(has.get());
            var unasked = seen.isEmpty() ? Optional.<Acts.Outcome>empty() : people.unasked(tx, actor, visitor, at, seen.get().id(), region, "createAccountFor", "CREATE_ACCOUNT_REFUSED", "input.identityNumber");
            if (unasked.isPresent()) return unasked.get();
            return made(tx, actor, at, input, region, number, seen);
        }), accounts, actor.account() + " " + input.key());
    }

    private Optional<Seen> seen(Connection tx, Viewer actor, People.Known known, Ground ground) throws SQLException {
        var employer = SeenBinding.employing(tx, known.id()).map(SeenBinding::organisation).orElse(known.employer());
        var his = people.applying(tx, known.id());
        return Sql.one(tx, row -> new Seen(known.id(), known.name(), employer, row.getBoolean("stands"), row.getBoolean("bound"), row.getBoolean("elsewhere"), his), """
                select coalesce(bool_or(here and ground = ?), false) as stands, coalesce(bool_or(here and state = 'CONFIRMED'), false) as bound, coalesce(bool_or(not here and state = 'CONFIRMED'), false) as elsewhere
                from (select ground, state, organisation = ? as here from binding where person = ? and state in ('REQUESTED', 'CONFIRMED')) b""", ground.name(), actor.organisation(), known.id());
    }

    /** Why he is given none: he has one that he opened, or to which access was restored, or one of which a unit that is bound to him renews the code. What a unit made for him that is bound to him no more, and nobody ever opened, is no reason. */
    private static Optional<Finding> has(Seen seen) {
        var has = Finding.refusal("account.has-one", null, Text.of("尚无申报账号的人员", "a person without an account to apply with"), Text.of("此人已有账号", "this one has an account"), "input.identityNumber");
        if (seen.his().stream().anyMatch(Applying::stands))
            return Optional.of(has.remedy(Text.of("由本人登录后申请绑定（requestBinding）；忘记密码或启用码失效的先重设（resetPassword），未接入实名验证平台的先由系统管理员凭证件恢复（restoreAccess）",
                    "let him log in and ask to be bound (requestBinding); who forgot the password, or has a code that is good no more, first sets another one (resetPassword), or has the administrator restore access by his paper where there is no real-name platform (restoreAccess)"), null));
        if (seen.his().isEmpty() || !seen.bound() && !seen.elsewhere()) return Optional.empty();
        return Optional.of(has.remedy(seen.bound() ? Text.of("其账号从未启用，由本单位重发启用码（renewCode）", "nobody ever opened it: renew its code (renewCode)")
                : Text.of("其账号从未启用，由已与其绑定的单位重发启用码（renewCode），本人启用后申请绑定（requestBinding）", "nobody ever opened it: the unit that is bound to him renews its code (renewCode), he opens it and asks to be bound (requestBinding)"), null));
    }

    private Acts.Outcome made(Connection tx, Viewer actor, Instant at, Input input, String region, IdentityNumber number, Optional<Seen> seen) throws SQLException {
        var person = seen.map(Seen::id).orElseGet(UUID::randomUUID);
        var employer = SeenBinding.EMPLOYING.contains(input.ground()) ? actor.organisation() : null;
        for (var unopened : seen.map(Seen::his).orElse(List.of())) unopened.giveWay(tx, actor, policies.makes(region, Of.PERSON), at);
        if (seen.isEmpty()) {
            people.make(tx, person, input.name(), number, region, employer, at);
        } else if (employer != null) {
            var earlier = SeenBinding.employing(tx, person).filter(one -> one.ground() != input.ground());
            if (earlier.isPresent()) decide.replaced(tx, actor, at, earlier.get()); // first: what ends takes the employer with it
            Sql.writeOne(tx, "update person set employer = ? where id = ?", employer, person);
        }
        var binding = UUID.randomUUID();
        if (seen.isPresent() && seen.get().stands())
            binding = Sql.one(tx, row -> row.getObject(1, UUID.class), """
                    update binding set state = 'CONFIRMED', decided_at = coalesce(decided_at, ?), version = version + 1
                    where person = ? and organisation = ? and ground = ? and state in ('REQUESTED', 'CONFIRMED') returning id""", at, person, actor.organisation(), input.ground().name()).orElseThrow();
        else Sql.writeOne(tx, "insert into binding (id, person, organisation, region, ground, state, name, asked_at, decided_at) values (?, ?, ?, ?, ?, 'CONFIRMED', ?, ?, ?)",
                binding, person, actor.organisation(), region, input.ground().name(), Names.kept(input.name()), at, at);
        var account = UUID.randomUUID();
        accounts.make(tx, account, input.account(), person, null, List.of(Role.APPLICANT), at, binding, actor.account() + " " + input.key());
        var clauses = new ArrayList<>(policies.makes(region, Of.PERSON));
        clauses.addAll(policies.acts(region, input.ground()));
        var more = new LinkedHashMap<String, Object>(Map.of("account", account, "binding", binding, "ground", input.ground(), "clauses", clauses.stream().distinct().toList()));
        if (seen.isPresent()) more.putAll(people.made(tx, actor, person, account, null, policies.makes(region, Of.PERSON), at));
        if (seen.isPresent()) people.tellOfOthers(tx, person, account, policies.makes(region, Of.PERSON), at);
        Chain.PERSON.add(tx, person, Acts.entry(actor, "CREATE_ACCOUNT", at, more), at);
        return new Acts.Outcome(binding, List.of());
    }
}
