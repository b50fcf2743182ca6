package zhicheng.server.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;

/**
 * Somebody, and what he sees of {@code fixture.sql} and {@code borders.sql}: said here by hand, from the story of the rows, and by nothing that the
 * server computes.
 *
 * @param rows by noun the numbers of the rows, {@code subject/seq} for the trail; of a noun that is not there he sees nothing
 */
public record Sight(String name, Viewer viewer, Map<String, Set<String>> rows, Depth depth) {
    /** How much he is asked. */
    public enum Depth {
        /** Each field in every way, of the row itself and across relations; each order paged by cursor; each field explained by. */
        EVERYTHING,
        /**
         * Each field of the row itself, and every second across relations, in one of the ways: who comes next is asked in the next one. Of each noun two orders are paged by cursor, and nothing is explained. His roles are
         * those of somebody who is asked everything, or go as theirs do; who sees a noun in a way of his own is asked more ({@link #ownWay}).
         */
        EACH,
        /** Each field of its own, in one of the ways: he sees nothing but what everybody sees, and an administrator the roots. */
        OWN
    }

    /** Seen in whole: no row of the noun is hidden from him. */
    static final String ALL = "*";

    /** His own account. */
    private static final String OWN = "own";

    /** Everybody sees them. */
    private static final Set<String> PUBLIC = Set.of("Organisation", "Committee", "CommitteeFiling", "CommitteeNotice");
    /** Seen with the dossier, whose number stands in the table; of a payment also by its region's finance. */
    private static final Set<String> CARRIED = Set.of("DossierHours", "DossierTitle", "DossierDegree", "DossierAssessment", "DossierTestPass", "DossierAchievement",
            "DossierStep", "DossierReturn", "DossierMark", "Originals", "DossierFile", "Payment", "DossierPost", "Nomination", "DossierVerification", "DossierJob");
    /** Their roles are those of he, clerk, bureau and office, or go as theirs do. */
    private static final Set<String> OTHERS = Set.of("lin", "sun", "approver-n", "bureau-n", "office-n", "founder", "founder-n");
    /** Certificates whose number and holder are known to everybody: whoever can name both may see them, so they are the same in both worlds. */
    static final Set<String> KNOWN = Set.of("61", "106");

    /** Who is asked {@link Depth#EACH} and yet sees a noun as nobody does who is asked everything: the finance of a region, who supervises, and units above employers other than a department. */
    private static final Map<String, String> OWN_WAYS = Map.of("finance", "Payment", "supervisor", "Complaint", "county", "PostCount", "relay", "Dossier", "province", "Dossier");

