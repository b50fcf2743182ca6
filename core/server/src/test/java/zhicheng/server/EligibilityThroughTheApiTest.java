package zhicheng.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.server.World.Caller;
import zhicheng.server.World.Reply;
import zhicheng.server.demo.DemoData;

/** "May I apply, where, until when, and if not, why not?", as strangers ask it over HTTP, with the committees of the demonstration. */
@Tag("database")
@Tag("once")
class EligibilityThroughTheApiTest {
    private static final String JUNE = "2024-06-20T10:00:00+08:00";
    private static final String SEPTEMBER = "2024-09-18T10:00:00+08:00";

    /** 高级工程师: engineering, associate senior. */
    private static final Map<String, Object> SENIOR_ENGINEER = Map.of("series", "ENGINEERING", "specialty", "建筑工程", "level", "ASSOCIATE_SENIOR");

    /** Earned 80 hours and the title of an engineer in Guizhou, and works for a private enterprise in Xianning. */
    private static final Map<String, Object> GUIZHOU_ENGINEER = Map.of("employment", "PRIVATE_ENTERPRISE", "workplace", "421202",
            "hours", List.of(Map.of("year", 2023, "total", 80, "province", "520000")),
            "titles", List.of(Map.of("series", "ENGINEERING", "level", "INTERMEDIATE", "date", "2018-12-31", "province", "520000")));

    private static final String QUERY = """
            query($person: CaseInput!, $claim: ClaimInput!, $regions: [ID!], $at: DateTime, $year: Int) { eligibility(person: $person, claim: $claim, regions: $regions, at: $at, year: $year) {
              at standing outcome opens closes intakes { notice committee from until levels } windows { id state }
              edition { year number region { code } } findings { ...F } hindrances { code } toTell { path text { zh en } question { id kind } askedBy { id } }
              channels { channel { id } standing outcome findings { ...F } failed: findings(outcomes: [FAILED]) { code } hindrances { code outcome remedy { zh } } toTell { path question { id } } }
              silences { concern answer said { zh en } clause { id } } } }
            fragment F on Finding { code force outcome holdsUp message { zh en } asked { zh en } shown { zh en } missing path remedy { zh en } from clause { id sentence } }""";

    private static World world;

