package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.chain.Posted;
import zhicheng.server.clockwork.ClockworkSettings;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Register;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Posts;
import zhicheng.spi.Step;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;

/**
 * An applicant takes a withdrawal back while the window is open by which he handed in, or brings back a draft that he set aside: it stands where it stood, at a new visit of the same unit,
 * for which what that marked and asked for goes on to hold. What the register of integrity bars, so that it could not be handed in now (X24-1.3, X24-1.4, B23-3.3), is not taken back either, nor what would lie with a unit
 * that acts for him no more (J24-4.3, X24-3.1.2), nor what was to be mended by a day that is over, nor what another application excludes that he has handed in since (B24-5.3, X24-1.5).
 */
@Singleton
public final class RestoreDossier {
    /** What another application of his holds (B24-5.3, X24-1.5), and whose post is whose (J24-4.1, X24-3.1.1). */
    private static final List<String> RULES = List.of("dossier_excludes_another", "post_is_taken");

    private final Acts acts;
    private final Regions regions;
    private final Since since;
    private final Evaluator evaluator;
    private final ClockworkSettings settings;

    RestoreDossier(Acts acts, Regions regions, Since since, Evaluator evaluator, ClockworkSettings settings) {
        this.acts = acts;
        this.regions = regions;
        this.since = since;
        this.evaluator = evaluator;
        this.settings = settings;
    }

    /** @param version the version that he has before him */
    public record Input(String key, UUID dossier, int version) {}

