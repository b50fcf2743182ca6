package zhicheng.server.read;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.TestDatabase;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;

/**
 * How PostgreSQL goes about the statements that are asked most, as the role that asks them and under its policies, planned once for all values: among many
 * rows it takes the indices that are meant, and reads no large table whole. Not among the tests for every PostgreSQL: another version may go about it otherwise.
 * {@code -Dgolden.write=true} writes {@code plans/} anew; they are then to be read.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansTest {
    private static final Path FOLDER = Path.of("src/test/resources/zhicheng/server/read/plans");
    private static final boolean WRITE = Boolean.getBoolean("golden.write");
    private static final Pattern INDEX = Pattern.compile("(?:using|Bitmap Index Scan on) ([a-z_]+)");
    private static final Pattern WHOLE = Pattern.compile("Seq Scan on ([a-z_]+)");
    private static final Pattern READ = Pattern.compile("\\w[\\w ]* Scan (?:using \\w+ )?on \\w+");
    private static final Pattern LOOK = Pattern.compile("search_(?:ids|has)\\b");
    /** Of these there are dozens of rows, or a thousand. */
    private static final Set<String> SMALL = Set.of("committee", "organisation");

    private static final Selection PAGE = new Selection(List.of(
            field("nodes", Map.of(), new Selection(List.of(field("id"), field("title"), field("stage"), field("applicant", Map.of(), Selection.fields("name")), field("employer", Map.of(), Selection.fields("name"))))),
            field("pageInfo", Map.of(), Selection.fields("hasNextPage", "endCursor"))));

    private static final Map<String, Object> OF_A_YEAR = all(entry("region", Map.of("eq", "south")), entry("year", Map.of("eq", 2024)));
    private static final Map<String, Object> ONE_STAGE = all(entry("region", Map.of("eq", "south")), entry("year", Map.of("eq", 2024)), entry("series", Map.of("eq", "ENGINEERING")), entry("stage", Map.of("eq", "ACCEPTED")));

    /** As every account of a bureau that the API makes: somebody's, who does not apply by it and sees the region's dossiers. */
    private static final Viewer CLERK_OF_THE_BUREAU = new Viewer(Fixture.id(33), Set.of(Role.HRSS_CITY), Fixture.id(22), Fixture.id(12));
    /** Who applies by it too, and sees her own beside them. */
    private static final Viewer APPLYING_CLERK = new Viewer(Fixture.id(33), Set.of(Role.APPLICANT, Role.HRSS_CITY), Fixture.id(22), Fixture.id(12));

    private TestDatabase database;
    private ReadPool pool;
    private Reader reader;

    @BeforeAll
    void start() throws IOException, SQLException {
        database = TestDatabase.fresh();
        try (var connection = database.owner().getConnection(); var statement = connection.createStatement(); var in = PlansTest.class.getResourceAsStream("many.sql")) {
            statement.execute("set synchronous_commit = on"); // vacuum says of no row that everybody sees it while its commit is not flushed
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            // As autovacuum leaves it. Without that each row is looked up, and a smaller index does as well as one that has all that is asked.
            statement.execute("vacuum (analyze)");
        }
        pool = Fixture.pool(database);
        reader = Fixture.reader(pool);
    }

    @AfterAll
    void stop() {
        pool.close();
        database.close();
    }

    /** What {@code tools/zhicheng bench read} measures, by the names that it has there: each plan stands in a file of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"by-id", "page", "relation", "search", "groups"})
    void the_plan_of_each_shape_of_the_bench(String shape) throws IOException, SQLException {
        var request = Fixture.asks(CLERK_OF_THE_BUREAU);
        var since = Map.of("gte", LocalDate.of(2022, 1, 1));
        var patents = Map.of("some", all(entry("achievedOn", since), entry("kind", Map.of("eq", "PATENT")), entry("granted", Map.of("eq", true))));
        var hours = Map.of("some", Map.of("tenths", Map.of("gte", 900)));
        var plan = plan(switch (shape) {
            case "by-id" -> reader.plan(new Root.ById(Nouns.DOSSIER), field("dossier", Map.of("id", Fixture.id(51)), new Selection(List.of(field("id"), field("title"),
                    field("applicant", Map.of(), Selection.fields("name")), field("employer", Map.of(), Selection.fields("name")), list("achievements", "title")))), request);
            case "page" -> reader.plan(new Root.Rows(Nouns.DOSSIER), dossiers(ONE_STAGE), request);
            case "relation" -> reader.plan(new Root.Rows(Nouns.DOSSIER), dossiers(all(entry("achievements", patents), entry("hours", hours))), request);
            case "search" -> reader.plan(new Root.Rows(Nouns.DOSSIER), field("dossiers", Map.of("search", "建设", "first", 20), PAGE), request);
            case "groups" -> {
                var year = Map.<String, Object>of("year", Map.of("eq", 2024));
                yield reader.together(List.of(new Root.Rows(Nouns.DOSSIER), new Root.Groups(Nouns.DOSSIER), new Root.Groups(Nouns.DOSSIER)),
                        List.of(total(year), groups("STAGE", year), groups("SERIES", year)), request).orElseThrow();
            }
            default -> throw new IllegalArgumentException(shape);
        });
        var file = FOLDER.resolve(shape + ".txt");
        if (WRITE) Files.writeString(file, plan);
        assertTrue(Files.exists(file), () -> file + " is missing; run once with -Dgolden.write=true and read it");
        assertEquals(Files.readString(file), plan, () -> file + " differs");
    }

    @Test
    void one_dossier_with_its_applicant_employer_achievements_and_hours() throws SQLException {
        var below = new Selection(List.of(field("title"), field("applicant", Map.of(), Selection.fields("name")), field("employer", Map.of(), Selection.fields("name")),
                list("achievements", "title"), list("hours", "tenths")));
        for (var viewer : List.of(Fixture.LIN, Fixture.CLERK, Fixture.BUREAU, Fixture.OFFICE))
            goes(viewer, new Root.ById(Nouns.DOSSIER), field("dossier", Map.of("id", Fixture.id(51)), below),
                    "dossier_pkey", "person_pkey", "organisation_pkey", "dossier_achievement_by_dossier", "dossier_hours_by_dossier");
    }

    @Test
    void a_page_that_is_filtered_and_in_the_order_of_creation() throws SQLException {
        var where = Map.<String, Object>of("region", Map.of("eq", "south"), "year", Map.of("eq", 2024), "series", Map.of("eq", "ENGINEERING"), "stage", Map.of("in", List.of("ACCEPTED", "SUBMITTED")));
        goes(Fixture.BUREAU, dossiers(where), "dossier_by_region", "person_pkey", "organisation_pkey");
        goes(Fixture.CLERK, dossiers(where), "dossier_by_employer", "person_pkey", "organisation_pkey");
        goes(Fixture.LIN, dossiers(where), "dossier_by_applicant", "person_pkey", "organisation_pkey");
    }

    @Test
    void a_page_of_one_stage() throws SQLException {
        goes(Fixture.BUREAU, dossiers(ONE_STAGE), "dossier_asked_most", "person_pkey", "organisation_pkey");
    }

    /**
     * Along its committees' own rows, however few they are among those of others; of one stage along the index of the stages, which has all that is asked. By their applicants
     * dossiers are come by for each applicant that is shown: whether one of his is seen.
     */
    @Test
    void a_page_of_what_has_reached_a_committee() throws SQLException {
        for (var viewer : List.of(Fixture.OFFICE, Fixture.FOUNDER)) {
            assertEquals(Set.of("dossier_by_committee", "dossier_by_applicant", "dossier_pkey"), ofDossiers(goes(viewer, dossiers(Map.of()), "person_pkey", "organisation_pkey")), viewer::toString);
            assertEquals(Set.of("dossier_asked_most", "dossier_by_applicant", "dossier_pkey"), ofDossiers(goes(viewer, dossiers(ONE_STAGE), "person_pkey", "organisation_pkey")), viewer::toString);
            goes(viewer, new Root.Rows(Nouns.CERTIFICATE), field("certificates", Map.of("last", 50), new Selection(List.of(field("nodes", Map.of(), Selection.fields("title"))))), "certificate_by_committee", "certificate_pkey");
        }
    }

    /** A department, relay or bureau above employers goes along what has come to it, also where somebody applies by its account, who may have dossiers of his own. */
    @Test
    void what_has_come_to_a_unit_above_employers() throws SQLException {
        for (var viewer : List.of(Fixture.viewer(95, 0, 12, Role.SUPERIOR_DEPT), applying(95, 12, Role.SUPERIOR_DEPT))) {
            goes(viewer, dossiers(Map.of()), "dossier_reached_by_unit", "dossier_pkey", "person_pkey");
            goes(viewer, dossiers(ONE_STAGE), "dossier_pkey");
            goes(viewer, total(Map.of()), "dossier_pkey");
            goes(viewer, new Root.Groups(Nouns.DOSSIER), groups("STAGE", Map.of()), "dossier_pkey");
            goes(viewer, field("dossiers", Map.of("first", 50, "orderBy", List.of(Map.of("field", "TITLE", "direction", "ASC", "nulls", "LAST"))), PAGE), "dossier_pkey");
        }
    }

    private static Viewer applying(int account, int organisation, Role... others) {
        var roles = EnumSet.of(Role.APPLICANT, others);
        return new Viewer(Fixture.id(account), roles, Fixture.id(21), Fixture.id(organisation));
    }

    @Test
    void a_page_of_a_bureau_by_whose_account_somebody_applies() throws SQLException {
        for (var viewer : List.of(applying(97, 12, Role.HRSS_CITY), applying(97, 12, Role.HRSS_CITY, Role.HRSS_COUNTY))) {
            goes(viewer, dossiers(ONE_STAGE), "dossier_asked_most", "dossier_by_applicant", "dossier_pkey");
            goes(viewer, dossiers(Map.of()), "dossier_by_region", "dossier_by_applicant", "dossier_pkey");
        }
    }

    @Test
    void a_page_of_a_committees_office_by_whose_account_somebody_applies() throws SQLException {
        goes(applying(96, 15, Role.COMMITTEE_OFFICE), dossiers(Map.of()), "dossier_by_committee", "dossier_by_applicant", "dossier_pkey");
    }

    /** Of each person whom the viewer does not see the second wall looks for a dossier: so they are not met. */
    @Test
    void people_are_come_by_from_what_is_seen() throws SQLException {
        var names = new Selection(List.of(field("nodes", Map.of(), Selection.fields("name"))));
        for (var viewer : List.of(Fixture.CLERK, Fixture.OFFICE, Fixture.viewer(95, 0, 12, Role.SUPERIOR_DEPT), applying(95, 12, Role.SUPERIOR_DEPT)))
            goes(viewer, new Root.Rows(Nouns.PERSON), field("people", Map.of("first", 20), names), "person_pkey");
        for (var viewer : List.of(Fixture.CLERK, Fixture.OFFICE, Fixture.viewer(95, 0, 12, Role.SUPERIOR_DEPT)))
            goes(viewer, new Root.Rows(Nouns.PERSON), field("people", Map.of(), Selection.fields("totalCount")), "person_pkey");
    }

    /** By which indices dossiers are come by. */
    private static Set<String> ofDossiers(String plan) {
        return INDEX.matcher(plan).results().map(found -> found.group(1)).filter(index -> index.startsWith("dossier_")).collect(Collectors.toSet());
    }

    @Test
    void a_page_by_when_dossiers_were_handed_in() throws SQLException {
        var latest = Map.<String, Object>of("field", "SUBMITTED_AT", "direction", "DESC", "nulls", "LAST");
        var first = Map.<String, Object>of("field", "SUBMITTED_AT", "direction", "ASC", "nulls", "FIRST");
        for (var viewer : List.of(CLERK_OF_THE_BUREAU, APPLYING_CLERK))
            for (var order : List.of(latest, first))
                goes(viewer, field("dossiers", Map.of("first", 50, "orderBy", List.of(order)), PAGE), "dossier_by_submission", "person_pkey", "organisation_pkey");
    }

    /** The index has all that the question, the compiler and the policy ask of a row. */
    @Test
    void counting_reads_one_index_and_no_row() throws SQLException {
        for (var viewer : List.of(CLERK_OF_THE_BUREAU, APPLYING_CLERK))
            for (var where : List.of(OF_A_YEAR, ONE_STAGE, Map.<String, Object>of("year", Map.of("eq", 2024)))) {
                counts(viewer, new Root.Rows(Nouns.DOSSIER), total(where));
                for (var by : List.of("STAGE", "SERIES", "LEVEL")) counts(viewer, new Root.Groups(Nouns.DOSSIER), groups(by, where));
            }
    }

    @Test
    void a_page_over_what_dossiers_carry() throws SQLException {
        var where = Map.<String, Object>of("achievements", Map.of("some", Map.of("kind", Map.of("eq", "PATENT"), "granted", Map.of("eq", true))), "hours", Map.of("some", Map.of("tenths", Map.of("gte", 900))));
        goes(Fixture.BUREAU, dossiers(where), "dossier_by_region", "dossier_hours_by_dossier");
        for (var counted : List.of(where, Map.<String, Object>of("series", Map.of("contains", "ENGI")))) goes(APPLYING_CLERK, total(counted), "dossier_asked_most", "dossier_by_applicant");
        goes(Fixture.CLERK, dossiers(where), "dossier_by_employer", "dossier_hours_by_dossier");
    }

    @Test
    void a_search() throws SQLException {
        var search = field("dossiers", Map.of("search", "高级 建设"), PAGE);
        goes(Fixture.LIN, search, "dossier_by_applicant");
        goes(Fixture.CLERK, search, "dossier_by_employer");
        goes(Fixture.BUREAU, search, "dossier_pkey");
        goes(Fixture.BUREAU, new Root.Rows(Nouns.PERSON), field("people", Map.of("search", "林晓"), new Selection(List.of(field("nodes", Map.of(), Selection.fields("name"))))), "person_pkey");
    }

    /** What is rare leads to the rows; of what is common each row is asked, in the order of the page, until that is full. */
    @Test
    void a_page_of_what_has_a_piece_of_text() throws SQLException {
        var title = Map.<String, Object>of("title", Map.of("contains", "高级"));
        var applicant = Map.<String, Object>of("applicant", Map.of("name", Map.of("startsWith", "林")));
        var both = all(entry("title", title.get("title")), entry("applicant", applicant.get("applicant")));
        assertEquals(Map.of("search_ids", 1L, "search_has", 1L), looks(goes(Fixture.BUREAU, dossiers(title), "dossier_pkey", "dossier_by_region")));
        assertEquals(Map.of("search_ids", 1L, "search_has", 1L), looks(goes(Fixture.BUREAU, dossiers(applicant), "person_pkey", "dossier_by_applicant", "dossier_pkey", "dossier_by_region")));
        goes(Fixture.BUREAU, dossiers(both), "dossier_pkey", "person_pkey", "dossier_by_applicant", "dossier_by_region");
    }

    /** Of several the rows are come by from any of them, as from one: from all that have it together. */
    @Test
    void a_page_of_what_has_any_of_several_pieces_of_text() throws SQLException {
        var rare = Map.<String, Object>of("or", List.of(Map.of("title", Map.of("contains", "边坡监测")), Map.of("title", Map.of("startsWith", "深基坑")), Map.of("title", Map.of("contains", "高级"))));
        assertEquals(Map.of("search_ids", 3L, "search_has", 3L), looks(goes(Fixture.BUREAU, dossiers(rare), "dossier_pkey", "dossier_by_region")));
        var two = Map.<String, Object>of("or", List.of(Map.of("title", Map.of("contains", "边坡监测")), Map.of("title", Map.of("startsWith", "深基坑"))));
        // of so few dossiers as there are here PostgreSQL looks at all of the region's for them
        for (var viewer : List.of(CLERK_OF_THE_BUREAU, APPLYING_CLERK)) assertEquals(Map.of("search_ids", 2L), looks(goes(viewer, total(two))));
        var through = Map.<String, Object>of("applicant", Map.of("or", List.of(Map.of("name", Map.of("startsWith", "林")), Map.of("name", Map.of("contains", "国庆")))));
        goes(Fixture.BUREAU, dossiers(through), "person_pkey", "dossier_by_applicant", "dossier_pkey", "dossier_by_region");
    }

    /** An index lists one's own, and there are few: whatever is looked for, each is asked. What a large employer's people hand in is many. */
    @Test
    void what_is_ones_own_is_asked_row_by_row_and_an_employers_where_it_is_common() throws SQLException {
        var where = all(entry("title", Map.of("contains", "高级")), entry("applicant", Map.of("name", Map.of("startsWith", "林"))));
        for (var wanted : List.of(dossiers(where), total(where))) {
            assertEquals(Map.of("search_has", 2L), looks(goes(Fixture.LIN, wanted, "dossier_by_applicant")));
            assertTrue(looks(goes(Fixture.CLERK, wanted)).containsKey("search_ids"), wanted::toString);
        }
        for (var counted : List.of(total(where), field("dossiers", Map.of("search", "高级"), Selection.fields("totalCount"))))
            assertTrue(looks(goes(Fixture.CLERK, counted, "dossier_by_employer")).keySet().containsAll(List.of("search_has", "search_ids")), "no row of the country is collected to count an employer's");
        var below = new Selection(List.of(field("dossiers", Map.of("where", where), new Selection(List.of(field("nodes"), field("totalCount"))))));
        assertEquals(Map.of("search_has", 4L), looks(goes(Fixture.BUREAU, new Root.ById(Nouns.PERSON), field("person", Map.of("id", Fixture.id(21)), below), "person_pkey", "dossier_by_applicant")));
    }

    @Test
    void what_achievements_and_certificates_are_called_leads_to_them() throws SQLException {
        var carried = Map.<String, Object>of("achievements", Map.of("some", Map.of("title", Map.of("contains", "边坡监测"))));
        goes(Fixture.BUREAU, dossiers(carried), "dossier_achievement_pkey", "dossier_pkey", "dossier_by_region", "dossier_achievement_by_dossier");
        for (var viewer : List.of(CLERK_OF_THE_BUREAU, APPLYING_CLERK)) goes(viewer, total(carried), "dossier_achievement_pkey", "dossier_pkey");
        var nodes = new Selection(List.of(field("nodes", Map.of(), Selection.fields("title"))));
        for (var named : List.of(Map.of("holder", Map.of("contains", "国庆")), Map.of("title", Map.of("startsWith", "高级"))))
            goes(Fixture.BUREAU, new Root.Rows(Nouns.CERTIFICATE), field("certificates", Map.of("where", named), nodes), "certificate_pkey", "certificate_by_region");
        goes(Fixture.BUREAU, new Root.Rows(Nouns.CERTIFICATE), field("certificates", Map.of("search", "国庆 工程"), nodes), "certificate_pkey", "certificate_by_region");
        assertEquals(Map.of("search_has", 1L), looks(goes(Fixture.LIN, new Root.Rows(Nouns.CERTIFICATE), field("certificates", Map.of("where", Map.of("holder", Map.of("contains", "国庆"))), nodes), "certificate_by_person")));
    }

    /** How often each way of looking for texts stands in a plan. */
    private static Map<String, Long> looks(String plan) {
        return LOOK.matcher(plan).results().map(MatchResult::group).collect(Collectors.groupingBy(look -> look, Collectors.counting()));
    }

    @Test
    void the_trail_of_ones_own_dossier() throws SQLException {
        goes(Fixture.LIN, new Root.ById(Nouns.DOSSIER), field("dossier", Map.of("id", Fixture.id(51)), new Selection(List.of(list("trail", "act")))), "dossier_pkey", "trail_by_subject");
    }

    /** By a function, whose plan nobody is shown: by what it has read, by its index (V057) one row among many. */
    @Test
    void a_certificate_is_come_by_from_what_is_printed_on_it() throws SQLException {
        var asked = reader.plan(new Root.Known(Nouns.CERTIFICATE, Map.of("number", "number", "name", "holder")), field("certificate", Map.of("number", "made－up－ 7", "name", "x"), Selection.fields("title")), Fixture.asks(Viewer.PUBLIC));
        try (var connection = database.reader().getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("prepare asked as " + asked.text());
            statement.execute("execute asked(" + asked.values().stream().map(value -> "'" + Given.settled(value, Fixture.asks(Viewer.PUBLIC)) + "'").collect(Collectors.joining(", ")) + ")");
            try (var read = statement.executeQuery("select pg_stat_get_xact_numscans('certificate_number_is_taken'::regclass), pg_stat_get_xact_numscans('certificate'::regclass)")) {
                assertTrue(read.next());
                assertEquals(List.of(1L, 0L), List.of(read.getLong(1), read.getLong(2)), "by the index, and all of them");
            }
        }
    }

    /** In this order, which the parameters of a statement have. */
    @SafeVarargs
    private static Map<String, Object> all(Map.Entry<String, ?>... conditions) {
        var all = new LinkedHashMap<String, Object>();
        for (var condition : conditions) all.put(condition.getKey(), condition.getValue());
        return all;
    }

    private static Selection.Field field(String name) {
        return field(name, Map.of(), Selection.NOTHING);
    }

    private static Selection.Field field(String name, Map<String, Object> arguments, Selection below) {
        return new Selection.Field(name, name, arguments, List.of(), below);
    }

    private static Selection.Field list(String name, String of) {
        return field(name, Map.of(), new Selection(List.of(field("nodes", Map.of(), Selection.fields(of)))));
    }

    private static Selection.Field dossiers(Map<String, Object> where) {
        return field("dossiers", Map.of("first", 50, "where", where), PAGE);
    }

    private static Selection.Field total(Map<String, Object> where) {
        return field("dossiers", Map.of("where", where), Selection.fields("totalCount"));
    }

    /** @param by a dimension, in capitals */
    private static Selection.Field groups(String by, Map<String, Object> where) {
        var key = field("by", Map.of(), Selection.fields(by.toLowerCase(Locale.ROOT)));
        return field("dossierGroups", Map.of("by", List.of(by), "where", where), new Selection(List.of(field("groups", Map.of(), new Selection(List.of(key, field("count")))))));
    }

    private String goes(Viewer viewer, Selection.Field dossiers, String... indices) throws SQLException {
        return goes(viewer, new Root.Rows(Nouns.DOSSIER), dossiers, indices);
    }

    /** @return the plan */
    private String goes(Viewer viewer, Root root, Selection.Field wanted, String... indices) throws SQLException {
        var plan = plan(reader.plan(root, wanted, Fixture.asks(viewer)));
        var taken = INDEX.matcher(plan).results().map(found -> found.group(1)).collect(Collectors.toSet());
        assertTrue(taken.containsAll(Set.of(indices)), () -> List.of(indices) + " of " + viewer + ":\n" + plan);
        var whole = WHOLE.matcher(plan).results().map(found -> found.group(1)).filter(table -> !SMALL.contains(table)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(), whole, () -> "of " + viewer + ":\n" + plan);
        return plan;
    }

    private void counts(Viewer viewer, Root root, Selection.Field wanted) throws SQLException {
        var plan = plan(reader.plan(root, wanted, Fixture.asks(viewer)));
        var read = READ.matcher(plan).results().map(MatchResult::group).filter(one -> one.contains("dossier")).toList();
        var own = List.of("Bitmap Heap Scan on dossier", "Bitmap Index Scan on dossier_by_applicant"); // hers, which may be of another region
        assertEquals(Stream.concat(Stream.of("Index Only Scan using dossier_asked_most on dossier"), viewer.applicant() == null ? Stream.of() : own.stream()).toList(), read, () -> plan);
    }

    /** Made for all values, it asks for none. */
    private String plan(Plan asked) throws SQLException {
        try (var connection = database.reader().getConnection(); var statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("prepare asked as " + asked.text());
            try (var lines = statement.executeQuery("explain (costs off) execute asked(" + String.join(", ", Collections.nCopies(asked.values().size(), "null")) + ")")) {
                var plan = new StringBuilder();
                while (lines.next()) plan.append(lines.getString(1)).append('\n');
                assertTrue(plan.toString().contains("NULLIF"), () -> "without a policy:\n" + plan);
                return plan.toString();
            }
        }
    }
}
