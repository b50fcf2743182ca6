package zhicheng.server.committee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.Claims;
import zhicheng.server.Handed;
import zhicheng.server.Office;
import zhicheng.server.Unit;
import zhicheng.server.World;

/** A committee ends its intake of material sooner than the province, and is held to it, as are those who hand on to it (B24-5.1). The province's end for health is October 18th, 17:00. */
@Tag("database")
class ClosingTest {
    private static final String NOON = "2024-10-10T12:00:00+08:00";
    private static World world;

    @BeforeAll
    static void open() {
        world = World.at("2024-08-20T09:00:00+08:00");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static Office health() {
        return Office.of(world, "bijie", List.of("HEALTH"), List.of("FULL_SENIOR", "ASSOCIATE_SENIOR"));
    }

    /** Its notice, published at an instant; what is remarked on is nothing here. */
    private static Map<String, Object> says(Office office, String at, String until, Object... more) {
        world.time(at);
        var notice = new HashMap<>(office.notice(2024, at.compareTo("2024-09-16") < 0 ? "2024-09-16T08:00:00+08:00" : at, until));
        notice.putAll(input(more));
        var published = office.publish(notice);
        assertEquals(List.of(), codes(published));
        return map(published.get("committeeNotice"));
    }

    /** With the unit above its employer, which hands it on to a committee: it is September 28th. */
    private static Handed before() {
        world.time("2024-09-18T10:00:00+08:00");
        var handed = Handed.in(world, "bijie", Claims.but(Claims.BIJIE, "level", "ASSOCIATE_SENIOR"), "520502");
        handed.published(List.of());
        handed.recommended();
        handed.clerk().does("forwardDossier", handed.dossier());
        return handed;
    }

    private static Map<String, Object> handsOn(Handed handed, Office office) {
        return handed.department().act("forwardDossier", handed.dossier(), "committee", office.committee().toString());
    }

    private static String due(Handed handed) {
        List<Map<String, Object>> steps = handed.bureau().sees("{ dossier(id: \"%s\") { steps(where: {kind: {eq: COMMITTEE_OFFICE}}) { nodes { dueAt } } } }".formatted(handed.dossier()), "data", "dossier", "steps", "nodes");
        return (String) steps.getFirst().get("dueAt");
    }

    private static List<String> accepted(Handed handed, Office office) {
        return new Unit(world, office.caller(), null).refused("acceptDossier", handed.dossier());
    }

    private static List<Map<String, Object>> closings(String region, Office office, String more) {
        var reply = world.ask(World.Caller.PUBLIC, "{ calendar(region: \"%s\", year: 2024%s) { closings(first: 100) { id notice committee series levels categories until notAfter window clause { id } published document link } } }".formatted(region, more), Map.of());
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        var name = world.<String>value("select name from committee where id = ?", office.committee());
        return reply.<List<Map<String, Object>>>at("data", "calendar", "closings").stream().filter(one -> one.get("committee").equals(name)).toList();
    }

    @Test
    void whoever_hands_on_to_it_and_the_committee_itself_are_held_to_it_to_the_second() {
        var office = health();
        says(office, "2024-09-02T09:00:00+08:00", NOON, "document", " 毕卫评办〔2024〕3号 ", "link", "https://example.org/notice");
        var in = before();
        var out = before();
        world.time("2024-10-10T11:59:59+08:00");
        assertEquals(List.of(), codes(handsOn(in, office)));
        assertEquals(NOON, due(in));
        assertFalse(accepted(in, office).contains("chain.late"), "still in time");
        world.time(NOON);
        var closed = handsOn(out, office);
        assertEquals(List.of("chain.closed"), codes(closed));
        var finding = findings(closed).getFirst();
        assertEquals("B24-5.1", map(finding.get("clause")).get("id"));
        assertTrue(map(finding.get("asked")).get("zh").toString().endsWith("材料收取截止时间 2024-10-10 12:00，毕卫评办〔2024〕3号"), finding::toString);
        assertEquals(List.of("现为 2024-10-10 12:00", "input.committee"), List.of(map(finding.get("shown")).get("zh"), finding.get("path")));
        assertEquals("UPPER_REVIEW", out.stage(), "it lies where it lay");
        var late = new Unit(world, office.caller(), null).act("acceptDossier", in.dossier());
        assertEquals(List.of("chain.late"), codes(late));
        assertEquals("B24-5.1", map(findings(late).getFirst().get("clause")).get("id"));

        var silent = health();
        assertEquals(List.of(), codes(handsOn(out, silent)), "another committee has said nothing");
        assertEquals("2024-10-18T17:00:00+08:00", due(out));
    }

    @Test
    void what_has_come_to_it_is_not_late_by_what_it_says_then() {
        var office = health();
        var in = before();
        assertEquals(List.of(), codes(handsOn(in, office)));
        var out = before();
        says(office, "2024-10-01T09:00:00+08:00", "2024-10-05T00:00:00+08:00");
        assertEquals("2024-10-18T17:00:00+08:00", due(in));
        world.time("2024-10-05T00:00:00+08:00");
        assertEquals(List.of("chain.closed"), codes(handsOn(out, office)));
        assertFalse(accepted(in, office).contains("chain.late"));
        world.time("2024-10-18T17:00:00+08:00");
        assertEquals(List.of("chain.late"), accepted(in, office), "by the province's date as ever");
    }

    @Test
    void what_it_hands_back_before_it_says_so_comes_again_by_the_end_that_it_had() {
        var office = health();
        var in = before();
        assertEquals(List.of(), codes(handsOn(in, office)));
        new Unit(world, office.caller(), null).does("returnDossier", in.dossier(), "reason", "PROCEDURE", "says", "超出受理范围", "backTo", "BEFORE", "due", "2024-10-12T00:00:00+08:00");
        var out = before();
        says(office, "2024-10-01T09:00:00+08:00", "2024-10-05T00:00:00+08:00");
        world.time("2024-10-05T00:00:00+08:00");
        assertEquals(List.of("chain.closed"), codes(handsOn(out, office)), "whoever comes for the first time");
        assertEquals(List.of(), codes(handsOn(in, office)), "nobody becomes late by what is said afterwards");
        assertEquals(List.of("2024-10-18T17:00:00+08:00", "2024-10-18T17:00:00+08:00"), in.bureau().<List<Map<String, Object>>>sees(
                "{ dossier(id: \"%s\") { steps(where: {kind: {eq: COMMITTEE_OFFICE}}) { nodes { dueAt } } } }".formatted(in.dossier()), "data", "dossier", "steps", "nodes").stream().map(one -> one.get("dueAt")).toList());
    }

    @Test
    void what_an_office_had_for_one_of_its_committees_is_no_end_of_another_one() {
        var office = health();
        var id = UUID.randomUUID();
        world.write("insert into committee (id, name, region, kind, founder, office, series, levels, made_up, created_at) select ?, ?, region, kind, founder, office, series, levels, made_up, created_at from committee where id = ?",
                id, "虚构评委会" + id, office.committee());
        var other = new Office(world, office.caller(), id);
        says(other, "2024-09-02T09:00:00+08:00", "2024-10-05T00:00:00+08:00");
        var late = before();
        var in = before();
        for (var one : List.of(late, in)) {
            assertEquals(List.of(), codes(handsOn(one, office)));
            new Unit(world, office.caller(), null).does("returnDossier", one.dossier(), "reason", "PROCEDURE", "says", "超出受理范围", "backTo", "BEFORE", "due", "2024-10-12T00:00:00+08:00");
        }
        says(office, "2024-10-03T09:00:00+08:00", "2024-10-04T12:00:00+08:00");
        assertEquals(List.of(), codes(handsOn(in, other)));
        assertEquals("2024-10-05T00:00:00+08:00", due(in), "its own, and not what the office had for the other one");
        world.time("2024-10-05T00:00:00+08:00");
        assertEquals(List.of("chain.late"), accepted(in, office));
        var closed = handsOn(late, other);
        assertEquals(List.of("chain.closed"), codes(closed));
        assertEquals("B24-5.1", map(findings(closed).getFirst().get("clause")).get("id"));
        assertEquals(List.of(), codes(handsOn(late, office)), "to which it comes again");
        assertEquals("2024-10-18T17:00:00+08:00", due(late));
    }

    @Test
    void what_it_publishes_last_counts_for_what_it_is_about() {
        var office = health();
        says(office, "2024-09-02T09:00:00+08:00", NOON);
        var first = before();
        var second = before();
        says(office, "2024-10-08T09:00:00+08:00", "2024-10-09T00:00:00+08:00", "levels", List.of("FULL_SENIOR"));
        world.time("2024-10-09T10:00:00+08:00");
        assertEquals(List.of(), codes(handsOn(first, office)), "that was about another level");
        assertEquals(NOON, due(first));
        says(office, "2024-10-09T11:00:00+08:00", "2024-10-18T17:00:00+08:00");
        world.time("2024-10-18T16:59:59+08:00");
        assertEquals(List.of(), codes(handsOn(second, office)), "and now it is the province's again");
        assertEquals("2024-10-18T17:00:00+08:00", due(second));
        assertEquals(List.of(), closings("bijie", office, ""));
        assertEquals(List.of("2024-10-09T00:00:00+08:00", NOON), closings("bijie", office, ", at: \"2024-10-08T09:00:00+08:00\"").stream().map(one -> one.get("until")).toList());
    }

    @Test
    void the_calendar_shows_it_with_its_source_from_when_it_is_published() {
        var office = health();
        var notice = says(office, "2024-09-02T09:00:00+08:00", NOON, "document", "毕卫评办〔2024〕5号", "link", "https://example.org/5", "categories", List.of("ORDINARY"));
        assertEquals("毕卫评办〔2024〕5号", notice.get("document"));
        assertEquals(List.of(), closings("bijie", office, ", at: \"2024-09-02T08:59:59+08:00\""), "nobody knew of it yet");
        assertEquals(List.of(Map.ofEntries(Map.entry("id", notice.get("id") + ".health.intake"), Map.entry("notice", notice.get("id")), Map.entry("committee", "虚构评委会" + office.committee()), Map.entry("series", List.of("HEALTH")),
                Map.entry("levels", List.of("FULL_SENIOR", "ASSOCIATE_SENIOR")), Map.entry("categories", List.of("ORDINARY")), Map.entry("until", NOON), Map.entry("notAfter", "2024-10-18T17:00:00+08:00"), Map.entry("window", "health.intake"),
                Map.entry("clause", Map.of("id", "B24-5.1")), Map.entry("published", "2024-09-02T09:00:00+08:00"), Map.entry("document", "毕卫评办〔2024〕5号"), Map.entry("link", "https://example.org/5"))), closings("bijie", office, ""));
        for (var page : List.of("first: 101", "first: -1", "after: \"\"", "after: \"" + notice.get("id") + "\""))
            assertEquals("BAD_INPUT", world.ask(World.Caller.PUBLIC, "{ calendar(region: \"bijie\", year: 2024) { closings(%s) { id } } }".formatted(page), Map.of()).error(), page);
        var behind = world.ask(World.Caller.PUBLIC, "{ calendar(region: \"bijie\", year: 2024) { closings(first: 100, after: \"%s\") { id } } }".formatted(notice.get("id") + ".health.intake"), Map.of());
        assertFalse(behind.<List<?>>at("data", "calendar", "closings").contains(Map.of("id", notice.get("id") + ".health.intake")));
    }

    /** X24-4 leaves the application itself to committees, J24-2.3 sets it: neither speaks of an earlier end of the intake. */
    @ParameterizedTest
    @ValueSource(strings = {"xianning", "jiayuguan"})
    void where_no_notice_permits_it_nothing_is_closed_by_it(String region) {
        world.time("2024-08-20T09:00:00+08:00");
        var office = Office.of(world, region, List.of("ENGINEERING"), List.of("INTERMEDIATE"));
        assertNull(office.send(office.notice(2024, "2024-09-12T00:00:00+08:00", "2024-09-20T00:00:00+08:00")).body().get("errors"));
        assertEquals(1L, world.<Long>value("select count(*) from committee_notice where committee = ?", office.committee()));
        assertEquals(List.of(), closings(region, office, ""));
    }

    private static Office engineering(String at, String from, String until) {
        var office = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        announces(office, at, from, until);
        return office;
    }

    /** That it comes later than X24-4 asks is nothing here. */
    private static void announces(Office office, String at, String from, String until) {
        world.time(at);
        assertEquals(until, map(office.publish(office.notice(2024, from, until)).get("committeeNotice")).get("intakeUntil"));
    }

    private static Map<String, Object> publishes(Office office, String at, String from, String until) {
        world.time(at);
        var published = office.publish(office.notice(2024, from, until));
        findings(published).removeIf(one -> one.get("code").equals("notice.overdue"));
        return published;
    }

    private static Handed draft() {
        return Handed.draft(world, "xianning", 2024, Claims.XIANNING, Claims.told("421202"));
    }

    private static List<String> submits(Handed handed, String at) {
        world.time(at);
        return codes(handed.applicant().submit(key(), handed.dossier(), version(handed)));
    }

    private static int version(Handed handed) {
        return world.value("select version from dossier where id = ?", handed.id());
    }

    /** With the bureau, which hands on to committees. */
    private static Handed below(Handed handed) {
        handed.published();
        handed.recommended();
        handed.clerk().does("forwardDossier", handed.dossier());
        handed.department().does("forwardDossier", handed.dossier());
        return handed;
    }

    private static Map<String, Object> sends(Handed handed, Office office) {
        return handed.bureau().act("forwardDossier", handed.dossier(), "committee", office.committee().toString());
    }

    /** X24-4 leaves the time of application to committees: one that was over when a dossier came, or had not begun, does not get it another way. */
    @Test
    void where_committees_set_the_time_a_dossier_goes_to_one_that_took_applications_when_it_was_handed_in() {
        var longer = engineering("2024-05-09T09:00:00+08:00", "2024-05-20T00:00:00+08:00", "2024-07-11T00:00:00+08:00");
        var shorter = engineering("2024-05-09T09:00:00+08:00", "2024-06-03T00:00:00+08:00", "2024-07-01T00:00:00+08:00");
        var silent = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        var late = draft();
        var mended = draft();
        assertEquals(List.of(), submits(mended, "2024-06-30T23:59:59+08:00"));
        mended.clerk().does("beginEmployerReview", mended.dossier());
        mended.clerk().does("returnDossier", mended.dossier(), "reason", "PROCEDURE", "says", "请补公示材料", "due", "2024-07-12T00:00:00+08:00");
        assertEquals(List.of(), submits(late, "2024-07-08T10:00:00+08:00"));
        assertEquals(List.of(), codes(mended.applicant().sign(key(), mended.dossier(), version(mended), (String) mended.applicant().pledge(mended.dossier()).get("words"))));
        Unit.of(mended.applicant()).does("resubmitDossier", mended.dossier());
        below(late);
        world.time("2024-07-08T10:00:00+08:00");
        below(mended);

        var refused = sends(late, shorter);
        assertEquals(List.of("chain.window"), codes(refused));
        var finding = findings(refused).getFirst();
        assertEquals("X24-4", map(finding.get("clause")).get("id"));
        assertTrue(map(finding.get("asked")).get("zh").toString().endsWith("受理时间 2024-06-03 00:00 – 2024-07-01 00:00"), finding::toString);
        assertEquals(List.of("首次提交于 2024-07-08 10:00", "input.committee"), List.of(map(finding.get("shown")).get("zh"), finding.get("path")));
        assertTrue(map(finding.get("remedy")).get("zh").toString().contains(longer.committee().toString()), finding::toString);
        assertEquals(List.of("chain.window"), codes(sends(late, silent)), "which took nothing at any time");
        assertEquals(List.of(), codes(sends(late, longer)));
        assertEquals(List.of(), codes(sends(mended, shorter)), "what is handed in again came with the first time");

        assertFalse(accepted(late, longer).contains("chain.window"));
        world.write("update committee_notice set intake_until = '2024-07-08T10:00:00+08:00' where committee = ?", longer.committee());
        assertTrue(accepted(late, longer).contains("chain.window"), "nor is it accepted");
    }

    /** X24-8.2: 不得擅自调整受理申报时间. */
    @Test
    void what_a_committee_announced_of_the_application_it_takes_back_with_permission_alone_and_from_nobody_who_handed_in_before() {
        var office = engineering("2024-08-25T10:00:00+08:00", "2024-08-26T00:00:00+08:00", "2024-10-01T00:00:00+08:00");
        var before = draft();
        var between = draft();
        var after = draft();
        var second = draft();
        assertEquals(List.of(), submits(before, "2024-09-02T10:00:00+08:00"));
        world.time("2024-09-03T09:00:00+08:00");
        for (var wrong : List.of(List.of("2024-09-04T00:00:00+08:00", "2024-10-01T00:00:00+08:00"), List.of("2024-09-03T09:00:00+08:00", "2024-09-11T00:00:00+08:00"), List.of("2024-09-03T09:00:00+08:00", "2024-09-03T09:01:00+08:00"))) {
            var refused = office.publish(office.notice(2024, wrong.getFirst(), wrong.getLast()));
            assertEquals(List.of("notice.frozen"), codes(refused), wrong::toString);
            var finding = findings(refused).getFirst();
            assertEquals("X24-8.2", map(finding.get("clause")).get("id"));
            assertTrue(map(finding.get("asked")).get("zh").toString().endsWith("2024-08-26 00:00 – 2024-10-01 00:00") && finding.get("remedy").toString().contains("permittedBy"), finding::toString);
            assertEquals(wrong.getLast().equals("2024-10-01T00:00:00+08:00") ? "input.intakeFrom" : "input.intakeUntil", finding.get("path"));
        }
        assertEquals(List.of(), submits(between, "2024-09-03T10:00:00+08:00"), "what it announced stands");
        assertEquals(List.of(), codes(publishes(office, "2024-09-03T10:00:00+08:00", "2024-08-26T00:00:00+08:00", "2024-10-01T00:00:00+08:00")), "told again it is as long");
        assertEquals(List.of("notice.past"), refusals(office, "2024-08-25T00:00:00+08:00", "2024-10-01T00:00:00+08:00"), "told again it began no sooner");

        var notice = new HashMap<>(office.notice(2024, "2024-09-04T00:00:00+08:00", "2024-09-11T00:00:00+08:00"));
        notice.put("permittedBy", "   ");
        assertEquals(List.of("notice.permitted-by"), codes(office.publish(notice)));
        notice.putAll(input("key", key(), "permittedBy", " 咸职改办函〔2024〕1号 "));
        world.time("2024-09-03T11:00:00+08:00");
        var permitted = map(office.publish(notice).get("committeeNotice"));
        assertEquals("咸职改办函〔2024〕1号", permitted.get("permittedBy"));
        assertEquals("咸职改办函〔2024〕1号", world.value("select permitted_by from committee_notice where id = ?", UUID.fromString((String) permitted.get("id"))));
        assertEquals(List.of("2024-09-04T00:00:00+08:00"), begins(office), "from its publication on");
        assertEquals(List.of("window"), submits(after, "2024-09-12T10:00:00+08:00"));
        assertEquals(List.of(), codes(publishes(office, "2024-09-05T10:00:00+08:00", "2024-09-16T00:00:00+08:00", "2024-09-20T00:00:00+08:00")), "a second intake");
        assertEquals(List.of("2024-09-04T00:00:00+08:00", "2024-09-16T00:00:00+08:00"), begins(office));
        assertEquals(List.of(), codes(publishes(office, "2024-09-10T10:00:00+08:00", "2024-09-04T00:00:00+08:00", "2024-09-12T00:00:00+08:00")), "a longer one");
        assertEquals(List.of(), submits(after, "2024-09-11T10:00:00+08:00"));
        assertEquals(List.of("window"), submits(second, "2024-09-14T10:00:00+08:00"));
        assertEquals(List.of(), submits(second, "2024-09-17T10:00:00+08:00"));

        world.time("2024-09-03T09:00:00+08:00");
        assertEquals(List.of(), codes(sends(below(before), office)), "what he went by stood then");
        world.time("2024-09-03T10:00:00+08:00");
        assertEquals(List.of(), codes(sends(below(between), office)));
    }

    /** X24-8.2: by permission a second intake goes too, and nothing goes without a word. */
    @Test
    void from_what_time_is_taken_by_permission_is_named() {
        var office = Office.of(world, "xianning", List.of("MUSEUM"), List.of("ASSOCIATE_SENIOR"));
        world.time("2024-08-25T10:00:00+08:00");
        var first = new HashMap<>(office.notice(2024, "2024-08-26T00:00:00+08:00", "2024-09-11T00:00:00+08:00"));
        first.put("document", "虚构评〔2024〕1号");
        office.publish(first);
        assertEquals(List.of(), codes(publishes(office, "2024-09-03T10:00:00+08:00", "2024-09-16T00:00:00+08:00", "2024-09-20T00:00:00+08:00")));
        world.time("2024-09-05T10:00:00+08:00");
        var named = permitted(office, "2024-09-06T00:00:00+08:00", "2024-09-12T00:00:00+08:00");
        assertEquals(List.of("已公布的受理申报时间不得擅自调整：虚构评〔2024〕1号 2024-08-26 00:00 – 2024-09-11 00:00", "已公布的受理申报时间不得擅自调整：2024-09-16 00:00 – 2024-09-20 00:00"), named.stream().map(one -> map(one.get("asked")).get("zh")).toList());
        for (var one : named)
            assertEquals(List.of("X24-8.2", false, "依咸职改办函〔2024〕3号，该时间自 2024-09-05 10:00 起不再适用，由 2024-09-06 00:00 – 2024-09-12 00:00 代替"), List.of(map(one.get("clause")).get("id"), one.get("holdsUp"), map(one.get("shown")).get("zh")));
        assertEquals(List.of("2024-09-06T00:00:00+08:00"), begins(office));
        assertEquals(List.of(), permitted(office, "2024-09-06T00:00:00+08:00", "2024-09-25T00:00:00+08:00"), "that takes nothing away");
    }

    /** Bijie leaves accounting's time to others (B24-annex1), and does not say that it stands. */
    @Test
    void where_no_clause_has_a_time_stand_what_is_taken_of_it_is_named_by_none() {
        var office = Office.of(world, "bijie", List.of("ACCOUNTING"), List.of("ASSOCIATE_SENIOR"));
        world.time("2024-08-25T10:00:00+08:00");
        office.publish(office.notice(2024, "2024-08-26T00:00:00+08:00", "2024-09-11T00:00:00+08:00"));
        world.time("2024-09-01T10:00:00+08:00");
        record Change(String until, String by, String before, String shown) {}
        for (var one : List.of(new Change("2024-09-05", "咸职改办函〔2024〕3号", "2024-08-26 00:00 – 2024-09-11 00:00", "依咸职改办函〔2024〕3号，该时间自 2024-09-01 10:00 起不再适用，由 2024-09-02 00:00 – 2024-09-05 00:00 代替"),
                new Change("2024-09-04", null, "2024-09-02 00:00 – 2024-09-05 00:00", "该时间自 2024-09-01 10:00 起不再适用，由 2024-09-02 00:00 – 2024-09-04 00:00 代替"))) {
            var named = replaced(office, "2024-09-02T00:00:00+08:00", one.until + "T00:00:00+08:00", one.by);
            assertEquals(List.of(one.before), named.stream().map(finding -> map(finding.get("asked")).get("zh")).toList());
            assertEquals(one.shown, map(named.getFirst().get("shown")).get("zh"));
            assertNull(named.getFirst().get("clause"));
        }
    }

    private static List<Map<String, Object>> permitted(Office office, String from, String until) {
        return replaced(office, from, until, "咸职改办函〔2024〕3号");
    }

    /** What is remarked on of a notice that takes another's time. @param by the document that permits it; null: none is named */
    private static List<Map<String, Object>> replaced(Office office, String from, String until, String by) {
        var notice = new HashMap<>(office.notice(2024, from, until));
        if (by != null) notice.put("permittedBy", by);
        var published = office.publish(notice);
        assertEquals(until, map(published.get("committeeNotice")).get("intakeUntil"));
        return findings(published).stream().filter(one -> one.get("code").equals("notice.replaced")).toList();
    }

    /** X24-4: he who withdrew can come back as long as others can come. */
    @Test
    void a_time_that_becomes_longer_is_so_for_whoever_handed_in_before() {
        var office = engineering("2024-09-20T09:00:00+08:00", "2024-09-21T00:00:00+08:00", "2024-09-23T00:00:00+08:00");
        var own = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        var senior = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("FULL_SENIOR"));
        var mine = draft();
        var other = draft();
        var over = draft();
        world.write("update committee set kind = 'AUTONOMOUS', founder = ? where id = ?", mine.applicant().employer(), own.committee());
        for (var one : List.of(mine, other, over)) assertEquals(List.of(), submits(one, "2024-09-22T10:00:00+08:00"));
        var version = version(other);
        announces(senior, "2024-09-22T11:00:00+08:00", "2024-09-22T11:00:00+08:00", "2024-09-27T00:00:00+08:00");
        announces(own, "2024-09-22T11:00:00+08:00", "2024-09-22T11:00:00+08:00", "2024-09-25T00:00:00+08:00");
        assertEquals(List.of("09-25 00:00", "09-23 00:00", "09-23 00:00"), List.of(closes(mine), closes(other), closes(over)), "another level's, and another unit's, is not theirs");
        world.write("update dossier set window_until = '2024-09-22T11:30:00+08:00' where id = ?", over.id());
        announces(office, "2024-09-22T12:00:00+08:00", "2024-09-21T00:00:00+08:00", "2024-09-24T00:00:00+08:00");
        assertEquals(List.of("09-25 00:00", "09-24 00:00", "09-22 11:30"), List.of(closes(mine), closes(other), closes(over)), "nobody's is shorter, and what is over stays so");
        announces(office, "2024-09-22T12:30:00+08:00", "2024-09-26T00:00:00+08:00", "2024-09-28T00:00:00+08:00");
        assertEquals(List.of("09-25 00:00", "09-24 00:00", "09-22 11:30"), List.of(closes(mine), closes(other), closes(over)), "a second intake makes the first no longer");
        assertEquals(version, version(other));
        world.time("2024-09-23T10:00:00+08:00");
        Unit.of(other.applicant()).does("withdrawDossier", other.dossier());
        world.time("2024-09-23T12:00:00+08:00");
        Unit.of(other.applicant()).does("restoreDossier", other.dossier());
        other.clerk().does("beginEmployerReview", other.dossier());
        other.clerk().does("returnDossier", other.dossier(), "reason", "PROCEDURE", "says", "请补公示材料", "due", "2024-09-26T00:00:00+08:00");
        var told = Unit.of(other.applicant()).<String>sees("{ messages(where: {kind: {eq: RETURNED}}) { nodes { zh } } }", "data", "messages", "nodes", 0, "zh");
        assertTrue(told.contains("本申报的于 2024-09-24 00:00 截止"), told);
    }

