package zhicheng.server.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.CannotStart;
import zhicheng.server.Claims;
import zhicheng.server.Handed;
import zhicheng.server.Office;
import zhicheng.server.Unit;
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.SetSystemTime;
import zhicheng.server.chain.Disqualification;
import zhicheng.server.clockwork.ForfeitUnpaid;
import zhicheng.server.clockwork.OpenPayments;
import zhicheng.server.clockwork.Remind;
import zhicheng.server.outside.StandIns;
import zhicheng.server.outside.StandIns.Play;
import zhicheng.server.outside.payment.FiscalSettings;
import zhicheng.server.outside.payment.Signature;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Json;
import zhicheng.spi.Clause;
import zhicheng.spi.When;

/** A committee's office accepts a dossier, its fee is paid through the platform that {@code tools/zhicheng stand-ins} starts, or it is not, and everything that is refused on the way (B24-5.5). */
@Tag("database")
@Tag("once")
class PaymentTest {
    private static final String PAYMENT = "number fen clauseId state askedAt dueAt dueSays openedAt address closedAt paidAt toldAt receipt otherFen region refund refundFen refundedFen refundedOn refundDocument madeUp dossier { id }";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static StandIns platform;
    private static World world;
    private static Office bijie;
    private static Office xianning;
    private static Signature signature;

    /** A dossier that lies before a committee, and whoever acts on it. */
    private record Going(Handed handed, Unit office) {
        String dossier() {
            return handed.dossier();
        }

        Unit applicant() {
            return Unit.of(handed.applicant());
        }

        Map<String, Object> payment() {
            List<Map<String, Object>> all = applicant().sees("{ dossier(id: \"%s\") { payments { nodes { %s } } } }".formatted(dossier(), PAYMENT), "data", "dossier", "payments", "nodes");
            assertTrue(all.size() < 2, all::toString);
            return all.isEmpty() ? Map.of() : all.getFirst();
        }

        String number() {
            return (String) payment().get("number");
        }

        /** It is 28 September, and can be paid until 28 October, 17:00. */
        Going accepted() {
            office.does("acceptDossier", dossier());
            return this;
        }

        String acts() {
            return world.<String>value("select string_agg(act || ' ' || coalesce(clause, '-'), ', ' order by seq) from trail where subject = ? and act in ('ACCEPT', 'OPEN_PAYMENT', 'PAY', 'PAY_LATE', 'PAY_OTHERWISE', 'RECORD_REFUND', 'FORFEIT', 'DISQUALIFY')", handed.id());
        }

        long messages(String kind) {
            return world.<Long>value("select count(*) from message where dossier = ? and kind = ?", handed.id(), kind);
        }
    }

    @BeforeAll
    static void open() throws IOException {
        platform = StandIns.start(0, Play.HONEST);
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var settings = new ArrayList<Object>(List.of("micronaut.server.port", port, "zhicheng.clockwork.grace", "0s", SetSystemTime.PROPERTY, "set", "zhicheng.outside.payment.timeout", "3s",
                "zhicheng.payment.amounts.bijie.associate-senior", "200.00", "zhicheng.payment.amounts.bijie.health.full-senior", "300.50"));
        platform.settings().forEach((name, value) -> settings.addAll(List.of(name, name.endsWith(".call-back") ? "http://localhost:" + port + "/payments" : value.toString())));
        world = World.at("2024-05-09T09:00:00+08:00", settings.toArray());
        signature = new Signature(platform.settings().get("zhicheng.outside.payment.secret").toString(), Duration.ofMinutes(5));
        bijie = Office.of(world, "bijie", List.of("HEALTH"), List.of("FULL_SENIOR", "ASSOCIATE_SENIOR", "INTERMEDIATE"));
        xianning = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        assertEquals(List.of(), xianning.publish(xianning.notice(2024, "2024-05-20T00:00:00+08:00", "2024-07-11T00:00:00+08:00")).get("findings"));
        filed(bijie, "2024-01-01", "2027-01-01");
        filed(xianning, "2024-04-25", "2027-04-25");
    }

    @AfterAll
    static void close() {
        world.close();
        platform.close();
    }

    @BeforeEach
    void honest() {
        platform.play(Play.HONEST);
    }

    private static void filed(Office office, String from, String until) {
        office.world().write("insert into committee_filing (id, committee, filed_with, from_day, until_day, status, made_up, created_at) values (?, ?, ?, ?, ?, 'FILED', true, ?)",
                UUID.randomUUID(), office.committee(), office.world().organisation("HRSS", "bijie"), LocalDate.parse(from), LocalDate.parse(until), office.world().now());
    }

    private static Going bijie() {
        return before(bijie, "ASSOCIATE_SENIOR");
    }

    /** Before the committee: it is 28 September. */
    private static Going before(Office office, String level) {
        office.world().time("2024-09-18T10:00:00+08:00");
        var handed = Handed.in(office.world(), "bijie", Claims.but(Claims.BIJIE, "level", level), "520502");
        handed.published(List.of());
        handed.recommended();
        handed.clerk().does("forwardDossier", handed.dossier());
        handed.department().does("forwardDossier", handed.dossier(), "committee", office.committee().toString());
        assertEquals("INTAKE_PENDING", handed.stage());
        return new Going(handed, new Unit(office.world(), office.caller(), null));
    }

    private static Map<String, Object> said(String number, int fen, String paidAt, String receipt) {
        return Map.of("number", number, "fen", fen, "paidAt", paidAt, "receipt", receipt);
    }

    private static HttpResponse<String> tells(Map<String, ?> said) {
        return tells(Json.text(said), 0, null);
    }

