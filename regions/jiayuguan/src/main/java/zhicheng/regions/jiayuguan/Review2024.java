package zhicheng.regions.jiayuguan;

import static zhicheng.regions.jiayuguan.Provisions2024.of;
import static zhicheng.spi.Provision.Kind.ELSEWHERE;
import static zhicheng.spi.Provision.Kind.IS;
import static zhicheng.spi.Provision.Kind.MAY;
import static zhicheng.spi.Provision.Kind.MUST;
import static zhicheng.spi.Provision.Kind.MUST_NOT;

import java.time.LocalDate;
import java.util.List;
import zhicheng.spi.Provision;
import zhicheng.spi.Provision.Unit;
import zhicheng.spi.Text;

/** What J24 rules for committees, their notices, meetings and results: J24-3.1, J24-3.5 to 3.8, J24-4.2 and the notes of annex 1. */
final class Review2024 {
    private static final Text DEPARTMENTS = Text.of("市教育局、市卫健委、市工信局、市农业农村局等部门", "city departments of education, health, industry, agriculture and others");
    private static final Text BUREAU_AND_DEPARTMENTS = Text.of("市人社局和各行业主管部门", "city HRSS bureau and sector departments");
    private static final Text CITY_COMMITTEES = Text.of("嘉峪关市设立的中高级职称评审委员会", "the city's own senior and intermediate committees");
    private static final Text COMMITTEE_OFFICES = Text.of("各评委会办事机构", "offices of the committees");
    private static final Text FOUNDERS = Text.of("各评委会组建单位", "founding bodies of the committees");

    static final List<Provision> REVIEW = List.of(
            of("notice", "J24-3.1", MUST, DEPARTMENTS, "于9月5日前下发本系统评审工作通知（含中级评委会），安排评审范围和层级、申报材料要求、受理截止时间、评委会召开时间等",
                    "Issue their own review notice by 09-05, intermediate committees included: scope and levels, material, end of intake, day of the meeting.").day(day(9, 5)),
            of("notice-filed", "J24-3.1", MUST, DEPARTMENTS, "评审工作通知报市人社局备案", "File it with the bureau."),
            of("joint-recheck", "J24-3.5", MUST, BUREAU_AND_DEPARTMENTS, "集中复审各系列申报资料，审核通过后将推荐结果提交相关会议审议后提交相应评委会",
                    "Re-check all series together; what passes goes to the meetings concerned, then to the committee."),
            of("defence", "J24-3.6", MUST, CITY_COMMITTEES, "根据推荐结果完善专家库信息，组织召开职称答辩评审会议", "Bring the expert library up to date and hold the defence and review meeting."),
            of("no-postponement", "J24-3.6", MUST_NOT, CITY_COMMITTEES, "原则上不得推迟评审", "Do not put the review off, as a rule."),
            of("later-date", "J24-3.6", MAY, CITY_COMMITTEES, "确有特殊情况需调整时间的，须经市人社局同意后，调整情况及时向社会公布", "A later date needs the bureau's consent and is made public."),
            of("result-publication", "J24-3.7", MUST, COMMITTEE_OFFICES, "在本单位官方网站和线下平台公示评审通过人员，不少于5天", "Publish those who passed on their website and offline, for at least 5 days.")
                    .number(5, Unit.DAYS),
            of("confirmation", "J24-3.7", MUST, FOUNDERS, "对公示无异议的人员，原则上于12月25日前单独或联合市人社局印发资格文件，同时打印电子评审表、制发电子证书",
                    "Confirm those without objection by document, alone or with the bureau, by 12-25 as a rule, with e-evaluation form and e-certificate.").day(day(12, 25)),
            of("personal-file", "J24-3.7", MUST, Text.of("用人单位", "employer"), "下载打印评审通过人员电子评审表，用印后装入个人人事档案", "Prints and seals the e-evaluation form and puts it into the personal file."),
            of("summary", "J24-3.8", MUST, CITY_COMMITTEES, "于12月31日前将工作总结、资格文件(含花名册)上报市人社局备案", "File summary, documents and roster with the bureau by 12-31.").day(day(12, 31)),
            of("national-rules", "J24-4.2", ELSEWHERE, FOUNDERS, "严格按照人社部《职称评审管理暂行规定》《职称评审监管暂行办法》、省人社厅《关于进一步下放职称评审权申报资格审核权和评委会管理权的通知》等规定",
                    "Follow the ministry's rules on title review and its supervision and the province's notice on handing down authority."),
            of("audit", "J24-4.2", MUST, Text.of("用人单位（申报单位）、行业主管部门", "employers and sector departments"), "按照评审标准和条件，客观全面地审核学历、资历、工作经历、业绩成果等佐证材料",
                    "Audit evidence of education, seniority, career and achievements objectively and fully by the criteria."),
            of("openness", "J24-4.2", MUST, FOUNDERS, "评审政策、条件标准、工作程序、评审结果等面向社会公开", "Make policy, criteria, procedure and results public."),
            of("experts-drawn", "J24-4.2", MUST, FOUNDERS, "规范答辩、评审、专家抽取等工作程序，组织开展联审、抽审", "Hold defence, review and the drawing of experts by rule; joint and sample checks."),
            of("confirmed-together", "J24-4.2", MUST, BUREAU_AND_DEPARTMENTS, "对公示后不影响评审结果的对象及时发文确认资格", "Confirm by document those whose result the publication leaves standing."),
            of("plan", "J24-annex1", IS, Text.of("全省高级评委会", "senior committees of the province"), "附件1为2024年全省高级职称评审计划；第三页表头印作“咨询中话”，读作“咨询电话”",
                    "Annex 1 is the province's plan of senior reviews for 2024; the heading of its third page prints «咨询中话», read as «咨询电话»."),
            of("done-by", "J24-annex1.note1", MUST, Text.of("各市州高评会、各自主评审的高评会、各中评会", "city senior, autonomous senior and intermediate committees"),
                    "务必在12月20日前完成评审工作", "Complete their reviews by 12-20.").day(day(12, 20)),
            of("prepare-early", "J24-annex1.note2", MUST, Text.of("各评委会工作机构", "offices of the committees"), "提前安排部署，可提前联审评审时间", "Prepare early; joint check and review may be brought forward."));

    private Review2024() {}

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2024, month, day);
    }
}
