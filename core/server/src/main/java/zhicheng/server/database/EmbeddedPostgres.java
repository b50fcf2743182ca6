package zhicheng.server.database;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private static final Map<String, String> SETTINGS = Map.of(
            "max_connections", "60",
            "shared_buffers", "128MB",
            "min_wal_size", "80MB",
            "max_wal_size", "512MB");

    private final PostgresCluster cluster;
    private final DatabaseAccess access;

    private EmbeddedPostgres(PostgresCluster cluster, DatabaseAccess access) {
        this.cluster = cluster;
        this.access = access;
    }

    /**
     * Starts what is in the folder, or makes it first.
     *
     * @throws CannotStart with what PostgreSQL said
     */
    public static EmbeddedPostgres start(DataFolder folder) {
        try {
            var cluster = new PostgresCluster(folder.path().resolve("postgresql"));
            if (!cluster.exists()) {
                keepPasswords(folder, new Roles(DataFolder.newPassword(), DataFolder.newPassword(), DataFolder.newPassword()));
                cluster.create(firstStatements(passwords(folder)));
            } else if (cluster.stopOrphan()) {
                LOG.info("The last server was killed; its PostgreSQL has been cleared away and is started again");
            }
            var port = start(cluster, folder);
            return new EmbeddedPostgres(cluster, access(passwords(folder), port));
        } catch (IOException e) {
            throw new CannotStart(CannotStart.Reason.DATABASE,
                    "the embedded PostgreSQL in %s does not start: %s".formatted(folder.path(), e.getMessage()), e);
        }
    }

    /** How to enter it. */
    public DatabaseAccess access() {
        return access;
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

    private static List<String> firstStatements(Roles roles) {
        var statements = new ArrayList<>(roles.create());
        statements.addAll(Roles.createDatabase(Roles.DATABASE, "template1"));
        return statements;
    }

    /** On the kept port; on a new one where another program has taken that meanwhile. */
    private static int start(PostgresCluster cluster, DataFolder folder) throws IOException {
        for (var tries = 1; ; tries++) {
            var port = folder.kept("port").map(Integer::parseInt).filter(EmbeddedPostgres::isFree).orElseGet(EmbeddedPostgres::freePort);
            folder.keep("port", Integer.toString(port));
            try {
                cluster.start(port, SETTINGS);
                return port;
            } catch (IOException e) {
                if (tries == TRIES)
                    throw new IOException(e.getMessage() + "\n" + cluster.startLog(), e);
                cluster.stopOrphan();
            }
        }
    }

    private static DatabaseAccess access(Roles roles, int port) {
        return new DatabaseAccess("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, Roles.DATABASE), roles);
    }

    private static void keepPasswords(DataFolder folder, Roles roles) {
        folder.keep("passwords", "owner=%s\nwriter=%s\nreader=%s".formatted(roles.owner(), roles.writer(), roles.reader()));
    }

    private static Roles passwords(DataFolder folder) throws IOException {
        var kept = new Properties();
        kept.load(new StringReader(folder.kept("passwords")
                .orElseThrow(() -> new IOException("the file «passwords» is missing beside the data"))));
        return new Roles(kept.getProperty("owner"), kept.getProperty("writer"), kept.getProperty("reader"));
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
