package zhicheng.server.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.id;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.Unseen;
import zhicheng.server.World;
import zhicheng.server.World.Reply;
import zhicheng.server.trail.Json;

/** Whatever is sent, the answer is clear, nothing fails inside, and nothing that was there before is lost. */
@Tag("database")
@Tag("once")
class HostileInputTest {
    private static final List<String> TEXTS = List.of("😀👨‍👩‍👧‍👦", "'; drop table dossier; --", "\"\\\n\t\r{}[]$1?%_", "字".repeat(10_000), " ".repeat(10_000), "", " ", "null", "NaN", "-0", "‮abc", "｛unit｝｛title｝",
            "<script>alert(1)</script>", "\uFFFE\uFEFF", "\u0001\u007f");
    private static World world;
    private Applicant applicant;
    private String dossier;
    private String before;

    @BeforeAll
    static void open() {
        world = World.at("2024-09-18T10:00:00+08:00");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void somebody() {
        applicant = world.applicant();
        dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        before = row();
    }

    /** Every place in what is told that takes a text. */
    static Stream<Map.Entry<String, Function<String, Map<String, ?>>>> places() {
        return Stream.<Map.Entry<String, Function<String, Map<String, ?>>>>of(
                Map.entry("workplace", text -> Map.of("workplace", text)),
                Map.entry("hukou", text -> Map.of("hukou", text)),
                Map.entry("degrees.0.level", text -> Map.of("degrees", List.of(Map.of("level", text)))),
                Map.entry("titles.0.series", text -> Map.of("titles", List.of(Map.of("series", text, "level", "MEMBER")))),
                Map.entry("titles.0.specialty", text -> Map.of("titles", List.of(Map.of("series", "ARTS", "level", "MEMBER", "specialty", text)))),
                Map.entry("titles.0.province", text -> Map.of("titles", List.of(Map.of("series", "ARTS", "level", "MEMBER", "province", text)))),
                Map.entry("hours.0.province", text -> Map.of("hours", List.of(Map.of("year", 2023, "total", 90, "province", text)))),
                Map.entry("assessments.0.grade", text -> Map.of("assessments", List.of(Map.of("year", 2023, "grade", text)))),
                Map.entry("testPasses.0.specialty", text -> Map.of("testPasses", List.of(Map.of("level", "MEMBER", "specialty", text)))),
                Map.entry("jobs.0.employer", text -> Map.of("jobs", List.of(Map.of("beganOn", "2019-07-01", "employer", text)))),
                Map.entry("jobs.0.position", text -> Map.of("jobs", List.of(Map.of("beganOn", "2019-07-01", "employer", "某院", "position", text)))),
                Map.entry("jobs.0.areaCode", text -> Map.of("jobs", List.of(Map.of("beganOn", "2019-07-01", "employer", "某院", "areaCode", text)))),
                Map.entry("testExemptions.0", text -> Map.of("testExemptions", List.of(text))),
                Map.entry("otherApplications.0.series", text -> Map.of("otherApplications", List.of(Map.of("series", text)))),
                Map.entry("otherApplications.0.specialty", text -> Map.of("otherApplications", List.of(Map.of("series", "ARTS", "specialty", text)))),
                Map.entry("answers.0.question", text -> Map.of("answers", List.of(Claims.answer(text, "true")))),
                Map.entry("answers.0.value", text -> Map.of("answers", List.of(Claims.answer("unitRegisteredHere", text)))));
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_text_is_kept_to_the_letter_or_refused_where_it_stands(Map.Entry<String, Function<String, Map<String, ?>>> place) {
        var version = 2;
        for (var text : TEXTS) {
            var facts = place.getValue().apply(text);
            var edited = applicant.edit(key(), dossier, version, Map.of("facts", facts));
            var code = place.getKey().matches(".*(workplace|hukou|province|areaCode|question|value)") || Unseen.trimmed(text).isEmpty() || text.length() > 200;
            assertEquals(code, !findings(edited).isEmpty(), () -> place.getKey() + " «" + text + "»");
            for (var finding : findings(edited)) {
                assertEquals("person." + place.getKey(), finding.get("path"));
                assertTrue(((Map<?, ?>) finding.get("shown")).get("zh").toString().length() <= 201);
            }
            if (findings(edited).isEmpty()) {
                version++;
                assertTrue(world.<Boolean>value("select draft = ?::jsonb from dossier where id = ?", Json.text(facts), UUID.fromString(dossier)), () -> "«" + text + "»");
                applicant.evaluation(dossier);
            } else {
                assertEquals(codes(edited), codes(applicant.saveProfile(key(), null, facts)), "a profile is held to the same");
            }
        }
    }

    @Test
    void a_claim_is_of_the_catalogue_or_refused_and_a_specialty_kept_as_it_is_seen() {
        for (var text : TEXTS) {
            assertEquals(List.of("edition.not-loaded"), codes(applicant.compose(key(), text, 2024, Claims.JIAYUGUAN)), () -> "«" + text + "»");
            assertEquals(List.of("pledge.words"), codes(applicant.sign(key(), dossier, 2, text)));
            for (var place : List.of("series", "category", "channel")) {
                var refused = applicant.compose(key(), "jiayuguan", 2024, Claims.but(Claims.JIAYUGUAN, place, text));
                assertEquals(List.of("claim." + place), codes(refused), () -> place + " «" + text + "»");
                assertTrue(((Map<?, ?>) findings(refused).getFirst().get("shown")).get("en").toString().length() <= 240);
                assertEquals(List.of("claim." + place), codes(applicant.edit(key(), dossier, 2, Map.of("claim", Claims.but(Claims.JIAYUGUAN, place, text)))));
            }
            var composed = applicant.compose(key(), "jiayuguan", 2024, Claims.but(Claims.JIAYUGUAN, "specialty", text));
            if (Unseen.trimmed(text).isEmpty() || text.length() > 200) assertEquals("claim.specialty", findings(composed).getFirst().get("path"), () -> "«" + text + "»");
            else assertEquals(Unseen.trimmed(text), ((Map<?, ?>) composed.get("dossier")).get("specialty"));
        }
        assertEquals(before, row());
        for (var year : List.of(2022, 0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE))
            assertEquals(List.of("edition.not-loaded"), codes(applicant.compose(key(), "jiayuguan", year, Claims.JIAYUGUAN)));
        for (var version : List.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE))
            assertEquals(List.of("dossier.version"), codes(applicant.submit(key(), dossier, version)));
    }

    @Test
    void a_level_that_the_series_does_not_have_or_none_is_refused_at_once() {
        assertEquals(List.of("claim.level"), codes(applicant.compose(key(), "jiayuguan", 2024, Map.of("series", "SOCIAL_SCIENCE", "level", "MEMBER"))));
        assertEquals(List.of("claim.level"), codes(applicant.compose(key(), "jiayuguan", 2024, Map.of("series", "SOCIAL_SCIENCE"))));
    }

    /** Numbers, years and days that cannot be, each with the place where it stands. */
    static Stream<Map.Entry<String, Map<String, ?>>> impossible() {
        return Stream.of(
                Map.entry("hours.0.total", hours(2023, -1, null)), Map.entry("hours.0.total", hours(2023, -0.1, null)), Map.entry("hours.0.total", hours(2023, 80.05, null)),
                Map.entry("hours.0.total", hours(2023, 8784.1, null)), Map.entry("hours.0.total", hours(2023, 1e308, null)), Map.entry("hours.0.total", hours(2023, Double.MIN_VALUE, null)),
                Map.entry("hours.0.total", hours(2023, 0.1 + 0.2, null)), Map.entry("hours.0.specialised", hours(2023, 80, -1)), Map.entry("hours.0.specialised", hours(2023, 80, 80.1)),
                Map.entry("hours.0.year", hours(-1, 80, null)), Map.entry("hours.0.year", hours(1899, 80, null)), Map.entry("hours.0.year", hours(Integer.MAX_VALUE, 80, null)),
                Map.entry("assessments.0.year", Map.of("assessments", List.of(Map.of("year", 2200, "grade", "合格")))),
                Map.entry("titles.0.aidMonths", Map.of("titles", List.of(Map.of("series", "ARTS", "level", "MEMBER", "aidMonths", -1)))),
                Map.entry("titles.0.aidMonths", Map.of("titles", List.of(Map.of("series", "ARTS", "level", "MEMBER", "aidMonths", 601)))),
                Map.entry("titles.0.appointedOn", Map.of("titles", List.of(Map.of("series", "ARTS", "level", "MEMBER", "appointedOn", "2199-12-31")))),
                Map.entry("jobs.0.beganOn", Map.of("jobs", List.of(Map.of("employer", "某院", "beganOn", "2199-12-31")))),
                Map.entry("jobs.0.endedOn", Map.of("jobs", List.of(Map.of("employer", "某院", "beganOn", "2019-07-02", "endedOn", "2019-07-01")))),
                Map.entry("birthDate", Map.of("birthDate", "1899-12-31")), Map.entry("birthDate", Map.of("birthDate", "2200-01-01")), Map.entry("birthDate", Map.of("birthDate", "0001-01-01")),
                Map.entry("workSince", Map.of("workSince", "2199-12-31")), Map.entry("workSince", Map.of("workSince", "1899-12-31")), Map.entry("workSince", Map.of("workSince", "1988-05-01", "birthDate", "1988-05-01")),
                Map.entry("answers.1.question", Map.of("answers", List.of(Claims.answer("unitRegisteredHere", "true"), Claims.answer("unitRegisteredHere", "false")))),
                Map.entry("sanctions.0.until", Map.of("sanctions", List.of(Map.of("kind", "PARTY", "from", "2024-01-01", "until", "2024-01-01")))));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void what_cannot_be_is_refused_where_it_stands(Map.Entry<String, Map<String, ?>> told) {
        for (var refused : List.of(applicant.edit(key(), dossier, 2, Map.of("facts", told.getValue())), applicant.saveProfile(key(), null, told.getValue())))
            assertEquals(List.of("person." + told.getKey()), findings(refused).stream().map(one -> one.get("path")).toList());
        assertEquals(before, row());
        assertNull(applicant.myProfile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "2023-02-29", "2024-13-01", "2024-2-3", "+10000-01-01", "0000-01-01", "2024-01-01T00:00", "20240101", "yesterday", "", "😀"})
    void a_day_that_does_not_exist_is_refused_with_an_example(String day) {
        var reply = raw(Map.of("birthDate", day));
        assertEquals("VALIDATION", reply.error(), () -> reply.body().toString());
        assertTrue(reply.<String>at("errors", 0, "message").contains("2024-09-18"), () -> reply.body().toString());
        assertEquals(before, row());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999", "\"80\"", "true", "[80]", "{}", "0x10", "80.", "\"\\u0000\"", "\"\\ud800\"", "null"})
    void a_number_that_is_none_is_refused(String number) {
        var reply = world.send(applicant.caller(), """
                {"query": "mutation($input: EditDossierInput!) { editDossier(input: $input) { findings { path } } }",
                 "variables": {"input": {"key": "%s", "dossier": "%s", "version": 2, "facts": {"hours": [{"year": 2023, "total": %s}]}}}}""".formatted(key(), dossier, number));
        survived(reply);
        assertTrue(reply.error() != null || !reply.<List<?>>at("data", "editDossier", "findings").isEmpty(), () -> reply.body().toString());
        assertEquals(before, row());
    }

    @Test
    void what_no_database_keeps_is_refused_at_the_door() {
        for (var text : List.of("\\u0000", "a\\u0000b", "\\ud83d", "\\ude00\\ud83d")) {
            for (var place : List.of("\"key\": \"%s\"", "\"facts\": {\"testExemptions\": [\"%s\"]}")) {
                var reply = world.send(applicant.caller(), """
                        {"query": "mutation($input: EditDossierInput!) { editDossier(input: $input) { findings { path } } }",
                         "variables": {"input": {"dossier": "%s", "version": 2, %s}}}""".formatted(dossier, place.formatted(text)));
                assertEquals("BAD_REQUEST", reply.error(), () -> reply.body().toString());
            }
            var inline = world.ask(applicant.caller(), "mutation { editDossier(input: {key: \"k\", dossier: \"%s\", version: 2, facts: {testExemptions: [\"%s\"]}}) { findings { path } } }".formatted(dossier, text), Map.of());
            assertTrue(inline.error() != null && inline.at("data") == null, () -> inline.body().toString());
            survived(inline);
        }
        assertEquals(before, row());
    }

    @Test
    void a_list_has_500_entries_at_most_and_every_wrong_one_of_them_is_named() {
        var exemptions = new ArrayList<>(Collections.nCopies(500, "免试"));
        assertEquals(List.of(), codes(applicant.edit(key(), dossier, 2, Map.of("facts", Map.of("testExemptions", exemptions)))));
        var wrong = applicant.edit(key(), dossier, 3, Map.of("facts", Map.of("testExemptions", Collections.nCopies(500, ""))));
        assertEquals(500, findings(wrong).size());
        assertEquals("person.testExemptions.499", findings(wrong).getLast().get("path"));
        exemptions.add("免试");
        assertEquals("LIMIT", raw(Map.of("testExemptions", exemptions)).error());
        assertEquals(3, world.<Integer>value("select version from dossier where id = ?", UUID.fromString(dossier)));
    }

    @Test
    void what_is_told_twice_or_against_the_grain_is_no_fault() {
        var odd = new HashMap<String, Object>(Claims.told("620200"));
        odd.put("answers", List.of(Claims.answer("unitRegisteredHere", "true")));
        odd.put("hours", List.of(Map.of("year", 2024, "total", 8784), Map.of("year", 2024, "total", 8784), Map.of("year", 1900, "total", 0)));
        odd.put("titles", List.of(Map.of("series", "ENGINEERING", "level", "FULL_SENIOR", "date", "1900-01-01", "aidMonths", 600), Map.of("series", "NO_SUCH", "level", "MEMBER")));
        odd.put("sanctions", List.of(Map.of("kind", "PARTY", "from", "1900-01-01", "until", "2199-12-31"), Map.of("kind", "PARTY", "from", "1900-01-01", "until", "1900-01-02")));
        assertEquals(List.of(), codes(applicant.edit(key(), dossier, 2, Map.of("facts", odd))));
        assertEquals(175_680, world.<Integer>value("select education_tenths from dossier where id = ?", UUID.fromString(dossier)));
        for (var region : List.of("bijie", "jiayuguan", "xianning")) {
            var composed = applicant.compose(key(), region, 2024, Map.of("series", "ENGINEERING", "level", "INTERMEDIATE"));
            var facts = region.equals("jiayuguan") ? odd : Claims.but(odd, "answers", null);
            assertEquals(List.of(), codes(applicant.edit(key(), id(composed), 1, Map.of("facts", facts))));
            assertFalse(codes(applicant.submit(key(), id(composed), 2)).isEmpty());
        }
    }

    @Test
    void what_is_not_yet_true_is_refused_all_at_once_with_the_day_from_which_it_can_be_told() {
        var day = "2199-12-31";
        Map<String, Object> toCome = Map.of("birthDate", day, "degrees", List.of(Map.of("level", "本科", "date", day)),
                "titles", List.of(Map.of("series", "ENGINEERING", "level", "MEMBER", "date", day), Map.of("series", "ENGINEERING", "level", "MEMBER", "date", "2020-12-31")),
                "testPasses", List.of(Map.of("specialty", "建筑工程", "level", "INTERMEDIATE", "date", day)), "hours", List.of(Map.of("year", 2199, "total", 90)),
                "assessments", List.of(Map.of("year", 2199, "grade", "合格")), "sanctions", List.of(Map.of("kind", "PARTY", "from", day)));
        var paths = List.of("person.assessments.0.year", "person.birthDate", "person.degrees.0.date", "person.hours.0.year", "person.sanctions.0.from", "person.testPasses.0.date", "person.titles.0.date");
        for (var refused : List.of(applicant.saveProfile(key(), null, toCome), applicant.edit(key(), dossier, 2, Map.of("facts", toCome)))) {
            assertEquals(paths, findings(refused).stream().map(one -> (String) one.get("path")).sorted().toList());
            for (var finding : findings(refused)) {
                assertEquals(((String) finding.get("path")).endsWith("year") ? "2199-01-01T00:00:00+08:00" : "2199-12-31T00:00:00+08:00", finding.get("from"), finding::toString);
                assertTrue(finding.get("shown").toString().contains("2199") && finding.get("asked").toString().contains("2024") && finding.get("remedy").toString().contains("2199"), finding::toString);
            }
        }
        assertNull(applicant.myProfile());
        assertEquals(before, row());
    }

    @Test
    void an_answer_fits_wherever_its_question_is_asked() {
        for (var question : List.of("unitRegisteredHere", "vacant-post", "misconduct-serious")) {
            var refused = applicant.saveProfile(key(), null, Map.of("answers", List.of(Claims.answer(question, "perhaps"))));
            assertEquals(List.of("person.answers.0.value"), findings(refused).stream().map(one -> one.get("path")).toList(), question);
        }
        assertNull(applicant.myProfile());
    }

    @Test
    void a_question_that_nobody_asks_is_refused_with_the_ids_that_there_are() {
        var facts = Map.of("answers", List.of(Claims.answer("unitRegisteredHere", "true"), Claims.answer("unitRegistredHere", "true")));
        for (var refused : List.of(applicant.saveProfile(key(), null, facts), applicant.edit(key(), dossier, 2, Map.of("facts", facts)))) {
            assertEquals(List.of("input"), codes(refused));
            var finding = findings(refused).getFirst();
            assertEquals("person.answers.1.question", finding.get("path"));
            assertEquals(Map.of("zh", "«unitRegistredHere»", "en", "«unitRegistredHere»"), finding.get("shown"));
            assertTrue(finding.get("asked").toString().contains("unitRegisteredHere"), finding::toString);
        }
        assertNull(applicant.myProfile());
        assertEquals(before, row());
    }

    /** A profile is for every region, a draft for one: what was picked from the profile stays, and may be told again; what is told anew is the edition's own. */
    @Test
    void an_answer_to_another_regions_question_comes_into_a_draft_from_the_profile_only() {
        var other = Claims.answer("vacant-post", "true");
        var refused = applicant.edit(key(), dossier, 2, Map.of("facts", Map.of("answers", List.of(other))));
        assertEquals(List.of("person.answers.0.question"), findings(refused).stream().map(one -> one.get("path")).toList());
        assertFalse(findings(refused).getFirst().get("asked").toString().contains("vacant-post"), refused::toString);
        assertEquals(before, row());
        var facts = Map.of("answers", List.of(other, Claims.answer("unitRegisteredHere", "true")));
        assertEquals(List.of(), codes(applicant.saveProfile(key(), null, facts)));
        assertEquals(List.of(), codes(applicant.edit(key(), dossier, 2, Map.of("fromProfile", true))));
        assertEquals(List.of(), codes(applicant.edit(key(), dossier, 3, Map.of("facts", facts))));
        assertEquals(List.of(), codes(applicant.compose(key(), "bijie", 2024, Claims.BIJIE)));
    }

    @Test
    void everything_wrong_with_a_profile_is_said_at_once() {
        var refused = applicant.saveProfile(key(), 7, Map.of("workplace", "咸宁", "birthDate", "1899-01-01"));
        assertEquals(List.of("input", "input", "profile.version"), codes(refused).stream().sorted().toList());
    }

    @Test
    void facts_and_profile_exclude_one_another() {
        var reply = applicant.send("editDossier", "EditDossierInput", "findings { code }", input("key", key(), "dossier", dossier, "version", 2, "facts", Map.of(), "fromProfile", true));
        assertEquals("BAD_INPUT", reply.error());
        assertEquals(before, row());
    }

    private static Map<String, ?> hours(int year, Number total, Number specialised) {
        var hours = new HashMap<String, Object>(Map.of("year", year, "total", total));
        if (specialised != null) hours.put("specialised", specialised);
        return Map.of("hours", List.of(hours));
    }

    private Reply raw(Map<String, ?> facts) {
        var reply = applicant.send("editDossier", "EditDossierInput", "findings { code }", input("key", key(), "dossier", dossier, "version", 2, "facts", facts));
        survived(reply);
        return reply;
    }

    private static void survived(Reply reply) {
        assertTrue(reply.status() < 500 && !"INTERNAL".equals(reply.error()), () -> reply.status() + " " + reply.body());
    }

    /** The whole row, its chain too. */
    private String row() {
        return world.value("select to_jsonb(d)::text from dossier d where id = ?", UUID.fromString(dossier));
    }
}
