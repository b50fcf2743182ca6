package zhicheng.server.read;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How much is read at the same time, and how long one read may take.
 *
 * @param connections to PostgreSQL in all, shared out among the event loops; each has at least one
 * @param waiting reads that wait for a connection, shared out likewise; more are refused
 * @param statementTimeout how long a statement may run
 */
@ConfigurationProperties("zhicheng.read")
public record ReadLimits(
        @Bindable(defaultValue = "8") int connections,
        @Bindable(defaultValue = "400") int waiting,
        @Bindable(defaultValue = "5s") Duration statementTimeout) {

    public ReadLimits {
        if (connections < 1 || waiting < 1 || !statementTimeout.isPositive())
            throw new IllegalArgumentException("zhicheng.read.*: every limit is positive");
    }
}
