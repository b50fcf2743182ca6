package zhicheng.server.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import zhicheng.server.database.Sql;

/** Entries of the trail about what an act of this package is about. */
final class Chains {
    private Chains() {}

    static void ofAccount(Connection tx, UUID account, byte[] entry, Instant at) throws SQLException {
        Sql.writeOne(tx, """
                with changed as (update account set trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?) where id = ? returning *)
                insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""", entry, account, at, entry);
    }

    static void ofPerson(Connection tx, UUID person, byte[] entry, Instant at) throws SQLException {
        Sql.writeOne(tx, """
                with changed as (update person set trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?) where id = ? returning *)
                insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""", entry, person, at, entry);
    }

    static void ofOrganisation(Connection tx, UUID organisation, byte[] entry, Instant at) throws SQLException {
        Sql.writeOne(tx, """
                with changed as (update organisation set trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?) where id = ? returning *)
                insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""", entry, organisation, at, entry);
    }
}
