package zhicheng.server.chain;

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
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Arrivals;
import zhicheng.server.dossier.Stage;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.message.Messages;
import zhicheng.server.eligibility.Words;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;

/**
 * A reviewer returns a dossier: every item that he marked faulty at once (J24-3.4, X24-5.2b), to the applicant, or by the channel it came. Where the
 * notice limits it, one time too many is refused (J24-3.4: three by an auditing department; an employer's own returns do not count).
 */
@Singleton
public final class ReturnDossier {
    private final Acts acts;
    private final Regions regions;

    ReturnDossier(Acts acts, Regions regions) {
        this.acts = acts;
        this.regions = regions;
    }

    /** Why: material to be mended, or it is out of scope, against the procedure or wrongly routed. */
    public enum Reason { FAULTS, PROCEDURE }

    /** Whereto: to the applicant, or by the channel it came, to who handed it up. */
    public enum BackTo { APPLICANT, BEFORE }

    /** @param due by when the applicant mends it; null: by the channel it came */
    public record Input(String key, UUID dossier, int version, Reason reason, BackTo backTo, String says, Instant due) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("dossier", input.dossier());
        asked.put("version", input.version());
        asked.put("reason", input.reason());
        asked.put("backTo", input.backTo());
        asked.put("says", input.says());
        asked.put("due", input.due());
        return acts.perform(actor, at, "returnDossier", input.key(), asked, List.of(), tx -> {
            var seen = OnItsWay.locked(tx, regions, input.dossier(), actor).orElse(null);
            if (seen == null) return Strangers.refused(tx, regions, actor, at, Way.RETURN, input.dossier());
            var findings = new ArrayList<>(seen.against(Way.RETURN, actor, input.version(), at));
            if (findings.stream().noneMatch(one -> one.code().startsWith("chain."))) findings.addAll(against(tx, seen, actor, input, at));
            if (!findings.isEmpty()) return new Acts.Outcome(seen.id(), findings);
            write(tx, actor, seen, input, at);
            return new Acts.Outcome(seen.id(), List.of());
        });
    }

    private static List<Finding> against(Connection tx, OnItsWay seen, Viewer actor, Input input, Instant at) throws SQLException {
        var findings = new ArrayList<Finding>();
        var rules = seen.stop().flatMap(stop -> stop.returns().value());
        rules.flatMap(one -> one.atMost().value()).ifPresent(limit -> {
            var counted = seen.returns().stream().filter(one -> one.counted() && (limit.together() || actor.organisation().equals(one.unit()))).count();
            if (counted >= limit.times())
                findings.add(Finding.refusal("return.limit", rules.get().clause(), Text.of("退回次数不超过" + limit.times() + "次", "returned at most " + limit.times() + " times"),
                        Text.of("已退回" + counted + "次", "it was returned " + counted + " times"), "input.dossier").remedy(Text.of("报送，或审核不予通过", "hand it on, or refuse it"), null));
        });
        var faults = faults(tx, seen);
        if (input.reason() == Reason.FAULTS && faults == 0)
            findings.add(Refusals.missing("return.faults", seen.clause(), Text.of("逐项标明需要修改的内容（markItems）", "what is to be mended is marked item by item (markItems)"), "input.dossier"));
        if (input.reason() == Reason.PROCEDURE && input.says() == null)
            findings.add(Refusals.missing("return.says", seen.clause(), Text.of("一次性告知退回原因", "why, all at once"), "input.says"));
        if (input.backTo() == BackTo.BEFORE && seen.place() == 1)
            findings.add(Finding.refusal("return.back-to", seen.clause(), Text.of("退回申报人", "back to the applicant"), Text.of("没有上一环节", "nobody stands before this one"), "input.backTo"));
        rules.flatMap(Stop.Returns::sameWay).filter(_ -> input.reason() == Reason.PROCEDURE && input.backTo() == BackTo.APPLICANT && seen.place() > 1).ifPresent(clause ->
                findings.add(Finding.refusal("return.back-to", clause, Text.of("按原报送渠道退回", "back by the channel it came"), Text.of("直接退回申报人", "straight to the applicant"), "input.backTo")));
        if (input.backTo() == BackTo.APPLICANT) {
            var latest = seen.step() == null ? null : seen.step().due();
            if (input.due() == null) findings.add(Refusals.missing("return.due", seen.clause(), Text.of("修改的截止时间", "by when it is to be mended"), "input.due"));
            else if (!input.due().isAfter(at) || latest != null && input.due().isAfter(latest))
                findings.add(Finding.refusal("return.due", seen.clause(), latest == null ? Text.of("晚于现在", "later than now") : Text.of("晚于现在，不晚于 " + Refusals.show(latest), "later than now, and no later than " + Refusals.show(latest)),
                        Text.of(Refusals.show(input.due()), Refusals.show(input.due())), "input.due"));
        } else if (input.due() != null)
            findings.add(Finding.refusal("return.due", seen.clause(), Text.of("按原渠道退回不设期限", "by the channel it came without a day"), Text.of(Refusals.show(input.due()), Refusals.show(input.due())), "input.due"));
        if (input.says() != null && !Words.fit(input.says(), 2000)) findings.add(Finding.refusal("return.says", null, Text.of("1 至 2000 个字符", "1 to 2000 characters"), Text.of(input.says().length() + " 个", "" + input.says().length()), "input.says"));
        return findings;
    }

    private static int faults(Connection tx, OnItsWay seen) throws SQLException {
        return seen.step() == null ? 0 : Sql.one(tx, row -> row.getInt(1), "select count(*) from dossier_mark where step = ? and not accepted", seen.step().id()).orElseThrow();
    }

    private static void write(Connection tx, Viewer actor, OnItsWay seen, Input input, Instant at) throws SQLException {
        Moved.begun(tx, actor, seen, at);
        var step = Moved.step(tx, seen);
        var id = UUID.randomUUID();
        var rules = seen.stop().flatMap(stop -> stop.returns().value());
        var counted = rules.flatMap(one -> one.atMost().value()).isPresent();
        var number = seen.returns().size() + 1;
        Sql.writeOne(tx, "insert into dossier_return (id, dossier, step, number, unit, kind, reason, back_to, counted, says, clause, at, due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id, seen.id(), step, number, actor.organisation(), seen.kind().name(), input.reason().name(), input.backTo().name(), counted, input.says(),
                rules.map(one -> one.clause().id()).orElse(null), at, input.due());
        Sql.write(tx, "update dossier_mark set returned = ? where step = ? and not accepted", id, step);
        var before = input.backTo() == BackTo.APPLICANT ? null : seen.steps().reversed().stream().filter(one -> one.place() == seen.place() - 1).findFirst().orElseThrow();
        var stage = before == null ? Stage.RETURNED : Way.stage(before.kind());
        var told = new LinkedHashMap<String, Object>(Map.of("return", number, "reason", input.reason(), "backTo", input.backTo(), "counted", counted));
        rules.ifPresent(one -> told.put("clauses", List.of(one.clause().id())));
        Moved.to(tx, actor, seen, stage, "RETURN", at, told);
        Moved.unpublished(tx, seen, at);
        Moved.done(tx, actor, seen, "RETURNED", input.says(), at);
        Messages.write(tx, seen.applicant(), Messages.Kind.RETURNED, id, seen.id(), rules.map(Stop.Returns::clause).orElse(null), before == null
                ? Text.of("“" + seen.title() + "”申报材料已退回，请于 " + Messages.show(input.due()) + " 前修改并重新提交", "“" + seen.title() + "” was returned: mend it and hand it in again before " + Messages.show(input.due()))
                : Text.of("“" + seen.title() + "”申报材料已按原报送渠道退回上一环节", "“" + seen.title() + "” went back by the channel it came"), at, input.due());
        if (before != null) Arrivals.write(tx, seen.id(), Moved.next(seen), before.place(), before.kind(), before.unit(), seen.stop(before.kind()).map(Stop::clause).orElse(null), at, seen.due(before.kind()));
    }
}
