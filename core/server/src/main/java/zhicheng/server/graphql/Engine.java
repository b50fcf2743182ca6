package zhicheng.server.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.schema.GraphQLSchema;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.OfficialClock;

/** Answers GraphQL requests: parses, measures, validates, executes. Made at start, or the server does not start. */
@Context
public class Engine {

    /** What GraphQL itself complains of is for programmers, in English; what a rule finds is for people, in both languages. */
    private static final Locale LOCALE = Locale.ENGLISH;

    private final GraphQLSchema schema;
    private final GraphQL graphQL;
    private final Limits limits;
    private final ParserOptions parserOptions;
    private final OfficialClock clock;
    private final ExecutorService threads;
    private final Semaphore free;

    @Inject
    Engine(SdlFiles sdl, List<Wires> wires, Limits limits, OfficialClock clock, SecurityLog security,
            @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this(sdl.all(), wires, limits, clock, security, threads);
    }

    Engine(List<SdlFiles.Sdl> sdl, List<Wires> wires, Limits limits, OfficialClock clock, SecurityLog security, ExecutorService threads) {
        this.schema = Schema.of(sdl, wires);
        this.limits = limits;
        this.clock = clock;
        this.threads = threads;
        this.free = new Semaphore(limits.running());
        this.parserOptions = ParserOptions.newParserOptions()
                .maxCharacters(limits.queryCharacters())
                .maxTokens(limits.tokens())
                .maxWhitespaceTokens(limits.queryCharacters())
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .build();
        this.graphQL = GraphQL.newGraphQL(schema)
                .defaultDataFetcherExceptionHandler(new Faults(security))
                // What comes here has been parsed, measured and validated.
                .preparsedDocumentProvider((input, _) -> CompletableFuture.completedFuture(
                        new PreparsedDocumentEntry(input.getGraphQLContext().<Document>get(Document.class))))
                .build();
    }

    /** Answers one request; never throws. */
    public Reply answer(Ask ask, Viewer viewer, String request) {
        var at = clock.now();
        try {
            return answer(ask, viewer, request, at);
        } catch (RuntimeException | StackOverflowError fault) {
            return reply(Reply.Outcome.FAILED, List.of(Faults.fault(fault, request)), request, at);
        }
    }

    private Reply answer(Ask ask, Viewer viewer, String request, Instant at) {
        Document document;
        try {
            document = parse(ask.query());
        } catch (InvalidSyntaxException e) {
            return refused(List.of(unparsed(ask.query(), e)), request, at);
        }
        var operation = operation(document, ask.operationName());
        if (operation != null && operation.getOperation() == OperationDefinition.Operation.MUTATION && !ask.mayChange())
            return reply(Reply.Outcome.ONLY_BY_POST, List.of(Refusal.at(operation.getSourceLocation(), Codes.ONLY_BY_POST,
                    "a mutation must come by POST, GET is for queries")), request, at);
        var tooMuch = Size.refusals(document, limits);
        if (!tooMuch.isEmpty())
            return refused(tooMuch, request, at);
        var invalid = ParseAndValidate.validate(schema, document, LOCALE);
        if (!invalid.isEmpty())
            return refused(invalid, request, at);
        if (operation == null)
            return refused(List.of(Refusal.of(Codes.VALIDATION, ask.operationName() == null
                    ? "the document has several operations: say which with operationName"
                    : "the document has no operation called «" + ask.operationName() + "»")), request, at);
        return execute(ask, viewer, document, operation, request, at);
    }

    private Document parse(String query) {
        return new Parser().parseDocument(ParserEnvironment.newParserEnvironment()
                .document(query)
                .parserOptions(parserOptions)
                .locale(LOCALE)
                .build());
    }

    private Refusal unparsed(String query, InvalidSyntaxException refused) {
        if (query.length() > limits.queryCharacters())
            return Refusal.of(Codes.LIMIT, Size.message("query-characters", limits.queryCharacters(), query.length()));
        if (refused instanceof ParseCancelledException)
            return Refusal.at(refused.getLocation(), Codes.LIMIT,
                    "tokens: the document has too many words and signs, or they are nested too deeply; at most %d are allowed (zhicheng.graphql.limits.tokens)"
                            .formatted(limits.tokens()));
        return Refusal.at(refused.getLocation(), Codes.SYNTAX, refused.getMessage());
    }

