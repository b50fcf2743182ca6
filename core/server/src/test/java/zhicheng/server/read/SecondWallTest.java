package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;

/** What the database shows to {@code zhicheng_reader} of its own accord is what the compiler would have asked for, no row more and no row less. */
class SecondWallTest extends OnFixture {
    private static final List<UUID> UNITS = List.of(Fixture.id(11), Fixture.id(12), Fixture.id(13), Fixture.id(14), Fixture.id(15));
    private static final List<UUID> PEOPLE = List.of(Fixture.id(21), Fixture.id(22), Fixture.id(23), Fixture.id(24), Fixture.id(27), Fixture.id(28));

    /**
     * Role, unit, person; in which ways he acts for the unit, by whose ids he sees rows, whose region, for which unit above employers, for which that looks into complaints, of
     * which region he keeps the books. Committee 41 was founded by 12, its office is 15; 11 and 12 are bureaus.
     */
    private static final String ROLES = """
            EMPLOYER_CLERK      | 12 |     | EMPLOYERS          | {12} |       |    |     |
            EMPLOYER_APPROVER   | 12 |     | EMPLOYERS          | {12} |       |    |     |
            AGENCY              | 12 |     | EMPLOYERS          | {12} |       |    |     |
            HRSS_CITY           | 12 |     | BUREAUS            | {}   | south |    |     |
            COMMITTEE_ORGANISER | 12 |     | FOUNDERS INQUIRERS | {41} |       |    | 12 |
            COMMITTEE_ORGANISER | 15 |     | FOUNDERS INQUIRERS | {}   |       |    | 15 |
            COMMITTEE_OFFICE    | 12 |     | OFFICES INQUIRERS  | {}   |       |    | 12 |
            COMMITTEE_OFFICE    | 15 |     | OFFICES INQUIRERS  | {41} |       |    | 15 |
            SUPERIOR_DEPT       | 15 |     | ABOVE INQUIRERS    | {}   |       | 15 | 15 |
            RELAY               | 15 |     | ABOVE              | {}   |       | 15 |     |
            HRSS_COUNTY         | 15 |     | ABOVE INQUIRERS    | {}   |       | 15 | 15 |
            HRSS_PROVINCE       | 15 |     | ABOVE INQUIRERS    | {}   |       | 15 | 15 |
            SUPERVISOR          | 15 |     | INQUIRERS          | {}   |       |    | 15 |
            APPLICANT           | 12 | 21  |                    | {21} |       |    |     |
            AUDITOR             | 12 | 21  |                    | {}   |       |    |     |
            EMPLOYER_CLERK      | 12 | 21  | EMPLOYERS          | {12} |       |    |     |
            PUBLIC              | 12 |     |                    | {}   |       |    |     |
            EXPERT              | 12 |     |                    | {}   |       |    |     |
            CHAIR               | 12 |     |                    | {}   |       |    |     |
            GROUP_LEAD          | 12 |     |                    | {}   |       |    |     |
            FINANCE             | 12 |     | BOOKKEEPERS        | {}   |       |    |    | south
            FINANCE             | 13 |     | BOOKKEEPERS        | {}   |       |    |    |
            TEST_AUTHORITY      | 12 |     |                    | {}   |       |    |     |
            CE_PLATFORM         | 12 |     |                    | {}   |       |    |     |
            SYS_ADMIN           | 12 |     |                    | {}   |       |    |     |
            AUDITOR             | 12 |     |                    | {}   |       |    |     |""";

    @Test
    void both_walls_say_the_same_of_every_row_to_every_viewer() throws Exception {
        var viewers = viewers();
        var seenByAnybody = new TreeSet<String>();
        for (var viewer : viewers.entrySet()) {
            var shown = shown(pool, Fixture.asks(viewer.getValue()));
            assertEquals(askedFor(viewer.getValue(), Fixture.TIME.get()), shown, viewer.getKey());
            shown.forEach(row -> seenByAnybody.add(row.split(" ")[0]));
        }
        assertTrue(viewers.size() > 150, () -> viewers.size() + " viewers");
        assertEquals(Nouns.all().stream().map(Noun::name).collect(Collectors.toCollection(TreeSet::new)), seenByAnybody, "of every noun a row is seen by somebody");
    }

