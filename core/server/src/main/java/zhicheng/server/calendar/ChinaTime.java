package zhicheng.server.calendar;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import zhicheng.spi.When;

/** An instant as people have it: in China, whoever reads it and wherever. */
public final class ChinaTime {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(When.CHINA);

    private ChinaTime() {}

    /** To the minute, as the notices write their times: {@code 2024-10-18 17:00}. */
    public static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    /** The first instant of the day after, in China. */
    public static Instant endOfDay(Instant instant) {
        return instant.atZone(When.CHINA).toLocalDate().plusDays(1).atStartOfDay(When.CHINA).toInstant();
    }

    /** To the letter, as the API takes it and gives it: {@code 2024-10-18T17:00+08:00}. */
    public static String exactly(Instant instant) {
        return instant.atZone(When.CHINA).toOffsetDateTime().toString();
    }
}
