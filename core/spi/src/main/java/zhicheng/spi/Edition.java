package zhicheng.spi;

import java.util.List;

/**
 * What holds in a region for one year: a method per concern, every fact with its clause. A changed fact or rule is a new edition,
 * and the old one stays, for a dossier is judged for ever by the edition that it is pinned to.
 * A concern added to the contract later has a default, {@link Said#notSaidSince}.
 */
public interface Edition {
    /** The year of the review (申报年度). */
    int year();

    /** 1, 2, …: the newest of a year is used for new dossiers. */
    int number();

    /** Prefixes of the notices that it rests on, own ones first. */
    List<String> notices();

    /** Whom the notice covers, in its own words, and every window and date. */
    Said<Calendar> calendar();

    /** The online system that the notice names and other addresses and telephone numbers. */
    Said<List<Contact>> contacts();

    /** Through whom an application goes (申报渠道). */
    Said<List<Channel>> channels();

    /** The kinds of review besides the ordinary one (评审类别). */
    Said<List<Category>> categories();

    /** The forms that the notice asks for (附件表格). */
    Said<List<Form>> forms();

    /** The test that precedes a review (水平能力测试). */
    Said<CapabilityTest> capabilityTest();

    /** Hours a year (继续教育学时). */
    Said<ContinuingEducation> continuingEducation();

    /** How years of service are counted (任职年限). */
    Said<YearsOfService> yearsOfService();

    /** Transfer between series (转评). */
    Said<List<Provision>> transfer();

    /** Hours, titles and postings from elsewhere that count here (互认). */
    Said<List<Recognition>> recognition();

    /** Conditions per series (评审条件): who publishes them. */
    Said<List<Provision>> conditions();

    /** Who creates accounts, and what each state unlocks. */
    Said<List<Provision>> accounts();

    /** Publication by the employer and of results (公示). */
    Said<List<Publication>> publications();

    /** How often and how material is returned (退回). */
    Said<List<Provision>> returns();

    /** The review fee and what follows when it is not paid (缴费). */
    Said<Payment> payment();

    /** The applicant's pledge (诚信承诺书). */
    Said<Pledge> pledge();

    /** What one application excludes in the same year. */
    Said<List<ExclusionKey>> exclusive();

    /** The committees that the notice lists (评委会). */
    Said<List<ReferenceCommittee>> committees();

    /** What the notice says of committees, their filing, plans and meetings. */
    Said<List<Provision>> review();

    /** Everything else that the notice rules: duties, supervision, certificates, promises, closing sentences. */
    Said<List<Provision>> provisions();

    /** Local series and specialties on top of the national catalogue. */
    Said<List<Series>> series();

    /** What only this edition asks of an applicant. */
    List<Question> questions();

    /** Who may apply and on what conditions; a channel's own rules stand with it. */
    List<Rule> rules();

    /** Clauses that no software decides, or that wait for a later part of it, each with its sentence. */
    List<Disposition> dispositions();

    /** Who answers for what, and who for a step not done in time (X24-6.6, X24-8.3, B24-5.3). Since 1.1. */
    default Said<List<Provision>> responsibilities() {
        return Said.notSaidSince("1.1");
    }

    /** Who does what on a dossier's way to its committee, and by which limits (审核推荐流程). Stated, and not hashed: see {@link FactSheet#hash}. Since 1.2. */
    default Said<List<Stop>> chain() {
        return Said.notSaidSince("1.2");
    }

    /** Who makes accounts, what each step opens, and for whom a unit may act; no dossier is judged by it, so it is not in the hash. Since 1.2. */
    default Said<AccountPolicy> accountPolicy() {
        return Said.notSaidSince("1.2");
    }

    /** For what somebody is noted in the register of integrity, and how a complaint is looked into (诚信、信访); no dossier is judged by it, so it is not in the hash. Since 1.3. */
    default Said<Integrity> integrity() {
        return Said.notSaidSince("1.3");
    }

    /** How many of its own people a unit may nominate in a year (举荐名额); its rules stand with the others, so this is not in the hash. Since 1.3. */
    default Said<List<Nomination>> nominations() {
        return Said.notSaidSince("1.3");
    }

    /** What of an applicant's achievements no longer serves after a transfer between series (转评); what was handed in before it was stated is judged by it too, so it is not in the hash. Since 1.3. */
    default Said<Reuse> reuse() {
        return Said.notSaidSince("1.3");
    }

    /** The posts that public institutions manage, and whether they recommend within them (岗位管理); no rule judges by it, so it is not in the hash. Since 1.3. */
    default Said<Posts> posts() {
        return Said.notSaidSince("1.3");
    }

    /** Reviews that are entrusted to a committee by letter (委托评审); its channel's rules stand with the others, so this is not in the hash. Since 1.3. */
    default Said<Entrustment> entrustment() {
        return Said.notSaidSince("1.3");
    }

    /** What has to be proved, and what a platform's word spares (佐证材料、核验); its lack can refuse, so it is in the hash. Since 1.3. */
    default Said<List<Evidence>> evidence() {
        return Said.notSaidSince("1.3");
    }
}
