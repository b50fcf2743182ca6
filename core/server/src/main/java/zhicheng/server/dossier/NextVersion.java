package zhicheng.server.dossier;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import zhicheng.server.database.Sql;

/** A dossier has one more version, by an act that changes nothing else of its row. */
final class NextVersion {
    private NextVersion() {}

    static void write(Connection tx, SeenDossier seen, byte[] entry, Instant at) throws SQLException {
        Sql.writeOne(tx, """
                with changed as (
                    update dossier set version = version + 1, updated_at = ?, trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?) where id = ? and version = ? returning *)
                insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""", at, entry, seen.id(), seen.version(), at, entry);
    }
}
