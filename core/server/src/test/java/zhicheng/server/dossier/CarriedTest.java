package zhicheng.server.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.id;
import static zhicheng.server.Applicant.key;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.Office;
import zhicheng.server.World;

/** What a dossier tells stands in rows of its own, the same as what it tells, and as frozen. */
@Tag("database")
class CarriedTest {
    private static final String CARRIED = """
            query($id: ID!) { dossier(id: $id) { windowUntil minutesBeforeClose workSince
              hours { nodes { id year tenths specialisedTenths province } } titles { nodes { series specialty level obtainedOn province aidMonths appointedOn } }
              degrees { nodes { level obtainedOn } } assessments { nodes { year grade } } testPasses { nodes { specialty level passedOn } } jobs { nodes { employer position beganOn endedOn areaCode grassroots } }
              findings { nodes { place rule clauseId outcome path } } trail { nodes { act capacity clause subjectKind place } } } }""";
    private static World world;
    private Applicant applicant;

    @BeforeAll
    static void open() {
        world = World.at("2024-05-09T09:00:00+08:00");
        var office = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        assertEquals(List.of(), office.publish(office.notice(2024, "2024-05-20T00:00:00+08:00", "2024-07-11T00:00:00+08:00")).get("findings"));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void somebody() {
        world.time("2024-09-18T10:00:00+08:00");
        applicant = world.applicant();
    }

    @Test
    void rows_are_what_the_draft_tells_and_change_with_it() {
        assertEquals(List.of(), applicant.saveProfile(key(), null, Claims.but(Claims.told("620200"), "titles", List.of(Map.of("series", "ENGINEERING", "specialty", "\u3000建筑工程 ", "level", "ASSISTANT",
                "date", "2015-12-31", "province", "520502", "aidMonths", 14, "appointedOn", "2016-01-15")))).get("findings"));
        var dossier = id(applicant.compose(key(), "jiayuguan", 2024, Claims.JIAYUGUAN));
        var first = carried(applicant, dossier);
        assertEquals(List.of(List.of(2024, 910, 625), List.of(2023, 965, 700)), nodes(first, "hours").stream().map(one -> List.of(one.get("year"), one.get("tenths"), one.get("specialisedTenths"))).toList());
        assertEquals(List.of(Map.of("series", "ENGINEERING", "specialty", "建筑工程", "level", "ASSISTANT", "obtainedOn", "2015-12-31", "province", "520000", "aidMonths", 14, "appointedOn", "2016-01-15")), nodes(first, "titles"));
        assertEquals(List.of(Map.of("level", "本科", "obtainedOn", "2008-07-01")), nodes(first, "degrees"));
        assertEquals(List.of(Map.of("year", 2023, "grade", "合格")), nodes(first, "assessments"));
        assertEquals(List.of(Map.of("specialty", "建筑工程", "level", "ASSOCIATE_SENIOR", "passedOn", "2024-04-20")), nodes(first, "testPasses"));

        var told = new HashMap<String, Object>(Claims.told("620200"));
        told.put("hours", List.of(Map.of("year", 2023, "total", 0.1, "province", "620000")));
        told.put("titles", null);
        told.put("degrees", List.of());
        told.remove("assessments");
        assertEquals(List.of(), applicant.edit(key(), dossier, 1, Map.of("facts", told)).get("findings"));
        var second = carried(applicant, dossier);
        assertEquals(List.of(Applicant.input("id", nodes(first, "hours").getLast().get("id"), "year", 2023, "tenths", 1, "specialisedTenths", null, "province", "620000")),
                nodes(second, "hours"), "what stands at the same place keeps its id");
        for (var list : List.of("titles", "degrees", "assessments")) assertEquals(List.of(), nodes(second, list), list);
        assertEquals(1, nodes(second, "testPasses").size());
    }

    /** 参加工作时间, J24-annex2: told in the profile, carried by the dossier, and as frozen as it. */
    @Test
    void since_when_somebody_has_worked_is_told_once_and_carried_by_what_is_handed_in() {
        assertEquals(List.of(), applicant.saveProfile(key(), null, Claims.but(Claims.told("620200"), "workSince", "2008-08-01")).get("findings"));
        var dossier = id(applicant.compose(key(), "jiayuguan", 2024, Claims.JIAYUGUAN));
        assertEquals("2008-08-01", carried(applicant, dossier).get("workSince"));
        assertEquals(List.of("input"), Applicant.codes(applicant.edit(key(), dossier, 1, Map.of("facts", Claims.but(Claims.told("620200"), "workSince", "2024-09-19")))), "tomorrow");
        assertEquals(List.of(), applicant.edit(key(), dossier, 1, Map.of("facts", Claims.told("620200"))).get("findings"));
        assertNull(carried(applicant, dossier).get("workSince"), "not told any more");
        assertEquals(List.of(), applicant.edit(key(), dossier, 2, Map.of("facts", Claims.but(Claims.told("620200"), "workSince", "2024-09-18"))).get("findings"), "today");
        assertEquals(List.of(), applicant.sign(key(), dossier, 3, (String) applicant.pledge(dossier).get("words")).get("findings"));
        assertEquals(List.of(), applicant.submit(key(), dossier, 3).get("findings"));
        assertEquals(List.of(), applicant.saveProfile(key(), 1, Claims.but(Claims.told("620200"), "workSince", "2001-08-01")).get("findings"));
        assertEquals("2024-09-18", carried(applicant, dossier).get("workSince"), "as it was handed in");
        var snapshot = world.<String>value("select convert_from(content, 'UTF8') from dossier_snapshot where dossier = ?", UUID.fromString(dossier));
        assertTrue(snapshot.contains("\"workSince\":\"2024-09-18\""), snapshot);
        var bureau = world.account(null, world.organisation("HRSS", "jiayuguan"), "HRSS_CITY");
        assertEquals(1, world.ask(bureau, "query($id: ID!) { dossiers(where: {id: {eq: $id}, workSince: {gte: \"2024-09-18\"}}) { totalCount } }", Map.of("id", dossier)).<Integer>at("data", "dossiers", "totalCount"));
    }

    /** 工作经历, J24-3.3, X24-5.1: whoever reviews a dossier asks since when somebody has worked where. */
    @Test
    void where_somebody_has_worked_is_told_in_the_profile_carried_by_the_dossier_and_asked_by_who_reviews_it() {
        var village = Applicant.input("employer", "某乡卫生院", "position", "医师", "beganOn", "2012-08-01", "endedOn", "2019-06-30", "areaCode", "620201", "grassroots", true);
        var now = Applicant.input("employer", " 某院 ", "position", null, "beganOn", "2019-07-01", "endedOn", null, "areaCode", null, "grassroots", null);
        assertEquals(List.of(), applicant.saveProfile(key(), null, Claims.but(Claims.told("620200"), "jobs", List.of(village, now))).get("findings"));
        assertEquals(List.of(village, now), world.ask(applicant.caller(), "{ myProfile { facts { jobs { employer position beganOn endedOn areaCode grassroots } } } }", Map.of()).at("data", "myProfile", "facts", "jobs"));
        var dossier = id(applicant.compose(key(), "jiayuguan", 2024, Claims.JIAYUGUAN));
        assertEquals(List.of(Claims.but(now, "employer", "某院"), village), nodes(carried(applicant, dossier), "jobs"), "the latest first");
        assertEquals(List.of(), applicant.sign(key(), dossier, 1, (String) applicant.pledge(dossier).get("words")).get("findings"));
        assertEquals(List.of(), applicant.submit(key(), dossier, 1).get("findings"));
        assertEquals(List.of(), applicant.saveProfile(key(), 1, Claims.told("620200")).get("findings"));
        assertEquals(2, nodes(carried(applicant, dossier), "jobs").size(), "as it was handed in");
        assertTrue(world.<String>value("select convert_from(content, 'UTF8') from dossier_snapshot where dossier = ?", UUID.fromString(dossier)).contains("某乡卫生院"));
        var bureau = world.account(null, world.organisation("HRSS", "jiayuguan"), "HRSS_CITY");
        for (var one : Map.of("grassroots: {eq: true}, beganOn: {lte: \"2014-01-01\"}, endedOn: {gte: \"2019-01-01\"}", 1, "grassroots: {eq: true}, endedOn: {isNull: true}", 0, "endedOn: {isNull: true}, employer: {eq: \"某院\"}", 1).entrySet())
            assertEquals(one.getValue(), world.ask(bureau, "query($id: ID!) { dossiers(where: {id: {eq: $id}, jobs: {some: {%s}}}) { totalCount } }".formatted(one.getKey()), Map.of("id", dossier)).<Integer>at("data", "dossiers", "totalCount"), one.getKey());
    }

    @Test
    void what_is_malformed_leaves_the_rows_as_they_were() {
        var dossier = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        var before = carried(applicant, dossier);
        assertTrue(!Applicant.findings(applicant.edit(key(), dossier, 2, Map.of("facts", Map.of("hours", List.of(Map.of("year", 2023, "total", 1.23)))))).isEmpty());
        assertEquals(before, carried(applicant, dossier));
    }

    @Test
    void a_submitted_dossier_carries_the_same_for_ever() {
        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        assertEquals(List.of(), applicant.submit(key(), dossier, 2).get("findings"));
        var before = carried(applicant, dossier);
        assertEquals(2, nodes(before, "hours").size());
        assertEquals(List.of("dossier.stage"), Applicant.codes(applicant.edit(key(), dossier, 3, Map.of("facts", Map.of()))));
        for (var source : List.of(world.database().writer(), world.database().owner())) {
            var refusal = assertThrows(PSQLException.class, () -> {
                try (var connection = source.getConnection(); var change = connection.prepareStatement("update dossier set draft = '{}' where id = ?")) {
                    change.setObject(1, UUID.fromString(dossier));
                    change.execute();
                }
            });
            assertEquals("submitted_dossier_tells_the_same", refusal.getServerErrorMessage().getConstraint());
        }
        assertEquals(before, carried(applicant, dossier));
    }

    /** J24-2.3: to 10-20 24:00; B24-annex1: to 09-20 17:00; X24-4: the committee's own notice. */
    @ParameterizedTest
    @CsvSource({"jiayuguan, 2024-10-20T23:59:59+08:00, 2024-10-21T00:00:00+08:00, 0", "jiayuguan, 2024-10-20T23:58:59.5+08:00, 2024-10-21T00:00:00+08:00, 1",
        "bijie, 2024-09-18T10:00:00+08:00, 2024-09-20T17:00:00+08:00, 3300", "xianning, 2024-06-20T10:00:00+08:00, 2024-07-11T00:00:00+08:00, 29640"})
    void a_submission_knows_how_long_before_the_close_it_came(String region, String time, String until, int minutes) {
        world.time(time);
        var claim = switch (region) {
            case "bijie" -> Claims.BIJIE;
            case "jiayuguan" -> Claims.JIAYUGUAN;
            default -> Claims.XIANNING;
        };
        var dossier = applicant.signed(region, 2024, claim, Claims.told(switch (region) {
            case "bijie" -> "520502";
            case "jiayuguan" -> "620200";
            default -> "421202";
        }));
        assertNull(carried(applicant, dossier).get("windowUntil"), "a draft is not judged yet");
        assertEquals(List.of(), applicant.submit(key(), dossier, 2).get("findings"));
        var submitted = carried(applicant, dossier);
        assertEquals(until, submitted.get("windowUntil"));
        assertEquals(minutes, submitted.get("minutesBeforeClose"));
    }

    @Test
    void findings_of_a_refused_draft_stand_in_rows_until_it_is_handed_in() {
        var dossier = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.but(Claims.told("620200"), "retired", true));
        var refused = applicant.submit(key(), dossier, 2);
        var findings = nodes(carried(applicant, dossier), "findings");
        assertEquals(Applicant.findings(refused).size(), findings.size());
        assertTrue(findings.size() >= 2, findings::toString);
        for (var place = 0; place < findings.size(); place++) {
            var said = Applicant.findings(refused).get(place);
            assertEquals(Applicant.input("place", place + 1, "rule", said.get("code"), "clauseId", said.get("clause") == null ? null : ((Map<?, ?>) said.get("clause")).get("id"),
                    "outcome", said.get("outcome"), "path", said.get("path")), findings.get(place));
        }
        applicant.edit(key(), dossier, 2, Map.of("facts", Claims.told("620200")));
        applicant.sign(key(), dossier, 3, (String) applicant.pledge(dossier).get("words"));
        assertEquals(List.of(), applicant.submit(key(), dossier, 3).get("findings"));
        assertEquals(List.of(), nodes(carried(applicant, dossier), "findings"));
    }

