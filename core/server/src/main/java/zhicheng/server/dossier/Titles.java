package zhicheng.server.dossier;

import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.spi.Claim;
import zhicheng.spi.Series;

/** What an application is for, in words: the title's name where the catalogue has one name for it, the series and level otherwise. */
final class Titles {
    private Titles() {}

    static String of(Claim claim, Regions regions, LoadedEdition edition) {
        var series = regions.series(edition).stream().filter(one -> one.code().equals(claim.series())).findFirst();
        var level = claim.level().orElseThrow();
        var names = series.stream().flatMap(one -> one.titles().stream()).filter(title -> title.level() == level).map(Series.Title::name).distinct().toList();
        return names.size() == 1 ? names.getFirst() : series.map(one -> one.name().zh()).orElse(claim.series()) + level.label().zh();
    }
}
