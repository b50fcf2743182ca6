package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
