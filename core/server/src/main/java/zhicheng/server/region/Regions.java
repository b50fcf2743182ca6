package zhicheng.server.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.spi.Clause;
import zhicheng.spi.FactSheet;
import zhicheng.spi.National;
import zhicheng.spi.Notice;
import zhicheng.spi.Readings;
import zhicheng.spi.Region;
import zhicheng.spi.Series;
import zhicheng.spi.Setting;
import zhicheng.spi.Spi;

/**
 * The regions of this server: found on the class path and in the plug-in folder, checked once at start, never changed afterwards.
 * What is wrong is collected and said at once; a server with a wrong region does not start.
 */
public final class Regions {
    private static final Logger LOG = LoggerFactory.getLogger(Regions.class);

    private final Map<String, Region> byId = new TreeMap<>();
    private final Map<String, List<LoadedEdition>> editions = new TreeMap<>();
    private final Map<String, Notice> byPrefix = new LinkedHashMap<>();
    private final Map<String, String> origin = new TreeMap<>();
    private final Map<String, Series> national = new LinkedHashMap<>();

    /** What one region was found in. */
    private record Found(Region region, String where) {}

    /**
     * Loads the regions of the class path and of {@code plugins}.
     *
     * @param plugins folder of region jars; null or missing where there are none
     * @param readings how the operator reads ambiguous places, by setting id over all regions; an unknown setting or option is refused
     * @throws WrongRegions with every problem that was found
     */
    public static Regions load(Path plugins, Map<String, String> readings) {
        var problems = new ArrayList<String>();
        var found = new ArrayList<Found>();
        ServiceLoader.load(Region.class).forEach(region -> found.add(new Found(region, "class path")));
        for (var jar : jars(plugins)) found.addAll(open(jar, problems));
        return new Regions(found, readings, problems);
    }

    /** The given regions and no others. */
    public static Regions of(List<Region> regions) {
        return new Regions(regions.stream().map(region -> new Found(region, "given")).toList(), Map.of(), new ArrayList<>());
    }

    private Regions(List<Found> found, Map<String, String> readings, List<String> problems) {
        National.series().forEach(series -> national.put(series.code(), series));
        National.notices().forEach(notice -> byPrefix.put(notice.prefix(), notice));
        for (var one : found) {
            try {
                register(one, problems);
            } catch (RuntimeException | LinkageError e) {
                problems.add("%s (%s): %s".formatted(one.region.getClass().getName(), one.where, said(e)));
            }
        }
        if (problems.isEmpty()) {
            unknownReadings(readings, problems);
            for (var region : byId.values()) {
                try {
                    editions.put(region.id(), editions(region, readings, problems));
                } catch (RuntimeException | LinkageError e) {
                    problems.add("region «%s» (%s): %s".formatted(region.id(), origin.get(region.id()), said(e)));
                }
            }
        }
        if (byId.isEmpty() && problems.isEmpty()) problems.add("no region was found: neither on the class path nor in the plug-in folder");
        if (!problems.isEmpty()) throw new WrongRegions(problems);
        byId.values().forEach(region -> LOG.info("region {} ({}, SPI {}, {}): {}", region.id(), region.name().zh(), region.spi(), origin.get(region.id()),
                editions.get(region.id()).stream().map(one -> one.year() + "/" + one.number() + " " + one.hash().substring(0, 12)).toList()));
    }

