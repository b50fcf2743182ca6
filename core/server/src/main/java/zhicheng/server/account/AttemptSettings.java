package zhicheng.server.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What is done against guessing. From the last allowed failure on each further attempt has to wait twice as long as the one before.
 *
 * @param account failures in a row that one account name may have before it waits
 * @param address the same of one address, behind which many people may sit
 * @param first the first wait
 * @param longest the longest wait
 * @param forgotten after how long without a failure one begins anew
 */
@ConfigurationProperties("zhicheng.log-in.attempts")
public record AttemptSettings(@Bindable(defaultValue = "5") int account, @Bindable(defaultValue = "50") int address, @Bindable(defaultValue = "2s") Duration first,
                              @Bindable(defaultValue = "15m") Duration longest, @Bindable(defaultValue = "24h") Duration forgotten) {

    public AttemptSettings {
        if (account < 2 || address < 2) throw new IllegalArgumentException("zhicheng.log-in.attempts: account and address are 2 at least");
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) throw new IllegalArgumentException("zhicheng.log-in.attempts: longest is not shorter than first, and that is longer than nothing");
    }
}
