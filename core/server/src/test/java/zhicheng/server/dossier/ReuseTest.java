package zhicheng.server.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.Unit;
import zhicheng.server.World;
import zhicheng.server.World.Caller;

/** What served a transfer between series does not serve the next level there (B24-5.6), nor what was achieved before that level. */
@Tag("database")
class ReuseTest {
    private static final Map<String, Object> PROJECT = Map.of("kind", "PROJECT", "title", "社区高血压管理", "achievedOn", "2018-03-01");
    private static World world;

    /** Somebody who came into HEALTH at the intermediate level, and what served him. */
    private record Transferred(Applicant applicant, String dossier, String spent, Unit bureau) {
        static Transferred made() {
            return made(Map.of());
        }

        /** @param more what is told of what served him; it is proved by a file, whose bytes are of him alone. */
        static Transferred made(Map<String, Object> more) {
            var applicant = world.applicant();
            world.write("update organisation set region = 'bijie' where id = ?", applicant.employer());
            var spent = saved(applicant, PROJECT, more);
            proved(applicant, spent, "served");
            var dossier = applicant.draft("bijie", 2024, claim("INTERMEDIATE"), Claims.told("520502"));
            assertEquals(List.of(), applicant.pickAchievements(key(), dossier, 2, List.of(spent)).get("findings"));
            assertEquals(List.of(), applicant.sign(key(), dossier, 3, (String) applicant.pledge(dossier).get("words")).get("findings"));
            assertEquals(List.of(), codes(applicant.submit(key(), dossier, 3)));
            world.write("update dossier set stage = 'CONFIRMED' where id = ?", UUID.fromString(dossier));
            world.owner("delete from dossier_exclusion where dossier = '" + dossier + "'"); // as if it had been another year's
            return new Transferred(applicant, dossier, spent, Unit.of(world, world.organisation("HRSS", "bijie"), "HRSS_CITY"));
        }

        Object[] input(Object... more) {
            var all = new ArrayList<Object>(List.of("dossier", dossier, "fromSeries", "AGRICULTURE", "levelSince", "2016-01-01", "document", "虚构〔2023〕5号"));
            all.addAll(List.of(more));
            return all.toArray();
        }

        List<String> records(Object... more) {
            return codes(bureau.acts("recordTransfer", "dossier { id }", input(more)));
        }

        /** Signed, with these picked; its version is 3. */
        String applies(String level, String... picked) {
            var next = applicant.draft("bijie", 2024, claim(level), Claims.told("520502"));
            assertEquals(List.of(), applicant.pickAchievements(key(), next, 2, List.of(picked)).get("findings"));
            assertEquals(List.of(), applicant.sign(key(), next, 3, (String) applicant.pledge(next).get("words")).get("findings"));
            return next;
        }
    }

