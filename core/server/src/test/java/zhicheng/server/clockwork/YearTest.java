package zhicheng.server.clockwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.key;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.Office;
import zhicheng.server.Unit;
import zhicheng.server.World;
import zhicheng.server.outside.StandIns;
import zhicheng.server.trail.Json;

/** A whole year in each region over the public API, the clockwork taken at every step of the calendar: what is open and what is over, to the last microsecond before and at the instant itself. */
@Tag("database")
@Tag("once")
class YearTest {
    private static final String SENTENCE = "申报人员工作岗位符合申报条件规定，个人信息和业绩材料已经审核，均真实有效，同意上报";

    private World world;
    private UUID bureau;
    private UUID department;

    @AfterEach
    void close() {
        world.close();
    }

    /** A made-up region's units, at the beginning of its year. */
    private void begin(String region, String time, Object... settings) {
        var all = new ArrayList<Object>(List.of("zhicheng.clockwork.grace", "0s"));
        all.addAll(List.of(settings));
        world = World.at(time, all.toArray());
        bureau = world.organisation("HRSS", region);
        department = world.organisation("SUPERIOR_DEPT", region);
        world.write("update organisation set parent = ? where id = ?", bureau, department);
        Unit.of(world, department, "SUPERIOR_DEPT", "RELAY"); // nothing is handed on to who has nobody to act for it
        Unit.of(world, bureau, "HRSS_CITY");
    }

    /** Official time goes on, and the clockwork does what is due. */
    private void at(String time) {
        assertTrue(OffsetDateTime.parse(time).toInstant().isAfter(world.now()), time + " is no step forward");
        world.time(time);
        var chores = world.beans(Chore.class);
        assertTrue(chores.size() >= 4, chores::toString);
        chores.forEach(chore -> chore.run(world.now()));
    }

    /** The last microsecond before an instant, nothing having happened by itself yet; then the instant. */
    private void around(String instant, Runnable before, Runnable then) {
        at(OffsetDateTime.parse(instant).minusNanos(1_000).toString());
        before.run();
        at(instant);
        then.run();
    }

    /** Somebody with a signed draft, and his employer. */
    private final class One {
        private final Applicant applicant = world.applicant();
        private final Unit own = Unit.of(applicant);
        private final Unit clerk;
        private final Unit approver;
        private final String dossier;

        One(String region, int year, Map<String, Object> claim, String workplace) {
            world.write("update organisation set parent = ?, region = ? where id = ?", department, region, applicant.employer());
            clerk = Unit.of(world, applicant.employer(), "EMPLOYER_CLERK");
            approver = Unit.of(world, applicant.employer(), "EMPLOYER_APPROVER");
            dossier = applicant.signed(region, year, claim, Claims.told(workplace));
        }

        List<String> submits() {
            return codes(applicant.submit(key(), dossier, 2));
        }

        String stage() {
            return world.value("select stage from dossier where id = ?", UUID.fromString(dossier));
        }

        List<String> told() {
            return own.<List<Map<String, Object>>>sees("{ messages(orderBy: [{field: AT}]) { nodes { kind } } }", "data", "messages", "nodes").stream().map(one -> (String) one.get("kind")).toList();
        }

        void returned(String due) {
            clerk.does("beginEmployerReview", dossier);
            clerk.does("markItems", dossier, "marks", List.of(Map.of("path", "facts.hours", "accepted", false, "reason", "学时证明不全")));
            clerk.does("returnDossier", dossier, "due", due);
        }

        void mended() {
            var workplace = (String) Json.map(world.<String>value("select draft::text from dossier where id = ?", UUID.fromString(dossier))).get("workplace");
            var hours = List.of(Map.of("year", 2023, "total", 98.5, "specialised", 70), Map.of("year", 2024, "total", 91, "specialised", 62.5));
            assertEquals(List.of(), applicant.edit(key(), dossier, version(), Map.of("facts", Claims.but(Claims.told(workplace), "hours", hours))).get("findings"));
            assertEquals(List.of(), applicant.sign(key(), dossier, version(), (String) applicant.pledge(dossier).get("words")).get("findings"));
        }

        private int version() {
            return world.<Integer>value("select version from dossier where id = ?", UUID.fromString(dossier));
        }

