package zhicheng.server.clockwork;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the clockwork goes.
 *
 * @param enabled whether this server takes part in it
 * @param every how long after a chore was done it is looked at again
 * @param grace how long after an end it is acted upon: who came in time and still waits for his turn is let pass first
 * @param forfeitLate whether what was returned and not handed in again in time is treated as abandoned: no notice says so, see {@link ForfeitLate}
 * @param remindBefore how long before an end whoever has to meet it is reminded
 */
@ConfigurationProperties("zhicheng.clockwork")
public record ClockworkSettings(@Bindable(defaultValue = "true") boolean enabled, @Bindable(defaultValue = "1m") Duration every, @Bindable(defaultValue = "1m") Duration grace,
        @Bindable(defaultValue = "true") boolean forfeitLate, @Bindable(defaultValue = "3d") Duration remindBefore) {}
