package zhicheng.server.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.key;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.Office;
import zhicheng.server.Unit;
import zhicheng.server.World;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.chain.Disqualification;
import zhicheng.server.clockwork.ClockworkSettings;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Claim;
import zhicheng.spi.Clause;

/** What one application of a person excludes (B24-5.3, X24-1.5), one after the other and at the same moment. */
@Tag("database")
class ExclusionTest {
    private static final int RACES = 25;
    private static World world;

    /** Two applications of one person in one year that exclude one another. */
    enum Pair {
        BIJIE_OTHER_SERIES("bijie", "2024-09-18T10:00:00+08:00", "520502", "one-series", "B24-5.3", Claims.BIJIE, Map.of("series", "ECONOMICS", "level", "ASSOCIATE_SENIOR", "channel", "employer")),
        BIJIE_SAME_SERIES("bijie", "2024-09-18T10:00:00+08:00", "520502", "one-series", "B24-5.3", Claims.BIJIE, Map.of("series", "HEALTH", "level", "FULL_SENIOR", "channel", "employer")),
        XIANNING_OTHER_SERIES("xianning", "2024-06-20T10:00:00+08:00", "421202", "one-application", "X24-1.5", Claims.XIANNING,
                Map.of("series", "AGRICULTURE", "specialty", "农艺", "level", "ASSOCIATE_SENIOR", "channel", "state-unit")),
        XIANNING_SAME_SERIES("xianning", "2024-06-20T10:00:00+08:00", "421202", "one-application", "X24-1.5", Claims.XIANNING,
                Map.of("series", "ENGINEERING", "specialty", "机械工程", "level", "ASSOCIATE_SENIOR", "channel", "state-unit"));

        final String region;
        final String time;
        final Map<String, Object> told;
        final String rule;
        final String clause;
        final List<Map<String, Object>> claims;

        Pair(String region, String time, String workplace, String rule, String clause, Map<String, Object> one, Map<String, Object> other) {
            this.region = region;
            this.time = time;
            this.told = Claims.but(Claims.told(workplace), "testPasses", List.of("建筑工程", "机械工程", "农艺").stream().map(specialty -> Map.of("specialty", specialty, "level", "ASSOCIATE_SENIOR")).toList());
            this.rule = rule;
            this.clause = clause;
            this.claims = List.of(one, other);
        }

        /** Somebody who can hand both in, at a time at which both can be: his employer is of the region. */
        Applicant applicant() {
            world.time(time);
            var applicant = world.applicant();
            world.write("update organisation set region = ? where id = ?", region, applicant.employer());
            return applicant;
        }

        List<String> drafts(Applicant applicant) {
            return claims.stream().map(claim -> applicant.signed(region, 2024, claim, told)).toList();
        }
    }

