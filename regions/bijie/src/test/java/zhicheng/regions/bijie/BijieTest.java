package zhicheng.regions.bijie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.contract.RegionContract;
import zhicheng.spi.Calendar.Window;
import zhicheng.spi.Case;
import zhicheng.spi.Claim;
import zhicheng.spi.Edition;
import zhicheng.spi.Level;
import zhicheng.spi.Region;
import zhicheng.spi.Step;
import zhicheng.spi.Verdict;
import zhicheng.spi.When;

/** Bijie keeps the contract of all regions; and what its case tables cannot show: which row of annex 1 a claim falls under, and the working of the years of service. */
class BijieTest implements RegionContract {

    @Override
    public Region region() { return new Bijie(); }

    @Test
    void what_is_printed_of_a_date_stands_in_the_notice() {
        var looked = 0;
        for (var edition : List.of(new Edition2023(), new Edition2024())) {
            var text = (edition.year() == 2024 ? Notices.B24 : Notices.B23).text().replaceAll("\\s+", "");
            for (var window : windows(edition)) {
                assertTrue(text.contains(window.when().printed()), () -> window.id() + ": " + window.when().printed());
                looked++;
            }
        }
        assertEquals(55, looked);
    }

    @Test
    void each_series_applies_in_its_row() {
        assertEquals(List.of("general.application"), rows("ENGINEERING", null, Claim.ORDINARY));
        assertEquals(List.of("general.application"), rows("LIBRARY", "群众文化", Claim.ORDINARY));
        assertEquals(List.of("general.application"), rows("LAWYER", null, Catalogue.GREEN_CHANNEL));
        assertEquals(List.of("teachers.application"), rows("PARTY_SCHOOL", null, Claim.ORDINARY));
        assertEquals(List.of("health.application"), rows("HEALTH", null, Catalogue.GRASSROOTS_ASSOCIATE));
        assertEquals(List.of("statistics.application"), rows("STATISTICS", null, Claim.ORDINARY));
    }

    @Test
    void the_private_economy_special_has_a_date_only_where_a_row_says_so() {
        assertEquals(List.of("private-engineering.application"), rows("ENGINEERING", null, Catalogue.PRIVATE_ECONOMY));
        assertEquals(List.of("general.application"), rows("AGRICULTURE", null, Catalogue.PRIVATE_ECONOMY));
        assertEquals(List.of("general.application"), rows("ARTS", null, Catalogue.PRIVATE_ECONOMY));
        assertEquals(List.of(), rows("HEALTH", null, Catalogue.PRIVATE_ECONOMY));
        assertEquals(List.of(), rows("JOURNALISM", null, Catalogue.PRIVATE_ECONOMY));
    }

    @Test
    void what_no_row_names_has_no_date() {
        assertEquals(List.of(), rows("ENGINEERING", null, Catalogue.LITTLE_GIANT));
        assertEquals(List.of(), rows("ENGINEERING", null, Catalogue.CASE_BY_CASE));
        assertEquals(List.of(), rows("TRANSLATION", "英语", Claim.ORDINARY));
        assertEquals(List.of("general.application"), rows("TRANSLATION", "民语", Claim.ORDINARY));
        assertEquals(List.of(), rows("SHIPPING", null, Claim.ORDINARY));
        assertEquals(List.of(), rows("CIVIL_AVIATION", null, Claim.ORDINARY));
    }

    @Test
    void years_of_service_are_counted_to_the_last_day_of_the_year_and_shown() {
        assertEquals("自中级职称2019-12-31起，至2024-12-31止，计满5年", shown("2019-12-31", List.of()));
        assertEquals("自中级职称2020-01-01起，至2024-12-31止，计满5年", shown("2020-01-01", List.of()));
        assertEquals("自中级职称2020-01-02起，至2024-12-31止，计满4年", shown("2020-01-02", List.of()));
        assertEquals("自中级职称2019-12-31起，至2024-12-31止，扣除考核不合格的2024年度，计满4年",
                shown("2019-12-31", List.of(new Case.Assessment(2018, "不合格"), new Case.Assessment(2024, "不合格"), new Case.Assessment(2025, "不合格"))));
        assertEquals("自中级职称2019-12-31起，至2024-12-31止，扣除考核不合格的2021、2022年度，计满3年",
                shown("2019-12-31", List.of(new Case.Assessment(2021, "不合格"), new Case.Assessment(2022, "不合格"), new Case.Assessment(2023, "合格"))));
    }

