package zhicheng.server.calendar;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Where the system's time comes from. */
@Factory
final class SystemTimes {

    @Singleton
    SystemTime systemTime() {
        return new SystemTime(Clock.systemUTC());
    }
}
