package zhicheng.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import zhicheng.server.account.DataKey;
import zhicheng.server.database.DatabaseAccess;
import zhicheng.server.database.Migration;
import zhicheng.server.database.PostgresCluster;
import zhicheng.server.database.Roles;
import zhicheng.server.local.DataFolder;
import zhicheng.server.local.LocalTrailKey;
import zhicheng.server.trail.TrailKey;

/**
 * A database of one test's own, with today's tables and the three roles. The one place where tests get PostgreSQL.
 *
 * <p>Where Docker answers it is a container, elsewhere the embedded one; which, stands in one line of the output and in
 * {@code target/database-tests-ran-on.txt}. One server per JVM, one database per {@link #fresh()}, copied from a
 * migrated template. System properties:
 *
 * <ul>
 *   <li>{@code zhicheng.tests.container}: {@code auto} (default) or {@code never};
 *   <li>{@code zhicheng.tests.require-container}: {@code true} fails where no container can be had;
 *   <li>{@code zhicheng.tests.image}: default {@code postgres:17-alpine};
 *   <li>{@code zhicheng.tests.fork}: which of several JVMs that test side by side this is; default {@code fork-1}.
 * </ul>
 *
 * Tests that use it carry {@code @Tag("database")}.
 */
public final class TestDatabase implements AutoCloseable {

    private static final String TEMPLATE = "zhicheng_template";
    private static final String FORK = System.getProperty("zhicheng.tests.fork", "fork-1");
    private static final Path DATA_KEY = newDataKey();
    private static final Path TRAIL_KEY = newTrailKey();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;
    private final DatabaseAccess access;
    private final KeptConnections owner;
    private final KeptConnections writer;

    private TestDatabase(String name, DatabaseAccess access) {
        this.name = name;
        this.access = access;
        this.owner = new KeptConnections(access.url(), Roles.OWNER, access.roles().owner());
        this.writer = new KeptConnections(access.url(), Roles.WRITER, access.roles().writer());
    }

    /** A new database with all tables and no rows but those of the migrations. */
    public static TestDatabase fresh() {
        return from(TEMPLATE);
    }

    /** A new database without tables, for tests of the migrations themselves. */
    public static TestDatabase withoutTables() {
        return from("template1");
    }

    /** Another one with the same tables and rows; nobody may be connected to this one meanwhile. */
    public TestDatabase copy() {
        forgetConnections();
        return from(name);
    }

    private static TestDatabase from(String template) {
        var server = Server.ONLY;
        var name = "test_" + NUMBER.incrementAndGet();
        server.createDatabase(name, template);
        return new TestDatabase(name, new DatabaseAccess(server.url(name), server.roles));
    }

    /** Where it is and the roles' passwords. */
    public DatabaseAccess access() {
        return access;
    }

    /** What an {@code ApplicationContext} takes to use it. */
    public Map<String, Object> settings() {
        var settings = access.settings();
        settings.put("zhicheng.security.data-key-file", DATA_KEY.toString());
        try (var folder = DataFolder.open(TRAIL_KEY)) {
            settings.putAll(LocalTrailKey.settings(folder));
        }
        settings.put("zhicheng.files.folder", DATA_KEY.resolveSibling("files-of-" + name + "-" + FORK).toString());
        settings.put("zhicheng.clockwork.enabled", false);
        return settings;
    }

    /** What signs the trail's roots where {@link #settings} hold. */
    public static TrailKey trailKey() {
        return LocalTrailKey.in(TRAIL_KEY);
    }