    @Test
    void years_are_counted_from_the_title_below_the_one_applied_for_in_the_series_first() {
        var claim = new Claim(2024, "ENGINEERING", Optional.empty(), Optional.of(Level.ASSOCIATE_SENIOR), Claim.ORDINARY, Optional.empty());
        var below = title("ENGINEERING", Level.INTERMEDIATE, "2018-12-31");
        assertEquals("自中级职称2018-12-31起，至2024-12-31止，计满6年", years(claim, below, title("ENGINEERING", Level.ASSOCIATE_SENIOR, "2022-12-31")));
        assertEquals("自中级职称2018-12-31起，至2024-12-31止，计满6年", years(claim, below, title("HEALTH", Level.INTERMEDIATE, "2010-12-31"), title("ENGINEERING", Level.ASSISTANT, "2012-12-31")));
        assertEquals("没有低于所申报层级的职称；工作年限由人核定", years(claim, title("ENGINEERING", Level.ASSOCIATE_SENIOR, "2022-12-31")));
    }

    @Test
    void a_title_still_to_be_won_starts_no_years_of_service() {
        var claim = new Claim(2024, "ENGINEERING", Optional.empty(), Optional.of(Level.ASSOCIATE_SENIOR), Claim.ORDINARY, Optional.empty());
        assertEquals("没有低于所申报层级的职称；工作年限由人核定", years(claim, title("ENGINEERING", Level.INTERMEDIATE, "2030-01-01")));
        assertEquals("自" + Level.ASSISTANT.label().zh() + "职称2012-12-31起，至2024-12-31止，计满12年",
                years(claim, title("ENGINEERING", Level.INTERMEDIATE, "2030-01-01"), title("ENGINEERING", Level.ASSISTANT, "2012-12-31")));
    }

    @Test
    void which_years_of_education_fell_short_is_shown_with_how_much() {
        assertEquals("2021年95学时，2022年60学时（少30学时），2023年89.9学时（少0.1学时）",
                education(Map.of("employment", Case.Employment.STATE_ENTERPRISE, "grassroots", false, "hours", List.of(hours(2021, 950), hours(2022, 600), hours(2023, 899), hours(2024, 10)))));
        assertEquals("2023年40学时（至少少5学时）", education(Map.of("hours", List.of(hours(2023, 400)))));
        assertEquals("2023年40学时（少5学时）", education(Map.of("grassroots", true, "hours", List.of(hours(2023, 400)))));
        assertEquals("未说明申报前最后一个已结束年度（2023年）的学时；已说明：2019年120学时", education(Map.of("hours", List.of(hours(2019, 1200)))));
        assertEquals("未说明申报前最后一个已结束年度（2023年）的学时", education(Map.of()));
    }

    private static String education(Map<String, ?> known) {
        return verdict(new Edition2024(), "continuing-education", known).shown().zh();
    }

    private static Case.Hours hours(int year, int tenths) {
        return new Case.Hours(year, tenths, Optional.empty(), Optional.empty());
    }

    private static Case.Title title(String series, Level level, String date) {
        return new Case.Title(series, Optional.empty(), level, Optional.of(LocalDate.parse(date)), Optional.empty(), Optional.empty());
    }

    private static String years(Claim claim, Case.Title... titles) {
        var one = Case.of(LocalDate.of(2024, 8, 19).atStartOfDay(When.CHINA).toInstant(), claim, Map.of("titles", List.of(titles), "assessments", List.of()));
        return new Edition2024().rules().stream().filter(rule -> rule.id().equals("years-of-service")).findFirst().orElseThrow().judge().judge(one).shown().zh();
    }

    @Test
    void an_application_of_another_year_does_not_count_as_one_of_this_year() {
        var before = new Claim(2023, "HEALTH", Optional.empty(), Optional.empty(), Claim.ORDINARY, Optional.empty());
        assertEquals(Verdict.Outcome.SATISFIED, verdict(new Edition2024(), "one-series", Map.of("otherApplications", List.of(before))).outcome());
        var now = new Claim(2024, "HEALTH", Optional.empty(), Optional.empty(), Claim.ORDINARY, Optional.empty());
        assertEquals(Verdict.Outcome.FAILED, verdict(new Edition2024(), "one-series", Map.of("otherApplications", List.of(before, now))).outcome());
    }

