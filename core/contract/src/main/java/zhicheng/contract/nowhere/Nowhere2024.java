package zhicheng.contract.nowhere;

import static java.time.LocalDate.of;
import static zhicheng.spi.Level.ASSOCIATE_SENIOR;
import static zhicheng.spi.Level.FULL_SENIOR;
import static zhicheng.spi.Level.INTERMEDIATE;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import zhicheng.spi.AccountPolicy;
import zhicheng.spi.Calendar;
import zhicheng.spi.Calendar.Window;
import zhicheng.spi.CapabilityTest;
import zhicheng.spi.Case;
import zhicheng.spi.Category;
import zhicheng.spi.Channel;
import zhicheng.spi.Clause;
import zhicheng.spi.Contact;
import zhicheng.spi.ContinuingEducation;
import zhicheng.spi.Disposition;
import zhicheng.spi.Edition;
import zhicheng.spi.Entrustment;
import zhicheng.spi.Evidence;
import zhicheng.spi.ExclusionKey;
import zhicheng.spi.Form;
import zhicheng.spi.Integrity;
import zhicheng.spi.Nomination;
import zhicheng.spi.Payment;
import zhicheng.spi.Pledge;
import zhicheng.spi.Posts;
import zhicheng.spi.Provision;
import zhicheng.spi.Publication;
import zhicheng.spi.Question;
import zhicheng.spi.Readings;
import zhicheng.spi.Recognition;
import zhicheng.spi.ReferenceCommittee;
import zhicheng.spi.Reuse;
import zhicheng.spi.Rule;
import zhicheng.spi.Said;
import zhicheng.spi.Scope;
import zhicheng.spi.Scope.Part;
import zhicheng.spi.Series;
import zhicheng.spi.Step;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;
import zhicheng.spi.When;
import zhicheng.spi.YearsOfService;

/** What NW24 says, {@code engineeringEnds} being the last day on which engineers may apply. */
record Nowhere2024(int number, LocalDate engineeringEnds, Readings readings) implements Edition {

    @Override
    public int year() { return 2024; }

    @Override
    public List<String> notices() { return List.of("NW24", "MOHRSS40"); }

    @Override
    public Said<Calendar> calendar() {
        var health = Scope.of(Part.series("HEALTH").notSpecialties("护理").levels(FULL_SENIOR, ASSOCIATE_SENIOR, INTERMEDIATE).notCategories("GRASSROOTS"));
        var plan = readings.of(Nowhere.PLAN).equals("AT_LEAST") ? When.Count.AT_LEAST_BEFORE : When.Count.WITHIN_BEFORE;
        return Said.says(Calendar.of(
                Window.of("engineering.application", clause("3.1"), Step.APPLICATION, Scope.of(Part.series("ENGINEERING")),
                        When.days(of(2024, 5, 1), engineeringEnds, "5月1日0时至6月30日24时", null)),
                Window.of("health.application", clause("3.2"), Step.APPLICATION, health,
                        When.span(of(2024, 7, 1).atTime(8, 0), of(2024, 7, 20).atTime(18, 0), "7月1日8:00至7月20日18:00", null)),
                Window.of("accounting.application", clause("3.3"), Step.APPLICATION, Scope.of(Part.series("ACCOUNTING")),
                        When.elsewhere(Text.of("财政部门", "the finance department"), null, null, "以财政部门通知为准", null)),
                Window.of("accounting.review", clause("3.3"), Step.REVIEW, Scope.of(Part.series("ACCOUNTING")),
                        When.elsewhere(Text.of("财政部门", "the finance department"), null, of(2024, 12, 20), "评审应在12月20日前完成", null)),
                Window.of("intake", clause("3.4"), Step.INTAKE, Scope.all(),
                        When.setByCommittee(of(2024, 7, 1), of(2024, 9, 30), "不得早于7月1日，不得晚于9月30日", null)),
                Window.of("review", clause("3.5"), Step.REVIEW, Scope.of(Part.all().categories("ORDINARY", "GREEN")),
                        When.byDay(of(2024, 11, 30), "11月30日前", Text.of("当日计入", "the day itself counts")))
                        .note(Text.of("未写明是否含当日", "it does not say whether the day itself counts")),
                Window.of("plan", clause("3.5"), Step.PLAN_FILING, Scope.all(),
                        When.counted(5, true, plan, Text.of("评审", "the review"), "评审前5个工作日内", null)),
                Window.of("publication", clause("3.6"), Step.RESULT_PUBLICATION, Scope.all(),
                        When.counted(3, true, When.Count.WITHIN_AFTER, Text.of("评审结束", "the end of the review"), "评审结束后3个工作日内", null)),
                Window.of("new", clause("3.7"), Step.NEW_RECORDS, Scope.all(), When.from(of(2024, 8, 1), "8月1日起", null))));
    }

