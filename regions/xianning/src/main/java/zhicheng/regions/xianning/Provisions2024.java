package zhicheng.regions.xianning;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Contact;
import zhicheng.spi.Provision;
import zhicheng.spi.Provision.Kind;
import zhicheng.spi.Text;

/** Everything else that X24 rules: duties and consequences, certificates, supervision, closing sentences. */
final class Provisions2024 {
    private static final URI SYSTEM = URI.create("http://59.175.218.201:8502/app/home.html");

    private static final Text APPLICANT = Text.of("申报人员", "applicants");
    private static final Text EMPLOYER = Text.of("用人单位", "employers");
    private static final Text EVERYBODY = Text.of("各地区、各部门、各单位", "areas, departments and units");
    private static final Text OFFICES = Text.of("人社（职改）部门、评委会办公室、主管部门及用人单位", "human-resources (title-reform) departments, committees' offices, departments in charge and employers");
    private static final Text CITY_OFFICE = Text.of("市职改办", "the city's title-reform office");

    static final List<Contact> CONTACTS = List.of(
            Contact.link("system", Clause.of("X24-3.2"), Text.of("湖北省职称评审管理信息系统", "Hubei's system for title reviews"), SYSTEM),
            Contact.named("national-lookup", Clause.of("X24-6.2"), Text.of("全国职称评审信息查询平台", "the national look-up of title reviews")));

