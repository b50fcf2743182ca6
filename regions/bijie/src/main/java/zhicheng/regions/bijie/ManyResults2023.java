package zhicheng.regions.bijie;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import zhicheng.spi.Case;
import zhicheng.spi.Choice;
import zhicheng.spi.Clause;
import zhicheng.spi.Rule;
import zhicheng.spi.Said;
import zhicheng.spi.Scope;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/**
 * In practice-oriented series papers are one of several results to choose from (论文“必选”转变为成果“多选”, B23-2.1), and no longer a must. The sentence names four series and goes on
 * with 等; it names no other result than papers, and no number. So every kind of the store is shown, none is asked for, and no other series is held to be outside.
 */
final class ManyResults2023 {
    private static final Clause CLAUSE = Clause.of("B23-2.1");
    private static final Scope NAMED = Scope.of(Scope.Part.series(Catalogue.HEALTH, Catalogue.ENGINEERING, Catalogue.ARTS, Catalogue.SCHOOL));
    private static final List<String> RESEARCH = List.of("NATURAL_SCIENCE", "SOCIAL_SCIENCE");
    private static final Text WHAT = Text.of("实践性强的职称系列，论文由“必选”转变为成果“多选”", "in practice-oriented series papers are no must but one of several results to choose from");

    private static final Choice CHOICE = Choice.of(NAMED, WHAT,
            Said.notSaid(CLAUSE, Text.of("论文不是必选；须有几类、哪些成果可选，通知未写，由各系列评审条件规定", "papers are no must; how many kinds, and which, the notice does not say: the conditions of the series do")),
            Stream.of(Case.AchievementKind.values()).map(Choice.Option::of).map(Choice.Option::judgedByPeople).toList());

    static final Rule RULE = Rule.advisory("results-for-papers", CLAUSE, WHAT, ManyResults2023::judge);

    private ManyResults2023() {}

    private static Verdict judge(Case one) {
        if (RESEARCH.contains(one.claim().series())) return Verdict.satisfied(WHAT, Text.of("研究系列，不涉及", "a research series, which it does not concern"));
        if (NAMED.covers(one.claim()).equals(Optional.of(true))) return CHOICE.judge(one);
        return Verdict.open(WHAT, Text.of("通知以“等”列举系列，所申报的系列是否在内，通知未写", "the notice names series and goes on with \"and the like\": whether this one is among them it does not say"));
    }
}
