package zhicheng.server.outside.payment;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import zhicheng.server.CannotStart;

/**
 * Where the fiscal platform is.
 *
 * @param url null: there is none, and nobody can be asked for money
 * @param secret by which it signs what it says, at least {@value Signature#SHORTEST_SECRET} characters; null: nothing that it says is believed, and nobody can be asked for money
 * @param callBack the address at which it says so, this server's {@code /payments}; null: it is configured with the platform
 * @param timeout for one answer
 * @param again how long after an order that it did not open it is asked again; each time twice as long, a day at most
 * @param good how long a signature is good, to either side of now
 */
@ConfigurationProperties("zhicheng.outside.payment")
public record FiscalSettings(@Nullable URI url, @Nullable String secret, @Nullable URI callBack, @Bindable(defaultValue = "3s") Duration timeout, @Bindable(defaultValue = "1m") Duration again,
                             @Bindable(defaultValue = "5m") Duration good) {

    public FiscalSettings {
        if (secret != null && secret.length() < Signature.SHORTEST_SECRET)
            throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED, "zhicheng.outside.payment.secret has %d characters; it needs at least %d, at random".formatted(secret.length(), Signature.SHORTEST_SECRET));
    }

    /** Empty where nothing that is said can be believed. */
    public Optional<Signature> signature() {
        return Optional.ofNullable(secret).map(shared -> new Signature(shared, good));
    }
}
