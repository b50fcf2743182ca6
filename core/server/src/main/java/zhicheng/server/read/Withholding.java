package zhicheng.server.read;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What statistics do not show. Of fewer than ten, who knows a unit or a series can often say who they are; ten is what official statistics commonly take.
 * It may be raised, and lowered to three: of two each would learn of the other.
 *
 * @param under a number of dossiers under this is withheld, and so is one whose rest of region and year is
 */
@ConfigurationProperties("zhicheng.statistics.withheld")
public record Withholding(@Bindable(defaultValue = "10") int under) {

    public Withholding {
        if (under < 3) throw new IllegalArgumentException("zhicheng.statistics.withheld.under: 3 at least, since of two each would learn of the other");
    }
}
