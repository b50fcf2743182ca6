package zhicheng.server.read;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import reactor.core.scheduler.Schedulers;
import zhicheng.server.BadInput;
import zhicheng.server.account.DataKey;

/** Reads what a viewer may see; what he may not see is not there, as if it did not exist. Instants come with the offset +08:00. */
@Singleton
@Requires(beans = Questions.class)
public final class Reader {
    private static final String ANSWER_BYTES = "zhicheng.read.answer-bytes";

    private final Questions questions;
    private final JsonMapper json;
    private final Cursors cursors;
    private final int answerBytes;

    /** @param answerBytes how large an answer may be */
    public Reader(Questions questions, JsonMapper json, DataKey key, @Property(name = ANSWER_BYTES, defaultValue = "16777216") int answerBytes) {
        if (answerBytes < 1) throw new IllegalArgumentException(ANSWER_BYTES + " is positive");
        this.questions = questions;
        this.json = json;
        this.cursors = new Cursors(key);
        this.answerBytes = answerBytes;
    }

    /**
     * A root field made ready, for everybody under the viewer's policy. Mistakes of the request are refused here, or when it is asked.
     *
     * @param field its arguments, coerced or {@link Given}, and what is wanted below
     */
    public Plan plan(Root root, Selection.Field field, Given.Request request) {
        return new Compiler(request, cursors, 1).plan(root, field);
    }

    /**
     * Counts of the same rows in several ways, made ready as one statement: the answer is one object, whose members they are in their order. Empty where
     * these root fields cannot be one statement.
     */
    public Optional<Plan> together(List<Root> roots, List<Selection.Field> fields, Given.Request request) {
        return new Compiler(request, cursors, 1).together(roots, fields);
    }

    /**
     * Looks at what will be shown of a row, as it will be read: before there is the row, and whichever it will be.
     *
     * @param place of the row, from the root field on: mistakes are said with all of it, for the whole request is refused
     * @param wanted with the values of this request
     * @throws BadInput with all that is wrong
     */
    public void check(Noun noun, String place, Selection wanted, Given.Request request) {
        new Compiler(request, cursors, 0).check(noun, place, wanted);
    }

    /** What a plan asks of the tables for this request: for whoever measures statements. */
    public Question question(Plan plan, Given.Request request) {
        return plan.question(request, cursors);
    }

    /**
     * The answer to a plan: JSON in UTF-8 in the shape of the selection; null where there is no row that may be seen. Waits for nothing; a value that
     * cannot be asked for is {@link BadInput} in the stage.
     */
    public CompletionStage<byte[]> ask(Plan plan, Given.Request request) {
        Question question;
        try {
            question = plan.question(request, cursors);
        } catch (BadInput mistake) {
            return CompletableFuture.failedStage(mistake);
        }
        var answer = questions.ask(question, request.viewer());
        if (request.gone() != null) request.gone().thenRun(() -> answer.toCompletableFuture().cancel(false));
        return answer.thenApply(bytes -> {
            if (bytes == null) return null;
            check(bytes.length);
            var sealed = plan.sealed(bytes, request, cursors);
            check(request.answered().addAndGet(sealed.length));
            return sealed;
        });
    }

    /** @throws ReadRefused where it is more than all that one request is answered with may have */
    private void check(long bytes) {
        if (bytes > answerBytes)
            throw new ReadRefused(ReadRefused.Why.TOO_LARGE, "the answer has %d bytes, and at most %d are sent (%s); ask for smaller pages, fewer fields, or in several requests".formatted(bytes, answerBytes, ANSWER_BYTES));
    }

    /**
     * What a root field asks, as maps and lists under the keys of the selection; empty where there is no row that may be seen.
     * Waits: for fields that are executed, on threads that may.
     *
     * @param field its arguments coerced, and what is wanted below
     * @throws CancellationException where the thread is interrupted: nobody waits for the answer any more
     */
    public Optional<Map<String, Object>> read(Root root, Selection.Field field, Given.Request request) {
        if (Schedulers.isInNonBlockingThread()) throw new IllegalStateException("an event loop waits for nothing");
        var gone = new CompletableFuture<Void>();
        var waiting = new Given.Request(request.viewer(), request.variables(), request.at(), gone, request.answered());
        try {
            return Optional.ofNullable(ask(plan(root, field, waiting), waiting).toCompletableFuture().get()).map(this::parsed);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) throw refused;
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            gone.complete(null);
            Thread.currentThread().interrupt();
            throw new CancellationException("a read was given up");
        }
    }

    /** The row of this id. Waits. */
    public Optional<Map<String, Object>> byId(Noun noun, UUID id, Selection selection, Given.Request request) {
        return read(new Root.ById(noun), new Selection.Field(noun.name(), noun.name(), Map.of("id", id), List.of(), selection), request);
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

    private Map<String, Object> parsed(byte[] text) {
        try {
            return json.readValue(text, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
