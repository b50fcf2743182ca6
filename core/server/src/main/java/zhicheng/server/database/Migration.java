package zhicheng.server.database;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import zhicheng.server.CannotStart;

/**
 * Brings a database to the tables of this version: the files of {@code schema/db}, run as the owner, before any pool
 * opens.
 *
 * <p>A database notes in its comment which files it was last brought to. Where these are the same files Flyway is not
 * even loaded: that is a fifth of a start.
 */
public final class Migration {

    private static final String FOLDER = "db/";

    private Migration() {}

    /**
     * @param url JDBC
     * @param ownerPassword of {@link Roles#OWNER}
     * @throws CannotStart where the database does not answer, or holds tables that this version did not make
     */
    public static void run(String url, String ownerPassword) {
        var wanted = "zhicheng, migrations " + fingerprint();
        try (var owner = DriverManager.getConnection(url, Roles.OWNER, ownerPassword)) {
            if (wanted.equals(noted(owner)))
                return;
            Flyway.configure()
                    .dataSource(url, Roles.OWNER, ownerPassword)
                    .locations("classpath:" + FOLDER)
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
            note(owner, wanted);
        } catch (FlywayException | SQLException e) {
            throw new CannotStart(CannotStart.Reason.DATABASE,
                    "the database %s cannot be brought to this version: %s".formatted(url, e.getMessage().strip()), e);
        }
    }

    private static String noted(Connection owner) throws SQLException {
        try (var select = owner.createStatement(); var row = select.executeQuery("""
                select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()""")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void note(Connection owner, String what) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("comment on database %s is '%s'".formatted(
                    statement.enquoteIdentifier(owner.getCatalog(), true), what));
        }
    }

    /** Of all files' names and contents. */
    private static String fingerprint() {
        try {
            var files = new TreeMap<String, byte[]>();
            var folder = Migration.class.getClassLoader().getResource(FOLDER);
            if (folder == null)
                throw new IllegalStateException(FOLDER + " is not on the class path");
            if (folder.openConnection() instanceof JarURLConnection jar)
                readJar(jar, files);
            else
                readFolder(folder.toURI(), files);
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, text) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(text);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | URISyntaxException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void readJar(JarURLConnection connection, TreeMap<String, byte[]> files) throws IOException {
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            for (var entry : jar.stream().filter(entry -> entry.getName().startsWith(FOLDER) && !entry.isDirectory()).toList())
                try (var in = jar.getInputStream(entry)) {
                    files.put(entry.getName().substring(FOLDER.length()), in.readAllBytes());
                }
        }
    }

    private static void readFolder(URI folder, TreeMap<String, byte[]> files) throws IOException {
        try (var paths = Files.list(Path.of(folder))) {
            for (var path : paths.toList())
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
        }
    }
}
