package zhicheng.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import zhicheng.spi.Case;
import zhicheng.spi.Claim;
import zhicheng.spi.Level;
import zhicheng.spi.When;

/** Reads the cells of a row of a case table as a {@link Case}; the form of each column is in {@link Cases}. */
final class Cells {
    /** Columns that describe the row, its claim or what is expected; every other one is a path of {@link Case}. */
    static final Set<String> OWN = Set.of("case", "rule", "outcome", "from", "holdsUp", "missing", "at", "series", "specialty", "level", "category", "channel");

    private static final String NONE = "none";
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final String AREA = "\\d{6}";

    private Cells() {}

    /** Throws IllegalArgumentException (or a DateTimeException) naming what cannot be read. */
    static Case read(Map<String, String> cells, int year) {
        var known = new HashMap<String, Object>();
        cells.forEach((column, cell) -> {
            if (!OWN.contains(column) && !cell.isEmpty()) known.put(column, value(column, cell, year));
        });
        return Case.of(at(cells.getOrDefault("at", ""), year), claim(cells, year), known);
    }

    /** June 1st of the year at ten where nothing is said, ten o'clock where only a day is. */
    private static Instant at(String cell, int year) {
        var local = cell.isEmpty() ? LocalDate.of(year, 6, 1).atTime(10, 0)
                : cell.matches(DATE) ? LocalDate.parse(cell).atTime(10, 0)
                : LocalDateTime.parse(cell);
        return local.atZone(When.CHINA).toInstant();
    }

    private static Claim claim(Map<String, String> cells, int year) {
        return new Claim(year,
                told(cells, "series").orElse("ENGINEERING"),
                told(cells, "specialty"),
                told(cells, "level").map(Level::valueOf),
                told(cells, "category").orElse(Claim.ORDINARY),
                told(cells, "channel"));
    }

