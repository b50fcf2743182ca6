package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import zhicheng.server.account.Viewer;
import zhicheng.server.clockwork.ClockworkSettings;
import zhicheng.server.committee.CommitteeNotices;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Findings;
import zhicheng.server.trail.Json;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/** An applicant hands a dossier in: refused with every reason at once, or accepted, frozen and pinned to the edition of its notice. */
@Singleton
public final class SubmitDossier {
    /** The primary key that holds what one application excludes (B24-5.3, X24-1.5). */
    private static final List<String> RULES = List.of("dossier_excludes_another");

    private final Acts acts;
    private final Regions regions;
    private final Evaluator evaluator;
    private final Since since;
    private final ClockworkSettings settings;

    SubmitDossier(Acts acts, Regions regions, Evaluator evaluator, Since since, ClockworkSettings settings) {
        this.acts = acts;
        this.regions = regions;
        this.evaluator = evaluator;
        this.since = since;
        this.settings = settings;
    }

    /** @param version the version that the applicant has before him */
    public record Input(String key, UUID dossier, int version) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "submitDossier", input.key(), Map.of("dossier", input.dossier(), "version", input.version()), RULES, tx -> {
            SeenDossier.alone(tx, actor.person());
            CommitteeNotices.hold(tx, input.dossier());
            var seen = SeenDossier.locked(tx, input.dossier(), actor.person()).orElse(null);
            if (seen == null) return Acts.Outcome.refused(Refusals.noDossier(input.dossier()));
            var edition = regions.newest(seen.region(), seen.claim().year()).orElse(null);
            var early = early(seen, edition, input.version());
            if (!early.isEmpty()) {
                refuse(tx, actor, "SUBMIT_REFUSED", seen, edition, early, at);
                return new Acts.Outcome(seen.id(), isStale(seen, input.version()) ? List.of(since.ofDossier(tx, seen.id(), input.version(), seen.version())) : early); // what was told stands in no trail in plain
            }
            var verified = Verifications.of(tx, seen.applicant());
            var judged = Judged.judge(seen, edition, Proofs.of(seen, edition, verified, at.atZone(When.CHINA).toLocalDate()), evaluator, at, at, settings.forfeitLate());
            var findings = Stream.concat(Entitled.findings(tx, seen, edition).stream(), judged.refusals().stream()).toList();
            if (findings.isEmpty()) accept(tx, actor, seen, edition, verified, judged.report().intake().closes().orElse(null), at);
            else {
                refuse(tx, actor, "SUBMIT_REFUSED", seen, edition, findings, at);
                keep(tx, seen, findings, at);
            }
            return new Acts.Outcome(seen.id(), findings);
        });
    }

    /** What refuses a submission before it is judged; what the last judged one found stays with the dossier. */
    static List<Finding> early(SeenDossier seen, LoadedEdition edition, int version) {
        if (!seen.stage().equals("DRAFT")) return List.of(Refusals.noDraft(seen.stage()));
        if (isStale(seen, version)) return List.of(Refusals.stale(version, seen.version()));
        if (edition == null) return List.of(Refusals.noEdition(seen.region(), seen.claim().year()));
        return List.of();
    }

    private static boolean isStale(SeenDossier seen, int version) {
        return seen.stage().equals("DRAFT") && seen.version() != version;
    }

    /**
     * @param verified what platforms said of what he tells
     * @param closes when the window by which it was judged closes; null where the notice gives no end
     */
    private void accept(Connection tx, Viewer actor, SeenDossier seen, LoadedEdition edition, List<Map<String, Object>> verified, Instant closes, Instant at) throws SQLException {
        var region = edition.region().id();
        Sql.write(tx, "insert into notice_edition (region, year, edition, facts_hash, readings, first_pinned_at) values (?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing",
                region, edition.year(), edition.number(), edition.hash(), Json.text(edition.readings()), at);
        exclude(tx, seen, edition);
        var snapshot = Json.canonical(snapshot(seen, edition, verified, at));
        var hash = Json.sha256(snapshot);
        var entry = Acts.entry(actor, "SUBMIT", at, Map.of("stage", Map.of("before", seen.stage(), "after", "SUBMITTED"), "snapshot", HexFormat.of().formatHex(hash),
                "edition", Map.of("region", region, "year", edition.year(), "number", edition.number(), "hash", edition.hash()),
                "clauses", edition.edition().notices()));
        Sql.writeOne(tx, """
                with changed as (
                    update dossier set stage = 'SUBMITTED', stage_since = ?, version = version + 1, updated_at = ?, submitted_at = ?, receipt_at = ?, window_until = ?, snapshot_hash = ?,
                           edition = ?, facts_hash = ?, trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?)
                    where id = ? and version = ? returning *),
                frozen as (insert into dossier_snapshot (dossier, seq, content, sha256, taken_at) select id, 1, ?, ?, ? from changed),
                cleared as (delete from dossier_finding where dossier in (select id from changed))
                insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""",
                at, at, at, at, closes, hash, edition.number(), edition.hash(), entry, seen.id(), seen.version(), snapshot, hash, at, at, entry);
        Verifications.keep(tx, seen.id(), said(seen, verified));
        Arrivals.first(tx, seen.id(), 1, edition, seen.claim(), seen.employerId(), at);
        Arrivals.arrived(tx, seen.id(), edition, seen.claim(), Text.of("申报材料已提交本单位", "was handed in to your unit"), at);
    }

    /** What another application is excluded by from now on; what it holds already it holds. */
    static void exclude(Connection tx, SeenDossier seen, LoadedEdition edition) throws SQLException {
        for (var key : Judged.keys(edition))
            Sql.write(tx, """
                    insert into dossier_exclusion (region, applicant, year, key, dossier, clause) select ?, ?, ?, ?, ?, ?
                    where not exists (select from dossier_exclusion where dossier = ? and key = ?)""",
                    seen.region(), seen.applicant(), edition.year(), key.key(seen.claim()), seen.id(), key.clause().id(), seen.id(), key.key(seen.claim()));
    }

    /** @param edition null where none is loaded for its region and year */
    static void refuse(Connection tx, Viewer actor, String act, SeenDossier seen, LoadedEdition edition, List<Finding> findings, Instant at) throws SQLException {
        var clauses = findings.stream().map(Finding::clause).filter(Objects::nonNull).map(Clause::id);
        var notices = edition == null ? Stream.<String>empty() : edition.edition().notices().stream();
        var entry = Acts.entry(actor, act, at, Map.of("findings", Findings.json(findings), "version", seen.version(),
                "clauses", Stream.concat(clauses, notices).distinct().toList()));
        Chain.DOSSIER.add(tx, seen.id(), entry, at);
    }

    private static void keep(Connection tx, SeenDossier seen, List<Finding> findings, Instant at) throws SQLException {
        Sql.write(tx, "delete from dossier_finding where dossier = ?", seen.id());
        var place = 1;
        for (var finding : findings)
            Sql.write(tx, "insert into dossier_finding (dossier, place, at, rule, clause, outcome) values (?, ?, ?, ?, ?, ?::jsonb)", seen.id(), place++, at, finding.code(),
                    finding.clause() == null ? null : finding.clause().id(), Json.text(Findings.json(finding)));
    }

    /** What was submitted, to the letter: the receipt's hash is over its canonical JSON. */
    static Map<String, Object> snapshot(SeenDossier seen, LoadedEdition edition, List<Map<String, Object>> verified, Instant at) {
        var claim = seen.claim();
        var snapshot = new LinkedHashMap<String, Object>();
        snapshot.put("dossier", seen.id());
        snapshot.put("applicant", seen.applicant());
        snapshot.put("employer", seen.employer());
        snapshot.put("region", seen.region());
        snapshot.put("year", claim.year());
        snapshot.put("edition", Map.of("number", edition.number(), "hash", edition.hash(), "readings", edition.readings()));
        snapshot.put("claim", ComposeDossier.json(claim));
        snapshot.put("title", seen.title());
        snapshot.put("facts", seen.draft());
        snapshot.put("achievements", seen.achievements());
        snapshot.put("verified", Verifications.carried(said(seen, verified), at.atZone(When.CHINA).toLocalDate()));
        snapshot.put("pledge", seen.pledged());
        snapshot.put("receivedAt", at.toString());
        return snapshot;
    }

    /** What platforms said of its items. */
    static Map<String, Map<String, Object>> said(SeenDossier seen, List<Map<String, Object>> verified) {
        return Verifications.byPath(verified, seen.draft(), seen.achievements(), seen.employer());
    }
}