    /** B24-5.1: when a committee ends its intake of material is not when people apply, which Bijie says itself. */
    @Test
    void the_end_of_an_intake_of_material_moves_nobodys_time_of_application() {
        world.time("2024-09-18T10:00:00+08:00");
        var handed = Handed.in(world, "bijie", Claims.but(Claims.BIJIE, "level", "ASSOCIATE_SENIOR"), "520502");
        assertEquals("09-20 17:00", closes(handed));
        says(health(), "2024-09-18T11:00:00+08:00", NOON);
        assertEquals("09-20 17:00", closes(handed));
    }

    private static String closes(Handed handed) {
        return world.value("select to_char(window_until at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') from dossier where id = ?", handed.id());
    }

    private static List<Object> begins(Office office) {
        return world.ask(World.Caller.PUBLIC, "{ calendar(region: \"xianning\", year: 2024) { intakes(first: 100) { committee from } } }", Map.of())
                .<List<Map<String, Object>>>at("data", "calendar", "intakes").stream().filter(one -> one.get("committee").toString().contains(office.committee().toString())).map(one -> one.get("from")).toList();
    }

    private static List<String> refusals(Office office, String from, String until) {
        return codes(office.publish(office.notice(2024, from, until))).stream().filter(code -> !code.equals("notice.overdue")).toList();
    }

