package zhicheng.server.eligibility;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import zhicheng.server.Unseen;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.Case;
import zhicheng.spi.Claim;
import zhicheng.spi.Level;
import zhicheng.spi.Question;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/**
 * What a person says of himself, checked and turned into a {@link Case}. The form is JSON-like, as it stands in a profile and in a snapshot:
 * maps, lists, text, numbers and booleans, dates as ISO text; absent or null is "not told", an empty list is "told: none".
 * What is not yet true cannot be told as a fact: a birth, degree, title, test pass or beginning of a sanction after today, hours or an assessment of a year to come.
 */
public final class Told {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final BigDecimal YEAR_OF_HOURS = BigDecimal.valueOf(8784);
    /** What any day is that can be told, and that the register can have. */
    public static final Text DATES = Text.of("1900 至 2199 年的日期，如 2019-12-31", "a date from 1900 to 2199, such as 2019-12-31");
    /** Characters of any one text that is told. */
    public static final int LONGEST = 200;

    private final List<Finding> problems = new ArrayList<>();

    private final LocalDate today;

    private Told(Instant now) {
        this.today = now.atZone(When.CHINA).toLocalDate();
    }

    /** A case, or everything that is wrong with what was told. */
    public record Result(Optional<Case> one, List<Finding> problems) {}

    /**
     * @param person in the shape of the API's {@code CaseInput}; {@code answers} as a list of {question, value}
     * @param at when it is judged
     * @param now the official time; where it is asked for a later {@code at}, what is true by then can be told
     */
    public static Result of(Map<String, ?> person, Claim claim, Instant at, Instant now, LoadedEdition edition) {
        var told = new Told(at.isAfter(now) ? at : now);
        claim.specialty().ifPresent(specialty -> told.text("claim.specialty", specialty));
        var known = told.known(person, claim.year(), edition);
        return told.problems.isEmpty() ? new Result(Optional.of(Case.of(at, claim, known)), List.of()) : new Result(Optional.empty(), List.copyOf(told.problems));
    }

    /** Everything that is wrong with what was told, whatever is claimed; {@code now} is the official time. */
    public static List<Finding> problems(Map<String, ?> person, Instant now, LoadedEdition edition) {
        var told = new Told(now);
        told.known(person, edition.year(), edition);
        return List.copyOf(told.problems);
    }

    /** The answers to questions that nobody asks, each a slip of the pen; {@code asked} are the ids that there are. What is no id at all is left to {@link #problems}. */
    public static List<Finding> unasked(Map<String, ?> person, SortedSet<String> asked) {
        var told = questions(person);
        var ids = asked.isEmpty() ? Text.of("本版没有提出问题", "no answer, as no question is asked")
                : Text.of("所问的问题之一：" + String.join("、", asked), "one of the questions that are asked (" + String.join(", ", asked) + ")");
        return IntStream.range(0, told.size()).filter(place -> isText(told.get(place)) && !asked.contains(told.get(place)))
                .mapToObj(place -> Finding.refusal("input", null, ids, Text.of("«" + told.get(place) + "»", "«" + told.get(place) + "»"), "person.answers." + place + ".question")).toList();
    }

    /** The annual assessments of a year that has another already, whatever either says: one year, one result. */
    public static List<Finding> assessedTwice(Map<String, ?> person) {
        var told = person.get("assessments") instanceof List<?> all ? all.stream().map(one -> ((Map<?, ?>) one).get("year")).toList() : List.of();
        return IntStream.range(0, told.size()).filter(place -> told.indexOf(told.get(place)) < place)
                .mapToObj(place -> Finding.refusal("input", null, Text.of("每年只有一个年度考核结果", "one result of a year's assessment"), Text.of(told.get(place) + "年不止一个", "there are several of " + told.get(place)),
                        "person.assessments." + place + ".year")).toList();
    }

    /** Whether a day is one of {@link #DATES}. */
    public static boolean isDate(LocalDate day) {
        return !day.isBefore(EARLIEST) && day.isBefore(LATEST);
    }

    /** Whether a person can tell of it: a path of a case, or what forms ask for besides. What he picked is no such thing. */
    public static boolean isTold(String name) {
        return Case.PATHS.containsKey(name) && !name.equals("achievements") || List.of("answers", "jobs", "workSince").contains(name);
    }

    /** The ids of the questions that are answered, in their order. */
    public static List<String> questions(Map<String, ?> person) {
        return person.get("answers") instanceof List<?> answers ? answers.stream().map(answer -> Unseen.trimmed(String.valueOf(((Map<?, ?>) answer).get("question")))).toList() : List.of();
    }

