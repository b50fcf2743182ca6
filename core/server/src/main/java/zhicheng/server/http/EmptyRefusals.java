package zhicheng.server.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** What a filter turned away without a word gets its reason: the check of origins does so. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class EmptyRefusals {

    @ResponseFilter
    void explain(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.code() < 400 || response.getBody().isPresent() || request.getMethod() == HttpMethod.HEAD)
            return;
        var origin = response.code() == HttpStatus.FORBIDDEN.getCode() && request.getHeaders().contains("Origin");
        response.body(Json.write(Answers.body(RequestIds.of(request), HttpStatus.valueOf(response.code()).name(),
                        origin ? "pages of this origin may not ask here (zhicheng.cors.origins)" : response.reason())))
                .header("Content-Type", MediaType.APPLICATION_JSON + "; charset=utf-8");
    }
}
