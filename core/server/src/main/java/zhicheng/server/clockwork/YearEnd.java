package zhicheng.server.clockwork;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import zhicheng.server.dossier.Stage;
import zhicheng.server.eligibility.Windows;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.spi.Calendar.Window;
import zhicheng.spi.Step;

/** When the records of a year that were not finished are terminated, as the notice of the next one says (B24-5.3, B23-5.4). A region whose notice says nothing of it has none. */
@Singleton
final class YearEnd {
    /** What a year's clearing ends: whatever has not come to its title, and has not ended otherwise. */
    static final Set<Stage> UNFINISHED = EnumSet.range(Stage.DRAFT, Stage.CONFIRMATION_PENDING);

    private final Regions regions;

    YearEnd(Regions regions) {
        this.regions = regions;
    }

    /** @param year of the records that end; @param from the first instant of the day; @param until records that were begun by then */
    record Clearing(String region, int year, Window window, Instant from, Instant until) {}

    List<Clearing> clearings() {
        return regions.all().stream().flatMap(region -> regions.editions(region.id()).stream()
                        .collect(Collectors.toMap(LoadedEdition::year, one -> one, (one, other) -> one.number() > other.number() ? one : other)).values().stream())
                .flatMap(loaded -> loaded.edition().calendar().value().stream().flatMap(calendar -> calendar.windows().stream()).filter(window -> window.step() == Step.TERMINATION)
                        .flatMap(window -> Windows.from(window.when()).stream().map(from -> new Clearing(loaded.region().id(), loaded.year() - 1, window, from, Windows.until(window.when()).orElse(from)))))
                .sorted(Comparator.comparing(Clearing::from).thenComparing(Clearing::region)).toList();
    }

    static String[] unfinished() {
        return UNFINISHED.stream().map(Enum::name).toArray(String[]::new);
    }
}
