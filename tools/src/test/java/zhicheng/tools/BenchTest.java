package zhicheng.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhicheng.tools.bench.Shape;

/** The bench from end to end, in a process and on a PostgreSQL of its own, on a data set so small that it is made in a moment. */
class BenchTest {

    @TempDir
    private static Path place;

    @Test
    void what_the_server_answers_is_what_the_statements_give_and_each_has_a_plan_as_the_reader() throws Exception {
        var all = bench("--rounds", "0", "--plans");
        for (var shape : Shape.values()) {
            assertTrue(all.lines().anyMatch(line -> line.startsWith(shape + ": ") && line.endsWith("they are what the statements give")), () -> shape + "\n" + all);
            var plan = all.split("(?m)^" + shape + ", plan of A, as zhicheng_reader, for ", 2)[1].split("(?m)^\\S+, plan of A, ", 2)[0];
            for (var part : List.of("Buffers: shared hit=", "NULLIF(", "Settings: ", "Execution Time: ")) assertTrue(plan.contains(part), () -> part + "\n" + plan);
        }
        assertFalse(all.contains("req/s"), all);
    }

    @Test
    void what_is_measured_stands_in_a_table_beside_what_the_database_gives() throws Exception {
        var shape = Shape.values()[0].spelled();
        var all = bench("--shape", shape, "--rounds", "1", "--seconds", "2", "--warm-up", "0", "--cold", "--connections", "2");
        var row = all.lines().filter(line -> line.startsWith("| " + Shape.values()[0] + " | ")).findFirst().orElseThrow(() -> new AssertionError(all)).split(" \\| ");
        assertEquals(11, row.length, all);
        assertTrue(number(row[1]) > 0, all);
        assertTrue(number(row[2]) > 0 && number(row[2]) <= number(row[3]), all);
        if (all.contains("pgbench is not on this machine")) assertEquals(List.of("–", "–", "–", "–"), List.of(row).subList(5, 9), all);
        else for (var place = 5; place < 9; place++) assertTrue(number(row[place]) > 0, all);
    }

    private static double number(String shown) {
        return Double.parseDouble(shown.replace(",", ""));
    }

    private String bench(String... options) throws Exception {
        var said = place.resolve("said");
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Dstdout.encoding=UTF-8", Zhicheng.class.getName(), "bench", "read", "--rows", "4000", "--data", place.toString()));
        command.addAll(List.of(options));
        var bench = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        var ended = bench.waitFor(5, TimeUnit.MINUTES);
        if (!ended) bench.destroy();
        var all = Files.readString(said);
        assertTrue(ended, all);
        assertEquals(0, bench.exitValue(), all);
        return all;
    }
}
