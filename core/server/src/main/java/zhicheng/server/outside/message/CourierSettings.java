package zhicheng.server.outside.message;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;

/**
 * Where the gateways are.
 *
 * @param emailUrl null: nothing goes by e-mail
 * @param smsUrl null: nothing goes by text message
 * @param token sent as bearer token; null: none is
 * @param timeout for one answer
 * @param again how long after a message was not taken it is tried again; each time twice as long, a day at most
 * @param attempts after which it is given up
 */
@ConfigurationProperties("zhicheng.outside.messages")
public record CourierSettings(@Nullable URI emailUrl, @Nullable URI smsUrl, @Nullable String token, @Bindable(defaultValue = "5s") Duration timeout,
        @Bindable(defaultValue = "1m") Duration again, @Bindable(defaultValue = "12") int attempts) {}
