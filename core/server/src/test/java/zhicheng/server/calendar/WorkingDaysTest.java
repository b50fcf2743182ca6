package zhicheng.server.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private final WorkingDays days = WorkingDays.shipped();

    @ParameterizedTest
    @CsvSource({"2024-04-28,2024-05-08", "2024-05-06,2024-05-11", "2024-09-11,2024-09-19", "2024-09-12,2024-09-20", "2024-09-27,2024-10-10",
        "2024-10-08,2024-10-14", "2024-10-31,2024-11-07", "2024-12-25,2025-01-02", "2025-01-22,2025-02-05", "2026-02-10,2026-02-24",
        "2026-09-18,2026-09-24", "2026-09-23,2026-10-08"})
    void the_fifth_working_day_after_a_posting(LocalDate posted, LocalDate fifth) {
        assertEquals(fifth, days.after(posted, 5));
    }

    @ParameterizedTest
    @CsvSource({"2023,249", "2024,251", "2025,248", "2026,248"})
    void as_many_as_the_year_has(int year, int count) {
        assertEquals(count, workingDays(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)));
    }

    /** A year is known as soon as one line of it is there, so every year's table has to be whole: the days off of each festival of the State Council's notice, and the make-up days of the year. */
    @ParameterizedTest
    @CsvSource({
        "2023, 7, 元旦 2 春节 7 清明 1 劳动节 5 端午 3 中秋 1 国庆节 7",
        "2024, 8, 元旦 1 春节 8 清明 3 劳动节 5 端午 1 中秋 3 国庆节 7",
        "2025, 5, 元旦 1 春节 8 清明 3 劳动节 5 端午 3 国庆节 7 中秋 1",
        "2026, 6, 元旦 3 春节 9 清明 3 劳动节 5 端午 3 中秋 3 国庆节 7",
    })
    void the_table_of_a_year_is_whole(int year, long makeUpDays, String daysOff) throws IOException {
        var lines = table().stream().filter(line -> line[0].startsWith(year + "-")).toList();
        var counted = new LinkedHashMap<String, Integer>();
        lines.stream().filter(line -> line[2].equals("OFF")).forEach(line -> counted.merge(line[3], 1, Integer::sum));
        assertEquals(daysOff, counted.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).collect(Collectors.joining(" ")));
        assertEquals(makeUpDays, lines.stream().filter(line -> line[2].equals("WORKDAY")).count());
    }

    @Test
    void every_line_is_a_day_of_its_own_in_order_with_its_weekday_and_a_make_up_day_is_at_a_weekend() throws IOException {
        var lines = table();
        assertEquals(Set.of("2023", "2024", "2025", "2026"), lines.stream().map(line -> line[0].substring(0, 4)).collect(Collectors.toSet()));
        assertEquals(lines.stream().map(line -> line[0]).distinct().sorted().toList(), lines.stream().map(line -> line[0]).toList());
        for (var line : lines) {
            var weekday = LocalDate.parse(line[0]).getDayOfWeek().getValue();
            assertEquals(String.valueOf("一二三四五六日".charAt(weekday - 1)), line[1], line[0]);
            if (line[2].equals("WORKDAY")) assertTrue(weekday > 5, line[0]);
        }
    }

    private long workingDays(LocalDate from, LocalDate until) {
        return from.datesUntil(until).filter(days::isWorkingDay).count();
    }

    private static List<String[]> table() throws IOException {
        try (var in = WorkingDays.class.getResourceAsStream("holidays.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("2")).map(line -> line.split(",")).toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"2024-09-16,2024-09-21,3", "2024-08-19,2024-08-24,5", "2024-09-11,2024-10-21,24", "2024-10-21,2024-11-01,9"})
    void the_notices_own_windows(LocalDate from, LocalDate until, int count) {
        assertEquals(count, workingDays(from, until));
    }

    @Test
    void a_make_up_saturday_works_and_a_friday_in_lieu_does_not() {
        assertTrue(days.isWorkingDay(LocalDate.of(2024, 9, 14)));
        assertFalse(days.isWorkingDay(LocalDate.of(2024, 4, 5)));
    }

    @Test
    void counts_back_as_it_counts_forth() {
        assertEquals(LocalDate.of(2024, 9, 29), days.before(LocalDate.of(2024, 10, 9), 3));
    }

    @Test
    void a_year_without_a_table_is_not_guessed() {
        var refusal = assertThrows(WorkingDays.NoTable.class, () -> days.after(LocalDate.of(2026, 12, 30), 5));
        assertTrue(refusal.getMessage().contains("2027"), refusal.getMessage());
        assertThrows(WorkingDays.NoTable.class, () -> days.isWorkingDay(LocalDate.of(2022, 12, 31)));
    }

    @Test
    void a_table_with_another_word_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> WorkingDays.of("2024-01-01,一,HOLIDAY,元旦,"));
    }
}
