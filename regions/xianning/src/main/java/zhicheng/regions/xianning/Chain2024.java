package zhicheng.regions.xianning;

import java.util.List;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Clause;
import zhicheng.spi.Said;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;

/** Who does what on the way to the committee: the employer's publication and its fixed sentence (X24-5.2a), the joint recommendation (X24-3.1.2), the returns of those above it, level by level (各级, 逐级: X24-3.1.1, X24-5.2b). */
final class Chain2024 {
    private static final Said<Stop.Returns> NOT_SAID = Said.notSaid(Clause.of("X24-5.2b"), Text.of(
            "五（二）写的是人社（职改）部门、评委会办公室和主管部门的退回，未提及用人单位如何退回。",
            "X24-5.2 speaks of returns by the title-reform departments, committees' offices and departments in charge, and says nothing of the employer's."));

    private static final Stop.Publicity PUBLICITY = Stop.Publicity.of(Clause.of("X24-5.2a"), Said.says(Stop.Days.working(5)),
                    List.of(Stop.Particular.RECOMMENDATION, Stop.Particular.ACHIEVEMENTS))
            .sentence("申报人员工作岗位符合申报条件规定，个人信息和业绩材料已经审核，均真实有效，同意上报")
            .jointly(ChannelRules2024.JOINT_RECOMMENDATION);

    private static final Stop.Returns RETURNS = Stop.Returns.of(Clause.of("X24-5.2b"), true,
            Said.notSaid(Clause.of("X24-5.2b"), Text.of("五（二）未写退回次数。", "X24-5.2 gives no number of returns."))).sameWay(Clause.of("X24-5.2b"));

    static final List<Stop> STOPS = List.of(
            Stop.of(Kind.EMPLOYER, Clause.of("X24-5.2a"), Text.of("用人单位：负审核主体责任，公示不少于5个工作日，无异议后出具推荐意见，报送同级主管部门",
                    "the employer: answers for the audit, publishes for 5 working days at least, and when nobody objected issues its opinion and hands up"), NOT_SAID).publishing(PUBLICITY),
            Stop.of(Kind.AGENCY, Clause.of("X24-3.1.3"), Text.of("人事代理机构：履行审核、公示、推荐程序", "the personnel agency: audits, publishes and recommends"), NOT_SAID).publishing(PUBLICITY),
            above(Kind.SUPERIOR_DEPT, Text.of("同级主管部门：审核申报人员材料", "the department in charge of the same level: audits")),
            above(Kind.HRSS_COUNTY, Text.of("县（市、区）人社（职改）部门：审核申报人员材料", "the county's human-resources (title-reform) department: audits")),
            above(Kind.HRSS_CITY, Text.of("人社（职改）部门：审核申报人员材料", "the human-resources (title-reform) department: audits")),
            above(Kind.COMMITTEE_OFFICE, Text.of("评委会办公室：审核申报人员材料", "the committee's office: audits")));

    private Chain2024() {}

    private static Stop above(Kind kind, Text duty) {
        return Stop.of(kind, Clause.of("X24-5.2b"), duty, Said.says(RETURNS));
    }
}
