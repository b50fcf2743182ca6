package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.chain.OpenObjections;
import zhicheng.server.clockwork.ClockworkSettings;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Text;

/**
 * An applicant withdraws what he handed in, before a committee has taken it: a state, which {@link RestoreDossier} undoes while the window is open. Nothing is erased. From then on it excludes no other application
 * (B24-5.3, X24-1.5 are silent on it, so that is our reading: what is withdrawn takes part in no review), unless an objection to its publication is open or was upheld, which no withdrawal gets rid of (J24-3.3, X24-5.2a).
 * Nor does one get round that what was returned and not handed in again in time is treated as abandoned, where that is so ({@link ClockworkSettings#forfeitLate}): it is refused from the return's day on.
 */
@Singleton
public final class WithdrawDossier {
    /** Before a committee has taken it. */
    static final Set<Stage> FROM = EnumSet.range(Stage.SUBMITTED, Stage.INTAKE_PENDING);

    private final Acts acts;
    private final Regions regions;
    private final Since since;
    private final ClockworkSettings settings;

    WithdrawDossier(Acts acts, Regions regions, Since since, ClockworkSettings settings) {
        this.acts = acts;
        this.regions = regions;
        this.since = since;
        this.settings = settings;
    }

    /** @param version the version that he has before him */
    public record Input(String key, UUID dossier, int version) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "withdrawDossier", input.key(), Map.of("dossier", input.dossier(), "version", input.version()), List.of(), tx -> {
            var seen = SeenDossier.locked(tx, input.dossier(), actor.person()).orElse(null);
            if (seen == null) return Acts.Outcome.refused(Refusals.noDossier(input.dossier()));
            if (!FROM.contains(Stage.valueOf(seen.stage()))) return new Acts.Outcome(seen.id(), List.of(Refusals.notOnItsWay(seen.stage())));
            if (seen.version() != input.version()) return new Acts.Outcome(seen.id(), List.of(since.ofDossier(tx, seen.id(), input.version(), seen.version())));
            var mending = settings.forfeitLate() ? Mending.of(tx, seen).orElse(null) : null;
            var late = mending == null ? Optional.<Finding>empty() : mending.late(tx, seen, seen.edition(regions).orElseThrow(), true, at);
            if (late.isPresent()) return new Acts.Outcome(seen.id(), List.of(late.get()));
            var isObjected = OpenObjections.left(tx, seen.id(), at);
            Arrivals.withdrawn(tx, seen.id(), Text.of("申报材料已由申报人撤回，" + (isObjected ? "除核查公示异议外无须办理" : "无须办理"), "was withdrawn by its applicant: nothing is to be done" + (isObjected ? " but conclude what was objected" : "")), at);
            var entry = Acts.entry(actor, "WITHDRAW", at, Map.of("stage", Map.of("before", seen.stage(), "after", Stage.WITHDRAWN),
                    "clauses", seen.edition(regions).map(one -> one.edition().notices()).orElse(List.of())));
            Sql.writeOne(tx, """
                    with changed as (
                        update dossier set stage = 'WITHDRAWN', stage_since = ?, withdrawn_at = ?, version = version + 1, updated_at = ?,
                               trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?)
                        where id = ? and version = ? returning *),
                    ended as (update dossier_step set done_at = ?, outcome = 'WITHDRAWN' where dossier = ? and done_at is null),
                    unpublished as (update publication set ended_at = ? where dossier = ? and ended_at is null)
                    insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""",
                    at, at, at, entry, seen.id(), seen.version(), at, seen.id(), at, seen.id(), at, entry);
            OpenObjections.release(tx, regions, seen.id(), at);
            return new Acts.Outcome(seen.id(), List.of());
        });
    }
}
