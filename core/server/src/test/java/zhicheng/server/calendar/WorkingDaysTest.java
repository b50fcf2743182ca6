package zhicheng.server.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
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
        assertEquals(count, days.between(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)));
    }

    @ParameterizedTest
    @CsvSource({"2024-09-16,2024-09-21,3", "2024-08-19,2024-08-24,5", "2024-09-11,2024-10-21,24", "2024-10-21,2024-11-01,9"})
    void the_notices_own_windows(LocalDate from, LocalDate until, int count) {
        assertEquals(count, days.between(from, until));
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
        var refusal = assertThrows(IllegalStateException.class, () -> days.after(LocalDate.of(2026, 12, 30), 5));
        assertTrue(refusal.getMessage().contains("2027"), refusal.getMessage());
        assertThrows(IllegalStateException.class, () -> days.isWorkingDay(LocalDate.of(2022, 12, 31)));
    }

    @Test
    void a_table_with_another_word_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> WorkingDays.of("2024-01-01,一,HOLIDAY,元旦,"));
    }
}
