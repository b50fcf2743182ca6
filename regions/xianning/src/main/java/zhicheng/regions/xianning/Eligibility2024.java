package zhicheng.regions.xianning;

import static zhicheng.spi.Case.SanctionKind.FALSE_MATERIAL;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import zhicheng.spi.Case;
import zhicheng.spi.Case.Sanction;
import zhicheng.spi.Case.Secrecy;
import zhicheng.spi.Clause;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** Who may apply, and what he declares: X24-1, X24-2, X24-5.1, X24-annex2. Who may not: {@link Exclusions2024}. */
final class Eligibility2024 {
    private static final int PLEDGED_YEARS = 3;

    private static final Text PAPER = Text.of("内地专业技术人员；在我市就业的港澳台专业技术人员；持外国人来华工作许可证、外国人永居证、湖北省海外高层次人才居住证的外籍专业技术人员",
            "Mainland professionals; residents of Hong Kong, Macao and Taiwan employed here; foreigners holding a work permit, permanent residence or Hubei's residence card for high-level overseas talent");
    private static final Text EMPLOYER = Text.of("在我市企事业单位、社会团体、个体经济组织等用人单位专业技术岗位上工作，或在我市从事专业技术工作的自由职业者",
            "In a professional post with an enterprise, institution, social organisation, sole trader or other employer of the city, or a freelance professional working in the city");
    private static final Text CONDITIONS = Text.of("符合湖北省职称改革工作领导小组公布的本系列（专业）申报评审条件",
            "Meets the conditions that Hubei's Leading Group for Title Reform publishes for the series (specialty)");
    private static final Text SECRECY = Text.of("涉密材料按有关规定处理或由所在单位脱密处理后方可用于申报；须说明材料是否涉密",
            "Secret material is handled by the rules or declassified by the employer before it is used; say whether any is secret");
    private static final Text PLEDGE = Text.of("签订诚信承诺书（附件2）", "The integrity pledge (annex 2) is signed");
    private static final Text BAR = Text.of("提供虚假申报资料的，三年内停止申报任职资格（诚信承诺书）", "Who hands in false material makes no application for three years (integrity pledge)");

    static final List<Rule> RULES = List.of(
            Rule.binding("scope-paper", Clause.of("X24-1"), PAPER, Eligibility2024::paper),
            Rule.binding("scope-employer", Clause.of("X24-1"), EMPLOYER, Eligibility2024::employer),
            Rule.binding("conditions", Clause.of("X24-2"), CONDITIONS, Eligibility2024::conditions),
            Rule.binding("secrecy", Clause.of("X24-5.1"), SECRECY, Eligibility2024::secrecy),
            Rule.binding("pledge-signed", Clause.of("X24-5.1"), PLEDGE, Eligibility2024::pledge),
            Rule.binding("pledge-bar", Clause.of("X24-annex2"), BAR, Eligibility2024::bar));

    private static Verdict paper(Case one) {
        if (one.residence().isEmpty()) return Verdict.missing(PAPER, "residence");
        var residence = one.residence().get();
        return switch (residence) {
            case MAINLAND, HK_MACAO_TAIWAN, FOREIGN_WORK_PERMIT, FOREIGN_PERMANENT, HUBEI_TALENT_CARD -> Verdict.satisfied(PAPER, residence.label());
            case FOREIGN_OTHER -> Verdict.failed(PAPER, residence.label()).at("residence").remedy(Text.of(
                    "取得外国人来华工作许可证、外国人永居证或湖北省海外高层次人才居住证之一",
                    "Hold one of: a work permit, permanent residence, Hubei's residence card for high-level overseas talent"));
        };
    }

