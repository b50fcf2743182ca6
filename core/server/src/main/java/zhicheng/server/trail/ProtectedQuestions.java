package zhicheng.server.trail;

import java.time.Instant;
import zhicheng.server.account.BlindIndex;
import zhicheng.server.account.Viewer;

/** Who asks for people by a protected field is written down before he is answered, and counted: {@link TrailedQuestions}. */
@FunctionalInterface
public interface ProtectedQuestions {

    /**
     * Writes it, or fails, and then nothing is answered.
     *
     * @param at official time
     * @param request the request's id
     * @throws TooMany where the actor has asked as often as he may within the hour: nothing is written
     */
    void write(Viewer actor, Instant at, BlindIndex sought, String request);

    /** Somebody has asked as often as he may; the message says when he may again. */
    final class TooMany extends RuntimeException {
        TooMany(String message) {
            super(message, null, false, false);
        }
    }
}
