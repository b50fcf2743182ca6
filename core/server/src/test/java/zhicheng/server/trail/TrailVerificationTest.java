package zhicheng.server.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.trail.Chains.BEGIN;
import static zhicheng.server.trail.Chains.act;
import static zhicheng.server.trail.Chains.id;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhicheng.server.TestDatabase;

/**
 * What a tampered trail shows, without the database. First the file is tampered with, then the database itself, by its owner, before an export that is honest.
 *
 * <p>Under root 1: entries 1 and 2 of chain A, 1 of B, 1 of C. Under root 2: 3 of A, 2 of B. Under root 3: 4 and 5 of A. Under root 4, which the export makes: 3 of B.
 */
@Tag("database")
class TrailVerificationTest {
    private static final UUID A = id(1);
    private static final UUID B = id(2);
    private static final UUID C = id(3);
    private static final Instant EXPORTED = BEGIN.plusSeconds(900);

    private static TestDatabase database;
    private static TrailKey key;
    private static TrailKey another;
    private static List<String> lines;

    @BeforeAll
    static void fill(@TempDir Path place) throws Exception {
        key = TestDatabase.trailKey();
        var made = TrailKey.made();
        another = TrailKey.of(Files.writeString(place.resolve("secret"), made[0]), Files.writeString(place.resolve("open"), made[1]));
        database = TestDatabase.fresh();
        Chains.people(database, 1, 2, 3);
        acts(A, A, B, C);
        Chains.root(database, key, BEGIN.plusSeconds(300));
        acts(B, A);
        Chains.root(database, key, BEGIN.plusSeconds(600));
        acts(A, A);
        Chains.root(database, key, BEGIN.plusSeconds(800));
        acts(B);
        try (var copy = database.copy()) {
            lines = List.of(new String(Chains.exported(copy, key, EXPORTED), StandardCharsets.UTF_8).split("\n"));
        }
        assertEquals(1 + 4 + 9 + 7 + 1, lines.size(), "export, roots, entries, leaves, end");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static void acts(UUID... people) throws SQLException {
        try (var writer = database.writer().getConnection()) {
            for (var person : people) act(writer, person, "ACT", BEGIN);
        }
    }

    @Test
    void as_it_is_it_is_right_by_the_key_and_by_itself() throws IOException {
        for (var trusted : List.of(List.of(key.open()), List.of(another.open(), key.open()), List.<PublicKey>of())) {
            var faults = new ArrayList<TrailVerification.Fault>();
            var result = TrailVerification.verify(in(lines), trusted, List.of(), faults::add);
            assertEquals(List.of(), faults);
            assertTrue(result.isRight());
            assertEquals(List.of(9L, 3L, 7L, 4L), List.of(result.entries(), result.subjects(), result.leaves(), result.roots()));
            assertEquals(List.of(4L, 3L, 9L, 1L), List.of(result.last().number(), result.last().subjects(), result.last().entries(), result.last().leaves()));
            assertEquals(List.of(key.fingerprint()), List.copyOf(result.keys()));
            assertEquals(EXPORTED, result.at());
        }
    }

    @Test
    void what_stands_in_it_is_what_the_database_has_to_the_byte() throws SQLException {
        var entries = 0;
        try (var owner = database.owner().getConnection(); var rows = owner.createStatement().executeQuery("select subject::text, seq, head, entry from trail order by subject, seq")) {
            for (var line : lines) {
                if (!line.startsWith("{\"entry\"")) continue;
                assertTrue(rows.next());
                entries++;
                var members = members(line);
                assertEquals(List.of(rows.getString(1), rows.getInt(2), HexFormat.of().formatHex(rows.getBytes(3)), Base64.getEncoder().encodeToString(rows.getBytes(4))),
                        List.of(members.get("subject"), members.get("seq"), members.get("head"), members.get("bytes")));
            }
            assertFalse(rows.next());
        }
        assertEquals(9, entries);
    }

    // The file

    @Test
    void a_changed_entry_shows() {
        var changed = changed("entry", B, 2, members -> members.put("bytes", base64(new String(bytes(members), StandardCharsets.UTF_8).replace("ACT", "OUT").getBytes(StandardCharsets.UTF_8))));
        shows(changed, B, 2L, "was changed");
    }

    @Test
    void a_changed_head_shows_in_its_entry_in_the_next_and_in_the_leaf() {
        var head = "0".repeat(64);
        var changed = changed("entry", A, 2, members -> members.put("head", head));
        shows(changed, A, 2L, "was changed");
        shows(changed, A, 3L, "was changed");
        shows(changed, A, 2L, "another head than root 1");
    }

    @Test
    void another_time_beside_an_entry_shows() {
        shows(changed("entry", A, 1, members -> members.put("at", "2024-09-19T02:00:00Z")), A, 1L, "has another time beside it");
    }

    @Test
    void a_cut_tail_shows() {
        shows(without("entry", A, 4, 5), A, 4L, "the chain was cut there; root 3 (2024-09-18T02:13:20Z) holds it");
        shows(without("entry", A, 5), A, 5L, "the chain was cut there");
        var withItsLeaf = new ArrayList<>(without("entry", A, 4, 5));
        withItsLeaf.removeIf(line -> is(line, "leaf", A, 5));
        shows(withItsLeaf, null, null, "root 3 (2024-09-18T02:13:20Z) was signed over 1 leaves, and here are 0");
    }

    @Test
    void an_entry_missing_in_the_middle_shows() {
        shows(without("entry", A, 1), A, 1L, "is missing");
        shows(without("entry", A, 3), A, 3L, "is missing");
    }

    @Test
    void a_missing_chain_shows() {
        shows(without("entry", C, 1), C, 1L, "its whole chain with it: root 1 (2024-09-18T02:05:00Z) holds 1 of its entries");
        var withItsLeaves = lines.stream().filter(line -> !line.contains(C.toString())).toList();
        shows(withItsLeaves, null, null, "root 1 (2024-09-18T02:05:00Z) was signed over 3 leaves, and here are 2");
        shows(withItsLeaves, null, null, "3 subjects were exported, 2 are here");
    }

    @Test
    void a_chain_made_anew_shows_where_it_was_signed() {
        var anew = madeAnew(lines, false);
        shows(anew, A, 2L, "another head than root 1 (2024-09-18T02:05:00Z) holds: behind entry 0");
        shows(anew, A, 3L, "another head than root 2");
        assertTrue(faults(anew, key).stream().noneMatch(fault -> fault.means().contains("was changed, or its head")), "its entries hash to its heads");
        var withItsLeaves = madeAnew(lines, true);
        for (var root = 1; root <= 3; root++) shows(withItsLeaves, null, null, "root " + root + " (");
    }

    @Test
    void a_missing_root_shows() {
        for (var number = 1; number <= 4; number++) {
            var missing = new ArrayList<>(lines);
            missing.remove(number);
            shows(missing, null, null, "root %d is missing".formatted(number));
        }
        var lastWithItsLeaf = new ArrayList<>(lines);
        lastWithItsLeaf.remove(4);
        lastWithItsLeaf.removeIf(line -> is(line, "leaf", B, 3));
        shows(lastWithItsLeaf, B, 3L, "is under no root");
    }

    @Test
    void an_older_state_does_not_pass_for_a_newer_one() {
        var older = new ArrayList<>(lines);
        older.remove(4);
        older.removeIf(line -> is(line, "leaf", B, 3) || is(line, "entry", B, 3));
        shows(older, null, null, "4 roots were exported, 3 are here");
        shows(older, null, null, "the file is not to the byte what was exported");
    }

    @Test
    void a_replaced_root_shows() {
        var root = TrailRoot.of(statement(2));
        var forged = new TrailRoot(2, root.at(), root.before(), root.tree(), root.leaves(), root.subjects(), root.entries() - 1, another.fingerprint());
        var replaced = new ArrayList<>(lines);
        replaced.set(2, line("root", signed(forged.statement(), another)));
        shows(replaced, null, null, "root 2 (2024-09-18T02:10:00Z) is signed by " + another.fingerprint());
        shows(replaced, null, null, "root 3 (2024-09-18T02:13:20Z) does not follow the one that stands before it");
        var inTheNameOfTheKey = new TrailRoot(2, root.at(), root.before(), root.tree(), root.leaves(), root.subjects(), root.entries() - 1, key.fingerprint());
        replaced.set(2, line("root", Map.of("statement", base64(inTheNameOfTheKey.statement()), "signature", base64(another.sign(inTheNameOfTheKey.statement())), "key", base64(key.open().getEncoded()))));
        shows(replaced, null, null, "root 2 (2024-09-18T02:10:00Z) is not signed by the key beside it");
    }

    @Test
    void roots_in_another_order_and_twice_show() {
        var swapped = new ArrayList<>(lines);
        Collections.swap(swapped, 2, 3);
        shows(swapped, null, null, "root 2 (2024-09-18T02:10:00Z) does not stand in its place");
        var twice = new ArrayList<>(lines);
        twice.add(3, lines.get(2));
        shows(twice, null, null, "root 2 (2024-09-18T02:10:00Z) does not stand in its place");
    }

    @Test
    void two_swapped_entries_show() {
        var swapped = new ArrayList<>(lines);
        Collections.swap(swapped, place("entry", A, 4), place("entry", A, 5));
        shows(swapped, A, 4L, "is missing");
        shows(swapped, A, 4L, "was moved");
        var four = members(lines.get(place("entry", A, 4)));
        var five = members(lines.get(place("entry", A, 5)));
        var contents = new ArrayList<>(changed("entry", A, 4, members -> members.putAll(Map.of("bytes", five.get("bytes"), "head", five.get("head")))));
        contents.set(place("entry", A, 5), line("entry", with(five, Map.of("bytes", four.get("bytes"), "head", four.get("head")))));
        shows(contents, A, 4L, "was changed");
        shows(contents, A, 5L, "was changed");
        var chains = new ArrayList<>(lines);
        Collections.swap(chains, place("entry", C, 1), place("entry", A, 1));
        shows(chains, A, null, "lines were moved");
    }

    @Test
    void an_entry_that_was_put_in_shows() {
        var last = members(lines.get(place("entry", A, 5)));
        var bytes = "{\"act\":\"NEVER\",\"at\":\"2024-09-18T02:00:00Z\"}".getBytes(StandardCharsets.UTF_8);
        var more = new ArrayList<>(lines);
        more.add(place("leaf", A, 5) + 1, line("entry", with(last, Map.of("seq", 6, "bytes", base64(bytes), "head", next((String) last.get("head"), bytes)))));
        shows(more, A, 6L, "is under no root");
    }

    @Test
    void a_leaf_that_was_changed_taken_away_or_put_in_shows() {
        shows(changed("leaf", B, 2, members -> members.put("head", "0".repeat(64))), null, null, "root 2 (2024-09-18T02:10:00Z) was signed over 2 leaves");
        var missing = new ArrayList<>(lines);
        missing.removeIf(line -> is(line, "leaf", A, 3));
        shows(missing, A, 4L, "its earlier leaves end at 2");
        shows(missing, null, null, "root 2 (2024-09-18T02:10:00Z) was signed over 2 leaves, and here are 1");
        shows(changed("leaf", C, 1, members -> members.put("root", 4)), null, null, "root 4");
        shows(changed("leaf", C, 1, members -> members.put("root", 5)), null, null, "root 5 is missing: there are leaves of it");
    }

    @Test
    void all_of_it_signed_anew_by_another_is_right_by_itself_alone() throws IOException {
        var forged = new ArrayList<>(lines);
        String before = null;
        for (var number = 1; number <= 4; number++) {
            var root = TrailRoot.of(statement(number));
            var anew = new TrailRoot(number, root.at(), before, root.tree(), root.leaves(), root.subjects(), root.entries(), another.fingerprint());
            before = anew.hash();
            forged.set(number, line("root", signed(anew.statement(), another)));
        }
        var end = new LinkedHashMap<>(Json.map(new String(statementOf(lines.getLast()), StandardCharsets.UTF_8)));
        end.put("root", before);
        end.put("key", another.fingerprint());
        end.put("sha256", HexFormat.of().formatHex(Json.sha256((String.join("\n", forged.subList(0, forged.size() - 1)) + "\n").getBytes(StandardCharsets.UTF_8))));
        forged.set(forged.size() - 1, line("end", signed(Json.canonical(end), another)));
        assertEquals(List.of(), faults(forged, null));
        assertEquals(List.of(another.fingerprint()), List.copyOf(TrailVerification.verify(in(forged), List.of(), List.of(), _ -> {}).keys()));
        for (var number = 1; number <= 4; number++) shows(forged, null, null, "root %d (".formatted(number));
        shows(forged, null, null, "the end of the export is signed by " + another.fingerprint() + ", which is not a key that was given");
    }

    @Test
    void a_truncated_file_is_not_whole_wherever_it_is_cut() throws IOException {
        var whole = String.join("\n", lines);
        for (var length = 0; length < whole.length(); length += 53) {
            var faults = new ArrayList<TrailVerification.Fault>();
            var result = TrailVerification.verify(in(List.of(whole.substring(0, length))), List.of(key.open()), List.of(), faults::add);
            assertFalse(result.whole() && result.isRight(), "cut at " + length);
            assertTrue(result.faults() > 0 && faults.size() == result.faults(), "cut at " + length);
        }
        for (var kept = 0; kept < lines.size(); kept++) assertFalse(TrailVerification.verify(in(lines.subList(0, kept)), List.of(), List.of(), _ -> {}).whole(), "cut behind line " + kept);
    }

    @Test
    void every_byte_counts() throws IOException {
        var whole = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        var tried = 0;
        for (var place = 0; place < whole.length - 1; place += 23, tried++) {
            var changed = whole.clone();
            changed[place] ^= 1;
            assertFalse(TrailVerification.verify(new ByteArrayInputStream(changed), List.of(key.open()), List.of(), _ -> {}).isRight(), "byte " + place);
        }
        assertTrue(tried > 150, tried + " bytes");
    }

    @Test
    void what_stands_behind_the_end_shows() {
        var more = new ArrayList<>(lines);
        more.add(lines.get(5));
        shows(more, null, null, "behind the end");
    }

    @Test
    void a_root_that_somebody_holds_must_be_there() throws IOException {
        var held = TrailRoot.of(statement(2)).hash();
        assertTrue(TrailVerification.verify(in(lines), List.of(), List.of(held), _ -> {}).isRight());
        var faults = new ArrayList<TrailVerification.Fault>();
        TrailVerification.verify(in(lines), List.of(), List.of("f".repeat(64)), faults::add);
        assertEquals(List.of("the root " + "f".repeat(64) + " is missing: somebody holds it"), faults.stream().map(TrailVerification.Fault::means).toList());
    }

    @Test
    void what_is_no_export_is_said_to_be_none() throws IOException {
        for (var text : List.of("", "\n", "{}", "null", "[1]", "hello", "{\"export\":{\"what\":\"another thing\",\"at\":\"2024-09-18T02:00:00Z\"}}", "{\"entry\":7}\n{\"root\":{}}\n{\"leaf\":null}\n{\"end\":{}}")) {
            var result = TrailVerification.verify(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), List.of(), List.of(), _ -> {});
            assertFalse(result.whole(), text);
            assertTrue(result.faults() > 0, text);
        }
    }