    @Override
    public Said<List<Contact>> contacts() {
        return Said.says(List.of(
                Contact.link("system", clause("2.4"), Text.of("乌有乡职称系统", "Nowhere's title system"), URI.create("http://zhicheng.example.org/"))));
    }

    @Override
    public Said<List<Channel>> channels() {
        return Said.says(List.of(
                Channel.of("employer", clause("2.1"), Text.of("用人单位", "employer"), Text.of("有用人单位的人员", "whoever has an employer"),
                        List.of(Eligibility2024.HAS_EMPLOYER),
                        List.of(Channel.Node.of(Channel.Kind.EMPLOYER, Text.of("用人单位", "employer")),
                                Channel.Node.of(Channel.Kind.COMMITTEE_OFFICE, Text.of("评委会办公室", "committee office")))),
                Channel.of("talent", clause("2.2"), Text.of("人才服务机构", "talent-service body"), Text.of("具有乌有乡户籍的灵活就业人员", "flexible workers registered in Nowhere"),
                        List.of(Eligibility2024.LOCAL_FLEXIBLE),
                        List.of(Channel.Node.of(Channel.Kind.AGENCY, Text.of("人才服务机构", "talent-service body")),
                                Channel.Node.of(Channel.Kind.COMMITTEE_OFFICE, Text.of("评委会办公室", "committee office"))))));
    }

    @Override
    public Said<List<Category>> categories() {
        var how = Text.of("安排与常规评审相同", "arranged as the ordinary review");
        return Said.says(List.of(
                Category.by("乌人发〔2020〕7号", "GREEN", clause("2.3"), Text.of("绿色通道", "green channel"), how),
                Category.of("GRASSROOTS", clause("2.3"), Text.of("基层认定", "grassroots recognition"), how)));
    }

    @Override
    public Said<List<Form>> forms() {
        return Said.says(List.of(Form.of("summary", clause("annex2"), Text.of("申报汇总表", "summary of applications"), Form.Format.EXCEL, Text.of("用人单位", "the employer"),
                List.of(Form.Field.of("name", Text.of("姓名", "name"), Form.Kind.TEXT, true),
                        Form.Field.of("born", Text.of("出生年月", "date of birth"), Form.Kind.DATE, true).matching("\\d{4}-\\d{2}-\\d{2}"),
                        Form.Field.of("educated", Text.of("是否完成继续教育", "continuing education done"), Form.Kind.YES_NO, true).in(Text.of("继续教育", "continuing education"))),
                List.of(Text.of("出生年月与系统一致", "the date of birth is the system's")))));
    }

    @Override
    public Said<CapabilityTest> capabilityTest() {
        return Said.says(Eligibility2024.TEST);
    }

    @Override
    public Said<ContinuingEducation> continuingEducation() {
        return Said.says(ContinuingEducation.of(clause("4.2"), 60, 30, Text.of("驻村人员", "staff posted to villages"), 2,
                Text.of("“一般”：不足只作提醒", "\"as a rule\": too few only warn")));
    }

    @Override
    public Said<YearsOfService> yearsOfService() {
        return Said.says(YearsOfService.of(clause("4.3"), of(2024, 12, 31), List.of("不合格"), List.of()));
    }

    @Override
    public Said<List<Provision>> transfer() {
        return Said.says(List.of(Provision.of("reuse", clause("4.4"), Provision.Kind.MAY, Text.of("转评人员", "whoever transfers"),
                Text.of("原系列业绩可以使用", "achievements of the former series may be used"))));
    }

    @Override
    public Said<List<Recognition>> recognition() {
        var effect = Text.of("在我乡有效", "count here");
        return Said.says(List.of(
                Recognition.of("hours", clause("4.5"), Recognition.Of.HOURS, List.of("520000"), effect),
                Recognition.of("titles", clause("4.5"), Recognition.Of.TITLES, List.of("520000"), effect)));
    }

