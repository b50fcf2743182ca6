package zhicheng.regions.jiayuguan;

import static zhicheng.spi.Provision.Kind.ELSEWHERE;
import static zhicheng.spi.Provision.Kind.IS;
import static zhicheng.spi.Provision.Kind.MAY;
import static zhicheng.spi.Provision.Kind.MUST;
import static zhicheng.spi.Provision.Kind.MUST_NOT;
import static zhicheng.spi.Provision.Kind.SHOULD;

import java.time.LocalDate;
import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Provision;
import zhicheng.spi.Provision.Unit;
import zhicheng.spi.Readings;
import zhicheng.spi.Text;

/** What J24 rules for applicants, employers and departments: conditions, accounts, returns and duties. For committees see {@link Review2024}. */
final class Provisions2024 {
    private static final Text APPLICANT = Text.of("申报人", "applicant");
    private static final Text EMPLOYER = Text.of("用人单位（申报单位）", "employer or applying unit");
    private static final Text DEPARTMENT = Text.of("行业主管部门", "sector department");
    private static final Text AUDITOR = Text.of("审核部门", "auditing department");
    private static final Text BUREAU = Text.of("市人社局", "city HRSS bureau");
    private static final Text EVERYONE = Text.of("个人、用人单位和部门", "persons, employers and departments");

    static final List<Provision> CONDITIONS = List.of(
            of("criteria", "J24-1a", ELSEWHERE, APPLICANT, "申报条件见相应系列（专业）职称评审标准文件", "The conditions stand in the published criteria of each series (specialty)."),
            of("law-and-ethics", "J24-1a", MUST, APPLICANT, "遵守宪法和法律，具备良好的职业道德", "Keeps the constitution and the law, of good professional ethics."));

    /** J24-2.1. */
    static final List<Provision> ACCOUNTS = List.of(
            of("personal", "J24-2.1", MUST, EMPLOYER, "个人申报账号由用人单位或申报单位负责审核和创建", "Personal accounts are checked and created by the employer or applying unit."),
            of("unit", "J24-2.1", MUST, Text.of("人社部门或有职称评审委员会组建权限的行业主管部门", "HRSS bureau or a department with the authority to found committees"),
                    "用人单位或申报单位的账号由其负责审核和创建", "Checks and creates the accounts of employers and applying units."));

    /** J24-2, J24-3.2, J24-3.3, J24-4.1, J24-4.3 and the closing sentences. */
    static final List<Provision> DUTIES = List.of(
            of("basis", "J24-0", IS, BUREAU, "根据甘办发〔2017〕81号和甘人社通〔2024〕266号", "Rests on 甘办发〔2017〕81号 and 甘人社通〔2024〕266号.").document("甘人社通〔2024〕266号"),
            of("online", "J24-2", MUST, EVERYONE, "申报和评审通过甘肃省职称申报和评审信息系统在线开展", "Application and review go through the Gansu system, online."),
            of("offline-not-recognised", "J24-2", MUST_NOT, EVERYONE, "未经省级行业主管部门及省职改办同意，在线下进行申报和评审的，评审结果不予认可",
                    "A review outside the system without the consent of the provincial department and title-reform office is not recognised."),
            of("complete-and-true", "J24-3.2", MUST, APPLICANT, "在规定时间内客观、准确、完整填写信息，扫描上传电子版佐证材料，提交所在工作单位审核推荐",
                    "Fills in objectively, exactly and completely, uploads scanned evidence and submits to the employer in time."),
            of("own-risk", "J24-3.2", IS, APPLICANT, "在规定时间内未提交成功的，后果由申报人个人承担", "Not submitted in time: at the applicant's own risk.").day(day(10, 20)),
            of("as-they-come", "J24-3.3", SHOULD, EMPLOYER, "组织错峰申报，随时申报、随时审核、随时反馈", "Spreads the applications and handles them as they come."),
            of("publication-report", "J24-3.3", MUST, EMPLOYER, "公示无异议后出具公示结果报告", "Issues a report of the publication when there is no objection."),
            of("recommended-by", "J24-3.3", MUST, EMPLOYER, "于10月31日前完成审核推荐", "Completes audit and recommendation by 10-31.").day(day(10, 31)),
            of("originals-kept", "J24-3.3", MUST, DEPARTMENT, "原始纸质材料审核通过后由主管部门留存，以备抽查", "Keeps the paper originals after the audit, for checks by the bureau and committees."),
            of("honesty", "J24-4.1", MUST, APPLICANT, "诚信填报", "Fills in honestly."),
            of("within-post-ratio", "J24-4.1", MUST, Text.of("实行岗位管理的事业单位", "institutions under post management"),
                    "按照“评聘一致”的原则在岗位结构比例内开展推荐工作", "Recommends within the ratio of posts, review and appointment agreeing."),
            of("special-categories", "J24-4.1", MUST, EMPLOYER, "对申报破格晋升、基层有效、艰苦单位的：广泛征求意见，职工大会集体评议，适当延长公示期和扩大公示范围",
                    "For exceptional, grass-roots and hardship applications: consults widely, has a staff assembly deliberate, publishes longer and more widely."),
            of("private-enterprises", "J24-4.1", MUST, DEPARTMENT, "加强对民营企业的政策指导，通过信息比对、第三方评议等方式确保信息真实有效",
                    "Guides private enterprises and makes sure of the data by comparison and third-party opinion."),
            of("false-material", "J24-4.3", MUST, Text.of("行业主管部门、评委会组建单位", "sector departments and founding bodies of committees"),
                    "发现申报人通过提供虚假材料、剽窃他人作品和学术成果或者其他不正当手段取得职称的，直接取消申报人申报资格",
                    "Where a title was obtained by false material, plagiarism or other improper means, the applicant's application is cancelled."),
            of("blacklist", "J24-4.3", IS, Text.of("违法违纪情况属实的", "offenders"), "依法依规处理，并纳入“黑名单”管理；期限未写", "Dealt with by law and put on the blacklist; no term is given."),
            of("two-staff", "J24-4.3", MUST, Text.of("各相关单位", "every unit concerned"), "安排至少2名有经验的专职人员负责", "Has at least two experienced full-time staff for it.")
                    .number(2, Unit.PERSONS),
            of("city-wide-check", "J24-4.3", MUST, BUREAU, "对2024年度职称评审工作进行全面核查，突出问题视情况全市通报", "Checks the whole of 2024's work and makes serious faults known in the city."),
            of("not-mentioned", "J24-4.3", ELSEWHERE, EVERYONE, "未尽事宜按照国家和我省有关政策规定执行", "What is not mentioned follows the rules of the state and the province."),
            of("later-notice", "J24-4.3", IS, EVERYONE, "如有新增调整事项，以最新印发的通知文件要求为准", "A later notice prevails."));

