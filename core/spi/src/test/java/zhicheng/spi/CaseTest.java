package zhicheng.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseTest {
    private static final Claim CLAIM = new Claim(2024, "ENGINEERING", Optional.empty(), Optional.empty(), Claim.ORDINARY, Optional.empty());
    private static final Optional<LocalDate> TODAY = Optional.of(LocalDate.of(2024, 6, 1));
    private static final Optional<LocalDate> TOMORROW = Optional.of(LocalDate.of(2024, 6, 2));

    @Test
    void what_is_dated_after_the_day_in_china_is_not_seen_and_what_has_no_date_is() {
        var known = Map.of(
                "degrees", List.of(new Case.Degree("本科", TODAY), new Case.Degree("硕士", TOMORROW), new Case.Degree("博士", Optional.empty())),
                "titles", List.of(title(TODAY), title(TOMORROW), title(Optional.empty())),
                "testPasses", List.of(pass(TODAY), pass(TOMORROW), pass(Optional.empty())),
                "hours", List.of(hours(2024), hours(2025)),
                "assessments", List.of(new Case.Assessment(2024, "合格"), new Case.Assessment(2025, "合格")));
        var one = Case.of(Instant.parse("2024-06-01T15:59:59Z"), CLAIM, known);
        assertEquals(Optional.of(List.of("本科", "博士")), one.degrees().map(all -> all.stream().map(Case.Degree::level).toList()));
        assertEquals(Optional.of(List.of(title(TODAY), title(Optional.empty()))), one.titles());
        assertEquals(Optional.of(List.of(pass(TODAY), pass(Optional.empty()))), one.testPasses());
        assertEquals(Optional.of(List.of(hours(2024))), one.hours());
        assertEquals(Optional.of(List.of(new Case.Assessment(2024, "合格"))), one.assessments());
        assertEquals(Optional.of(3), Case.of(Instant.parse("2024-06-01T16:00:00Z"), CLAIM, known).titles().map(List::size), "midnight in China");
    }

    @Test
    void who_told_only_of_what_is_dated_later_held_none_and_told_nothing_of_the_years_before() {
        var at = Instant.parse("2024-06-01T02:00:00Z");
        var later = Case.of(at, CLAIM, Map.of("degrees", List.of(new Case.Degree("硕士", TOMORROW)), "titles", List.of(title(TOMORROW)), "testPasses", List.of(pass(TOMORROW)),
                "hours", List.of(hours(2025)), "assessments", List.of(new Case.Assessment(2025, "合格"))));
        assertEquals(List.of(Optional.of(List.of()), Optional.of(List.of()), Optional.of(List.of())), List.of(later.degrees(), later.titles(), later.testPasses()));
        assertEquals(List.of(Optional.empty(), Optional.empty()), List.of(later.hours(), later.assessments()));
        for (var path : List.of("degrees", "titles", "testPasses", "hours", "assessments")) assertTrue(later.tellsOfLater(path), path);
        for (var path : List.of("sanctions", "birthDate", "answers.any", "shoeSize")) assertFalse(later.tellsOfLater(path), path);
        var none = Case.of(at, CLAIM, Map.of("titles", List.of(), "hours", List.of(), "assessments", List.of()));
        assertEquals(List.of(Optional.of(List.of()), Optional.of(List.of()), Optional.of(List.of())), List.of(none.titles(), none.hours(), none.assessments()), "told: none");
        for (var path : List.of("degrees", "titles", "hours")) assertFalse(none.tellsOfLater(path), path);
    }

    @Test
    void a_sanction_that_is_still_to_begin_is_seen() {
        var sanctions = List.of(new Case.Sanction(Case.SanctionKind.PARTY, TOMORROW.orElseThrow(), Optional.empty(), Optional.empty()));
        assertEquals(Optional.of(sanctions), Case.of(Instant.parse("2024-06-01T02:00:00Z"), CLAIM, Map.of("sanctions", sanctions)).sanctions());
    }

    @Test
    void a_name_that_no_case_has_and_a_value_of_another_kind_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> Case.of(Instant.EPOCH, CLAIM, Map.of("shoeSize", 42)));
        assertThrows(IllegalArgumentException.class, () -> Case.of(Instant.EPOCH, CLAIM, Map.of("retired", "no")));
    }

    private static Case.Title title(Optional<LocalDate> date) {
        return new Case.Title("ENGINEERING", Optional.empty(), Level.INTERMEDIATE, date, Optional.empty(), Optional.empty());
    }

    private static Case.TestPass pass(Optional<LocalDate> date) {
        return new Case.TestPass("建筑工程", Level.INTERMEDIATE, date);
    }

    private static Case.Hours hours(int year) {
        return new Case.Hours(year, 900, Optional.empty(), Optional.empty());
    }
}
