package zhicheng.server.graphql;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.BadInput;
import zhicheng.server.Busy;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.account.Unrepeated;
import zhicheng.server.account.Viewer;
import zhicheng.server.Away;
import zhicheng.server.read.ReadRefused;
import zhicheng.server.trail.ProtectedQuestions;

/** What goes wrong: the log gets all of it under the request's id, whoever asked gets the id. */
final class Faults implements DataFetcherExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final String MESSAGE = "internal error";

    private final SecurityLog security;

    Faults(SecurityLog security) {
        this.security = security;
    }

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(DataFetcherExceptionHandlerParameters field) {
        var locations = List.of(field.getSourceLocation());
        var path = field.getPath().toList();
        var cause = cause(field.getException());
        if (cause instanceof BadInput bad)
            return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult()
                    .errors(bad.mistakes().stream().<GraphQLError>map(mistake -> new Refusal(mistake, Codes.BAD_INPUT, locations, path)).toList()).build());
        var error = switch (cause) {
            case ReadRefused refused -> new Refusal(refused.getMessage(), code(refused), locations, path);
            case IdentityQuestions.OnlyByPost only -> new Refusal(only.getMessage(), Codes.ONLY_BY_POST, locations, path);
            case ProtectedQuestions.TooMany many -> new Refusal(many.getMessage(), Codes.LIMIT, locations, path);
            case RoleCheck.Denied denied -> refused(denied, Asked.by(field.getDataFetchingEnvironment()), Asked.in(field.getDataFetchingEnvironment()), locations, path);
            case Throwable stopped when stopped instanceof CancellationException || Asked.isWithdrawn(field.getDataFetchingEnvironment()) -> {
                LOG.debug("request {}: {} was given up", Asked.in(field.getDataFetchingEnvironment()), field.getPath(), stopped);
                yield new Refusal("given up: nobody waits for it", Codes.TIMEOUT, locations, path);
            }
            case Busy busy -> {
                LOG.warn("request {}: {}: {}", Asked.in(field.getDataFetchingEnvironment()), field.getPath(), busy.getMessage());
                yield new Refusal(busy.getMessage(), Codes.BUSY, locations, path);
            }
            case Throwable fault when Away.is(fault) -> {
                LOG.warn("request {}: {}: the database is away: {}", Asked.in(field.getDataFetchingEnvironment()), field.getPath(), fault.getMessage());
                yield new Refusal("the database cannot be reached or is not ready: try again, a mutation with the same idempotency key", Codes.UNAVAILABLE, locations, path);
            }
            case Throwable fault -> {
                LOG.error("request {}: {}", Asked.in(field.getDataFetchingEnvironment()), field.getPath(), fault);
                yield new Refusal(MESSAGE, Codes.INTERNAL, locations, path);
            }
        };
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    /** Somebody lacks a role, which is noted. */
    Refusal refused(RoleCheck.Denied denied, Viewer viewer, String request, List<SourceLocation> locations, List<Object> path) {
        noted(denied, viewer, request);
        return denied(denied, viewer, locations, path);
    }

    void noted(RoleCheck.Denied denied, Viewer viewer, String request) {
        security.refused("role", viewer.account(), denied.what(), request);
    }

    /** What a viewer is told who lacks a role. */
    static Refusal denied(RoleCheck.Denied denied, Viewer viewer, List<SourceLocation> locations, List<Object> path) {
        var name = denied.what();
        var roles = denied.asked().stream().map(Enum::name).sorted().toList();
        return viewer.isSignedIn()
                ? new Refusal("%s is for the roles %s".formatted(name, roles), Codes.FORBIDDEN, locations, path)
                : new Refusal("%s needs an account with one of the roles %s: send a token in the header Authorization"
                        .formatted(name, roles), Codes.UNAUTHENTICATED, locations, path);
    }

    /** An error as it goes out: a code, nothing of the inside, and no identity number that was written in a wrong place. */
    static Map<String, Object> said(GraphQLError error, String request) {
        var code = code(error);
        if (code.equals(Codes.INTERNAL) && !(error instanceof Refusal))
            LOG.error("request {}: {} {}", request, error.getPath(), Unrepeated.in(error.getMessage()));
        var said = new LinkedHashMap<String, Object>();
        said.put("message", code.equals(Codes.INTERNAL) ? MESSAGE : Unrepeated.in(error.getMessage()));
        if (error.getLocations() != null && !error.getLocations().isEmpty())
            said.put("locations", error.getLocations().stream()
                    .map(Faults::said).toList());
        if (error.getPath() != null && !error.getPath().isEmpty())
            said.put("path", error.getPath());
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("code", code);
        if (code.equals(Codes.INTERNAL) || code.equals(Codes.BUSY) || code.equals(Codes.UNAVAILABLE))
            extensions.put("request", request);
        said.put("extensions", extensions);
        return said;
    }

    private static Map<String, Object> said(SourceLocation location) {
        var said = new LinkedHashMap<String, Object>();
        said.put("line", location.getLine());
        said.put("column", location.getColumn());
        return said;
    }

    private static String code(GraphQLError error) {
        if (error instanceof Refusal refusal)
            return refusal.code();
        return switch (error.getErrorType()) {
            case ErrorType.InvalidSyntax -> Codes.SYNTAX;
            case ErrorType.ValidationError, ErrorType.OperationNotSupported -> Codes.VALIDATION;
            case null, default -> Codes.INTERNAL;
        };
    }

    /** As which kind of error a read that was refused is said. */
    static String code(ReadRefused refused) {
        return switch (refused.why()) {
            case BUSY -> Codes.BUSY;
            case TIMEOUT -> Codes.TIMEOUT;
            case AWAY -> Codes.UNAVAILABLE;
            case TOO_LARGE -> Codes.LIMIT;
        };
    }

    /** What made the operation as a whole fail. */
    static Refusal fault(Throwable fault, String request) {
        LOG.error("request {}", request, fault);
        return Refusal.of(Codes.INTERNAL, MESSAGE);
    }

    /** What went wrong, without the wrappings of whoever waited. */
    static Throwable cause(Throwable fault) {
        return (fault instanceof CompletionException || fault instanceof ExecutionException) && fault.getCause() != null
                ? cause(fault.getCause())
                : fault;
    }
}
