package zhicheng.tools.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator: what the database gives for a statement when nothing stands in front of it. */
final class PgBench {
    /** How to get it. */
    static final String MISSING = "pgbench is not on this machine: there are no limits to compare with. Debian: apt install postgresql (it is in postgresql-NN).";

    private static final Pattern PROGRESS = Pattern.compile("^progress: [\\d.]+ s, ([\\d.]+) tps, lat ([\\d.]+) ms");

    private final Path program;
    private final Database database;

    private PgBench(Path program, Database database) {
        this.program = program;
        this.database = database;
    }

    static Optional<PgBench> of(Database database) throws IOException {
        var places = new ArrayList<Path>();
        for (var folder : System.getenv("PATH").split(":")) places.add(Path.of(folder, "pgbench"));
        var debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian))
            try (Stream<Path> versions = Files.list(debian)) {
                versions.sorted((one, other) -> other.compareTo(one)).map(version -> version.resolve("bin/pgbench")).forEach(places::add);
            }
        return places.stream().filter(Files::isExecutable).findFirst().map(found -> new PgBench(found, database));
    }

    /** @return transactions per second after the warm-up */
    double run(Script script, String role, int connections, Duration warmUp, Duration time) throws IOException, InterruptedException {
        var file = Files.createTempFile("zhicheng", ".sql");
        try {
            Files.writeString(file, script.text());
            var address = database.address();
            var command = new ArrayList<>(List.of(program.toString(), "--no-vacuum", "--protocol=prepared", "--client=" + connections,
                    "--jobs=" + Math.min(connections, Runtime.getRuntime().availableProcessors()), "--time=" + (warmUp.toSeconds() + time.toSeconds()), "--progress=1", "--random-seed=" + 20240930,
                    "--host=" + address.getHost(), "--port=" + address.getPort(), "--username=" + role, "--file=" + file));
            script.constants().forEach((name, value) -> command.add("--define=" + name + "=" + value));
            command.add(address.getPath().substring(1));
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", database.password(role));
            builder.environment().put("PGCLIENTENCODING", "UTF8");
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new IOException("pgbench failed:\n" + said + "\n" + script.text());
            return said.lines().map(PROGRESS::matcher).filter(java.util.regex.Matcher::find).mapToDouble(found -> Double.parseDouble(found.group(1)))
                    .skip(warmUp.toSeconds()).average().orElseThrow(() -> new IOException("pgbench said nothing of its progress:\n" + said));
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
