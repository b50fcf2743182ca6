package zhicheng.server.region;

import java.io.IOException;
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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.spi.Clause;
import zhicheng.spi.National;
import zhicheng.spi.Notice;
import zhicheng.spi.Question;
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

    private final Map<String, Found> byId = new TreeMap<>();
    private final Map<String, List<LoadedEdition>> editions = new TreeMap<>();
    private final Map<String, Notice> byPrefix = new LinkedHashMap<>();
    private final Map<String, Series> national = new LinkedHashMap<>();

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
        try {
            ServiceLoader.load(Region.class).forEach(region -> found.add(new Found(region, "class path")));
        } catch (ServiceConfigurationError e) {
            problems.add("class path: %s".formatted(Problem.said(e)));
        }
        found.addAll(PlugIns.in(plugins, problems));
        return new Regions(found, readings, problems);
    }

    /** The given regions and no others. */
    public static Regions of(List<Region> regions) {
        return new Regions(regions.stream().map(region -> new Found(region, "given")).toList(), Map.of(), new ArrayList<>());
    }

    private Regions(List<Found> found, Map<String, String> readings, List<String> problems) {
        National.series().forEach(series -> national.put(series.code(), series));
        National.notices().forEach(notice -> byPrefix.put(notice.prefix(), notice));
        var registered = new ArrayList<Found>();
        for (var one : found)
            asked(one, problems, () -> {
                if (register(one, problems)) registered.add(one);
            });
        if (problems.isEmpty()) unknownReadings(readings, problems);
        for (var one : registered) asked(one, problems, () -> editions.put(one.region().id(), editions(one, readings, problems)));
        if (byId.isEmpty() && problems.isEmpty()) problems.add("no region was found: neither on the class path nor in the plug-in folder");
        if (!problems.isEmpty()) throw new WrongRegions(problems);
        all().forEach(region -> LOG.info("region {} ({}, SPI {}, {}): {}", region.id(), region.name().zh(), region.spi(), origin(region),
                editions.get(region.id()).stream().map(one -> one.year() + "/" + one.number() + " " + one.hash().substring(0, 12)).toList()));
    }

    private static void asked(Found one, List<String> problems, Runnable ask) {
        try {
            ask.run();
        } catch (RuntimeException | Error e) { // of a region's own code: whatever it is, the server does not start
            problems.add("%s: %s".formatted(one.named(), Problem.said(e)));
        }
    }

    /** @return whether it was taken in */
    private boolean register(Found one, List<String> problems) {
        var region = one.region();
        if (!Spi.serves(region.spi())) {
            problems.add("%s was built against SPI «%s», this server has %s: build it against one of the same major and none newer, or take the server that it was built for"
                    .formatted(one.named(), region.spi(), Spi.VERSION));
            return false;
        }
        if (region.id() == null || !region.id().matches("[a-z]{2,32}")) {
            problems.add("%s: «%s» is not a region id (expected 2 to 32 lower-case letters, e.g. xianning)".formatted(one.named(), region.id()));
            return false;
        }
        if (region.name() == null || region.province() == null || region.areaCode() == null) {
            problems.add("%s: its name, province or area code is null".formatted(one.named()));
            return false;
        }
        var earlier = byId.putIfAbsent(region.id(), one);
        if (earlier != null) {
            problems.add("two regions are called «%s»: %s; %s. Take one away".formatted(region.id(), earlier.named(), one.named()));
            return false;
        }
        for (var notice : region.notices())
            if (byPrefix.putIfAbsent(notice.prefix(), notice) != null)
                problems.add("two notices are called %s: %s; %s. The later one needs a prefix of its own"
                        .formatted(notice.prefix(), owner(notice.prefix(), region), one.named()));
        for (var setting : region.settings())
            byId.values().stream().filter(other -> other != one && other.region().settings().stream().anyMatch(known -> known.id().equals(setting.id()))).findFirst()
                    .ifPresent(other -> problems.add("two settings are called «%s»: %s; %s".formatted(setting.id(), other.named(), one.named())));
        return true;
    }

    private String owner(String prefix, Region but) {
        return byId.values().stream().filter(one -> one.region() != but && one.region().notices().stream().anyMatch(notice -> notice.prefix().equals(prefix)))
                .findFirst().map(Found::named).orElse("a national text");
    }

    private void unknownReadings(Map<String, String> readings, List<String> problems) {
        var known = new HashSet<String>();
        all().forEach(region -> region.settings().stream().map(Setting::id).forEach(known::add));
        readings.keySet().stream().filter(id -> !known.contains(id)).sorted()
                .forEach(id -> problems.add("no region has a setting «%s» (known: %s)".formatted(id, known)));
    }

    private static List<LoadedEdition> editions(Found one, Map<String, String> readings, List<String> problems) {
        var loaded = editions(one.region(), readings);
        problems.addAll(EditionChecks.problems(one, loaded));
        return loaded;
    }

    private static List<LoadedEdition> editions(Region region, Map<String, String> readings) {
        var chosen = new TreeMap<String, String>();
        region.settings().forEach(setting -> chosen.put(setting.id(), Readings.of(readings).of(setting)));
        return region.editions(Readings.of(chosen)).stream().map(edition -> LoadedEdition.of(region, edition, chosen)).toList();
    }

    public Collection<Region> all() {
        return byId.values().stream().map(Found::region).toList();
    }

    public Optional<Region> named(String id) {
        return Optional.ofNullable(byId.get(id)).map(Found::region);
    }

    /** Where the region was found: "class path" or the jar's name. */
    public String origin(Region region) {
        return byId.get(region.id()).where();
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
        return Stream.concat(editions(region).stream(), named(region).stream().flatMap(one -> editions(one, readings).stream()))
                .filter(one -> one.year() == year && one.number() == number && one.hash().equals(hash)).findFirst();
    }

    /** The option by which a setting is read on this server. */
    public String chosen(Setting setting) {
        return all().stream().filter(region -> region.settings().contains(setting)).findFirst()
                .map(region -> editions(region.id()).getFirst().readings().get(setting.id())).orElseThrow();
    }

    /** Every notice, national ones first. */
    public List<Notice> notices() {
        return List.copyOf(byPrefix.values());
    }

    public Optional<Notice> notice(String prefix) {
        return Optional.ofNullable(byPrefix.get(prefix));
    }

    /** The ids of the questions that any loaded edition asks. */
    public SortedSet<String> questions() {
        return editions.values().stream().flatMap(List::stream).flatMap(one -> one.edition().questions().stream()).map(Question::id).collect(Collectors.toCollection(TreeSet::new));
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

    /** A clause by which what an edition judges can be judged: of the notices on which it rests, or of a national one; empty otherwise. */
    public Optional<CitedClause> clause(LoadedEdition edition, String id) {
        return clause(id).filter(cited -> citable(edition).contains(cited.notice().prefix()));
    }

    /** The prefixes of the notices on which an edition rests, its own first, and of the national ones. */
    public List<String> citable(LoadedEdition edition) {
        return Stream.concat(edition.edition().notices().stream(), National.notices().stream().map(Notice::prefix)).distinct().toList();
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