    @BeforeAll
    static void open() {
        world = World.at("2024-09-18T10:00:00+08:00");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static Map<String, Object> claim(String level) {
        return Map.of("series", "HEALTH", "level", level, "channel", "employer");
    }

    private static String saved(Applicant applicant, Map<String, Object> told, Map<String, Object> more) {
        var all = new HashMap<>(told);
        all.putAll(more);
        return (String) ((Map<?, ?>) applicant.saveAchievement(key(), null, null, all).get("achievement")).get("id");
    }

    /** A file of an achievement that was received. */
    private static void proved(Applicant applicant, String achievement, String bytes) {
        world.write("insert into evidence_file (id, person, achievement, place, name, size, type, sha256, declared_at, received_at) values (?, ?, ?::uuid, 1, 'x.pdf', 7, 'application/pdf', sha256(convert_to(?, 'UTF8')), ?, ?)",
                UUID.randomUUID(), applicant.person(), achievement, bytes + applicant.person(), world.now(), world.now());
    }

    private static String saved(Applicant applicant, String title, String on) {
        var payload = applicant.saveAchievement(key(), null, null, on == null ? Map.of("kind", "PROJECT", "title", title) : Map.of("kind", "PROJECT", "title", title, "achievedOn", on));
        return (String) ((Map<?, ?>) payload.get("achievement")).get("id");
    }

    @Test
    void what_served_the_transfer_is_refused_by_its_path_and_clause_when_the_next_level_is_applied_for() {
        var one = Transferred.made();
        assertEquals(List.of(), one.records());
        var other = saved(one.applicant, "县域卒中救治", "2022-05-01");
        var undated = saved(one.applicant, "健康教育", null);
        var early = saved(one.applicant, "防疫站轮值", "2015-12-31");
        var first = saved(one.applicant, "门诊改造", "2016-01-01");
        var dossier = one.applies("ASSOCIATE_SENIOR", one.spent, other, undated, early, first);
        var refused = one.applicant.submit(key(), dossier, 3);
        assertEquals(new TreeSet<>(List.of("achievement.spent", "achievement.period")), new TreeSet<>(codes(refused)));
        assertEquals(2, findings(refused).size());
        for (var finding : findings(refused)) {
            assertEquals("B24-5.6", ((Map<?, ?>) finding.get("clause")).get("id"));
            assertEquals("achievements." + (finding.get("code").equals("achievement.spent") ? one.spent : early), finding.get("path"));
        }
        assertEquals(2, ((List<?>) one.applicant.evaluation(dossier).get("refusals")).size(), "the evaluation says the same");
        assertEquals(List.of(), one.applicant.pickAchievements(key(), dossier, 3, List.of(other, undated, first)).get("findings"));
        assertEquals(List.of(), one.applicant.sign(key(), dossier, 4, (String) one.applicant.pledge(dossier).get("words")).get("findings"));
        assertEquals(List.of(), codes(one.applicant.submit(key(), dossier, 4)));
    }

    /** The same achievement kept once more under another id is the same: by its kind and number as printed, or by the bytes that prove it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_kept_once_more_is_spent_all_the_same(boolean here) {
        var one = Transferred.made(Map.of("number", "ＷＳ-2018 07"));
        assertEquals(List.of(), here ? one.records() : codes(one.bureau.acts("recordEarlierTransfer", "person { id }", earlier(one, pick(one)))));
        assertEquals(List.of(), one.applicant.saveAchievement(key(), one.spent, 1, Map.of("kind", "PROJECT", "title", "社区高血压管理", "number", "另一编号")).get("findings"), "what it is told to be later does not matter");
        var numbered = saved(one.applicant, PROJECT, Map.of("number", "ws-201807"));
        var proved = saved(one.applicant, PROJECT, Map.of("kind", "OTHER", "title", "另一项"));
        proved(one.applicant, proved, "served");
        var others = List.of(saved(one.applicant, PROJECT, Map.of("kind", "AWARD", "number", "ws-201807")), saved(one.applicant, PROJECT, Map.of("number", "ws-201808")), saved(one.applicant, PROJECT, Map.of("number", "另一编号")),
                saved(one.applicant, PROJECT, Map.of()));
        proved(one.applicant, others.getLast(), "another");
        var dossier = one.applies("ASSOCIATE_SENIOR", Stream.concat(Stream.of(numbered, proved), others.stream()).toArray(String[]::new));
        var refused = one.applicant.submit(key(), dossier, 3);
        assertEquals(List.of("achievement.spent", "achievement.spent"), codes(refused));
        assertEquals(Set.of("achievements." + numbered, "achievements." + proved), findings(refused).stream().map(finding -> finding.get("path")).collect(Collectors.toSet()));
        assertEquals(List.of(), one.applicant.pickAchievements(key(), dossier, 3, others).get("findings"));
        assertFalse(codes(one.applicant.submit(key(), dossier, 4)).contains("achievement.spent"));
    }

    /** A number that is registered is one thing's only; that of an issue, or of a batch, is several things', which their titles tell apart. */
    @ParameterizedTest
    @CsvSource({"PAPER, 2024（3）, 2024(3), 基层高血压随访, false", "PAPER, 2024（3）, 2024 (3), 社区 高血压管理, true", "PROJECT, 黔卫科〔2019〕7号, 黔卫科〔2019〕7号, 另一项目, false", "AWARD, 2019-07, 2019-07, 另一奖项, false",
                "PATENT, ZL 2018 1 0000001.X, zl201810000001.x, 又一题名, true", "STANDARD, DB52/T 1-2018, db52/t1-2018, 又一题名, true", "CERTIFICATE, 黔数 07, 黔数07, 又一题名, true", "CERTIFICATE, 黔数 07, 黔数08, 社区高血压管理, false"})
    void a_number_alone_tells_what_it_is_only_where_no_two_of_the_kind_bear_it(String kind, String served, String number, String title, boolean spent) {
        var one = Transferred.made(Map.of("kind", kind, "number", served));
        assertEquals(List.of(), one.records());
        var again = saved(one.applicant, PROJECT, Map.of("kind", kind, "number", number, "title", title));
        assertEquals(spent ? List.of("achievement.spent") : List.of(), codes(one.applicant.submit(key(), one.applies("ASSOCIATE_SENIOR", again), 3)));
    }

    @Test
    void it_serves_where_nothing_was_transferred_at_another_level_and_for_another_person() {
        var one = Transferred.made();
        var before = one.applies("ASSOCIATE_SENIOR", one.spent);
        assertEquals(List.of(), one.applicant.evaluation(before).get("refusals"), "no transfer is known");
        assertEquals(List.of(), one.records());
        assertEquals(1, ((List<?>) one.applicant.evaluation(before).get("refusals")).size());
        assertEquals(List.of(), one.applicant.evaluation(one.applies("FULL_SENIOR", one.spent)).get("refusals"), "the next level is the associate senior");
        var two = Transferred.made();
        assertEquals(List.of(), two.applicant.evaluation(two.applies("ASSOCIATE_SENIOR", two.spent)).get("refusals"));
    }

    @Test
    void wrong_role_region_stage_input_and_twice() {
        var one = Transferred.made();
        for (var role : List.of("EMPLOYER_CLERK", "SUPERIOR_DEPT", "COMMITTEE_OFFICE", "EXPERT", "SYS_ADMIN", "AUDITOR"))
            assertEquals("FORBIDDEN", Unit.of(world, one.bureau.id(), role).sends("recordTransfer", "dossier { id }", one.input()).error(), role);
        assertEquals("FORBIDDEN", Unit.of(one.applicant).sends("recordTransfer", "dossier { id }", one.input()).error());
        assertEquals("UNAUTHENTICATED", new Unit(world, Caller.PUBLIC, null).sends("recordTransfer", "dossier { id }", one.input()).error());
        var stranger = Unit.of(world, world.organisation("HRSS", "xianning"), "HRSS_CITY");
        assertEquals(List.of("dossier.not-found"), codes(stranger.acts("recordTransfer", "dossier { id }", one.input())));
        assertEquals(List.of("transfer.series", "transfer.since", "transfer.document"), one.records("fromSeries", "'; drop table title_transfer; --", "levelSince", "2024-09-19", "document", " "));
        assertEquals(List.of("transfer.series"), one.records("fromSeries", ""));
        assertEquals(List.of("transfer.series"), one.records("fromSeries", "HEALTH"), "it is the same");
        world.write("update dossier set stage = 'VOTE_PASSED' where id = ?", UUID.fromString(one.dossier));
        assertEquals(List.of("dossier.stage"), one.records());
        world.write("update dossier set stage = 'CERTIFIED' where id = ?", UUID.fromString(one.dossier));
        var both = World.together(() -> one.records(), () -> one.records());
        assertEquals(new TreeSet<>(List.of("[]", "[transfer.known]")), new TreeSet<>(both.stream().map(List::toString).toList()));
        assertEquals(1L, world.<Long>value("select count(*) from title_transfer where dossier = ?", UUID.fromString(one.dossier)));
        assertEquals("B24-5.6", world.value("select clause from trail where subject = ? and act = 'RECORD_TRANSFER'", UUID.fromString(one.dossier)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HRSS_COUNTY", "HRSS_PROVINCE"})
    void the_county_and_the_province_may_enter_it_too(String role) {
        var one = Transferred.made();
        assertEquals(List.of(), codes(Unit.of(world, world.organisation("HRSS", "bijie"), role).acts("recordTransfer", "dossier { id }", one.input())));
    }

    // from before this system

    /** Somebody who handed in a dossier at the level that he has, with what he then picked; its picks are what a bureau names. */
    private static Object[] earlier(Transferred one, String... served) {
        return new Object[] {"person", one.applicant.person().toString(), "fromSeries", "AGRICULTURE", "series", "HEALTH", "level", "INTERMEDIATE", "levelSince", "2016-01-01", "document", "虚构〔2016〕3号", "served", List.of(served)};
    }

    private static Object[] with(Object[] input, Object... more) {
        var all = new ArrayList<>(Arrays.asList(input));
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }

    private static String pick(Transferred one) {
        return world.<UUID>value("select id from dossier_achievement where dossier = ? and achievement = ?", UUID.fromString(one.dossier), UUID.fromString(one.spent)).toString();
    }

    @Test
    void what_served_an_older_transfer_does_not_serve_the_next_level_either() {
        var one = Transferred.made();
        var early = saved(one.applicant, "防疫站轮值", "2015-12-31");
        var dossier = one.applies("ASSOCIATE_SENIOR", one.spent, early);
        assertEquals(List.of(), one.applicant.evaluation(dossier).get("refusals"), "nobody knows of it");
        assertEquals(List.of(), codes(one.bureau.acts("recordEarlierTransfer", "person { id }", earlier(one, pick(one)))));
        assertEquals(new TreeSet<>(List.of("achievement.spent", "achievement.period")), new TreeSet<>(codes(one.applicant.submit(key(), dossier, 3))));
        assertEquals("B24-5.6", world.value("select clause from trail where subject = ? and act = 'RECORD_EARLIER_TRANSFER'", one.applicant.person()));
        assertEquals(List.of(), one.applicant.evaluation(one.applies("FULL_SENIOR", one.spent, early)).get("refusals"), "the next level is the associate senior");
    }

    @Test
    void an_older_transfer_in_the_wrong_role_region_input_and_twice() {
        var one = Transferred.made();
        var input = earlier(one, pick(one));
        for (var role : List.of("EMPLOYER_CLERK", "SUPERIOR_DEPT", "COMMITTEE_OFFICE", "EXPERT", "SYS_ADMIN", "AUDITOR"))
            assertEquals("FORBIDDEN", Unit.of(world, one.bureau.id(), role).sends("recordEarlierTransfer", "person { id }", input).error(), role);
        assertEquals("FORBIDDEN", Unit.of(one.applicant).sends("recordEarlierTransfer", "person { id }", input).error());
        assertEquals("UNAUTHENTICATED", new Unit(world, Caller.PUBLIC, null).sends("recordEarlierTransfer", "person { id }", input).error());
        world.write("update person set region = 'bijie' where id = ?", one.applicant.person());
        var stranger = Unit.of(world, world.organisation("HRSS", "xianning"), "HRSS_CITY");
        assertEquals(List.of("person.not-found"), codes(stranger.acts("recordEarlierTransfer", "person { id }", input)));
        assertEquals(List.of("person.not-found"), codes(one.bureau.acts("recordEarlierTransfer", "person { id }", with(input, "person", UUID.randomUUID().toString()))));
        var own = world.applicant();
        world.write("update person set region = 'xianning' where id = ?", own.person());
        assertEquals(List.of("transfer.not-said"), codes(stranger.acts("recordEarlierTransfer", "person { id }", with(input, "person", own.person().toString()))));
        assertEquals(List.of("transfer.series", "transfer.series", "transfer.since", "transfer.document"), codes(one.bureau.acts("recordEarlierTransfer", "person { id }",
                with(input, "series", "'; drop table title_transfer; --", "fromSeries", "", "levelSince", "2024-09-19", "document", " "))));
        assertEquals(List.of("transfer.series"), codes(one.bureau.acts("recordEarlierTransfer", "person { id }", with(input, "fromSeries", "HEALTH"))), "it is the same");
        var anothers = pick(Transferred.made());
        assertEquals(List.of("achievement.twice", "achievement.not-found"), codes(one.bureau.acts("recordEarlierTransfer", "person { id }", with(input, "served", List.of(pick(one), pick(one), anothers)))));
        var draft = one.applies("ASSOCIATE_SENIOR", one.spent);
        var unsent = world.<UUID>value("select id from dossier_achievement where dossier = ?::uuid", draft).toString();
        assertEquals(List.of("achievement.not-found"), codes(one.bureau.acts("recordEarlierTransfer", "person { id }", with(input, "served", List.of(unsent)))), "it was not handed in");
        assertEquals(List.of("input"), codes(one.bureau.acts("recordEarlierTransfer", "person { id }", with(input, "served", Collections.nCopies(201, pick(one))))).stream().filter(code -> !code.equals("achievement.twice")).toList());
        for (var hostile : List.of(with(input, "level", "'; drop"), with(input, "levelSince", "2024-02-30"), with(input, "person", "%00"), with(input, "served", List.of("*")), with(input, "document", null)))
            assertTrue(Set.of("VALIDATION", "BAD_INPUT").contains(String.valueOf(one.bureau.sends("recordEarlierTransfer", "person { id }", hostile).error())), () -> Arrays.toString(hostile));
        assertEquals(0L, world.<Long>value("select count(*) from title_transfer where person = ?", one.applicant.person()));
        var both = World.together(() -> codes(one.bureau.acts("recordEarlierTransfer", "person { id }", input)), () -> codes(one.bureau.acts("recordEarlierTransfer", "person { id }", input)));
        assertEquals(new TreeSet<>(List.of("[]", "[transfer.known]")), new TreeSet<>(both.stream().map(List::toString).toList()));
        assertEquals(1L, world.<Long>value("select count(*) from title_transfer where person = ? and dossier is null", one.applicant.person()));
        assertEquals(List.of("transfer.known"), codes(one.bureau.acts("recordEarlierTransfer", "person { id }", with(input, "fromSeries", "ENGINEERING"))), "whatever else is told of it");
        var key = key();
        var again = with(input, "key", key, "level", "ASSISTANT", "levelSince", "2024-09-18", "served", List.of());
        for (var time = 0; time < 2; time++) assertEquals(List.of(), codes(one.bureau.acts("recordEarlierTransfer", "person { id }", again)), "of today; and the same key is the same act");
        assertEquals(List.of("key"), codes(one.bureau.acts("recordEarlierTransfer", "person { id }", with(again, "level", "MEMBER"))));
        assertEquals(2L, world.<Long>value("select count(*) from title_transfer where person = ?", one.applicant.person()));
    }

    @Test
    void of_a_dossier_that_is_a_transfer_no_older_one_is_entered() {
        var one = Transferred.made();
        assertEquals(List.of(), one.records());
        assertEquals(List.of("transfer.known"), codes(one.bureau.acts("recordEarlierTransfer", "person { id }", earlier(one, pick(one)))));
    }

    @Test
    void whom_the_bureau_does_not_see_it_enters_nothing_of() {
        var unknown = world.applicant();
        var bureau = Unit.of(world, world.organisation("HRSS", "bijie"), "HRSS_CITY");
        var input = with(earlier(Transferred.made()), "person", unknown.person().toString());
        world.write("update person set region = 'bijie', provisional = true where id = ?", unknown.person());
        assertEquals(List.of("person.not-found"), codes(bureau.acts("recordEarlierTransfer", "person { id }", input)), "who he is nobody has checked");
        world.write("update person set provisional = false where id = ?", unknown.person());
        var entered = bureau.acts("recordEarlierTransfer", "person { id }", input);
        assertEquals(List.of(), codes(entered));
        assertEquals(Map.of("id", unknown.person().toString()), entered.get("person"));
    }

    /** A paper on what is told is no achievement, and nothing uses it up. */
    @Test
    void a_transfer_does_not_use_up_a_paper() {
        var applicant = world.applicant();
        world.write("update organisation set region = 'bijie' where id = ?", applicant.employer());
        var paper = (String) ((Map<?, ?>) applicant.saveAchievement(key(), null, null, Map.of("kind", "EDUCATION", "title", "毕业证书", "achievedOn", "2008-07-01")).get("achievement")).get("id");
        var dossier = applicant.draft("bijie", 2024, claim("INTERMEDIATE"), Claims.told("520502"));
        assertEquals(List.of(), applicant.pickAchievements(key(), dossier, 2, List.of(paper)).get("findings"));
        assertEquals(List.of(), applicant.sign(key(), dossier, 3, (String) applicant.pledge(dossier).get("words")).get("findings"));
        assertEquals(List.of(), codes(applicant.submit(key(), dossier, 3)));
        world.write("update dossier set stage = 'CONFIRMED' where id = ?", UUID.fromString(dossier));
        var one = new Transferred(applicant, dossier, paper, Unit.of(world, world.organisation("HRSS", "bijie"), "HRSS_CITY"));
        assertEquals(List.of("achievement.not-found"), codes(one.bureau.acts("recordEarlierTransfer", "person { id }", earlier(one, pick(one)))));
        assertEquals(List.of(), one.records());
        assertEquals(0L, world.<Long>value("select count(*) from spent_achievement where achievement = ?", UUID.fromString(paper)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HRSS_COUNTY", "HRSS_PROVINCE"})
    void the_county_and_the_province_may_enter_an_older_one_too(String role) {
        var one = Transferred.made();
        assertEquals(List.of(), codes(Unit.of(world, world.organisation("HRSS", "bijie"), role).acts("recordEarlierTransfer", "person { id }", earlier(one, pick(one)))));
    }
}
