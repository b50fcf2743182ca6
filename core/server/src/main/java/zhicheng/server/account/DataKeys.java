package zhicheng.server.account;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import zhicheng.server.CannotStart;

/** Where the data key comes from: a file that is configured, never the database and never made by itself, since a new key reads nothing old. */
@Factory
final class DataKeys {
    static final String SETTING = "zhicheng.security.data-key-file";

    @Singleton
    DataKey dataKey(@Value("${" + SETTING + ":}") String file) {
        if (file.isBlank())
            throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED, """
                    no data key is configured: %s names the file with the 32 random bytes, in Base64, under which identity numbers are encrypted.
                    Make it once (openssl rand -base64 32), keep it as well as the database, and let the server's user alone read it.""".formatted(SETTING));
        try {
            return new DataKey(Base64.getDecoder().decode(Files.readString(Path.of(file)).strip()));
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED,
                    "the data key %s (%s) is not a readable file with 32 bytes in Base64: %s".formatted(file, SETTING, e.getMessage()), e);
        }
    }
}
