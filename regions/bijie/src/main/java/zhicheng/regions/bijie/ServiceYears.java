package zhicheng.regions.bijie;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import zhicheng.spi.Case;
import zhicheng.spi.Case.Assessment;
import zhicheng.spi.Case.Title;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;
import zhicheng.spi.YearsOfService;

/**
 * Years of service (任职年限): counted to 31 December of the year applied for, that day included (终算时间), years assessed 不合格 left out, the working shown (B24-5.4, B23-5.5).
 * How many are needed is the province's to say, so the verdict stays open.
 */
final class ServiceYears {
    /** From which day the title counts, where that is not the day on which it was won. */
    @FunctionalInterface
    interface Start {
        Optional<LocalDate> of(Case one);
    }

    private static final Text ASKED = Text.of("任职年限；所需年数由省的评审条件规定，本通知未载明", "years of service; how many is for the province's conditions, this notice does not say");

    private ServiceYears() {}

    static Rule rule(YearsOfService law, Start special) {
        return Rule.binding("years-of-service", law.clause(),
                Text.of("任职年限（工作年限）终算至%s，年度考核“不合格”的年度不计入".formatted(law.endsOn()),
                        "years of service end on %s; a year assessed 不合格 does not count".formatted(law.endsOn())), one -> judge(one, law, special));
    }

    private static Verdict judge(Case one, YearsOfService law, Start special) {
        if (one.titles().isEmpty()) return Verdict.missing(ASKED, "titles");
        var current = current(one, one.titles().get());
        if (current.isEmpty())
            return Verdict.open(ASKED, Text.of("没有低于所申报层级的职称；工作年限由人核定", "no title below the one applied for; years of work are for people to count")).at("titles");
        var start = special.of(one).or(() -> current.get().date());
        return start.map(day -> Verdict.open(ASKED, working(current.get(), day, law, one.assessments())).at("titles"))
                .orElseGet(() -> Verdict.missing(ASKED, "titles"));
    }

    /** The highest title below the one applied for, of the same series where there is one; of equals the first won. */
    private static Optional<Title> current(Case one, List<Title> titles) {
        return titles.stream()
                .filter(title -> one.claim().level().isEmpty() || title.level().compareTo(one.claim().level().get()) > 0)
                .min(comparing((Title title) -> !title.series().equals(one.claim().series()))
                        .thenComparing(Title::level)
                        .thenComparing(title -> title.date().orElse(LocalDate.MAX)));
    }

    private static Text working(Title title, LocalDate from, YearsOfService law, Optional<List<Assessment>> assessments) {
        var bad = assessments.orElse(List.of()).stream().filter(one -> law.notCounted().contains(one.grade())).map(Assessment::year)
                .filter(year -> year >= from.getYear() && year <= law.endsOn().getYear()).distinct().sorted().toList();
        var years = counted(from, law.endsOn(), bad);
        var level = title.level().label();
        return Text.of(
                "自%s职称%s起，至%s止%s，计满%d年".formatted(level.zh(), from, law.endsOn(),
                        assessments.isEmpty() ? "（年度考核未说明，未作扣减）" : bad.isEmpty() ? "" : "，扣除考核不合格的" + years(bad, "、") + "年度", years),
                "%s title from %s to %s%s: %d full years".formatted(level.en(), from, law.endsOn(),
                        assessments.isEmpty() ? " (assessments not told, none taken off)" : bad.isEmpty() ? "" : ", without " + years(bad, ", ") + " (assessed 不合格)", years));
    }

    /** Full years, {@code last} being the last day that counts (终算); of a year that does not count, the part that lies in the span is left out. */
    static int counted(LocalDate from, LocalDate last, List<Integer> notCounted) {
        var first = notCounted.contains(from.getYear()) ? LocalDate.of(from.getYear() + 1, 1, 1) : from;
        var whole = notCounted.stream().filter(year -> year > from.getYear()).count();
        return (int) Math.max(0, ChronoUnit.YEARS.between(first, last.plusDays(1)) - whole);
    }

    private static String years(List<Integer> years, String between) {
        return String.join(between, years.stream().map(String::valueOf).toList());
    }
}
