package zhicheng.regions.xianning;

import static zhicheng.spi.Case.Employment.CENTRAL_UNIT;
import static zhicheng.spi.Case.Employment.DISPATCHED;
import static zhicheng.spi.Case.Employment.FLEXIBLE;
import static zhicheng.spi.Case.Employment.FREELANCE;
import static zhicheng.spi.Case.Employment.ON_LEAVE_FOUNDING;
import static zhicheng.spi.Case.Employment.PRIVATE_ENTERPRISE;
import static zhicheng.spi.Case.Employment.RURAL_TALENT;
import static zhicheng.spi.Case.Employment.SOCIAL_ORGANISATION;
import static zhicheng.spi.Case.Employment.SOLE_TRADER;
import static zhicheng.spi.Case.Employment.STATE_ENTERPRISE;
import static zhicheng.spi.Case.Employment.STATE_INSTITUTION_CONTRACT;
import static zhicheng.spi.Case.Employment.STATE_INSTITUTION_POST;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import zhicheng.spi.Case.Employment;
import zhicheng.spi.Channel;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Channel.Node;
import zhicheng.spi.Clause;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** Through whom an application goes: the four channels of X24-3.1. What each asks besides: {@link ChannelRules2024}. */
final class Channels2024 {
    /** Kinds of staff for whom X24-3.1 names no channel: not said here, neither allowed nor forbidden. */
    private static final Set<Employment> UNNAMED = EnumSet.of(SOCIAL_ORGANISATION, SOLE_TRADER, FLEXIBLE, ON_LEAVE_FOUNDING, RURAL_TALENT);

    private static final Node EMPLOYER = Node.of(Kind.EMPLOYER, Text.of("用人单位（审核、公示、推荐）", "employer (audits, publishes, recommends)"));
    private static final Node AGENCY = Node.of(Kind.AGENCY, Text.of("人事代理机构（审核、公示、推荐）", "personnel agency (audits, publishes, recommends)"));

    static final List<Channel> ALL = List.of(
            Channel.of("state-unit", Clause.of("X24-3.1.1"), Text.of("国有企事业单位", "state unit"),
                    Text.of("国有企事业单位专业技术人员", "professionals of state-owned enterprises and of institutions"),
                    List.of(taken("state-unit", "X24-3.1.1", Text.of("由国有企事业单位审核、公示、推荐，逐级报送", "A state unit audits, publishes and recommends its own staff, level by level"),
                                    EnumSet.of(STATE_INSTITUTION_POST, STATE_INSTITUTION_CONTRACT, STATE_ENTERPRISE), EnumSet.of(CENTRAL_UNIT, DISPATCHED)),
                            ChannelRules2024.worksHere("state-unit"), ChannelRules2024.WITHIN_POSTS),
                    chain(EMPLOYER)),
            Channel.of("private-enterprise", Clause.of("X24-3.1.2"), Text.of("民营企业", "private enterprise"),
                    Text.of("民营企业专业技术人员，含劳务派遣及其他非正式用工人员；一般在劳动关系所在地，不受户籍、档案制约；派遣公司或人事代理机构可会同用工单位共同推荐",
                            "professionals of private enterprises, dispatched and other irregular workers included; as a rule where the labour relation is, whatever the household register or personal file; the dispatch company or agency may act jointly with the using unit"),
                    List.of(taken("private-enterprise", "X24-3.1.2", Text.of("原则上由与其建立劳动关系的民营企业审核、公示、推荐", "The private enterprise with which the labour relation stands audits, publishes and recommends"),
                                    EnumSet.of(PRIVATE_ENTERPRISE, DISPATCHED), EnumSet.noneOf(Employment.class)),
                            ChannelRules2024.worksHere("private-enterprise"), ChannelRules2024.USING_UNIT, ChannelRules2024.JOINT),
                    chain(EMPLOYER)),
            Channel.of("freelance", Clause.of("X24-3.1.3"), Text.of("自由职业", "freelance"),
                    Text.of("自由职业专业技术人员", "freelance professionals"),
                    List.of(taken("freelance", "X24-3.1.3", Text.of("自由职业者由人事代理机构审核、公示、推荐", "For a freelance professional a personnel agency audits, publishes and recommends"),
                                    EnumSet.of(FREELANCE), EnumSet.noneOf(Employment.class)),
                            ChannelRules2024.worksHere("freelance")),
                    chain(AGENCY)),
            Channel.of("entrusted", Clause.of("X24-3.1.4"), Text.of("委托评审", "entrusted review"),
                    Text.of("中央、鄂在咸等单位或外省委托我市代为评审的，按鄂人社规〔2021〕4号第十四条执行；该条内容本通知未转述",
                            "units of the central government or of the province in Xianning, or of another province, that entrust the review to the city: by article 14 of 鄂人社规〔2021〕4号, which this notice does not repeat"),
                    List.of(ChannelRules2024.ENTRUSTING_UNIT, ChannelRules2024.ENTRUSTED),
                    chain(EMPLOYER)));

    /** X24-3.1, X24-5.2: up to the department of the same level, the human-resources (title-reform) departments, the committee's office. */
    private static List<Node> chain(Node first) {
        return List.of(first,
                Node.of(Kind.SUPERIOR_DEPT, Text.of("同级主管部门", "department in charge, of the same level")),
                Node.of(Kind.HRSS_CITY, Text.of("各级人社（职改）部门（逐级）", "human-resources (title-reform) departments, level by level")),
                Node.of(Kind.COMMITTEE_OFFICE, Text.of("评委会办公室", "committee's office")));
    }

    /** Whose channel it is; {@code unsaid}: kinds of which this item does not tell, besides those of which X24-3.1 tells nothing at all. */
    private static Rule taken(String channel, String clause, Text what, Set<Employment> whose, Set<Employment> unsaid) {
        return Rule.binding(channel, Clause.of(clause), what, one -> {
            if (one.employment().isEmpty()) return Verdict.missing(what, "employment");
            var employment = one.employment().get();
            if (whose.contains(employment)) return Verdict.satisfied(what, employment.label());
            if (unsaid.contains(employment) || UNNAMED.contains(employment))
                return Verdict.open(what, Text.of("本通知未写明“" + employment.label().zh() + "”走哪一渠道", "this notice does not say which channel is for: " + employment.label().en()));
            return Verdict.failed(what, employment.label()).at("employment").remedy(Text.of("选择与用工身份相符的渠道（X24-3.1）", "Take the channel that fits the kind of employment (X24-3.1)"));
        });
    }

    private Channels2024() {}
}