    /** What is judged and what is announced come one after the other, in the order of their instants, whichever was sent first. */
    @Test
    void what_is_announced_while_somebody_hands_in_counts_from_after_that() throws Exception {
        var office = engineering("2024-07-12T10:00:00+08:00", "2024-07-12T10:00:00+08:00", "2024-07-19T00:00:00+08:00");
        var handed = draft();
        var version = version(handed);
        world.time("2024-07-13T10:00:00+08:00");
        var notice = new HashMap<>(office.notice(2024, "2024-07-15T00:00:00+08:00", "2024-07-19T00:00:00+08:00"));
        notice.put("permittedBy", "咸职改办函〔2024〕2号");
        try (var threads = Executors.newFixedThreadPool(2); var committee = holding("committee", office.committee()); var dossier = holding("dossier", handed.id())) {
            var publishing = threads.submit(() -> map(office.publish(notice).get("committeeNotice")));
            waiting("not granted", 1);
            world.time("2024-07-13T10:00:01+08:00");
            var submitting = threads.submit(() -> codes(handed.applicant().submit(key(), handed.dossier(), version)));
            waiting("not granted", 2);
            committee.rollback();
            waiting("not granted and locktype = 'advisory'", 1);
            world.time("2024-07-13T10:00:02+08:00");
            dossier.rollback();
            assertEquals(List.of(), submitting.get());
            assertEquals("2024-07-13T10:00:02+08:00", publishing.get().get("publishedAt"));
        }
        assertEquals(List.of(), codes(sends(below(handed), office)), "he was judged without it");
    }

