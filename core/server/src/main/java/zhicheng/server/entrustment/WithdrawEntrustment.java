package zhicheng.server.entrustment;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/**
 * A unit withdraws a letter of entrustment (J24-2.2d, X24-3.1.4) that is not decided: nothing more is handed on under it, what was stays where it is, and its number can be filed anew. It stays to be seen.
 */
@Singleton
public final class WithdrawEntrustment {
    private final Acts acts;

    WithdrawEntrustment(Acts acts) {
        this.acts = acts;
    }

    public record Input(String key, UUID entrustment) {}

    private record Seen(Clause clause, boolean decided, boolean withdrawn) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "withdrawEntrustment", input.key(), Map.of("entrustment", input.entrustment()), List.of(), tx -> {
            // the unit is locked first, as when a letter is filed or decided
            Sql.one(tx, row -> true, "select id from organisation where id = ? for no key update", actor.organisation());
            var seen = Sql.one(tx, row -> new Seen(Clause.of(row.getString("clause")), row.getBoolean("decided"), row.getBoolean("withdrawn")),
                    "select clause, decided_at is not null as decided, withdrawn_at is not null as withdrawn from entrustment where id = ? and unit = ?", input.entrustment(), actor.organisation()).orElse(null);
            if (seen == null)
                return Acts.Outcome.refused(Finding.refusal("entrustment.not-found", null, Text.of("本单位的委托函", "a letter of one's unit"), Text.of("没有 " + input.entrustment(), "there is none called " + input.entrustment()), "input.entrustment"));
            var findings = new ArrayList<Finding>();
            if (seen.decided())
                findings.add(Finding.refusal("entrustment.decided", seen.clause(), Text.of("尚未审核的委托函", "a letter that is not decided"), Text.of("已审核", "it is decided"), "input.entrustment"));
            if (seen.withdrawn())
                findings.add(Finding.refusal("entrustment.withdrawn", seen.clause(), Text.of("未撤回的委托函", "a letter that is not withdrawn"), Text.of("已撤回", "it is withdrawn"), "input.entrustment"));
            if (!findings.isEmpty()) return new Acts.Outcome(input.entrustment(), findings);
            Sql.writeOne(tx, "update entrustment set withdrawn_at = ? where id = ?", at, input.entrustment());
            var entry = new LinkedHashMap<String, Object>(Map.of("entrustment", input.entrustment(), "withdrawn", Json.change(false, true), "clauses", List.of(seen.clause().id())));
            Chain.ORGANISATION.add(tx, actor.organisation(), Acts.entry(actor, "WITHDRAW_ENTRUSTMENT", at, entry), at);
            return new Acts.Outcome(input.entrustment(), List.of());
        });
    }
}
