package zhicheng.server.trail;

import java.time.Instant;
import java.util.List;
import zhicheng.server.account.BlindIndex;
import zhicheng.server.account.Viewer;

/** Who asks for people by a protected field is written down before he is answered: {@link TrailedQuestions}. */
@FunctionalInterface
public interface ProtectedQuestions {

    /**
     * Writes it, or fails, and then nothing is answered.
     *
     * @param at official time
     * @param request the request's id
     */
    void write(Viewer actor, Instant at, List<BlindIndex> sought, String request);
}
