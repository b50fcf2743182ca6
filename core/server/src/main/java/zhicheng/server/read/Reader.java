package zhicheng.server.read;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.type.Argument;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import zhicheng.server.account.DataKey;
import zhicheng.server.account.Viewer;

/**
 * Reads what a viewer may see, through {@code zhicheng_reader}, in a read-only transaction that may take only so long.
 * Objects come as maps in the shape of the selection, under its keys; instants with the offset +08:00.
 * What the viewer may not see is not there, as if it did not exist.
 */
@Singleton
@Requires(beans = DataSource.class)
public final class Reader {
    private final DataSource database;
    private final JsonMapper json;
    private final Cursors cursors;
    private final Duration patience;

    public Reader(@Named("reader") DataSource database, JsonMapper json, DataKey key,
            @Value("${zhicheng.read.statement-timeout:5s}") Duration patience) {
        this.database = DelegatingDataSource.unwrapDataSource(database); // a connection of its own, whatever transaction is open
        this.json = json;
        this.cursors = new Cursors(key);
        this.patience = patience;
    }

    /** A row with its noun, found by id alone. */
    public record Found(Noun noun, Map<String, Object> row) {}

    /** The row of this id. */
    public Optional<Map<String, Object>> byId(Noun noun, UUID id, Selection selection, Viewer viewer) {
        return row(noun, compiler(viewer).one(noun, id, selection), selection, viewer);
    }

    /** Whatever row has this id, of these nouns. */
    public Optional<Found> any(List<Noun> nouns, UUID id, Selection selection, Viewer viewer) {
        if (nouns.isEmpty()) return Optional.empty();
        return ask(compiler(viewer).any(nouns, id, selection), rows -> {
            var noun = Nouns.named(rows.getString(1));
            return new Found(noun, sealed(noun, parsed(rows.getString(2)), selection, viewer));
        });
    }

    /** The one row of which all this is known: for whoever can name it. */
    public Optional<Map<String, Object>> known(Noun noun, Map<String, String> by, Selection selection, Viewer viewer) {
        return row(noun, compiler(viewer).known(noun, by, selection), selection, viewer);
    }

    /**
     * A page of a list.
     *
     * @param list the field, with arguments {@code where}, {@code orderBy}, {@code first}, {@code after}
     * @return the connection
     */
    public Map<String, Object> list(Noun noun, Selection.Field list, Viewer viewer) {
        var answer = ask(compiler(viewer).list(noun, list), rows -> parsed(rows.getString(1))).orElseThrow();
        new Seals(cursors, viewer).connection(noun, Cursors.ROOT, answer, list);
        return answer;
    }

    /** An id as a client sent it. */
    public static UUID id(String sent) {
        return (UUID) Scalar.ID.bound(sent, "id");
    }

    private Compiler compiler(Viewer viewer) {
        return new Compiler(viewer, cursors);
    }

    private Optional<Map<String, Object>> row(Noun noun, Sql sql, Selection selection, Viewer viewer) {
        return ask(sql, rows -> sealed(noun, parsed(rows.getString(1)), selection, viewer));
    }

    private Map<String, Object> sealed(Noun noun, Map<String, Object> row, Selection selection, Viewer viewer) {
        new Seals(cursors, viewer).object(noun, row, selection);
        return row;
    }

    @FunctionalInterface
    private interface Taking<T> {
        T from(ResultSet rows) throws SQLException;
    }

    private <T> Optional<T> ask(Sql sql, Taking<T> taking) {
        try (var connection = database.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                settle(connection);
                var answer = answer(connection, sql, taking);
                connection.commit();
                return answer;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a read failed: " + e.getMessage(), e);
        }
    }

    private static <T> Optional<T> answer(Connection connection, Sql sql, Taking<T> taking) throws SQLException {
        try (var statement = connection.prepareStatement(sql.text())) {
            bind(statement, sql.values());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(taking.from(rows)) : Optional.empty();
            }
        }
    }

    /** For this transaction only. */
    private void settle(Connection connection) throws SQLException {
        try (var settings = connection.prepareStatement("select set_config('statement_timeout', ?, true), set_config('timezone', 'Etc/GMT-8', true)")) {
            settings.setString(1, Long.toString(patience.toMillis()));
            settings.execute();
        }
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (var place = 0; place < values.size(); place++)
            statement.setObject(place + 1, values.get(place) instanceof Compiler.Many many ? array(statement.getConnection(), many) : values.get(place));
    }

    private static Array array(Connection connection, Compiler.Many many) throws SQLException {
        return connection.createArrayOf(many.scalar().type(), many.values().toArray());
    }

    private Map<String, Object> parsed(String text) {
        try {
            return json.readValue(text, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
