package zhicheng.server.trail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Checks an export of the trail ({@link TrailExport}) without the database: that every chain is whole and hashes to its heads, that every entry is under a root,
 * that every root's leaves are those that were signed, that the roots are one chain, and that the file is what was exported, to the byte. It goes on after a fault.
 *
 * <p>Linear in the file; what is kept grows with the number of roots, about a kilobyte each, and not with the entries.
 */
public final class TrailVerification {

    /**
     * Something that is not right.
     *
     * @param subject whose chain it is in; null where it is in none, or cannot be told
     * @param seq of the entry, or of the first one; null likewise
     * @param means what it is, and what it means
     */
    public record Fault(UUID subject, Long seq, String means) {}

    /**
     * What was found.
     *
     * @param whole whether it is an export at all, and ends as one does
     * @param keys fingerprints of the keys that signed it
     * @param last the last root; null where there is none
     * @param at official time of the export; null where it does not say
     */
    public record Result(boolean whole, long entries, long subjects, long leaves, long roots, long faults, Set<String> keys, TrailRoot last, Instant at) {
        /** Whether there is nothing to find fault with. */
        public boolean isRight() {
            return whole && faults == 0;
        }
    }

    private static final int LONGEST_LINE = 1 << 28;

    private final Collection<String> trusted;
    private final Set<String> held;
    private final Consumer<Fault> told;

    private final MessageDigest digest = Json.sha256();
    private final Map<Long, Grown> roots = new LinkedHashMap<>();
    private final Set<Long> unknownRoots = new HashSet<>();
    private final Set<String> keys = new TreeSet<>();
    private Instant at;
    private TrailRoot last;
    private boolean begun;
    private boolean ended;
    private long lines;
    private long entries;
    private long subjects;
    private long leaves;
    private long faults;
    private Chain chain;

    /** One subject's chain as far as it was read. */
    private static final class Chain {
        private final UUID subject;
        private long seq;
        private String head = "";
        private long coveredUntil;
        private long coveredBy;

        Chain(UUID subject) {
            this.subject = subject;
        }
    }

    /** A root's leaves as they were found, beside what was signed of them. */
    private static final class Grown {
        private final TrailRoot root;
        private final MerkleTree tree = new MerkleTree();
        private long subjects;
        private long entries;

        Grown(TrailRoot root) {
            this.root = root;
        }
    }

    private TrailVerification(Collection<String> trusted, Collection<String> held, Consumer<Fault> told) {
        this.trusted = trusted;
        this.held = new TreeSet<>(held);
        this.told = told;
    }

    /**
     * Checks it.
     *
     * @param in the export
     * @param trusted public keys that somebody holds; where there is none the export's own count, and whoever wrote the file may have made them
     * @param held hashes of roots that somebody holds, in lower-case hex: they must be among the export's
     * @param told is told of each fault as it is found
     */
    public static Result verify(InputStream in, Collection<PublicKey> trusted, Collection<String> held, Consumer<Fault> told) throws IOException {
        return new TrailVerification(trusted.stream().map(TrailKey::fingerprint).toList(), held, told).read(new BufferedInputStream(in, 1 << 16));
    }

    private Result read(InputStream in) throws IOException {
        for (var line = line(in); line != null; line = line(in)) {
            if (ended) {
                fault(null, null, "there is something behind the end of the export (line %d)".formatted(lines + 1));
                break;
            }
            try {
                take(line);
            } catch (RuntimeException e) {
                if (!TrailRoot.malformed(e)) throw e;
                fault(null, null, "line %d cannot be read: it was changed or cut".formatted(lines + 1));
            }
            digest.update(line);
            digest.update((byte) '\n');
            lines++;
        }
        finish();
        if (begun && !ended) fault(null, null, "the export has no end: it was cut behind line %d".formatted(lines));
        if (!begun) fault(null, null, "this is no export of a trail");
        return new Result(begun && ended, entries, subjects, leaves, roots.size(), faults, keys, last, at);
    }

