package zhicheng.server.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import zhicheng.server.CannotStart;
import zhicheng.server.TestDatabase;

@Tag("database")
class MigrationTest {

    @Test
    void makes_the_tables_and_notes_which() throws SQLException {
        try (var database = TestDatabase.withoutTables()) {
            assertEquals("0", ask(database.owner(), "select count(*) from pg_tables where tableowner = 'zhicheng_owner'"));
            migrate(database);
            assertTrue(Integer.parseInt(ask(database.owner(), "select count(*) from pg_tables where tableowner = 'zhicheng_owner'")) > 1);
            assertTrue(ask(database.owner(), COMMENT).matches("zhicheng, migrations [0-9a-f]{64}"));
        }
    }

    @Test
    void a_database_of_other_files_is_migrated_again_and_one_of_the_same_files_is_left_alone() throws SQLException {
        try (var database = TestDatabase.withoutTables()) {
            migrate(database);
            var note = ask(database.owner(), COMMENT);
            // with the same files nothing is looked at any further: a lost history goes unseen
            execute(database.owner(), "alter table flyway_schema_history rename to put_away");
            migrate(database);
            assertEquals("1", ask(database.owner(), "select count(*) from pg_class where relname = 'put_away'"));
            execute(database.owner(), "comment on database \"" + ask(database.owner(), "select current_database()") + "\" is 'other files'");
            assertThrows(CannotStart.class, () -> migrate(database), "tables without a history are not ours to change");
            execute(database.owner(), "alter table put_away rename to flyway_schema_history");
            migrate(database);
            assertEquals(note, ask(database.owner(), COMMENT));
        }
    }

    @Test
    void says_so_where_the_database_does_not_answer() {
        var refusal = assertThrows(CannotStart.class, () -> Migration.run("jdbc:postgresql://127.0.0.1:1/zhicheng", "x"));
        assertEquals(CannotStart.Reason.DATABASE, refusal.reason());
        assertTrue(refusal.getMessage().contains("127.0.0.1:1"), refusal.getMessage());
    }

    private static final String COMMENT =
            "select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()";

    private static void migrate(TestDatabase database) {
        Migration.run(database.access().url(), database.access().roles().owner());
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(DataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection(); var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
