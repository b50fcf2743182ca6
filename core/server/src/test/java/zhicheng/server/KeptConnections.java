package zhicheng.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import org.postgresql.ds.PGPooledConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections of one role to one database that are used again, each as if it were new: proving a password takes a hundred times as long as what is then
 * asked. What was not committed is undone when one is closed, and whatever else its session had is forgotten.
 */
final class KeptConnections extends PGSimpleDataSource implements ConnectionEventListener {
    /** That wait for somebody to use them. */
    private static final int KEPT = 4;
    private static final int SECONDS = 5;

    private final Deque<PooledConnection> idle = new ConcurrentLinkedDeque<>();

    KeptConnections(String url, String role, String password) {
        setUrl(url);
        setUser(role);
        setPassword(password);
    }

    @Override
    public Connection getConnection() throws SQLException {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            var connection = kept.getConnection();
            if (connection.isValid(SECONDS)) return connection;
            kept.close(); // the database has ended it
        }
        var made = new PGPooledConnection(super.getConnection(), true);
        made.addConnectionEventListener(this);
        return made.getConnection();
    }

    @Override
    public void connectionClosed(ConnectionEvent event) {
        var used = (PooledConnection) event.getSource();
        try {
            if (idle.size() >= KEPT) {
                used.close();
                return;
            }
            var connection = used.getConnection();
            connection.setReadOnly(false);
            try (var statement = connection.createStatement()) {
                statement.execute("discard all");
            }
            idle.addFirst(used);
        } catch (SQLException e) {
            close(used);
        }
    }

    /** Whoever uses it closes it too. */
    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {}

    /** Closes those that nobody uses. */
    void forget() {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) close(kept);
    }

    private static void close(PooledConnection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
