package zhicheng.regions.jiayuguan;

import static zhicheng.spi.Stop.Particular.APPOINTED;
import static zhicheng.spi.Stop.Particular.ASSESSMENTS;
import static zhicheng.spi.Stop.Particular.BIRTH_MONTH;
import static zhicheng.spi.Stop.Particular.CAREER;
import static zhicheng.spi.Stop.Particular.CONDITIONS;
import static zhicheng.spi.Stop.Particular.CONTINUING_EDUCATION;
import static zhicheng.spi.Stop.Particular.EDUCATION;
import static zhicheng.spi.Stop.Particular.EMPLOYER;
import static zhicheng.spi.Stop.Particular.GRASSROOTS;
import static zhicheng.spi.Stop.Particular.NAME;
import static zhicheng.spi.Stop.Particular.SPECIALTY;
import static zhicheng.spi.Stop.Particular.TITLE_OBTAINED;

import java.util.List;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Clause;
import zhicheng.spi.Readings;
import zhicheng.spi.Said;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;

/** Who does what on the way to the committee: the unit (J24-3.3), the auditing department with its limit of returns (J24-3.4), the joint re-check (J24-3.5). */
final class Chain2024 {
    // Where the bureau is the auditing department and re-checks too, its returns as either count together: our reading of «退回次数不超过3次», which is of how often a unit returns.
    private static final Said<Stop.Returns> NOT_SAID = Said.notSaid(Clause.of("J24-3.4"), Text.of(
            "三（四）限制的是审核部门的退回，未提及此环节退回几次。", "J24-3.4 limits the auditing department's returns and says nothing of how often this one returns."));

    /** The list of J24-3.3; no length of time, which J24-4.1 only asks to be longer for three categories. */
    private static final Stop.Publicity PUBLICITY = Stop.Publicity.of(Clause.of("J24-3.3"),
                    Said.notSaid(Clause.of("J24-3.3"), Text.of("三（三）要求在本单位公示，未写公示天数。", "J24-3.3 asks for a publication in the unit and gives no number of days.")),
                    List.of(NAME, EMPLOYER, BIRTH_MONTH, EDUCATION, SPECIALTY, CAREER, TITLE_OBTAINED, APPOINTED, ASSESSMENTS, CONTINUING_EDUCATION, GRASSROOTS, CONDITIONS))
            .reported()
            .wider(Stop.Wider.of(Clause.of("J24-4.1"), Categories2024.CATEGORIES.stream().map(one -> one.id()).toList(), Categories2024.EXTRA_STEPS));

    private Chain2024() {}

    static List<Stop> chain(Readings readings) {
        var limit = readings.of(Jiayuguan.RETURNS).equals("each") ? Stop.Limit.each(3) : Stop.Limit.together(3);
        return List.of(
                unit(Kind.EMPLOYER, Text.of("对申报材料随报随审，在本单位公示，公示无异议后出具公示结果报告，于10月31日前完成审核推荐",
                        "audits as applications come, publishes in the unit, reports the result when nobody objected, and is done by 10-31")),
                unit(Kind.AGENCY, Text.of("档案托管部门：对申报材料随报随审，公示，出具公示结果报告，于10月31日前完成审核推荐",
                        "the body keeping the file: audits as applications come, publishes, reports the result, and is done by 10-31")),
                Stop.of(Kind.SUPERIOR_DEPT, Clause.of("J24-3.4"), Text.of("审核部门：对申报材料进行审核，需要修改完善的一次性反馈修改意见后及时退回",
                                "the auditing department: audits, and returns what is to be mended promptly, telling everything at once"),
                        Said.says(Stop.Returns.of(Clause.of("J24-3.4"), true, Said.says(limit)))),
                Stop.of(Kind.TITLE_OFFICE, Clause.of("J24-2.2d"), Text.of("省职改办：审核委托函", "the provincial title-reform office: looks at the letter of entrustment"), NOT_SAID),
                Stop.of(Kind.JOINT_REVIEW, Clause.of("J24-3.5"), Text.of("市人社局和各行业主管部门集中复审，审核通过后将推荐结果提交相关会议审议",
                        "the city's bureau and the departments re-check together; what passes goes to the meetings concerned"), NOT_SAID),
                Stop.of(Kind.COMMITTEE_OFFICE, Clause.of("J24-3.5"), Text.of("审议后提交相应评委会", "after that it goes to the committee"), NOT_SAID));
    }

    private static Stop unit(Kind kind, Text duty) {
        return Stop.of(kind, Clause.of("J24-3.3"), duty, NOT_SAID).publishing(PUBLICITY);
    }
}
