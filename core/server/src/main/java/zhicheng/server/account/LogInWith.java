package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.Text;

/** Somebody logs in by the word of an outside provider, to the account that he bound to this identity himself; nobody but himself (B24-3.2). */
@Singleton
public final class LogInWith {
    private final Acts acts;
    private final Attempts attempts;
    private final OutsideIdentities identities;
    private final Sessions sessions;
    private final SecurityLog security;
    private final SystemTime time;

    LogInWith(Acts acts, Attempts attempts, OutsideIdentities identities, Sessions sessions, SecurityLog security, SystemTime time) {
        this.acts = acts;
        this.attempts = attempts;
        this.identities = identities;
        this.sessions = sessions;
        this.security = security;
        this.time = time;
    }

    /**
     * @param key the client's own and random: asked again by it, with the same code, this is the same log-in
     * @param code what the provider sent back with the browser
     * @param verifier of PKCE
     */
    public record Input(String key, String provider, String code, String verifier) {
        /** A code is good once, and so is the key together with it. */
        private String askedBy() {
            return key + " " + code;
        }
    }

    public LoggedIn perform(Visitor visitor, Instant at, Input input) {
        var elsewhere = sessions.elsewhere();
        if (elsewhere.isPresent()) return LoggedIn.refused(elsewhere.get());
        var wrongKey = Sessions.wrongKey(input.key());
        if (wrongKey.isPresent()) return LoggedIn.refused(wrongKey.get());
        var wrong = identities.wrong(input.provider(), input.code(), input.verifier());
        if (wrong.isPresent()) return LoggedIn.refused(wrong.get());
        var earlier = acts.open("logInWith", tx -> sessions.again(tx, input.askedBy(), "OUTSIDE", time.now()));
        if (earlier.isPresent()) return earlier.get();
        var held = acts.open("logInWith", tx -> attempts.take(tx, visitor.address(), time.now()));
        if (held.isPresent()) return refused(visitor, null, Refusals.held(held.get()));
        var subject = identities.asked(input.provider(), input.code(), input.verifier());
        if (subject.isEmpty()) return refused(visitor, null, OutsideIdentities.unknown());
        return acts.open("logInWith", tx -> {
            var bound = OutsideIdentities.account(tx, input.provider(), subject.get());
            var account = bound.isEmpty() ? null : SeenAccount.locked(tx, bound.get()).filter(one -> !one.disabled()).orElse(null);
            if (account == null || !OutsideIdentities.account(tx, input.provider(), subject.get()).equals(bound)) return refused(visitor, account, unbound()); // it may have been unbound meanwhile
            attempts.wasGood(tx, visitor.address());
            var meanwhile = sessions.again(tx, account.viewer(), input.askedBy(), time.now());
            if (meanwhile.isPresent()) return meanwhile.get();
            var session = sessions.open(tx, account.viewer(), "OUTSIDE", input.askedBy(), time.now());
            Chain.ACCOUNT.add(tx, account.viewer().account(), Acts.entry(account.viewer(), "LOG_IN", at, Map.of("way", "OUTSIDE", "provider", input.provider(), "clauses", LogIn.CLAUSES)), at);
            return new LoggedIn(session, List.of());
        });
    }

    private LoggedIn refused(Visitor visitor, SeenAccount account, Finding why) {
        security.refused(why.code(), account == null ? null : account.viewer().account(), "logInWith", visitor.request());
        return LoggedIn.refused(why);
    }

    /** The same where the account is closed. */
    private static Finding unbound() {
        return Finding.refusal("identity.unbound", null, Text.of("已绑定账号的身份", "an identity that is bound to an account"), Text.of("此身份未绑定任何账号", "this one is bound to none"), null)
                .remedy(Text.of("先以密码登录，再绑定（bindIdentity）", "log in by password, and bind it (bindIdentity)"), null);
    }
}
