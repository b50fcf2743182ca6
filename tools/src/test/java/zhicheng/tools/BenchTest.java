package zhicheng.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhicheng.tools.bench.Shape;

/** The bench from end to end, in a process and on a PostgreSQL of its own, on a data set so small that it is made in a moment. */
class BenchTest {

    @TempDir
    Path place;

    @Test
    void what_the_server_answers_is_what_the_statements_give_and_each_has_a_plan_as_the_reader() throws Exception {
        var said = place.resolve("said");
        var bench = new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Dstdout.encoding=UTF-8", Zhicheng.class.getName(), "bench", "read", "--rows", "4000", "--rounds", "0", "--plans", "--data", place.toString()))
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        var ended = bench.waitFor(5, TimeUnit.MINUTES);
        if (!ended) bench.destroy();
        var all = Files.readString(said);
        assertTrue(ended, all);
        assertEquals(0, bench.exitValue(), all);
        for (var shape : Shape.values()) {
            assertTrue(all.lines().anyMatch(line -> line.startsWith(shape + ": ") && line.endsWith("they are what the statements give")), () -> shape + "\n" + all);
            var plan = all.split("(?m)^" + shape + ", plan of A, as zhicheng_reader, for ", 2)[1].split("(?m)^\\S+, plan of A, ", 2)[0];
            for (var part : List.of("Buffers: shared hit=", "NULLIF(", "Settings: ", "Execution Time: ")) assertTrue(plan.contains(part), () -> part + "\n" + plan);
        }
        assertFalse(all.contains("req/s"), all);
    }
}
