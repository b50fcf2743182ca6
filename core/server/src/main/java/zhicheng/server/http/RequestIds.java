package zhicheng.server.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Each request has an id of its own, under which the log keeps what the client is not told. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIds {

    private static final String ATTRIBUTE = "zhicheng.request";
    private static final String HEADER = "X-Request-Id";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The request's id: 16 hexadecimal digits. */
    static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> {
            var bytes = new byte[8];
            RANDOM.nextBytes(bytes);
            var id = HexFormat.of().formatHex(bytes);
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
        of(request);
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header(HEADER, of(request));
    }
}