    /** Two at a time in the noun's own order, whichever ways lead to a row: one that stands in several places comes once, also where a page ends between them. */
    @Test
    void lists_have_each_row_that_both_walls_show_once() throws Exception {
        var several = 0;
        for (var viewer : viewers().entrySet()) {
            var shown = shown(pool, Fixture.asks(viewer.getValue()));
            for (var noun : List.of(Nouns.DOSSIER, Nouns.CERTIFICATE, Nouns.PERSON)) {
                var ids = shown.stream().filter(row -> row.startsWith(noun.name() + " ")).map(row -> row.split(" ")[1]).toList();
                assertEquals(ids, listed(noun, viewer.getValue()).stream().sorted().toList(), () -> noun.name() + "s of " + viewer.getKey());
                assertEquals(ids.size(), total(noun, viewer.getValue()), () -> noun.name() + "s of " + viewer.getKey() + ", counted");
                if (noun == Nouns.DOSSIER) assertEquals(ids.size(), grouped(viewer.getValue()), () -> "dossiers of " + viewer.getKey() + ", in groups");
                if (noun != Nouns.PERSON && ids.size() > 2 && Visible.places(noun, Given.Policy.of(viewer.getValue())).size() > 1) several++;
            }
        }
        assertTrue(several > 50, several + " lists that are put together from places");
    }

    private int total(Noun noun, Viewer viewer) {
        var all = new Selection.Field("all", "all", Map.of(), List.of(), Selection.fields("totalCount"));
        return ((Number) reader.read(new Root.Rows(noun), all, Fixture.asks(viewer)).orElseThrow().get("totalCount")).intValue();
    }

    private int grouped(Viewer viewer) {
        var all = new Selection.Field("all", "all", Map.of("by", List.of("REGION")), List.of(), new Selection(List.of(new Selection.Field("groups", "groups", Map.of(), List.of(), Selection.fields("count")))));
        return ((List<?>) reader.read(new Root.Groups(Nouns.DOSSIER), all, Fixture.asks(viewer)).orElseThrow().get("groups")).stream().mapToInt(one -> ((Number) ((Map<?, ?>) one).get("count")).intValue()).sum();
    }

    private List<String> listed(Noun noun, Viewer viewer) {
        var ids = new ArrayList<String>();
        for (String after = null, next = ""; next != null; after = next) {
            var arguments = new LinkedHashMap<String, Object>(Map.of("first", 2));
            if (after != null) arguments.put("after", after);
            var page = reader.read(new Root.Rows(noun), new Selection.Field("all", "all", arguments, List.of(), new Selection(List.of(
                    new Selection.Field("nodes", "nodes", Map.of(), List.of(), Selection.fields("id")),
                    new Selection.Field("pageInfo", "pageInfo", Map.of(), List.of(), Selection.fields("hasNextPage", "endCursor"))))), Fixture.asks(viewer)).orElseThrow();
            ((List<?>) page.get("nodes")).forEach(row -> ids.add(((Map<?, ?>) row).get("id").toString()));
            var info = (Map<?, ?>) page.get("pageInfo");
            next = (Boolean) info.get("hasNextPage") ? (String) info.get("endCursor") : null;
        }
        return ids;
    }

    /** By which what has come to a unit above employers is come by: no noun, and behind the wall all the same. */
    @Test
    void a_unit_is_shown_what_has_come_to_itself_and_no_other() throws Exception {
        var above = Set.of(Role.SUPERIOR_DEPT, Role.RELAY, Role.HRSS_COUNTY, Role.HRSS_PROVINCE);
        var all = ask(database.owner(), "select unit || ' ' || dossier from dossier_reached");
        assertTrue(all.size() > 3, all::toString);
        var shownToSomebody = new TreeSet<String>();
        for (var viewer : viewers().entrySet()) {
            var who = viewer.getValue();
            var bytes = pool.ask(new Question("select convert_to(coalesce(string_agg(unit || ' ' || dossier, ','), ''), 'UTF8') from dossier_reached", List.of(), Fixture.TIME.get()), who).toCompletableFuture().get();
            var shown = new TreeSet<>(List.of(new String(bytes, StandardCharsets.UTF_8).split(",")));
            shown.remove("");
            var his = who.organisation() != null && who.isAny(above) ? all.stream().filter(row -> row.startsWith(who.organisation() + " ")).collect(Collectors.toCollection(TreeSet::new)) : new TreeSet<String>();
            assertEquals(his, shown, viewer.getKey());
            shownToSomebody.addAll(shown);
        }
        assertTrue(!shownToSomebody.isEmpty(), "to somebody");
    }

