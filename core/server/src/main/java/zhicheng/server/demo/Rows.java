package zhicheng.server.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Rows of one table, written in one go. */
final class Rows implements AutoCloseable {
    private final Connection tx;
    private final PreparedStatement insert;
    private final int width;

    /** @param columns between commas; {@code name::jsonb} for a JSON column */
    Rows(Connection tx, String table, String... columns) throws SQLException {
        this.tx = tx;
        var names = new StringBuilder();
        var places = new StringBuilder();
        for (var column : columns) {
            var cast = column.indexOf("::");
            names.append(names.isEmpty() ? "" : ", ").append(cast < 0 ? column : column.substring(0, cast));
            places.append(places.isEmpty() ? "?" : ", ?").append(cast < 0 ? "" : column.substring(cast));
        }
        this.insert = tx.prepareStatement("insert into " + table + " (" + names + ") values (" + places + ")");
        this.width = columns.length;
    }

    void add(Object... values) throws SQLException {
        if (values.length != width) throw new IllegalArgumentException(width + " values expected, not " + values.length);
        for (var place = 0; place < values.length; place++)
            switch (values[place]) {
                case Instant instant -> insert.setObject(place + 1, instant.atOffset(ZoneOffset.UTC));
                case String[] texts -> insert.setArray(place + 1, tx.createArrayOf("text", texts));
                case null, default -> insert.setObject(place + 1, values[place]);
            }
        insert.addBatch();
    }

    /** Writes what was added. */
    void write() throws SQLException {
        insert.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
