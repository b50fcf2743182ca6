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
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/**
 * An employer does not recommend an applicant, or whoever has his dossier after it refuses him (审核不予通过): with the reason, and the clause where one is gone against (X24-1.found, J24-4.2). What is
 * found later is refused as well, whatever was published or recommended before.
 */
@Singleton
public final class RefuseRecommendation {
    private final Acts acts;
    private final Regions regions;
    private final Evaluator evaluator;

    RefuseRecommendation(Acts acts, Regions regions, Evaluator evaluator) {
        this.acts = acts;
        this.regions = regions;
        this.evaluator = evaluator;
    }

    /** @param clause the clause that it goes against, of the dossier's own notices or national; null: the one by which the register of integrity bars it, where it does */
    public record Input(String key, UUID dossier, int version, String reason, String clause) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("dossier", input.dossier());
        asked.put("version", input.version());
        asked.put("reason", input.reason());
        asked.put("clause", input.clause());
        return acts.perform(actor, at, "refuseRecommendation", input.key(), asked, List.of(), tx -> {
            var seen = OnItsWay.locked(tx, regions, input.dossier(), actor).orElse(null);
            if (seen == null) return Strangers.refused(tx, regions, actor, at, Way.REFUSE, input.dossier());
            var findings = new ArrayList<>(seen.against(tx, Way.REFUSE, actor, input.version(), at));
            findings.addAll(Particulars.reviewers("refusal.reason", seen.clause(), Text.of("不予通过的原因", "the reason"), input.reason(), 2000, "input.reason"));
            Refusals.foreign("refusal.clause", regions, seen, input.clause(), "input.clause").ifPresent(findings::add);
            if (!findings.isEmpty()) return new Acts.Outcome(seen.id(), findings);
            var clauses = input.clause() == null ? Held.barredBy(seen, evaluator, at) : List.of(Clause.of(input.clause()));
            Moved.to(tx, actor, seen, Stage.REJECTED, "REFUSE", at, clauses.isEmpty() ? Map.of("reason", input.reason()) : Map.of("reason", input.reason(), "clauses", clauses.stream().map(Clause::id).toList()));
            Moved.unpublished(tx, seen, at);
            Moved.done(tx, actor, seen, "REFUSED", input.reason(), at);
            Moved.refused(tx, seen, clauses.isEmpty() ? seen.clause() : clauses.getFirst(), at);
            return new Acts.Outcome(seen.id(), List.of());
        });
    }
}
