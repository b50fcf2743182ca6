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

    /** Commands and reads on one server. */
    public DatabaseAccess(String url, Roles roles) {
        this(url, url, roles);
    }

    /**
     * The two connection pools as configuration of an {@code ApplicationContext}: {@code datasources.default} is the
     * writer, {@code datasources.reader} the reader. The owner has no pool: only {@link Migration} enters as owner.
     */
    public Map<String, Object> settings() {
        var settings = new LinkedHashMap<String, Object>();
        pool(settings, "default", url, Roles.WRITER, roles.writer());
        pool(settings, "reader", readerUrl, Roles.READER, roles.reader());
        settings.put("datasources.reader.read-only", true);
        // Nobody waits for ever behind a transaction that hangs: the wait fails, nothing is written, and the same key may try again.
        settings.put("datasources.default.connection-init-sql", "set lock_timeout = '${zhicheng.database.lock-timeout:5s}'");
        return settings;
    }

    private static void pool(Map<String, Object> settings, String name, String url, String role, String password) {
        var prefix = "datasources." + name + ".";
        settings.put(prefix + "url", url);
        settings.put(prefix + "username", role);
        settings.put(prefix + "password", password);
        settings.put(prefix + "driver-class-name", "org.postgresql.Driver");
        settings.put(prefix + "dialect", "POSTGRES");
        settings.put(prefix + "pool-name", role);
        settings.put(prefix + "maximum-pool-size", "${zhicheng.database.connections:16}");
        settings.put(prefix + "minimum-idle", 2);
        settings.put(prefix + "connection-timeout", 10_000);
    }
}
