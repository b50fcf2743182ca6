package zhicheng.server.trail;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.CannotStart;

/** Where the key of the trail's roots comes from: two files that are configured, never the database. A server that has a trail and no key does not start. */
@Factory
public final class TrailKeys {
    /** Names the file with the private key. */
    public static final String SECRET = "zhicheng.trail.key-file";
    /** Names the file with the public key. */
    public static final String OPEN = "zhicheng.trail.public-key-file";
    private static final Logger LOG = LoggerFactory.getLogger(TrailKeys.class);

    @Context
    @Requires(beans = DataSource.class)
    TrailKey trailKey(@Value("${" + SECRET + ":}") String secret, @Value("${" + OPEN + ":}") String open) {
        var key = read(secret, open);
        LOG.info("The trail's roots are signed with the key {}; its public half is in {}", key.fingerprint(), open);
        return key;
    }

    /**
     * The configured pair.
     *
     * @param secret what {@value #SECRET} says; null or blank where it says nothing
     * @param open what {@value #OPEN} says
     * @throws CannotStart where one of them is missing or wrong
     */
    public static TrailKey read(String secret, String open) {
        if (secret == null || secret.isBlank() || open == null || open.isBlank())
            throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED, """
                    no key for the trail's roots is configured: %s and %s name its two files. Make them once:
                      openssl genpkey -algorithm ed25519 -out trail-key.pem
                      openssl pkey -in trail-key.pem -pubout -out trail-key.public.pem
                    Let the server's user alone read the first, and give the second to whoever is to check the trail.""".formatted(SECRET, OPEN));
        try {
            return TrailKey.of(Path.of(secret), Path.of(open));
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED,
                    "the key for the trail's roots (%s: %s, %s: %s) is not a pair of readable PEM files with an Ed25519 key each: %s".formatted(SECRET, secret, OPEN, open, e.getMessage()), e);
        }
    }
}
