package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.spi.Level;
import zhicheng.spi.Reuse;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/**
 * A bureau enters a transfer between series (转评) from before this system: into which series, at which level, since when the person has that level, by which document, and which
 * of the achievements that he has picked since served it. They do not serve the next level there, nor does what was achieved before that level (B24-5.6).
 */
@Singleton
public final class RecordEarlierTransfer {
    private static final List<String> RULES = List.of("older_transfer_is_entered_once");
    private static final int MOST = 200;

    private final Acts acts;
    private final Regions regions;

    RecordEarlierTransfer(Acts acts, Regions regions) {
        this.acts = acts;
        this.regions = regions;
    }

    /**
     * @param levelSince first day on which the person had a title of this level, in whatever series
     * @param served what of the dossiers that he has handed in in the region served the transfer then: achievements as they were picked, each once; none where none of them did
     */
    public record Input(String key, UUID person, String fromSeries, String series, Level level, LocalDate levelSince, String document, List<UUID> served) {}

    /** @param picks the achievements that he has picked into dossiers that he handed in in the region: the pick, and the achievement of his store */
    private record Seen(UUID person, String region, boolean recorded, Map<UUID, UUID> picks) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("person", input.person());
        asked.put("fromSeries", input.fromSeries());
        asked.put("series", input.series());
        asked.put("level", input.level().name());
        asked.put("levelSince", input.levelSince());
        asked.put("document", input.document());
        asked.put("served", input.served());
        return acts.perform(actor, at, "recordEarlierTransfer", input.key(), asked, RULES, tx -> {
            var seen = locked(tx, input, actor).orElse(null);
            if (seen == null)
                return Acts.Outcome.refused(Finding.refusal("person.not-found", null, Text.of("本地区的人员", "a person of the region"), Text.of("没有 " + input.person(), "there is none called " + input.person()), "input.person"));
            var today = at.atZone(When.CHINA).toLocalDate();
            var edition = regions.editions(seen.region()).stream().filter(one -> one.year() <= today.getYear() && one.edition().reuse().value().isPresent()).reduce((earlier, later) -> later).orElse(null);
            var reuse = edition == null ? null : edition.edition().reuse().value().orElseThrow();
            var findings = findings(input, seen, edition, reuse, today);
            if (!findings.isEmpty()) return new Acts.Outcome(seen.person(), findings);
            var id = UUID.randomUUID();
            Sql.writeOne(tx, "insert into title_transfer (id, person, region, from_series, series, level, level_since, document, clause, decided_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id, seen.person(), seen.region(), input.fromSeries(), input.series(), input.level().name(), input.levelSince(), input.document(), reuse.clause().id(), actor.organisation(), at);
            var spent = input.served().stream().map(seen.picks()::get).distinct().toList();
            for (var one : spent) Sql.writeOne(tx, "insert into spent_achievement (transfer, achievement, spent_at) values (?, ?, ?)", id, one, at);
            Chain.PERSON.add(tx, seen.person(), Acts.entry(actor, "RECORD_EARLIER_TRANSFER", at, Map.of("region", seen.region(), "fromSeries", input.fromSeries(), "series", input.series(), "level", input.level().name(),
                    "levelSince", input.levelSince().toString(), "document", input.document(), "spent", spent, "clauses", List.of(reuse.clause().id()))), at);
            return new Acts.Outcome(seen.person(), List.of());
        });
    }

    /** Somebody whom the actor's bureau sees: of its region, or with a dossier handed in there. */
    private static Optional<Seen> locked(Connection tx, Input input, Viewer actor) throws SQLException {
        return Sql.one(tx, row -> {
            var picks = new HashMap<UUID, UUID>();
            Json.list(row.getString("picks")).forEach(one -> picks.put(UUID.fromString((String) one.get("pick")), UUID.fromString((String) one.get("achievement"))));
            return new Seen(row.getObject("id", UUID.class), row.getString("region"), row.getBoolean("recorded"), Map.copyOf(picks));
        }, """
                select p.id, o.region, exists (select from title_transfer t where t.person = p.id and t.region = o.region and t.series = ? and t.level = ?) as recorded,
                       (select coalesce(json_agg(json_build_object('pick', a.id, 'achievement', a.achievement)), '[]')::text
                        from dossier_achievement a join dossier d on d.id = a.dossier where d.applicant = p.id and d.region = o.region and d.submitted_at is not null and d.deleted_at is null and a.kind <> all (?)) as picks
                from person p, organisation o
                where p.id = ? and o.id = ? and (p.region = o.region and not p.provisional
                    or exists (select from dossier d where d.applicant = p.id and d.region = o.region and d.submitted_at is not null and d.deleted_at is null)) for no key update of p""",
                input.series(), input.level().name(), Proofs.papers(), input.person(), actor.organisation());
    }

    private List<Finding> findings(Input input, Seen seen, LoadedEdition edition, Reuse reuse, LocalDate today) {
        if (reuse == null)
            return List.of(Finding.refusal("transfer.not-said", null, Text.of("通知规定转评后业绩使用的地区", "a region whose notice says what a transfer uses up"), Text.of("该地区的通知未作规定", "this one's does not"), "input.person"));
        var findings = new ArrayList<Finding>();
        if (seen.recorded()) findings.add(Finding.refusal("transfer.known", reuse.clause(), Text.of("尚未登记的转评", "a transfer that is not entered yet"), Text.of("已登记", "it is entered"), "input.series"));
        if (!RecordTransfer.isSeries(regions, edition, input.series())) findings.add(RecordTransfer.noSeries(reuse, input.series(), "input.series"));
        findings.addAll(RecordTransfer.told(regions, edition, reuse, input.fromSeries(), input.series(), input.levelSince(), input.document(), today));
        if (input.served().size() > MOST)
            findings.add(Finding.refusal("input", null, Text.of("至多 " + MOST + " 项", "at most " + MOST), Text.of(input.served().size() + " 项", "" + input.served().size()), "input.served"));
        var earlier = new HashSet<UUID>();
        for (var place = 0; place < input.served().size(); place++) {
            var one = input.served().get(place);
            if (!seen.picks().containsKey(one))
                findings.add(Finding.refusal("achievement.not-found", null, Text.of("该人员在本地区已报送材料中选用的业绩", "an achievement that he picked into a dossier handed in in the region"), Text.of("没有 " + one, "there is none called " + one), "input.served." + place));
            else if (!earlier.add(one))
                findings.add(Finding.refusal("achievement.twice", reuse.clause(), Text.of("同一业绩只列一次", "an achievement is named once"), Text.of(one + " 重复", one + " stands there twice"), "input.served." + place));
        }
        return findings;
    }
}
