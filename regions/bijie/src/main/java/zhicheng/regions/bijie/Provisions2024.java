package zhicheng.regions.bijie;

import static zhicheng.regions.bijie.Provisions.provision;
import static zhicheng.spi.Provision.Kind.*;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Payment;
import zhicheng.spi.Provision;
import zhicheng.spi.Reuse;
import zhicheng.spi.Text;

/** What B24 rules besides dates and eligibility, by concern. */
final class Provisions2024 {

    /** Self-registration, then real-name check, then binding to an employer: what each state unlocks (B24-3.2). */
    static final List<Provision> ACCOUNTS = List.of(
            provision("registered", "B24-3.2", IS, Who.APPLICANT, "个人账户由用人单位创建改为个人自主注册；实名制验证通过前不能办理业务",
                    "a person registers himself, no longer through the employer; before the real-name check no business is open"),
            provision("real-name-verified", "B24-3.2", MAY, Who.APPLICANT, "实名制验证通过后，可办理职称证书相关业务", "after the real-name check: certificate business"),
            provision("bound", "B24-3.2", MAY, Who.APPLICANT, "与用人单位绑定后，可办理职称申报相关业务", "after binding to an employer: application business"),
            provision("own-login", "B24-3.2", MUST_NOT, Who.APPLICANT, "非用户本人限制登录；可用社保卡扫码登录", "nobody but the person logs in; scanning the social-security card is a way to"));

    /** What is said of conditions per series (B24-1.1). */
    static final List<Provision> CONDITIONS = List.of(
            provision("school-teachers", "B24-1.1", ELSEWHERE, Who.APPLICANT, "中小学（幼儿园）教师系列的申报评审条件（试行）由省印发",
                    "the conditions for teachers of schools and nurseries (trial) are the province's").document("黔人社通〔2023〕67号"),
            provision("school-teachers-local", "B24-1.1", PROMISE, Who.BUREAU, "毕节市中小学（幼儿园）教师系列职称申报评审工作实施细则于7月底前面向社会公布和实施",
                    "Bijie's own rules for teachers of schools and nurseries are published and in force by the end of July").day(LocalDate.of(2024, 7, 31)));

    /** Transfer between series (转评, B24-5.6). */
    static final List<Provision> TRANSFER = List.of(
            provision("achievements-of-new-series", "B24-5.6", MUST, Who.APPLICANT, "跨系列转评需按转入职称系列的评审要求提供业绩", "achievements are shown as the new series asks"),
            provision("achievements-reused", "B24-5.6", MAY, Who.APPLICANT, "用于申报转评前同等层级职称的业绩，符合转入职称系列评审要求的，可继续使用",
                    "achievements that served the title of the same level before the transfer may serve again where the new series' rules allow"),
            provision("achievements-not-for-promotion", "B24-5.6", MUST_NOT, Who.APPLICANT, "转评后，不属于该职称层级期间产生的业绩，以及已用于申请转评的业绩，不得用于申报上一级职称",
                    "after the transfer, achievements from outside this level's period, or already used for the transfer, do not serve the next level"),
            provision("qualification-as-title", "B24-5.6", IS, Who.PROFESSIONAL, "取得与职称存在对应关系的专业技术人员职业资格，视同为对应层级的职称，可按规定申请转评",
                    "a professional qualification that corresponds to a title counts as the title of that level and may ground a transfer"));

    /** What no longer serves the next level after a transfer (B24-5.6). */
    static final Reuse REUSE = Reuse.of("transfer", Clause.of("B24-5.6"), Text.of("转评后，已用于申请转评的业绩，不得用于申报上一级职称", "after a transfer, what was used for it does not serve the next level"),
            Text.of("转评后，不属于该职称层级期间产生的业绩，不得用于申报上一级职称", "after a transfer, what was not achieved in this level's period does not serve the next level"));

