package zhicheng.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
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
            var config = config(database);
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
            assertTrue(again.err.contains("there is an administrator already") && again.err.contains("--anew"), again.err);
        }
        assertEquals(3, run("first-administrator", "root").code, "nothing is configured");
        assertEquals(7, run("first-administrator", "root", "--embedded", "--data", place.resolve("none").toString()).code, "nothing runs there");
    }

    /** The sessions of his account and the other administrator's are as real as the database. */
    @Test
    void an_administrator_who_lost_his_password_comes_in_by_another_code_and_nobody_else_is_touched() throws IOException, SQLException {
        try (var database = TestDatabase.fresh()) {
            Server.prepare(database.access(), new HashMap<>(database.settings()), Optional.empty()).close();
            var config = config(database);
            assertEquals(2, run("first-administrator", "root-of-all", "--anew", "--config", config).code, "there is none yet");
            for (var name : new String[] {"root-of-all", "root-beside"}) {
                assertEquals(0, run("first-administrator", name, "--config", config).code);
                try (var connection = database.writer().getConnection()) {
                    Sql.write(connection, "update credential set password = '$argon2id$', code = null, code_until = null where account = (select id from account where name = ?)", name);
                    Sql.write(connection, "insert into session (id, account, way, asked_by, made_at, until) select gen_random_uuid(), id, 'CODE', sha256('x'), created_at, created_at + interval '14 days' from account where name = ?", name);
                    if (name.equals("root-of-all")) Sql.write(connection, "update account set disabled = true where name = ?", name); // so that the other is a first one too
                    else Sql.write(connection, "update account set disabled = false");
                }
            }
            var unknown = run("first-administrator", "root", "--anew", "--config", config);
            assertEquals(2, unknown.code);
            assertTrue(unknown.err.contains("there is: root-beside, root-of-all"), unknown.err);
            var anew = run("first-administrator", "root-of-all", "--anew", "--config", config);
            assertEquals(0, anew.code, anew.err);
            assertTrue(anew.out.strip().matches("[\\w-]{22}"), anew.out);
            assertTrue(anew.err.contains("its password, is void"), anew.err);
            try (var connection = database.writer().getConnection()) {
                assertEquals("root-beside true false false, root-of-all false true true", Sql.one(connection, row -> row.getString(1), """
                        select string_agg(concat_ws(' ', a.name, case when c.password is not null then 'true' else 'false' end, case when c.code = sha256(?::bytea) then 'true' else 'false' end, case when s.ended_why = 'PASSWORD_CHANGED' and a.tokens_from >= s.made_at then 'true' else 'false' end), ', ' order by a.name)
                        from account a join credential c on c.account = a.id join session s on s.account = a.id""", anew.out.strip().getBytes(StandardCharsets.UTF_8)).orElseThrow());
                assertEquals("FIRST_ADMINISTRATOR RENEW_CODE 1", Sql.one(connection, row -> row.getString(1),
                        "select string_agg(act || coalesce(' ' || (convert_from(entry, 'UTF8')::jsonb ->> 'ended'), ''), ' ' order by seq) from trail t join account a on a.id = t.subject where a.name = 'root-of-all'").orElseThrow());
            }
        }
    }

    private String config(TestDatabase database) throws IOException {
        return Files.writeString(place.resolve("zhicheng.properties"), """
                zhicheng.database.url=%s
                zhicheng.database.owner-password=%s
                zhicheng.database.writer-password=%s
                zhicheng.database.reader-password=%s
                """.formatted(database.access().url(), database.access().roles().owner(), database.access().roles().writer(), database.access().roles().reader())).toString();
    }

    private static Said run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Zhicheng.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Said(line.execute(arguments), out.toString(), err.toString());
    }
}
