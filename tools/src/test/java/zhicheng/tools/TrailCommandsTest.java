package zhicheng.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhicheng.server.Server;
import zhicheng.server.TestDatabase;
import zhicheng.server.demo.DemoData;
import zhicheng.server.trail.TrailKey;

/** The demonstration's trail, exported from a database that is configured, and checked: in order, tampered with, cut, and under another key. */
@Tag("database")
@Tag("once")
class TrailCommandsTest {
    @TempDir
    static Path place;

    private static TestDatabase database;
    private static Path config;
    private static Path export;
    private static Path open;
    private static String said;

    private record Said(int code, String out) {}

    @BeforeAll
    static void export() throws IOException {
        database = TestDatabase.fresh();
        var settings = database.settings();
        try (var server = Server.prepare(database.access(), new HashMap<>(settings), Optional.of(OffsetDateTime.parse("2024-09-18T10:00+08:00").toInstant()))) {
            server.context().getBean(DemoData.class).load();
        }
        config = Files.writeString(place.resolve("zhicheng.properties"), """
                zhicheng.database.url=%s
                zhicheng.database.owner-password=%s
                zhicheng.database.writer-password=%s
                zhicheng.database.reader-password=%s
                zhicheng.trail.key-file=%s
                zhicheng.trail.public-key-file=%s
                """.formatted(database.access().url(), database.access().roles().owner(), database.access().roles().writer(), database.access().roles().reader(),
                settings.get("zhicheng.trail.key-file"), settings.get("zhicheng.trail.public-key-file")));
        export = place.resolve("trail.jsonl");
        open = Files.writeString(place.resolve("open.pem"), TestDatabase.trailKey().pem());
        var exported = run("export-trail", "--config", config.toString(), "--out", export.toString());
        assertEquals(0, exported.code, exported.out);
        said = exported.out;
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void an_export_says_what_is_in_it_and_by_which_key_and_is_its_owners() throws IOException {
        assertTrue(said.contains("The last root is 1, of 2024-09-18T02:0"), said);
        assertTrue(said.contains(TestDatabase.trailKey().fingerprint()) && said.contains(TestDatabase.trailKey().pem()), said);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(export)));
        assertFalse(Files.exists(place.resolve("trail.jsonl.new")));
        assertTrue(Files.readAllLines(export).size() > 1_000);
    }

    @Test
    void in_order_it_ends_with_0() {
        var checked = run("verify-trail", export.toString(), "--key", open.toString());
        assertEquals(0, checked.code, checked.out);
        assertTrue(checked.out.contains("All is right, as of 2024-09-18T02:0"), checked.out);
        assertFalse(checked.out.contains("No --key"), checked.out);
        var root = said.replaceFirst("(?s).*The last root is 1, of \\S+: (\\S+).*", "$1");
        assertEquals(0, run("verify-trail", export.toString(), "--key", open.toString(), "--root", root).code);
        var alone = run("verify-trail", export.toString());
        assertEquals(0, alone.code, alone.out);
        assertTrue(alone.out.contains("Signed by " + TestDatabase.trailKey().fingerprint() + ". No --key was given"), alone.out);
    }

    @Test
    void tampered_with_it_ends_with_9_and_says_where() throws IOException {
        var lines = Files.readAllLines(export);
        var place = lines.size() / 2;
        while (!lines.get(place).startsWith("{\"entry\"")) place++;
        var entry = lines.remove(place);
        var missing = run("verify-trail", Files.write(place("missing.jsonl"), lines).toString(), "--key", open.toString());
        assertEquals(9, missing.code, missing.out);
        var subject = entry.replaceFirst(".*\"subject\":\"([^\"]+)\".*", "$1");
        var seq = entry.replaceFirst(".*\"seq\":(\\d+).*", "$1");
        assertTrue(missing.out.contains("fault: chain " + subject + ", entry " + seq + " is missing"), missing.out);
        assertTrue(missing.out.strip().matches("(?s).*\\d+ faults\\."), missing.out);
        var anotherRoot = run("verify-trail", export.toString(), "--root", "0".repeat(64));
        assertEquals(9, anotherRoot.code);
        assertTrue(anotherRoot.out.contains("the root " + "0".repeat(64) + " is missing"), anotherRoot.out);
    }

    @Test
    void under_another_key_it_ends_with_9() throws IOException {
        var another = Files.writeString(place("another.pem"), TrailKey.made()[1]);
        var checked = run("verify-trail", export.toString(), "--key", another.toString());
        assertEquals(9, checked.code, checked.out);
        assertTrue(checked.out.contains("which is not a key that was given"), checked.out);
        assertEquals(0, run("verify-trail", export.toString(), "--key", another.toString(), "--key", open.toString()).code, "a new key and the old one");
    }

    @Test
    void cut_or_no_export_at_all_it_ends_with_10() throws IOException {
        var lines = Files.readAllLines(export);
        var cut = run("verify-trail", Files.write(place("cut.jsonl"), lines.subList(0, lines.size() - 1)).toString(), "--key", open.toString());
        assertEquals(10, cut.code, cut.out);
        assertTrue(cut.out.contains("the export has no end"), cut.out);
        assertEquals(10, run("verify-trail", config.toString()).code);
        assertEquals(10, run("verify-trail", place("nothing").toString()).code);
    }

    @Test
    void what_is_asked_wrongly_is_refused_and_nothing_is_written_over() throws IOException {
        assertEquals(2, run("verify-trail").code);
        assertEquals(2, run("verify-trail", export.toString(), "--root", "7").code);
        assertEquals(2, run("verify-trail", export.toString(), "--key", config.toString()).code);
        assertEquals(2, run("export-trail", "--config", config.toString()).code);
        var before = Files.size(export);
        var again = run("export-trail", "--config", config.toString(), "--out", export.toString());
        assertEquals(2, again.code);
        assertTrue(again.out.contains("is not written over"), again.out);
        assertEquals(before, Files.size(export));
        assertEquals(2, run("export-trail", "--config", config.toString(), "--out", place("no/such/folder/trail.jsonl").toString()).code);
        assertEquals(7, run("export-trail", "--data", place("empty").toString(), "--out", place("x.jsonl").toString()).code);
        assertEquals(7, run("export-trail", "--embedded", "--data", place("empty").toString(), "--out", place("x.jsonl").toString()).code);
        var withoutKey = Files.writeString(place("keyless.properties"), Files.readString(config).replaceAll("zhicheng.trail[^\n]*\n", ""));
        var refused = run("export-trail", "--config", withoutKey.toString(), "--out", place("x.jsonl").toString());
        assertEquals(3, refused.code);
        assertTrue(refused.out.contains("openssl genpkey"), refused.out);
        assertFalse(Files.exists(place("x.jsonl")) || Files.exists(place("x.jsonl.new")));
    }

    private static Path place(String name) {
        return place.resolve(name);
    }

    private static Said run(String... arguments) {
        var said = new StringWriter();
        var line = Zhicheng.commandLine().setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
        return new Said(line.execute(arguments), said.toString());
    }
}
