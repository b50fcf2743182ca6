package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;

/** Somebody ends all sessions of his account, on every device: what was signed for it until now is good no more. */
@Singleton
public final class RevokeSessions {
    private final Acts acts;
    private final Sessions sessions;
    private final SystemTime time;

    RevokeSessions(Acts acts, Sessions sessions, SystemTime time) {
        this.acts = acts;
        this.sessions = sessions;
        this.time = time;
    }

    public Acts.Outcome perform(Viewer actor, Instant at, String key) {
        return acts.perform(actor, at, "revokeSessions", key, Map.of(), List.of(), tx -> {
            if (SeenAccount.acting(tx, actor).isEmpty()) return Acts.Outcome.refused(Refusals.closed());
            var ended = sessions.endAll(tx, actor.account(), "REVOKED", time.now());
            Chain.ACCOUNT.add(tx, actor.account(), Acts.entry(actor, "REVOKE_SESSIONS", at, Map.of("ended", ended, "clauses", List.of())), at);
            return new Acts.Outcome(actor.account(), List.of());
        });
    }
}