    private static final String SEEN = """
            lin        | Person         | 21
            he         | Person         | 22
            sun        | Person         | 23
            clerk      | Person         | 21 22 25 27
            approver-n | Person         | 23 26 27
            bureau     | Person         | 21 22 24 25 27
            bureau-n   | Person         | 23 26
            office     | Person         | 22
            office-n   | Person         | 23
            founder    | Person         | 22
            founder-n  | Person         | 23
            lin        | Dossier        | 51 52
            he         | Dossier        | 53 56 57 135
            sun        | Dossier        | 54 58 104
            clerk      | Dossier        | 52 53 59 135
            approver-n | Dossier        | 54 58
            bureau     | Dossier        | 52 53 55 59 135
            bureau-n   | Dossier        | 54 58
            office     | Dossier        | 53
            office-n   | Dossier        | 58
            founder    | Dossier        | 53
            founder-n  | Dossier        | 58
            finance    | Payment        | 52 53
            lin        | DossierFinding | 88 89
            he         | DossierFinding | 109
            lin        | TrailEntry     | 52/1 52/2
            he         | TrailEntry     | 53/1 53/3
            sun        | TrailEntry     | 54/1
            auditor    | TrailEntry     | *
            lin audits | TrailEntry     | 21/1 53/1 53/2 53/3 54/1 133/1
            auditor    | TrailRoot      | *
            administrator | TrailRoot   | *
            lin        | Achievement    | 76 101
            he         | Achievement    | 81 103
            sun        | Achievement    | 77 102
            lin        | EvidenceFile   | 111 112
            he         | EvidenceFile   | 113
            sun        | EvidenceFile   | 114
            lin        | Certificate    | 61
            he         | Certificate    | 106 107
            sun        | Certificate    | 62
            clerk      | Certificate    | 61 106 107
            approver-n | Certificate    | 62
            bureau     | Certificate    | 61 64 106
            bureau-n   | Certificate    | 62 63 107
            office     | Certificate    | 61 63 106
            office-n   | Certificate    | 64 107
            founder    | Certificate    | 61 63 106
            founder-n  | Certificate    | 64 107
            lin        | Binding        | 95
            he         | Binding        | 97 99
            sun        | Binding        | 96 98
            clerk      | Binding        | 95 96 99
            approver-n | Binding        | 97 98
            bureau     | Binding        | 95 96 99
            bureau-n   | Binding        | 97 98
            department | Binding        | 99
            he         | IntegrityEntry | 75
            sun        | IntegrityEntry | 78 108
            bureau     | IntegrityEntry | 75 108
            bureau-n   | IntegrityEntry | 78
            county     | IntegrityEntry | 75 108
            bureau     | Meeting        | 74 80
            bureau-n   | Meeting        | 79
            office     | Meeting        | 74
            office-n   | Meeting        | 79 80
            founder    | Meeting        | 74
            founder-n  | Meeting        | 79 80
            department | Person         | 22
            department | Dossier        | 53 135
            he         | UnitPublication | 223
            sun        | UnitPublication | 224 332
            clerk      | UnitPublication | 223
            approver-n | UnitPublication | 224 332
            bureau     | UnitPublication | 223
            bureau-n   | UnitPublication | 224 332
            office-n   | UnitPublication | 332
            founder-n  | UnitPublication | 332
            office     | UnitPublication | 223
            founder    | UnitPublication | 223
            department | UnitPublication | 223
            relay      | Person         | 22
            relay      | Dossier        | 53 135
            relay      | UnitPublication | 223
            relay      | Objection      | 226
            relay      | Binding        | 99
            relay      | PostCount      | 232
            relay      | Entrustment    | 240
            lin        | Objection      | 226
            sun        | Objection      | 227
            clerk      | Objection      | 225 226
            approver-n | Objection      | 227
            bureau     | Objection      | 225 226
            bureau-n   | Objection      | 227
            office     | Objection      | 226
            founder    | Objection      | 226
            department | Objection      | 226
            bureau     | Complaint      | 131 132
            bureau-n   | Complaint      | 133
            office     | Complaint      | 131
            office-n   | Complaint      | 133
            founder    | Complaint      | 132
            founder-n  | Complaint      | 133
            department | Complaint      | 131
            county     | Complaint      | 132
            supervisor | Complaint      | 133
            lin        | Message        | 241 242
            he         | Message        | 243
            sun        | Message        | 244 245
            clerk himself | Message     | 246
            lin        | AccountConsent | 871 872
            he         | AccountConsent | 874
            sun        | AccountConsent | 873
            clerk      | PostCount      | 232 233
            approver-n | PostCount      | 234
            bureau     | PostCount      | 232 233
            bureau-n   | PostCount      | 234
            department | PostCount      | 232
            county     | PostCount      | 232 233
            clerk      | Entrustment    | 238
            approver-n | Entrustment    | 239 240
            bureau     | Entrustment    | 238 240
            bureau-n   | Entrustment    | 239
            office     | Entrustment    | 238
            office-n   | Entrustment    | 239 240
            founder    | Entrustment    | 238
            founder-n  | Entrustment    | 239 240
            department | Entrustment    | 240
            county     | Entrustment    | 238
            bureau     | CaseFile       | 161 163
            bureau-n   | CaseFile       | 162 164
            office     | CaseFile       | 161
            office-n   | CaseFile       | 162
            founder-n  | CaseFile       | 162
            department | CaseFile       | 161
            county     | CaseFile       | 163
            supervisor | CaseFile       | 162
            clerk      | Nominator      | 141
            approver-n | Nominator      | 142
            bureau     | Nominator      | 141
            bureau-n   | Nominator      | 142
            county     | Nominator      | 141
            lin        | TitleTransfer  | 151
            he         | TitleTransfer  | 157
            sun        | TitleTransfer  | 152 155
            bureau     | TitleTransfer  | 151 152 157
            bureau-n   | TitleTransfer  | 155
            county     | TitleTransfer  | 151 152 157
            lin        | SpentAchievement | 153
            he         | SpentAchievement | 158
            sun        | SpentAchievement | 154 156
            bureau     | SpentAchievement | 153 154 158
            bureau-n   | SpentAchievement | 156
            county     | SpentAchievement | 153 154 158""";