    private static Connection holding(String table, UUID id) throws SQLException {
        var holds = world.transaction();
        try (var row = holds.prepareStatement("select from %s where id = ? for update".formatted(table))) {
            row.setObject(1, id);
            row.execute();
        }
        return holds;
    }

    private static void waiting(String locks, long many) {
        var until = System.nanoTime() + 10_000_000_000L;
        while (world.<Long>value("select count(*) from pg_locks where " + locks) < many) {
            assertTrue(System.nanoTime() < until, locks);
            Thread.onSpinWait();
        }
    }

    /** X24-4: 明确网上申报和审核具体时间. No notice says what becomes of what is later, and a committee can say it anew afterwards. */
    @Test
    void by_when_is_audited_a_committee_says_and_nobodys_step_ends_by_it() {
        world.time("2024-07-29T10:00:00+08:00");
        var office = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        var notice = new HashMap<>(office.notice(2024, "2024-07-30T00:00:00+08:00", "2024-08-02T00:00:00+08:00"));
        for (var wrong : List.of("2024-08-01T23:59:59+08:00", "2024-10-01T00:00:01+08:00")) {
            notice.putAll(input("key", key(), "auditUntil", wrong));
            assertEquals(List.of("notice.audit"), codes(office.publish(notice)), wrong);
        }
        notice.putAll(input("key", key(), "auditUntil", "2024-09-01T00:00:00+08:00"));
        var published = map(office.publish(notice).get("committeeNotice"));
        assertEquals(List.of(Map.of("auditUntil", "2024-09-01T00:00:00+08:00")), world.ask(World.Caller.PUBLIC, "{ committeeNotices(where: {id: {eq: \"%s\"}}) { nodes { auditUntil } } }".formatted(published.get("id")), Map.of()).at("data", "committeeNotices", "nodes"));
        assertEquals(true, world.value("select convert_from(entry, 'UTF8') like '%\"auditUntil\":\"2024-0%' from trail where subject = ? and act = 'PUBLISH_COMMITTEE_NOTICE'", office.caller().account()));
        var in = draft();
        var late = draft();
        for (var one : List.of(in, late)) assertEquals(List.of(), submits(one, "2024-07-31T10:00:00+08:00"));
        below(in);
        world.time("2024-07-31T10:00:00+08:00");
        below(late);
        assertEquals(List.of(), codes(sends(in, office)));
        assertEquals("2024-10-01T00:00:00+08:00", due(in));
        world.time("2024-09-01T00:00:00+08:00");
        assertFalse(accepted(in, office).contains("chain.late"));
        assertEquals(List.of(), codes(sends(late, office)), "what is handed on later is taken");
        assertEquals("2024-10-01T00:00:00+08:00", due(late));
        world.time("2024-10-01T00:00:00+08:00");
        var over = new Unit(world, office.caller(), null).act("acceptDossier", in.dossier());
        assertEquals(List.of("chain.late"), codes(over));
        assertEquals(List.of("X24-4", "于 2024-10-01 00:00 前办理（审核时间由评委会通知确定，此为通知允许的最晚时间：本系统的理解）"),
                List.of(map(findings(over).getFirst().get("clause")).get("id"), map(findings(over).getFirst().get("asked")).get("zh")));

        var bijie = health();
        world.time("2024-09-02T09:00:00+08:00");
        var elsewhere = new HashMap<>(bijie.notice(2024, "2024-09-16T08:00:00+08:00", NOON));
        elsewhere.put("auditUntil", NOON);
        assertEquals(List.of("notice.audit"), codes(bijie.publish(elsewhere)), "whose notice leaves it to nobody");
    }

