package zhicheng.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class TestDatabaseTest {

    @Test
    void each_test_has_a_database_of_its_own() throws SQLException {
        try (var one = TestDatabase.fresh(); var other = TestDatabase.fresh()) {
            execute(one.owner(), "create table mine (id int)");
            assertEquals("1", ask(one.owner(), "select count(*) from pg_class where relname = 'mine'"));
            assertEquals("0", ask(other.owner(), "select count(*) from pg_class where relname = 'mine'"));
        }
    }

    @Test
    void the_roles_are_those_of_a_real_start() throws SQLException {
        try (var database = TestDatabase.fresh()) {
            for (var source : List.of(database.owner(), database.writer(), database.reader()))
                assertEquals("f f f f f", ask(source, """
                        select concat_ws(' ', rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls)
                        from pg_roles where rolname = current_user"""));
            assertEquals("zhicheng_owner", ask(database.owner(), "select current_user"));
            assertEquals("zhicheng_writer", ask(database.writer(), "select current_user"));
            assertEquals("zhicheng_reader", ask(database.reader(), "select current_user"));
        }
    }

    @Test
    void the_floor_is_postgresql_15() throws SQLException {
        try (var database = TestDatabase.withoutTables()) {
            assertTrue(Integer.parseInt(ask(database.writer(), "show server_version_num")) >= 150000);
            assertFalse(ask(database.writer(), "select current_database()").isBlank());
        }
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
