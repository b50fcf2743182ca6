package zhicheng.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** A statement of a command: its text is written down, its values are bound, its connection is the transaction's. */
public final class Sql {
    private Sql() {}

    /** What one row becomes. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @return how many rows were written */
    public static int write(Connection tx, String statement, Object... values) throws SQLException {
        try (var prepared = prepare(tx, statement, values)) {
            return prepared.executeUpdate();
        }
    }

    /** Writes what is there to be written: exactly one row, or it is a fault. */
    public static void writeOne(Connection tx, String statement, Object... values) throws SQLException {
        var written = write(tx, statement, values);
        if (written != 1) throw new IllegalStateException(written + " rows were written where one was to be");
    }

    /** @return the only row; empty where there is none */
    public static <T> Optional<T> one(Connection tx, Row<T> of, String statement, Object... values) throws SQLException {
        try (var prepared = prepare(tx, statement, values); var rows = prepared.executeQuery()) {
            if (!rows.next()) return Optional.empty();
            var one = of.of(rows);
            if (rows.next()) throw new IllegalStateException("more than one row");
            return Optional.of(one);
        }
    }

    private static PreparedStatement prepare(Connection tx, String statement, Object... values) throws SQLException {
        var prepared = tx.prepareStatement(statement);
        try {
            for (var i = 0; i < values.length; i++)
                switch (values[i]) {
                    case Instant instant -> prepared.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
                    case String[] texts -> prepared.setArray(i + 1, tx.createArrayOf("text", texts));
                    case UUID[] ids -> prepared.setArray(i + 1, tx.createArrayOf("uuid", ids));
                    case byte[] bytes -> prepared.setBytes(i + 1, bytes);
                    case null, default -> prepared.setObject(i + 1, values[i]);
                }
            return prepared;
        } catch (SQLException | RuntimeException e) {
            prepared.close();
            throw e;
        }
    }
}