    /** @return null where the name, or its absence, does not choose one */
    private static OperationDefinition operation(Document document, String name) {
        var operations = document.getDefinitionsOfType(OperationDefinition.class);
        if (name == null)
            return operations.size() == 1 ? operations.getFirst() : null;
        return operations.stream().filter(operation -> name.equals(operation.getName())).findFirst().orElse(null);
    }

    private Reply execute(Ask ask, Viewer viewer, Document document, OperationDefinition operation, String request, Instant at) {
        if (!free.tryAcquire())
            return reply(Reply.Outcome.BUSY, List.of(Refusal.of(Codes.BUSY,
                    "%d operations are running, and no more are taken now (zhicheng.graphql.limits.running): try again"
                            .formatted(limits.running()))), request, at);
        var input = ExecutionInput.newExecutionInput()
                .query(ask.query())
                .operationName(ask.operationName())
                .variables(ask.variables())
                .locale(LOCALE)
                .graphQLContext(context -> context
                        .of(Document.class, document)
                        .of(Viewer.class, viewer)
                        .of(Asked.REQUEST, request)
                        .of(Asked.AT, at))
                .build();
        var running = new FutureTask<ExecutionResult>(() -> graphQL.execute(input));
        try {
            threads.execute(() -> {
                try {
                    running.run();
                } finally {
                    free.release();
                }
            });
        } catch (RuntimeException e) {
            free.release();
            throw e;
        }
        try {
            return executed(running.get(limits.time().toMillis(), TimeUnit.MILLISECONDS), request, at);
        } catch (ExecutionException e) {
            return reply(Reply.Outcome.FAILED, List.of(Faults.fault(e.getCause(), request)), request, at);
        } catch (TimeoutException e) {
            return givenUp(input, running, operation, request, at);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return givenUp(input, running, operation, request, at);
        }
    }

    /** A query is stopped where it stands. A mutation is let go on: its key tells later what became of it. */
    private Reply givenUp(ExecutionInput input, Future<?> running, OperationDefinition operation, String request, Instant at) {
        var changes = operation.getOperation() == OperationDefinition.Operation.MUTATION;
        if (!changes) {
            input.cancel();
            running.cancel(true);
        }
        return reply(Reply.Outcome.TIMED_OUT, List.of(Refusal.of(Codes.TIMEOUT,
                "no answer within %d ms (zhicheng.graphql.limits.time)%s".formatted(limits.time().toMillis(), changes
                        ? ": whether it was done is not known; ask again with the same idempotency key" : ""))), request, at);
    }

    private Reply executed(ExecutionResult result, String request, Instant at) {
        if (!result.isDataPresent())
            return refused(result.getErrors(), request, at);
        var body = body(result.getErrors(), request);
        body.put("data", result.getData());
        body.put("extensions", extensions(request, at));
        return new Reply(Reply.Outcome.EXECUTED, body);
    }

    private Reply refused(List<? extends GraphQLError> errors, String request, Instant at) {
        return reply(Reply.Outcome.REFUSED, errors, request, at);
    }

    private Reply reply(Reply.Outcome outcome, List<? extends GraphQLError> errors, String request, Instant at) {
        var body = body(errors, request);
        body.put("extensions", extensions(request, at));
        return new Reply(outcome, body);
    }

    private static Map<String, Object> body(List<? extends GraphQLError> errors, String request) {
        var body = new LinkedHashMap<String, Object>();
        if (!errors.isEmpty())
            body.put("errors", errors.stream().map(error -> Faults.said(error, request)).toList());
        return body;
    }

    private Map<String, Object> extensions(String request, Instant at) {
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("request", request);
        if (clock.isDemonstration()) {
            extensions.put("demonstration", true);
            extensions.put("officialTime", Scalars.inChina(at));
        }
        return extensions;
    }
}
