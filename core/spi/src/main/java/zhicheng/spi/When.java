package zhicheng.spi;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The time of a window as a notice gives it. Instants are half-open (from inside, until outside); "24:00" is 00:00 of the next day;
 * what was printed stands beside how it is read. A date that nobody gave stays not given.
 */
public sealed interface When {
    ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** What the notice prints, to the letter. */
    String printed();

    /** Open from {@code from}, closed at {@code until}. */
    record Span(Instant from, Instant until, String printed, Optional<Text> reading) implements When {
        public Span {
            if (!from.isBefore(until)) throw new IllegalArgumentException("a window that ends before it begins: " + from + " to " + until);
        }
    }

    /** Only an end is given; done before {@code until}. */
    record Until(Instant until, String printed, Optional<Text> reading) implements When {}

    /** Only a beginning is given. */
    record From(Instant from, String printed, Optional<Text> reading) implements When {}

    /** A number of days counted from or to an event, e.g. "within 3 working days after the review". */
    record Counted(int days, boolean workingDays, Count count, Text event, String printed, Optional<Text> reading) implements When {}

    /** How days are counted to or from an event. */
    enum Count { AT_LEAST_BEFORE, WITHIN_BEFORE, WITHIN_AFTER, AT_LEAST_LONG }

    /** Left to each committee's own notice, which must lie within the bounds where the notice gives any. */
    record SetByCommittee(Optional<Instant> notBefore, Optional<Instant> notAfter, String printed, Optional<Text> reading) implements When {}

    /** Left to another body; {@code notAfter} where the notice still prints a limit. It is never guessed. */
    record AnnouncedElsewhere(Text byWhom, Optional<URI> link, Optional<Instant> notAfter, String printed, Optional<Text> reading) implements When {}

    /** From one minute to another, both as printed; the last is outside. */
    static When span(LocalDateTime from, LocalDateTime until, String printed, Text reading) {
        return new Span(instant(from), instant(until), printed, Optional.ofNullable(reading));
    }

    /** First day 00:00 to last day 24:00. */
    static When days(LocalDate first, LocalDate last, String printed, Text reading) {
        return span(first.atStartOfDay(), last.plusDays(1).atStartOfDay(), printed, reading);
    }

    /** Before a minute of the clock. */
    static When until(LocalDateTime until, String printed, Text reading) {
        return new Until(instant(until), printed, Optional.ofNullable(reading));
    }

    /** Until {@code last} 24:00: how "11月30日前" is read, the day itself included. */
    static When byDay(LocalDate last, String printed, Text reading) {
        return until(last.plusDays(1).atStartOfDay(), printed, reading);
    }

    /** From {@code first} 00:00 on. */
    static When from(LocalDate first, String printed, Text reading) {
        return new From(instant(first.atStartOfDay()), printed, Optional.ofNullable(reading));
    }

    /** {@code days} days (working days of the State Council's table where {@code workingDays}) before or after {@code event}. */
    static When counted(int days, boolean workingDays, Count count, Text event, String printed, Text reading) {
        return new Counted(days, workingDays, count, event, printed, Optional.ofNullable(reading));
    }

    /** Announced by each committee, between the two days (24:00 of the last) where they are not null. */
    static When setByCommittee(LocalDate first, LocalDate last, String printed, Text reading) {
        return new SetByCommittee(Optional.ofNullable(first).map(day -> instant(day.atStartOfDay())),
                Optional.ofNullable(last).map(day -> instant(day.plusDays(1).atStartOfDay())), printed, Optional.ofNullable(reading));
    }

    /** Announced by {@code byWhom}; {@code link} and {@code last} (24:00 of that day) may be null. */
    static When elsewhere(Text byWhom, URI link, LocalDate last, String printed, Text reading) {
        return new AnnouncedElsewhere(byWhom, Optional.ofNullable(link),
                Optional.ofNullable(last).map(day -> instant(day.plusDays(1).atStartOfDay())), printed, Optional.ofNullable(reading));
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(CHINA).toInstant();
    }
}
