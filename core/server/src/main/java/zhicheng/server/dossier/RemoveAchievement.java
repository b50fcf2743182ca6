package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;

/** An applicant puts an achievement of his store away (B24-3.1): it can be picked no more until it is saved again. What was picked of it stays; nothing is erased. */
@Singleton
public final class RemoveAchievement {
    private final Acts acts;
    private final Since since;

    RemoveAchievement(Acts acts, Since since) {
        this.acts = acts;
        this.since = since;
    }

    /** @param version the version that he has before him */
    public record Input(String key, UUID achievement, int version) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        if (actor.person() == null) return Acts.Outcome.refused(Refusals.noPerson());
        return acts.perform(actor, at, "removeAchievement", input.key(), Map.of("achievement", input.achievement(), "version", input.version()), List.of(), tx -> {
            var current = SeenAchievement.locked(tx, input.achievement(), actor.person()).orElse(null);
            if (current == null) return Acts.Outcome.refused(Refusals.noAchievement(input.achievement(), "input.achievement"));
            if (current.removed()) return new Acts.Outcome(input.achievement(), List.of(Refusals.removedAchievement(input.achievement(), "input.achievement")));
            if (current.version() != input.version()) return new Acts.Outcome(input.achievement(), List.of(since.ofAchievement(tx, actor.person(), input.achievement(), input.version(), current.version())));
            var entry = Acts.entry(actor, "REMOVE_ACHIEVEMENT", at, Map.of("achievement", input.achievement(), "version", current.version() + 1,
                    "removed", Json.change(false, true), "clauses", List.of("B24-3.1")));
            Sql.writeOne(tx, """
                    with removed as (update achievement set removed_at = ?, version = version + 1 where id = ? returning person),
                    changed as (update person set trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?) where id in (select person from removed) returning *)
                    insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""", at, input.achievement(), entry, at, entry);
            return new Acts.Outcome(input.achievement(), List.of());
        });
    }
}