    // The database, by its owner

    @Test
    void an_owner_who_cuts_a_tail_shows() throws SQLException {
        shows(afterwards("delete from trail where subject = '" + A + "' and seq > 3",
                "update person set trail_seq = 3, trail_head = (select head from trail where subject = person.id and seq = 3) where id = '" + A + "'"), A, 4L, "the chain was cut there; root 3");
    }

    @Test
    void an_owner_who_takes_a_chain_away_shows() throws SQLException {
        shows(afterwards("delete from trail where subject = '" + C + "'"), C, 1L, "its whole chain with it");
        shows(afterwards("delete from trail_leaf where subject = '" + C + "'", "delete from trail where subject = '" + C + "'"), null, null, "root 1 (2024-09-18T02:05:00Z) was signed over 3 leaves, and here are 2");
    }

    @Test
    void an_owner_who_makes_a_chain_anew_shows() throws SQLException {
        shows(afterwards("update trail set entry = convert_to(replace(convert_from(entry, 'UTF8'), 'ACT', 'OUT'), 'UTF8') where subject = '" + A + "' and seq = 2", """
                do $$
                declare
                    one record;
                    last bytea := '';
                begin
                    for one in select seq, entry from trail where subject = '%s' order by seq loop
                        last := sha256(last || one.entry);
                        update trail set head = last where subject = '%1$s' and seq = one.seq;
                    end loop;
                    update person set trail_head = last where id = '%1$s';
                end $$""".formatted(A)), A, 2L, "another head than root 1");
    }

