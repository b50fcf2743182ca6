package zhicheng.server.chain;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Arrivals;
import zhicheng.server.dossier.Restorable;
import zhicheng.server.dossier.Stage;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.message.Messages;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;

/**
 * A reviewer returns a dossier, the committee's office too (X24-5.2b): every item that he marked faulty at once (J24-3.4, X24-5.2b), to the applicant, or by the channel it came. Where the
 * notice limits it, one time too many is refused (J24-3.4: three by an auditing department; an employer's own returns do not count). Our reading: every return counts, for the procedure and by the channel too, since
 * «退回次数不超过3次» is of how often and not of why, and a fourth is none the fewer for being called otherwise. Where one unit is the auditing department and re-checks too, its returns count together, and what it told once it has told (our reading too):
 * the limit is the department's, which does not become another by handing on to itself.
 *
 * <p>A return carries its own day: what goes back by the channel is to be dealt with there by the day that is named, and where none is, by the end that the notice gives that unit. Where that is over
 * (J24-2.3: an employer's after 10-31) a day has to be named, or there would be nothing to do with it but to refuse it. No notice says that what is returned in time is not taken again:
 * «逾期未审核报送，不再单独受理» (J24-3.4) is of what nobody audited and handed up by the end, and stays so. Every day is sooner than the end of who returns it, who has to deal with what comes back, and which
 * he has in any case, also while a complaint or an objection holds the dossier: where the notice's end for that unit is no sooner, or there is none, one has to be named. How long it has to be, and how much is left then, no notice says: whoever returns it decides,
 * but for a day that is over before anybody can act, which would be no return: whoever is to deal with it has the whole of the next day, or half of the time that is left where that is less (our reading).
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

    /** @param due by when the applicant mends it, or the unit that handed it up deals with it, first instant too late; null: by the end that the notice gives that unit, where that is sooner than the end of who returns it */
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
            var findings = new ArrayList<>(seen.against(tx, Way.RETURN, actor, input.version(), at));
            if (findings.stream().noneMatch(one -> one.code().startsWith("chain."))) findings.addAll(against(tx, seen, actor, input, at));
            if (!findings.isEmpty()) return new Acts.Outcome(seen.id(), findings);
            write(tx, actor, seen, input, at);
            return new Acts.Outcome(seen.id(), List.of());
        });
    }

    private static List<Finding> against(Connection tx, OnItsWay seen, Viewer actor, Input input, Instant at) throws SQLException {
        var findings = new ArrayList<Finding>();
        limited(seen, actor.organisation()).ifPresent(limited -> {
            var limit = limited.atMost().value().orElseThrow();
            var counted = seen.returns().stream().filter(one -> one.counted() && (limit.together() || actor.organisation().equals(one.unit()))).count();
            if (counted >= limit.times())
                findings.add(Finding.refusal("return.limit", limited.clause(), Text.of("退回次数不超过" + limit.times() + "次", "returned at most " + limit.times() + " times"),
                        Text.of("已退回" + counted + "次", "it was returned " + counted + " times"), "input.dossier").remedy(Text.of("报送，或审核不予通过", "hand it on, or refuse it"), null));
        });
        var faults = faults(tx, seen);
        if (input.reason() == Reason.FAULTS && faults == 0)
            findings.add(Refusals.missing("return.faults", seen.clause(), Text.of("逐项标明需要修改的内容（markItems）", "what is to be mended is marked item by item (markItems)"), "input.dossier"));
        if (input.reason() == Reason.PROCEDURE && input.says() == null)
            findings.add(Refusals.missing("return.says", seen.clause(), Text.of("一次性告知退回原因", "why, all at once"), "input.says"));
        if (input.backTo() == BackTo.BEFORE && seen.place() == 1)
            findings.add(Finding.refusal("return.back-to", seen.clause(), Text.of("退回申报人", "back to the applicant"), Text.of("没有上一环节", "nobody stands before this one"), "input.backTo"));
        rules(seen).flatMap(Stop.Returns::sameWay).filter(_ -> input.reason() == Reason.PROCEDURE && input.backTo() == BackTo.APPLICANT && seen.place() > 1).ifPresent(clause ->
                findings.add(Finding.refusal("return.back-to", clause, Text.of("按原报送渠道退回", "back by the channel it came"), Text.of("直接退回申报人", "straight to the applicant"), "input.backTo")));
        due(seen, input, at).ifPresent(findings::add);
        if (input.says() != null) findings.addAll(Particulars.reviewers("return.says", seen.clause(), Text.of("退回原因", "why it is returned"), input.says(), 2000, "input.says"));
        return findings;
    }

    /** The rule that limits a unit's returns; empty where none does. */
    private static Optional<Stop.Returns> limited(OnItsWay seen, UUID unit) {
        return seen.rulesOfReturns(unit).stream().filter(one -> one.atMost().value().isPresent()).findFirst();
    }

    /** What its applicant is told; of a return for the procedure also what to do where that is wrong which stays as it was handed in. */
    private static Text toMend(Connection tx, OnItsWay seen, Input input, Instant at) throws SQLException {
        var due = ChinaTime.minute(input.due());
        var mend = Text.of(Messages.TO_MEND.zh().formatted(seen.title(), due), Messages.TO_MEND.en().formatted(seen.title(), due));
        if (input.reason() == Reason.FAULTS) return mend;
        var instead = Restorable.withdrawal(tx, seen.id(), at).instead();
        return Text.of(mend.zh() + "；系列、层级、类别或渠道有误的，" + instead.zh(), mend.en() + "; where series, level, category or channel is wrong, " + instead.en());
    }

    /** What its notice rules of the returns by the reviewer with whom it lies. */
    static Optional<Stop.Returns> rules(OnItsWay seen) {
        return seen.stop().flatMap(stop -> stop.returns().value());
    }

    /**
     * What is wrong with a day that is named: it is too early, or no sooner than the end of who returns it.
     *
     * @param asked how late it has to be, for people
     * @param from the same by the instant
     */
    static Optional<Finding> due(OnItsWay seen, Instant due, boolean isEarly, Text asked, Text from, Instant at) {
        var latest = seen.sure(at);
        return !isEarly && (latest == null || due.isBefore(latest)) ? Optional.empty()
                : Optional.of(Finding.refusal("return.due", seen.clause(), latest == null ? asked : Text.of(asked.zh() + "，早于本环节的截止时间（收回后尚须办理）", asked.en() + ", and sooner than the end of this step: what comes back is to be dealt with"),
                        Text.of(ChinaTime.exactly(due), ChinaTime.exactly(due)), "input.due").remedy(between(from, latest), null));
    }

    private static Text between(Text from, Instant latest) {
        return latest == null ? from : Text.of(from.zh() + "，早于 " + ChinaTime.exactly(latest), from.en() + ", and sooner than " + ChinaTime.exactly(latest));
    }

    /**
     * The earliest day that can be named, first instant too late: the whole of the next day is left then, or half of the time that who returns it has, where that is less; to the hour before, so that who reads it can still name it.
     */
    private static Instant earliest(Instant latest, Instant at) {
        var tomorrow = ChinaTime.endOfDay(ChinaTime.endOfDay(at));
        if (latest == null) return tomorrow;
        var half = at.plus(Duration.between(at, latest).dividedBy(2));
        var hour = half.truncatedTo(ChronoUnit.HOURS);
        return !half.isBefore(tomorrow) ? tomorrow : hour.isAfter(at) ? hour : half;
    }

    /** What is wrong with the day. */
    private static Optional<Finding> due(OnItsWay seen, Input input, Instant at) {
        var latest = seen.sure(at);
        var earliest = earliest(latest, at);
        var from = Text.of("不早于 " + ChinaTime.exactly(earliest), "no earlier than " + ChinaTime.exactly(earliest));
        if (input.due() != null)
            return due(seen, input.due(), input.due().isBefore(earliest), Text.of("至少留足次日全天，时间不足的，留足所余时间的一半", "the whole of the next day at least, or half of the time that is left where that is less"), from, at);
        var between = between(from, latest);
        if (input.backTo() == BackTo.APPLICANT)
            return Optional.of(Refusals.missing("return.due", seen.clause(), Text.of("修改的截止时间", "by when it is to be mended"), "input.due").remedy(between, null));
        if (seen.place() == 1) return Optional.empty();
        var own = seen.due(seen.before().kind());
        var why = own != null && own.isBefore(earliest) ? Text.of("上一环节自身的办理时间于 " + ChinaTime.minute(own) + " 截止，已过或所余不足，须另定办理的截止时间", "the unit's own time ends at " + ChinaTime.minute(own) + ", which is over or leaves too little: by when it deals with it now")
                : latest != null && (own == null || !own.isBefore(latest)) ? Text.of("通知未给上一环节早于本环节的截止时间，须另定办理的截止时间", "the notice gives the unit no end sooner than this step's: by when it deals with it") : null;
        return Optional.ofNullable(why).map(one -> Refusals.missing("return.due", seen.clause(), one, "input.due").remedy(between, null));
    }

    private static int faults(Connection tx, OnItsWay seen) throws SQLException {
        return seen.step() == null ? 0 : Sql.one(tx, row -> row.getInt(1), "select count(*) from dossier_mark where step = ? and not accepted", seen.step().id()).orElseThrow();
    }

    private static void write(Connection tx, Viewer actor, OnItsWay seen, Input input, Instant at) throws SQLException {
        Moved.begun(tx, actor, seen, at);
        var step = Moved.step(tx, seen);
        var id = UUID.randomUUID();
        var rules = rules(seen);
        var counted = limited(seen, actor.organisation()).isPresent();
        var number = seen.returns().size() + 1;
        Sql.writeOne(tx, "insert into dossier_return (id, dossier, step, number, unit, kind, reason, back_to, counted, says, clause, at, due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id, seen.id(), step, number, actor.organisation(), seen.kind().name(), input.reason().name(), input.backTo().name(), counted, input.says(),
                rules.map(one -> one.clause().id()).orElse(null), at, input.due());
        Sql.write(tx, "update dossier_mark set returned = ? where step = ? and not accepted", id, step);
        var before = input.backTo() == BackTo.APPLICANT ? null : seen.before();
        var stage = before == null ? Stage.RETURNED : Way.stage(before.kind());
        var told = new LinkedHashMap<String, Object>(Map.of("return", number, "reason", input.reason(), "backTo", input.backTo(), "counted", counted));
        var due = before == null || input.due() != null ? input.due() : seen.due(before.kind());
        told.put("says", input.says());
        told.put("due", due);
        rules.ifPresent(one -> told.put("clauses", List.of(one.clause().id())));
        Moved.to(tx, actor, seen, stage, "RETURN", at, told);
        Moved.unpublished(tx, seen, at);
        Moved.done(tx, actor, seen, "RETURNED", input.says(), at);
        Messages.write(tx, seen.applicant(), Messages.Kind.RETURNED, id, seen.id(), rules.map(Stop.Returns::clause).orElse(null), before == null
                ? toMend(tx, seen, input, at)
                : Text.of("“" + seen.title() + "”申报材料已按原报送渠道退回上一环节", "“" + seen.title() + "” went back by the channel it came"), at, input.due());
        if (before == null) return;
        Arrivals.write(tx, seen.id(), Moved.next(seen), before.place(), before.kind(), before.unit(), seen.stop(before.kind()).map(Stop::clause).orElse(null), at, due);
        Messages.toUnit(tx, before.unit(), Way.at(before.kind()), seen.applicant(), Messages.Kind.RETURNED, id, seen.id(), rules.map(Stop.Returns::clause).orElse(null), due == null
                ? Text.of("“" + seen.title() + "”申报材料已按原报送渠道退回本单位，请办理", "“" + seen.title() + "” was returned to your unit by the channel it came: deal with it")
                : Text.of("“" + seen.title() + "”申报材料已按原报送渠道退回本单位，请于 " + ChinaTime.minute(due) + " 前办理", "“" + seen.title() + "” was returned to your unit by the channel it came: deal with it before " + ChinaTime.minute(due)), at, due);
    }
}
