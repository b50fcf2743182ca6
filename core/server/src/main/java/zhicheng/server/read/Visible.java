package zhicheng.server.read;

import static zhicheng.server.account.Role.AUDITOR;
import static zhicheng.server.account.Role.COMMITTEE_OFFICE;
import static zhicheng.server.account.Role.COMMITTEE_ORGANISER;
import static zhicheng.server.account.Role.EMPLOYERS;
import static zhicheng.server.account.Role.FINANCE;
import static zhicheng.server.account.Role.HRSS_CITY;
import static zhicheng.server.account.Role.HRSS_COUNTY;
import static zhicheng.server.account.Role.HRSS_PROVINCE;
import static zhicheng.server.account.Role.RELAY;
import static zhicheng.server.account.Role.SUPERIOR_DEPT;
import static zhicheng.server.account.Role.SUPERVISOR;
import static zhicheng.server.account.Role.SYS_ADMIN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhicheng.server.account.Role;

/**
 * Who sees which rows: an applicant what is his, an employer what its people have handed in, a city's bureau what was handed in in its region,
 * a department or relay above the employer and
 * a committee what has reached it, a bureau's finance what is paid in its region and not for what, an auditor what was done (but {@link #wholeChain}) and nothing of what it was done to, the public what anybody may know. A draft is
 * its applicant's alone; what he changes of a dossier that was returned is in no table that is read here, until it is handed in again. Roles add up.
 *
 * <p>What is somebody's own he sees in an account by which he applies, and in no other ({@link Given.Policy#applies}); what is about himself and not for him he does not see whatever his roles.
 */
final class Visible {
    static final Set<Role> BUREAUS = Set.of(HRSS_CITY);
    static final Set<Role> OFFICES = Set.of(COMMITTEE_OFFICE);
    static final Set<Role> FOUNDERS = Set.of(COMMITTEE_ORGANISER);
    static final Set<Role> ABOVE = Set.of(SUPERIOR_DEPT, RELAY, HRSS_COUNTY, HRSS_PROVINCE);
    static final Set<Role> INQUIRERS = Set.of(SUPERIOR_DEPT, HRSS_COUNTY, HRSS_PROVINCE, COMMITTEE_ORGANISER, COMMITTEE_OFFICE, SUPERVISOR);
    static final Set<Role> BOOKKEEPERS = Set.of(FINANCE);
    /** The ways in which somebody acts for a unit: in each it sees other rows. */
    static final List<Set<Role>> UNITS = List.of(EMPLOYERS, BUREAUS, OFFICES, FOUNDERS, ABOVE, INQUIRERS, BOOKKEEPERS);

    private static final Set<Role> ANY_UNIT = Stream.of(EMPLOYERS, BUREAUS, OFFICES, FOUNDERS, ABOVE).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    private static final Set<Role> AUDITORS = Set.of(AUDITOR);
    private static final Set<Role> ADMINISTRATORS = Set.of(SYS_ADMIN);
    /** Who sees rows by more than himself and his people. */
    private static final Set<Role> MANY = Stream.of(BUREAUS, OFFICES, FOUNDERS, ABOVE, INQUIRERS, BOOKKEEPERS, AUDITORS).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    /** Who sees certificates by what no index has in their order: by their holder's employer, a whole region. */
    static final Set<Role> MANY_CERTIFICATES = Stream.of(EMPLOYERS, BUREAUS).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private Visible() {}

    static Sql toEveryone(Given.Policy policy, String alias) {
        return Sql.ALL;
    }

    static Sql account(Given.Policy policy, String a) {
        return new Ways(policy).own(policy.account(), Given.ACCOUNT, a + ".id").any();
    }

    /** His own, in the account by which he applies and in no other that stands in his name: it is how he says which of these there are to be. */
    static Sql accountConsent(Given.Policy policy, String c) {
        return new Ways(policy).own(policy.applies(), Given.PERSON, c + ".person").any();
    }

