package zhicheng.server.account;

import java.time.Instant;

/** What a client gets of a session: the token that it shows, the one by which it gets the next, and until when each is good, by the system's time. */
public record OpenSession(String accessToken, Instant accessUntil, String refreshToken, Instant refreshUntil) {

    /** Neither token gets into a log by accident. */
    @Override
    public String toString() {
        return "session until " + refreshUntil;
    }
}
