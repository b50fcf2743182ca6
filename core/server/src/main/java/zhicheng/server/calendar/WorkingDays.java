package zhicheng.server.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Working days (工作日) of China: Monday to Friday, less the days off and with the make-up days (调休) of the State Council's yearly table.
 * A year without a table is not guessed.
 */
public final class WorkingDays {
    private static final String TABLE = "holidays.csv";

    private final Map<LocalDate, Boolean> exceptions;
    private final Set<Integer> years;

    private WorkingDays(Map<LocalDate, Boolean> exceptions) {
        this.exceptions = exceptions;
        this.years = exceptions.keySet().stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
    }

    /** The tables that this version ships. */
    public static WorkingDays shipped() {
        try (var in = WorkingDays.class.getResourceAsStream(TABLE)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param csv {@code date,weekday,kind,festival,in_lieu} with kinds OFF and WORKDAY; lines that begin with # are left out */
    static WorkingDays of(String csv) {
        return new WorkingDays(csv.lines().filter(line -> !line.startsWith("#") && !line.startsWith("date,") && !line.isBlank())
                .map(line -> line.split(","))
                .collect(Collectors.toUnmodifiableMap(cells -> LocalDate.parse(cells[0]), cells -> working(cells[2]))));
    }

    private static boolean working(String kind) {
        return switch (kind) {
            case "WORKDAY" -> true;
            case "OFF" -> false;
            default -> throw new IllegalArgumentException("neither OFF nor WORKDAY: " + kind);
        };
    }

    /** @throws NoTable for a year without a table */
    public boolean isWorkingDay(LocalDate day) {
        if (!years.contains(day.getYear()))
            throw new NoTable("no table of working days for %d (there are %s): the State Council's notice of that year is to be added"
                    .formatted(day.getYear(), years.stream().sorted().toList()));
        var exception = exceptions.get(day);
        return exception != null ? exception : day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
    }

    /**
     * The working day that is so many after a day, which does not count itself (民法典 201).
     *
     * @param count at least 1
     * @throws NoTable where the count runs into a year without a table
     */
    public LocalDate after(LocalDate day, int count) {
        if (count < 1) throw new IllegalArgumentException("at least one working day, not " + count);
        var left = count;
        for (var next = day.plusDays(1); ; next = next.plusDays(1))
            if (isWorkingDay(next) && --left == 0) return next;
    }

    /**
     * The working day that is so many before a day, which does not count itself.
     *
     * @param count at least 1
     * @throws NoTable where the count runs into a year without a table
     */
    public LocalDate before(LocalDate day, int count) {
        if (count < 1) throw new IllegalArgumentException("at least one working day, not " + count);
        var left = count;
        for (var next = day.minusDays(1); ; next = next.minusDays(1))
            if (isWorkingDay(next) && --left == 0) return next;
    }

    /** A year of which the State Council's table is not known: an error, never a guess. */
    public static final class NoTable extends IllegalStateException {
        NoTable(String message) {
            super(message);
        }
    }
}
