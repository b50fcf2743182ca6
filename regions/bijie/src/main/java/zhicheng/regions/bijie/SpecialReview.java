package zhicheng.regions.bijie;

import java.util.List;
import java.util.Map;
import zhicheng.spi.Case;
import zhicheng.spi.Category;
import zhicheng.spi.Claim;
import zhicheng.spi.Clause;
import zhicheng.spi.Level;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** A special review (专项评审) goes by a document of its own, of which the notice gives at most the number (B24-5.2, B23-5.2). */
final class SpecialReview {
    private static final Text WHAT = Text.of("专项评审按其文件办理", "a special review goes by its own document");

    private SpecialReview() {}

    /** @param levels the level that a category's name itself fixes */
    static Rule rule(Clause clause, List<Category> categories, Map<String, Level> levels) {
        return Rule.binding("special-review", clause, WHAT, one -> judge(one, clause, categories, levels));
    }

    private static Verdict judge(Case one, Clause clause, List<Category> categories, Map<String, Level> levels) {
        var claim = one.claim();
        if (claim.category().equals(Claim.ORDINARY)) return Verdict.satisfied(WHAT, Text.of("普通评审，不涉及专项", "an ordinary review"));
        var named = categories.stream().filter(known -> known.id().equals(claim.category())).findFirst();
        if (named.isEmpty()) return Verdict.open(WHAT, Text.of("通知未列此评审类别", "the notice does not name the category"));
        var category = named.get();
        if (!category.clause().equals(clause))
            return Verdict.satisfied(WHAT, Text.of("该类别由" + category.clause() + "规定", "ruled by " + category.clause()));
        var level = levels.get(category.id());
        if (level != null && claim.level().isEmpty()) return Verdict.missing(WHAT, "claim.level");
        if (level != null && claim.level().get() != level)
            return Verdict.failed(WHAT, Text.of("%s只评%s，所申报为%s".formatted(category.name().zh(), level.label().zh(), claim.level().get().label().zh()),
                    "%s is for %s, applied for is %s".formatted(category.name().en(), level.label().en(), claim.level().get().label().en())));
        return Verdict.open(WHAT, category.document()
                .map(document -> Text.of(category.name().zh() + "的条件见" + document, "for the conditions see " + document))
                .orElse(Text.of(category.name().zh() + "的条件，通知未载明", "the notice does not give the conditions")));
    }
}