    /** X24-4 and X24-6.4 give the unit a review of its own; that nobody else's people are meant, those of a unit below it neither, is our reading. */
    @Test
    void an_autonomous_unit_opens_the_window_for_its_own_people_and_gets_nobody_elses() {
        var own = engineering("2024-07-20T09:00:00+08:00", "2024-08-05T00:00:00+08:00", "2024-08-21T00:00:00+08:00");
        var mine = draft();
        var other = draft();
        world.write("update committee set kind = 'AUTONOMOUS', founder = ? where id = ?", mine.applicant().employer(), own.committee());
        world.write("update organisation set parent = ? where id = ?", mine.applicant().employer(), other.applicant().employer());
        world.time("2024-08-08T10:00:00+08:00");
        var asked = world.ask(World.Caller.PUBLIC, "{ eligibility(regions: [\"xianning\"], year: 2024, claim: {series: \"ENGINEERING\", level: ASSOCIATE_SENIOR}, person: {}) { standing hindrances { code outcome shown { zh } } intakes { committee } } }", Map.of());
        var window = asked.<List<Map<String, Object>>>at("data", "eligibility", 0, "hindrances").stream().filter(one -> one.get("code").equals("window")).findFirst().orElseThrow();
        assertEquals("CANNOT_TELL", window.get("outcome"));
        assertTrue(map(window.get("shown")).get("zh").toString().contains(own.committee().toString()), window::toString);
        assertEquals(List.of("window"), submits(other, "2024-08-08T10:00:00+08:00"));
        assertEquals(List.of(), submits(mine, "2024-08-08T10:00:00+08:00"));

        var open = engineering("2024-08-08T11:00:00+08:00", "2024-08-08T11:00:00+08:00", "2024-08-21T00:00:00+08:00");
        assertEquals(List.of(), submits(other, "2024-08-08T12:00:00+08:00"));
        world.write("update organisation set parent = ? where id = ?", other.department().id(), other.applicant().employer());
        below(other);
        var refused = sends(other, own);
        assertEquals(List.of("chain.committee"), codes(refused));
        var finding = findings(refused).getFirst();
        assertEquals("X24-5.2b", map(finding.get("clause")).get("id"));
        assertTrue(map(finding.get("shown")).get("zh").toString().contains("只评审本单位人员") && finding.get("remedy") != null, finding::toString);
        assertEquals(List.of(), codes(sends(other, open)));
        assertFalse(accepted(other, open).contains("chain.committee"));
        world.write("update committee set kind = 'AUTONOMOUS' where id = ?", open.committee());
        assertTrue(accepted(other, open).contains("chain.committee"), "nor is it accepted");
        world.time("2024-08-08T12:00:00+08:00");
        assertEquals(List.of(), codes(sends(below(mine), own)));
    }

