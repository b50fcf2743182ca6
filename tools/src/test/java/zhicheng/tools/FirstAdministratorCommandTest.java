package zhicheng.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhicheng.server.Server;
import zhicheng.server.TestDatabase;
import zhicheng.server.database.Sql;

/** The first administrator of a server on a PostgreSQL that is configured. */
@Tag("database")
@Tag("once")
class FirstAdministratorCommandTest {
    @TempDir
    Path place;

    private record Said(int code, String out, String err) {}

    @Test
    void there_is_one_and_his_code_is_on_standard_output_and_alone_there() throws IOException, SQLException {
        try (var database = TestDatabase.fresh()) {
            Server.prepare(database.access(), new HashMap<>(database.settings()), Optional.empty()).close();
            var config = Files.writeString(place.resolve("zhicheng.properties"), """
                    zhicheng.database.url=%s
                    zhicheng.database.owner-password=%s
                    zhicheng.database.writer-password=%s
                    zhicheng.database.reader-password=%s
                    """.formatted(database.access().url(), database.access().roles().owner(), database.access().roles().writer(), database.access().roles().reader())).toString();
            var wrong = run("first-administrator", "A B", "--config", config);
            assertEquals(2, wrong.code);
            assertTrue(wrong.err.contains("not «A B»"), wrong.err);
            var made = run("first-administrator", "root-of-all", "--config", config);
            assertEquals(0, made.code, made.err);
            assertTrue(made.out.strip().matches("[\\w-]{22}"), made.out);
            var other = run("first-administrator", "another", "--config", config);
            assertEquals(2, other.code);
            assertEquals("", other.out);
            assertTrue(other.err.contains("«root-of-all»"), other.err);
            var renewed = run("first-administrator", "root-of-all", "--config", config);
            assertEquals(0, renewed.code, renewed.err);
            assertTrue(renewed.err.contains("renewed"), renewed.err);
            assertTrue(renewed.out.strip().matches("[\\w-]{22}") && !renewed.out.equals(made.out), "another code, and it alone");
            try (var connection = database.writer().getConnection()) {
                Sql.write(connection, "update credential set password = '$argon2id$', code = null, code_until = null");
            }
            var again = run("first-administrator", "root-of-all", "--config", config);
            assertEquals(1, again.code);
            assertEquals("", again.out);
            assertTrue(again.err.contains("there is an administrator already"), again.err);
        }
        assertEquals(3, run("first-administrator", "root").code, "nothing is configured");
        assertEquals(7, run("first-administrator", "root", "--embedded", "--data", place.resolve("none").toString()).code, "nothing runs there");
    }

    private static Said run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Zhicheng.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Said(line.execute(arguments), out.toString(), err.toString());
    }
}
