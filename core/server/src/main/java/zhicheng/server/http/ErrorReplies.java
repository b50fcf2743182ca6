package zhicheng.server.http;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.net.URISyntaxException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.graphql.Codes;

/** What the HTTP server itself refuses or breaks, in GraphQL's shape and with nothing of the inside. */
@Singleton
@Primary
final class ErrorReplies implements ErrorResponseProcessor<byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorReplies.class);

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        var request = RequestIds.of(context.getRequest());
        var status = HttpStatus.valueOf(response.code());
        if (status.getCode() >= 500)
            LOG.error("request {}: {}", request, status, context.getRootCause().orElse(null));
        return response.body(Json.write(Answers.body(request, code(status), message(status, context.getRootCause().orElse(null)))))
                .header("Content-Type", MediaType.APPLICATION_JSON + "; charset=utf-8");
    }

    private static String code(HttpStatus status) {
        return status.getCode() >= 500 ? Codes.INTERNAL : status.name();
    }

    /** @param cause null where nothing was thrown */
    private static String message(HttpStatus status, Throwable cause) {
        return switch (status) {
            case NOT_FOUND -> "there is nothing here: the API is at /graphql";
            case METHOD_NOT_ALLOWED -> "this method is not taken here; see the header Allow";
            case UNSUPPORTED_MEDIA_TYPE -> "the Content-Type must be application/json";
            case REQUEST_ENTITY_TOO_LARGE, REQUEST_URI_TOO_LONG ->
                    "the request is too large: its body (zhicheng.graphql.limits.body-bytes, of a file zhicheng.files.bytes), its address or its headers";
            case HttpStatus bad when bad == HttpStatus.BAD_REQUEST && cause instanceof URISyntaxException address ->
                    "the address is not a URI: %s at character %d; a query in an address is percent-encoded ({ is %%7B, } is %%7D), or sent by POST"
                            .formatted(address.getReason().toLowerCase(Locale.ROOT), address.getIndex() + 1);
            case HttpStatus other when other.getCode() >= 500 -> "internal error";
            case HttpStatus other -> other.getReason().toLowerCase(Locale.ROOT);
        };
    }
}
