package zhicheng.server.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.key;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.Claims;
import zhicheng.server.Handed;
import zhicheng.server.Office;
import zhicheng.server.Unit;
import zhicheng.server.World;
import zhicheng.server.World.Caller;

/** The register of integrity: who enters what for how long, what it bars when it is there, when it is found later and when it is ended, and who sees it. */
@Tag("database")
@Tag("once")
class RegisterTest {
    private static final String SHOWN = "integrityEntry { id kind clauseId from until document endedAt endedWhy person { id } }";
    private static World world;

    @BeforeAll
    static void open() {
        world = World.at("2024-05-09T09:00:00+08:00");
        var office = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        assertEquals(List.of(), office.publish(office.notice(2024, "2024-05-20T00:00:00+08:00", "2024-07-11T00:00:00+08:00")).get("findings"));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static Handed xianning() {
        world.time("2024-06-20T10:00:00+08:00");
        return Handed.in(world, "xianning", Claims.XIANNING, "421202");
    }

    private static Handed draft(String time, String region, Map<String, Object> claim, String workplace) {
        world.time(time);
        return Handed.draft(world, region, 2024, claim, Claims.told(workplace));
    }

    private static Object[] blacklisted(Handed of, Object... more) {
        return input(of, with(new Object[] {"kind", "BLACKLIST", "clause", "X24-1.4"}, more));
    }

    private static Object[] input(Handed of, Object... more) {
        return with(new Object[] {"person", of.applicant().person().toString(), "reason", "职称申报弄虚作假（虚构）", "document", "虚构〔2024〕9号", "from", "2024-06-20"}, more);
    }

    private static Object[] with(Object[] some, Object... more) {
        var all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private static String entered(Unit bureau, Object... input) {
        var payload = bureau.acts("enterIntegrityEntry", SHOWN, input);
        assertEquals(List.of(), payload.get("findings"));
        return (String) ((Map<?, ?>) payload.get("integrityEntry")).get("id");
    }

    private static List<String> refused(Unit bureau, Object... input) {
        return codes(bureau.acts("enterIntegrityEntry", SHOWN, input));
    }

    private static String clause(Map<String, Object> finding) {
        return (String) ((Map<?, ?>) finding.get("clause")).get("id");
    }

    private static long entries(Handed of) {
        return world.<Long>value("select count(*) from integrity_entry where person = ?", of.applicant().person());
    }

    @Test
    void an_entry_bars_a_submission_from_its_first_day_to_the_last_second_of_its_last() {
        var going = draft("2024-06-19T23:59:59+08:00", "xianning", Claims.XIANNING, "421202");
        entered(going.bureau(), blacklisted(going, "until", "2024-06-25"));
        assertEquals(List.of(), going.applicant().evaluation(going.dossier()).get("refusals"), "it does not stand yet");
        for (var time : List.of("2024-06-20T00:00:00+08:00", "2024-06-24T23:59:59.999999+08:00")) {
            world.time(time);
            var barred = going.applicant().submit(key(), going.dossier(), 2);
            assertEquals(List.of("blacklist"), codes(barred), time);
            assertEquals("X24-1.4", clause(findings(barred).getFirst()));
            assertEquals("2024-06-25T00:00:00+08:00", findings(barred).getFirst().get("from"));
        }
        world.time("2024-06-25T00:00:00+08:00");
        assertEquals(List.of(), codes(going.applicant().submit(key(), going.dossier(), 2)));
    }

    @Test
    void found_later_it_stops_a_dossier_at_its_next_step_by_the_same_rule_and_lets_go_when_it_is_ended() {
        var going = xianning();
        going.published();
        entered(going.bureau(), input(going, "kind", "INVESTIGATION", "clause", "X24-1.3"));
        var held = going.approver().act("recommendDossier", going.dossier(), "opinion", Handed.SENTENCE);
        assertEquals(List.of("sanction"), codes(held));
        assertEquals("X24-1.3", clause(findings(held).getFirst()));
        assertTrue(findings(held).getFirst().get("remedy").toString().contains("X24-1.found"), held::toString);
        assertFalse(held.toString().contains("立案调查（"), "of the entry itself the employer is told nothing");
        assertEquals("EMPLOYER_PUBLICITY", going.stage());

        var other = xianning();
        other.published();
        other.recommended();
        var entry = entered(other.bureau(), blacklisted(other));
        assertEquals(List.of("blacklist"), other.clerk().refused("forwardDossier", other.dossier()));
        world.time("2024-06-28T09:00:00+08:00");
        var ended = other.bureau().acts("endIntegrityEntry", SHOWN, "entry", entry, "until", "2024-06-29", "reason", "经复核撤销");
        assertEquals(List.of(), ended.get("findings"));
        assertEquals("2024-06-29", ((Map<?, ?>) ended.get("integrityEntry")).get("until"));
        world.time("2024-06-28T23:59:59.999999+08:00");
        assertEquals(List.of("blacklist"), other.clerk().refused("forwardDossier", other.dossier()));
        world.time("2024-06-29T00:00:00+08:00");
        other.clerk().does("forwardDossier", other.dossier());
        assertEquals("UPPER_REVIEW", other.stage());

        going.approver().does("refuseRecommendation", going.dossier(), "reason", "申报后被立案调查", "clause", "X24-1.found");
        assertEquals("REJECTED", going.stage());
    }

    /** X24-1.found: 申报后发现上述情形的,审核不予通过. */
    @Test
    void found_after_the_recommendation_or_before_a_committee_it_is_refused_by_who_has_it_with_its_clauses() {
        var recommended = xianning();
        recommended.published();
        recommended.recommended();
        entered(recommended.bureau(), blacklisted(recommended));
        assertEquals(List.of("blacklist"), recommended.clerk().refused("forwardDossier", recommended.dossier()));
        recommended.approver().does("refuseRecommendation", recommended.dossier(), "reason", "列入黑名单");
        assertEquals("REJECTED", recommended.stage());
        assertEquals("X24-1.4", world.value("select clause from message where dossier = ? and kind = 'REFUSED'", recommended.id()));
        assertEquals("X24-1.4", world.value("select ended_clause from dossier where id = ?", recommended.id()));
        assertTrue(world.<String>value("select convert_from(entry, 'UTF8') from trail where subject = ? and act = 'REFUSE'", recommended.id()).contains("\"clauses\":[\"X24-1.4\",\"X24-1.found\"]"));

        world.time("2024-05-09T09:00:00+08:00");
        var committee = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        committee.publish(committee.notice(2024, "2024-05-20T00:00:00+08:00", "2024-07-11T00:00:00+08:00"));
        var arrived = xianning();
        arrived.published();
        arrived.recommended();
        var office = new Unit(world, committee.caller(), null);
        arrived.clerk().does("forwardDossier", arrived.dossier());
        assertEquals(List.of("dossier.not-found"), office.refused("refuseRecommendation", arrived.dossier(), "reason", "列入黑名单"), "it has not come there");
        arrived.department().does("forwardDossier", arrived.dossier());
        arrived.bureau().does("forwardDossier", arrived.dossier(), "committee", committee.committee().toString());
        entered(arrived.bureau(), blacklisted(arrived));
        assertTrue(office.refused("acceptDossier", arrived.dossier()).contains("blacklist"));
        assertEquals(List.of("chain.elsewhere"), arrived.bureau().refused("refuseRecommendation", arrived.dossier(), "reason", "列入黑名单"));
        office.does("refuseRecommendation", arrived.dossier(), "reason", "列入黑名单");
        assertEquals("REJECTED", arrived.stage());
        assertEquals(List.of("chain.stage"), office.refused("acceptDossier", arrived.dossier()));
    }

    @Test
    void what_is_told_and_what_the_register_says_are_judged_by_one_rule_of_the_dossiers_own_edition() {
        var told = draft("2024-06-20T10:00:00+08:00", "xianning", Claims.XIANNING, "421202");
        assertEquals(List.of(), told.applicant().edit(key(), told.dossier(), 2, Map.of("facts", Claims.but(Claims.told("421202"), "sanctions", List.of(Map.of("kind", "PARTY", "from", "2024-01-01"))))).get("findings"));
        var known = draft("2024-06-20T10:00:00+08:00", "xianning", Claims.XIANNING, "421202");
        entered(known.bureau(), input(known, "kind", "PARTY", "clause", "X24-1.3", "from", "2024-01-01"));
        var byHim = refusal(told, "sanction");
        assertEquals(byHim, refusal(known, "sanction"));
        assertEquals("X24-1.3", clause(byHim));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> refusal(Handed of, String code) {
        return ((List<Map<String, Object>>) of.applicant().evaluation(of.dossier()).get("refusals")).stream().filter(one -> one.get("code").equals(code)).findFirst().orElseThrow();
    }

    @Test
    void an_application_in_which_falsehood_was_found_is_cancelled_at_once_where_the_notice_says_so() {
        var going = xianning();
        going.published();
        world.time("2024-06-27T10:00:00+08:00");
        var neighbour = Unit.of(world.applicant());
        assertEquals(List.of(), codes(neighbour.objects(world.<UUID>value("select id from publication where dossier = ?", going.id()).toString(), "says", "论文非本人")));
        entered(going.bureau(), input(going, "kind", "FALSE_MATERIAL", "clause", "X24-5.1", "dossier", going.dossier()));
        assertEquals("DISQUALIFIED", going.stage());
        assertEquals("OBJECTION_LEFT_OPEN", neighbour.sees("{ messages { nodes { kind } } }", "data", "messages", "nodes", 0, "kind"), "who objected is told");
        assertEquals(List.of("DISQUALIFIED", "取消参评资格（X24-5.1）"), world.<List<String>>one(row -> List.of(row.getString(1), row.getString(2)), "select outcome, words from dossier_step where dossier = ?", going.id()));
        assertEquals(0L, world.<Long>value("select count(*) from publication where dossier = ? and ended_at is null", going.id()));
        assertEquals("X24-5.1", world.value("select clause from trail where subject = ? and act = 'DISQUALIFY'", going.id()));
        assertEquals(Map.of("endedClauseId", "X24-5.1"), Unit.of(going.applicant()).sees("{ dossier(id: \"%s\") { endedClauseId } }".formatted(going.dossier()), "data", "dossier"));
        assertEquals(Map.of("kind", "DISQUALIFIED", "clauseId", "X24-5.1", "dossier", Map.of("id", going.dossier())), Unit.of(going.applicant()).sees("{ messages(where: {kind: {neq: INTEGRITY_ENTERED}}) { nodes { kind clauseId dossier { id } } } }", "data", "messages", "nodes", 0), "he is told");
        assertEquals(List.of("chain.stage"), going.approver().refused("recommendDossier", going.dossier(), "opinion", Handed.SENTENCE));
        assertEquals(List.of("dossier.stage"), refused(going.bureau(), blacklisted(going, "clause", "X24-5.1", "dossier", going.dossier())), "it is no more on its way");

        var another = xianning();
        assertEquals(List.of("dossier.not-found"), refused(going.bureau(), blacklisted(going, "clause", "X24-5.1", "dossier", another.dossier())), "somebody else's");
        assertEquals(List.of("integrity.no-cancelling"), refused(another.bureau(), blacklisted(another, "dossier", another.dossier())), "X24-1.4 does not say so");
        assertEquals("SUBMITTED", another.stage());
        assertEquals(0, entries(another));

        world.time("2024-09-18T10:00:00+08:00");
        var jiayuguan = Handed.in(world, "jiayuguan", Claims.JIAYUGUAN, "620200");
        entered(jiayuguan.bureau(), input(jiayuguan, "kind", "ACADEMIC_MISCONDUCT", "clause", "J24-4.3", "dossier", jiayuguan.dossier()));
        assertEquals("DISQUALIFIED", jiayuguan.stage());
    }

    /** X24-5.1, J24-4.3: who withdraws does not get round it while he can restore; and what he could not hand in he does not restore (X24-1.4). */
    @Test
    void what_was_withdrawn_is_cancelled_while_it_can_be_restored_and_not_restored_against_a_bar() {
        var withdrawn = xianning();
        var own = Unit.of(withdrawn.applicant());
        own.does("withdrawDossier", withdrawn.dossier());
        entered(withdrawn.bureau(), input(withdrawn, "kind", "FALSE_MATERIAL", "clause", "X24-5.1", "dossier", withdrawn.dossier()));
        assertEquals("DISQUALIFIED", withdrawn.stage());
        assertEquals(List.of("dossier.stage"), own.refused("restoreDossier", withdrawn.dossier()));
        assertEquals("once-per-series:ENGINEERING, one-series", world.value("select string_agg(key, ', ' order by key) from dossier_exclusion where dossier = ?", withdrawn.id()), "and excludes another as if it had not been withdrawn");

        var barred = xianning();
        Unit.of(barred.applicant()).does("withdrawDossier", barred.dossier());
        entered(barred.bureau(), blacklisted(barred, "until", "2024-06-25"));
        var refused = Unit.of(barred.applicant()).act("restoreDossier", barred.dossier());
        assertEquals(List.of("blacklist"), codes(refused));
        assertEquals(List.of("X24-1.4", "2024-06-25T00:00:00+08:00"), List.of(clause(findings(refused).getFirst()), findings(refused).getFirst().get("from")));
        assertEquals("WITHDRAWN", barred.stage());
        world.time("2024-06-25T00:00:00+08:00");
        Unit.of(barred.applicant()).does("restoreDossier", barred.dossier());

        world.time("2024-09-18T10:00:00+08:00");
        var named = Handed.in(world, "jiayuguan", Claims.JIAYUGUAN, "620200");
        var falsehood = input(named, "kind", "FALSE_MATERIAL", "clause", "J24-4.3");
        Unit.of(named.applicant()).does("withdrawDossier", named.dossier());
        var entry = entered(named.bureau(), falsehood);
        Unit.of(named.applicant()).does("restoreDossier", named.dossier());
        assertEquals(List.of("integrity.known"), refused(named.bureau(), falsehood), "nothing new is said");
        var otherwise = named.bureau().acts("enterIntegrityEntry", SHOWN, with(falsehood, "dossier", named.dossier(), "reason", "另一原因", "document", "虚构〔2024〕10号", "until", "2030-01-01"));
        assertEquals(List.of("integrity.known input.reason", "integrity.known input.document", "integrity.known input.until"), places(otherwise), "what could not be kept");
        assertTrue(findings(otherwise).stream().allMatch(one -> one.get("asked").toString().contains(entry)), otherwise::toString);
        assertEquals("SUBMITTED", named.stage());
        assertEquals(entry, entered(named.bureau(), with(falsehood, "dossier", named.dossier())), "the entry that stands, and the application in which it was found too");
        assertEquals(List.of("DISQUALIFIED", 1L), List.of(named.stage(), entries(named)));
        assertEquals("ENTER_INTEGRITY, NAME_DOSSIER", world.value("select string_agg(act, ', ' order by seq) from trail where subject = ? and act in ('ENTER_INTEGRITY', 'NAME_DOSSIER')", named.applicant().person()));

        var late = Handed.in(world, "jiayuguan", Claims.JIAYUGUAN, "620200");
        Unit.of(late.applicant()).does("withdrawDossier", late.dossier());
        world.time("2024-10-21T00:00:00+08:00");
        var gone = late.bureau().acts("enterIntegrityEntry", "integrityEntry { id }", input(late, "kind", "FALSE_MATERIAL", "clause", "J24-4.3", "dossier", late.dossier()));
        assertEquals("dossier.stage 不指明申报", findings(gone).getFirst().get("code") + " " + ((Map<?, ?>) findings(gone).getFirst().get("remedy")).get("zh"), "it is withdrawn for good");
    }

    @Test
    void a_term_is_what_the_notice_says_and_where_it_says_none_what_was_decided() {
        var going = xianning();
        var pledge = input(going, "kind", "FALSE_MATERIAL", "clause", "X24-annex2");
        assertEquals(List.of("integrity.term"), refused(going.bureau(), with(pledge, "until", "2026-06-20")));
        var entry = entered(going.bureau(), pledge);
        assertEquals("2027-06-20", going.bureau().sees("{ integrityEntries(where: {id: {eq: \"%s\"}}) { nodes { until } } }".formatted(entry), "data", "integrityEntries", "nodes", 0, "until"));
        assertEquals(List.of("integrity.until"), refused(going.bureau(), blacklisted(going, "until", "2024-06-20")), "it ends before it begins");

        var bijie = draft("2024-09-18T10:00:00+08:00", "bijie", Claims.BIJIE, "520502");
        var misconduct = input(bijie, "kind", "ACADEMIC_MISCONDUCT", "clause", "B23-3.3", "from", "2024-09-10");
        var other = bijie.bureau().acts("enterIntegrityEntry", "integrityEntry { id }", with(misconduct, "until", "2026-09-10"));
        assertEquals(List.of("integrity.term"), codes(other));
        assertEquals("情节严重的，填至 2027-09-10；不严重的，不填终止日", ((Map<?, ?>) findings(other).getFirst().get("remedy")).get("zh"), "left out it would not be serious");
        entered(bijie.bureau(), with(misconduct, "until", "2027-09-10"));
        var barred = bijie.applicant().submit(key(), bijie.dossier(), 2);
        assertEquals(List.of("academic-misconduct"), codes(barred));
        assertEquals("B23-3.3", clause(findings(barred).getFirst()));
        assertEquals("2027-09-10T00:00:00+08:00", findings(barred).getFirst().get("from"));

        var noted = draft("2024-09-18T10:00:00+08:00", "bijie", Claims.BIJIE, "520502");
        entered(noted.bureau(), input(noted, "kind", "ACADEMIC_MISCONDUCT", "clause", "B23-3.3", "from", "2024-09-10"));
        assertEquals(true, world.value("select until_day is null from integrity_entry where person = ?", noted.applicant().person()), "noted, and not a bar of three years");
    }

    /** 1900 to 2199, as people may tell them. */
    @Test
    void a_day_that_nobody_could_tell_is_refused_when_it_is_entered() {
        var going = xianning();
        for (var until : List.of("2200-01-01", "9999-12-31"))
            assertEquals(List.of("integrity.until"), refused(going.bureau(), blacklisted(going, "until", until)), until);
        assertEquals(List.of("integrity.from"), refused(going.bureau(), blacklisted(going, "from", "1899-12-31")));
        assertEquals(List.of("integrity.from", "integrity.until"), refused(going.bureau(), blacklisted(going, "from", "2200-01-01", "until", "2201-01-01")));
        assertEquals(List.of("integrity.until"), refused(going.bureau(), input(going, "kind", "FALSE_MATERIAL", "clause", "X24-annex2", "from", "2198-06-20")), "three years from then on");
        assertEquals(0, entries(going));
        var last = entered(going.bureau(), blacklisted(going, "from", "1900-01-01", "until", "2199-12-31"));
        going.published();
        assertEquals(List.of("blacklist"), going.approver().refused("recommendDossier", going.dossier(), "opinion", Handed.SENTENCE));
        assertEquals(List.of(), ended(going, last, "2024-07-01"));
        var endless = entered(going.bureau(), blacklisted(going));
        for (var until : List.of("2200-01-01", "9999-12-31")) assertEquals(List.of("integrity.until"), ended(going, endless, until));
        assertEquals(List.of(), ended(going, endless, "2199-12-31"));
    }

    @Test
    void an_entry_that_was_made_with_such_days_is_judged_as_it_stands() {
        var going = draft("2024-06-20T10:00:00+08:00", "xianning", Claims.XIANNING, "421202");
        old(going, "BLACKLIST", "X24-1.4", "0001-01-01", "9999-12-31");
        var barred = going.applicant().submit(key(), going.dossier(), 2);
        assertEquals(List.of("blacklist"), codes(barred));
        assertEquals("9999-12-31T00:00:00+08:00", findings(barred).getFirst().get("from"));
        assertEquals("X24-1.4", clause(refusal(going, "blacklist")));
        assertEquals(List.of(), going.applicant().edit(key(), going.dossier(), 2, Map.of("facts", Claims.but(Claims.told("421202"), "sanctions", List.of()))).get("findings"));
        assertEquals("X24-1.4", clause(refusal(going, "blacklist")), "whatever he tells");

        var found = xianning();
        found.published();
        old(found, "BLACKLIST", "X24-1.4", "2024-01-01", "2300-01-01");
        assertEquals(List.of("blacklist"), found.approver().refused("recommendDossier", found.dossier(), "opinion", Handed.SENTENCE));
        world.write("update integrity_entry set until_day = '2024-06-01' where person = ?", found.applicant().person());
        old(found, "BLACKLIST", "X24-1.4", "8000-01-01", "9999-12-31");
        found.recommended();
        world.write("update integrity_entry set from_day = '0001-01-01' where person = ? and from_day = '8000-01-01'", found.applicant().person());
        assertEquals(List.of("blacklist"), found.clerk().refused("forwardDossier", found.dossier()));
    }

    /** One that was entered by mistake has never stood, where that is found before its first day is over. */
    @ParameterizedTest
    @ValueSource(strings = {"2024-06-20", "2024-06-25"})
    void what_was_entered_by_mistake_ends_for_nothing_on_its_first_day_or_before(String from) {
        var going = xianning();
        var entry = entered(going.bureau(), blacklisted(going, "from", from));
        assertEquals(List.of("integrity.until"), ended(going, entry, "2024-06-19"));
        assertEquals(List.of(), ended(going, entry, from));
        assertEquals(List.of("integrity.over"), ended(going, entry, from));
        going.published();
        going.recommended();
        assertEquals(from, world.value("select until_day::text from integrity_entry where id = ?", UUID.fromString(entry)));
        var rightly = entered(going.bureau(), blacklisted(going, "from", from, "reason", "虚构的另一原因"));
        assertNotEquals(entry, rightly, "rightly, from the same day");
        assertEquals(List.of("integrity.known"), refused(going.bureau(), blacklisted(going, "from", from)));
        var entered = "INTEGRITY_ENTERED X24-1.4 诚信档案自 %s 起有您的一条记录（integrityEntries）".formatted(from);
        var nothing = "INTEGRITY_ENDED X24-1.4 诚信档案中自 %s 起的一条记录已撤销".formatted(from);
        assertEquals(List.of(nothing, entered, entered), registered(going));
        assertEquals(List.of(), ended(going, rightly, "2024-12-31"));
        assertEquals(List.of(), ended(going, rightly, "2024-11-30"), "earlier still");
        var early = "INTEGRITY_ENDED X24-1.4 诚信档案中自 " + from + " 起的一条记录提前终止，自 %s 起失效";
        assertEquals(List.of(nothing, early.formatted("2024-11-30"), early.formatted("2024-12-31"), entered, entered), registered(going), "he is told of each day");
        var again = going.bureau().acts("enterIntegrityEntry", "integrityEntry { id }", blacklisted(going, "from", from));
        assertEquals("integrity.known 已提前终止的记录不再变更；另行决定的，自其起始日另记", findings(again).getFirst().get("code") + " " + ((Map<?, ?>) findings(again).getFirst().get("remedy")).get("zh"));
    }

    /** What the person is told of the register. */
    private static List<String> registered(Handed of) {
        return Unit.of(of.applicant()).<List<Map<String, Object>>>sees("{ messages(where: {kind: {in: [INTEGRITY_ENTERED, INTEGRITY_ENDED]}}) { nodes { kind clauseId zh } } }", "data", "messages", "nodes").stream()
                .map(one -> one.get("kind") + " " + one.get("clauseId") + " " + one.get("zh")).sorted().toList();
    }

    /** As it could be entered once. */
    private static void old(Handed of, String kind, String clause, String from, String until) {
        world.write("insert into integrity_entry (id, person, region, kind, reason, clause, document, from_day, until_day, decided_by, created_at) values (gen_random_uuid(), ?, 'xianning', ?, '虚构', ?, '虚构', ?::date, ?::date, ?, ?)",
                of.applicant().person(), kind, clause, from, until, of.bureau().id(), world.now());
    }

    @ParameterizedTest
    @CsvSource({"APPLICANT", "EMPLOYER_CLERK", "EMPLOYER_APPROVER", "AGENCY", "SUPERIOR_DEPT", "RELAY", "COMMITTEE_OFFICE", "COMMITTEE_ORGANISER", "EXPERT", "SUPERVISOR", "FINANCE", "SYS_ADMIN", "AUDITOR"})
    void nobody_but_a_bureau_keeps_the_register(String role) {
        var going = xianning();
        var wrong = role.equals("APPLICANT") ? Unit.of(going.applicant()) : Unit.of(world, going.bureau().id(), role);
        assertEquals("FORBIDDEN", wrong.sends("enterIntegrityEntry", SHOWN, blacklisted(going)).error());
        assertEquals("FORBIDDEN", wrong.sends("endIntegrityEntry", SHOWN, "entry", going.dossier(), "until", "2024-07-01", "reason", "撤销").error());
        assertEquals("UNAUTHENTICATED", new Unit(world, Caller.PUBLIC, null).sends("enterIntegrityEntry", SHOWN, blacklisted(going)).error());
        assertEquals(0, entries(going));
    }

    @Test
    void another_regions_bureau_learns_nothing_and_nobody_keeps_his_own() {
        var going = xianning();
        var stranger = Unit.of(world, world.organisation("HRSS", "jiayuguan"), "HRSS_CITY");
        var theirs = stranger.acts("enterIntegrityEntry", SHOWN, input(going, "kind", "PARTY", "clause", "J24-1b"));
        var nobody = UUID.randomUUID().toString();
        assertEquals(List.of("person.not-found"), codes(theirs));
        assertEquals(theirs.toString().replace(going.applicant().person().toString(), nobody), stranger.acts("enterIntegrityEntry", SHOWN, input(going, "person", nobody, "kind", "PARTY", "clause", "J24-1b")).toString());
        var himself = new Unit(world, world.account(going.applicant().person(), going.bureau().id(), "HRSS_CITY"), going.bureau().id());
        assertEquals(List.of("integrity.own"), refused(himself, blacklisted(going)));
        var entry = entered(going.bureau(), blacklisted(going));
        assertEquals(List.of("integrity.own"), codes(himself.acts("endIntegrityEntry", SHOWN, "entry", entry, "until", "2024-07-01", "reason", "撤销")));
        var officer = world.applicant().person();
        world.numbered(officer);
        var namesake = new Unit(world, world.account(officer, going.bureau().id(), "HRSS_CITY"), going.bureau().id());
        for (var may : List.of(namesake.acts("enterIntegrityEntry", SHOWN, blacklisted(going)), namesake.acts("endIntegrityEntry", SHOWN, "entry", entry, "until", "2024-07-01", "reason", "撤销"))) {
            assertEquals(List.of("integrity.own"), codes(may), "who may be he: of him no number is known");
            assertTrue(findings(may).getFirst().get("remedy").toString().contains("confirmRealName"), may::toString);
        }
        world.numbered(going.applicant().person());
        assertEquals(List.of(), codes(namesake.acts("endIntegrityEntry", SHOWN, "entry", entry, "until", "2024-07-01", "reason", "撤销")), "another, as both numbers say");
        var unknown = stranger.acts("endIntegrityEntry", SHOWN, "entry", entry, "until", "2024-07-01", "reason", "撤销");
        assertEquals(List.of("integrity.not-found"), codes(unknown));
        assertEquals(unknown.toString().replace(entry, nobody), stranger.acts("endIntegrityEntry", SHOWN, "entry", nobody, "until", "2024-07-01", "reason", "撤销").toString());
    }

    @Test
    void missing_and_hostile_input_is_said_all_at_once_and_changes_nothing() {
        var going = xianning();
        assertEquals(List.of("integrity.ground", "integrity.reason", "integrity.document", "integrity.until"),
                refused(going.bureau(), input(going, "kind", "PARTY", "clause", "x'; drop table integrity_entry; --", "reason", " ", "document", "号".repeat(201), "until", "2024-06-01")));
        assertEquals(List.of("integrity.ground"), refused(going.bureau(), input(going, "kind", "PARTY", "clause", "")));
        var ground = (Map<?, ?>) findings(going.bureau().acts("enterIntegrityEntry", SHOWN, input(going, "kind", "PARTY", "clause", "X24-1.4"))).getFirst().get("asked");
        assertTrue(((String) ground.get("zh")).matches("本地区通知规定的记入事项：[^A-Z\\[\\]]+（X24-[0-9a-z.]+）(；[^A-Z\\[\\]]+（X24-[0-9a-z.]+）)+"), ground::toString);
        assertEquals(List.of("integrity.ground"), refused(going.bureau(), input(going, "kind", "PARTY", "clause", "X24-1.4")), "the clause does not have it noted");
        assertEquals(List.of("integrity.ground"), refused(going.bureau(), input(going, "kind", "PARTY", "clause", "J24-1b")), "another region's");
        assertEquals(List.of("integrity.reason"), refused(going.bureau(), blacklisted(going, "reason", "因".repeat(2001))));
        assertEquals("BAD_INPUT", going.bureau().sends("enterIntegrityEntry", SHOWN, blacklisted(going, "person", "1 or 1=1")).error());
        assertEquals("BAD_INPUT", going.bureau().sends("endIntegrityEntry", SHOWN, "entry", "' or ''='", "until", "2024-07-01", "reason", "撤销").error());
        assertEquals(0, entries(going));
    }

    @Test
    void twice_and_two_at_once_it_is_entered_once() {
        for (var race = 0; race < 5; race++) {
            var going = xianning();
            var colleague = Unit.of(world, going.bureau().id(), "HRSS_CITY");
            var done = World.together(() -> refused(going.bureau(), blacklisted(going)), () -> refused(colleague, blacklisted(going)));
            assertEquals(new TreeSet<>(List.of("[]", "[integrity.known]")), new TreeSet<>(done.stream().map(List::toString).toList()));
            assertEquals(1, entries(going));
        }
        var going = xianning();
        var once = blacklisted(going, "key", key());
        assertEquals(entered(going.bureau(), once), entered(going.bureau(), once), "the same key, the first outcome");
        assertEquals(List.of("integrity.known"), refused(going.bureau(), blacklisted(going)));
        assertEquals(1, entries(going));
    }

    @Test
    void an_entry_is_ended_early_once_and_never_for_days_that_are_past_nor_made_longer() {
        var going = xianning();
        var entry = entered(going.bureau(), blacklisted(going, "from", "2024-06-01", "until", "2024-12-01"));
        assertEquals(List.of("integrity.until"), ended(going, entry, "2024-06-19"));
        assertEquals(List.of("integrity.longer"), ended(going, entry, "2024-12-01"));
        assertEquals(List.of("integrity.longer"), ended(going, entry, "2025-12-01"));
        assertEquals(List.of("integrity.reason"), codes(going.bureau().acts("endIntegrityEntry", SHOWN, "entry", entry, "until", "2024-07-01", "reason", "\t")));
        assertEquals(List.of(), ended(going, entry, "2024-06-20"));
        assertEquals(List.of("integrity.over"), ended(going, entry, "2024-06-21"), "it is over");
        var today = entered(going.bureau(), blacklisted(going));
        assertEquals(List.of(), ended(going, today, "2024-06-21"));
    }

    /** B24-3.2: somebody with a dossier that could not be carried over to the one that he turned out to be. */
    @Test
    void what_is_entered_of_somebody_who_turned_out_to_be_another_stands_against_that_one_and_bars_what_is_handed_in_as_either() {
        var going = xianning();
        going.published();
        var known = world.applicant().person();
        var same = new Unit(world, world.account(known, going.bureau().id(), "HRSS_CITY"), going.bureau().id());
        world.write("update person set provisional = true, carried_to = ? where id = ?", known, going.applicant().person());
        assertEquals(List.of("integrity.own"), refused(same, blacklisted(going)));
        assertEquals(List.of("integrity.own"), codes(same.acts("enterComplaint", "complaint { id }", "about", going.applicant().person().toString(), "says", "虚构")));
        assertEquals(List.of(), codes(going.bureau().acts("enterComplaint", "complaint { id }", "about", going.applicant().person().toString(), "says", "虚构")));
        assertEquals(1L, world.<Long>value("select count(*) from complaint where about = ?", known));
        assertEquals(List.of("complaint.open"), going.approver().refused("recommendDossier", going.dossier(), "opinion", Handed.SENTENCE));
        world.write("update complaint set concluded_at = received_at, conclusion = '不属实', founded = false where about = ?", known);
        var entry = entered(going.bureau(), blacklisted(going));
        assertEquals(known, world.value("select person from integrity_entry where id = ?", UUID.fromString(entry)));
        assertEquals("ENTER_INTEGRITY", world.value("select act from trail where subject = ?", known));
        assertEquals(1L, world.<Long>value("select count(*) from message where person = ? and kind = 'INTEGRITY_ENTERED'", known));
        assertEquals(List.of("integrity.known"), refused(going.bureau(), blacklisted(going, "person", known.toString())));
        assertEquals(List.of("blacklist"), going.approver().refused("recommendDossier", going.dossier(), "opinion", Handed.SENTENCE));
        entered(going.bureau(), input(going, "kind", "FALSE_MATERIAL", "clause", "X24-5.1", "dossier", going.dossier()));
        assertEquals("DISQUALIFIED", going.stage());
    }

    /** One of the two was carried over: who entered one of them names an application by it; an ended one is not named where another stands. */
    @Test
    void of_two_that_are_the_same_each_is_named_by_who_entered_it_and_one_that_stands_before_one_that_was_ended() {
        var going = xianning();
        var units = List.of(Unit.of(world, world.organisation("HRSS", "xianning"), "HRSS_COUNTY"), Unit.of(world, world.organisation("HRSS", "xianning"), "HRSS_COUNTY"));
        var endless = input(going, "kind", "FALSE_MATERIAL", "clause", "X24-5.1");
        var falsehood = with(endless, "until", "2027-03-04");
        var his = entered(units.get(0), falsehood);
        var carried = UUID.randomUUID();
        world.write("insert into integrity_entry (id, person, region, kind, reason, clause, document, from_day, until_day, decided_by, created_at, carried) select ?, person, region, kind, '另一原因', clause, document, from_day, null, ?, created_at, true from integrity_entry where id = ?",
                carried, units.get(1).id(), UUID.fromString(his));
        assertEquals(List.of("integrity.known"), refused(going.bureau(), falsehood), "once");
        var named = with(endless, "dossier", going.dossier(), "reason", "另一原因");
        assertEquals(List.of("integrity.known input.reason", "integrity.known input.until"), places(units.get(0).acts("enterIntegrityEntry", SHOWN, named)), "as he entered it");
        assertEquals(carried.toString(), entered(units.get(1), named));
        var other = xianning();
        world.write("update integrity_entry set person = ? where person = ?", other.applicant().person(), going.applicant().person());
        assertEquals(List.of(), ended(other, his, "2024-06-21"));
        assertEquals(carried.toString(), entered(other.bureau(), with(named, "person", other.applicant().person().toString(), "dossier", other.dossier())));
    }

    /** X24-5.1: who may not read what another has entered learns from the refusal that he tells it otherwise, not where, and whom to ask. */
    @Test
    void what_another_entered_is_not_told_by_the_refusal_to_enter_it_once_more() {
        var going = xianning();
        var decided = Unit.of(world, world.organisation("HRSS", "xianning"), "HRSS_COUNTY");
        var other = Unit.of(world, world.organisation("HRSS", "xianning"), "HRSS_COUNTY");
        var falsehood = input(going, "kind", "FALSE_MATERIAL", "clause", "X24-5.1", "until", "2027-03-04");
        var entry = entered(decided, falsehood);
        var otherwise = with(falsehood, "dossier", going.dossier(), "reason", "另一原因", "document", "虚构〔2024〕10号", "until", "2030-01-01");
        var places = List.of("integrity.known input.reason", "integrity.known input.document", "integrity.known input.until");
        for (var sees : List.of(decided, going.bureau())) {
            var told = sees.acts("enterIntegrityEntry", SHOWN, otherwise);
            assertEquals(places, places(told));
            assertTrue(findings(told).stream().allMatch(one -> one.get("asked").toString().contains(entry)), told::toString);
        }
        var told = other.acts("enterIntegrityEntry", SHOWN, otherwise);
        for (var hidden : List.of("职称申报弄虚作假", "〔2024〕9号", "2027-03-04", entry)) assertFalse(told.toString().contains(hidden), told::toString);
        assertEquals(List.of("integrity.known input.dossier"), places(told));
        assertTrue(findings(told).getFirst().get("remedy").toString().contains("请作出该记录的单位或市级人社部门"), told::toString);
        for (var guess : List.of(with(otherwise, "reason", "职称申报弄虚作假（虚构）"), with(otherwise, "document", "虚构〔2024〕9号"), with(otherwise, "until", "2027-03-04"), with(otherwise, "document", "虚构〔2024〕9号", "until", "2027-03-04")))
            assertEquals(told.get("findings"), other.acts("enterIntegrityEntry", SHOWN, guess).get("findings"), "what he guesses right is not confirmed");
        for (var document : List.of("虚构〔2024〕9号", "虚构〔2024〕10号"))
            assertEquals(List.of("integrity.reason input.reason"), places(other.acts("enterIntegrityEntry", SHOWN, with(otherwise, "reason", " ", "document", document, "until", "2027-03-04"))), "nor where the rest is refused by itself");
        assertEquals(List.of("integrity.reason input.reason", "integrity.document input.document"), places(other.acts("enterIntegrityEntry", SHOWN, with(falsehood, "dossier", going.dossier(), "reason", " ", "document", " "))));
        for (var day : List.of("2024-06-20", "2024-06-19")) { // one on which it stands, and one on which it does not: that is asked for free, day by day
            assertEquals(List.of("integrity.reason input.reason"), places(other.acts("enterIntegrityEntry", SHOWN, with(falsehood, "from", day, "reason", " "))));
            assertEquals(List.of("dossier.not-found input.dossier"), places(other.acts("enterIntegrityEntry", SHOWN, with(otherwise, "from", day, "dossier", UUID.randomUUID().toString()))));
        }
        assertEquals(List.of("integrity.reason input.reason", "integrity.known input.from"), places(decided.acts("enterIntegrityEntry", SHOWN, with(falsehood, "reason", " "))), "who may read it is told all at once");
        assertEquals(List.of("integrity.known input.from"), places(other.acts("enterIntegrityEntry", SHOWN, falsehood)));
        world.write("update integrity_entry set document = null where id = ?", UUID.fromString(entry)); // as it could be entered once
        assertEquals(List.of("integrity.known input.until"), places(decided.acts("enterIntegrityEntry", SHOWN, with(falsehood, "dossier", going.dossier(), "until", "2030-01-01"))));
        assertEquals("SUBMITTED", going.stage());
        assertEquals(entry, entered(decided, with(falsehood, "dossier", going.dossier())), "what it does not have is not compared");
        assertEquals("DISQUALIFIED", going.stage());

        var over = xianning();
        var ended = input(over, "kind", "FALSE_MATERIAL", "clause", "X24-5.1", "dossier", over.dossier());
        assertEquals(List.of(), codes(decided.acts("endIntegrityEntry", SHOWN, "entry", entered(decided, input(over, "kind", "FALSE_MATERIAL", "clause", "X24-5.1")), "until", "2024-06-21", "reason", "撤销")));
        assertEquals(List.of("integrity.reason input.reason"), places(other.acts("enterIntegrityEntry", SHOWN, with(ended, "reason", " "))));
        assertEquals(List.of("integrity.known input.from"), places(other.acts("enterIntegrityEntry", SHOWN, ended)));
        assertEquals("SUBMITTED", over.stage());
    }

    private static List<String> places(Map<String, Object> payload) {
        return findings(payload).stream().map(one -> one.get("code") + " " + one.get("path")).toList();
    }

    private static List<String> ended(Handed of, String entry, String until) {
        return codes(of.bureau().acts("endIntegrityEntry", SHOWN, "entry", entry, "until", until, "reason", "经复核撤销"));
    }

    @Test
    void it_is_seen_by_himself_by_the_bureau_and_by_who_decided_and_by_nobody_else() {
        var going = xianning();
        var county = Unit.of(world, world.organisation("HRSS", "xianning"), "HRSS_COUNTY");
        var entry = entered(county, blacklisted(going));
        var query = "{ integrityEntries(where: {id: {eq: \"%s\"}}) { totalCount nodes { reason } } }".formatted(entry);
        for (var sees : List.of(Unit.of(going.applicant()), going.bureau(), county)) assertEquals(1, sees.<Integer>sees(query, "data", "integrityEntries", "totalCount"));
        for (var not : List.of(new Unit(world, Caller.PUBLIC, null), Unit.of(world.applicant()), going.clerk(), going.approver(), going.department(), Unit.of(world, going.bureau().id(), "COMMITTEE_OFFICE"),
                Unit.of(world, world.organisation("HRSS", "xianning"), "HRSS_COUNTY"), Unit.of(world, world.organisation("HRSS", "jiayuguan"), "HRSS_CITY"), Unit.of(world, going.bureau().id(), "AUDITOR")))
            assertEquals(0, not.<Integer>sees(query, "data", "integrityEntries", "totalCount"));
        assertEquals(List.of(), codes(county.acts("endIntegrityEntry", SHOWN, "entry", entry, "until", "2024-07-01", "reason", "经复核撤销")));
    }

    @Test
    void the_trail_says_that_it_was_entered_and_ended_by_which_clause_and_seals_why() {
        var going = xianning();
        var entry = entered(going.bureau(), blacklisted(going, "reason", "举报人身份证 421202198503010018 反映其论文代写"));
        assertEquals(List.of(), ended(going, entry, "2024-07-01"));
        assertEquals("ENTER_INTEGRITY X24-1.4, END_INTEGRITY X24-1.4", world.value("select string_agg(act || ' ' || clause, ', ' order by seq) from trail where subject = ? and act like '%INTEGRITY'", going.applicant().person()));
        var kept = new String(world.<byte[]>value("select entry from trail where subject = ? and act = 'ENTER_INTEGRITY'", going.applicant().person()), StandardCharsets.UTF_8);
        assertTrue(kept.contains("\"sealed\"") && !kept.contains("论文") && !kept.contains("421202198503010018"), kept);
    }
}
