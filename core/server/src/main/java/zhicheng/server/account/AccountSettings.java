package zhicheng.server.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import zhicheng.spi.AccountPolicy;

/**
 * Who makes accounts where a region's notice does not say (X24).
 *
 * @param persons makers of persons' accounts
 * @param units makers of units' accounts
 */
@ConfigurationProperties("zhicheng.accounts.where-silent")
public record AccountSettings(@Bindable(defaultValue = "ONESELF,EMPLOYER") List<AccountPolicy.By> persons, @Bindable(defaultValue = "BUREAU,DEPARTMENT") List<AccountPolicy.By> units) {

    public AccountSettings {
        persons = List.copyOf(persons);
        units = List.copyOf(units);
    }
}
