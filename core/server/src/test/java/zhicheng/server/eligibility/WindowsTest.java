package zhicheng.server.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.eligibility.Somewhere.window;
import static zhicheng.spi.Verdict.Outcome.CANNOT_TELL;
import static zhicheng.spi.Verdict.Outcome.FAILED;
import static zhicheng.spi.Verdict.Outcome.SATISFIED;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.server.dossier.Arrivals;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.spi.Calendar;
import zhicheng.spi.Channel;
import zhicheng.spi.Claim;
import zhicheng.spi.Level;
import zhicheng.spi.Said;
import zhicheng.spi.Scope;
import zhicheng.spi.Scope.Part;
import zhicheng.spi.Step;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;
import zhicheng.spi.When;

/** Where a window begins and ends, to the second, and whose it is. */
class WindowsTest {
    private static final When SPAN = When.span(LocalDateTime.of(2024, 9, 16, 8, 0), LocalDateTime.of(2024, 9, 20, 17, 0), "9月16日8:00-20日17:00", null);
    private static final When DAYS = When.days(LocalDate.of(2024, 9, 11), LocalDate.of(2024, 10, 20), "9月11日0时至10月20日24时", null);
    private static final When BY_DAY = When.byDay(LocalDate.of(2024, 10, 31), "10月31日前", null);
    private static final When FROM = When.from(LocalDate.of(2024, 8, 1), "从8月1日起", null);
    private static final When COMMITTEES = When.setByCommittee(LocalDate.of(2024, 5, 10), LocalDate.of(2024, 9, 30), "由各评委会明确", null);
    private static final When COMMITTEES_FREELY = When.setByCommittee(null, null, "由各评委会明确", null);
    private static final When ELSEWHERE = When.elsewhere(Text.of("财政会计网", "the finance site"), URI.create("http://czkj.guizhou.gov.cn/"), null, "以通知为准", null);
    private static final When ELSEWHERE_UNTIL = When.elsewhere(Text.of("财政会计网", "the finance site"), null, LocalDate.of(2024, 10, 31), "10月31日前（以通知为准）", null);
    private static final When COUNTED = When.counted(5, true, When.Count.WITHIN_AFTER, Text.of("评审结束", "the review"), "5个工作日内", null);

