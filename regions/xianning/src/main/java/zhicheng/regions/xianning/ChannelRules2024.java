package zhicheng.regions.xianning;

import static zhicheng.spi.Case.Employment.CENTRAL_UNIT;
import static zhicheng.spi.Case.Employment.DISPATCHED;
import static zhicheng.spi.Case.Employment.STATE_INSTITUTION_POST;

import java.util.List;
import zhicheng.spi.Case;
import zhicheng.spi.Clause;
import zhicheng.spi.Question;
import zhicheng.spi.Question.Kind;
import zhicheng.spi.Rule;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** What a channel of X24-3.1 asks besides whose it is, and the questions that only Xianning asks for it. */
final class ChannelRules2024 {
    private static final Text HERE = Text.of("在我市工作（X24-1）；外地单位须经委托评审渠道", "Works in the city (X24-1); units elsewhere come by the entrusted review");
    private static final Text POSTS = Text.of("实行岗位管理的事业单位一般在岗位结构比例内按岗申报；按规定不占岗位的在附件1另列",
            "An institution that manages by posts applies within its post ratio as a rule; annex 1 lists apart those who by the rules take up no post");
    private static final Text USING = Text.of("劳务派遣及其他非正式用工人员的用工单位为民营企业", "The unit that uses a dispatched or other irregular worker is a private enterprise");
    private static final Text JOINTLY = Text.of("劳务派遣公司或人事代理机构可会同用工单位共同审核、公示、推荐；选择共同推荐的，两家单位均须签署",
            "The dispatch company or agency may act jointly with the using unit; where that is chosen, both sign");
    private static final Text UNIT = Text.of("单位为中央、鄂在咸等单位或外省单位，需委托我市代为评审", "A unit of the central government or the province in Xianning, or of another province, that needs to entrust the review to the city");
    private static final Text LETTER = Text.of("已按鄂人社规〔2021〕4号第十四条办理委托", "The review is entrusted under article 14 of 鄂人社规〔2021〕4号");

    static final List<Question> QUESTIONS = List.of(
            Question.of("vacant-post", Clause.of("X24-3.1.1"), Kind.YES_NO, Text.of("本单位是否有相应空岗，在岗位结构比例内按岗申报？", "Is there a vacant post, so that the application keeps within the unit's post ratio?")),
            Question.of("post-not-needed", Clause.of("X24-annex1"), Kind.YES_NO, Text.of("是否属于按规定不占岗位申报？", "Does the application by the rules take up no post?")),
            Question.of("using-unit-private", Clause.of("X24-3.1.2"), Kind.YES_NO, Text.of("用工单位是否为民营企业？", "Is the unit that uses you a private enterprise?")),
            Question.of("joint-recommendation", Clause.of("X24-3.1.2"), Kind.YES_NO, Text.of("是否由劳务派遣公司或人事代理机构会同用工单位共同推荐？", "Do the dispatch company or agency and the using unit recommend you jointly?")),
            Question.of("both-sign", Clause.of("X24-3.1.2"), Kind.YES_NO, Text.of("共同推荐的两家单位是否均同意签署？", "Do both units of the joint recommendation agree to sign?")),
            Question.of("entrusting-unit", Clause.of("X24-3.1.4"), Kind.YES_NO, Text.of("单位是否为中央、鄂在咸等单位或外省单位，需委托我市代为评审？", "Is your unit one of the central government or the province in Xianning, or of another province, that needs to entrust the review to the city?")),
            Question.of("entrusted", Clause.of("X24-3.1.4"), Kind.YES_NO, Text.of("是否已按鄂人社规〔2021〕4号第十四条办理委托（委托函等材料随申报提交）？", "Has the review been entrusted under article 14 of 鄂人社规〔2021〕4号 (letter of entrustment and the like handed in with the application)?")));

    /** To whom, and where, X24-3.1.2 permits it: the rule and the employer's publication go by the same. */
    static final Stop.Joint JOINT_RECOMMENDATION = Stop.Joint.of(Clause.of("X24-3.1.2"), "joint-recommendation").only("private-enterprise", DISPATCHED);

    static final Rule WITHIN_POSTS = Rule.advisory("within-posts", Clause.of("X24-3.1.1"), POSTS, ChannelRules2024::withinPosts);
    static final Rule USING_UNIT = Rule.binding("using-unit", Clause.of("X24-3.1.2"), USING, ChannelRules2024::usingUnit);
    static final Rule JOINT = Rule.binding("joint-recommendation", Clause.of("X24-3.1.2"), JOINTLY, ChannelRules2024::joint);
    static final Rule ENTRUSTING_UNIT = Rule.binding("entrusting-unit", Clause.of("X24-3.1.4"), UNIT, ChannelRules2024::entrustingUnit);
    static final Rule ENTRUSTED = Rule.binding("entrusted", Clause.of("X24-3.1.4"), LETTER, ChannelRules2024::entrusted);