    /** Whoever reviews above the unit sees on which ground it acts for the applicant of a dossier that has come to him, and of no other. */
    static Sql binding(Given.Policy policy, String b) {
        return new Ways(policy)
                .own(policy.applies(), Given.PERSON, b + ".person")
                .unit(EMPLOYERS, unit -> Sql.of(b + ".organisation = {}", unit))
                .unit(BUREAUS, unit -> inRegionOf(b, unit))
                .unit(ABOVE, unit -> Sql.of("exists (select 1 from dossier bd where bd.applicant = " + b + ".person and bd.employer = " + b + ".organisation and {})", reached("bd", unit)))
                .any();
    }

    static Sql dossier(Given.Policy policy, String d) {
        var seen = new Ways(policy)
                .own(policy.applies(), Given.PERSON, d + ".applicant")
                .unit(EMPLOYERS, unit -> handedIn(d, Sql.of(d + ".employer = {}", unit)))
                .unit(BUREAUS, unit -> handedIn(d, inRegionOf(d, unit)))
                .unit(OFFICES, unit -> reachedCommittee(d, ofCommittee(d, "office", unit)))
                .unit(FOUNDERS, unit -> reachedCommittee(d, ofCommittee(d, "founder", unit)))
                .unit(ABOVE, unit -> reached(d, unit))
                .any();
        if (!policy.organisation() || !policy.isAny(ABOVE) || policy.isAny(BUREAUS)) return seen;
        // who sees few among many, and no whole region: PostgreSQL comes by them from where they stand, and not past all others
        return Sql.and(seen, Sql.of(d + ".id in ({})", Sql.join(" union all ", places(Nouns.DOSSIER, policy).stream().map(Place::ids).toList())));
    }

    /**
     * A publication is everybody's for its period (J24-3.3, X24-5.2a), unless it was ended before that, and until it is ended of the unit that recommends jointly and signs it
     * (X24-3.1.2); otherwise it is of those who see the dossier. Which time it is says the transaction (V031).
     */
    static Sql publication(Given.Policy policy, String p) {
        return new Ways(policy)
                .everything(Sql.of("(" + p + ".ended_at is null and " + p + ".until > (select viewer_time()))"))
                .unit(EMPLOYERS, unit -> Sql.of("(" + p + ".ended_at is null and " + p + ".joint_with = {})", unit))
                .everything(carried(policy, p))
                .any();
    }

    /** Whoever sees a dossier sees what is objected, but not whom it is about; and who objected sees that, and how it was concluded, and nothing of the dossier by it. */
    static Sql objection(Given.Policy policy, String o) {
        var dossier = dossier(policy, "od");
        var other = policy.person() ? Sql.of("od.applicant <> {}", Sql.value(Given.PERSON)) : Sql.ALL;
        return new Ways(policy)
                .own(policy.account(), Given.ACCOUNT, o + ".by_account")
                .everything(dossier.equals(Sql.NONE) ? Sql.NONE : Sql.of("exists (select 1 from dossier od where od.id = " + o + ".dossier and {})", Sql.and(dossier, other)))
                .any();
    }

    /** Whoever sees a dossier sees what it carries. */
    static Sql carried(Given.Policy policy, String c) {
        var dossier = dossier(policy, "cd");
        return dossier.equals(Sql.NONE) ? Sql.NONE : Sql.of("exists (select 1 from dossier cd where cd.id = " + c + ".dossier and {})", dossier);
    }

    /** Of what a dossier carries: whoever sees it otherwise than by being whom it is about, whatever his roles. */
    static Sql notHimself(Given.Policy policy, String c) {
        if (!policy.organisation() || !policy.isAny(ANY_UNIT)) return Sql.NONE;
        return policy.person() ? Sql.of("exists (select 1 from dossier hd where hd.id = " + c + ".dossier and hd.applicant <> {})", Sql.value(Given.PERSON)) : Sql.ALL;
    }

    /** With the dossier; and in a bureau's region by its finance (B24-5.5), who sees nothing of the dossier. */
    static Sql payment(Given.Policy policy, String p) {
        return new Ways(policy)
                .unit(BOOKKEEPERS, unit -> Sql.of(p + ".region = (select vo.region from organisation vo where vo.id = {} and vo.kind = 'HRSS')", unit))
                .everything(carried(policy, p))
                .any();
    }