    private static When when(String name) {
        return switch (name) {
            case "SPAN" -> SPAN;
            case "DAYS" -> DAYS;
            case "BY_DAY" -> BY_DAY;
            case "FROM" -> FROM;
            case "COMMITTEES" -> COMMITTEES;
            case "COMMITTEES_FREELY" -> COMMITTEES_FREELY;
            case "ELSEWHERE" -> ELSEWHERE;
            case "ELSEWHERE_UNTIL" -> ELSEWHERE_UNTIL;
            case "COUNTED" -> COUNTED;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Whoever the notice gives no end has that of the next after him that has one; where nobody after him has one there is none, and none is made up. */
    @ParameterizedTest
    @CsvSource({
        "bijie,     HEALTH,      employer,   EMPLOYER,         2024-10-18T17:00, B24-annex1",
        "bijie,     HEALTH,      employer,   RELAY,            2024-10-18T17:00, B24-annex1",
        "bijie,     HEALTH,      employer,   COMMITTEE_OFFICE, 2024-10-18T17:00, B24-annex1",
        "bijie,     ENGINEERING, employer,   EMPLOYER,         2024-09-30T17:00, B24-annex1",
        "bijie,     ACCOUNTING,  employer,   EMPLOYER,                         ,           ",
        "bijie,     AUDIT,       employer,   RELAY,                            ,           ",
        "bijie,     HEALTH,      another,    EMPLOYER,                         ,           ",
        "jiayuguan, ENGINEERING, public,     EMPLOYER,         2024-11-01T00:00, J24-2.3",
        "jiayuguan, ENGINEERING, public,     SUPERIOR_DEPT,    2024-12-26T00:00, J24-2.3",
        "jiayuguan, ENGINEERING, public,     COMMITTEE_OFFICE, 2024-12-26T00:00, J24-2.3",
        "xianning,  ENGINEERING, state-unit, EMPLOYER,         2024-10-01T00:00, X24-4",
        "xianning,  ENGINEERING, state-unit, SUPERIOR_DEPT,    2024-10-01T00:00, X24-4",
        "xianning,  ENGINEERING, state-unit, HRSS_CITY,        2024-10-01T00:00, X24-4",
        "xianning,  ENGINEERING, state-unit, COMMITTEE_OFFICE, 2024-10-01T00:00, X24-4",
    })
    void a_reviewer_is_done_by_his_own_end_or_that_of_the_next_after_him(String region, String series, String channel, Channel.Kind kind, LocalDateTime due, String clause) {
        var edition = Regions.load(null, Map.of()).newest(region, 2024).orElseThrow();
        var claim = new Claim(2024, series, Optional.empty(), Optional.of(Level.ASSOCIATE_SENIOR), Claim.ORDINARY, Optional.of(channel));
        assertEquals(due == null ? null : due.atZone(When.CHINA).toInstant(), Arrivals.due(edition, claim, kind));
        assertEquals(clause, Arrivals.ends(edition, claim, kind).stream().findFirst().map(window -> window.clause().id()).orElse(null));
    }

    /** X24-5.2b: a county's bureau, which stands in no chain, has what it has before the city's. */
    @Test
    void a_countys_bureau_is_done_by_the_end_of_the_citys_or_of_the_next_after_that() {
        var chain = Stream.of(Channel.Kind.EMPLOYER, Channel.Kind.HRSS_CITY, Channel.Kind.COMMITTEE_OFFICE).map(kind -> Channel.Node.of(kind, Text.of("环节", "step"))).toList();
        var edition = Somewhere.loaded(new Somewhere(Said.says(Calendar.of(Calendar.Window.of("intake", Somewhere.CLAUSE, Step.INTAKE, Scope.all(), BY_DAY))),
                Said.says(List.of(Channel.of("one", Somewhere.CLAUSE, Text.of("渠道", "channel"), Text.of("全体", "all"), List.of(), chain))), List.of()));
        var claim = new Claim(2024, "ENGINEERING", Optional.empty(), Optional.of(Level.INTERMEDIATE), Claim.ORDINARY, Optional.of("one"));
        assertEquals(china(LocalDateTime.of(2024, 11, 1, 0, 0)), Arrivals.due(edition, claim, Channel.Kind.HRSS_COUNTY));
        assertNull(Arrivals.due(edition, claim, Channel.Kind.RELAY), "who has nothing to do with it");
    }

    /** From inside, until outside, to the second; 24:00 is the next day's 00:00. */
    @ParameterizedTest
    @CsvSource({
        "SPAN, 2024-09-16T07:59:59, UPCOMING, FAILED", "SPAN, 2024-09-16T08:00:00, OPEN, SATISFIED",
        "SPAN, 2024-09-20T16:59:59, OPEN, SATISFIED", "SPAN, 2024-09-20T17:00:00, PAST, FAILED",
        "DAYS, 2024-09-10T23:59:59, UPCOMING, FAILED", "DAYS, 2024-09-11T00:00:00, OPEN, SATISFIED",
        "DAYS, 2024-10-20T23:59:59, OPEN, SATISFIED", "DAYS, 2024-10-21T00:00:00, PAST, FAILED",
        "BY_DAY, 2024-01-01T00:00:00, DUE, SATISFIED", "BY_DAY, 2024-10-31T23:59:59, DUE, SATISFIED", "BY_DAY, 2024-11-01T00:00:00, PAST, FAILED",
        "FROM, 2024-07-31T23:59:59, UPCOMING, FAILED", "FROM, 2024-08-01T00:00:00, OPEN, SATISFIED", "FROM, 2999-01-01T00:00:00, OPEN, SATISFIED",
        "COMMITTEES, 2024-05-09T23:59:59, SET_BY_COMMITTEE, CANNOT_TELL", "COMMITTEES, 2024-09-30T23:59:59, SET_BY_COMMITTEE, CANNOT_TELL",
        "COMMITTEES, 2024-10-01T00:00:00, PAST, FAILED", "COMMITTEES_FREELY, 2024-10-01T00:00:00, SET_BY_COMMITTEE, CANNOT_TELL",
        "ELSEWHERE, 2024-10-01T00:00:00, ANNOUNCED_ELSEWHERE, CANNOT_TELL", "ELSEWHERE, 2999-10-01T00:00:00, ANNOUNCED_ELSEWHERE, CANNOT_TELL",
        "ELSEWHERE_UNTIL, 2024-10-31T23:59:59, ANNOUNCED_ELSEWHERE, CANNOT_TELL", "ELSEWHERE_UNTIL, 2024-11-01T00:00:00, PAST, FAILED",
        "COUNTED, 2024-09-01T00:00:00, COUNTED, CANNOT_TELL"})
    void a_window_at_an_instant(String when, LocalDateTime at, Windows.State state, Verdict.Outcome outcome) {
        assertEquals(state, Windows.state(when(when), china(at)));
        var finding = ask(Somewhere.with(window("application", Scope.all(), when(when))), claim(null, null), at).finding();
        assertEquals(outcome, finding.outcome());
        assertEquals(Windows.CODE, finding.code());
        assertEquals(Somewhere.CLAUSE, finding.clause());
        assertEquals(outcome != SATISFIED, finding.holdsUp(), "an application outside its window is refused");
    }

    @ParameterizedTest
    @CsvSource({
        "SPAN, 2024-09-16T08:00:00, 2024-09-20T17:00:00", "DAYS, 2024-09-11T00:00:00, 2024-10-21T00:00:00", "BY_DAY,, 2024-11-01T00:00:00", "FROM, 2024-08-01T00:00:00,",
        "COMMITTEES, 2024-05-10T00:00:00, 2024-10-01T00:00:00", "COMMITTEES_FREELY,,", "ELSEWHERE,,", "ELSEWHERE_UNTIL,, 2024-11-01T00:00:00", "COUNTED,,"})
    void the_bounds_of_a_window_are_those_that_somebody_said(String when, LocalDateTime from, LocalDateTime until) {
        assertEquals(Optional.ofNullable(from).map(WindowsTest::china), Windows.from(when(when)));
        assertEquals(Optional.ofNullable(until).map(WindowsTest::china), Windows.until(when(when)));
    }

    @Test
    void one_nanosecond_before_the_end_is_inside() {
        var end = china(LocalDateTime.of(2024, 9, 20, 17, 0));
        assertEquals(Windows.State.OPEN, Windows.state(SPAN, end.minusNanos(1)));
        assertEquals(Windows.State.PAST, Windows.state(SPAN, end));
    }

    @Test
    void an_upcoming_window_says_from_when_and_an_open_one_until_when() {
        var edition = Somewhere.with(window("application", Scope.all(), SPAN));
        var upcoming = ask(edition, claim(null, null), LocalDateTime.of(2024, 9, 1, 0, 0));
        assertEquals(china(LocalDateTime.of(2024, 9, 16, 8, 0)), upcoming.finding().from());
        assertEquals(upcoming.finding().from(), upcoming.opens().orElseThrow());
        assertTrue(upcoming.finding().remedy().en().contains("2024-09-16 08:00"));
        var over = ask(edition, claim(null, null), LocalDateTime.of(2024, 9, 21, 0, 0));
        assertNull(over.finding().from());
        assertNull(over.finding().remedy());
        assertEquals(china(LocalDateTime.of(2024, 9, 20, 17, 0)), over.closes().orElseThrow());
        assertTrue(over.finding().shown().zh().contains("2024-09-20 17:00"), over.finding().shown().zh());
    }

    @Test
    void what_another_body_announces_is_never_guessed_and_says_who_and_where() {
        var finding = ask(Somewhere.with(window("application", Scope.all(), ELSEWHERE)), claim(null, null), LocalDateTime.of(2024, 9, 1, 0, 0));
        assertTrue(finding.finding().shown().zh().contains("财政会计网") && finding.finding().shown().en().contains("http://czkj.guizhou.gov.cn/"));
        assertEquals(Optional.empty(), finding.opens());
        assertEquals(Optional.empty(), finding.closes());
    }

    @Test
    void a_committee_notice_opens_what_was_announced_elsewhere_up_to_the_printed_limit() {
        var notice = notice("2024-10-25T09:00:00", "2024-11-05T18:00:00", List.of());
        var unlimited = Somewhere.with(window("application", Scope.all(), ELSEWHERE));
        assertEquals(SATISFIED, ask(unlimited, claim(null, null), LocalDateTime.of(2024, 11, 3, 0, 0), notice).finding().outcome());
        var limited = Somewhere.with(window("application", Scope.all(), ELSEWHERE_UNTIL));
        assertEquals(FAILED, ask(limited, claim(null, null), LocalDateTime.of(2024, 11, 3, 0, 0), notice).finding().outcome());
        var open = ask(limited, claim(null, null), LocalDateTime.of(2024, 10, 31, 23, 59, 59), notice);
        assertEquals(SATISFIED, open.finding().outcome());
        assertEquals(china(LocalDateTime.of(2024, 11, 1, 0, 0)), open.closes().orElseThrow());
    }

    @Test
    void of_what_a_committee_says_of_a_claim_the_last_counts() {
        var edition = Somewhere.with(window("application", Scope.all(), ELSEWHERE));
        var all = notice("2024-06-01T00:00:00", "2024-10-01T00:00:00", List.of());
        var later = new CommitteeWindow(UUID.randomUUID(), all.committee(), all.committeeName(), null, all.series(), List.of("INTERMEDIATE"), List.of(), all.from(), china(LocalDateTime.of(2024, 7, 11, 0, 0)),
                china(LocalDateTime.of(2024, 6, 10, 9, 0)), null, null, null);
        assertEquals(SATISFIED, ask(edition, claim(null, Level.INTERMEDIATE), LocalDateTime.of(2024, 7, 10, 0, 0), all, later).finding().outcome());
        var over = ask(edition, claim(null, Level.INTERMEDIATE), LocalDateTime.of(2024, 8, 1, 0, 0), all, later);
        assertEquals(FAILED, over.finding().outcome());
        assertEquals(Optional.of(later.until()), over.closes());
        assertEquals(List.of(later), over.notices());
        assertEquals(SATISFIED, ask(edition, claim(null, Level.ASSOCIATE_SENIOR), LocalDateTime.of(2024, 8, 1, 0, 0), all, later).finding().outcome(), "of which it says nothing anew");
        assertEquals(List.of("claim.level"), ask(edition, claim(null, null), LocalDateTime.of(2024, 8, 1, 0, 0), all, later).finding().missing());
        assertEquals(Set.of(all, later), Set.copyOf(Windows.intakes(edition, Instant.MAX, List.of(all, later))), "the first one still stands for other levels");
        var anew = new CommitteeWindow(UUID.randomUUID(), all.committee(), all.committeeName(), null, all.series(), List.of(), List.of(), all.from(), later.until(), later.published().plusSeconds(1), null, null, null);
        assertEquals(List.of(anew), Windows.intakes(edition, Instant.MAX, List.of(all, later, anew)));
        assertEquals(List.of(all), Windows.intakes(edition, later.published().minusSeconds(1), List.of(all, later, anew)), "before they were published");
    }

    @Test
    void an_autonomous_units_notice_is_for_its_own_people() {
        var edition = Somewhere.with(window("application", Scope.all(), ELSEWHERE));
        var unit = UUID.randomUUID();
        var open = notice("2024-06-01T00:00:00", "2024-10-01T00:00:00", List.of());
        var own = new CommitteeWindow(open.notice(), open.committee(), "某院自主评审委员会", unit, open.series(), open.levels(), open.categories(), open.from(), open.until(), open.published(), null, null, null);
        var at = LocalDateTime.of(2024, 8, 1, 0, 0);
        var untold = ask(edition, claim(null, Level.INTERMEDIATE), at, own);
        assertEquals(CANNOT_TELL, untold.finding().outcome());
        assertTrue(untold.finding().shown().zh().contains("某院自主评审委员会") && untold.finding().holdsUp(), untold.finding().shown().zh());
        assertEquals(List.of(), untold.finding().missing());
        assertEquals(List.of(own), untold.notices(), "which may take it");
        var theirs = CommitteeWindow.forUnit(unit, List.of(own)).toArray(CommitteeWindow[]::new);
        assertEquals(SATISFIED, ask(edition, claim(null, Level.INTERMEDIATE), at, theirs).finding().outcome());
        assertEquals(List.of(), CommitteeWindow.forUnit(UUID.randomUUID(), List.of(own)));
        assertEquals(SATISFIED, ask(edition, claim(null, Level.INTERMEDIATE), at, own, notice("2024-06-01T00:00:00", "2024-10-01T00:00:00", List.of())).finding().outcome(), "another committee takes everybody's");
    }

    /** The notice's own time, cut to the bounds of the region's: 10 May 00:00 to 30 September 24:00. */
    @ParameterizedTest
    @CsvSource({
        "2024-05-01T09:00:00, 2024-06-01T18:00:00, 2024-05-09T23:59:59, FAILED, 2024-05-10T00:00:00",
        "2024-05-01T09:00:00, 2024-06-01T18:00:00, 2024-05-10T00:00:00, SATISFIED,",
        "2024-05-20T00:00:00, 2024-07-11T00:00:00, 2024-05-19T23:59:59, FAILED, 2024-05-20T00:00:00",
        "2024-05-20T00:00:00, 2024-07-11T00:00:00, 2024-05-20T00:00:00, SATISFIED,",
        "2024-05-20T00:00:00, 2024-07-11T00:00:00, 2024-07-10T23:59:59, SATISFIED,",
        "2024-05-20T00:00:00, 2024-07-11T00:00:00, 2024-07-11T00:00:00, FAILED,",
        "2024-09-20T00:00:00, 2024-10-20T00:00:00, 2024-09-30T23:59:59, SATISFIED,",
        "2024-09-20T00:00:00, 2024-10-20T00:00:00, 2024-10-01T00:00:00, FAILED,",
        "2024-10-05T00:00:00, 2024-10-20T00:00:00, 2024-09-20T00:00:00, CANNOT_TELL,",
        "2024-10-05T00:00:00, 2024-10-20T00:00:00, 2024-10-10T00:00:00, FAILED,",
        "2024-05-01T00:00:00, 2024-05-10T00:00:00, 2024-05-05T00:00:00, CANNOT_TELL,"})
    void a_committee_notice_within_the_bounds(String from, String until, LocalDateTime at, Verdict.Outcome outcome, LocalDateTime opens) {
        var finding = ask(Somewhere.with(window("application", Scope.all(), COMMITTEES)), claim(null, null), at, notice(from, until, List.of())).finding();
        assertEquals(outcome, finding.outcome());
        assertEquals(opens == null ? null : china(opens), finding.from());
    }

    /** As {@link #a_committee_notice_within_the_bounds}, for the calendar: 10 May 00:00 to 30 September 24:00, or 31 October 24:00. */
    @ParameterizedTest
    @CsvSource({
        "COMMITTEES, 2024-05-01T09:00:00, 2024-06-01T18:00:00, 2024-05-10T00:00:00, 2024-06-01T18:00:00",
        "COMMITTEES, 2024-05-20T00:00:00, 2024-07-11T00:00:00, 2024-05-20T00:00:00, 2024-07-11T00:00:00",
        "COMMITTEES, 2024-05-01T00:00:00, 2024-10-20T00:00:00, 2024-05-10T00:00:00, 2024-10-01T00:00:00",
        "COMMITTEES, 2024-10-01T00:00:00, 2024-10-20T00:00:00,,",
        "COMMITTEES_FREELY, 2024-05-01T00:00:00, 2024-10-20T00:00:00, 2024-05-01T00:00:00, 2024-10-20T00:00:00",
        "ELSEWHERE_UNTIL, 2024-05-01T00:00:00, 2024-12-01T00:00:00, 2024-05-01T00:00:00, 2024-11-01T00:00:00",
        "SPAN, 2024-09-17T00:00:00, 2024-09-18T00:00:00,,"})
    void an_intake_is_cut_as_an_application_is_judged(String when, String from, String until, LocalDateTime first, LocalDateTime last) {
        var edition = Somewhere.with(window("application", Scope.all(), when(when)));
        var notice = notice(from, until, List.of());
        var intakes = Windows.intakes(edition, notice.until(), List.of(notice));
        assertEquals(first == null ? List.of() : List.of(china(first)), intakes.stream().map(CommitteeWindow::from).toList());
        assertEquals(last == null ? List.of() : List.of(china(last)), intakes.stream().map(CommitteeWindow::until).toList());
        assertEquals(ask(edition, claim(null, null), LocalDateTime.parse(until), notice).notices(), intakes);
    }

    @Test
    void an_intake_is_cut_by_the_windows_that_it_has_to_do_with_and_told_once() {
        var engineering = Part.series("ENGINEERING");
        var edition = Somewhere.with(
                window("senior", Scope.of(engineering.levels(Level.FULL_SENIOR)), COMMITTEES),
                window("middle", Scope.of(engineering.levels(Level.INTERMEDIATE).notCategories("GREEN")), ELSEWHERE_UNTIL),
                window("health", Scope.of(Part.series("HEALTH")), COMMITTEES_FREELY));
        assertEquals("2024-05-01T00:00 2024-11-01T00:00", cut(edition, List.of(), List.of()), "both windows of engineering");
        assertEquals("2024-05-10T00:00 2024-10-01T00:00", cut(edition, List.of("FULL_SENIOR"), List.of()));
        assertEquals("2024-05-01T00:00 2024-11-01T00:00", cut(edition, List.of("INTERMEDIATE"), List.of("GREEN", Claim.ORDINARY)));
        assertEquals("", cut(edition, List.of("INTERMEDIATE"), List.of("GREEN")), "left out of that window, and of no other");
        assertEquals("", cut(edition, List.of("MEMBER"), List.of()));
        var later = notice("2024-06-01T00:00:00", "2024-07-01T00:00:00", List.of());
        var sooner = notice("2024-05-20T00:00:00", "2024-08-01T00:00:00", List.of());
        assertEquals(List.of(sooner, later), Windows.intakes(edition, Instant.MAX, List.of(later, sooner)));
    }

    private static String cut(LoadedEdition edition, List<String> levels, List<String> categories) {
        var notice = new CommitteeWindow(UUID.randomUUID(), UUID.randomUUID(), "某评委会", null, List.of("ENGINEERING"), levels, categories,
                china(LocalDateTime.of(2024, 5, 1, 0, 0)), china(LocalDateTime.of(2024, 12, 1, 0, 0)), Instant.MIN, null, null, null);
        return Windows.intakes(edition, Instant.MAX, List.of(notice)).stream()
                .map(one -> one.from().atZone(When.CHINA).toLocalDateTime() + " " + one.until().atZone(When.CHINA).toLocalDateTime()).collect(Collectors.joining("; "));
    }

    @Test
    void of_several_notices_the_open_one_then_the_next_then_the_last_to_close() {
        var edition = Somewhere.with(window("application", Scope.all(), COMMITTEES_FREELY));
        var first = notice("2024-05-01T00:00:00", "2024-05-10T00:00:00", List.of());
        var second = notice("2024-05-05T00:00:00", "2024-05-20T00:00:00", List.of());
        var third = notice("2024-06-01T00:00:00", "2024-06-10T00:00:00", List.of());
        assertEquals(second.until(), ask(edition, claim(null, null), LocalDateTime.of(2024, 5, 7, 0, 0), first, second, third).closes().orElseThrow(), "both are open: the one that closes last");
        assertEquals(third.from(), ask(edition, claim(null, null), LocalDateTime.of(2024, 5, 25, 0, 0), first, second, third).finding().from());
        assertEquals(first.from(), ask(edition, claim(null, null), LocalDateTime.of(2024, 4, 25, 0, 0), third, second, first).finding().from());
        var over = ask(edition, claim(null, null), LocalDateTime.of(2024, 7, 1, 0, 0), third, first, second);
        assertEquals(third.until(), over.closes().orElseThrow());
        assertEquals(3, over.notices().size());
    }

    @Test
    void a_notice_for_another_series_category_or_level_does_not_open() {
        var edition = Somewhere.with(window("application", Scope.all(), COMMITTEES_FREELY));
        var at = LocalDateTime.of(2024, 5, 7, 0, 0);
        var from = china(LocalDateTime.of(2024, 5, 1, 0, 0));
        var until = china(LocalDateTime.of(2024, 6, 1, 0, 0));
        var other = new CommitteeWindow(UUID.randomUUID(), UUID.randomUUID(), "某评委会", null, List.of("HEALTH"), List.of(), List.of(), from, until, Instant.MIN, null, null, null);
        assertEquals(CANNOT_TELL, ask(edition, claim(null, null), at, other).finding().outcome());
        assertEquals(List.of(), ask(edition, claim(null, null), at, other).notices());
        var special = new CommitteeWindow(UUID.randomUUID(), UUID.randomUUID(), "某评委会", null, List.of("ENGINEERING"), List.of(), List.of("GREEN"), from, until, Instant.MIN, null, null, null);
        assertEquals(CANNOT_TELL, ask(edition, claim(null, null), at, special).finding().outcome());
        var senior = notice("2024-05-01T00:00:00", "2024-06-01T00:00:00", List.of("FULL_SENIOR", "ASSOCIATE_SENIOR"));
        assertEquals(SATISFIED, ask(edition, claim(null, Level.ASSOCIATE_SENIOR), at, senior).finding().outcome());
        assertEquals(CANNOT_TELL, ask(edition, claim(null, Level.INTERMEDIATE), at, senior).finding().outcome());
    }

    @Test
    void a_level_not_told_is_asked_for_where_a_notice_hangs_on_it_and_never_failed() {
        var edition = Somewhere.with(window("application", Scope.all(), COMMITTEES_FREELY));
        var at = LocalDateTime.of(2024, 7, 7, 0, 0);
        var everybody = notice("2024-05-01T00:00:00", "2024-06-01T00:00:00", List.of());
        var senior = notice("2024-07-01T00:00:00", "2024-08-01T00:00:00", List.of("ASSOCIATE_SENIOR"));
        var untold = ask(edition, claim(null, null), at, everybody, senior).finding();
        assertEquals(CANNOT_TELL, untold.outcome());
        assertEquals(List.of("claim.level"), untold.missing());
        assertEquals(SATISFIED, ask(edition, claim(null, Level.ASSOCIATE_SENIOR), at, everybody, senior).finding().outcome());
        assertEquals(FAILED, ask(edition, claim(null, Level.INTERMEDIATE), at, everybody, senior).finding().outcome());
        assertEquals(FAILED, ask(edition, claim(null, null), LocalDateTime.of(2024, 9, 1, 0, 0), everybody, senior).finding().outcome(), "both are over: the level does not matter");
    }

    @Test
    void a_window_is_for_its_series_specialties_levels_and_categories() {
        var edition = Somewhere.with(
                window("engineering", Scope.of(Part.series("ENGINEERING").specialties("建筑工程").levels(Level.INTERMEDIATE).categories(Claim.ORDINARY)), SPAN),
                window("special", Scope.of(Part.series("ENGINEERING").categories("GREEN")), DAYS),
                window("health", Scope.of(Part.series("HEALTH").notSpecialties("护理").notCategories("GREEN")), DAYS));
        var at = LocalDateTime.of(2024, 9, 18, 10, 0);
        assertEquals(SATISFIED, ask(edition, claim("建筑工程", Level.INTERMEDIATE), at).finding().outcome());
        assertEquals(china(LocalDateTime.of(2024, 9, 20, 17, 0)), ask(edition, claim("建筑工程", Level.INTERMEDIATE), at).closes().orElseThrow());
        notSaid(ask(edition, claim("机械工程", Level.INTERMEDIATE), at));
        notSaid(ask(edition, claim("建筑工程", Level.ASSISTANT), at));
        notSaid(ask(edition, new Claim(2024, "ECONOMICS", Optional.empty(), Optional.empty(), Claim.ORDINARY, Optional.empty()), at));
        assertEquals(china(LocalDateTime.of(2024, 10, 21, 0, 0)), ask(edition, new Claim(2024, "ENGINEERING", Optional.empty(), Optional.empty(), "GREEN", Optional.empty()), at).closes().orElseThrow());
        notSaid(ask(edition, health("护理", Claim.ORDINARY), at));
        notSaid(ask(edition, health("内科", "GREEN"), at));
        assertEquals(SATISFIED, ask(edition, health("内科", Claim.ORDINARY), at).finding().outcome());
        missing(ask(edition, health(null, Claim.ORDINARY), at), "claim.specialty");
    }

    @Test
    void a_claim_is_asked_only_for_what_its_window_hangs_on() {
        var at = LocalDateTime.of(2024, 9, 18, 10, 0);
        var specialty = Somewhere.with(window("a", Scope.of(Part.series("ENGINEERING").specialties("建筑工程")), SPAN), window("b", Scope.of(Part.series("HEALTH").levels(Level.MEMBER)), SPAN));
        missing(ask(specialty, claim(null, null), at), "claim.specialty");
        var level = Somewhere.with(window("a", Scope.of(Part.series("ENGINEERING").levels(Level.INTERMEDIATE)), SPAN));
        missing(ask(level, claim(null, null), at), "claim.level");
        var both = Somewhere.with(window("a", Scope.of(Part.series("ENGINEERING").specialties("建筑工程").levels(Level.INTERMEDIATE)), SPAN));
        missing(ask(both, claim(null, null), at), "claim.specialty", "claim.level");
        missing(ask(both, claim("建筑工程", null), at), "claim.level");
        missing(ask(both, claim(null, Level.INTERMEDIATE), at), "claim.specialty");
    }

    @Test
    void a_window_that_is_over_does_not_refuse_while_another_may_be_the_claims() {
        var edition = Somewhere.with(window("general", Scope.of(Part.series("ENGINEERING")), When.days(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 5, 31), "5月", null)),
                window("late", Scope.of(Part.series("ENGINEERING").specialties("建筑工程")), DAYS));
        var at = LocalDateTime.of(2024, 9, 18, 10, 0);
        missing(ask(edition, claim(null, null), at), "claim.specialty");
        assertEquals(SATISFIED, ask(edition, claim("建筑工程", null), at).finding().outcome());
        assertEquals(FAILED, ask(edition, claim("机械工程", null), at).finding().outcome());
        assertEquals(SATISFIED, ask(edition, claim(null, null), LocalDateTime.of(2024, 5, 18, 10, 0)).finding().outcome(), "the general one is open to every specialty");
        assertEquals(FAILED, ask(edition, claim(null, null), LocalDateTime.of(2024, 11, 18, 10, 0)).finding().outcome(), "both are over");
    }

    private static void missing(Windows.Intake intake, String... paths) {
        assertEquals(CANNOT_TELL, intake.finding().outcome());
        assertEquals(List.of(paths), intake.finding().missing());
    }

    private static void notSaid(Windows.Intake intake) {
        assertEquals(CANNOT_TELL, intake.finding().outcome());
        assertEquals(List.of(), intake.finding().missing());
        assertTrue(intake.finding().shown().en().contains("no time for this claim"), intake.finding().shown().en());
    }

    private static Windows.Intake ask(LoadedEdition edition, Claim claim, LocalDateTime at, CommitteeWindow... announced) {
        return Windows.application(edition, claim, china(at), List.of(announced));
    }

    private static Claim claim(String specialty, Level level) {
        return new Claim(2024, "ENGINEERING", Optional.ofNullable(specialty), Optional.ofNullable(level), Claim.ORDINARY, Optional.empty());
    }

    private static Claim health(String specialty, String category) {
        return new Claim(2024, "HEALTH", Optional.ofNullable(specialty), Optional.empty(), category, Optional.empty());
    }

    private static CommitteeWindow notice(String from, String until, List<String> levels) {
        return new CommitteeWindow(UUID.randomUUID(), UUID.randomUUID(), "某评委会", null, List.of("ENGINEERING"), levels, List.of(), china(LocalDateTime.parse(from)), china(LocalDateTime.parse(until)), Instant.MIN, null, null, null);
    }

    private static Instant china(LocalDateTime local) {
        return local.atZone(When.CHINA).toInstant();
    }
}
