package zhicheng.server.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.account.IdentityNumber;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.calendar.SetSystemTime;
import zhicheng.server.outside.StandIns;
import zhicheng.server.outside.StandIns.Play;
import zhicheng.server.trail.Json;

/** What platforms say of what an applicant tells (B23-2.2, B24-4.3, X24-6.2), asked over real HTTP of the stand-ins that {@code tools/zhicheng stand-ins} starts. */
@Tag("database")
@Tag("once")
class VerificationTest {
    private static final String VERIFICATION = "kind achievement state source at validUntil tries nextTryAt";
    private static StandIns platforms;
    private static World world;
    private static int numbers;

    @BeforeAll
    static void open() throws IOException {
        platforms = StandIns.start(0, Play.HONEST);
        var settings = platforms.settings().entrySet().stream().flatMap(one -> List.<Object>of(one.getKey(), one.getValue().toString()).stream()).toList();
        var all = Arrays.copyOf(settings.toArray(), settings.size() + 6);
        System.arraycopy(new Object[] {"zhicheng.outside.verification.timeout", "3s", "zhicheng.outside.verification.look-every", "1h", SetSystemTime.PROPERTY, "set"}, 0, all, settings.size(), 6);
        world = World.at("2024-09-18T10:00:00+08:00", all);
    }

    @AfterAll
    static void close() {
        world.close();
        platforms.close();
    }

    @BeforeEach
    void honest() {
        platforms.play(Play.HONEST);
    }

    // it is so

    @ParameterizedTest
    @CsvSource({"EDUCATION, 0, B23-2.2, degrees", "TRAINING_HOURS, 1, B24-4.3, hours", "TITLE, 0, X24-6.2, titles"})
    void what_the_profile_tells_is_verified_and_the_item_shows_it(String kind, int place, String clause, String list) {
        var applicant = numbered("88");
        applicant.saveProfile(key(), null, Claims.told("520502"));
        var answer = verify(applicant, input("kind", kind, "place", place));
        assertEquals(List.of(), answer.get("findings"));
        var verification = verification(answer);
        assertEquals("VERIFIED", verification.get("state"));
        assertTrue(((String) verification.get("source")).startsWith("localhost:"), "which platform said so");
        assertEquals("2024-09-18T10:00:00+08:00", verification.get("at"));
        assertNull(verification.get("nextTryAt"));
        List<Map<String, Object>> items = world.ask(applicant.caller(), "{ myProfile { facts { %s { verification { %s } } } } }".formatted(list, VERIFICATION), Map.of()).at("data", "myProfile", "facts", list);
        assertTrue(place < items.size(), list);
        for (var one = 0; one < items.size(); one++) assertEquals(one == place ? verification : null, items.get(one).get("verification"), list + " " + one);
        assertEquals(List.of(verification), verifications(applicant));
        assertEquals("VERIFY_ITEM " + clause + ", ITEM_VERIFIED " + clause, acts(applicant));
    }

    @Test
    void so_are_a_certificate_of_the_store_and_the_employers_insurance() {
        var applicant = numbered("88");
        var certificate = certificate(applicant, "2022-05-01");
        var qualified = verification(verify(applicant, input("kind", "QUALIFICATION", "achievement", certificate)));
        assertEquals(List.of("VERIFIED", certificate, "2027-05-01"), List.of(qualified.get("state"), qualified.get("achievement"), qualified.get("validUntil")));
        assertEquals("VERIFIED", verification(verify(applicant, input("kind", "SOCIAL_INSURANCE"))).get("state"));
        assertEquals(2, verifications(applicant).size());
        assertEquals("VERIFY_ITEM B23-2.2, ITEM_VERIFIED B23-2.2, VERIFY_ITEM B23-2.2, ITEM_VERIFIED B23-2.2", acts(applicant));
    }

