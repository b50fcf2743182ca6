package zhicheng.server.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long a log-in lasts.
 *
 * @param access how long an access token is good: so long a session that has ended may still be used where the whole account was not revoked
 * @param idle how long a refresh token is good
 * @param whole after how long one has to log in again, however often one refreshed
 * @param code how long the code for a first password is good
 */
@ConfigurationProperties("zhicheng.sessions")
public record SessionSettings(@Bindable(defaultValue = "10m") Duration access, @Bindable(defaultValue = "12h") Duration idle, @Bindable(defaultValue = "14d") Duration whole,
                              @Bindable(defaultValue = "14d") Duration code) {

    public SessionSettings {
        if (access.toSeconds() < 1 || idle.compareTo(access) < 0 || whole.compareTo(idle) < 0)
            throw new IllegalArgumentException("zhicheng.sessions: access is a second at least, idle not shorter than that, whole not shorter than idle");
    }
}
