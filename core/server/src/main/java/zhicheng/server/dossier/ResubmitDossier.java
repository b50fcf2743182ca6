package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.clockwork.ClockworkSettings;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/**
 * An applicant hands a returned dossier in again (重新提交), mended: before it is due, signed anew, judged by the edition that it is pinned to and not by the
 * application window, with a snapshot of its own. Only now what he changed is what others see ({@link Mending}). It goes back to who returned it (J24-3.4, X24-5.2b), until the end that he had.
 */
@Singleton
public final class ResubmitDossier {
    private final Acts acts;
    private final Regions regions;
    private final Evaluator evaluator;
    private final Since since;
    private final ClockworkSettings settings;

    ResubmitDossier(Acts acts, Regions regions, Evaluator evaluator, Since since, ClockworkSettings settings) {
        this.acts = acts;
        this.regions = regions;
        this.evaluator = evaluator;
        this.since = since;
        this.settings = settings;
    }

    /** @param version the version that he has before him */
    public record Input(String key, UUID dossier, int version) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "resubmitDossier", input.key(), Map.of("dossier", input.dossier(), "version", input.version()), List.of(), tx -> {
            var seen = SeenDossier.locked(tx, input.dossier(), actor.person()).orElse(null);
            if (seen == null) return Acts.Outcome.refused(Refusals.noDossier(input.dossier()));
            var mending = Mending.of(tx, seen).orElse(null);
            if (mending == null) return new Acts.Outcome(seen.id(), List.of(Refusals.notReturned(seen.stage())));
            var edition = seen.edition(regions).orElseThrow();
            var verified = Verifications.of(tx, seen.applicant());
            var findings = against(tx, seen, mending, edition, verified, input.version(), at);
            if (findings.isEmpty()) write(tx, actor, seen, mending, edition, verified, at);
            else if (findings.stream().anyMatch(one -> one.code().startsWith("unit."))) SubmitDossier.refuse(tx, actor, "RESUBMIT_REFUSED", seen, edition, findings.stream().filter(one -> one.code().startsWith("unit.")).toList(), at); // and nothing of what was told, which stands in no trail in plain
            return new Acts.Outcome(seen.id(), findings);
        });
    }

    private List<Finding> against(Connection tx, SeenDossier seen, Mending mending, LoadedEdition edition, List<Map<String, Object>> verified, int version, Instant at) throws SQLException {
        var findings = new ArrayList<Finding>();
        if (seen.version() != version) findings.add(since.ofDossier(tx, seen.id(), version, seen.version()));
        var proofs = mending.open(Proofs.of(seen, edition, verified, at.atZone(When.CHINA).toLocalDate()));
        var forfeits = settings.forfeitLate();
        findings.addAll(mending.refusals(mending.late(tx, seen, edition, forfeits, at), mending.unentitled(tx, seen, edition, at), Judged.judge(seen, edition, proofs, evaluator, at, at, forfeits), edition));
        return findings;
    }

    private static void write(Connection tx, Viewer actor, SeenDossier seen, Mending mending, LoadedEdition edition, List<Map<String, Object>> verified, Instant at) throws SQLException {
        var kind = Kind.valueOf(mending.kind());
        var stage = Arrivals.stage(mending.place(), kind);
        var snapshot = Json.canonical(SubmitDossier.snapshot(seen, edition, verified, at));
        var hash = Json.sha256(snapshot);
        var entry = Acts.entry(actor, "RESUBMIT", at, Map.of("stage", Map.of("before", seen.stage(), "after", stage), "snapshot", HexFormat.of().formatHex(hash), "clauses", edition.edition().notices()));
        Mending.carryPicksOver(tx, seen);
        Sql.writeOne(tx, """
                with mended as (delete from dossier_mending where dossier = ? returning *),
                changed as (
                    update dossier d set stage = ?, stage_since = ?, version = d.version + 1, updated_at = ?, receipt_at = ?, snapshot_hash = ?,
                           specialty = case when m.dossier is null then d.specialty else m.specialty end, title = coalesce(m.title, d.title), draft = coalesce(m.draft, d.draft),
                           education_tenths = case when m.dossier is null then d.education_tenths else m.education_tenths end,
                           trail_seq = d.trail_seq + 1, trail_head = sha256(d.trail_head || ?)
                    from dossier o left join mended m on m.dossier = o.id
                    where o.id = d.id and d.id = ? and d.version = ? returning d.*),
                frozen as (insert into dossier_snapshot (dossier, seq, content, sha256, taken_at)
                           select id, (select max(seq) + 1 from dossier_snapshot s where s.dossier = changed.id), ?, ?, ? from changed),
                answered as (update dossier_return set answered_at = ? where id = ?)
                insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""",
                seen.id(), stage.name(), at, at, at, hash, entry, seen.id(), seen.version(), snapshot, hash, at, at, mending.id(), at, entry);
        Verifications.keep(tx, seen.id(), SubmitDossier.said(seen, verified));
        Arrivals.write(tx, seen.id(), mending.steps() + 1, mending.place(), kind, mending.unit(), Arrivals.stop(edition, kind).map(Stop::clause).orElse(null), at, mending.visitDue());
        Arrivals.arrived(tx, seen.id(), edition, seen.claim(), Text.of("申报材料已修改并重新提交本单位", "was mended and handed in to your unit again"), at);
    }
}
