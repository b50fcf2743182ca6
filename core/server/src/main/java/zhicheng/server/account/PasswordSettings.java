package zhicheng.server.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How passwords are hashed: Argon2id, by default with what OWASP asks at least. Raised, a password is hashed anew at its next log-in.
 *
 * @param memory KiB for each hash
 * @param iterations passes over it
 * @param lanes that one hash is made in
 * @param atOnce how many are made at the same time, so that guessing does not fill the memory; more wait, and are refused after two seconds
 */
@ConfigurationProperties("zhicheng.passwords")
public record PasswordSettings(@Bindable(defaultValue = "19456") int memory, @Bindable(defaultValue = "2") int iterations, @Bindable(defaultValue = "1") int lanes,
                               @Bindable(defaultValue = "4") int atOnce) {

    public PasswordSettings {
        if (memory < 8 * lanes || iterations < 1 || lanes < 1 || atOnce < 1)
            throw new IllegalArgumentException("zhicheng.passwords: memory is 8 KiB a lane at least, iterations, lanes and at-once are 1 at least");
    }
}
