package zhicheng.server.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import zhicheng.server.CannotStart;

/** Brings a database to the tables of this version: the files of {@code schema/db}, run as the owner, before any pool opens. */
public final class Migration {

    private Migration() {}

    /**
     * @param url JDBC
     * @param ownerPassword of {@link Roles#OWNER}
     * @throws CannotStart where the database does not answer, or holds tables that this version did not make
     */
    public static void run(String url, String ownerPassword) {
        try {
            Flyway.configure()
                    .dataSource(url, Roles.OWNER, ownerPassword)
                    .locations("classpath:db")
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new CannotStart(CannotStart.Reason.DATABASE,
                    "the database %s cannot be brought to this version: %s".formatted(url, e.getMessage().strip()), e);
        }
    }
}
