package zhicheng.server.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;
import static zhicheng.server.file.Evidence.achievement;
import static zhicheng.server.file.Evidence.list;
import static zhicheng.server.file.Evidence.object;
import static zhicheng.server.file.Evidence.pdf;
import static zhicheng.server.file.Evidence.png;
import static zhicheng.server.file.Evidence.sha256;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.Office;
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.account.DataKey;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.trail.Json;

/** Evidence files (J24-3.2, B24-3.1) from the first word to the last byte, in a folder: over the API and HTTP, as clients do it. */
@Tag("database")
class EvidenceFilesTest {
    private static final String PDF = "application/pdf";
    private static final int LARGEST = 3_000_000;
    private static World world;
    private static Path folder;
    private Applicant applicant;
    private Evidence files;
    private String achievement;

    @BeforeAll
    static void open(@TempDir Path temporary) {
        folder = temporary.resolve("files");
        world = World.at("2024-09-18T10:00:00+08:00", "zhicheng.files.folder", folder.toString(), "zhicheng.files.bytes", LARGEST, "zhicheng.files.per-achievement", 4,
                "zhicheng.files.bytes-per-person", 4_000_000);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void somebody() {
        applicant = world.applicant();
        files = Evidence.of(applicant);
        achievement = achievement(applicant);
    }

    // brought and taken

    @Test
    void is_declared_brought_looked_at_and_taken_again() throws IOException {
        var bytes = pdf("一");
        var requested = files.request(input("key", key(), "achievement", achievement, "name", "  论文（全文）.pdf ", "label", "全文", "size", bytes.length, "type", PDF, "sha256", sha256(bytes).toUpperCase()));
        assertEquals(List.of(), requested.get("findings"));
        var declared = object(requested, "evidenceFile");
        assertEquals(input("id", declared.get("id"), "place", 1, "name", "论文（全文）.pdf", "label", "全文", "size", bytes.length, "type", PDF, "sha256", sha256(bytes), "declaredAt", "2024-09-18T10:00:00+08:00",
                "receivedAt", null, "removedAt", null, "achievement", Map.of("id", achievement, "version", 1)), declared);
        assertEquals(900, object(requested, "upload").get("expiresIn"));
        assertEquals(204, files.put(requested, bytes).statusCode());
        var completed = files.complete(key(), id(declared));
        assertEquals(List.of(), completed.get("findings"));
        assertEquals("2024-09-18T10:00:00+08:00", object(completed, "evidenceFile").get("receivedAt"));
        assertEquals(2, object(object(completed, "evidenceFile"), "achievement").get("version"), "the achievement has changed");
        assertArrayEquals(bytes, Files.readAllBytes(kept(bytes)));
        assertNothingWaits(id(declared));

        var download = files.download(key(), id(declared));
        assertEquals(List.of(), download.get("findings"));
        var taken = files.get(download);
        assertEquals(200, taken.statusCode());
        assertArrayEquals(bytes, taken.body());
        var headers = taken.headers();
        assertEquals("attachment; filename=\"______.pdf\"; filename*=UTF-8''%E8%AE%BA%E6%96%87%EF%BC%88%E5%85%A8%E6%96%87%EF%BC%89.pdf", headers.firstValue("Content-Disposition").orElseThrow());
        assertEquals(PDF, headers.firstValue("Content-Type").orElseThrow());
        assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElseThrow());
        assertEquals(bytes.length, headers.firstValueAsLong("Content-Length").orElseThrow());
        assertEquals("private, no-store", headers.firstValue("Cache-Control").orElseThrow());
        assertEquals("default-src 'none'; frame-ancestors 'none'", headers.firstValue("Content-Security-Policy").orElseThrow());
        assertEquals("SAVE_ACHIEVEMENT DECLARE_FILE RECEIVE_FILE", acts(applicant.person()), "his own are not written down when he takes them");
        assertEquals("B24-3.1 J24-3.2 J24-3.2", world.value("select string_agg(clause, ' ' order by seq) from trail where subject = ?", applicant.person()));
    }

    @Test
    void the_same_bytes_are_kept_once_whoever_brings_them_and_bringing_them_again_is_harmless() throws IOException {
        var bytes = png(70_000);
        var file = files.bring(achievement, "照片.png", bytes, "image/png");
        var again = files.request(key(), achievement, "另一个名字.png", bytes, "image/png");
        assertEquals(List.of(), again.get("findings"));
        assertNull(again.get("upload"), "there is nothing left to do");
        assertEquals(file, id(object(again, "evidenceFile")));
        assertEquals("照片.png", object(again, "evidenceFile").get("name"));
        assertEquals(List.of("file.size"), codes(files.request(input("key", key(), "achievement", achievement, "name", "x.png", "size", 5, "type", "image/png", "sha256", sha256(bytes)))));

        var other = world.applicant();
        var theirs = Evidence.of(other).request(key(), achievement(other), "他的.png", bytes, "image/png");
        assertNotNull(theirs.get("upload"), "to name a hash is not to have its bytes");
        assertEquals(List.of("file.not-brought"), codes(Evidence.of(other).complete(key(), id(object(theirs, "evidenceFile")))));
        assertEquals(List.of("file.not-brought"), codes(Evidence.of(other).download(key(), id(object(theirs, "evidenceFile")))));
        for (var time = 0; time < 2; time++) assertEquals(204, files.put(theirs, bytes).statusCode(), "twice");
        assertEquals(List.of(), Evidence.of(other).complete(key(), id(object(theirs, "evidenceFile"))).get("findings"));
        assertEquals(204, files.put(theirs, bytes).statusCode(), "a third time, after the end");
        assertEquals(List.of(), Evidence.of(other).complete(key(), id(object(theirs, "evidenceFile"))).get("findings"), "received already");
        assertEquals(1L, count(folder.resolve("content"), sha256(bytes)));
    }

