package zhicheng.server.local;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import zhicheng.server.CannotStart;
import zhicheng.server.account.AccessTokens;

/** Access tokens of this server's own, signed by the key in a file: that of the data folder, or one that the servers of an installation share. */
@Singleton
@Requires(property = SignedHere.KEY_FILE)
final class SignedHere implements AccessTokens {
    static final String KEY_FILE = "zhicheng.security.signing-key-file";

    private final SigningKey key;
    private final String issuer;

    SignedHere(@Value("${" + KEY_FILE + "}") Path file, @Property(name = "micronaut.security.token.jwt.claims-validators.issuer") String issuer) {
        try {
            this.key = SigningKey.of(Files.readString(file), file);
        } catch (IOException e) {
            throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED, "the key that signs tokens (%s) cannot be read: %s".formatted(KEY_FILE, e), e);
        }
        this.issuer = issuer;
    }

    @Override
    public String signed(UUID account, List<String> roles, Instant now, Instant until) {
        return key.token(issuer, account, roles, now, until);
    }
}
