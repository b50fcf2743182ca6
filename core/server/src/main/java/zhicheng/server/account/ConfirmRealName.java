package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.spi.Text;

/** Somebody who registered himself has his real name checked (B24-3.2). Where the platform does not answer, the check is kept and asked again; nothing is lost by it. */
@Singleton
public final class ConfirmRealName {
    private static final int LONGEST_PROOF = 2000;

    private final Acts acts;
    private final RealNames names;
    private final Policies policies;
    private final Sessions sessions;
    private final SystemTime time;
    private final OfficialClock official;

    ConfirmRealName(Acts acts, RealNames names, Policies policies, Sessions sessions, SystemTime time, OfficialClock official) {
        this.acts = acts;
        this.names = names;
        this.policies = policies;
        this.sessions = sessions;
        this.time = time;
        this.official = official;
    }

    /** How the check of an account stands; {@code tries} how often the platform was asked, {@code nextTryAt} null where it is not to be asked. */
    public record Standing(String state, int tries, Instant nextTryAt) {}

    /** Empty where the account did not register itself. */
    public Optional<Standing> standing(Viewer viewer) {
        return acts.open("realName", tx -> Sql.one(tx, row -> new Standing(row.getString("state"), row.getInt("tries"), row.getObject("next_at", OffsetDateTime.class) == null ? null
                : official.of(row.getObject("next_at", OffsetDateTime.class).toInstant())), "select state, tries, next_at from registration where account = ?", viewer.account()));
    }

    /** @param proof what the platform handed to the person */
    public Acts.Outcome perform(Viewer actor, Instant at, String key, String proof) {
        var outcome = acts.perform(actor, at, "confirmRealName", key, Map.of("proof", sessions.veiled(proof)), List.of(), tx -> {
            if (proof.isBlank() || proof.length() > LONGEST_PROOF) return Acts.Outcome.refused(Finding.refusal("input", null,
                    Text.of("1 至 " + LONGEST_PROOF + " 个字符", "1 to " + LONGEST_PROOF + " characters"), Text.of(proof.length() + " 个字符", proof.length() + " characters"), "input.proof"));
            var state = Sql.one(tx, row -> row.getString(1), "select state from registration where account = ? for no key update", actor.account()).orElse(null);
            if (state == null) return Acts.Outcome.refused(Finding.refusal("real-name.vouched", null, Text.of("自主注册的账号", "an account that registered itself"),
                    Text.of("此账号由单位审核建立，无须验证", "this one was checked and made by a unit"), null));
            if (state.equals("PASSED") || state.equals("PENDING")) return Acts.Outcome.refused(Finding.refusal("real-name.state", null, Text.of("尚未验证", "one that is not checked, nor being checked"), Text.of(state, state), null));
            Sql.writeOne(tx, "update registration set state = 'PENDING', proof = ?, tries = 0, next_at = ? where account = ?", names.sealed(actor.account(), proof), time.now(), actor.account());
            Chain.ACCOUNT.add(tx, actor.account(), Acts.entry(actor, "CONFIRM_REAL_NAME", at, Map.of("state", Json.change(state, "PENDING"),
                    "clauses", policies.checks(policies.region(tx, actor)))), at);
            return new Acts.Outcome(actor.account(), List.of());
        });
        if (outcome.findings().isEmpty()) names.ask(actor.account());
        return outcome;
    }
}
