package zhicheng.regions.bijie;

import zhicheng.spi.Clause;
import zhicheng.spi.Disposition;
import zhicheng.spi.Text;

/** Why a clause is left to people, or what it waits for. */
final class Dispositions {
    static final Text PUBLICITY = Text.of("培训、宣传由人来做；通知原文和每条规则的原句公开可查", "training and publicity are people's work; the notice and each rule's own sentence are public");
    static final Text MONITORING = Text.of("用人单位审核、公示、推荐已可办理；评委会组建单位对用人单位的监测和标记有待监督环节", "the employer's audit, publication and recommendation are done here; monitoring and marking employers waits for supervision");
    static final Text COMMITTEES = Text.of("有待评审委员会备案和评审环节", "waits for the filing and the acts of committees");
    static final Text CERTIFICATES = Text.of("有待证书环节", "waits for certificates");
    static final Text PLATFORM = Text.of("课程由基地在平台发布、由专技人员选学；平台记录的学时由系统获取", "bases publish courses and professionals choose them on the training platform; the hours that it records are fetched from it");

    private Dispositions() {}

    static Disposition people(String clause, Text why) {
        return Disposition.leftToPeople(Clause.of(clause), why);
    }

    static Disposition later(String clause, Text waitsFor) {
        return Disposition.later(Clause.of(clause), waitsFor);
    }
}
