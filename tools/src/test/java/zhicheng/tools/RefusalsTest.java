package zhicheng.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhicheng.server.local.DataFolder;

/** A start that cannot be is refused with a sentence that says what to do, and an exit code of its own. */
class RefusalsTest {

    @TempDir
    Path place;

    @Test
    void serve_without_a_postgresql() {
        assertRefused(3, "zhicheng.database.url", "serve", "--port", "0");
        assertRefused(3, "--embedded", "serve", "--port", "0");
    }

    @Test
    void serve_with_half_a_configuration_says_what_is_missing() throws IOException {
        var config = Files.writeString(place.resolve("zhicheng.properties"), "zhicheng.database.url=jdbc:postgresql://127.0.0.1:1/zhicheng\n");
        var said = assertRefused(3, "ZHICHENG_DATABASE_WRITER_PASSWORD", "serve", "--port", "0", "--config", config.toString());
        assertTrue(!said.contains("zhicheng.database.url"), said);
    }

    @Test
    void serve_with_two_databases_and_with_none_that_answers() throws IOException {
        var config = Files.writeString(place.resolve("zhicheng.properties"), """
                zhicheng.database.url=jdbc:postgresql://127.0.0.1:1/zhicheng
                zhicheng.database.owner-password=a
                zhicheng.database.writer-password=b
                zhicheng.database.reader-password=c
                """);
        assertRefused(3, "Give one of the two", "serve", "--port", "0", "--embedded", "--config", config.toString());
        assertRefused(7, "127.0.0.1:1", "serve", "--port", "0", "--config", config.toString());
    }

    @Test
    void a_port_that_there_is_not() {
        assertRefused(2, "0 to 65535", "demo", "--port", "99999", "--data", place.toString());
        assertRefused(2, "0 to 65535", "serve", "--port", "-1", "--embedded", "--data", place.toString());
    }

    @Test
    void a_taken_port() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(other.getLocalPort());
            assertRefused(4, "--port", "demo", "--port", port, "--data", place.toString());
            assertRefused(4, port, "serve", "--port", port, "--embedded", "--data", place.toString());
        }
    }

    @Test
    void a_data_folder_in_use() {
        try (var _ = DataFolder.open(place.resolve("demo"))) {
            assertRefused(5, "process " + ProcessHandle.current().pid(), "demo", "--port", "0", "--data", place.toString());
        }
    }

    @Test
    void an_official_time_that_no_notice_is_about() {
        for (var at : new String[] {"0001-01-01T00:00+08:00", "1999-12-31T23:59:59+08:00", "2100-01-01T00:00+08:00", "+99999-01-01T00:00+08:00"})
            assertRefused(2, "2000 to 2099", "demo", "--port", "0", "--data", place.toString(), "--at", at);
    }

    @Test
    void another_official_time() {
        try (var folder = DataFolder.open(place.resolve("demo"))) {
            folder.keep("official-time", "2024-09-18T10:00+08:00");
        }
        assertRefused(6, "another folder with --data", "demo", "--port", "0", "--data", place.toString(), "--at", "2024-06-20T10:00+08:00");
    }

    @Test
    void a_token_where_no_demonstration_is() {
        assertRefused(7, "tools/zhicheng demo", "token", "somebody", "--data", place.toString());
    }

    @Test
    void what_was_given_stands_in_the_hint() {
        assertRefused(7, "tools/zhicheng demo --data " + place + ",", "token", "somebody", "--data", place.toString());
        assertRefused(7, "tools/zhicheng demo --data '" + place.resolve("it'\\''s here") + "',", "token", "--data", place.resolve("it's here").toString());
        assertRefused(7, "tools/zhicheng demo,", "token", "--data", ".data");
    }

    @Test
    void what_the_launcher_checks_is_refused_as_at_a_start_and_starts_nothing() {
        assertRefused(2, "0 to 65535", "demo", "--only-check", "--port", "99999", "--data", place.toString());
        assertRefused(3, "zhicheng.database.url", "serve", "--only-check", "--port", "0");
        assertRefused(0, "", "demo", "--only-check", "--port", "0", "--data", place.toString());
        assertRefused(0, "", "serve", "--only-check", "--port", "0", "--embedded", "--data", place.toString());
        assertRefused(2, "Missing required parameter for option '--data' (DIR)", "demo", "--only-check", "--data");
        assertFalse(Files.exists(place.resolve("demo/postgresql")) || Files.exists(place.resolve("serve/postgresql")));
    }

    @Test
    void no_such_command_and_no_such_time() {
        assertRefused(2, "serf", "serf");
        assertRefused(2, "--at", "demo", "--at", "yesterday");
    }

    private static String assertRefused(int code, String says, String... arguments) {
        var said = new StringWriter();
        assertEquals(code, Zhicheng.commandLine().setErr(new PrintWriter(said)).execute(arguments), said::toString);
        assertTrue(said.toString().contains(says), said::toString);
        return said.toString();
    }
}
