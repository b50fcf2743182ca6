package zhicheng.server.trail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.key;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.Handed;
import zhicheng.server.Office;
import zhicheng.server.Unit;
import zhicheng.server.World;

/** Who did what and when, chained per subject: head = sha256(head before || entry), the first head before being empty. */
@Tag("database")
class TrailTest {
    private static World world;

    @BeforeAll
    static void open() {
        world = World.at("2024-09-18T10:00:00.000001+08:00");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private record Entry(long seq, byte[] head, byte[] bytes, Map<String, Object> json) {}

    @Test
    void every_act_leaves_an_entry_with_who_when_and_in_which_capacity() {
        var applicant = world.applicant();
        applicant.saveProfile(key(), null, Claims.told("620200"));
        applicant.saveProfile(key(), 1, Claims.but(Claims.told("620200"), "retired", null));
        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.but(Claims.told("620200"), "retired", true));
        assertEquals(List.of("not-retired"), codes(applicant.submit(key(), dossier, 2)));
        applicant.edit(key(), dossier, 2, Map.of("facts", Claims.told("620200")));
        applicant.sign(key(), dossier, 3, (String) applicant.pledge(dossier).get("words"));
        assertEquals(List.of(), codes(applicant.submit(key(), dossier, 3)));

        var chain = chain("dossier", UUID.fromString(dossier));
        assertEquals(List.of("COMPOSE", "EDIT", "SIGN_PLEDGE", "SUBMIT_REFUSED", "EDIT", "SIGN_PLEDGE", "SUBMIT"), chain.stream().map(entry -> entry.json.get("act")).toList());
        for (var entry : chain) {
            assertEquals(applicant.caller().account().toString(), entry.json.get("actor"));
            assertEquals(applicant.person().toString(), entry.json.get("person"));
            assertEquals(List.of("APPLICANT"), entry.json.get("capacity"));
            assertEquals(world.now().toString(), entry.json.get("at"));
        }
        assertEquals(List.of("J24", "MOHRSS40", "MOHRSS56"), chain.getLast().json.get("clauses"), "by which notices");
        assertEquals(world.<String>value("select encode(sha256, 'hex') from dossier_snapshot where dossier = ?", UUID.fromString(dossier)), chain.getLast().json.get("snapshot"));
        assertEquals(List.of("SAVE_PROFILE", "SAVE_PROFILE"), chain("person", applicant.person()).stream().map(entry -> entry.json.get("act")).toList());
    }

