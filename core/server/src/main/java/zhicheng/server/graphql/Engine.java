package zhicheng.server.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.BadInput;
import zhicheng.server.CannotStart;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.account.Viewer;
import zhicheng.server.account.Visitor;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.read.Pricing;
import zhicheng.server.read.Question;
import zhicheng.server.read.ReadRefused;

/** Answers GraphQL requests: parses, measures, validates, executes. Made at start, or the server does not start. */
@Context
public class Engine {

    /** What GraphQL itself complains of is for programmers, in English; what a rule finds is for people, in both languages. */
    static final Locale LOCALE = Locale.ENGLISH;

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final GraphQLSchema schema;
    private final Documents documents;
    private final List<Straight> straight;
    private final TrustedDocuments trusted;
    private final GraphQL graphQL;
    private final Faults faults;
    private final Limits limits;
    private final OfficialClock clock;
    private final ExecutorService threads;
    private final Semaphore free;

    @Inject
    Engine(SdlFiles sdl, List<Wires> wires, List<Straight> straight, TrustedDocuments trusted, Limits limits, OfficialClock clock, SecurityLog security,
            @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this(sdl.all(), wires, straight, trusted, limits, clock, security, threads);
    }

    Engine(List<SdlFiles.Sdl> sdl, List<Wires> wires, List<Straight> straight, TrustedDocuments trusted, Limits limits, OfficialClock clock, SecurityLog security,
            ExecutorService threads) {
        this.schema = Schema.of(sdl, wires);
        this.documents = new Documents(schema, limits, document -> straight.forEach(one -> one.forget(document)));
        this.straight = straight;
        this.trusted = trusted;
        this.limits = limits;
        this.clock = clock;
        this.threads = threads;
        this.free = new Semaphore(limits.running());
        this.faults = new Faults(security);
        this.graphQL = GraphQL.newGraphQL(schema)
                .defaultDataFetcherExceptionHandler(faults)
                // What comes here has been parsed, measured and validated.
                .preparsedDocumentProvider((input, _) -> CompletableFuture.completedFuture(
                        new PreparsedDocumentEntry(input.getGraphQLContext().<Document>get(Document.class))))
                .build();
        check(trusted);
    }