    /** @param late seconds before now at which it is said; @param signed null: as it should be */
    private static HttpResponse<String> tells(String body, long late, String signed) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var second = world.bean(SetSystemTime.class).instant().getEpochSecond() - late;
        return post(body, "" + second, signed == null ? signature.of(second, bytes) : signed);
    }

    private static HttpResponse<String> post(String body, String time, String signed) {
        var request = HttpRequest.newBuilder(world.address("/payments")).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        if (time != null) request.header(Signature.TIME, time);
        if (signed != null) request.header(Signature.HEADER, signed);
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String result(HttpResponse<String> answer) {
        return answer.statusCode() + " " + Json.map(answer.body()).get("result");
    }

    private static int forfeit() {
        return world.bean(ForfeitUnpaid.class).run(world.now());
    }

    // accepted

    @Test
    void in_bijie_it_is_to_be_paid_for_by_the_deadline_of_its_group() {
        var going = bijie();
        going.accepted();
        assertEquals("PAYMENT_PENDING", going.handed.stage());
        var payment = new HashMap<>(going.payment());
        var number = (String) payment.remove("number");
        assertEquals(32, number.length());
        assertNotNull(payment.remove("askedAt"));
        assertNotNull(payment.remove("openedAt"));
        assertTrue(((String) payment.remove("address")).endsWith("/fiscal/pay/" + number));
        assertEquals(input("fen", 20000, "clauseId", "B24-5.5", "state", "OPEN", "dueAt", "2024-10-28T17:00:00+08:00", "dueSays", "10月28日17:00", "closedAt", null, "paidAt", null, "toldAt", null,
                "receipt", null, "otherFen", null, "region", "bijie", "refund", null, "refundFen", null, "refundedFen", null, "refundedOn", null, "refundDocument", null, "madeUp", false, "dossier", Map.of("id", going.dossier())), payment);
        assertEquals("ACCEPTED", world.value("select outcome from dossier_step where dossier = ? order by seq desc limit 1", going.handed.id()));
        assertTrue(going.acts().startsWith("ACCEPT ") && going.acts().contains("B24-annex1") && going.acts().endsWith("OPEN_PAYMENT B24-5.5"), going::acts);
        assertTrue(world.<String>value("select zh from message where dossier = ? and kind = 'TO_PAY'", going.handed.id()).contains("2024-10-28 17:00 前缴纳评审费 200.00 元：http"));
        var asked = "{ payments(where: {dossier: {id: {eq: \"%s\"}}, state: {eq: OPEN}}) { nodes { number } } }".formatted(going.dossier());
        for (var who : List.of(going.applicant(), going.office, going.handed.clerk(), going.handed.department(), going.handed.bureau()))
            assertEquals(List.of(Map.of("number", number)), who.sees(asked, "data", "payments", "nodes"));
        for (var who : List.of(Unit.of(world.applicant()), new Unit(world, xianning.caller(), null), new Unit(world, Caller.PUBLIC, null)))
            assertEquals(List.of(), who.sees(asked, "data", "payments", "nodes"));

        var dearer = before(bijie, "FULL_SENIOR").accepted();
        assertEquals(30050, dearer.payment().get("fen"), "a series may have an amount of its own");
    }

    @Test
    void where_no_fee_is_asked_for_it_is_accepted_and_that_is_all() {
        world.time("2024-06-20T10:00:00+08:00");
        var handed = Handed.in(world, "xianning", Claims.XIANNING, "421202");
        handed.published();
        handed.recommended();
        handed.clerk().does("forwardDossier", handed.dossier());
        handed.department().does("forwardDossier", handed.dossier());
        handed.bureau().does("forwardDossier", handed.dossier(), "committee", xianning.committee().toString());
        var going = new Going(handed, new Unit(world, xianning.caller(), null));
        var before = platform.asked();
        going.accepted();
        assertEquals("ACCEPTED", handed.stage());
        assertEquals(Map.of(), going.payment());
        assertEquals(before, platform.asked());
    }

    @Test
    void wrong_role_wrong_unit_wrong_stage_stale_and_twice() {
        var going = bijie();
        var dossier = going.dossier();
        assertEquals("UNAUTHENTICATED", new Unit(world, Caller.PUBLIC, null).send("acceptDossier", dossier).error());
        assertEquals("FORBIDDEN", going.applicant().send("acceptDossier", dossier).error());
        for (var wrong : List.of("EMPLOYER_CLERK", "HRSS_CITY", "COMMITTEE_ORGANISER", "EXPERT", "FINANCE", "AUDITOR", "SYS_ADMIN"))
            assertEquals("FORBIDDEN", Unit.of(world, world.<UUID>value("select office from committee where id = ?", bijie.committee()), wrong).send("acceptDossier", dossier).error(), wrong);
        var nowhere = UUID.randomUUID().toString();
        var stranger = new Unit(world, xianning.caller(), null);
        var theirs = stranger.act("acceptDossier", dossier);
        assertEquals(List.of("dossier.not-found"), codes(theirs));
        assertEquals(theirs.toString().replace(dossier, nowhere), stranger.act("acceptDossier", dossier, "dossier", nowhere).toString(), "as if there were none");
        assertEquals("BAD_INPUT", going.office.send("acceptDossier", dossier, "dossier", "x'; drop table dossier; --").error());
        assertEquals(List.of("dossier.version"), going.office.refused("acceptDossier", dossier, "version", 1));
        var himself = new Unit(world, world.account(going.handed.applicant().person(), world.<UUID>value("select office from committee where id = ?", bijie.committee()), "COMMITTEE_OFFICE"), null);
        assertEquals(List.of("chain.own"), himself.refused("acceptDossier", dossier));
        var key = key();
        var version = world.<Integer>value("select version from dossier where id = ?", going.handed.id());
        going.office.does("acceptDossier", dossier, "key", key, "version", version);
        going.office.does("acceptDossier", dossier, "key", key, "version", version);
        assertEquals(List.of("chain.stage"), going.office.refused("acceptDossier", dossier), "twice");
        assertEquals(1L, world.<Long>value("select count(*) from trail where subject = ? and act = 'ACCEPT'", going.handed.id()));

        world.time("2024-09-18T10:00:00+08:00");
        var early = Handed.in(world, "bijie", Claims.BIJIE, "520502");
        assertEquals(List.of("dossier.not-found"), going.office.refused("acceptDossier", early.dossier()), "it has not come there");
    }

    @Test
    void two_offices_at_once_accept_once_and_ask_for_money_once() {
        var going = bijie();
        var version = world.<Integer>value("select version from dossier where id = ?", going.handed.id());
        var done = World.together(() -> going.office.refused("acceptDossier", going.dossier(), "version", version), () -> going.office.refused("acceptDossier", going.dossier(), "version", version));
        assertEquals(Set.of(List.of(), List.of("chain.stage")), Set.copyOf(done));
        assertEquals(1L, world.<Long>value("select count(*) from payment where dossier = ?", going.handed.id()));
        assertEquals(1L, going.messages("TO_PAY"));
    }

    @Test
    void not_after_the_intake_ends_to_the_second() {
        var going = bijie();
        world.time("2024-10-18T17:00:00+08:00");
        var late = going.office.act("acceptDossier", going.dossier());
        assertEquals(List.of("chain.late"), codes(late));
        assertEquals("B24-annex1", ((Map<?, ?>) findings(late).getFirst().get("clause")).get("id"));
        world.time("2024-10-18T16:59:59+08:00");
        going.accepted();
    }

    @Test
    void not_without_a_filing_that_is_valid_on_that_day() {
        var office = Office.of(world, "bijie", List.of("HEALTH"), List.of("ASSOCIATE_SENIOR"));
        var going = before(office, "ASSOCIATE_SENIOR");
        var day = world.now().atZone(When.CHINA).toLocalDate();
        var none = going.office.act("acceptDossier", going.dossier());
        assertEquals(List.of("committee.filing"), codes(none));
        assertEquals("MOHRSS40", ((Map<?, ?>) findings(none).getFirst().get("clause")).get("id"));
        filed(office, day.minusYears(3).toString(), day.toString());
        assertEquals(List.of("committee.filing"), going.office.refused("acceptDossier", going.dossier()), "it ran out today");
        filed(office, day.plusDays(1).toString(), day.plusYears(3).toString());
        assertEquals(List.of("committee.filing"), going.office.refused("acceptDossier", going.dossier()), "it begins tomorrow");
        world.write("update committee_filing set from_day = ?, until_day = ?, status = 'SUSPENDED' where committee = ?", day, day.plusDays(1), office.committee());
        assertEquals(List.of("committee.filing"), going.office.refused("acceptDossier", going.dossier()), "suspended");
        world.write("update committee set levels = array['INTERMEDIATE'] where id = ?", office.committee());
        assertEquals(List.of("chain.committee", "committee.filing"), going.office.refused("acceptDossier", going.dossier()), "and not its level any more");
        world.write("update committee_filing set status = 'FILED' where committee = ?", office.committee());
        world.write("update committee set levels = array['ASSOCIATE_SENIOR'] where id = ?", office.committee());
        going.accepted();
    }

    @Test
    void a_complaint_that_is_open_holds_it() {
        var going = bijie();
        assertEquals(List.of(), codes(complained(going)));
        assertEquals(List.of("complaint.open"), going.office.refused("acceptDossier", going.dossier()));
    }

    /** B24-5.5, B24-annex1: who was held when he would have been asked to pay has as long to pay as the notice leaves between its two ends; who could pay in time has no more, and no day tells him of a complaint. */
    @Test
    void what_held_it_does_not_run_against_who_has_to_pay() {
        var inTime = held("2024-10-18T10:00:00+08:00").accepted();
        assertEquals("2024-10-28T17:00:00+08:00", inTime.payment().get("dueAt"), "it was held for weeks, and taken in time");
        var going = held("2024-11-04T10:00:00+08:00").accepted();
        assertEquals(List.of("2024-11-15T00:00:00+08:00", "10月28日17:00", "OPEN"), List.of(going.payment().get("dueAt"), going.payment().get("dueSays"), going.payment().get("state")), "16 days and 17 hours later, and the rest of that day");
        assertTrue(world.<String>value("select zh from message where dossier = ? and kind = 'TO_PAY'", going.handed.id()).contains("2024-11-15 00:00 前缴纳"));
        var number = going.number();
        assertEquals(List.of(), codes(complained(inTime)));
        world.time("2024-11-14T23:59:59+08:00");
        forfeit();
        assertEquals(List.of("FORFEITED", "PAYMENT_PENDING"), List.of(inTime.handed.stage(), going.handed.stage()), "what is complained of later keeps nobody from paying");
        world.time("2024-11-15T00:00:00+08:00");
        assertEquals(1, forfeit());
        assertEquals("FORFEITED", going.handed.stage());
        assertEquals("200 PAID", result(tells(said(number, 20000, "2024-11-14T23:59:59+08:00", "GZ-held"))), "told late, paid in time");
        assertEquals("ELIGIBILITY_REVIEW", going.handed.stage());
    }

    /** A complaint about him is open from 28 September until that time. */
    private static Going held(String until) {
        var going = bijie();
        var complaint = complained(going);
        world.time(until);
        assertEquals(List.of(), codes(going.handed.bureau().acts("concludeComplaint", "complaint { id }", "complaint", ((Map<?, ?>) complaint.get("complaint")).get("id"), "founded", false, "conclusion", "不属实")));
        return going;
    }

    private static Map<String, Object> complained(Going of) {
        return of.handed.bureau().acts("enterComplaint", "complaint { id }", "about", of.handed.applicant().person().toString(), "dossier", of.dossier(), "says", "业绩不实");
    }

    @Test
    void where_no_amount_is_configured_nobody_is_asked_for_money() {
        var going = before(bijie, "INTERMEDIATE");
        var refused = going.office.act("acceptDossier", going.dossier());
        assertEquals(List.of("payment.amount"), codes(refused));
        var finding = findings(refused).getFirst();
        assertEquals("B24-5.5", ((Map<?, ?>) finding.get("clause")).get("id"));
        assertEquals("the administrator sets zhicheng.payment.amounts.bijie.intermediate (in yuan)", ((Map<?, ?>) finding.get("remedy")).get("en"));
        assertEquals("INTAKE_PENDING", going.handed.stage());
        assertEquals(Map.of(), going.payment());
    }

    // paid

    @Test
    void whoever_follows_the_address_has_paid_and_the_platform_says_so() {
        var going = bijie().accepted();
        var address = (String) going.payment().get("address");
        world.time("2024-10-28T17:00:30+08:00");
        var paid = Json.map(send(HttpRequest.newBuilder(URI.create(address + "?at=2024-10-28T16:59:59.999999%2B08:00"))).body());
        assertEquals("{\"result\":\"PAID\"}", paid.get("told"));
        var payment = going.payment();
        assertEquals(List.of("PAID", paid.get("receipt"), "2024-10-28T16:59:59.999999+08:00"), List.of(payment.get("state"), payment.get("receipt"), payment.get("paidAt")), "the microsecond before its end");
        assertEquals("ELIGIBILITY_REVIEW", going.handed.stage());
        assertTrue(going.acts().endsWith("OPEN_PAYMENT B24-5.5, PAY B24-5.5"), going::acts);
        assertEquals(1L, going.messages("PAID"));
        assertEquals(List.of(1L, 1L), world.<List<Long>>one(row -> List.of(row.getLong(1), row.getLong(2)),
                "select count(*), count(*) filter (where convert_from(entry, 'UTF8')::jsonb ->> 'actor' is null) from trail where subject = ? and act = 'PAY'", going.handed.id()), "nobody of ours did it");
        send(HttpRequest.newBuilder(URI.create(address)));
        assertEquals(payment, going.payment(), "paid again, it is the same payment");

        platform.play(Play.DIFFERS);
        var otherwise = bijie().accepted();
        assertEquals("{\"result\":\"OTHER_AMOUNT\"}", Json.map(send(HttpRequest.newBuilder(URI.create(otherwise.payment().get("address") + "?at=2024-10-01T10:00:00%2B08:00"))).body()).get("told"));
        assertEquals(List.of("OPEN", 20001), List.of(otherwise.payment().get("state"), otherwise.payment().get("otherFen")));
    }

    @Test
    void said_twice_at_once_and_again_later_it_counts_once() {
        for (var race = 0; race < 2; race++) {
            var going = bijie().accepted();
            var said = said(going.number(), 20000, "2024-10-01T10:00:00+08:00", "GZ-at-once-" + race);
            var answers = World.together(() -> result(tells(said)), () -> result(tells(said)), () -> result(tells(said)), () -> result(tells(said)));
            assertEquals(List.of("200 PAID", "200 PAID", "200 PAID", "200 PAID"), answers);
            world.time("2024-11-05T10:00:00+08:00");
            assertEquals("200 PAID", result(tells(said)), "long after");
            assertEquals("200 PAID", result(tells(said(going.number(), 20000, "2024-10-01T02:00:00Z", "GZ-at-once-" + race))), "in other words");
            assertTrue(going.acts().endsWith("OPEN_PAYMENT B24-5.5, PAY B24-5.5"), going::acts);
            assertEquals(1L, going.messages("PAID"));
            assertNull(going.payment().get("otherFen"));
            assertEquals(1L, world.<Long>value("select count(*) from payment_call where number = ?", going.number()));
        }
    }

    @Test
    void what_the_platform_did_not_sign_just_now_is_refused_and_changes_nothing() {
        var going = bijie().accepted();
        var body = Json.text(said(going.number(), 20000, "2024-10-01T10:00:00+08:00", "GZ-1"));
        var now = world.bean(SetSystemTime.class).instant().getEpochSecond();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var right = signature.of(now, bytes);
        var before = going.payment();
        var forged = new HashMap<String, HttpResponse<String>>();
        forged.put("no headers", post(body, null, null));
        forged.put("no time", post(body, null, right));
        forged.put("no signature", post(body, "" + now, null));
        forged.put("another secret", post(body, "" + now, new Signature("x".repeat(40), Duration.ofMinutes(5)).of(now, bytes)));
        forged.put("another body", post(body.replace("20000", "20001"), "" + now, right));
        forged.put("another time", post(body, "" + (now + 1), right));
        forged.put("too old", tells(body, 301, null));
        forged.put("of the future", tells(body, -301, null));
        forged.put("no number", post(body, "9".repeat(12), right));
        forged.put("words", post(body, "now", right));
        forged.put("in capitals", post(body, "" + now, right.toUpperCase()));
        forged.put("nothing", post(body, "" + now, ""));
        forged.forEach((how, answer) -> assertEquals(403, answer.statusCode(), how));
        assertEquals(12, forged.size());
        assertEquals(before, going.payment());
        assertEquals(0L, world.<Long>value("select count(*) from payment_call where number = ?", going.number()));
        assertEquals("200 PAID", result(tells(body, 300, null)), "five minutes ago");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "\"x\"", "{}", "{\"number\": \"NUMBER\", \"fen\": 20000, \"paidAt\": \"2024-10-01T10:00:00+08:00\"}",
        "{\"number\": \"NUMBER\", \"fen\": \"20000\", \"paidAt\": \"2024-10-01T10:00:00+08:00\", \"receipt\": \"1\"}",
        "{\"number\": \"NUMBER\", \"fen\": -20000, \"paidAt\": \"2024-10-01T10:00:00+08:00\", \"receipt\": \"1\"}",
        "{\"number\": \"NUMBER\", \"fen\": 20000.5, \"paidAt\": \"2024-10-01T10:00:00+08:00\", \"receipt\": \"1\"}",
        "{\"number\": \"NUMBER\", \"fen\": 99999999999999, \"paidAt\": \"2024-10-01T10:00:00+08:00\", \"receipt\": \"1\"}",
        "{\"number\": \"NUMBER\", \"fen\": 2e99999999999, \"paidAt\": \"2024-10-01T10:00:00+08:00\", \"receipt\": \"1\"}",
        "{\"number\": \"NUMBER\", \"fen\": 100, \"fen\": 20000, \"paidAt\": \"2024-10-01T10:00:00+08:00\", \"receipt\": \"1\"}",
        "{\"number\": \"NUMBER\", \"fen\": 20000, \"paidAt\": \"2024-10-01\", \"receipt\": \"1\"}",
        "{\"number\": \"NUMBER\", \"fen\": 20000, \"paidAt\": \"-999999999-01-01T00:00:00+18:00\", \"receipt\": \"1\"}",
        "{\"number\": \"NUMBER\", \"fen\": 20000, \"paidAt\": \"2024-10-01T10:00:00+08:00\", \"receipt\": \"1'; drop table payment; --\"}",
        "{\"number\": \"NUMBER\\u0000\", \"fen\": 20000, \"paidAt\": \"2024-10-01T10:00:00+08:00\", \"receipt\": \"😀\"}", "LONG"})
    void what_is_signed_and_says_nothing_is_refused(String body) {
        var before = world.<Long>value("select count(*) from payment_call");
        var answer = tells(body.equals("LONG") ? " ".repeat(4097) : body.replace("NUMBER", "1"), 0, null);
        assertEquals(body.isEmpty() || body.equals("LONG") ? 413 : 400, answer.statusCode(), answer.body());
        assertEquals(before, world.<Long>value("select count(*) from payment_call"));
    }

    @Test
    void another_amount_another_number_and_money_twice_are_kept_and_move_nothing() {
        var going = bijie().accepted();
        assertEquals("422 OTHER_AMOUNT", result(tells(said(going.number(), 19999, "2024-10-01T10:00:00+08:00", "GZ-2"))));
        assertEquals("422 OTHER_AMOUNT", result(tells(said(going.number(), 19999, "2024-10-01T10:00:00+08:00", "GZ-2"))), "again");
        assertEquals(List.of("OPEN", 19999), List.of(going.payment().get("state"), going.payment().get("otherFen")));
        assertEquals("PAYMENT_PENDING", going.handed.stage());
        assertEquals("404 UNKNOWN_NUMBER", result(tells(said("nobodys", 20000, "2024-10-01T10:00:00+08:00", "GZ-3"))));
        assertEquals("UNKNOWN_NUMBER", world.value("select outcome from payment_call where number = 'nobodys'"));
        assertEquals("200 PAID", result(tells(said(going.number(), 20000, "2024-10-02T10:00:00+08:00", "GZ-4"))));
        assertEquals("200 TWICE", result(tells(said(going.number(), 20000, "2024-10-02T11:00:00+08:00", "GZ-5"))));
        assertEquals(List.of("PAID", "GZ-4", 39999), List.of(going.payment().get("state"), going.payment().get("receipt"), going.payment().get("otherFen")));
        assertEquals(List.of("BESIDES", 39999), List.of(going.payment().get("refund"), going.payment().get("refundFen")));
        assertTrue(going.acts().endsWith("PAY_OTHERWISE B24-5.5, PAY B24-5.5, PAY_OTHERWISE B24-5.5"), going::acts);
    }

    @Test
    void a_receipt_said_again_in_other_words_is_no_more_money_and_said_of_another_order_none() {
        var going = bijie().accepted();
        assertEquals("200 PAID", result(tells(said(going.number(), 20000, "2024-10-01T10:00:00+08:00", "GZ-40"))));
        assertEquals("200 TWICE", result(tells(said(going.number(), 100, "2024-10-01T10:00:00+08:00", "GZ-41"))));
        var payment = going.payment();
        assertEquals(100, payment.get("otherFen"));
        assertEquals("200 TWICE", result(tells(said(going.number(), 100, "2024-10-01T10:00:01+08:00", "GZ-41"))), "a second later");
        assertEquals("200 TWICE", result(tells(said(going.number(), 200, "2024-10-01T10:00:00+08:00", "GZ-41"))), "another amount");
        assertEquals("200 PAID", result(tells(said(going.number(), 200, "2024-10-01T10:00:00+08:00", "GZ-40"))));
        assertEquals(payment, going.payment());
        assertTrue(going.acts().endsWith("PAY B24-5.5, PAY_OTHERWISE B24-5.5, PAY_OTHERWISE B24-5.5, PAY_OTHERWISE B24-5.5, PAY_OTHERWISE B24-5.5"), going::acts);
        assertEquals(3L, world.<Long>value("select count(*) from trail where subject = ? and act = 'PAY_OTHERWISE' and convert_from(entry, 'UTF8')::jsonb ->> 'again' = 'true'", going.handed.id()));

        var other = bijie().accepted();
        for (var receipt : List.of("GZ-40", "GZ-41"))
            for (var time = 0; time < 2; time++) assertEquals("409 OTHER_ORDER", result(tells(said(other.number(), 20000, "2024-10-01T10:00:00+08:00", receipt))));
        assertEquals(Arrays.asList("OPEN", null, "PAYMENT_PENDING"), Arrays.asList(other.payment().get("state"), other.payment().get("otherFen"), other.handed.stage()));
        assertEquals(2L, world.<Long>value("select count(*) from payment_call where number = ? and outcome = 'OTHER_ORDER'", other.number()));
        assertTrue(other.acts().endsWith("OPEN_PAYMENT B24-5.5, PAY_OTHERWISE B24-5.5, PAY_OTHERWISE B24-5.5"), other::acts);
        var third = bijie().accepted();
        var answers = World.together(() -> result(tells(said(other.number(), 20000, "2024-10-01T10:00:00+08:00", "GZ-42"))), () -> result(tells(said(third.number(), 20000, "2024-10-01T10:00:00+08:00", "GZ-42"))));
        assertEquals(List.of("200 PAID", "409 OTHER_ORDER"), answers.stream().sorted().toList(), "of two orders at once");
    }

    /** B24-5.5: whoever paid in full and in time has not given up because the platform first told a wrong amount. */
    @Test
    void a_wrong_amount_that_is_put_right_pays_and_is_no_money_besides() {
        var going = bijie().accepted();
        var wrong = said(going.number(), 100, "2024-10-01T10:00:00+08:00", "GZ-50");
        for (var time = 0; time < 2; time++) assertEquals("422 OTHER_AMOUNT", result(tells(wrong)));
        assertEquals("422 OTHER_AMOUNT", result(tells(said(going.number(), 100, "2024-10-01T10:00:01+08:00", "GZ-50"))), "a second later");
        assertEquals("422 OTHER_AMOUNT", result(tells(said(going.number(), 300, "2024-10-01T10:00:00+08:00", "GZ-50"))), "as wrong");
        assertEquals("422 OTHER_AMOUNT", result(tells(said(going.number(), 7, "2024-10-01T10:00:00+08:00", "GZ-51"))), "another receipt");
        assertEquals(List.of("OPEN", 107), List.of(going.payment().get("state"), going.payment().get("otherFen")), "a repetition adds nothing");
        for (var time = 0; time < 2; time++) assertEquals("200 PAID", result(tells(said(going.number(), 20000, "2024-10-01T10:00:00+08:00", "GZ-50"))));
        var payment = going.payment();
        assertEquals(List.of("PAID", "GZ-50", 7, "BESIDES", 7), Stream.of("state", "receipt", "otherFen", "refund", "refundFen").map(payment::get).toList());
        assertEquals("ELIGIBILITY_REVIEW", going.handed.stage());
        assertTrue(going.acts().endsWith("OPEN_PAYMENT B24-5.5, PAY_OTHERWISE B24-5.5, PAY_OTHERWISE B24-5.5, PAY_OTHERWISE B24-5.5, PAY_OTHERWISE B24-5.5, PAY B24-5.5"), going::acts);
        Map<String, Object> entry = Json.map(world.<String>value("select convert_from(entry, 'UTF8') from trail where subject = ? and act = 'PAY'", going.handed.id()));
        assertEquals(List.of(true, Map.of("before", 100, "after", 20000)), List.of(entry.get("again"), entry.get("amount")));
        assertEquals("200 PAID", result(tells(said(going.number(), 500, "2024-10-01T10:00:00+08:00", "GZ-50"))), "a later word");
        assertEquals("200 PAID", result(tells(said(going.number(), 20000, "2024-10-01T11:00:00+08:00", "GZ-50"))), "another time");
        assertEquals("422 OTHER_AMOUNT", result(tells(wrong)), "the first word has its answer");
        assertEquals("422 OTHER_AMOUNT", result(tells(said(going.number(), 20000, "2024-10-01T10:00:00+08:00", "GZ-51"))), "it is paid");
        assertEquals(payment, going.payment());
        assertEquals(1L, going.messages("PAID"));

        var late = bijie().accepted();
        var books = Unit.of(world, late.handed.bureau().id(), "FINANCE");
        assertEquals("422 OTHER_AMOUNT", result(tells(said(late.number(), 100, "2024-10-01T10:00:00+08:00", "GZ-52"))));
        assertEquals(List.of(), codes(records(books, id(late), 100, world.now().atZone(When.CHINA).toLocalDate().toString(), "退-50")));
        world.time("2024-10-28T17:00:00+08:00");
        forfeit();
        assertEquals("FORFEITED", late.handed.stage());
        assertEquals("409 OTHER_ORDER", result(tells(said(going.number(), 20000, "2024-10-01T10:00:00+08:00", "GZ-52"))));
        assertEquals("200 PAID", result(tells(said(late.number(), 20000, "2024-10-01T10:00:00+08:00", "GZ-52"))), "put right when nobody waited for it any more");
        assertEquals(List.of("PAID", 100, 100), Stream.of("state", "otherFen", "refundedFen").map(late.payment()::get).toList(), "what was given back is kept");
        assertEquals("ELIGIBILITY_REVIEW", late.handed.stage());
    }

    // not paid

    @Test
    void what_is_not_paid_by_the_deadline_is_forfeited_at_the_instant_by_itself_and_once() {
        var unpaid = bijie().accepted();
        var paid = bijie().accepted();
        assertEquals("200 PAID", result(tells(said(paid.number(), 20000, "2024-10-28T16:59:59+08:00", "GZ-6"))));
        world.time("2024-10-25T17:00:00+08:00");
        world.bean(Remind.class).run(world.now());
        assertEquals(List.of(1L, 0L), List.of(unpaid.messages("PAYMENT_DUE"), paid.messages("PAYMENT_DUE")));
        world.time("2024-10-28T16:59:59.999999+08:00");
        forfeit();
        assertEquals("PAYMENT_PENDING", unpaid.handed.stage());
        world.time("2024-10-28T17:00:00+08:00");
        World.together(PaymentTest::forfeit, PaymentTest::forfeit);
        assertEquals("FORFEITED", unpaid.handed.stage());
        assertEquals("ELIGIBILITY_REVIEW", paid.handed.stage());
        assertEquals(0, forfeit());
        assertEquals("UNPAID", unpaid.payment().get("state"));
        Map<String, Object> ended = unpaid.applicant().sees("{ dossier(id: \"%s\") { endedReason endedClauseId } }".formatted(unpaid.dossier()), "data", "dossier");
        assertEquals(Map.of("endedReason", "UNPAID", "endedClauseId", "B24-5.5"), ended);
        assertTrue(unpaid.acts().endsWith("OPEN_PAYMENT B24-5.5, FORFEIT B24-5.5"), unpaid::acts);
        assertEquals(1L, unpaid.messages("FORFEITED"));
    }

    @Test
    void what_is_forfeited_unpaid_lies_with_nobody_and_is_not_published_any_more() {
        var going = bijie().accepted();
        Handed.inHandAndPublished(world, going.handed.id());
        world.time("2024-10-28T17:00:00+08:00");
        forfeit();
        assertEquals("FORFEITED", going.handed.stage());
        Handed.assertLeftOff(world, going.handed.id());
    }

    /** B24-5.5: nobody pays for an order before there is one; whoever is said to have paid before it paid with it, in time however late it is heard of, and the trail keeps both. */
    @Test
    void paid_before_the_order_was_asked_for_counts_as_paid_with_it() {
        var soon = bijie().accepted();
        var late = bijie().accepted();
        var exact = bijie().accepted();
        var asked = world.<java.sql.Timestamp>value("select asked_at from payment where dossier = ?", exact.handed.id()).toInstant();
        world.time("2024-10-01T10:00:00+08:00");
        assertEquals("200 PAID", result(tells(said(soon.number(), 20000, "2023-10-01T10:00:00+08:00", "GZ-20"))), "it is paid, whenever it was, and that is in time");
        var asked20 = world.<java.sql.Timestamp>value("select asked_at from payment where dossier = ?", soon.handed.id()).toInstant();
        assertEquals(asked20, OffsetDateTime.parse((String) soon.payment().get("paidAt")).toInstant());
        assertEquals("ELIGIBILITY_REVIEW", soon.handed.stage());
        Map<String, Object> entry = Json.map(world.<String>value("select convert_from(entry, 'UTF8') from trail where subject = ? and act = 'PAY'", soon.handed.id()));
        assertEquals(List.of("2023-10-01T02:00:00Z", asked20.toString()), List.of(entry.get("paidAt"), entry.get("taken")));
        assertEquals("200 PAID", result(tells(said(soon.number(), 20000, "2023-10-01T10:00:00+08:00", "GZ-20"))), "said again");
        assertEquals(1L, soon.messages("PAID"));
        assertEquals("200 PAID", result(tells(said(exact.number(), 20000, asked.truncatedTo(ChronoUnit.SECONDS).toString(), "GZ-21"))), "in the very second");
        assertEquals(asked.truncatedTo(ChronoUnit.SECONDS), OffsetDateTime.parse((String) exact.payment().get("paidAt")).toInstant());

        world.time("2024-10-28T17:00:00+08:00");
        assertEquals("200 PAID", result(tells(said(late.number(), 20000, asked.minusSeconds(1).truncatedTo(ChronoUnit.SECONDS).toString(), "GZ-22"))), "a second before it, told after the deadline: a slow clock");
        assertEquals("ELIGIBILITY_REVIEW", late.handed.stage());
    }

    @Test
    void money_after_the_deadline_is_kept_and_shown_and_the_dossier_stays_forfeited() {
        var before = bijie().accepted();
        var after = bijie().accepted();
        world.time("2024-10-28T17:00:01+08:00");
        assertEquals("200 PAID_LATE", result(tells(said(before.number(), 20000, "2024-10-28T17:00:00+08:00", "GZ-7"))), "before anybody looked");
        assertEquals("PAYMENT_PENDING", before.handed.stage());
        forfeit();
        assertEquals("200 PAID_LATE", result(tells(said(after.number(), 20000, "2024-10-28T17:00:01+08:00", "GZ-8"))));
        for (var going : List.of(before, after)) {
            assertEquals("FORFEITED", going.handed.stage());
            assertEquals(List.of("PAID_LATE", 20000), List.of(going.payment().get("state"), going.payment().get("fen")));
            assertEquals(List.of("PAID_LATE", 20000), List.of(going.payment().get("refund"), going.payment().get("refundFen")));
            assertEquals(1L, going.messages("PAID_LATE"));
        }
        List<Map<String, Object>> toRefund = before.office.sees("{ payments(where: {state: {eq: PAID_LATE}}, orderBy: [{field: RECEIPT}]) { nodes { receipt dossier { stage } } } }", "data", "payments", "nodes");
        assertTrue(toRefund.stream().map(one -> one.get("receipt")).toList().containsAll(List.of("GZ-7", "GZ-8")), toRefund::toString);
        assertTrue(after.acts().endsWith("FORFEIT B24-5.5, PAY_LATE B24-5.5"), after::acts);
    }

    @Test
    void who_paid_in_time_is_not_late_because_it_is_told_late() {
        var going = bijie().accepted();
        world.time("2024-10-28T17:00:00+08:00");
        platform.play(Play.DOWN);
        forfeit();
        assertEquals("FORFEITED", going.handed.stage(), "nothing waits for a platform that cannot tell");
        assertEquals("200 PAID", result(tells(said(going.number(), 20000, "2024-10-28T16:59:59+08:00", "GZ-9"))));
        assertEquals("ELIGIBILITY_REVIEW", going.handed.stage());
        Map<String, Object> ended = going.applicant().sees("{ dossier(id: \"%s\") { endedReason endedClauseId } }".formatted(going.dossier()), "data", "dossier");
        assertEquals(input("endedReason", null, "endedClauseId", null), ended);
        assertEquals("PAID", going.payment().get("state"));
        assertNull(going.payment().get("closedAt"), "it goes on");
        assertEquals(1L, going.messages("PAID"));
        assertNull(going.payment().get("refund"));
        assertTrue(going.acts().endsWith("FORFEIT B24-5.5, PAY B24-5.5"), going::acts);
    }

    /** It was paid, by the platform's word, in a year that no order is paid in: of that one order it cannot be told. */
    @Test
    void one_order_that_cannot_be_told_about_says_nothing_of_the_others() {
        var odd = bijie().accepted();
        var paid = bijie().accepted();
        var broken = bijie().accepted();
        var told = (String) Json.map(send(HttpRequest.newBuilder(URI.create(odd.payment().get("address") + "?at=2150-01-01T00:00:00%2B08:00"))).body()).get("told");
        assertTrue(told.contains("BAD_REQUEST"), told);
        world.write("update payment set due_at = due_at - interval '1 second' where dossier = ?", odd.handed.id());
        world.write("update payment set due_at = due_at - interval '2 seconds' where dossier = ?", broken.handed.id());
        unheardOf(paid, "2024-10-28T16:00:00%2B08:00");
        var lost = unheardOf(broken, "2024-10-28T16:00:00%2B08:00");
        world.owner("create function breaks_off() returns trigger language plpgsql as $$ begin raise exception 'broken off'; end $$");
        world.owner("create trigger breaks_off before insert on payment_call for each row when (new.number = '" + lost + "') execute function breaks_off()");
        world.time("2024-10-28T17:00:00+08:00");
        assertThrows(IllegalStateException.class, PaymentTest::forfeit);
        assertEquals(List.of("PAYMENT_PENDING", "FORFEITED", "ELIGIBILITY_REVIEW"), List.of(broken.handed.stage(), odd.handed.stage(), paid.handed.stage()), "what was not heard is not held against anybody in this run");
        world.owner("drop trigger breaks_off on payment_call");
        world.owner("drop function breaks_off()");
        forfeit();
        assertEquals("ELIGIBILITY_REVIEW", broken.handed.stage());
    }

    /** Paid, under a number of which the platform calls nobody back. */
    private static String unheardOf(Going going, String at) {
        var number = "unheard-of-" + UUID.randomUUID();
        world.write("update payment set number = ? where dossier = ?", number, going.handed.id());
        var fiscal = platform.settings().get("zhicheng.outside.payment.url");
        send(HttpRequest.newBuilder(URI.create(fiscal + "/orders")).POST(HttpRequest.BodyPublishers.ofString("{\"number\": \"" + number + "\", \"fen\": 20000}")));
        assertEquals("NOBODY", Json.map(send(HttpRequest.newBuilder(URI.create(fiscal + "/pay/" + number + "?at=" + at))).body()).get("told"));
        return number;
    }

    /** The platform's word may only be on its way: here it has none, for the order is one that it calls nobody back for. */
    @Test
    void before_anybody_is_late_the_platform_is_asked() {
        var going = bijie().accepted();
        unheardOf(going, "2024-10-28T16:00:00%2B08:00");
        world.time("2024-10-28T17:00:00+08:00");
        forfeit();
        assertEquals(List.of("PAID", "ELIGIBILITY_REVIEW"), List.of(going.payment().get("state"), going.handed.stage()));
        assertTrue(going.acts().endsWith("OPEN_PAYMENT B24-5.5, PAY B24-5.5"), going::acts);
    }

    @ParameterizedTest
    @CsvSource({"DOWN", "SLOW", "NONSENSE", "ANOTHER"})
    void where_the_platform_does_not_open_the_order_it_is_asked_again_and_nobody_is_late(String how) {
        var time = world.bean(SetSystemTime.class);
        var begin = time.instant();
        var going = bijie();
        platform.play(Play.valueOf(how));
        going.accepted();
        assertEquals("ASKED", going.payment().get("state"));
        assertNull(going.payment().get("address"));
        assertEquals(0L, going.messages("TO_PAY"));
        world.time("2024-10-28T17:00:00+08:00");
        forfeit();
        assertEquals("PAYMENT_PENDING", going.handed.stage(), "nobody could have paid it");
        platform.play(Play.HONEST);
        time.set(begin.plus(Duration.ofMinutes(1)).minusNanos(1000));
        world.bean(OpenPayments.class).run(world.now());
        assertEquals("ASKED", going.payment().get("state"), "not yet");
        time.set(begin.plus(Duration.ofMinutes(1)));
        world.bean(OpenPayments.class).run(world.now());
        assertEquals("OPEN", going.payment().get("state"));
        Map<String, Object> told = going.applicant().sees("{ messages(where: {kind: {eq: TO_PAY}, dossier: {id: {eq: \"%s\"}}}) { nodes { zh en dueAt } } }".formatted(going.dossier()), "data", "messages", "nodes", 0);
        assertNull(told.get("dueAt"), "nothing is to be done by a time that is past");
        assertTrue(((String) told.get("zh")).contains("不因此视为放弃申报") && !((String) told.get("zh")).contains("请于") && !((String) told.get("en")).contains("yuan before"), told::toString);
        forfeit();
        assertEquals("PAYMENT_PENDING", going.handed.stage(), "it was opened when the deadline was over");
        assertEquals("200 PAID", result(tells(said(going.number(), 20000, "2024-10-28T18:00:00+08:00", "GZ-" + how))));
        assertEquals("ELIGIBILITY_REVIEW", going.handed.stage());
        time.set(begin);
    }

    @Test
    void a_platform_that_answers_nothing_is_let_alone_until_the_next_time() {
        var time = world.bean(SetSystemTime.class);
        var begin = time.instant();
        platform.play(Play.DOWN);
        var all = List.of(bijie().accepted(), bijie().accepted(), bijie().accepted(), bijie().accepted());
        time.set(begin.plus(Duration.ofMinutes(1)));
        var before = platform.asked();
        assertEquals(0, world.bean(OpenPayments.class).run(world.now()));
        assertEquals(before + 3, platform.asked(), "three times in vain, and no more");
        platform.play(Play.HONEST);
        assertEquals(1, world.bean(OpenPayments.class).run(world.now()), "which was not asked for yet");
        time.set(begin.plus(Duration.ofMinutes(3)));
        assertEquals(3, world.bean(OpenPayments.class).run(world.now()));
        assertEquals(List.of("OPEN", "OPEN", "OPEN", "OPEN"), all.stream().map(one -> one.payment().get("state")).toList());
        time.set(begin);
    }

    @Test
    void two_servers_open_an_order_once() {
        var time = world.bean(SetSystemTime.class);
        var begin = time.instant();
        platform.play(Play.DOWN);
        var going = bijie().accepted();
        platform.play(Play.HONEST);
        time.set(begin.plus(Duration.ofMinutes(1)));
        var before = platform.asked();
        var opened = World.together(() -> world.bean(OpenPayments.class).run(world.now()), () -> world.bean(OpenPayments.class).run(world.now()));
        assertEquals(1, opened.get(0) + opened.get(1));
        assertEquals(before + 1, platform.asked());
        assertEquals("OPEN", going.payment().get("state"));
        assertEquals(1L, going.messages("TO_PAY"));
        time.set(begin);
    }

    @Test
    void where_another_body_announces_the_deadline_nothing_ends_by_it() {
        var going = bijie().accepted();
        world.write("update payment set due_at = null, due_says = '时间以贵州省财政会计网通知为准' where dossier = ?", going.handed.id());
        world.time("2025-03-31T10:00:00+08:00");
        forfeit();
        assertEquals("PAYMENT_PENDING", going.handed.stage());
        assertEquals("200 PAID", result(tells(said(going.number(), 20000, "2025-03-30T10:00:00+08:00", "GZ-10"))));
        assertEquals("ELIGIBILITY_REVIEW", going.handed.stage());
    }

    @Test
    void a_dossier_that_was_cancelled_is_not_paid_for_any_more_and_money_is_kept_all_the_same() throws SQLException {
        var going = bijie().accepted();
        try (var tx = world.transaction()) {
            Disqualification.write(tx, world.bean(Regions.class), new Viewer(going.handed.bureau().caller().account(), Set.of(Role.HRSS_CITY), null, going.handed.bureau().id()),
                    going.handed.id(), Clause.of("B23-3.3"), world.now());
            tx.commit();
        }
        assertEquals(List.of("UNPAID", "DISQUALIFIED"), List.of(going.payment().get("state"), going.handed.stage()));
        world.time("2024-10-28T17:00:00+08:00");
        forfeit();
        assertEquals("200 PAID", result(tells(said(going.number(), 20000, "2024-10-01T10:00:00+08:00", "GZ-11"))));
        assertEquals(List.of("PAID", "DISQUALIFIED"), List.of(going.payment().get("state"), going.handed.stage()));
        assertNotNull(going.payment().get("closedAt"));
        assertEquals(List.of(0L, 1L), List.of(going.messages("PAID"), going.messages("PAID_ENDED")));
        var told = world.<String>value("select zh || en from message where dossier = ? and kind = 'PAID_ENDED'", going.handed.id());
        assertTrue(told.contains("已经终结（取消参评资格），不再评审，所缴评审费 200.00 元由工作人员退还（电子票据号 GZ-11）") && told.contains("has ended (disqualified)"), told);
        assertEquals("200 TWICE", result(tells(said(going.number(), 20000, "2024-10-01T10:00:01+08:00", "GZ-15"))));
        assertEquals(List.of("ENDED", 40000), List.of(going.payment().get("refund"), going.payment().get("refundFen")), "and what was paid once more");

        var late = bijie().accepted();
        world.write("update dossier set stage = 'TERMINATED' where id = ?", late.handed.id());
        world.time("2024-10-28T17:00:02+08:00");
        assertEquals("200 PAID_LATE", result(tells(said(late.number(), 20000, "2024-10-28T17:00:01+08:00", "GZ-12"))));
        assertEquals(List.of(0L, 1L), List.of(late.messages("PAID_LATE"), late.messages("PAID_ENDED")), "it is not abandoned: it was terminated");
    }

    // who keeps the books

    @Test
    void a_bureaus_finance_lists_and_filters_what_is_paid_in_its_region_and_learns_nothing_of_the_dossier() {
        var going = bijie().accepted();
        assertEquals("200 PAID", result(tells(said(going.number(), 20000, "2024-10-01T10:00:00+08:00", "GZ-13"))));
        assertEquals("200 TWICE", result(tells(said(going.number(), 20000, "2024-10-01T11:00:00+08:00", "GZ-14"))));
        var books = Unit.of(world, going.handed.bureau().id(), "FINANCE");
        var asked = "{ payments(where: {number: {eq: \"%s\"}, refund: {eq: BESIDES}}) { nodes { region fen receipt refundFen dossier { id title applicant { name } } } } dossiers { totalCount } people { totalCount } }".formatted(going.number());
        Map<String, Object> seen = books.sees(asked, "data");
        assertEquals(input("payments", Map.of("nodes", List.of(input("region", "bijie", "fen", 20000, "receipt", "GZ-13", "refundFen", 20000, "dossier", null))), "dossiers", Map.of("totalCount", 0), "people", Map.of("totalCount", 0)), seen);
        assertEquals(List.of(), books.sees("{ payments(where: {dossier: {id: {eq: \"%s\"}}}) { nodes { number } } }".formatted(going.dossier()), "data", "payments", "nodes"), "nor by asking");
        var all = "{ payments(where: {number: {eq: \"%s\"}}) { totalCount } }".formatted(going.number());
        assertEquals(1, books.<Integer>sees(all, "data", "payments", "totalCount"));
        for (var other : List.of(Unit.of(world, world.organisation("HRSS", "xianning"), "FINANCE"), Unit.of(world, world.<UUID>value("select office from committee where id = ?", bijie.committee()), "FINANCE"),
                Unit.of(world, going.handed.clerk().id(), "FINANCE"), Unit.of(world, going.handed.bureau().id(), "EXPERT"), new Unit(world, Caller.PUBLIC, null)))
            assertEquals(0, other.<Integer>sees(all, "data", "payments", "totalCount"));
    }

    private static final String RECORDED = "payment { refundedFen refundedOn refundDocument dossier { id } }";

    private static String id(Going going) {
        return world.<UUID>value("select id from payment where dossier = ?", going.handed.id()).toString();
    }

    private static Map<String, Object> records(Unit books, String payment, int fen, String on, String document) {
        return books.acts("recordRefund", RECORDED, "payment", payment, "fen", fen, "on", on, "document", document);
    }

    @Test
    void what_is_given_back_is_recorded_once_by_who_keeps_the_books_and_its_applicant_is_told() {
        var going = bijie().accepted();
        var books = Unit.of(world, going.handed.bureau().id(), "FINANCE");
        var payment = id(going);
        assertEquals(List.of("refund.none"), codes(records(books, payment, 20000, "2024-09-28", "退-1")), "nothing was paid");
        assertEquals("200 PAID", result(tells(said(going.number(), 20000, "2024-09-28T10:00:00+08:00", "GZ-30"))));
        assertEquals(List.of("refund.none"), codes(records(books, payment, 20000, "2024-09-28", "退-1")), "nor is anything given back of what was asked for");
        assertEquals("200 TWICE", result(tells(said(going.number(), 20000, "2024-09-28T10:00:01+08:00", "GZ-31"))));
        var today = world.now().atZone(When.CHINA).toLocalDate();

        var wrong = records(books, payment, 40000, today.plusDays(1).toString(), " ");
        assertEquals(List.of("refund.amount", "refund.on", "refund.document"), codes(wrong));
        for (var finding : findings(wrong)) assertEquals("B24-5.5", ((Map<?, ?>) finding.get("clause")).get("id"));
        for (var fen : List.of(-1, 0, 19999, 20001)) assertEquals(List.of("refund.amount"), codes(records(books, payment, fen, today.toString(), "退-1")), () -> "" + fen);
        assertEquals(List.of("refund.on"), codes(records(books, payment, 20000, today.minusDays(1).toString(), "退-1")), "before it was paid");
        assertEquals(List.of("refund.document"), codes(records(books, payment, 20000, today.toString(), "长".repeat(201))));
        var stranger = Unit.of(world, world.organisation("HRSS", "xianning"), "FINANCE");
        assertEquals(List.of("refund.not-found"), codes(records(stranger, payment, 20000, today.toString(), "退-1")), "another region's");
        assertEquals(List.of("refund.not-found"), codes(records(Unit.of(world, world.organisation("SUPERIOR_DEPT", "bijie"), "FINANCE"), payment, 20000, today.toString(), "退-1")), "no bureau's");
        assertEquals(List.of("refund.not-found"), codes(records(books, UUID.randomUUID().toString(), 20000, today.toString(), "退-1")));
        assertEquals("FORBIDDEN", Unit.of(world, going.handed.bureau().id(), "HRSS_CITY").sends("recordRefund", RECORDED, "payment", payment, "fen", 20000, "on", today.toString(), "document", "退-1").error());
        var own = new Unit(world, world.account(going.handed.applicant().person(), going.handed.bureau().id(), "FINANCE"), going.handed.bureau().id());
        assertEquals(List.of("refund.own"), codes(records(own, payment, 20000, today.toString(), "退-1")));
        var namesake = new Unit(world, world.account(world.applicant().person(), going.handed.bureau().id(), "FINANCE"), going.handed.bureau().id());
        assertEquals(List.of("refund.own"), codes(records(namesake, payment, 20000, today.toString(), "退-1")), "who may be he");
        assertNull(going.payment().get("refundedFen"), "nothing is recorded yet");

        var open = "{ payments(where: {refund: {isNull: false}, refundedOn: {isNull: true}, number: {eq: \"%s\"}}) { totalCount } }".formatted(going.number());
        assertEquals(1, books.<Integer>sees(open, "data", "payments", "totalCount"));
        var both = World.together(() -> codes(records(books, payment, 20000, today.toString(), "退-1")), () -> codes(records(books, payment, 20000, today.toString(), "退-1")));
        assertEquals(Set.of(List.of(), List.of("refund.known")), Set.copyOf(both), "once");
        assertEquals(0, books.<Integer>sees(open, "data", "payments", "totalCount"));
        assertEquals(List.of(20000, today.toString(), "退-1"), Stream.of("refundedFen", "refundedOn", "refundDocument").map(going.payment()::get).toList(), "as the applicant sees it");
        assertEquals(1L, going.messages("REFUNDED"));
        assertTrue(going.acts().endsWith("PAY_OTHERWISE B24-5.5, RECORD_REFUND B24-5.5"), going::acts);
        assertNull(((Map<?, ?>) records(books, payment, 20000, today.toString(), "退-1").get("payment")).get("dossier"), "nothing of the dossier");

        assertEquals("200 TWICE", result(tells(said(going.number(), 500, "2024-09-28T11:00:00+08:00", "GZ-32"))), "more comes after it");
        assertEquals(List.of("refund.amount"), codes(records(books, payment, 20500, today.toString(), "退-2")), "the rest alone");
        assertEquals(List.of(), codes(records(books, payment, 500, today.toString(), "退-2")));
        assertEquals(List.of(20500, 20500, "退-2"), Stream.of("refundFen", "refundedFen", "refundDocument").map(going.payment()::get).toList());
        assertEquals(2L, going.messages("REFUNDED"));
    }

    @Test
    void what_came_before_the_fee_can_have_been_given_back_before_it_and_not_before_it_came() {
        var going = bijie().accepted();
        var books = Unit.of(world, going.handed.bureau().id(), "FINANCE");
        world.time("2024-09-29T12:00:00+08:00");
        assertEquals("422 OTHER_AMOUNT", result(tells(said(going.number(), 100, "2024-09-29T10:00:00+08:00", "GZ-60"))));
        world.time("2024-10-02T12:00:00+08:00");
        assertEquals("200 PAID", result(tells(said(going.number(), 20000, "2024-10-02T10:00:00+08:00", "GZ-61"))));
        for (var wrong : List.of("2024-09-28", "2024-10-03")) assertEquals(List.of("refund.on"), codes(records(books, id(going), 100, wrong, "退-60")), wrong);
        assertEquals(List.of(), codes(records(books, id(going), 100, "2024-09-30", "退-60")));
        world.time("2024-10-05T12:00:00+08:00");
        assertEquals("200 TWICE", result(tells(said(going.number(), 300, "2024-10-04T10:00:00+08:00", "GZ-62"))));
        assertEquals(List.of("refund.on"), codes(records(books, id(going), 300, "2024-10-03", "退-61")), "before it came");
        assertEquals(List.of(), codes(records(books, id(going), 300, "2024-10-04", "退-61")));
    }

    @Test
    void where_nothing_is_configured_nobody_is_asked_for_money() {
        try (var bare = World.at("2024-05-09T09:00:00+08:00")) {
            var office = Office.of(bare, "bijie", List.of("HEALTH"), List.of("ASSOCIATE_SENIOR"));
            filed(office, "2024-01-01", "2027-01-01");
            var going = before(office, "ASSOCIATE_SENIOR");
            var refused = going.office.act("acceptDossier", going.dossier());
            assertEquals(List.of("payment.amount", "payment.platform"), codes(refused));
            assertEquals("the administrator sets zhicheng.outside.payment.url and zhicheng.outside.payment.secret", ((Map<?, ?>) findings(refused).getLast().get("remedy")).get("en"));
            assertEquals(404, send(HttpRequest.newBuilder(bare.address("/payments")).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{}"))).statusCode());
        }
    }

    @Test
    void a_secret_that_could_be_guessed_stops_the_start() {
        var refusal = assertThrows(CannotStart.class, () -> new FiscalSettings(null, "x".repeat(31), null, Duration.ofSeconds(3), Duration.ofMinutes(1), Duration.ofMinutes(5)));
        assertTrue(refusal.getMessage().startsWith("zhicheng.outside.payment.secret has 31 characters"), refusal.getMessage());
    }
}
