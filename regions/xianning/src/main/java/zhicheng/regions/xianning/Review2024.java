package zhicheng.regions.xianning;

import java.time.LocalDate;
import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Provision;
import zhicheng.spi.Provision.Kind;
import zhicheng.spi.Provision.Unit;
import zhicheng.spi.Text;

/** What X24 says of committees: their filing, times, plans, meetings and reports. */
final class Review2024 {
    private static final Text COMMITTEES = Text.of("各级职称评审委员会（含自主评审单位）", "review committees of all levels, units with review authority of their own included");
    private static final Text AUTONOMOUS = Text.of("自主评审单位", "units with review authority of their own");
    private static final Text OFFICES = Text.of("各评委会办公室（含自主评审单位）", "committees' offices, units with review authority of their own included");
    private static final Text HOSPITALS = Text.of("自主评审医疗机构", "medical units with review authority of their own");

    static final List<Provision> ALL = List.of(
            Provision.of("notice-tells-times", Clause.of("X24-4"), Kind.MUST, COMMITTEES,
                    Text.of("公开发布评审或材料受理通知，明确网上申报和审核具体时间", "publish a notice of the review or of the intake that gives the times of online application and auditing")),
            Provision.of("no-review-across-years", Clause.of("X24-4"), Kind.MUST_NOT, COMMITTEES, Text.of("不得跨年度评审", "run no review into the next year")),
            Provision.of("autonomous-times", Clause.of("X24-4"), Kind.MAY, AUTONOMOUS,
                    Text.of("在本通知规定时间内自主确定申报评审时间", "set their own times of application and review within the times of this notice")),
            Provision.of("autonomous-report", Clause.of("X24-4"), Kind.MUST, AUTONOMOUS,
                    Text.of("按管理权限向备案部门报送评审方案和评审结果等材料", "hand their plan, results and the like to the filing department in charge")),
            Provision.of("plan-filed", Clause.of("X24-5.3"), Kind.MUST, OFFICES,
                    Text.of("于评审前5个工作日内将评审工作方案报人社（职改）部门备案", "file the review plan with the human-resources (title-reform) department (5 working days: see the setting X24-5.3.plan)")).number(5, Unit.WORKING_DAYS),
            Provision.of("plan-content", Clause.of("X24-5.3a"), Kind.MUST, OFFICES,
                    Text.of("方案包括资格审查、公示及年度评委会组成、评审会议程、评审量化评分标准和评审通过率设定等情况",
                            "the plan tells of the qualification check, the publication, this year's committee, the agenda, the scoring standard and the pass-rate")),
            Provision.of("report-content", Clause.of("X24-5.3b"), Kind.MUST, OFFICES,
                    Text.of("评审工作结束5个工作日内报送评审情况综合报告，包括评审情况、公示情况、信访核查情况等",
                            "report within 5 working days after the review, on the review, the publication and the complaints looked into")).number(5, Unit.WORKING_DAYS),
            Provision.of("confirmation", Clause.of("X24-5.3b"), Kind.MUST, Text.of("相应部门或单位", "the department or unit in charge"),
                    Text.of("对公示无异议或调查核实问题线索不属实的评审通过人员，按管理权限发文确认评审结果",
                            "confirm by document the results of those who passed and met no objection, or none that proved true")),
            Provision.of("medical-plan", Clause.of("X24-6.4"), Kind.MUST, HOSPITALS,
                    Text.of("评审计划、评审方案经属地卫生健康部门审核后，报属地人社（职改）部门备案",
                            "have the local health department examine plan and scheme, then file them with the local human-resources (title-reform) department")),
            Provision.of("medical-result", Clause.of("X24-6.4"), Kind.MUST, HOSPITALS,
                    Text.of("评审结果和批准文件逐级上报省职改办备案", "report results and documents of approval level by level to the province's title-reform office for filing")),
            Provision.of("filing-term", Clause.of("X24-7.1"), Kind.IS, COMMITTEES, Text.of("评委会核准备案有效期三年", "a committee's filing is valid for three years")).number(3, Unit.YEARS),
            Provision.of("refiling", Clause.of("X24-7.1"), Kind.MUST, Text.of("2021年至今三年有效期已满的评委会", "committees whose three years since 2021 have run out"),
                    Text.of("重新核准备案，填报《湖北省职称评审委员会核准备案表》（附件3），于2024年4月30日前完成", "file anew with annex 3, done by 30 April 2024")).day(LocalDate.of(2024, 4, 30)),
            Provision.of("no-review-before-filing", Clause.of("X24-7.1"), Kind.MUST_NOT, Text.of("核准备案完成前的评委会", "committees whose filing is not done"),
                    Text.of("不得擅自开展职称评审工作", "do no review work")),
            Provision.of("plan-and-times-frozen", Clause.of("X24-8.2"), Kind.MUST_NOT,
                    Text.of("人社（职改）部门、行业主管部门及评委会办公室", "human-resources (title-reform) departments, departments of the trade and committees' offices"),
                    Text.of("不得擅自调整受理申报时间及评审范围，不得放宽审核把关要求及降低评审条件标准，不得在转评破格、岗位职数限制、通过率控制等方面搞变通",
                            "must not change the times of intake or the scope of review, lower what is asked, or bend transfer, exceptional promotion, post numbers or pass-rates")),
            Provision.of("plan-followed", Clause.of("X24-8.2"), Kind.MUST, COMMITTEES,
                    Text.of("严格按照经审查备案的评审方案和规定时间节点组织完成评审工作", "carry the review out by the plan as examined and filed, and at its times")),
            Provision.of("members-study", Clause.of("X24-8.4"), Kind.MUST, COMMITTEES,
                    Text.of("召开评审会时组织专家评委集中学习人社部令第40号、鄂人社规〔2021〕4号、年度评审工作方案和评审量化评分标准，严格回避制度和保密制度",
                            "when the meeting opens, have the members study order 40, 鄂人社规〔2021〕4号, the year's plan and the scoring standard; recusal and secrecy are strict")),
            Provision.of("members-breach", Clause.of("X24-8.4"), Kind.MUST, COMMITTEES,
                    Text.of("对违反评审纪律的评委，及时上报省、市职改办并取消评委资格，视情节通报至所在单位",
                            "report a member in breach to the title-reform offices of province and city, take the seat away, and tell the employer as the case demands")));

    private Review2024() {}
}
