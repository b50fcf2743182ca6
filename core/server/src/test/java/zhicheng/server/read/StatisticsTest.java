package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.contract.nowhere.Nowhere;
import zhicheng.server.Applicant;
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.account.Capacities;
import zhicheng.server.account.Role;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Json;
import zhicheng.spi.Region;

/** {@code dossierStatistics}: what it shows, what it withholds, and that nobody learns of a few by subtracting. */
@Tag("database")
class StatisticsTest {
    private static final String QUERY = "query($year: Int!, $region: String) { dossierStatistics(year: $year, region: $region) { countedTo withheldUnder cells { region series level count withheld } } }";
    private static final List<String> SERIES = List.of("ENGINEERING", "HEALTH", "AGRICULTURE", "ECONOMICS");
    private static final AtomicInteger YEAR = new AtomicInteger(2000);

    /** The real regions as if they had a notice of every year, and one beside them that has not. */
    @Factory
    @Requires(property = Years.ON)
    static class Years {
        private static final String ON = "zhicheng.tests.every-year";

        @Context
        @Replaces(Regions.class)
        Regions regions() {
            return Regions.of(Stream.concat(ServiceLoader.load(Region.class).stream().map(ServiceLoader.Provider::get).map(EveryYear::of), Stream.of(new Nowhere())).toList());
        }
    }

    private static World world;
    private static Applicant applicant;
    private static Caller province;