    @Test
    void an_owner_who_takes_a_root_away_or_makes_another_shows() throws SQLException {
        shows(afterwards("delete from trail_root where number = 2"), null, null, "root 2 is missing");
        shows(afterwards("delete from trail_root where number = 2", "delete from trail_leaf where root = 2"), A, 4L, "its earlier leaves end at 2");
        shows(afterwards("delete from trail_leaf where root = 3", "delete from trail_root where number = 3"), A, 4L, "to 5 are under no root");
        var root = TrailRoot.of(statement(1));
        var forged = new TrailRoot(1, root.at(), null, root.tree(), root.leaves(), root.subjects(), root.entries(), another.fingerprint()).statement();
        shows(afterwards("update trail_root set statement = '\\x%s', hash = '\\x%s', signature = '\\x%s', key = '\\x%s' where number = 1".formatted(hex(forged), hex(Json.sha256(forged)),
                hex(another.sign(forged)), hex(another.open().getEncoded()))), null, null, "root 2 (2024-09-18T02:10:00Z) does not follow the one that stands before it");
    }

    @Test
    void an_owner_who_hides_an_entry_from_the_roots_shows() throws SQLException {
        shows(afterwards("delete from trail_waiting"), B, 3L, "is under no root");
    }

    /** An honest export of a copy in which the owner, who can do away with triggers and rules, has done this. */
    private static List<String> afterwards(String... statements) throws SQLException {
        try (var copy = database.copy()) {
            try (var owner = copy.owner().getConnection(); var tampering = owner.createStatement()) {
                for (var table : List.of("trail", "trail_root", "trail_leaf")) tampering.execute("alter table " + table + " disable trigger user");
                tampering.execute("alter table trail_leaf drop constraint leaf_is_of_a_chain, drop constraint leaf_is_of_a_root");
                tampering.execute("alter table trail_root drop constraint root_follows_a_root");
                for (var statement : statements) tampering.execute(statement);
            }
            return List.of(new String(Chains.exported(copy, key, EXPORTED), StandardCharsets.UTF_8).split("\n"));
        }
    }

