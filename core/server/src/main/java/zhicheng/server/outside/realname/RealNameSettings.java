package zhicheng.server.outside.realname;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;

/**
 * Where the real-name platform is.
 *
 * @param url null: there is none, and whoever asks for a check is told so
 * @param timeout for one answer
 * @param again how long after a check that nobody answered it is asked again; each time twice as long, a day at most
 */
@ConfigurationProperties("zhicheng.outside.real-name")
public record RealNameSettings(@Nullable URI url, @Bindable(defaultValue = "3s") Duration timeout, @Bindable(defaultValue = "1m") Duration again) {

    /** Whether nobody is there to say whose a name and a number are. */
    public boolean isNone() {
        return url == null;
    }
}