    /** J24-3.3, X24-5.2a: 222 is published until June 13th, and nobody has ended it. */
    @Test
    void a_period_is_over_for_both_walls_at_the_same_instant() throws Exception {
        var published = "UnitPublication " + Fixture.id(222);
        var over = OffsetDateTime.parse("2024-06-13T00:00:00+08:00").toInstant();
        for (var at : List.of(over.minusNanos(1000), over))
            for (var viewer : Fixture.VIEWERS.entrySet()) {
                var shown = shown(pool, new Given.Request(viewer.getValue(), at));
                assertEquals(askedFor(viewer.getValue(), at), shown, viewer.getKey());
                assertEquals(at.isBefore(over) || Set.of("lin", "clerk", "bureau").contains(viewer.getKey()), shown.contains(published), viewer.getKey() + " at " + at);
            }
    }

    /** X24-3.1.2: the unit that signs it too sees it until it is ended, also when its period is over; from then on only who sees the dossier does. */
    @Test
    void a_joint_publication_is_the_other_units_until_it_is_ended() throws Exception {
        var published = "UnitPublication " + Fixture.id(222);
        var over = OffsetDateTime.parse("2024-06-20T00:00:00+08:00").toInstant();
        var asked = new Given.Request(Fixture.NORTH_APPROVER, over);
        try (var connection = database.owner().getConnection(); var statement = connection.createStatement()) {
            try {
                for (var ended : List.of("null", "'2024-06-19T09:00+08'")) {
                    statement.execute("update publication set joint_with = '%s', ended_at = %s where id = '%s'".formatted(Fixture.id(14), ended, Fixture.id(222)));
                    assertEquals(ended.equals("null"), askedFor(asked.viewer(), over).contains(published), "asked for, ended: " + ended);
                    assertEquals(ended.equals("null"), shown(pool, asked).contains(published), "shown, ended: " + ended);
                }
            } finally {
                statement.execute("update publication set joint_with = null, ended_at = null where id = '" + Fixture.id(222) + "'");
            }
        }
    }

    /** Lin's draft (51) and what He set aside (56, 57) name the department as what has reached it does (53): it sees none of them, nor by them whose they are or on which ground. */
    @Test
    void what_has_reached_a_unit_is_seen_there_while_it_is_handed_in_and_not_set_aside() throws Exception {
        var department = Fixture.asks(new Viewer(Fixture.id(39), Set.of(Role.SUPERIOR_DEPT), null, Fixture.id(15)));
        var reached = Set.of("Dossier " + Fixture.id(53), "Person " + Fixture.id(22), "Binding " + Fixture.id(99));
        try (var connection = database.owner().getConnection(); var statement = connection.createStatement()) {
            for (var isSetAside : List.of(false, true))
                try {
                    if (isSetAside) statement.execute("update dossier set deleted_at = '2024-06-21T09:00+08' where id = '" + Fixture.id(53) + "'");
                    for (var seen : List.of(askedFor(department.viewer(), department.at()), shown(pool, department))) {
                        seen.removeIf(row -> !Set.of("Dossier", "Person", "Binding").contains(row.split(" ")[0]));
                        assertEquals(isSetAside ? Set.of() : reached, seen);
                    }
                } finally {
                    statement.execute("update dossier set deleted_at = null where id = '" + Fixture.id(53) + "'");
                }
        }
    }

    /** Lin's account is a person's, who is told as that person too; the clerk's has none. */
    @Test
    void what_an_account_is_told_it_sees_alone_whether_it_has_a_person_or_none() throws Exception {
        var message = Fixture.id(899);
        try (var connection = database.owner().getConnection(); var statement = connection.createStatement()) {
            for (var account : List.of(Fixture.CLERK, Fixture.LIN))
                try {
                    statement.execute("insert into message (id, account, kind, about, dossier, zh, en, at, made_up) values ('%s', '%s', 'STEP_DUE', '%s', '%s', '办理', 'to do', '2024-06-09T09:00+08', true)"
                            .formatted(message, account.account(), Fixture.id(898), Fixture.id(53)));
                    for (var viewer : Fixture.VIEWERS.values()) {
                        var sees = account.account().equals(viewer.account());
                        assertEquals(sees, askedFor(viewer, Fixture.TIME.get()).contains("Message " + message), () -> "asked for by " + viewer);
                        assertEquals(sees, shown(pool, Fixture.asks(viewer)).contains("Message " + message), () -> "shown to " + viewer);
                    }
                } finally {
                    statement.execute("delete from message where id = '" + message + "'");
                }
        }
    }

