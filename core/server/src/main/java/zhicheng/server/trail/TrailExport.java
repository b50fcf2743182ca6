package zhicheng.server.trail;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.database.Sql;

/**
 * The whole trail as a file that stands on its own: every entry to the byte, every leaf and root, as one moment of the database had them, in JSON Lines
 * ({@code tools/TRAIL.md}). It begins by making a root, so that each of its entries is under one, and ends with a signed line that says how it ends.
 *
 * <p>Rows are read and written as they come: memory does not grow with the trail. Roots of the servers wait until it is done.
 */
public final class TrailExport {
    static final String WHAT = "zhicheng trail export 1";
    private static final int AT_A_TIME = 1_000;

    private final Connection tx;
    private final DigestOutputStream out;
    private long lines;
    private long entries;
    private long subjects;
    private UUID subject;

    private TrailExport(Connection tx, OutputStream out) {
        this.tx = tx;
        this.out = new DigestOutputStream(new BufferedOutputStream(out, 1 << 16), Json.sha256());
    }

    /** What was written; {@code last} is the root that covers all of it, empty where there is no entry. */
    public record Written(long entries, long subjects, Optional<TrailRoot> last) {}

    /**
     * Writes it.
     *
     * @param connection the writer's, used for nothing else: a lock goes with it, and it is to be closed
     * @param at official time
     * @param out is flushed, and not closed
     */
    public static Written write(Connection connection, TrailKey key, Instant at, OutputStream out) throws SQLException, IOException {
        connection.setAutoCommit(true);
        Sql.one(connection, _ -> true, "select pg_advisory_lock(?)", TrailRoots.LOCK); // first the lock, then the moment that is seen
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        TrailRoots.make(connection, key, at);
        var written = new TrailExport(connection, out).write(key, at);
        connection.commit();
        return written;
    }

    private Written write(TrailKey key, Instant at) throws SQLException, IOException {
        line("export", Map.of("what", WHAT, "at", at.toString()));
        var last = roots();
        chains();
        var end = new LinkedHashMap<String, Object>();
        end.put("what", WHAT);
        end.put("at", at.toString());
        end.put("root", last.map(TrailRoot::hash).orElse(null));
        end.put("roots", last.map(TrailRoot::number).orElse(0L));
        end.put("subjects", subjects);
        end.put("entries", entries);
        end.put("lines", lines);
        end.put("sha256", hex(out.getMessageDigest().digest()));
        end.put("key", key.fingerprint());
        var statement = Json.canonical(end);
        line("end", signed(statement, key.sign(statement), key.open().getEncoded()));
        out.flush();
        return new Written(entries, subjects, last);
    }

    private Optional<TrailRoot> roots() throws SQLException, IOException {
        TrailRoot last = null;
        try (var rows = rows("select statement, signature, key from trail_root order by number")) {
            while (rows.next()) {
                line("root", signed(rows.getBytes(1), rows.getBytes(2), rows.getBytes(3)));
                last = TrailRoot.of(rows.getBytes(1));
            }
        }
        return Optional.ofNullable(last);
    }

    /** Subject by subject, each leaf behind the entry where it ends. */
    private void chains() throws SQLException, IOException {
        try (var trail = rows("select subject, seq, at, head, entry from trail order by subject, seq"); var leaves = rows("select subject, seq, after, head, root from trail_leaf order by subject, seq")) {
            var entry = trail.next();
            var leaf = leaves.next();
            while (entry || leaf)
                if (entry && (!leaf || !isBehind(trail, leaves))) {
                    entry(trail);
                    entry = trail.next();
                } else {
                    leaf(leaves);
                    leaf = leaves.next();
                }
        }
    }

    /** Whether the entry comes behind the leaf, in the database's order of ids. */
    private static boolean isBehind(ResultSet entry, ResultSet leaf) throws SQLException {
        var subjects = entry.getString(1).compareTo(leaf.getString(1));
        return subjects > 0 || subjects == 0 && entry.getLong(2) > leaf.getLong(2);
    }

    private void entry(ResultSet row) throws SQLException, IOException {
        var one = row.getObject(1, UUID.class);
        if (!one.equals(subject)) subjects++;
        subject = one;
        entries++;
        line("entry", Map.of("subject", one, "seq", row.getLong(2), "at", row.getObject(3, OffsetDateTime.class).toInstant().toString(), "head", hex(row.getBytes(4)), "bytes", base64(row.getBytes(5))));
    }

    private void leaf(ResultSet row) throws SQLException, IOException {
        line("leaf", Map.of("subject", row.getString(1), "seq", row.getLong(2), "after", row.getLong(3), "head", hex(row.getBytes(4)), "root", row.getLong(5)));
    }

    private static Map<String, Object> signed(byte[] statement, byte[] signature, byte[] key) {
        return Map.of("statement", base64(statement), "signature", base64(signature), "key", base64(key));
    }

    private void line(String kind, Map<String, Object> members) throws IOException {
        out.write(Json.canonical(Map.of(kind, members)));
        out.write('\n');
        lines++;
    }

    /** Some at a time, whatever there is. */
    private ResultSet rows(String select) throws SQLException {
        var statement = tx.prepareStatement(select);
        statement.closeOnCompletion();
        statement.setFetchSize(AT_A_TIME);
        return statement.executeQuery();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
