package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.Text;

/** A client goes on with its session: for a refresh token, which is good once, it gets another one and an access token. A used one that comes again ends the session. */
@Singleton
public final class Refresh {
    private final Acts acts;
    private final Sessions sessions;
    private final SecurityLog security;
    private final SystemTime time;

    Refresh(Acts acts, Sessions sessions, SecurityLog security, SystemTime time) {
        this.acts = acts;
        this.sessions = sessions;
        this.security = security;
        this.time = time;
    }

    /** @param key the client's own and random: where an answer was lost, the same token and key bring it again */
    public record Input(String key, String refreshToken) {}

    public LoggedIn perform(Visitor visitor, Instant at, Input input) {
        var elsewhere = sessions.elsewhere();
        if (elsewhere.isPresent()) return LoggedIn.refused(elsewhere.get());
        var wrongKey = Sessions.wrongKey(input.key());
        if (wrongKey.isPresent()) return LoggedIn.refused(wrongKey.get());
        return acts.open("refresh", tx -> {
            var now = time.now();
            var session = sessions.locked(tx, input.refreshToken()).orElse(null);
            var token = session == null ? null : sessions.token(tx, session.id(), input.refreshToken()).orElse(null);
            if (token == null) return refused(visitor, null, "session.unknown", Text.of("没有这一刷新令牌", "there is no such refresh token"));
            if (session.disabled() || session.endedAt() != null) return refused(visitor, session, "session.ended", Text.of("会话已结束", "the session has ended"));
            if (!now.isBefore(session.until()) || !now.isBefore(token.until())) return refused(visitor, session, "session.expired", Text.of("会话已过期", "the session has expired"));
            if (token.usedAt() == null) return new LoggedIn(sessions.next(tx, session, token, input.key(), now), List.of());
            var again = sessions.again(tx, session, token, input.key());
            if (again.isPresent()) return new LoggedIn(again.get(), List.of());
            return stolen(tx, visitor, session, now, at);
        });
    }

    /** It is in two hands, and nobody can tell whose: neither goes on. */
    private LoggedIn stolen(Connection tx, Visitor visitor, Sessions.Seen session, Instant now, Instant at) throws SQLException {
        sessions.end(tx, session.id(), "TOKEN_REUSED", now);
        Chain.ACCOUNT.add(tx, session.viewer().account(), Acts.entry(session.viewer(), "SESSION_ENDED", at, Map.of("session", session.id(), "why", "TOKEN_REUSED", "clauses", LogIn.CLAUSES)), at);
        return refused(visitor, session, "session.reused", Text.of("刷新令牌已用过，会话已终止", "the refresh token was used before, and the session is ended"));
    }

    private LoggedIn refused(Visitor visitor, Sessions.Seen session, String code, Text shown) {
        security.refused(code, session == null ? null : session.viewer().account(), "refresh", visitor.request());
        return LoggedIn.refused(Finding.refusal(code, null, Text.of("有效且未用过的刷新令牌", "a refresh token that is good and was not used"), shown, "input.refreshToken")
                .remedy(Text.of("重新登录", "log in again"), null));
    }
}