    private Map<String, Object> known(Map<String, ?> person, int year, LoadedEdition edition) {
        var known = new HashMap<String, Object>();
        person.forEach((name, value) -> {
            if (value == null) return;
            var path = "person." + name;
            var read = switch (name) {
                case "answers" -> null;
                case "degrees" -> list(path, value, this::degree);
                case "titles" -> list(path, value, this::title);
                case "hours" -> list(path, value, this::hours);
                case "assessments" -> list(path, value, this::assessment);
                case "testPasses" -> list(path, value, this::testPass);
                case "achievements" -> list(path, value, this::achievement);
                case "sanctions" -> list(path, value, this::sanction).stream().distinct().toList();
                case "testExemptions" -> list(path, value, one -> text(one.path(), one.value()));
                case "otherApplications" -> list(path, value, one -> other(one, year));
                case "birthDate" -> past(path, value);
                case "jobs" -> {
                    list(path, value, this::job);
                    yield null;
                }
                case "workSince" -> workSince(path, value, person.get("birthDate"));
                case "residence" -> one(path, value, Case.Residence.class);
                case "employment" -> one(path, value, Case.Employment.class);
                case "secrecy" -> one(path, value, Case.Secrecy.class);
                case "workplace", "hukou" -> area(path, value);
                case "regularRelation", "grassroots", "fileAtTalentBody", "retired", "pastRetirementAge", "retirementExtended", "pledgeSigned" -> value;
                default -> throw new IllegalArgumentException("a case has no «" + name + "»");
            };
            if (read != null) known.put(name, read);
        });
        if (person.get("answers") instanceof List<?> answers) answers(answers, edition, known);
        return known;
    }

    /** One element of a list, with its path into the input. */
    private record Item(String path, Object value) {
        @SuppressWarnings("unchecked")
        Map<String, Object> fields() {
            return (Map<String, Object>) value;
        }

        Object field(String name) {
            return fields().get(name);
        }

        String at(String name) {
            return path + "." + name;
        }
    }

    private <T> List<T> list(String path, Object value, Function<Item, T> read) {
        var all = new ArrayList<T>();
        var place = 0;
        for (var one : (List<?>) value) {
            var item = read.apply(new Item(path + "." + place++, one));
            if (item != null) all.add(item);
        }
        return List.copyOf(all);
    }

    private Case.Degree degree(Item item) {
        return new Case.Degree(text(item.at("level"), item.field("level")), optional(item, "date", this::past));
    }

    /** Since when he has worked judges no case, and is held to be a day all the same, after his birth. */
    private Object workSince(String path, Object value, Object birth) {
        var since = past(path, value);
        if (since != null && birth != null && since.toString().compareTo(birth.toString()) <= 0)
            wrong(path, Text.of("晚于出生日期", "after the day of birth"), since.toString());
        return null;
    }

    /** Where he has worked judges no case, and is held to be told well all the same. */
    private Object job(Item item) {
        text(item.at("employer"), item.field("employer"));
        optional(item, "position", this::text);
        optional(item, "areaCode", this::area);
        var began = past(item.at("beganOn"), item.field("beganOn"));
        var ended = optional(item, "endedOn", this::past);
        if (began != null && ended.isPresent() && ended.get().isBefore(began)) wrong(item.at("endedOn"), Text.of("不早于起始日", "not before the first day"), ended.get().toString());
        return null;
    }

    /** Since when he is appointed to it judges no case, and is held to be a day all the same. */
    private Case.Title title(Item item) {
        optional(item, "appointedOn", this::past);
        return new Case.Title(text(item.at("series"), item.field("series")), optional(item, "specialty", this::text), one(item.at("level"), item.field("level"), Level.class),
                optional(item, "date", this::past), optional(item, "province", this::area), optional(item, "aidMonths", (path, months) -> count(path, months, 600)));
    }

    private Case.Hours hours(Item item) {
        var total = tenths(item.at("total"), item.field("total"));
        var specialised = optional(item, "specialised", this::tenths);
        if (specialised.isPresent() && specialised.get() > total)
            wrong(item.at("specialised"), Text.of("专业科目学时不超过总学时", "specialised hours are part of the total"), String.valueOf(item.field("specialised")));
        return new Case.Hours(year(item), total, specialised, optional(item, "province", this::area));
    }

    private Case.Assessment assessment(Item item) {
        return new Case.Assessment(year(item), text(item.at("grade"), item.field("grade")));
    }

    private Case.TestPass testPass(Item item) {
        return new Case.TestPass(text(item.at("specialty"), item.field("specialty")), one(item.at("level"), item.field("level"), Level.class), optional(item, "date", this::past));
    }

    /** As it was picked; what was wrong with it was said when it was saved. */
    private Case.Achievement achievement(Item item) {
        return new Case.Achievement(one(item.at("kind"), item.field("kind"), Case.AchievementKind.class), optional(item, "achievedOn", this::date));
    }

    /** What the register says is not told: it stands there already, and is judged as it stands. */
    private Case.Sanction sanction(Item item) {
        if (item.value() instanceof Case.Sanction registered) return registered;
        var from = past(item.at("from"), item.field("from"));
        var until = optional(item, "until", this::date);
        if (until.isPresent() && from != null && !until.get().isAfter(from))
            wrong(item.at("until"), Text.of("晚于起始日", "after the first day"), until.get().toString());
        return new Case.Sanction(one(item.at("kind"), item.field("kind"), Case.SanctionKind.class), from, until, optional(item, "region", this::text));
    }

    private Claim other(Item item, int year) {
        return new Claim(year, text(item.at("series"), item.field("series")), optional(item, "specialty", this::text), Optional.empty(), Claim.ORDINARY, Optional.empty());
    }

