package zhicheng.server.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;

/**
 * An account by which somebody applies, of which each has one. One that was made for him (J24-2.1) and that nobody ever opened keeps him from no other: nothing stands in it.
 *
 * @param stands whether it was opened, or is for more than applying: then it is his, and he has no other
 */
record Applying(SeenAccount account, boolean stands) {

    /** Of an account {@code a} by which somebody applies, with its credential {@code c}, that it stands. @param opened {@link Sessions#opened} */
    static String stands(String opened) {
        return "(a.roles <> array['APPLICANT'] or " + opened + ")";
    }

    /** All of a person's that are not closed, the oldest first, locked until the transaction ends: whoever opens one at the same time has opened it, or finds it void. @param opened {@link Sessions#opened} */
    static List<Applying> of(Connection tx, UUID person, String opened) throws SQLException {
        var ids = Sql.one(tx, row -> (UUID[]) row.getArray(1).getArray(),
                "select coalesce(array_agg(id order by created_at, id), '{}') from account where person = ? and roles @> array['APPLICANT'] and not disabled", person).orElseThrow();
        var found = new ArrayList<Applying>();
        for (var id : ids) {
            var account = SeenAccount.locked(tx, id).orElseThrow();
            if (!account.disabled()) found.add(new Applying(account, Sql.one(tx, row -> row.getBoolean(1), "select " + stands(opened) + " from account a left join credential c on c.account = a.id where a.id = ?", id).orElseThrow()));
        }
        return found;
    }

    UUID id() {
        return account.viewer().account();
    }

    /** Another one takes its place: it is void, which is written in its person's chain. */
    void giveWay(Connection tx, Viewer actor, List<String> clauses, Instant at) throws SQLException {
        Sql.writeOne(tx, "update account set disabled = true where id = ?", id());
        NewAccount.voidCode(tx, id());
        Chain.PERSON.add(tx, account.viewer().person(), Acts.entry(actor, "VOID_ACCOUNT", at, Map.of("account", id(), "clauses", clauses)), at);
    }
}