    @Test
    void an_item_that_is_told_otherwise_is_another_one() {
        var applicant = numbered("88");
        applicant.saveProfile(key(), null, Claims.told("520502"));
        verify(applicant, input("kind", "EDUCATION", "place", 0));
        applicant.saveProfile(key(), 1, Claims.but(Claims.told("520502"), "degrees", List.of(Map.of("level", "硕士", "date", "2012-07-01"), Map.of("level", "本科", "date", "2008-07-01"))));
        var reply = world.ask(applicant.caller(), "{ myProfile { facts { degrees { level verification { state } } } } }", Map.of());
        assertEquals(List.of(input("level", "硕士", "verification", null), Map.of("level", "本科", "verification", Map.of("state", "VERIFIED"))), reply.at("data", "myProfile", "facts", "degrees"), "wherever it stands");
    }

    @Test
    void neither_name_nor_number_is_kept_with_it() {
        var applicant = numbered("88");
        applicant.saveProfile(key(), null, Claims.told("520502"));
        verify(applicant, input("kind", "EDUCATION", "place", 0));
        var number = world.bean(IdentityVault.class).open(applicant.person(), world.value("select identity_cipher from person where id = ?", applicant.person())).number();
        for (var table : List.of("verification", "idempotency", "person")) assertEquals(0L, world.<Long>value("select count(*) from " + table + " t where t::text like ?", "%" + number + "%"), table);
        assertEquals(0L, world.<Long>value("select count(*) from trail where convert_from(entry, 'UTF8') like ?", "%" + number + "%"));
        assertEquals(0L, world.<Long>value("select count(*) from trail where subject = ? and act in ('VERIFY_ITEM', 'ITEM_VERIFIED') and convert_from(entry, 'UTF8') like '%本科%'", applicant.person()));
    }

    // nobody can tell