    @Test
    void what_was_told_does_not_stand_in_the_trail_in_plain() {
        var applicant = world.applicant();
        applicant.saveProfile(key(), null, Map.of("testExemptions", List.of("只此一处的字样")));
        var dossier = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Map.of("testExemptions", List.of("只此一处的字样")));
        for (var entry : List.of(chain("person", applicant.person()), chain("dossier", UUID.fromString(dossier))))
            entry.forEach(one -> assertFalse(new String(one.bytes, StandardCharsets.UTF_8).contains("只此一处")));
    }

    /** J24-3.3, J24-3.4, X24-5.2a: what was said and by which day stands in the chain, so that it cannot be told otherwise later; who objected and what a publication shows, as ciphertext. */
    @Test
    void what_units_and_objectors_say_on_a_dossiers_way_stands_in_its_chain() {
        var going = Handed.in(world, "jiayuguan", Claims.JIAYUGUAN, "620200");
        var particulars = List.<Map<String, Object>>of(Map.of("particular", "CAREER", "words", "2008年至今，16年"), Map.of("particular", "APPOINTED", "words", "2016年1月"),
                Map.of("particular", "GRASSROOTS", "words", "无"), Map.of("particular", "CONDITIONS", "words", "第五条第一款"));
        going.clerk().does("beginEmployerReview", going.dossier());
        going.clerk().does("openPublication", going.dossier(), "whereShown", "一楼公告栏", "told", particulars, "assembly", "9月职工大会");
        var publication = world.<UUID>value("select id from publication where dossier = ?", going.id()).toString();
        var neighbour = Unit.of(world.applicant());
        assertEquals(List.of(), codes(neighbour.objects(publication, "says", "只此一处的异议")));
        var objection = world.<UUID>value("select id from objection where dossier = ?", going.id()).toString();
        going.approver().does("concludeObjection", going.dossier(), "objection", objection, "upheld", false, "conclusion", "只此一处的结论");
        world.time("2024-09-26T00:00:00+08:00");
        going.clerk().does("reportPublication", going.dossier(), "report", "公示无异议");
        assertEquals(List.of("report.twice"), going.clerk().refused("reportPublication", going.dossier(), "report", "另一份报告"));
        assertEquals("公示无异议", world.value("select report from publication where dossier = ?", going.id()), "the first report stands");
        going.approver().does("recommendDossier", going.dossier(), "opinion", "同意推荐");
        going.clerk().does("forwardDossier", going.dossier());
        going.department().does("returnDossier", going.dossier(), "reason", "PROCEDURE", "says", "请补公示材料", "backTo", "BEFORE", "due", "2024-10-20T17:00:00+08:00");
        world.time("2024-09-18T10:00:00.000001+08:00");

        var chain = new HashMap<String, Map<String, Object>>();
        chain("dossier", going.id()).forEach(one -> {
            chain.put((String) one.json.get("act"), one.json);
            var text = new String(one.bytes, StandardCharsets.UTF_8);
            assertFalse(text.contains("只此一处") || text.contains("第五条第一款"), text);
        });
        var shown = chain.get("OPEN_PUBLICATION");
        assertEquals(world.<String>value("select particulars[12] from publication where dossier = ?", going.id()), ((List<?>) opened(going.id(), shown).get("particulars")).get(11));
        assertEquals(List.of(publication, "一楼公告栏", "9月职工大会", "2024-09-25T16:00:00Z", 5, true), Stream.of("publication", "whereShown", "assembly", "until", "days", "working").map(shown::get).toList());
        assertTrue(shown.containsKey("jointWith") && shown.containsKey("shownWider"));
        assertEquals(Map.of("name", "王虚构", "says", "只此一处的异议"), opened(going.id(), chain.get("OBJECT")));
        assertEquals(objection, chain.get("OBJECT").get("objection"));
        assertEquals(Map.of("conclusion", "只此一处的结论"), opened(going.id(), chain.get("CONCLUDE_OBJECTION")));
        assertEquals("公示无异议", chain.get("REPORT_PUBLICATION").get("report"));
        assertEquals("2024-12-25T16:00:00Z", chain.get("FORWARD").get("due"));
        assertEquals(List.of("请补公示材料", "2024-10-20T09:00:00Z"), List.of(chain.get("RETURN").get("says"), chain.get("RETURN").get("due")));
    }

    private static Map<String, Object> opened(UUID subject, Map<String, Object> entry) {
        return world.bean(SealedChanges.class).open(subject, (String) ((Map<?, ?>) entry.get("sealed")).get("after"));
    }

    @Test
    void the_chain_has_no_gap_however_many_act_at_once() {
        var applicant = world.applicant();
        var dossier = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        for (var round = 0; round < 5; round++) {
            int version = world.<Integer>value("select version from dossier where id = ?", UUID.fromString(dossier));
            Callable<List<String>> edit = () -> codes(applicant.edit(key(), dossier, version, Map.of("facts", Claims.told("620200"))));
            Callable<List<String>> submit = () -> codes(applicant.submit(key(), dossier, version));
            var done = World.together(edit, submit, edit, submit, edit, submit);
            assertEquals(1, done.stream().filter(List::isEmpty).count(), "one edit, and no submission of an unsigned dossier");
        }
        assertEquals(2 + 5 + 15, chain("dossier", UUID.fromString(dossier)).size(), "refused edits leave nothing, refused submissions do");
    }

    @Test
    void one_account_publishing_for_two_committees_at_once_has_one_chain() {
        var office = Office.of(world, "jiayuguan", List.of("ENGINEERING"), List.of("INTERMEDIATE"));
        var second = UUID.randomUUID();
        world.write("insert into committee select ?, name, region, kind, founder, office, series, levels, phone, address, made_up, remark, created_at from committee where id = ?", second, office.committee());
        var both = new Office(world, office.caller(), second);
        for (var round = 0; round < 10; round++)
            assertEquals(List.of(List.of("notice.overdue"), List.of("notice.overdue")), World.together( // published, late as they are
                    () -> codes(office.publish(office.notice(2024, "2024-09-19T00:00:00+08:00", "2024-09-20T00:00:00+08:00"))),
                    () -> codes(both.publish(both.notice(2024, "2024-09-19T00:00:00+08:00", "2024-09-20T00:00:00+08:00")))));
        var chain = chain("account", office.caller().account());
        assertEquals(20, chain.size());
        assertEquals(List.of("COMMITTEE_OFFICE"), chain.getFirst().json.get("capacity"));
        assertEquals("PUBLISH_COMMITTEE_NOTICE", chain.getFirst().json.get("act"));
        assertNotNull(chain.getFirst().json.get("notice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update trail set at = at", "delete from trail", "truncate trail", "update dossier_snapshot set content = content", "delete from dossier_snapshot",
        "update pledge_signature set words = words", "delete from notice_edition"})
    void nobody_forgets_not_even_the_owner(String statement) {
        var applicant = world.applicant();
        applicant.submit(key(), applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200")), 2);
        for (var source : List.of(world.database().owner(), world.database().writer()))
            assertThrows(SQLException.class, () -> {
                try (var connection = source.getConnection(); var changing = connection.createStatement()) {
                    changing.execute(statement);
                }
            });
    }

    /** A subject's chain, every link of it checked. */
    private static List<Entry> chain(String table, UUID subject) {
        var entries = new ArrayList<Entry>();
        for (var seq = 1L; ; seq++) {
            var number = seq;
            var entry = world.one(row -> new Entry(number, row.getBytes(1), row.getBytes(2), Json.map(new String(row.getBytes(2), StandardCharsets.UTF_8))),
                    "select head, entry from trail where subject = ? and seq = ?", subject, seq);
            if (entry == null) break;
            entries.add(entry);
        }
        assertFalse(entries.isEmpty(), "there is a chain");
        assertEquals((long) entries.size(), world.<Long>value("select count(*) from trail where subject = ?", subject), "without gaps");
        var head = new byte[0];
        for (var entry : entries) {
            var hashed = new ByteArrayOutputStream();
            hashed.writeBytes(head);
            hashed.writeBytes(entry.bytes);
            head = Json.sha256(hashed.toByteArray());
            assertArrayEquals(head, entry.head, "link " + entry.seq);
            assertArrayEquals(Json.canonical(entry.json), entry.bytes, "canonical");
        }
        assertArrayEquals(head, world.<byte[]>value("select trail_head from " + table + " where id = ?", subject));
        assertEquals((long) entries.size(), world.<Long>value("select trail_seq from " + table + " where id = ?", subject));
        return entries;
    }
}
