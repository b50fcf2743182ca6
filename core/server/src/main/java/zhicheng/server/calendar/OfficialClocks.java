package zhicheng.server.calendar;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Where the official time comes from. */
@Factory
final class OfficialClocks {

    /** The system's own time. */
    @Singleton
    OfficialClock officialClock() {
        return new OfficialClock(Clock.systemUTC(), Duration.ZERO);
    }
}