    private static Path newTrailKey() {
        try {
            var path = Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "trail-key");
            try (var folder = DataFolder.open(path)) {
                LocalTrailKey.settings(folder);
            }
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made anew for each JVM: nothing that it encrypts outlives the run. */
    private static Path newDataKey() {
        try {
            var secret = new byte[DataKey.LENGTH];
            new SecureRandom().nextBytes(secret);
            Files.createDirectories(Path.of("target"));
            return Files.writeString(Files.createTempFile(Path.of("target").toAbsolutePath(), "data-key", ""), Base64.getEncoder().encodeToString(secret));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connections as {@link Roles#OWNER}. */
    public DataSource owner() {
        return owner;
    }

    /** Connections as {@link Roles#WRITER}. */
    public DataSource writer() {
        return writer;
    }

    /** Connections as {@link Roles#READER}, each of them new: what row-level security does where nothing was ever set is seen on no other. */
    public DataSource reader() {
        var source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(Roles.READER);
        source.setPassword(access.roles().reader());
        return source;
    }

    /** Drops it, with whatever still uses it. */
    @Override
    public void close() {
        forgetConnections();
        Server.ONLY.asSuperuser("drop database %s with (force)".formatted(name));
    }

    private void forgetConnections() {
        owner.forget();
        writer.forget();
    }

    /** The server under all test databases of this JVM. */
    private record Server(String host, int port, KeptConnections superuser, Roles roles) {

        private static final String SUPERUSER = "tests";

        private static final Server ONLY = start();

        private static Server start() {
            var required = Boolean.getBoolean("zhicheng.tests.require-container");
            var allowed = !"never".equals(System.getProperty("zhicheng.tests.container"));
            var image = System.getProperty("zhicheng.tests.image", "postgres:17-alpine");
            Server server = null;
            var where = "embedded";
            if (required || allowed && DockerClientFactory.instance().isDockerAvailable()) {
                try {
                    server = container(image);
                    where = "in a container (" + image + ")";
                } catch (RuntimeException e) {
                    if (required)
                        throw e;
                    where = "embedded, because the container did not start: " + e.getMessage();
                }
            }
            if (server == null)
                server = embedded();
            server.say(where);
            server.createDatabase(TEMPLATE, "template1");
            Migration.run(server.url(TEMPLATE), server.roles.owner());
            return server;
        }

        private static Server of(String host, int port, String password) {
            return new Server(host, port, new KeptConnections(url(host, port, "postgres"), SUPERUSER, password),
                    new Roles(DataFolder.newPassword(), DataFolder.newPassword(), DataFolder.newPassword()));
        }

        /** Removed by Testcontainers, or by whoever brought the engine up. */
        @SuppressWarnings("resource")
        private static Server container(String image) {
            var container = new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
                    .withUsername(SUPERUSER).withPassword(DataFolder.newPassword());
            container.start();
            Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
            var server = of(container.getHost(), container.getMappedPort(5432), container.getPassword());
            server.asSuperuser(server.roles.create().toArray(String[]::new));
            return server;
        }

        /** Under {@code target/}; what an earlier, killed run left there is cleared away first. */
        private static Server embedded() {
            try {
                var folder = DataFolder.open(Path.of("target", "test-postgres-" + FORK));
                var cluster = new PostgresCluster(folder.path().resolve("postgresql"));
                cluster.stopOrphan();
                cluster.delete();
                var password = DataFolder.newPassword();
                var server = of("127.0.0.1", freePort(), password);
                var statements = new ArrayList<>(server.roles.create());
                statements.add("create role %s superuser login password '%s'".formatted(SUPERUSER, password));
                cluster.create(List.copyOf(statements));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cluster)));
                cluster.start(server.port, Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off",
                        "max_connections", "100"));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(PostgresCluster cluster) {
            try {
                cluster.stop();
                cluster.delete();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        private String url(String database) {
            return url(host, port, database);
        }

        private static String url(String host, int port, String database) {
            return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
        }

        private void createDatabase(String name, String template) {
            asSuperuser(Roles.createDatabase(name, template).toArray(String[]::new));
        }

        private synchronized void asSuperuser(String... statements) {
            try (var connection = superuser.getConnection(); var statement = connection.createStatement()) {
                for (var sql : statements)
                    statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void say(String where) {
            try (var connection = superuser.getConnection()) {
                var line = "Database tests run on PostgreSQL %s, %s"
                        .formatted(connection.getMetaData().getDatabaseProductVersion(), where);
                System.out.println(line);
                Files.createDirectories(Path.of("target"));
                Files.writeString(Path.of("target", "database-tests-ran-on.txt"), line + "\n",
                        StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