    private static Optional<String> told(Map<String, String> cells, String column) {
        return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isEmpty());
    }

    private static Object value(String column, String cell, int year) {
        if (column.startsWith("answers.")) return cell;
        var type = Case.PATHS.get(column);
        if (type == null) throw new IllegalArgumentException("no column is called «" + column + "»");
        if (type == String.class) return cell;
        if (type == LocalDate.class) return LocalDate.parse(cell);
        if (type == Boolean.class) return yes(column, cell);
        return switch (column) {
            case "residence" -> Case.Residence.valueOf(cell);
            case "employment" -> Case.Employment.valueOf(cell);
            case "secrecy" -> Case.Secrecy.valueOf(cell);
            case "degrees" -> list(cell, Cells::degree);
            case "titles" -> list(cell, Cells::title);
            case "hours" -> list(cell, Cells::hours);
            case "assessments" -> list(cell, Cells::assessment);
            case "testPasses" -> list(cell, Cells::testPass);
            case "achievements" -> list(cell, Cells::achievement);
            case "testExemptions" -> list(cell, words -> String.join(" ", words));
            case "sanctions" -> list(cell, Cells::sanction);
            case "otherApplications" -> list(cell, words -> otherApplication(words, year));
            default -> throw new IllegalArgumentException("a case table cannot tell «" + column + "»");
        };
    }

    private static boolean yes(String column, String cell) {
        if (!cell.equals("true") && !cell.equals("false")) throw new IllegalArgumentException(column + " is true or false, not «" + cell + "»");
        return Boolean.parseBoolean(cell);
    }

    private static <T> List<T> list(String cell, Function<List<String>, T> entry) {
        if (cell.equals(NONE)) return List.of();
        return Arrays.stream(cell.split(";")).map(String::strip).filter(one -> !one.isEmpty())
                .map(one -> entry.apply(List.of(one.split("\\s+")))).toList();
    }

    private static Case.Degree degree(List<String> words) {
        return new Case.Degree(words.getFirst(), rest(words, 1).stream().findFirst().map(LocalDate::parse));
    }

    private static Case.Title title(List<String> words) {
        if (words.size() < 2) throw new IllegalArgumentException("a title is a series and a level, e.g. ENGINEERING INTERMEDIATE, not «" + String.join(" ", words) + "»");
        Optional<LocalDate> date = Optional.empty();
        Optional<String> province = Optional.empty();
        Optional<Integer> aid = Optional.empty();
        var specialty = new ArrayList<String>();
        for (var word : rest(words, 2)) {
            if (word.matches(DATE)) date = Optional.of(LocalDate.parse(word));
            else if (word.matches(AREA)) province = Optional.of(word);
            else if (word.startsWith("aid=")) aid = Optional.of(Integer.valueOf(word.substring(4)));
            else specialty.add(word);
        }
        return new Case.Title(words.get(0), joined(specialty), Level.valueOf(words.get(1)), date, province, aid);
    }

    private static Case.Hours hours(List<String> words) {
        if (words.size() < 2) throw new IllegalArgumentException("hours are a year and a number, e.g. 2023 90, not «" + String.join(" ", words) + "»");
        Optional<Integer> specialised = Optional.empty();
        Optional<String> province = Optional.empty();
        for (var word : rest(words, 2)) {
            if (word.startsWith("specialised=")) specialised = Optional.of(tenths(word.substring(12)));
            else if (word.matches(AREA)) province = Optional.of(word);
            else throw new IllegalArgumentException("hours do not have «" + word + "»");
        }
        return new Case.Hours(Integer.parseInt(words.get(0)), tenths(words.get(1)), specialised, province);
    }

    private static int tenths(String hours) {
        return new BigDecimal(hours).movePointRight(1).intValueExact();
    }

    private static Case.Assessment assessment(List<String> words) {
        if (words.size() != 2) throw new IllegalArgumentException("an assessment is a year and a grade, e.g. 2023 合格, not «" + String.join(" ", words) + "»");
        return new Case.Assessment(Integer.parseInt(words.get(0)), words.get(1));
    }

    private static Case.TestPass testPass(List<String> words) {
        Optional<LocalDate> date = Optional.empty();
        Optional<Level> level = Optional.empty();
        var specialty = new ArrayList<String>();
        for (var word : words) {
            if (word.matches(DATE)) date = Optional.of(LocalDate.parse(word));
            else if (isLevel(word)) level = Optional.of(Level.valueOf(word));
            else specialty.add(word);
        }
        if (specialty.isEmpty() || level.isEmpty())
            throw new IllegalArgumentException("a test pass is a specialty and a level, e.g. 建筑工程 INTERMEDIATE, not «" + String.join(" ", words) + "»");
        return new Case.TestPass(String.join(" ", specialty), level.get(), date);
    }

    private static Case.Achievement achievement(List<String> words) {
        return new Case.Achievement(Case.AchievementKind.valueOf(words.getFirst()), rest(words, 1).stream().findFirst().map(LocalDate::parse));
    }

    private static Case.Sanction sanction(List<String> words) {
        var dates = rest(words, 1).stream().filter(word -> word.matches(DATE)).map(LocalDate::parse).toList();
        if (dates.isEmpty() || dates.size() > 2)
            throw new IllegalArgumentException("a sanction is a kind, its first day and, where it has ended, the first day without it, not «" + String.join(" ", words) + "»");
        return new Case.Sanction(Case.SanctionKind.valueOf(words.getFirst()), dates.getFirst(), dates.stream().skip(1).findFirst(),
                joined(rest(words, 1).stream().filter(word -> !word.matches(DATE)).toList()));
    }

    private static Claim otherApplication(List<String> words, int year) {
        Optional<Level> level = Optional.empty();
        var specialty = new ArrayList<String>();
        for (var word : rest(words, 1)) {
            if (isLevel(word)) level = Optional.of(Level.valueOf(word));
            else specialty.add(word);
        }
        return new Claim(year, words.getFirst(), joined(specialty), level, Claim.ORDINARY, Optional.empty());
    }

    private static boolean isLevel(String word) {
        return Arrays.stream(Level.values()).anyMatch(level -> level.name().equals(word));
    }

    private static Optional<String> joined(List<String> words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    private static List<String> rest(List<String> words, int from) {
        return words.subList(Math.min(from, words.size()), words.size());
    }
}
