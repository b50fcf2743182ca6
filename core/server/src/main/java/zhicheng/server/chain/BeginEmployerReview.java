package zhicheng.server.chain;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.dossier.Stage;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;

/** An employer's clerk takes a dossier in hand (用人单位开始审核): from now on he answers for it (X24-6.6, B24-3.3, J24-3.3). */
@Singleton
public final class BeginEmployerReview {
    private final Acts acts;
    private final Regions regions;

    BeginEmployerReview(Acts acts, Regions regions) {
        this.acts = acts;
        this.regions = regions;
    }

    /** @param version the version that he has before him */
    public record Input(String key, UUID dossier, int version) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "beginEmployerReview", input.key(), Map.of("dossier", input.dossier(), "version", input.version()), List.of(), tx -> {
            var seen = OnItsWay.locked(tx, regions, input.dossier(), actor).orElse(null);
            if (seen == null) return Strangers.refused(tx, regions, actor, at, Way.BEGIN_REVIEW, input.dossier());
            var findings = seen.against(tx, Way.BEGIN_REVIEW, actor, input.version(), at);
            if (!findings.isEmpty()) return new Acts.Outcome(seen.id(), findings);
            Moved.to(tx, actor, seen, Stage.EMPLOYER_REVIEW, "BEGIN_REVIEW", at, Map.of());
            Moved.begun(tx, actor, seen, at);
            return new Acts.Outcome(seen.id(), List.of());
        });
    }
}
