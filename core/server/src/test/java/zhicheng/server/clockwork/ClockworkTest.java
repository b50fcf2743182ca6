package zhicheng.server.clockwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.key;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.Handed;
import zhicheng.server.Unit;
import zhicheng.server.World;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Stage;
import zhicheng.server.trail.Json;

/** What happens by itself when its day comes: to the second, once, whatever breaks off, and nothing that no notice says. */
@Tag("database")
@Tag("once")
class ClockworkTest {
    private static final Executor AT_ONCE = Thread::startVirtualThread;

    private static World world;

    @BeforeAll
    static void open() {
        world = World.at("2024-09-18T10:00:00+08:00", "zhicheng.clockwork.grace", "0s");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    /** An applicant whose dossier was handed in in Jiayuguan, and his employer's clerk. */
    private record Going(Applicant applicant, String dossier, Unit clerk) {
        static Going in(World world) {
            world.time("2024-09-18T10:00:00+08:00");
            var applicant = world.applicant();
            world.write("update organisation set region = 'jiayuguan' where id = ?", applicant.employer());
            var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
            assertEquals(List.of(), codes(applicant.submit(key(), dossier, 2)));
            return new Going(applicant, dossier, Unit.of(world, applicant.employer(), "EMPLOYER_CLERK"));
        }

        Going returned(String due) {
            clerk.does("beginEmployerReview", dossier);
            clerk.does("markItems", dossier, "marks", List.of(Map.of("path", "facts.hours", "accepted", false, "reason", "学时证明不全")));
            clerk.does("returnDossier", dossier, "due", due);
            return this;
        }

        String stage() {
            return clerk.world().value("select stage from dossier where id = ?", UUID.fromString(dossier));
        }

        long told(String kind) {
            return clerk.world().<Long>value("select count(*) from message where dossier = ? and kind = ?", UUID.fromString(dossier), kind);
        }

        long acts(String act) {
            return clerk.world().<Long>value("select count(*) from trail where subject = ? and act = ?", UUID.fromString(dossier), act);
        }

        void mend() {
            var facts = Claims.but(Claims.told("620200"), "hours", List.of(Map.of("year", 2023, "total", 97.5, "specialised", 70), Map.of("year", 2024, "total", 91, "specialised", 62.5)));
            assertEquals(List.of(), applicant.edit(key(), dossier, version(), Map.of("facts", facts)).get("findings"));
            assertEquals(List.of(), applicant.sign(key(), dossier, version(), (String) applicant.pledge(dossier).get("words")).get("findings"));
        }

        int version() {
            return clerk.world().<Integer>value("select version from dossier where id = ?", UUID.fromString(dossier));
        }
    }

    private static int run(Class<? extends Chore> chore) {
        return world.bean(chore).run(world.now());
    }

    @Test
    void what_is_not_handed_in_again_in_time_is_forfeited_at_the_instant_and_once() {
        var late = Going.in(world).returned("2024-09-25T17:00:00+08:00");
        var inTime = Going.in(world).returned("2024-09-25T17:00:00+08:00");
        assertEquals(1L, late.told("RETURNED"));
        inTime.mend();
        world.time("2024-09-25T16:59:59.999999+08:00");
        assertEquals(0, run(ForfeitLate.class));
        assertEquals("RETURNED", late.stage());
        Unit.of(inTime.applicant).does("resubmitDossier", inTime.dossier);

        world.time("2024-09-25T17:00:00+08:00");
        assertEquals(1, run(ForfeitLate.class));
        assertEquals("FORFEITED", late.stage());
        assertEquals("SUBMITTED", inTime.stage());
        assertEquals(List.of("dossier.stage"), Unit.of(late.applicant).refused("resubmitDossier", late.dossier));
        Map<String, Object> shown = Unit.of(late.applicant).sees("{ dossier(id: \"%s\") { endedReason endedClauseId trail(first: 1) { nodes { act actorId capacity clause organisation { id } } } } }".formatted(late.dossier), "data", "dossier");
        assertEquals("LATE_SUPPLEMENT", shown.get("endedReason"));
        assertEquals("MOHRSS40", shown.get("endedClauseId"));
        var act = (Map<?, ?>) ((List<?>) ((Map<?, ?>) shown.get("trail")).get("nodes")).getFirst();
        assertEquals("FORFEIT", act.get("act"));
        assertNull(act.get("actorId"));
        assertNull(act.get("capacity"));
        assertNull(act.get("organisation"));
        assertEquals("MOHRSS40", act.get("clause"));
        assertEquals(1L, late.told("FORFEITED"));
        Map<String, Object> told = Unit.of(late.applicant).sees("{ messages(where: {kind: {eq: FORFEITED}}) { nodes { zh en clauseId dueAt } } }", "data", "messages", "nodes", 0);
        String title = world.value("select title from dossier where id = ?", UUID.fromString(late.dossier));
        assertEquals("“" + title + "”申报材料退回后未在 2024-09-25 17:00 前重新提交，按放弃申报处理", told.get("zh"));
        assertEquals("“" + title + "”: returned, and not handed in again before 2024-09-25 17:00; it is treated as abandoned", told.get("en"));
        assertEquals("MOHRSS40", told.get("clauseId"));
        assertNull(told.get("dueAt"));

        assertEquals(0, run(ForfeitLate.class));
        assertEquals(1L, late.acts("FORFEIT"));
        assertEquals(1L, late.told("FORFEITED"));
    }

    /** Whatever it lies in when it ends. */
    @Test
    void what_is_forfeited_lies_with_nobody_and_is_not_published_any_more() {
        var going = Going.in(world).returned("2024-09-25T17:00:00+08:00");
        var dossier = UUID.fromString(going.dossier);
        Handed.inHandAndPublished(world, dossier);
        world.time("2024-09-25T17:00:00+08:00");
        assertEquals(1, run(ForfeitLate.class));
        assertEquals("FORFEITED", going.stage());
        Handed.assertLeftOff(world, dossier);
    }

    @Test
    void who_came_in_time_and_waits_for_his_turn_is_let_pass_first() {
        try (var patient = World.at("2024-09-18T10:00:00+08:00")) {
            var going = Going.in(patient).returned("2024-09-25T17:00:00+08:00");
            patient.time("2024-09-25T17:00:59+08:00");
            assertEquals(0, patient.bean(ForfeitLate.class).run(patient.now()));
            patient.time("2024-09-25T17:01:00+08:00");
            assertEquals(1, patient.bean(ForfeitLate.class).run(patient.now()));
            assertEquals("FORFEITED", going.stage());
        }
    }

    @Test
    void where_it_is_turned_off_it_stays_returned_and_too_late() {
        var going = Going.in(world).returned("2024-09-24T17:00:00+08:00");
        going.mend();
        world.time("2024-09-24T17:00:00+08:00");
        var off = new ForfeitLate(world.bean(Dossiers.class), new ClockworkSettings(true, Duration.ofMinutes(1), Duration.ZERO, false, Duration.ofDays(3)));
        assertEquals(0, off.run(world.now()));
        assertEquals("RETURNED", going.stage());
        assertEquals(List.of("return.late"), Unit.of(going.applicant).refused("resubmitDossier", going.dossier));
        assertEquals(1, run(ForfeitLate.class));
    }

    @ParameterizedTest
    @CsvSource({"resubmitDossier, SUBMITTED", "withdrawDossier, WITHDRAWN", "extendReturn, RETURNED"})
    void who_acted_in_time_is_not_forfeited_by_a_chore_that_has_it_in_hand_already(String act, String stage) throws Exception {
        var going = Going.in(world).returned("2024-09-27T17:00:00+08:00");
        going.mend();
        world.time("2024-09-27T16:59:59+08:00");
        CompletableFuture<List<String>> his;
        CompletableFuture<Integer> chore;
        try (var elsewhere = world.transaction()) {
            hold(elsewhere, going);
            his = CompletableFuture.supplyAsync(() -> act.equals("extendReturn") ? going.clerk.refused(act, going.dossier, "due", "2024-09-30T17:00:00+08:00") : Unit.of(going.applicant).refused(act, going.dossier), AT_ONCE);
            world.awaitWaiting(1);
            world.time("2024-09-27T17:00:00+08:00");
            chore = CompletableFuture.supplyAsync(() -> run(ForfeitLate.class), AT_ONCE);
            world.awaitWaiting(2);
            elsewhere.commit();
        }
        assertEquals(List.of(), his.get());
        assertEquals(0, chore.get());
        assertEquals(stage, going.stage());
        assertEquals(0L, going.acts("FORFEIT"));
        assertEquals(0L, going.told("FORFEITED"));
        if (stage.equals("RETURNED")) Unit.of(going.applicant).does("withdrawDossier", going.dossier);
    }

    @Test
    void who_has_a_later_day_to_mend_it_is_reminded_of_that_one_and_late_by_it_alone() {
        var going = Going.in(world).returned("2024-09-20T17:00:00+08:00");
        going.clerk.does("extendReturn", going.dossier, "due", "2024-10-06T17:00:00+08:00");
        world.time("2024-09-20T17:00:00+08:00");
        run(ForfeitLate.class);
        world.time("2024-10-03T17:00:00+08:00");
        run(Remind.class);
        assertEquals("2024-10-06 17:00", world.value("select to_char(due_at at time zone 'Etc/GMT-8', 'YYYY-MM-DD HH24:MI') from message where dossier = ? and kind = 'MENDING_DUE'", UUID.fromString(going.dossier)));
        going.clerk.does("extendReturn", going.dossier, "due", "2024-10-08T17:00:00+08:00");
        world.time("2024-10-06T17:00:00+08:00");
        run(Remind.class);
        run(ForfeitLate.class);
        assertEquals(List.of("RETURNED", 2L, 1L), List.of(going.stage(), going.told("RETURN_EXTENDED"), going.told("MENDING_DUE")), "of the second day the message has told him");
        world.time("2024-10-08T17:00:00+08:00");
        run(ForfeitLate.class);
        assertEquals("FORFEITED", going.stage());
    }

    @Test
    void who_comes_behind_the_chore_is_told_what_stands_there_now() throws Exception {
        var going = Going.in(world).returned("2024-09-28T17:00:00+08:00");
        going.mend();
        world.time("2024-09-28T17:00:00+08:00");
        CompletableFuture<Integer> chore;
        CompletableFuture<List<String>> his;
        try (var elsewhere = world.transaction()) {
            hold(elsewhere, going);
            chore = CompletableFuture.supplyAsync(() -> run(ForfeitLate.class), AT_ONCE);
            world.awaitWaiting(1);
            his = CompletableFuture.supplyAsync(() -> Unit.of(going.applicant).refused("withdrawDossier", going.dossier), AT_ONCE);
            world.awaitWaiting(2);
            elsewhere.commit();
        }
        assertEquals(1, chore.get());
        assertEquals(List.of("dossier.stage"), his.get());
        assertEquals("FORFEITED", going.stage());
    }

    @Test
    void two_at_once_and_one_that_breaks_off_do_nothing_twice_and_lose_nothing() {
        var all = new ArrayList<Going>();
        for (var one = 0; one < 4; one++) all.add(Going.in(world).returned("2024-09-26T17:00:00+08:00"));
        world.time("2024-09-26T17:00:00+08:00");
        var broken = all.get(1).applicant.person();
        world.owner("create function breaks_off() returns trigger language plpgsql as $$ begin raise exception 'broken off'; end $$");
        world.owner("create trigger breaks_off before insert on message for each row when (new.person = '" + broken + "' and new.kind = 'FORFEITED') execute function breaks_off()");
        assertThrows(IllegalStateException.class, () -> run(ForfeitLate.class));
        assertEquals(List.of("FORFEITED", "RETURNED", "FORFEITED", "FORFEITED"), all.stream().map(Going::stage).toList(), "one that cannot be ended holds up no other");
        assertEquals(0L, all.get(1).acts("FORFEIT"), "and leaves nothing behind");
        world.owner("drop trigger breaks_off on message");
        world.owner("drop function breaks_off()");

        var more = new ArrayList<Going>();
        for (var one = 0; one < 6; one++) more.add(Going.in(world).returned("2024-09-26T17:00:00+08:00"));
        world.time("2024-09-26T17:00:00+08:00");
        assertEquals(7, World.together(() -> run(ForfeitLate.class), () -> run(ForfeitLate.class), () -> run(ForfeitLate.class)).stream().mapToInt(Integer::intValue).sum());
        all.addAll(more);
        for (var going : all) {
            assertEquals("FORFEITED", going.stage());
            assertEquals(1L, going.acts("FORFEIT"));
            assertEquals(1L, going.told("FORFEITED"));
        }
    }

    @Test
    void on_the_31_july_that_the_notice_names_the_year_before_is_cleared_and_no_other_regions() {
        world.time("2024-07-30T09:00:00+08:00");
        var bijie = world.applicant();
        var draft = bijie.draft("bijie", 2023, Claims.BIJIE, Claims.told("520502"));
        var ofThisYear = world.applicant().draft("bijie", 2024, Claims.BIJIE, Claims.told("520502"));
        var elsewhere = world.applicant().draft("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        assertEquals(List.of("B24-5.3", "B23-5.4"), world.bean(YearEnd.class).clearings().stream().sorted((one, other) -> other.from().compareTo(one.from())).map(one -> one.window().clause().id()).toList());
        run(Remind.class);
        assertEquals(List.of("YEAR_END_DUE"), kinds(bijie), "a day before");
        world.time("2024-07-30T23:59:59.999999+08:00");
        assertEquals(0, run(ClearYear.class));
        world.time("2024-07-31T00:00:00+08:00");
        assertEquals(1, run(ClearYear.class));
        assertEquals(List.of("TERMINATED", "DRAFT", "DRAFT"), List.of(stage(draft), stage(ofThisYear), stage(elsewhere)));
        assertEquals("B24-5.3", world.value("select clause from trail where subject = ? and act = 'TERMINATE'", UUID.fromString(draft)));
        assertEquals("YEAR_END", world.value("select ended_reason from dossier where id = ?", UUID.fromString(draft)));
        assertEquals(0, run(ClearYear.class));
        assertEquals(List.of("dossier.stage"), codes(bijie.edit(key(), draft, 3, Map.of("facts", Claims.told("520502")))));

        world.time("2024-08-02T09:00:00+08:00");
        var begunLater = world.applicant().draft("bijie", 2023, Claims.BIJIE, Claims.told("520502"));
        assertEquals(0, run(ClearYear.class), "begun after that day: not meant");
        assertEquals("DRAFT", stage(begunLater));
    }

    @Test
    void whatever_stage_it_has_come_to_the_clearing_ends_it_and_what_has_ended_stays() {
        var going = cleared();
        going.clerk().does("beginEmployerReview", going.dossier());
        going.clerk().does("openPublication", going.dossier(), "whereShown", "一楼公告栏", "told", List.of());
        ofTheYearBefore(going);
        assertEquals(1, run(ClearYear.class));
        assertEquals("TERMINATED", going.stage());
        assertEquals("TERMINATED", world.value("select outcome from dossier_step where dossier = ? and done_at = ?", going.id(), world.now()), "it lies with nobody");
        assertEquals(0L, world.<Long>value("select count(*) from dossier_step where dossier = ? and done_at is null", going.id()));
        assertEquals(List.of(1L, 0L), world.<List<Long>>one(row -> List.of(row.getLong(1), row.getLong(2)),
                "select count(*), count(*) filter (where ended_at is distinct from ?) from publication where dossier = ?", world.now(), going.id()), "and is not published any more");
        assertEquals(1L, world.<Long>value("select count(*) from message where dossier = ? and kind = 'TERMINATED'", going.id()));

        var ended = new ArrayList<String>();
        for (var stage : Stage.values()) {
            world.write("update dossier set stage = ?, withdrawn_at = ? where id = ?", stage.name(), world.now(), going.id());
            if (run(ClearYear.class) == 0) ended.add(stage.name());
            else assertEquals("TERMINATED", going.stage());
        }
        assertEquals(Stage.values().length - 11, world.<Long>value("select count(*) - 1 from trail where subject = ? and act = 'TERMINATE'", going.id()).intValue());
        assertEquals(List.of("CONFIRMED", "CERTIFIED", "ARCHIVED", "REJECTED", "WITHDRAWN", "FORFEITED", "TERMINATED", "VOTE_FAILED", "NOT_CONFIRMED", "DISQUALIFIED", "REVOKED"), ended);
    }

    /** What was handed in in Bijie. */
    private static Handed cleared() {
        world.time("2024-09-18T10:00:00+08:00");
        return Handed.in(world, "bijie", Claims.BIJIE, "520502");
    }

    /** As if it had been begun and handed in then. */
    private static void ofTheYearBefore(Handed going) {
        world.write("insert into notice_edition (region, year, edition, facts_hash, readings, first_pinned_at) select region, 2023, edition, facts_hash, readings, first_pinned_at from notice_edition where (region, year) = ('bijie', 2024) on conflict do nothing");
        world.write("update dossier set year = 2023, created_at = '2023-09-18T10:00:00+08:00' where id = ?", going.id());
    }

    @Test
    void what_is_due_soon_is_said_once_to_whom_it_concerns_and_read_by_him_alone() {
        var going = Going.in(world);
        var clerk = world.applicant().person();
        var account = world.account(clerk, going.applicant.employer(), "EMPLOYER_CLERK");
        world.time("2024-10-28T23:59:59+08:00");
        run(Remind.class);
        assertEquals(0L, going.told("STEP_DUE"), "not yet: the end is 10-31 24:00");
        world.time("2024-10-29T00:00:00+08:00");
        run(Remind.class);
        run(Remind.class);
        assertEquals(2L, going.told("STEP_DUE"), "both clerks, of whom one is known by name");
        var nameless = going.clerk.<List<Map<String, Object>>>sees("{ messages { nodes { id kind dossier { id } person { id } } } }", "data", "messages", "nodes");
        assertEquals(1, nameless.size());
        assertNull(nameless.getFirst().get("person"));
        assertEquals(going.dossier, ((Map<?, ?>) nameless.getFirst().get("dossier")).get("id"));
        assertEquals(List.of(), codes(markRead(going.clerk, key(), (String) nameless.getFirst().get("id"))));
        assertEquals("2024-10-29T00:00:00+08:00", going.clerk.sees("{ messages { nodes { readAt } } }", "data", "messages", "nodes", 0, "readAt"));
        assertEquals(1L, world.<Long>value("select count(*) from trail where subject = ? and act = 'MARK_READ'", going.clerk.caller().account()));
        var his = new Unit(world, account, null);
        Map<String, Object> message = his.sees("{ messages { nodes { id kind dueAt clauseId readAt dossier { id } person { id } } } }", "data", "messages", "nodes", 0);
        assertEquals("STEP_DUE", message.get("kind"));
        assertEquals("2024-11-01T00:00:00+08:00", message.get("dueAt"));
        assertEquals(going.dossier, ((Map<?, ?>) message.get("dossier")).get("id"));
        for (var other : List.of(Unit.of(going.applicant), going.clerk, new Unit(world, World.Caller.PUBLIC, null), Unit.of(world, going.applicant.employer(), "HRSS_CITY")))
            assertNull(other.sees("{ node(id: \"%s\") { id } }".formatted(message.get("id")), "data", "node"), "nobody else's");

        var id = (String) message.get("id");
        assertEquals(List.of("message.not-found"), codes(markRead(Unit.of(going.applicant), key(), id)));
        assertEquals("UNAUTHENTICATED", reply(new Unit(world, World.Caller.PUBLIC, null), key(), id).error());
        assertEquals(List.of("message.not-found"), codes(markRead(Unit.of(world, null, "SYS_ADMIN"), key(), id)), "whatever his role");
        var once = key();
        assertEquals(List.of(), codes(markRead(his, once, id)));
        world.time("2024-10-29T08:00:00+08:00");
        assertEquals(List.of(), codes(markRead(his, once, id)));
        assertEquals(List.of(), codes(markRead(his, key(), id)), "a second time it stays as it was");
        assertEquals("2024-10-29T00:00:00+08:00", his.sees("{ messages { nodes { readAt } } }", "data", "messages", "nodes", 0, "readAt"));
        assertEquals(List.of("key"), codes(markRead(his, once, UUID.randomUUID().toString())));
        assertEquals(1L, world.<Long>value("select count(*) from trail where subject = ? and act = 'MARK_READ'", account.account()), "in the account's chain");
        var odd = reply(his, key(), "'; drop table message; --");
        assertTrue(odd.error() != null && world.<Long>value("select count(*) from message") > 0, odd::toString);
    }

    @Test
    void whoever_took_it_in_hand_is_reminded_alone_and_the_applicant_of_his_return() {
        var going = Going.in(world);
        var clerk = somebody("赵虚构");
        var his = new Unit(world, world.account(clerk, going.applicant.employer(), "EMPLOYER_CLERK"), going.applicant.employer());
        var another = world.applicant().person();
        var anothers = world.account(another, going.applicant.employer(), "EMPLOYER_CLERK").account();
        his.does("beginEmployerReview", going.dossier);
        world.time("2024-10-30T09:00:00+08:00");
        run(Remind.class);
        assertEquals(1L, going.told("STEP_DUE"), "nobody else, and no account without a person");
        assertEquals(his.caller().account(), world.value("select account from message where dossier = ? and kind = 'STEP_DUE'", UUID.fromString(going.dossier)), "by which he acts");

        world.write("update account set disabled = true where id = ?", his.caller().account());
        world.write("update message set about = gen_random_uuid() where dossier = ? and kind = 'STEP_DUE'", UUID.fromString(going.dossier)); // as if nobody had been told
        run(Remind.class);
        assertEquals(List.of(anothers, going.clerk.caller().account()).stream().map(UUID::toString).sorted().toList(), List.of(world.<String>value("""
                select string_agg(m.account::text, ' ' order by m.account::text) from message m join dossier_step s on s.id = m.about
                where m.dossier = ? and m.kind = 'STEP_DUE'""", UUID.fromString(going.dossier)).split(" ")), "who acts for the unit no longer is told nothing more of it");
        assertEquals(3L, going.told("STEP_DUE"));

        var returned = Going.in(world).returned("2024-10-20T00:00:00+08:00");
        run(Remind.class);
        assertEquals(0L, returned.told("MENDING_DUE"));
        world.time("2024-10-17T00:00:00+08:00");
        run(Remind.class);
        run(Remind.class);
        assertEquals(1L, returned.told("MENDING_DUE"));

        var soon = Going.in(world).returned("2024-09-21T10:00:00+08:00");
        run(Remind.class);
        world.time("2024-09-21T09:59:59+08:00");
        run(Remind.class);
        assertEquals(List.of(1L, 0L), List.of(soon.told("RETURNED"), soon.told("MENDING_DUE")), "he was told within the three days");
        Unit.of(soon.applicant).does("withdrawDossier", soon.dossier);
    }

    @Test
    void what_is_overdue_is_listed_by_unit_and_person_to_the_instant() {
        var going = Going.in(world);
        var clerk = somebody("赵虚构");
        var his = new Unit(world, world.account(clerk, going.applicant.employer(), "EMPLOYER_CLERK"), going.applicant.employer());
        his.does("beginEmployerReview", going.dossier);
        var overdue = "{ dossierStepGroups(by: [UNIT_NAME, OFFICER, KIND], where: {doneAt: {isNull: true}, dueAt: {isPast: true}}) { groups { by { unitName officer kind } count } } }";
        world.time("2024-10-31T23:59:59.999999+08:00");
        assertEquals(List.of(), his.sees(overdue, "data", "dossierStepGroups", "groups"));
        world.time("2024-11-01T00:00:00+08:00");
        Map<String, Object> group = his.sees(overdue, "data", "dossierStepGroups", "groups", 0);
        assertEquals(1, group.get("count"));
        assertEquals("EMPLOYER", ((Map<?, ?>) group.get("by")).get("kind"));
        assertEquals(world.value("select name from organisation where id = ?", going.applicant.employer()), ((Map<?, ?>) group.get("by")).get("unitName"));
        var list = "query($past: Boolean!) { dossierSteps(where: {doneAt: {isNull: true}, dueAt: {isPast: $past}}) { nodes { dossier { id } } } }";
        assertEquals(going.dossier, world.ask(his.caller(), list, Map.of("past", true)).at("data", "dossierSteps", "nodes", 0, "dossier", "id"));
        assertEquals(List.of(), world.ask(his.caller(), list, Map.of("past", false)).at("data", "dossierSteps", "nodes"));
        assertEquals(1, his.<Integer>sees("{ dossiers(where: {steps: {some: {doneAt: {isNull: true}, dueAt: {isPast: true}}}}) { totalCount } server { officialTime } }", "data", "dossiers", "totalCount"), "executed beside another");
    }

    /** Taken up, it stays in hand until it is let go. */
    @Singleton
    @Requires(property = "zhicheng.clockwork.watched")
    static final class Held implements Chore {
        private static final AtomicInteger TAKEN = new AtomicInteger();
        private static final CountDownLatch LET_GO = new CountDownLatch(1);

        @Override
        public String name() {
            return "held";
        }

        @Override
        public int run(Instant at) {
            TAKEN.incrementAndGet();
            try {
                return LET_GO.await(60, TimeUnit.SECONDS) ? 1 : 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }
    }

    /** Counts how often each server took it up while {@link Held} was in hand. */
    @Singleton
    @Requires(property = "zhicheng.clockwork.watched")
    static final class Counted implements Chore {
        private static final Map<Counted, Integer> BY_SERVER = new ConcurrentHashMap<>();

        @Override
        public String name() {
            return "counted";
        }

        @Override
        public int run(Instant at) {
            if (Held.TAKEN.get() > 0) BY_SERVER.merge(this, 1, Integer::sum);
            return 0;
        }
    }

    @Test
    void many_servers_do_it_once_and_what_was_missed_is_done_by_the_next() {
        Object[] going = {"zhicheng.clockwork.enabled", true, "zhicheng.clockwork.every", "100ms", "zhicheng.clockwork.grace", "0s", "zhicheng.clockwork.watched", true};
        try (var first = World.at("2024-09-18T10:00:00+08:00", going)) {
            var late = Going.in(first).returned("2024-09-25T17:00:00+08:00");
            var second = World.on(first.database(), "2024-09-25T17:00:00+08:00", going);
            first.time("2024-09-25T17:00:00+08:00");
            await(() -> late.stage().equals("FORFEITED"));
            await(() -> Counted.BY_SERVER.size() == 2 && Counted.BY_SERVER.values().stream().allMatch(times -> times >= 3));
            assertEquals(1, Held.TAKEN.get(), "what one server has in hand no other takes up");
            Held.LET_GO.countDown();
            await(() -> Held.TAKEN.get() >= 2);
            second.stop();
            assertEquals(1L, late.acts("FORFEIT"));
            assertEquals(1L, late.told("FORFEITED"));
            var chores = (long) first.beans(Chore.class).size();
            assertEquals(chores, first.<Long>value("select count(*) from scheduled_tasks"), "each chore is scheduled once");
            await(() -> first.<Long>value("select count(*) from scheduled_tasks where last_success is not null") == chores);

            var missed = Going.in(first).returned("2024-09-25T17:00:00+08:00");
            first.stop();
            assertEquals("RETURNED", missed.stage());
            first.owner("update scheduled_tasks set picked = true, picked_by = 'a server that was killed', last_heartbeat = now() - interval '1 hour' where task_name = 'forfeit-late'");
            var next = World.on(first.database(), "2024-12-01T00:00:00+08:00", "zhicheng.clockwork.enabled", true, "zhicheng.clockwork.every", "100ms");
            await(() -> missed.stage().equals("FORFEITED"));
            next.stop();
        }
    }

    /** A platform outside that keeps who asks it waiting. */
    @Singleton
    @Requires(property = "zhicheng.clockwork.kept-waiting")
    static final class KeptWaiting implements Chore {
        private static final CountDownLatch TAKEN = new CountDownLatch(1);
        private static final CountDownLatch LET_GO = new CountDownLatch(1);

        @Override
        public String name() {
            return "kept-waiting";
        }

        @Override
        public int run(Instant at) {
            TAKEN.countDown();
            try {
                return LET_GO.await(60, TimeUnit.SECONDS) ? 1 : 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }
    }

    @Test
    void two_platforms_that_do_not_answer_hold_up_nothing_but_what_asks_them() throws Exception {
        var heard = new CountDownLatch(1);
        var silent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        silent.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        silent.createContext("/", exchange -> {
            heard.countDown();
            try (exchange) {
                KeptWaiting.LET_GO.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        silent.start();
        try (var waiting = World.at("2024-09-18T10:00:00+08:00", "zhicheng.clockwork.enabled", true, "zhicheng.clockwork.every", "100ms", "zhicheng.clockwork.grace", "0s", "zhicheng.clockwork.kept-waiting", true,
                "zhicheng.outside.messages.sms-url", "http://localhost:" + silent.getAddress().getPort() + "/", "zhicheng.outside.messages.timeout", "60s")) {
            var late = Going.in(waiting).returned("2024-09-25T17:00:00+08:00");
            assertTrue(heard.await(20, TimeUnit.SECONDS) && KeptWaiting.TAKEN.await(20, TimeUnit.SECONDS), "both are in hand");
            waiting.time("2024-09-25T17:00:00+08:00");
            await(() -> late.stage().equals("FORFEITED"));
            assertEquals(0L, waiting.<Long>value("select count(*) from dispatch where sent_at is not null or failure is not null"), "and still are");
            KeptWaiting.LET_GO.countDown();
        } finally {
            silent.stop(0);
        }
    }

    @Test
    void a_gateway_that_takes_nothing_is_let_alone_until_the_next_time_and_the_other_one_is_not() throws IOException {
        var asked = new ConcurrentHashMap<String, Integer>();
        var gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            asked.merge(exchange.getRequestURI().getPath(), 1, Integer::sum);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/sms") ? 503 : 204, -1);
            exchange.close();
        });
        gateway.start();
        var url = "http://localhost:" + gateway.getAddress().getPort();
        try (var sending = World.at("2024-09-18T10:00:00+08:00", "zhicheng.outside.messages.sms-url", url + "/sms", "zhicheng.outside.messages.email-url", url + "/email")) {
            var going = Going.in(sending);
            for (var one = 0; one < 5; one++)
                sending.write("insert into message (id, person, kind, about, dossier, zh, en, at) values (gen_random_uuid(), ?, 'RETURNED', gen_random_uuid(), ?, '虚构', 'made up', ?)", going.applicant.person(), UUID.fromString(going.dossier), sending.now());
            assertEquals(5, sending.bean(SendMessages.class).run(sending.now()));
            assertEquals(Map.of("/sms", 3, "/email", 5), asked, "three times in vain, and no more");
            assertEquals(0, sending.bean(SendMessages.class).run(sending.now()));
            assertEquals(Map.of("/sms", 5, "/email", 5), asked, "those that were not tried yet");
        } finally {
            gateway.stop(0);
        }
    }

    @Test
    void messages_go_out_once_each_way_and_are_tried_again() throws IOException {
        var keys = new ConcurrentLinkedQueue<String>();
        var bodies = new ConcurrentLinkedQueue<Map<String, Object>>();
        var failing = new AtomicInteger(2);
        var gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            bodies.add(Json.map(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(failing.getAndDecrement() > 0 ? 503 : 204, -1);
            exchange.close();
        });
        gateway.start();
        var url = "http://localhost:" + gateway.getAddress().getPort() + "/";
        try (var sending = World.at("2024-09-18T10:00:00+08:00", "zhicheng.outside.messages.sms-url", url, "zhicheng.outside.messages.token", "made-up", "zhicheng.outside.messages.attempts", 3)) {
            var going = Going.in(sending).returned("2024-09-25T17:00:00+08:00");
            var chore = sending.bean(SendMessages.class);
            assertEquals(0, chore.run(sending.now()));
            assertEquals(0, chore.run(sending.now()), "not before it is due again");
            assertEquals(1, keys.size());
            assertEquals("the gateway answered 503", sending.value("select failure from dispatch"));
            sending.time("2024-09-18T10:01:00+08:00");
            assertEquals(0, chore.run(sending.now()));
            sending.time("2024-09-18T10:03:00+08:00");
            assertEquals(1, chore.run(sending.now()));
            assertEquals(0, chore.run(sending.now()));
            assertEquals(3, keys.size());
            assertEquals(1, new HashSet<>(keys).size(), "under one key");
            assertTrue(keys.peek().endsWith(" Bearer made-up"));
            assertEquals(going.applicant.person().toString(), bodies.peek().get("person"));
            assertTrue(((String) bodies.peek().get("zh")).contains("已退回"));
            assertEquals(List.of("SMS"), List.of(sending.<String>value("select way from dispatch where sent_at is not null")));

            var several = UUID.randomUUID();
            var said = new HashSet<UUID>();
            for (var time = 0; time < 2; time++)
                sending.write("insert into message (id, account, kind, about, zh, en, at) values (gen_random_uuid(), ?, 'ACCOUNT_MADE', ?, '虚构', 'made up', ?)", sending.account(going.applicant.person(), null, "AUDITOR").account(), several, sending.now());
            sending.write("insert into message (id, person, kind, about, zh, en, at) values (gen_random_uuid(), ?, 'ACCOUNT_MADE', ?, '虚构', 'made up', ?)", going.applicant.person(), several, sending.now());
            for (var one : List.of(1, 0)) assertEquals(one, chore.run(sending.now()), "what several accounts of his are told he is sent once");
            assertTrue(sending.<Boolean>value("select m.account is not null from dispatch d join message m on m.id = d.message where m.about = ?", several), "as they are told it");
            for (var kind : List.of("ACCOUNT_MADE", "ACCOUNT_CLOSED"))
                sending.write("insert into message (id, account, kind, about, zh, en, at) values (gen_random_uuid(), ?, ?, ?, '虚构', 'made up', ?)", sending.account(going.applicant.person(), null, "AUDITOR").account(), kind, several, sending.now());
            assertEquals(1, chore.run(sending.now()), "another thing of it, and not what another account is told later");

            failing.set(100);
            var lost = Going.in(sending).returned("2024-09-26T17:00:00+08:00");
            for (var minute : List.of("10:10", "10:20", "10:40", "12:00")) {
                sending.time("2024-09-18T" + minute + ":00+08:00");
                chore.run(sending.now());
            }
            assertEquals(3, sending.<Integer>value("select attempts from dispatch d join message m on m.id = d.message where m.dossier = ?", UUID.fromString(lost.dossier)), "then it is given up");
            assertFalse(sending.<Boolean>value("select next_at is not null from dispatch d join message m on m.id = d.message where m.dossier = ?", UUID.fromString(lost.dossier)));
        } finally {
            gateway.stop(0);
        }
    }

    private static List<String> kinds(Applicant applicant) {
        return Unit.of(applicant).<List<Map<String, Object>>>sees("{ messages(where: {kind: {eq: YEAR_END_DUE}}) { nodes { kind } } }", "data", "messages", "nodes").stream().map(one -> (String) one.get("kind")).toList();
    }

    private static String stage(String dossier) {
        return world.value("select stage from dossier where id = ?", UUID.fromString(dossier));
    }

    private static World.Reply reply(Unit who, String key, String message) {
        return world.ask(who.caller(), "mutation($input: MarkReadInput!) { markRead(input: $input) { message { id readAt } " + Applicant.FINDINGS + " } }", Map.of("input", Map.of("key", key, "message", message)));
    }

    private static Map<String, Object> markRead(Unit who, String key, String message) {
        var reply = reply(who, key, message);
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        return reply.at("data", "markRead");
    }

    /** So that whoever comes has to wait, one behind the other. */
    private static void hold(Connection elsewhere, Going going) throws SQLException {
        assertEquals(Optional.of(true), Sql.one(elsewhere, row -> true, "select 1 from dossier where id = ? for update", UUID.fromString(going.dossier)));
    }

    private interface So {
        boolean is();
    }

    /** A person who is called so. */
    private static UUID somebody(String name) {
        var person = world.applicant().person();
        world.write("update person set name = ? where id = ?", name, person);
        return person;
    }

    private static void await(So so) {
        var until = System.nanoTime() + 20_000_000_000L;
        while (!so.is()) {
            if (System.nanoTime() > until) throw new IllegalStateException("it did not come about");
            Thread.onSpinWait();
        }
    }
}
