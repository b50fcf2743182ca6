package zhicheng.regions.bijie;

import java.util.List;
import zhicheng.spi.Case;
import zhicheng.spi.Clause;
import zhicheng.spi.ExclusionKey;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** One series (specialty) a person and year (同一年度内，仅支持申报一个系列（专业）; B24-5.3, B23-5.4): the rule, and the key that holds it under concurrency. */
final class OneSeries {
    private static final Text WHAT = Text.of("同一年度内只能申报一个系列（专业）的职称", "one series (specialty) a year");

    private OneSeries() {}

    static List<ExclusionKey> exclusive(Clause clause) {
        return List.of(ExclusionKey.of("one-series", clause, ExclusionKey.Per.YEAR, WHAT,
                Text.of("通知未说明何时可再次申报", "the notice does not say when the person may apply again")));
    }

    static Rule rule(Clause clause) {
        return Rule.binding("one-series", clause, WHAT, OneSeries::judge);
    }

    private static Verdict judge(Case one) {
        if (one.otherApplications().isEmpty()) return Verdict.missing(WHAT, "otherApplications");
        var others = one.otherApplications().get().stream().filter(other -> other.year() == one.claim().year())
                .map(other -> other.series() + other.specialty().map(specialty -> " " + specialty).orElse("")).toList();
        return others.isEmpty()
                ? Verdict.satisfied(WHAT, Text.of("%d年度没有其他申报".formatted(one.claim().year()), "no other application in " + one.claim().year()))
                : Verdict.failed(WHAT, Text.of("%d年度已申报：%s".formatted(one.claim().year(), String.join("、", others)),
                        "already applied in %d: %s".formatted(one.claim().year(), String.join(", ", others)))).at("otherApplications");
    }
}
