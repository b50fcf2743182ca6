package zhicheng.contract;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import zhicheng.spi.Case;
import zhicheng.spi.Clause;
import zhicheng.spi.Edition;
import zhicheng.spi.FactSheet;
import zhicheng.spi.Readings;
import zhicheng.spi.Region;
import zhicheng.spi.Rule;
import zhicheng.spi.Verdict;

/**
 * The case tables of a region ({@link Region#cases}), executed: what its notices state, written from the notice by people, held against what the region says.
 *
 * <p>CSV (RFC 4180) with a header line; empty lines and lines beginning with {@code #} are left out. Two kinds, both under the year whose newest edition they are for:
 * <ol>
 * <li>{@code cases/2024/facts.csv}, columns {@code clause,fact,expected}: the edition's {@link FactSheet} has a line of exactly this path, value and clause.
 * <li>{@code cases/2024/X24-6.5.csv}, named by the clause of the rule: {@code case} (a sentence), {@code rule} (its id, a channel's rule too), {@code outcome}
 *     (SATISFIED, FAILED, CANNOT_TELL), where wanted {@code from} (the day from which it would be satisfied, or {@code none}), {@code holdsUp} (true, false)
 *     and {@code missing} (the paths that would have to be told, with {@code ;} between them, or {@code none}), and any of
 *     {@code at} (day or day and time; otherwise June 1st, 10:00), {@code series} (otherwise ENGINEERING), {@code specialty}, {@code level}, {@code category} (otherwise ORDINARY),
 *     {@code channel}, and every path of {@link Case#PATHS}. Lists have {@code ;} between their entries:
 *     {@code degrees}: 本科 2016-07-01 ·
 *     {@code titles}: ENGINEERING INTERMEDIATE 建筑工程 2019-12-31 520000 aid=18 (series, level, then by their form day, province, months of aid, otherwise specialty) ·
 *     {@code hours}: 2023 90 specialised=60 520000 · {@code assessments}: 2023 合格 · {@code testPasses}: 建筑工程 INTERMEDIATE 2024-04-20 ·
 *     {@code achievements}: PATENT 2023-03-01 ·
 *     {@code testExemptions}: documents · {@code sanctions}: PARTY 2024-01-01 2025-01-01 · {@code otherApplications}: ENGINEERING 建筑工程 ·
 *     {@code answers.ID}: the answer to a question. An empty cell is "not told", {@code none} in a list "told, none".
 * </ol>
 */
public final class Cases {
    private static final Pattern FILE = Pattern.compile("(?:.*/)?(\\d{4})/([^/]+)\\.csv");
    private static final String FACTS = "facts";

    private final Region region;
    private final List<Row> rows;
    private final Map<Integer, Stand> stands;

    /** What rows are held against: the facts and rules of one year's newest edition. */
    private record Stand(FactSheet facts, List<Rule> rules) {
        Stand without(Clause clause) {
            return new Stand(facts.without(clause), rules.stream().filter(rule -> !rule.clause().equals(clause)).toList());
        }
    }

    /** One row; {@code unreadable} says why it is none. */
    private record Row(String file, long line, int year, boolean fact, Clause clause, Map<String, String> cells, Optional<String> unreadable) {
        String name() {
            return cells.getOrDefault(fact ? "fact" : "case", "");
        }
    }

    private Cases(Region region) {
        this.region = region;
        this.rows = region.cases().stream().flatMap(file -> read(region, file)).toList();
        this.stands = new HashMap<>();
        region.editions(Readings.byDefault()).stream().sorted(Comparator.comparing(Edition::number))
                .forEach(edition -> stands.put(edition.year(), new Stand(FactSheet.of(edition), rules(edition))));
    }

    /** The region's case tables, read; a file or row that cannot be read is an {@link Outcome} that did not pass, never an exception. */
    public static Cases of(Region region) {
        return new Cases(region);
    }

    /** Every rule of an edition, those of its channels after its own. */
    public static List<Rule> rules(Edition edition) {
        return Stream.concat(edition.rules().stream(),
                edition.channels().value().orElse(List.of()).stream().flatMap(channel -> channel.rules().stream())).toList();
    }

    /** Every row held against its edition as it is, in the order of the files. */
    public List<Outcome> run() {
        return rows.stream().map(row -> outcome(row, Optional.ofNullable(stands.get(row.year)))).toList();
    }

    /** Every row held against its edition without the facts and rules of the row's own clause, in the same order: one that still passes tests nothing. */
    public List<Outcome> runWithoutItsClause() {
        return rows.stream().map(row -> outcome(row, Optional.ofNullable(stands.get(row.year))
                .map(stand -> row.clause == null ? stand : stand.without(row.clause)))).toList();
    }

