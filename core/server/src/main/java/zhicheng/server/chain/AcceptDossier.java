package zhicheng.server.chain;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Stage;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.payment.Fees;
import zhicheng.server.payment.Payments;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Clause;
import zhicheng.spi.Provision;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/**
 * A committee's office takes a dossier that has come to it (评委会受理材料): while its filing is valid (X24-7.1), within its scope, in the time that the notice gives for it
 * (B24-annex1). Where the notice asks for a review fee it is to be paid then, by the deadline of its group of series (B24-5.5).
 */
@Singleton
public final class AcceptDossier {
    /** How a review's notice calls the provision on filings. */
    private static final String FILING = "no-review-before-filing";

    private final Acts acts;
    private final Regions regions;
    private final Evaluator evaluator;
    private final Fees fees;
    private final Payments payments;

    AcceptDossier(Acts acts, Regions regions, Evaluator evaluator, Fees fees, Payments payments) {
        this.acts = acts;
        this.regions = regions;
        this.evaluator = evaluator;
        this.fees = fees;
        this.payments = payments;
    }

    /** @param version the version that the office has before it */
    public record Input(String key, UUID dossier, int version) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var outcome = acts.perform(actor, at, "acceptDossier", input.key(), Map.of("dossier", input.dossier(), "version", input.version()), List.of(), tx -> {
            var seen = OnItsWay.locked(tx, regions, input.dossier(), actor).orElse(null);
            if (seen == null) return Strangers.refused(tx, regions, actor, at, Way.ACCEPT, input.dossier());
            if (!Way.ACCEPT.from().contains(seen.stage())) return new Acts.Outcome(seen.id(), List.of(Refusals.stage(Way.ACCEPT, seen.stage(), seen.clause())));
            var findings = new ArrayList<>(seen.against(tx, Way.ACCEPT, actor, input.version(), at));
            if (findings.stream().anyMatch(one -> one.code().startsWith("chain."))) return new Acts.Outcome(seen.id(), findings);
            findings.addAll(committee(tx, seen, at));
            findings.addAll(Held.by(seen, evaluator, at));
            findings.addAll(Held.byAudit(tx, seen));
            var fee = fees.of(seen.region(), seen.edition(), seen.claim(), at);
            if (fee instanceof Fees.Fee.Hindered(var why)) findings.addAll(why);
            if (!findings.isEmpty()) return new Acts.Outcome(seen.id(), findings);
            var more = new LinkedHashMap<String, Object>();
            more.put("committee", seen.committee());
            if (fee instanceof Fees.Fee.Asked asked) {
                more.put("payment", payments.ask(tx, seen.id(), seen.region(), asked, at));
                more.put("clauses", Stream.of(seen.clause(), asked.clause(), asked.deadline().clause()).filter(clause -> clause != null).map(Clause::id).distinct().toList());
            }
            Moved.to(tx, actor, seen, fee instanceof Fees.Fee.Asked ? Stage.PAYMENT_PENDING : Stage.ACCEPTED, "ACCEPT", at, more);
            Moved.done(tx, actor, seen, "ACCEPTED", null, at);
            return new Acts.Outcome(seen.id(), List.of());
        });
        if (outcome.subject() != null && outcome.findings().isEmpty()) payments.open(outcome.subject());
        return outcome;
    }

    /** What the committee is on this day. */
    private List<Finding> committee(Connection tx, OnItsWay seen, Instant at) throws SQLException {
        var day = LocalDate.ofInstant(at, When.CHINA);
        var findings = new ArrayList<>(Reviews.of(regions, seen).against(tx, seen.committee(), "input.dossier"));
        var filed = Sql.one(tx, row -> row.getBoolean(1), "select exists (select from committee_filing where committee = ? and status = 'FILED' and from_day <= ? and until_day > ?)", seen.committee(), day, day).orElseThrow();
        if (!filed)
            findings.add(Finding.refusal("committee.filing", filing(seen), Text.of("评委会的备案在 " + day + " 有效", "the committee's filing is valid on " + day), Text.of("当日没有有效的备案", "none is on that day"), null)
                    .remedy(Text.of("重新备案后受理", "when it has been filed anew"), null));
        return findings;
    }

    /** By which clause no committee reviews without a filing; the national rule where the region's notice has none. */
    private static Clause filing(OnItsWay seen) {
        return seen.edition().edition().review().value().orElse(List.of()).stream().filter(one -> one.id().equals(FILING)).map(Provision::clause).findFirst().orElse(Clause.of("MOHRSS40"));
    }
}