    @Test
    void a_year_that_does_not_count_takes_off_only_what_lies_in_the_span() {
        var last = LocalDate.of(2024, 12, 31);
        assertEquals(5, ServiceYears.counted(LocalDate.of(2019, 3, 1), last, List.of(2019)));
        assertEquals(4, ServiceYears.counted(LocalDate.of(2019, 3, 1), last, List.of(2024)));
        assertEquals(0, ServiceYears.counted(LocalDate.of(2024, 3, 1), last, List.of(2024)));
    }

    /** B24-5.4: 终算时间为2024年12月31日, that day counted in. */
    @ParameterizedTest
    @CsvSource({"2019-01-01, 2024-12-31, , 6", "2019-01-01, 2024-12-31, 2019, 5", "2019-01-01, 2024-12-31, 2024, 5", "2019-01-02, 2024-12-31, , 5", "2018-12-31, 2024-12-31, , 6", "2018-12-31, 2024-12-31, 2018, 6",
        "2024-01-01, 2024-12-31, , 1", "2024-01-01, 2024-12-31, 2024, 0", "2024-12-31, 2024-12-31, , 0", "2025-01-01, 2024-12-31, , 0", "2025-06-01, 2024-12-31, , 0", "2020-02-29, 2024-12-31, , 4",
        "2020-02-29, 2021-02-28, , 1", "2020-02-29, 2021-02-27, , 0", "2020-02-29, 2024-02-28, , 4", "2019-03-01, 2020-02-29, , 1", "2019-03-01, 2020-02-28, , 0"})
    void the_last_day_counts(LocalDate from, LocalDate last, Integer bad, int years) {
        assertEquals(years, ServiceYears.counted(from, last, bad == null ? List.of() : List.of(bad)));
    }

    @Test
    void a_committee_of_2021_that_ran_late_counts_from_the_last_day_of_that_year() {
        var title = new Case.Title("ENGINEERING", Optional.empty(), Level.ASSISTANT, Optional.of(LocalDate.of(2022, 6, 30)), Optional.empty(), Optional.empty());
        var late = Map.of("titles", List.of(title), "assessments", List.of(), "answers.late-committee-year", "2021");
        assertEquals("自助理级职称2021-12-31起，至2023-12-31止，计满2年", verdict(new Edition2023(), "years-of-service", late).shown().zh());
        var another = Map.of("titles", List.of(title), "assessments", List.of(), "answers.late-committee-year", "2023");
        assertEquals("自助理级职称2022-06-30起，至2023-12-31止，计满1年", verdict(new Edition2023(), "years-of-service", another).shown().zh(), "B23-5.5 names 2021 and 2022 only");
        var inTime = Map.of("titles", List.of(title), "assessments", List.of());
        assertEquals("自助理级职称2022-06-30起，至2023-12-31止，计满1年", verdict(new Edition2023(), "years-of-service", inTime).shown().zh());
    }

    @Test
    void the_text_of_2023_says_that_its_annexes_are_not_in_it() {
        assertEquals(Optional.empty(), Notices.B23.number());
        assertEquals(4, Notices.B23.gaps().size());
        assertFalse(windows(new Edition2023()).stream().anyMatch(window -> window.step() == Step.APPLICATION && !(window.when() instanceof When.AnnouncedElsewhere)));
    }

    private static List<Window> windows(Edition edition) {
        return edition.calendar().value().orElseThrow().windows();
    }

    private static List<String> rows(String series, String specialty, String category) {
        var claim = new Claim(2024, series, Optional.ofNullable(specialty), Optional.empty(), category, Optional.empty());
        return windows(new Edition2024()).stream()
                .filter(window -> window.step() == Step.APPLICATION && window.scope().covers(claim).orElseThrow())
                .map(Window::id).toList();
    }

    private static String shown(String from, List<Case.Assessment> assessments) {
        var title = new Case.Title("ENGINEERING", Optional.empty(), Level.INTERMEDIATE, Optional.of(LocalDate.parse(from)), Optional.empty(), Optional.empty());
        return verdict(new Edition2024(), "years-of-service", Map.of("titles", List.of(title), "assessments", assessments)).shown().zh();
    }

    private static Verdict verdict(Edition edition, String rule, Map<String, ?> known) {
        var claim = new Claim(edition.year(), "ENGINEERING", Optional.empty(), Optional.empty(), Claim.ORDINARY, Optional.empty());
        var at = LocalDate.of(edition.year(), 8, 19).atTime(10, 0).atZone(When.CHINA).toInstant();
        return edition.rules().stream().filter(one -> one.id().equals(rule)).findFirst().orElseThrow().judge().judge(Case.of(at, claim, known));
    }
}