    /** Why a submission was refused is between the applicant and his draft. */
    static Sql finding(Given.Policy policy, String f) {
        return new Ways(policy).person(person -> Sql.of("exists (select 1 from dossier fd where fd.id = " + f + ".dossier and fd.applicant = {})", person)).any();
    }

    /** An applicant sees what was done to his own dossiers, but not by which expert, nor who objected, unless it was himself; an auditor everything else. */
    static Sql trail(Given.Policy policy, String t) {
        var whole = wholeChain(policy, t);
        if (whole.equals(Sql.ALL)) return Sql.ALL;
        var himself = policy.account() ? Sql.of(" or " + t + ".actor = {}", Sql.value(Given.ACCOUNT)) : Sql.of("");
        return new Ways(policy)
                .everything(whole)
                .person(person -> Sql.of("((" + t + ".by_expert = false and " + t + ".act <> 'OBJECT'{}) and exists (select 1 from dossier td where td.id = " + t + ".subject and td.applicant = {}))", himself, person))
                .any();
    }

    /**
     * What an auditor sees all of, whatever his roles: every chain but those of his own dossiers, of which he sees what any applicant does, where he applies, and those of complaints about himself,
     * of which he sees nothing. Of his person and his account he sees everything.
     */
    static Sql wholeChain(Given.Policy policy, String t) {
        if (!policy.isAny(AUDITORS)) return Sql.NONE;
        if (!policy.person()) return Sql.ALL;
        var person = Sql.value(Given.PERSON);
        return Sql.of("(" + t + ".subject <> all ((select dossiers_of({}))::uuid[]) and (" + t + ".subject_kind <> 'COMPLAINT' or not complaint_is_about(" + t + ".subject, {})))", person, person);
    }

    /**
     * Whoever registered himself and is not known yet is nobody's by his region; what he has handed in shows him. Where it is not a whole region, PostgreSQL comes by them
     * from those dossiers and the employer's people, and not past all others: of each of those the second wall looks for a dossier.
     */
    static Sql person(Given.Policy policy, String p) {
        if (!policy.organisation() || !policy.isAny(ANY_UNIT)) return new Ways(policy).own(policy.applies(), Given.PERSON, p + ".id").any();
        if (!policy.isAny(BUREAUS))
            return Sql.of(p + ".id in ({})", new Ways(policy)
                    .person(person -> Sql.of("select {}::uuid", person))
                    .unit(EMPLOYERS, unit -> Sql.of("select ap.id from person ap where ap.employer = {}", unit))
                    .unit(ANY_UNIT, _ -> Sql.of("select pd.applicant from dossier pd where {}", dossier(policy, "pd")))
                    .together());
        var applied = dossier(policy, "pd");
        return new Ways(policy)
                .own(policy.applies(), Given.PERSON, p + ".id")
                .unit(EMPLOYERS, unit -> Sql.of(p + ".employer = {}", unit))
                .unit(BUREAUS, unit -> Sql.and(Sql.of(p + ".provisional = false"), inRegionOf(p, unit)))
                .unit(ANY_UNIT, unit -> Sql.of("exists (select 1 from dossier pd where pd.applicant = " + p + ".id and {})", applied))
                .any();
    }

    static Sql achievement(Given.Policy policy, String a) {
        return new Ways(policy).own(policy.applies(), Given.PERSON, a + ".person").any();
    }

    /** As the achievement that it proves. */
    static Sql evidenceFile(Given.Policy policy, String e) {
        return new Ways(policy).own(policy.applies(), Given.PERSON, e + ".person").any();
    }

    /** What somebody was told is his alone, where he applies; what an account was told, that account's. */
    static Sql message(Given.Policy policy, String m) {
        return new Ways(policy).own(policy.applies(), Given.PERSON, m + ".person").own(policy.account(), Given.ACCOUNT, m + ".account").any();
    }