    private static List<Path> jars(Path plugins) {
        if (plugins == null || !Files.isDirectory(plugins)) return List.of();
        try (var files = Files.list(plugins)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Found> open(Path jar, List<String> problems) {
        var found = new ArrayList<Found>();
        try {
            var loader = new PlugInLoader(jar);
            for (var provider : ServiceLoader.load(Region.class, loader).stream().toList())
                if (provider.type().getClassLoader() == loader) found.add(new Found(provider.get(), jar.getFileName().toString()));
            if (found.isEmpty())
                problems.add("%s yields no region: its META-INF/services/%s must name a class of the jar that implements it".formatted(jar.getFileName(), Region.class.getName()));
        } catch (IOException | ServiceConfigurationError | RuntimeException | LinkageError e) {
            problems.add("%s: %s".formatted(jar.getFileName(), said(e)));
        }
        return found;
    }

    private void register(Found one, List<String> problems) {
        var region = one.region;
        if (!Spi.serves(region.spi())) {
            problems.add("region «%s» (%s in %s) was built against SPI %s, this server has %s: the same major is needed, and none newer".formatted(
                    region.id(), region.getClass().getName(), one.where, region.spi(), Spi.VERSION));
            return;
        }
        if (!region.id().matches("[a-z]{2,32}")) problems.add("%s (%s): «%s» is not a region id (expected lower-case letters, e.g. xianning)".formatted(region.getClass().getName(), one.where, region.id()));
        var earlier = byId.putIfAbsent(region.id(), region);
        if (earlier != null) {
            problems.add("two regions are called «%s»: %s (%s) and %s (%s)".formatted(region.id(), earlier.getClass().getName(), origin.get(region.id()), region.getClass().getName(), one.where));
            return;
        }
        origin.put(region.id(), one.where);
        for (var notice : region.notices())
            if (byPrefix.putIfAbsent(notice.prefix(), notice) != null)
                problems.add("two notices are called %s: one is of region «%s» (%s); prefixes must differ".formatted(notice.prefix(), region.id(), one.where));
    }

    private void unknownReadings(Map<String, String> readings, List<String> problems) {
        var known = new HashSet<String>();
        byId.values().forEach(region -> region.settings().stream().map(Setting::id).forEach(known::add));
        readings.keySet().stream().filter(id -> !known.contains(id)).sorted()
                .forEach(id -> problems.add("no region has a setting «%s» (known: %s)".formatted(id, known)));
    }

    private List<LoadedEdition> editions(Region region, Map<String, String> readings, List<String> problems) {
        var loaded = editions(region, readings);
        if (loaded.isEmpty()) problems.add("region «%s» has no edition".formatted(region.id()));
        for (var one : loaded) citations(one, problems);
        return loaded;
    }

    private static List<LoadedEdition> editions(Region region, Map<String, String> readings) {
        var chosen = new TreeMap<String, String>();
        region.settings().forEach(setting -> chosen.put(setting.id(), Readings.of(readings).of(setting)));
        return region.editions(Readings.of(chosen)).stream().map(edition -> LoadedEdition.of(region, edition, chosen)).toList();
    }

    private void citations(LoadedEdition loaded, List<String> problems) {
        loaded.sheet().lines().stream().map(FactSheet.Line::clause).flatMap(Optional::stream).distinct()
                .filter(clause -> clause(clause.id()).isEmpty())
                .forEach(clause -> problems.add("region «%s», %d: clause %s is cited but stands in no notice's text".formatted(loaded.region().id(), loaded.year(), clause)));
    }

    private static String said(Throwable e) {
        var cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) cause = cause.getCause();
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }

    public Collection<Region> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Region> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Where the region was found: "class path" or the jar's name. */
    public String origin(Region region) {
        return origin.get(region.id());
    }

    /** All editions of a region, oldest first; empty for an unknown region. */
    public List<LoadedEdition> editions(String region) {
        return editions.getOrDefault(region, List.of());
    }

    /** The newest edition of a region and year, the one for new dossiers. */
    public Optional<LoadedEdition> newest(String region, int year) {
        return editions(region).stream().filter(one -> one.year() == year).max(Comparator.comparingInt(LoadedEdition::number));
    }

    /**
     * The edition that a dossier is pinned to, read as it was read then; empty where no loaded plug-in has it any more.
     *
     * @param readings every setting of the region with the option chosen then
     */
    public Optional<LoadedEdition> pinned(String region, int year, int number, String hash, Map<String, String> readings) {
        return Stream.concat(editions(region).stream(), byId.containsKey(region) ? editions(byId.get(region), readings).stream() : Stream.empty())
                .filter(one -> one.year() == year && one.number() == number && one.hash().equals(hash)).findFirst();
    }

    /** The option by which a setting is read on this server. */
    public String chosen(Setting setting) {
        return byId.values().stream().filter(region -> region.settings().contains(setting)).findFirst()
                .map(region -> editions(region.id()).getFirst().readings().get(setting.id())).orElseThrow();
    }

    /** Every notice, national ones first. */
    public List<Notice> notices() {
        return List.copyOf(byPrefix.values());
    }

    public Optional<Notice> notice(String prefix) {
        return Optional.ofNullable(byPrefix.get(prefix));
    }

    /** A clause with its own words; empty where no loaded notice has it, or the id has no such form. */
    public Optional<CitedClause> clause(String id) {
        Clause clause;
        try {
            clause = Clause.of(id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return notice(clause.prefix()).flatMap(notice -> notice.sentence(clause).map(sentence -> new CitedClause(clause, notice, sentence)));
    }

    /** The national catalogue with the edition's local series on top. */
    public List<Series> series(LoadedEdition edition) {
        var all = new LinkedHashMap<>(national);
        edition.edition().series().value().ifPresent(local -> local.forEach(series -> all.put(series.code(), series)));
        return List.copyOf(all.values());
    }

    /** Every region that is wrong, with what to do, in one exception. */
    public static final class WrongRegions extends IllegalStateException {
        private final List<String> problems;

        WrongRegions(List<String> problems) {
            super("the regions are not in order:\n  - " + String.join("\n  - ", problems));
            this.problems = List.copyOf(problems);
        }

        public List<String> problems() {
            return problems;
        }
    }
}
