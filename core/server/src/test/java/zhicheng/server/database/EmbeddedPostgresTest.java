package zhicheng.server.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import zhicheng.server.CannotStart;
import zhicheng.server.Server;
import zhicheng.server.account.Viewer;
import zhicheng.server.local.DataFolder;
import zhicheng.server.local.LocalDataKey;
import zhicheng.server.local.LocalTrailKey;
import zhicheng.server.read.Question;
import zhicheng.server.read.ReadPool;

/** The embedded PostgreSQL keeps what it is given, and lets nobody in who should stay out. */
@Tag("database")
@Tag("once")
class EmbeddedPostgresTest {

    @TempDir
    Path place;

    /** The programs are unpacked once for all tests. */
    @BeforeEach
    void programs() throws IOException {
        var programs = Files.createDirectories(Path.of("target", "test-postgres-programs").toAbsolutePath());
        DataFolder.makePrivate(place.resolve("data"));
        Files.createDirectories(place.resolve("data/postgresql"));
        Files.createSymbolicLink(place.resolve("data/postgresql/programs"), programs);
    }

    @Test
    void is_durable_and_no_superuser_through_the_servers_own_pools() throws SQLException {
        try (var folder = DataFolder.open(place.resolve("data")); var postgres = EmbeddedPostgres.in(folder);
                var server = Server.prepare(postgres.start(), keys(folder), Optional.empty())) {
            var writer = DelegatingDataSource.unwrapDataSource(server.context().getBean(DataSource.class));
            assertInstanceOf(HikariDataSource.class, writer);
            var asked = """
                    select concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'), current_setting('listen_addresses'),
                                     rolname, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls) as it
                    from pg_roles where rolname = current_user""";
            assertEquals("on on on 127.0.0.1 " + Roles.WRITER + " f f f f", ask(writer, asked));
            var read = server.context().getBean(ReadPool.class).ask(new Question("select convert_to(it, 'UTF8') from (" + asked + ") asked", List.of()), Viewer.PUBLIC).toCompletableFuture().join();
            assertEquals("on on on 127.0.0.1 " + Roles.READER + " f f f f", new String(read, StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_server_whose_reads_are_not_answered_does_not_start() throws IOException {
        try (var folder = DataFolder.open(place.resolve("data")); var postgres = EmbeddedPostgres.in(folder)) {
            var access = postgres.start();
            var wrong = new DatabaseAccess(access.url(), new Roles(access.roles().owner(), access.roles().writer(), "wrong"));
            var refusal = assertThrows(CannotStart.class, () -> Server.prepare(wrong, keys(folder), Optional.empty()).close());
            assertEquals(CannotStart.Reason.DATABASE, refusal.reason());
            assertTrue(refusal.getMessage().contains("zhicheng.database.reader-password"), refusal.getMessage());
        }
    }

    private static Map<String, Object> keys(DataFolder folder) {
        var keys = new HashMap<>(LocalDataKey.settings(folder));
        keys.putAll(LocalTrailKey.settings(folder));
        return keys;
    }

    @Test
    void nobody_enters_without_the_password() throws IOException {
        try (var folder = DataFolder.open(place.resolve("data")); var postgres = EmbeddedPostgres.in(folder)) {
            var access = postgres.start();
            var url = access.url();
            for (var role : List.of(Roles.OWNER, Roles.WRITER, Roles.READER, "postgres"))
                for (var password : List.of("wrong", access.roles().writer() + "x"))
                    assertEquals("28P01", sqlState(() -> DriverManager.getConnection(url, role, password)), role + ", «" + password + "»");
            assertEquals("08004", sqlState(() -> DriverManager.getConnection(url, Roles.WRITER, null)), "a password is asked for");
            var rules = Files.readAllLines(place.resolve("data/postgresql/data/pg_hba.conf")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
            assertFalse(rules.isEmpty());
            for (var rule : rules)
                assertTrue(rule.endsWith("scram-sha-256"), rule);
            for (var secret : List.of("passwords", "port", "lock"))
                assertTrue(Files.exists(place.resolve("data").resolve(secret)));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("data/passwords"))));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("data"))));
        }
    }

    @Test
    void keeps_data_port_and_passwords_over_a_restart_and_leaves_nothing_running() throws Exception {
        final DatabaseAccess first;
        final ProcessHandle process;
        try (var folder = DataFolder.open(place.resolve("data")); var postgres = EmbeddedPostgres.in(folder)) {
            first = postgres.start();
            process = ProcessHandle.of(pid()).orElseThrow();
            note(first, "before the restart");
        }
        assertEquals("08001", sqlState(() -> DriverManager.getConnection(first.url(), Roles.OWNER, first.roles().owner())));
        assertEquals("gone", process.onExit().thenApply(_ -> "gone").get(10, TimeUnit.SECONDS));
        try (var folder = DataFolder.open(place.resolve("data")); var postgres = EmbeddedPostgres.in(folder)) {
            assertEquals(first, postgres.start());
            assertEquals(List.of("before the restart"), notes(first));
        }
    }

    @Test
    void recovers_after_its_server_was_killed() throws Exception {
        var server = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Killed.class.getName(), place.resolve("data").toString()).inheritIO().start();
        for (var waited = 0; waited < 600 && !Files.exists(place.resolve("committed")); waited++)
            Thread.sleep(100);
        assertTrue(server.isAlive());
        assertThrows(CannotStart.class, () -> DataFolder.open(place.resolve("data")), "a second server may not enter");
        server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        var orphan = pid();
        assertTrue(ProcessHandle.of(orphan).map(ProcessHandle::isAlive).orElse(false), "PostgreSQL outlives its server");

        try (var folder = DataFolder.open(place.resolve("data")); var postgres = EmbeddedPostgres.in(folder)) {
            var access = postgres.start();
            assertEquals(List.of("before the kill"), notes(access));
            assertTrue(pid() != orphan);
            assertEquals(Files.readString(place.resolve("committed")), access.url());
        }
    }

    @Test
    void starts_where_everything_was_killed_and_another_program_has_the_process_number() throws Exception {
        DatabaseAccess access;
        try (var folder = DataFolder.open(place.resolve("data"))) {
            access = EmbeddedPostgres.in(folder).start();
            note(access, "committed");
            var postmaster = ProcessHandle.of(pid()).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().get(10, TimeUnit.SECONDS);
        }
        var note = place.resolve("data/postgresql/data/postmaster.pid");
        Files.writeString(note, Files.readString(note).replaceFirst("^\\d+", Long.toString(ProcessHandle.current().pid())));
        try (var folder = DataFolder.open(place.resolve("data")); var postgres = EmbeddedPostgres.in(folder)) {
            assertEquals(List.of("committed"), notes(postgres.start()));
        }
    }

    @Test
    void begins_anew_where_the_first_start_was_cut_short() throws Exception {
        Files.createDirectories(place.resolve("data/postgresql/data.new/base"));
        try (var folder = DataFolder.open(place.resolve("data")); var postgres = EmbeddedPostgres.in(folder)) {
            var access = postgres.start();
            note(access, "whole");
            assertEquals(List.of("whole"), notes(access));
        }
    }

    @AfterEach
    void keepThePrograms() throws IOException {
        Files.delete(place.resolve("data/postgresql/programs"));
    }

    /** A server that is killed: commits one row, says so, and waits. */
    static final class Killed {
        public static void main(String[] folder) throws Exception {
            var data = DataFolder.open(Path.of(folder[0]));
            var access = EmbeddedPostgres.in(data).start();
            note(access, "before the kill");
            Files.writeString(Path.of(folder[0]).resolveSibling("committed.new"), access.url());
            Files.move(Path.of(folder[0]).resolveSibling("committed.new"), Path.of(folder[0]).resolveSibling("committed"));
            Thread.sleep(TimeUnit.MINUTES.toMillis(2));
        }
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(place.resolve("data/postgresql/data/postmaster.pid")).getFirst().strip());
    }

    private static void note(DatabaseAccess access, String text) throws SQLException {
        try (var connection = DriverManager.getConnection(access.url(), Roles.OWNER, access.roles().owner());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists note (text text)");
            statement.execute("insert into note values ('" + text + "')");
        }
    }

    private static List<String> notes(DatabaseAccess access) throws SQLException {
        var notes = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(access.url(), Roles.OWNER, access.roles().owner());
                var rows = connection.createStatement().executeQuery("select text from note")) {
            while (rows.next())
                notes.add(rows.getString(1));
        }
        return notes;
    }

    private static String ask(DataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection(); var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String sqlState(Executable attempt) {
        return assertThrows(SQLException.class, attempt).getSQLState();
    }
}
