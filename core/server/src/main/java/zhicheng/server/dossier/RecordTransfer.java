package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.spi.Reuse;
import zhicheng.spi.Series;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/**
 * A bureau enters that a confirmed title was a transfer between series (转评): from which one, and since when the person has the level. What its dossier had
 * picked is spent by it, and does not serve the next level there (B24-5.6).
 */
@Singleton
public final class RecordTransfer {
    private static final List<String> RULES = List.of("dossier_transfers_once");
    private static final Set<String> CONFIRMED = Set.of("CONFIRMED", "CERTIFIED", "ARCHIVED");

    private final Acts acts;
    private final Regions regions;

    RecordTransfer(Acts acts, Regions regions) {
        this.acts = acts;
        this.regions = regions;
    }

    /** @param levelSince first day on which the person had a title of this level, in whatever series */
    public record Input(String key, UUID dossier, String fromSeries, LocalDate levelSince, String document) {}

    private record Seen(UUID applicant, String region, int year, String series, String level, String stage, int number, String hash, Map<String, String> readings, boolean recorded) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = Map.of("dossier", input.dossier(), "fromSeries", input.fromSeries(), "levelSince", input.levelSince(), "document", input.document());
        return acts.perform(actor, at, "recordTransfer", input.key(), asked, RULES, tx -> {
            var seen = locked(tx, input.dossier(), actor).orElse(null);
            if (seen == null)
                return Acts.Outcome.refused(Finding.refusal("dossier.not-found", null, Text.of("本地区已报送的申报材料", "a dossier handed in in the region"), Text.of("没有 " + input.dossier(), "there is none called " + input.dossier()), "input.dossier"));
            var edition = regions.pinned(seen.region(), seen.year(), seen.number(), seen.hash(), seen.readings()).orElseThrow();
            var reuse = edition.edition().reuse().value().orElse(null);
            var findings = findings(input, seen, edition, reuse, at.atZone(When.CHINA).toLocalDate());
            if (!findings.isEmpty()) return new Acts.Outcome(input.dossier(), findings);
            var id = UUID.randomUUID();
            Sql.writeOne(tx, "insert into title_transfer (id, person, region, dossier, from_series, series, level, level_since, document, clause, decided_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id, seen.applicant(), seen.region(), input.dossier(), input.fromSeries(), seen.series(), seen.level(), input.levelSince(), input.document(), reuse.clause().id(), actor.organisation(), at);
            var spent = Sql.write(tx, "insert into spent_achievement (transfer, achievement, spent_at) select ?, achievement, ? from dossier_achievement where dossier = ? and kind <> all (?)", id, at, input.dossier(), Proofs.papers());
            var entry = Acts.entry(actor, "RECORD_TRANSFER", at, Map.of("fromSeries", input.fromSeries(), "series", seen.series(), "level", seen.level(), "levelSince", input.levelSince().toString(),
                    "document", input.document(), "spent", spent, "clauses", List.of(reuse.clause().id())));
            Chain.DOSSIER.add(tx, input.dossier(), entry, at);
            return new Acts.Outcome(input.dossier(), List.of());
        });
    }

    private static Optional<Seen> locked(Connection tx, UUID dossier, Viewer actor) throws SQLException {
        return Sql.one(tx, row -> {
            var readings = new LinkedHashMap<String, String>();
            Json.map(row.getString("readings")).forEach((setting, option) -> readings.put(setting, String.valueOf(option)));
            return new Seen(row.getObject("applicant", UUID.class), row.getString("region"), row.getInt("year"), row.getString("series"), row.getString("level"), row.getString("stage"),
                    row.getInt("edition"), row.getString("facts_hash"), Map.copyOf(readings), row.getBoolean("recorded"));
        }, """
                select d.applicant, d.region, d.year, d.series, d.level, d.stage, d.edition, d.facts_hash, exists (select from title_transfer t where t.dossier = d.id) as recorded,
                       (select e.readings::text from notice_edition e where (e.region, e.year, e.edition, e.facts_hash) = (d.region, d.year, d.edition, d.facts_hash)) as readings
                from dossier d where d.id = ? and d.region = (select o.region from organisation o where o.id = ?) and d.submitted_at is not null and d.deleted_at is null for no key update of d""",
                dossier, actor.organisation());
    }

    private List<Finding> findings(Input input, Seen seen, LoadedEdition edition, Reuse reuse, LocalDate today) {
        if (reuse == null)
            return List.of(Finding.refusal("transfer.not-said", null, Text.of("通知规定转评后业绩使用的地区和年度", "a region and year whose notice says what a transfer uses up"), Text.of("该通知未作规定", "this one does not"), "input.dossier"));
        var findings = new ArrayList<Finding>();
        if (!CONFIRMED.contains(seen.stage()))
            findings.add(Finding.refusal("dossier.stage", reuse.clause(), Text.of("已确认的职称", "a title that is confirmed"), Text.of(seen.stage(), seen.stage()), "input.dossier"));
        if (seen.recorded()) findings.add(Finding.refusal("transfer.known", reuse.clause(), Text.of("尚未登记的转评", "a transfer that is not entered yet"), Text.of("已登记", "it is entered"), "input.dossier"));
        findings.addAll(told(regions, edition, reuse, input.fromSeries(), seen.series(), input.levelSince(), input.document(), today));
        return findings;
    }

    /** What is wrong with what is told of any transfer. */
    static List<Finding> told(Regions regions, LoadedEdition edition, Reuse reuse, String fromSeries, String series, LocalDate since, String document, LocalDate today) {
        var findings = new ArrayList<Finding>();
        if (fromSeries.equals(series) || !isSeries(regions, edition, fromSeries)) findings.add(noSeries(reuse, fromSeries, "input.fromSeries"));
        if (since.isAfter(today))
            findings.add(Finding.refusal("transfer.since", reuse.clause(), Text.of("不晚于今日 " + today, "no later than today, " + today), Text.of(since.toString(), since.toString()), "input.levelSince"));
        findings.addAll(Words.problems("transfer.document", reuse.clause(), Text.of("文号", "the number of the document"), document, 200, "input.document"));
        return findings;
    }

    static boolean isSeries(Regions regions, LoadedEdition edition, String code) {
        return regions.series(edition).stream().map(Series::code).anyMatch(code::equals);
    }

    static Finding noSeries(Reuse reuse, String told, String path) {
        return Finding.refusal("transfer.series", reuse.clause(), Text.of("目录中的另一系列", "another series of the catalogue"), Text.of("«" + Finding.cut(told) + "»", "«" + Finding.cut(told) + "»"), path);
    }
}