    /** What a bureau entered about a person: his own, of the bureau of the region, of who decided. */
    static Sql enteredAbout(Given.Policy policy, String e) {
        return new Ways(policy)
                .own(policy.applies(), Given.PERSON, e + ".person")
                .unit(BUREAUS, unit -> inRegionOf(e, unit))
                .unit(ABOVE, unit -> Sql.of(e + ".decided_by = {}", unit))
                .any();
    }

    /** What a transfer used up is seen with it. */
    static Sql spent(Given.Policy policy, String s) {
        var transfer = enteredAbout(policy, "st");
        return transfer.equals(Sql.NONE) ? Sql.NONE : Sql.of("exists (select 1 from title_transfer st where st.id = " + s + ".transfer and {})", transfer);
    }

    /** An enterprise that nominates: its own, of the bureau of the region, of who recognised it. */
    static Sql nominator(Given.Policy policy, String n) {
        return new Ways(policy)
                .unit(EMPLOYERS, unit -> Sql.of(n + ".organisation = {}", unit))
                .unit(BUREAUS, unit -> inRegionOf(n, unit))
                .unit(ABOVE, unit -> Sql.of(n + ".decided_by = {}", unit))
                .any();
    }

    /** With the complaint or the entry that it proves, but never by whom that is about, whatever his roles. */
    static Sql caseFile(Given.Policy policy, String f) {
        var complaint = complaint(policy, "fc");
        var entry = enteredAbout(policy, "fe");
        var other = policy.person() ? Sql.of("fe.person <> {}", Sql.value(Given.PERSON)) : Sql.ALL;
        var ways = new ArrayList<Sql>();
        if (!complaint.equals(Sql.NONE)) ways.add(Sql.of("exists (select 1 from complaint fc where fc.id = " + f + ".complaint and {})", complaint));
        if (!entry.equals(Sql.NONE)) ways.add(Sql.of("exists (select 1 from integrity_entry fe where fe.id = " + f + ".integrity_entry and {})", Sql.and(entry, other)));
        return Sql.or(ways);
    }

    /** An administrator, whose server's log has them too. Roots count what the trail does not show an auditor of himself: the difference would tell him that somebody complained of him. */
    static Sql trailRoot(Given.Policy policy, String r) {
        return (policy.isAny(AUDITORS) ? !policy.person() : policy.isAny(ADMINISTRATORS)) ? Sql.ALL : Sql.NONE;
    }

    /** The bureau of the region and whoever looks into it, but never whom it is about, whatever his roles. */
    static Sql complaint(Given.Policy policy, String c) {
        var ways = new Ways(policy)
                .unit(BUREAUS, unit -> inRegionOf(c, unit))
                .unit(INQUIRERS, unit -> Sql.of(c + ".unit = {}", unit))
                .any();
        return ways.equals(Sql.NONE) || !policy.person() ? ways : Sql.and(ways, Sql.of(c + ".about <> {}", Sql.value(Given.PERSON)));
    }

    /** The unit's own, the superior's right above it, the nearest bureau's whatever stands between, and those of the city's bureau's region. */
    static Sql postCount(Given.Policy policy, String p) {
        return new Ways(policy)
                .unit(EMPLOYERS, unit -> Sql.of(p + ".organisation = {}", unit))
                .unit(BUREAUS, unit -> inRegionOf(p, unit))
                .unit(ABOVE, unit -> Sql.of("{} in (" + p + ".superior, " + p + ".bureau)", unit))
                .any();
    }

    /** The unit's own, the committee's, the office's to which it is written, and those of the bureau's region. */
    static Sql entrustment(Given.Policy policy, String e) {
        return new Ways(policy)
                .unit(EMPLOYERS, unit -> Sql.of(e + ".unit = {}", unit))
                .unit(BUREAUS, unit -> inRegionOf(e, unit))
                .unit(OFFICES, unit -> ofCommittee(e, "office", unit))
                .unit(FOUNDERS, unit -> ofCommittee(e, "founder", unit))
                .unit(ABOVE, unit -> Sql.of(e + ".addressed_to = {}", unit))
                .any();
    }

