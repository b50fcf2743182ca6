package zhicheng.server.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zhicheng.server.account.Unrepeated;
import zhicheng.server.graphql.Codes;

/** Answers in GraphQL's shape, whatever went wrong on the way. */
final class Answers {

    /** The media type of the GraphQL-over-HTTP specification. */
    static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

    /** After how many seconds a database that is away may be asked for again: it restarts in less, as a rule. */
    static final String AWAY_SECONDS = "5";

    private static final String CHARSET = "; charset=utf-8";

    private Answers() {}

    /** A refusal by HTTP itself. */
    static MutableHttpResponse<byte[]> refused(HttpRequest<?> request, HttpStatus status, String code, String message) {
        return of(status, MediaType.APPLICATION_JSON, body(RequestIds.of(request), code, message));
    }

    /** @param mediaType without parameters */
    static MutableHttpResponse<byte[]> of(HttpStatus status, String mediaType, Map<String, Object> body) {
        return of(status, mediaType, Json.write(body));
    }

    /** @param json as it goes out, UTF-8 */
    static MutableHttpResponse<byte[]> of(HttpStatus status, String mediaType, byte[] json) {
        return HttpResponse.status(status).body(json).header("Content-Type", mediaType + CHARSET);
    }

    private static Map<String, Object> internal(String request) {
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("code", Codes.INTERNAL);
        extensions.put("request", request);
        return extensions;
    }

    /** One error, and the request's id. */
    static Map<String, Object> body(String request, String code, String message) {
        var error = new LinkedHashMap<String, Object>();
        error.put("message", Unrepeated.in(message));
        error.put("extensions", code.equals(Codes.INTERNAL) ? internal(request) : Map.of("code", code));
        var body = new LinkedHashMap<String, Object>();
        body.put("errors", List.of(error));
        body.put("extensions", Map.of("request", request));
        return body;
    }
}
