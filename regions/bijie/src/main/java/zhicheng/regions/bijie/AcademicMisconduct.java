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

/**
 * Academic misconduct (学术不端): noted in the integrity archive; where it is serious, three years without application (B23-3.3).
 * The clause says nothing of terms on record nor of other regions' records; how both are read stands in the rule.
 */
final class AcademicMisconduct {
    static final Clause CLAUSE = Clause.of("B23-3.3");
    static final int BAR_YEARS = 3;

    static final Question SERIOUS = Question.of("misconduct-serious", CLAUSE, Question.Kind.YES_NO,
            Text.of("您被记入诚信档案库的学术不端是否被认定为情节严重？（没有学术不端记录，或记录载有终止日的，不必回答）",
                    "Was your academic misconduct found to be serious? (Leave out if there is none, or if its record has an end.)"));

    private static final Text WHAT = Text.of("学术不端情节严重的，取消三年内职称申报资格", "serious academic misconduct: no application for three years");

    static final Rule RULE = Rule.binding("academic-misconduct", CLAUSE,
            Text.of(WHAT.zh() + "（本系统读作：记录载有终止日的，期限已定，以记录为准；未载终止日的，被认定情节严重的，自记录之日起三年；其他地区的记录，本款未作规定）",
                    WHAT.en() + " (our reading: a record with an end is a bar whose term is decided, and stands as recorded; one without an end bars for three years from its day where it was found serious; "
                            + "of other regions' records the clause says nothing)"),
            AcademicMisconduct::judge);

    private AcademicMisconduct() {}

    private static Verdict judge(Case one) {
        if (one.sanctions().isEmpty()) return Verdict.missing(WHAT, "sanctions");
        var records = one.sanctions().get().stream().filter(sanction -> sanction.kind() == SanctionKind.ACADEMIC_MISCONDUCT).toList();
        var ours = records.stream().filter(record -> here(record) && !one.day().isBefore(record.from()) && one.day().isBefore(ends(record))).toList();
        var bars = ours.stream().filter(sanction -> sanction.until().isPresent() || one.yes(SERIOUS.id()).orElse(false)).map(AcademicMisconduct::ends).toList();
        if (!bars.isEmpty()) {
            var end = bars.stream().max(LocalDate::compareTo).orElseThrow();
            return Verdict.failed(WHAT, Text.of("期限至%s".formatted(end.minusDays(1)), "barred until " + end.minusDays(1))).at("sanctions").from(end);
        }
        if (!ours.isEmpty() && one.yes(SERIOUS.id()).isEmpty()) return Verdict.missing(WHAT, "answers." + SERIOUS.id());
        if (records.stream().anyMatch(record -> !here(record) && record.stands(one.day())))
            return Verdict.open(WHAT, Text.of("学术不端记录属于其他地区，本款未作规定", "the academic misconduct is on another region's record, of which this clause says nothing")).at("sanctions");
        return Verdict.satisfied(WHAT, ours.isEmpty() ? Text.of("没有在期限内的学术不端处理", "no bar for academic misconduct is running") : Text.of("有学术不端记录，未认定情节严重", "on record, not found serious"));
    }

    /** Whether a record is Guizhou's or Bijie's: so marked, by code or by region, or without a mark. */
    private static boolean here(Sanction record) {
        return record.region().filter(region -> !region.matches("520000|5205\\d{2}|bijie")).isEmpty();
    }

    /** The first day after the bar: as decided, or three years on where no end was recorded. */
    private static LocalDate ends(Sanction sanction) {
        return sanction.until().orElseGet(() -> sanction.from().plusYears(BAR_YEARS));
    }
}
