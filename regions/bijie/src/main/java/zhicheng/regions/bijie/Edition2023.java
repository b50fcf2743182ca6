package zhicheng.regions.bijie;

import java.util.List;
import zhicheng.spi.*;

/** Bijie 2023, first edition: the notice of 2023-04-27 (B23), which has no number. */
final class Edition2023 implements Edition {
    private static final Text SILENT = Text.of("毕节市2023年职称工作通知未提及；结合历年及上级规定执行", "Bijie's notice of 2023 does not mention it; earlier and higher rules go on");

    @Override
    public int year() { return 2023; }

    @Override
    public int number() { return 1; }

    @Override
    public List<String> notices() { return List.of("B23"); }

    @Override
    public Said<Calendar> calendar() { return Said.says(Calendar2023.CALENDAR); }

    @Override
    public Said<List<Contact>> contacts() { return Said.says(Contacts2023.CONTACTS); }

    @Override
    public Said<List<Channel>> channels() { return Said.says(Channels2023.CHANNELS); }

    @Override
    public Said<List<Category>> categories() { return Said.says(Categories2023.CATEGORIES); }

    @Override
    public Said<List<Form>> forms() { return Said.says(Forms2023.FORMS); }

    @Override
    public Said<CapabilityTest> capabilityTest() { return CapabilityTest2023.CAPABILITY_TEST; }

    @Override
    public Said<ContinuingEducation> continuingEducation() { return Said.says(Eligibility2023.CONTINUING_EDUCATION); }

    @Override
    public Said<YearsOfService> yearsOfService() { return Said.says(Eligibility2023.YEARS_OF_SERVICE); }

    @Override
    public Said<List<Provision>> transfer() { return Said.notSaid(SILENT); }

    @Override
    public Said<List<Recognition>> recognition() { return Said.says(Recognition2023.RECOGNITION); }

    @Override
    public Said<List<Provision>> conditions() { return Said.says(Provisions2023.CONDITIONS); }

    @Override
    public Said<List<Provision>> accounts() { return Said.notSaid(SILENT); }

    @Override
    public Said<AccountPolicy> accountPolicy() { return Said.notSaid(SILENT); }

    @Override
    public Said<List<Publication>> publications() { return Said.notSaid(SILENT); }

    @Override
    public Said<List<Provision>> returns() { return Said.notSaid(SILENT); }

    @Override
    public Said<Payment> payment() { return Said.notSaid(SILENT); }

    @Override
    public Said<Pledge> pledge() { return Said.notSaid(SILENT); }

    @Override
    public Said<List<ExclusionKey>> exclusive() { return Said.says(OneSeries.exclusive(Clause.of("B23-5.4"))); }

    @Override
    public Said<List<ReferenceCommittee>> committees() { return Said.notSaid(SILENT); }

    @Override
    public Said<List<Provision>> review() { return Said.says(Review2023.REVIEW); }

    @Override
    public Said<List<Provision>> provisions() { return Said.says(Provisions2023.OTHERS); }

    @Override
    public Said<List<Provision>> responsibilities() { return Said.says(Provisions2023.RESPONSIBILITIES); }

    @Override
    public Said<List<Stop>> chain() { return Said.says(Chains.OF_2023); }

    @Override
    public Said<Reuse> reuse() { return Said.notSaid(SILENT); }

    @Override
    public Said<List<Evidence>> evidence() { return Said.says(Proofs.OF_2023); }

    @Override
    public Said<List<Nomination>> nominations() { return Said.says(List.of(Nomination2023.QUOTA)); }

    @Override
    public Said<Posts> posts() { return Said.says(PostNumbers.OF_2023); }

    @Override
    public Said<Entrustment> entrustment() { return Said.notSaid(SILENT); }

    @Override
    public Said<Integrity> integrity() { return Said.says(Honesty.INTEGRITY); }

    @Override
    public Said<List<Series>> series() { return Said.notSaid(SILENT); }

    @Override
    public List<Question> questions() { return Eligibility2023.QUESTIONS; }

    @Override
    public List<Rule> rules() { return Eligibility2023.RULES; }

    @Override
    public List<Disposition> dispositions() { return Dispositions2023.DISPOSITIONS; }
}