    @Override
    public Said<List<Provision>> conditions() {
        return Said.elsewhere(clause("4.6"), Text.of("上级主管部门", "the higher authority"), null);
    }

    @Override
    public Said<List<Provision>> accounts() {
        return Said.says(List.of(Provision.of("register", clause("2.4"), Provision.Kind.MUST, Text.of("申报人", "the applicant"),
                Text.of("实名注册并绑定单位后方可申报", "registers by real name and binds himself to a unit before he applies"))));
    }

    @Override
    public Said<List<Publication>> publications() {
        return Said.says(List.of(Publication.of("recommendation", clause("5.1"), Publication.Of.RECOMMENDATION, 5, true,
                        List.of(Text.of("姓名", "name"), Text.of("业绩", "achievements"))).sentence("情况属实，同意上报"),
                Publication.of("result", clause("3.6"), Publication.Of.RESULT, 0, false, List.of())
                        .stricter(Text.of("公示时长按上级规定", "its length follows the higher rule"))));
    }

    @Override
    public Said<List<Provision>> returns() {
        return Said.says(List.of(Provision.of("returns", clause("5.2"), Provision.Kind.MUST_NOT, Text.of("审核部门", "the auditing department"),
                Text.of("一次性告知并退回，最多2次", "tells everything at once and returns at most twice")).number(2, Provision.Unit.TIMES)));
    }

    @Override
    public Said<Payment> payment() {
        return Said.says(Payment.of(clause("5.3"), Text.of("系统", "the system"), Text.of("逾期不缴视为放弃", "not paid in time is given up")));
    }

    @Override
    public Said<Pledge> pledge() {
        return Said.says(Pledge.of(clause("annex1"), "本人承诺申报乌有乡专业技术职称的材料真实，如有虚假，三年内不再申报。", 3,
                Text.of("三年内不再申报", "no application for three years")));
    }

    @Override
    public Said<List<ExclusionKey>> exclusive() {
        return Said.says(List.of(ExclusionKey.of("one-series", clause("1.4"), ExclusionKey.Per.YEAR, Text.of("每人每年限报一个系列", "one series a person and year"),
                Text.of("撤回后释放", "let go when it is withdrawn"))));
    }

    @Override
    public Said<List<ReferenceCommittee>> committees() {
        return Said.says(List.of(ReferenceCommittee.of("engineering", clause("6"), 1, "乌有乡工程高级评委会", "乌有乡住建局", "11月上旬", "0990-0000001", "ENGINEERING", "高级")));
    }

    @Override
    public Said<List<Provision>> review() {
        return Said.says(List.of(Provision.of("filing", clause("5.4"), Provision.Kind.MUST, Text.of("评委会", "a committee"),
                Text.of("每三年备案一次", "is filed every three years")).number(3, Provision.Unit.YEARS)));
    }

    @Override
    public Said<List<Provision>> provisions() {
        return Said.says(List.of(
                Provision.of("scope", clause("1.1"), Provision.Kind.MAY, Text.of("在乌有乡工作的专业技术人员", "professionals who work in Nowhere"), Text.of("可以申报", "may apply")),
                Provision.of("history", clause("5.5"), Provision.Kind.PROMISE, Text.of("各单位", "units"), Text.of("按期上传历史证书数据", "upload historical certificates in time")),
                Provision.of("silence", clause("end"), Provision.Kind.ELSEWHERE, Text.of("上级规定", "higher rules"), Text.of("未尽事宜按上级规定执行", "what is not mentioned follows them"))));
    }

    @Override
    public Said<List<Series>> series() {
        return Said.says(List.of(Series.of("KITES", clause("4.8"), Text.of("风筝制作", "kite making"),
                List.of(Series.Title.of("", ASSOCIATE_SENIOR, "高级风筝师", true), Series.Title.of("", INTERMEDIATE, "风筝师", true)), of(2024, 4, 1), "NW24-4.8")));
    }

    @Override
    public List<Question> questions() {
        return List.of(Eligibility2024.NIGHT_SHIFT);
    }

    @Override
    public List<Rule> rules() {
        return Eligibility2024.RULES;
    }

    @Override
    public List<Disposition> dispositions() {
        return List.of(
                Disposition.leftToPeople(clause("5.7"), Text.of("宣传由人来做", "publicity is people's work")),
                Disposition.later(clause("5.5"), Text.of("待证书部分完成", "waits for certificates")));
    }