    /** For each rule of a year, as {@code 2024 rule-id}, the outcomes that its rows ask for. */
    Map<String, List<Verdict.Outcome>> outcomesAsked() {
        var asked = new LinkedHashMap<String, List<Verdict.Outcome>>();
        for (var row : rows)
            if (!row.fact && row.unreadable.isEmpty())
                Stream.of(Verdict.Outcome.values()).filter(one -> one.name().equals(row.cells.get("outcome"))).findFirst()
                        .ifPresent(one -> asked.computeIfAbsent(row.year + " " + row.cells.get("rule"), key -> new ArrayList<>()).add(one));
        return asked;
    }

    private Outcome outcome(Row row, Optional<Stand> stand) {
        var why = row.unreadable.or(() -> stand.isEmpty()
                ? Optional.of("the region has no edition of " + row.year)
                : row.fact ? factFault(row, stand.get().facts) : ruleFault(row, stand.get().rules));
        return new Outcome(region, row.year, row.file, row.line, row.name(), row.clause, why.isEmpty(), why.orElse(""));
    }

    private static Optional<String> factFault(Row row, FactSheet facts) {
        var path = row.cells.getOrDefault("fact", "");
        var expected = row.cells.getOrDefault("expected", "");
        var lines = facts.lines().stream().filter(line -> line.path().equals(path)).toList();
        if (lines.isEmpty()) return Optional.of("nothing is stated at " + path);
        if (lines.stream().anyMatch(line -> line.value().strip().equals(expected) && line.clause().filter(row.clause::equals).isPresent())) return Optional.empty();
        return Optional.of("expected «" + expected + "» (" + row.clause + "), stated is " + lines);
    }

    private static Optional<String> ruleFault(Row row, List<Rule> rules) {
        var id = row.cells.getOrDefault("rule", "");
        var rule = rules.stream().filter(one -> one.id().equals(id)).findFirst();
        if (rule.isEmpty()) return Optional.of("there is no rule " + id);
        if (!rule.get().clause().equals(row.clause)) return Optional.of("rule " + id + " is of " + rule.get().clause() + ", the file is named " + row.clause);
        Verdict verdict;
        try {
            verdict = rule.get().judge().judge(Cells.read(row.cells, row.year));
        } catch (RuntimeException e) {
            return Optional.of(e.toString());
        }
        var faults = new ArrayList<String>();
        compare(faults, "outcome", row.cells, String.valueOf(verdict.outcome()));
        compare(faults, "from", row.cells, verdict.from().map(Object::toString).orElse("none"));
        compare(faults, "holdsUp", row.cells, String.valueOf(verdict.holdsUp()));
        compare(faults, "missing", row.cells, verdict.missing().isEmpty() ? "none" : String.join("; ", verdict.missing()));
        if (row.cells.getOrDefault("outcome", "").isEmpty()) faults.add("the row expects no outcome");
        return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults) + " (shown: " + verdict.shown().zh() + ")");
    }

    private static void compare(List<String> faults, String column, Map<String, String> cells, String found) {
        var expected = cells.getOrDefault(column, "");
        if (!expected.isEmpty() && !expected.equals(found)) faults.add(column + " expected " + expected + ", found " + found);
    }

    private static Stream<Row> read(Region region, String file) {
        var named = FILE.matcher(file);
        if (!named.matches()) return Stream.of(unreadable(file, 0, "a file of cases is named YEAR/facts.csv or YEAR/CLAUSE.csv"));
        var year = Integer.parseInt(named.group(1));
        var fact = named.group(2).equals(FACTS);
        try (var in = region.getClass().getResourceAsStream(file)) {
            if (in == null) return Stream.of(unreadable(file, year, "there is no such file beside " + region.getClass().getName()));
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<CsvRecord> records;
            try (var csv = CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofCsvRecord(text)) {
                records = csv.stream().toList();
            }
            if (records.size() < 2) return Stream.of(unreadable(file, year, "there are no cases in it"));
            var columns = records.getFirst().getFields().stream().map(String::strip).toList();
            if (columns.stream().distinct().count() < columns.size()) return Stream.of(unreadable(file, year, "two columns have one name: " + columns));
            return records.stream().skip(1).map(one -> row(file, year, fact, named.group(2), columns, one));
        } catch (CsvParseException e) {
            return Stream.of(unreadable(file, year, e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause().getMessage())));
        } catch (IOException e) {
            return Stream.of(unreadable(file, year, e.toString()));
        }
    }

    private static Row row(String file, int year, boolean fact, String name, List<String> columns, CsvRecord one) {
        var cells = new LinkedHashMap<String, String>();
        for (var i = 0; i < columns.size(); i++) cells.put(columns.get(i), one.getField(i).strip());
        try {
            return new Row(file, one.getStartingLineNumber(), year, fact, Clause.of(fact ? cells.getOrDefault("clause", "") : name), cells, Optional.empty());
        } catch (IllegalArgumentException e) {
            return new Row(file, one.getStartingLineNumber(), year, fact, null, cells, Optional.of(e.getMessage()));
        }
    }

    private static Row unreadable(String file, int year, String why) {
        return new Row(file, 0, year, false, null, Map.of(), Optional.of(why));
    }
}
