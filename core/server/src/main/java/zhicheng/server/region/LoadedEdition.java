package zhicheng.server.region;

import zhicheng.spi.Edition;
import zhicheng.spi.FactSheet;
import zhicheng.spi.Region;

/** An edition as it was checked at start, with all its facts and their hash; what a dossier is pinned to. */
public record LoadedEdition(Region region, Edition edition, FactSheet sheet, String hash) {

    static LoadedEdition of(Region region, Edition edition) {
        var sheet = FactSheet.of(edition);
        return new LoadedEdition(region, edition, sheet, sheet.hash());
    }

    public int year() {
        return edition.year();
    }

    public int number() {
        return edition.number();
    }
}
