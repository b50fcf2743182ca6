package zhicheng.server.payment;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.chain.Posted;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Stage;
import zhicheng.server.message.Messages;
import zhicheng.server.outside.payment.Paid;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/**
 * The fiscal platform says that a review fee was paid (B24-5.5): however often it says so, and in whatever other words, a receipt counts once, and for one order; what was another amount than was asked for counts once it is said to be
 * the right one. What counts is when it was paid and not when that is told, unless that cannot be: before the order
 * was asked for, or later than it is told; then it counts as paid when it is told, and the trail keeps both. So a dossier
 * that was taken as abandoned although it had been paid for goes on, with its post (J24-4.1, X24-3.1.1), or stays abandoned where that is gone; what was paid too late, twice, in
 * another amount, or for what has ended is kept, shown, and moves nothing.
 */
@Singleton
@Requires(beans = DataSource.class)
public final class RecordPayment {
    private static final Logger LOG = LoggerFactory.getLogger(RecordPayment.class);

    private final Acts acts;
    private final OfficialClock official;
    private final Regions regions;

    RecordPayment(Acts acts, OfficialClock official, Regions regions) {
        this.acts = acts;
        this.official = official;
        this.regions = regions;
    }

    /** What came of a word of the platform's. */
    public enum Outcome { PAID, PAID_LATE, TWICE, OTHER_AMOUNT, OTHER_ORDER, UNKNOWN_NUMBER }

    /** Of which order a receipt was said first, and what came of that. */
    private record Before(String number, Outcome outcome) {}

    /** The order and its dossier as one select saw them, the dossier locked; {@code receipt} null: nothing was paid yet. */
    private record Known(UUID id, UUID dossier, UUID applicant, String title, Stage stage, boolean isUnpaid, int fen, Clause clause, Instant asked, String receipt, String state) {
        /** Whether it waits to be paid for, or was taken as abandoned because nobody knew that it was. */
        boolean isToBePaidFor() {
            return stage == Stage.PAYMENT_PENDING || stage == Stage.FORFEITED && isUnpaid;
        }

        /** Whether nothing was paid yet, and this is what was asked for. */
        boolean isAsked(Paid paid) {
            return receipt == null && fen == paid.fen();
        }
    }

