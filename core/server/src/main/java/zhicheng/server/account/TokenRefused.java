package zhicheng.server.account;

import io.micronaut.security.authentication.AuthenticationException;

/** The token that was shown is not good; the message says why to whoever showed it. */
public final class TokenRefused extends AuthenticationException {

    TokenRefused(String message) {
        super(message);
    }

    /** One refusal among many that anybody can cause at will: no trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