        void publishes(List<Map<String, Object>> told) {
            clerk.does("beginEmployerReview", dossier);
            clerk.does("openPublication", dossier, "whereShown", "一楼公告栏", "told", told);
        }

        /** How much of what lies with his employer is overdue. */
        int overdue() {
            return clerk.<Integer>sees("{ dossierSteps(where: {doneAt: {isNull: true}, dueAt: {isPast: true}}) { totalCount } }", "data", "dossierSteps", "totalCount");
        }
    }

    private static Map<String, Object> particular(String name, String words) {
        return Map.of("particular", name, "words", words);
    }

    @Test
    void bijie_from_the_clearing_of_the_year_before_to_the_next_july() throws IOException {
        try (var platform = StandIns.start(0, StandIns.Play.HONEST)) {
            bijie(platform);
        }
    }

    private void bijie(StandIns platform) {
        var settings = new ArrayList<Object>(List.of("zhicheng.payment.amounts.bijie.associate-senior", "200"));
        platform.settings().forEach((name, value) -> settings.addAll(List.of(name, value.toString())));
        begin("bijie", "2024-07-01T09:00:00+08:00", settings.toArray());
        var office = Office.of(world, "bijie", List.of("HEALTH"), List.of("ASSOCIATE_SENIOR"));
        world.write("insert into committee_filing (id, committee, filed_with, from_day, until_day, status, made_up, created_at) values (?, ?, ?, '2024-01-01', '2027-01-01', 'FILED', true, ?)",
                UUID.randomUUID(), office.committee(), bureau, world.now());
        var lastYears = new One("bijie", 2023, Claims.BIJIE, "520502");
        at("2024-07-29T09:00:00+08:00");
        assertEquals(List.of("YEAR_END_DUE"), lastYears.told());
        around("2024-07-31T00:00:00+08:00", () -> assertEquals("DRAFT", lastYears.stage()), () -> assertEquals("TERMINATED", lastYears.stage()));
        assertEquals(List.of("YEAR_END_DUE", "TERMINATED"), lastYears.told());

        at("2024-08-01T00:00:00+08:00");
        var first = new One("bijie", 2024, Claims.BIJIE, "520502");
        var last = new One("bijie", 2024, Claims.BIJIE, "520502");
        var mended = new One("bijie", 2024, Claims.BIJIE, "520502");
        var tooLate = new One("bijie", 2024, Claims.BIJIE, "520502");
        var unpaid = new One("bijie", 2024, Claims.BIJIE, "520502");
        around("2024-09-16T08:00:00+08:00", () -> assertEquals(List.of("window"), first.submits()), () -> assertEquals(List.of(), first.submits()));
        assertEquals(List.of(), unpaid.submits());
        at("2024-09-18T09:00:00+08:00");
        first.publishes(List.of());
        unpaid.publishes(List.of());
        around("2024-09-20T17:00:00+08:00", () -> {
            assertEquals(List.of(), last.submits());
            assertEquals(List.of(), mended.submits());
        }, () -> assertEquals(List.of("window"), tooLate.submits()));
        at("2024-09-23T09:00:00+08:00");
        last.returned("2024-09-30T17:00:00+08:00");
        mended.returned("2024-09-30T17:00:00+08:00");
        around("2024-09-26T00:00:00+08:00", () -> assertEquals(List.of("publication.period"), first.approver.refused("recommendDossier", first.dossier, "opinion", "同意推荐")),
                () -> first.approver.does("recommendDossier", first.dossier, "opinion", "同意推荐"));
        unpaid.approver.does("recommendDossier", unpaid.dossier, "opinion", "同意推荐");
        for (var one : List.of(first, unpaid)) {
            one.clerk.does("forwardDossier", one.dossier);
            Unit.of(world, department, "SUPERIOR_DEPT", "RELAY").does("forwardDossier", one.dossier, "committee", office.committee().toString());
            assertEquals("INTAKE_PENDING", one.stage());
        }
        at("2024-09-27T17:00:00+08:00");
        assertEquals(List.of("RETURNED", "MENDING_DUE"), last.told());
        mended.mended();
        around("2024-09-30T17:00:00+08:00", () -> {
            mended.own.does("resubmitDossier", mended.dossier);
            assertEquals("RETURNED", last.stage());
        }, () -> assertEquals("FORFEITED", last.stage()));
        assertEquals(List.of("RETURNED", "MENDING_DUE", "FORFEITED"), last.told());
        var committee = new Unit(world, office.caller(), null);
        var overdue = "{ dossierSteps(where: {kind: {eq: COMMITTEE_OFFICE}, doneAt: {isNull: true}, dueAt: {isPast: true}}) { nodes { dossier { id } } } }";
        around("2024-10-18T17:00:00+08:00", () -> {
                    assertEquals(List.of(), committee.sees(overdue, "data", "dossierSteps", "nodes"));
                    assertEquals(0, mended.overdue());
                    committee.does("acceptDossier", unpaid.dossier);
                },
                () -> {
                    assertEquals(first.dossier, committee.sees(overdue, "data", "dossierSteps", "nodes", 0, "dossier", "id"));
                    assertEquals(1, mended.overdue(), "with its employer, who is given no other end than the intake's");
                    assertEquals("2024-10-18T17:00:00+08:00", mended.clerk.sees("{ messages(where: {kind: {eq: STEP_DUE}}) { nodes { dueAt } } }", "data", "messages", "nodes", 0, "dueAt"), "and who was reminded of it");
                });

        assertEquals(List.of("RECOMMENDED", "TO_PAY"), unpaid.told());
        at("2024-10-25T17:00:00+08:00");
        around("2024-10-28T17:00:00+08:00", () -> assertEquals("PAYMENT_PENDING", unpaid.stage()), () -> assertEquals("FORFEITED", unpaid.stage()));
        assertEquals(List.of("RECOMMENDED", "TO_PAY", "PAYMENT_DUE", "FORFEITED"), unpaid.told());

        around("2025-07-31T00:00:00+08:00", () -> { }, () -> assertEquals(List.of("INTAKE_PENDING", "FORFEITED", "SUBMITTED", "DRAFT"), List.of(first.stage(), last.stage(), mended.stage(), tooLate.stage()),
                "the notice of 2025 is not there: what it would clear is not guessed"));
    }

