package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
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

/** Somebody logs in with his account's name and password; nobody but himself (B24-3.2). Whether there is such an account is not to be learned from the answer, nor from how long it takes. */
@Singleton
public final class LogIn {
    /** Nobody logs in but the account's own user (非用户本人限制登录). */
    static final List<String> CLAUSES = List.of("B24-3.2");

    private final Acts acts;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecurityLog security;
    private final SystemTime time;

    LogIn(Acts acts, Attempts attempts, Passwords passwords, Sessions sessions, SecurityLog security, SystemTime time) {
        this.acts = acts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.security = security;
        this.time = time;
    }

    /** @param key the client's own and random: asked again by it, with the same name and password, this is the same log-in */
    public record Input(String key, String account, String password) {}

    /** What was found before the password was looked at. */
    private record Looked(Optional<Instant> held, Optional<SeenAccount> account) {}

    public LoggedIn perform(Visitor visitor, Instant at, Input input) {
        var elsewhere = sessions.elsewhere();
        if (elsewhere.isPresent()) return LoggedIn.refused(elsewhere.get());
        var wrongKey = Sessions.wrongKey(input.key());
        if (wrongKey.isPresent()) return LoggedIn.refused(wrongKey.get());
        var name = input.account().strip();
        var looked = acts.open("logIn", tx -> {
            var held = attempts.take(tx, name, visitor.address(), time.now());
            return new Looked(held, held.isPresent() || name.indexOf('\0') >= 0 ? Optional.empty() : SeenAccount.named(tx, name));
        });
        if (looked.held().isPresent()) return refused(visitor, looked, Refusals.held(looked.held().get()));
        var kept = looked.account().filter(one -> !one.disabled()).map(SeenAccount::password).orElse(null);
        if (!passwords.fits(input.password(), kept)) return refused(visitor, looked, wrong());
        var anew = passwords.isOutdated(kept) ? passwords.hash(input.password()) : kept;
        return acts.open("logIn", tx -> {
            var account = SeenAccount.locked(tx, looked.account().orElseThrow().viewer().account()).filter(one -> !one.disabled() && kept.equals(one.password())).orElse(null);
            if (account == null) return refused(visitor, looked, wrong()); // it was changed meanwhile
            return opened(tx, visitor, account, anew, at, input.key());
        });
    }

    private LoggedIn opened(Connection tx, Visitor visitor, SeenAccount account, String anew, Instant at, String key) throws SQLException {
        var now = time.now();
        if (!anew.equals(account.password())) Sql.writeOne(tx, "update credential set password = ? where account = ?", anew, account.viewer().account());
        attempts.wasGood(tx, account.name(), visitor.address());
        var earlier = sessions.again(tx, account.viewer(), key, now);
        if (earlier.isPresent()) return earlier.get();
        var session = sessions.open(tx, account.viewer(), "PASSWORD", key, now);
        Chain.ACCOUNT.add(tx, account.viewer().account(), Acts.entry(account.viewer(), "LOG_IN", at, Map.of("way", "PASSWORD", "clauses", CLAUSES)), at);
        return new LoggedIn(session, List.of());
    }

    private LoggedIn refused(Visitor visitor, Looked looked, Finding why) {
        security.refused(why.code(), looked.account().map(one -> one.viewer().account()).orElse(null), "logIn", visitor.request());
        return LoggedIn.refused(why);
    }

    /** The same for everything that can be wrong. */
    static Finding wrong() {
        return Finding.refusal("log-in.refused", null, Text.of("账号与密码相符", "an account's name and its password"), Text.of("不相符", "they do not fit"), null)
                .remedy(Text.of("忘记密码的，经实名验证重设（resetPassword）", "whoever has forgotten his password sets another one by a real-name check (resetPassword)"), null);
    }
}
