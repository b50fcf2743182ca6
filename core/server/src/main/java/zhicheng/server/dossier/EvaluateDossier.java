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
import java.util.stream.Stream;
import zhicheng.server.account.Viewer;
import zhicheng.server.clockwork.ClockworkSettings;
import zhicheng.server.dossier.Proofs.Proof;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.eligibility.Evaluator.Report;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.spi.When;

/** An applicant looks at his own dossier as a submission would judge it, and at the pledge that he would sign. Changes nothing. */
@Singleton
public final class EvaluateDossier {
    private final TransactionOperations<Connection> transactions;
    private final Regions regions;
    private final Evaluator evaluator;
    private final Verifications verifications;
    private final ClockworkSettings settings;

    EvaluateDossier(TransactionOperations<Connection> transactions, Regions regions, Evaluator evaluator, Verifications verifications, ClockworkSettings settings) {
        this.transactions = transactions;
        this.regions = regions;
        this.evaluator = evaluator;
        this.verifications = verifications;
        this.settings = settings;
    }

    /**
     * A dossier as it would be handed in: of one that is being mended as it is mended, which nobody else sees.
     *
     * @param report null where what was told is malformed
     * @param refusals what a submission at that instant would be refused for, of one that is being mended its handing in again
     * @param specialty null where none is chosen
     * @param told what the dossier tells
     * @param achievements what is picked, with its files, as it stands in a snapshot
     * @param proofs how what has to be proved stands
     */
    public record Evaluation(Report report, List<Finding> refusals, String specialty, String title, Map<String, Object> told, List<Map<String, Object>> achievements,
            List<Proof> proofs) {}

    /** The evaluation at {@code at}, asked at the official time {@code now}; empty where the viewer has no dossier of that id, or no edition of its region and year is loaded. */
    public Optional<Evaluation> evaluation(Viewer viewer, UUID dossier, Instant at, Instant now) {
        return looked(viewer, dossier, at).map(looked -> {
            var proofs = Proofs.of(looked.seen, looked.edition, looked.verified, at.atZone(When.CHINA).toLocalDate());
            var judged = Judged.judge(looked.seen, looked.edition, looked.mending.map(one -> one.open(proofs)).orElse(proofs), evaluator, at, now, settings.forfeitLate());
            var refusals = looked.mending.map(one -> one.refusals(looked.late, looked.unentitled, judged, looked.edition)).orElseGet(() -> {
                var early = SubmitDossier.early(looked.seen, looked.edition, looked.seen.version());
                return early.isEmpty() ? Stream.concat(looked.unentitled.stream(), judged.refusals().stream()).toList() : early;
            });
            return new Evaluation(judged.report(), refusals, looked.seen.claim().specialty().orElse(null), looked.seen.title(), Verifications.beside(looked.seen.draft(), verifications.shown(looked.verified)), looked.seen.achievements(),
                    proofs);
        });
    }

    /** The pledge with its blanks filled in; empty where the viewer has no dossier of that id. */
    public Optional<Pledges.Filled> pledge(Viewer viewer, UUID dossier, Instant at) {
        return looked(viewer, dossier, at).map(looked -> Pledges.filled(looked.edition, looked.seen.employer(), looked.seen.title()));
    }

    /** @param mending empty where it is not returned; @param late why it is mended no more; @param unentitled what keeps the applicant from applying at all; @param verified what platforms say of what he tells */
    private record Looked(SeenDossier seen, LoadedEdition edition, Optional<Mending> mending, Optional<Finding> late, List<Finding> unentitled, List<Map<String, Object>> verified) {}

    /** Empty where the viewer has no dossier of that id, or no edition of its region and year is loaded. */
    private Optional<Looked> looked(Viewer viewer, UUID dossier, Instant at) {
        if (viewer.applicant() == null) return Optional.empty();
        return transactions.executeRead(status -> {
            try {
                var seen = SeenDossier.seen(status.getConnection(), dossier, viewer.applicant());
                var edition = seen.flatMap(one -> one.edition(regions));
                if (edition.isEmpty()) return Optional.empty();
                var tx = status.getConnection();
                var mending = Mending.of(tx, seen.get());
                var unentitled = mending.isPresent() ? mending.get().unentitled(tx, seen.get(), edition.get(), at) : Entitled.findings(tx, seen.get(), edition.get());
                var late = mending.isPresent() ? mending.get().late(tx, seen.get(), edition.get(), settings.forfeitLate(), at) : Optional.<Finding>empty();
                return Optional.of(new Looked(seen.get(), edition.get(), mending, late, unentitled, Verifications.of(tx, viewer.applicant())));
            } catch (SQLException e) {
                throw new IllegalStateException("the dossier could not be looked at", e);
            }
        });
    }
}
