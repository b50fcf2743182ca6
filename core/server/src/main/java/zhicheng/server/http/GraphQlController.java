package zhicheng.server.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import zhicheng.server.account.SignedIn;
import zhicheng.server.account.Viewer;
import zhicheng.server.graphql.Ask;
import zhicheng.server.graphql.Codes;
import zhicheng.server.graphql.Engine;
import zhicheng.server.graphql.Limits;
import zhicheng.server.graphql.Reply;
import zhicheng.server.graphql.TrustedDocuments;

/** GraphQL over HTTP: {@code /graphql} by POST, and by GET for queries. On the event loop: nothing here waits. */
@Controller(GraphQlController.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
class GraphQlController {

    static final String PATH = "/graphql";

    private final Engine engine;
    private final TrustedDocuments trusted;
    private final Limits limits;
    private final HttpClientAddressResolver addresses;

    GraphQlController(Engine engine, TrustedDocuments trusted, Limits limits, HttpClientAddressResolver addresses) {
        this.addresses = addresses;
        this.engine = engine;
        this.trusted = trusted;
        this.limits = limits;
    }

    /** A request in a JSON body. */
    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.ALL)
    CompletionStage<HttpResponse<byte[]>> post(HttpRequest<?> request, @Nullable @Body byte[] body) {
        var type = request.getContentType();
        if (type.isEmpty())
            return refused(request, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE",
                    "there is no Content-Type that can be read; it must be application/json");
        if (request.getHeaders().getAll(HttpHeaders.CONTENT_ENCODING).stream().anyMatch(coding -> !coding.strip().equalsIgnoreCase("identity")))
            return refused(request, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE", "this Content-Encoding is not understood; gzip and deflate are");
        var charset = type.get().getParameters().get("charset");
        if (charset.isPresent() && !charset.get().equalsIgnoreCase("utf-8"))
            return refused(request, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE", "the charset must be utf-8");
        if (body != null && body.length > limits.bodyBytes())
            return refused(request, HttpStatus.REQUEST_ENTITY_TOO_LARGE, Codes.LIMIT,
                    "body-bytes: %d, and at most %d are allowed (zhicheng.graphql.limits.body-bytes)".formatted(body.length, limits.bodyBytes()));
        return answer(request, gone -> {
            if (body == null || body.length == 0)
                throw new BadRequest("the body is empty; it must be a JSON object with \"query\"");
            return switch (Json.read(body, limits.listEntries())) {
                case Map<?, ?> object -> {
                    @SuppressWarnings("unchecked") // JSON has no other keys
                    var parameters = (Map<String, Object>) object;
                    yield ask(request, gone, parameters, true);
                }
                case List<?> _ -> throw new BadRequest("batches are not taken; send one JSON object");
                case null, default -> throw new BadRequest("the body must be a JSON object with \"query\"");
            };
        });
    }

    /** A query in the address; variables and extensions are JSON. */
    @Get
    @Produces(MediaType.ALL)
    CompletionStage<HttpResponse<byte[]>> get(HttpRequest<?> request) {
        return answer(request, gone -> {
            var given = request.getParameters();
            var parameters = new HashMap<String, Object>();
            for (var name : List.of("query", "operationName", "variables", "extensions")) {
                var values = given.getAll(name);
                if (values.size() > 1)
                    throw new BadRequest("the parameter %s is there %d times".formatted(name, values.size()));
                if (!values.isEmpty() && !values.getFirst().isEmpty())
                    parameters.put(name, isJson(name) ? json(name, values.getFirst()) : Json.checked(values.getFirst()));
            }
            return ask(request, gone, parameters, false);
        });
    }

    private static boolean isJson(String name) {
        return name.equals("variables") || name.equals("extensions");
    }

    private Object json(String name, String value) {
        try {
            return Json.read(value, limits.listEntries());
        } catch (BadRequest e) {
            throw new BadRequest(e.code(), "the parameter " + name + ": " + e.getMessage());
        }
    }

    private Ask ask(HttpRequest<?> request, CompletionStage<?> gone, Map<String, Object> parameters, boolean mayChange) {
        var query = query(parameters, SignedIn.viewer(request.getUserPrincipal()));
        if (parameters.get("operationName") != null && !(parameters.get("operationName") instanceof String))
            throw new BadRequest("operationName must be a string");
        var dryRun = object(parameters, "extensions").get("dryRun");
        if (dryRun != null && !(dryRun instanceof Boolean))
            throw new BadRequest("extensions.dryRun must be true or false");
        return new Ask(query, (String) parameters.get("operationName"), object(parameters, "variables"), Boolean.TRUE.equals(dryRun), mayChange, addresses.resolve(request), gone);
    }

    /** The document: its text, or the hash of one that is registered ({@code extensions.persistedQuery.sha256Hash}), or both. */
    private String query(Map<String, Object> parameters, Viewer viewer) {
        var hash = object(object(parameters, "extensions"), "persistedQuery").get("sha256Hash");
        if (parameters.get("query") != null && !(parameters.get("query") instanceof String))
            throw new BadRequest("query must be a string");
        var text = (String) parameters.get("query");
        if (hash == null && text == null)
            throw new BadRequest("there is no query");
        if (hash == null)
            return text;
        if (!(hash instanceof String known))
            throw new BadRequest("extensions.persistedQuery.sha256Hash must be a string");
        if (text != null && !TrustedDocuments.hash(text).equalsIgnoreCase(known))
            throw new BadRequest("extensions.persistedQuery.sha256Hash is not the SHA-256 of query");
        if (text != null)
            return text;
        return trusted.text(known).orElseThrow(() -> new BadRequest(Codes.PERSISTED_QUERY_NOT_FOUND, "no document with this SHA-256 is registered here"
                + (trusted.mayAskAnything(viewer) ? "; send query" : ", and only registered ones may be asked without a role that may ask what it likes (zhicheng.graphql.ad-hoc)")));
    }

    private static Map<String, Object> object(Map<String, Object> parameters, String name) {
        return switch (parameters.get(name)) {
            case null -> Map.of();
            case Map<?, ?> object -> {
                @SuppressWarnings("unchecked") // JSON has no other keys
                var map = (Map<String, Object>) object;
                yield map;
            }
            default -> throw new BadRequest(name + " must be a JSON object");
        };
    }

    private CompletionStage<HttpResponse<byte[]>> answer(HttpRequest<?> request, Function<CompletionStage<?>, Ask> read) {
        var mediaType = MediaTypes.wanted(request.getHeaders().getAll(HttpHeaders.ACCEPT));
        if (mediaType.isEmpty())
            return refused(request, HttpStatus.NOT_ACCEPTABLE, "NOT_ACCEPTABLE", "answers are application/graphql-response+json or application/json");
        var gone = new CompletableFuture<Void>();
        Ask ask;
        try {
            ask = read.apply(gone);
        } catch (BadRequest e) {
            return CompletableFuture.completedStage(Answers.of(HttpStatus.BAD_REQUEST, mediaType.get(),
                    Answers.body(RequestIds.of(request), e.code(), e.getMessage())));
        }
        var closed = channel(request).closeFuture();
        ChannelFutureListener tell = _ -> gone.complete(null);
        closed.addListener(tell);
        return engine.answer(ask, SignedIn.viewer(request.getUserPrincipal()), RequestIds.of(request)).thenApply(reply -> {
            closed.removeListener(tell); // the same connection brings many requests
            return response(reply, mediaType.get());
        });
    }

    private static Channel channel(HttpRequest<?> request) {
        var inner = request;
        while (inner instanceof HttpRequestWrapper<?> wrapper) inner = wrapper.getDelegate();
        return ((NettyHttpRequest<?>) inner).getChannelHandlerContext().channel();
    }

    private static HttpResponse<byte[]> response(Reply reply, String mediaType) {
        var response = Answers.of(status(reply.outcome(), mediaType), mediaType, switch (reply) {
            case Reply.Written written -> Json.write(written.data(), written.extensions());
            case Reply.Values values -> Json.write(values.body());
        });
        return switch (reply.outcome()) {
            case ONLY_BY_POST -> response.header(HttpHeaders.ALLOW, "POST");
            case BUSY -> response.header(HttpHeaders.RETRY_AFTER, "1");
            case AWAY -> response.header(HttpHeaders.RETRY_AFTER, Answers.AWAY_SECONDS);
            case EXECUTED, REFUSED, TIMED_OUT, FAILED -> response;
        };
    }

    private static CompletionStage<HttpResponse<byte[]>> refused(HttpRequest<?> request, HttpStatus status, String code, String message) {
        return CompletableFuture.completedStage(Answers.refused(request, status, code, message));
    }

    /** As the specification has it: with {@code application/json} a well-formed request is answered with 200, even if refused. */
    private static HttpStatus status(Reply.Outcome outcome, String mediaType) {
        return switch (outcome) {
            case EXECUTED -> HttpStatus.OK;
            case REFUSED -> mediaType.equals(Answers.GRAPHQL_RESPONSE) ? HttpStatus.BAD_REQUEST : HttpStatus.OK;
            case ONLY_BY_POST -> HttpStatus.METHOD_NOT_ALLOWED;
            case BUSY, AWAY, TIMED_OUT -> HttpStatus.SERVICE_UNAVAILABLE;
            case FAILED -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