    /** @param at official time at which it is told */
    public Outcome perform(Paid paid, Instant at) {
        return acts.open("recordPayment", tx -> {
            Sql.one(tx, _ -> true, "select pg_advisory_xact_lock(hashtextextended(?, 0))", paid.receipt()); // one receipt said of two orders at once
            var known = locked(tx, paid.number());
            var earlier = Sql.one(tx, row -> Outcome.valueOf(row.getString(1)), "select outcome from payment_call where hash = ?", paid.hash());
            if (earlier.isPresent()) return earlier.get();
            var before = known == null ? Optional.<Before>empty() : before(tx, paid.receipt());
            var outcome = before.isPresent() ? again(tx, known, paid, before.get(), at) : first(tx, known, paid, at);
            Sql.write(tx, "insert into payment_call (hash, number, fen, paid_at, receipt, at, outcome) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                    paid.hash(), paid.number(), paid.fen(), paid.at(), paid.receipt(), at, outcome.name());
            if (outcome != Outcome.PAID) LOG.warn("order {}: {} fen under receipt {} are {}", paid.number(), paid.fen(), paid.receipt(), outcome);
            return outcome;
        });
    }

    /** Null where there is no order of that number. First the lock, then the look. */
    private static Known locked(Connection tx, String number) throws SQLException {
        var dossier = Sql.one(tx, row -> row.getObject(1, UUID.class), "select dossier from payment where number = ?", number);
        if (dossier.isEmpty()) return null;
        Sql.one(tx, row -> true, "select 1 from dossier where id = ? for no key update", dossier.get());
        return Sql.one(tx, row -> new Known(row.getObject("id", UUID.class), row.getObject("dossier", UUID.class), row.getObject("applicant", UUID.class), row.getString("title"), Stage.valueOf(row.getString("stage")),
                        "UNPAID".equals(row.getString("ended_reason")), row.getInt("fen"), Clause.of(row.getString("clause")), row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getString("receipt"), row.getString("state")),
                "select p.id, p.dossier, p.fen, p.clause, p.asked_at, p.receipt, p.state, d.applicant, d.title, d.stage, d.ended_reason from payment p join dossier d on d.id = p.dossier where p.number = ?", number).orElseThrow();
    }

    /** Empty where the receipt was said of no order of ours. Where it has paid one, that counts, and not that another amount was said first. */
    private static Optional<Before> before(Connection tx, String receipt) throws SQLException {
        return Sql.one(tx, row -> new Before(row.getString("number"), Outcome.valueOf(row.getString("outcome"))), """
                select number, outcome from (select number, outcome, at, true as said from payment_call where receipt = ? and outcome not in ('OTHER_ORDER', 'UNKNOWN_NUMBER')
                                             union all select number, state, told_at, false from payment where receipt = ?) known order by said, at limit 1""", receipt, receipt);
    }

    /** A receipt is said for the first time. @param known null where there is no order of that number */
    private Outcome first(Connection tx, Known known, Paid paid, Instant at) throws SQLException {
        if (known == null) return Outcome.UNKNOWN_NUMBER;
        if (known.isAsked(paid)) return paid(tx, known, paid, at, Map.of());
        var outcome = known.receipt() == null ? Outcome.OTHER_AMOUNT : Outcome.TWICE;
        besides(tx, known, paid, outcome, at);
        return outcome;
    }

    /** The receipt was said before, in other words or of another order: no more money for that, unless a wrong amount is put right, and the trail has what is said now. */
    private Outcome again(Connection tx, Known known, Paid paid, Before before, Instant at) throws SQLException {
        if (before.number().equals(paid.number()) && before.outcome() == Outcome.OTHER_AMOUNT && known.isAsked(paid)) {
            var wrong = takenBack(tx, known, paid);
            return paid(tx, known, paid, at, Map.of("again", true, "amount", Json.change(wrong, paid.fen())));
        }
        var outcome = before.number().equals(paid.number()) ? before.outcome() : Outcome.OTHER_ORDER;
        var told = told(known, paid, outcome);
        told.put("again", true);
        Chain.DOSSIER.add(tx, known.dossier(), Acts.entry("PAY_OTHERWISE", at, told), at);
        return outcome;
    }

    /**
     * What a receipt was first said to be of is no money besides any more; but for what was given back already, which is kept.
     *
     * @return that amount, by the trail: only the first word of a receipt added anything
     */
    private static int takenBack(Connection tx, Known known, Paid paid) throws SQLException {
        var wrong = Sql.one(tx, row -> row.getInt(1), """
                select (convert_from(entry, 'UTF8')::jsonb ->> 'fen')::integer from trail
                where subject = ? and act = 'PAY_OTHERWISE' and convert_from(entry, 'UTF8')::jsonb ->> 'receipt' = ? order by seq limit 1""", known.dossier(), paid.receipt()).orElseThrow();
        Sql.writeOne(tx, "update payment set other_fen = nullif(greatest(other_fen - ?, refunded_fen, 0), 0) where id = ?", wrong, known.id());
        return wrong;
    }

    /** @param more what the trail keeps of it besides */
    private Outcome paid(Connection tx, Known known, Paid paid, Instant at, Map<String, Object> more) throws SQLException {
        var said = official.of(paid.at());
        var when = taken(said, known, at);
        var outcome = Outcome.valueOf(Sql.one(tx, row -> row.getString(1), "update payment set paid_at = ?, told_at = ?, receipt = ?, next_at = null where id = ? returning state",
                when, at, paid.receipt(), known.id()).orElseThrow());
        var isInTime = outcome == Outcome.PAID && known.isToBePaidFor();
        var again = isInTime && known.stage() == Stage.FORFEITED ? Posted.again(tx, regions, known.dossier(), at) : Optional.<Posted>empty();
        var goesOn = isInTime && (known.stage() == Stage.PAYMENT_PENDING || again.isPresent());
        var told = told(known, paid, outcome);
        told.putAll(more);
        if (!when.equals(said)) {
            told.put("taken", when);
            LOG.warn("order {}: the fiscal platform says that it was paid at {}, which cannot be; {} counts", paid.number(), paid.at(), when);
        }
        again.ifPresent(posted -> told.putAll(posted.noted()));
        if (isInTime && !goesOn) told.put("post", "gone");
        if (goesOn) told.put("stage", Json.change(known.stage(), Stage.ELIGIBILITY_REVIEW));
        var entry = Acts.entry(outcome == Outcome.PAID ? "PAY" : "PAY_LATE", at, told);
        if (goesOn)
            Sql.writeOne(tx, """
                    with waited as (update payment set closed_at = null where id = ?),
                    changed as (
                        update dossier set stage = ?, stage_since = ?, ended_reason = null, ended_clause = null, version = version + 1, updated_at = ?,
                               trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?)
                        where id = ? returning *)
                    insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""",
                    known.id(), Stage.ELIGIBILITY_REVIEW.name(), at, at, entry, known.dossier(), at, entry);
        else Chain.DOSSIER.add(tx, known.dossier(), entry, at);
        var kind = outcome == Outcome.PAID_LATE && known.isToBePaidFor() ? Messages.Kind.PAID_LATE : goesOn ? Messages.Kind.PAID : Messages.Kind.PAID_ENDED;
        Messages.write(tx, known.applicant(), kind, known.id(), known.dossier(), known.clause(), kind == Messages.Kind.PAID_ENDED ? ended(known, paid, isInTime) : says(known, paid, outcome), at, null);
        return outcome;
    }

    /** Nobody pays an order before there is one, to the platform's second, nor later than it tells: a clock that is wrong takes nothing from who paid in time. */
    private static Instant taken(Instant said, Known known, Instant at) {
        if (said.isBefore(known.asked().truncatedTo(ChronoUnit.SECONDS))) return known.asked();
        return said.isAfter(at) ? at : said;
    }

    /** Money that nobody had asked for; for a person to give back. */
    private static void besides(Connection tx, Known known, Paid paid, Outcome outcome, Instant at) throws SQLException {
        Sql.writeOne(tx, "update payment set other_fen = least(coalesce(other_fen, 0)::bigint + ?, 2000000000)::integer where id = ?", paid.fen(), known.id());
        Chain.DOSSIER.add(tx, known.dossier(), Acts.entry("PAY_OTHERWISE", at, told(known, paid, outcome)), at);
    }

    private static Map<String, Object> told(Known known, Paid paid, Outcome outcome) {
        var told = new LinkedHashMap<String, Object>(paid.words());
        told.put("outcome", outcome);
        told.put("clauses", List.of(known.clause().id()));
        return told;
    }

    /** For what has ended nothing was to be paid any more. @param isWithoutPost it would go on, had its post not gone to another */
    private static Text ended(Known known, Paid paid, boolean isWithoutPost) {
        var yuan = Payments.yuan(paid.fen());
        return isWithoutPost
                ? Text.of("“" + known.title() + "”的评审费 " + yuan + " 元在截止时间前缴纳，但到账信息迟到，申报已视为放弃，岗位已由他人使用，不能继续；款项由工作人员退还（电子票据号 " + paid.receipt() + "）",
                        "“" + known.title() + "”: the review fee of " + yuan + " yuan was paid in time and is heard of late; the application counts as abandoned, its post has gone to another, and it cannot go on; the money is given back by a person (electronic receipt " + paid.receipt() + ")")
                : Text.of("“" + known.title() + "”的申报已经终结（" + known.stage().label().zh() + "），不再评审，所缴评审费 " + yuan + " 元由工作人员退还（电子票据号 " + paid.receipt() + "）",
                        "“" + known.title() + "”: the application has ended (" + known.stage().label().en() + ") and is not reviewed; the " + yuan + " yuan that were paid are given back by a person (electronic receipt " + paid.receipt() + ")");
    }

    private static Text says(Known known, Paid paid, Outcome outcome) {
        var yuan = Payments.yuan(paid.fen());
        return outcome == Outcome.PAID
                ? Text.of("“" + known.title() + "”的评审费 " + yuan + " 元已缴，电子票据号 " + paid.receipt(), "“" + known.title() + "”: the review fee of " + yuan + " yuan was paid, electronic receipt " + paid.receipt())
                : Text.of("“" + known.title() + "”的评审费 " + yuan + " 元在截止时间后缴纳，申报视为放弃，款项由工作人员退还（电子票据号 " + paid.receipt() + "）",
                        "“" + known.title() + "”: the review fee of " + yuan + " yuan was paid after the deadline; the application counts as abandoned, and the money is given back by a person (electronic receipt " + paid.receipt() + ")");
    }
}