    @Override
    public Said<List<Provision>> responsibilities() {
        return Said.says(List.of(
                Provision.of("applicant", clause("5.6"), Provision.Kind.MUST, Text.of("申报人", "the applicant"), Text.of("谁申报谁负责", "answers for what he submits")),
                Provision.of("recommender", clause("5.6"), Provision.Kind.MUST, Text.of("推荐单位", "the recommending unit"), Text.of("谁推荐谁负责", "answers for whom it recommends"))));
    }

    @Override
    public Said<List<Stop>> chain() {
        var publicity = Stop.Publicity.of(clause("5.1"), Said.says(Stop.Days.working(5)), List.of(Stop.Particular.NAME, Stop.Particular.ACHIEVEMENTS)).sentence("情况属实，同意上报");
        var returns = Said.says(Stop.Returns.of(clause("5.2"), true, Said.says(Stop.Limit.each(2))));
        return Said.says(List.of(
                Stop.of(Channel.Kind.EMPLOYER, clause("2.1"), Text.of("用人单位审核推荐", "the employer audits and recommends"), returns).publishing(publicity),
                Stop.of(Channel.Kind.AGENCY, clause("2.2"), Text.of("人才服务机构推荐", "the talent-service body recommends"), returns).publishing(publicity),
                Stop.of(Channel.Kind.COMMITTEE_OFFICE, clause("3.4"), Text.of("评委会收取材料", "the committee takes in"), returns)));
    }

    @Override
    public Said<AccountPolicy> accountPolicy() {
        return Said.says(AccountPolicy.of(
                Said.says(List.of(AccountPolicy.Maker.of("person", clause("2.4"), AccountPolicy.Of.PERSON, List.of(AccountPolicy.By.ONESELF),
                        Text.of("个人实名注册", "a person registers by real name")))),
                Said.says(List.of(AccountPolicy.Opening.of("applications", clause("2.4"), AccountPolicy.After.BINDING, AccountPolicy.Business.APPLICATIONS,
                        Text.of("实名注册并绑定单位后方可申报", "one applies after registering by real name and binding oneself to a unit")))),
                Said.says(List.of(AccountPolicy.Reach.of("own-people", clause("2.1"), List.of(AccountPolicy.Ground.EMPLOYMENT),
                        Text.of("有用人单位的，由用人单位审核推荐", "whoever has an employer is recommended by it"))))));
    }

    @Override
    public Said<Reuse> reuse() {
        return Said.notSaid(clause("4.4"), Text.of("四（四）只写业绩可以使用，未写转评后如何限制", "NW24-4.4 lets achievements serve, and says nothing of what is used up"));
    }

    @Override
    public Said<List<Evidence>> evidence() {
        return Said.notSaid(Text.of("未提及佐证材料的上传和核验", "uploading evidence and verifying it are not mentioned"));
    }

    @Override
    public Said<List<Nomination>> nominations() {
        return Said.notSaid(Text.of("未提及举荐", "nominations are not mentioned"));
    }

    @Override
    public Said<Posts> posts() {
        return Said.notSaid(Text.of("未提及岗位管理", "posts are not mentioned"));
    }

    @Override
    public Said<Entrustment> entrustment() {
        return Said.notSaid(Text.of("未提及委托评审", "entrusted reviews are not mentioned"));
    }

    @Override
    public Said<Integrity> integrity() {
        return Said.says(Integrity.of(Said.says(List.of(
                Integrity.Ground.of("discipline", clause("1.3"), List.of(Case.SanctionKind.PARTY), Text.of("受党纪处分且影响期未满", "a party sanction in effect"),
                        Said.notSaid(Text.of("期限以处分决定为准", "as long as the decision says")), Said.notSaid(Text.of("未写申报后发现的如何处理", "nothing is said of what is found later"))),
                Integrity.Ground.of("pledge", clause("annex1"), List.of(Case.SanctionKind.FALSE_MATERIAL), Text.of("材料虚假，三年内不再申报", "false material: no application for three years"),
                        Said.says(3), Said.notSaid(Text.of("未写申报后发现的如何处理", "nothing is said of what is found later"))))),
                Said.notSaid(Text.of("未提及信访核查", "complaints are not mentioned"))));
    }

    private static Clause clause(String place) {
        return Clause.of("NW24-" + place);
    }
}
