package zhicheng.regions.jiayuguan;

import static zhicheng.spi.Case.Employment.CENTRAL_UNIT;
import static zhicheng.spi.Case.Employment.DISPATCHED;
import static zhicheng.spi.Case.Employment.FREELANCE;
import static zhicheng.spi.Case.Employment.ON_LEAVE_FOUNDING;
import static zhicheng.spi.Case.Employment.POSTED_AGENCY;
import static zhicheng.spi.Case.Employment.RURAL_TALENT;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import zhicheng.spi.Case;
import zhicheng.spi.Case.Employment;
import zhicheng.spi.Clause;
import zhicheng.spi.Question;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** Who may take which channel of J24-2.2. */
final class ChannelRules2024 {
    /** People for whom J24-2.2 names no channel. */
    private static final Set<Employment> WITHOUT_CHANNEL = EnumSet.of(ON_LEAVE_FOUNDING, RURAL_TALENT, DISPATCHED, FREELANCE);

    /** J24-2.2d: a central unit, without authority in that series, with letter and consent. */
    static final List<Rule> CENTRAL = List.of(
            only("central-who", "J24-2.2d", CENTRAL_UNIT),
            Rule.binding("central-no-authority", Clause.of("J24-2.2d"),
                    Text.of("申报的系列（专业）在本单位没有评审权限", "the unit has no authority of its own for the series (specialty)"),
                    one -> answered(one, Questions2024.UNIT_HAS_AUTHORITY, false,
                            Text.of("本单位没有该系列（专业）评审权限", "no authority of the unit for the series (specialty)"),
                            Text.of("在本单位申报评审", "apply within the unit"))),
            Rule.binding("central-letter", Clause.of("J24-2.2d"),
                    Text.of("本单位人事（人力资源）部门向省职改办出具委托函", "a letter of entrustment by the unit's HR department to the provincial title-reform office"),
                    one -> answered(one, Questions2024.ENTRUSTMENT_LETTER, true,
                            Text.of("附委托函", "the letter of entrustment attached"),
                            Text.of("请本单位人事部门出具委托函", "have the HR department write it"))),
            Rule.binding("central-consent", Clause.of("J24-2.2d"),
                    Text.of("经省职改办审核同意", "the provincial title-reform office has agreed"),
                    one -> answered(one, Questions2024.TITLE_OFFICE_CONSENT, true,
                            Text.of("省职改办同意", "consent of the provincial title-reform office"),
                            Text.of("待省职改办审核同意", "wait for its consent"))));

    /** J24-2.2e: not in principle; aid and seconded staff where the rules allow, with all four consents. */
    static final List<Rule> POSTED = List.of(
            only("posted-who", "J24-2.2e", POSTED_AGENCY),
            Rule.binding("posted-allowed", Clause.of("J24-2.2e"),
                    Text.of("派驻机构工作人员原则上不能申报，规定允许的帮扶、挂职等人员除外", "staff of posted agencies cannot apply in principle, except aid, seconded and like staff whom the rules allow"),
                    one -> answered(one, Questions2024.AID_OR_SECONDED, true,
                            Text.of("规定允许在派驻地申报的帮扶、挂职等人员", "aid, seconded or like staff allowed by the rules"),
                            Text.of("本通知未给出其他途径", "this notice gives no other way"))),
            Rule.binding("posted-consents", Clause.of("J24-2.2e"),
                    Text.of("派出地和派驻地省级行业主管部门、人社部门均同意", "consent of the provincial department and of HRSS, on the sending and on the receiving side"),
                    ChannelRules2024::consents));

    private ChannelRules2024() {}

