package zhicheng.server.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.account.AccountsAway;
import zhicheng.server.graphql.Codes;

/** 503 where it cannot be looked up who asks: nobody is taken for the public because of it. */
@Singleton
final class AccountsAwayRefusals implements ExceptionHandler<AccountsAway, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(AccountsAwayRefusals.class);

    @Override
    public HttpResponse<?> handle(HttpRequest request, AccountsAway away) {
        LOG.warn("request {}: {} ({})", RequestIds.of(request), away.getMessage(), away.getCause().getMessage());
        return Answers.refused(request, HttpStatus.SERVICE_UNAVAILABLE, Codes.UNAVAILABLE, away.getMessage()).header(HttpHeaders.RETRY_AFTER, Answers.AWAY_SECONDS);
    }
}
