package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import zhicheng.server.Names;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.message.Messages;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Findings;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/** Natural persons as whoever makes accounts for them comes by them: known by the identity number, or new. */
@Singleton
final class People {
    /** The constraint that holds an identity number once. */
    static final String RULE = "identity_number_is_known_already";
    /** What somebody does of whose an account in his name is not, where he applies. */
    private static final Text DISOWN = Text.of("；非本人所用或不再需要的，您可以停用（disownAccount）", "; where it is not yours, or not wanted, you can have it closed (disownAccount)");
    /** The same where he does not apply, and cannot. */
    private static final Text ASK = Text.of("；非本人所用或不再需要的，请建立账号的一方停用（closeAccount），或在有了本人申报的账号后自行停用（disownAccount）",
            "; where it is not yours, or not wanted, ask whoever made it to close it (closeAccount), or close it yourself once you have an account to apply with (disownAccount)");

    private final IdentityVault vault;
    private final Policies policies;
    private final Sessions sessions;
    private final SecurityLog security;
    private final SealedChanges changes;

    People(IdentityVault vault, Policies policies, Sessions sessions, SecurityLog security, SealedChanges changes) {
        this.vault = vault;
        this.policies = policies;
        this.sessions = sessions;
        this.security = security;
        this.changes = changes;
    }

    /** @param employer null: none */
    record Known(UUID id, String name, UUID employer) {}

    /** Whose the number is, locked until the transaction ends; where it is nobody's the number itself is, so that whoever makes it somebody's does so once. */
    Optional<Known> known(Connection tx, IdentityNumber number) throws SQLException {
        var index = vault.index(number);
        Sql.one(tx, row -> true, "select pg_advisory_xact_lock(?)", ByteBuffer.wrap(index).getLong());
        Sql.one(tx, row -> row.getObject(1), "select id from person where identity_index = ? for no key update", index);
        return Sql.one(tx, row -> new Known(row.getObject("id", UUID.class), row.getString("name"), row.getObject("employer", UUID.class)), "select id, name, employer from person where identity_index = ?", index);
    }