    static Sql meeting(Given.Policy policy, String m) {
        return new Ways(policy)
                .unit(BUREAUS, unit -> Sql.of("exists (select 1 from committee mc where mc.id = " + m + ".committee and {})", inRegionOf("mc", unit)))
                .unit(OFFICES, unit -> ofCommittee(m, "office", unit))
                .unit(FOUNDERS, unit -> ofCommittee(m, "founder", unit))
                .any();
    }

    static Sql certificate(Given.Policy policy, String c) {
        return new Ways(policy)
                .own(policy.applies(), Given.PERSON, c + ".person")
                .unit(EMPLOYERS, unit -> Sql.of("exists (select 1 from person cp where cp.id = " + c + ".person and cp.employer = {})", unit))
                .unit(BUREAUS, unit -> inRegionOf(c, unit))
                .unit(OFFICES, unit -> ofCommittee(c, "office", unit))
                .unit(FOUNDERS, unit -> ofCommittee(c, "founder", unit))
                .any();
    }

    /** Whether a viewer sees few of a noun's rows, and an index lists them: what is his own. Whatever is looked for, each is asked. What a large employer's people have handed in is not few. */
    static boolean isFew(Noun noun, Given.Policy policy) {
        return isOfSome(noun, policy) && !policy.isAny(EMPLOYERS);
    }

    /** Whether a viewer sees of a noun's rows what stands with an employer, which may be many, and an index lists them. */
    static boolean isAnEmployers(Noun noun, Given.Policy policy) {
        return isOfSome(noun, policy) && policy.isAny(EMPLOYERS);
    }

    /** Whether a viewer sees no more of a noun than what is his own or his employer's. */
    private static boolean isOfSome(Noun noun, Given.Policy policy) {
        return !policy.isAny(MANY) && !noun.visibility().of(policy, "t").equals(Sql.ALL);
    }

    /**
     * Rows that an index has in their noun's own order.
     *
     * @param each rows (id) for each of which there is such a place, as c; empty: it is one place
     * @param joined what rows of this short name are joined to
     * @param where which rows of this short name stand there
     * @param ids a select of their ids, or of more than the viewer sees of them
     */
    record Place(Optional<Sql> each, Function<String, Sql> joined, Function<String, Sql> where, Sql ids) {
        static Place of(Noun noun, Function<String, Sql> where) {
            return new Place(Optional.empty(), _ -> Sql.of(""), where, ids(noun, where.apply("a")));
        }

        static Place ofEach(Sql rows, Noun noun, String column) {
            return new Place(Optional.of(rows), _ -> Sql.of(""), row -> Sql.of(row + "." + column + " = c.id"), ids(noun, Sql.of("a." + column + " = any (array({}))", rows)));
        }

        private static Sql ids(Noun noun, Sql where) { return Sql.of("select a.id from {} where {}", Compiler.from(noun, "a"), where); }
    }

    /** Where all stands that a viewer sees of a noun: his own, his employer's, his region's, what has come to his committees or his unit. None where there are more, or few of all. */
    static List<Place> places(Noun noun, Given.Policy policy) {
        var isDossier = noun == Nouns.DOSSIER;
        if (!isDossier && noun != Nouns.CERTIFICATE || isFew(noun, policy) || !isDossier && policy.isAny(MANY_CERTIFICATES)) return List.of();
        var places = new ArrayList<Place>();
        if (policy.applies()) places.add(Place.of(noun, row -> Sql.of(row + (isDossier ? ".applicant" : ".person") + " = {}", Sql.value(Given.PERSON))));
        if (policy.organisation()) {
            var unit = Sql.value(Given.ORGANISATION);
            if (policy.isAny(EMPLOYERS)) places.add(Place.of(noun, row -> Sql.of(row + ".employer = {}", unit)));
            if (policy.isAny(BUREAUS)) places.add(Place.of(noun, row -> handedIn(row, inRegionOf(row, unit))));
            if (isDossier && policy.isAny(ABOVE))
                places.add(new Place(Optional.empty(), row -> Sql.of(" join dossier_reached r" + row + " on r" + row + ".dossier = " + row + ".id and r" + row + ".created_at = " + row + ".created_at"),
                        row -> Sql.of("r" + row + ".unit = {}", unit), Sql.of("select ar.dossier from dossier_reached ar where ar.unit = {}", unit)));
            var committees = new Ways(policy).unit(OFFICES, one -> Sql.of("vc.office = {}", one)).unit(FOUNDERS, one -> Sql.of("vc.founder = {}", one)).any();
            if (!committees.equals(Sql.NONE)) places.add(Place.ofEach(Sql.of("select vc.id from committee vc where {}", committees), noun, "committee"));
        }
        return places.size() == 1 && (policy.isAny(BUREAUS) || policy.isAny(EMPLOYERS)) ? List.of() : places; // a region alone, or an employer, is what its pages go along
    }

