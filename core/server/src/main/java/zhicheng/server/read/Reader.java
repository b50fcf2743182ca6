package zhicheng.server.read;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import reactor.core.scheduler.Schedulers;
import zhicheng.server.account.DataKey;
import zhicheng.server.account.Viewer;

/**
 * Reads what a viewer may see and waits for it: for fields that are executed, and for what a mutation shows.
 * Objects come as maps in the shape of the selection, under its keys; instants with the offset +08:00.
 * What the viewer may not see is not there, as if it did not exist.
 */
@Singleton
@Requires(beans = Questions.class)
public final class Reader {
    private final Questions questions;
    private final JsonMapper json;
    private final Cursors cursors;

    public Reader(Questions questions, JsonMapper json, DataKey key) {
        this.questions = questions;
        this.json = json;
        this.cursors = new Cursors(key);
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
        return ask(compiler(viewer).any(nouns, id, selection), "json_build_object('noun', noun, 'row', row)::text", "(noun, row)", viewer).map(found -> {
            var noun = Nouns.named((String) found.get("noun"));
            @SuppressWarnings("unchecked") // a JSON object
            var row = (Map<String, Object>) found.get("row");
            return new Found(noun, sealed(noun, row, selection, viewer));
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
        var answer = ask(compiler(viewer).list(noun, list), "row::text", "(row)", viewer).orElseThrow();
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
        return ask(sql, "row::text", "(row)", viewer).map(row -> sealed(noun, row, selection, viewer));
    }

    private Map<String, Object> sealed(Noun noun, Map<String, Object> row, Selection selection, Viewer viewer) {
        new Seals(cursors, viewer).object(noun, row, selection);
        return row;
    }

    /** Waits: for threads that may. */
    private Optional<Map<String, Object>> ask(Sql sql, String json, String columns, Viewer viewer) {
        var question = new Question("select convert_to(" + json + ", 'UTF8') from (\n" + sql.numbered() + "\n) answer" + columns,
                sql.values().stream().map(value -> value instanceof Compiler.Many many ? array(many) : value).toList());
        if (Schedulers.isInNonBlockingThread()) throw new IllegalStateException("an event loop waits for nothing");
        try {
            return Optional.ofNullable(questions.ask(question, viewer).toCompletableFuture().get()).map(this::parsed);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ReadRefused refused) throw refused;
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("a read was given up", e);
        }
    }

    private static Object[] array(Compiler.Many many) {
        var values = many.values();
        return switch (many.scalar()) {
            case ID -> values.toArray(UUID[]::new);
            case TEXT -> values.toArray(String[]::new);
            case INT -> values.toArray(Integer[]::new);
            case BOOLEAN -> values.toArray(Boolean[]::new);
            case DATE -> values.toArray(LocalDate[]::new);
            case INSTANT -> values.toArray(OffsetDateTime[]::new);
            case TEXTS, HASH -> throw new IllegalArgumentException(many.scalar() + " is not asked for");
        };
    }

    private Map<String, Object> parsed(byte[] text) {
        try {
            return json.readValue(text, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