    @Test
    void jiayuguan_from_the_opening_to_the_year_after() {
        begin("jiayuguan", "2024-09-01T09:00:00+08:00");
        var office = Office.of(world, "jiayuguan", List.of("ENGINEERING"), List.of("INTERMEDIATE"));
        var first = new One("jiayuguan", 2024, Claims.JIAYUGUAN, "620200");
        var last = new One("jiayuguan", 2024, Claims.JIAYUGUAN, "620200");
        var unattended = new One("jiayuguan", 2024, Claims.JIAYUGUAN, "620200");
        var abandoned = new One("jiayuguan", 2024, Claims.JIAYUGUAN, "620200");
        var tooLate = new One("jiayuguan", 2024, Claims.JIAYUGUAN, "620200");
        around("2024-09-11T00:00:00+08:00", () -> assertEquals(List.of("window"), first.submits()), () -> assertEquals(List.of(), first.submits()));
        at("2024-09-18T10:00:00+08:00");
        first.publishes(List.of(particular("CAREER", "2008年至今，16年"), particular("APPOINTED", "2016年1月"), particular("GRASSROOTS", "无"), particular("CONDITIONS", "第五条第一款")));
        assertEquals(List.of(), abandoned.submits());
        abandoned.returned("2024-10-08T00:00:00+08:00");
        around("2024-09-26T00:00:00+08:00", () -> assertEquals(List.of("publication.period"), first.clerk.refused("reportPublication", first.dossier, "report", "公示无异议")),
                () -> first.clerk.does("reportPublication", first.dossier, "report", "公示无异议"));
        first.approver.does("recommendDossier", first.dossier, "opinion", "同意推荐");
        first.clerk.does("forwardDossier", first.dossier);
        Unit.of(world, department, "SUPERIOR_DEPT").does("forwardDossier", first.dossier);
        assertEquals("JOINT_REVIEW", first.stage());
        around("2024-10-08T00:00:00+08:00", () -> assertEquals("RETURNED", abandoned.stage()), () -> assertEquals("FORFEITED", abandoned.stage()));
        around("2024-10-21T00:00:00+08:00", () -> {
            assertEquals(List.of(), last.submits());
            assertEquals(List.of(), unattended.submits());
        }, () -> assertEquals(List.of("window"), tooLate.submits()));
        around("2024-11-01T00:00:00+08:00", () -> {
            last.clerk.does("beginEmployerReview", last.dossier);
            assertEquals(0, unattended.overdue());
        }, () -> {
            assertEquals(List.of("chain.late"), last.clerk.refused("openPublication", last.dossier, "whereShown", "一楼公告栏", "told", List.of()));
            assertEquals(1, unattended.overdue());
        });
        var joint = Unit.of(world, bureau, "HRSS_CITY");
        around("2024-11-11T00:00:00+08:00", () -> joint.does("forwardDossier", first.dossier, "deliberation", "11月8日职改领导小组会议", "committee", office.committee().toString()),
                () -> assertEquals("INTAKE_PENDING", first.stage()));

        for (var quiet : List.of("2024-12-26T00:00:00+08:00", "2025-01-01T00:00:00+08:00", "2025-07-31T00:00:00+08:00")) at(quiet);
        assertEquals(List.of("INTAKE_PENDING", "EMPLOYER_REVIEW", "SUBMITTED", "FORFEITED", "DRAFT"), List.of(first.stage(), last.stage(), unattended.stage(), abandoned.stage(), tooLate.stage()),
                "no notice says that anything else ends by itself");
    }