    /** The fee and what follows when it is not paid (B24-5.5). */
    static final Payment PAYMENT = Payment.of(Clause.of("B24-5.5"),
            Text.of("网上缴费，自动获取非税票据（系统与贵州省财政电子票据及非税收入收缴电子化一体化管理系统连接）", "paid online through Guizhou's electronic receipt system, the receipt comes by itself"),
            Text.of("2024年起，未在规定时间内完成缴费的，视为放弃申报", "from 2024: not paid in time, the application counts as abandoned"));

    /** Everything else. */
    static final List<Provision> OTHERS = List.of(
            provision("basis", "B24", IS, Who.BUREAU, "根据省人力资源和社会保障厅2024年职称工作通知制定", "rests on the province's notice on title work in 2024").document("黔人社通〔2024〕35号"),
            provision("training-and-publicity", "B24-2.1", MUST, Who.EMPLOYER_AND_DEPARTMENT, "强化职称政策宣传，确保专业技术人员知晓职称政策、熟悉操作流程",
                    "make the rules known, so that professionals know them and the procedure"),
            provision("history-certificates", "B24-2.3", MUST, Who.UNITS, "规范审核程序、加快历史职称证书数据采集", "check and collect the data of historical certificates, faster"),
            provision("achievement-archive", "B24-3.1", MAY, Who.APPLICANT, "对贯穿职业生涯的业绩档案库进行日常维护，申报前从中选择和调取",
                    "keeps a career-long archive of achievements and picks from it when applying"),
            provision("employer-audit", "B24-3.3", MUST, Who.EMPLOYER_AND_DEPARTMENT, "严格审核材料的真实性、规范性、完整性", "audit that the material is true, in form and complete"),
            provision("employer-monitoring", "B24-3.3", MUST, Who.FOUNDER, "监测分析用人单位的审核推荐，不按规定审核、违反诚信承诺推荐的予以标记、重点监管，视情况纳入诚信负面清单，通报批评并责令整改",
                    "monitor employers by data; those who audit badly or recommend against their word are flagged, supervised, listed, named and made to mend it"),
            provision("hours-linked", "B24-4.1", ELSEWHERE, Who.BUREAU, "继续教育与职称申报学时认证关联，具体实施工作另行通知", "hours are tied to the application; how, a later notice says"),
            provision("courses", "B24-4.2", MAY, Who.PROFESSIONAL, "通过系统选择全省继续教育基地发布的课程学习", "choose in the system among the courses of the province's bases"),
            provision("public-subject", "B24-4.3", ELSEWHERE, Who.APPLICANT, "2024年公需科目学习安排拟于2024年5月印发通知；申报人据此免费学习测试，通过结果由系统对接平台自动获取",
                    "how the public subject is learnt is announced in a notice planned for May 2024; learning and test are free, the result is fetched from the platform")
                    .link(URI.create("http://www.gzjxjy.gzsrs.cn/")),
            provision("training-content", "B24-4.4", MUST, Who.UNITS, "把安全、质量、环境保护、知识产权、大数据、健康贵州等方面知识纳入培训内容",
                    "training covers safety, quality, environment, intellectual property, big data, a healthy Guizhou"),
            provision("patents", "B24-5.7", MUST, Who.COMMITTEE, "以专利作为申报业绩的，重点考察专利质量、转化运用、转化效益", "patents count by their quality, use and benefit"),
            provision("earlier-rules", "B24-end", ELSEWHERE, Who.EVERYONE_IN_THE_CHAIN, "本通知未提及的有关职称政策，结合历年来职称工作的有关规定一并执行",
                    "what this notice does not mention follows the rules of earlier years"));

    /** Who answers for what (责任): B24-5.3. */
    static final List<Provision> RESPONSIBILITIES = List.of(
            provision("steps-in-time", "B24-5.3", MUST, Who.EVERYONE_IN_THE_CHAIN, "在规定时间内完成相应操作，逾期未完成且影响职称申报正常开展的，由相应责任人负责",
                    "each step in its time; where a late one hinders the application, the person responsible answers for it").document("《贵州省职称申报评审工作规则（试行）》"));

    private Provisions2024() {}
}