    @Test
    void when_it_is_asked_again_is_shown_by_the_official_time() {
        var shown = new Verifications(null, null, null, null, null, new OfficialClock(Clock.systemUTC(), Duration.ofDays(-1)), null)
                .shown(List.of(Map.of("nextTryAt", "2024-09-19T10:00:00.5+00:00"), input("nextTryAt", null)));
        assertEquals(List.of(Map.of("nextTryAt", "2024-09-18T10:00:00.500Z"), input("nextTryAt", null)), shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOWN", "SLOW", "NONSENSE", "ANOTHER"})
    void where_no_platform_can_tell_it_waits_and_is_asked_again_and_nothing_waits_for_it(String how) {
        var time = world.bean(SetSystemTime.class);
        var begin = time.instant();
        var applicant = numbered("88");
        applicant.saveProfile(key(), null, Claims.told("620200"));
        platforms.play(Play.valueOf(how));
        var answer = verify(applicant, input("kind", "EDUCATION", "place", 0));
        assertEquals(List.of(), answer.get("findings"));
        assertEquals(List.of("CANNOT_TELL", 1), List.of(verification(answer).get("state"), verification(answer).get("tries")));
        assertNotNull(verification(answer).get("nextTryAt"));
        assertEquals(List.of("verification.under-way"), codes(verify(applicant, input("kind", "EDUCATION", "place", 0))));

        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        assertEquals(List.of(), applicant.submit(key(), dossier, 2).get("findings"), "no dossier waits for a platform");
        assertEquals(List.of(), snapshot(dossier).get("verified"));

        platforms.play(Play.HONEST);
        time.set(begin.plus(Duration.ofMinutes(1)).minusNanos(1000));
        var before = platforms.asked();
        world.bean(Verifications.class).askDue();
        assertEquals(before, platforms.asked(), "not yet");
        time.set(begin.plus(Duration.ofMinutes(1)));
        world.bean(Verifications.class).askDue();
        assertEquals(List.of("VERIFIED", 2), List.of(verifications(applicant).getFirst().get("state"), verifications(applicant).getFirst().get("tries")));
        assertEquals("VERIFY_ITEM B23-2.2, ITEM_VERIFIED B23-2.2", acts(applicant));
        time.set(begin);
    }

    @ParameterizedTest
    @CsvSource({"90, CANNOT_TELL", "91, CANNOT_TELL", "92, CANNOT_TELL", "93, CANNOT_TELL", "94, DIFFERS", "95, VERIFIED"})
    void a_made_up_number_says_what_the_stand_in_plays(String digits, String state) {
        var applicant = numbered(digits);
        applicant.saveProfile(key(), null, Claims.told("520502"));
        assertEquals(state, verification(verify(applicant, input("kind", "TITLE", "place", 0))).get("state"));
        world.write("update verification set next_at = next_at + interval '1 day' where person = ? and state = 'CANNOT_TELL'", applicant.person());
    }

    @Test
    void two_servers_do_not_ask_at_once() {
        var time = world.bean(SetSystemTime.class);
        var begin = time.instant();
        var applicant = numbered("88");
        platforms.play(Play.DOWN);
        verify(applicant, input("kind", "SOCIAL_INSURANCE"));
        platforms.play(Play.HONEST);
        time.set(begin.plus(Duration.ofMinutes(1)));
        var before = platforms.asked();
        var asking = world.bean(Verifications.class);
        World.together(() -> {
            asking.askDue();
            return 1;
        }, () -> {
            asking.askDue();
            return 2;
        });
        assertEquals(before + 1, platforms.asked());
        time.set(begin);
    }

    // again

    @Test
    void the_same_key_is_the_first_outcome_and_what_is_verified_is_not_asked_for_again() {
        var applicant = numbered("88");
        applicant.saveProfile(key(), null, Claims.told("520502"));
        var key = key();
        var before = platforms.asked();
        var first = verify(applicant, key, input("kind", "TITLE", "place", 0));
        assertEquals(first, verify(applicant, key, input("kind", "TITLE", "place", 0)));
        assertEquals(before + 1, platforms.asked());
        assertEquals(List.of("key"), codes(verify(applicant, key, input("kind", "TITLE", "place", 1))));
        assertEquals(List.of("verification.stands"), codes(verify(applicant, input("kind", "TITLE", "place", 0))));
        assertEquals("VERIFY_ITEM X24-6.2, ITEM_VERIFIED X24-6.2", acts(applicant));
    }

    @Test
    void what_differs_and_what_has_lapsed_may_be_asked_for_again() {
        var applicant = numbered("88");
        applicant.saveProfile(key(), null, Claims.told("520502"));
        platforms.play(Play.DIFFERS);
        assertEquals("DIFFERS", verification(verify(applicant, input("kind", "TITLE", "place", 0))).get("state"));
        platforms.play(Play.HONEST);
        assertEquals("VERIFIED", verification(verify(applicant, input("kind", "TITLE", "place", 0))).get("state"));
        var lapsed = certificate(applicant, "2019-09-17");
        var holds = certificate(applicant, "2019-09-18");
        for (var one : List.of(lapsed, holds)) assertEquals("VERIFIED", verification(verify(applicant, input("kind", "QUALIFICATION", "achievement", one))).get("state"));
        assertEquals(List.of(), codes(verify(applicant, input("kind", "QUALIFICATION", "achievement", lapsed))), "until yesterday");
        assertEquals(List.of("verification.stands"), codes(verify(applicant, input("kind", "QUALIFICATION", "achievement", holds))), "until today");
    }

    @Test
    void of_two_at_once_one_asks() {
        var applicant = numbered("88");
        applicant.saveProfile(key(), null, Claims.told("520502"));
        var both = World.together(() -> verify(applicant, input("kind", "EDUCATION", "place", 0)), () -> verify(applicant, input("kind", "EDUCATION", "place", 0)));
        assertEquals(1, both.stream().filter(one -> codes(one).isEmpty()).count());
        assertEquals(1L, world.<Long>value("select count(*) from verification where person = ?", applicant.person()));
    }

    // wrongly

    @Test
    void only_ones_own_is_verified_and_only_what_there_is() {
        var applicant = numbered("88");
        var other = numbered("88");
        var before = platforms.asked();
        assertEquals(List.of("verification.item"), codes(verify(applicant, input("kind", "EDUCATION", "place", 0))), "nothing is told");
        applicant.saveProfile(key(), null, Claims.told("520502"));
        for (var place : List.of(-1, 1, Integer.MAX_VALUE)) assertEquals(List.of("verification.item"), codes(verify(applicant, input("kind", "EDUCATION", "place", place))));
        var anothers = certificate(other, "2022-05-01");
        var refused = verify(applicant, input("kind", "QUALIFICATION", "achievement", anothers));
        assertEquals(List.of("verification.item"), codes(refused));
        var none = UUID.randomUUID().toString();
        assertEquals(refused.toString().replace(anothers, none), verify(applicant, input("kind", "QUALIFICATION", "achievement", none)).toString(), "as one that does not exist");
        var paper = applicant.saveAchievement(key(), null, null, Map.of("kind", "PAPER", "title", "论文（虚构）"));
        assertEquals(List.of("verification.item"), codes(verify(applicant, input("kind", "QUALIFICATION", "achievement", ((Map<?, ?>) paper.get("achievement")).get("id")))), "no qualification");
        world.write("update person set employer = null where id = ?", applicant.person());
        assertEquals(List.of("verification.item"), codes(verify(applicant, input("kind", "SOCIAL_INSURANCE"))));
        assertEquals(List.of("input", "input"), codes(verify(applicant, input("kind", "EDUCATION", "achievement", anothers))), "both at once");
        assertEquals(List.of("input"), codes(verify(applicant, input("kind", "SOCIAL_INSURANCE", "place", 0))));
        assertEquals(before, platforms.asked());
        assertEquals(0L, world.<Long>value("select count(*) from verification where person = ?", applicant.person()));
    }

    @Test
    void there_is_an_end_to_asking() {
        var applicant = numbered("88");
        applicant.saveProfile(key(), null, Claims.told("520502"));
        verify(applicant, input("kind", "TITLE", "place", 0));
        world.write("""
                insert into verification (id, person, kind, told, told_hash, state, account, asked_at, source, answered_at)
                select gen_random_uuid(), person, kind, told, sha256(one::text::bytea), 'DIFFERS', account, asked_at, 'made-up', asked_at from verification, generate_series(1, 499) one where person = ?""", applicant.person());
        assertEquals(List.of("verification.many"), codes(verify(applicant, input("kind", "EDUCATION", "place", 0))));
        assertEquals(500, verifications(applicant).size());
    }

    @Test
    void whose_number_is_not_known_has_nothing_verified() {
        var applicant = world.applicant();
        applicant.saveProfile(key(), null, Claims.told("520502"));
        assertEquals(List.of("verification.no-number"), codes(verify(applicant, input("kind", "EDUCATION", "place", 0))));
    }

    @Test
    void nobody_else_may_ask() {
        var mutation = "mutation { verifyItem(input: {key: \"k\", kind: TITLE, place: 0}) { findings { code } } }";
        assertEquals("UNAUTHENTICATED", world.ask(Caller.PUBLIC, mutation, Map.of()).error());
        assertEquals("FORBIDDEN", world.ask(world.account(null, world.organisation("PRIVATE_ENTERPRISE", "xianning"), "EMPLOYER_CLERK"), mutation, Map.of()).error());
        assertEquals("UNAUTHENTICATED", world.ask(Caller.PUBLIC, "{ verifications { state } }", Map.of()).error());
    }

    // in a dossier

    @Test
    void a_dossier_shows_what_is_verified_of_it_and_its_snapshot_keeps_it() {
        var applicant = numbered("88");
        applicant.saveProfile(key(), null, Claims.told("620200"));
        verify(applicant, input("kind", "EDUCATION", "place", 0));
        verify(applicant, input("kind", "TRAINING_HOURS", "place", 0));
        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN,
                Claims.but(Claims.told("620200"), "hours", List.of(Map.of("year", 2023, "total", 99), Map.of("year", 2024, "total", 91))));
        var evaluation = world.ask(applicant.caller(), "query($dossier: ID!) { evaluation(dossier: $dossier) { told { degrees { verification { state } } hours { verification { state } } } } }", Map.of("dossier", dossier));
        assertEquals(List.of(Map.of("verification", Map.of("state", "VERIFIED"))), evaluation.at("data", "evaluation", "told", "degrees"));
        assertEquals(List.of(input("verification", null), input("verification", null)), evaluation.at("data", "evaluation", "told", "hours"), "told otherwise than what was verified");
        assertEquals(List.of(), applicant.submit(key(), dossier, 2).get("findings"));
        List<Map<String, Object>> verified = Json.list(Json.text(snapshot(dossier).get("verified")));
        assertEquals(1, verified.size());
        assertEquals(Map.of("level", "本科", "date", "2008-07-01"), verified.getFirst().get("told"));
        world.write("update organisation set region = 'jiayuguan' where id = ?", applicant.employer());
        var asked = "query($dossier: ID!) { dossier(id: $dossier) { verifications(where: {kind: {in: [EDUCATION, TRAINING_HOURS]}}) { nodes { kind path state source at validUntil clauseId } } } dossiers(where: {id: {eq: $dossier}, verifications: {some: {state: {eq: VERIFIED}}}}) { totalCount } }";
        for (var who : List.of(applicant.caller(), world.account(null, applicant.employer(), "EMPLOYER_CLERK"), world.account(null, world.organisation("HRSS", "jiayuguan"), "HRSS_CITY"))) {
            var read = world.ask(who, asked, Map.of("dossier", dossier));
            List<Map<String, Object>> said = read.at("data", "dossier", "verifications", "nodes");
            assertEquals(1, said.size(), "what was told otherwise was not verified");
            assertTrue(((String) said.getFirst().remove("source")).startsWith("localhost:"));
            assertEquals(input("kind", "EDUCATION", "path", "degrees.0", "state", "VERIFIED", "at", "2024-09-18T10:00:00+08:00", "validUntil", null, "clauseId", "B23-2.2"), said.getFirst());
            assertEquals(1, read.<Integer>at("data", "dossiers", "totalCount"));
        }
        assertNull(world.ask(world.account(null, world.organisation("PRIVATE_ENTERPRISE", "jiayuguan"), "EMPLOYER_CLERK"), asked, Map.of("dossier", dossier)).at("data", "dossier"), "another employer's clerk");
    }

    /** Who is down refuses nothing; who has answered spares the upload where a clause says so, and what is then carried is there. */
    @Test
    void a_platforms_word_spares_the_upload_and_its_silence_refuses_nothing() {
        var applicant = numbered("88");
        applicant.saveProfile(key(), null, Claims.told("520502"));
        var dossier = applicant.signed("bijie", 2024, Claims.BIJIE, Claims.told("520502"));
        assertEquals("NOT_SAID", states(applicant, dossier).get("degrees.0"), "nobody was asked, and no clause asks for a file");
        platforms.play(Play.DOWN);
        verify(applicant, input("kind", "EDUCATION", "place", 0));
        verify(applicant, input("kind", "TRAINING_HOURS", "place", 0));
        var waiting = proofs(applicant, dossier).stream().filter(one -> one.get("path").equals("degrees.0")).findFirst().orElseThrow();
        assertEquals("CANNOT_TELL", waiting.get("state"));
        assertEquals(Map.of("id", "B23-2.2"), waiting.get("clause"));
        assertTrue(((String) ((Map<?, ?>) waiting.get("remedy")).get("en")).startsWith("keep a paper on it in the store (EDUCATION, of 2008-07-01)"), waiting::toString);
        assertEquals("CANNOT_TELL", states(applicant, dossier).get("hours.0"));
        assertEquals(List.of(), applicant.evaluation(dossier).get("refusals"), "nothing is refused for it");
        var paper = (String) ((Map<?, ?>) applicant.saveAchievement(key(), null, null, Map.of("kind", "EDUCATION", "title", "毕业证书（虚构）", "achievedOn", "2008-07-01")).get("achievement")).get("id");
        applicant.prove(paper, "佐证.pdf");
        assertEquals(List.of(), applicant.pickAchievements(key(), dossier, 2, List.of(paper)).get("findings"));
        assertEquals("THERE", states(applicant, dossier).get("degrees.0"), "uploaded instead");
        assertEquals(List.of(), applicant.sign(key(), dossier, 3, (String) applicant.pledge(dossier).get("words")).get("findings"));
        assertEquals(List.of(), codes(applicant.submit(key(), dossier, 3)));
        assertEquals("degrees.0 CANNOT_TELL, hours.0 CANNOT_TELL", world.value("select string_agg(path || ' ' || state, ', ' order by path) from dossier_verification where dossier = ?", UUID.fromString(dossier)));
    }

    @Test
    void what_is_verified_is_spared_by_the_clause_that_says_so() {
        var applicant = numbered("88");
        applicant.saveProfile(key(), null, Claims.told("520502"));
        var dossier = applicant.signed("bijie", 2024, Claims.BIJIE, Claims.told("520502"));
        verify(applicant, input("kind", "EDUCATION", "place", 0));
        verify(applicant, input("kind", "TRAINING_HOURS", "place", 0));
        verify(applicant, input("kind", "SOCIAL_INSURANCE"));
        var states = states(applicant, dossier);
        assertEquals(List.of("SPARED", "SPARED", "SPARED", "NOT_SAID"), List.of(states.get("degrees.0"), states.get("hours.0"), states.get("employer"), states.get("hours.1")), states::toString);
        for (var one : proofs(applicant, dossier))
            if (one.get("state").equals("SPARED")) {
                assertTrue(((String) one.get("source")).startsWith("localhost:"));
                assertEquals("2024-09-18T10:00:00+08:00", one.get("at"));
                assertEquals(one.get("path").equals("hours.0") ? "B24-4.3" : "B23-2.2", ((Map<?, ?>) one.get("clause")).get("id"));
            }
    }

    @Test
    void in_jiayuguan_an_achievement_without_a_file_is_refused_whatever_a_platform_says() {
        var applicant = numbered("88");
        applicant.saveProfile(key(), null, Claims.told("620200"));
        var certificate = certificate(applicant, "2022-05-01");
        verify(applicant, input("kind", "QUALIFICATION", "achievement", certificate));
        var dossier = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        assertEquals(List.of(), applicant.pickAchievements(key(), dossier, 2, List.of(certificate)).get("findings"));
        assertEquals(List.of(), applicant.sign(key(), dossier, 3, (String) applicant.pledge(dossier).get("words")).get("findings"));
        var refused = Applicant.findings(applicant.submit(key(), dossier, 3));
        assertEquals(1, refused.size());
        assertEquals(List.of("evidence.achievements", "achievements." + certificate, "J24-3.2"), List.of(refused.getFirst().get("code"), refused.getFirst().get("path"), ((Map<?, ?>) refused.getFirst().get("clause")).get("id")));
        applicant.prove(certificate, "佐证.pdf");
        assertEquals(List.of(), applicant.pickAchievements(key(), dossier, 3, List.of(certificate)).get("findings"));
        assertEquals(List.of(), applicant.sign(key(), dossier, 4, (String) applicant.pledge(dossier).get("words")).get("findings"));
        assertEquals(List.of(), codes(applicant.submit(key(), dossier, 4)));
        Map<String, Object> seen = world.ask(applicant.caller(), "{ dossier(id: \"%s\") { achievements { nodes { id } } verifications { nodes { path state clauseId } } } }".formatted(dossier), Map.of()).at("data", "dossier");
        var pick = ((Map<?, ?>) ((List<?>) ((Map<?, ?>) seen.get("achievements")).get("nodes")).getFirst()).get("id");
        assertEquals(Map.of("nodes", List.of(Map.of("path", "achievements." + pick, "state", "VERIFIED", "clauseId", "B23-2.2"))), seen.get("verifications"), "by what others see of it");
        assertNotEquals(certificate, pick);
    }

    @Test
    void what_a_notice_says_of_proofs_is_public() {
        var asked = world.ask(Caller.PUBLIC, "{ region(code: \"jiayuguan\") { edition(year: 2024) { evidence { answer items { id channel of upload { answer item { force clause { id } } } spared { answer item { clause { id } } } } } } } }", Map.of());
        List<Map<String, Object>> items = asked.at("data", "region", "edition", "evidence", "items");
        assertEquals(7, items.size());
        assertEquals(4, items.stream().filter(one -> "posted".equals(one.get("channel"))).count(), "the consents of J24-2.2e");
        assertEquals(input("id", "achievements", "channel", null, "of", "ACHIEVEMENT", "upload", Map.of("answer", "SAID", "item", Map.of("force", "BINDING", "clause", Map.of("id", "J24-3.2"))), "spared", input("answer", "NOT_SAID_HERE", "item", null)), items.getFirst());
    }

    private static List<Map<String, Object>> proofs(Applicant applicant, String dossier) {
        return world.ask(applicant.caller(), "query($dossier: ID!) { evaluation(dossier: $dossier) { proofs { rule of path state refuses source at validUntil clause { id } remedy { en } } } }", Map.of("dossier", dossier)).at("data", "evaluation", "proofs");
    }

    private static Map<String, String> states(Applicant applicant, String dossier) {
        var states = new TreeMap<String, String>();
        proofs(applicant, dossier).forEach(one -> states.put((String) one.get("path"), (String) one.get("state")));
        return states;
    }

    private static Map<String, Object> snapshot(String dossier) {
        return Json.map(new String(world.<byte[]>value("select content from dossier_snapshot where dossier = ?", UUID.fromString(dossier)), StandardCharsets.UTF_8));
    }

    /** An applicant whose identity number has these digits in its 15th and 16th place. */
    private static synchronized Applicant numbered(String digits) {
        var applicant = world.applicant();
        numbers++;
        var kept = world.bean(IdentityVault.class).keep(applicant.person(), IdentityNumber.completed("520502%d%02d%02d%s1".formatted(1960 + numbers / 300, 1 + numbers / 25 % 12, 1 + numbers % 25, digits)));
        world.write("update person set identity_masked = ?, identity_cipher = ?, identity_index = ? where id = ?", kept.masked(), kept.cipher(), kept.index(), applicant.person());
        return applicant;
    }

    private static String certificate(Applicant applicant, String day) {
        return (String) ((Map<?, ?>) applicant.saveAchievement(key(), null, null, Map.of("kind", "CERTIFICATE", "title", "执业资格（虚构）", "number", "MADE-UP-" + key(), "achievedOn", day)).get("achievement")).get("id");
    }

    private static Map<String, Object> verify(Applicant applicant, Map<String, Object> input) {
        return verify(applicant, key(), input);
    }

    private static Map<String, Object> verify(Applicant applicant, String key, Map<String, Object> input) {
        var all = input("key", key);
        all.putAll(input);
        var reply = applicant.send("verifyItem", "VerifyItemInput", "verification { " + VERIFICATION + " } " + Applicant.FINDINGS, all);
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        return reply.at("data", "verifyItem");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> verification(Map<String, Object> payload) {
        return (Map<String, Object>) payload.get("verification");
    }

    private static List<Map<String, Object>> verifications(Applicant applicant) {
        return world.ask(applicant.caller(), "{ verifications { " + VERIFICATION + " } }", Map.of()).at("data", "verifications");
    }

    private static String acts(Applicant applicant) {
        return world.value("select string_agg(act || ' ' || clause, ', ' order by seq) from trail where subject = ? and act like '%ITEM%'", applicant.person());
    }
}
