package zhicheng.server.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** The system's time: tokens, sessions, codes and what is counted against guessing go by it, also where official time is another ({@link OfficialClock}). */
public final class SystemTime {
    private final Clock clock;

    public SystemTime(Clock clock) {
        this.clock = Objects.requireNonNull(clock);
    }

    /** This moment, to the microsecond, as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