    private void answers(List<?> answers, LoadedEdition edition, Map<String, Object> known) {
        var place = 0;
        for (var answer : answers) {
            var item = new Item("person.answers." + place++, answer);
            var id = text(item.at("question"), item.field("question"));
            var value = text(item.at("value"), item.field("value"));
            edition.edition().questions().stream().filter(question -> question.id().equals(id)).findFirst()
                    .ifPresent(question -> {
                        if (answers(question, value, item.at("value")) && known.put("answers." + id, value) != null)
                            wrong(item.at("question"), Text.of("每个问题只回答一次", "each question answered once"), id);
                    });
        }
    }

    private boolean answers(Question question, String value, String path) {
        var fits = switch (question.kind()) {
            case YES_NO -> value.equals("true") || value.equals("false");
            case NUMBER -> value.matches("-?\\d{1,9}");
            case DATE -> date(path, value) != null;
            case TEXT -> true;
        };
        if (!fits && question.kind() != Question.Kind.DATE)
            wrong(path, question.kind() == Question.Kind.YES_NO ? Text.of("true 或 false", "true or false") : Text.of("整数", "a whole number"), value);
        return fits;
    }

    private <T> Optional<T> optional(Item item, String name, java.util.function.BiFunction<String, Object, T> read) {
        var value = item.field(name);
        return value == null ? Optional.empty() : Optional.ofNullable(read.apply(item.at(name), value));
    }

    private String text(String path, Object value) {
        var written = String.valueOf(value);
        if (!isText(written))
            wrong(path, Text.of("1 至 " + LONGEST + " 个字符", "1 to " + LONGEST + " characters"), Words.isNothing(written) ? "" : written.length() + " characters");
        return Unseen.trimmed(written);
    }

    private static boolean isText(String written) {
        return !Words.isNothing(written) && written.length() <= LONGEST && written.indexOf('\0') < 0;
    }

    private String area(String path, Object value) {
        var code = String.valueOf(value);
        if (!code.matches("[1-9]\\d{5}")) wrong(path, Text.of("六位行政区划代码（GB/T 2260），如 520500", "a GB/T 2260 code of six digits, e.g. 520500"), code);
        return code;
    }

    private LocalDate date(String path, Object value) {
        try {
            var date = LocalDate.parse(String.valueOf(value));
            if (isDate(date)) return date;
        } catch (DateTimeException e) {
            // said below, with what was expected
        }
        wrong(path, DATES, String.valueOf(value));
        return null;
    }

    /** A day that has come. */
    private LocalDate past(String path, Object value) {
        var date = date(path, value);
        if (date == null || !date.isAfter(today)) return date;
        problems.add(notYet(path, Text.of("不晚于今天（" + today + "）的日期", "a date no later than today, " + today), date.toString(), date));
        return null;
    }

    /** A year that has begun. */
    private int year(Item item) {
        var year = ((Number) item.field("year")).intValue();
        if (year < EARLIEST.getYear() || year >= LATEST.getYear()) wrong(item.at("year"), Text.of("年份，如 2023", "a year such as 2023"), String.valueOf(year));
        else if (year > today.getYear())
            problems.add(notYet(item.at("year"), Text.of("不晚于今年（" + today.getYear() + "）的年份", "a year no later than this one, " + today.getYear()), String.valueOf(year), LocalDate.of(year, 1, 1)));
        return year;
    }

    private int count(String path, Object value, int most) {
        var count = ((Number) value).intValue();
        if (count < 0 || count > most) wrong(path, Text.of("0 至 " + most, "0 to " + most), String.valueOf(count));
        return count;
    }

    private int tenths(String path, Object value) {
        var hours = new BigDecimal(String.valueOf(value));
        if (hours.signum() < 0 || hours.compareTo(YEAR_OF_HOURS) > 0 || hours.stripTrailingZeros().scale() > 1) {
            wrong(path, Text.of("学时，0 至 8784，至多一位小数", "hours from 0 to 8784 with at most one decimal"), String.valueOf(value));
            return 0;
        }
        return hours.movePointRight(1).intValueExact();
    }

    private <E extends Enum<E>> E one(String path, Object value, Class<E> type) {
        for (var constant : type.getEnumConstants()) if (constant.name().equals(String.valueOf(value))) return constant;
        wrong(path, Text.of("所列之一", "one of those listed"), String.valueOf(value));
        return null;
    }

    private static Finding notYet(String path, Text asked, String shown, LocalDate from) {
        return Finding.refusal("input", null, asked, Text.of(shown + "，尚未到来", shown + ", which is still to come"), path)
                .remedy(Text.of("自" + from + "起才能这样说明；写错的请更正", "can be told from " + from + " on; mend it where it is a slip"), from.atStartOfDay(When.CHINA).toInstant());
    }

    private void wrong(String path, Text asked, String shown) {
        problems.add(Finding.refusal("input", null, asked, Words.isNothing(shown) ? Text.of("空", "nothing") : Text.of(Finding.cut(shown), Finding.cut(shown)), path));
    }
}
