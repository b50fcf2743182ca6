package zhicheng.server.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;
import static zhicheng.server.file.Evidence.object;
import static zhicheng.server.file.Evidence.pdf;
import static zhicheng.server.file.Evidence.sha256;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhicheng.server.Claims;
import zhicheng.server.Handed;
import zhicheng.server.Unit;
import zhicheng.server.World;
import zhicheng.server.World.Caller;

/** Files that prove a complaint or an entry of the register (X24-8.5, J24-4.3): brought by who looks into it, seen with it, and never by whom it is about. */
@Tag("database")
@Tag("once")
class CaseFilesTest {
    private static final String FILE = "caseFile { id place name label size type sha256 receivedAt unit { id } complaint { id } integrityEntry { id } }";
    private static final String PDF = "application/pdf";
    private static World world;
    private static Path folder;

    @BeforeAll
    static void open(@TempDir Path temporary) {
        folder = temporary.resolve("files");
        world = World.at("2024-09-18T10:00:00+08:00", "zhicheng.files.folder", folder.toString(), "zhicheng.files.per-achievement", 2);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static Handed handed() {
        return Handed.in(world, "jiayuguan", Claims.JIAYUGUAN, "620200");
    }

    private static String complaint(Handed of) {
        return (String) object(of.bureau().acts("enterComplaint", "complaint { id }", "about", of.applicant().person().toString(), "dossier", of.dossier(), "says", "业绩不实（虚构）"), "complaint").get("id");
    }

    private static String entry(Handed of) {
        return (String) object(of.bureau().acts("enterIntegrityEntry", "integrityEntry { id }", "person", of.applicant().person().toString(), "kind", "FALSE_MATERIAL", "clause", "J24-4.3", "reason", "材料不实（虚构）",
                "document", "虚构〔2024〕8号", "from", "2024-09-18"), "integrityEntry").get("id");
    }

    private static Map<String, Object> requested(Unit by, String of, String id, byte[] bytes, Object... more) {
        var told = new ArrayList<Object>(List.of("key", key(), of, id, "name", "材料.pdf", "size", bytes.length, "type", PDF, "sha256", sha256(bytes)));
        told.addAll(List.of(more));
        return by.acts("requestUpload", FILE + " evidenceFile { id } upload { method address headers { name value } }", told.toArray());
    }

    private static Map<String, Object> completed(Unit by, String file) {
        return by.acts("completeUpload", FILE + " evidenceFile { id }", "file", file);
    }

    private static Evidence files(Unit of) {
        return new Evidence(world, of.caller());
    }

    /** Requests, brings, completes; the id of the file. */
    private static String brought(Unit by, String of, String id, byte[] bytes) {
        var requested = requested(by, of, id, bytes);
        assertEquals(List.of(), codes(requested));
        assertEquals(204, files(by).put(requested, bytes).statusCode());
        var file = (String) object(requested, "caseFile").get("id");
        assertEquals(List.of(), codes(completed(by, file)));
        return file;
    }

    private static String acts(String subject) {
        return world.value("select string_agg(act, ' ' order by seq) from trail where subject = ?", UUID.fromString(subject));
    }

    @Test
    void it_is_brought_to_a_complaint_taken_again_and_stands_in_the_complaints_own_chain() {
        var going = handed();
        var complaint = complaint(going);
        var bytes = pdf("举报 " + complaint);
        var requested = requested(going.bureau(), "complaint", complaint, bytes, "label", "举报信");
        assertEquals(List.of(), codes(requested));
        assertNull(requested.get("evidenceFile"));
        var declared = object(requested, "caseFile");
        assertEquals(input("id", declared.get("id"), "place", 1, "name", "材料.pdf", "label", "举报信", "size", bytes.length, "type", PDF, "sha256", sha256(bytes), "receivedAt", null, "unit", Map.of("id", going.bureau().id().toString()),
                "complaint", Map.of("id", complaint), "integrityEntry", null), declared);
        var file = (String) declared.get("id");
        assertEquals(List.of("file.not-brought"), codes(completed(going.bureau(), file)));
        assertEquals(204, files(going.bureau()).put(requested, bytes).statusCode());
        assertEquals("2024-09-18T10:00:00+08:00", object(completed(going.bureau(), file), "caseFile").get("receivedAt"));
        assertNull(requested(going.bureau(), "complaint", complaint, bytes).get("upload"), "the same bytes are there");
        var taken = files(going.bureau()).download(key(), file);
        assertEquals(List.of(), codes(taken));
        assertArrayEquals(bytes, files(going.bureau()).get(taken).body());
        assertEquals("ENTER_COMPLAINT DECLARE_FILE RECEIVE_FILE TAKE_FILE", acts(complaint));
        assertEquals(1, going.bureau().<Integer>sees("{ complaints(where: {files: {some: {sha256: {eq: \"%s\"}}}}) { totalCount } }".formatted(sha256(bytes)), "data", "complaints", "totalCount"));
        var kept = new String(world.<byte[]>value("select entry from trail where subject = ? and seq = 2", UUID.fromString(complaint)), StandardCharsets.UTF_8);
        assertTrue(kept.contains(sha256(bytes)) && !kept.contains("材料") && !kept.contains("举报"), kept);
    }

    @Test
    void a_file_is_evidence_enough_and_after_the_conclusion_nothing_is_added() {
        world.time("2024-06-20T10:00:00+08:00");
        var going = Handed.draft(world, "xianning", 2024, Claims.XIANNING, Claims.told("421202"));
        var complaint = (String) object(going.bureau().acts("enterComplaint", "complaint { id }", "about", going.applicant().person().toString(), "says", "业绩不实（虚构）"), "complaint").get("id");
        Object[] report = {"complaint", complaint, "founded", false, "conclusion", "不属实", "from", "2024-06-20", "until", "2024-06-20", "persons", List.of("甲某"), "manner", "调阅", "course", "核对", "handlingApplicant", "无", "handlingReviewers", "无"};
        assertEquals(List.of("complaint.evidence"), codes(going.bureau().acts("concludeComplaint", "complaint { id }", report)));
        var bytes = pdf("核查 " + complaint);
        var late = pdf("迟到 " + complaint);
        var requested = requested(going.bureau(), "complaint", complaint, late);
        assertEquals(204, files(going.bureau()).put(requested, late).statusCode());
        brought(going.bureau(), "complaint", complaint, bytes);
        assertEquals(List.of(), codes(going.bureau().acts("concludeComplaint", "complaint { id }", report)));
        var concluded = new String(world.<byte[]>value("select entry from trail where subject = ? and act = 'CONCLUDE_COMPLAINT'", UUID.fromString(complaint)), StandardCharsets.UTF_8);
        assertTrue(concluded.contains("\"files\":[\"" + sha256(bytes) + "\"]"), concluded);
        assertEquals(List.of("complaint.concluded"), codes(completed(going.bureau(), (String) object(requested, "caseFile").get("id"))), "declared before, completed after");
        assertEquals(List.of("complaint.concluded"), codes(requested(going.bureau(), "complaint", complaint, pdf("另一份"))));
        world.time("2024-09-18T10:00:00+08:00");
    }

    @Test
    void whom_it_is_about_and_who_does_not_see_the_case_neither_sees_nor_takes_nor_brings_one() {
        var going = handed();
        var complaint = complaint(going);
        var entry = entry(going);
        var ofComplaint = brought(going.bureau(), "complaint", complaint, pdf("一 " + complaint));
        var ofEntry = brought(going.bureau(), "integrityEntry", entry, pdf("二 " + entry));
        var himself = Unit.of(going.applicant());
        var asOfficer = new Unit(world, world.account(going.applicant().person(), going.bureau().id(), "HRSS_CITY", "SUPERVISOR", "COMMITTEE_OFFICE", "APPLICANT"), going.bureau().id());
        assertEquals(entry, himself.sees("{ integrityEntries { nodes { id files { totalCount } } } }", "data", "integrityEntries", "nodes", 0, "id"), "that it stands against him he sees");
        assertEquals(0, himself.<Integer>sees("{ integrityEntries { nodes { files { totalCount } } } }", "data", "integrityEntries", "nodes", 0, "files", "totalCount"), "and not by what it is proved");
        for (var not : List.of(himself, asOfficer, going.clerk(), going.department(), Unit.of(world.applicant()), Unit.of(world, world.organisation("HRSS", "xianning"), "HRSS_CITY")))
            for (var file : List.of(ofComplaint, ofEntry)) {
                assertNull(not.sees("{ node(id: \"%s\") { id } }".formatted(file), "data", "node"));
                var refused = files(not).download(key(), file);
                assertEquals(List.of("file.not-found"), codes(refused));
                assertNull(refused.get("download"));
            }
        for (var not : List.of(asOfficer, going.department(), Unit.of(world, world.organisation("HRSS", "xianning"), "HRSS_CITY"))) {
            assertEquals(List.of("complaint.not-found"), codes(requested(not, "complaint", complaint, pdf("三"))));
            assertEquals(List.of("integrity.not-found"), codes(requested(not, "integrityEntry", entry, pdf("三"))));
            assertEquals(List.of("file.not-found"), codes(completed(not, ofComplaint)));
        }
        var namesake = new Unit(world, world.account(world.applicant().person(), going.bureau().id(), "HRSS_CITY"), going.bureau().id());
        assertEquals(List.of("integrity.own"), codes(requested(namesake, "complaint", complaint, pdf("三"))), "who may be he");
        assertEquals(List.of("integrity.own"), codes(requested(namesake, "integrityEntry", entry, pdf("三"))));
        assertEquals("ENTER_COMPLAINT DECLARE_FILE RECEIVE_FILE", acts(complaint), "nobody else's act is written there");
        for (var file : List.of(ofComplaint, ofEntry)) assertEquals(1, going.bureau().<Integer>sees("{ node(id: \"%s\") { ... on CaseFile { place } } }".formatted(file), "data", "node", "place"));
    }

    @Test
    void an_address_that_was_given_is_not_followed_by_who_may_not_see_it_any_more() {
        var going = handed();
        var unit = Unit.of(world, world.organisation("HRSS", "jiayuguan"), "SUPERVISOR");
        var complaint = (String) object(unit.acts("enterComplaint", "complaint { id }", "about", going.applicant().person().toString(), "says", "不实"), "complaint").get("id");
        var file = brought(unit, "complaint", complaint, pdf("四 " + complaint));
        var taken = files(unit).download(key(), file);
        assertEquals(200, files(unit).get(taken).statusCode());
        world.write("update complaint set unit = ? where id = ?", going.bureau().id(), UUID.fromString(complaint));
        assertEquals(404, files(unit).get(taken).statusCode());
    }

    @Test
    void nobody_else_brings_one() {
        var going = handed();
        var complaint = complaint(going);
        var bytes = pdf("五");
        Object[] told = {"complaint", complaint, "name", "x.pdf", "size", bytes.length, "type", PDF, "sha256", sha256(bytes)};
        for (var role : List.of("EMPLOYER_CLERK", "EMPLOYER_APPROVER", "AGENCY", "RELAY", "EXPERT", "CHAIR", "FINANCE", "SYS_ADMIN", "AUDITOR")) {
            var wrong = Unit.of(world, going.bureau().id(), role);
            assertEquals("FORBIDDEN", wrong.sends("requestUpload", FILE, told).error(), role);
            assertEquals("FORBIDDEN", wrong.sends("completeUpload", FILE, "file", complaint).error(), role);
        }
        assertEquals("UNAUTHENTICATED", new Unit(world, Caller.PUBLIC, null).sends("requestUpload", FILE, told).error());
        assertEquals(0L, world.<Long>value("select count(*) from case_file where complaint = ?", UUID.fromString(complaint)));
    }

    @Test
    void what_is_wrong_is_told_at_once_and_hostile_input_changes_nothing() {
        var going = handed();
        var complaint = complaint(going);
        var wrong = requested(going.bureau(), "complaint", complaint, pdf("六"), "name", "../a.html", "type", "text/html", "size", 0, "sha256", "zz");
        assertEquals(List.of("file.name", "file.size", "file.type", "file.sha256"), codes(wrong));
        assertEquals(List.of("file.proves"), codes(requested(going.bureau(), "complaint", complaint, pdf("六"), "integrityEntry", complaint)), "of two things");
        assertEquals(List.of("file.proves"), codes(going.bureau().acts("requestUpload", FILE, "name", "x.pdf", "size", 1, "type", PDF, "sha256", sha256(pdf("六")))), "of none");
        assertEquals(List.of("account.no-person"), codes(requested(going.bureau(), "achievement", complaint, pdf("六"))), "a bureau has no store");
        assertEquals("BAD_INPUT", going.bureau().sends("requestUpload", FILE, "complaint", "'; drop table case_file; --", "name", "x.pdf", "size", 1, "type", PDF, "sha256", "").error());
        var bytes = pdf("七");
        var requested = requested(going.bureau(), "complaint", complaint, bytes);
        assertEquals(422, files(going.bureau()).put(requested, pdf("别的东西")).statusCode());
        assertEquals(List.of("file.not-brought"), codes(completed(going.bureau(), (String) object(requested, "caseFile").get("id"))));
        brought(going.bureau(), "complaint", complaint, pdf("八"));
        assertEquals(List.of("file.many"), codes(requested(going.bureau(), "complaint", complaint, pdf("九"))));
        assertEquals(List.of("complaint.not-found"), codes(requested(going.bureau(), "complaint", UUID.randomUUID().toString(), pdf("九"))));
        assertEquals(2L, world.<Long>value("select count(*) from case_file where complaint = ?", UUID.fromString(complaint)));
    }

    @Test
    void what_never_came_closes_no_case_to_what_does() {
        var going = handed();
        var complaint = complaint(going);
        var late = input("key", key(), "complaint", complaint, "name", "材料.pdf", "size", pdf("十三").length, "type", PDF, "sha256", sha256(pdf("十三"))).entrySet().stream().flatMap(one -> Stream.of(one.getKey(), one.getValue())).toArray();
        assertEquals(List.of(), codes(going.bureau().acts("requestUpload", FILE, late)));
        assertEquals(List.of(), codes(requested(going.bureau(), "complaint", complaint, pdf("十四"))));
        var refused = requested(going.bureau(), "complaint", complaint, pdf("十五"));
        assertEquals(List.of("file.many"), codes(refused));
        assertEquals("2024-09-18T10:15:00+08:00", findings(refused).getFirst().get("from"));
        try {
            world.time("2024-09-18T10:15:00+08:00");
            brought(going.bureau(), "complaint", complaint, pdf("十五"));
            brought(going.bureau(), "complaint", complaint, pdf("十六"));
            var again = going.bureau().acts("requestUpload", FILE + " upload { method address headers { name value } }", late);
            assertEquals(204, files(going.bureau()).put(again, pdf("十三")).statusCode());
            var full = completed(going.bureau(), (String) object(again, "caseFile").get("id"));
            assertEquals(List.of("file.many"), codes(full));
            assertNull(findings(full).getFirst().get("from"));
        } finally {
            world.time("2024-09-18T10:00:00+08:00");
        }
    }

    @Test
    void an_entry_that_was_ended_gets_none_and_what_was_received_never_changes() {
        var going = handed();
        var entry = entry(going);
        var file = brought(going.bureau(), "integrityEntry", entry, pdf("十 " + entry));
        assertEquals(List.of(), codes(going.bureau().acts("endIntegrityEntry", "integrityEntry { id }", "entry", entry, "until", "2024-09-19", "reason", "复核（虚构）")));
        assertEquals(List.of("integrity.over"), codes(requested(going.bureau(), "integrityEntry", entry, pdf("十一"))));
        assertThrows(IllegalStateException.class, () -> world.write("update case_file set name = 'x' where id = ?", UUID.fromString(file)));
        assertEquals("DECLARE_FILE RECEIVE_FILE", world.value("select string_agg(act, ' ' order by seq) from trail where subject = ? and act like '%FILE'", going.applicant().person()));
    }

    @Test
    void two_at_once_bring_one_and_bytes_that_prove_a_case_are_not_swept_away() throws Exception {
        var going = handed();
        var complaint = complaint(going);
        var bytes = pdf("十二 " + complaint);
        var colleague = Unit.of(world, going.bureau().id(), "HRSS_CITY");
        var both = World.together(() -> requested(going.bureau(), "complaint", complaint, bytes), () -> requested(colleague, "complaint", complaint, bytes));
        assertEquals(object(both.get(0), "caseFile").get("id"), object(both.get(1), "caseFile").get("id"));
        var file = brought(going.bureau(), "complaint", complaint, bytes);
        var done = World.together(() -> codes(completed(going.bureau(), file)), () -> codes(completed(colleague, file)));
        assertEquals(List.of(List.of(), List.of()), done);
        assertEquals(1L, world.<Long>value("select count(*) from trail where subject = ? and act = 'RECEIVE_FILE'", UUID.fromString(complaint)));
        try (var all = Files.walk(folder)) {
            for (var one : all.filter(Files::isRegularFile).toList()) Files.setLastModifiedTime(one, FileTime.from(Instant.now().minus(Duration.ofDays(30))));
        }
        world.bean(UnclaimedFiles.class).sweep();
        assertArrayEquals(bytes, files(going.bureau()).get(files(going.bureau()).download(key(), file)).body());
        assertEquals(HexFormat.of().formatHex(world.<byte[]>value("select sha256 from case_file where id = ?", UUID.fromString(file))), sha256(bytes));
    }
}