    /** @param notices by which it goes; @param kind of the last visit; null where none was written; @param due its end; null where the notice gives none; @param withdrawn whether that ended with the withdrawal */
    private record Lost(List<String> notices, String stage, int version, boolean aside, boolean restorable, Instant closes, Kind kind, UUID unit, int place, int seq, Instant due, boolean withdrawn) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "restoreDossier", input.key(), Map.of("dossier", input.dossier(), "version", input.version()), RULES, tx -> {
            SeenDossier.alone(tx, actor.person());
            var held = Sql.one(tx, row -> true, "select 1 from dossier where id = ? and applicant = ? for no key update", input.dossier(), actor.person());
            var lost = held.isEmpty() ? null : look(tx, regions, input.dossier(), at).orElse(null);
            if (lost == null) return Acts.Outcome.refused(Refusals.noDossier(input.dossier()));
            if (!lost.aside() && !lost.stage().equals("WITHDRAWN"))
                return new Acts.Outcome(input.dossier(), List.of(Finding.refusal("dossier.stage", null, Text.of("已撤回或已删除的申报材料", "a dossier that was withdrawn or set aside"), Refusals.now(lost.stage()), "input.dossier")));
            if (lost.version() != input.version()) return new Acts.Outcome(input.dossier(), List.of(since.ofDossier(tx, input.dossier(), input.version(), lost.version())));
            if (lost.aside()) {
                write(tx, actor, input.dossier(), lost, Stage.valueOf(lost.stage()), Map.of(), at);
                return new Acts.Outcome(input.dossier(), List.of());
            }
            var seen = SeenDossier.seen(tx, input.dossier(), actor.person()).orElseThrow();
            var edition = seen.edition(regions).orElseThrow();
            if (!lost.restorable())
                return new Acts.Outcome(input.dossier(), List.of(Finding.refusal("window", edition.edition().calendar().value().flatMap(calendar -> calendar.windows().stream()
                                .filter(window -> window.step() == Step.APPLICATION && window.scope().covers(seen.claim()).orElse(true)).findFirst()).map(window -> window.clause()).orElse(null),
                        Text.of("在申报时间内恢复", "while the application window is open"), Text.of("已于 " + ChinaTime.exactly(lost.closes()) + " 截止", "it closed at " + ChinaTime.exactly(lost.closes())), null)));
            var stage = lost.kind() == null ? Stage.SUBMITTED : !lost.withdrawn() ? Stage.RETURNED : Arrivals.stage(lost.place(), lost.kind());
            var findings = new ArrayList<>(Register.bars(evaluator, edition, seen.claim(), seen.draft(), seen.standing(), at));
            var excluded = Judged.taken(seen, edition, List.of(), at, settings.forfeitLate());
            var late = stage == Stage.RETURNED ? Mending.waiting(tx, seen).flatMap(one -> one.late(at)) : Optional.<Finding>empty();
            if (late.isPresent()) // then it comes back in no case, and nothing is gained by withdrawing another for it
                findings.add(late.get().remedy(excluded.isEmpty() ? Restorable.withdrawal(tx, seen.id(), at).anew()
                        : Judged.mayMakeRoom(seen, edition, at, settings.forfeitLate()) ? Text.of("本申报不再恢复；另一份申报不受影响", "it is not taken back any more; the other application is not touched by that")
                        : excluded.getFirst().remedy(), null));
            else findings.addAll(excluded);
            if (stage != Stage.RETURNED) { // otherwise it lies with him, and who may act for him is asked when he hands it in again
                var unentitled = Entitled.againOf(tx, seen.id(), seen.claim(), edition, lost.kind() == null ? Arrivals.opener(edition, seen.claim()) : lost.kind());
                if (!unentitled.isEmpty()) SubmitDossier.refuse(tx, actor, "RESTORE_REFUSED", seen, edition, unentitled, at);
                findings.addAll(unentitled);
            }
            if (!findings.isEmpty()) return new Acts.Outcome(input.dossier(), findings);
            var posted = lost.place() > 1 ? Posted.again(tx, regions, input.dossier(), at) : Optional.of(Posted.NOT_AT_ALL); // below that it is recommended anew
            if (posted.isEmpty()) return new Acts.Outcome(input.dossier(), List.of(noPost(edition)));
            SubmitDossier.exclude(tx, seen, edition);
            write(tx, actor, input.dossier(), lost, stage, posted.get().noted(), at);
            if (lost.kind() == null) Arrivals.first(tx, input.dossier(), 1, edition, seen.claim(), lost.unit(), at);
            else if (lost.withdrawn()) {
                Arrivals.write(tx, input.dossier(), lost.seq() + 1, lost.place(), lost.kind(), lost.unit(), Arrivals.stop(edition, lost.kind()).map(Stop::clause).orElse(null), at, lost.due());
                carry(tx, input.dossier(), lost.seq());
            }
            Arrivals.arrived(tx, seen.id(), edition, seen.claim(), Text.of("申报材料的撤回已取消，恢复至本单位", "is with your unit again: its withdrawal was taken back"), at);
            return new Acts.Outcome(input.dossier(), List.of());
        });
    }

    private static Optional<Lost> look(Connection tx, Regions regions, UUID dossier, Instant at) throws SQLException {
        return Sql.one(tx, row -> {
            var closes = row.getObject("window_until", OffsetDateTime.class);
            var due = row.getObject("due_at", OffsetDateTime.class);
            var kind = row.getString("kind");
            return new Lost(regions.newest(row.getString("region"), row.getInt("year")).map(one -> one.edition().notices()).orElse(List.of()), row.getString("stage"), row.getInt("version"), row.getBoolean("aside"), row.getBoolean("restorable"), closes == null ? null : closes.toInstant(), kind == null ? null : Kind.valueOf(kind),
                    kind == null ? row.getObject("employer", UUID.class) : row.getObject("unit", UUID.class), row.getInt("place"), row.getInt("seq"), due == null ? null : due.toInstant(), "WITHDRAWN".equals(row.getString("outcome")));
        }, """
                select d.region, d.year, d.stage, d.version, d.deleted_at is not null as aside, %s as restorable, d.window_until, d.employer, s.kind, s.unit, s.place, s.seq, s.due_at, s.outcome
                from dossier d left join dossier_step s on s.dossier = d.id and s.seq = (select max(x.seq) from dossier_step x where x.dossier = d.id) where d.id = ?""".formatted(Restorable.IT_IS), at, dossier);
    }

    /** What the reviewer marked and asked for at the visit that ended with the withdrawal holds at the new one (J24-3.4). */
    private static void carry(Connection tx, UUID dossier, int seq) throws SQLException {
        for (var held : List.of("dossier_mark", "originals"))
            Sql.write(tx, "update " + held + " set step = later.id from dossier_step was, dossier_step later where step = was.id and (was.dossier, was.seq) = (?, ?) and (later.dossier, later.seq) = (?, ?)",
                    dossier, seq, dossier, seq + 1);
    }

    /** The post for which it was recommended went to another dossier of his since, and that one's to somebody else. */
    private static Finding noPost(LoadedEdition edition) {
        return Finding.refusal("posts.full", edition.edition().posts().value().flatMap(posts -> posts.within().value()).map(Posts.Within::clause).orElse(null), Text.of("在岗位结构比例内恢复", "within the vacant posts"),
                Text.of("原推荐所占岗位已由他人使用", "the post for which it was recommended is taken"), "input.dossier").remedy(Text.of("在申报时间内重新申报（composeDossier）", "apply anew while the window is open (composeDossier)"), null);
    }

    /** @param posted which post it takes again, as the trail keeps it */
    private static void write(Connection tx, Viewer actor, UUID dossier, Lost lost, Stage stage, Map<String, Object> posted, Instant at) throws SQLException {
        var told = new LinkedHashMap<>(posted);
        told.putAll(Map.of("stage", Map.of("before", lost.stage(), "after", stage), "setAside", Json.change(lost.aside(), false), "clauses", lost.notices()));
        var entry = Acts.entry(actor, "RESTORE", at, told);
        Sql.writeOne(tx, """
                with changed as (
                    update dossier set stage = ?, stage_since = ?, withdrawn_at = null, deleted_at = null, version = version + 1, updated_at = ?,
                           trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?)
                    where id = ? and version = ? returning *)
                insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""", stage.name(), at, at, entry, dossier, lost.version(), at, entry);
    }
}
