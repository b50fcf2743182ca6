package zhicheng.server.outside.identity;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;

/**
 * A provider of identities that speaks OpenID Connect: authorization code with PKCE (S256). Nobody logs in by one that is not configured.
 *
 * @param name as clients and the database call it, small letters, digits and hyphens
 * @param issuer its {@code iss}, to the letter
 * @param authorization where a browser is sent
 * @param token where a code is changed for a token
 * @param keys its public keys (JWKS)
 * @param clientId how it calls this server
 * @param clientSecret null: it asks for none
 * @param redirect where the browser comes back to: a page of the frontend's
 * @param timeout for one answer
 */
@EachProperty("zhicheng.outside.identities")
public record IdentityProvider(@Parameter String name, String issuer, URI authorization, URI token, URI keys, String clientId, @Nullable String clientSecret, URI redirect,
                               @Bindable(defaultValue = "3s") Duration timeout) {

    /** The secret does not get into a log by accident. */
    @Override
    public String toString() {
        return "identity provider " + name;
    }
}
