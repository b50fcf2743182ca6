package zhicheng.regions.jiayuguan;

import static zhicheng.spi.Case.Employment.FLEXIBLE;
import static zhicheng.spi.Case.Employment.PRIVATE_ENTERPRISE;
import static zhicheng.spi.Case.Employment.SOCIAL_ORGANISATION;
import static zhicheng.spi.Case.Employment.SOLE_TRADER;
import static zhicheng.spi.Case.Employment.STATE_ENTERPRISE;
import static zhicheng.spi.Case.Employment.STATE_INSTITUTION_CONTRACT;
import static zhicheng.spi.Case.Employment.STATE_INSTITUTION_POST;

import java.util.List;
import zhicheng.spi.Channel;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Channel.Node;
import zhicheng.spi.Clause;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;

/** Through whom an application goes (J24-2.2a to e), and who looks at it in which order (J24-3.3 to 3.6). Who may take which: {@link ChannelRules2024}. */
final class Channels2024 {
    private static final Node DEPARTMENT = Node.of(Kind.SUPERIOR_DEPT, Text.of("行业主管部门", "sector department"));
    private static final Node JOINT_REVIEW = Node.of(Kind.JOINT_REVIEW, Text.of(
            "市人社局和行业主管部门集中复审，推荐结果提交相关会议审议", "joint re-check by the city's HRSS bureau and the departments, then the meetings concerned"));
    private static final Node COMMITTEE = Node.of(Kind.COMMITTEE_OFFICE, Text.of("评委会办事机构", "committee's office"));

    static final List<Channel> CHANNELS = List.of(
            Channel.of("public", Clause.of("J24-2.2a"),
                    Text.of("公有制经济企业、事业单位", "public enterprises and institutions"),
                    Text.of("通过人事关系所在工作单位申报", "through the unit that holds the personnel relation"),
                    List.of(ChannelRules2024.who("public-who", "J24-2.2a", STATE_INSTITUTION_POST, STATE_ENTERPRISE)),
                    List.of(Node.of(Kind.EMPLOYER, Text.of("人事关系所在工作单位", "unit holding the personnel relation")), DEPARTMENT, JOINT_REVIEW, COMMITTEE)),
            Channel.of("non-public-employer", Clause.of("J24-2.2b"),
                    Text.of("非公有制单位及编外聘用人员：用人单位", "non-public units and off-establishment staff: by the employer"),
                    Text.of("非公有制经济企业、社会团体、个体经济组织的工作人员及事业单位编外聘用人员，就近就地，可选用人单位",
                            "staff of non-public enterprises, social organisations, sole traders, and off-establishment staff of institutions; nearest first, by the employer"),
                    List.of(nonPublic("non-public-employer-who")),
                    List.of(Node.of(Kind.EMPLOYER, Text.of("用人单位", "employer")), DEPARTMENT, JOINT_REVIEW, COMMITTEE)),
            Channel.of("non-public-talent-body", Clause.of("J24-2.2b"),
                    Text.of("非公有制单位及编外聘用人员：人才服务机构", "non-public units and off-establishment staff: by the talent-service body"),
                    Text.of("同上人员，就近就地，可选负责档案托管的人才服务机构", "the same people; nearest first, by the talent-service body that keeps the file"),
                    List.of(nonPublic("non-public-talent-body-who"), ChannelRules2024.fileAtTalentBody("non-public-file", "J24-2.2b")),
                    List.of(Node.of(Kind.AGENCY, Text.of("负责档案托管的人才服务机构", "talent-service body keeping the file")), DEPARTMENT, JOINT_REVIEW, COMMITTEE)),
            Channel.of("flexible", Clause.of("J24-2.2c"),
                    Text.of("灵活就业人员", "flexible workers"),
                    Text.of("由负责托管人事档案的人才机构申报", "through the talent body that keeps the file, and no other"),
                    List.of(ChannelRules2024.who("flexible-who", "J24-2.2c", FLEXIBLE), ChannelRules2024.fileAtTalentBody("flexible-file", "J24-2.2c")),
                    List.of(Node.of(Kind.AGENCY, Text.of("负责托管人事档案的人才机构", "talent body keeping the file")), DEPARTMENT, JOINT_REVIEW, COMMITTEE)),
            Channel.of("central", Clause.of("J24-2.2d"),
                    Text.of("中央在甘单位委托评审", "entrusted review for central units in Gansu"),
                    Text.of("本单位无评审权限的，由人事部门向省职改办出具委托函，审核同意后委托甘肃省评委会评审",
                            "where the unit has no authority of its own, its HR department writes to the provincial title-reform office, and with its consent a Gansu committee reviews"),
                    ChannelRules2024.CENTRAL,
                    List.of(Node.of(Kind.EMPLOYER, Text.of("本单位人事（人力资源）部门", "the unit's HR department")),
                            Node.of(Kind.TITLE_OFFICE, Text.of("省职改办审核同意", "consent of the provincial title-reform office")), COMMITTEE)),
            Channel.of("posted", Clause.of("J24-2.2e"),
                    Text.of("中央及外省派驻机构", "agencies posted by central bodies or other provinces"),
                    Text.of("原则上不能申报；规定允许的帮扶、挂职等人员，经派出地和派驻地省级行业主管部门、人社部门同意后可在派驻单位申报",
                            "not in principle; aid, seconded and like staff whom the rules allow may, with the consent of the provincial departments and HRSS of both sides"),
                    ChannelRules2024.POSTED,
                    List.of(Node.of(Kind.EMPLOYER, Text.of("派驻单位", "unit of the posting")), DEPARTMENT, JOINT_REVIEW, COMMITTEE)));

    private Channels2024() {}

    private static Rule nonPublic(String id) {
        return ChannelRules2024.who(id, "J24-2.2b", PRIVATE_ENTERPRISE, SOCIAL_ORGANISATION, SOLE_TRADER, STATE_INSTITUTION_CONTRACT);
    }
}
