package zhicheng.server.database;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the database is and how the three roles enter it.
 *
 * @param url JDBC, without user and password
 * @param readerUrl JDBC of a replica for reads; the same as {@code url} where there is none
 * @param roles the three passwords
 */
public record DatabaseAccess(String url, String readerUrl, Roles roles) {

    /** The settings under which the reader's address, user and password stand. */
    public static final String READER = "zhicheng.read.database";
    private static final String WRITER = "datasources.default";

    /** Commands and reads on one server. */
    public DatabaseAccess(String url, Roles roles) {
        this(url, url, roles);
    }

    /**
     * As configuration of an {@code ApplicationContext}: {@code datasources.default} is the writer's pool, by JDBC; {@code zhicheng.read.database} is
     * where the reader's connections go ({@code ReadPool}). The owner has no pool: only {@link Migration} enters as owner.
     */
    public Map<String, Object> settings() {
        var settings = new LinkedHashMap<String, Object>();
        at(settings, WRITER, url, Roles.WRITER, roles.writer());
        at(settings, READER, readerUrl, Roles.READER, roles.reader());
        settings.put(WRITER + ".driver-class-name", "org.postgresql.Driver");
        settings.put(WRITER + ".dialect", "POSTGRES");
        settings.put(WRITER + ".pool-name", Roles.WRITER);
        settings.put(WRITER + ".maximum-pool-size", "${zhicheng.database.connections:16}");
        settings.put(WRITER + ".minimum-idle", 2);
        settings.put(WRITER + ".connection-timeout", 10_000);
        // Nobody waits for ever behind a transaction that hangs: the wait fails, nothing is written, and the same key may try again.
        settings.put(WRITER + ".connection-init-sql", "set lock_timeout = '${zhicheng.database.lock-timeout:5s}'");
        return settings;
    }

    private static void at(Map<String, Object> settings, String where, String url, String role, String password) {
        settings.put(where + ".url", url);
        settings.put(where + ".username", role);
        settings.put(where + ".password", password);
    }
}