    @Test
    void the_same_key_brings_the_first_outcome_with_an_address_of_now() {
        var bytes = pdf("键");
        var key = key();
        var first = files.request(key, achievement, "甲.pdf", bytes, PDF);
        var second = files.request(key, achievement, "甲.pdf", bytes, PDF);
        assertEquals(object(first, "evidenceFile"), object(second, "evidenceFile"));
        assertEquals(204, files.put(second, bytes).statusCode());
        assertEquals(List.of("key"), codes(files.request(key, achievement, "乙.pdf", bytes, PDF)));
        var completing = key();
        var file = id(object(first, "evidenceFile"));
        var completed = files.complete(completing, file);
        assertEquals(List.of(), completed.get("findings"));
        assertEquals(completed, files.complete(completing, file));
        assertNull(files.request(key, achievement, "甲.pdf", bytes, PDF).get("upload"), "it came meanwhile");
        assertEquals(1L, world.<Long>value("select count(*) from trail where subject = ? and act = 'RECEIVE_FILE'", applicant.person()));
    }

    @Test
    void of_two_at_once_each_finds_the_same_file_and_it_is_received_once() {
        var bytes = pdf("同时");
        var both = World.together(() -> files.request(key(), achievement, "甲.pdf", bytes, PDF), () -> files.request(key(), achievement, "乙.pdf", bytes, PDF));
        assertEquals(id(object(both.getFirst(), "evidenceFile")), id(object(both.getLast(), "evidenceFile")));
        var puts = World.together(() -> files.put(both.getFirst(), bytes).statusCode(), () -> files.put(both.getLast(), bytes).statusCode());
        assertEquals(List.of(204, 204), puts);
        var file = id(object(both.getFirst(), "evidenceFile"));
        var done = World.together(() -> codes(files.complete(key(), file)), () -> codes(files.complete(key(), file)));
        assertEquals(List.of(List.of(), List.of()), done);
        assertEquals(1L, world.<Long>value("select count(*) from trail where subject = ? and act = 'RECEIVE_FILE'", applicant.person()));
        assertEquals(2, world.<Integer>value("select version from achievement where id = ?", UUID.fromString(achievement)));
    }

    // declared wrongly

