package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.Text;

/** Somebody takes back that he agreed to an account in his name (J24-4.3), as long as nobody has made it. */
@Singleton
public final class WithdrawConsent {
    private final Acts acts;
    private final Policies policies;
    private final People people;

    WithdrawConsent(Acts acts, Policies policies, People people) {
        this.acts = acts;
        this.policies = policies;
        this.people = people;
    }

    /** @param organisation the body that was to make it */
    public record Input(String key, UUID organisation) {}

    /** All that somebody, who is locked, agreed to and that still stands, where his account is opened anew: whoever had it before may have said so. @return their ids, in order */
    static List<String> all(Connection tx, UUID person, Instant at) throws SQLException {
        return List.of(Sql.one(tx, row -> (String[]) row.getArray(1).getArray(),
                "with withdrawn as (update account_consent set withdrawn_at = ? where person = ? and " + AgreeToAccount.STANDS + " returning id) select coalesce(array_agg(id::text order by id), '{}') from withdrawn", at, person, at).orElseThrow());
    }

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        if (actor.person() == null) return Acts.Outcome.refused(Refusals.noPerson());
        return acts.perform(actor, at, "withdrawConsent", input.key(), Map.of("organisation", input.organisation()), List.of(), tx -> {
            Sql.one(tx, row -> row.getObject(1), "select id from person where id = ? for no key update", actor.person());
            var elsewhere = AgreeToAccount.elsewhere(tx, people, actor);
            if (elsewhere.isPresent()) return Acts.Outcome.refused(elsewhere.get());
            var id = Sql.one(tx, row -> row.getObject(1, UUID.class), "update account_consent set withdrawn_at = ? where person = ? and organisation = ? and " + AgreeToAccount.STANDS + " returning id",
                    at, actor.person(), input.organisation(), at).orElse(null);
            if (id == null) return Acts.Outcome.refused(Finding.refusal("consent.none", null, Text.of("仍然有效、尚未使用的同意", "a consent that stands and is not used"), Text.of("没有", "there is none"), "input.organisation")
                    .remedy(actor.roles().contains(Role.APPLICANT) ? Text.of("账号已建立的，由本人停用（disownAccount）", "where the account was made already, disown it (disownAccount)")
                            : Text.of("账号已建立的，请建立的一方停用（closeAccount），或在有了本人申报的账号后自行停用（disownAccount）",
                                    "where the account was made already, ask whoever made it to close it (closeAccount), or disown it once there is an account to apply with (disownAccount)"), null));
            var region = Sql.one(tx, row -> row.getString(1), "select region from organisation where id = ?", input.organisation()).orElseThrow();
            Chain.PERSON.add(tx, actor.person(), Acts.entry(actor, "WITHDRAW_CONSENT", at, Map.of("consent", id, "by", input.organisation(), "clauses", policies.own(region))), at);
            return new Acts.Outcome(id, List.of());
        });
    }
}
