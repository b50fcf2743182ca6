package zhicheng.regions.xianning;

import java.util.List;
import java.util.stream.Stream;
import zhicheng.spi.AccountPolicy;
import zhicheng.spi.Calendar;
import zhicheng.spi.CapabilityTest;
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
import zhicheng.spi.Series;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;
import zhicheng.spi.YearsOfService;

/** Xianning 2024: where each concern of X24 is to be found. */
final class Edition2024 implements Edition {
    private final Calendar calendar;

    Edition2024(Readings readings) {
        this.calendar = Calendar2024.read(readings);
    }

    @Override public int year() { return 2024; }

    @Override public int number() { return 1; }

    @Override public List<String> notices() { return List.of("X24"); }

    @Override public Said<Calendar> calendar() { return Said.says(calendar); }

    @Override public Said<List<Contact>> contacts() { return Said.says(Provisions2024.CONTACTS); }

    @Override public Said<List<Channel>> channels() { return Said.says(Channels2024.ALL); }

    @Override public Said<List<Category>> categories() {
        return Said.notSaid(Text.of("咸职改办〔2024〕12号未列普通评审以外的评审类别；转评、破格按现行政策（X24-8.2、X24-end）",
                "the notice lists no review category besides the ordinary one; transfer and exceptional promotion follow the rules in force (X24-8.2, X24-end)"));
    }

    @Override public Said<List<Form>> forms() { return Said.says(Forms2024.ALL); }

    @Override public Said<CapabilityTest> capabilityTest() { return Said.says(CapabilityTest2024.TEST); }

    @Override public Said<ContinuingEducation> continuingEducation() {
        return Said.notSaid(Text.of("咸职改办〔2024〕12号未规定每年学时数；条件以省文件为准（X24-2），沿江10省、市学时予以认可（X24-6.3）",
                "the notice states no number of hours a year; the conditions are the province's (X24-2), and hours of the ten Yangtze provinces and cities are recognised (X24-6.3)"));
    }

    @Override public Said<YearsOfService> yearsOfService() {
        return Said.notSaid(Text.of("咸职改办〔2024〕12号未规定任职年限如何计算；以省文件为准（X24-2）", "the notice does not say how years of service are counted; the province's documents do (X24-2)"));
    }

    @Override public Said<List<Provision>> transfer() {
        return Said.notSaid(Text.of("咸职改办〔2024〕12号未规定转评办法，只要求不得变通（X24-8.2）", "the notice has no rules on transfer between series; it only forbids to bend them (X24-8.2)"));
    }

    @Override public Said<List<Recognition>> recognition() { return Said.says(Recognition2024.ALL); }

    @Override public Said<List<Provision>> conditions() {
        return Said.elsewhere(Clause.of("X24-2"), Text.of("湖北省职称改革工作领导小组公布的各职称系列（专业）申报评审条件",
                "Hubei's Leading Group for Title Reform, in the conditions that it publishes for each series (specialty)"), null);
    }

    @Override public Said<List<Provision>> accounts() {
        return Said.notSaid(Text.of("咸职改办〔2024〕12号未规定账号由谁建立", "the notice does not say who creates accounts"));
    }

    @Override public Said<AccountPolicy> accountPolicy() { return Said.says(Accounts2024.POLICY); }

    @Override public Said<Reuse> reuse() {
        return Said.notSaid(Text.of("咸职改办〔2024〕12号未提及转评后业绩的使用", "the notice says nothing of achievements after a transfer"));
    }

    @Override public Said<List<Evidence>> evidence() { return Said.says(Proofs2024.PROOFS); }

    @Override public Said<List<Nomination>> nominations() {
        return Said.notSaid(Text.of("咸职改办〔2024〕12号未提及举荐", "the notice does not mention nominations"));
    }

    @Override public Said<Posts> posts() { return Said.says(Posts2024.POSTS); }

    @Override public Said<Entrustment> entrustment() { return Said.says(Posts2024.ENTRUSTMENT); }

    @Override public Said<Integrity> integrity() { return Said.says(Integrity2024.INTEGRITY); }

    @Override public Said<List<Publication>> publications() { return Said.says(Publications2024.ALL); }

    @Override public Said<List<Provision>> returns() { return Said.says(Publications2024.RETURNS); }

    @Override public Said<Payment> payment() {
        return Said.notSaid(Text.of("咸职改办〔2024〕12号未提及评审费", "the notice does not mention a fee"));
    }

    @Override public Said<Pledge> pledge() { return Said.says(Forms2024.PLEDGE); }

    @Override public Said<List<ExclusionKey>> exclusive() { return Said.says(Exclusions2024.KEYS); }

    @Override public Said<List<ReferenceCommittee>> committees() {
        return Said.notSaid(Text.of("咸职改办〔2024〕12号未列评委会名单", "the notice lists no committees"));
    }

    @Override public Said<List<Provision>> review() { return Said.says(Review2024.ALL); }

    @Override public Said<List<Provision>> provisions() { return Said.says(Provisions2024.ALL); }

    @Override public Said<List<Provision>> responsibilities() { return Said.says(Provisions2024.RESPONSIBILITIES); }

    @Override public Said<List<Stop>> chain() { return Said.says(Chain2024.STOPS); }

    @Override public Said<List<Series>> series() {
        return Said.notSaid(Text.of("咸职改办〔2024〕12号未列国家目录以外的系列", "the notice names no series besides the national catalogue"));
    }

    @Override public List<Question> questions() { return ChannelRules2024.QUESTIONS; }

    @Override public List<Rule> rules() {
        return Stream.of(Eligibility2024.RULES, Exclusions2024.RULES, List.of(CapabilityTest2024.RULE), Recognition2024.RULES).flatMap(List::stream).toList();
    }

    @Override public List<Disposition> dispositions() { return Dispositions2024.ALL; }
}
