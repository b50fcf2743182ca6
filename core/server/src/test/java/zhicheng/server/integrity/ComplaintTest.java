package zhicheng.server.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.key;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import zhicheng.server.clockwork.ForfeitLate;

/** Complaints: who enters and concludes them, what they hold, what a report contains where the notice says so, and that whom they are about learns nothing. */
@Tag("database")
@Tag("once")
class ComplaintTest {
    private static final String SHOWN = "complaint { id concludedAt founded }";
    private static final Map<String, Object> HEALTH = Map.of("series", "HEALTH", "specialty", "内科", "level", "INTERMEDIATE", "channel", "public");
    /** What Jiayuguan has published (J24-3.3). */
    private static final List<Map<String, Object>> TOLD = List.of(Map.of("particular", "CAREER", "words", "2008年至今，16年"), Map.of("particular", "APPOINTED", "words", "2016年1月"),
            Map.of("particular", "GRASSROOTS", "words", "无"), Map.of("particular", "CONDITIONS", "words", "第五条第一款"));
    private static World world;
    private static Office xianning;

    @BeforeAll
    static void open() {
        world = World.at("2024-05-09T09:00:00+08:00");
        xianning = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        assertEquals(List.of(), xianning.publish(xianning.notice(2024, "2024-05-20T00:00:00+08:00", "2024-07-11T00:00:00+08:00")).get("findings"));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static Handed xianning() {
        world.time("2024-06-20T10:00:00+08:00");
        return Handed.in(world, "xianning", Claims.XIANNING, "421202");
    }

    /** To be recommended: it is 28 June. */
    private static Handed published() {
        var going = xianning();
        going.published();
        return going;
    }

    private static Object[] about(Handed of, Object... more) {
        return with(new Object[] {"about", of.applicant().person().toString(), "says", "业绩材料并非本人完成（虚构）", "by", "赵某"}, more);
    }

    private static Object[] report(String complaint, boolean founded, Object... more) {
        return with(new Object[] {"complaint", complaint, "founded", founded, "conclusion", founded ? "属实" : "不属实", "from", "2024-06-28", "until", "2024-06-28", "persons", List.of("甲某", "乙某"),
            "manner", "调阅原件", "course", "调阅项目档案，与负责人谈话", "handlingApplicant", "不予处理", "handlingReviewers", "不予处理", "evidence", List.of("项目档案复印件")}, more);
    }

    private static Object[] with(Object[] some, Object... more) {
        var all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private static String entered(Unit by, Object... input) {
        var payload = by.acts("enterComplaint", SHOWN, input);
        assertEquals(List.of(), payload.get("findings"));
        return (String) ((Map<?, ?>) payload.get("complaint")).get("id");
    }

    private static List<String> refused(Unit by, String mutation, Object... input) {
        return codes(by.acts(mutation, SHOWN, input));
    }

    private static List<String> recommending(Handed of) {
        return of.approver().refused("recommendDossier", of.dossier(), "opinion", Handed.SENTENCE);
    }

    private static String clause(Map<String, Object> finding) {
        return (String) ((Map<?, ?>) finding.get("clause")).get("id");
    }

    @Test
    void an_open_one_holds_the_recommendation_by_its_clause_and_names_nobody() {
        var going = published();
        var complaint = entered(going.bureau(), about(going, "dossier", going.dossier()));
        var held = going.approver().act("recommendDossier", going.dossier(), "opinion", Handed.SENTENCE);
        assertEquals(List.of("complaint.open"), codes(held));
        assertEquals("X24-8.5", clause(findings(held).getFirst()));
        assertFalse(held.toString().contains("赵某") || held.toString().contains("并非本人") || held.toString().contains(complaint), held::toString);
        assertEquals("EMPLOYER_PUBLICITY", going.stage());
        assertEquals(List.of(), refused(going.bureau(), "concludeComplaint", report(complaint, false)));
        going.recommended();
        assertEquals("RECOMMENDED", going.stage());
    }

    @Test
    void it_holds_every_step_up_to_the_committee_and_all_of_his_where_it_names_none() {
        var going = published();
        going.recommended();
        var complaint = entered(going.bureau(), about(going));
        assertEquals(List.of("complaint.open"), going.clerk().refused("forwardDossier", going.dossier()));
        going.bureau().acts("concludeComplaint", SHOWN, report(complaint, false));
        going.clerk().does("forwardDossier", going.dossier());
        going.department().does("forwardDossier", going.dossier());
        var last = entered(new Unit(world, xianning.caller(), null), about(going));
        assertEquals(List.of("complaint.open"), going.bureau().refused("forwardDossier", going.dossier(), "committee", xianning.committee().toString()));
        assertEquals(true, world.value("select intake_at is null from dossier where id = ?", going.id()));
        assertEquals(List.of(), refused(going.bureau(), "concludeComplaint", report(last, false)));
        going.bureau().does("forwardDossier", going.dossier(), "committee", xianning.committee().toString());
        assertEquals("INTAKE_PENDING", going.stage());
    }

    @Test
    void a_founded_one_holds_what_it_concerns_for_good_and_it_can_be_refused() {
        var going = published();
        var complaint = entered(going.bureau(), about(going, "dossier", going.dossier()));
        var concluded = going.bureau().acts("concludeComplaint", SHOWN, report(complaint, true));
        assertEquals(true, ((Map<?, ?>) concluded.get("complaint")).get("founded"));
        assertEquals(List.of("complaint.founded"), recommending(going));
        going.approver().does("refuseRecommendation", going.dossier(), "reason", "信访核查属实");
        assertEquals("REJECTED", going.stage());
        var other = published();
        assertEquals(List.of(), recommending(other), "somebody else's is nobody's business");
    }

    /** X24-8.5, X24-5.3b: what was complained of is looked into, and no withdrawal gets rid of it, whether it is concluded before or afterwards. */
    @Test
    void what_was_withdrawn_takes_no_complaint_with_it() {
        for (var before : List.of(true, false)) {
            var going = xianning();
            var complaint = entered(going.bureau(), about(going, "dossier", going.dossier()));
            if (before) world.time("2024-06-28T09:00:00+08:00");
            if (before) assertEquals(List.of(), refused(going.bureau(), "concludeComplaint", report(complaint, true)));
            Unit.of(going.applicant()).does("withdrawDossier", going.dossier());
            var anew = another(going, "xianning", Claims.XIANNING, "421202");
            anew.published();
            assertEquals(List.of(before ? "complaint.founded" : "complaint.open"), recommending(anew));
            if (!before) assertEquals(List.of(), refused(going.bureau(), "concludeComplaint", report(complaint, true)));
            assertEquals(List.of("complaint.founded"), recommending(anew), "what was found of the one");
            anew.approver().does("refuseRecommendation", anew.dossier(), "reason", "信访核查属实");
            assertEquals(List.of("WITHDRAWN", "REJECTED"), List.of(going.stage(), anew.stage()));
        }
        var going = xianning();
        var complaint = entered(going.bureau(), about(going, "dossier", going.dossier()));
        Unit.of(going.applicant()).does("withdrawDossier", going.dossier());
        var anew = another(going, "xianning", Claims.XIANNING, "421202");
        anew.published();
        assertEquals(List.of(), refused(going.bureau(), "concludeComplaint", report(complaint, false)));
        assertEquals(List.of(), recommending(anew));
    }

    /** J24-4.3: the cancelling that the clause demands lifts no complaint either, nor does a refusal, a return that was not answered, or the one after the other. */
    @ParameterizedTest
    @ValueSource(strings = {"WITHDRAWN", "REJECTED", "FORFEITED", "DISQUALIFIED", "WITHDRAWN DISQUALIFIED", "WITHDRAWN REJECTED"})
    void what_came_to_nothing_in_whatever_way_takes_no_complaint_with_it(String ways) {
        world.time("2024-09-18T10:00:00+08:00");
        var going = Handed.in(world, "jiayuguan", Claims.JIAYUGUAN, "620200");
        var complaint = entered(going.bureau(), about(going, "dossier", going.dossier()));
        for (var way : ways.split(" ")) {
            end(going, way);
            assertEquals(way, going.stage());
        }
        var anew = another(going, "jiayuguan", HEALTH, "620200");
        reported(anew);
        assertEquals(List.of("complaint.open"), anew.approver().refused("recommendDossier", anew.dossier(), "opinion", "同意推荐"));
        assertEquals(List.of(), refused(going.bureau(), "concludeComplaint", "complaint", complaint, "founded", true, "conclusion", "属实"));
        assertEquals(List.of("complaint.founded"), anew.approver().refused("recommendDossier", anew.dossier(), "opinion", "同意推荐"));
        world.write("update complaint set founded = false where id = ?", UUID.fromString(complaint));
        anew.approver().does("recommendDossier", anew.dossier(), "opinion", "同意推荐");
    }

    /** As its applicant, its unit, its bureau or the clockwork ends it; what was withdrawn is refused for what was objected. */
    private static void end(Handed of, String way) {
        if (of.stage().equals("SUBMITTED")) of.clerk().does("beginEmployerReview", of.dossier());
        switch (way) {
            case "WITHDRAWN" -> {
                of.clerk().does("openPublication", of.dossier(), "whereShown", "公告栏", "told", TOLD);
                assertEquals(List.of(), codes(Unit.of(world.applicant()).objects(world.<UUID>value("select id from publication where dossier = ?", of.id()).toString(), "says", "论文非本人")));
                Unit.of(of.applicant()).does("withdrawDossier", of.dossier());
            }
            case "REJECTED" -> {
                if (of.stage().equals("WITHDRAWN"))
                    of.approver().does("concludeObjection", of.dossier(), "objection", world.<UUID>value("select id from objection where dossier = ?", of.id()).toString(), "upheld", true, "conclusion", "论文系他人所写");
                else of.approver().does("refuseRecommendation", of.dossier(), "reason", "材料不实");
            }
            case "DISQUALIFIED" -> assertEquals(List.of(), codes(of.bureau().acts("enterIntegrityEntry", "integrityEntry { id }", "person", of.applicant().person().toString(), "kind", "FALSE_MATERIAL", "clause", "J24-4.3",
                    "reason", "虚构", "document", "虚构〔2024〕9号", "from", "2024-09-18", "dossier", of.dossier())));
            default -> {
                of.clerk().does("returnDossier", of.dossier(), "reason", "PROCEDURE", "says", "请补公示材料", "due", "2024-09-20T00:00:00+08:00");
                world.time("2024-09-20T00:01:00+08:00");
                world.bean(ForfeitLate.class).run(world.now());
            }
        }
    }

    /** J24-2.3: five days, from the withdrawal to the conclusion; before it the complaint was of the other one alone. What becomes of it afterwards is nothing to that. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_complaint_of_what_was_withdrawn_holds_another_of_its_series_from_the_withdrawal_on(boolean cancelled) {
        var going = inJiayuguan();
        var withdrawn = another(going, "jiayuguan", Claims.JIAYUGUAN, "620200");
        world.time("2024-10-10T00:00:00+08:00");
        var complaint = entered(going.bureau(), about(going, "dossier", withdrawn.dossier()));
        world.time(cancelled ? "2024-10-19T00:00:00+08:00" : "2024-10-30T00:00:00+08:00");
        Unit.of(going.applicant()).does("withdrawDossier", withdrawn.dossier());
        if (cancelled) {
            world.time("2024-10-20T00:00:00+08:00");
            end(withdrawn, "DISQUALIFIED");
        }
        world.time(cancelled ? "2024-10-24T00:00:00+08:00" : "2024-11-04T00:00:00+08:00");
        assertEquals(List.of("complaint.open"), going.approver().refused("recommendDossier", going.dossier(), "opinion", "同意推荐"));
        unfounded(going, complaint);
        assertEnds(going, "2024-11-05T23:59:59+08:00", "2024-11-06T00:00:00+08:00");
    }

    /** J24-2.3: the three days for which it was withdrawn, of both times, and neither what was before nor what is found afterwards. */
    @Test
    void what_is_taken_back_is_its_own_business_again_and_the_time_until_then_counts() {
        var going = inJiayuguan();
        var restored = another(going, "jiayuguan", Claims.JIAYUGUAN, "620200");
        world.time("2024-10-08T00:00:00+08:00");
        var complaint = entered(going.bureau(), about(going, "dossier", restored.dossier()));
        world.time("2024-10-10T00:00:00+08:00");
        Unit.of(going.applicant()).does("withdrawDossier", restored.dossier());
        assertEquals(List.of("complaint.open"), going.approver().refused("recommendDossier", going.dossier(), "opinion", "同意推荐"));
        world.time("2024-10-12T00:00:00+08:00");
        Unit.of(going.applicant()).does("restoreDossier", restored.dossier());
        world.time("2024-10-13T00:00:00+08:00");
        Unit.of(going.applicant()).does("withdrawDossier", restored.dossier());
        world.time("2024-10-14T00:00:00+08:00");
        Unit.of(going.applicant()).does("restoreDossier", restored.dossier());
        world.time("2024-10-16T00:00:00+08:00");
        assertEquals(List.of(), refused(going.bureau(), "concludeComplaint", "complaint", complaint, "founded", true, "conclusion", "属实"));
        assertEnds(going, "2024-11-03T23:59:59+08:00", "2024-11-04T00:00:00+08:00");
    }

    /** What was handed in before and is of another series, another year's, another region's: no end gets round anything by it. */
    @Test
    void what_is_independent_of_what_came_to_nothing_is_not_held() {
        var going = inJiayuguan();
        var ended = another(going, "jiayuguan", HEALTH, "620200");
        entered(going.bureau(), about(going, "dossier", ended.dossier()));
        end(ended, "REJECTED");
        going.approver().does("recommendDossier", going.dossier(), "opinion", "同意推荐");

        world.time("2024-09-18T10:00:00+08:00");
        var before = Handed.in(world, "jiayuguan", Claims.JIAYUGUAN, "620200");
        entered(before.bureau(), about(before, "dossier", before.dossier()));
        end(before, "REJECTED");
        var later = another(before, "jiayuguan", Claims.JIAYUGUAN, "620200");
        reported(later);
        assertEquals(List.of("complaint.open"), later.approver().refused("recommendDossier", later.dossier(), "opinion", "同意推荐"));
        world.write("insert into notice_edition select region, 2023, edition, facts_hash, readings, first_pinned_at from notice_edition where (region, year) = ('jiayuguan', 2024)");
        world.write("update dossier set year = 2023 where id = ?", before.id()); // as if it had been another year's
        later.approver().does("recommendDossier", later.dossier(), "opinion", "同意推荐");

        var elsewhere = xianning();
        entered(elsewhere.bureau(), about(elsewhere, "dossier", elsewhere.dossier()));
        Unit.of(elsewhere.applicant()).does("withdrawDossier", elsewhere.dossier());
        world.time("2024-09-18T10:00:00+08:00");
        var here = another(elsewhere, "jiayuguan", Claims.JIAYUGUAN, "620200");
        reported(here);
        here.approver().does("recommendDossier", here.dossier(), "opinion", "同意推荐");
    }

    /** The same person's, handed in now to the same unit. */
    private static Handed another(Handed of, String region, Map<String, Object> claim, String workplace) {
        var dossier = of.applicant().signed(region, 2024, claim, Claims.told(workplace));
        assertEquals(List.of(), codes(of.applicant().submit(key(), dossier, 2)));
        return new Handed(of.applicant(), dossier, of.clerk(), of.approver(), of.department(), of.bureau());
    }

    /** J24-2.3, J24-4.3: whoever has it is later by as long as a complaint or an objection held it that began before his end, to the second; one that came after it gives nobody more time. */
    @Test
    void what_holds_a_dossier_does_not_run_against_who_has_it() {
        var going = inJiayuguan();
        var other = inJiayuguan();
        var late = inJiayuguan();
        world.time("2024-10-30T10:00:00+08:00");
        var complaint = entered(going.bureau(), about(going, "dossier", going.dossier()));
        world.time("2024-10-31T23:59:00+08:00");
        var last = entered(other.bureau(), about(other));
        world.time("2024-11-01T00:00:00+08:00");
        var after = entered(late.bureau(), about(late));
        world.time("2024-11-04T10:00:00+08:00");
        for (var held : List.of(going, other)) assertEquals(List.of("complaint.open"), held.approver().refused("recommendDossier", held.dossier(), "opinion", "同意推荐"), "it is not late, it waits");
        assertEquals(List.of(1, 0), List.of(overdue(going, ""), overdue(going, ", dossier: {objections: {none: {concludedAt: {isNull: true}}}, complaints: {none: {concludedAt: {isNull: true}}}}")), "nor is it listed by who leaves out what is held");
        Map.of(going, complaint, other, last, late, after).forEach((of, one) -> assertEquals(List.of(), refused(of.bureau(), "concludeComplaint", "complaint", one, "founded", false, "conclusion", "不属实")));
        assertEquals(List.of("chain.late"), late.approver().refused("recommendDossier", late.dossier(), "opinion", "同意推荐"), "it was late before anybody complained");
        assertEquals("2024-11-01T00:00:00+08:00", Unit.of(going.applicant()).sees("{ dossier(id: \"%s\") { steps { nodes { dueAt } } } }".formatted(going.dossier()), "data", "dossier", "steps", "nodes", 0, "dueAt"), "and nothing shows it to him");
        world.time("2024-11-05T00:00:00+08:00");
        var over = other.approver().act("recommendDossier", other.dossier(), "opinion", "同意推荐");
        assertEquals(List.of("chain.late"), codes(over), "a minute was left, and the rest of the day on which it was concluded");
        assertEquals("J24-2.3", clause(findings(over).getFirst()));
        world.time("2024-11-04T23:59:59+08:00");
        other.approver().does("recommendDossier", other.dossier(), "opinion", "同意推荐");
        world.time("2024-11-06T00:00:00+08:00");
        assertEquals(List.of("chain.late"), going.approver().refused("recommendDossier", going.dossier(), "opinion", "同意推荐"), "five days");
        world.time("2024-11-05T23:59:59+08:00");
        going.approver().does("recommendDossier", going.dossier(), "opinion", "同意推荐");
        going.clerk().does("forwardDossier", going.dossier());
    }

    /** J24-3.4, J24-2.3: what is handed in again by the day that its applicant was told is in time, whenever what held it is concluded. */
    @Test
    void what_is_returned_while_it_is_held_comes_back_to_who_has_time_for_it() {
        var going = inJiayuguan();
        var past = inJiayuguan();
        var above = inJiayuguan();
        above.approver().does("recommendDossier", above.dossier(), "opinion", "同意推荐");
        above.clerk().does("forwardDossier", above.dossier());
        Object[] back = {"reason", "PROCEDURE", "says", "请补公示材料"};
        world.time("2024-10-20T10:00:00+08:00");
        var complaint = entered(going.bureau(), about(going, "dossier", going.dossier()));
        var refused = going.clerk().act("returnDossier", going.dossier(), with(back, "due", "2025-03-01T00:00:00+08:00"));
        assertEquals(List.of("return.due"), codes(refused), "it has an end while it is held, too");
        assertEquals("no earlier than 2024-10-22T00:00+08:00, and sooner than 2024-11-01T00:00+08:00", ((Map<?, ?>) findings(refused).getFirst().get("remedy")).get("en"));
        going.clerk().does("returnDossier", going.dossier(), with(back, "due", "2024-10-31T23:59:59+08:00"));
        world.time("2024-10-30T10:00:00+08:00");
        concluded(going, complaint);
        complaint = entered(past.bureau(), about(past));
        world.time("2024-10-31T23:59:58.999+08:00");
        resubmitted(going);
        world.time("2024-10-31T23:59:59+08:00");
        going.clerk().does("beginEmployerReview", going.dossier());
        assertEquals(List.of("return.due"), going.clerk().refused("returnDossier", going.dossier(), with(back, "due", "2024-11-01T00:00:00+08:00")), "a day beyond the end that he reads would tell its applicant");

        world.time("2024-11-01T09:00:00+08:00");
        above.department().does("forwardDossier", above.dossier());
        entered(above.bureau(), about(above));
        assertEquals(List.of("return.due"), above.bureau().refused("returnDossier", above.dossier(), with(back, "backTo", "BEFORE")), "undated, the department would have as long as the bureau itself");

        world.time("2024-11-04T10:00:00+08:00");
        assertEquals(List.of("return.due"), past.clerk().refused("returnDossier", past.dossier(), with(back, "due", "2024-11-06T00:00:00+08:00")), "later by the five days for which it was held so far");
        past.clerk().does("returnDossier", past.dossier(), with(back, "due", "2024-11-05T23:59:59+08:00"));
        concluded(past, complaint);
        world.time("2024-11-05T23:59:58.999+08:00");
        resubmitted(past);
        world.time("2024-11-05T23:59:59+08:00");
        past.clerk().does("beginEmployerReview", past.dossier());
        world.time("2024-11-06T00:00:00+08:00");
        assertEquals(List.of("chain.late"), past.clerk().refused("returnDossier", past.dossier(), with(back, "due", "2024-11-08T00:00:00+08:00")));
    }

    /** How many steps of its employer's lie there past their end, as the bureau sees them. */
    private static int overdue(Handed going, String more) {
        return going.bureau().<Integer>sees("{ dossierSteps(where: {doneAt: {isNull: true}, dueAt: {isPast: true}, unit: {id: {eq: \"%s\"}}%s}) { totalCount } }".formatted(going.applicant().employer(), more), "data", "dossierSteps", "totalCount");
    }

    private static void concluded(Handed going, String complaint) {
        assertEquals(List.of(), refused(going.bureau(), "concludeComplaint", "complaint", complaint, "founded", false, "conclusion", "不属实"));
    }

    /** As it is: a return for the procedure is about no item. */
    private static void resubmitted(Handed going) {
        var version = world.<Integer>value("select version from dossier where id = ?", going.id());
        assertEquals(List.of(), codes(going.applicant().sign(key(), going.dossier(), version, (String) going.applicant().pledge(going.dossier()).get("words"))));
        Unit.of(going.applicant()).does("resubmitDossier", going.dossier());
    }

    /** B24-5.1: nor does the committee's intake end for what could not be handed on before. */
    @Test
    void what_was_held_before_a_committees_end_still_reaches_it_and_is_not_late_there() {
        var office = Office.of(world, "bijie", List.of("ENGINEERING", "HEALTH"), List.of("INTERMEDIATE", "ASSOCIATE_SENIOR"));
        world.time("2024-09-18T10:00:00+08:00");
        var going = Handed.in(world, "bijie", Claims.BIJIE, "520502");
        going.published(List.of());
        going.approver().does("recommendDossier", going.dossier(), "opinion", "同意推荐");
        going.clerk().does("forwardDossier", going.dossier());
        world.time("2024-10-18T16:59:00+08:00");
        var complaint = entered(going.bureau(), about(going));
        world.time("2024-10-21T10:00:00+08:00");
        assertEquals(List.of("complaint.open"), going.department().refused("forwardDossier", going.dossier(), "committee", office.committee().toString()));
        assertEquals(List.of(), refused(going.bureau(), "concludeComplaint", "complaint", complaint, "founded", false, "conclusion", "不属实"));
        world.time("2024-10-22T00:00:00+08:00");
        assertEquals(List.of("chain.late"), going.department().refused("forwardDossier", going.dossier(), "committee", office.committee().toString()));
        world.time("2024-10-21T11:00:00+08:00");
        going.department().does("forwardDossier", going.dossier(), "committee", office.committee().toString());
        assertEquals("2024-10-18T17:00:00+08:00", Unit.of(going.applicant()).sees("{ dossier(id: \"%s\") { steps(where: {kind: {eq: COMMITTEE_OFFICE}}) { nodes { dueAt } } } }".formatted(going.dossier()), "data", "dossier", "steps", "nodes", 0, "dueAt"), "and nothing shows it to him");
        assertFalse(new Unit(world, office.caller(), null).refused("acceptDossier", going.dossier()).contains("chain.late"));
    }

    /** B24-5.1: nor does the end that a committee says itself. */
    @Test
    void what_was_held_before_the_end_that_a_committee_said_itself_reaches_it_later() {
        var office = Office.of(world, "bijie", List.of("HEALTH"), List.of("ASSOCIATE_SENIOR"));
        world.time("2024-09-02T09:00:00+08:00");
        assertEquals(List.of(), codes(office.publish(office.notice(2024, "2024-09-16T08:00:00+08:00", "2024-10-10T12:00:00+08:00"))));
        world.time("2024-09-18T10:00:00+08:00");
        var going = Handed.in(world, "bijie", Claims.but(Claims.BIJIE, "level", "ASSOCIATE_SENIOR"), "520502");
        going.published(List.of());
        going.approver().does("recommendDossier", going.dossier(), "opinion", "同意推荐");
        going.clerk().does("forwardDossier", going.dossier());
        world.time("2024-10-10T11:59:00+08:00");
        var complaint = entered(going.bureau(), about(going));
        world.time("2024-10-12T10:00:00+08:00");
        unfounded(going, complaint);
        world.time("2024-10-13T00:00:00+08:00");
        var closed = going.department().act("forwardDossier", going.dossier(), "committee", office.committee().toString());
        assertEquals(List.of("chain.closed"), codes(closed));
        assertEquals("B24-5.1", clause(findings(closed).getFirst()));
        world.time("2024-10-12T23:59:59+08:00");
        going.department().does("forwardDossier", going.dossier(), "committee", office.committee().toString());
        assertFalse(new Unit(world, office.caller(), null).refused("acceptDossier", going.dossier()).contains("chain.late"));
    }

    /** J24-2.3: four days and four days of which two are the same. */
    @Test
    void what_two_hold_at_once_counts_once() {
        var twice = inJiayuguan();
        held(twice, "2024-10-01T00:00:00+08:00", "2024-10-05T00:00:00+08:00", "2024-10-03T00:00:00+08:00", "2024-10-07T00:00:00+08:00");
        assertEnds(twice, "2024-11-06T23:59:59+08:00", "2024-11-07T00:00:00+08:00");
    }

    /** J24-2.3: ten days of twenty. */
    @Test
    void what_began_before_the_handing_in_counts_from_the_handing_in_on() {
        var early = inJiayuguan();
        var complaint = entered(early.bureau(), about(early));
        world.write("update complaint set received_at = ? where id = ?", Instant.parse("2024-09-08T02:00:00Z"), UUID.fromString(complaint));
        world.time("2024-09-28T10:00:00+08:00");
        unfounded(early, complaint);
        assertEnds(early, "2024-11-10T23:59:59+08:00", "2024-11-11T00:00:00+08:00");
    }

    /** J24-2.3: the second began after the notice's end and before the end that the first had moved. */
    @Test
    void what_holds_after_another_counts_too() {
        var again = inJiayuguan();
        held(again, "2024-10-10T00:00:00+08:00", "2024-10-12T00:00:00+08:00", "2024-11-02T00:00:00+08:00", "2024-11-04T12:00:00+08:00");
        assertEnds(again, "2024-11-05T11:59:59+08:00", "2024-11-05T12:00:00+08:00");
    }

    /** By two complaints, each from one instant to the next. */
    private static void held(Handed of, String from, String until, String second, String end) {
        world.time(from);
        var one = entered(of.bureau(), about(of));
        if (second.compareTo(until) > 0) {
            world.time(until);
            unfounded(of, one);
        }
        world.time(second);
        var other = entered(of.bureau(), about(of, "says", "年限不足（虚构）"));
        if (second.compareTo(until) < 0) {
            world.time(until);
            unfounded(of, one);
        }
        world.time(end);
        unfounded(of, other);
    }

    private static void unfounded(Handed of, String complaint) {
        assertEquals(List.of(), refused(of.bureau(), "concludeComplaint", "complaint", complaint, "founded", false, "conclusion", "不属实"));
    }

    private static void assertEnds(Handed of, String last, String end) {
        world.time(end);
        assertEquals(List.of("chain.late"), of.approver().refused("recommendDossier", of.dossier(), "opinion", "同意推荐"));
        world.time(last);
        of.approver().does("recommendDossier", of.dossier(), "opinion", "同意推荐");
    }

    /** B24-5.1: whoever had it meanwhile, two steps before the committee too. */
    @Test
    void what_was_held_at_the_employer_reaches_the_committee_as_much_later() {
        var office = Office.of(world, "bijie", List.of("ENGINEERING", "HEALTH"), List.of("INTERMEDIATE", "ASSOCIATE_SENIOR"));
        world.time("2024-09-18T10:00:00+08:00");
        var going = Handed.in(world, "bijie", Claims.BIJIE, "520502");
        going.published(List.of());
        going.approver().does("recommendDossier", going.dossier(), "opinion", "同意推荐");
        world.time("2024-10-16T10:00:00+08:00");
        var complaint = entered(going.bureau(), about(going));
        world.time("2024-10-20T10:00:00+08:00");
        assertEquals(List.of(), refused(going.bureau(), "concludeComplaint", "complaint", complaint, "founded", false, "conclusion", "不属实"));
        going.clerk().does("forwardDossier", going.dossier());
        world.time("2024-10-22T17:00:00+08:00");
        assertEquals(List.of("chain.late"), going.department().refused("forwardDossier", going.dossier(), "committee", office.committee().toString()), "four days later");
        world.time("2024-10-22T16:59:59+08:00");
        going.department().does("forwardDossier", going.dossier(), "committee", office.committee().toString());
        assertEquals("INTAKE_PENDING", going.stage());
    }

    /** To be recommended in Jiayuguan: it is 26 September, and the employer's time ends with 31 October (J24-2.3). */
    private static Handed inJiayuguan() {
        world.time("2024-09-18T10:00:00+08:00");
        var going = Handed.in(world, "jiayuguan", Claims.JIAYUGUAN, "620200");
        reported(going);
        return going;
    }

    /** To be recommended. */
    private static void reported(Handed going) {
        going.published(TOLD);
        going.clerk().does("reportPublication", going.dossier(), "report", "公示无异议");
    }

    @Test
    void a_report_has_every_part_that_the_notice_lists_and_where_it_lists_none_a_conclusion() {
        var going = published();
        var complaint = entered(going.bureau(), about(going));
        var bare = going.bureau().acts("concludeComplaint", SHOWN, "complaint", complaint, "founded", false, "conclusion", " ");
        assertEquals(List.of("complaint.time", "complaint.persons", "complaint.manner", "complaint.course", "complaint.conclusion", "complaint.handling", "complaint.handling", "complaint.evidence"), codes(bare));
        assertTrue(findings(bare).stream().allMatch(one -> clause(one).equals("X24-8.5")), bare::toString);
        assertEquals("– 至 –", ((Map<?, ?>) findings(bare).getFirst().get("shown")).get("zh"));
        assertEquals(Set.of("input.from", "input.persons", "input.manner", "input.course", "input.conclusion", "input.handlingApplicant", "input.handlingReviewers", "input.evidence"),
                new TreeSet<>(findings(bare).stream().map(one -> (String) one.get("path")).toList()));
        assertEquals(true, world.value("select concluded_at is null from complaint where id = ?", UUID.fromString(complaint)));

        world.time("2024-09-18T10:00:00+08:00");
        var jiayuguan = Handed.in(world, "jiayuguan", Claims.JIAYUGUAN, "620200");
        var plain = entered(jiayuguan.bureau(), about(jiayuguan));
        assertEquals(List.of("complaint.conclusion"), refused(jiayuguan.bureau(), "concludeComplaint", "complaint", plain, "founded", false, "conclusion", ""));
        assertEquals(List.of(), refused(jiayuguan.bureau(), "concludeComplaint", "complaint", plain, "founded", false, "conclusion", "不属实"));
        assertEquals("J24-4.3", world.value("select clause from trail where subject = ? and act = 'CONCLUDE_COMPLAINT'", UUID.fromString(plain)));
    }

    @ParameterizedTest
    @CsvSource({"2024-06-27, 2024-06-28", "2024-06-28, 2024-06-29", "2024-06-29, 2024-06-28"})
    void the_inquiry_lies_between_the_day_it_came_and_today(String from, String until) {
        var going = published();
        var complaint = entered(going.bureau(), about(going));
        assertEquals(List.of("complaint.time"), refused(going.bureau(), "concludeComplaint", report(complaint, false, "from", from, "until", until)));
        world.time("2024-06-29T00:00:00+08:00");
        assertEquals(List.of(), refused(going.bureau(), "concludeComplaint", report(complaint, false, "until", "2024-06-29")));
    }

    @Test
    void whom_it_is_about_sees_nothing_of_it_in_whatever_role() {
        var going = published();
        var before = trail(going);
        var complaint = entered(going.bureau(), about(going, "dossier", going.dossier()));
        var query = "{ complaints(where: {id: {eq: \"%s\"}}) { totalCount } complaint(id: \"%1$s\") { says } dossiers(where: {complaints: {some: {}}, id: {eq: \"%s\"}}) { totalCount } }".formatted(complaint, going.dossier());
        var himself = Unit.of(going.applicant());
        var asOfficer = new Unit(world, world.account(going.applicant().person(), going.bureau().id(), "HRSS_CITY", "SUPERVISOR", "COMMITTEE_OFFICE"), going.bureau().id());
        for (var not : List.of(himself, asOfficer, going.clerk(), going.approver(), going.department(), new Unit(world, Caller.PUBLIC, null), Unit.of(world.applicant()),
                Unit.of(world, going.bureau().id(), "AUDITOR"), Unit.of(world, world.organisation("HRSS", "jiayuguan"), "HRSS_CITY"))) {
            assertEquals(0, not.<Integer>sees(query, "data", "complaints", "totalCount"));
            assertNull(not.sees(query, "data", "complaint"));
            assertEquals(0, not.<Integer>sees(query, "data", "dossiers", "totalCount"));
        }
        assertEquals(1, going.bureau().<Integer>sees(query, "data", "complaints", "totalCount"));
        assertEquals(1, going.bureau().<Integer>sees(query, "data", "dossiers", "totalCount"));
        assertEquals(before, trail(going), "nothing in the trail of his dossier");
        var acts = "{ trail(where: {subjectId: {eq: \"%s\"}}) { totalCount } }".formatted(complaint);
        assertEquals(0, new Unit(world, world.account(going.applicant().person(), null, "APPLICANT", "AUDITOR"), null).<Integer>sees(acts, "data", "trail", "totalCount"), "nor in its own, for an auditor");
        assertEquals(1, new Unit(world, world.account(world.applicant().person(), null, "APPLICANT", "AUDITOR"), null).<Integer>sees(acts, "data", "trail", "totalCount"));
        assertEquals(List.of("complaint.not-found"), refused(asOfficer, "concludeComplaint", report(complaint, false)));
        assertEquals(List.of("integrity.own"), refused(asOfficer, "enterComplaint", about(going)));
        var officer = world.applicant().person();
        world.numbered(officer);
        var namesake = new Unit(world, world.account(officer, going.bureau().id(), "HRSS_CITY"), going.bureau().id());
        assertEquals(List.of("integrity.own"), refused(namesake, "enterComplaint", about(going)), "who may be he: of him no number is known");
        assertEquals(List.of("integrity.own"), refused(namesake, "concludeComplaint", report(complaint, false)));
        world.numbered(going.applicant().person());
        assertEquals(List.of(), refused(namesake, "concludeComplaint", report(complaint, false)), "another, as both numbers say");
    }

    private static String trail(Handed of) {
        return world.value("select string_agg(act, ',' order by seq) from trail where subject in (?, ?)", of.id(), of.applicant().person());
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPLICANT", "EMPLOYER_CLERK", "EMPLOYER_APPROVER", "AGENCY", "RELAY", "EXPERT", "CHAIR", "FINANCE", "SYS_ADMIN", "AUDITOR"})
    void nobody_else_enters_or_concludes_one(String role) {
        var going = published();
        var complaint = entered(going.bureau(), about(going));
        var wrong = role.equals("APPLICANT") ? Unit.of(going.applicant()) : Unit.of(world, going.bureau().id(), role);
        assertEquals("FORBIDDEN", wrong.sends("enterComplaint", SHOWN, about(going)).error());
        assertEquals("FORBIDDEN", wrong.sends("concludeComplaint", SHOWN, report(complaint, false)).error());
        assertEquals("UNAUTHENTICATED", new Unit(world, Caller.PUBLIC, null).sends("concludeComplaint", SHOWN, report(complaint, false)).error());
        assertEquals(1L, world.<Long>value("select count(*) from complaint where about = ? and concluded_at is null", going.applicant().person()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPERIOR_DEPT", "HRSS_COUNTY", "HRSS_PROVINCE", "COMMITTEE_ORGANISER", "COMMITTEE_OFFICE", "SUPERVISOR"})
    void who_enters_one_sees_and_concludes_it_and_another_unit_does_not(String role) {
        var going = published();
        var unit = Unit.of(world, world.organisation("HRSS", "xianning"), role);
        var complaint = entered(unit, about(going));
        var seen = "{ complaints(where: {id: {eq: \"%s\"}}) { nodes { byName unit { id } } } }".formatted(complaint);
        assertEquals("赵某", unit.sees(seen, "data", "complaints", "nodes", 0, "byName"));
        var other = Unit.of(world, world.organisation("HRSS", "xianning"), role);
        assertEquals(List.of(), other.<List<Object>>sees(seen, "data", "complaints", "nodes"));
        var theirs = other.acts("concludeComplaint", SHOWN, report(complaint, true));
        assertEquals(List.of("complaint.not-found"), codes(theirs));
        var nowhere = UUID.randomUUID().toString();
        assertEquals(theirs.toString().replace(complaint, nowhere), other.acts("concludeComplaint", SHOWN, report(nowhere, true)).toString(), "as if there were none");
        assertEquals(List.of(), refused(unit, "concludeComplaint", report(complaint, false)));
        assertEquals(List.of("complaint.concluded"), refused(unit, "concludeComplaint", report(complaint, true)), "twice");
        assertEquals(false, world.value("select founded from complaint where id = ?", UUID.fromString(complaint)));
    }

    @Test
    void missing_and_hostile_input_is_refused_and_changes_nothing() {
        var going = published();
        var stranger = Unit.of(world, world.organisation("HRSS", "jiayuguan"), "HRSS_CITY");
        assertEquals(List.of("person.not-found"), refused(stranger, "enterComplaint", about(going)));
        assertEquals(List.of("complaint.says", "complaint.by"), refused(going.bureau(), "enterComplaint", about(going, "says", " ", "by", "\u200B")));
        assertEquals(List.of("complaint.by"), refused(going.bureau(), "enterComplaint", about(going, "by", "张\u2800三")));
        assertEquals(List.of("complaint.says"), refused(going.bureau(), "enterComplaint", about(going, "says", "长".repeat(4001))));
        assertEquals(List.of("dossier.not-found"), refused(going.bureau(), "enterComplaint", about(going, "dossier", published().dossier())), "somebody else's");
        assertEquals("BAD_INPUT", going.bureau().sends("enterComplaint", SHOWN, about(going, "dossier", "'; drop table complaint; --")).error());
        assertEquals(0L, world.<Long>value("select count(*) from complaint where about = ?", going.applicant().person()));
        var anonymous = entered(going.bureau(), "about", going.applicant().person().toString(), "says", "'); drop table complaint; --");
        assertEquals(true, world.value("select by_name is null from complaint where id = ?", UUID.fromString(anonymous)));
        var named = entered(going.bureau(), "about", going.applicant().person().toString(), "says", "虚构", "by", "\u3000赵\u200B某\u00A0");
        assertEquals("赵某", world.value("select by_name from complaint where id = ?", UUID.fromString(named)), "without what nobody sees");
    }

    @Test
    void two_at_once_one_concludes_and_what_is_entered_while_it_is_recommended_holds_from_then_on() {
        for (var race = 0; race < 5; race++) {
            var going = published();
            var complaint = entered(going.bureau(), about(going, "dossier", going.dossier()));
            var colleague = Unit.of(world, going.bureau().id(), "HRSS_CITY");
            var done = World.together(() -> refused(going.bureau(), "concludeComplaint", report(complaint, false)), () -> refused(colleague, "concludeComplaint", report(complaint, true)));
            assertEquals(new TreeSet<>(Set.of("[]", "[complaint.concluded]")), new TreeSet<>(done.stream().map(List::toString).toList()));

            var other = published();
            var both = World.together(() -> recommending(other), () -> refused(other.bureau(), "enterComplaint", about(other, "dossier", other.dossier())));
            assertTrue(Set.of("[[], []]", "[[complaint.open], []]").contains(both.toString()), both::toString);
            if (other.stage().equals("RECOMMENDED")) assertEquals(List.of("complaint.open"), other.clerk().refused("forwardDossier", other.dossier()));
        }
    }

    @Test
    void the_same_key_enters_it_once_and_its_trail_is_its_own_and_seals_what_was_said() {
        var going = published();
        var once = about(going, "key", key());
        var complaint = entered(going.bureau(), once);
        assertEquals(complaint, entered(going.bureau(), once));
        assertEquals(List.of(), refused(going.bureau(), "concludeComplaint", report(complaint, false)));
        assertEquals("ENTER_COMPLAINT X24-8.5 COMPLAINT, CONCLUDE_COMPLAINT X24-8.5 COMPLAINT",
                world.value("select string_agg(act || ' ' || clause || ' ' || subject_kind, ', ' order by seq) from trail where subject = ?", UUID.fromString(complaint)));
        var kept = new String(world.<byte[]>value("select entry from trail where subject = ? and seq = 1", UUID.fromString(complaint)), StandardCharsets.UTF_8);
        assertTrue(kept.contains("\"sealed\"") && !kept.contains("赵某") && !kept.contains("并非本人") && !kept.contains(going.applicant().person().toString()), kept);
    }
}
