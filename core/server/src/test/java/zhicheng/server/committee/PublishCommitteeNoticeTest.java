package zhicheng.server.committee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.key;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.server.Applicant;
import zhicheng.server.Office;
import zhicheng.server.World;

@Tag("database")
class PublishCommitteeNoticeTest {
    private static final List<String> LEVELS = List.of("FULL_SENIOR", "ASSOCIATE_SENIOR", "INTERMEDIATE");
    private static World world;

    @BeforeAll
    static void open() {
        world = World.at("2024-05-09T09:00:00+08:00");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void within_the_regions_bounds_it_opens_the_window_at_once() {
        world.time("2024-05-09T09:00:00+08:00");
        var office = Office.of(world, "xianning", List.of("MUSEUM", "LIBRARY"), LEVELS);
        assertEquals("CANNOT_TELL", window("xianning", "MUSEUM", "INTERMEDIATE").get("outcome"), "no committee has announced anything");
        var input = office.notice(2024, "2024-05-09T09:00:00+08:00", "2024-07-11T00:00:00+08:00");
        input.put("series", List.of("MUSEUM", "MUSEUM"));
        input.put("levels", List.of("INTERMEDIATE"));
        input.put("link", "https://example.org/%E9%80%9A%E7%9F%A5?a='b");
        var published = office.publish(input);
        assertEquals(List.of(), findings(published));
        var notice = map(published.get("committeeNotice"));
        var id = notice.remove("id");
        assertEquals(Applicant.input("region", "xianning", "year", 2024, "series", List.of("MUSEUM"), "levels", List.of("INTERMEDIATE"), "categories", null,
                "intakeFrom", "2024-05-09T09:00:00+08:00", "intakeUntil", "2024-07-11T00:00:00+08:00", "auditUntil", null, "publishedAt", "2024-05-09T09:00:00+08:00",
                "document", null, "permittedBy", null, "link", "https://example.org/%E9%80%9A%E7%9F%A5?a='b", "committee", Map.of("id", office.committee().toString())), notice);
        assertEquals("SATISFIED", window("xianning", "MUSEUM", "INTERMEDIATE").get("outcome"));
        var calendar = world.ask(World.Caller.PUBLIC, """
                { now: calendar(region: "xianning", year: 2024) { intakes { notice levels series published until } }
                  before: calendar(region: "xianning", year: 2024, at: "2024-05-09T08:59:59+08:00") { intakes { notice } } }""", Map.of());
        assertTrue(calendar.<List<Object>>at("data", "now", "intakes").contains(Map.of("notice", id, "levels", List.of("INTERMEDIATE"), "series", List.of("MUSEUM"),
                "published", "2024-05-09T09:00:00+08:00", "until", "2024-07-11T00:00:00+08:00")), () -> calendar.body().toString());
        assertTrue(!calendar.<List<Object>>at("data", "before", "intakes").contains(Map.of("notice", id)), "what is published later is not known before");
        assertEquals("CANNOT_TELL", window("xianning", "MUSEUM", "FULL_SENIOR").get("outcome"), "not this level");
        assertEquals("CANNOT_TELL", window("xianning", "LIBRARY", "INTERMEDIATE").get("outcome"), "nor this series");
        assertEquals(id, map(office.publish(input).get("committeeNotice")).get("id"), "the same key, the same notice");
        assertEquals(1L, world.<Long>value("select count(*) from committee_notice where committee = ?", office.committee()));
        world.time("2024-07-11T00:00:00+08:00");
        assertEquals("FAILED", window("xianning", "MUSEUM", "INTERMEDIATE").get("outcome"));
    }

    @Test
    void where_the_notice_leaves_the_time_to_another_body_its_announcement_opens_the_window() {
        world.time("2024-09-01T09:00:00+08:00");
        var office = Office.of(world, "bijie", List.of("AUDIT"), LEVELS);
        assertEquals("CANNOT_TELL", window("bijie", "AUDIT", "INTERMEDIATE").get("outcome"));
        assertEquals(List.of(), codes(office.publish(office.notice(2024, "2024-09-01T09:00:00+08:00", "2024-09-08T17:00:00+08:00"))));
        assertEquals("SATISFIED", window("bijie", "AUDIT", "INTERMEDIATE").get("outcome"));
    }

    @ParameterizedTest
    @CsvSource({
        "xianning, ENGINEERING, 2024-10-01T00:00:00+08:00, 2024-10-01T00:00:00.001+08:00, X24-4, 2024-10-01 00:00",
        "bijie, HEALTH, 2024-10-18T17:00:00+08:00, 2024-10-18T17:00:01+08:00, B24-5.1, 2024-10-18 17:00",
        "bijie, ACCOUNTING, 2025-04-01T00:00:00+08:00, 2025-04-01T00:00:01+08:00, B24-5.1, 2025-04-01 00:00",
        "jiayuguan, ENGINEERING, 2024-10-21T00:00:00+08:00, 2024-10-21T00:00:01+08:00, J24-2.3, 2024-10-21 00:00",
    })
    void never_later_than_the_regions_date_and_the_refusal_says_which(String region, String series, String last, String late, String clause, String limit) {
        world.time("2024-05-09T09:00:00+08:00");
        var office = Office.of(world, region, List.of(series), LEVELS);
        var from = "2024-09-19T00:00:00+08:00";
        var refused = office.publish(office.notice(2024, from, late));
        assertNull(refused.get("committeeNotice"));
        assertEquals(List.of("notice.late"), codes(refused));
        var finding = findings(refused).getFirst();
        assertEquals(clause, map(finding.get("clause")).get("id"));
        assertTrue(((String) map(finding.get("remedy")).get("en")).contains(limit), finding::toString);
        assertEquals("input.intakeUntil", finding.get("path"));
        assertEquals(List.of(), codes(office.publish(office.notice(2024, from, last))), "the limit itself");
    }

    @ParameterizedTest
    @CsvSource({"bijie, HEALTH, 2024-09-16T07:59:59+08:00, 2024-09-16T08:00:00+08:00", "jiayuguan, ENGINEERING, 2024-09-10T23:59:59+08:00, 2024-09-11T00:00:00+08:00"})
    void never_before_the_region_opens(String region, String series, String early, String first) {
        world.time("2024-05-09T09:00:00+08:00");
        var office = Office.of(world, region, List.of(series), LEVELS);
        var refused = office.publish(office.notice(2024, early, "2024-09-18T00:00:00+08:00"));
        assertEquals(List.of("notice.early"), codes(refused));
        assertEquals(first, findings(refused).getFirst().get("from"));
        assertEquals(List.of(), codes(office.publish(office.notice(2024, first, "2024-09-18T00:00:00+08:00"))));
    }

    /** B24-annex1 takes ordinary applications of engineering from 8-19 to 9-30 and the private-economy special from 11-4 to 12-5. */
    @Test
    void a_notice_for_every_category_keeps_the_dates_of_each() {
        world.time("2024-05-09T09:00:00+08:00");
        var office = Office.of(world, "bijie", List.of("ENGINEERING"), LEVELS);
        var refused = office.publish(office.notice(2024, "2024-08-19T08:00:00+08:00", "2024-09-30T17:00:00+08:00"));
        assertEquals(List.of("notice.early"), codes(refused));
        assertEquals("2024-11-04T08:00:00+08:00", findings(refused).getFirst().get("from"));
        assertEquals("not before 2024-11-04 08:00; or name the review categories of this notice, and give PRIVATE_ECONOMY one of its own", map(findings(refused).getFirst().get("remedy")).get("en"));
        var late = office.publish(office.notice(2024, "2024-11-04T08:00:00+08:00", "2024-12-05T17:00:01+08:00"));
        assertEquals(List.of("notice.late", "notice.late"), codes(late));
        assertEquals(List.of("not after 2024-09-30 17:00", "not after 2024-12-05 17:00; or name the review categories of this notice, and give PRIVATE_ECONOMY one of its own"),
                findings(late).stream().map(one -> map(one.get("remedy")).get("en")).toList());

        var ordinary = office.notice(2024, "2024-08-19T08:00:00+08:00", "2024-09-30T17:00:00+08:00");
        ordinary.put("categories", List.of("ORDINARY", "GREEN_CHANNEL"));
        assertEquals(List.of(), codes(office.publish(ordinary)));
        var special = office.notice(2024, "2024-11-04T08:00:00+08:00", "2024-12-05T17:00:00+08:00");
        special.put("categories", List.of("PRIVATE_ECONOMY"));
        assertEquals(List.of(), codes(office.publish(special)));
        special.put("key", key());
        special.put("intakeUntil", "2024-12-05T17:00:01+08:00");
        assertEquals(List.of("not after 2024-12-05 17:00"), findings(office.publish(special)).stream().map(one -> map(one.get("remedy")).get("en")).toList());
    }

    @Test
    void the_calendar_has_intakes_within_the_bounds_page_by_page() {
        world.time("2024-05-09T09:00:00+08:00");
        var office = Office.of(world, "xianning", List.of("ARCHIVES"), LEVELS);
        for (var day = 10; day <= 12; day++) {
            var notice = new HashMap<>(office.notice(2024, "2024-06-" + day + "T00:00:00+08:00", "2024-10-01T00:00:00+08:00"));
            notice.put("levels", List.of(LEVELS.get(day - 10)));
            assertEquals(List.of(), codes(office.publish(notice)));
        }
        world.write("update committee_notice set intake_until = intake_until + interval '1 day' where committee = ?", office.committee());
        var jiayuguan = Office.of(world, "jiayuguan", List.of("ARCHIVES"), LEVELS);
        assertEquals(List.of(), codes(jiayuguan.publish(jiayuguan.notice(2024, "2024-09-11T00:00:00+08:00", "2024-10-01T00:00:00+08:00"))));

        var all = intakes("xianning", "first: 100");
        assertTrue(all.size() >= 3 && all.size() < 20, all::toString);
        assertEquals(all, intakes("xianning", "first: 20, after: null"));
        var own = all.stream().filter(one -> one.get("series").equals(List.of("ARCHIVES"))).toList();
        assertEquals(List.of("2024-06-10T00:00:00+08:00", "2024-06-11T00:00:00+08:00", "2024-06-12T00:00:00+08:00"), own.stream().map(one -> one.get("from")).toList());
        assertEquals(Set.of("2024-10-01T00:00:00+08:00"), own.stream().map(one -> one.get("until")).collect(Collectors.toSet()), "X24-4: what lies behind it is cut off");
        var paged = new ArrayList<Map<String, Object>>();
        for (var page = intakes("xianning", "first: 2"); !page.isEmpty(); page = intakes("xianning", "first: 2, after: \"" + page.getLast().get("notice") + "\"")) paged.addAll(page);
        assertEquals(all, paged);
        assertEquals(List.of(), intakes("xianning", "first: 0"));
        assertEquals(List.of(), intakes("jiayuguan", "first: 100"), "J24-2.3 sets the time itself");
        for (var bad : List.of("first: 101", "first: -1", "after: \"\"", "after: \"" + office.committee() + "\""))
            assertEquals("BAD_INPUT", ask("xianning", bad).error(), bad);
    }

    private static List<Map<String, Object>> intakes(String region, String page) {
        var reply = ask(region, page);
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        return reply.at("data", "calendar", "intakes");
    }

    private static World.Reply ask(String region, String page) {
        return world.ask(World.Caller.PUBLIC, "query($region: ID!) { calendar(region: $region, year: 2024) { intakes(%s) { notice series from until } } }".formatted(page), Map.of("region", region));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        world.time("2024-06-01T09:00:00+08:00");
        var office = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        var input = new HashMap<>(office.notice(2024, "2024-06-01T08:59:59+08:00", "2024-06-01T08:59:59+08:00"));
        input.put("series", List.of("ENGINEERING", "HEALTH"));
        input.put("levels", List.of("FULL_SENIOR"));
        input.put("categories", List.of("GREEN_CHANNEL"));
        assertEquals(List.of("notice.order", "notice.past", "notice.series", "notice.levels", "notice.categories"), codes(office.publish(input)));
        input.put("key", key());
        input.put("series", List.of());
        input.put("levels", List.of());
        input.put("categories", List.of());
        assertEquals(List.of("notice.order", "notice.past", "notice.series", "notice.levels", "notice.categories"), codes(office.publish(input)), "none is not all");
        assertEquals(0L, world.<Long>value("select count(*) from committee_notice where committee = ?", office.committee()));
    }

    @Test
    void the_present_moment_is_not_the_past() {
        world.time("2024-06-01T09:00:00.000001+08:00");
        var office = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        assertEquals(List.of("notice.past"), codes(office.publish(office.notice(2024, "2024-06-01T09:00:00+08:00", "2024-07-11T00:00:00+08:00"))));
        assertEquals(List.of("notice.overdue"), codes(office.publish(office.notice(2024, "2024-06-01T09:00:00.000001+08:00", "2024-07-11T00:00:00+08:00"))));
    }

    @Test
    void what_was_announced_for_one_level_is_held_to_for_that_level() {
        world.time("2024-05-09T09:00:00+08:00");
        var office = Office.of(world, "xianning", List.of("ENGINEERING"), LEVELS);
        assertEquals(List.of(), levelled(office, "2024-05-20T00:00:00+08:00", "2024-07-11T00:00:00+08:00", List.of("INTERMEDIATE")));
        world.time("2024-05-25T09:00:00+08:00");
        assertEquals(List.of("notice.past"), levelled(office, "2024-05-20T00:00:00+08:00", "2024-07-11T00:00:00+08:00", LEVELS), "of the others nothing is open");
        assertEquals(List.of("notice.frozen"), levelled(office, "2024-05-25T09:00:00+08:00", "2024-07-01T00:00:00+08:00", LEVELS), "which would end sooner for that one");
        assertEquals(List.of("notice.over"), levelled(office, "2024-05-20T00:00:00+08:00", "2024-05-25T09:00:00+08:00", List.of("INTERMEDIATE")));
        assertEquals(List.of("notice.overdue"), levelled(office, "2024-05-20T00:00:00+08:00", "2024-07-12T00:00:00+08:00", List.of("INTERMEDIATE")), "told again, and longer");
        assertEquals(List.of("notice.overdue"), levelled(office, "2024-05-25T09:00:00+08:00", "2024-06-01T00:00:00+08:00", List.of("FULL_SENIOR")), "of which it said nothing");
    }

    private static List<String> levelled(Office office, String from, String until, List<String> levels) {
        var notice = office.notice(2024, from, until);
        notice.put("levels", levels);
        return codes(office.publish(notice));
    }

    /** No notice says what follows: it is published all the same, and that is remarked on. */
    @ParameterizedTest
    @CsvSource({"xianning, ENGINEERING, 2024-05-10T23:59:59+08:00, 2024-05-11T00:00:00+08:00, X24-4, 2024-05-11 00:00", "jiayuguan, ENGINEERING, 2024-09-05T23:59:59+08:00, 2024-09-06T00:00:00+08:00, J24-3.1, 2024-09-06 00:00"})
    void a_notice_that_comes_late_is_published_with_a_remark(String region, String series, String last, String late, String clause, String limit) {
        world.time(last);
        var office = Office.of(world, region, List.of(series), LEVELS);
        assertEquals(List.of(), codes(office.publish(office.notice(2024, "2024-09-11T00:00:00+08:00", "2024-09-18T00:00:00+08:00"))));
        world.time(late);
        var input = office.notice(2024, "2024-09-11T00:00:00+08:00", "2024-09-18T00:00:00+08:00");
        var published = office.publish(input);
        assertEquals("2024-09-11T00:00:00+08:00", map(published.get("committeeNotice")).get("intakeFrom"));
        assertEquals(List.of("notice.overdue"), codes(published));
        var remark = findings(published).getFirst();
        assertEquals(false, remark.get("holdsUp"));
        assertEquals(clause, map(remark.get("clause")).get("id"));
        assertEquals("the notice is published before " + limit, map(remark.get("asked")).get("en"));
        assertEquals(published, office.publish(input), "the same key, the same outcome");
    }

    @Test
    void where_the_regions_notice_gives_no_date_for_it_nothing_is_remarked_on() {
        world.time("2024-09-20T00:00:00+08:00");
        var office = Office.of(world, "bijie", List.of("AUDIT"), LEVELS);
        assertEquals(List.of(), codes(office.publish(office.notice(2024, "2024-09-20T00:00:00+08:00", "2024-09-28T17:00:00+08:00"))));
    }

    @Test
    void a_year_of_which_no_edition_is_loaded_is_refused() {
        world.time("2024-06-01T09:00:00+08:00");
        var office = Office.of(world, "xianning", List.of("ENGINEERING"), LEVELS);
        for (var year : List.of(2023, 0, Integer.MAX_VALUE))
            assertEquals(List.of("edition.not-loaded"), codes(office.publish(office.notice(year, "2024-06-01T09:00:00+08:00", "2024-07-11T00:00:00+08:00"))));
    }

    @Test
    void anothers_committee_is_said_to_be_anothers_and_one_that_does_not_exist_not_to_exist() {
        world.time("2024-06-01T09:00:00+08:00");
        var office = Office.of(world, "xianning", List.of("ENGINEERING"), LEVELS);
        var other = Office.of(world, "xianning", List.of("ENGINEERING"), LEVELS);
        var notice = office.notice(2024, "2024-06-01T09:00:00+08:00", "2024-07-11T00:00:00+08:00");
        var theirs = new Office(world, other.caller(), office.committee()).publish(notice);
        assertEquals(List.of("committee.not-own"), codes(theirs));
        assertNull(theirs.get("committeeNotice"));
        var name = world.<String>value("select name from committee where id = ?", office.committee());
        assertEquals(name + "不是本单位的评委会", map(findings(theirs).getFirst().get("shown")).get("zh"), "everybody knows what it is called");
        assertEquals("input.committee", findings(theirs).getFirst().get("path"));
        var nowhere = UUID.randomUUID();
        assertEquals(List.of("committee.not-found"), codes(new Office(world, other.caller(), nowhere).publish(other(notice, nowhere))));
        assertEquals(0L, world.<Long>value("select count(*) from committee_notice where committee = ?", office.committee()));
    }

    @Test
    void the_body_that_founded_the_committee_may_publish_for_it() {
        world.time("2024-06-01T09:00:00+08:00");
        var office = Office.of(world, "xianning", List.of("ENGINEERING"), LEVELS);
        var founder = world.organisation("HRSS", "xianning");
        world.write("update committee set founder = ? where id = ?", founder, office.committee());
        var organiser = new Office(world, world.account(null, founder, "COMMITTEE_ORGANISER"), office.committee());
        assertEquals(List.of("notice.overdue"), codes(organiser.publish(office.notice(2024, "2024-06-01T09:00:00+08:00", "2024-07-11T00:00:00+08:00"))));
    }

    @Test
    void lists_are_as_long_as_they_are_and_a_name_is_shown_short() {
        world.time("2024-05-09T09:00:00+08:00");
        var office = Office.of(world, "xianning", List.of("ENGINEERING"), LEVELS);
        var input = new HashMap<>(office.notice(2024, "2024-06-01T09:00:00+08:00", "2024-07-11T00:00:00+08:00"));
        input.put("series", Collections.nCopies(500, "ENGINEERING"));
        input.put("levels", Collections.nCopies(500, "INTERMEDIATE"));
        input.put("categories", Collections.nCopies(500, "ORDINARY"));
        var published = office.publish(input);
        assertEquals(List.of(), findings(published));
        assertEquals(List.of("ORDINARY"), map(published.get("committeeNotice")).get("categories"));
        input.put("key", key());
        input.put("categories", List.of("😀\"'".repeat(3000)));
        var refused = office.publish(input);
        assertEquals(List.of("notice.categories"), codes(refused));
        assertTrue(((String) map(findings(refused).getFirst().get("shown")).get("zh")).length() <= 201);
        input.put("series", Collections.nCopies(501, "ENGINEERING"));
        assertEquals(Set.of("LIMIT"), Set.of(office.send(input).error()));
    }

    /** What eligibility says now of the application window. */
    private static Map<String, Object> window(String region, String series, String level) {
        var reply = world.ask(World.Caller.PUBLIC, """
                query($region: ID!, $claim: ClaimInput!, $person: CaseInput!) { eligibility(regions: [$region], year: 2024, claim: $claim, person: $person) { findings { code outcome } } }""",
                Map.of("region", region, "claim", Map.of("series", series, "level", level), "person", Map.of()));
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        List<Map<String, Object>> findings = reply.at("data", "eligibility", 0, "findings");
        return findings.stream().filter(one -> one.get("code").equals("window")).findFirst().orElseThrow();
    }

    private static Map<String, Object> other(Map<String, Object> notice, UUID committee) {
        var other = new HashMap<>(notice);
        other.put("key", key());
        other.put("committee", committee.toString());
        return other;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }
}
