package zhicheng.server.trail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import zhicheng.server.TestDatabase;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;

/** Chains of the trail, written as commands write them: an act on a person, under the lock on his row. */
final class Chains {
    static final Instant BEGIN = Instant.parse("2024-09-18T02:00:00Z");
    private static final Viewer ACTOR = new Viewer(id(99), Set.of(Role.APPLICANT), id(98), null);

    private Chains() {}

    /** {@code 1} is 00000000-0000-4000-8000-000000000001. */
    static UUID id(int number) {
        return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number));
    }

    /** People with these numbers, without any act. */
    static void people(TestDatabase database, int... numbers) throws SQLException {
        try (var writer = database.writer().getConnection()) {
            for (var number : numbers)
                Sql.write(writer, "insert into person (id, name, region, made_up, created_at) values (?, '虚构', 'xianning', true, ?)", id(number), BEGIN);
        }
    }

    /** An act, in whatever transaction there is. */
    static void act(Connection tx, UUID person, String act, Instant at) throws SQLException {
        var entry = Acts.entry(ACTOR, act, at, Map.of("clauses", List.of("B24-3.1")));
        Sql.writeOne(tx, """
                with changed as (update person set trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?) where id = ? returning *)
                insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""", entry, person, at, entry);
    }

    /** A root over what is under none. */
    static void root(TestDatabase database, TrailKey key, Instant at) throws SQLException {
        try (var writer = database.writer().getConnection()) {
            writer.setAutoCommit(false);
            TrailRoots.make(writer, key, at).orElseThrow();
            writer.commit();
        }
    }

    static byte[] exported(TestDatabase database, TrailKey key, Instant at) {
        var out = new ByteArrayOutputStream();
        try (var writer = database.writer().getConnection()) {
            TrailExport.write(writer, key, at, out);
            return out.toByteArray();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