    private static Verdict employer(Case one) {
        if (one.employment().isEmpty()) return Verdict.missing(EMPLOYER, "employment");
        var employment = one.employment().get();
        return switch (employment) {
            case STATE_INSTITUTION_POST, STATE_INSTITUTION_CONTRACT, STATE_ENTERPRISE, PRIVATE_ENTERPRISE, SOCIAL_ORGANISATION, SOLE_TRADER,
                    DISPATCHED, FREELANCE, CENTRAL_UNIT -> Verdict.satisfied(EMPLOYER, employment.label());
            case FLEXIBLE, ON_LEAVE_FOUNDING, RURAL_TALENT, POSTED_AGENCY -> Verdict.open(EMPLOYER, Text.of(
                    "本通知未提及“" + employment.label().zh() + "”", "this notice does not mention: " + employment.label().en()));
            case CIVIL_SERVANT -> Verdict.open(EMPLOYER, Text.of("公务员见X24-1.1", "for civil servants see X24-1.1"));
            case NONE -> Verdict.failed(EMPLOYER, employment.label()).at("employment").remedy(Text.of(
                    "在本市用人单位专业技术岗位工作，或以自由职业者身份申报", "Work in a professional post in the city, or apply as a freelance professional"));
        };
    }

    /** Another region's numbers are never put in here: what the conditions are stands in the province's documents. */
    private static Verdict conditions(Case one) {
        return Verdict.open(CONDITIONS, Text.of("各系列（专业）条件由省公布，本通知未列学历、年限、学时、业绩等数字",
                "the conditions are published by the province; this notice has no numbers for degree, years, hours or achievements"));
    }

    private static Verdict secrecy(Case one) {
        if (one.secrecy().isEmpty()) return Verdict.missing(SECRECY, "secrecy");
        return switch (one.secrecy().get()) {
            case NOT_SECRET -> Verdict.satisfied(SECRECY, Text.of("材料不涉密", "nothing is secret"));
            case DECLASSIFIED -> Verdict.satisfied(SECRECY, Text.of("已由单位脱密处理", "declassified by the employer"));
            case HANDLED_BY_RULE -> Verdict.satisfied(SECRECY, Text.of("已按规定处理", "handled by the rules"));
            case SECRET_UNHANDLED -> Verdict.failed(SECRECY, Text.of("含涉密材料，尚未处理", "secret material, not handled yet")).at("secrecy").remedy(
                    Text.of("按规定处理，或由所在单位脱密处理", "Have it handled by the rules, or declassified by the employer"));
        };
    }

    private static Verdict pledge(Case one) {
        if (one.pledgeSigned().isEmpty()) return Verdict.missing(PLEDGE, "pledgeSigned");
        return one.pledgeSigned().get()
                ? Verdict.satisfied(PLEDGE, Text.of("已签订", "signed"))
                : Verdict.failed(PLEDGE, Text.of("未签订", "not signed")).at("pledgeSigned").remedy(Text.of("签订诚信承诺书", "Sign the integrity pledge"));
    }

    /** Three years from the record on, unless the record itself names its end. What was pledged in another region is not this pledge. */
    private static Verdict bar(Case one) {
        if (one.sanctions().isEmpty()) return Verdict.missing(BAR, "sanctions");
        var barring = one.sanctions().get().stream().filter(found -> found.kind() == FALSE_MATERIAL)
                .filter(found -> new Barred(found).stands(one.day())).toList();
        if (barring.isEmpty()) return Verdict.satisfied(BAR, Text.of("没有三年内提供虚假资料的记录", "no record of false material in the last three years"));
        var until = barring.stream().filter(found -> Provinces.here(found.region())).map(found -> new Barred(found).until()).max(Comparator.naturalOrder());
        return until.map(day -> Verdict.failed(BAR, Text.of("弄虚作假记录，停止申报至" + day + "前", "a record of false material: no application before " + day))
                        .at("sanctions").remedy(Text.of("自" + day + "起可申报", "may apply from " + day + " on")).from(day))
                .orElseGet(() -> Verdict.open(BAR, Text.of("记录在其他地区，不是本承诺书的后果", "the record is another region's, not this pledge's")));
    }

    /** How long a record of false material bars. */
    private record Barred(Sanction found) {
        LocalDate until() {
            return found.until().orElse(found.from().plusYears(PLEDGED_YEARS));
        }

        boolean stands(LocalDate day) {
            return !day.isBefore(found.from()) && day.isBefore(until());
        }
    }

    private Eligibility2024() {}
}
