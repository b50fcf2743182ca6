package zhicheng.server.dossier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.id;
import static zhicheng.server.Applicant.key;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.Office;
import zhicheng.server.Unit;
import zhicheng.server.World;
import zhicheng.server.database.Sql;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Json;

@Tag("database")
class SubmissionTest {
    private static final String OPEN = "2024-09-18T10:00:00+08:00";
    private static World world;

    @BeforeAll
    static void open() {
        world = World.at("2024-05-09T09:00:00+08:00");
        var office = Office.of(world, "xianning", List.of("ENGINEERING", "HEALTH"), List.of("ASSOCIATE_SENIOR", "FULL_SENIOR"));
        assertEquals(List.of(), office.publish(office.notice(2024, "2024-05-20T00:00:00+08:00", "2024-07-11T00:00:00+08:00")).get("findings"));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void september() {
        world.time(OPEN);
    }

    @ParameterizedTest
    @CsvSource({"bijie, 2024-09-18T10:00:00.123456789+08:00, 520502", "jiayuguan, 2024-09-18T10:00:00+08:00, 620200", "xianning, 2024-06-20T10:00:00+08:00, 421202"})
    void from_profile_to_receipt(String region, String time, String workplace) {
        world.time(time);
        var applicant = world.applicant();
        assertNull(applicant.myProfile());
        var saved = applicant.saveProfile(key(), null, Claims.told(workplace));
        assertEquals(List.of(), saved.get("findings"));
        assertEquals(1, applicant.myProfile().get("version"));

        var composed = applicant.compose(key(), region, 2024, claim(region));
        assertEquals(List.of(), composed.get("findings"));
        var dossier = id(composed);
        assertEquals("DRAFT", part(composed, "dossier").get("stage"));
        assertEquals(Map.of("employment", "STATE_INSTITUTION_POST", "hours", List.of(Map.of("year", 2023, "total", 96.5), Map.of("year", 2024, "total", 91.0))),
                part(applicant.evaluation(dossier), "told"), "the profile was picked");
        assertEquals(910, part(composed, "dossier").get("educationTenths"), "of the dossier's own year");

        var edited = applicant.edit(key(), dossier, 1, Map.of("facts", Claims.but(Claims.told(workplace), "hours", List.of(Map.of("year", 2023, "total", 99), Map.of("year", 2024, "total", 100.1)))));
        assertEquals(List.of(), edited.get("findings"));
        assertEquals(2, part(edited, "dossier").get("version"));
        assertEquals(1001, part(edited, "dossier").get("educationTenths"));

        var unsigned = applicant.evaluation(dossier);
        assertEquals(1, refusals(unsigned).size(), () -> unsigned.toString());
        var pledge = applicant.pledge(dossier);
        assertEquals(!region.equals("xianning"), pledge.get("neutral"));
        assertEquals(region.equals("xianning") ? 3 : null, pledge.get("barYears"));
        assertFalse(((String) pledge.get("words")).contains("｛"), "no blank is left");
        assertEquals(List.of(), applicant.sign(key(), dossier, 2, (String) pledge.get("words")).get("findings"));
        assertEquals(List.of(), refusals(applicant.evaluation(dossier)));

        var submitted = applicant.submit(key(), dossier, 2);
        assertEquals(List.of(), submitted.get("findings"));
        var receipt = part(submitted, "receipt");
        var edition = world.bean(Regions.class).newest(region, 2024).orElseThrow();
        var received = OffsetDateTime.parse(time).toInstant().truncatedTo(ChronoUnit.MICROS);
        assertEquals(received, OffsetDateTime.parse((String) receipt.get("receivedAt")).toInstant());
        assertEquals(edition.number(), receipt.get("edition"));
        assertEquals(edition.hash(), receipt.get("editionHash"));
        assertEquals(Map.of("stage", "SUBMITTED", "contentHash", receipt.get("contentHash"), "edition", edition.number(), "factsHash", edition.hash(), "receiptAt", receipt.get("receivedAt"), "version", 3),
                only(part(submitted, "dossier"), "stage", "contentHash", "edition", "factsHash", "receiptAt", "version"));

        byte[] content = world.value("select content from dossier_snapshot where dossier = ? and seq = 1", UUID.fromString(dossier));
        assertEquals(receipt.get("contentHash"), HexFormat.of().formatHex(Json.sha256(content)));
        var text = new String(content, StandardCharsets.UTF_8);
        assertArrayEquals(content, Json.canonical(Json.map(text)), "canonical as it stands");
        var snapshot = Json.map(text);
        assertEquals(dossier, snapshot.get("dossier"));
        assertEquals(applicant.person().toString(), snapshot.get("applicant"));
        assertEquals(pledge.get("words"), snapshot.get("pledge"));
        assertEquals(received.toString(), snapshot.get("receivedAt"), "the same moment as the receipt's");
        assertEquals(List.of(Map.of("year", 2023, "total", 99), Map.of("year", 2024, "total", 100.1)), part(snapshot, "facts").get("hours"));
        assertEquals(edition.hash(), part(snapshot, "edition").get("hash"));
        assertNotNull(world.value("select first_pinned_at from notice_edition where (region, year, edition, facts_hash) = (?, 2024, ?, ?)", region, edition.number(), edition.hash()));
    }

    @Test
    void what_was_submitted_does_not_change_with_the_profile_and_takes_no_edit() {
        var applicant = world.applicant();
        applicant.saveProfile(key(), null, Claims.told("620200"));
        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        var receipt = part(applicant.submit(key(), dossier, 2), "receipt");
        byte[] before = world.value("select content from dossier_snapshot where dossier = ?", UUID.fromString(dossier));

        assertEquals(List.of(), applicant.saveProfile(key(), 1, Claims.but(Claims.told("620200"), "employment", "NONE")).get("findings"));
        for (var change : List.<Map<String, ?>>of(Map.of("fromProfile", true), Map.of("facts", Map.of()), Map.of("claim", Claims.JIAYUGUAN)))
            assertEquals(List.of("dossier.stage"), codes(applicant.edit(key(), dossier, 3, change)));
        assertEquals(List.of("dossier.stage"), codes(applicant.sign(key(), dossier, 3, (String) applicant.pledge(dossier).get("words"))));
        assertEquals(List.of("dossier.stage"), codes(applicant.submit(key(), dossier, 3)));

        assertArrayEquals(before, world.value("select content from dossier_snapshot where dossier = ?", UUID.fromString(dossier)));
        assertEquals(1L, world.<Long>value("select count(*) from dossier_snapshot where dossier = ?", UUID.fromString(dossier)));
        var evaluation = applicant.evaluation(dossier);
        assertEquals("STATE_INSTITUTION_POST", part(evaluation, "told").get("employment"));
        assertEquals(List.of("dossier.stage"), refusals(evaluation).stream().map(one -> one.get("code")).toList(), "a second submission would be refused, and for this alone");
        assertEquals("CANNOT_TELL", part(evaluation, "report").get("outcome"), "nothing failed: the signature counts for what was submitted");
        assertEquals(receipt.get("contentHash"), world.<String>value("select encode(snapshot_hash, 'hex') from dossier where id = ?", UUID.fromString(dossier)));
    }

    @Test
    void a_submitted_dossier_is_evaluated_by_the_edition_that_it_is_pinned_to() {
        world.time("2024-06-20T10:00:00+08:00");
        var applicant = world.applicant();
        var dossier = applicant.signed("xianning", 2024, Claims.XIANNING, Claims.told("421202"));
        assertEquals(List.of(), applicant.submit(key(), dossier, 2).get("findings"));
        var edition = part(part(applicant.evaluation(dossier), "report"), "edition");
        assertEquals(Map.of("number", world.<Integer>value("select edition from dossier where id = ?", UUID.fromString(dossier)), "year", 2024), edition);
    }

    @Test
    void a_refusal_brings_everything_at_once_and_changes_nothing_else() {
        world.time("2024-07-11T00:00:00+08:00");
        var applicant = world.applicant();
        var told = Claims.told("421202");
        told.put("employment", "CIVIL_SERVANT");
        told.put("retired", true);
        told.put("testPasses", List.of());
        told.remove("secrecy");
        var dossier = applicant.draft("xianning", 2024, Claims.XIANNING, told);
        var before = row(dossier);
        var expected = refusals(applicant.evaluation(dossier));
        assertEquals(Set.of("window", "civil-servant", "retirement", "capability-test", "secrecy", "pledge-signed", "state-unit"), expected.stream().map(one -> one.get("code")).collect(Collectors.toSet()));

        var refused = applicant.submit(key(), dossier, 2);
        assertEquals(expected, findings(refused));
        assertNull(refused.get("receipt"));
        for (var finding : findings(refused)) {
            assertTrue(((String) part(finding, "clause").get("id")).startsWith("X24"), finding::toString);
            assertFalse(((String) part(finding, "clause").get("sentence")).isBlank(), finding::toString);
            for (var words : List.of("message", "asked", "shown"))
                assertFalse(((String) part(finding, words).get("zh")).isBlank() || ((String) part(finding, words).get("en")).isBlank(), finding::toString);
            assertEquals(true, finding.get("holdsUp"));
        }

        assertEquals(before, row(dossier), "nothing but its chain has moved");
        assertEquals(0L, world.<Long>value("select count(*) from dossier_snapshot where dossier = ?", UUID.fromString(dossier)));
        assertEquals(0L, world.<Long>value("select count(*) from dossier_exclusion where dossier = ?", UUID.fromString(dossier)));
        var codes = codes(refused);
        assertEquals(String.join(" ", codes), world.value("select string_agg(rule, ' ' order by place) from dossier_finding where dossier = ?", UUID.fromString(dossier)));
        var entry = Json.map(new String(world.<byte[]>value("select entry from trail where subject = ? order by seq desc limit 1", UUID.fromString(dossier)), StandardCharsets.UTF_8));
        assertEquals("SUBMIT_REFUSED", entry.get("act"));
        assertEquals(codes, list(entry.get("findings")).stream().map(one -> one.get("code")).toList());

        told = Claims.told("421202");
        assertEquals(List.of(), applicant.edit(key(), dossier, 2, Map.of("facts", told)).get("findings"));
        assertEquals(List.of("window", "pledge-signed"), codes(applicant.submit(key(), dossier, 3)), "the next attempt");
        assertEquals(2L, world.<Long>value("select count(*) from dossier_finding where dossier = ?", UUID.fromString(dossier)), "replaced");
        world.time("2024-07-10T23:59:59.999999+08:00");
        applicant.sign(key(), dossier, 3, (String) applicant.pledge(dossier).get("words"));
        assertEquals(List.of(), applicant.submit(key(), dossier, 3).get("findings"));
        assertEquals(0L, world.<Long>value("select count(*) from dossier_finding where dossier = ?", UUID.fromString(dossier)), "cleared");
    }

    @ParameterizedTest
    @CsvSource({
        "bijie, 520502, 2024-09-16T07:59:59+08:00, B24-annex1, 2024-09-16T08:00:00+08:00",
        "bijie, 520502, 2024-09-20T17:00:00+08:00, B24-annex1,",
        "jiayuguan, 620200, 2024-09-10T23:59:59+08:00, J24-2.3, 2024-09-11T00:00:00+08:00",
        "jiayuguan, 620200, 2024-10-21T00:00:00+08:00, J24-2.3,",
        "xianning, 421202, 2024-05-19T23:59:59+08:00, X24-4, 2024-05-20T00:00:00+08:00",
        "xianning, 421202, 2024-07-11T00:00:00+08:00, X24-4,",
    })
    void a_second_too_early_or_too_late_is_refused_with_the_window(String region, String workplace, String time, String clause, String opens) {
        world.time("2024-05-10T08:00:00+08:00");
        var applicant = world.applicant();
        var dossier = applicant.signed(region, 2024, claim(region), Claims.told(workplace));
        world.time(time);
        var refused = applicant.submit(key(), dossier, 2);
        assertEquals(List.of("window"), codes(refused));
        assertEquals(clause, part(findings(refused).getFirst(), "clause").get("id"));
        assertEquals(opens, findings(refused).getFirst().get("from"));
    }

    @ParameterizedTest
    @CsvSource({
        "bijie, 520502, 2024-09-16T08:00:00+08:00", "bijie, 520502, 2024-09-20T16:59:59+08:00",
        "jiayuguan, 620200, 2024-09-11T00:00:00+08:00", "jiayuguan, 620200, 2024-10-20T23:59:59+08:00",
        "xianning, 421202, 2024-05-20T00:00:00+08:00", "xianning, 421202, 2024-07-10T23:59:59+08:00",
    })
    void the_first_and_the_last_second_count(String region, String workplace, String time) {
        world.time("2024-05-10T08:00:00+08:00");
        var applicant = world.applicant();
        var dossier = applicant.signed(region, 2024, claim(region), Claims.told(workplace));
        world.time(time);
        var submitted = applicant.submit(key(), dossier, 2);
        assertEquals(List.of(), submitted.get("findings"));
        assertEquals(OffsetDateTime.parse(time), OffsetDateTime.parse((String) part(submitted, "receipt").get("receivedAt")));
    }

    /** The channels that are offered are those that employment in an established post (在编在岗) does not rule out. */
    @ParameterizedTest
    @CsvSource({
        "bijie, 520502, 2024-09-18T10:00:00+08:00, B24-5.3, employer, 1",
        "jiayuguan, 620200, 2024-09-18T10:00:00+08:00, J24-2.2, public, 6",
        "xianning, 421202, 2024-06-20T10:00:00+08:00, X24-3.1, state-unit entrusted, 4",
    })
    void without_a_channel_it_is_refused_for_that_first_and_not_for_what_each_channel_asks(String region, String workplace, String time, String clause, String offered, int channels) {
        world.time(time);
        var applicant = world.applicant();
        var claim = new HashMap<>(claim(region));
        claim.remove("channel");
        var dossier = applicant.signed(region, 2024, claim, Claims.told(workplace));
        var refused = applicant.submit(key(), dossier, 2);
        assertEquals(List.of("claim.channel"), codes(refused));
        var finding = findings(refused).getFirst();
        assertEquals(clause, part(finding, "clause").get("id"));
        assertEquals(List.of("claim.channel"), finding.get("missing"));
        var remedy = (String) part(finding, "remedy").get("en");
        assertEquals(offered, Arrays.stream(remedy.substring("one of: ".length()).split(", (?=[a-z-]+ \\()")).map(one -> one.substring(0, one.indexOf(" ("))).collect(Collectors.joining(" ")));
        var evaluation = applicant.evaluation(dossier);
        assertEquals(refusals(evaluation), findings(refused));
        assertEquals(channels, list(part(evaluation, "report").get("channels")).size(), "the report has every channel all the same");

        assertEquals(List.of(), applicant.edit(key(), dossier, 2, Map.of("facts", Claims.told(workplace))).get("findings"));
        assertEquals(List.of("claim.channel", region.equals("xianning") ? "pledge-signed" : "pledge"), codes(applicant.submit(key(), dossier, 3)), "and what holds whatever the channel");

        assertEquals(List.of(), applicant.edit(key(), dossier, 3, Map.of("claim", claim(region), "facts", Claims.told(workplace))).get("findings"));
        applicant.sign(key(), dossier, 4, (String) applicant.pledge(dossier).get("words"));
        assertEquals(List.of(), codes(applicant.submit(key(), dossier, 4)));
    }

    @Test
    void an_attempt_that_is_not_judged_leaves_what_the_last_judged_one_found() {
        world.time("2024-09-01T10:00:00+08:00");
        var applicant = world.applicant();
        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        assertEquals(List.of("window"), codes(applicant.submit(key(), dossier, 2)));
        assertEquals(List.of("dossier.version"), codes(applicant.submit(key(), dossier, 1)));
        assertEquals(List.of("window"), found(dossier));
        world.time(OPEN);
        assertEquals(List.of(), codes(applicant.submit(key(), dossier, 2)));
        var seq = world.<Long>value("select trail_seq from dossier where id = ?", UUID.fromString(dossier));
        assertEquals(List.of("dossier.stage"), codes(applicant.submit(key(), dossier, 3)));
        assertEquals(List.of(), found(dossier), "it was accepted, and nothing was found");
        assertEquals(seq + 1, world.<Long>value("select trail_seq from dossier where id = ?", UUID.fromString(dossier)), "the trail has the attempt");
    }

    /** The codes that the dossier keeps of its last judged attempt. */
    private static List<String> found(String dossier) {
        return List.of(world.<String>value("select coalesce(string_agg(rule, ' ' order by place), '') from dossier_finding where dossier = ?", UUID.fromString(dossier)).split(" ")).stream()
                .filter(code -> !code.isEmpty()).toList();
    }

    /** The last words of what is asked and of what is shown: the two versions. */
    private static List<String> numbers(Map<String, Object> refused) {
        var finding = findings(refused).getFirst();
        return List.of(((String) ((Map<?, ?>) finding.get("asked")).get("zh")).replaceAll(".*：", ""), (String) ((Map<?, ?>) finding.get("shown")).get("zh"));
    }

    private static List<Object> both(Map<String, Object> refused) {
        assertEquals(List.of("dossier.version"), codes(refused));
        var finding = findings(refused).getFirst();
        return List.of(((Map<?, ?>) finding.get("asked")).get("zh"), ((Map<?, ?>) finding.get("shown")).get("zh"));
    }

    /** He sends nothing but a version: beside what stands there is what stood there when he looked, as the trail has it, which itself gets nothing of it in plain. */
    @Test
    void who_acts_on_an_old_version_and_sends_nothing_is_shown_both() {
        var applicant = world.applicant();
        var own = Unit.of(applicant);
        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        var words = (String) applicant.pledge(dossier).get("words");
        assertEquals(List.of(), applicant.edit(key(), dossier, 2, Map.of("facts", Claims.but(Claims.told("620200"), "workplace", "620201"))).get("findings"));
        var facts = List.<Object>of("第 3 版：workplace=620201", "第 2 版：workplace=620200");
        assertEquals(facts, both(applicant.sign(key(), dossier, 2, words)));
        assertEquals(facts, both(applicant.submit(key(), dossier, 2)));
        assertEquals(facts, both(own.act("setAsideDossier", dossier, "version", 2)));
        assertFalse(world.<String>value("select convert_from(entry, 'UTF8') from trail where subject = ? order by seq desc limit 1", UUID.fromString(dossier)).contains("620201"));

        assertEquals(List.of(), applicant.edit(key(), dossier, 3, Map.of("claim", Claims.but(Claims.JIAYUGUAN, "specialty", "道路工程"), "facts", Claims.but(Claims.told("620200"), "workplace", "620299"))).get("findings"));
        assertEquals(List.of("第 4 版：claim.specialty=道路工程; workplace=620299", "第 2 版：claim.specialty=建筑工程; workplace=620200"), both(applicant.submit(key(), dossier, 2)), "over several changes");
        var patent = (String) ((Map<?, ?>) applicant.saveAchievement(key(), null, null, Map.of("kind", "PATENT", "title", "一种桥梁")).get("achievement")).get("id");
        applicant.prove(patent, "专利证书.pdf");
        assertEquals(List.of(), codes(applicant.pickAchievements(key(), dossier, 4, List.of(patent))));
        assertEquals(List.of("第 5 版：achievements=一种桥梁 " + patent, "第 4 版：achievements=–"), both(applicant.submit(key(), dossier, 4)));
        own.does("setAsideDossier", dossier);
        assertEquals(List.of("第 6 版：setAside=是", "第 5 版：setAside=否"), both(own.act("restoreDossier", dossier, "version", 5)));
        own.does("restoreDossier", dossier);
        assertEquals(List.of(), applicant.edit(key(), dossier, 7, Map.of("claim", Claims.JIAYUGUAN, "facts", Claims.told("620200"))).get("findings"));
        assertEquals(List.of(), applicant.sign(key(), dossier, 8, words).get("findings"));
        assertEquals(List.of(), codes(applicant.submit(key(), dossier, 8)));
        assertEquals(List.of("第 9 版：stage=已提交待用人单位审核", "第 8 版：stage=填报中"), both(own.act("withdrawDossier", dossier, "version", 8)));
    }

    /** The first version is 1: of no lesser number the trail tells anything. */
    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void who_acts_on_a_version_that_there_never_was_is_shown_the_two_numbers(int never) {
        var applicant = world.applicant();
        var own = Unit.of(applicant);
        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        var words = (String) applicant.pledge(dossier).get("words");
        var numbers = List.<Object>of("基于最新版本修改：第 2 版", "第 " + never + " 版");
        assertEquals(numbers, both(applicant.sign(key(), dossier, never, words)));
        assertEquals(numbers, both(applicant.submit(key(), dossier, never)));
        assertEquals(numbers, both(own.act("setAsideDossier", dossier, "version", never)));
        assertEquals(List.of(), codes(applicant.submit(key(), dossier, 2)));
        assertEquals(List.of("基于最新版本修改：第 3 版", "第 " + never + " 版"), both(own.act("withdrawDossier", dossier, "version", never)));
        var achievement = (String) ((Map<?, ?>) applicant.saveAchievement(key(), null, null, Map.of("kind", "PATENT", "title", "一种桥梁")).get("achievement")).get("id");
        assertEquals(List.of("achievement.version"), codes(applicant.removeAchievement(key(), achievement, never)));
    }

    @Test
    void of_two_tabs_the_second_is_told_that_its_version_is_old() {
        var applicant = world.applicant();
        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        assertEquals(List.of(), applicant.edit(key(), dossier, 2, Map.of("facts", Claims.told("620200"))).get("findings"));
        assertEquals(List.of("dossier.version"), codes(applicant.edit(key(), dossier, 2, Map.of("facts", Map.of()))));
        assertEquals(List.of("dossier.version"), codes(applicant.sign(key(), dossier, 2, (String) applicant.pledge(dossier).get("words"))));
        assertEquals(List.of("dossier.version"), codes(applicant.submit(key(), dossier, 2)));
        assertEquals(List.of("dossier.version"), codes(applicant.submit(key(), dossier, 4)), "nor one that is still to come");
        assertEquals(List.of("第 3 版", "第 4 版"), numbers(applicant.submit(key(), dossier, 4)));
        assertEquals("STATE_INSTITUTION_POST", part(applicant.evaluation(dossier), "told").get("employment"), "nothing was overwritten");
        var saved = applicant.saveProfile(key(), 1, Map.of());
        assertEquals(List.of("profile.version"), codes(saved), "there is no profile yet");
        assertNull(saved.get("profile"));
        applicant.saveProfile(key(), null, Map.of("retired", false));
        assertEquals(List.of("profile.version"), codes(applicant.saveProfile(key(), null, Map.of())));
        applicant.saveProfile(key(), 1, Map.of("retired", false, "grassroots", true));
        var both = findings(applicant.saveProfile(key(), 1, Map.of("retired", true))).getFirst();
        assertEquals("version 2: grassroots=true; retired=false", ((Map<?, ?>) both.get("asked")).get("en"), "what stands there");
        assertEquals("version 1: grassroots=–; retired=true", ((Map<?, ?>) both.get("shown")).get("en"), "what was sent");
        assertEquals("the two differ in grassroots, retired: read it again, then repeat", ((Map<?, ?>) both.get("remedy")).get("en"));
        assertEquals(true, world.<Boolean>value("select (facts ->> 'grassroots')::boolean from profile where person = ?", applicant.person()), "nothing was overwritten");
    }

    @Test
    void a_signature_is_for_one_version_and_for_the_very_words() {
        var applicant = world.applicant();
        var dossier = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        var words = (String) applicant.pledge(dossier).get("words");
        for (var altered : List.of(words + " ", words.substring(1), words.replace("真实、", "真实,"), words.replace('。', '.'), "")) {
            assertNotEquals(words, altered);
            assertEquals(List.of("pledge.words"), codes(applicant.sign(key(), dossier, 2, altered)));
        }
        assertEquals(List.of("pledge"), codes(applicant.submit(key(), dossier, 2)));

        assertEquals(List.of(), applicant.sign(key(), dossier, 2, words).get("findings"));
        assertEquals(List.of(), applicant.sign(key(), dossier, 2, words).get("findings"), "once more, with another key, is signed all the same");
        assertEquals(1L, world.<Long>value("select count(*) from pledge_signature where dossier = ?", UUID.fromString(dossier)));
        assertEquals(List.of(), applicant.edit(key(), dossier, 2, Map.of("facts", Claims.told("620200"))).get("findings"));
        assertEquals(List.of("pledge"), codes(applicant.submit(key(), dossier, 3)), "signed for version 2");
    }

    @Test
    void of_a_year_one_assessment_is_told() {
        var applicant = world.applicant();
        var twice = Claims.but(Claims.told("620200"), "assessments", List.of(Map.of("year", 2022, "grade", "合格"), Map.of("year", 2023, "grade", "合格"), Map.of("year", 2023, "grade", "优秀")));
        assertEquals(List.of("person.assessments.2.year"), findings(applicant.saveProfile(key(), null, twice)).stream().map(one -> one.get("path")).toList());
        var dossier = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        assertEquals(List.of("person.assessments.2.year"), findings(applicant.edit(key(), dossier, 2, Map.of("facts", twice))).stream().map(one -> one.get("path")).toList());
    }

    @Test
    void the_snapshot_has_the_pledge_as_it_was_signed() {
        var applicant = world.applicant();
        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        var signed = applicant.pledge(dossier).get("words");
        world.write("update organisation set name = '改名后的单位' where id = ?", applicant.employer());
        assertNotEquals(signed, applicant.pledge(dossier).get("words"));
        assertEquals(List.of(), applicant.submit(key(), dossier, 2).get("findings"));
        var snapshot = Json.map(new String(world.<byte[]>value("select content from dossier_snapshot where dossier = ?", UUID.fromString(dossier)), StandardCharsets.UTF_8));
        assertEquals(signed, snapshot.get("pledge"));
    }

    @Test
    void the_register_of_integrity_is_asked_whatever_the_applicant_tells() {
        world.time("2024-06-20T10:00:00+08:00");
        var bureau = world.organisation("HRSS", "xianning");
        var applicant = world.applicant();
        var dossier = applicant.signed("xianning", 2024, Claims.XIANNING, Claims.told("421202"));
        enter(applicant, bureau, "PARTY", "2023-06-20", "2024-06-20");
        enter(applicant, bureau, "GOVERNMENT", "2024-06-21", null);
        assertEquals(List.of(), refusals(applicant.evaluation(dossier)), "one is over since today, the other begins tomorrow");
        enter(applicant, bureau, "PARTY", "2023-06-21", "2024-06-21");
        assertEquals(List.of("sanction"), codes(applicant.submit(key(), dossier, 2)));
        world.time("2024-06-21T10:00:00+08:00");
        var refused = applicant.submit(key(), dossier, 2);
        assertEquals(List.of("sanction"), codes(refused), "that one is over, the other has begun");
        assertNull(findings(refused).getFirst().get("from"), "and has no end");
        assertEquals("X24-1.3", part(findings(refused).getFirst(), "clause").get("id"));
        var pleased = world.applicant();
        var other = pleased.signed("xianning", 2024, Claims.XIANNING, Claims.told("421202"));
        assertEquals(List.of(), pleased.submit(key(), other, 2).get("findings"), "somebody else's entries are nobody's business");
    }

    @Test
    void an_entry_of_the_register_does_not_stand_in_for_what_was_not_told() {
        world.time("2024-06-20T10:00:00+08:00");
        var applicant = world.applicant();
        var told = new HashMap<>(Claims.told("421202"));
        told.remove("sanctions");
        var dossier = applicant.signed("xianning", 2024, Claims.XIANNING, told);
        var untold = codes(applicant.submit(key(), dossier, 2));
        assertTrue(untold.containsAll(List.of("sanction", "blacklist")), untold::toString);
        enter(applicant, world.organisation("HRSS", "xianning"), "PARTY", "2024-01-01", null);
        var refused = applicant.submit(key(), dossier, 2);
        assertEquals(untold, codes(refused));
        for (var finding : findings(refused))
            assertEquals(finding.get("code").equals("sanction") ? "FAILED" : "CANNOT_TELL", finding.get("outcome"), () -> finding.toString());
    }

    @Test
    void a_false_material_entry_bars_for_three_years_from_its_day() {
        world.time("2024-06-20T10:00:00+08:00");
        var bureau = world.organisation("HRSS", "xianning");
        var applicant = world.applicant();
        var dossier = applicant.signed("xianning", 2024, Claims.XIANNING, Claims.told("421202"));
        enter(applicant, bureau, "FALSE_MATERIAL", "2021-06-21", null);
        var refused = applicant.submit(key(), dossier, 2);
        assertEquals(List.of("pledge-bar"), codes(refused));
        assertEquals("X24-annex2", part(findings(refused).getFirst(), "clause").get("id"));
        assertEquals("2024-06-21T00:00:00+08:00", findings(refused).getFirst().get("from"));
        world.time("2024-06-21T00:00:00+08:00");
        assertEquals(List.of(), applicant.submit(key(), dossier, 2).get("findings"));
    }

    @ParameterizedTest
    @CsvSource(value = {"null, CANNOT_TELL", "SECRET_UNHANDLED, FAILED"}, nullValues = "null")
    void secret_material_is_declared_and_handled_or_it_is_not_taken(String secrecy, String outcome) {
        world.time("2024-06-20T10:00:00+08:00");
        var applicant = world.applicant();
        var dossier = applicant.signed("xianning", 2024, Claims.XIANNING, Claims.but(Claims.told("421202"), "secrecy", secrecy));
        var refused = applicant.submit(key(), dossier, 2);
        assertEquals(List.of("secrecy"), codes(refused));
        assertEquals("X24-5.1", part(findings(refused).getFirst(), "clause").get("id"));
        assertEquals(outcome, findings(refused).getFirst().get("outcome"));
    }

    @Test
    void submitted_twice_at_the_same_moment_it_is_accepted_once_and_the_other_is_told_so() throws Exception {
        try (var fresh = World.at(OPEN)) { // where the first submission pins its edition
            var applicant = fresh.applicant();
            var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
            CompletableFuture<List<List<String>>> both;
            try (var elsewhere = fresh.transaction()) {
                Sql.write(elsewhere, "update dossier set updated_at = updated_at where id = ?", UUID.fromString(dossier));
                both = CompletableFuture.supplyAsync(() -> World.together(() -> codes(applicant.submit(key(), dossier, 2)), () -> codes(applicant.submit(key(), dossier, 2))));
                fresh.awaitWaiting(2);
                elsewhere.commit();
            }
            assertEquals(List.of(List.of(), List.of("dossier.stage")), both.get().stream().sorted(Comparator.comparing(List::size)).toList());
            assertEquals(1L, fresh.<Long>value("select count(*) from dossier_snapshot where dossier = ?", UUID.fromString(dossier)));
        }
    }

    @Test
    void a_submission_that_waited_for_the_signature_sees_it() throws Exception {
        var applicant = world.applicant();
        var dossier = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        var words = (String) applicant.pledge(dossier).get("words");
        CompletableFuture<List<String>> submission;
        try (var elsewhere = world.transaction()) {
            Sql.write(elsewhere, "update dossier set updated_at = updated_at where id = ?", UUID.fromString(dossier));
            Sql.write(elsewhere, "insert into pledge_signature (dossier, version, words, words_hash, signed_at, account) values (?, 2, ?, sha256(convert_to(?, 'UTF8')), ?, ?)",
                    UUID.fromString(dossier), words, words, world.now(), applicant.caller().account());
            submission = CompletableFuture.supplyAsync(() -> codes(applicant.submit(key(), dossier, 2)));
            world.awaitWaiting(1);
            elsewhere.commit();
        }
        assertEquals(List.of(), submission.get());
    }

    private static Map<String, Object> claim(String region) {
        return Map.of("bijie", Claims.BIJIE, "jiayuguan", Claims.JIAYUGUAN, "xianning", Claims.XIANNING).get(region);
    }

    private static void enter(Applicant applicant, UUID bureau, String kind, String from, String until) {
        world.write("insert into integrity_entry (id, person, region, kind, reason, clause, from_day, until_day, decided_by, made_up, created_at) values (?, ?, 'xianning', ?, '虚构', 'X24-1.3', ?::date, ?::date, ?, true, ?)",
                UUID.randomUUID(), applicant.person(), kind, from, until, bureau, world.now());
    }

    /** Everything of a dossier but its chain. */
    private static String row(String dossier) {
        return world.value("select (to_jsonb(d) - 'trail_seq' - 'trail_head')::text from dossier d where id = ?", UUID.fromString(dossier));
    }

    private static List<Map<String, Object>> refusals(Map<String, Object> evaluation) {
        return list(evaluation.get("refusals"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object json) {
        return (List<Map<String, Object>>) json;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> json, String name) {
        return (Map<String, Object>) json.get(name);
    }

    private static Map<String, Object> only(Map<String, Object> json, String... names) {
        var some = new HashMap<>(json);
        some.keySet().retainAll(Set.of(names));
        return some;
    }
}
