package zhicheng.server.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Each request has an id of its own, under which the log keeps what the client is not told. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIds {

    private static final String ATTRIBUTE = "zhicheng.request";
    private static final String HEADER = "X-Request-Id";

    /** The request's id: 16 hexadecimal digits, to tell requests apart; it opens nothing. */
    static String of(HttpRequest<?> request) {
        return (String) request.getAttribute(ATTRIBUTE).orElseGet(() -> {
            var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
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
