package zhicheng.server.region;

import java.util.Map;
import zhicheng.spi.Edition;
import zhicheng.spi.FactSheet;
import zhicheng.spi.Region;

/**
 * An edition as it was checked at start, with all its facts and their hash; what a dossier is pinned to.
 *
 * @param readings how its ambiguous places are read: every setting of its region with the chosen option
 */
public record LoadedEdition(Region region, Edition edition, Map<String, String> readings, FactSheet sheet, String hash) {

    static LoadedEdition of(Region region, Edition edition, Map<String, String> readings) {
        FactSheet sheet;
        try {
            sheet = FactSheet.of(edition);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%d/%d: %s (every fact has a value, and every fact and rule its clause)".formatted(edition.year(), edition.number(), e.getMessage()));
        }
        return new LoadedEdition(region, edition, readings, sheet, sheet.hash());
    }

    public int year() {
        return edition.year();
    }

    public int number() {
        return edition.number();
    }
}