    /** 131 is about He, who is 22: whatever he is besides, what was done about it is kept from him. */
    @Test
    void what_was_done_about_a_complaint_is_every_auditors_but_his_whom_it_is_about() throws Exception {
        String entry;
        try (var connection = database.writer().getConnection(); var statement = connection.createStatement(); var row = statement.executeQuery("""
                insert into trail (subject, seq, at, head, entry) select '%s', 1, '2024-06-23T09:00+08', sha256(entry), entry
                from convert_to('{"act":"RECORD_COMPLAINT","actor":"%s","capacity":["HRSS_CITY"],"organisation":"%s"}', 'UTF8') entry
                returning 'TrailEntry ' || id""".formatted(Fixture.id(131), Fixture.id(33), Fixture.id(12)))) {
            row.next();
            entry = row.getString(1);
        }
        try (var connection = database.owner().getConnection(); var statement = connection.createStatement()) {
            try {
                for (var person : PEOPLE) {
                    var auditor = Fixture.asks(new Viewer(Fixture.id(37), EnumSet.allOf(Role.class), person, Fixture.id(12)));
                    assertEquals(!person.equals(Fixture.id(22)), askedFor(auditor.viewer(), auditor.at()).contains(entry), "asked for by " + person);
                    assertEquals(!person.equals(Fixture.id(22)), shown(pool, auditor).contains(entry), "shown to " + person);
                }
                assertTrue(shown(pool, Fixture.asks(Fixture.AUDITOR)).contains(entry) && !shown(pool, Fixture.asks(Fixture.BUREAU)).contains(entry));
            } finally {
                statement.execute("alter table trail disable trigger user; delete from trail where subject = '" + Fixture.id(131) + "'; alter table trail enable trigger user");
            }
        }
    }

