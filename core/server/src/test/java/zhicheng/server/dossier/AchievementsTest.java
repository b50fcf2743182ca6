package zhicheng.server.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.World;
import zhicheng.server.trail.Json;

/** The store of achievements (B24-3.1), and what is picked of it into a dossier. */
@Tag("database")
class AchievementsTest {
    private static final Map<String, Object> PATENT = Map.ofEntries(Map.entry("kind", "PATENT"), Map.entry("title", "一种模板支撑（虚构）"), Map.entry("achievedOn", "2023-03-01"),
            Map.entry("number", "MADE-UP-1"), Map.entry("granted", true), Map.entry("rank", 2), Map.entry("quality", "发明专利"), Map.entry("use", "在三个项目使用"), Map.entry("benefit", "节约工期十天"));
    private static World world;
    private Applicant applicant;

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
    }

    @Test
    void is_kept_changed_put_away_and_brought_back() {
        var saved = applicant.saveAchievement(key(), null, null, PATENT);
        assertEquals(List.of(), saved.get("findings"));
        var patent = id(saved);
        var expected = input("id", patent, "version", 1, "endedOn", null, "grade", null, "issuedBy", null, "areaCode", null, "removedAt", null);
        expected.putAll(PATENT);
        assertEquals(expected, saved.get("achievement"));

        var changed = applicant.saveAchievement(key(), patent, 1, Map.of("kind", "GRASSROOTS_SERVICE", "title", "  驻村服务\u3000", "achievedOn", "2022-01-01", "endedOn", "2023-02-01", "areaCode", "520526"));
        assertEquals(List.of(), changed.get("findings"));
        assertEquals(input("id", patent, "version", 2, "kind", "GRASSROOTS_SERVICE", "title", "驻村服务", "achievedOn", "2022-01-01", "endedOn", "2023-02-01", "number", null, "granted", null,
                "rank", null, "grade", null, "issuedBy", null, "areaCode", "520526", "quality", null, "use", null, "benefit", null, "removedAt", null), changed.get("achievement"), "what is left out is told no more");

        var removed = applicant.removeAchievement(key(), patent, 2);
        assertEquals(List.of(), removed.get("findings"));
        assertEquals("2024-09-18T10:00:00+08:00", achievement(removed).get("removedAt"));
        assertEquals(List.of("achievement.removed"), codes(applicant.removeAchievement(key(), patent, 3)), "twice");
        var back = applicant.saveAchievement(key(), patent, 3, PATENT);
        assertEquals(List.of(), back.get("findings"));
        assertNull(achievement(back).get("removedAt"));
        assertEquals(4, achievement(back).get("version"));
        assertEquals(List.of("SAVE_ACHIEVEMENT", "SAVE_ACHIEVEMENT", "REMOVE_ACHIEVEMENT", "SAVE_ACHIEVEMENT"),
                Arrays.asList(world.<String>value("select string_agg(act, ' ' order by seq) from trail where subject = ? and subject_kind = 'PERSON'", applicant.person()).split(" ")));
        assertEquals(1L, world.<Long>value("select count(*) from achievement where person = ?", applicant.person()));
    }

    /** J24-2.2e: to answer that four bodies consented is not enough, the paper of each is attached. */
    @Test
    void who_is_posted_here_attaches_four_consents() {
        world.write("update organisation set region = 'jiayuguan' where id = ?", applicant.employer());
        var kinds = List.of("CONSENT_SENDING_DEPARTMENT", "CONSENT_SENDING_HRSS", "CONSENT_RECEIVING_DEPARTMENT", "CONSENT_RECEIVING_HRSS");
        var answers = List.of(Claims.answer("aidOrSeconded", "true"), Claims.answer("consentSendingDepartment", "true"), Claims.answer("consentSendingHrss", "true"), Claims.answer("consentReceivingDepartment", "true"),
                Claims.answer("consentReceivingHrss", "true"));
        var dossier = applicant.signed("jiayuguan", 2024, Claims.but(Claims.JIAYUGUAN, "channel", "posted"), Claims.but(Claims.but(Claims.told("620200"), "employment", "POSTED_AGENCY"), "answers", answers));
        var refused = applicant.submit(key(), dossier, 2);
        assertEquals(kinds.stream().map(kind -> "evidence." + kind.toLowerCase(Locale.ROOT).replace('_', '-')).toList(), codes(refused), "five times yes");
        for (var finding : findings(refused)) assertEquals(List.of("J24-2.2e", "claim.channel"), List.of(((Map<?, ?>) finding.get("clause")).get("id"), finding.get("path")));
        var papers = kinds.stream().map(kind -> id(applicant.saveAchievement(key(), null, null, Map.of("kind", kind, "title", "同意函（虚构）")))).toList();
        for (var paper : papers.subList(0, 3)) applicant.prove(paper, "同意函.pdf");
        assertEquals(List.of(), codes(applicant.pickAchievements(key(), dossier, 2, papers)));
        assertEquals(List.of(), codes(applicant.sign(key(), dossier, 3, (String) applicant.pledge(dossier).get("words"))));
        assertEquals(List.of("evidence.consent-receiving-hrss"), codes(applicant.submit(key(), dossier, 3)), "a paper without a file");
        applicant.prove(papers.getLast(), "同意函.pdf");
        assertEquals(List.of(), codes(applicant.pickAchievements(key(), dossier, 3, papers)));
        assertEquals(List.of(), codes(applicant.sign(key(), dossier, 4, (String) applicant.pledge(dossier).get("words"))));
        assertEquals(List.of(), codes(applicant.submit(key(), dossier, 4)));
    }

    /** B24-3.1: papers on jobs, yearly assessments and tests lie in the store with their files, and go into a dossier as they are. */
    @Test
    void papers_on_what_the_profile_tells_are_kept_with_their_files_and_picked() {
        var papers = List.of("EMPLOYMENT", "ASSESSMENT", "TEST_PASS").stream().map(kind -> id(applicant.saveAchievement(key(), null, null, Map.of("kind", kind, "title", "证明（虚构）", "achievedOn", "2023-12-31")))).toList();
        for (var paper : papers) applicant.prove(paper, "证明.pdf");
        var dossier = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        assertEquals(List.of(), codes(applicant.pickAchievements(key(), dossier, 2, papers)));
        assertEquals(Set.of(Map.of("kind", "EMPLOYMENT", "files", 1), Map.of("kind", "ASSESSMENT", "files", 1), Map.of("kind", "TEST_PASS", "files", 1)),
                world.ask(applicant.caller(), "query($id: ID!) { dossier(id: $id) { achievements { nodes { kind files { totalCount } } } } }", Map.of("id", dossier)).<List<Map<String, Object>>>at("data", "dossier", "achievements", "nodes")
                        .stream().map(one -> Map.of("kind", one.get("kind"), "files", ((Map<?, ?>) one.get("files")).get("totalCount"))).collect(Collectors.toSet()));
        assertTrue(((List<?>) applicant.evaluation(dossier).get("refusals")).stream().map(one -> (String) ((Map<?, ?>) one).get("code")).noneMatch(code -> code.startsWith("evidence.")),
                "a paper is no achievement that needs another file");
    }

    /** B23-2.1: 论文由“必选”转变为成果“多选”. */
    @Test
    void which_kinds_of_results_are_there_is_counted_over_what_was_picked() {
        var patent = id(applicant.saveAchievement(key(), null, null, PATENT));
        var paper = id(applicant.saveAchievement(key(), null, null, Map.of("kind", "ASSESSMENT", "title", "年度考核表（虚构）")));
        var dossier = applicant.draft("bijie", 2023, Claims.BIJIE, Claims.told("520502"));
        assertTrue(results(dossier).startsWith("已选入：无；未选入：论文、著作、项目、获奖、专利、"), results(dossier));
        assertEquals(List.of(), codes(applicant.pickAchievements(key(), dossier, 2, List.of(patent, paper))));
        assertTrue(results(dossier).startsWith("已选入：专利；未选入：论文、著作、项目、获奖、标准、"), results(dossier));
    }

    private String results(String dossier) {
        var findings = world.ask(applicant.caller(), "query($dossier: ID!) { evaluation(dossier: $dossier) { report { findings { code outcome holdsUp shown { zh } } } } }", Map.of("dossier", dossier))
                .<List<Map<String, Object>>>at("data", "evaluation", "report", "findings");
        var finding = findings.stream().filter(one -> one.get("code").equals("results-for-papers")).findFirst().orElseThrow();
        assertEquals(List.of("CANNOT_TELL", false), List.of(finding.get("outcome"), finding.get("holdsUp")));
        return (String) ((Map<?, ?>) finding.get("shown")).get("zh");
    }

    @Test
    void the_same_key_brings_the_first_outcome_and_another_version_is_refused() {
        var key = key();
        var first = applicant.saveAchievement(key, null, null, PATENT);
        assertEquals(first, applicant.saveAchievement(key, null, null, PATENT));
        assertEquals(List.of("key"), codes(applicant.saveAchievement(key, null, null, Claims.but(PATENT, "rank", 1))));
        for (var version : Arrays.asList(null, 0, 2)) assertEquals(List.of("achievement.version"), codes(applicant.saveAchievement(key(), id(first), version, PATENT)), () -> "" + version);
        assertEquals(List.of("achievement.version"), codes(applicant.saveAchievement(key(), null, 1, PATENT)), "a new one has none");
        assertEquals(List.of("achievement.version"), codes(applicant.removeAchievement(key(), id(first), 2)));
        assertEquals(1, world.<Integer>value("select version from achievement where person = ?", applicant.person()));
    }

    @Test
    void who_puts_away_an_old_version_is_shown_both() {
        var patent = id(applicant.saveAchievement(key(), null, null, PATENT));
        assertEquals(List.of(), codes(applicant.saveAchievement(key(), patent, 1, Claims.but(PATENT, "rank", 1))));
        assertEquals(List.of(), codes(applicant.saveAchievement(key(), patent, 2, Claims.but(PATENT, "rank", 3))));
        assertEquals(List.of(), codes(applicant.saveAchievement(key(), null, null, PATENT)), "another one");
        var stale = applicant.removeAchievement(key(), patent, 2);
        assertEquals(List.of("achievement.version"), codes(stale));
        assertEquals(List.of("第 3 版：rank=3", "第 2 版：rank=1"), Stream.of("asked", "shown").map(side -> ((Map<?, ?>) findings(stale).getFirst().get(side)).get("zh")).toList());
    }

    @Test
    void of_two_tabs_one_saves_and_the_other_is_told() {
        var patent = id(applicant.saveAchievement(key(), null, null, PATENT));
        var both = World.together(() -> codes(applicant.saveAchievement(key(), patent, 1, Claims.but(PATENT, "rank", 1))), () -> codes(applicant.saveAchievement(key(), patent, 1, Claims.but(PATENT, "rank", 3))));
        assertEquals(1, Collections.frequency(both, List.of()));
        assertEquals(1, Collections.frequency(both, List.of("achievement.version")));
    }

    /** B24-3.1: what stands there now beside what is sent, both whole, and nothing else of it. */
    @Test
    void of_two_tabs_each_is_shown_what_stands_there_and_what_it_sends() {
        var patent = id(applicant.saveAchievement(key(), null, null, PATENT));
        var paper = id(applicant.saveAchievement(key(), null, null, Map.of("kind", "PAPER", "title", "论文")));
        assertEquals(List.of(), codes(applicant.saveAchievement(key(), patent, 1, Claims.but(PATENT, "rank", 1))));
        var saved = Applicant.findings(applicant.saveAchievement(key(), patent, 1, Claims.but(PATENT, "rank", 3))).getFirst();
        assertEquals(List.of(Map.of("zh", "第 2 版：rank=1", "en", "version 2: rank=1"), Map.of("zh", "第 1 版：rank=3", "en", "version 1: rank=3")), List.of(saved.get("asked"), saved.get("shown")));
        var same = Applicant.findings(applicant.saveAchievement(key(), patent, 1, Claims.but(PATENT, "rank", 1))).getFirst();
        assertEquals(Map.of("zh", "第 1 版", "en", "version 1"), same.get("shown"), "the same: there is nothing to show");

        var dossier = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Map.of());
        assertEquals(List.of(), codes(applicant.pickAchievements(key(), dossier, 2, List.of(patent))));
        var picked = Applicant.findings(applicant.pickAchievements(key(), dossier, 2, List.of(paper))).getFirst();
        assertEquals("version 3: achievements=" + PATENT.get("title") + " " + patent, ((Map<?, ?>) picked.get("asked")).get("en"));
        assertEquals("version 2: achievements=论文 " + paper, ((Map<?, ?>) picked.get("shown")).get("en"));
        var both = Applicant.findings(applicant.pickAchievements(key(), dossier, 2, List.of(paper, patent))).getFirst();
        assertEquals(List.of("version 3: achievements=–", "version 2: achievements=论文 " + paper), List.of(((Map<?, ?>) both.get("asked")).get("en"), ((Map<?, ?>) both.get("shown")).get("en")), "only what differs");
        var theirs = id(world.applicant().saveAchievement(key(), null, null, PATENT));
        assertEquals("version 2: achievements=? " + theirs, ((Map<?, ?>) Applicant.findings(applicant.pickAchievements(key(), dossier, 2, List.of(theirs))).getFirst().get("shown")).get("en"), "nothing of another's");
    }

    @Test
    void anothers_achievement_is_answered_like_one_that_does_not_exist() {
        var other = world.applicant();
        var theirs = id(other.saveAchievement(key(), null, null, PATENT));
        var nowhere = UUID.randomUUID().toString();
        var dossier = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Map.of());
        assertEquals(applicant.saveAchievement(key(), nowhere, 1, PATENT).toString().replace(nowhere, theirs), applicant.saveAchievement(key(), theirs, 1, PATENT).toString());
        assertEquals(applicant.removeAchievement(key(), nowhere, 1).toString().replace(nowhere, theirs), applicant.removeAchievement(key(), theirs, 1).toString());
        var picked = applicant.pickAchievements(key(), dossier, 2, List.of(theirs));
        assertEquals(applicant.pickAchievements(key(), dossier, 2, List.of(nowhere)).toString().replace(nowhere, theirs), picked.toString());
        assertEquals(List.of("achievement.not-found"), codes(picked));
        assertEquals(0L, world.<Long>value("select count(*) from dossier_achievement where dossier = ?", UUID.fromString(dossier)));
        assertEquals(1, world.<Integer>value("select version from achievement where id = ?", UUID.fromString(theirs)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            title      | '  '        | input.told.title
            kind       | PAPER       | input.told.granted
            achievedOn | 2024-09-19  | input.told.achievedOn
            achievedOn | 1899-12-31  | input.told.achievedOn
            endedOn    | 2023-02-28  | input.told.endedOn
            rank       | 0           | input.told.rank
            rank       | 1001        | input.told.rank
            areaCode   | 5205        | input.told.areaCode
            number     | ''          | input.told.number""")
    void what_is_malformed_is_told_with_its_path(String name, String value, String path) {
        var refused = applicant.saveAchievement(key(), null, null, Claims.but(PATENT, name, name.equals("rank") ? Integer.valueOf(value) : value));
        assertEquals(List.of(path), findings(refused).stream().map(one -> one.get("path")).toList());
        assertNull(refused.get("achievement"));
        assertNull(world.value("select id from achievement where person = ?", applicant.person()));
    }

    @Test
    void everything_that_is_malformed_is_told_at_once_and_the_official_day_is_not_yet_the_future() {
        var refused = applicant.saveAchievement(key(), null, null, Map.of("kind", "OTHER", "title", "题".repeat(201), "use", "用".repeat(2001), "endedOn", "2023-01-01", "granted", false));
        assertEquals(4, findings(refused).size());
        assertEquals(Set.of("input.told.title", "input.told.use", "input.told.endedOn", "input.told.granted"), findings(refused).stream().map(one -> one.get("path")).collect(Collectors.toSet()));
        assertEquals(List.of(), applicant.saveAchievement(key(), null, null, Map.of("kind", "OTHER", "title", "😀".repeat(200), "achievedOn", "2024-09-18")).get("findings"));
    }

    @Test
    void what_is_picked_stays_as_it_was_and_is_frozen_in_the_snapshot() {
        var patent = id(applicant.saveAchievement(key(), null, null, PATENT));
        var paper = id(applicant.saveAchievement(key(), null, null, Map.of("kind", "PAPER", "title", "山区路基研究", "grade", "核心", "issuedBy", "《虚构学报》")));
        var dossier = applicant.signed("bijie", 2024, Claims.BIJIE, Claims.told("520502"));
        var picked = applicant.pickAchievements(key(), dossier, 2, List.of(paper, patent));
        assertEquals(List.of(), picked.get("findings"));
        assertEquals(3, dossier(picked).get("version"));
        assertEquals(List.of("一种模板支撑（虚构）", "山区路基研究"), titles(picked), "latest first, without a date last");
        assertEquals(List.of("pledge"), codes(applicant.submit(key(), dossier, 3)), "what was signed was another version");

        applicant.saveAchievement(key(), patent, 1, Claims.but(PATENT, "granted", false));
        applicant.removeAchievement(key(), paper, 1);
        applicant.sign(key(), dossier, 3, (String) applicant.pledge(dossier).get("words"));
        var submitted = applicant.submit(key(), dossier, 3);
        assertEquals(List.of(), submitted.get("findings"));
        byte[] content = world.value("select content from dossier_snapshot where dossier = ?", UUID.fromString(dossier));
        assertEquals(((Map<?, ?>) submitted.get("receipt")).get("contentHash"), HexFormat.of().formatHex(Json.sha256(content)));
        var frozen = (List<?>) Json.map(new String(content, StandardCharsets.UTF_8)).get("achievements");
        var expected = input("achievement", patent, "version", 1, "endedOn", null, "grade", null, "issuedBy", null, "areaCode", null, "files", List.of());
        expected.putAll(PATENT);
        assertEquals(expected, frozen.getFirst(), "as it was when it was picked");
        assertEquals(2, frozen.size());

        assertEquals(List.of("dossier.stage"), codes(applicant.pickAchievements(key(), dossier, 4, List.of())));
        for (var statement : List.of("delete from dossier_achievement where dossier = ?", "insert into dossier_achievement select gen_random_uuid(), ?, achievement, 1, picked_at, kind, title from dossier_achievement limit 1"))
            assertEquals("picked_achievements_are_frozen", assertThrows(PSQLException.class, () -> {
                try (var connection = world.database().writer().getConnection(); var change = connection.prepareStatement(statement)) {
                    change.setObject(1, UUID.fromString(dossier));
                    change.execute();
                }
            }).getServerErrorMessage().getConstraint());
        assertEquals(2L, world.<Long>value("select count(*) from dossier_achievement where dossier = ?", UUID.fromString(dossier)));
    }

    @Test
    void picking_again_replaces_what_was_picked_and_takes_it_as_it_is_now() {
        var patent = id(applicant.saveAchievement(key(), null, null, PATENT));
        var paper = id(applicant.saveAchievement(key(), null, null, Map.of("kind", "PAPER", "title", "论文")));
        var dossier = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Map.of());
        var key = key();
        var first = applicant.pickAchievements(key, dossier, 2, List.of(patent));
        assertEquals(first, applicant.pickAchievements(key, dossier, 2, List.of(patent)), "the same key");
        assertEquals(List.of("dossier.version"), codes(applicant.pickAchievements(key(), dossier, 2, List.of(patent))), "the same version again");
        applicant.saveAchievement(key(), patent, 1, Claims.but(PATENT, "granted", false));
        var second = applicant.pickAchievements(key(), dossier, 3, List.of(patent, paper));
        assertEquals(List.of(List.of(2, false)), nodes(second).stream().filter(one -> one.get("granted") != null).map(one -> List.of(one.get("version"), one.get("granted"))).toList());
        assertEquals(2, nodes(second).size());
        assertEquals(List.of(), nodes(applicant.pickAchievements(key(), dossier, 4, List.of())));
        assertEquals(3L, world.<Long>value("select count(*) from trail where subject = ? and act = 'PICK_ACHIEVEMENTS'", UUID.fromString(dossier)));
    }

    @Test
    void what_cannot_be_picked_is_told_at_once_with_its_place() {
        var patent = id(applicant.saveAchievement(key(), null, null, PATENT));
        var gone = id(applicant.saveAchievement(key(), null, null, PATENT));
        applicant.removeAchievement(key(), gone, 1);
        var dossier = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Map.of());
        var refused = applicant.pickAchievements(key(), dossier, 2, List.of(patent, gone, patent, UUID.randomUUID().toString()));
        assertEquals(List.of(List.of("achievement.removed", "input.achievements.1"), List.of("achievement.twice", "input.achievements.2"), List.of("achievement.not-found", "input.achievements.3")),
                findings(refused).stream().map(one -> List.of(one.get("code"), one.get("path"))).toList());
        assertEquals(List.of(), nodes(refused));
        assertTrue(codes(applicant.pickAchievements(key(), dossier, 2, Collections.nCopies(201, patent))).contains("input"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "x'; drop table achievement; --", "😀"})
    void an_id_that_is_none_is_bad_input(String id) {
        assertEquals("BAD_INPUT", applicant.send("saveAchievement", "SaveAchievementInput", "findings { code }", input("key", key(), "achievement", id, "version", 1, "told", PATENT)).error());
        assertEquals("BAD_INPUT", applicant.send("removeAchievement", "RemoveAchievementInput", "findings { code }", input("key", key(), "achievement", id, "version", 1)).error());
        assertEquals("BAD_INPUT", applicant.send("pickAchievements", "PickAchievementsInput", "findings { code }", input("key", key(), "dossier", UUID.randomUUID().toString(), "version", 1, "achievements", List.of(id))).error());
    }

    private static String id(Map<String, Object> payload) {
        assertNotNull(achievement(payload), payload::toString);
        return (String) achievement(payload).get("id");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> achievement(Map<String, Object> payload) {
        return (Map<String, Object>) payload.get("achievement");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> dossier(Map<String, Object> payload) {
        return (Map<String, Object>) payload.get("dossier");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> nodes(Map<String, Object> payload) {
        return (List<Map<String, Object>>) ((Map<String, Object>) dossier(payload).get("achievements")).get("nodes");
    }

    private static List<Object> titles(Map<String, Object> payload) {
        return nodes(payload).stream().map(one -> one.get("title")).toList();
    }
}