    /** What is registered can be asked by everybody, or nobody would know before a frontend fails for some. A value that cannot be asked for is said in its place, to whoever asks. */
    private void check(TrustedDocuments trusted) {
        var wrong = trusted.byFile().entrySet().stream().flatMap(file -> against(file.getValue()).stream()
                .map(mistake -> "«%s»%s: %s".formatted(file.getKey(), place(mistake), mistake.getMessage()))).toList();
        if (!wrong.isEmpty())
            throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED, "zhicheng.graphql.documents: what is registered cannot be asked: %s. Mend it, or take the file out of the folder."
                    .formatted(String.join("; ", wrong)));
    }

    /** What keeps a registered document from being asked by everybody: what it is, or, of an operation whose variables may all be left out, what it costs and what it asks for in all places where somebody sees rows. */
    private List<? extends GraphQLError> against(String text) {
        var checked = documents.register(text);
        if (!checked.refusals().isEmpty())
            return checked.refusals();
        var document = checked.document().orElseThrow();
        return document.document().getDefinitionsOfType(OperationDefinition.class).stream().filter(operation -> operation.getVariableDefinitions().stream().allMatch(Engine::mayBeLeftOut))
                .flatMap(operation -> Pricing.IN_MOST_PLACES.stream().map(viewer -> tooDear(text, document, operation, viewer)).filter(refusals -> !refusals.isEmpty()).limit(1)).flatMap(List::stream).toList();
    }

    private static boolean mayBeLeftOut(VariableDefinition variable) {
        return !(variable.getType() instanceof NonNullType) || variable.getDefaultValue() != null;
    }

    private List<Refusal> tooDear(String text, Parsed document, OperationDefinition operation, Viewer viewer) {
        try {
            return way(new Ask(text, operation.getName(), Map.of(), true, true), viewer, document, operation, clock.now()).map(PricedWay::price).filter(Price::isTooMuch)
                    .map(price -> Refusal.at(operation.getSourceLocation(), Codes.COST, price.refusal(changes(operation)))).stream().toList();
        } catch (Refused refused) {
            return refused.refusals();
        } catch (RoleCheck.Denied _) {
            return List.of(); // it is for certain roles: whoever else asks is told so
        }
    }

    private static String place(GraphQLError mistake) {
        return mistake.getLocations() == null || mistake.getLocations().isEmpty() ? "" : ", line " + mistake.getLocations().getFirst().getLine();
    }

    /** Answers one request. Waits for nothing, so that an event loop may call it; never throws, and what it returns never fails. */
    public CompletionStage<Reply> answer(Ask ask, Viewer viewer, String request) {
        var at = clock.now();
        if (!trusted.mayAsk(ask.query(), viewer))
            return CompletableFuture.completedStage(reply(Reply.Outcome.REFUSED, List.of(Refusal.of(Codes.NOT_TRUSTED,
                    "only registered documents may be asked without a role that may ask what it likes (zhicheng.graphql.ad-hoc)")), request, at));
        try {
            var known = documents.known(ask.query());
            return (known.isPresent()
                    ? answer(known.get(), ask, viewer, request, at)
                    : unknown(ask, viewer, request, at))
                    .exceptionally(fault -> failed(fault, request, at));
        } catch (RuntimeException | StackOverflowError fault) {
            return CompletableFuture.completedStage(failed(fault, request, at));
        }
    }

    /** A document that has not come before is parsed and validated in the place of an operation that runs. */
    private CompletionStage<Reply> unknown(Ask ask, Viewer viewer, String request, Instant at) {
        if (!free.tryAcquire())
            return CompletableFuture.completedStage(busy(request, at));
        try {
            return CompletableFuture.supplyAsync(() -> {
                try {
                    return documents.checked(ask.query());
                } finally {
                    free.release();
                }
            }, threads).thenCompose(checked -> answer(checked, ask, viewer, request, at));
        } catch (RejectedExecutionException e) {
            free.release();
            throw e;
        }
    }

    private Reply busy(String request, Instant at) {
        return reply(Reply.Outcome.BUSY, List.of(Refusal.of(Codes.BUSY,
                "%d operations are running, and no more are taken now (zhicheng.graphql.limits.running): try again".formatted(limits.running()))), request, at);
    }

    /**
     * What a query asks of the tables, root field by root field, with the values of this request. Nothing is asked: this is for whoever measures
     * the statements themselves.
     *
     * @throws IllegalArgumentException where it is no query that the tables answer straight
     */
    public List<Question> questions(Ask ask, Viewer viewer) {
        var checked = documents.checked(ask.query());
        if (!checked.refusals().isEmpty())
            throw new IllegalArgumentException(checked.refusals().getFirst().getMessage());
        var document = checked.document().orElseThrow();
        var way = Optional.ofNullable(operation(document.document(), ask.operationName())).flatMap(operation -> way(ask, viewer, document, operation, clock.now()));
        return way.map(PricedWay::way).filter(Straight.Way::isStraight).map(Straight.Way::questions)
                .orElseThrow(() -> new IllegalArgumentException("the tables do not answer this by themselves: " + ask.query()));
    }

    private CompletionStage<Reply> answer(Documents.Checked checked, Ask ask, Viewer viewer, String request, Instant at) {
        var operation = checked.document().map(document -> operation(document.document(), ask.operationName())).orElse(null);
        if (operation != null && changes(operation) && !ask.mayChange())
            return CompletableFuture.completedStage(reply(Reply.Outcome.ONLY_BY_POST, List.of(Refusal.at(operation.getSourceLocation(), Codes.ONLY_BY_POST,
                    "a mutation must come by POST, GET is for queries")), request, at));
        if (!checked.refusals().isEmpty())
            return CompletableFuture.completedStage(refused(checked.refusals(), request, at));
        if (operation == null)
            return CompletableFuture.completedStage(refused(List.of(Refusal.of(Codes.VALIDATION, ask.operationName() == null
                    ? "the document has several operations: say which with operationName"
                    : "the document has no operation called «" + ask.operationName() + "»")), request, at));
        var parsed = checked.document().orElseThrow();
        Optional<PricedWay> way;
        try {
            Inputs.check(operation, ask.variables(), limits);
            way = way(ask, viewer, parsed, operation, at);
        } catch (Refused refused) {
            return CompletableFuture.completedStage(refused(refused.refusals(), request, at));
        } catch (RoleCheck.Denied denied) {
            return CompletableFuture.completedStage(refused(List.of(faults.refused(denied, viewer, request, List.of(operation.getSourceLocation()), null)), request, at));
        }
        if (way.isEmpty()) {
            var mistakes = Variables.mistakes(schema, operation, ask.variables());
            if (!mistakes.isEmpty())
                return CompletableFuture.completedStage(refused(mistakes, request, at));
        }
        var told = way;
        return asked(way, ask, viewer, parsed, operation, request, at).thenApply(reply -> told.map(known -> known.beside(reply)).orElse(reply));
    }

    private CompletionStage<Reply> asked(Optional<PricedWay> way, Ask ask, Viewer viewer, Parsed parsed, OperationDefinition operation, String request, Instant at) {
        var price = way.map(PricedWay::price);
        if (price.isPresent() && price.get().isTooMuch())
            return CompletableFuture.completedStage(reply(Reply.Outcome.REFUSED, List.of(Refusal.of(Codes.COST, price.get().refusal(changes(operation)))), request, at));
        var isLookedAt = ask.isDryRun() || changes(operation);
        var isStraight = false;
        try {
            isStraight = !isLookedAt && way.isPresent() && way.get().way().isStraight();
        } catch (ReadRefused _) {
            isLookedAt = true; // said as a dry run says it
        }
        if (isLookedAt) {
            Consumer<RoleCheck.Denied> denied = ask.isDryRun() ? _ -> {} : refused -> faults.noted(refused, viewer, request);
            var mistakes = way.map(known -> known.way().mistakes(ask.mayChange(), denied)).orElse(List.of());
            if (!mistakes.isEmpty())
                return CompletableFuture.completedStage(refused(mistakes, request, at));
            if (ask.isDryRun())
                return CompletableFuture.completedStage(nothingDone(request, at));
        }
        var document = parsed.document();
        if (!isStraight)
            return execute(ask, viewer, document, operation, request, at);
        return way.get().way().answer().<Reply>thenApply(data -> new Reply.Written(data, extensions(clock, request, at)))
                .exceptionallyCompose(fault -> unanswered(Faults.cause(fault), ask, viewer, document, operation, request, at));
    }

    private record PricedWay(Straight.Way way, Price price) {
        /** What it costs, and what it uses that has no meaning in some region, beside whatever becomes of it. */
        private Reply beside(Reply reply) {
            reply.extensions().put("cost", price.without(mistaken(reply)).shown());
            var notApplicable = way.notApplicable();
            if (!notApplicable.isEmpty())
                reply.extensions().put("notApplicable", notApplicable);
            return reply;
        }
    }

    /**
     * Empty where nothing is known of the operation, its variables do not fit, or a query asks for what cannot be: it is executed, once its variables do.
     *
     * @throws Refused where it asks for more than a limit, a variable is null where null may not be, or a mutation cannot be asked so
     * @throws RoleCheck.Denied where it asks by a protected value, for somebody who may not
     */
    private Optional<PricedWay> way(Ask ask, Viewer viewer, Parsed document, OperationDefinition operation, Instant at) {
        try {
            for (var one : straight) {
                var way = one.way(schema, document, operation, ask, viewer, at);
                if (way.isPresent())
                    return Optional.of(new PricedWay(way.get(), Price.of(way.get().shares(), limits.cost())));
            }
        } catch (BadInput mistake) {
            if (changes(operation))
                throw new Refused(mistake.mistakes().stream().map(one -> Refusal.at(operation.getSourceLocation(), Codes.BAD_INPUT, one)).toList());
            return Optional.empty(); // executed, it is said in its place
        }
        return Optional.empty();
    }

    private Reply nothingDone(String request, Instant at) {
        var body = new LinkedHashMap<String, Object>();
        body.put("data", null);
        body.put("extensions", extensions(clock, request, at));
        return new Reply.Values(Reply.Outcome.EXECUTED, body);
    }

    /** The root fields in which a value cannot be. */
    private static Set<String> mistaken(Reply reply) {
        if (!(reply instanceof Reply.Values(_, var body)) || !(body.get("errors") instanceof List<?> errors)) return Set.of();
        return errors.stream().map(Map.class::cast)
                .filter(error -> error.get("extensions") instanceof Map<?, ?> extensions && Codes.BAD_INPUT.equals(extensions.get("code")))
                .flatMap(error -> error.get("path") instanceof List<?> path && !path.isEmpty() ? Stream.of(path.getFirst().toString()) : Stream.empty())
                .collect(Collectors.toSet());
    }

    private static boolean changes(OperationDefinition operation) {
        return operation.getOperation() == OperationDefinition.Operation.MUTATION;
    }

    /** @return null where the name, or its absence, does not choose one */
    private static OperationDefinition operation(Document document, String name) {
        var operations = document.getDefinitionsOfType(OperationDefinition.class);
        if (name == null)
            return operations.size() == 1 ? operations.getFirst() : null;
        return operations.stream().filter(operation -> name.equals(operation.getName())).findFirst().orElse(null);
    }

    private CompletionStage<Reply> unanswered(Throwable fault, Ask ask, Viewer viewer, Document document, OperationDefinition operation, String request,
            Instant at) {
        return switch (fault) {
            case BadInput _ -> execute(ask, viewer, document, operation, request, at);
            case CancellationException _ -> CompletableFuture.completedStage(gone(request, at));
            default -> CompletableFuture.completedStage(failed(fault, request, at));
        };
    }

    private CompletionStage<Reply> execute(Ask ask, Viewer viewer, Document document, OperationDefinition operation, String request, Instant at) {
        if (!free.tryAcquire())
            return CompletableFuture.completedStage(busy(request, at));
        var input = ExecutionInput.newExecutionInput()
                .query(ask.query())
                .operationName(ask.operationName())
                .variables(ask.variables())
                .locale(LOCALE)
                .graphQLContext(context -> context
                        .of(Document.class, document)
                        .of(Viewer.class, viewer)
                        .of(Asked.REQUEST, request)
                        .of(Asked.AT, at)
                        .of(Asked.VISITOR, new Visitor(ask.address(), request))
                        .of(IdentityQuestions.Only.class, new IdentityQuestions.Only())
                        .of(Asked.ANSWERED, new AtomicLong())
                        .of(Asked.IN_BODY, ask.mayChange()))
                .build();
        var running = new FutureTask<>(() -> graphQL.execute(input));
        var result = new CompletableFuture<ExecutionResult>();
        try {
            threads.execute(() -> {
                try {
                    running.run();
                } finally {
                    free.release();
                }
                switch (running.state()) {
                    case SUCCESS -> result.complete(running.resultNow());
                    case FAILED -> result.completeExceptionally(running.exceptionNow());
                    case CANCELLED, RUNNING -> {} // withdrawn: what becomes of the request is said already
                }
            });
        } catch (RuntimeException e) {
            free.release();
            throw e;
        }
        if (ask.gone() != null && !changes(operation))
            ask.gone().thenRun(() -> {
                withdraw(input, running);
                result.cancel(false);
            });
        return result.orTimeout(limits.time().toMillis(), TimeUnit.MILLISECONDS).handle((executed, fault) -> switch (fault) {
            case null -> executed(executed, operation, request, at);
            case TimeoutException _ -> givenUp(input, running, operation, request, at);
            case CancellationException _ -> gone(request, at);
            default -> failed(fault, request, at);
        });
    }

    /** A query is stopped where it stands. A mutation is let go on: its key tells later what became of it. */
    private Reply givenUp(ExecutionInput input, Future<?> running, OperationDefinition operation, String request, Instant at) {
        if (!changes(operation))
            withdraw(input, running);
        return reply(Reply.Outcome.TIMED_OUT, List.of(Refusal.of(Codes.TIMEOUT,
                "no answer within %d ms (zhicheng.graphql.limits.time)%s".formatted(limits.time().toMillis(), changes(operation)
                        ? ": whether it was done is not known; ask again with the same idempotency key" : ": ask for less at a time, in several requests"))), request, at);
    }

    private Reply gone(String request, Instant at) {
        return reply(Reply.Outcome.TIMED_OUT, List.of(Refusal.of(Codes.TIMEOUT, "whoever asked has gone, and is not waited for")), request, at);
    }

    /** With the reads that it waits for. */
    private static void withdraw(ExecutionInput input, Future<?> running) {
        input.getGraphQLContext().put(Asked.WITHDRAWN, true); // before anything is stopped
        input.cancel();
        running.cancel(true);
    }

    private Reply executed(ExecutionResult result, OperationDefinition operation, String request, Instant at) {
        var onlyByPost = result.getErrors().stream().filter(error -> error instanceof Refusal refusal && refusal.code().equals(Codes.ONLY_BY_POST)).toList();
        if (!onlyByPost.isEmpty())
            return reply(Reply.Outcome.ONLY_BY_POST, onlyByPost, request, at);
        if (!result.isDataPresent() || !changes(operation) && result.getErrors().stream().anyMatch(Engine::isOverLimit))
            return refused(result.getErrors(), request, at);
        var body = body(result.getErrors(), request);
        body.put("data", result.getData());
        body.put("extensions", extensions(clock, request, at));
        var codes = result.getErrors().stream().filter(Refusal.class::isInstance).map(error -> ((Refusal) error).code()).collect(Collectors.toSet());
        return new Reply.Values(outcome(codes, !changes(operation) && isNothing(result)), body);
    }

    /** Whether of no root field anything came but what went wrong with it: what is not there is an answer. */
    private static boolean isNothing(ExecutionResult result) {
        Map<String, Object> data = result.getData();
        if (data == null) return true;
        var failed = result.getErrors().stream().map(GraphQLError::getPath).filter(path -> path != null && !path.isEmpty()).map(List::getFirst).collect(Collectors.toSet());
        return !data.isEmpty() && data.entrySet().stream().allMatch(one -> one.getValue() == null && failed.contains(one.getKey()));
    }

    /** Of a query the whole is refused, as where it is answered straight. */
    private static boolean isOverLimit(GraphQLError error) {
        return error instanceof Refusal refusal && refusal.code().equals(Codes.LIMIT);
    }

    /** @param isNothing whether it is a query of which nothing is answered: as much became of it as of one that was never executed */
    private static Reply.Outcome outcome(Set<String> codes, boolean isNothing) {
        if (codes.contains(Codes.UNAVAILABLE)) return Reply.Outcome.AWAY;
        if (isNothing && codes.contains(Codes.BUSY)) return Reply.Outcome.BUSY;
        if (isNothing && codes.contains(Codes.TIMEOUT)) return Reply.Outcome.TIMED_OUT;
        return Reply.Outcome.EXECUTED;
    }

    private Reply failed(Throwable fault, String request, Instant at) {
        return switch (Faults.cause(fault)) {
            case ReadRefused refused -> reply(switch (refused.why()) {
                case BUSY -> Reply.Outcome.BUSY;
                case TIMEOUT -> Reply.Outcome.TIMED_OUT;
                case AWAY -> Reply.Outcome.AWAY;
                case TOO_LARGE -> Reply.Outcome.REFUSED;
            }, List.of(Refusal.of(Faults.code(refused), refused.getMessage())), request, at);
            case RejectedExecutionException _ -> {
                LOG.warn("request {}: not executed, the server is stopping", request);
                yield reply(Reply.Outcome.AWAY, List.of(Refusal.of(Codes.UNAVAILABLE, "the server is stopping: nothing was done; try again")), request, at);
            }
            case Throwable cause -> reply(Reply.Outcome.FAILED, List.of(Faults.fault(cause, request)), request, at);
        };
    }

    private Reply refused(List<? extends GraphQLError> errors, String request, Instant at) {
        return reply(Reply.Outcome.REFUSED, errors, request, at);
    }

    private Reply reply(Reply.Outcome outcome, List<? extends GraphQLError> errors, String request, Instant at) {
        var body = body(errors, request);
        body.put("extensions", extensions(clock, request, at));
        return new Reply.Values(outcome, body);
    }

    private static Map<String, Object> body(List<? extends GraphQLError> errors, String request) {
        var body = new LinkedHashMap<String, Object>();
        if (!errors.isEmpty())
            body.put("errors", errors.stream().map(error -> Faults.said(error, request)).toList());
        return body;
    }

    /** What every answer says beside the data. */
    static Map<String, Object> extensions(OfficialClock clock, String request, Instant at) {
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("request", request);
        if (clock.isDemonstration()) {
            extensions.put("demonstration", true);
            extensions.put("officialTime", Scalars.inChina(at));
        }
        return extensions;
    }
}
