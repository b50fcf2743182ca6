package zhicheng.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A demonstration from the first start to the last, each in a process of its own. */
@Tag("database")
@Tag("once")
class DemoTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path place;

    @Test
    void starts_answers_stops_is_killed_and_starts_again() throws Exception {
        var first = start();
        var said = untilReady(first);
        assertTrue(said.contains("Ready: first query answered"), said);
        assertTrue(said.contains("2024-09-18T10:0"), said);
        assertFalse(said.contains("ACCOUNT"), said);
        assertTrue(FirstQuery.ask(url(said), "{ regions { code } }").contains("xianning"));
        var export = place.resolve("trail.jsonl").toString();
        assertEquals(0, Zhicheng.commandLine().execute("export-trail", "--data", place.toString(), "--out", export), "while it runs");
        assertEquals(0, Zhicheng.commandLine().execute("verify-trail", export, "--key", place.resolve("demo/trail-key.public.pem").toString()));
        first.destroy();
        assertTrue(first.waitFor(30, TimeUnit.SECONDS));
        assertEquals(128 + 15, first.exitValue());
        assertFalse(Files.exists(place.resolve("demo/postgresql/data/postmaster.pid")), "PostgreSQL was stopped");

        var second = start(Map.of("ZHICHENG_GRAPHQL_AD_HOC", "HRSS_CITY,AUDITOR"));
        var told = untilReady(second);
        assertTrue(told.contains("Ready: first query refused") && told.contains("only registered documents may be asked"), told);
        assertTrue(told.contains(" ACCOUNT)\" \\\n") && told.contains("in one of the roles [HRSS_CITY, AUDITOR]"), told);
        second.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        assertTrue(Files.exists(place.resolve("demo/postgresql/data/postmaster.pid")), "nobody stopped PostgreSQL");

        var third = start();
        assertTrue(untilReady(third).contains("Ready: first query answered"));
        third.destroy();
        assertTrue(third.waitFor(30, TimeUnit.SECONDS));
        assertFalse(Files.exists(place.resolve("demo/postgresql/data/postmaster.pid")));
    }

    private Process start() throws IOException {
        return start(Map.of());
    }

    private Process start(Map<String, String> environment) throws IOException {
        Files.deleteIfExists(place.resolve("said"));
        var start = new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Dstdout.encoding=UTF-8", Zhicheng.class.getName(), "demo", "--port", "0", "--data", place.toString()))
                .redirectErrorStream(true).redirectOutput(place.resolve("said").toFile());
        start.environment().putAll(environment);
        return start.start();
    }

    private String untilReady(Process server) throws Exception {
        for (var end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end) && server.isAlive(); Thread.sleep(100)) {
            var said = Files.readString(place.resolve("said"));
            if (said.lines().anyMatch(line -> line.startsWith("Ready")))
                return said;
        }
        throw new AssertionError(Files.readString(place.resolve("said")));
    }

    private static String url(String said) {
        return said.lines().filter(line -> line.strip().startsWith("GraphQL ")).findFirst().orElseThrow().strip().replaceFirst("\\S+\\s+", "")
                .replaceFirst("/graphql$", "");
    }
}
