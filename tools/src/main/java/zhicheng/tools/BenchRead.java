package zhicheng.tools;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import zhicheng.server.database.EmbeddedPostgres;
import zhicheng.server.local.DataFolder;
import zhicheng.tools.bench.Measurement;
import zhicheng.tools.bench.Shape;

/** Reads under load, beside the same statements without a server ({@code tools/BENCH.md}). */
@Command(name = "read", mixinStandardHelpOptions = true,
        description = "Measures reads under load, beside the same statements through pgbench. The data set is made the first time and kept in --data.")
final class BenchRead implements Callable<Integer> {

    private static final int FEWEST = 1_000;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private DataOption data;

    private int rows;

    @Option(names = "--rows", defaultValue = "1000000", paramLabel = "N", description = "dossiers of the data set (default ${DEFAULT-VALUE})")
    void rows(int rows) {
        if (rows < FEWEST) throw new CommandLine.ParameterException(spec.commandLine(), "--rows: %d at least, not %d".formatted(FEWEST, rows));
        this.rows = rows;
    }

    @Option(names = "--shape", split = ",", paramLabel = "SHAPE", description = "only these: ${COMPLETION-CANDIDATES}", converter = BenchRead.Spelled.class, completionCandidates = BenchRead.Shapes.class)
    private List<Shape> shapes = List.of(Shape.values());

    @Option(names = "--seconds", defaultValue = "10", paramLabel = "N", description = "how long each is measured at a time (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "5", paramLabel = "N", description = "seconds before each that do not count (default ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--rounds", defaultValue = "3", paramLabel = "N", description = "how often each has its turn; the middle one counts; 0: nothing is measured (default ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--connections", defaultValue = "16", paramLabel = "N", description = "who ask at the same time (default ${DEFAULT-VALUE})")
    private int connections;

    @Option(names = "--postgraphile", paramLabel = "DIR", description = "PostGraphile beside ours, from tools/outside/postgraphile (npm ci there first)")
    private Path postGraphile;

    @Option(names = "--plans", description = "prints the plans of the statements, behind the table; alone with --rounds 0")
    private boolean plans;

    /** A shape as it is spelled on the command line. */
    static final class Spelled implements CommandLine.ITypeConverter<Shape> {
        @Override
        public Shape convert(String word) {
            for (var shape : Shape.values())
                if (shape.spelled().equals(word)) return shape;
            throw new CommandLine.TypeConversionException("«%s» is none of %s".formatted(word, List.of(Shape.values())));
        }
    }

    /** How shapes are spelled. */
    static final class Shapes implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return List.of(Shape.values()).stream().map(Shape::spelled).iterator();
        }
    }

    @Override
    public Integer call() throws Exception {
        var running = new Running();
        var folder = running.stopLater(DataFolder.open(data.folder.resolve("bench")));
        var postgres = running.stopLater(EmbeddedPostgres.in(folder)).start(Measurement.POSTGRES);
        new Measurement(rows, shapes, seconds, rounds, warmUp, connections, postGraphile, plans).run(folder, postgres, spec.commandLine().getOut());
        return 0;
    }
}