    /** Both walls take from {@link Visible#UNITS} by whose ids somebody sees rows: so it is held against what is written here. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROLES)
    void each_role_gives_what_is_written_here_and_nothing_else(Role role, int unit, Integer person, String ways, String ids, String region, Integer above, Integer inquiry, String books) throws Exception {
        var known = Map.of(Role.EMPLOYERS, "EMPLOYERS", Visible.BUREAUS, "BUREAUS", Visible.OFFICES, "OFFICES", Visible.FOUNDERS, "FOUNDERS", Visible.ABOVE, "ABOVE", Visible.INQUIRERS, "INQUIRERS", Visible.BOOKKEEPERS, "BOOKKEEPERS");
        assertEquals(Set.copyOf(Visible.UNITS), known.keySet(), "a way that this table does not know");
        assertEquals(ways == null ? Set.of() : Set.of(ways.split(" ")), known.entrySet().stream().filter(way -> way.getKey().contains(role)).map(Map.Entry::getValue).collect(Collectors.toSet()), "asked for");
        var viewer = new Viewer(Fixture.id(31), Set.of(role), person == null ? null : Fixture.id(person), Fixture.id(unit));
        var set = new String(pool.ask(new Question("""
                select convert_to(concat_ws('|', current_setting('zhicheng.ids'), current_setting('zhicheng.region'), coalesce(current_setting('zhicheng.above', true), ''),
                    coalesce(current_setting('zhicheng.inquiry', true), ''), coalesce(current_setting('zhicheng.finance', true), '')), 'UTF8')""", List.of()), viewer).toCompletableFuture().get(), StandardCharsets.UTF_8);
        assertEquals(String.join("|", ids.replaceAll("[0-9]+", "00000000-0000-4000-8000-0000000000$0"), region == null ? "" : region, id(above), id(inquiry), books == null ? "" : books), set, "set for the second wall");
    }

    @Test
    void no_role_is_left_out() {
        assertEquals(EnumSet.allOf(Role.class), ROLES.lines().map(line -> Role.valueOf(line.substring(0, line.indexOf('|')).strip())).collect(Collectors.toSet()));
    }

    private static String id(Integer number) {
        return number == null ? "" : Fixture.id(number).toString();
    }

    @Test
    void who_is_nobody_sees_what_is_public_and_nothing_else() throws SQLException {
        var open = Nouns.all().stream().filter(noun -> noun.visibility().of(Given.Policy.of(Viewer.PUBLIC), "t").equals(Sql.ALL)).toList();
        assertEquals(Set.of("Organisation", "Committee", "CommitteeFiling", "CommitteeNotice"), open.stream().map(Noun::name).collect(Collectors.toSet()));
        var all = new TreeSet<String>();
        for (var noun : open) all.addAll(ask(database.owner(), "select '" + noun.name() + " ' || id from " + noun.table()));
        assertTrue(all.size() > 10, all::toString);
        assertEquals(all, ask(database.reader(), everything()), "no settings at all");
        assertEquals(all, ask(database.reader(), "select set_config('zhicheng.' || name, '', false) from unnest(array['account', 'person', 'roles', 'region', 'ids', 'at', 'finance']) name", everything()), "empty ones");
        all.add("UnitPublication " + Fixture.id(222));
        assertEquals(all, ask(database.reader(), "select set_config('zhicheng.at', '" + Fixture.TIME.get() + "', false)", everything()), "a period runs by a time");
    }

    @Test
    void no_table_is_without_it() throws SQLException {
        var tables = ask(database.owner(), "select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname not like 'flyway%'");
        assertTrue(tables.size() > 30, tables::toString);
        assertEquals(new TreeSet<>(), ask(database.owner(), """
                select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname not like 'flyway%'
                    and (not relrowsecurity or relforcerowsecurity)"""));
        var named = Nouns.all().stream().map(Noun::table).collect(Collectors.toCollection(TreeSet::new));
        named.add("dossier_reached"); // by which what has come to one's own unit is come by
        assertEquals(named, ask(database.owner(), "select tablename from pg_policies where roles = '{zhicheng_reader}' and cmd = 'SELECT'"), "each noun says to whom, and what is no noun to nobody");
    }

    @Test
    void commands_are_not_hindered() throws SQLException {
        var tables = ask(database.owner(), """
                select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and has_table_privilege('zhicheng_writer', oid, 'select')""");
        assertTrue(tables.size() > 20, tables::toString);
        for (var table : tables) {
            var count = "select count(*) from " + table;
            assertEquals(ask(database.owner(), count), ask(database.writer(), count), table);
        }
        assertEquals(tables, ask(database.owner(), "select tablename from pg_policies where roles = '{zhicheng_writer}' and cmd = 'ALL' and qual = 'true' and with_check = 'true'"));
    }

    /** Of a row that is not seen nothing is computed that could tell by failing, whatever the policy compares by. */
    @Test
    void what_may_fail_is_asked_of_rows_that_are_seen_and_of_no_others() throws SQLException {
        for (var table : List.of("dossier", "person", "meeting", "certificate", "dossier_hours", "trail")) {
            var fails = "select id from " + table + " where 1 / (length(id::text) - 36) > 0";
            assertEquals("22012", assertThrows(SQLException.class, () -> ask(database.owner(), fails)).getSQLState(), table + " has rows, of which it fails");
            assertEquals(new TreeSet<>(), ask(database.reader(), fails), table);
        }
    }

    /** The functions that run as their owner, whom no policy stops. */
    @Test
    void past_it_lead_searches_which_give_ids_totals_and_a_truth_which_give_no_row_and_the_certificate_that_is_known() throws SQLException {
        assertEquals(new TreeSet<>(Set.of("complaint_is_about", "dossier_statistics", "dossiers_of", "known_certificate", "person_by_identity_number", "search_common", "search_has", "search_ids", "search_often", "search_ranked")), ask(database.owner(), """
                select proname from pg_proc where prosecdef and prorettype <> 'trigger'::regtype and pronamespace = 'public'::regnamespace and has_function_privilege('zhicheng_reader', oid, 'execute')"""));
        assertEquals(ask(database.owner(), """
                select attname from pg_attribute where attrelid = 'certificate'::regclass and attnum > 0 and has_column_privilege('zhicheng_reader', attrelid, attnum, 'select')"""),
                ask(database.owner(), "select unnest(proargnames) from pg_proc where proname = 'known_certificate' except select unnest(array['by_holder', 'by_number'])"));
        assertEquals(Set.of("1"), ask(database.reader(), "select count(*) from known_certificate('林晓', 'MADE-UP-2019-1')"));
        assertEquals(Set.of("0"), ask(database.reader(), "select count(*) from known_certificate('孙北', 'MADE-UP-2019-1')"));
    }

