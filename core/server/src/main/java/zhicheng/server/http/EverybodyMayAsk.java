package zhicheng.server.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * GraphQL itself may be asked by everybody, the public included: who sees and does what is decided field by field. Said first, so that no other rule is
 * gone through for each request; a token that is not good has been refused before.
 * So {@code micronaut.security.ip-patterns} and {@code intercept-url-map} say nothing of this path.
 */
@Singleton
final class EverybodyMayAsk implements SecurityRule<HttpRequest<?>> {

    private static final Publisher<SecurityRuleResult> ALLOWED = Mono.just(SecurityRuleResult.ALLOWED);
    private static final Publisher<SecurityRuleResult> UNKNOWN = Mono.just(SecurityRuleResult.UNKNOWN);

    @Override
    public Publisher<SecurityRuleResult> check(HttpRequest<?> request, @Nullable Authentication authentication) {
        return request.getPath().equals(GraphQlController.PATH) ? ALLOWED : UNKNOWN;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