    /** Open to {@code kinds}; cannot tell for those for whom the notice names no channel. */
    static Rule who(String id, String clause, Employment... kinds) {
        return Rule.binding(id, Clause.of(clause), Text.of("此渠道面向：" + zh(kinds), "this channel is for: " + en(kinds)), one -> {
            var asked = Text.of(zh(kinds), en(kinds));
            var employment = one.employment();
            if (employment.isEmpty()) return Verdict.missing(asked, "employment");
            if (List.of(kinds).contains(employment.get())) return Verdict.satisfied(asked, employment.get().label());
            if (WITHOUT_CHANNEL.contains(employment.get()))
                return Verdict.open(asked, Text.of("通知未写“" + employment.get().label().zh() + "”走哪个渠道，请咨询市人社局",
                        "the notice names no channel for: " + employment.get().label().en() + "; ask the city's HRSS bureau"));
            return Verdict.failed(asked, employment.get().label()).at("employment");
        });
    }

    /** Open to {@code kind} and nobody else. */
    private static Rule only(String id, String clause, Employment kind) {
        return Rule.binding(id, Clause.of(clause), Text.of("此渠道仅面向：" + kind.label().zh(), "this channel is only for: " + kind.label().en()),
                one -> one.employment()
                        .map(told -> told == kind ? Verdict.satisfied(kind.label(), told.label()) : Verdict.failed(kind.label(), told.label()).at("employment"))
                        .orElseGet(() -> Verdict.missing(kind.label(), "employment")));
    }

    static Rule fileAtTalentBody(String id, String clause) {
        var asked = Text.of("人事档案由人才服务机构托管", "the personal file is kept by a talent-service body");
        return Rule.binding(id, Clause.of(clause), asked, one -> one.fileAtTalentBody()
                .map(there -> there ? Verdict.satisfied(asked, Text.of("由人才服务机构托管", "kept by a talent-service body"))
                        : Verdict.failed(asked, Text.of("未由人才服务机构托管", "not kept by a talent-service body")).at("fileAtTalentBody")
                                .remedy(Text.of("将人事档案交人才服务机构托管", "have the file kept by a talent-service body")))
                .orElseGet(() -> Verdict.missing(asked, "fileAtTalentBody")));
    }

    private static Verdict answered(Case one, Question question, boolean wanted, Text asked, Text remedy) {
        return one.yes(question.id())
                .map(told -> told == wanted ? Verdict.satisfied(asked, yesNo(told)) : Verdict.failed(asked, yesNo(told)).at(Questions2024.path(question)).remedy(remedy))
                .orElseGet(() -> Verdict.missing(asked, Questions2024.path(question)));
    }

    private static Verdict consents(Case one) {
        var asked = Text.of("四方同意：派出地、派驻地的省级行业主管部门和人社部门", "four consents: provincial department and HRSS of the sending and of the receiving side");
        var refused = Questions2024.CONSENTS.stream().filter(consent -> one.yes(consent.id()).equals(Optional.of(false))).toList();
        if (!refused.isEmpty())
            return Verdict.failed(asked, Text.of("缺：" + refused.stream().map(consent -> consent.text().zh()).collect(Collectors.joining("")),
                            "lacking: " + refused.stream().map(consent -> consent.text().en()).collect(Collectors.joining(" "))))
                    .at(Questions2024.path(refused.getFirst()))
                    .remedy(Text.of("由派出单位向上述部门申请", "the sending unit applies to those departments"));
        var untold = Questions2024.CONSENTS.stream().filter(consent -> one.yes(consent.id()).isEmpty()).map(Questions2024::path).toArray(String[]::new);
        return untold.length > 0 ? Verdict.missing(asked, untold) : Verdict.satisfied(asked, Text.of("四方均已同意", "all four have consented"));
    }

    private static Text yesNo(boolean told) {
        return told ? Text.of("是", "yes") : Text.of("否", "no");
    }

    private static String zh(Employment... kinds) {
        return Arrays.stream(kinds).map(kind -> kind.label().zh()).collect(Collectors.joining("、"));
    }

    private static String en(Employment... kinds) {
        return Arrays.stream(kinds).map(kind -> kind.label().en()).collect(Collectors.joining("; "));
    }
}
