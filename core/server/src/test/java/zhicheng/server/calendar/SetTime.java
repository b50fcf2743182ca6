package zhicheng.server.calendar;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** An official time that stands still until a test sets it. On with {@value #PROPERTY}, an instant with its offset. */
public final class SetTime extends Clock {

    public static final String PROPERTY = "zhicheng.tests.official-time";

    private volatile Instant now;

    private SetTime(Instant now) {
        this.now = now;
    }

    /** @param time e.g. {@code 2024-09-18T10:00:00+08:00} */
    public void set(String time) {
        now = OffsetDateTime.parse(time).toInstant();
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
        SetTime time(@Value("${" + PROPERTY + "}") String time) {
            return new SetTime(OffsetDateTime.parse(time).toInstant());
        }

        @Singleton
        @Replaces(value = OfficialClock.class, factory = OfficialClocks.class)
        OfficialClock officialClock(SetTime time) {
            return new OfficialClock(time, Duration.ZERO);
        }
    }
}
