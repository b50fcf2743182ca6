package zhicheng.regions.jiayuguan;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Question;
import zhicheng.spi.Text;

/** What only J24 asks of an applicant: two for J24-1a, three for the entrusted review (J24-2.2d), five for posted agencies (J24-2.2e). */
final class Questions2024 {
    static final Question UNIT_REGISTERED = yesNo("unitRegisteredHere", "J24-1a",
            "所在的企业、社会团体、个体经济组织是否在嘉峪关市登记注册？", "Is the enterprise, social organisation or sole trader registered in Jiayuguan?");
    static final Question HIGH_SKILLED = yesNo("highSkilledTalent", "J24-1a",
            "是否属于符合条件的高技能人才？", "Are you a high-skilled talent who meets the conditions?");

    static final Question UNIT_HAS_AUTHORITY = yesNo("unitHasAuthority", "J24-2.2d",
            "本单位在所申报的系列（专业）是否有评审权限？", "Has your unit the authority to review this series (specialty)?");
    static final Question ENTRUSTMENT_LETTER = yesNo("entrustmentLetter", "J24-2.2d",
            "本单位人事（人力资源）部门是否已向省职改办出具委托函？", "Has your unit's HR department written a letter of entrustment to the provincial title-reform office?");
    static final Question TITLE_OFFICE_CONSENT = yesNo("titleOfficeConsent", "J24-2.2d",
            "省职改办是否已审核同意委托评审？", "Has the provincial title-reform office agreed to the entrusted review?");

    static final Question AID_OR_SECONDED = yesNo("aidOrSeconded", "J24-2.2e",
            "是否属于中央和甘肃省相关规定允许在派驻地申报职称的帮扶、挂职等人员？",
            "Are you on aid, on secondment or the like, allowed by central and provincial rules to apply where you are posted?");
    static final Question CONSENT_SENDING_DEPARTMENT = yesNo("consentSendingDepartment", "J24-2.2e",
            "派出地省级行业主管部门是否已同意（须附同意文件）？", "Has the provincial department of the sending side consented (its paper is to be attached)?");
    static final Question CONSENT_SENDING_HRSS = yesNo("consentSendingHrss", "J24-2.2e",
            "派出地人社部门是否已同意（须附同意文件）？", "Has the HRSS department of the sending side consented (its paper is to be attached)?");
    static final Question CONSENT_RECEIVING_DEPARTMENT = yesNo("consentReceivingDepartment", "J24-2.2e",
            "派驻地省级行业主管部门是否已同意（须附同意文件）？", "Has the provincial department of the receiving side consented (its paper is to be attached)?");
    static final Question CONSENT_RECEIVING_HRSS = yesNo("consentReceivingHrss", "J24-2.2e",
            "派驻地人社部门是否已同意（须附同意文件）？", "Has the HRSS department of the receiving side consented (its paper is to be attached)?");

    /** All four are needed, and the paper of each ({@link Proofs2024}): the answer alone is not enough. */
    static final List<Question> CONSENTS = List.of(CONSENT_SENDING_DEPARTMENT, CONSENT_SENDING_HRSS, CONSENT_RECEIVING_DEPARTMENT, CONSENT_RECEIVING_HRSS);

    static final List<Question> QUESTIONS = List.of(UNIT_REGISTERED, HIGH_SKILLED, UNIT_HAS_AUTHORITY, ENTRUSTMENT_LETTER, TITLE_OFFICE_CONSENT,
            AID_OR_SECONDED, CONSENT_SENDING_DEPARTMENT, CONSENT_SENDING_HRSS, CONSENT_RECEIVING_DEPARTMENT, CONSENT_RECEIVING_HRSS);

    private Questions2024() {}

    /** The path under which a verdict names the answer as missing. */
    static String path(Question question) {
        return "answers." + question.id();
    }

    private static Question yesNo(String id, String clause, String zh, String en) {
        return Question.of(id, Clause.of(clause), Question.Kind.YES_NO, Text.of(zh, en));
    }
}
