package zhicheng.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import zhicheng.server.World;
import zhicheng.server.World.Caller;

/** A database that has ended its connections and takes no new ones is away: whoever asks is told to try again, and nothing is a fault of the server. */
@Tag("database")
class DatabaseAwayTest {
    private static final String ROWS = "{ committees { totalCount } }";
    private static final String BESIDE = "{ server { version } committees { totalCount } }";

    @Test
    void it_is_said_until_it_is_there_again() throws SQLException {
        try (var world = World.at("2024-09-18T10:00:00+08:00", "zhicheng.accounts.patience", "2s")) {
            var office = world.organisation("HRSS", "xianning");
            var seen = world.account(null, office, "HRSS_CITY");
            var unseen = world.account(null, office, "HRSS_CITY");
            for (var caller : new Caller[] {Caller.PUBLIC, seen}) assertEquals(200, world.ask(caller, ROWS, Map.of()).status());
            try (var owner = world.database().owner().getConnection(); var reader = world.database().reader().getConnection(); var writer = world.database().writer().getConnection()) {
                limit(owner, 0);
                try {
                    endOthers(reader);
                    for (var query : new String[] {ROWS, BESIDE, ROWS}) {
                        var away = world.ask(Caller.PUBLIC, query, Map.of());
                        assertEquals(503, away.status(), () -> away.body().toString());
                        assertEquals("UNAVAILABLE", away.error(), () -> away.body().toString());
                        assertNotNull(away.at("extensions", "cost"));
                    }
                    endOthers(writer);
                    var unknown = world.ask(unseen, "{ server { version } }", Map.of());
                    assertEquals(503, unknown.status(), () -> unknown.body().toString());
                    assertEquals("UNAVAILABLE", unknown.error());
                } finally {
                    limit(owner, -1);
                }
            }
            var late = world.account(null, office, "HRSS_CITY");
            for (var caller : new Caller[] {Caller.PUBLIC, unseen}) {
                var again = world.ask(caller, ROWS, Map.of());
                assertNull(again.error(), () -> again.body().toString());
            }
            ((HikariDataSource) DelegatingDataSource.unwrapDataSource(world.bean(DataSource.class))).close(); // as when the server stops
            var stopping = world.ask(late, "{ server { version } }", Map.of());
            assertEquals(503, stopping.status(), () -> stopping.body().toString());
            assertEquals("UNAVAILABLE", stopping.error());
        }
    }

    private static void limit(Connection owner, int connections) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("do $$ begin execute format('alter database %I connection limit " + connections + "', current_database()); end $$");
        }
    }

    private static void endOthers(Connection of) throws SQLException {
        try (var statement = of.createStatement()) {
            statement.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = current_user and datname = current_database() and pid <> pg_backend_pid()");
        }
    }
}