    @Test
    void every_act_is_a_row_of_the_trail_for_its_applicant_and_an_auditor() {
        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        applicant.submit(key(), dossier, 2);
        var trail = nodes(carried(applicant, dossier), "trail");
        assertEquals(List.of("SUBMIT", "SIGN_PLEDGE", "EDIT", "COMPOSE"), trail.stream().map(one -> one.get("act")).toList());
        assertEquals(Applicant.input("act", "SUBMIT", "capacity", "APPLICANT", "clause", "J24 MOHRSS40 MOHRSS56", "subjectKind", "DOSSIER", "place", null), trail.getFirst(), "of what is between the entries that he sees he is not told");
        var auditor = world.account(null, null, "AUDITOR");
        var acts = world.ask(auditor, "query($id: ID!) { trail(where: {subjectId: {eq: $id}}) { nodes { act place actorId dossier { id } } } dossier(id: $id) { id } }", Map.of("id", dossier));
        assertNull(acts.body().get("errors"), () -> acts.body().toString());
        assertEquals(List.of(4, 3, 2, 1), acts.<List<Map<String, Object>>>at("data", "trail", "nodes").stream().map(one -> one.get("place")).toList());
        assertEquals(applicant.caller().account().toString(), acts.at("data", "trail", "nodes", 0, "actorId"));
        assertNull(acts.at("data", "trail", "nodes", 0, "dossier"));
        assertNull(acts.at("data", "dossier"));
        assertEquals(0, world.ask(world.applicant().caller(), "query($id: ID!) { trail(where: {subjectId: {eq: $id}}) { nodes { act } } }", Map.of("id", dossier)).<List<?>>at("data", "trail", "nodes").size());
    }

    private static Map<String, Object> carried(Applicant applicant, String dossier) {
        var reply = world.ask(applicant.caller(), CARRIED, Map.of("id", dossier));
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        assertNotNull(reply.at("data", "dossier"));
        return reply.at("data", "dossier");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> nodes(Map<String, Object> dossier, String list) {
        return (List<Map<String, Object>>) ((Map<String, Object>) dossier.get(list)).get("nodes");
    }
}