    /** Who answers for what (责任): J24-4.3. */
    static final List<Provision> RESPONSIBILITIES = List.of(
            of("account-lent", "J24-4.3", MUST_NOT, EMPLOYER, "将本单位账号用于非本单位工作人员申报职称的，追究用人单位及经办人责任",
                    "Lends its account to no one who is not its own staff; unit and clerk answer for it."));

    private Provisions2024() {}

    /**
     * J24-3.4: the limit is on the auditing department, not on the employer's own returns. Our reading: it is of how often, whatever for («退回次数»): a return for the procedure, or by the channel it came, counts
     * as one of material to be mended does, or the fourth would only have to be called otherwise.
     */
    static List<Provision> returns(Readings readings) {
        var each = readings.of(Jiayuguan.RETURNS).equals("each");
        return List.of(
                of("complete-at-once", "J24-3.4", MUST, AUDITOR, "发现用人单位推荐材料需要修改完善的，一次性反馈修改意见后及时退回", "Tells all faults of an employer's recommendation at once and returns it promptly."),
                of("limit", "J24-3.4", MUST, AUDITOR,
                        each ? "退回次数不超过3次（不论因何退回，按每个审核部门各自计）；用人单位自行退回申报人的次数通知未写" : "退回次数不超过3次（不论因何退回，所有审核部门合计）；用人单位自行退回申报人的次数通知未写",
                        each ? "Returns at most 3 times, whatever for (each department by itself); nothing is said of the employer's own returns to the applicant."
                                : "Returns at most 3 times, whatever for (all departments together); nothing is said of the employer's own returns to the applicant.")
                        .number(3, Unit.TIMES),
                of("summary", "J24-3.4", MUST, DEPARTMENT, "10月31日前完成审核推荐，向市人社局报送汇总表（附件2）", "Is done by 10-31 and sends the summary (annex 2) to the bureau.").day(day(10, 31)),
                of("late", "J24-3.4", MUST_NOT, BUREAU, "逾期未审核报送的，不再单独受理", "Late ones are not taken separately."),
                of("originals", "J24-3.4", MAY, AUDITOR, "确属工作需要，可以要求申报人提供申报材料原件并进行核查", "May ask for the originals and check them where the work needs it."));
    }

    static Provision of(String id, String clause, Provision.Kind kind, Text bearer, String zh, String en) {
        return Provision.of(id, Clause.of(clause), kind, bearer, Text.of(zh, en));
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2024, month, day);
    }
}
