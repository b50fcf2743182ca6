package zhicheng.server.payment;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.account.Oneself;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.message.Messages;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/**
 * A bureau's finance records that money was given back (退费): of a payment of its region, all that a person was to look at giving back and nothing else, once. What is paid besides
 * after that can be recorded when it is given back too. Nothing is paid by it, and no notice asks for it: its clause is the payment's (B24-5.5).
 */
@Singleton
public final class RecordRefund {
    private static final int LONGEST = 200;

    private final Acts acts;

    RecordRefund(Acts acts) {
        this.acts = acts;
    }

    /** @param on the day on which it was given back; @param document under which */
    public record Input(String key, UUID payment, int fen, LocalDate on, String document) {}

    /**
     * The payment and its dossier as one select saw them, the dossier locked.
     *
     * @param oneself what whoever acts is to the applicant; null: another
     * @param from the day on which what is to be given back had come, the last of it; not before it was asked for
     * @param toGiveBack all that a person is to look at giving back; 0: nothing
     * @param before what is recorded of it; null: nothing
     */
    private record Known(UUID dossier, UUID applicant, Oneself oneself, String title, Clause clause, LocalDate from, int toGiveBack, Integer before, LocalDate beforeOn) {
        int left() {
            return toGiveBack - (before == null ? 0 : before);
        }
    }

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = Map.of("payment", input.payment(), "fen", input.fen(), "on", input.on(), "document", input.document());
        return acts.perform(actor, at, "recordRefund", input.key(), asked, List.of(), tx -> {
            var known = locked(tx, actor, input.payment()).orElse(null);
            if (known == null)
                return Acts.Outcome.refused(Finding.refusal("refund.not-found", null, Text.of("本地区的缴费", "a payment of the region"), Text.of("没有 " + input.payment(), "there is none called " + input.payment()), "input.payment"));
            var findings = findings(known, input, at.atZone(When.CHINA).toLocalDate());
            if (!findings.isEmpty()) return new Acts.Outcome(input.payment(), findings);
            Sql.writeOne(tx, "update payment set refunded_fen = ?, refunded_on = ?, refund_document = ? where id = ?", known.toGiveBack(), input.on(), input.document(), input.payment());
            Chain.DOSSIER.add(tx, known.dossier(), Acts.entry(actor, "RECORD_REFUND", at, Map.of("payment", input.payment(), "fen", input.fen(), "refundedFen", Json.change(known.before(), known.toGiveBack()),
                    "on", input.on().toString(), "document", input.document(), "clauses", List.of(known.clause().id()))), at);
            Messages.write(tx, known.applicant(), Messages.Kind.REFUNDED, UUID.randomUUID(), known.dossier(), known.clause(), says(known, input), at, null);
            return new Acts.Outcome(input.payment(), List.of());
        });
    }

    /** Empty where there is none in the region of the actor's bureau. First the lock, then the look: what the platform says of it comes under the same lock. */
    private static Optional<Known> locked(Connection tx, Viewer actor, UUID payment) throws SQLException {
        var dossier = Sql.one(tx, row -> row.getObject(1, UUID.class), "select dossier from payment where id = ? and region = (select region from organisation where id = ? and kind = 'HRSS')", payment, actor.organisation());
        if (dossier.isEmpty()) return Optional.empty();
        Sql.one(tx, row -> true, "select 1 from dossier where id = ? for no key update", dossier.get());
        return Sql.one(tx, row -> new Known(dossier.get(), row.getObject("applicant", UUID.class), Oneself.in(row, "oneself").orElse(null), row.getString("title"), Clause.of(row.getString("clause")),
                row.getObject("since", OffsetDateTime.class).atZoneSameInstant(When.CHINA).toLocalDate(), row.getInt("to_give_back"), row.getObject("refunded_fen", Integer.class), row.getObject("refunded_on", LocalDate.class)), """
                select d.applicant, %s as oneself, d.title, p.clause, coalesce(p.refund_fen, 0) as to_give_back, p.refunded_fen, p.refunded_on,
                       greatest(p.asked_at, case when p.refund <> 'BESIDES' then p.paid_at end,
                                (select max(came) from (select min(least(c.paid_at, c.at)) as came from payment_call c
                                                        where c.number = p.number and c.outcome in ('OTHER_AMOUNT', 'TWICE') and c.receipt is distinct from p.receipt group by c.receipt) besides)) as since
                from payment p join dossier d on d.id = p.dossier join person a on a.id = d.applicant where p.id = ?""".formatted(Oneself.of("a")), actor.person(), payment);
    }

    private static List<Finding> findings(Known known, Input input, LocalDate today) {
        var clause = known.clause();
        if (known.oneself() != null) return List.of(known.oneself().refusal("refund.own", clause, Text.of("这是本人的缴费", "it is one's own payment"), "input.payment"));
        if (known.toGiveBack() == 0)
            return List.of(Finding.refusal("refund.none", clause, Text.of("有待退款项的缴费（refund）", "a payment of which somebody looks at giving back (refund)"), Text.of("没有待退款项", "there is nothing to give back"), "input.payment"));
        if (known.left() == 0)
            return List.of(Finding.refusal("refund.known", clause, Text.of("登记一次", "recorded once"), Text.of("已于 " + known.beforeOn() + " 退还 " + Payments.yuan(known.before()) + " 元", "it is: " + Payments.yuan(known.before()) + " yuan on " + known.beforeOn()), "input.payment"));
        var findings = new ArrayList<Finding>();
        if (input.fen() != known.left())
            findings.add(Finding.refusal("refund.amount", clause, Text.of("全部待退款项：" + known.left() + " 分", "all that is to be given back: " + known.left() + " fen"), Text.of(input.fen() + " 分", input.fen() + " fen"), "input.fen")
                    .remedy(Text.of("按实际已缴的金额退还后登记", "give back what was paid, and record that"), null));
        if (input.on().isBefore(known.from()) || input.on().isAfter(today))
            findings.add(Finding.refusal("refund.on", clause, Text.of("自 " + known.from() + " 至今日 " + today, "from " + known.from() + " to this day, " + today), Text.of(input.on().toString(), input.on().toString()), "input.on"));
        findings.addAll(Words.problems("refund.document", clause, Text.of("退付凭证号", "the number of the document"), input.document(), LONGEST, "input.document"));
        return findings;
    }

    private static Text says(Known known, Input input) {
        var yuan = Payments.yuan(input.fen());
        return Text.of("“" + known.title() + "”的评审费中 " + yuan + " 元已于 " + input.on() + " 退还，退付凭证号 " + input.document(),
                "“" + known.title() + "”: " + yuan + " yuan were given back on " + input.on() + ", under " + input.document());
    }
}
