package zhicheng.server.calendar;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A system's time that stands still until a test sets it; it begins with this second. On with {@value #PROPERTY}. */
public final class SetSystemTime extends Clock {

    public static final String PROPERTY = "zhicheng.tests.system-time";

    private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private SetSystemTime() {}

    public void set(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Factory
    @Requires(property = PROPERTY)
    static final class InPlaceOfTheSystems {

        @Singleton
        SetSystemTime time() {
            return new SetSystemTime();
        }

        @Singleton
        @Replaces(value = SystemTime.class, factory = SystemTimes.class)
        SystemTime systemTime(SetSystemTime time) {
            return new SystemTime(time);
        }
    }
}