    static final List<Provision> ALL = List.of(
            Provision.of("based-on", Clause.of("X24-basis"), Kind.IS, EVERYBODY, Text.of("依据省2024年度职称评审工作通知制定", "made after the province's notice on the reviews of 2024")).document("鄂职改办〔2024〕16号"),
            Provision.of("excluded-found-later", Clause.of("X24-1.found"), Kind.MUST, OFFICES,
                    Text.of("申报后发现不得申报情形的，审核不予通过；已有评审结果的，评审结果不予确认", "an exclusion found after the application: the audit refuses it; a result already reached is not confirmed")),
            Provision.of("post-quota-form", Clause.of("X24-3.1.1"), Kind.MUST, Text.of("实行岗位管理的事业单位", "institutions that manage by posts"),
                    Text.of("推荐时同步提供《2024年度事业单位高、中级职称申报情况核定表》（附件1）", "hand in annex 1 together with the recommendation")),
            Provision.of("whatever-hukou", Clause.of("X24-3.1.2"), Kind.IS, Text.of("民营企业专业技术人员", "professionals of private enterprises"),
                    Text.of("一般在劳动关系所在地自愿参加职称评审，不受户籍、档案等因素制约", "as a rule are reviewed, as they wish, where the labour relation is, whatever the household register or personal file")),
            Provision.of("joint-recommendation", Clause.of("X24-3.1.2"), Kind.MAY, Text.of("劳务派遣公司或人事代理机构", "dispatch companies and personnel agencies"),
                    Text.of("可会同用工单位共同履行审核、公示、推荐职责；选择共同推荐的，两家单位均签署", "may audit, publish and recommend jointly with the using unit; where that is chosen, both sign")),
            Provision.of("entrusted-review", Clause.of("X24-3.1.4"), Kind.ELSEWHERE, Text.of("中央、鄂在咸等单位或外省", "units of the central government or the province in Xianning, or of another province"),
                    Text.of("委托我市代为评审的，按《湖北省评委会管理暂行办法》第十四条规定执行", "that entrust the review to the city do so by article 14 of Hubei's provisional rules on committees")).document("鄂人社规〔2021〕4号"),
            Provision.of("all-online", Clause.of("X24-3.2"), Kind.MUST, APPLICANT,
                    Text.of("高、中、初级职称评审全部通过湖北省职称评审管理信息系统申报", "apply for senior, intermediate and junior reviews through the province's system only")).link(SYSTEM),
            Provision.of("truthful", Clause.of("X24-5.1"), Kind.MUST, APPLICANT,
                    Text.of("在规定期限内如实填报、客观准确齐全提交材料，签订诚信承诺书（附件2），对真实性负责", "fill in truthfully and completely and in time, sign the pledge of annex 2, and answer for its truth")),
            Provision.of("late-at-own-risk", Clause.of("X24-5.1"), Kind.IS, APPLICANT,
                    Text.of("未按规定时间完成网上申报或材料提交不全的，由个人承担相应责任", "whoever does not finish in time, or hands in too little, bears the consequences")),
            Provision.of("false-material", Clause.of("X24-5.1"), Kind.IS, APPLICANT,
                    Text.of("弄虚作假的，一经查实取消参评资格或撤销任职资格，并记入全省、全市职称失信黑名单", "false material, once proved: out of the review or title revoked, and on the blacklist of province and city")),
            Provision.of("employer-answers", Clause.of("X24-5.2a"), Kind.MUST, EMPLOYER,
                    Text.of("对工作岗位、工作经历及业绩材料负审核主体责任；公示无异议后出具推荐意见，报送同级主管部门审核", "answer for auditing post, career and material; when nobody objected, issue the opinion and hand it to the department of the same level")),
            Provision.of("permanent-residents", Clause.of("X24-6.2"), Kind.MAY, Text.of("持外国人新版永居证的人员", "holders of the new permanent-residence card"),
                    Text.of("可按规定参加职称评审，并通过全国职称评审信息查询平台查询核验相关信息", "may take part by the rules, and look up and verify their records on the national platform")),
            Provision.of("appointment-ground", Clause.of("X24-6.3"), Kind.MAY, EMPLOYER,
                    Text.of("沿江10省、市的职称，经用人单位考核合格后，可作为聘任的依据", "ground an appointment on a title of the ten provinces and cities, after an assessment of their own")),
            Provision.of("history-collected", Clause.of("X24-7.2"), Kind.MAY, Text.of("专业技术人员", "professionals"),
                    Text.of("可通过用人单位或属地职改部门报送职称证书数据，3月份已收集的无需重复申报", "may hand in the data of their certificates through the employer or the local title-reform office; what was collected in March is not asked for again")),
            Provision.of("history-checked", Clause.of("X24-7.2"), Kind.MUST, Text.of("各地职改部门", "local title-reform offices"),
                    Text.of("按年份逐年甄别、补充、修正有关职称数据", "check, supplement and correct the data year by year")),
            Provision.of("history-uploaded", Clause.of("X24-7.2"), Kind.PROMISE, CITY_OFFICE, Text.of("2024年5月15日后通过系统分批上传", "upload them in batches after 15 May 2024")).day(LocalDate.of(2024, 5, 15)),
            Provision.of("publicity", Clause.of("X24-8.1"), Kind.MUST, OFFICES,
                    Text.of("加强职称政策和系统操作的学习、宣传、培训，收集反馈普遍问题，不得简单推诿", "study, publicise and train policy and system, gather what is asked again and again and pass it on")),
            Provision.of("complaints", Clause.of("X24-8.5"), Kind.MUST, Text.of("各评委会组建单位", "bodies that found committees"),
                    Text.of("在规定时限内逐级核查到位，形成核查报告：核查时间、核查人员、核查方式、核查过程、结论性意见及处理意见，并附佐证材料",
                            "look into every complaint in time and report time, persons, manner, course, conclusion and handling, with evidence")),
            Provision.of("checks", Clause.of("X24-8.6"), Kind.MUST, CITY_OFFICE,
                    Text.of("通过质询、约谈、现场观摩、查阅资料等形式随时随机抽查、巡查，以及必要的倒查、复查", "question, summon, observe and read; check at random and on patrol, trace back and re-examine where needed")),
            Provision.of("rest", Clause.of("X24-end"), Kind.ELSEWHERE, EVERYBODY, Text.of("未尽事宜按照国家和我省现行职称评审政策规定执行", "what is not said here follows the rules of state and province now in force")),
            Provision.of("newer-policy", Clause.of("X24-end"), Kind.MUST, EVERYBODY, Text.of("本年度如遇相关政策调整，按新政策执行", "where policy changes within the year, the new policy holds")),
            Provision.of("annexes", Clause.of("X24-list"), Kind.IS, EVERYBODY, Text.of("附件四件：申报情况核定表、诚信承诺书、评委会核准备案表、历史数据采集表", "four annexes: post check, pledge, committee filing, historical data")));

    /** Who answers for what (责任): X24-6.6, X24-8.3. */
    static final List<Provision> RESPONSIBILITIES = List.of(
            Provision.of("who-acts-answers", Clause.of("X24-6.6"), Kind.MUST, OFFICES,
                    Text.of("落实“谁申报谁负责、谁推荐谁负责、谁审核谁负责、谁评审谁负责”", "whoever applies, recommends, audits or reviews answers for it")).document("咸职改办〔2024〕6号"),
            Provision.of("in-time-or-answer", Clause.of("X24-8.3"), Kind.IS, OFFICES,
                    Text.of("未按规定时间和要求完成或未正确完成网上审核，造成一定后果或影响评审期限的，倒查追责", "an audit not done, not in time or not rightly, with consequences or to the review's delay, is traced back to whoever answers for it")));

    private Provisions2024() {}
}
