package zhicheng.regions.xianning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import zhicheng.spi.Edition;
import zhicheng.spi.FactSheet;
import zhicheng.spi.Readings;

/** The ambiguous places of X24-4 and X24-5.3: what the other reading changes, and that it changes nothing else. */
class ReadingsTest {

    @Test
    void mid_may_may_be_read_as_the_20th() {
        assertEquals(List.of("calendar.notice.when.until = 2024-05-21T00:00+08:00 (X24-4)"), changedBy("X24-4.notice", "by-20-may"));
    }

    @Test
    void before_october_may_be_read_as_its_end_for_the_review_and_all_that_lies_within() {
        assertEquals(List.of(
                "calendar.application.when.notAfter = 2024-11-01T00:00+08:00 (X24-4)",
                "calendar.audit.when.notAfter = 2024-11-01T00:00+08:00 (X24-4)",
                "calendar.audit.departments.when.notAfter = 2024-11-01T00:00+08:00 (X24-4)",
                "calendar.audit.office.when.notAfter = 2024-11-01T00:00+08:00 (X24-4)",
                "calendar.review.when.until = 2024-11-01T00:00+08:00 (X24-4)"), changedBy("X24-4.review", "by-31-october"));
    }

    @Test
    void the_plan_may_be_filed_within_the_five_days_before() {
        assertEquals(List.of("calendar.plan.when.count = WITHIN_BEFORE (X24-5.3)"), changedBy("X24-5.3.plan", "within-5-before"));
    }

    @Test
    void what_is_not_chosen_is_read_by_its_default() {
        assertEquals(List.of(), changedBy("X24-5.3.plan", "at-least-5-before"));
    }

    @Test
    void an_option_that_a_setting_does_not_have_is_refused() {
        var wrong = Readings.of(Map.of("X24-4.notice", "by-31-may"));
        assertThrows(IllegalArgumentException.class, () -> new Xianning().editions(wrong));
    }

    private static List<String> changedBy(String setting, String option) {
        var byDefault = facts(Readings.byDefault());
        var chosen = facts(Readings.of(Map.of(setting, option)));
        assertEquals(byDefault.size(), chosen.size());
        return chosen.stream().filter(line -> !byDefault.contains(line)).map(FactSheet.Line::toString).toList();
    }

    private static List<FactSheet.Line> facts(Readings readings) {
        List<Edition> editions = new Xianning().editions(readings);
        assertEquals(1, editions.size());
        return FactSheet.of(editions.getFirst()).lines();
    }
}
