package zhicheng.server.trail;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a root says, and what is signed of it. Hashes are in lower-case hex.
 *
 * @param number from 1, without gaps
 * @param at official time, never before that of the root before
 * @param before hash of the root before; null for the first
 * @param tree root of the Merkle tree over the leaves, in the order of their subjects
 * @param leaves chains that grew since the root before
 * @param subjects chains that are under this root and those before it, in all
 * @param entries entries that are, in all
 * @param key fingerprint of the public key ({@link TrailKey#fingerprint})
 */
public record TrailRoot(long number, Instant at, String before, String tree, long leaves, long subjects, long entries, String key) {
    static final String WHAT = "zhicheng trail root 1";

    /** Canonical JSON (RFC 8785). */
    public byte[] statement() {
        var statement = new LinkedHashMap<String, Object>();
        statement.put("what", WHAT);
        statement.put("number", number);
        statement.put("at", at.toString());
        statement.put("before", before);
        statement.put("tree", tree);
        statement.put("leaves", leaves);
        statement.put("subjects", subjects);
        statement.put("entries", entries);
        statement.put("key", key);
        return Json.canonical(statement);
    }

    /** By which it is known: SHA-256 of the statement. */
    public String hash() {
        return HexFormat.of().formatHex(Json.sha256(statement()));
    }

    /** @throws IllegalArgumentException where the bytes are not a root's statement, to the byte */
    public static TrailRoot of(byte[] statement) {
        try {
            var said = Json.map(new String(statement, StandardCharsets.UTF_8));
            var root = new TrailRoot(number(said, "number"), Instant.parse((String) said.get("at")), (String) said.get("before"), (String) said.get("tree"), number(said, "leaves"),
                    number(said, "subjects"), number(said, "entries"), (String) said.get("key"));
            if (Arrays.equals(root.statement(), statement)) return root;
        } catch (RuntimeException e) {
            if (!malformed(e)) throw e;
        }
        throw new IllegalArgumentException("not the statement of a root");
    }

    private static long number(Map<String, Object> said, String name) {
        return ((Number) said.get(name)).longValue();
    }

    /** What comes of reading what is not as it should be: no JSON, a member that is missing or of another kind. */
    static boolean malformed(RuntimeException e) {
        return e instanceof UncheckedIOException || e instanceof NullPointerException || e instanceof ClassCastException || e instanceof DateTimeException
                || e instanceof IllegalArgumentException;
    }
}