    /**
     * The rows of a noun that somebody sees, where all of them that pass are counted.
     *
     * @param seen which of what they are from
     */
    record All(Sql from, Sql seen) {}

    /**
     * «Her region's or her own», which a bureau's clerk sees who applies by her account too, keeps PostgreSQL from the index by region that has all that is asked: one is asked after the other, of her own
     * those that are not seen in her region.
     */
    static All all(Noun noun, Given.Policy policy, String row) {
        if (noun != Nouns.DOSSIER || !policy.isAny(BUREAUS) || !policy.applies() || places(noun, policy).size() != 2) return new All(Compiler.from(noun, row), noun.visibility().of(policy, row));
        var regions = handedIn("a", inRegionOf("a", Sql.value(Given.ORGANISATION)));
        var columns = noun.columns().stream().map(column -> "a." + column).collect(Collectors.joining(", "));
        return new All(Sql.of("(\n  select " + columns + " from {} where {}\n  union all\n  select " + columns + " from {} where a.applicant = {} and ({}) is not true\n) " + row,
                Compiler.from(noun, "a"), regions, Compiler.from(noun, "a"), Sql.value(Given.PERSON), regions), Sql.ALL);
    }

    private static Sql handedIn(String dossier, Sql whose) {
        return Sql.and(whose, Sql.of(dossier + ".submitted_at is not null"), Sql.of(dossier + ".deleted_at is null"));
    }

    private static Sql reachedCommittee(String dossier, Sql whose) {
        return Sql.and(handedIn(dossier, whose), Sql.of(dossier + ".intake_at is not null"));
    }

    private static Sql reached(String dossier, Sql unit) {
        return handedIn(dossier, Sql.of(dossier + ".id in (select vr.dossier from dossier_reached vr where vr.unit = {})", unit));
    }

    private static Sql inRegionOf(String row, Sql unit) {
        return Sql.of(row + ".region = (select vo.region from organisation vo where vo.id = {})", unit);
    }

    private static Sql ofCommittee(String row, String as, Sql unit) {
        return Sql.of(row + ".committee = any (array(select vc.id from committee vc where vc." + as + " = {}))", unit);
    }

    /** The ways in which a viewer comes to see a row: any of them will do. */
    private static final class Ways {
        private final Given.Policy policy;
        private final List<Sql> ways = new ArrayList<>();

        Ways(Given.Policy policy) { this.policy = policy; }

        /** What is his own, or his account's. */
        Ways own(boolean known, Given given, String column) {
            if (known) ways.add(Sql.of(column + " = {}", Sql.value(given)));
            return this;
        }

        /** What concerns him as an applicant. */
        Ways person(Function<Sql, Sql> way) {
            if (policy.applies()) ways.add(way.apply(Sql.value(Given.PERSON)));
            return this;
        }

        /** Every row of which this holds, which asks for his roles itself. */
        Ways everything(Sql so) {
            if (!so.equals(Sql.NONE)) ways.add(so);
            return this;
        }

        /** What his unit sees, for whoever acts for it in one of the roles. */
        Ways unit(Set<Role> roles, Function<Sql, Sql> way) {
            if (policy.organisation() && policy.isAny(roles)) ways.add(way.apply(Sql.value(Given.ORGANISATION)));
            return this;
        }

        Sql any() { return Sql.or(ways); }

        /** Of selects: what any of them gives. */
        Sql together() { return Sql.join(" union all ", ways); }
    }
}