    private static void shows(List<String> tampered, UUID subject, Long seq, String means) {
        var faults = faults(tampered, key);
        assertTrue(faults.stream().anyMatch(fault -> Objects.equals(subject, fault.subject()) && Objects.equals(seq, fault.seq()) && fault.means().contains(means)),
                () -> "no fault in " + subject + " " + seq + " «" + means + "» but " + String.join("\n", faults.stream().map(Object::toString).toList()));
    }

    private static List<TrailVerification.Fault> faults(List<String> of, TrailKey by) {
        var faults = new ArrayList<TrailVerification.Fault>();
        try {
            var result = TrailVerification.verify(in(of), by == null ? List.of() : List.of(by.open()), List.of(), faults::add);
            assertEquals(faults.size(), result.faults());
            return faults;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Chain A with another second entry and all later heads made to fit, its leaves too where asked. */
    private static List<String> madeAnew(List<String> of, boolean leavesToo) {
        var anew = new ArrayList<String>();
        var head = "";
        for (var line : of) {
            if (line.contains(A.toString())) {
                var members = members(line);
                if (line.startsWith("{\"entry\"")) {
                    var bytes = bytes(members);
                    if (members.get("seq").equals(2)) bytes = new String(bytes, StandardCharsets.UTF_8).replace("ACT", "OUT").getBytes(StandardCharsets.UTF_8);
                    head = next(head, bytes);
                    line = line("entry", with(members, Map.of("bytes", base64(bytes), "head", head)));
                } else if (leavesToo) line = line("leaf", with(members, Map.of("head", head)));
            }
            anew.add(line);
        }
        return anew;
    }

    private static String next(String head, byte[] entry) {
        var before = HexFormat.of().parseHex(head);
        var hashed = Arrays.copyOf(before, before.length + entry.length);
        System.arraycopy(entry, 0, hashed, before.length, entry.length);
        return hex(Json.sha256(hashed));
    }

    private static List<String> changed(String kind, UUID subject, int seq, Consumer<Map<String, Object>> change) {
        var changed = new ArrayList<>(lines);
        var place = place(kind, subject, seq);
        var members = new LinkedHashMap<>(members(lines.get(place)));
        change.accept(members);
        changed.set(place, line(kind, members));
        return changed;
    }

    private static List<String> without(String kind, UUID subject, int... seqs) {
        var without = lines.stream().filter(line -> IntStream.of(seqs).noneMatch(seq -> is(line, kind, subject, seq))).toList();
        assertEquals(lines.size() - seqs.length, without.size());
        return without;
    }

    private static int place(String kind, UUID subject, int seq) {
        return IntStream.range(0, lines.size()).filter(one -> is(lines.get(one), kind, subject, seq)).findFirst().orElseThrow();
    }

    private static boolean is(String line, String kind, UUID subject, int seq) {
        return line.startsWith("{\"" + kind + "\"") && line.contains(subject.toString()) && members(line).get("seq").equals(seq);
    }

    private static byte[] statement(int number) {
        return statementOf(lines.get(number));
    }

    private static byte[] statementOf(String line) {
        return Base64.getDecoder().decode((String) members(line).get("statement"));
    }

    private static Map<String, Object> signed(byte[] statement, TrailKey by) {
        return Map.of("statement", base64(statement), "signature", base64(by.sign(statement)), "key", base64(by.open().getEncoded()));
    }

    private static Map<String, Object> with(Map<String, Object> members, Map<String, Object> others) {
        var all = new LinkedHashMap<>(members);
        all.putAll(others);
        return all;
    }

    private static String line(String kind, Map<String, Object> members) {
        return Json.text(Map.of(kind, members));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(String line) {
        return (Map<String, Object>) Json.map(line).values().iterator().next();
    }

    private static byte[] bytes(Map<String, Object> members) {
        return Base64.getDecoder().decode((String) members.get("bytes"));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static ByteArrayInputStream in(List<String> lines) {
        return new ByteArrayInputStream((lines.isEmpty() ? "" : String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
