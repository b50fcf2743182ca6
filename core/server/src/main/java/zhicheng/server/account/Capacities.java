package zhicheng.server.account;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import zhicheng.server.eligibility.Finding;
import zhicheng.spi.Text;

/** In which capacities somebody acts for a unit through which people apply, and for a body that audits or decides, by its kind. */
public final class Capacities {
    /** What people work for, by kind. */
    public static final Set<String> EMPLOYERS = Set.of("STATE_INSTITUTION", "STATE_ENTERPRISE", "PRIVATE_ENTERPRISE", "SOCIAL_ORGANISATION", "SOLE_TRADER");

    /** They are told how many dossiers there are, few being withheld ({@code dossierStatistics}). */
    public static final Set<Role> TOTALLING = Set.of(Role.SUPERVISOR, Role.HRSS_PROVINCE);
    /** They see, of every submission or payment, that it was made: with totals beside them they could subtract what is withheld. */
    public static final Set<Role> COUNTING = Set.of(Role.AUDITOR, Role.FINANCE);

    /** They see dossiers one by one, other than a whole region's, in which nothing is withheld that they do not see: as {@code Visible} has it. */
    public static final Set<Role> SEEING = Set.of(Role.EMPLOYER_CLERK, Role.EMPLOYER_APPROVER, Role.AGENCY, Role.SUPERIOR_DEPT, Role.RELAY, Role.HRSS_COUNTY, Role.HRSS_PROVINCE, Role.COMMITTEE_ORGANISER, Role.COMMITTEE_OFFICE);

    /** They are shown the roots of the whole trail. */
    private static final Set<Role> ROOTS = Set.of(Role.SYS_ADMIN);
    /** They are shown what of it is not about themselves: with the roots beside it they could subtract. */
    private static final Set<Role> TRAIL = Set.of(Role.AUDITOR);
    private static final Set<Role> LEVELS = Set.of(Role.HRSS_COUNTY, Role.HRSS_CITY, Role.HRSS_PROVINCE);

    private static final Text SOMEBODY_ELSE = Text.of("由他人担任", "have somebody else act");

    private Capacities() {}

    /** Those of a unit's first account: the notice speaks of the unit's account and not of two, so it prepares and decides; an agency acts as employer for the people entrusted to it. None: no such unit. */
    static List<Role> of(String kind) {
        if (kind.equals("AGENCY")) return List.of(Role.AGENCY, Role.EMPLOYER_CLERK);
        return EMPLOYERS.contains(kind) ? List.of(Role.EMPLOYER_CLERK, Role.EMPLOYER_APPROVER) : List.of();
    }

    /** Those in which accounts of a body act, which the administrator names; none: no body. */
    static Set<Role> ofBody(String kind) {
        return switch (kind) {
            case "HRSS" -> EnumSet.of(Role.HRSS_COUNTY, Role.HRSS_CITY, Role.HRSS_PROVINCE, Role.RELAY, Role.COMMITTEE_ORGANISER, Role.SUPERVISOR, Role.FINANCE, Role.TEST_AUTHORITY, Role.CE_PLATFORM, Role.AUDITOR);
            case "SUPERIOR_DEPT" -> EnumSet.of(Role.SUPERIOR_DEPT, Role.RELAY, Role.COMMITTEE_ORGANISER, Role.SUPERVISOR, Role.FINANCE);
            case "COMMITTEE_OFFICE" -> EnumSet.of(Role.COMMITTEE_OFFICE, Role.SUPERVISOR);
            default -> EnumSet.noneOf(Role.class);
        };
    }

    /** What a unit is, for people. */
    static Text label(String kind) {
        return switch (kind) {
            case "STATE_INSTITUTION" -> Text.of("事业单位", "public institution");
            case "STATE_ENTERPRISE" -> Text.of("国有企业", "state-owned enterprise");
            case "PRIVATE_ENTERPRISE" -> Text.of("非公有制企业", "private enterprise");
            case "SOCIAL_ORGANISATION" -> Text.of("社会组织", "social organisation");
            case "SOLE_TRADER" -> Text.of("个体经济组织", "sole trader");
            case "AGENCY" -> Text.of("人事代理、人才服务机构", "agency or talent body");
            case "SUPERIOR_DEPT" -> Text.of("主管部门", "department");
            case "HRSS" -> Text.of("人社部门", "bureau");
            case "COMMITTEE_OFFICE" -> Text.of("评委会办事机构", "committee's office");
            default -> throw new IllegalArgumentException("no organisation is a " + kind);
        };
    }