    /** The notice covers those who work in the city (X24-1); stands with every channel but the entrusted one. */
    static Rule worksHere(String channel) {
        return Rule.binding(channel + "-works-here", Clause.of("X24-1"), HERE, one -> {
            if (one.workplace().isEmpty()) return Verdict.missing(HERE, "workplace");
            var workplace = Text.of("工作地 " + one.workplace().get(), "place of work " + one.workplace().get());
            return one.workplace().get().startsWith("4212") ? Verdict.satisfied(HERE, workplace)
                    : Verdict.failed(HERE, workplace).at("workplace").remedy(Text.of("由单位委托我市代为评审（X24-3.1.4）", "Have the unit entrust the review to the city (X24-3.1.4)"));
        });
    }

    private static Verdict withinPosts(Case one) {
        if (one.employment().isEmpty()) return Verdict.missing(POSTS, "employment");
        if (one.employment().get() != STATE_INSTITUTION_POST) return Verdict.satisfied(POSTS, Text.of("非事业单位在岗人员，不涉及", "not in a post of an institution"));
        if (one.yes("vacant-post").orElse(false)) return Verdict.satisfied(POSTS, Text.of("有空岗", "a post is vacant"));
        if (one.yes("post-not-needed").orElse(false)) return Verdict.satisfied(POSTS, Text.of("按规定不占岗位", "takes up no post by the rules"));
        if (one.yes("vacant-post").isEmpty()) return Verdict.missing(POSTS, "answers.vacant-post");
        if (one.yes("post-not-needed").isEmpty()) return Verdict.missing(POSTS, "answers.post-not-needed");
        return Verdict.failed(POSTS, Text.of("没有空岗，也不属于不占岗位申报", "no post is vacant, and one is needed")).at("answers.vacant-post");
    }

    private static Verdict usingUnit(Case one) {
        if (one.employment().isEmpty()) return Verdict.missing(USING, "employment");
        if (one.employment().get() != DISPATCHED) return Verdict.satisfied(USING, Text.of("非劳务派遣等用工，不涉及", "not a dispatched or irregular worker"));
        if (one.yes("using-unit-private").isEmpty()) return Verdict.missing(USING, "answers.using-unit-private");
        return one.yes("using-unit-private").get()
                ? Verdict.satisfied(USING, Text.of("用工单位为民营企业", "a private enterprise"))
                : Verdict.open(USING, Text.of("用工单位不是民营企业，本通知未写明", "not a private enterprise: not said in this notice"));
    }

    private static Verdict joint(Case one) {
        if (one.employment().isEmpty()) return Verdict.missing(JOINTLY, "employment");
        if (!JOINT_RECOMMENDATION.employments().contains(one.employment().get())) return Verdict.satisfied(JOINTLY, Text.of("非劳务派遣等用工，不涉及", "not a dispatched or irregular worker"));
        if (one.yes("joint-recommendation").isEmpty()) return Verdict.missing(JOINTLY, "answers.joint-recommendation");
        if (!one.yes("joint-recommendation").get()) return Verdict.satisfied(JOINTLY, Text.of("未选择共同推荐", "not chosen"));
        if (one.yes("both-sign").isEmpty()) return Verdict.missing(JOINTLY, "answers.both-sign");
        return one.yes("both-sign").get()
                ? Verdict.satisfied(JOINTLY, Text.of("两家单位均签署", "both units sign"))
                : Verdict.failed(JOINTLY, Text.of("选择共同推荐，但有单位不签署", "chosen, but one of the units does not sign")).at("answers.both-sign")
                        .remedy(Text.of("取得两家单位签署，或不选择共同推荐", "Have both sign, or do not choose the joint way"));
    }

    /** His own answer first: a unit of the central government that needs not entrust comes not this way. */
    private static Verdict entrustingUnit(Case one) {
        if (one.yes("entrusting-unit").isEmpty())
            return one.employment().filter(employment -> employment == CENTRAL_UNIT).isPresent()
                    ? Verdict.satisfied(UNIT, CENTRAL_UNIT.label())
                    : Verdict.missing(UNIT, "answers.entrusting-unit");
        return one.yes("entrusting-unit").get()
                ? Verdict.satisfied(UNIT, Text.of("需委托评审的单位", "a unit that needs to entrust"))
                : Verdict.failed(UNIT, Text.of("不是需委托评审的单位", "not a unit that needs to entrust")).at("answers.entrusting-unit")
                        .remedy(Text.of("选择其他渠道（X24-3.1）", "Take another channel (X24-3.1)"));
    }

    private static Verdict entrusted(Case one) {
        if (one.yes("entrusted").isEmpty()) return Verdict.missing(LETTER, "answers.entrusted");
        return one.yes("entrusted").get()
                ? Verdict.satisfied(LETTER, Text.of("已办理委托", "entrusted"))
                : Verdict.failed(LETTER, Text.of("尚未办理委托", "not entrusted yet")).at("answers.entrusted")
                        .remedy(Text.of("先按该条办理委托", "Have it entrusted under that article first"));
    }

    private ChannelRules2024() {}
}
