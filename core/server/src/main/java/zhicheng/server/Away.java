package zhicheng.server;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Whether what went wrong is that the database is away: it cannot be reached, stops, starts or recovers, or takes no more connections; or that the server itself gives it back. */
public final class Away {
    /** {@code admin_shutdown}, {@code crash_shutdown}, {@code cannot_connect_now}, {@code too_many_connections}. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");
    private static final String CONNECTION = "08";
    /** As HikariCP says it, without a state, of a pool that the server has closed because it is stopping. */
    private static final String CLOSED = " has been closed.";

    private Away() {}

    /** @param state of SQL; may be null */
    public static boolean says(String state) {
        return state != null && (state.startsWith(CONNECTION) || STATES.contains(state));
    }

    /** @param fault with all that caused it */
    public static boolean is(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause())
            if (cause instanceof SQLTransientConnectionException || cause instanceof SQLException said && (says(said.getSQLState()) || isClosed(said))) return true;
        return false;
    }

    private static boolean isClosed(SQLException said) {
        return said.getSQLState() == null && said.getMessage() != null && said.getMessage().startsWith("HikariDataSource ") && said.getMessage().endsWith(CLOSED);
    }
}
