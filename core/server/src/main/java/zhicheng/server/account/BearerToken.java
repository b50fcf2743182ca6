package zhicheng.server.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.token.TokenAuthenticationFetcher;
import io.micronaut.security.token.jwt.signature.SignatureConfiguration;
import io.micronaut.security.token.jwt.signature.ReactiveSignatureConfiguration;
import io.micronaut.security.token.jwt.validator.ReactiveJsonWebTokenValidator;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Who sends a request. No Authorization header: the public. A good token: the account that its {@code sub} names, with
 * the roles kept here. Anything else is refused with the reason, never taken for the public.
 *
 * <p>Signature, issuer and times are checked by Micronaut Security as configured ({@code micronaut.security.token.jwt.*});
 * a server without an issuer or without keys takes no tokens. Times are the system's, not official.
 *
 * <p>A good token is remembered by its hash until it expires, {@value #MINUTES} minutes at most: so long a token goes on whose key the issuer has
 * withdrawn. Its account is asked for each time: {@link JdbcAccounts} says how soon a disabled one is refused.
 */
@Singleton
@Replaces(TokenAuthenticationFetcher.class)
final class BearerToken implements AuthenticationFetcher<HttpRequest<?>> {

    private static final String SCHEME = "Bearer ";
    private static final int REMEMBERED = 10_000;
    private static final int MINUTES = 5;

    private final ReactiveJsonWebTokenValidator<JWT, HttpRequest<?>> validator;
    private final boolean hasKeys;
    private final String issuer;
    private final Optional<Accounts> accounts;
    private final Cache<ByteBuffer, Good> good = Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(Duration.ofMinutes(MINUTES)).build();
    private final Clock clock = Clock.systemUTC();

    /** What was found of a token that is good. */
    private record Good(UUID account, Instant issued, Instant until) {}

    BearerToken(ReactiveJsonWebTokenValidator<JWT, HttpRequest<?>> validator, List<SignatureConfiguration> keys,
            List<ReactiveSignatureConfiguration<SignedJWT>> remoteKeys,
            @Nullable @Property(name = "micronaut.security.token.jwt.claims-validators.issuer") String issuer,
            Optional<Accounts> accounts) {
        this.validator = validator;
        this.hasKeys = !keys.isEmpty() || !remoteKeys.isEmpty();
        this.issuer = issuer;
        this.accounts = accounts;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        var headers = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
        if (headers.isEmpty())
            return Mono.empty();
        var hash = hash(headers);
        var known = good.getIfPresent(hash);
        if (known != null && clock.instant().isBefore(known.until))
            return signedIn(known);
        return Mono.fromCallable(() -> shown(headers))
                .flatMap(token -> Mono.from(validator.validate(token.getParsedString(), request))
                        .switchIfEmpty(Mono.error(() -> new TokenRefused(wrong(token))))
                        .then(Mono.defer(() -> {
                            var claims = claims(token);
                            var issued = claims.getIssueTime() == null ? Instant.MIN : claims.getIssueTime().toInstant();
                            var found = new Good(account(claims).orElseThrow(), issued, claims.getExpirationTime().toInstant());
                            good.put(hash, found);
                            return signedIn(found);
                        })));
    }

    /** Of the whole header, so that what is remembered is of no use to whoever reads the memory. */
    private static ByteBuffer hash(List<String> headers) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            headers.forEach(header -> sha256.update((header + "\n").getBytes(StandardCharsets.UTF_8)));
            return ByteBuffer.wrap(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What can be said of a token before its signature is looked at. */
    private SignedJWT shown(List<String> headers) throws ParseException {
        if (headers.size() > 1 || !headers.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
            throw new TokenRefused("the header Authorization must be one, and read: Bearer TOKEN");
        if (issuer == null || !hasKeys || accounts.isEmpty())
            throw new TokenRefused("this server takes no tokens: it has no issuer, keys or accounts configured");
        SignedJWT token;
        try {
            if (!(JWTParser.parse(headers.getFirst().substring(SCHEME.length()).strip()) instanceof SignedJWT signed))
                throw new TokenRefused("the token is not signed");
            token = signed;
        } catch (ParseException e) {
            throw new TokenRefused("the token is not a JWT");
        }
        if (!JWSAlgorithm.Family.SIGNATURE.contains(token.getHeader().getAlgorithm()))
            throw new TokenRefused("the token's algorithm is not taken; it must be a signature, as RS256 is");
        var claims = claims(token);
        if (claims.getExpirationTime() == null)
            throw new TokenRefused("the token has no time of expiry (exp)");
        if (account(claims).isEmpty())
            throw new TokenRefused("the token names no account (sub)");
        return token;
    }

    private static JWTClaimsSet claims(SignedJWT token) {
        try {
            return token.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new TokenRefused("the token's claims cannot be read");
        }
    }

    /** Which check failed: the validator says only that one did. */
    private String wrong(SignedJWT token) {
        var claims = claims(token);
        var now = clock.instant();
        if (claims.getExpirationTime().toInstant().isBefore(now))
            return "the token expired at " + claims.getExpirationTime().toInstant();
        if (claims.getNotBeforeTime() != null && claims.getNotBeforeTime().toInstant().isAfter(now))
            return "the token is good only from " + claims.getNotBeforeTime().toInstant();
        if (!issuer.equals(claims.getIssuer()))
            return "the token is from another issuer";
        return "the token's signature does not fit, or it is for another audience";
    }

    private Mono<Authentication> signedIn(Good token) {
        return Mono.fromFuture(accounts.orElseThrow().viewer(token.account, token.issued))
                .map(viewer -> viewer.map(one -> new SignedIn(one.by(token.issued))).orElseThrow(() -> new TokenRefused("the token's account does not exist, or is disabled, or its tokens were revoked")));
    }

    private static Optional<UUID> account(JWTClaimsSet claims) {
        try {
            return Optional.ofNullable(claims.getSubject()).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
