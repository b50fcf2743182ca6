package zhicheng.regions.bijie;

import zhicheng.spi.Clause;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** What the notice does not mention goes on by earlier rules (B24-end, B23-end): so no list of satisfied rules is ever a complete yes. */
final class EarlierRules {
    private EarlierRules() {}

    static Rule rule(Clause clause) {
        var what = Text.of("本通知未提及的，结合历年来职称工作的有关规定执行", "what this notice does not mention follows the rules of earlier years");
        return Rule.binding("earlier-rules", clause, what, one -> Verdict.open(what,
                Text.of("可申报、不得申报的人员范围和各系列的学历、年限、业绩条件，本通知未载明，须按历年及上级规定核定",
                        "who may and who may not apply, and the degree, years and achievements that a series asks for, are not in this notice: earlier and higher rules decide")));
    }
}
