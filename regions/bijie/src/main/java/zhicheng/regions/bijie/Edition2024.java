package zhicheng.regions.bijie;

import java.util.List;
import zhicheng.spi.*;

/** Bijie 2024, first edition: 毕人社通〔2024〕42号 (B24). */
final class Edition2024 implements Edition {
    private static final Text SILENT = Text.of("毕人社通〔2024〕42号未提及；结合历年及上级规定执行", "毕人社通〔2024〕42号 does not mention it; earlier and higher rules go on");

    @Override
    public int year() { return 2024; }

    @Override
    public int number() { return 1; }

    /** B23 for what reaches into later years: the bar of B23-3.3. */
    @Override
    public List<String> notices() { return List.of("B24", "B23"); }

    @Override
    public Said<Calendar> calendar() { return Said.says(Calendar2024.CALENDAR); }

    @Override
    public Said<List<Contact>> contacts() { return Said.says(Contacts2024.CONTACTS); }

    @Override
    public Said<List<Channel>> channels() { return Said.says(Channels2024.CHANNELS); }

    @Override
    public Said<List<Category>> categories() { return Said.says(Categories2024.CATEGORIES); }

    @Override
    public Said<List<Form>> forms() { return Said.says(Forms2024.FORMS); }

    @Override
    public Said<CapabilityTest> capabilityTest() { return CapabilityTest2024.CAPABILITY_TEST; }

    @Override
    public Said<ContinuingEducation> continuingEducation() { return Said.says(Eligibility2024.CONTINUING_EDUCATION); }

    @Override
    public Said<YearsOfService> yearsOfService() { return Said.says(Eligibility2024.YEARS_OF_SERVICE); }

    @Override
    public Said<List<Provision>> transfer() { return Said.says(Provisions2024.TRANSFER); }

    @Override
    public Said<List<Recognition>> recognition() { return Said.notSaid(SILENT); }

    @Override
    public Said<List<Provision>> conditions() { return Said.says(Provisions2024.CONDITIONS); }

    @Override
    public Said<List<Provision>> accounts() { return Said.says(Provisions2024.ACCOUNTS); }

    @Override
    public Said<AccountPolicy> accountPolicy() { return Said.says(Accounts2024.POLICY); }

    @Override
    public Said<List<Publication>> publications() { return Said.says(Publications2024.PUBLICATIONS); }

    @Override
    public Said<List<Provision>> returns() { return Said.notSaid(SILENT); }

    @Override
    public Said<Payment> payment() { return Said.says(Provisions2024.PAYMENT); }

    @Override
    public Said<Pledge> pledge() { return Said.notSaid(SILENT); }

    @Override
    public Said<List<ExclusionKey>> exclusive() { return Said.says(OneSeries.exclusive(Clause.of("B24-5.3"))); }

    @Override
    public Said<List<ReferenceCommittee>> committees() { return Said.notSaid(SILENT); }

    @Override
    public Said<List<Provision>> review() { return Said.says(Review2024.REVIEW); }

    @Override
    public Said<List<Provision>> provisions() { return Said.says(Provisions2024.OTHERS); }

    @Override
    public Said<List<Provision>> responsibilities() { return Said.says(Provisions2024.RESPONSIBILITIES); }

    @Override
    public Said<List<Stop>> chain() { return Said.says(Chains.OF_2024); }

    @Override
    public Said<Reuse> reuse() { return Said.says(Provisions2024.REUSE); }

    @Override
    public Said<List<Evidence>> evidence() { return Said.says(Proofs.OF_2024); }

    @Override
    public Said<List<Nomination>> nominations() {
        return Said.elsewhere(Clause.of("B24-5.2"), Text.of("黔人社通〔2023〕37号（毕节市2023年通知B23-2.3写明名额，2024年通知未再写明）",
                "黔人社通〔2023〕37号 (Bijie's notice of 2023, B23-2.3, gives the numbers; that of 2024 does not give them again)"), null);
    }

    @Override
    public Said<Posts> posts() { return Said.says(PostNumbers.OF_2024); }

    @Override
    public Said<Entrustment> entrustment() { return Said.notSaid(SILENT); }

    @Override
    public Said<Integrity> integrity() { return Said.says(Honesty.INTEGRITY); }

    @Override
    public Said<List<Series>> series() { return Said.says(Series2024.SERIES); }

    @Override
    public List<Question> questions() { return Eligibility2024.QUESTIONS; }

    @Override
    public List<Rule> rules() { return Eligibility2024.RULES; }

    @Override
    public List<Disposition> dispositions() { return Dispositions2024.DISPOSITIONS; }
}
