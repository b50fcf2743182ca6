package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.Text;

/** Somebody sets another password. All his sessions end, this one too. */
@Singleton
public final class ChangePassword {
    private final Acts acts;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecurityLog security;
    private final SystemTime time;

    ChangePassword(Acts acts, Attempts attempts, Passwords passwords, Sessions sessions, SecurityLog security, SystemTime time) {
        this.acts = acts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.security = security;
        this.time = time;
    }

    public record Input(String key, String current, String chosen) {}

    private record Looked(Optional<Instant> held, SeenAccount account) {}

    public Acts.Outcome perform(Viewer actor, Visitor visitor, Instant at, Input input) {
        var looked = acts.open("changePassword", tx -> {
            var account = SeenAccount.locked(tx, actor.account()).orElseThrow();
            return new Looked(attempts.take(tx, account.name(), visitor.address(), time.now()), account);
        });
        if (looked.held().isPresent()) return Acts.Outcome.refused(Refusals.held(looked.held().get()));
        var problems = Passwords.problems(input.chosen(), looked.account().name(), "input.chosen");
        if (!problems.isEmpty()) return new Acts.Outcome(null, problems);
        var kept = looked.account().password();
        var fits = passwords.fits(input.current(), kept);
        var anew = fits ? passwords.hash(input.chosen()) : null;
        var asked = Map.of("current", sessions.veiled(input.current()), "chosen", sessions.veiled(input.chosen()));
        return acts.perform(actor, at, "changePassword", input.key(), asked, List.of(), tx -> {
            var account = SeenAccount.locked(tx, actor.account()).orElseThrow();
            if (!fits || !kept.equals(account.password())) {
                security.refused("password", actor.account(), "changePassword", visitor.request());
                return Acts.Outcome.refused(Finding.refusal("password.wrong", null, Text.of("现用密码", "the password that is in use"), Text.of("不相符", "it does not fit"), "input.current"));
            }
            Sql.writeOne(tx, "update credential set password = ?, code = null, code_until = null, changed_at = ? where account = ?", anew, time.now(), actor.account());
            attempts.wasGood(tx, account.name(), visitor.address());
            var ended = sessions.endAll(tx, actor.account(), "PASSWORD_CHANGED", time.now());
            Chain.ACCOUNT.add(tx, actor.account(), Acts.entry(actor, "CHANGE_PASSWORD", at, Map.of("ended", ended, "clauses", List.of())), at);
            return new Acts.Outcome(actor.account(), List.of());
        });
    }
}
