package zhicheng.tools;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhicheng.contract.Cases;
import zhicheng.spi.Clause;
import zhicheng.spi.Disposition;
import zhicheng.spi.Edition;
import zhicheng.spi.FactSheet;
import zhicheng.spi.National;
import zhicheng.spi.Notice;
import zhicheng.spi.Readings;
import zhicheng.spi.Region;

/**
 * What became of every listed clause: where loaded facts and rules carry it, which executed cases hold them to it, what is left to people or to later.
 *
 * @param entries one for each listed clause, in the list's order
 * @param cases how many cases were executed
 * @param problems every clause without an account, every citation that is not in the text, every case that failed or that cannot fail
 */
record ClauseAccount(List<Entry> entries, int cases, List<String> problems) {

    /** A clause that the core itself carries, beside the regions: {@code where} in the sources, and the test that fails without it. */
    record InCore(Clause clause, String where, String test) {}

    /**
     * One clause.
     *
     * @param encoded what carries it: class or other place, with the paths of its facts and rules there
     * @param tested case files, with the number of their rows that name it and fail without it
     * @param dispositions what is left to people, or waits for a later part
     */
    record Entry(Clause clause, Map<String, List<String>> encoded, Map<String, Integer> tested, List<Disposition> dispositions) {
        boolean encodedAndTested() {
            return !encoded.isEmpty() && !tested.isEmpty();
        }

        boolean accountedFor() {
            return encodedAndTested() || !dispositions.isEmpty();
        }

        boolean is(Disposition.Kind kind) {
            return dispositions.stream().anyMatch(one -> one.kind() == kind);
        }
    }

    /**
     * Looks every clause up, and executes every case twice: as it is, and without the facts and rules of its clause.
     *
     * @param citing further texts that cite clauses, such as the SDL, by name
     */
    static ClauseAccount of(Collection<Clause> listed, Collection<Region> regions, List<InCore> core, Map<String, String> citing) {
        var problems = new ArrayList<String>();
        var encoded = new LinkedHashMap<Clause, Map<String, List<String>>>();
        var tested = new LinkedHashMap<Clause, Map<String, Integer>>();
        var dispositions = new LinkedHashMap<Clause, List<Disposition>>();
        var cited = new LinkedHashMap<Clause, String>();
        var cases = 0;
        for (var region : regions) {
            for (var setting : region.settings()) cited.putIfAbsent(setting.clause(), "setting " + setting.id());
            for (var edition : region.editions(Readings.byDefault())) {
                var place = edition.getClass().getName() + " " + edition.year() + "." + edition.number();
                places(edition).forEach((clause, paths) -> encoded.computeIfAbsent(clause, one -> new LinkedHashMap<>()).put(place, List.copyOf(paths)));
                FactSheet.of(edition).lines().forEach(line -> line.clause().ifPresent(clause ->
                        cited.putIfAbsent(clause, region.id() + " " + edition.year() + "." + edition.number() + " " + line.path())));
                for (var one : edition.dispositions()) add(dispositions, one);
            }
            cases += execute(region, tested, problems);
        }
        for (var one : core) {
            encoded.computeIfAbsent(one.clause, clause -> new LinkedHashMap<>()).put(one.where, List.of());
            tested.computeIfAbsent(one.clause, clause -> new LinkedHashMap<>()).merge(one.test, 1, Integer::sum);
            cited.putIfAbsent(one.clause, one.where);
        }
        var notices = Stream.concat(National.notices().stream(), regions.stream().flatMap(region -> region.notices().stream())).toList();
        citing.forEach((name, text) -> clausesIn(text, notices).forEach(clause -> cited.putIfAbsent(clause, name)));
        listed.forEach(clause -> cited.putIfAbsent(clause, "the list of clauses"));
        cited.forEach((clause, where) -> notInText(clause, notices).ifPresent(why -> problems.add(clause + ": cited by " + where + ", " + why)));
        var entries = listed.stream().map(clause -> new Entry(clause, encoded.getOrDefault(clause, Map.of()), tested.getOrDefault(clause, Map.of()), dispositions.getOrDefault(clause, List.of()))).toList();
        entries.stream().filter(entry -> !entry.accountedFor()).forEach(entry -> problems.add(entry.clause + ": " + (
                !entry.encoded.isEmpty() ? "encoded, but no case that can fail names it"
                : !entry.tested.isEmpty() ? "named by cases, but nothing carries it"
                : "neither encoded, nor left to people, nor later")));
        return new ClauseAccount(entries, cases, List.copyOf(problems));
    }