    /** @return without its line break; null at the end of the file */
    private static byte[] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var one = in.read(); ; one = in.read()) {
            if (one < 0) return line.size() == 0 ? null : line.toByteArray();
            if (one == '\n') return line.toByteArray();
            line.write(one);
            if (line.size() > LONGEST_LINE) throw new IOException("a line is longer than " + LONGEST_LINE + " bytes: this is no export of a trail");
        }
    }

    @SuppressWarnings("unchecked")
    private void take(byte[] line) {
        var json = Json.map(new String(line, StandardCharsets.UTF_8));
        if (json.size() != 1) throw new IllegalArgumentException("one kind, one line");
        var kind = json.keySet().iterator().next();
        var members = (Map<String, Object>) json.get(kind);
        switch (kind) {
            case "export" -> begin(members);
            case "root" -> root(members);
            case "entry" -> entry(members);
            case "leaf" -> leaf(members);
            case "end" -> {
                end(members);
                if (!Arrays.equals(Json.canonical(json), line)) fault(null, null, "the last line is not to the byte what was exported");
            }
            default -> throw new IllegalArgumentException("no such kind: " + kind);
        }
    }

    private void begin(Map<String, Object> members) {
        if (lines > 0) throw new IllegalArgumentException("an export begins once");
        if (!TrailExport.WHAT.equals(members.get("what"))) throw new IllegalArgumentException("an export of another kind");
        at = Instant.parse((String) members.get("at"));
        begun = true;
    }

    private void root(Map<String, Object> members) {
        var statement = base64(members, "statement");
        var root = TrailRoot.of(statement);
        var name = "root %d (%s)".formatted(root.number(), root.at());
        var expected = last == null ? 1 : last.number() + 1;
        if (root.number() < expected) fault(null, null, name + " does not stand in its place: it is there twice, or was moved");
        if (root.number() > expected) fault(null, null, "%s missing before %s: what was under it is no longer vouched for".formatted(
                root.number() == expected + 1 ? "root " + expected + " is" : "roots " + expected + " to " + (root.number() - 1) + " are", name));
        if (root.number() == expected && !(last == null ? root.before() == null : last.hash().equals(root.before())))
            fault(null, null, name + " does not follow the one that stands before it: one of the two was put in another's place");
        if (last != null && root.at().isBefore(last.at())) fault(null, null, name + " is older than the one before it");
        signed(name, statement, members, root.key());
        held.remove(root.hash());
        if (roots.putIfAbsent(root.number(), new Grown(root)) == null) last = root;
    }

    /** By the key that the statement names, and by one that is trusted. */
    private void signed(String name, byte[] statement, Map<String, Object> members, String named) {
        try {
            var key = TrailKey.open(base64(members, "key"));
            var fingerprint = TrailKey.fingerprint(key);
            keys.add(fingerprint);
            if (!fingerprint.equals(named)) fault(null, null, name + " names another key than the one beside it");
            if (!TrailKey.signed(key, statement, base64(members, "signature"))) fault(null, null, name + " is not signed by the key beside it: it was changed, or somebody without the key made it");
            if (!trusted.isEmpty() && !trusted.contains(fingerprint)) fault(null, null, "%s is signed by %s, which is not a key that was given: somebody else made it".formatted(name, fingerprint));
        } catch (GeneralSecurityException e) {
            fault(null, null, name + " has no key that can be read");
        }
    }

    private void entry(Map<String, Object> members) {
        var seq = number(members, "seq");
        var bytes = base64(members, "bytes");
        var head = hex(members, "head");
        var at = Instant.parse((String) members.get("at"));
        of(subject(members));
        entries++;
        if (seq > chain.seq + 1) fault(chain.seq + 1, seq == chain.seq + 2 ? "is missing" : "to %d are missing".formatted(seq - 1));
        if (seq <= chain.seq) fault(seq, "does not stand in its place: it is there twice, or was moved");
        if (seq == chain.seq + 1 && !head.equals(next(chain.head, bytes)))
            fault(seq, "was changed, or its head or the one before was: it does not hash to the head beside it");
        else if (!at.equals(says(bytes))) fault(seq, "has another time beside it (%s) than in it".formatted(at));
        chain.seq = Math.max(seq, chain.seq);
        chain.head = head;
    }

    /** The time in an entry; null where it has none that can be read. */
    private static Instant says(byte[] entry) {
        try {
            return Instant.parse((String) Json.map(new String(entry, StandardCharsets.UTF_8)).get("at"));
        } catch (RuntimeException e) {
            if (!TrailRoot.malformed(e)) throw e;
            return null;
        }
    }

    private static String next(String head, byte[] entry) {
        var digest = Json.sha256();
        digest.update(HexFormat.of().parseHex(head));
        return HexFormat.of().formatHex(digest.digest(entry));
    }

    private void leaf(Map<String, Object> members) {
        var head = hex(members, "head");
        var leaf = new TrailLeaf(subject(members), number(members, "after"), number(members, "seq"), HexFormat.of().parseHex(head));
        var number = number(members, "root");
        of(leaf.subject());
        leaves++;
        var grown = roots.get(number);
        if (grown == null) {
            if (unknownRoots.add(number)) fault(null, null, "root %d is missing: there are leaves of it".formatted(number));
        } else {
            grown.tree.add(leaf.bytes());
            if (leaf.after() == 0) grown.subjects++;
            grown.entries += leaf.seq() - leaf.after();
        }
        var name = grown == null ? "root " + number : "root %d (%s)".formatted(number, grown.root.at());
        if (number <= chain.coveredBy || leaf.after() != chain.coveredUntil || leaf.seq() <= leaf.after())
            fault(leaf.after() + 1, "is where its leaf under %s begins, but its earlier leaves end at %d: a leaf was taken away, put in, or changed".formatted(name, chain.coveredUntil));
        if (chain.seq == 0) fault(1L, "is missing, and its whole chain with it: %s holds %d of its entries".formatted(name, leaf.seq()));
        else if (chain.seq < leaf.seq()) fault(chain.seq + 1, "is missing, and what follows up to %d: the chain was cut there; %s holds it".formatted(leaf.seq(), name));
        else if (chain.seq > leaf.seq()) fault(leaf.seq(), "does not end the leaf of %s where it stands: lines were moved".formatted(name));
        else if (!chain.head.equals(head))
            fault(leaf.seq(), "has another head than %s holds: behind entry %d the chain, or the leaf, was made anew after it was signed".formatted(name, leaf.after()));
        chain.coveredBy = Math.max(number, chain.coveredBy);
        chain.coveredUntil = Math.max(leaf.seq(), chain.coveredUntil);
    }

    /** From here on it is this subject's chain. */
    private void of(UUID subject) {
        if (chain != null && chain.subject.equals(subject)) return;
        var before = chain;
        closeChain();
        chain = new Chain(subject);
        if (before != null && before.subject.toString().compareTo(subject.toString()) > 0) fault(null, "stands behind %s: lines were moved".formatted(before.subject));
    }

    private void closeChain() {
        if (chain == null) return;
        if (chain.seq > 0) subjects++;
        if (chain.seq > chain.coveredUntil) fault(chain.coveredUntil + 1, (chain.seq == chain.coveredUntil + 1 ? "is" : "to %d are".formatted(chain.seq)) + " under no root: a leaf or a root was taken away, or they were put in");
        chain = null;
    }

    private void end(Map<String, Object> members) {
        finish();
        ended = true;
        var statement = base64(members, "statement");
        var said = Json.map(new String(statement, StandardCharsets.UTF_8));
        signed("the end of the export", statement, members, (String) said.get("key"));
        if (!TrailExport.WHAT.equals(said.get("what")) || !String.valueOf(at).equals(said.get("at"))) fault(null, null, "the end is that of another export");
        if (!HexFormat.of().formatHex(digest.digest()).equals(said.get("sha256"))) fault(null, null, "the file is not to the byte what was exported");
        ends("roots", last == null ? 0 : last.number(), said);
        ends("entries", entries, said);
        ends("subjects", subjects, said);
        ends("lines", lines, said);
        if (!String.valueOf(last == null ? null : last.hash()).equals(String.valueOf(said.get("root")))) fault(null, null, "the last root is not the one that the export ended with");
    }

    private void ends(String what, long found, Map<String, Object> said) {
        if (number(said, what) != found) fault(null, null, "%d %s were exported, %d are here".formatted(number(said, what), what, found));
    }

    /** Once, behind the last chain: what the roots hold, and what was found of it. */
    private void finish() {
        closeChain();
        if (ended) return;
        TrailRoot before = null;
        for (var grown : roots.values()) {
            var root = grown.root;
            var name = "root %d (%s)".formatted(root.number(), root.at());
            if (!HexFormat.of().formatHex(grown.tree.root()).equals(root.tree()))
                fault(null, null, "%s was signed over %d leaves, and here are %d, which are not the same: a chain's leaf was changed, taken away or put in".formatted(name, root.leaves(), grown.tree.leaves()));
            else if (before == null ? root.number() == 1 : root.number() == before.number() + 1)
                if (root.leaves() != grown.tree.leaves() || root.subjects() - (before == null ? 0 : before.subjects()) != grown.subjects
                        || root.entries() - (before == null ? 0 : before.entries()) != grown.entries)
                    fault(null, null, name + " counts other chains or entries than its leaves");
            before = root;
        }
        held.forEach(hash -> fault(null, null, "the root %s is missing: somebody holds it".formatted(hash)));
        held.clear();
    }

    private void fault(Long seq, String means) {
        fault(chain.subject, seq, means);
    }

    private void fault(UUID subject, Long seq, String means) {
        faults++;
        told.accept(new Fault(subject, seq, means));
    }

    private static UUID subject(Map<String, Object> members) {
        return UUID.fromString((String) members.get("subject"));
    }

    private static long number(Map<String, Object> members, String name) {
        return ((Number) members.get(name)).longValue();
    }

    private static byte[] base64(Map<String, Object> members, String name) {
        var text = (String) members.get(name);
        var bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) throw new IllegalArgumentException("not the Base64 of its bytes: " + name); // a last character can stand for the same bytes
        return bytes;
    }

    private static String hex(Map<String, Object> members, String name) {
        var hex = (String) members.get(name);
        if (hex.length() != 64 || !hex.matches("[0-9a-f]*")) throw new IllegalArgumentException("not 32 bytes in hex: " + name);
        return hex;
    }
}
