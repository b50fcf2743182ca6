package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhicheng.server.TestDatabase;
import zhicheng.server.account.Viewer;

/** What the compiler asks of every row the database asks once more: both let the same rows pass, for every viewer and noun. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondWallTest {
    private TestDatabase database;
    private ReadPool pool;

    @BeforeAll
    void start() {
        database = Fixture.database();
        pool = Fixture.pool(database);
    }

    @AfterAll
    void stop() {
        pool.close();
        database.close();
    }

    static Set<String> viewers() {
        return new TreeSet<>(Fixture.VIEWERS.keySet());
    }

    @ParameterizedTest
    @MethodSource("viewers")
    void the_database_lets_pass_what_the_compiler_lets_pass(String name) throws Exception {
        var viewer = Fixture.VIEWERS.get(name);
        for (var noun : Nouns.all()) assertEquals(byCompiler(noun, viewer), byDatabase(noun, viewer), noun.name());
    }

    @Test
    void there_is_something_on_both_sides_of_the_wall() throws Exception {
        var all = 0;
        var seen = 0;
        for (var noun : Nouns.all()) {
            var passes = new TreeSet<String>();
            for (var viewer : Fixture.VIEWERS.values()) passes.addAll(byDatabase(noun, viewer));
            assertTrue(!passes.isEmpty(), () -> "nobody of the fixture sees any " + noun.name());
            seen += byDatabase(noun, Viewer.PUBLIC).size();
            all += passes.size();
        }
        assertTrue(seen < all, "the public sees everything");
    }

    @Test
    void a_table_without_a_wall_is_none_of_ours() throws SQLException {
        assertEquals(new TreeSet<>(), owner("""
                select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname not like 'flyway%' and not relrowsecurity""", List.of()));
    }

    @Test
    void nobody_sees_what_only_the_public_may_when_no_settings_are_there() throws SQLException {
        try (var connection = database.reader().getConnection(); var rows = connection.createStatement().executeQuery("""
                select (select count(*) from dossier) + (select count(*) from person) + (select count(*) from account) + (select count(*) from certificate)
                     + (select count(*) from trail) + (select count(*) from dossier_hours) + (select count(*) from meeting) + (select count(*) from integrity_entry), (select count(*) from organisation)""")) {
            assertTrue(rows.next());
            assertEquals(0, rows.getInt(1));
            assertTrue(rows.getInt(2) > 0);
        }
    }

    private TreeSet<String> byDatabase(Noun noun, Viewer viewer) throws Exception {
        var bytes = pool.ask(new Question("select convert_to(coalesce(string_agg(t.id::text, ' '), ''), 'UTF8') from " + noun.table() + " t", List.of()), viewer).toCompletableFuture().get();
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(text.split(" ")));
    }

    /** Asked by the owner, whom no policy stops. */
    private TreeSet<String> byCompiler(Noun noun, Viewer viewer) throws SQLException {
        var visible = noun.visibility().of(Given.Policy.of(viewer), "t");
        var request = new Given.Request(viewer, Map.of());
        return owner("select t.id::text from " + noun.table() + " t where " + visible.text(), visible.values().stream().map(value -> Given.settled(value, request)).toList());
    }

    private TreeSet<String> owner(String sql, List<Object> values) throws SQLException {
        try (var connection = database.owner().getConnection(); var select = connection.prepareStatement(sql)) {
            for (var place = 0; place < values.size(); place++) select.setObject(place + 1, values.get(place));
            try (var rows = select.executeQuery()) {
                var found = new TreeSet<String>();
                while (rows.next()) found.add(rows.getString(1));
                return found;
            }
        }
    }
}
