package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import zhicheng.server.TestDatabase;
import zhicheng.server.Unseen;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.spi.National;
import zhicheng.spi.Series;

/** The order of a search hangs on its words and on the rows that are shown: not on those that the viewer does not see, nor on what autovacuum counts meanwhile; and below a row it finds what is below that row. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchOrderTest {
    /** Seen by the bureau of the south and by its employer, each a day newer than the one before. */
    private static final String SEEN = """
            insert into dossier (id, region, year, series, specialty, level, title, applicant, employer, stage, stage_since, created_at, updated_at, submitted_at, receipt_at,
                snapshot_hash, edition, facts_hash, draft)
            select ('00000000-0000-4000-8000-0000000005' || place)::uuid, 'south', 2024, 'ENGINEERING', specialty, 'INTERMEDIATE', title, '00000000-0000-4000-8000-000000000024', '00000000-0000-4000-8000-000000000013',
                'SUBMITTED', day, day, day, day, day, sha256('x'), 1, repeat('a', 64), '{}'
            from (values ('91', '工程师', '钟楼修缮'), ('92', '高级工程师', '古钟楼修缮'), ('93', '工程师', '老旧钟楼'), ('94', '助理工程师', '钟楼'), ('95', '正高级工程师', '木作钟楼')) one (place, title, specialty)
                cross join lateral (select timestamptz '2024-07-01T09:00+08' + (place::integer - 90) * interval '1 day' as day) d""";
    /** Of the same title a certificate of Lin's draft and one of what He has with the committee; and a second achievement of Lin's, of which she picked what is called as the first one. */
    private static final String ALIKE = """
            insert into achievement (id, person, kind, title, achieved_on, made_up, created_at) values
            ('00000000-0000-4000-8000-000000000598', '00000000-0000-4000-8000-000000000021', 'PROJECT', '滨江大桥加固工程二期', '2023-10-01', true, '2024-01-05T00:00+08');
            insert into dossier_achievement (id, dossier, achievement, version, picked_at, kind, title, achieved_on, made_up) values
            ('00000000-0000-4000-8000-000000000599', '00000000-0000-4000-8000-000000000051', '00000000-0000-4000-8000-000000000598', 1, '2024-05-30T09:00+08', 'PROJECT', '滨江大桥加固工程', '2023-10-01', true);
            insert into certificate (id, number, holder, person, dossier, committee, region, series, level, title, obtained_on, issued_at, made_up) values
            ('00000000-0000-4000-8000-000000000596', 'MADE-UP-596', '林晓', '00000000-0000-4000-8000-000000000021', '00000000-0000-4000-8000-000000000051', null, 'south', 'ENGINEERING', 'INTERMEDIATE', '工程师', '2024-07-01', '2024-07-01T09:00+08', true),
            ('00000000-0000-4000-8000-000000000597', 'MADE-UP-597', '何川', '00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000053', null, 'south', 'ENGINEERING', 'INTERMEDIATE', '工程师', '2024-07-01', '2024-07-02T09:00+08', true)""";
    /** Drafts of the north, which the bureau of the south does not see: more than are worth collecting. */
    private static final String HIDDEN = """
            insert into dossier (id, region, year, series, specialty, level, title, applicant, stage, stage_since, created_at, updated_at)
            select gen_random_uuid(), 'north', 2024, 'ENGINEERING', '钟楼修缮', 'INTERMEDIATE', '工程师', '00000000-0000-4000-8000-000000000023', 'DRAFT', day, day, day
            from generate_series(1, 12000) i cross join lateral (select timestamptz '2024-07-02T09:00+08' + i * interval '1 minute' as day) d""";
    /** All at once, as the table of searched texts was first filled: the triggers take most of the test's time, one row after the other. They tell nothing that would be carried. */
    private static final String HIDDEN_AT_ONCE = """
            alter table dossier disable trigger search_follows, disable trigger dossier_carries_what_it_tells;
            %s;
            insert into search_text select noun, id, text from search_source where noun = 'Dossier' and id not in (select id from search_text where noun = 'Dossier');
            alter table dossier enable trigger search_follows, enable always trigger dossier_carries_what_it_tells""".formatted(HIDDEN);

    private TestDatabase without;
    private TestDatabase with;
    private ReadPool fromWithout;
    private ReadPool fromWith;

    @BeforeAll
    void start() throws SQLException {
        without = Fixture.database();
        with = Fixture.database();
        for (var database : List.of(without, with))
            try (var connection = database.writer().getConnection(); var statement = connection.createStatement()) {
                execute(database, "alter table search_dossier set (autovacuum_enabled = false)"); // the test says when is counted
                statement.execute(SEEN);
                statement.execute(ALIKE);
                if (database == with) execute(database, HIDDEN_AT_ONCE);
            }
        fromWithout = Fixture.pool(without);
        fromWith = Fixture.pool(with);
    }

    @AfterAll
    void stop() {
        fromWithout.close();
        fromWith.close();
        without.close();
        with.close();
    }

    @Test
    void the_same_words_give_the_same_order_to_the_last_page() throws SQLException {
        var orders = new LinkedHashMap<String, String>();
        orders.put("工程师", "595 594 593 592 591 053 052 059"); // a title: newest first
        orders.put("高级工程", "595 592");
        orders.put("工程师 修", "592 591");
        orders.put("钟楼", "594 591 592 595 593"); // anything else: best first
        orders.put("工程师 钟楼", "591 594 593 592 595");
        orders.put("修缮 钟楼", "591 592");
        var firsts = new HashMap<String, Map<String, Object>>();
        for (var words : orders.keySet()) {
            assertFalse(often(with, words), "nothing was counted yet");
            firsts.put(words, page(fromWith, words, null, 1));
        }
        var collected = found(fromWithout);
        assertEquals(collected, found(fromWith));
        for (var database : List.of(without, with)) execute(database, "analyze search_text, search_dossier");
        assertEquals(collected, found(fromWithout));
        assertEquals(collected, found(fromWith), "asked row by row");
        assertEquals(Set.of("工程师", "工程师 修", "钟楼", "工程师 钟楼", "修缮 钟楼"), orders.keySet().stream().filter(words -> often(with, words)).collect(Collectors.toSet()));
        for (var words : orders.keySet()) {
            assertFalse(often(without, words), "where nothing is hidden there are few");
            var order = List.of(orders.get(words).split(" "));
            assertEquals(order, ids(page(fromWithout, words, null, 100)), words);
            assertEquals(order, ids(page(fromWith, words, null, 100)), words);
            var paged = new ArrayList<String>();
            for (var page = firsts.get(words);; page = page(fromWith, words, (String) info(page).get("endCursor"), 2)) {
                paged.addAll(ids(page));
                if (!(boolean) info(page).get("hasNextPage")) break;
            }
            assertEquals(order, paged, words);
            for (var pool : List.of(fromWithout, fromWith)) {
                var employers = page(pool, Map.of("search", words, "first", 100), Fixture.CLERK);
                assertEquals(order, ids(employers), words);
                assertEquals(ids(employers).size(), employers.get("totalCount"), () -> "all of an employer's, common or rare: " + words);
            }
        }
    }

    /** Of all that there are: what the database leaves out of texts does not count here. */
    @Test
    void nobody_sees_the_same_characters_here_and_in_the_database() throws SQLException {
        try (var connection = without.reader().getConnection(); var statement = connection.createStatement();
                var row = statement.executeQuery("select array_agg(n order by n) filter (where unseen_left_out(chr(n)) = ''), array_agg(n order by n) from generate_series(1, 1114111) n where n not between 55296 and 57343 and unseen_trimmed(chr(n)) = ''")) {
            assertTrue(row.next());
            assertEquals(all(one -> Unseen.leftOut(one).isEmpty()), List.of((Integer[]) row.getArray(1).getArray()));
            assertEquals(all(one -> Unseen.trimmed(one).isEmpty()), List.of((Integer[]) row.getArray(2).getArray()));
            assertEquals("x\u3000x", Unseen.trimmed("\u00A0\u200B \nx\u3000\u2060x\u0085\uFEFF\n"), "blanks at the ends alone");
        }
    }

    /** As large as a request may be: looked at once, and not once more from each blank. */
    @Test
    void blanks_within_a_text_are_passed_over_once() {
        var text = "x" + " ".repeat(1 << 20) + "x";
        assertEquals(text, assertTimeoutPreemptively(Duration.ofMinutes(1), () -> Unseen.trimmed(text)));
    }

    private static List<Integer> all(Predicate<String> which) {
        return IntStream.rangeClosed(1, Character.MAX_CODE_POINT).filter(one -> which.test(Character.toString(one))).boxed().toList();
    }

    /** Below a row a search is of that row's list alone: what has the same words below another one is not in it. */
    @Test
    void a_search_below_a_row_finds_what_is_below_that_row() {
        var searched = new TreeSet<String>();
        for (var owner : Nouns.all())
            for (var relation : owner.relations().values()) {
                if (!(relation instanceof Noun.ToMany many) || Nouns.named(many.target()).searched().isEmpty()) continue;
                var name = owner.name() + "." + many.name();
                var fields = Nouns.named(many.target()).searched();
                var all = below(owner, many, Map.of());
                var texts = all.values().stream().flatMap(rows -> rows.values().stream()).flatMap(row -> fields.stream().map(row::get)).filter(Objects::nonNull).map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
                var elsewhere = 0;
                for (var text : texts) {
                    var expected = new TreeMap<String, Set<String>>();
                    all.forEach((id, rows) -> expected.put(id, rows.values().stream().filter(row -> fields.stream().anyMatch(field -> row.get(field) != null && row.get(field).toString().contains(text)))
                            .map(row -> row.get("id").toString()).collect(Collectors.toSet())));
                    var found = new TreeMap<String, Set<String>>();
                    below(owner, many, Map.of("search", text)).forEach((id, rows) -> found.put(id, rows.keySet()));
                    assertEquals(expected, found, () -> name + " for " + text);
                    var everywhere = expected.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
                    if (expected.values().stream().anyMatch(rows -> rows.size() < everywhere.size())) elsewhere++;
                }
                assertTrue(elsewhere > 0, () -> name + ": nobody else has a row with the same text");
                searched.add(name);
            }
        assertEquals(Set.of("Person.dossiers", "Person.certificates", "Person.achievements", "Dossier.certificates", "Dossier.achievements", "Achievement.picks"), searched);
    }

    /** Whatever is below each row of a noun: by the row's id, and then by its own. Asked by the bureau of the south's, who is Lin besides. */
    private Map<String, Map<String, Map<?, ?>>> below(Noun owner, Noun.ToMany many, Map<String, Object> arguments) {
        var viewer = new Viewer(Fixture.LIN.account(), Set.of(Role.APPLICANT, Role.HRSS_CITY), Fixture.LIN.person(), Fixture.BUREAU.organisation());
        var fields = Stream.concat(Stream.of("id"), Nouns.named(many.target()).searched().stream()).toArray(String[]::new);
        var list = new Selection.Field(many.name(), many.name(), arguments, List.of(), new Selection(List.of(
                new Selection.Field("nodes", "nodes", Map.of(), List.of(), Selection.fields(fields)), new Selection.Field("totalCount", "totalCount", Map.of(), List.of(), Selection.NOTHING))));
        var wanted = new Selection(Stream.concat(Selection.fields("id").fields().stream(), Stream.of(list)).toList());
        var page = Fixture.reader(fromWithout).read(new Root.Rows(owner), new Selection.Field("rows", "rows", Map.of("first", 100), List.of(),
                new Selection(List.of(new Selection.Field("nodes", "nodes", Map.of(), List.of(), wanted)))), Fixture.asks(viewer)).orElseThrow();
        var below = new TreeMap<String, Map<String, Map<?, ?>>>();
        for (var row : (List<?>) page.get("nodes")) {
            var listed = (Map<?, ?>) ((Map<?, ?>) row).get(many.name());
            var rows = new LinkedHashMap<String, Map<?, ?>>();
            for (var one : (List<?>) listed.get("nodes")) rows.put(((Map<?, ?>) one).get("id").toString(), (Map<?, ?>) one);
            assertEquals(listed.get("totalCount"), rows.size());
            below.put(((Map<?, ?>) row).get("id").toString(), rows);
        }
        return below;
    }

    @Test
    void every_title_of_the_national_catalogue_is_plain_and_a_name_is_not() {
        var titles = National.series().stream().flatMap(series -> series.titles().stream()).map(Series.Title::name).distinct().toList();
        assertTrue(titles.size() > 100);
        for (var title : titles)
            for (var noun : List.of("Dossier", "Certificate")) assertTrue(ask(without, "select search_plain('" + noun + "', search_words(?))", title), title);
        for (var other : List.of("林晓", "青川", "工程师 林晓", "医师 建设集团"))
            assertFalse(ask(without, "select search_plain('Dossier', search_words(?))", other), other);
    }

    private static final Map<String, Object> ENGINEERS = Map.of("title", Map.of("contains", "工程师"));
    private static final Map<String, Object> TOWERS = Map.of("specialty", Map.of("startsWith", "钟楼"));
    private static final Map<String, Object> ZHOU = Map.of("applicant", Map.of("name", Map.of("contains", "周由")));

    private static final Map<String, Object> EITHER = Map.of("or", List.of(TOWERS, Map.of("title", Map.of("startsWith", "高级")), Map.of("specialty", Map.of("contains", "钟楼修"))));

    /** What has a piece of text here and there, page by page: the same rows in the same order, however they are come by. */
    private static Map<String, List<String>> found(ReadPool pool) {
        var found = new LinkedHashMap<String, List<String>>();
        for (var where : List.<Map<String, Object>>of(ENGINEERS, TOWERS, ZHOU, Map.of("and", List.of(ENGINEERS, TOWERS)), Map.of("and", List.of(ENGINEERS, TOWERS, ZHOU)), Map.of("and", List.of(ZHOU, Map.of("or", List.of(TOWERS, ENGINEERS)))),
                EITHER, Map.of("or", List.of(TOWERS, ENGINEERS)), Map.of("or", List.of(TOWERS, ZHOU)), Map.of("and", List.of(ENGINEERS, Map.of("not", TOWERS))), Map.of("applicant", Map.of("dossiers", Map.of("some", TOWERS))), Map.of("applicant", Map.of("dossiers", Map.of("none", TOWERS))),
                Map.of("applicant", Map.of("dossiers", Map.of("count", Map.of("gt", 2), "where", ENGINEERS))))) {
            var paged = new ArrayList<String>();
            for (var page = page(pool, Map.of("where", where, "first", 2));; page = page(pool, Map.of("where", where, "first", 2, "after", info(page).get("endCursor")))) {
                paged.addAll(ids(page));
                if (!(boolean) info(page).get("hasNextPage")) break;
            }
            assertEquals(paged.size(), page(pool, Map.of("where", where)).get("totalCount"), where::toString);
            assertEquals(ids(page(pool, Map.of("where", where, "first", 100), Fixture.CLERK)).size(), page(pool, Map.of("where", where), Fixture.CLERK).get("totalCount"), () -> "an employer's, by " + where);
            assertTrue(paged.size() > 1, where::toString);
            found.put(where.toString(), paged);
        }
        assertEquals(List.of("595 594 593 592 591 053 052 059".split(" ")), found.get(ENGINEERS.toString()));
        assertEquals(List.of("594", "591"), found.get(TOWERS.toString()));
        assertEquals(List.of("594", "592", "591"), found.get(EITHER.toString()), "each once, also who has several of them");
        return found;
    }

    private static boolean often(TestDatabase database, String words) {
        return ask(database, "select search_often('Dossier', search_words(?))", words);
    }

    private static Map<String, Object> page(ReadPool pool, String words, String after, int first) {
        var arguments = new HashMap<String, Object>(Map.of("search", words, "first", first));
        if (after != null) arguments.put("after", after);
        return page(pool, arguments);
    }

    private static Map<String, Object> page(ReadPool pool, Map<String, Object> arguments) {
        return page(pool, arguments, Fixture.BUREAU);
    }

    private static Map<String, Object> page(ReadPool pool, Map<String, Object> arguments, Viewer viewer) {
        return Fixture.reader(pool).read(new Root.Rows(Nouns.DOSSIER), new Selection.Field("dossiers", "dossiers", arguments, List.of(), new Selection(List.of(
                new Selection.Field("nodes", "nodes", Map.of(), List.of(), Selection.fields("id")),
                new Selection.Field("pageInfo", "pageInfo", Map.of(), List.of(), Selection.fields("hasNextPage", "endCursor")),
                new Selection.Field("totalCount", "totalCount", Map.of(), List.of(), Selection.NOTHING)))), Fixture.asks(viewer)).orElseThrow();
    }

    private static Map<?, ?> info(Map<String, Object> page) {
        return (Map<?, ?>) page.get("pageInfo");
    }

    /** Their last three digits. */
    private static List<String> ids(Map<String, Object> page) {
        return ((List<?>) page.get("nodes")).stream().map(row -> ((Map<?, ?>) row).get("id").toString().substring(33)).toList();
    }

    private static void execute(TestDatabase database, String statement) throws SQLException {
        try (var connection = database.owner().getConnection(); var one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private static boolean ask(TestDatabase database, String sql, String value) {
        try (var connection = database.owner().getConnection(); var prepared = connection.prepareStatement(sql)) {
            prepared.setString(1, value);
            var row = prepared.executeQuery();
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
