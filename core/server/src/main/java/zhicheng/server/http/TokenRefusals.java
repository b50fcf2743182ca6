package zhicheng.server.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.account.TokenRefused;
import zhicheng.server.graphql.Codes;

/** 401 with the reason, and a line in the security log. */
@Singleton
final class TokenRefusals implements ExceptionHandler<TokenRefused, HttpResponse<?>> {

    private final SecurityLog security;

    TokenRefusals(SecurityLog security) {
        this.security = security;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, TokenRefused refused) {
        security.refused("token", null, refused.getMessage(), RequestIds.of(request));
        return Answers.refused(request, HttpStatus.UNAUTHORIZED, Codes.UNAUTHENTICATED, refused.getMessage())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
}
