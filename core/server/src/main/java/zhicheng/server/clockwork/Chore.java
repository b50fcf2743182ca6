package zhicheng.server.clockwork;

import java.time.Instant;

/** Something that is to be done when its time has come. Taken twice, or by two at once, or again after it broke off, it is done once. */
public interface Chore {

    /** Its name in the table of what is scheduled, never changed. */
    String name();

    /**
     * Does what is due.
     *
     * @param at official time, handed in
     * @return how much was done
     */
    int run(Instant at);
}