    /** Why these are not what a body of this kind acts in; empty where they are. */
    static Optional<Finding> wrong(String kind, List<Role> capacities) {
        var of = ofBody(kind);
        if (of.isEmpty()) return Optional.of(Finding.refusal("input", null, Text.of("人社部门、主管部门或评委会办事机构", "a bureau, a department or a committee's office"), label(kind), "input.kind"));
        var both = both(capacities, capacities, "input.capacities");
        if (both.isPresent()) return both;
        return !capacities.isEmpty() && of.containsAll(capacities) ? Optional.empty()
                : Optional.of(Finding.refusal("account.capacity", null, Text.of("此类机构的职责：" + Role.labels(of).zh(), "capacities of such a body: " + Role.labels(of).en()), Role.labels(capacities), "input.capacities"));
    }

    /**
     * Why a bureau of this area does not act in these: it is a county's, a city's or a province's by its code (GB/T 2260), of which a zone without a code of its own, which is a county's, has its city's. Empty where
     * it does.
     *
     * @param areaCode six digits, or nothing is said
     */
    static Optional<Finding> wrongLevel(String areaCode, List<Role> capacities) {
        if (CreateUnit.wrongArea(areaCode).isPresent()) return Optional.empty();
        var own = areaCode.endsWith("0000") ? List.of(Role.HRSS_PROVINCE) : areaCode.endsWith("00") ? List.of(Role.HRSS_CITY, Role.HRSS_COUNTY) : List.of(Role.HRSS_COUNTY);
        var others = capacities.stream().filter(one -> LEVELS.contains(one) && !own.contains(one)).toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(Finding.refusal("account.capacity", null, Text.of("与行政区划代码 " + areaCode + " 相符的层级：" + Role.labels(own).zh(), "the level of the area " + areaCode + ": " + Role.labels(own).en()), Role.labels(others), "input.capacities")
                .remedy(Text.of("改用该层级的职责，或为相应层级的机构建立账号", "name the capacity of that level, or make the account for a body of the other one"), null));
    }

    /**
     * Why nobody acts in these in one account and in those in another; empty where somebody may. What an account is told it is told with regard to what it sees itself (V024), and not to what another one does.
     *
     * @param path where the first stand
     */
    static Optional<Finding> beside(Collection<Role> capacities, Collection<Role> others, String path) {
        if (!meet(capacities, TOTALLING, others, SEEING)) return Optional.empty();
        return Optional.of(Finding.refusal("account.capacity", null, Text.of("以一个账号看汇总数者，不以另一账号逐件查看申报材料：" + Role.labels(TOTALLING).zh() + "；" + Role.labels(SEEING).zh(),
                        "who is told totals in one account sees no dossiers one by one in another: " + Role.labels(TOTALLING).en() + "; " + Role.labels(SEEING).en()),
                Text.of(Role.labels(capacities).zh() + "；此人另有账号与之不能兼任", Role.labels(capacities).en() + ", and another account of this person stands against it"), path)
                .remedy(SOMEBODY_ELSE, null));
    }

    /** Whether one of the asked is of the one kind and one of the others of the other, or the other way round. */
    private static boolean meet(Collection<Role> asked, Set<Role> one, Collection<Role> others, Set<Role> other) {
        return !Collections.disjoint(asked, one) && !Collections.disjoint(others, other) || !Collections.disjoint(asked, other) && !Collections.disjoint(others, one);
    }

    /**
     * Why nobody is given the asked ones of all of these, be it in several accounts; empty where somebody may, also beside two of the rest that nobody would be given together today.
     *
     * @param asked those that are told: what he has elsewhere is not shown
     * @param path where they stand
     */
    static Optional<Finding> both(Collection<Role> capacities, Collection<Role> asked, String path) {
        if (meet(asked, TOTALLING, capacities, COUNTING))
            return Optional.of(Finding.refusal("account.capacity", null, Text.of("可看汇总数的职责与可逐件计数的职责不由同一人担任：" + Role.labels(TOTALLING).zh() + "；" + Role.labels(COUNTING).zh(),
                    "who is told totals and who can count one by one are two people: " + Role.labels(TOTALLING).en() + "; " + Role.labels(COUNTING).en()), Role.labels(asked), path).remedy(SOMEBODY_ELSE, null));
        return !meet(asked, ROOTS, capacities, TRAIL) ? Optional.empty()
                : Optional.of(Finding.refusal("account.capacity", null, Text.of("留痕根计及全部留痕，可看留痕根者不兼任审计人员", "roots count the whole trail: who is shown them is no auditor"), Role.labels(asked), path).remedy(SOMEBODY_ELSE, null));
    }
}