    /** What carries each clause, the fields of one thing folded into it: {@code calendar.health.application}, {@code rules.capability-test}. */
    private static Map<Clause, Set<String>> places(Edition edition) {
        var places = new LinkedHashMap<Clause, Set<String>>();
        var lines = FactSheet.of(edition).lines();
        var things = lines.stream().filter(line -> line.path().endsWith(".clause")).map(line -> line.path().substring(0, line.path().length() - ".clause".length()))
                .sorted(Comparator.comparing(String::length).reversed()).toList();
        for (var line : lines)
            if (line.clause().isPresent() && !line.path().startsWith("dispositions."))
                places.computeIfAbsent(line.clause().get(), clause -> new LinkedHashSet<>())
                        .add(things.stream().filter(thing -> line.path().startsWith(thing + ".")).findFirst().orElse(line.path()));
        return places;
    }

    private static void add(Map<Clause, List<Disposition>> dispositions, Disposition one) {
        var same = dispositions.computeIfAbsent(one.clause(), clause -> new ArrayList<>());
        if (!same.contains(one)) same.add(one);
    }

    private static int execute(Region region, Map<Clause, Map<String, Integer>> tested, List<String> problems) {
        var cases = Cases.of(region);
        var as = cases.run();
        var without = cases.runWithoutItsClause();
        for (var i = 0; i < as.size(); i++) {
            var outcome = as.get(i);
            if (!outcome.passed()) problems.add("case " + outcome);
            else if (without.get(i).passed()) problems.add("case " + outcome + ": passes without " + outcome.clause() + " as well, and so tests nothing");
            else tested.computeIfAbsent(outcome.clause(), clause -> new LinkedHashMap<>()).merge(region.id() + " " + outcome.file(), 1, Integer::sum);
        }
        return as.size();
    }

    /** Whole ids only: "X24-5.1–5.3" or "X24-*" are ways of speaking, not citations. */
    private static Set<Clause> clausesIn(String text, List<Notice> notices) {
        var prefixes = notices.stream().map(Notice::prefix).map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("\\b(?:" + prefixes + ")-[0-9A-Za-z]+(?:\\.[0-9A-Za-z]+)*").matcher(text).results()
                .map(MatchResult::group).map(Clause::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<String> notInText(Clause clause, List<Notice> notices) {
        var notice = notices.stream().filter(one -> one.prefix().equals(clause.prefix())).findFirst();
        if (notice.isEmpty()) return Optional.of("and no loaded region has a notice " + clause.prefix());
        return notice.get().sentence(clause).isPresent() ? Optional.empty() : Optional.of("and not in the text of " + clause.prefix());
    }

    long encodedAndTested() {
        return entries.stream().filter(Entry::encodedAndTested).count();
    }

    /** Encoded and tested, and something of it is left to people or to later. */
    long alsoDisposed(Disposition.Kind kind) {
        return entries.stream().filter(entry -> entry.encodedAndTested() && entry.is(kind)).count();
    }

    /** Left to people or to later, not encoded and tested as well. */
    long onlyDisposed(Disposition.Kind kind) {
        return entries.stream().filter(entry -> !entry.encodedAndTested() && entry.is(kind)).count();
    }

    long gaps() {
        return entries.stream().filter(entry -> !entry.accountedFor()).count();
    }
}
