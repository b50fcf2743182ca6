package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;

/** An applicant sets a draft aside (删除草稿): it is out of sight and nothing of it is erased; {@link RestoreDossier} brings it back. */
@Singleton
public final class SetAsideDossier {
    private final Acts acts;
    private final Regions regions;
    private final Since since;

    SetAsideDossier(Acts acts, Regions regions, Since since) {
        this.acts = acts;
        this.regions = regions;
        this.since = since;
    }

    /** @param version the version that he has before him */
    public record Input(String key, UUID dossier, int version) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "setAsideDossier", input.key(), Map.of("dossier", input.dossier(), "version", input.version()), List.of(), tx -> {
            var seen = SeenDossier.locked(tx, input.dossier(), actor.person()).orElse(null);
            if (seen == null) return Acts.Outcome.refused(Refusals.noDossier(input.dossier()));
            if (!seen.stage().equals("DRAFT")) return new Acts.Outcome(seen.id(), List.of(Refusals.noDraft(seen.stage())));
            if (seen.version() != input.version()) return new Acts.Outcome(seen.id(), List.of(since.ofDossier(tx, seen.id(), input.version(), seen.version())));
            var entry = Acts.entry(actor, "SET_ASIDE", at, Map.of("version", seen.version() + 1, "setAside", Json.change(false, true),
                    "clauses", seen.edition(regions).map(one -> one.edition().notices()).orElse(List.of())));
            Sql.writeOne(tx, """
                    with changed as (
                        update dossier set deleted_at = ?, version = version + 1, updated_at = ?, trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?)
                        where id = ? and version = ? returning *)
                    insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""", at, at, entry, seen.id(), seen.version(), at, entry);
            return new Acts.Outcome(seen.id(), List.of());
        });
    }
}