    @Test
    void xianning_within_the_committees_own_time_to_the_year_after() {
        begin("xianning", "2024-05-09T09:00:00+08:00");
        var office = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        assertEquals(List.of(), office.publish(office.notice(2024, "2024-05-20T00:00:00+08:00", "2024-07-11T00:00:00+08:00")).get("findings"));
        var first = new One("xianning", 2024, Claims.XIANNING, "421202");
        var last = new One("xianning", 2024, Claims.XIANNING, "421202");
        var tooLate = new One("xianning", 2024, Claims.XIANNING, "421202");
        around("2024-05-20T00:00:00+08:00", () -> assertEquals(List.of("window"), first.submits()), () -> assertEquals(List.of(), first.submits()));
        at("2024-06-20T10:00:00+08:00");
        first.publishes(List.of(particular("ACHIEVEMENTS", "参与桥梁加固")));
        around("2024-06-28T00:00:00+08:00", () -> assertEquals(List.of("publication.period"), first.approver.refused("recommendDossier", first.dossier, "opinion", SENTENCE)),
                () -> first.approver.does("recommendDossier", first.dossier, "opinion", SENTENCE));
        assertEquals(List.of("RECOMMENDED"), first.told());
        first.clerk.does("forwardDossier", first.dossier);
        Unit.of(world, department, "SUPERIOR_DEPT").does("forwardDossier", first.dossier);
        Unit.of(world, bureau, "HRSS_CITY").does("forwardDossier", first.dossier, "committee", office.committee().toString());
        assertEquals("INTAKE_PENDING", first.stage());
        around("2024-07-11T00:00:00+08:00", () -> assertEquals(List.of(), last.submits()), () -> assertEquals(List.of("window"), tooLate.submits()));
        at("2024-07-12T09:00:00+08:00");
        last.returned("2024-07-20T12:00:00+08:00");
        around("2024-07-20T12:00:00+08:00", () -> assertEquals("RETURNED", last.stage()), () -> assertEquals("FORFEITED", last.stage()));
        assertEquals(List.of("dossier.stage"), last.own.refused("resubmitDossier", last.dossier));

        var committee = new Unit(world, office.caller(), null);
        var overdue = "{ dossierSteps(where: {doneAt: {isNull: true}, dueAt: {isPast: true}}) { nodes { dossier { id } } } }";
        around("2024-10-01T00:00:00+08:00", () -> assertEquals(List.of(), committee.sees(overdue, "data", "dossierSteps", "nodes")), () -> {
            assertEquals(first.dossier, committee.sees(overdue, "data", "dossierSteps", "nodes", 0, "dossier", "id"));
            assertEquals(List.of("chain.late"), committee.refused("acceptDossier", first.dossier), "its audit too is done before October (X24-4)");
        });
        for (var quiet : List.of("2024-11-01T00:00:00+08:00", "2025-01-01T00:00:00+08:00", "2025-07-31T00:00:00+08:00")) at(quiet);
        assertEquals(List.of("INTAKE_PENDING", "FORFEITED", "DRAFT"), List.of(first.stage(), last.stage(), tooLate.stage()),
                "that no review runs into the next year (X24-4) is said of committees: nothing ends by itself");
    }
}
