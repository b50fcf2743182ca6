package zhicheng.server.database;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.CannotStart;
import zhicheng.server.local.DataFolder;

/**
 * A PostgreSQL of the server's own, for a demonstration or a small office: durable, on 127.0.0.1 alone, with passwords
 * made on the first start and a port that stays the same.
 *
 * <p>In the data folder: {@code postgresql/} (programs and data), {@code passwords}, {@code port}. What a killed server
 * left running is stopped and started again, so that it always runs with this version's settings and without the dead
 * server's sessions.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    /** Below what systems hand out by themselves, so that the port is still free at the next start. */
    private static final int LOWEST_PORT = 15432;
    private static final int HIGHEST_PORT = 29999;
    private static final int TRIES = 3;
    private static final String PORT = "port";
    private static final String PASSWORDS = "passwords";

    private static final Map<String, String> SETTINGS = Map.of(
            "max_connections", "60",
            "shared_buffers", "128MB",
            "min_wal_size", "80MB",
            "max_wal_size", "512MB");

    private final DataFolder folder;
    private final PostgresCluster cluster;

    private EmbeddedPostgres(DataFolder folder, PostgresCluster cluster) {
        this.folder = folder;
        this.cluster = cluster;
    }

    /** The one in this folder, not started yet. */
    public static EmbeddedPostgres in(DataFolder folder) {
        try {
            return new EmbeddedPostgres(folder, new PostgresCluster(folder.path().resolve("postgresql")));
        } catch (IOException e) {
            throw doesNotStart(folder, e);
        }
    }

    /**
     * Starts it, and makes it first where there is none.
     *
     * @return how to enter it
     * @throws CannotStart with what PostgreSQL said
     */
    public DatabaseAccess start() {
        return start(Map.of());
    }

    /**
     * The same, with settings of PostgreSQL in place of those that fit a small office.
     *
     * @param settings by name; those that keep it durable stay as they are
     */
    public DatabaseAccess start(Map<String, String> settings) {
        var all = new HashMap<>(SETTINGS);
        all.putAll(settings);
        all.keySet().removeAll(PostgresCluster.DURABLE.keySet());
        try {
            if (!cluster.exists()) {
                keepPasswords(new Roles(DataFolder.newPassword(), DataFolder.newPassword(), DataFolder.newPassword()));
                cluster.create(firstStatements(passwords(folder.path())));
            } else if (cluster.stopOrphan()) {
                LOG.info("The last server was killed; its PostgreSQL has been cleared away and is started again");
            }
            startOnKeptPort(all);
            return access(folder.path()).orElseThrow();
        } catch (IOException e) {
            throw doesNotStart(folder, e);
        }
    }

    /** Stops it: nothing is left running. */
    @Override
    public void close() {
        try {
            cluster.stop();
        } catch (IOException e) {
            LOG.error("PostgreSQL did not stop: {}", e.getMessage());
        }
    }

    /** How to enter the one in this folder, which another process may be running; empty where there has never been one. */
    public static Optional<DatabaseAccess> access(Path folder) {
        return DataFolder.read(folder, PORT).map(port -> new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, Roles.DATABASE), passwords(folder)));
    }

    private static List<String> firstStatements(Roles roles) {
        var statements = new ArrayList<>(roles.create());
        statements.addAll(Roles.createDatabase(Roles.DATABASE, "template1"));
        return statements;
    }

    /** On a new port where another program has taken the kept one meanwhile. */
    private void startOnKeptPort(Map<String, String> settings) throws IOException {
        for (var tries = 1; ; tries++) {
            var port = folder.kept(PORT).map(Integer::parseInt).filter(EmbeddedPostgres::isFree).orElseGet(EmbeddedPostgres::freePort);
            folder.keep(PORT, Integer.toString(port));
            try {
                cluster.start(port, settings);
                return;
            } catch (IOException e) {
                if (tries == TRIES)
                    throw new IOException(e.getMessage() + "\n" + cluster.startLog(), e);
                cluster.stopOrphan();
            }
        }
    }

    private void keepPasswords(Roles roles) {
        folder.keep(PASSWORDS, "owner=%s\nwriter=%s\nreader=%s".formatted(roles.owner(), roles.writer(), roles.reader()));
    }

    private static Roles passwords(Path folder) {
        try {
            var kept = new Properties();
            kept.load(new StringReader(DataFolder.read(folder, PASSWORDS)
                    .orElseThrow(() -> new IOException("the file «" + PASSWORDS + "» is missing beside the data"))));
            return new Roles(kept.getProperty("owner"), kept.getProperty("writer"), kept.getProperty("reader"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CannotStart doesNotStart(DataFolder folder, IOException cause) {
        return new CannotStart(CannotStart.Reason.DATABASE,
                "the embedded PostgreSQL in %s does not start: %s".formatted(folder.path(), cause.getMessage()), cause);
    }

    private static int freePort() {
        for (var tries = 0; tries < 1000; tries++) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            if (isFree(port))
                return port;
        }
        throw new IllegalStateException("no free port between %d and %d".formatted(LOWEST_PORT, HIGHEST_PORT));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
