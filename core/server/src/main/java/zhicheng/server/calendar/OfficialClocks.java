package zhicheng.server.calendar;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Where the official time comes from. */
@Factory
final class OfficialClocks {

    /**
     * The system's own time, or in a demonstration the time that its database runs on.
     *
     * @param offset as {@link OfficialOffset} found it at the start; zero where there is none
     */
    @Singleton
    OfficialClock officialClock(@Value("${zhicheng.official-time.offset:PT0S}") Duration offset) {
        return new OfficialClock(Clock.systemUTC(), offset);
    }
}