    @Test
    void nobody_else_says_it_and_not_later_than_the_province_nor_of_the_past() {
        world.time("2024-09-02T09:00:00+08:00");
        var office = health();
        var notice = office.notice(2024, "2024-09-16T08:00:00+08:00", NOON);
        assertEquals("UNAUTHENTICATED", new Office(world, World.Caller.PUBLIC, office.committee()).send(notice).error());
        var unit = world.<UUID>value("select office from committee where id = ?", office.committee());
        for (var role : List.of("EMPLOYER_CLERK", "RELAY", "HRSS_CITY", "EXPERT", "FINANCE", "SYS_ADMIN", "AUDITOR"))
            assertEquals("FORBIDDEN", new Office(world, Unit.of(world, unit, role).caller(), office.committee()).send(notice).error(), role);
        assertEquals(List.of("committee.not-own"), codes(new Office(world, health().caller(), office.committee()).publish(notice)));
        assertEquals(List.of("notice.late"), codes(office.publish(office.notice(2024, "2024-09-16T08:00:00+08:00", "2024-10-18T17:00:01+08:00"))));
        world.time(NOON);
        assertEquals(List.of("notice.past"), codes(office.publish(office.notice(2024, "2024-10-10T11:59:59+08:00", "2024-10-11T00:00:00+08:00"))));
        assertEquals(List.of("notice.order"), codes(office.publish(office.notice(2024, NOON, NOON))), "an end that is now");
        assertEquals(0L, world.<Long>value("select count(*) from committee_notice where committee = ?", office.committee()));
    }

