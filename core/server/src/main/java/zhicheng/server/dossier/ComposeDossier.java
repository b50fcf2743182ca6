package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.RealNameFirst;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Claim;

/** An applicant opens a draft for a region, year and title, and picks into it what his profile tells (B24-3.1). Windows and bars are shown on it and bind at submission. */
@Singleton
public final class ComposeDossier {
    private final Acts acts;
    private final Regions regions;
    private final Evaluator evaluator;
    private final SealedChanges changes;

    ComposeDossier(Acts acts, Regions regions, Evaluator evaluator, SealedChanges changes) {
        this.acts = acts;
        this.regions = regions;
        this.evaluator = evaluator;
        this.changes = changes;
    }

    public record Input(String key, String region, Claim claim) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        if (actor.person() == null) return Acts.Outcome.refused(Refusals.noPerson());
        return acts.perform(actor, at, "composeDossier", input.key(), Map.of("region", input.region(), "claim", json(input.claim())), List.of(), tx -> {
            var claim = input.claim();
            var edition = regions.newest(input.region(), claim.year()).orElse(null);
            if (edition == null) return Acts.Outcome.refused(Refusals.noEdition(input.region(), claim.year()));
            var profile = Sql.one(tx, row -> Json.map(row.getString(1)), "select coalesce((select f.facts from profile f where f.person = p.id), '{}')::text from person p where p.id = ?", actor.person()).orElseThrow();
            var unchecked = RealNameFirst.closed(tx, actor.person(), edition.edition().accountPolicy().value());
            if (unchecked.isPresent()) return Acts.Outcome.refused(unchecked.get());
            var draft = Drafts.check(claim, profile, evaluator, edition, at);
            if (!draft.problems().isEmpty()) return new Acts.Outcome(null, draft.problems());
            var id = UUID.randomUUID();
            var more = new LinkedHashMap<>(changes.of(id, Map.of(), profile));
            more.put("region", input.region());
            more.put("claim", json(claim));
            more.put("stage", Json.change(null, "DRAFT"));
            more.put("clauses", edition.edition().notices());
            var entry = Acts.entry(actor, "COMPOSE", at, more);
            Sql.writeOne(tx, """
                    with made as (
                        insert into dossier (id, region, year, series, specialty, level, category, channel, title, applicant, employer, stage, stage_since, draft,
                                             education_tenths, created_at, updated_at, trail_seq, trail_head)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT', ?, ?::jsonb, ?, ?, ?, 1, sha256(?)) returning *)
                    insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from made""",
                    id, input.region(), claim.year(), claim.series(), claim.specialty().orElse(null), claim.level().get().name(), claim.category(), claim.channel().orElse(null),
                    Titles.of(claim, regions, edition), actor.person(), Through.unit(tx, actor.person(), edition, claim), at, Json.text(profile), draft.educationTenths(), at, at, entry, at, entry);
            return new Acts.Outcome(id, List.of());
        });
    }

    /** The claim as it stands in the trail and in a snapshot. */
    static Map<String, Object> json(Claim claim) {
        var json = new LinkedHashMap<String, Object>();
        json.put("year", claim.year());
        json.put("series", claim.series());
        json.put("specialty", claim.specialty().orElse(null));
        json.put("level", claim.level().map(Enum::name).orElse(null));
        json.put("category", claim.category());
        json.put("channel", claim.channel().orElse(null));
        return json;
    }
}
