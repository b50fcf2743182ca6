package zhicheng.server.dossier;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.eligibility.Evaluator.Report;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.Regions;

/** An applicant looks at his own dossier as a submission would judge it, and at the pledge that he would sign. Changes nothing. */
@Singleton
public final class EvaluateDossier {
    private final TransactionOperations<Connection> transactions;
    private final Regions regions;
    private final Evaluator evaluator;

    EvaluateDossier(TransactionOperations<Connection> transactions, Regions regions, Evaluator evaluator) {
        this.transactions = transactions;
        this.regions = regions;
        this.evaluator = evaluator;
    }

    /** @param report null where what was told is malformed; @param refusals what a submission at that instant would be refused for; @param told what the dossier tells */
    public record Evaluation(Report report, List<Finding> refusals, Map<String, Object> told) {}

    /** The evaluation at {@code at}, asked at the official time {@code now}; empty where the viewer has no dossier of that id, or no edition of its region and year is loaded. */
    public Optional<Evaluation> evaluation(Viewer viewer, UUID dossier, Instant at, Instant now) {
        return seen(viewer, dossier).flatMap(seen -> seen.edition(regions).map(edition -> {
            var early = SubmitDossier.early(seen, edition, seen.version());
            var judged = Judged.judge(seen, edition, evaluator, at, now);
            return new Evaluation(judged.report(), early.isEmpty() ? judged.refusals() : early, seen.draft());
        }));
    }

    /** The pledge with its blanks filled in; empty where the viewer has no dossier of that id. */
    public Optional<Pledges.Filled> pledge(Viewer viewer, UUID dossier) {
        return seen(viewer, dossier).flatMap(seen -> seen.edition(regions).map(edition -> Pledges.filled(edition, seen.employer(), seen.title())));
    }

    private Optional<SeenDossier> seen(Viewer viewer, UUID dossier) {
        if (viewer.person() == null) return Optional.empty();
        return transactions.executeRead(status -> {
            try {
                return SeenDossier.seen(status.getConnection(), dossier, viewer.person());
            } catch (SQLException e) {
                throw new IllegalStateException("the dossier could not be looked at", e);
            }
        });
    }
}
