package zhicheng.server.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import zhicheng.server.database.Sql;

/** Whose chain of the trail an act adds to, where it changes nothing else of the row that carries the chain. */
public enum Chain {
    ACCOUNT, PERSON, ORGANISATION, DOSSIER, COMPLAINT;

    private final String add = """
            with changed as (update %s set trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?) where id = ? returning *)
            insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""".formatted(name().toLowerCase(Locale.ROOT));

    /** An entry behind the last one; the subject's row is locked from then on. */
    public void add(Connection tx, UUID subject, byte[] entry, Instant at) throws SQLException {
        Sql.writeOne(tx, add, entry, subject, at, entry);
    }
}
