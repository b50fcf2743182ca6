package zhicheng.server.nomination;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Text;

/** A bureau takes the right to nominate away from an enterprise that nominated against the rules or falsely (违规或不实举荐的，取消其举荐资格, B23-2.3). It may be recognised anew. */
@Singleton
public final class RevokeNominator {
    private final Acts acts;
    private final Regions regions;
    private final SealedChanges sealed;

    RevokeNominator(Acts acts, Regions regions, SealedChanges sealed) {
        this.acts = acts;
        this.regions = regions;
        this.sealed = sealed;
    }

    /** @param document by which it is decided */
    public record Input(String key, UUID organisation, String category, String reason, String document) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = Map.of("organisation", input.organisation(), "category", input.category(), "reason", input.reason(), "document", input.document());
        return acts.perform(actor, at, "revokeNominator", input.key(), asked, List.of(), tx -> {
            var region = RecogniseNominator.locked(tx, actor, input.organisation()).orElse(null);
            if (region == null) return Acts.Outcome.refused(RecogniseNominator.noOrganisation(input.organisation()));
            var nomination = RecogniseNominator.nomination(regions, region, input.category()).orElse(null);
            if (nomination == null) return new Acts.Outcome(input.organisation(), List.of(RecogniseNominator.noNomination(input.category())));
            var findings = new ArrayList<>(Words.problems("nomination.words", nomination.clause(), Text.of("取消资格的原因", "why the right is lost"), input.reason(), 2000, "input.reason"));
            findings.addAll(Words.problems("nomination.words", nomination.clause(), Text.of("文号", "the number of the document"), input.document(), 200, "input.document"));
            var standing = Sql.one(tx, row -> row.getObject(1, UUID.class), """
                    select id from (select id, lost_at from nominator where organisation = ? and category = ? order by from_day desc limit 1) latest where lost_at is null""", input.organisation(), input.category());
            if (standing.isEmpty())
                findings.add(Finding.refusal("nomination.no-right", nomination.clause(), Text.of("有举荐资格的企业", "an enterprise that has the right"), Text.of("没有，或已被取消", "it has none, or has lost it"), "input.organisation"));
            if (!findings.isEmpty()) return new Acts.Outcome(input.organisation(), findings);
            Sql.writeOne(tx, "update nominator set lost_at = ?, lost_why = ?, lost_by = ? where id = ?", at, input.reason(), input.document(), standing.get());
            var entry = new LinkedHashMap<String, Object>(sealed.of(input.organisation(), Map.of(), Map.of("reason", input.reason())));
            entry.put("category", input.category());
            entry.put("document", input.document());
            entry.put("clauses", List.of(nomination.clause().id()));
            Chain.ORGANISATION.add(tx, input.organisation(), Acts.entry(actor, "REVOKE_NOMINATOR", at, entry), at);
            return new Acts.Outcome(input.organisation(), List.of());
        });
    }
}
