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
import java.sql.Connection;
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

    /** A root field made ready, for everybody under the viewer's policy. Mistakes of the request are refused here, or when it is asked. */
    public Plan plan(Root root, Selection.Field field, Given.Request request) {
        return new Compiler(request, cursors).plan(root, field);
    }

    /** The answer to a plan, in the shape of the selection; empty where there is no row that may be seen. */
    public Optional<byte[]> ask(Plan plan, Given.Request request) {
        return ask(plan.question(request, cursors)).map(answer -> plan.sealed(answer, request, cursors));
    }

    /**
     * What a root field asks, as maps and lists under the keys of the selection.
     *
     * @param field its arguments coerced, and what is wanted below
     */
    public Optional<Map<String, Object>> read(Root root, Selection.Field field, Viewer viewer) {
        var request = new Given.Request(viewer, Map.of());
        return ask(plan(root, field, request), request).map(this::parsed);
    }

    /** The row of this id. */
    public Optional<Map<String, Object>> byId(Noun noun, UUID id, Selection selection, Viewer viewer) {
        return read(new Root.ById(noun), new Selection.Field(noun.name(), noun.name(), Map.of("id", id), List.of(), selection), viewer);
    }

    /** An id as a client sent it. */
    public static UUID id(String sent) {
        return Given.id(sent, "id");
    }

    /** Which sort keys of a cursor are absent, such as {@code 0100}: that much of it is part of the statement. */
    public String absent(Object cursor) {
        var pattern = new StringBuilder();
        for (var key : cursors.open(cursor, "after").keys()) pattern.append(key == null ? '1' : '0');
        return pattern.toString();
    }

    private Optional<byte[]> ask(Question question) {
        try (var connection = database.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                settle(connection);
                var answer = answer(connection, question);
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

    private static Optional<byte[]> answer(Connection connection, Question question) throws SQLException {
        try (var statement = connection.prepareStatement(question.text().replaceAll("\\$\\d+", "?"))) {
            for (var place = 0; place < question.values().size(); place++) statement.setObject(place + 1, question.values().get(place));
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getBytes(1)) : Optional.empty();
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

    private Map<String, Object> parsed(byte[] text) {
        try {
            return json.readValue(text, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
