package zhicheng.regions.bijie;

import java.time.LocalDate;
import zhicheng.spi.Case;
import zhicheng.spi.Case.Sanction;
import zhicheng.spi.Case.SanctionKind;
import zhicheng.spi.Clause;
import zhicheng.spi.Question;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** Academic misconduct (学术不端): noted in the integrity archive; where it is serious, three years without application (B23-3.3). */
final class AcademicMisconduct {
    static final Clause CLAUSE = Clause.of("B23-3.3");
    static final int BAR_YEARS = 3;

    static final Question SERIOUS = Question.of("misconduct-serious", CLAUSE, Question.Kind.YES_NO,
            Text.of("您被记入诚信档案库的学术不端是否被认定为情节严重？（没有学术不端记录的不必回答）",
                    "Was your academic misconduct found to be serious? (Leave out if there is none.)"));

    private static final Text WHAT = Text.of("学术不端情节严重的，取消三年内职称申报资格", "serious academic misconduct: no application for three years");

    static final Rule RULE = Rule.binding("academic-misconduct", CLAUSE, WHAT, AcademicMisconduct::judge);

    private AcademicMisconduct() {}

    private static Verdict judge(Case one) {
        if (one.sanctions().isEmpty()) return Verdict.missing(WHAT, "sanctions");
        var standing = one.sanctions().get().stream()
                .filter(sanction -> sanction.kind() == SanctionKind.ACADEMIC_MISCONDUCT)
                .filter(sanction -> !one.day().isBefore(sanction.from()) && one.day().isBefore(ends(sanction)))
                .toList();
        if (standing.isEmpty()) return Verdict.satisfied(WHAT, Text.of("没有在期限内的学术不端处理", "no bar for academic misconduct is running"));
        var bars = standing.stream().filter(sanction -> sanction.until().isPresent() || one.yes(SERIOUS.id()).orElse(false)).map(AcademicMisconduct::ends).toList();
        if (!bars.isEmpty()) {
            var end = bars.stream().max(LocalDate::compareTo).orElseThrow();
            return Verdict.failed(WHAT, Text.of("期限至%s".formatted(end.minusDays(1)), "barred until " + end.minusDays(1))).at("sanctions").from(end);
        }
        return one.yes(SERIOUS.id()).isPresent()
                ? Verdict.satisfied(WHAT, Text.of("有学术不端记录，未认定情节严重", "on record, not found serious"))
                : Verdict.missing(WHAT, "answers." + SERIOUS.id());
    }

    /** The first day after the bar: as decided, or three years on where no end was recorded. */
    private static LocalDate ends(Sanction sanction) {
        return sanction.until().orElseGet(() -> sanction.from().plusYears(BAR_YEARS));
    }
}