    @Test
    void everything_that_is_wrong_with_a_declaration_is_told_at_once() {
        var refused = files.request(input("key", key(), "achievement", achievement, "name", "../../x", "label", " ", "size", LARGEST + 1, "type", "text/html", "sha256", "zz"));
        assertEquals(List.of("input.name", "input.label", "input.size", "input.type", "input.sha256"), findings(refused).stream().map(one -> one.get("path")).toList());
        assertNull(refused.get("evidenceFile"));
        assertNull(refused.get("upload"));
        assertEquals(List.of("file.size"), codes(files.request(key(), achievement, "空.pdf", new byte[0], PDF)), "nothing");
        assertEquals(0L, world.<Long>value("select count(*) from evidence_file where person = ?", applicant.person()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "a/b.pdf", "a\\b.pdf", "..", ".", " ", "\u202Egpj.exe", "一\n二.pdf", "\u0000.pdf", "300"})
    void a_name_that_is_a_path_or_hides_something_is_refused(String name) {
        assertEquals(List.of("file.name"), FileChecks.declared(FileChecks.kept(name.equals("300") ? "名".repeat(300) : name), null, 1, PDF, "0".repeat(64), world.bean(FileSettings.class), "input").stream()
                .map(one -> one.code()).toList());
    }

    /** By its ending a reviewer's machine opens it: a PDF called 论文.hta would be run. */
    @ParameterizedTest
    @ValueSource(strings = {"论文.hta", "论文.html", "论文.exe", "论文.pdf.exe", "论文.pdf.", "论文.png", "论文pdf", "无后缀"})
    void a_name_that_ends_like_another_type_is_refused_and_offered_under_none(String name) throws IOException {
        var finding = findings(files.request(key(), achievement, name, pdf(name), PDF)).getFirst();
        assertEquals(List.of("file.ending", "input.name", "a name that ends as application/pdf does: .pdf", "call it e.g. " + name + ".pdf"),
                List.of(finding.get("code"), finding.get("path"), ((Map<?, ?>) finding.get("asked")).get("en"), ((Map<?, ?>) finding.get("remedy")).get("en")));
        var requested = files.request(key(), achievement, "论文.pdf", pdf(name), PDF);
        var earlier = (String) object(requested, "evidenceFile").get("id");
        world.write("update evidence_file set name = ? where id = ?", name, UUID.fromString(earlier)); // as it could be declared once
        files.put(requested, pdf(name));
        assertEquals(List.of(), files.complete(key(), earlier).get("findings"));
        var download = files.download(key(), earlier);
        assertEquals(name + ".pdf", object(download, "download").get("name"));
        var disposition = files.get(download).headers().firstValue("Content-Disposition").orElseThrow();
        assertEquals(name + ".pdf", URLDecoder.decode(disposition.substring(disposition.indexOf("''") + 2), StandardCharsets.UTF_8));
        assertTrue(disposition.contains(".pdf\"; filename*="), disposition);
    }

    @ParameterizedTest
    @ValueSource(strings = {"专利证书（虚构）.pdf", "😀 évidence.PDF", "it's \"quoted\" & 100%;filename=x.pdf", "200", "C:x.pdf", "2024.5.hta.pdf"})
    void any_other_name_comes_back_as_it_was(String told) {
        var name = told.equals("200") ? "名".repeat(196) + ".pdf" : told;
        var file = files.bring(achievement, name, pdf(name), PDF);
        var download = files.download(key(), file);
        assertEquals(name, object(download, "download").get("name"));
        var disposition = files.get(download).headers().firstValue("Content-Disposition").orElseThrow();
        assertEquals(name, URLDecoder.decode(disposition.substring(disposition.indexOf("''") + 2), StandardCharsets.UTF_8));
        assertTrue(disposition.matches("attachment; filename=\"[A-Za-z0-9._-]+\"; filename\\*=UTF-8''[A-Za-z0-9._%-]+"), disposition);
    }

    @Test
    void an_achievement_has_so_many_files_and_a_person_so_many_bytes() {
        for (var one = 0; one < 4; one++) files.bring(achievement, one + ".pdf", pdf("第" + one), PDF);
        assertEquals(List.of("file.many"), codes(files.request(key(), achievement, "5.pdf", pdf("五"), PDF)));
        var another = achievement(applicant);
        assertEquals(List.of(), codes(files.request(input("key", key(), "achievement", another, "name", "x.pdf", "size", LARGEST, "type", PDF, "sha256", "a".repeat(64)))));
        assertEquals(List.of("file.quota"), codes(files.request(input("key", key(), "achievement", another, "name", "y.pdf", "size", LARGEST, "type", PDF, "sha256", "b".repeat(64)))));
    }

    /** What was declared and did not come takes its room while its address is good; what comes after all, by an address asked for again, only where there is room. */
    @Test
    void what_never_came_takes_no_room_once_its_address_is_over() {
        var large = png(LARGEST - 1);
        var declared = input("key", key(), "achievement", achievement, "name", "x.png", "size", large.length, "type", "image/png", "sha256", sha256(large));
        assertEquals(List.of(), codes(files.request(declared)));
        var small = png(1_500_000);
        var refused = files.request(key(), achievement, "y.png", small, "image/png");
        assertEquals(List.of("file.quota"), codes(refused));
        assertEquals("2024-09-18T10:15:00+08:00", findings(refused).getFirst().get("from"));
        for (var one = 0; one < 3; one++) assertEquals(List.of(), codes(files.request(key(), achievement, one + ".pdf", pdf("无 " + one), PDF)));
        refused = files.request(key(), achievement, "4.pdf", pdf("无 4"), PDF);
        assertEquals(List.of("file.many"), codes(refused));
        assertEquals("2024-09-18T10:15:00+08:00", findings(refused).getFirst().get("from"));
        try {
            world.time("2024-09-18T10:14:59+08:00");
            assertEquals(List.of("file.many", "file.quota"), codes(files.request(key(), achievement, "y.png", small, "image/png")));
            world.time("2024-09-18T10:15:00+08:00");
            files.bring(achievement, "y.png", small, "image/png");
            var late = files.request(declared);
            assertEquals(List.of(), codes(late), "the same key is the same act");
            assertEquals(204, files.put(late, large).statusCode());
            var full = files.complete(key(), id(object(late, "evidenceFile")));
            assertEquals(List.of("file.quota"), codes(full));
            assertNull(findings(full).getFirst().get("from"), "what was received is kept for good");
            assertNotNull(findings(full).getFirst().get("remedy"));
            assertNull(object(full, "evidenceFile").get("receivedAt"));
        } finally {
            world.time("2024-09-18T10:00:00+08:00");
        }
    }

    @Test
    void anothers_achievement_and_anothers_file_are_answered_like_ones_that_do_not_exist() {
        var other = world.applicant();
        var theirs = achievement(other);
        var file = Evidence.of(other).bring(theirs, "他的.pdf", pdf("他"), PDF);
        var nowhere = UUID.randomUUID().toString();
        var bytes = pdf("我");
        assertEquals(files.request(key(), nowhere, "x.pdf", bytes, PDF).toString().replace(nowhere, theirs), files.request(key(), theirs, "x.pdf", bytes, PDF).toString());
        assertEquals(List.of("achievement.not-found"), codes(files.request(key(), theirs, "x.pdf", bytes, PDF)));
        assertEquals(files.complete(key(), nowhere).toString().replace(nowhere, file), files.complete(key(), file).toString());
        assertEquals(files.download(key(), nowhere).toString().replace(nowhere, file), files.download(key(), file).toString());
        assertEquals(List.of("file.not-found"), codes(files.download(key(), file)));
        assertEquals(List.of("achievement.not-found"), codes(files.arrange(theirs, 2)));
        assertEquals(List.of("file.not-found"), codes(files.arrange(achievement, 1, file, null)), "into one's own achievement");
        applicant.removeAchievement(key(), achievement, 1);
        assertEquals(List.of("achievement.removed"), codes(files.request(key(), achievement, "x.pdf", bytes, PDF)));
    }

    // brought wrongly

    @Test
    void what_is_not_what_was_declared_is_refused_with_every_reason_and_nothing_is_left() throws IOException {
        var bytes = pdf("真");
        var requested = files.request(key(), achievement, "x.pdf", bytes, PDF);
        var file = id(object(requested, "evidenceFile"));
        var longer = Arrays.copyOf(bytes, bytes.length + 10_000);
        var altered = bytes.clone();
        altered[altered.length - 3]++;
        for (var wrong : Map.of(new byte[0], List.of("file.size", "file.sha256", "file.type"), Arrays.copyOf(bytes, bytes.length - 1), List.of("file.size", "file.sha256"), longer, List.of("file.size", "file.sha256"),
                altered, List.of("file.sha256"), "<html><script>1</script></html>".getBytes(StandardCharsets.UTF_8), List.of("file.size", "file.sha256", "file.type")).entrySet()) {
            var answer = files.put(requested, wrong.getKey());
            assertEquals(422, answer.statusCode(), answer.body());
            assertEquals(wrong.getValue(), list(Json.map(answer.body()).get("findings")).stream().map(one -> one.get("code")).toList());
            assertNothingWaits(file);
        }
        assertEquals(List.of("file.not-brought"), codes(files.complete(key(), file)));
        assertEquals(204, files.put(requested, bytes).statusCode(), "and then rightly");
        assertEquals(List.of(), codes(files.complete(key(), file)));
    }

    @Test
    void a_type_is_told_by_the_bytes() throws IOException {
        var page = "<!DOCTYPE html><html><body onload=alert(1)></body></html>".getBytes(StandardCharsets.UTF_8);
        var requested = files.request(key(), achievement, "证书.pdf", page, PDF);
        var answer = files.put(requested, page);
        assertEquals(422, answer.statusCode());
        var finding = list(Json.map(answer.body()).get("findings")).getFirst();
        assertEquals(List.of("file.type", "its bytes are text/html"), List.of(finding.get("code"), ((Map<?, ?>) finding.get("shown")).get("en")));
        assertNothingWaits(id(object(requested, "evidenceFile")));
        var picture = png(500);
        assertEquals(422, files.put(files.request(key(), achievement, "照片.pdf", picture, PDF), picture).statusCode(), "a picture that is said to be a document");
    }

    @Test
    void more_than_any_file_may_have_is_sent_away_before_it_comes() throws IOException {
        var address = files.at(object(files.request(key(), achievement, "x.pdf", pdf("x"), PDF), "upload"));
        try (var socket = new Socket("localhost", address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head(address, LARGEST + 1));
            assertTrue(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine().startsWith("HTTP/1.1 413 "));
        }
    }

    @Test
    void a_request_that_is_cut_short_leaves_nothing() throws Exception {
        var bytes = png(2_000_000);
        var requested = files.request(key(), achievement, "x.png", bytes, "image/png");
        var address = files.at(object(requested, "upload"));
        try (var socket = new Socket("localhost", address.getPort())) {
            var out = socket.getOutputStream();
            out.write(head(address, bytes.length));
            out.write(bytes, 0, 1_500_000);
            out.flush();
            until(() -> Files.isDirectory(folder.resolve("arriving")) && entries(folder.resolve("arriving")) == 1, "it is on its way");
            socket.setSoLinger(true, 0);
        }
        until(() -> entries(folder.resolve("arriving")) == 0, "nothing is left of it");
        assertNothingWaits(id(object(requested, "evidenceFile")));
        assertEquals(List.of("file.not-brought"), codes(files.complete(key(), id(object(requested, "evidenceFile")))));
        assertEquals(204, files.put(requested, bytes).statusCode(), "from the beginning");
        assertEquals(List.of(), codes(files.complete(key(), id(object(requested, "evidenceFile")))));
    }

    @Test
    void a_body_that_does_not_say_how_long_it_is_is_read_no_further_than_was_declared() throws IOException {
        var bytes = pdf("流");
        var requested = files.request(key(), achievement, "x.pdf", bytes, PDF);
        assertEquals(422, piecemeal(requested, Arrays.copyOf(bytes, bytes.length + 20_000)));
        assertNothingWaits(id(object(requested, "evidenceFile")));
        assertEquals(204, piecemeal(requested, bytes));
        assertEquals(List.of(), codes(files.complete(key(), id(object(requested, "evidenceFile")))));
    }

    @Test
    void what_was_brought_and_never_completed_is_thrown_away_after_a_day() throws IOException {
        var early = files.request(key(), achievement, "x.pdf", pdf("早"), PDF);
        var late = files.request(key(), achievement, "y.pdf", pdf("晚"), PDF);
        for (var one : List.of(early, late)) assertEquals(204, files.put(one, pdf(one == early ? "早" : "晚")).statusCode());
        Files.setLastModifiedTime(waiting(early), FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(waiting(late), FileTime.from(Instant.now().minus(Duration.ofHours(23))));
        files.bring(achievement, "z.pdf", pdf("后来"), PDF);
        assertTrue(Files.exists(waiting(early)), "bringing is not the time to look");
        world.bean(UnclaimedFiles.class).sweep();
        assertFalse(Files.exists(waiting(early)));
        assertEquals(List.of("file.not-brought"), codes(files.complete(key(), id(object(early, "evidenceFile")))));
        assertEquals(List.of(), codes(files.complete(key(), id(object(late, "evidenceFile")))));
    }

    @Test
    void what_was_kept_for_nobody_because_the_server_ended_goes_too_and_what_somebody_has_stays() throws IOException {
        var bytes = pdf("无主");
        var requested = files.request(key(), achievement, "x.pdf", bytes, PDF);
        assertEquals(204, files.put(requested, bytes).statusCode());
        keptAndNotWrittenDown(requested, bytes);
        var shared = pdf("有主");
        var mine = files.bring(achievement, "y.pdf", shared, PDF);
        var other = files.request(key(), achievement(applicant), "y.pdf", shared, PDF);
        assertEquals(204, files.put(other, shared).statusCode());
        age(waiting(requested), kept(bytes), waiting(other), kept(shared));
        world.bean(UnclaimedFiles.class).sweep();
        for (var gone : List.of(waiting(requested), kept(bytes), waiting(other))) assertFalse(Files.exists(gone), gone.toString());
        assertArrayEquals(shared, files.get(files.download(key(), mine)).body());
        assertEquals(204, files.put(requested, bytes).statusCode(), "and it can be brought again");
        assertEquals(List.of(), codes(files.complete(key(), id(object(requested, "evidenceFile")))));
        assertArrayEquals(bytes, Files.readAllBytes(kept(bytes)));
    }

    @Test
    void what_is_being_kept_while_it_is_looked_through_stays() throws IOException {
        var bytes = pdf("正在");
        var requested = files.request(key(), achievement, "x.pdf", bytes, PDF);
        assertEquals(204, files.put(requested, bytes).statusCode());
        keptAndNotWrittenDown(requested, bytes);
        age(waiting(requested), kept(bytes));
        keptAndNotWrittenDown(requested, bytes);
        world.bean(UnclaimedFiles.class).sweep();
        assertTrue(Files.exists(kept(bytes)) && Files.exists(waiting(requested)), "somebody has just looked at it");
        Files.move(kept(bytes), kept(bytes).resolveSibling(sha256(bytes) + ".leaving"));
        assertEquals(List.of(), codes(files.complete(key(), id(object(requested, "evidenceFile")))), "it was on its way out, and is kept anew");
        assertArrayEquals(bytes, Files.readAllBytes(kept(bytes)));
    }

    /** As a server leaves it that ends between looking and writing down. */
    private static void keptAndNotWrittenDown(Map<String, Object> requested, byte[] bytes) throws IOException {
        var store = world.bean(FileStore.class);
        try (var arrival = store.arrived(UUID.fromString(id(object(requested, "evidenceFile"))), bytes.length).orElseThrow()) {
            store.keep(arrival);
        }
    }

    private static void age(Path... files) throws IOException {
        for (var one : files) Files.setLastModifiedTime(one, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    }

    // addresses

    @Test
    void an_address_is_for_what_it_was_given_for_and_nothing_else() {
        var bytes = pdf("址");
        var requested = files.request(key(), achievement, "x.pdf", bytes, PDF);
        var put = files.at(object(requested, "upload")).toString();
        var other = id(object(files.request(key(), achievement, "y.pdf", pdf("别"), PDF), "evidenceFile"));
        var altered = List.of(put.replace(id(object(requested, "evidenceFile")), other), put.replaceFirst("sha256=.", "sha256=x"), put.replaceFirst("size=\\d", "size=9"), put.replace("application%2Fpdf", "text%2Fhtml"),
                put.replaceFirst("account=.", "account=z"), put.replaceFirst("until=1", "until=2"), put.replaceFirst("signature=...", "signature=AAA"), put.replaceFirst("&signature=.*", ""),
                put + "&until=9999999999", put.replaceFirst("\\?.*", ""), put.replaceFirst("size=", "size=%0A"));
        for (var address : altered) {
            assertNotEquals(put, address);
            assertEquals(403, status(address, "PUT", bytes, null), address);
        }
        assertTrue(Set.of(403, 404).contains(status(put.replaceFirst("/files/[^?]*", "/files/..%2F..%2Fx"), "PUT", bytes, null)), "a path");
        assertEquals(403, status(put, "GET", null, null), "to take what is to be brought");
        assertEquals(403, status(put, "PUT", bytes, world.applicant().caller()), "with the token of another");
        assertEquals(204, status(put, "PUT", bytes, applicant.caller()), "with one's own");
        files.complete(key(), id(object(requested, "evidenceFile")));
        var get = files.at(object(files.download(key(), id(object(requested, "evidenceFile"))), "download")).toString();
        assertEquals(403, status(get, "PUT", bytes, null));
        assertEquals(403, status(get, "GET", null, world.applicant().caller()));
        assertEquals(200, status(get, "GET", null, null));
    }

    @Test
    void an_address_that_is_too_old_is_refused() {
        var bytes = pdf("旧");
        var requested = files.request(key(), achievement, "x.pdf", bytes, PDF);
        var file = new FileDescription(UUID.fromString(id(object(requested, "evidenceFile"))), "x.pdf", bytes.length, PDF, sha256(bytes), false);
        var earlier = new SignedAddresses(world.bean(DataKey.class), new SystemTime(Clock.fixed(Instant.now().minus(Duration.ofMinutes(15)), ZoneOffset.UTC)));
        var old = world.address(earlier.of("PUT", file, applicant.caller().account(), Duration.ofMinutes(14))).toString();
        var good = world.address(earlier.of("PUT", file, applicant.caller().account(), Duration.ofMinutes(16))).toString();
        assertEquals(403, status(old, "PUT", bytes, null));
        assertEquals(204, status(good, "PUT", bytes, null));
        var foreign = new SignedAddresses(new DataKey(new byte[DataKey.LENGTH]), new SystemTime(Clock.systemUTC()));
        assertEquals(403, status(world.address(foreign.of("PUT", file, applicant.caller().account(), Duration.ofMinutes(5))).toString(), "PUT", bytes, null), "of another installation");
    }

    @Test
    void until_the_second_of_its_end_an_address_is_good_and_from_it_on_it_is_not() {
        var file = new FileDescription(UUID.randomUUID(), "x", 1, PDF, "0".repeat(64), false);
        var now = Instant.parse("2026-01-01T00:00:00Z");
        var key = new DataKey(new byte[DataKey.LENGTH]);
        var path = new SignedAddresses(key, new SystemTime(Clock.fixed(now, ZoneOffset.UTC))).of("PUT", file, UUID.randomUUID(), Duration.ofMinutes(1));
        var told = new HashMap<String, String>();
        for (var one : path.substring(path.indexOf('?') + 1).split("&")) told.put(one.split("=")[0], URLDecoder.decode(one.split("=")[1], StandardCharsets.UTF_8));
        assertEquals(file.sha256(), new SignedAddresses(key, new SystemTime(Clock.fixed(now.plusMillis(59_999), ZoneOffset.UTC))).opened("PUT", file.id().toString(), told).file().sha256());
        var late = new SignedAddresses(key, new SystemTime(Clock.fixed(now.plusSeconds(60), ZoneOffset.UTC)));
        assertThrows(SignedAddresses.Refused.class, () -> late.opened("PUT", file.id().toString(), told));
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled = true", "tokens_from = now() + interval '1 second'"})
    void an_account_that_is_disabled_or_whose_sessions_are_revoked_neither_brings_nor_takes(String change) throws InterruptedException {
        var bytes = pdf("停");
        var file = files.bring(achievement, "x.pdf", bytes, PDF);
        var get = files.at(object(files.download(key(), file), "download")).toString();
        world.write("update account set " + change + " where id = ?", applicant.caller().account());
        for (var tries = 0; tries < 100 && status(get, "GET", null, null) == 200; tries++) Thread.sleep(100); // an account is remembered for seconds
        assertEquals(403, status(get, "GET", null, null));
    }

    // in order, and in dossiers

    @Test
    void are_put_in_order_put_away_and_brought_back() {
        var one = files.bring(achievement, "1.pdf", pdf("甲"), PDF);
        var two = files.bring(achievement, "2.pdf", pdf("乙"), PDF);
        var arranged = files.arrange(achievement, 3, two, " 第二 ", one, null);
        assertEquals(List.of(), arranged.get("findings"));
        assertEquals(List.of(input("id", two, "place", 1, "label", "第二", "removedAt", null), input("id", one, "place", 2, "label", null, "removedAt", null)), nodes(object(arranged, "achievement")));
        var away = files.arrange(achievement, 4, one, "唯一");
        assertEquals(List.of(one), nodes(object(away, "achievement")).stream().filter(file -> file.get("removedAt") == null).map(EvidenceFilesTest::id).toList());
        assertEquals(List.of(two, one).stream().sorted().toList(), nodes(object(away, "achievement")).stream().map(EvidenceFilesTest::id).sorted().toList(), "nothing is erased");
        var stale = files.arrange(achievement, 4, one, null, two, "第二");
        assertEquals(List.of("achievement.version"), codes(stale), "in another tab");
        assertEquals(List.of(Map.of("zh", "第 5 版：files=1.pdf（唯一）", "en", "version 5: files=1.pdf（唯一）"), Map.of("zh", "第 4 版：files=1.pdf, 2.pdf（第二）", "en", "version 4: files=1.pdf, 2.pdf（第二）")),
                List.of(Applicant.findings(stale).getFirst().get("asked"), Applicant.findings(stale).getFirst().get("shown")), "what stands there beside what is sent");
        assertEquals(List.of("file.not-found", "file.twice", "file.label"), codes(files.arrange(achievement, 5, UUID.randomUUID().toString(), null, one, null, one, "二".repeat(201))));
        assertNull(files.request(key(), achievement, "2.pdf", pdf("乙"), PDF).get("upload"), "the same bytes again bring it back");
        assertEquals(2L, world.<Long>value("select count(*) from evidence_file where achievement = ? and removed_at is null", UUID.fromString(achievement)));
        assertEquals("SAVE_ACHIEVEMENT DECLARE_FILE RECEIVE_FILE DECLARE_FILE RECEIVE_FILE ARRANGE_FILES ARRANGE_FILES DECLARE_FILE", acts(applicant.person()));
    }

    @Test
    void what_a_submitted_dossier_carries_does_not_change() {
        var paper = files.bring(achievement, "论文.pdf", pdf("论文"), PDF);
        var away = files.bring(achievement, "废.pdf", pdf("废"), PDF);
        files.request(key(), achievement, "未到.pdf", pdf("未到"), PDF);
        assertEquals(List.of(), codes(files.arrange(achievement, 3, paper, "全文")));
        var dossier = submitted();
        var frozen = list(list(snapshot(dossier).get("achievements")).getFirst().get("files"));
        assertEquals(List.of(input("file", paper, "name", "论文.pdf", "label", "全文", "size", pdf("论文").length, "type", PDF, "sha256", sha256(pdf("论文")))), frozen);
        var carried = carried(applicant.caller(), dossier);
        assertEquals(1, carried.size());

        assertEquals(List.of(), codes(files.arrange(achievement, 4, away, "别的")));
        files.bring(achievement, "新.pdf", pdf("新"), PDF);
        assertEquals(carried, carried(applicant.caller(), dossier));
        for (var statement : List.of("delete from dossier_file where dossier = ?", "insert into dossier_file select gen_random_uuid(), dossier, picked, file, 9, name, label, size, type, sha256 from dossier_file where dossier = ?"))
            assertEquals("picked_achievements_are_frozen", refused(statement, UUID.fromString(dossier)));
        for (var change : List.of("name = 'x'", "size = 1", "sha256 = sha256('x')", "received_at = null", "type = 'text/html'"))
            assertEquals("received_file_stays_as_it_is", refused("update evidence_file set " + change + " where id = ?", UUID.fromString(paper)), change);
        assertArrayEquals(pdf("论文"), files.get(files.download(key(), (String) carried.getFirst().get("id"))).body());
    }

    @Test
    void whoever_sees_the_dossier_takes_its_files_and_nobody_else_does() {
        var bytes = pdf("谁");
        var own = files.bring(achievement, "x.pdf", bytes, PDF);
        var dossier = draft();
        var file = (String) carried(applicant.caller(), dossier).getFirst().get("id");
        var clerk = world.account(null, applicant.employer(), "EMPLOYER_CLERK");
        var otherClerk = world.account(null, world.organisation("PRIVATE_ENTERPRISE", "xianning"), "EMPLOYER_CLERK");
        var bureau = world.account(null, world.organisation("HRSS", "jiayuguan"), "HRSS_CITY");
        var otherBureau = world.account(null, world.organisation("HRSS", "xianning"), "HRSS_CITY");
        var office = Office.of(world, "jiayuguan", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        var everybody = List.of(clerk, otherClerk, bureau, otherBureau, office.caller(), world.applicant().caller());
        assertEquals(everybody.size(), everybody.stream().filter(who -> codes(new Evidence(world, who).download(key(), file)).equals(List.of("file.not-found"))).count(), "a draft is its applicant's alone");

        submit(dossier);
        assertEquals(List.of(clerk, bureau), everybody.stream().filter(who -> takes(who, file, bytes)).toList());
        world.write("update dossier set committee = ?, intake_at = ? where id = ?", office.committee(), world.now(), UUID.fromString(dossier));
        assertEquals(List.of(clerk, bureau, office.caller()), everybody.stream().filter(who -> takes(who, file, bytes)).toList());
        assertTrue(takes(applicant.caller(), file, bytes) && takes(applicant.caller(), own, bytes));
        assertTrue(everybody.stream().noneMatch(who -> takes(who, own, bytes)), "the store is its owner's");
        assertEquals(5L, world.<Long>value("select count(*) from trail where subject = ? and act = 'TAKE_FILE'", UUID.fromString(dossier)), "each by whom, and none of his own");
        assertEquals(2L, world.<Long>value("select count(*) from trail where subject = ? and act = 'TAKE_FILE' and actor = ?", UUID.fromString(dossier), clerk.account()));

        var roles = List.of("AUDITOR", "SYS_ADMIN", "FINANCE", "EXPERT");
        for (var role : roles)
            assertEquals("FORBIDDEN", world.ask(world.account(null, applicant.employer(), role), "mutation($input: RequestDownloadInput!) { requestDownload(input: $input) { findings { code } } }",
                    Map.of("input", Map.of("key", key(), "file", file))).error(), role);
        assertEquals("UNAUTHENTICATED", world.ask(Caller.PUBLIC, "mutation($input: RequestDownloadInput!) { requestDownload(input: $input) { findings { code } } }", Map.of("input", Map.of("key", key(), "file", file))).error());
        for (var mutation : List.of("requestUpload(input: {key: \"k\", achievement: \"" + achievement + "\", name: \"x\", size: 1, type: \"x\", sha256: \"x\"})", "completeUpload(input: {key: \"k\", file: \"" + own + "\"})",
                "arrangeFiles(input: {key: \"k\", achievement: \"" + achievement + "\", version: 1, files: []})"))
            assertEquals("FORBIDDEN", world.ask(clerk, "mutation { " + mutation + " { findings { code } } }", Map.of()).error());

        var given = new Evidence(world, clerk).download(key(), file);
        world.write("update dossier set deleted_at = ? where id = ?", world.now(), UUID.fromString(dossier));
        assertEquals(404, new Evidence(world, clerk).get(given).statusCode(), "an address is worth nothing to whoever no longer sees the dossier");
    }

    private boolean takes(Caller who, String file, byte[] bytes) {
        var download = new Evidence(world, who).download(key(), file);
        if (codes(download).equals(List.of("file.not-found"))) return false;
        assertEquals(List.of(), download.get("findings"));
        assertArrayEquals(bytes, new Evidence(world, who).get(download).body());
        return true;
    }

    /** A draft that has picked the achievement, signed. */
    private String draft() {
        var dossier = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        assertEquals(List.of(), applicant.pickAchievements(key(), dossier, 2, List.of(achievement)).get("findings"));
        return dossier;
    }

    private void submit(String dossier) {
        assertEquals(List.of(), applicant.sign(key(), dossier, 3, (String) applicant.pledge(dossier).get("words")).get("findings"));
        assertEquals(List.of(), applicant.submit(key(), dossier, 3).get("findings"));
    }

    private String submitted() {
        var dossier = draft();
        submit(dossier);
        return dossier;
    }

    private static List<Map<String, Object>> carried(Caller who, String dossier) {
        var reply = world.ask(who, "query($id: ID!) { dossier(id: $id) { achievements { nodes { files { nodes { id place name label size type sha256 file { id } } } } } } }", Map.of("id", dossier));
        return reply.at("data", "dossier", "achievements", "nodes", 0, "files", "nodes");
    }

    private static Map<String, Object> snapshot(String dossier) {
        return Json.map(new String(world.<byte[]>value("select content from dossier_snapshot where dossier = ?", UUID.fromString(dossier)), StandardCharsets.UTF_8));
    }

    private static String refused(String statement, UUID id) {
        return assertThrows(PSQLException.class, () -> {
            try (var connection = world.database().writer().getConnection(); var change = connection.prepareStatement(statement)) {
                change.setObject(1, id);
                change.execute();
            }
        }, statement).getServerErrorMessage().getConstraint();
    }

    private static int status(String address, String method, byte[] bytes, Caller who) {
        var request = HttpRequest.newBuilder(URI.create(address)).method(method, bytes == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(bytes));
        if (who != null) request.header("Authorization", "Bearer " + who.token());
        return Evidence.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    /** The head of a request that says how much is to come. */
    private static byte[] head(URI address, int length) {
        return "PUT %s?%s HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\nContent-Length: %d\r\n\r\n".formatted(address.getRawPath(), address.getRawQuery(), length).getBytes(StandardCharsets.US_ASCII);
    }

    /** Brings bytes without saying how many they are. */
    private int piecemeal(Map<String, Object> requested, byte[] bytes) {
        return Evidence.send(HttpRequest.newBuilder(files.at(object(requested, "upload"))).PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static Path waiting(Map<String, Object> requested) {
        return folder.resolve("arrived").resolve(id(object(requested, "evidenceFile")));
    }

    private static String acts(UUID subject) {
        return world.value("select string_agg(act, ' ' order by seq) from trail where subject = ?", subject);
    }

    private static Path kept(byte[] bytes) {
        var hash = sha256(bytes);
        return folder.resolve("content").resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
    }

    private static long count(Path under, String name) throws IOException {
        try (var all = Files.walk(under)) {
            return all.filter(one -> one.getFileName().toString().equals(name)).count();
        }
    }

    /** What was brought and completed, or refused, waits nowhere. */
    private static void assertNothingWaits(String file) throws IOException {
        assertEquals(0, entries(folder.resolve("arriving")));
        assertFalse(Files.exists(folder.resolve("arrived").resolve(file)));
    }

    private static long entries(Path of) throws IOException {
        try (Stream<Path> all = Files.list(of)) {
            return all.count();
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void until(Condition condition, String what) throws IOException, InterruptedException {
        for (var tries = 0; tries < 200 && !condition.holds(); tries++) Thread.sleep(50);
        assertTrue(condition.holds(), what);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> nodes(Map<String, Object> achievement) {
        return (List<Map<String, Object>>) ((Map<String, Object>) achievement.get("files")).get("nodes");
    }

    private static String id(Map<String, Object> file) {
        return (String) file.get("id");
    }
}