    /** By applicant, everything that was composed. */
    private static final Map<String, Set<String>> OWN_DOSSIERS = Map.of("21", Set.of("51", "52"), "22", Set.of("53", "56", "57", "135"), "23", Set.of("54", "58", "104"));
    /** In any of these one sees a dossier for a unit. */
    private static final Set<Role> UNITS = Set.of(Role.EMPLOYER_CLERK, Role.EMPLOYER_APPROVER, Role.AGENCY, Role.HRSS_CITY, Role.COMMITTEE_OFFICE, Role.COMMITTEE_ORGANISER, Role.SUPERIOR_DEPT, Role.RELAY, Role.HRSS_COUNTY,
            Role.HRSS_PROVINCE);

    /** Open to everybody at the time of the fixture: its period runs, and it has not ended. */
    private static final String PUBLISHED = "222";

    /** Every role, with a unit or a person and without, and some that are added up. */
    public static List<Sight> all() {
        var sights = new ArrayList<Sight>();
        Fixture.VIEWERS.keySet().stream().sorted().forEach(name -> sights.add(new Sight(name, Fixture.VIEWERS.get(name), seenBy(name, name + " himself"), OTHERS.contains(name) ? Depth.EACH : Depth.EVERYTHING)));
        sights.add(new Sight("lin as clerk", new Viewer(Fixture.id(31), Set.of(Role.APPLICANT, Role.EMPLOYER_CLERK), Fixture.id(21), Fixture.id(13)), notOfHerself(seenBy("lin", "clerk")), Depth.EACH));
        sights.add(new Sight("department", new Viewer(Fixture.id(39), Set.of(Role.SUPERIOR_DEPT), null, Fixture.id(15)), seenBy("department"), Depth.EVERYTHING));
        sights.add(new Sight("agency in lin's name", new Viewer(Fixture.id(39), Set.of(Role.AGENCY), Fixture.id(21), Fixture.id(13)), notOfHerself(seenBy("clerk")), Depth.EACH)); // by which she does not apply: nothing of her own
        sights.add(new Sight("he as chair", new Viewer(Fixture.id(38), Set.of(Role.APPLICANT, Role.EXPERT, Role.CHAIR, Role.GROUP_LEAD), Fixture.id(22), Fixture.id(15)), seenBy("he"), Depth.EACH));
        sights.add(new Sight("lin as auditor", new Viewer(Fixture.id(31), Set.of(Role.APPLICANT, Role.AUDITOR), Fixture.id(21), Fixture.id(12)), seenBy("lin", "lin audits"), Depth.EACH));
        sights.add(new Sight("relay", new Viewer(Fixture.id(39), Set.of(Role.RELAY), null, Fixture.id(15)), seenBy("relay"), Depth.EACH));
        sights.add(new Sight("province", new Viewer(Fixture.id(39), Set.of(Role.HRSS_PROVINCE), null, Fixture.id(15)), seenBy("department"), Depth.EACH));
        sights.add(new Sight("county", new Viewer(Fixture.id(39), Set.of(Role.HRSS_COUNTY), null, Fixture.id(12)), seenBy("county"), Depth.EACH));
        sights.add(new Sight("supervisor", new Viewer(Fixture.id(39), Set.of(Role.SUPERVISOR), null, Fixture.id(11)), seenBy("supervisor"), Depth.EACH));
        sights.add(new Sight("finance", new Viewer(Fixture.id(39), Set.of(Role.FINANCE), null, Fixture.id(12)), seenBy("finance"), Depth.EACH));
        var seeing = Set.of(Role.EMPLOYER_CLERK, Role.EMPLOYER_APPROVER, Role.AGENCY, Role.HRSS_CITY, Role.COMMITTEE_OFFICE, Role.COMMITTEE_ORGANISER, Role.SUPERIOR_DEPT, Role.RELAY, Role.HRSS_COUNTY, Role.HRSS_PROVINCE, Role.SUPERVISOR, Role.FINANCE);
        for (var role : Role.values()) {
            if (role == Role.AUDITOR || role == Role.PUBLIC) continue; // by role alone, and seen to above
            var unit = seeing.contains(role) ? null : Fixture.id(12); // through which the others see
            var person = role == Role.APPLICANT ? null : Fixture.id(22); // of whose own each of the others sees nothing
            sights.add(new Sight(role + (unit == null ? " of no unit" : " of the bureau"), new Viewer(Fixture.id(39), Set.of(role), person, unit), role == Role.SYS_ADMIN ? seenBy("administrator") : seenBy(), Depth.OWN));
        }
        return sights;
    }