    @BeforeAll
    static void start() throws Exception {
        world = World.at(SEPTEMBER);
        world.bean(DemoData.class).load();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void a_guizhou_engineer_with_80_hours_in_xianning() {
        var answer = one("xianning", JUNE, GUIZHOU_ENGINEER, SENIOR_ENGINEER);
        assertEquals("CANNOT_TELL", answer.get("outcome"));
        assertEquals("TELL_MORE", answer.get("standing"));
        var hours = finding(answer, "recognised-hours");
        assertEquals("SATISFIED", hours.get("outcome"));
        assertEquals("X24-6.3", clause(hours));
        assertEquals("2023年贵州80学时，视同80学时", zh(hours, "shown"));
        assertEquals("SATISFIED", finding(answer, "recognised-titles").get("outcome"));
        var conditions = finding(answer, "conditions");
        assertEquals("CANNOT_TELL", conditions.get("outcome"));
        assertEquals("X24-2", clause(conditions));
        assertEquals(false, conditions.get("holdsUp"));
        var test = finding(answer, "capability-test");
        assertEquals("CANNOT_TELL", test.get("outcome"));
        assertEquals("X24-6.5", clause(test));
        assertEquals(List.of("testPasses"), test.get("missing"));
        assertEquals("2024-05-20T00:00:00+08:00", answer.get("opens"));
        assertEquals("2024-07-11T00:00:00+08:00", answer.get("closes"));
        assertEquals(1, rows(answer, "intakes").size());
        assertEquals("TELL_MORE", channel(answer, "private-enterprise").get("standing"));
        assertEquals("REFUSED", channel(answer, "state-unit").get("standing"));
        var told = answer.toString().replaceAll("sentence=[^}]*", "");
        assertFalse(told.contains("90"), "90 hours are Bijie's rule");
        assertFalse(told.contains("B24-") || told.contains("B23-") || told.contains("J24-"), "no other region's clause");
    }

    @Test
    void the_same_engineer_says_that_he_passed_no_test_then_another_one_then_the_right_one() {
        var untold = finding(one("xianning", JUNE, with(GUIZHOU_ENGINEER, "testPasses", List.of()), SENIOR_ENGINEER), "capability-test");
        assertEquals("CANNOT_TELL", untold.get("outcome"), "something might exempt him");
        assertEquals(List.of("testExemptions"), untold.get("missing"));
        assertEquals("没有测试合格成绩；是否免试未说明", zh(untold, "shown"));
        var engineer = with(GUIZHOU_ENGINEER, "testExemptions", List.of());
        var none = finding(one("xianning", JUNE, with(engineer, "testPasses", List.of()), SENIOR_ENGINEER), "capability-test");
        assertEquals("FAILED", none.get("outcome"));
        assertEquals(zh(none, "remedy"), zh(untold, "remedy"));
        assertTrue(zh(none, "remedy").contains("建筑工程") && zh(none, "remedy").contains("副高级"), zh(none, "remedy"));
        for (var wrong : List.of(pass("机械工程", "ASSOCIATE_SENIOR"), pass("建筑工程", "INTERMEDIATE"), pass("建筑工程", "FULL_SENIOR")))
            assertEquals("FAILED", finding(one("xianning", JUNE, with(engineer, "testPasses", List.of(wrong)), SENIOR_ENGINEER), "capability-test").get("outcome"));
        assertEquals("SATISFIED", finding(one("xianning", JUNE, with(GUIZHOU_ENGINEER, "testPasses", List.of(pass("建筑工程", "ASSOCIATE_SENIOR"))), SENIOR_ENGINEER), "capability-test").get("outcome"));
    }

    @Test
    void told_everything_he_is_ready_until_the_committees_last_second() {
        var everything = xianning();
        assertEquals("READY", one("xianning", "2024-05-20T00:00:00+08:00", everything, SENIOR_ENGINEER).get("standing"));
        assertEquals("READY", one("xianning", "2024-07-10T23:59:59+08:00", everything, SENIOR_ENGINEER).get("standing"));
        var before = one("xianning", "2024-05-19T23:59:59+08:00", everything, SENIOR_ENGINEER);
        assertEquals("NOT_NOW", before.get("standing"));
        assertEquals("2024-05-20T00:00:00+08:00", finding(before, "window").get("from"));
        var after = one("xianning", "2024-07-11T00:00:00+08:00", everything, SENIOR_ENGINEER);
        assertEquals("NOT_NOW", after.get("standing"));
        assertEquals("X24-4", clause(finding(after, "window")));
        var ready = one("xianning", JUNE, everything, SENIOR_ENGINEER);
        assertEquals(List.of(), rows(ready, "hindrances"));
        assertEquals(List.of(), rows(ready, "toTell"));
        assertEquals("CANNOT_TELL", ready.get("outcome"), "the conditions are the province's: nobody is promised anything");
        assertEquals("READY", channel(ready, "private-enterprise").get("standing"));
    }

    @Test
    void the_same_person_asked_for_all_regions_at_once() {
        var answers = ask(SEPTEMBER, GUIZHOU_ENGINEER, SENIOR_ENGINEER, null).<List<Map<String, Object>>>at("data", "eligibility");
        assertEquals(List.of("bijie", "jiayuguan", "xianning"), answers.stream().map(EligibilityThroughTheApiTest::region).toList());
        var bijie = answers.getFirst();
        assertEquals("SATISFIED", finding(bijie, "continuing-education").get("outcome"), "45 hours in the private economy");
        assertEquals("FAILED", finding(bijie, "window").get("outcome"), "engineering closed on 23 August, 17:00");
        assertEquals("2024-08-23T17:00:00+08:00", bijie.get("closes"));
        var state = one("bijie", SEPTEMBER, with(with(GUIZHOU_ENGINEER, "employment", "STATE_ENTERPRISE"), "grassroots", false), SENIOR_ENGINEER);
        assertEquals("FAILED", finding(state, "continuing-education").get("outcome"), "90 hours in a state enterprise off the grass roots");
        assertTrue(zh(finding(state, "continuing-education"), "asked").contains("90"));
        var jiayuguan = answers.get(1);
        assertEquals("REFUSED", jiayuguan.get("standing"));
        assertEquals("FAILED", finding(jiayuguan, "works-in-the-city").get("outcome"));
        assertEquals("J24-1a", clause(finding(jiayuguan, "works-in-the-city")));
        assertEquals("CANNOT_TELL", finding(jiayuguan, "continuing-education").get("outcome"));
        assertEquals("NOT_NOW", one("xianning", SEPTEMBER, xianning(), SENIOR_ENGINEER).get("standing"));
    }

    @Test
    void a_gansu_certificate_in_xianning_is_not_said_by_that_clause_and_a_xianning_one_in_jiayuguan_not_at_all() {
        var gansu = one("xianning", JUNE, Map.of("hours", List.of(Map.of("year", 2023, "total", 80, "province", "620000")),
                "titles", List.of(Map.of("series", "ENGINEERING", "level", "INTERMEDIATE", "province", "620000"))), SENIOR_ENGINEER);
        for (var code : List.of("recognised-hours", "recognised-titles")) {
            assertEquals("CANNOT_TELL", finding(gansu, code).get("outcome"));
            assertEquals(false, finding(gansu, code).get("holdsUp"));
            assertTrue(zh(finding(gansu, code), "shown").contains("未作规定"), zh(finding(gansu, code), "shown"));
        }
        var xianning = one("jiayuguan", SEPTEMBER, Map.of("titles", List.of(Map.of("series", "ENGINEERING", "level", "INTERMEDIATE", "province", "420000"))), SENIOR_ENGINEER);
        assertEquals("NOT_SAID_HERE", rows(xianning, "silences").stream().filter(one -> one.get("concern").equals("recognition")).findFirst().orElseThrow().get("answer"));
        assertTrue(rows(xianning, "findings").stream().noneMatch(one -> ((String) one.get("code")).contains("recognis")));
    }

    /** Who says nothing is told what to say, and refused for nothing but the time. */
    @ParameterizedTest
    @CsvSource({"bijie, 2024-09-18T10:00:00+08:00, HEALTH, TELL_MORE", "bijie, 2024-09-18T10:00:00+08:00, ENGINEERING, NOT_NOW", "bijie, 2024-09-18T10:00:00+08:00, ACCOUNTING, NOT_NOW",
        "jiayuguan, 2024-09-18T10:00:00+08:00, HEALTH, TELL_MORE", "jiayuguan, 2024-10-21T00:00:00+08:00, HEALTH, NOT_NOW", "xianning, 2024-06-20T10:00:00+08:00, ENGINEERING, TELL_MORE",
        "xianning, 2024-06-20T10:00:00+08:00, AUDIT, NOT_NOW"})
    void an_empty_person(String region, String at, String series, String standing) {
        var answer = one(region, at, Map.of(), Map.of("series", series));
        assertEquals(standing, answer.get("standing"));
        var failed = Stream.concat(Stream.of(answer), rows(answer, "channels").stream()).flatMap(one -> rows(one, "findings").stream())
                .filter(one -> one.get("outcome").equals("FAILED")).map(one -> one.get("code")).distinct().toList();
        assertTrue(failed.isEmpty() || failed.equals(List.of("window")), failed.toString());
        assertTrue(rows(answer, "toTell").stream().anyMatch(one -> one.get("path").equals("claim.level")));
        var missing = rows(answer, "hindrances").stream().map(one -> finding(answer, (String) one.get("code"))).flatMap(one -> ((List<?>) one.get("missing")).stream()).distinct().toList();
        assertEquals(missing, rows(answer, "toTell").stream().map(one -> one.get("path")).toList());
    }

    @Test
    void what_has_to_be_told_comes_in_words_with_the_clauses_that_need_it_and_a_region_s_own_questions() {
        var answer = one("xianning", JUNE, Map.of("employment", "DISPATCHED", "workplace", "421202"), SENIOR_ENGINEER);
        var sanctions = rows(answer, "toTell").stream().filter(one -> one.get("path").equals("sanctions")).findFirst().orElseThrow();
        assertEquals("处罚、处分、调查和失信记录", zh(sanctions, "text"));
        assertEquals(List.of("X24-annex2", "X24-1.3", "X24-1.4"), rows(sanctions, "askedBy").stream().map(one -> one.get("id")).toList());
        assertNull(sanctions.get("question"));
        assertEquals(List.of("using-unit-private", "joint-recommendation"), rows(channel(answer, "private-enterprise"), "toTell").stream().map(one -> ((Map<?, ?>) one.get("question")).get("id")).toList());
        var answered = one("xianning", JUNE, Map.of("employment", "DISPATCHED", "workplace", "421202", "answers",
                List.of(Claims.answer("using-unit-private", "true"), Claims.answer("joint-recommendation", "true"), Claims.answer("both-sign", "false"))), SENIOR_ENGINEER);
        assertEquals(List.of("joint-recommendation"), rows(channel(answered, "private-enterprise"), "hindrances").stream().map(one -> one.get("code")).toList());
        assertEquals("FAILED", rows(channel(answered, "private-enterprise"), "hindrances").getFirst().get("outcome"));
    }

    /** Whom each notice keeps out, and with which clause; told everything else to the notice's satisfaction. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            xianning  | employment=CIVIL_SERVANT | civil-servant | X24-1.1
            xianning  | retired=true | retirement | X24-1.2
            xianning  | residence=FOREIGN_OTHER | scope-paper | X24-1
            xianning  | secrecy=SECRET_UNHANDLED | secrecy | X24-5.1
            jiayuguan | employment=CIVIL_SERVANT | not-a-civil-servant | J24-1b
            jiayuguan | retired=true | not-retired | J24-1b
            jiayuguan | workplace=620900 | works-in-the-city | J24-1a""")
    void who_is_kept_out(String region, String but, String code, String clause) {
        var person = new HashMap<>(region.equals("xianning") ? xianning() : jiayuguan());
        var parts = but.split("=");
        person.put(parts[0], parts[1].equals("true") ? (Object) true : parts[1]);
        var at = region.equals("xianning") ? JUNE : SEPTEMBER;
        assertEquals("READY", one(region, at, region.equals("xianning") ? xianning() : jiayuguan(), SENIOR_ENGINEER).get("standing"));
        var answer = one(region, at, person, SENIOR_ENGINEER);
        assertEquals("REFUSED", answer.get("standing"));
        var failed = finding(answer, code);
        assertEquals("FAILED", failed.get("outcome"));
        assertEquals(clause, clause(failed));
        assertFalse(((Map<?, ?>) failed.get("clause")).get("sentence").toString().isBlank());
    }

    /** Discipline keeps out to the day on which it ends, and says from when. */
    @ParameterizedTest
    @CsvSource({"xianning, sanction, PARTY, 2024-06-20", "xianning, sanction, ADMINISTRATIVE, 2024-06-20", "xianning, blacklist, BLACKLIST, 2024-06-20",
        "jiayuguan, no-discipline-in-effect, PARTY, 2024-09-17", "jiayuguan, no-discipline-in-effect, GOVERNMENT, 2024-09-17"})
    void discipline_lasts_until_the_day_that_it_names(String region, String code, String kind, String day) {
        var last = one(region, day + "T23:59:59+08:00", sanctioned(region, kind, "2024-01-01", nextDay(day)), SENIOR_ENGINEER);
        assertEquals("FAILED", finding(last, code).get("outcome"));
        assertEquals(nextDay(day) + "T00:00:00+08:00", finding(last, code).get("from"));
        assertEquals("SATISFIED", finding(one(region, nextDay(day) + "T00:00:00+08:00", sanctioned(region, kind, "2024-01-01", nextDay(day)), SENIOR_ENGINEER), code).get("outcome"));
        assertEquals("SATISFIED", finding(one(region, day + "T23:59:59+08:00", sanctioned(region, kind, nextDay(day), null), SENIOR_ENGINEER), code).get("outcome"), "it begins tomorrow");
        var endless = finding(one(region, day + "T10:00:00+08:00", sanctioned(region, kind, day, null), SENIOR_ENGINEER), code);
        assertEquals("FAILED", endless.get("outcome"));
        assertNull(endless.get("from"));
    }

    @Test
    void an_entry_on_another_regions_blacklist_is_not_this_clauses() {
        var person = with(xianning(), "sanctions", List.of(Map.of("kind", "BLACKLIST", "from", "2024-01-01", "region", "620000")));
        assertEquals("CANNOT_TELL", finding(one("xianning", JUNE, person, SENIOR_ENGINEER), "blacklist").get("outcome"));
        assertEquals("READY", one("xianning", JUNE, person, SENIOR_ENGINEER).get("standing"));
    }

    @Test
    void a_claim_that_is_none_is_refused_by_name() {
        var series = one("xianning", JUNE, Map.of(), Map.of("series", "ALCHEMY", "level", "INTERMEDIATE"));
        assertEquals("FAILED", finding(series, "claim.series").get("outcome"));
        assertEquals("REFUSED", series.get("standing"));
        assertEquals("没有系列 ALCHEMY", zh(finding(series, "claim.series"), "shown"));
        assertEquals("FAILED", finding(one("bijie", SEPTEMBER, Map.of(), Map.of("series", "HEALTH", "level", "INTERMEDIATE", "category", "PURPLE")), "claim.category").get("outcome"));
        var channel = one("bijie", SEPTEMBER, Map.of(), Map.of("series", "HEALTH", "level", "INTERMEDIATE", "channel", "by-post"));
        assertEquals("FAILED", finding(channel, "claim.channel").get("outcome"));
        assertEquals(List.of(), rows(channel, "channels"));
    }

    @Test
    void an_input_that_cannot_be_understood_is_told_with_its_place() {
        bad(ask(SEPTEMBER, Map.of(), SENIOR_ENGINEER, List.of("atlantis")), "no region is called «atlantis»", "bijie, jiayuguan, xianning");
        bad(ask(SEPTEMBER, Map.of("year", 1999), Map.of(), SENIOR_ENGINEER, List.of("bijie")), "«bijie» has no edition for 1999", "2023, 2024");
        bad(ask(SEPTEMBER, Map.of("year", 1999), Map.of(), SENIOR_ENGINEER, null), "no region has an edition for 1999", "bijie has [2023, 2024]");
        bad(ask("2010-01-01T00:00:00+08:00", Map.of(), SENIOR_ENGINEER, null), "no region has an edition for 2010");
        bad(ask("1990-01-01T00:00:00+08:00", Map.of(), SENIOR_ENGINEER, null), "at: 1990-01-01T00:00:00+08:00 is outside the years 2000 to 2099");
        bad(ask(SEPTEMBER, Map.of("answers", List.of(Claims.answer("both-sing", "true"))), SENIOR_ENGINEER, List.of("xianning")), "person.answers[0].question", "«both-sing»", "both-sign");
        bad(ask(SEPTEMBER, Map.of("answers", List.of(Claims.answer("both-sing", "true"))), SENIOR_ENGINEER, List.of("atlantis")), "person.answers[0].question", "regions[0]: no region is called «atlantis»");
        bad(ask(SEPTEMBER, Map.of("answers", List.of(Claims.answer("both-sign", "yes"))), SENIOR_ENGINEER, List.of("xianning")), "person.answers[0].value", "true or false");
        bad(ask(SEPTEMBER, Map.of("answers", List.of(Claims.answer("both-sign", "true"), Claims.answer("both-sign", "false"))), SENIOR_ENGINEER, List.of("xianning")), "person.answers[1].question");
        bad(ask(SEPTEMBER, Map.of("workplace", "4212"), SENIOR_ENGINEER, null), "person.workplace", "six digits");
        bad(ask(SEPTEMBER, Map.of("hours", List.of(Map.of("year", 2023, "total", 9000))), SENIOR_ENGINEER, null), "person.hours[0].total");
        bad(ask(SEPTEMBER, Map.of("hours", List.of(Map.of("year", 2023, "total", 80, "specialised", 81))), SENIOR_ENGINEER, null), "person.hours[0].specialised");
        bad(ask(SEPTEMBER, Map.of(), with(SENIOR_ENGINEER, "specialty", "  "), null), "claim.specialty");
        for (var claim : List.of(with(SENIOR_ENGINEER, "level", "GENIUS"), with(SENIOR_ENGINEER, "series", null), with(SENIOR_ENGINEER, "category", null), Map.<String, Object>of()))
            assertNotNull(ask(SEPTEMBER, Map.of(), claim, null).error(), claim.toString());
    }

    @Test
    void what_is_null_is_not_told_and_no_constraint() {
        var nothing = new HashMap<String, Object>();
        for (var path : List.of("answers", "assessments", "birthDate", "degrees", "employment", "fileAtTalentBody", "grassroots", "hours", "hukou", "jobs", "otherApplications", "pastRetirementAge",
                "pledgeSigned", "regularRelation", "residence", "retired", "retirementExtended", "sanctions", "secrecy", "testExemptions", "testPasses", "titles", "workSince", "workplace")) nothing.put(path, null);
        var claim = with(with(with(SENIOR_ENGINEER, "specialty", null), "level", null), "channel", null);
        var explicit = new HashMap<String, Object>(Map.of("person", nothing, "claim", claim));
        for (var name : List.of("regions", "at", "year")) explicit.put(name, null);
        var withNulls = world.ask(Caller.PUBLIC, QUERY, explicit);
        assertNull(withNulls.body().get("errors"), () -> withNulls.body().toString());
        var without = world.ask(Caller.PUBLIC, QUERY, Map.of("person", Map.of(), "claim", Map.of("series", "ENGINEERING")));
        assertEquals(without.body().get("data"), withNulls.body().get("data"));
        assertEquals(SEPTEMBER, without.at("data", "eligibility", 0, "at"), "the official time");
    }

    @Test
    void no_region_asked_is_no_answer_and_one_asked_twice_answers_once() {
        assertEquals(List.of(), ask(SEPTEMBER, Map.of(), SENIOR_ENGINEER, List.of()).at("data", "eligibility"));
        assertEquals(List.of("xianning", "bijie"), ask(SEPTEMBER, Map.of(), SENIOR_ENGINEER, List.of("xianning", "bijie", "xianning")).<List<Map<String, Object>>>at("data", "eligibility")
                .stream().map(EligibilityThroughTheApiTest::region).toList());
    }

    @Test
    void blanks_around_a_specialty_do_not_matter() {
        for (var written : List.of(" 建筑工程 ", "\u00A0建筑工程\u3000", "建筑\u200B工程")) { // nor what nobody sees
            var person = with(GUIZHOU_ENGINEER, "testPasses", List.of(pass(written, "ASSOCIATE_SENIOR")));
            assertEquals("SATISFIED", finding(one("xianning", JUNE, person, with(SENIOR_ENGINEER, "specialty", "建筑工程 ")), "capability-test").get("outcome"));
            assertEquals("SATISFIED", finding(one("xianning", JUNE, with(GUIZHOU_ENGINEER, "testPasses", List.of(pass("建筑工程", "ASSOCIATE_SENIOR"))), with(SENIOR_ENGINEER, "specialty", written)), "capability-test").get("outcome"));
        }
    }

    @Test
    void what_is_not_yet_true_cannot_be_told() {
        var tomorrow = "2024-09-19";
        bad(ask(SEPTEMBER, with(with(toCome(tomorrow), "hours", List.of(Map.of("year", 2025, "total", 90))), "assessments", List.of(Map.of("year", 2025, "grade", "合格"))), SENIOR_ENGINEER, null),
                "person.birthDate", "person.degrees[0].date", "person.titles[0].date", "person.testPasses[0].date", "person.sanctions[0].from", "a date no later than today, 2024-09-18 expected, not 2024-09-19, which is still to come",
                "person.hours[0].year", "person.assessments[0].year", "a year no later than this one, 2024 expected, not 2025, which is still to come");
        assertNull(ask(SEPTEMBER, toCome("2024-09-18"), SENIOR_ENGINEER, null).error(), "of today it can");
    }

    @Test
    void what_was_not_yet_true_at_the_instant_proves_nothing_then() {
        var passed = with(with(GUIZHOU_ENGINEER, "testExemptions", List.of()), "testPasses", List.of(Map.of("specialty", "建筑工程", "level", "ASSOCIATE_SENIOR", "date", "2024-06-21")));
        assertEquals("FAILED", finding(one("xianning", JUNE, passed, SENIOR_ENGINEER), "capability-test").get("outcome"));
        assertEquals("SATISFIED", finding(one("xianning", "2024-06-21T00:00:00+08:00", passed, SENIOR_ENGINEER), "capability-test").get("outcome"));
    }

    @Test
    void of_a_later_instant_what_will_be_true_by_then_can_be_told() {
        var later = "2024-12-01T10:00:00+08:00";
        assertNull(ask(later, toCome("2024-12-01"), SENIOR_ENGINEER, null).error());
        bad(ask(later, toCome("2024-12-02"), SENIOR_ENGINEER, null), "person.titles[0].date", "2024-12-01 expected");
    }

    @Test
    void an_earlier_year_is_judged_by_its_own_notice() {
        var before = ask("2023-09-01T10:00:00+08:00", Map.of(), Map.of("series", "HEALTH"), null).<List<Map<String, Object>>>at("data", "eligibility");
        assertEquals(List.of("bijie"), before.stream().map(EligibilityThroughTheApiTest::region).toList(), "only Bijie has a notice of 2023");
        assertEquals(2023, ((Map<?, ?>) before.getFirst().get("edition")).get("year"));
        assertEquals("NOT_NOW", before.getFirst().get("standing"));
        assertTrue(zh(finding(before.getFirst(), "window"), "shown").contains("附件3，不在本文本中"));
    }

    @Test
    void every_finding_has_both_languages_and_every_rules_one_its_clause() {
        var looked = new ArrayList<Map<String, Object>>();
        for (var answer : ask(SEPTEMBER, GUIZHOU_ENGINEER, SENIOR_ENGINEER, null).<List<Map<String, Object>>>at("data", "eligibility")) {
            looked.addAll(rows(answer, "findings"));
            rows(answer, "channels").forEach(channel -> looked.addAll(rows(channel, "findings")));
        }
        assertTrue(looked.size() > 60);
        for (var finding : looked) {
            assertNotNull(finding.get("clause"), finding::toString);
            for (var part : List.of("message", "asked", "shown")) assertFalse(zh(finding, part).isBlank() || ((Map<?, ?>) finding.get(part)).get("en").toString().isBlank(), finding::toString);
            assertTrue(finding.get("outcome").equals("CANNOT_TELL") || ((List<?>) finding.get("missing")).isEmpty(), finding::toString);
        }
    }

    // ---- people ----

    private static Map<String, Object> toCome(String day) {
        return Map.of("birthDate", day, "degrees", List.of(Map.of("level", "本科", "date", day)), "titles", List.of(Map.of("series", "ENGINEERING", "level", "INTERMEDIATE", "date", day)),
                "testPasses", List.of(Map.of("specialty", "建筑工程", "level", "INTERMEDIATE", "date", day)), "sanctions", List.of(Map.of("kind", "PARTY", "from", day, "until", "2030-01-01")));
    }

    private static Map<String, Object> xianning() {
        return with(with(with(with(with(with(with(with(with(GUIZHOU_ENGINEER, "testPasses", List.of(pass("建筑工程", "ASSOCIATE_SENIOR"))), "residence", "MAINLAND"), "secrecy", "NOT_SECRET"), "sanctions", List.of()),
                "retired", false), "pastRetirementAge", false), "otherApplications", List.of()), "workplace", "421202"), "pledgeSigned", true);
    }

    private static Map<String, Object> jiayuguan() {
        return Map.of("employment", "STATE_INSTITUTION_POST", "workplace", "620200", "retired", false, "sanctions", List.of(), "hours", List.of(Map.of("year", 2023, "total", 80)));
    }

    private static Map<String, Object> sanctioned(String region, String kind, String from, String until) {
        var sanction = new HashMap<String, Object>(Map.of("kind", kind, "from", from));
        if (until != null) sanction.put("until", until);
        return with(region.equals("xianning") ? xianning() : jiayuguan(), "sanctions", List.of(sanction));
    }

    private static String nextDay(String day) {
        return LocalDate.parse(day).plusDays(1).toString();
    }

    private static Map<String, Object> pass(String specialty, String level) {
        return Map.of("specialty", specialty, "level", level);
    }

    private static Map<String, Object> with(Map<String, Object> told, String name, Object value) {
        return Claims.but(told, name, value);
    }

    // ---- asking and reading ----

    private static Reply ask(String at, Map<String, Object> person, Map<String, Object> claim, List<String> regions) {
        return ask(at, Map.of(), person, claim, regions);
    }

    private static Reply ask(String at, Map<String, Object> more, Map<String, Object> person, Map<String, Object> claim, List<String> regions) {
        var variables = new HashMap<String, Object>(more);
        variables.put("at", at);
        variables.put("person", person);
        variables.put("claim", claim);
        if (regions != null) variables.put("regions", regions);
        return world.ask(Caller.PUBLIC, QUERY, variables);
    }

    private static Map<String, Object> one(String region, String at, Map<String, Object> person, Map<String, Object> claim) {
        var reply = ask(at, person, claim, List.of(region));
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        return reply.at("data", "eligibility", 0);
    }

    private static void bad(Reply reply, String... parts) {
        assertEquals("BAD_INPUT", reply.error(), () -> reply.body().toString());
        var messages = reply.<List<Map<String, Object>>>at("errors").stream().map(error -> (String) error.get("message")).toList();
        for (var part : parts) assertTrue(messages.stream().anyMatch(message -> message.contains(part)), () -> "«" + part + "» is not in: " + messages);
    }

    private static String region(Map<String, Object> answer) {
        return (String) ((Map<?, ?>) ((Map<?, ?>) answer.get("edition")).get("region")).get("code");
    }

    private static Map<String, Object> finding(Map<String, Object> answer, String code) {
        return Optional.of(answer).stream().flatMap(one -> rows(one, "findings").stream()).filter(one -> one.get("code").equals(code)).findFirst().orElseThrow(() -> new AssertionError("no finding " + code));
    }

    private static Map<String, Object> channel(Map<String, Object> answer, String id) {
        return rows(answer, "channels").stream().filter(one -> ((Map<?, ?>) one.get("channel")).get("id").equals(id)).findFirst().orElseThrow();
    }

    private static Object clause(Map<String, Object> finding) {
        return ((Map<?, ?>) finding.get("clause")).get("id");
    }

    private static String zh(Map<String, Object> of, String part) {
        return (String) ((Map<?, ?>) of.get(part)).get("zh");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> of, String part) {
        return (List<Map<String, Object>>) of.get(part);
    }
}
