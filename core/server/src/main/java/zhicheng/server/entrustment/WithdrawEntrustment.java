package zhicheng.server.entrustment;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.chain.Letter;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Restorable;
import zhicheng.server.dossier.Stage;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/**
 * A unit withdraws a letter of entrustment (J24-2.2d, X24-3.1.4) that is not decided and that nothing needs which was handed on under it: a review comes after its letter. Its number can be filed anew; it stays
 * to be seen.
 */
@Singleton
public final class WithdrawEntrustment {
    private final Acts acts;
    private final Regions regions;

    WithdrawEntrustment(Acts acts, Regions regions) {
        this.acts = acts;
        this.regions = regions;
    }

    public record Input(String key, UUID entrustment) {}

    private record Seen(String region, int year, Clause clause, boolean decided, boolean withdrawn) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "withdrawEntrustment", input.key(), Map.of("entrustment", input.entrustment()), List.of(), tx -> {
            // the unit is locked first, as when a letter is filed or decided, then the letter, which whoever hands on under it holds
            Sql.one(tx, row -> true, "select id from organisation where id = ? for no key update", actor.organisation());
            var seen = Sql.one(tx, row -> new Seen(row.getString("region"), row.getInt("year"), Clause.of(row.getString("clause")), row.getBoolean("decided"), row.getBoolean("withdrawn")),
                    "select region, year, clause, decided_at is not null as decided, withdrawn_at is not null as withdrawn from entrustment where id = ? and unit = ? for no key update", input.entrustment(), actor.organisation()).orElse(null);
            if (seen == null)
                return Acts.Outcome.refused(Finding.refusal("entrustment.not-found", null, Text.of("本单位的委托函", "a letter of one's unit"), Text.of("没有 " + input.entrustment(), "there is none called " + input.entrustment()), "input.entrustment"));
            var findings = new ArrayList<Finding>();
            if (seen.decided())
                findings.add(Finding.refusal("entrustment.decided", seen.clause(), Text.of("尚未审核的委托函", "a letter that is not decided"), Text.of("已审核", "it is decided"), "input.entrustment")
                        .remedy(Text.of("另行登记委托函（fileEntrustment）", "file another letter (fileEntrustment)"), null));
            if (seen.withdrawn())
                findings.add(Finding.refusal("entrustment.withdrawn", seen.clause(), Text.of("未撤回的委托函", "a letter that is not withdrawn"), Text.of("已撤回", "it is withdrawn"), "input.entrustment"));
            var used = findings.isEmpty() ? used(tx, seen, input.entrustment(), at) : 0;
            if (used > 0)
                findings.add(Finding.refusal("entrustment.used", seen.clause(), Text.of("没有材料凭该函报送", "nothing was handed on under it"), Text.of(used + " 份材料已凭该函报送", used + " dossiers were"), "input.entrustment")
                        .remedy(Text.of("先登记另一份委托函（fileEntrustment），或由材料所在单位按原报送渠道退回本单位（returnDossier）", "file another letter first (fileEntrustment), or have who has them return them to your unit by the channel they came (returnDossier)"), null));
            if (!findings.isEmpty()) return new Acts.Outcome(input.entrustment(), findings);
            Sql.writeOne(tx, "update entrustment set withdrawn_at = ? where id = ?", at, input.entrustment());
            var entry = new LinkedHashMap<String, Object>(Map.of("entrustment", input.entrustment(), "withdrawn", Json.change(false, true), "clauses", List.of(seen.clause().id())));
            Chain.ORGANISATION.add(tx, actor.organisation(), Acts.entry(actor, "WITHDRAW_ENTRUSTMENT", at, entry), at);
            return new Acts.Outcome(input.entrustment(), List.of());
        });
    }

    /** How many dossiers that lie above their unit, and have not come to nothing, no other letter would cover. A withdrawal can be taken back while its window is open. */
    private int used(Connection tx, Seen seen, UUID letter, Instant at) throws SQLException {
        var channel = regions.newest(seen.region(), seen.year()).flatMap(edition -> edition.edition().entrustment().value()).orElseThrow().channel();
        return Sql.one(tx, row -> row.getInt(1), """
                select count(*) from entrustment e join dossier d on (d.employer, d.region, d.year, d.series) = (e.unit, e.region, e.year, e.series) and d.channel = ?
                where e.id = ? and %s and (d.committee is null or d.committee = e.committee)
                    and (select s.place from dossier_step s where s.dossier = d.id order by s.seq desc limit 1) > 1
                    and not %s
                    and not exists (select from entrustment o where o.id <> e.id and (o.unit, o.region, o.year, o.series) = (e.unit, e.region, e.year, e.series) and o.agreed is not false and o.withdrawn_at is null
                                        and %s and (d.committee is null or d.committee = o.committee))""".formatted(Letter.ENTRUSTS.formatted("e", "d.specialty"), Restorable.OVER, Letter.ENTRUSTS.formatted("o", "d.specialty")), channel, letter, Stage.nothing(), at).orElseThrow();
    }
}