    /** Those of the fixture; each role for each unit; and whoever is everything, for each unit, as each person. */
    private static Map<String, Viewer> viewers() {
        var viewers = new LinkedHashMap<String, Viewer>(Fixture.VIEWERS);
        for (var role : Role.values()) {
            for (var unit : UNITS) viewers.put(role + " of " + unit, new Viewer(Fixture.id(31), Set.of(role), null, unit));
            viewers.put(role + " as He", new Viewer(Fixture.id(31), Set.of(role), Fixture.id(22), Fixture.id(12)));
        }
        for (var unit : UNITS) {
            viewers.put("all roles of " + unit, new Viewer(Fixture.id(32), EnumSet.allOf(Role.class), null, unit));
            for (var person : PEOPLE) viewers.put("all roles of " + unit + " as " + person, new Viewer(Fixture.id(33), EnumSet.allOf(Role.class), person, unit));
        }
        var otherwise = EnumSet.complementOf(EnumSet.of(Role.HRSS_CITY)); // who sees no whole region comes by dossiers in another way
        var acting = List.of(Role.EMPLOYER_CLERK, Role.HRSS_CITY, Role.COMMITTEE_OFFICE, Role.COMMITTEE_ORGANISER, Role.SUPERIOR_DEPT);
        for (var unit : UNITS)
            for (var person : Arrays.asList(null, Fixture.id(21), Fixture.id(22), Fixture.id(23))) {
                viewers.put("all roles but the city's of " + unit + " as " + person, new Viewer(Fixture.id(36), otherwise, person, unit));
                for (var one : acting)
                    for (var other : acting)
                        if (one.compareTo(other) <= 0) viewers.put(one + " and " + other + " of " + unit + " as " + person, new Viewer(Fixture.id(37), EnumSet.of(one, other), person, unit));
            }
        for (var person : PEOPLE) {
            viewers.put(person.toString(), new Viewer(Fixture.id(34), Set.of(Role.APPLICANT), person, null));
            viewers.put("all roles of no unit as " + person, new Viewer(Fixture.id(35), EnumSet.allOf(Role.class), person, null));
        }
        return viewers;
    }

    private static String everything() {
        return Nouns.all().stream().map(noun -> "select '" + noun.name() + " ' || id as row from " + noun.table()).collect(Collectors.joining("\nunion all\n"));
    }

    /** Without a word of the compiler's, over the connections that it uses. */
    private static TreeSet<String> shown(ReadPool pool, Given.Request asked) throws Exception {
        var bytes = pool.ask(new Question("select convert_to(string_agg(row, ','), 'UTF8') from (" + everything() + ") rows", List.of(), asked.at()), asked.viewer()).toCompletableFuture().get();
        return new TreeSet<>(List.of(new String(bytes, StandardCharsets.UTF_8).split(",")));
    }

    /** By the compiler's word alone, as the owner. */
    private TreeSet<String> askedFor(Viewer viewer, Instant at) throws SQLException {
        var request = new Given.Request(viewer, at);
        var asked = new ArrayList<Sql>();
        for (var noun : Nouns.all()) asked.add(Sql.of("select '" + noun.name() + " ' || t.id from " + noun.table() + " t where {}", noun.visibility().of(Given.Policy.of(viewer), "t")));
        var all = Sql.join("\nunion all\n", asked);
        try (var connection = database.owner().getConnection(); var time = connection.createStatement(); var statement = connection.prepareStatement(all.text())) {
            time.execute("select set_config('zhicheng.at', '" + at + "', false)");
            for (var place = 0; place < all.values().size(); place++) statement.setObject(place + 1, Given.settled(all.values().get(place), request));
            var found = new TreeSet<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** The last one's answer. */
    private static TreeSet<String> ask(DataSource source, String... statements) throws SQLException {
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            for (var place = 0; place < statements.length - 1; place++) statement.execute(statements[place]);
            var answers = new TreeSet<String>();
            try (var rows = statement.executeQuery(statements[statements.length - 1])) {
                while (rows.next()) answers.add(rows.getString(1));
            }
            return answers;
        }
    }
}