    /**
     * The noun of which he is asked more than {@link Depth#EACH} says: each field of the row itself and each relation that it has with every operator, every order paged by cursor, and each of these filters
     * explained, where the noun is; empty: none.
     */
    public Optional<Noun> ownWay() {
        return Optional.ofNullable(OWN_WAYS.get(name)).map(Nouns::named);
    }

    /** What is objected to her own publication she does not see, whatever her roles. */
    private static Map<String, Set<String>> notOfHerself(Map<String, Set<String>> rows) {
        rows.get("Objection").remove("225");
        return rows;
    }

    private static Map<String, Set<String>> seenBy(String... names) {
        var rows = new LinkedHashMap<String, Set<String>>();
        PUBLIC.forEach(noun -> rows.put(noun, Set.of(ALL)));
        rows.put("Account", Set.of(OWN));
        rows.put("UnitPublication", new TreeSet<>(Set.of(PUBLISHED)));
        SEEN.lines().map(line -> line.split("\\|")).filter(line -> List.of(names).contains(line[0].strip()))
                .forEach(line -> rows.computeIfAbsent(line[1].strip(), _ -> new TreeSet<>()).addAll(List.of(line[2].strip().split(" "))));
        var dossiers = rows.getOrDefault("Dossier", Set.of());
        CARRIED.forEach(noun -> rows.computeIfAbsent(noun, _ -> new TreeSet<>()).addAll(dossiers));
        return rows;
    }

    /**
     * Whether he sees a row.
     *
     * @param row all its columns
     */
    public boolean sees(Noun noun, Map<String, Object> row) {
        var seen = rows.getOrDefault(noun.name(), Set.of());
        if (seen.contains(ALL)) return true;
        return seen.contains(switch (noun.name()) {
            case String carried when CARRIED.contains(carried) -> number(row.get("dossier"));
            case "Account" -> seen.contains(OWN) && row.get("id").equals(String.valueOf(viewer.account())) ? OWN : "";
            case "TrailEntry" -> number(row.get("subject")) + "/" + row.get("seq");
            default -> number(row.get("id"));
        });
    }

    /**
     * Whether of a row that he sees he is shown a field: the place of an entry where he sees the whole chain, which is an auditor who is not himself whom it is about; of a
     * publication what is reported and under which opinion it is signed where he sees the dossier; of a step who has it in hand where he sees it for a unit, and the dossier is not about himself.
     */
    public boolean isShown(Noun noun, String field, Map<String, Object> row) {
        var dossiers = rows.getOrDefault("Dossier", Set.of());
        return switch (noun.name() + "." + field) {
            case "TrailEntry.place" -> viewer.isAny(Set.of(Role.AUDITOR)) && !dossiers.contains(number(row.get("subject")));
            case "UnitPublication.report", "UnitPublication.jointOpinion" -> dossiers.contains(number(row.get("dossier")));
            case "DossierStep.officer" -> viewer.isAny(UNITS) && (viewer.person() == null || !OWN_DOSSIERS.getOrDefault(number(viewer.person()), Set.of()).contains(number(row.get("dossier"))));
            default -> true;
        };
    }

    /** Whether everybody may know of a row, by naming what only who has seen it can name. */
    static boolean isKnown(Noun noun, Map<String, Object> row) {
        return noun.name().equals("Certificate") && KNOWN.contains(number(row.get("id")));
    }

    /** 51 of 00000000-0000-4000-8000-000000000051, itself of any other id. */
    private static String number(Object id) {
        var text = id.toString();
        return text.startsWith("00000000-0000-4000-8000-") ? text.substring(24).replaceFirst("^0+", "") : text;
    }

    /** Nouns of which somebody sees something that somebody else does not. */
    public static Set<String> bordered() {
        var nouns = new TreeSet<String>(CARRIED);
        nouns.add("Account");
        SEEN.lines().map(line -> line.split("\\|")[1].strip()).forEach(nouns::add);
        return nouns;
    }

    /** Nouns of which it is said who sees them. */
    public static Set<String> nouns() {
        return new TreeSet<>(Stream.concat(PUBLIC.stream(), bordered().stream()).toList());
    }
}
