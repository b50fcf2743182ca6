package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import zhicheng.server.TestDatabase;
import zhicheng.server.account.Viewer;
import zhicheng.server.read.Fixture;
import zhicheng.server.read.ReadPool;

/** What a cursor is bound to is looked at anew in every request, also where the statement was made for another one and the answer tells no cursors. */
@Tag("database")
class KeptCursorsTest {
    private static final String FIRST = "query($where: DossierWhere) { dossiers(first: 1, where: $where) { nodes { id } pageInfo { endCursor } } }";
    private static final String NEXT = "query($after: String, $where: DossierWhere) { dossiers(first: 1, after: $after, where: $where) { nodes { id } } }";
    private static final Map<String, Object> WHERE = since(2000);
    private static final Pattern CURSOR = Pattern.compile("\"endCursor\" : \"([^\"]+)\"");

    private static TestDatabase database;
    private static ReadPool pool;

    private Bare bare;
    private String cursor;

    @BeforeAll
    static void start() {
        database = Fixture.database();
        pool = Fixture.pool(database);
    }

    @AfterAll
    static void stop() {
        pool.close();
        database.close();
    }

    @BeforeEach
    void keep() {
        bare = new Bare(pool);
        var first = new String(assertInstanceOf(Reply.Written.class, bare.ask(FIRST, Map.of("where", WHERE))).data(), StandardCharsets.UTF_8);
        var found = CURSOR.matcher(first);
        assertTrue(found.find(), first);
        cursor = found.group(1);
        var kept = bare.operations.kept();
        assertInstanceOf(Reply.Written.class, next(Fixture.BUREAU, WHERE));
        assertEquals(kept + 1, bare.operations.kept());
    }

    @AfterEach
    void close() {
        bare.close();
    }

    @Test
    void a_cursor_of_another_account_is_refused() {
        refused(next(Fixture.NORTH_BUREAU, WHERE), "another account");
    }

    @Test
    void a_cursor_of_another_filter_is_refused() {
        refused(next(Fixture.BUREAU, since(2001)), "another «where» or «search»");
    }

    /** With every combination of these values one after the other; a variable that has no value is left out. */
    @ParameterizedTest
    @MethodSource("shapes")
    void a_statement_that_was_kept_is_the_one_that_would_be_made(String query, Map<String, List<Object>> values) {
        var asked = new ArrayList<String>();
        try (var bare = new Bare((question, _) -> {
            asked.add(question.text() + Arrays.deepToString(question.values().toArray()));
            return CompletableFuture.completedStage("{\"totalCount\" : 0, \"nodes\" : [], \"groups\" : []}".getBytes(StandardCharsets.UTF_8));
        })) {
            var number = 0;
            for (var variables : combinations(values)) {
                var kept = said(bare.ask(query, variables), asked);
                var made = said(bare.ask(query + " # " + number++, variables), asked);
                assertEquals(made, kept, variables::toString);
            }
            assertTrue(number > 200 && bare.operations.kept() > number / 2, number + " asked, kept " + bare.operations.kept());
        }
    }

    private static String said(Reply reply, List<String> asked) {
        var said = String.join(" ", asked) + Bare.said(reply);
        asked.clear();
        return said;
    }

    private static List<Map<String, Object>> combinations(Map<String, List<Object>> values) {
        var all = List.<Map<String, Object>>of(Map.of());
        for (var variable : values.entrySet())
            all = all.stream().flatMap(one -> Stream.concat(Stream.of(one), variable.getValue().stream().map(value -> {
                var more = new HashMap<>(one);
                more.put(variable.getKey(), value);
                return more;
            }))).toList();
        return all;
    }

    static Stream<Arguments> shapes() {
        try (var bare = new Bare(pool)) {
            var cursors = Stream.of("ID", "CREATED_AT", "SUBMITTED_AT", "WINDOW_UNTIL").<Object>map(field -> endCursor(bare, field)).collect(Collectors.toList());
            cursors.addAll(Arrays.asList(null, "none"));
            var filters = Arrays.<Object>asList(null, Map.of(), WHERE, Map.of("and", List.of()), Map.of("and", List.of(Map.of())), Map.of("and", List.of(WHERE, Map.of("not", WHERE))), Map.of("year", Map.of("isNull", true)));
            var orders = Arrays.<Object>asList(null, List.of(Map.of("field", "ID")), List.of(Map.of("field", "YEAR", "direction", "DESC"), Map.of("field", "ID")));
            return Stream.of(
                    Arguments.of("""
                            query($s: Boolean = true, $a: String, $b: Int, $c: String) {
                              x: dossiers(orderBy: [{field: ID}], after: $a) @skip(if: $s) { totalCount } y: dossiers(orderBy: [{field: ID}], after: $c) @skip(if: $s) { totalCount }
                              dossiers(first: $b) { nodes { id } } }""",
                            Map.of("s", List.<Object>of(false), "a", cursors, "b", Arrays.<Object>asList(null, 5), "c", cursors)),
                    Arguments.of("""
                            query($w: DossierWhere, $o: [DossierOrder!], $v: DossierWhere, $by: [DossierDimension!] = [YEAR]) {
                              dossiers(where: $w, orderBy: $o) { nodes { id } } b: dossiers(where: $v) { totalCount } dossierGroups(by: $by, where: $v, orderBy: COUNT) { groups { count } } }""",
                            Map.of("w", filters, "o", orders, "v", filters.subList(0, 3), "by", List.<Object>of(List.of("YEAR"), List.of("YEAR", "LEVEL")))));
        }
    }

    private static String endCursor(Bare bare, String field) {
        var reply = bare.ask("{ dossiers(first: 1, orderBy: [{field: %s, nulls: FIRST}]) { pageInfo { endCursor } } }".formatted(field), Map.of());
        var found = CURSOR.matcher(new String(assertInstanceOf(Reply.Written.class, reply).data(), StandardCharsets.UTF_8));
        assertTrue(found.find(), field);
        return found.group(1);
    }

    private Reply next(Viewer viewer, Map<String, Object> where) {
        return bare.ask(new Ask(NEXT, null, Map.of("after", cursor, "where", where), false, true), viewer);
    }

    private void refused(Reply reply, String other) {
        var said = Bare.said(assertInstanceOf(Reply.Values.class, reply));
        assertTrue(said.contains("the cursor was given for " + other) && said.contains("code=BAD_INPUT"), said);
        assertInstanceOf(Reply.Written.class, next(Fixture.BUREAU, WHERE), "who may use it still can");
    }

    private static Map<String, Object> since(int year) {
        return Map.of("year", Map.of("gte", year));
    }
}
