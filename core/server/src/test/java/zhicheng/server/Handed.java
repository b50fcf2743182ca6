package zhicheng.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An applicant of a {@link World} whose dossier was handed in, with whoever acts on it in his region. */
public record Handed(Applicant applicant, String dossier, Unit clerk, Unit approver, Unit department, Unit bureau) {
    public static final String SENTENCE = "申报人员工作岗位符合申报条件规定，个人信息和业绩材料已经审核，均真实有效，同意上报";

    /** Handed in at the time that is set. */
    public static Handed in(World world, String region, Map<String, ?> claim, String workplace) {
        var going = draft(world, region, 2024, claim, Claims.told(workplace));
        assertEquals(List.of(), Applicant.codes(going.applicant.submit(Applicant.key(), going.dossier, 2)));
        return going;
    }

    /** Signed, and not handed in. */
    public static Handed draft(World world, String region, int year, Map<String, ?> claim, Map<String, ?> told) {
        var applicant = world.applicant();
        var bureau = world.organisation("HRSS", region);
        var department = world.organisation("SUPERIOR_DEPT", region);
        world.write("update organisation set parent = ? where id = ?", bureau, department);
        world.write("update organisation set parent = ?, region = ? where id = ?", department, region, applicant.employer());
        return of(applicant, applicant.signed(region, year, claim, told), department, bureau);
    }

    private static Handed of(Applicant applicant, String dossier, UUID department, UUID bureau) {
        var world = applicant.world();
        return new Handed(applicant, dossier, Unit.of(world, applicant.employer(), "EMPLOYER_CLERK"), Unit.of(world, applicant.employer(), "EMPLOYER_APPROVER"),
                Unit.of(world, department, "SUPERIOR_DEPT", "RELAY"), Unit.of(world, bureau, "HRSS_CITY"));
    }

    /** As if somebody had a dossier in hand, and it were published: where an end has to end both. */
    public static void inHandAndPublished(World world, UUID dossier) {
        var unit = world.<UUID>value("select employer from dossier where id = ?", dossier);
        world.write("insert into dossier_step (id, dossier, seq, place, kind, unit, arrived_at) select ?, ?, max(seq) + 1, 1, 'EMPLOYER', ?, ? from dossier_step where dossier = ?", UUID.randomUUID(), dossier, unit, world.now(), dossier);
        world.write("insert into publication (id, dossier, unit, where_shown, particulars, opened_at, until, days, working, clause) values (?, ?, ?, '公告栏', ?, ?, ?, 5, true, 'MOHRSS40')",
                UUID.randomUUID(), dossier, unit, new String[] {"姓名：王虚构"}, world.now(), world.now().plusSeconds(1_000_000));
    }

    /** That it lies with nobody and is not published any more, both since now and by an end. */
    public static void assertLeftOff(World world, UUID dossier) {
        assertEquals("TERMINATED", world.value("select outcome from dossier_step where dossier = ? and seq = (select max(seq) from dossier_step where dossier = ?) and done_at = ?", dossier, dossier, world.now()));
        assertEquals(0L, world.<Long>value("select count(*) from dossier_step where dossier = ? and done_at is null", dossier));
        assertEquals(1L, world.<Long>value("select count(*) from publication where dossier = ? and ended_at = ?", dossier, world.now()));
        assertEquals(0L, world.<Long>value("select count(*) from publication where dossier = ? and ended_at is null", dossier));
    }

    public UUID id() {
        return UUID.fromString(dossier);
    }

    public String stage() {
        return applicant.world().value("select stage from dossier where id = ?", id());
    }

    /** Published by its employer, and the period is over: to be recommended. */
    public void published(List<Map<String, Object>> told) {
        clerk.does("beginEmployerReview", dossier);
        clerk.does("openPublication", dossier, "whereShown", "一楼公告栏", "told", told);
        var world = applicant.world();
        world.time(world.<java.sql.Timestamp>value("select until from publication where dossier = ? and ended_at is null", id()).toInstant().toString().replace("Z", "+00:00"));
    }

    /** Published as Xianning asks (X24-5.2a). */
    public void published() {
        published(List.of(Map.of("particular", "ACHIEVEMENTS", "words", "参与桥梁加固")));
    }

    public void recommended() {
        approver.does("recommendDossier", dossier, "opinion", SENTENCE);
    }
}
