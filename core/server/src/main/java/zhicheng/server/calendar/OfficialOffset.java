package zhicheng.server.calendar;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import zhicheng.server.CannotStart;
import zhicheng.server.database.DatabaseAccess;
import zhicheng.server.database.Roles;

/**
 * How far official time is from the system's, kept in the database for all its servers. There is none but in a
 * demonstration; once set it stays, so that official time never goes back.
 */
public final class OfficialOffset {

    private OfficialOffset() {}

    /** @return empty where official time is the system's */
    public static Optional<Duration> of(DatabaseAccess database) {
        try (var connection = asOwner(database);
                var rows = connection.createStatement().executeQuery("select offset_ms from official_clock")) {
            return rows.next() ? Optional.of(Duration.ofMillis(rows.getLong(1))) : Optional.empty();
        } catch (SQLException e) {
            throw new CannotStart(CannotStart.Reason.DATABASE, "official time cannot be read: " + e.getMessage(), e);
        }
    }

    /** Sets it where none is set yet. */
    public static void setOnce(DatabaseAccess database, Duration offset) {
        try (var connection = asOwner(database);
                var insert = connection.prepareStatement("insert into official_clock (offset_ms) values (?) on conflict do nothing")) {
            insert.setLong(1, offset.toMillis());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new CannotStart(CannotStart.Reason.DATABASE, "official time cannot be set: " + e.getMessage(), e);
        }
    }

    private static Connection asOwner(DatabaseAccess database) throws SQLException {
        return DriverManager.getConnection(database.url(), Roles.OWNER, database.roles().owner());
    }
}
