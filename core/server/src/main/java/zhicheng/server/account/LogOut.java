package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;

/** A client ends its session. What is no token ends nothing, and is answered the same. */
@Singleton
public final class LogOut {
    private final Acts acts;
    private final Sessions sessions;
    private final SystemTime time;

    LogOut(Acts acts, Sessions sessions, SystemTime time) {
        this.acts = acts;
        this.sessions = sessions;
        this.time = time;
    }

    public record Input(String key, String refreshToken) {}

    /** @return findings; none where it is over */
    public List<Finding> perform(Instant at, Input input) {
        var wrongKey = Sessions.wrongKey(input.key());
        if (wrongKey.isPresent()) return List.of(wrongKey.get());
        return acts.open("logOut", tx -> {
            var session = sessions.locked(tx, input.refreshToken()).orElse(null);
            if (session == null || session.endedAt() != null || sessions.token(tx, session.id(), input.refreshToken()).isEmpty()) return List.of();
            sessions.end(tx, session.id(), "LOGGED_OUT", time.now());
            Chain.ACCOUNT.add(tx, session.viewer().account(), Acts.entry(session.viewer(), "LOG_OUT", at, Map.of("session", session.id(), "clauses", List.of())), at);
            return List.of();
        });
    }
}
