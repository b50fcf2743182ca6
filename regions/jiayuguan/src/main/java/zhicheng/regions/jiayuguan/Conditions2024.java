package zhicheng.regions.jiayuguan;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import zhicheng.spi.Case;
import zhicheng.spi.Claim;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** What J24 asks for without giving the measure: the series' criteria, continuing education (J24-1a) and the special categories (J24-4.1). */
final class Conditions2024 {
    private Conditions2024() {}

    static Verdict seriesConditions(Case one) {
        return Verdict.open(Text.of("符合相应系列（专业）评审标准文件规定的申报条件", "the conditions of the series' published criteria"),
                Text.of("条件由各系列（专业）评审标准文件规定，不在本通知内", "they stand in the criteria of each series, not in this notice"));
    }

    static Verdict continuingEducation(Case one) {
        var asked = Text.of("按规定完成继续教育任务；本通知未写学时", "continuing education done as the rules ask; this notice gives no number of hours");
        return one.hours()
                .map(years -> Verdict.open(asked, years.isEmpty()
                        ? Text.of("未填报学时；是否完成由审核部门按有关规定认定", "no hours; whether that is enough is decided by the rules concerned")
                        : Text.of(years.stream().map(year -> year.year() + "年" + hours(year) + "学时").collect(Collectors.joining("，")) + "；是否完成由审核部门按有关规定认定",
                                years.stream().map(year -> year.year() + ": " + hours(year) + " hours").collect(Collectors.joining(", "))
                                        + "; whether that is enough is decided by the rules concerned")))
                .orElseGet(() -> Verdict.missing(asked, "hours"));
    }

    static Verdict specialCategory(Case one) {
        if (one.claim().category().equals(Claim.ORDINARY))
            return Verdict.satisfied(Text.of("特殊评价类别另有要求", "special categories ask for more"), Text.of("普通申报", "an ordinary application"));
        return Verdict.open(Categories2024.EXTRA_STEPS, Text.of("由用人单位在推荐时办理", "the employer does this when it recommends"));
    }

    private static String hours(Case.Hours year) {
        return BigDecimal.valueOf(year.total(), 1).stripTrailingZeros().toPlainString();
    }
}
