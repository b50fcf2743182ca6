package zhicheng.regions.jiayuguan;

import java.util.List;
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

/** Jiayuguan's year 2024, as notice J24 has it: one line per concern, with the file that holds it or the sentence that nothing is said. */
final class Edition2024 implements Edition {
    private final Readings readings;

    Edition2024(Readings readings) {
        this.readings = readings;
    }

    @Override
    public int year() {
        return 2024;
    }

    @Override
    public int number() {
        return 1;
    }

    @Override
    public List<String> notices() {
        return List.of("J24", "MOHRSS40", "MOHRSS56");
    }

    @Override
    public Said<Calendar> calendar() {
        return Said.says(Calendar2024.CALENDAR);
    }

    @Override
    public Said<List<Contact>> contacts() {
        return Said.says(Contacts2024.CONTACTS);
    }

    @Override
    public Said<List<Channel>> channels() {
        return Said.says(Channels2024.CHANNELS);
    }

    @Override
    public Said<List<Category>> categories() {
        return Said.says(Categories2024.CATEGORIES);
    }

    @Override
    public Said<List<Form>> forms() {
        return Said.says(Forms2024.FORMS);
    }

    @Override
    public Said<CapabilityTest> capabilityTest() {
        return CapabilityTest2024.CAPABILITY_TEST;
    }

    @Override
    public Said<ContinuingEducation> continuingEducation() {
        return Said.elsewhere(Clause.of("J24-1a"), Text.of("继续教育的有关规定；本通知只写“按规定完成继续教育任务”，未写学时",
                "the rules on continuing education; this notice only says that it is done as they ask, and gives no hours"), null);
    }

    @Override
    public Said<YearsOfService> yearsOfService() {
        return notSaid("任职年限如何计算", "how years of service are counted");
    }

    @Override
    public Said<List<Provision>> transfer() {
        return notSaid("转评", "transfer between series");
    }

    @Override
    public Said<List<Recognition>> recognition() {
        return notSaid("外地学时、职称的认可", "hours and titles from elsewhere");
    }

    @Override
    public Said<List<Provision>> conditions() {
        return Said.says(Provisions2024.CONDITIONS);
    }

    @Override
    public Said<List<Provision>> accounts() {
        return Said.says(Provisions2024.ACCOUNTS);
    }

    @Override
    public Said<AccountPolicy> accountPolicy() {
        return Said.says(Accounts2024.POLICY);
    }

    @Override
    public Said<List<Publication>> publications() {
        return Said.says(Publications2024.PUBLICATIONS);
    }

    @Override
    public Said<List<Provision>> returns() {
        return Said.says(Provisions2024.returns(readings));
    }

    @Override
    public Said<Payment> payment() {
        return notSaid("评审费用", "a review fee");
    }

    @Override
    public Said<Pledge> pledge() {
        return Said.notSaid(Clause.of("J24-4.1"), Text.of("四（一）要求申报人诚信填报，但未给出承诺书文本。", "J24-4.1 asks the applicant to fill in honestly but gives no text of a pledge."));
    }

    @Override
    public Said<List<ExclusionKey>> exclusive() {
        return notSaid("同一年度可申报几次、几个系列", "how many applications or series a person may have in a year");
    }

    @Override
    public Said<List<ReferenceCommittee>> committees() {
        return Said.says(Committees2024.COMMITTEES);
    }

    @Override
    public Said<List<Provision>> review() {
        return Said.says(Review2024.REVIEW);
    }

    @Override
    public Said<List<Provision>> provisions() {
        return Said.says(Provisions2024.DUTIES);
    }

    @Override
    public Said<List<Provision>> responsibilities() {
        return Said.says(Provisions2024.RESPONSIBILITIES);
    }

    @Override
    public Said<List<Stop>> chain() {
        return Said.says(Chain2024.chain(readings));
    }

    @Override
    public Said<Reuse> reuse() {
        return notSaid("转评后业绩的使用", "achievements after a transfer");
    }

    @Override
    public Said<List<Evidence>> evidence() {
        return Said.says(Proofs2024.PROOFS);
    }

    @Override
    public Said<List<Nomination>> nominations() {
        return notSaid("举荐", "nominations");
    }

    @Override
    public Said<Posts> posts() {
        return Said.says(Posts2024.POSTS);
    }

    @Override
    public Said<Entrustment> entrustment() {
        return Said.says(Posts2024.ENTRUSTMENT);
    }

    @Override
    public Said<Integrity> integrity() {
        return Said.says(Integrity2024.INTEGRITY);
    }

    @Override
    public Said<List<Series>> series() {
        return Said.says(Series2024.SERIES);
    }

    @Override
    public List<Question> questions() {
        return Questions2024.QUESTIONS;
    }

    @Override
    public List<Rule> rules() {
        return Eligibility2024.RULES;
    }

    @Override
    public List<Disposition> dispositions() {
        return Dispositions2024.DISPOSITIONS;
    }

    private static <T> Said<T> notSaid(String zh, String en) {
        return Said.notSaid(Text.of("嘉人社发〔2024〕205号未提及" + zh + "；未尽事宜按国家和省有关规定执行（四（三））。",
                "Notice J24 says nothing of " + en + "; what it does not mention follows national and provincial rules (J24-4.3)."));
    }
}
