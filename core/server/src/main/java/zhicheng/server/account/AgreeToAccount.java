package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.message.Messages;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.Text;

/**
 * Somebody agrees that a body makes one account in his name: who has one already is given another by nobody without it (J24-4.3). He does so in the account by which he applies, and in one that acts for others only where he has
 * no such account: others made that one, and may have it in their hands. It stands for some days, and until it is used or taken back ({@link WithdrawConsent}).
 */
@Singleton
public final class AgreeToAccount {
    private static final List<String> RULES = List.of("account_consent_stands_once");

    /** Of a row of account_consent, that it stands at an instant. */
    static final String STANDS = "used_at is null and withdrawn_at is null and until > ?";

    private final Acts acts;
    private final Policies policies;
    private final People people;
    private final AccountSettings settings;

    AgreeToAccount(Acts acts, Policies policies, People people, AccountSettings settings) {
        this.acts = acts;
        this.policies = policies;
        this.people = people;
        this.settings = settings;
    }

    /** @param organisation the body that makes it: one's unit, or the bureau that takes a new unit in */
    public record Input(String key, UUID organisation) {}

    private record Seen(String name, String region, boolean stands) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        if (actor.person() == null) return Acts.Outcome.refused(Refusals.noPerson());
        return acts.perform(actor, at, "agreeToAccount", input.key(), Map.of("organisation", input.organisation()), RULES, tx -> {
            Sql.one(tx, row -> row.getObject(1), "select id from person where id = ? for no key update", actor.person());
            if (SeenAccount.acting(tx, actor).isEmpty()) return Acts.Outcome.refused(Refusals.closed()); // whoever was locked out this moment is remembered for seconds
            var elsewhere = elsewhere(tx, people, actor);
            if (elsewhere.isPresent()) return Acts.Outcome.refused(elsewhere.get()); // and nothing of what he agreed to
            lapse(tx, actor.person(), at);
            var seen = Sql.one(tx, row -> new Seen(row.getString("name"), row.getString("region"), row.getBoolean("stands")),
                    "select o.name, o.region, exists (select from account_consent c where c.person = ? and c.organisation = o.id and " + STANDS + ") as stands from organisation o where o.id = ?",
                    actor.person(), at, input.organisation()).orElse(null);
            if (seen == null) return Acts.Outcome.refused(Finding.refusal("organisation.not-found", null, Text.of("已登记的单位", "an organisation that is known here"),
                    Text.of("没有 " + input.organisation(), "there is none called " + input.organisation()), "input.organisation"));
            if (seen.stands()) return Acts.Outcome.refused(Finding.refusal("consent.stands", null, Text.of("一次同意只用于一个账号", "one consent for one account"),
                    Text.of("已同意，尚未使用", "he has agreed, and it is not used yet"), "input.organisation").remedy(Text.of("由该单位建立账号，或撤回同意（withdrawConsent）", "have that body make it, or take it back (withdrawConsent)"), null));
            var id = UUID.randomUUID();
            var until = at.plus(settings.consent());
            Sql.writeOne(tx, "insert into account_consent (id, person, organisation, given_at, until) values (?, ?, ?, ?, ?)", id, actor.person(), input.organisation(), at, until);
            var clauses = policies.own(seen.region());
            Chain.PERSON.add(tx, actor.person(), Acts.entry(actor, "AGREE_TO_ACCOUNT", at, Map.of("consent", id, "by", input.organisation(), "until", until.toString(), "clauses", clauses)), at);
            if (!actor.roles().contains(Role.APPLICANT)) tell(tx, actor, at, id, input.organisation(), seen.name(), clauses);
            return new Acts.Outcome(id, List.of());
        });
    }

    /** In whose hands the account is in which it was said, nobody knows: he is told in the others, before the account is made. */
    private void tell(Connection tx, Viewer actor, Instant at, UUID consent, UUID organisation, String by, List<String> clauses) throws SQLException {
        var name = Sql.one(tx, row -> row.getString(1), "select name from account where id = ?", actor.account()).orElseThrow();
        var says = Text.of("以您名义登记的账号 " + name + " 已同意由“" + by + "”以您的名义建立一个账号；非您本人同意的，请撤回（withdrawConsent，organisation: " + organisation + "）",
                "In the account " + name + ", which stands in your name, it was agreed that “" + by + "” makes an account in your name; where it was not you, take it back (withdrawConsent, organisation: " + organisation + ")");
        people.tell(tx, actor.person(), Messages.Kind.ACCOUNT_AGREED, consent, actor.account(), clauses, says, says, at);
    }

    /** Why he neither agrees nor takes it back in this account, his row being locked; empty where he does. */
    static Optional<Finding> elsewhere(Connection tx, People people, Viewer actor) throws SQLException {
        if (actor.roles().contains(Role.APPLICANT) || !people.applies(tx, actor.person(), actor.account())) return Optional.empty();
        return Optional.of(Finding.refusal("consent.elsewhere", null, Text.of("由本人以其申报账号办理", "he does it himself, in the account by which he applies"),
                        Text.of("此账号代表单位，此人另有申报账号", "this one acts for others, and he has one by which he applies"), null)
                .remedy(Text.of("以申报账号登录办理；忘记密码的由本人重设（resetPassword）", "log in to that one; a forgotten password he sets anew (resetPassword)"), null));
    }

    /** What somebody, who is locked, agreed to and nobody used in time stands in the way of nothing. */
    static void lapse(Connection tx, UUID person, Instant at) throws SQLException {
        Sql.write(tx, "update account_consent set lapsed = true where person = ? and used_at is null and withdrawn_at is null and not lapsed and until <= ?", person, at);
    }
}
