package zhicheng.server.read;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.BadInput;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;

/** Who sees what, whichever way he asks. Numbers are those of {@code fixture.sql}. */
class VisibilityTest extends OnFixture {
    private static final List<Noun> CARRIED = List.of(Nouns.DOSSIER_HOURS, Nouns.DOSSIER_TITLE, Nouns.DOSSIER_DEGREE, Nouns.DOSSIER_ASSESSMENT, Nouns.DOSSIER_TEST_PASS, Nouns.DOSSIER_ACHIEVEMENT,
            Nouns.DOSSIER_VERIFICATION, Nouns.DOSSIER_JOB);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public     | Dossier         |
            lin        | Dossier         | 51 52
            he         | Dossier         | 53 56 57
            sun        | Dossier         | 54 58
            clerk      | Dossier         | 52 53 59
            approver-n | Dossier         | 54 58
            bureau     | Dossier         | 52 53 55 59
            bureau-n   | Dossier         | 54 58
            office     | Dossier         | 53
            office-n   | Dossier         | 58
            founder    | Dossier         | 53
            founder-n  | Dossier         | 58
            auditor    | Dossier         |
            public     | Certificate     |
            lin        | Certificate     | 61
            he         | Certificate     |
            sun        | Certificate     | 62
            clerk      | Certificate     | 61
            approver-n | Certificate     | 62
            bureau     | Certificate     | 61 64
            bureau-n   | Certificate     | 62 63
            office     | Certificate     | 61 63
            office-n   | Certificate     | 64
            founder    | Certificate     | 61 63
            founder-n  | Certificate     | 64
            auditor    | Certificate     |
            public     | Meeting         |
            lin        | Meeting         |
            clerk      | Meeting         |
            approver-n | Meeting         |
            bureau     | Meeting         | 74 80
            bureau-n   | Meeting         | 79
            office     | Meeting         | 74
            office-n   | Meeting         | 79 80
            founder    | Meeting         | 74
            founder-n  | Meeting         | 79 80
            auditor    | Meeting         |
            public     | IntegrityEntry  |
            lin        | IntegrityEntry  |
            he         | IntegrityEntry  | 75
            sun        | IntegrityEntry  | 78
            clerk      | IntegrityEntry  |
            approver-n | IntegrityEntry  |
            bureau     | IntegrityEntry  | 75
            bureau-n   | IntegrityEntry  | 78
            office     | IntegrityEntry  |
            office-n   | IntegrityEntry  |
            founder    | IntegrityEntry  |
            auditor    | IntegrityEntry  |
            public     | Complaint       |
            lin        | Complaint       |
            he         | Complaint       |
            sun        | Complaint       |
            clerk      | Complaint       |
            approver-n | Complaint       |
            bureau     | Complaint       | 131 132
            bureau-n   | Complaint       | 133
            office     | Complaint       | 131
            office-n   | Complaint       | 133
            founder    | Complaint       | 132
            founder-n  | Complaint       | 133
            auditor    | Complaint       |
            public     | PostCount       |
            lin        | PostCount       |
            clerk      | PostCount       | 232 233
            approver-n | PostCount       | 234
            bureau     | PostCount       | 232 233
            bureau-n   | PostCount       | 234
            office     | PostCount       |
            founder    | PostCount       |
            auditor    | PostCount       |
            public     | Entrustment     |
            lin        | Entrustment     |
            clerk      | Entrustment     | 238
            approver-n | Entrustment     | 239 240
            bureau     | Entrustment     | 238 240
            bureau-n   | Entrustment     | 239
            office     | Entrustment     | 238
            office-n   | Entrustment     | 239 240
            founder    | Entrustment     | 238
            founder-n  | Entrustment     | 239 240
            auditor    | Entrustment     |
            public     | CaseFile        |
            he         | CaseFile        |
            sun        | CaseFile        |
            clerk      | CaseFile        |
            bureau     | CaseFile        | 161 163
            bureau-n   | CaseFile        | 162 164
            office     | CaseFile        | 161
            office-n   | CaseFile        | 162
            founder    | CaseFile        |
            founder-n  | CaseFile        | 162
            auditor    | CaseFile        |
            public     | Nominator       |
            lin        | Nominator       |
            clerk      | Nominator       | 141
            approver-n | Nominator       | 142
            bureau     | Nominator       | 141
            bureau-n   | Nominator       | 142
            office     | Nominator       |
            auditor    | Nominator       |
            public     | Nomination      |
            lin        | Nomination      |
            he         | Nomination      | 143
            sun        | Nomination      | 144
            clerk      | Nomination      | 143
            approver-n | Nomination      | 144
            bureau     | Nomination      | 143
            bureau-n   | Nomination      | 144
            office     | Nomination      | 143
            office-n   | Nomination      |
            founder    | Nomination      | 143
            auditor    | Nomination      |
            public     | TitleTransfer   |
            lin        | TitleTransfer   | 151
            he         | TitleTransfer   | 157
            sun        | TitleTransfer   | 155
            clerk      | TitleTransfer   |
            bureau     | TitleTransfer   | 151 157
            bureau-n   | TitleTransfer   | 155
            office     | TitleTransfer   |
            auditor    | TitleTransfer   |
            lin        | SpentAchievement | 153
            he         | SpentAchievement | 158
            sun        | SpentAchievement | 156
            clerk      | SpentAchievement |
            bureau     | SpentAchievement | 153 158
            bureau-n   | SpentAchievement | 156
            auditor    | SpentAchievement |
            lin        | Binding         | 95
            he         | Binding         | 97 99
            sun        | Binding         | 96 98
            clerk      | Binding         | 95 96 99
            approver-n | Binding         | 97 98
            bureau     | Binding         | 95 96 99
            bureau-n   | Binding         | 97 98
            office     | Binding         |
            auditor    | Binding         |
            public     | Achievement     |
            lin        | Achievement     | 76
            he         | Achievement     | 81
            sun        | Achievement     | 77
            clerk      | Achievement     |
            bureau     | Achievement     |
            bureau-n   | Achievement     |
            office     | Achievement     |
            auditor    | Achievement     |
            public     | AccountConsent  |
            lin        | AccountConsent  | 871 872
            he         | AccountConsent  | 874
            sun        | AccountConsent  | 873
            clerk      | AccountConsent  |
            bureau     | AccountConsent  |
            auditor    | AccountConsent  |
            public     | Message         |
            lin        | Message         | 241 242
            he         | Message         | 243
            sun        | Message         | 244
            clerk      | Message         |
            approver-n | Message         |
            bureau     | Message         |
            office     | Message         |
            founder    | Message         |
            auditor    | Message         |
            public     | Person          |
            lin        | Person          | 21
            he         | Person          | 22
            clerk      | Person          | 21 22 25 27
            approver-n | Person          | 23 26 27
            bureau     | Person          | 21 22 24 25 27
            bureau-n   | Person          | 23 26
            office     | Person          | 22
            office-n   | Person          | 23
            founder    | Person          | 22
            founder-n  | Person          | 23
            auditor    | Person          |
            public     | Account         |
            lin        | Account         | 31
            sun        | Account         | 35
            clerk      | Account         | 32
            bureau     | Account         | 33
            office     | Account         | 34
            auditor    | Account         |
            public     | Committee       | 41 42 43
            public     | CommitteeFiling | 71 72
            public     | CommitteeNotice | 73
            public     | Organisation    | 11 12 13 14 15""")
    void a_viewer_sees_these_and_no_others(String viewer, String noun, String numbers) {
        var who = Fixture.VIEWERS.get(viewer);
        var what = Nouns.named(noun);
        sees(who, what, numbers == null ? new TreeSet<>() : Arrays.stream(numbers.split(" ")).map(number -> Fixture.id(Integer.parseInt(number)).toString()).collect(toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public     |
            lin        | 51 52
            he         | 53 56 57
            sun        | 54 58
            clerk      | 52 53 59
            approver-n | 54 58
            bureau     | 52 53 55 59
            bureau-n   | 54 58
            office     | 53
            office-n   | 58
            founder    | 53
            founder-n  | 58
            auditor    |""")
    void what_a_dossier_carries_is_seen_with_it(String viewer, String dossiers) {
        for (var noun : CARRIED) {
            var seen = new TreeSet<String>();
            if (dossiers != null)
                for (var number : dossiers.split(" ")) seen.addAll(ids(noun, "where dossier = '" + Fixture.id(Integer.parseInt(number)) + "'"));
            assertTrue(dossiers == null || !seen.isEmpty(), noun.name());
            sees(Fixture.VIEWERS.get(viewer), noun, seen);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public     |
            lin        | 51
            he         |
            sun        |
            clerk      |
            bureau     |
            office     |
            auditor    |""")
    void why_a_submission_was_refused_is_seen_by_its_applicant_alone(String viewer, Integer dossier) {
        sees(Fixture.VIEWERS.get(viewer), Nouns.DOSSIER_FINDING, dossier == null ? new TreeSet<>() : ids(Nouns.DOSSIER_FINDING, "where dossier = '" + Fixture.id(dossier) + "'"));
        assertEquals(3, ids(Nouns.DOSSIER_FINDING).size());
    }

    /** Of 53, the second act is an expert's, of 52 the third an objection, which their applicants do not see; the profile's is no dossier's. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public     |
            lin        | 52/1 52/2
            he         | 53/1
            sun        | 54/1
            clerk      |
            approver-n |
            bureau     |
            office     |
            founder    |
            auditor    | 21/1 52/1 52/2 52/3 53/1 53/2 54/1""")
    void the_trail_is_seen_by_auditors_and_of_ones_own_dossiers(String viewer, String acts) {
        var seen = new TreeSet<String>();
        if (acts != null)
            for (var act : acts.split(" ")) seen.addAll(ids(Nouns.TRAIL_ENTRY, "where subject = '" + Fixture.id(Integer.parseInt(act.split("/")[0])) + "' and seq = " + act.split("/")[1]));
        assertEquals(acts == null ? 0 : acts.split(" ").length, seen.size());
        sees(Fixture.VIEWERS.get(viewer), Nouns.TRAIL_ENTRY, seen);
    }

    /** An act that is an expert's, or an objection, is shown to the applicant whose own it is. Of 53 the second is by 34, of 52 the third by 32. */
    @ParameterizedTest
    @CsvSource({"34, 22, 53, 1 2", "35, 22, 53, 1", "32, 21, 52, 1 2 3", "34, 21, 52, 1 2"})
    void what_one_did_oneself_is_seen_in_the_trail_of_ones_own_dossier(int account, int person, int dossier, String acts) {
        var seen = new TreeSet<String>();
        for (var act : acts.split(" ")) seen.addAll(ids(Nouns.TRAIL_ENTRY, "where subject = '" + Fixture.id(dossier) + "' and seq = " + act));
        sees(new Viewer(Fixture.id(account), Set.of(Role.APPLICANT), Fixture.id(person), null), Nouns.TRAIL_ENTRY, seen);
    }

    @Test
    void roots_over_the_trail_are_seen_by_administrators_and_by_an_auditor_who_is_nobody() {
        var all = ids(Nouns.TRAIL_ROOT);
        assertEquals(2, all.size());
        Fixture.VIEWERS.forEach((name, viewer) -> sees(viewer, Nouns.TRAIL_ROOT, name.equals("auditor") ? all : new TreeSet<>()));
        sees(new Viewer(Fixture.id(39), Set.of(Role.SYS_ADMIN), Fixture.id(22), null), Nouns.TRAIL_ROOT, all);
        for (var roles : List.of(Set.of(Role.AUDITOR), Set.of(Role.AUDITOR, Role.SYS_ADMIN))) sees(new Viewer(Fixture.id(39), roles, Fixture.id(22), null), Nouns.TRAIL_ROOT, new TreeSet<>());
    }

    /** B24-5.5: by number and receipt, and of whose application it is, nothing. */
    @Test
    void a_bureaus_finance_sees_the_payments_of_its_region_and_nothing_of_the_dossiers() {
        var south = new TreeSet<>(Set.of(Fixture.id(251).toString(), Fixture.id(252).toString()));
        var books = books(12);
        sees(books, Nouns.PAYMENT, south);
        sees(books(11), Nouns.PAYMENT, new TreeSet<>(Set.of(Fixture.id(253).toString())));
        for (var noBureau : List.of(13, 14, 15)) sees(books(noBureau), Nouns.PAYMENT, new TreeSet<>());
        sees(new Viewer(Fixture.id(39), Set.of(Role.FINANCE), null, null), Nouns.PAYMENT, new TreeSet<>());
        for (var noun : List.of(Nouns.DOSSIER, Nouns.PERSON, Nouns.DOSSIER_STEP, Nouns.CERTIFICATE, Nouns.BINDING, Nouns.MEETING, Nouns.COMPLAINT, Nouns.TRAIL_ENTRY)) sees(books, noun, new TreeSet<>());
        var dossier = new Selection.Field("dossier", "dossier", Map.of(), List.of(), Selection.fields("id", "title"));
        var seen = reader.byId(Nouns.PAYMENT, Fixture.id(252), new Selection(List.of(dossier)), Fixture.asks(books)).orElseThrow();
        assertTrue(seen.containsKey("dossier") && seen.get("dossier") == null, seen::toString);
        assertEquals(Fixture.id(53).toString(), ((Map<?, ?>) reader.byId(Nouns.PAYMENT, Fixture.id(252), new Selection(List.of(dossier)), Fixture.asks(Fixture.BUREAU)).orElseThrow().get("dossier")).get("id"));
        for (var asked : List.<Map<String, Object>>of(Map.of("id", Map.of("eq", Fixture.id(53).toString())), Map.of("title", Map.of("eq", "工程师")), Map.of("applicant", Map.of("name", Map.of("eq", "何川"))))) {
            assertEquals(new TreeSet<>(), listed(Nouns.PAYMENT, books, Map.of("where", Map.of("dossier", asked))), asked::toString);
            assertEquals(south, listed(Nouns.PAYMENT, books, Map.of("where", Map.of("not", Map.of("dossier", asked)))), asked::toString);
        }
        assertEquals(1, listed(Nouns.PAYMENT, Fixture.BUREAU, Map.of("where", Map.of("dossier", Map.of("applicant", Map.of("name", Map.of("eq", "何川")))))).size());
        assertEquals(new TreeSet<>(Set.of(Fixture.id(252).toString())), listed(Nouns.PAYMENT, books, Map.of("where", Map.of("refund", Map.of("eq", "BESIDES")))), "paid besides");
        assertEquals(south, listed(Nouns.PAYMENT, new Viewer(Fixture.id(39), Set.of(Role.FINANCE, Role.EXPERT), null, Fixture.id(12)), Map.of()), "whatever his other roles");
    }

    private static Viewer books(int unit) {
        return new Viewer(Fixture.id(39), Set.of(Role.FINANCE), null, Fixture.id(unit));
    }

    /** A county's bureau reads no register of bindings; a dossier that has come to it brings the one on which it rests. */
    @Test
    void a_reviewer_above_the_unit_sees_the_binding_of_whose_dossier_has_come_to_him_and_no_other() {
        var department = Fixture.id(15);
        for (var role : List.of(Role.SUPERIOR_DEPT, Role.RELAY, Role.HRSS_COUNTY, Role.HRSS_PROVINCE)) {
            sees(new Viewer(Fixture.id(39), Set.of(role), null, department), Nouns.BINDING, new TreeSet<>(Set.of(Fixture.id(99).toString())));
            sees(new Viewer(Fixture.id(39), Set.of(role), null, Fixture.id(12)), Nouns.BINDING, new TreeSet<>());
        }
    }

    @Test
    void an_auditor_sees_that_something_was_done_to_a_dossier_and_nothing_of_the_dossier() {
        var dossier = new Selection.Field("dossier", "dossier", Map.of(), List.of(), Selection.fields("id", "title"));
        var act = UUID.fromString(ids(Nouns.TRAIL_ENTRY, "where subject = '" + Fixture.id(54) + "'").first());
        var seen = reader.byId(Nouns.TRAIL_ENTRY, act, new Selection(List.of(dossier)), Fixture.asks(Fixture.AUDITOR)).orElseThrow();
        assertTrue(seen.containsKey("dossier") && seen.get("dossier") == null, seen::toString);
        assertEquals(Fixture.id(54).toString(), ((Map<?, ?>) reader.byId(Nouns.TRAIL_ENTRY, act, new Selection(List.of(dossier)), Fixture.asks(Fixture.SUN)).orElseThrow().get("dossier")).get("id"));
        var byTitle = Map.<String, Object>of("where", Map.of("dossier", Map.of("title", Map.of("eq", "农艺师"))));
        assertEquals(0, listed(Nouns.TRAIL_ENTRY, Fixture.AUDITOR, byTitle).size());
        assertEquals(1, listed(Nouns.TRAIL_ENTRY, Fixture.SUN, byTitle).size());
    }

    /** J24-2.1, J24-4.3: an account that a unit made in somebody's name shows what the unit sees, and of whose name it is in nothing. Where he applies by it too, it shows both. */
    @Test
    void what_is_ones_own_is_seen_where_one_applies_and_in_no_other_account() {
        var others = EnumSet.complementOf(EnumSet.of(Role.APPLICANT, Role.AUDITOR));
        var kept = Set.of(Nouns.COMPLAINT, Nouns.CASE_FILE, Nouns.OBJECTION); // what is about himself he does not see whatever his roles
        for (var unit : Arrays.asList(null, Fixture.id(13), Fixture.id(15)))
            for (var applicant : List.of(Fixture.LIN, Fixture.SUN, Fixture.HE)) {
                var hidden = 0;
                for (var noun : Nouns.all()) {
                    var units = listed(noun, new Viewer(Fixture.id(39), others, null, unit), Map.of());
                    var named = listed(noun, new Viewer(Fixture.id(39), others, applicant.person(), unit), Map.of());
                    assertTrue(kept.contains(noun) ? units.containsAll(named) : named.equals(units), () -> noun.name() + " of " + unit + " as " + applicant.person() + ": " + named);
                    var own = listed(noun, new Viewer(applicant.account(), Set.of(Role.APPLICANT), applicant.person(), unit), Map.of());
                    var both = listed(noun, new Viewer(applicant.account(), EnumSet.complementOf(EnumSet.of(Role.AUDITOR)), applicant.person(), unit), Map.of());
                    assertTrue(both.containsAll(own) && both.containsAll(named), () -> noun.name() + " of " + unit + ", " + applicant.person() + " applying: " + both);
                    if (!named.containsAll(own)) hidden++;
                }
                assertTrue(hidden > 10, hidden + " nouns of which something is " + applicant.person() + "'s own");
            }
    }

    /** Lists of what is seen by committees alone go along these: not where something is seen otherwise too. */
    @Test
    void who_sees_by_committees_and_otherwise_too_has_both_in_his_lists() {
        var clerkOfAnOffice = new Viewer(Fixture.id(34), Set.of(Role.APPLICANT, Role.COMMITTEE_OFFICE), Fixture.id(23), Fixture.id(15));
        sees(clerkOfAnOffice, Nouns.DOSSIER, numbered(53, 54, 58));
        sees(clerkOfAnOffice, Nouns.CERTIFICATE, numbered(61, 62, 63));
        var bureauThatIsAnOffice = new Viewer(Fixture.id(34), Set.of(Role.COMMITTEE_OFFICE, Role.HRSS_CITY), null, Fixture.id(11));
        sees(bureauThatIsAnOffice, Nouns.DOSSIER, numbered(54, 58));
        sees(bureauThatIsAnOffice, Nouns.CERTIFICATE, numbered(62, 63, 64));
    }

    /** 11 is the office of 41 here, and the founder of 42. */
    @Test
    void an_account_of_an_office_and_a_founder_has_the_committees_of_either() throws SQLException {
        try (var connection = database.owner().getConnection(); var statement = connection.createStatement()) {
            statement.execute(offices(11, 12));
            try {
                var both = new Viewer(Fixture.id(93), Set.of(Role.COMMITTEE_OFFICE, Role.COMMITTEE_ORGANISER), null, Fixture.id(11));
                sees(both, Nouns.DOSSIER, numbered(53, 58));
                sees(both, Nouns.CERTIFICATE, numbered(61, 63, 64));
                sees(Fixture.NORTH_OFFICE, Nouns.DOSSIER, numbered(53));
                sees(Fixture.NORTH_FOUNDER, Nouns.DOSSIER, numbered(58));
            } finally {
                statement.execute(offices(15, 11));
            }
        }
    }

    private static String offices(int of41, int of42) {
        return "update committee set office = case id when '%s' then '%s' else '%s' end::uuid where id in ('%1$s', '%s')".formatted(Fixture.id(41), Fixture.id(of41), Fixture.id(of42), Fixture.id(42));
    }

    private static TreeSet<String> numbered(int... numbers) {
        return Arrays.stream(numbers).mapToObj(number -> Fixture.id(number).toString()).collect(toCollection(TreeSet::new));
    }

    /** Where an entry stands among all of its chain tells of those that are not shown: objections, and what experts did. */
    @Test
    void an_auditor_is_not_shown_the_places_in_the_chain_of_his_own_dossier() {
        var himself = new Viewer(Fixture.id(37), Set.of(Role.APPLICANT, Role.AUDITOR), Fixture.id(21), Fixture.id(12));
        var own = Map.<String, Object>of("subjectId", Map.of("eq", Fixture.id(52).toString()));
        for (var auditor : List.of(himself, Fixture.AUDITOR)) {
            var isHis = auditor == himself;
            assertEquals(isHis ? 2 : 3, listed(Nouns.TRAIL_ENTRY, auditor, Map.of("where", own)).size());
            assertEquals(isHis ? Set.of("absent") : Set.of("1", "2", "3"), places(auditor, own));
            assertEquals(Set.of("1", "2"), places(auditor, Map.of("subjectId", Map.of("eq", Fixture.id(53).toString()))), "of others' he is");
            for (var asked : List.of(Map.of("gte", 1), Map.of("isNull", false)))
                assertEquals(isHis ? 0 : 3, listed(Nouns.TRAIL_ENTRY, auditor, Map.of("where", Map.of("subjectId", own.get("subjectId"), "place", asked))).size(), "nor found by it");
        }
    }

    /** 53 is He's, and 131 about him: what was done to either an auditor's account that is he does not see, where he does not apply as little as where he does. */
    @Test
    void an_auditor_who_does_not_apply_sees_nothing_of_the_chain_of_his_own_dossier() {
        var himself = listed(Nouns.TRAIL_ENTRY, new Viewer(Fixture.id(37), Set.of(Role.AUDITOR), Fixture.id(22), Fixture.id(12)), Map.of());
        var all = ids(Nouns.TRAIL_ENTRY);
        all.removeAll(ids(Nouns.TRAIL_ENTRY, "where subject in ('" + Fixture.id(53) + "', '" + Fixture.id(131) + "')"));
        assertEquals(all, himself);
        assertTrue(all.size() > 3 && all.size() < ids(Nouns.TRAIL_ENTRY).size(), all::toString);
    }

    @SuppressWarnings("unchecked")
    private Set<String> places(Viewer viewer, Map<String, Object> where) {
        var nodes = new Selection.Field("nodes", "nodes", Map.of(), List.of(), Selection.fields("place"));
        var answer = reader.read(new Root.Rows(Nouns.TRAIL_ENTRY), with(Map.of("where", where), new Selection(List.of(nodes))), Fixture.asks(viewer)).orElseThrow();
        return ((List<Map<String, Object>>) answer.get("nodes")).stream().map(row -> row.get("place") == null ? "absent" : row.get("place").toString()).collect(toCollection(TreeSet::new));
    }

    private void sees(Viewer who, Noun what, TreeSet<String> seen) {
        assertEquals(seen, listed(what, who, Map.of()), "in a list");
        assertEquals(seen.size(), count(what, who), "counted");
        var byId = new TreeSet<String>();
        var there = ids(what);
        assertTrue(there.containsAll(seen));
        for (var id : there) {
            if (reader.byId(what, UUID.fromString(id), Selection.fields("id"), Fixture.asks(who)).isPresent()) byId.add(id);
            assertEquals(byId.contains(id), reader.read(new Root.AnyNoun(), with(Map.of("id", id), Selection.fields("id")), Fixture.asks(who)).isPresent(), "as a node");
        }
        assertEquals(seen, byId, "one by one");
    }

    /** Otherwise a border would have nothing beyond it to be seen by mistake. */
    @ParameterizedTest
    @ValueSource(strings = {"Dossier", "Certificate", "Meeting", "IntegrityEntry", "Achievement", "Person", "Account", "DossierHours", "DossierTitle", "DossierDegree", "DossierAssessment",
        "DossierTestPass", "DossierAchievement", "DossierFinding", "DossierStep", "DossierReturn", "DossierMark", "Originals", "UnitPublication",
                "Objection", "Complaint", "EvidenceFile", "DossierFile", "Message", "AccountConsent", "Payment", "PostCount", "DossierPost", "Entrustment", "CaseFile",
                "Nominator", "Nomination", "TitleTransfer", "SpentAchievement", "Binding", "DossierVerification", "DossierJob"})
    void of_every_noun_with_a_border_there_are_rows_that_each_viewer_does_not_see(String noun) {
        var there = ids(Nouns.named(noun)).size();
        Fixture.VIEWERS.forEach((name, viewer) -> assertTrue(count(Nouns.named(noun), viewer) < there, name));
        assertTrue(Fixture.VIEWERS.values().stream().anyMatch(viewer -> count(Nouns.named(noun), viewer) > 0));
    }

    @Test
    void nobody_learns_by_filtering_what_he_may_not_see() {
        var ofHe = Map.<String, Object>of("where", Map.of("dossier", Map.of("applicant", Map.of("name", Map.of("eq", "何川")))));
        assertEquals(new TreeSet<>(), listed(Nouns.CERTIFICATE, Fixture.LIN, ofHe));
        var byHolder = Map.<String, Object>of("where", Map.of("person", Map.of("name", Map.of("eq", "林晓"))));
        assertTrue(listed(Nouns.CERTIFICATE, Fixture.OFFICE, Map.of()).contains(Fixture.id(61).toString()));
        assertEquals(0, listed(Nouns.CERTIFICATE, Fixture.OFFICE, byHolder).size(), "the office sees the certificate and not the person behind it");
        assertEquals(1, listed(Nouns.CERTIFICATE, Fixture.CLERK, byHolder).size());
    }

    @Test
    void the_whole_identity_number_stands_in_no_column_that_the_reader_has() {
        for (var column : List.of("identity_cipher", "identity_index"))
            assertTrue(assertThrows(SQLException.class, () -> {
                try (var connection = database.reader().getConnection()) {
                    connection.createStatement().executeQuery("select " + column + " from person");
                }
            }).getMessage().contains("permission denied"));
        assertEquals("4212**************", reader.byId(Nouns.PERSON, Fixture.id(21), Selection.fields("identityNumber"), Fixture.asks(Fixture.BUREAU)).orElseThrow().get("identityNumber"));
    }

    @Test
    void there_is_no_read_without_a_viewer() {
        assertThrows(NullPointerException.class, () -> reader.byId(Nouns.ORGANISATION, Fixture.id(11), Selection.fields("id"), Fixture.asks(null)));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_without_a_unit_or_person_sees_nothing_of_dossiers(Role role) {
        assertEquals(0, count(Nouns.DOSSIER, new Viewer(Fixture.id(39), Set.of(role), null, null)));
    }

    @Test
    void a_certificate_is_known_by_number_and_holder_together() {
        var wanted = Selection.fields("title");
        var known = new Root.Known(Nouns.CERTIFICATE, Map.of("number", "number", "name", "holder"));
        assertTrue(reader.read(known, with(Map.of("number", "MADE-UP-2019-1", "name", "林晓"), wanted), Fixture.asks(Viewer.PUBLIC)).isPresent());
        assertTrue(reader.read(known, with(Map.of("number", "MADE-UP-2019-1", "name", "林"), wanted), Fixture.asks(Viewer.PUBLIC)).isEmpty());
        for (var typed : List.of(List.of("ＭＡＤＥ－ＵＰ－２０１９－１", "林\u3000晓"), List.of(" made-up-\u200B2019 -1", "林 晓 ")))
            assertTrue(reader.read(known, with(Map.of("number", typed.getFirst(), "name", typed.getLast()), wanted), Fixture.asks(Viewer.PUBLIC)).isPresent(), "as it stands on the paper");
        assertEquals("name: it has more than 1000 characters; number: it has more than 1000 characters", assertThrows(BadInput.class,
                () -> reader.read(known, with(Map.of("number", "1".repeat(1001), "name", "林".repeat(1001)), wanted), Fixture.asks(Viewer.PUBLIC))).getMessage());
        assertThrows(IllegalArgumentException.class, () -> reader.read(new Root.Known(Nouns.CERTIFICATE, Map.of()), with(Map.of(), wanted), Fixture.asks(Viewer.PUBLIC)));
    }

    /** J24-3.3, X24-5.2a: 222 is everybody's until June 13th, by the time at which it is asked for and not by that at which the statement is sent. */
    @Test
    void a_period_runs_by_the_time_of_the_request() {
        var over = OffsetDateTime.parse("2024-06-13T00:00:00+08:00").toInstant();
        for (var at : List.of(over.minusNanos(1000), over))
            assertEquals(at.isBefore(over), listed(Nouns.UNIT_PUBLICATION, new Given.Request(Viewer.PUBLIC, at), Map.of()).contains(Fixture.id(222).toString()), at::toString);
    }

    @Test
    void a_read_that_takes_too_long_is_ended() {
        try (var hasty = Fixture.pool(database, new ReadLimits(1, 1, Duration.ofMillis(100)))) {
            var slow = Fixture.reader(Slow.of(hasty));
            var refused = assertThrows(ReadRefused.class, () -> slow.byId(Nouns.ORGANISATION, Fixture.id(11), Selection.fields("id"), Fixture.asks(Viewer.PUBLIC)));
            assertEquals(ReadRefused.Why.TIMEOUT, refused.why());
        }
    }

    private TreeSet<String> ids(Noun noun) {
        return ids(noun, "");
    }

    private TreeSet<String> ids(Noun noun, String where) {
        try (var connection = database.owner().getConnection(); var rows = connection.createStatement().executeQuery("select id from " + noun.table() + " " + where)) {
            var ids = new TreeSet<String>();
            while (rows.next()) ids.add(rows.getString(1));
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private TreeSet<String> listed(Noun noun, Viewer viewer, Map<String, Object> arguments) {
        return listed(noun, Fixture.asks(viewer), arguments);
    }

    @SuppressWarnings("unchecked")
    private TreeSet<String> listed(Noun noun, Given.Request asked, Map<String, Object> arguments) {
        var nodes = new Selection.Field("nodes", "nodes", Map.of(), List.of(), Selection.fields("id"));
        var answer = reader.read(new Root.Rows(noun), with(arguments, new Selection(List.of(nodes))), asked).orElseThrow();
        var ids = ((List<Map<String, Object>>) answer.get("nodes")).stream().map(row -> row.get("id").toString()).toList();
        var listed = new TreeSet<>(ids);
        assertEquals(listed.size(), ids.size(), () -> "each row once: " + ids);
        return listed;
    }

    private int count(Noun noun, Viewer viewer) {
        var count = new Selection.Field("totalCount", "totalCount", Map.of(), List.of(), Selection.NOTHING);
        return ((Number) reader.read(new Root.Rows(noun), with(Map.of(), new Selection(List.of(count))), Fixture.asks(viewer)).orElseThrow().get("totalCount")).intValue();
    }

    private static Selection.Field with(Map<String, Object> arguments, Selection below) {
        return new Selection.Field("all", "all", arguments, List.of(), below);
    }
}
