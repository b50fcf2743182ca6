package zhicheng.server.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.calendar.WorkingDays;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.dossier.Stage;
import zhicheng.spi.Clause;
import zhicheng.spi.Said;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/** How long a publication hangs, what never stands on it, and the table of steps: without a database. */
class PeriodTest {
    private static final WorkingDays TABLE = WorkingDays.shipped();

    @ParameterizedTest
    @CsvSource({"2024-04-28, 2024-05-08", "2024-05-06, 2024-05-11", "2024-09-11, 2024-09-19", "2024-09-12, 2024-09-20", "2024-09-27, 2024-10-10", "2024-10-08, 2024-10-14", "2024-10-31, 2024-11-07",
        "2024-12-25, 2025-01-02", "2025-01-22, 2025-02-05", "2026-02-10, 2026-02-24", "2026-09-18, 2026-09-24", "2026-09-23, 2026-10-08"})
    void five_working_days_end_at_24_00_of_the_fifth_after_the_day_of_posting(LocalDate posted, LocalDate fifth) {
        for (var hour : List.of(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59))) {
            var period = Period.from(posted.atTime(hour).atZone(When.CHINA).toInstant(), publicity("X24-5.2a", Said.says(Stop.Days.working(5))), 0, TABLE);
            assertEquals(fifth.plusDays(1).atStartOfDay(When.CHINA).toInstant(), period.until());
            assertEquals("X24-5.2a", period.clause().id());
        }
    }

    @Test
    void where_the_notice_is_silent_or_weaker_the_national_rule_binds_and_is_cited() {
        var posted = LocalDate.of(2024, 9, 27).atStartOfDay(When.CHINA).toInstant();
        for (var said : List.<Said<Stop.Days>>of(Said.notSaid(Text.of("未写", "not said")), Said.says(Stop.Days.of(5)), Said.says(Stop.Days.working(3)))) {
            var period = Period.from(posted, publicity("J24-3.3", said), 0, TABLE);
            assertEquals(LocalDate.of(2024, 10, 11).atStartOfDay(When.CHINA).toInstant(), period.until());
            assertEquals("MOHRSS40", period.clause().id());
        }
        assertEquals("MOHRSS40", Period.from(posted, Optional.empty(), 0, TABLE).clause().id());
        var longer = Period.from(posted, publicity("J24-3.3", Said.says(Stop.Days.of(30))), 0, TABLE);
        assertEquals(List.of("J24-3.3", LocalDate.of(2024, 10, 28).atStartOfDay(When.CHINA).toInstant()), List.of(longer.clause().id(), longer.until()));
    }

    @Test
    void a_year_without_a_table_is_not_guessed() {
        var posted = LocalDate.of(2026, 12, 29).atStartOfDay(When.CHINA).toInstant();
        assertThrows(WorkingDays.NoTable.class, () -> Period.from(posted, Optional.empty(), 0, TABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"身份证号 420106199003078516", "42010619900307851x", "4201 0619 9003 0785 16", "４２０１０６１９９００３０７８５１６", "420106-19900307-8516", "证件:420106900307851。", "420106/19900307/8516", "420106_19900307_8516", "420106—19900307—8516", "420106*19900307*8516", "四二〇一〇六一九九〇〇三〇七八五一六"})
    void an_identity_number_is_seen_however_it_is_written(String text) {
        assertTrue(Particulars.tellsIdentity(text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"专利号 ZL202310123456.7", "2008年7月本科", "工程造价 12000000000000000 元", "", "13800000000"})
    void other_numbers_are_not_taken_for_one(String text) {
        assertFalse(Particulars.tellsIdentity(text), text);
    }

    /** What is published shows none that is mistyped either; a reviewer names a certificate. */
    @ParameterizedTest
    @CsvSource({"学历证书编号105111201905123457与查询结果不符, false", "身份证420106199003078515, false", "身份证 4201 0619 9003 0785 1x, true", "105111201905123457420106199003078 51X, true", "证件:420106900307851。, true"})
    void a_reviewers_words_have_no_identity_number_that_is_one(String words, boolean isRefused) {
        assertEquals(isRefused ? List.of("words.identity-number") : List.of(), Particulars.reviewers("mark.reason", null, Text.of("原因", "the reason"), words, 2000, "input").stream().map(Finding::code).toList());
    }

    @ParameterizedTest
    @EnumSource
    void every_step_leads_from_a_stage_to_another_by_somebody(Way way) {
        assertTrue(!way.from().isEmpty() && !way.to().isEmpty() && !way.by().isEmpty());
        assertTrue(way == Way.CONCLUDE_OBJECTION || way.from().stream().noneMatch(Stage::terminal), "nothing leads out of an end, where what was objected is concluded all the same");
        assertTrue(way.from().stream().allMatch(stage -> Way.open(stage).contains(way)));
    }

    @Test
    void of_a_dossier_that_a_committee_has_units_do_nothing_more() {
        assertEquals(List.of(Way.MARK, Way.RETURN, Way.REFUSE, Way.ACCEPT), Way.open(Stage.INTAKE_PENDING), "its office takes it, returns it (X24-5.2b), or refuses what is barred");
        var later = EnumSet.range(Stage.SUPPLEMENT_REQUIRED, Stage.REVOKED);
        assertTrue(later.size() > 10);
        var ended = EnumSet.of(Stage.REJECTED, Stage.WITHDRAWN, Stage.FORFEITED, Stage.TERMINATED, Stage.DISQUALIFIED);
        later.forEach(stage -> assertEquals(ended.contains(stage) ? List.of(Way.CONCLUDE_OBJECTION) : List.of(), Way.open(stage), stage.name()));
    }

    /** No dead end: what is found while somebody has it, he can return or refuse. */
    @Test
    void whoever_has_a_dossier_can_refuse_it_until_a_committee_has_accepted_it() {
        var withSomebody = EnumSet.range(Stage.EMPLOYER_REVIEW, Stage.INTAKE_PENDING);
        withSomebody.remove(Stage.RETURNED);
        assertEquals(withSomebody, Way.REFUSE.from());
        withSomebody.remove(Stage.PUBLICITY_OBJECTION);
        assertEquals(withSomebody, Way.RETURN.from());
        assertEquals(EnumSet.of(Way.BEGIN_REVIEW, Way.REFUSE, Way.CONCLUDE_OBJECTION), EnumSet.copyOf(Arrays.stream(Way.values()).filter(Way::late).toList()));
    }

    private static Optional<Stop.Publicity> publicity(String clause, Said<Stop.Days> days) {
        return Optional.of(Stop.Publicity.of(Clause.of(clause), days, List.of()));
    }
}