    @Test
    void of_two_that_are_published_at_once_both_are_kept_and_one_counts() {
        world.time("2024-09-02T09:00:00+08:00");
        var office = health();
        var ends = List.of("2024-10-08T00:00:00+08:00", "2024-10-09T00:00:00+08:00");
        World.together(() -> office.publish(office.notice(2024, "2024-09-16T08:00:00+08:00", ends.getFirst())), () -> office.publish(office.notice(2024, "2024-09-16T08:00:00+08:00", ends.getLast())));
        assertEquals(2L, world.<Long>value("select count(*) from committee_notice where committee = ?", office.committee()));
        var shown = closings("bijie", office, "");
        assertEquals(1, shown.size());
        assertTrue(ends.contains(shown.getFirst().get("until")));
        var handed = before();
        assertEquals(List.of(), codes(handsOn(handed, office)));
        assertEquals(shown.getFirst().get("until"), due(handed), "the same one for everybody");
    }

    @Test
    void the_number_of_a_document_is_told_or_it_is_not() {
        world.time("2024-09-02T09:00:00+08:00");
        var office = health();
        var notice = new HashMap<>(office.notice(2024, "2024-09-16T08:00:00+08:00", NOON));
        for (var wrong : List.of("", "   ", "文".repeat(201))) {
            notice.put("key", key());
            notice.put("document", wrong);
            assertEquals(List.of("notice.document"), codes(office.publish(notice)));
        }
        notice.put("document", "虚构\u0000");
        assertEquals("BAD_REQUEST", office.send(notice).error());
        assertEquals(0L, world.<Long>value("select count(*) from committee_notice where committee = ?", office.committee()));
        assertNull(says(office, "2024-09-02T09:00:00+08:00", NOON).get("document"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }
}
