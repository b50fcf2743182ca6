package zhicheng.server.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The key that signs the tokens of a local start, made on the first start and kept in the data folder. In production
 * tokens are signed elsewhere, and the server is told only where that issuer's public keys are.
 */
public final class SigningKey {

    /** Who signs: a token of a local start is worth nothing on another server. */
    public static final String ISSUER = "zhicheng-local";

    private static final String SECRET = "signing-key.json";
    private static final String PUBLIC = "public-keys.json";
    private static final Duration LIFE = Duration.ofHours(12);

    private final RSAKey key;

    private SigningKey(RSAKey key) {
        this.key = key;
    }

    /**
     * The folder's key, made where there is none.
     *
     * @return configuration that lets a server check what this key has signed
     */
    public static Map<String, Object> settings(DataFolder folder) {
        try {
            if (folder.kept(SECRET).isEmpty()) {
                var made = new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256)
                        .keyID(UUID.randomUUID().toString()).generate();
                folder.keep(PUBLIC, new JWKSet(made.toPublicJWK()).toString());
                folder.keep(SECRET, made.toJSONString());
            }
            return Map.of(
                    "micronaut.security.token.jwt.signatures.jwks-static.local.path", "file:" + folder.path().resolve(PUBLIC),
                    SignedHere.KEY_FILE, folder.path().resolve(SECRET).toString(),
                    "micronaut.security.token.jwt.claims-validators.issuer", ISSUER);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key in a folder that a server may have open; empty where there has never been one. */
    public static Optional<SigningKey> in(Path folder) {
        return DataFolder.read(folder, SECRET).map(json -> of(json, folder.resolve(SECRET)));
    }

    /** @param from where it was read, for the complaint */
    static SigningKey of(String json, Path from) {
        try {
            return new SigningKey(RSAKey.parse(json));
        } catch (ParseException e) {
            throw new IllegalStateException("not a key: " + from, e);
        }
    }

    /**
     * A token for an account, good for twelve hours of system time.
     *
     * @param account the account's id
     * @param roles for information: what counts is what the server keeps of the account
     * @param now system time, not official time
     */
    public String token(UUID account, List<String> roles, Instant now) {
        return token(ISSUER, account, roles, now, now.plus(LIFE));
    }

    String token(String issuer, UUID account, List<String> roles, Instant now, Instant until) {
        try {
            var claims = new JWTClaimsSet.Builder()
                    .issuer(issuer)
                    .subject(account.toString())
                    .claim("roles", roles)
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(until))
                    .build();
            var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