    @BeforeAll
    static void open() {
        world = World.at("2024-05-09T09:00:00+08:00");
        var office = Office.of(world, "xianning", List.of("ENGINEERING", "AGRICULTURE"), List.of("ASSOCIATE_SENIOR"));
        assertEquals(List.of(), office.publish(office.notice(2024, "2024-05-20T00:00:00+08:00", "2024-07-11T00:00:00+08:00")).get("findings"));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource
    void one_after_the_other_the_second_is_refused_by_its_clause_alone(Pair pair) {
        var refused = calm(pair, 0);
        assertEquals(List.of(pair.rule), refused.stream().map(one -> one.get("code")).toList());
        assertEquals(pair.clause, clause(refused.getFirst()));
    }

    /** No notice says that what was withdrawn excludes still: a series, level or channel that was mistaken is put right while the window is open, and of two one is on its way. */
    @ParameterizedTest
    @EnumSource
    void what_was_withdrawn_excludes_nothing_until_that_is_taken_back(Pair pair) {
        world.time(pair.time);
        var applicant = world.applicant();
        var own = Unit.of(applicant);
        var drafts = pair.drafts(applicant);
        assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(0), 2)));
        var refused = findings(applicant.submit(key(), drafts.get(1), 2)).getFirst();
        assertEquals("先撤回另一份申报（withdrawDossier），再在申报时间内办理", ((Map<?, ?>) refused.get("remedy")).get("zh"));
        own.does("withdrawDossier", drafts.get(0));
        assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(1), 2)));
        var kept = findings(own.act("restoreDossier", drafts.get(0))).getFirst();
        assertEquals(List.of("exclusive.one-series", pair.clause), List.of(kept.get("code"), clause(kept)));
        assertTrue(kept.get("remedy").toString().contains("withdrawDossier"), kept::toString);
        own.does("withdrawDossier", drafts.get(1));
        own.does("restoreDossier", drafts.get(0));
        assertEquals("exclusive.one-series", own.refused("restoreDossier", drafts.get(1)).getFirst());
        assertEquals(UUID.fromString(drafts.get(0)), world.<UUID>value("select distinct dossier from dossier_exclusion where applicant = ?", applicant.person()));
    }

    @ParameterizedTest
    @EnumSource
    void taken_back_while_another_is_handed_in_one_of_them_is_on_its_way(Pair pair) {
        world.time(pair.time);
        for (var race = 0; race < RACES / 5; race++) {
            var applicant = world.applicant();
            var drafts = pair.drafts(applicant);
            assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(0), 2)));
            Unit.of(applicant).does("withdrawDossier", drafts.get(0));
            var done = World.together(() -> Unit.of(applicant).refused("restoreDossier", drafts.get(0)), () -> codes(applicant.submit(key(), drafts.get(1), 2)));
            assertEquals(1, done.stream().filter(List::isEmpty).count(), done::toString);
            assertEquals(1L, world.<Long>value("select count(*) from dossier where applicant = ? and stage = 'SUBMITTED'", applicant.person()));
        }
    }

    /** J24-3.3, X24-5.2a: what was objected is concluded, and no withdrawal gets rid of it. */
    @Test
    void what_was_withdrawn_with_an_objection_open_excludes_until_that_is_concluded() {
        var pair = Pair.XIANNING_OTHER_SERIES;
        var applicant = pair.applicant();
        var own = Unit.of(applicant);
        var drafts = pair.drafts(applicant);
        assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(0), 2)));
        var unit = Unit.of(world, applicant.employer(), "EMPLOYER_CLERK", "EMPLOYER_APPROVER");
        unit.does("beginEmployerReview", drafts.get(0));
        publish(unit, drafts.get(0));
        object(drafts.get(0));
        assertTrue(remedy(applicant, drafts.get(1)).startsWith("先撤回另一份申报（withdrawDossier），待公示单位将其公示异议核查办结且不成立（concludeObjection）"), "that it does not do to withdraw it");
        own.does("withdrawDossier", drafts.get(0));
        var refused = findings(applicant.submit(key(), drafts.get(1), 2)).getFirst();
        assertEquals(List.of(pair.rule, pair.clause), List.of(refused.get("code"), clause(refused)));
        assertEquals("另一份申报已撤回，待公示单位将其公示异议核查办结且不成立（concludeObjection），再在申报时间内办理；本人无须另行办理", remedy(applicant, drafts.get(1)));
        own.does("restoreDossier", drafts.get(0));
        unit.does("beginEmployerReview", drafts.get(0));
        publish(unit, drafts.get(0));
        own.does("withdrawDossier", drafts.get(0));
        assertEquals(List.of(pair.rule), codes(applicant.submit(key(), drafts.get(1), 2)));
        assertEquals(List.of(), told(applicant));
        unit.does("concludeObjection", drafts.get(0), "objection", world.<UUID>value("select id from objection where dossier = ?", UUID.fromString(drafts.get(0))).toString(), "upheld", false, "conclusion", "不属实");
        assertEquals(List.of("已撤回的“" + world.value("select title from dossier where id = ?", UUID.fromString(drafts.get(0))) + "”，其公示异议已核查办结：不再影响另行申报，在申报时间内（本申报的于 2024-07-11 00:00 截止）可另行办理"), told(applicant));
        assertEquals(drafts.get(0), own.sees("{ messages(where: {kind: {eq: OBJECTION_CONCLUDED}}) { nodes { dossier { id } } } }", "data", "messages", "nodes", 0, "dossier", "id"));
        assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(1), 2)));
    }

    /** J24-3.3, X24-5.2a: whoever waited for the conclusion is told what came of it, also when his withdrawal could still be taken back. */
    @ParameterizedTest
    @EnumSource(names = {"BIJIE_OTHER_SERIES", "XIANNING_OTHER_SERIES"})
    void who_withdrew_is_told_that_it_excludes_for_good_when_what_was_objected_is_upheld(Pair pair) {
        var applicant = pair.applicant();
        var drafts = pair.drafts(applicant);
        assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(0), 2)));
        var dossier = UUID.fromString(drafts.get(0));
        var unit = Unit.of(world, applicant.employer(), "EMPLOYER_CLERK", "EMPLOYER_APPROVER");
        unit.does("beginEmployerReview", drafts.get(0));
        unit.does("openPublication", drafts.get(0), "whereShown", "公告栏", "told", pair.region.equals("bijie") ? List.of() : List.of(Map.of("particular", "ACHIEVEMENTS", "words", "参与桥梁加固")));
        object(drafts.get(0));
        Unit.of(applicant).does("withdrawDossier", drafts.get(0));
        unit.does("concludeObjection", drafts.get(0), "objection", world.<UUID>value("select id from objection where dossier = ?", dossier).toString(), "upheld", true, "conclusion", "论文系他人所写");
        assertEquals("REJECTED", world.value("select stage from dossier where id = ?", dossier));
        var title = world.<String>value("select title from dossier where id = ?", dossier);
        assertEquals(List.of("已撤回的“" + title + "”，其公示异议经核查成立：本年度不得另行申报"), told(applicant));
        assertEquals(List.of(pair.rule), codes(applicant.submit(key(), drafts.get(1), 2)));
    }

    /** What its applicant was told of the conclusion of what was objected. */
    private static List<Object> told(Applicant applicant) {
        List<Map<String, Object>> told = Unit.of(applicant).sees("{ messages(where: {kind: {eq: OBJECTION_CONCLUDED}}) { nodes { zh } } }", "data", "messages", "nodes");
        return told.stream().map(one -> one.get("zh")).toList();
    }

    /** B24-5.3: what was refused excludes for good, and no withdrawal gets round that, whenever what was objected is concluded. */
    @Test
    void what_was_withdrawn_excludes_for_good_when_anything_objected_to_it_is_upheld_after_the_window() {
        var pair = Pair.BIJIE_OTHER_SERIES;
        for (var upheld : List.of(List.of(true), List.of(true, false), List.of(false, true), List.of(false, false))) {
            var applicant = pair.applicant();
            var drafts = pair.drafts(applicant);
            assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(0), 2)));
            var dossier = UUID.fromString(drafts.get(0));
            var unit = Unit.of(world, applicant.employer(), "EMPLOYER_CLERK", "EMPLOYER_APPROVER");
            unit.does("beginEmployerReview", drafts.get(0));
            unit.does("openPublication", drafts.get(0), "whereShown", "公告栏", "told", List.of());
            var publication = world.<UUID>value("select id from publication where dossier = ?", dossier).toString();
            for (var _ : upheld) assertEquals(List.of(), codes(Unit.of(world.applicant()).objects(publication, "says", "论文非本人")));
            Unit.of(applicant).does("withdrawDossier", drafts.get(0));
            world.time(world.<Timestamp>value("select window_until from dossier where id = ?", dossier).toInstant().toString().replace("Z", "+00:00"));
            for (var one : upheld) {
                assertEquals(1L, world.<Long>value("select count(*) from dossier_exclusion where dossier = ?", dossier));
                var objection = world.<UUID>value("select id from objection where dossier = ? and concluded_at is null limit 1", dossier).toString();
                unit.does("concludeObjection", drafts.get(0), "objection", objection, "upheld", one, "conclusion", "已核查");
                assertEquals("WITHDRAWN", world.value("select stage from dossier where id = ?", dossier), "it could not be taken back any more");
            }
            assertEquals(upheld.contains(true) ? 1L : 0L, world.<Long>value("select count(*) from dossier_exclusion where dossier = ?", dossier), upheld::toString);
            world.time(pair.time);
            var second = findings(applicant.submit(key(), drafts.get(1), 2));
            assertEquals(upheld.contains(true) ? List.of(pair.rule) : List.of(), second.stream().map(one -> one.get("code")).toList(), upheld::toString);
            for (var one : second) assertEquals("另一份申报已撤回，其公示异议经核查成立，本年度不得另行申报；无可补办事项", ((Map<?, ?>) one.get("remedy")).get("zh"), "there is nothing to wait for");
            var title = world.<String>value("select title from dossier where id = ?", dossier);
            assertEquals(List.of("已撤回的“" + title + "”，其公示异议" + (upheld.contains(true) ? "经核查成立：本年度不得另行申报" : "已核查办结：不再影响另行申报")), told(applicant), "once, whatever else is concluded, and of no window that is over");
        }
    }

    /** B24-5.3, X24-1.5: what is final is said to be, whatever it is. */
    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "REJECTED", "FORFEITED", "DISQUALIFIED", "VOTE_FAILED"})
    void who_has_another_application_that_excludes_for_good_is_told_so(Stage stage) {
        for (var pair : List.of(Pair.BIJIE_OTHER_SERIES, Pair.XIANNING_OTHER_SERIES)) {
            world.time(pair.time);
            var applicant = world.applicant();
            var drafts = pair.drafts(applicant);
            assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(0), 2)));
            world.write("update dossier set stage = ? where id = ?", stage.name(), UUID.fromString(drafts.get(0)));
            assertEquals("另一份申报：" + stage.label().zh() + "，本年度不得另行申报；无可补办事项", remedy(applicant, drafts.get(1)));
        }
    }

    /** Where what is late is forfeited (B24-5.3) a withdrawal does not get round that; where the operator has it otherwise, it is as any. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_not_mended_in_time_is_withdrawn_only_where_it_is_not_forfeited(boolean forfeits) {
        var pair = Pair.BIJIE_OTHER_SERIES;
        var applicant = pair.applicant();
        var drafts = pair.drafts(applicant);
        assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(0), 2)));
        var unit = Unit.of(world, applicant.employer(), "EMPLOYER_CLERK", "EMPLOYER_APPROVER");
        unit.does("beginEmployerReview", drafts.get(0));
        unit.does("returnDossier", drafts.get(0), "reason", "PROCEDURE", "says", "请补材料", "due", "2024-09-20T00:00:00+08:00");
        world.time("2024-09-20T00:00:00+08:00");
        var dossier = UUID.fromString(drafts.get(0));
        var settings = settings(forfeits);
        var viewer = viewer(applicant);
        var submit = new SubmitDossier(world.bean(Acts.class), world.bean(Regions.class), world.bean(Evaluator.class), world.bean(Since.class), settings);
        var another = submit.perform(viewer, world.now(), new SubmitDossier.Input(key(), UUID.fromString(drafts.get(1)), 2));
        assertEquals(List.of(forfeits ? "另一份申报：视为放弃申报，本年度不得另行申报；无可补办事项" : "先撤回另一份申报（withdrawDossier），再在申报时间内办理"), another.findings().stream().map(one -> one.remedy().zh()).toList(), "also before it is ended");
        var withdraw = new WithdrawDossier(world.bean(Acts.class), world.bean(Regions.class), world.bean(Since.class), settings);
        var done = withdraw.perform(viewer, world.now(), new WithdrawDossier.Input(key(), dossier, world.value("select version from dossier where id = ?", dossier)));
        assertEquals(forfeits ? List.of("return.late") : List.of(), done.findings().stream().map(Finding::code).toList());
        assertEquals(forfeits ? List.of("按放弃申报处理；无可补办事项") : List.of(), done.findings().stream().map(one -> one.remedy().zh()).toList());
        assertEquals(forfeits ? List.of(pair.rule) : List.of(), codes(applicant.submit(key(), drafts.get(1), 2)));
    }

    private static void publish(Unit unit, String dossier) {
        unit.does("openPublication", dossier, "whereShown", "公告栏", "told", List.of(Map.of("particular", "ACHIEVEMENTS", "words", "参与桥梁加固")));
    }

    /** Somebody else objects to its publication. */
    private static void object(String dossier) {
        assertEquals(List.of(), codes(Unit.of(world.applicant()).objects(world.<UUID>value("select id from publication where dossier = ?", UUID.fromString(dossier)).toString(), "says", "论文非本人")));
    }

    private static ClockworkSettings settings(boolean forfeits) {
        return new ClockworkSettings(false, Duration.ofMinutes(1), Duration.ZERO, forfeits, Duration.ofDays(3));
    }

    private static Viewer viewer(Applicant applicant) {
        return new Viewer(applicant.caller().account(), Set.of(Role.APPLICANT), applicant.person(), null);
    }

    /** X24-5.1: what was cancelled when another was handed in already excludes when that is withdrawn, and who withdrew it is not told otherwise. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_was_cancelled_excludes_for_good_when_the_other_one_lets_go_of_it(boolean objected) {
        var pair = Pair.XIANNING_OTHER_SERIES;
        var applicant = pair.applicant();
        var own = Unit.of(applicant);
        var drafts = pair.drafts(applicant);
        assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(0), 2)));
        own.does("withdrawDossier", drafts.get(0));
        assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(1), 2)));
        var unit = Unit.of(world, applicant.employer(), "EMPLOYER_CLERK", "EMPLOYER_APPROVER");
        if (objected) {
            unit.does("beginEmployerReview", drafts.get(1));
            publish(unit, drafts.get(1));
            object(drafts.get(1));
        }
        assertEquals(List.of(), codes(Unit.of(world, world.organisation("HRSS", "xianning"), "HRSS_CITY").acts("enterIntegrityEntry", "integrityEntry { id }", "person", applicant.person().toString(), "kind", "FALSE_MATERIAL",
                "clause", "X24-5.1", "reason", "虚构", "document", "虚构〔2024〕9号", "from", "2024-06-20", "dossier", drafts.get(0))));
        assertEquals(drafts.get(1), world.<UUID>value("select dossier from dossier_exclusion where applicant = ? and key = 'one-series'", applicant.person()).toString(), "it was there first");
        own.does("withdrawDossier", drafts.get(1));
        if (objected) {
            unit.does("concludeObjection", drafts.get(1), "objection", world.<UUID>value("select id from objection where dossier = ?", UUID.fromString(drafts.get(1))).toString(), "upheld", false, "conclusion", "不属实");
            assertTrue(told(applicant).getFirst().toString().endsWith("不再影响另行申报；本年度另有申报，仍不得另行申报"), () -> told(applicant).toString());
        }
        assertEquals(drafts.get(0), world.<UUID>value("select dossier from dossier_exclusion where applicant = ? and key = 'one-series'", applicant.person()).toString());
        assertEquals("EXCLUDE X24-1.5 [\"one-series\"] nobody", world.value("select act || ' ' || clause || ' ' || (convert_from(entry, 'UTF8')::jsonb ->> 'excludes') || ' ' || coalesce(actor::text, 'nobody') from trail where subject = ? order by seq desc limit 1", UUID.fromString(drafts.get(0))), "by what it excludes from then on, and that alone");
        assertEquals(List.of("pledge-bar", "exclusive.one-series"), own.refused("restoreDossier", drafts.get(1)), "also when the bar is over");
        assertEquals(List.of("pledge-bar", pair.rule), codes(applicant.submit(key(), applicant.signed("xianning", 2024, pair.claims.get(1), pair.told), 2)));
    }

    /** X24-5.1, X24-1.5: whoever lets go of what a cancelled application excludes waits for its cancelling, and sees it. */
    @Test
    void what_is_cancelled_while_the_other_one_is_withdrawn_excludes_for_good() throws Exception {
        var applicant = Pair.XIANNING_OTHER_SERIES.applicant();
        var own = Unit.of(applicant);
        var drafts = Pair.XIANNING_OTHER_SERIES.drafts(applicant);
        assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(0), 2)));
        own.does("withdrawDossier", drafts.get(0));
        assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(1), 2)));
        CompletableFuture<List<String>> second;
        try (var first = world.transaction()) {
            Disqualification.write(first, world.bean(Regions.class), Viewer.PUBLIC, UUID.fromString(drafts.get(0)), Clause.of("X24-5.1"), world.now());
            second = CompletableFuture.supplyAsync(() -> own.refused("withdrawDossier", drafts.get(1)));
            world.awaitWaiting(1);
            first.commit();
        }
        assertEquals(List.of(), second.get());
        assertEquals(List.of("DISQUALIFIED", "WITHDRAWN"), drafts.stream().map(one -> world.value("select stage from dossier where id = ?", UUID.fromString(one))).toList());
        assertEquals(drafts.get(0), world.<UUID>value("select dossier from dossier_exclusion where applicant = ? and key = 'one-series'", applicant.person()).toString());
    }

    /** X24-1.5: where one that was cancelled would exclude in its place nobody is told to withdraw what he has, and he can go on with that; also when the entry was a mistake. */
    @ParameterizedTest
    @EnumSource(names = {"XIANNING_OTHER_SERIES", "XIANNING_SAME_SERIES"})
    void nobody_is_told_to_withdraw_what_is_all_that_he_has_left(Pair pair) {
        var applicant = pair.applicant();
        var own = Unit.of(applicant);
        var drafts = pair.drafts(applicant);
        var third = applicant.signed(pair.region, 2024, pair.claims.get(0), pair.told);
        assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(0), 2)));
        own.does("withdrawDossier", drafts.get(0));
        assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(1), 2)));
        var unit = Unit.of(world, applicant.employer(), "EMPLOYER_CLERK", "EMPLOYER_APPROVER");
        unit.does("beginEmployerReview", drafts.get(1));
        Supplier<String> wrong = () -> remedy(unit.act("markItems", drafts.get(1), "marks", List.of(Map.of("path", "claim.series", "accepted", false, "reason", "系列不符"))));
        var before = wrong.get();
        var bureau = Unit.of(world, world.organisation("HRSS", "xianning"), "HRSS_CITY");
        Map<?, ?> entered = (Map<?, ?>) bureau.acts("enterIntegrityEntry", "integrityEntry { id }", "person", applicant.person().toString(), "kind", "FALSE_MATERIAL",
                "clause", "X24-5.1", "reason", "虚构", "document", "虚构〔2024〕9号", "from", "2024-06-20", "dossier", drafts.get(0)).get("integrityEntry");
        assertEquals(List.of(), codes(bureau.acts("endIntegrityEntry", "integrityEntry { id }", "entry", entered.get("id"), "until", "2024-06-20", "reason", "误记（虚构）")));

        var left = "本年度不得另行申报：一经撤回，即由已被取消的申报排除，本申报也不能恢复；请继续办理本申报，勿撤回";
        assertEquals(before, wrong.get(), "a reviewer learns nothing of the other one");
        unit.does("returnDossier", drafts.get(1), "reason", "PROCEDURE", "says", "系列有误", "due", "2024-07-05T00:00:00+08:00");
        assertTrue(world.<String>value("select zh from message where person = ? and kind = 'RETURNED'", applicant.person()).endsWith("；系列、层级、类别或渠道有误的，" + left));
        Supplier<Integer> version = () -> world.value("select version from dossier where id = ?", UUID.fromString(drafts.get(1)));
        assertEquals(left, remedy(applicant.edit(key(), drafts.get(1), version.get(), Map.of("claim", Claims.but(pair.claims.get(1), "level", "INTERMEDIATE")))));
        assertEquals("本年度不得另行申报：另一份申报一经撤回，即由已被取消的申报排除；请继续办理该份申报，勿撤回", remedy(applicant, third));

        var binding = UUID.randomUUID();
        world.write("insert into binding (id, person, organisation, region, ground, state, name, asked_at, decided_at) values (?, ?, ?, 'xianning', 'EMPLOYMENT', 'CONFIRMED', '王虚构', ?, ?)",
                binding, applicant.person(), applicant.employer(), world.now(), world.now());
        assertEquals(List.of(), codes(unit.acts("endBinding", "binding { state }", "binding", binding.toString(), "version", 1, "reason", "已离职")));
        assertTrue(world.<String>value("select zh from message where person = ? and kind = 'BINDING_ENDED'", applicant.person()).endsWith("，请与其重新绑定（requestBinding）；" + left));
        assertEquals(List.of(), codes(applicant.sign(key(), drafts.get(1), version.get(), (String) applicant.pledge(drafts.get(1)).get("words"))));
        assertEquals("与其重新绑定（requestBinding）；" + left, remedy(own.act("resubmitDossier", drafts.get(1))));
        world.write("update person set employer = ? where id = ?", applicant.employer(), applicant.person());
        own.does("resubmitDossier", drafts.get(1));
        unit.does("beginEmployerReview", drafts.get(1));
        publish(unit, drafts.get(1));
        object(drafts.get(1));
        own.does("withdrawDossier", drafts.get(1));
        assertEquals("本年度不得另行申报：已撤回的另一份申报，其公示异议核查办结后，即由已被取消的申报排除；在申报时间内可恢复该份申报（restoreDossier）", remedy(applicant, third));
        own.does("restoreDossier", drafts.get(1));
        unit.does("beginEmployerReview", drafts.get(1));
        unit.does("returnDossier", drafts.get(1), "reason", "PROCEDURE", "says", "系列有误", "due", "2024-07-06T00:00:00+08:00");
        var resubmit = new ResubmitDossier(world.bean(Acts.class), world.bean(Regions.class), world.bean(Evaluator.class), world.bean(Since.class), settings(false));
        var late = resubmit.perform(viewer(applicant), Instant.parse("2024-07-05T16:00:00Z"), new ResubmitDossier.Input(key(), UUID.fromString(drafts.get(1)), version.get()));
        assertEquals(List.of("本年度不得另行申报：已被取消的申报予以排除；无可补办事项"), late.findings().stream().filter(one -> one.code().equals("return.late")).map(one -> one.remedy().zh()).toList(), "also where it is not forfeited");
        own.does("withdrawDossier", drafts.get(1));
        world.time("2024-07-06T00:00:00+08:00");
        assertEquals("本年度不得另行申报：另一份申报的修改时间已过，不能再办理或恢复；其不再排除时，即由已被取消的申报排除；无可补办事项", remedy(applicant, third));
        assertEquals("本年度不得另行申报：已被取消的申报予以排除；无可补办事项", remedy(own.act("restoreDossier", drafts.get(1))));
        unit.does("concludeObjection", drafts.get(1), "objection", world.<UUID>value("select id from objection where dossier = ? and concluded_at is null", UUID.fromString(drafts.get(1))).toString(), "upheld", false, "conclusion", "不属实");
        assertEquals("另一份申报：取消参评资格，本年度不得另行申报；无可补办事项", remedy(own.act("restoreDossier", drafts.get(1))), "now it holds what this one held");
    }

    /** J24-3.3, X24-5.2a: what is objected holds another one too, and who is told to withdraw is told that. */
    @Test
    void who_has_an_objection_open_is_told_that_a_new_one_waits_for_it() {
        var pair = Pair.XIANNING_OTHER_SERIES;
        var applicant = pair.applicant();
        var own = Unit.of(applicant);
        var drafts = pair.drafts(applicant);
        assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(0), 2)));
        var unit = Unit.of(world, applicant.employer(), "EMPLOYER_CLERK", "EMPLOYER_APPROVER");
        unit.does("beginEmployerReview", drafts.get(0));
        publish(unit, drafts.get(0));
        object(drafts.get(0));
        unit.does("endPublication", drafts.get(0), "reason", "系列有误");
        unit.does("returnDossier", drafts.get(0), "reason", "PROCEDURE", "says", "系列有误", "due", "2024-07-05T00:00:00+08:00");
        var waits = "；待公示单位将本申报的公示异议核查办结且不成立（concludeObjection），方可提交";
        assertTrue(world.<String>value("select zh from message where person = ? and kind = 'RETURNED'", applicant.person()).endsWith("撤回（withdrawDossier）后在申报时间内（本申报的于 2024-07-11 00:00 截止）另行申报（composeDossier）" + waits));
        own.does("withdrawDossier", drafts.get(0));
        assertEquals(List.of(pair.rule), codes(applicant.submit(key(), drafts.get(1), 2)));
        world.time("2024-07-05T00:00:00+08:00");
        assertEquals("在申报时间内（本申报的于 2024-07-11 00:00 截止）另行申报（composeDossier）" + waits, remedy(own.act("restoreDossier", drafts.get(0))));
    }

    /** B24-5.3: what comes back in no case is not made room for. */
    @Test
    void what_is_too_late_to_be_taken_back_is_refused_for_that_and_not_for_the_other_one() {
        var pair = Pair.BIJIE_OTHER_SERIES;
        var applicant = pair.applicant();
        var own = Unit.of(applicant);
        var drafts = pair.drafts(applicant);
        assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(0), 2)));
        var unit = Unit.of(world, applicant.employer(), "EMPLOYER_CLERK", "EMPLOYER_APPROVER");
        unit.does("beginEmployerReview", drafts.get(0));
        unit.does("returnDossier", drafts.get(0), "reason", "PROCEDURE", "says", "请补材料", "due", "2024-09-20T00:00:00+08:00");
        own.does("withdrawDossier", drafts.get(0));
        assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(1), 2)));
        assertEquals(List.of("exclusive.one-series"), own.refused("restoreDossier", drafts.get(0)));
        world.time("2024-09-20T00:00:00+08:00");
        var late = own.act("restoreDossier", drafts.get(0));
        assertEquals(List.of("return.late"), codes(late));
        assertEquals("本申报不再恢复；另一份申报不受影响", remedy(late));
    }

    @Test
    void a_key_of_another_year_excludes_nothing_in_this_one() {
        world.time(Pair.BIJIE_SAME_SERIES.time);
        var applicant = world.applicant();
        var before = applicant.draft("bijie", 2023, Claims.BIJIE, Pair.BIJIE_SAME_SERIES.told);
        world.write("insert into dossier_exclusion (region, applicant, year, key, dossier, clause) values ('bijie', ?, 2023, 'one-series', ?, 'B23-5.4')", applicant.person(), UUID.fromString(before));
        var now = applicant.signed("bijie", 2024, Claims.BIJIE, Pair.BIJIE_SAME_SERIES.told);
        assertEquals(List.of(), findings(applicant.submit(key(), now, 2)));
    }

    @ParameterizedTest
    @EnumSource
    void at_the_same_moment_exactly_one_is_accepted_and_the_other_told_the_same_as_in_the_calm(Pair pair) {
        var calm = List.of(calm(pair, 0), calm(pair, 1));
        for (var race = 0; race < RACES; race++) {
            var applicant = world.applicant();
            var drafts = pair.drafts(applicant);
            var done = World.together(() -> applicant.submit(key(), drafts.get(0), 2), () -> applicant.submit(key(), drafts.get(1), 2));
            var winner = findings(done.get(0)).isEmpty() ? 0 : 1;
            assertEquals(List.of(), findings(done.get(winner)));
            assertNotNull(done.get(winner).get("receipt"));
            assertEquals(calm.get(winner), findings(done.get(1 - winner)), "the loser's findings");
            assertNull(done.get(1 - winner).get("receipt"));
            assertEquals(drafts.get(winner), world.<UUID>value("select distinct dossier from dossier_exclusion where applicant = ?", applicant.person()).toString());
            assertEquals("DRAFT", world.value("select stage from dossier where id = ?", UUID.fromString(drafts.get(1 - winner))));
            assertEquals(1L, world.<Long>value("select count(*) from trail where subject = ? and convert_from(entry, 'UTF8') like '%SUBMIT_REFUSED%'", UUID.fromString(drafts.get(1 - winner))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_waits_on_the_key_is_refused_when_it_is_taken(Pair pair) throws Exception {
        assertEquals(calm(pair, 0), waited(pair, true));
    }

    @Test
    void whoever_waits_on_the_key_is_accepted_when_it_is_let_go() throws Exception {
        assertEquals(List.of(), waited(Pair.BIJIE_OTHER_SERIES, false));
    }

    @Test
    void jiayuguans_notice_says_nothing_so_both_are_accepted() {
        world.time("2024-09-18T10:00:00+08:00");
        for (var race = 0; race < 5; race++) {
            var applicant = world.applicant();
            var drafts = List.of(Claims.JIAYUGUAN, Map.<String, Object>of("series", "HEALTH", "level", "INTERMEDIATE", "channel", "public")).stream()
                    .map(claim -> applicant.signed("jiayuguan", 2024, claim, Claims.told("620200"))).toList();
            assertEquals(List.of(List.of(), List.of()), World.together(() -> codes(applicant.submit(key(), drafts.get(0), 2)), () -> codes(applicant.submit(key(), drafts.get(1), 2))));
        }
    }

    @Test
    void a_region_and_a_person_exclude_nothing_elsewhere() {
        world.time("2024-09-18T10:00:00+08:00");
        var applicant = world.applicant();
        var other = world.applicant();
        assertEquals(List.of(), codes(applicant.submit(key(), applicant.signed("bijie", 2024, Claims.BIJIE, Claims.told("520502")), 2)));
        assertEquals(List.of(), codes(applicant.submit(key(), applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200")), 2)), "of another region's notice");
        assertEquals(List.of(), codes(other.submit(key(), other.signed("bijie", 2024, Claims.BIJIE, Claims.told("520502")), 2)), "of another person");
    }

    /** B24-5.3, X24-1.5 are of the person: what he handed in in another region excludes as what he tells of does, and a rule of that region's own there need not be. */
    @ParameterizedTest
    @EnumSource
    void what_was_handed_in_in_another_region_excludes_where_the_notice_says_so(Pair pair) throws Exception {
        world.time("2024-09-18T10:00:00+08:00");
        var applicant = world.applicant();
        var own = Unit.of(applicant);
        var claim = Claims.but(Claims.but(Claims.JIAYUGUAN, "specialty", null), "series", pair.claims.getLast().get("series"));
        var elsewhere = applicant.signed("jiayuguan", 2024, claim, Claims.told("620200"));
        assertEquals(List.of(), codes(applicant.submit(key(), elsewhere, 2)));
        world.time(pair.time);
        var here = pair.drafts(applicant).getFirst();
        var refused = findings(applicant.submit(key(), here, 2));
        assertEquals(List.of(pair.rule + " " + pair.clause), refused.stream().map(one -> one.get("code") + " " + clause(one)).toList());
        assertEquals("先撤回另一份申报（withdrawDossier），再在申报时间内办理", ((Map<?, ?>) refused.getFirst().get("remedy")).get("zh"));
        own.does("withdrawDossier", elsewhere);
        assertEquals(List.of(), codes(applicant.submit(key(), here, 2)));
        own.does("withdrawDossier", here);
        assertEquals("exclusive.one-series", whileHeGoesOnElsewhere(applicant, elsewhere, () -> own.refused("restoreDossier", here)).getFirst(), "taken back here while it is taken back there");
        own.does("withdrawDossier", elsewhere);
        assertEquals(pair.rule, whileHeGoesOnElsewhere(applicant, elsewhere, () -> codes(applicant.submit(key(), pair.drafts(applicant).getFirst(), 2))).getFirst(), "handed in");
    }

    /** What comes of an act that waits until the same person has gone on in another region. */
    private static List<String> whileHeGoesOnElsewhere(Applicant applicant, String elsewhere, Supplier<List<String>> act) throws Exception {
        CompletableFuture<List<String>> second;
        try (var first = world.transaction()) {
            SeenDossier.alone(first, applicant.person());
            Sql.writeOne(first, "update dossier set stage = 'SUBMITTED' where id = ?", UUID.fromString(elsewhere));
            second = CompletableFuture.supplyAsync(act);
            world.awaitWaiting(1);
            first.commit();
        }
        return second.get();
    }

    /** X24-1.5: a draft in another region is no application, nor is what was withdrawn there, and what was first is not touched by what comes after it elsewhere. */
    @Test
    void what_is_first_stands_whatever_comes_after_it_in_another_region() {
        world.time("2024-09-18T10:00:00+08:00");
        var applicant = world.applicant();
        var own = Unit.of(applicant);
        applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        var first = applicant.signed("bijie", 2024, Claims.BIJIE, Claims.told("520502"));
        assertEquals(List.of(), codes(applicant.submit(key(), first, 2)), "a draft there excludes nothing");
        var later = applicant.signed("jiayuguan", 2024, Claims.but(Claims.JIAYUGUAN, "series", "HEALTH"), Claims.told("620200"));
        assertEquals(List.of(), codes(applicant.submit(key(), later, 2)), "that notice excludes nothing");
        var unit = Unit.of(world, applicant.employer(), "EMPLOYER_CLERK", "EMPLOYER_APPROVER");
        unit.does("beginEmployerReview", first);
        unit.does("returnDossier", first, "reason", "PROCEDURE", "says", "请补材料", "due", "2024-09-20T00:00:00+08:00");
        var version = world.<Integer>value("select version from dossier where id = ?", UUID.fromString(first));
        assertEquals(List.of(), codes(applicant.sign(key(), first, version, (String) applicant.pledge(first).get("words"))));
        own.does("resubmitDossier", first);
        unit.does("beginEmployerReview", first);
        unit.does("openPublication", first, "whereShown", "公告栏", "told", List.of());
        object(first);
        own.does("withdrawDossier", first);
        own.does("withdrawDossier", later);
        world.time(Pair.XIANNING_OTHER_SERIES.time);
        assertEquals(List.of(), codes(applicant.submit(key(), Pair.XIANNING_OTHER_SERIES.drafts(applicant).getFirst(), 2)), "what is withdrawn there does not, whatever is objected to it");
    }

    @Test
    void an_application_that_the_applicant_himself_tells_of_counts_too() {
        world.time("2024-09-18T10:00:00+08:00");
        var applicant = world.applicant();
        var told = new HashMap<>(Claims.told("520502"));
        told.put("otherApplications", List.of(Map.of("series", "ECONOMICS")));
        assertEquals(List.of("one-series"), codes(applicant.submit(key(), applicant.signed("bijie", 2024, Claims.BIJIE, told), 2)));
    }

    /** What the loser is told when {@code winner} was accepted before he came. */
    private static List<Map<String, Object>> calm(Pair pair, int winner) {
        world.time(pair.time);
        var applicant = world.applicant();
        var drafts = pair.drafts(applicant);
        assertEquals(List.of(), codes(applicant.submit(key(), drafts.get(winner), 2)));
        return findings(applicant.submit(key(), drafts.get(1 - winner), 2));
    }

    /** What the second is told who finds nothing, and then waits for the first, whose transaction has the keys and ends. */
    private static List<Map<String, Object>> waited(Pair pair, boolean commits) throws Exception {
        world.time(pair.time);
        calm(pair, 0); // so that the edition is pinned, and nobody waits for that
        var applicant = world.applicant();
        var drafts = pair.drafts(applicant);
        CompletableFuture<List<Map<String, Object>>> second;
        try (var first = world.transaction()) {
            var keys = Judged.keys(world.bean(Regions.class).newest(pair.region, 2024).orElseThrow());
            assertFalse(keys.isEmpty());
            for (var key : keys)
                Sql.write(first, "insert into dossier_exclusion (region, applicant, year, key, dossier, clause) values (?, ?, 2024, ?, ?, ?)",
                        pair.region, applicant.person(), key.key(claim(pair.claims.getFirst())), UUID.fromString(drafts.getFirst()), key.clause().id());
            second = CompletableFuture.supplyAsync(() -> findings(applicant.submit(key(), drafts.get(1), 2)));
            world.awaitWaiting(1);
            if (commits) first.commit();
            else first.rollback();
        }
        return second.get();
    }

    /** What would let somebody hand in who is refused. */
    private static String remedy(Applicant applicant, String dossier) {
        return remedy(applicant.submit(key(), dossier, 2));
    }

    private static String remedy(Map<String, Object> payload) {
        return (String) ((Map<?, ?>) findings(payload).getFirst().get("remedy")).get("zh");
    }

    private static Claim claim(Map<String, Object> claim) {
        return new Claim(2024, (String) claim.get("series"), Optional.empty(), Optional.empty(), Claim.ORDINARY, Optional.empty());
    }

    private static Object clause(Map<String, Object> finding) {
        return ((Map<?, ?>) finding.get("clause")).get("id");
    }
}
