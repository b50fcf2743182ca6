package zhicheng.server.chain;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.dossier.Stage;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Text;

/**
 * An employer ends a publication that it opened by mistake (结束公示), and says why: the next one runs for a whole period of its own (J24-3.3, X24-5.2a). What was objected and is not concluded
 * holds that one too.
 */
@Singleton
public final class EndPublication {
    private static final int LONGEST = 500;

    private final Acts acts;
    private final Regions regions;

    EndPublication(Acts acts, Regions regions) {
        this.acts = acts;
        this.regions = regions;
    }

    public record Input(String key, UUID dossier, int version, String reason) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "endPublication", input.key(), Map.of("dossier", input.dossier(), "version", input.version(), "reason", input.reason()), List.of(), tx -> {
            var seen = OnItsWay.locked(tx, regions, input.dossier(), actor).orElse(null);
            if (seen == null) return Strangers.refused(tx, regions, actor, at, Way.END_PUBLICATION, input.dossier());
            var findings = new ArrayList<>(seen.against(tx, Way.END_PUBLICATION, actor, input.version(), at));
            if (findings.stream().noneMatch(one -> one.code().startsWith("chain.")))
                findings.addAll(Particulars.reviewers("publication.reason", seen.clause(), Text.of("结束的理由", "why it is ended"), input.reason(), LONGEST, "input.reason"));
            if (!findings.isEmpty()) return new Acts.Outcome(seen.id(), findings);
            var more = new LinkedHashMap<String, Object>();
            more.put("publication", seen.publication().id());
            more.put("reason", input.reason());
            Moved.to(tx, actor, seen, Stage.EMPLOYER_REVIEW, "END_PUBLICATION", at, more);
            Moved.unpublished(tx, seen, at);
            return new Acts.Outcome(seen.id(), List.of());
        });
    }
}