    @BeforeAll
    static void start() {
        world = World.at("2024-09-18T10:00:00+08:00", Years.ON, true);
        applicant = world.applicant();
        for (var region : List.of("bijie", "jiayuguan")) world.organisation("HRSS", region);
        province = world.account(null, world.organisation("HRSS", "xianning"), "HRSS_PROVINCE");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    /** A year that no other test has, with an edition in each region. */
    private static int year() {
        var year = YEAR.incrementAndGet();
        for (var region : List.of("bijie", "jiayuguan", "xianning"))
            world.write("insert into notice_edition (region, year, edition, facts_hash, readings, first_pinned_at) values (?, ?, 1, repeat('a', 64), '{}', ?)", region, year, world.now());
        return year;
    }

    private static void handIn(int year, String region, String series, int many, String day, UUID employer) {
        handIn(year, region, series, many, day, applicant.person(), employer);
    }

    private static void handIn(int year, String region, String series, int many, String day, UUID person, UUID employer) {
        world.write("""
                insert into dossier (id, region, year, series, level, title, applicant, employer, stage, stage_since, created_at, updated_at, submitted_at, receipt_at, snapshot_hash, edition, facts_hash)
                select gen_random_uuid(), ?, ?, ?, 'INTERMEDIATE', '虚构', ?, ?, 'SUBMITTED', at, at, at, at, at, sha256('\\x00'), 1, repeat('a', 64)
                from (select ?::timestamptz as at) at, generate_series(1, ?)""", region, year, series, person, employer, day + "T15:00:00+08:00", many);
    }

    private static void handIn(int year, String region, String series, int many) {
        handIn(year, region, series, many, "2024-09-17", applicant.employer());
    }

    /** What is shown, by region and series; what is withheld is not in it. */
    private static Map<String, Integer> shown(Caller caller, int year, String region) {
        var shown = new TreeMap<String, Integer>();
        for (var cell : cells(caller, year, region)) {
            assertEquals(cell.get("count") == null, cell.get("withheld"));
            if (cell.get("count") != null) shown.put(cell.get("region") + " " + cell.get("series"), (Integer) cell.get("count"));
        }
        return shown;
    }

    private static List<Map<String, Object>> cells(Caller caller, int year, String region) {
        var variables = new TreeMap<String, Object>(Map.of("year", year));
        if (region != null) variables.put("region", region);
        var reply = world.ask(caller, QUERY, variables);
        assertNull(reply.error(), () -> reply.body().toString());
        return reply.at("data", "dossierStatistics", "cells");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            10 10      | 10 10
            10 9       | - -
            9 30       | - -
            100        | -
            11 5 5     | 11 - -
            100 9      | - -
            12 20 3    | 12 20 -
            9 9 9      | - - -
            30 9 1     | 30 - -
            9 1        | - -""")
    void a_cell_and_its_rest_under_ten_are_withheld(String handedIn, String expected) {
        var year = year();
        var many = handedIn.split(" ");
        var told = expected.split(" ");
        var expect = new TreeMap<String, Integer>();
        for (var place = 0; place < many.length; place++) {
            handIn(year, "xianning", SERIES.get(place), Integer.parseInt(many[place]));
            if (!told[place].equals("-")) expect.put("xianning " + SERIES.get(place), Integer.parseInt(told[place]));
        }
        handIn(year, "bijie", "ENGINEERING", 50); // another region is not the rest of this one
        assertEquals(expect, shown(province, year, null));
        assertEquals(expect, shown(province, year, "xianning"));
    }

    @Test
    void what_is_listed_says_nothing_of_what_was_handed_in() {
        var empty = year();
        var few = year();
        handIn(few, "xianning", "ENGINEERING", 9);
        handIn(few, "bijie", "HEALTH", 1);
        assertEquals(cells(province, empty, null), cells(province, few, null));
        assertEquals(3 * 27 * 5, cells(province, few, null).size());
    }

    @Test
    void a_region_that_there_is_not_is_said_to_be_none() {
        var reply = world.ask(province, QUERY, Map.of("year", 2024, "region", "atlantis"));
        assertEquals("BAD_INPUT", reply.error());
        assertTrue(reply.<String>at("errors", 0, "message").startsWith("region: no region is called «atlantis» (loaded: ["), () -> reply.body().toString());
    }

    @Test
    void a_region_and_a_year_that_there_are_not_are_both_said() {
        for (var isDry : List.of(false, true)) {
            var reply = world.send(province, Json.text(Map.of("query", QUERY, "variables", Map.of("year", 1999, "region", "atlantis"), "extensions", Map.of("dryRun", isDry))));
            assertEquals(2, reply.<List<?>>at("errors").size(), () -> reply.body().toString());
            assertTrue(reply.<String>at("errors", 0, "message").startsWith("region: no region is called «atlantis» (loaded: ["), () -> reply.body().toString());
            assertTrue(reply.<String>at("errors", 1, "message").startsWith("year: no region has a notice of 1999 (there are some of ["), () -> reply.body().toString());
        }
    }

    @Test
    void a_year_that_others_have_a_notice_of_is_said_to_be_none_of_the_region_that_is_named() {
        var reply = world.ask(province, QUERY, Map.of("year", 2001, "region", "nowhere"));
        assertEquals("BAD_INPUT", reply.error(), () -> reply.body().toString());
        assertTrue(reply.<String>at("errors", 0, "message").startsWith("year: region «nowhere» has no edition for 2001 (it has ["), () -> reply.body().toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2000, 2061, 9999})
    void a_year_that_no_region_has_a_notice_of_is_said_to_be_none(int year) {
        var reply = world.ask(province, QUERY, Map.of("year", year));
        assertEquals("BAD_INPUT", reply.error(), () -> reply.body().toString());
        assertTrue(reply.<String>at("errors", 0, "message").startsWith("year: no region has a notice of " + year + " (there are some of [2001, 2002, "), () -> reply.body().toString());
        assertEquals(List.of("dossierStatistics"), reply.at("errors", 0, "path"));
    }

    @Test
    void one_region_alone_has_the_cells_that_it_has_among_all() {
        var year = year();
        var random = new Random(7);
        for (var region : List.of("bijie", "jiayuguan", "xianning"))
            for (var series : SERIES) handIn(year, region, series, 5 + random.nextInt(12));
        var all = cells(province, year, null);
        var one = new ArrayList<Map<String, Object>>();
        for (var region : List.of("bijie", "jiayuguan", "xianning")) one.addAll(cells(province, year, region));
        assertEquals(all, one);
        assertTrue(all.stream().anyMatch(cell -> cell.get("count") != null));
    }

    /** Whoever asks every day and subtracts learns of nobody, and of no nine. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void two_answers_differ_by_nothing_or_by_ten_at_least(long seed) {
        var year = year();
        var random = new Random(seed);
        var handedIn = new TreeMap<String, Integer>();
        Map<String, Integer> before = Map.of();
        var grown = 0;
        var still = 0;
        for (var day = 1; day <= 25; day++) {
            var date = "2024-10-%02d".formatted(day);
            for (var series : SERIES.subList(0, 3))
                if (random.nextInt(3) > 0) {
                    var many = 1 + random.nextInt(series.equals("ENGINEERING") ? 2 : 5);
                    handIn(year, "xianning", series, many, date, applicant.employer());
                    handedIn.merge("xianning " + series, many, Integer::sum);
                }
            world.time(date + "T23:00:00+08:00");
            assertEquals(before, shown(province, year, null), "what came in today is not counted today");
            world.time("2024-10-%02dT00:00:00+08:00".formatted(day + 1));
            var now = shown(province, year, null);
            for (var cell : handedIn.keySet()) {
                var more = now.getOrDefault(cell, 0) - before.getOrDefault(cell, 0);
                assertTrue(more == 0 || more >= 10, () -> cell + " by " + more);
                if (now.containsKey(cell)) assertTrue(handedIn.get(cell) - now.get(cell) < 10, "and is not far behind");
                if (more > 0) grown++;
                else if (now.containsKey(cell)) still++;
            }
            before = now;
        }
        world.time("2024-09-18T10:00:00+08:00");
        assertTrue(grown >= 3 && still >= 3, grown + " grew, " + still + " did not");
    }

    @Test
    void what_was_handed_in_is_counted_whatever_became_of_it() {
        var year = year();
        handIn(year, "xianning", "ENGINEERING", 10);
        handIn(year, "xianning", "HEALTH", 10);
        var before = shown(province, year, null);
        world.write("update dossier set deleted_at = submitted_at where year = ? and series = 'ENGINEERING'", year);
        assertEquals(before, shown(province, year, null));
        assertEquals(2, before.size());
    }

    /** Of twelve he sees three himself: the other nine are not told. */
    @Test
    void what_the_viewer_sees_himself_cannot_be_subtracted() {
        var year = year();
        var employer = world.organisation("PRIVATE_ENTERPRISE", "xianning");
        handIn(year, "xianning", "ENGINEERING", 3, "2024-09-17", employer);
        handIn(year, "xianning", "ENGINEERING", 9);
        handIn(year, "xianning", "HEALTH", 20);
        handIn(year, "xianning", "AGRICULTURE", 20);
        var both = world.account(null, employer, "SUPERVISOR", "EMPLOYER_CLERK");
        assertEquals(3, world.ask(both, "query($year: Int!) { dossierGroups(by: [SERIES], where: {year: {eq: $year}}) { groups { count } } }", Map.of("year", year))
                .<Integer>at("data", "dossierGroups", "groups", 0, "count"));
        assertEquals(Map.of("xianning HEALTH", 20, "xianning AGRICULTURE", 20), shown(both, year, null));
        assertEquals(Map.of("xianning ENGINEERING", 12, "xianning HEALTH", 20, "xianning AGRICULTURE", 20), shown(world.account(null, employer, "SUPERVISOR"), year, null));
    }

    /** An account that was given both, however: the trail tells how many were submitted under a notice, the books how many of a region have paid. Who is which is said here, in the schema and in the database alike. */
    @Test
    void who_can_count_elsewhere_is_told_no_totals() {
        var year = year();
        handIn(year, "xianning", "ENGINEERING", 12);
        handIn(year, "xianning", "HEALTH", 20);
        var all = Map.of("xianning ENGINEERING", 12, "xianning HEALTH", 20);
        var bureau = world.organisation("HRSS", "bijie");
        for (var role : EnumSet.complementOf(EnumSet.of(Role.PUBLIC, Role.APPLICANT))) {
            var alone = world.ask(world.account(null, bureau, role.name()), QUERY, Map.of("year", year));
            assertEquals(Capacities.TOTALLING.contains(role) ? null : "FORBIDDEN", alone.error(), role::name);
            for (var totals : Capacities.TOTALLING)
                assertEquals(Capacities.COUNTING.contains(role) ? Map.of() : all, shown(world.account(null, bureau, Stream.of(totals, role).distinct().map(Role::name).toArray(String[]::new)), year, null), () -> totals + " " + role);
        }
    }

    /** What one account sees, another's totals are not withheld by. */
    @Test
    void who_sees_dossiers_otherwise_than_as_a_bureau_is_said_in_one_place() {
        var seeing = EnumSet.allOf(Role.class);
        seeing.removeIf(role -> Visible.BUREAUS.contains(role) || Visible.dossier(new Given.Policy(Set.of(role), false, true, true), "d").equals(Sql.NONE));
        assertEquals(seeing, Capacities.SEEING);
    }

    /**
     * Whoever hands in for his own unit sees how many of that there are, and can choose when they come. What is told of others is the same as if nothing of his
     * were there: it changes by nothing or by ten at least, whatever he hands in and deletes.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void who_sees_some_himself_and_steers_when_they_come_learns_no_more_of_others(long seed) {
        var year = year();
        var without = year();
        var employer = world.organisation("PRIVATE_ENTERPRISE", "xianning");
        var both = world.account(null, employer, "SUPERVISOR", "EMPLOYER_CLERK");
        var random = new Random(seed);
        handIn(year, "xianning", "HEALTH", 20);
        handIn(without, "xianning", "HEALTH", 20);
        var own = 0;
        var others = 0;
        var before = 0;
        var grown = 0;
        var still = 0;
        for (var day = 1; day <= 25; day++) {
            var date = "2024-10-%02d".formatted(day);
            var come = random.nextInt(4);
            // as many as fill up a step, if his own counted for one
            var mine = random.nextInt(3) == 0 ? 0 : Math.max(0, 10 - (others - before + come) + random.nextInt(3) - 1);
            handIn(year, "xianning", "ENGINEERING", come, date, applicant.employer());
            handIn(without, "xianning", "ENGINEERING", come, date, applicant.employer());
            handIn(year, "xianning", "ENGINEERING", mine, date, employer);
            others += come;
            own += mine;
            if (day % 5 == 0) world.write("update dossier set deleted_at = submitted_at where id = (select id from dossier where year = ? and employer = ? and deleted_at is null limit 1)", year, employer);
            world.time("2024-10-%02dT00:00:00+08:00".formatted(day + 1));
            var told = shown(both, year, null).get("xianning ENGINEERING");
            assertEquals(shown(both, without, null).get("xianning ENGINEERING"), told == null ? null : (Integer) (told - own));
            var now = told == null ? 0 : told - own;
            var more = now - before;
            assertTrue(more == 0 || more >= 10, () -> "by " + more);
            assertTrue(others - now < 10, "and is not far behind");
            if (more > 0) grown++;
            else if (told != null) still++;
            before = now;
        }
        world.time("2024-09-18T10:00:00+08:00");
        assertTrue(grown >= 2 && still >= 2 && own > 20, grown + " times it grew, " + still + " times it did not, " + own + " were his own");
    }

    /** What he has handed in as an applicant: of twelve three are his, and the other nine are not told. */
    @Test
    void what_the_viewer_handed_in_himself_is_his_own() {
        var year = year();
        var himself = world.applicant().person();
        handIn(year, "xianning", "ENGINEERING", 3, "2024-09-17", himself, null);
        handIn(year, "xianning", "ENGINEERING", 9);
        handIn(year, "xianning", "HEALTH", 20);
        handIn(year, "xianning", "AGRICULTURE", 20);
        var office = world.organisation("HRSS", "bijie");
        assertEquals(Map.of("xianning HEALTH", 20, "xianning AGRICULTURE", 20), shown(world.account(himself, office, "SUPERVISOR", "APPLICANT"), year, null));
        assertEquals(Map.of("xianning ENGINEERING", 12, "xianning HEALTH", 20, "xianning AGRICULTURE", 20), shown(world.account(null, office, "SUPERVISOR"), year, null));
    }

    /** Of twenty-one and of ten one is his: nine of others stay untold, and where he does not apply his own is not added to the twenty either. */
    @Test
    void what_the_viewer_handed_in_himself_is_left_out_where_he_does_not_apply() {
        var year = year();
        var himself = world.applicant().person();
        handIn(year, "xianning", "ENGINEERING", 1, "2024-09-17", himself, null);
        handIn(year, "xianning", "ENGINEERING", 20);
        handIn(year, "xianning", "HEALTH", 1, "2024-09-17", himself, null);
        handIn(year, "xianning", "HEALTH", 9);
        handIn(year, "xianning", "AGRICULTURE", 20);
        var office = world.organisation("HRSS", "bijie");
        assertEquals(Map.of("xianning ENGINEERING", 20, "xianning AGRICULTURE", 20), shown(world.account(himself, office, "SUPERVISOR"), year, null));
        assertEquals(Map.of("xianning ENGINEERING", 21, "xianning AGRICULTURE", 20), shown(world.account(himself, office, "SUPERVISOR", "APPLICANT"), year, null));
    }

    /** A bureau that supervises sees all of its own region, where nothing is others'. */
    @Test
    void what_is_of_the_viewers_own_region_is_his_own() {
        var year = year();
        for (var region : List.of("bijie", "xianning"))
            for (var series : SERIES.subList(0, 2)) handIn(year, region, series, 20);
        var bureau = world.organisation("HRSS", "xianning");
        var elsewhere = Map.of("bijie ENGINEERING", 20, "bijie HEALTH", 20);
        var everywhere = new TreeMap<>(elsewhere);
        everywhere.putAll(Map.of("xianning ENGINEERING", 20, "xianning HEALTH", 20));
        assertEquals(elsewhere, shown(world.account(null, bureau, "SUPERVISOR", "HRSS_CITY"), year, null));
        assertEquals(everywhere, shown(world.account(null, bureau, "SUPERVISOR"), year, null));
    }

    /** J24-3.4: the province sees what has come to it, and from then on could subtract it. */
    @Test
    void a_cell_of_which_some_has_reached_the_viewers_unit_is_withheld() {
        var year = year();
        for (var series : SERIES.subList(0, 3)) handIn(year, "xianning", series, 20);
        var unit = world.organisation("HRSS", "xianning");
        var above = world.account(null, unit, "HRSS_PROVINCE");
        var all = Map.of("xianning ENGINEERING", 20, "xianning HEALTH", 20, "xianning AGRICULTURE", 20);
        assertEquals(all, shown(above, year, null));
        world.write("update dossier set reached = array[?::uuid] where id = (select id from dossier where year = ? and series = 'ENGINEERING' limit 1)", unit, year);
        assertEquals(Map.of("xianning HEALTH", 20, "xianning AGRICULTURE", 20), shown(above, year, null));
        assertEquals(all, shown(province, year, null), "it has come to another one");
        assertEquals(all, shown(world.account(null, unit, "SUPERVISOR"), year, null), "who supervises there sees no dossier");
    }

    /** It was counted among others' when it came, and is seen since: from then on it could be subtracted. */
    @Test
    void a_cell_of_which_some_has_reached_ones_committee_is_withheld() {
        var year = year();
        var office = world.organisation("HRSS", "xianning");
        var committee = UUID.randomUUID();
        world.write("insert into committee (id, name, region, kind, founder, office, series, levels, created_at) values (?, '虚构评委会', 'xianning', 'SENIOR', ?, ?, '{ENGINEERING}', '{INTERMEDIATE}', ?)",
                committee, office, office, world.now());
        handIn(year, "xianning", "ENGINEERING", 20);
        handIn(year, "xianning", "HEALTH", 20);
        var supervises = world.account(null, office, "SUPERVISOR", "COMMITTEE_OFFICE");
        var all = Map.of("xianning ENGINEERING", 20, "xianning HEALTH", 20);
        assertEquals(all, shown(supervises, year, null));
        world.write("update dossier set committee = ? where year = ? and series = 'ENGINEERING'", committee, year);
        assertEquals(all, shown(supervises, year, null), "on the way to it");
        world.write("update dossier set intake_at = submitted_at where id = (select id from dossier where year = ? and series = 'ENGINEERING' limit 1)", year);
        assertEquals(Map.of("xianning HEALTH", 20), shown(supervises, year, null));
        assertEquals(all, shown(world.account(null, office, "SUPERVISOR"), year, null));
    }

    @Test
    void it_is_for_the_province_and_for_who_supervises() {
        var office = world.organisation("HRSS", "xianning");
        var tried = 0;
        for (var role : Role.values()) {
            if (role == Role.PUBLIC) continue;
            var reply = world.ask(world.account(applicant.person(), office, role.name()), QUERY, Map.of("year", 2024));
            assertEquals(List.of("HRSS_PROVINCE", "SUPERVISOR").contains(role.name()) ? null : "FORBIDDEN", reply.error(), role.name());
            tried++;
        }
        assertEquals(20, tried);
        assertEquals("UNAUTHENTICATED", world.ask(Caller.PUBLIC, QUERY, Map.of("year", 2024)).error());
    }

    @Test
    void it_says_how_far_it_counts_and_what_it_costs() {
        var reply = world.ask(province, "{ s: dossierStatistics(year: 2024) { t: __typename countedTo withheldUnder cells { __typename } } server { name } }", Map.of());
        assertEquals(Map.of("t", "DossierStatistics", "countedTo", "2024-09-17", "withheldUnder", 10),
                Map.of("t", reply.at("data", "s", "t"), "countedTo", reply.at("data", "s", "countedTo"), "withheldUnder", reply.at("data", "s", "withheldUnder")));
        assertEquals("DossierCell", reply.at("data", "s", "cells", 0, "__typename"));
        assertTrue(reply.<Integer>at("extensions", "cost", "estimated") >= Cost.GROUPS, () -> reply.body().toString());
        assertEquals("VALIDATION", world.ask(province, "{ dossierStatistics(where: {}) { countedTo } }", Map.of()).error());
    }

    @Test
    void the_database_itself_withholds_from_the_reader() throws SQLException {
        var year = year();
        handIn(year, "xianning", "ENGINEERING", 2);
        handIn(year, "xianning", "HEALTH", 20);
        try (var connection = world.database().reader().getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery("select count from dossier_statistics(" + year + ", null, '2024-09-18', 0, '{}')")) {
            assertTrue(!rows.next(), "a rest of two is not told, whatever threshold is asked for");
        }
        assertThrows(IllegalArgumentException.class, () -> new Withholding(2));
    }
}