    /** @param number null: he is known by his name alone; @param employer null: none */
    void make(Connection tx, UUID id, String name, IdentityNumber number, String region, UUID employer, Instant at) throws SQLException {
        var kept = number == null ? new IdentityVault.Kept(null, null, null) : vault.keep(id, number);
        Sql.writeOne(tx, "insert into person (id, name, birth_date, gender, region, employer, identity_masked, identity_cipher, identity_index, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id, Names.kept(name), number == null ? null : number.birthDate(), number == null ? null : number.female() ? "FEMALE" : "MALE", region, employer, kept.masked(), kept.cipher(), kept.index(), at);
    }

    /** From now on he is called so, and what he was called stands in his chain, sealed. What was published stays as it was published. @param document what it rests on; null: the real-name check alone */
    void correct(Connection tx, Viewer actor, Known known, String name, String document, List<String> clauses, Instant at) throws SQLException {
        var kept = Names.kept(name);
        Sql.writeOne(tx, "update person set name = ? where id = ?", kept, known.id());
        var now = new LinkedHashMap<String, Object>();
        now.put("name", kept);
        now.put("document", document);
        var more = new LinkedHashMap<String, Object>(changes.of(known.id(), Map.of("name", known.name()), now));
        more.put("clauses", clauses);
        Chain.PERSON.add(tx, known.id(), Acts.entry(actor, "CORRECT_NAME", at, more), at);
    }

    /** A number is somebody else's than the name says, or was entered under a name that does not go with it. */
    static Finding otherName(String path) {
        return Finding.refusal("person.name", null, Text.of("与身份号码相符的姓名", "the name that goes with the identity number"), Text.of("不相符", "it does not"), path)
                .remedy(Text.of("核对姓名和身份号码；此前登记的姓名有误的，由本人自主注册并实名验证（confirmRealName），或请系统管理员凭证件更正（correctName）",
                        "compare both with the identity paper; where a wrong name was entered before, the person registers himself and confirms his real name (confirmRealName), or the administrator corrects it by the paper (correctName)"), null);
    }

    /** A unit's account is for its own people: trying otherwise is refused, and written down (J24-4.3). */
    Acts.Outcome notOwn(Connection tx, Viewer actor, Visitor visitor, Instant at, String region, String mutation, String act, String path) throws SQLException {
        return refused(tx, actor, visitor, at, policies.notOwn(region, Text.of("此人在另一单位", "this person is another unit's"), path), "unit", mutation, act);
    }

    /**
     * Why nobody makes an account in the name of somebody, who is locked: he has one by which he can say himself whether he wants another, and has not agreed to one by the actor's body ({@link AgreeToAccount}). The attempt
     * is written down (J24-4.3). Empty where one may be made: he was asked, makes it himself in an account in which he could agree, or has none that he has ever come in by.
     */
    Optional<Acts.Outcome> unasked(Connection tx, Viewer actor, Visitor visitor, Instant at, UUID person, String region, String mutation, String act, String path) throws SQLException {
        if (person.equals(actor.person()) && AgreeToAccount.elsewhere(tx, this, actor).isEmpty() || Sql.one(tx, row -> true, """
                select 1 from account a left join credential c on c.account = a.id
                where a.person = ? and not a.disabled and a.roles <> '{}' and\s""" + sessions.opened() + """
                    and not exists (select from account_consent given where given.person = a.person and given.organisation = ? and\s""" + AgreeToAccount.STANDS + ") limit 1", person, actor.organisation(), at).isEmpty())
            return Optional.empty();
        return Optional.of(refused(tx, actor, visitor, at, Finding.refusal("account.consent", policies.own(region).stream().findFirst().map(Clause::of).orElse(null),
                        Text.of("已有账号的人员，经本人同意方可以其名义另建账号", "who has an account agrees himself before another is made in his name"), Text.of("此人未同意由本机构建立", "he has not agreed to one by this body"), path)
                .remedy(Text.of("此人以本人账号同意（agreeToAccount，organisation: " + actor.organisation() + "），有申报账号的以该账号；忘记密码的由本人重设（resetPassword），已不能登录的账号由建立方停用（closeAccount），非本人所用或不再需要的由本人停用（disownAccount）",
                        "he agrees by an account of his own (agreeToAccount, organisation: " + actor.organisation() + "), the one by which he applies where he has one; a forgotten password he sets anew (resetPassword), an account that he cannot open any more"
                                + " is closed by whoever made it (closeAccount), and one that is not his, or not wanted, by himself (disownAccount)"), null), "consent", mutation, act));
    }

    /**
     * Somebody who was known is told of an account that was made in his name; what he had agreed to is used up by it.
     *
     * @param of for whom it acts; null: for himself
     * @param clauses by which it was made
     * @return what of this stands in the trail of its making: his consent, where he gave one, and what it was handed on of what an earlier one was told
     */
    Map<String, Object> made(Connection tx, Viewer actor, UUID person, UUID account, UUID of, List<String> clauses, Instant at) throws SQLException {
        var by = Sql.one(tx, row -> row.getString(1), "select name from organisation where id = ?", actor.organisation());
        var name = Sql.one(tx, row -> row.getString(1), "select name from account where id = ?", account).orElseThrow();
        var unit = Sql.one(tx, row -> row.getString(1), "select name from organisation where id = ?", of);
        var says = Text.of(by.map(one -> "“" + one + "”").orElse("系统管理员") + "以您的名义建立了账号 " + name + unit.map(one -> "，代表“" + one + "”").orElse(""),
                by.map(one -> "“" + one + "”").orElse("The administrator") + " made the account " + name + " in your name" + unit.map(one -> ", to act for “" + one + "”").orElse(""));
        tell(tx, person, Messages.Kind.ACCOUNT_MADE, account, account, clauses, unit.isEmpty() ? says : with(says, DISOWN), unit.isEmpty() ? says : with(says, ASK), at);
        var more = new LinkedHashMap<String, Object>();
        Sql.one(tx, row -> row.getObject(1, UUID.class), "update account_consent set used_at = ? where person = ? and organisation = ? and " + AgreeToAccount.STANDS + " returning id", at, person, actor.organisation(), at)
                .ifPresent(consent -> more.put("consent", consent));
        var messages = Messages.handedOn(tx, account);
        if (!messages.isEmpty()) more.put("messages", messages);
        return more;
    }

    /** As below, the same wherever he reads it. */
    void tell(Connection tx, UUID person, Messages.Kind kind, UUID account, List<String> clauses, Text says, Instant at) throws SQLException {
        tell(tx, person, kind, account, account, clauses, says, says, at);
    }

    /**
     * Somebody is told of an account in his name; who has no other to apply with, by which he reads what he is told, in each of the others that stand in his name too.
     *
     * @param about the account, or what he agreed to
     * @param but the account that is not told: it is about that one, or was done in it
     * @param clauses by which it came about
     * @param elsewhere what those others are told: what he does where he applies he cannot do in them
     */
    void tell(Connection tx, UUID person, Messages.Kind kind, UUID about, UUID but, List<String> clauses, Text says, Text elsewhere, Instant at) throws SQLException {
        var clause = clauses.stream().findFirst().map(Clause::of).orElse(null);
        Messages.write(tx, person, kind, about, null, clause, says, at, null);
        if (applies(tx, person, but)) return;
        for (var other : others(tx, person, but)) Messages.toAccount(tx, other, kind, about, clause, elsewhere, at);
    }

    /**
     * Somebody who was known comes by an account to apply with, and is told of every other one that stands in his name: they may be there since nobody could ask or tell him. Once of each, whether or not he was told
     * when it was made: in whose hands the account was in which that was read, nobody knows.
     *
     * @param account the one that he comes by
     * @param clauses by which he does
     */
    void tellOfOthers(Connection tx, UUID person, UUID account, List<String> clauses, Instant at) throws SQLException {
        for (var other : others(tx, person, account)) {
            var says = Sql.one(tx, row -> stands(row.getString("name"), Optional.ofNullable(row.getString("unit"))), "select a.name, o.name as unit from account a left join organisation o on o.id = a.organisation where a.id = ?", other).orElseThrow();
            Messages.write(tx, person, Messages.Kind.ACCOUNT_STANDS, other, null, clauses.stream().findFirst().map(Clause::of).orElse(null), says, at, null);
        }
    }

    private static Text stands(String account, Optional<String> unit) {
        return with(Text.of("账号 " + account + " 以您的名义登记" + unit.map(one -> "，代表“" + one + "”").orElse(""), "The account " + account + " stands in your name" + unit.map(one -> ", and acts for “" + one + "”").orElse("")), DISOWN);
    }

    private static Text with(Text says, Text more) {
        return Text.of(says.zh() + more.zh(), says.en() + more.en());
    }

    /** Every account in somebody's name that is not closed, but this one. */
    private static List<UUID> others(Connection tx, UUID person, UUID but) throws SQLException {
        return List.of(Sql.one(tx, row -> (UUID[]) row.getArray(1).getArray(), "select coalesce(array_agg(id order by created_at, id), '{}') from account where person = ? and id <> ? and not disabled", person, but).orElseThrow());
    }

    /** Whether somebody has an account to apply with that stands, other than this one: in it he reads what he is told, and says what is done in his name. */
    boolean applies(Connection tx, UUID person, UUID but) throws SQLException {
        return Sql.one(tx, row -> row.getBoolean(1), "select exists (select from account a left join credential c on c.account = a.id where a.person = ? and a.id <> ? and a.roles @> array['APPLICANT'] and not a.disabled and "
                + Applying.stands(sessions.opened()) + ")", person, but).orElseThrow();
    }

    /** The accounts by which somebody applies ({@link Applying#of}). */
    List<Applying> applying(Connection tx, UUID person) throws SQLException {
        return Applying.of(tx, person, sessions.opened());
    }

    private Acts.Outcome refused(Connection tx, Viewer actor, Visitor visitor, Instant at, Finding finding, String why, String mutation, String act) throws SQLException {
        return refused(tx, actor, visitor, at, finding, finding.clause() == null ? List.of() : List.of(finding.clause().id()), why, mutation, act);
    }

    /** An attempt on somebody else's is written down in the account's chain and the security log (J24-4.3). @param clauses ids; none where no notice rules it */
    Acts.Outcome refused(Connection tx, Viewer actor, Visitor visitor, Instant at, Finding finding, List<String> clauses, String why, String mutation, String act) throws SQLException {
        Chain.ACCOUNT.add(tx, actor.account(), Acts.entry(actor, act, at, Map.of("findings", Findings.json(List.of(finding)), "clauses", clauses)), at);
        security.refused(why, actor.account(), mutation, visitor.request());
        return Acts.Outcome.refused(finding);
    }

    /** As an act's input is kept. */
    Map<String, Object> asked(Responsible person) {
        var asked = new HashMap<String, Object>();
        asked.put("name", person.name());
        asked.put("identityNumber", person.identityNumber() == null ? null : sessions.veiled(person.identityNumber()));
        return asked;
    }

    /** What is wrong with somebody who is to answer for a unit's account: where the notice of its region lets nobody in whose real name is not checked (B24-3.2), his identity number is asked for. */
    List<Finding> problems(Responsible person, String region) {
        var problems = new ArrayList<Finding>();
        Refusals.wrongPerson(person.name(), "input.person.name").ifPresent(problems::add);
        if (person.identityNumber() != null) Refusals.number(person.identityNumber(), "input.person.identityNumber", problems);
        else policies.policy(region).flatMap(RealNameFirst::opening).ifPresent(opening -> problems.add(
                Finding.refusal("person.number", opening.clause(), opening.says(), Text.of("未填写身份号码", "no identity number is told"), "input.person.identityNumber")));
        return problems;
    }

    /** Who answers for an account of a unit: the person that is known by the number, or one who is made; refused where the number is somebody else's, or another unit's. After {@link #problems}. */
    Found responsible(Connection tx, Viewer actor, Visitor visitor, Instant at, Responsible person, UUID unit, String region, String mutation, String act) throws SQLException {
        var number = person.identityNumber() == null ? null : new IdentityNumber(person.identityNumber());
        var known = number == null ? Optional.<Known>empty() : known(tx, number);
        if (known.isEmpty()) {
            var id = UUID.randomUUID();
            make(tx, id, person.name(), number, region, null, at);
            return new Found(id, false, null);
        }
        if (!Names.kept(known.get().name()).equals(Names.kept(person.name()))) return new Found(null, true, Acts.Outcome.refused(otherName("input.person.name")));
        if (known.get().employer() != null && !known.get().employer().equals(unit) && !policies.own(region).isEmpty())
            return new Found(null, true, notOwn(tx, actor, visitor, at, region, mutation, act, "input.person.identityNumber"));
        return new Found(known.get().id(), true, null);
    }

    /** Why somebody, who is locked, is given no account in these capacities, by those of his accounts that stand; empty where he may be. @param path where these stand in the request */
    static Optional<Finding> both(Connection tx, UUID person, List<Role> capacities, String path) throws SQLException {
        var accounts = Sql.one(tx, row -> (String[]) row.getArray(1).getArray(), "select coalesce(array_agg(array_to_string(roles, ' ')), '{}') from account where person = ? and not disabled and roles <> '{}'", person).orElseThrow();
        var has = Stream.of(accounts).map(roles -> Stream.of(roles.split(" ")).map(Role::valueOf).toList()).toList();
        return Capacities.both(Stream.concat(has.stream().flatMap(List::stream), capacities.stream()).toList(), capacities, path)
                .or(() -> has.stream().flatMap(others -> Capacities.beside(capacities, others, path).stream()).findFirst());
    }

    /**
     * @param known whether he was known before
     * @param refused why not; null: he is found
     */
    record Found(UUID id, boolean known, Acts.Outcome refused) {}
}
