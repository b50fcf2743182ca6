package zhicheng.server.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;
import zhicheng.spi.AccountPolicy;

/**
 * Who makes accounts where a region's notice does not say (X24), and what no notice says of making them.
 *
 * @param persons makers of persons' accounts
 * @param units makers of units' accounts
 * @param consent how long it stands that somebody agreed to an account ({@link AgreeToAccount})
 */
@ConfigurationProperties("zhicheng.accounts.where-silent")
public record AccountSettings(@Bindable(defaultValue = "ONESELF,EMPLOYER") List<AccountPolicy.By> persons, @Bindable(defaultValue = "BUREAU,DEPARTMENT") List<AccountPolicy.By> units,
                              @Bindable(defaultValue = "14d") Duration consent) {

    public AccountSettings {
        if (consent.toSeconds() < 1) throw new IllegalArgumentException("zhicheng.accounts.where-silent.consent: a second at least, not " + consent);
        persons = List.copyOf(persons);
        units = List.copyOf(units);
    }
}
