package zhicheng.server.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * The time by which windows open, terms run and the trail is dated. In a demonstration it is offset from the system's
 * time; tokens, time-outs and caches go by the system's time and not by this one.
 */
public final class OfficialClock {

    private final Clock system;
    private final Duration offset;

    /** @param offset added to the system's time; zero but in a demonstration */
    public OfficialClock(Clock system, Duration offset) {
        this.system = Objects.requireNonNull(system);
        this.offset = Objects.requireNonNull(offset);
    }

    /** The official time at this moment, to the microsecond, as the database keeps it. */
    public Instant now() {
        return of(system.instant());
    }

    /** Official time at a moment of the system's. */
    public Instant of(Instant system) {
        return system.plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether this server runs on a time of its own. */
    public boolean isDemonstration() {
        return !offset.isZero();
    }
}
