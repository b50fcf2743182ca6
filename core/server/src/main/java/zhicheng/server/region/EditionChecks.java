package zhicheng.server.region;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhicheng.server.eligibility.Windows;
import zhicheng.spi.Clause;
import zhicheng.spi.Edition;
import zhicheng.spi.National;
import zhicheng.spi.Notice;
import zhicheng.spi.Rule;

/** What the server rests on of a region's editions, looked at once: clauses that stand in a text, names that are unique. The rest is the contract test's. */
final class EditionChecks {
    private final String named;
    private final Map<String, Notice> notices;
    private final List<String> problems = new ArrayList<>();

    private EditionChecks(Found one) {
        this.named = one.named();
        this.notices = Stream.concat(National.notices().stream(), one.region().notices().stream())
                .collect(Collectors.toMap(Notice::prefix, Function.identity(), (national, own) -> own, TreeMap::new));
    }

    /** Everything that is wrong; empty for a region that can be served. */
    static List<String> problems(Found one, List<LoadedEdition> editions) {
        var checks = new EditionChecks(one);
        if (editions.isEmpty()) checks.problems.add(checks.named + " has no edition");
        one.region().settings().forEach(setting -> checks.clause("setting " + setting.id(), setting.clause()));
        var numbers = new HashSet<String>();
        for (var loaded : editions) {
            var year = loaded.year() + "/" + loaded.number();
            if (!numbers.add(year)) checks.problems.add("%s: two editions are %s; a changed edition has the next number".formatted(checks.named, year));
            checks.edition(loaded, year);
        }
        return checks.problems;
    }

    private void edition(LoadedEdition loaded, String year) {
        if (loaded.edition().notices().isEmpty()) problems.add("%s, %s rests on no notice".formatted(named, year));
        loaded.edition().notices().forEach(prefix -> clause(year, Clause.of(prefix)));
        var cited = new LinkedHashMap<Clause, String>();
        loaded.sheet().lines().forEach(line -> line.clause().ifPresent(clause -> cited.putIfAbsent(clause, line.path())));
        cited.forEach((clause, path) -> clause(year + ": " + path, clause));
        var rules = new HashSet<String>();
        rules(loaded.edition()).map(Rule::id).filter(id -> !rules.add(id)).distinct()
                .forEach(id -> problems.add("%s, %s: two rules are called «%s»; those of the channels count too".formatted(named, year, id)));
        if (rules.contains(Windows.CODE)) problems.add("%s, %s: a rule is called «%s», which is the core's own finding; call it otherwise".formatted(named, year, Windows.CODE));
    }

    private void clause(String where, Clause clause) {
        if (clause == null) problems.add("%s: %s has no clause".formatted(named, where));
        else if (Optional.ofNullable(notices.get(clause.prefix())).flatMap(notice -> notice.sentence(clause)).isEmpty())
            problems.add("%s: %s cites clause %s, which stands in no text of its notices %s".formatted(named, where, clause, notices.keySet()));
    }

    private static Stream<Rule> rules(Edition edition) {
        return Stream.concat(edition.rules().stream(), edition.channels().value().orElse(List.of()).stream().flatMap(channel -> channel.rules().stream()));
    }
}
