package zhicheng.server.clockwork;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.Busy;
import zhicheng.server.chain.OpenObjections;
import zhicheng.server.database.Sql;
import zhicheng.server.message.Messages;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/** Dossiers that end by themselves: each is locked, looked at again and ended in a transaction of its own, so that one that cannot be ended holds up no other. */
@Singleton
@Requires(beans = DataSource.class)
final class Dossiers {
    private static final Logger LOG = LoggerFactory.getLogger(Dossiers.class);
    private static final int AT_A_TIME = 500;

    private final Acts acts;

    Dossiers(Acts acts) {
        this.acts = acts;
    }

    /** Why a dossier ends, and what its applicant is told; {@code clauses} begin with the one by which it does. */
    record End(Ending why, List<Clause> clauses, Text says) {}

    /** Those that may be due, but for some. */
    @FunctionalInterface
    interface Some {
        List<UUID> besides(Connection tx, UUID[] tried, int most) throws SQLException;
    }

    /** Looks once more, with the row locked; null where it does not end after all. */
    @FunctionalInterface
    interface Look {
        End decide(Connection tx, UUID dossier) throws SQLException;
    }

    /** Learns what is to be known of one of them before it is looked at, outside of any transaction; where it breaks off that one is left for later. */
    @FunctionalInterface
    interface First {
        void learn(UUID dossier);
    }

    /** @return how many were ended */
    int end(String chore, Instant at, Some some, Look look) {
        return end(chore, at, some, _ -> {}, look);
    }

    /** As above, each learnt of right before it is looked at: what is learnt of one, or is not, is nothing to another. */
    int end(String chore, Instant at, Some some, First first, Look look) {
        var tried = new ArrayList<UUID>();
        var ended = 0;
        RuntimeException broken = null;
        while (true) {
            var batch = acts.open(chore, tx -> some.besides(tx, tried.toArray(UUID[]::new), AT_A_TIME));
            for (var dossier : batch)
                try {
                    first.learn(dossier);
                    if (acts.open(chore, tx -> end(tx, dossier, at, look))) ended++;
                } catch (Busy held) {
                    LOG.info("{}: {} is in another's hand, and is looked at again later", chore, dossier);
                } catch (RuntimeException failed) {
                    LOG.error("{}: {} could not be ended, and is tried again later", chore, dossier, failed);
                    if (broken == null) broken = failed;
                }
            if (batch.size() < AT_A_TIME) break;
            tried.addAll(batch);
        }
        if (broken != null) throw broken;
        return ended;
    }

    private static boolean end(Connection tx, UUID dossier, Instant at, Look look) throws SQLException {
        if (Sql.one(tx, row -> true, "select 1 from dossier where id = ? and deleted_at is null for no key update", dossier).isEmpty()) return false;
        var end = look.decide(tx, dossier);
        if (end == null) return false;
        var stage = Sql.one(tx, row -> row.getString(1), "select stage from dossier where id = ?", dossier).orElseThrow();
        var more = new LinkedHashMap<String, Object>();
        more.put("stage", Json.change(stage, end.why().stage));
        more.put("reason", end.why());
        more.put("clauses", end.clauses().stream().map(Clause::id).distinct().toList());
        var entry = Acts.entry(end.why().act, at, more);
        Sql.writeOne(tx, """
                with changed as (
                    update dossier set stage = ?, stage_since = ?, ended_reason = ?, ended_clause = ?, version = version + 1, updated_at = ?,
                           trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?)
                    where id = ? returning *),
                left_off as (update dossier_step set done_at = ?, outcome = 'TERMINATED' where dossier = ? and done_at is null),
                unpublished as (update publication set ended_at = ? where dossier = ? and ended_at is null),
                unpaid as (update payment set closed_at = ?, next_at = null where dossier = ? and closed_at is null and paid_at is null)
                insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""",
                end.why().stage.name(), at, end.why().name(), end.clauses().getFirst().id(), at, entry, dossier, at, dossier, at, dossier, at, dossier, at, entry);
        var applicant = Sql.one(tx, row -> row.getObject(1, UUID.class), "select applicant from dossier where id = ?", dossier).orElseThrow();
        Messages.write(tx, applicant, end.why().told, dossier, dossier, end.clauses().getFirst(), end.says(), at, null);
        OpenObjections.left(tx, dossier, at);
        return true;
    }
}
