package zhicheng.server.chain;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Arrivals;
import zhicheng.server.dossier.Stage;
import zhicheng.server.message.Messages;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/** How a step that was decided is written: the dossier and its trail in one statement, then what hangs on it. */
final class Moved {
    private Moved() {}

    /** @param more what else the trail keeps of it */
    static void to(Connection tx, Viewer actor, OnItsWay seen, Stage stage, String act, Instant at, Map<String, ?> more) throws SQLException {
        var told = clauses(seen, more);
        told.put("stage", Map.of("before", seen.stage(), "after", stage));
        var entry = Acts.entry(actor, act, at, told);
        Sql.writeOne(tx, """
                with changed as (
                    update dossier set stage = ?, stage_since = case when stage = ? then stage_since else ? end, version = version + 1, updated_at = ?,
                           trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?)
                    where id = ? and version = ? returning *)
                insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""",
                stage.name(), stage.name(), at, at, entry, seen.id(), seen.version(), at, entry);
    }

    /**
     * What leaves it at its stage and as it is: in the trail alone. Of what somebody objected, and what was found of it, its applicant would know by the dossier's version and times, which he reads; and a later day to mend it
     * leaves him the version for which he signs.
     */
    static void noted(Connection tx, Viewer actor, OnItsWay seen, String act, Instant at, Map<String, ?> more) throws SQLException {
        Chain.DOSSIER.add(tx, seen.id(), Acts.entry(actor, act, at, clauses(seen, more)), at);
    }

    private static Map<String, Object> clauses(OnItsWay seen, Map<String, ?> more) {
        var told = new LinkedHashMap<String, Object>(more);
        told.putIfAbsent("clauses", seen.clause() == null ? seen.edition().edition().notices() : List.of(seen.clause().id()));
        return told;
    }

    /** The visit at which it lies is over; where none was written, it is written now. */
    static void done(Connection tx, Viewer actor, OnItsWay seen, String outcome, String words, Instant at) throws SQLException {
        begun(tx, actor, seen, at);
        Sql.writeOne(tx, "update dossier_step set done_at = ?, outcome = ?, words = coalesce(?, words) where dossier = ? and done_at is null", at, outcome, words, seen.id());
    }

    /** Somebody took it in hand. */
    static void begun(Connection tx, Viewer actor, OnItsWay seen, Instant at) throws SQLException {
        if (seen.step() == null && Sql.one(tx, row -> true, "select 1 from dossier_step where dossier = ? and done_at is null", seen.id()).isEmpty())
            Arrivals.write(tx, seen.id(), 1, 1, seen.kind(), seen.employer(), seen.clause(), at, seen.due(seen.kind()));
        Sql.writeOne(tx, "update dossier_step set responsible = coalesce(?, responsible), officer = coalesce((select name from person where id = ?), officer) where dossier = ? and done_at is null", actor.person(), actor.person(), seen.id());
    }

    /** The number of the next visit. */
    static int next(OnItsWay seen) {
        return Math.max(1, seen.steps().size()) + 1;
    }

    /** No publication is open any more. */
    static void unpublished(Connection tx, OnItsWay seen, Instant at) throws SQLException {
        Sql.write(tx, "update publication set ended_at = ? where dossier = ? and ended_at is null", at, seen.id());
    }

    /** It has ended by this clause (null: no notice rules it), and its applicant is told that it goes no further; why, he reads there. */
    static void refused(Connection tx, OnItsWay seen, Clause clause, Instant at) throws SQLException {
        Sql.writeOne(tx, "update dossier set ended_clause = ? where id = ?", clause == null ? null : clause.id(), seen.id());
        Messages.write(tx, seen.applicant(), Messages.Kind.REFUSED, seen.id(), seen.id(), clause, Text.of("“" + seen.title() + "”申报材料审核不予通过", "“" + seen.title() + "” was refused"), at, null);
        OpenObjections.left(tx, seen.id(), at);
    }

    /** The visit, after {@link #begun}. */
    static UUID step(Connection tx, OnItsWay seen) throws SQLException {
        return Sql.one(tx, row -> row.getObject(1, UUID.class), "select id from dossier_step where dossier = ? and done_at is null", seen.id()).orElseThrow();
    }
}
