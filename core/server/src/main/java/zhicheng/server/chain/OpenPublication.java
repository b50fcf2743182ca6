package zhicheng.server.chain;

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
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.calendar.WorkingDays;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Stage;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Clause;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;

/**
 * An employer publishes whom it means to recommend (单位公示): the particulars of its notice and no identity number, for as long as it says at least (J24-3.3, X24-5.2a); for some categories after a staff assembly,
 * longer and more widely (J24-4.1). What could not end before the unit's own time is over is not begun.
 *
 * <p>What hung for its whole period and was not objected to, or not with reason, stays good after a return as long as the same is told to the letter: it is taken up again, over as it is, with its report and second
 * signature, and needs neither a table of working days nor, signed, another unit that can sign. No notice says that it is published twice.
 */
@Singleton
public final class OpenPublication {
    private static final int LONGEST = 500;
    private static final int MORE = 60;
    private static final Text WHERE = Text.of("公示的位置", "where it hangs");
    /** They audit and decide, and employ and dispatch nobody who applies through them jointly. */
    private static final String[] BODIES = {"HRSS", "SUPERIOR_DEPT", "COMMITTEE_OFFICE"};

    private final Acts acts;
    private final Regions regions;
    private final SealedChanges sealed;
    private final WorkingDays table;

    OpenPublication(Acts acts, Regions regions, SealedChanges sealed) {
        this.acts = acts;
        this.regions = regions;
        this.sealed = sealed;
        this.table = WorkingDays.shipped();
    }

    /**
     * @param whereShown where in the unit it hangs besides
     * @param told what the employer tells of what the dossier does not, in the shape {@code particular, words}
     * @param more days besides the least that is asked
     * @param assembly the staff assembly that deliberated; null: none
     * @param shownWider where else it is shown, beyond where the unit shows others; null: nowhere
     * @param jointWith the unit that publishes and recommends jointly (X24-3.1.2); null: none
     */
    public record Input(String key, UUID dossier, int version, String whereShown, List<Map<String, Object>> told, int more, String assembly, String shownWider, UUID jointWith) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("dossier", input.dossier());
        asked.put("version", input.version());
        asked.put("whereShown", input.whereShown());
        asked.put("told", input.told());
        asked.put("more", input.more());
        asked.put("assembly", input.assembly());
        asked.put("shownWider", input.shownWider());
        asked.put("jointWith", input.jointWith());
        return acts.perform(actor, at, "openPublication", input.key(), asked, List.of(), tx -> {
            var seen = OnItsWay.locked(tx, regions, input.dossier(), actor).orElse(null);
            if (seen == null) return Strangers.refused(tx, regions, actor, at, Way.OPEN_PUBLICATION, input.dossier());
            var findings = new ArrayList<>(seen.against(tx, Way.OPEN_PUBLICATION, actor, input.version(), at));
            if (findings.stream().anyMatch(one -> one.code().startsWith("chain."))) return new Acts.Outcome(seen.id(), findings);
            var publicity = seen.stop().flatMap(stop -> stop.publicity());
            var clause = publicity.map(one -> one.clause()).orElse(seen.clause());
            var shown = Particulars.of(new Particulars.Candidate(seen.name(), seen.employerName(), seen.title(), seen.claim(), seen.facts(), seen.achievements()), publicity.map(one -> one.particulars()).orElse(List.of()), Particulars.told(input.told()), clause);
            findings.addAll(Particulars.twice(input.told(), clause));
            findings.addAll(shown.problems());
            if (Words.isNothing(input.whereShown())) findings.add(Refusals.missing("publication.where", clause, WHERE, "input.whereShown"));
            told(input.whereShown(), WHERE, clause, "input.whereShown", findings);
            told(input.assembly(), Text.of("评议的职工大会", "the staff assembly that deliberated"), clause, "input.assembly", findings);
            told(input.shownWider(), Text.of("扩大公示的位置", "where else it is shown"), clause, "input.shownWider", findings);
            if (input.more() < 0 || input.more() > MORE)
                findings.add(Finding.refusal("publication.more", clause, Text.of("在规定期限之外另加 0 至 " + MORE + " 天", "0 to " + MORE + " days besides what is asked at least"), Text.of(input.more() + " 天", input.more() + " days"), "input.more")
                        .remedy(input.more() < 0 ? Text.of("公示期不短于规定，不另加的填 0", "no period is shorter than asked: 0 where none are added") : Text.of("至多 " + MORE + " 天（本系统所设上限）", MORE + " at most, a limit of this server"), null));
            publicity.flatMap(one -> one.wider()).filter(wider -> wider.categories().contains(seen.claim().category())).ifPresent(wider -> {
                if (orNone(input.assembly()) == null) findings.add(Refusals.missing("publication.assembly", wider.clause(), wider.asks(), "input.assembly"));
                if (orNone(input.shownWider()) == null) findings.add(Refusals.missing("publication.wider", wider.clause(), wider.asks(), "input.shownWider"));
                if (input.more() < 1) findings.add(Refusals.missing("publication.longer", wider.clause(), wider.asks(), "input.more"));
            });
            var hung = findings.isEmpty() ? hung(tx, seen, actor, input, shown.lines(), publicity).orElse(null) : null;
            findings.addAll(jointly(tx, seen, actor, input.jointWith(), hung != null && hung.signed()));
            findings.addAll(Strangers.left(tx, seen, actor, at, Way.OPEN_PUBLICATION));
            findings.addAll(Held.byAudit(tx, seen));
            if (!findings.isEmpty()) return new Acts.Outcome(seen.id(), findings);
            Period period;
            try {
                period = hung == null ? Period.from(at, publicity, input.more(), table) : hung.period();
            } catch (WorkingDays.NoTable e) {
                return new Acts.Outcome(seen.id(), List.of(Finding.refusal("working-days.no-table", clause,
                        Text.of("国务院办公厅公布的放假安排", "the State Council's table of days off"), Text.of("缺少所涉年份的放假安排，不作推算", "the table of a year that it runs into is missing, and is not guessed: " + e.getMessage()), null)));
            }
            var due = seen.leastDue(at);
            if (hung == null && due != null && !period.until().isBefore(due)) return new Acts.Outcome(seen.id(), List.of(tooLong(seen, due, period, input.more())));
            Moved.begun(tx, actor, seen, at);
            var id = hung == null ? UUID.randomUUID() : hung.id();
            if (hung != null) Sql.writeOne(tx, "update publication set ended_at = null where id = ?", id);
            else Sql.writeOne(tx, """
                    insert into publication (id, dossier, unit, where_shown, particulars, assembly, shown_wider, joint_with, opened_at, until, days, working, clause)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    id, seen.id(), actor.organisation(), input.whereShown(), shown.lines().toArray(String[]::new), orNone(input.assembly()), orNone(input.shownWider()), input.jointWith(), at, period.until(), period.days(),
                    period.working(), period.clause().id());
            var noted = new LinkedHashMap<String, Object>(sealed.of(seen.id(), Map.of(), Map.of("particulars", shown.lines())));
            noted.put("publication", id);
            noted.put("whereShown", input.whereShown());
            noted.put("assembly", orNone(input.assembly()));
            noted.put("shownWider", orNone(input.shownWider()));
            noted.put("jointWith", input.jointWith());
            noted.put("until", period.until());
            noted.put("takenUpAgain", hung != null);
            noted.put("days", period.days());
            noted.put("working", period.working());
            noted.put("clauses", List.of(clause == null ? period.clause().id() : clause.id(), period.clause().id()).stream().distinct().toList());
            Moved.to(tx, actor, seen, seen.objections() > 0 ? Stage.PUBLICITY_OBJECTION : Stage.EMPLOYER_PUBLICITY, "OPEN_PUBLICATION", at, noted);
            return new Acts.Outcome(seen.id(), List.of());
        });
    }

    /** A publication that hung for its whole period; {@code signed}: by the other unit of a joint recommendation. */
    private record Hung(UUID id, Period period, boolean signed) {}

    /** The latest, where it is the unit's, hung for its whole period, told the same and was returned since; empty where it is not so, or an objection waits for its conclusion. */
    private static Optional<Hung> hung(Connection tx, OnItsWay seen, Viewer actor, Input input, List<String> lines, Optional<Stop.Publicity> publicity) throws SQLException {
        if (seen.objections() > 0) return Optional.empty();
        return Sql.one(tx, row -> new Hung(row.getObject("id", UUID.class), new Period(row.getInt("days"), row.getBoolean("working"), row.getObject("until", OffsetDateTime.class).toInstant(), Clause.of(row.getString("clause"))), row.getBoolean("signed")), """
                select id, until, days, working, clause, joint_at is not null as signed from (select * from publication where dossier = ? order by opened_at desc, id desc limit 1) p
                where unit = ? and ended_at >= until and exists (select from dossier_return r where r.dossier = p.dossier and r.at >= p.ended_at)
                    and not exists (select from trail t where t.subject = p.dossier and t.at = p.ended_at and t.act in ('END_PUBLICATION', 'WITHDRAW'))
                    and particulars = ? and where_shown = ? and assembly is not distinct from ?::text and shown_wider is not distinct from ?::text and joint_with is not distinct from ?::uuid""",
                seen.id(), actor.organisation(), lines.toArray(String[]::new), input.whereShown(), orNone(input.assembly()), orNone(input.shownWider()), input.jointWith())
                .filter(one -> one.period().days() == Period.days(one.period().clause(), publicity, input.more()));
    }

    /** Its recommendation would be late, also where what holds it were concluded now. */
    private static Finding tooLong(OnItsWay seen, Instant end, Period period, int more) {
        var due = ChinaTime.exactly(end);
        return Finding.refusal("publication.late", seen.dueClause(), seen.inTime(Text.of("公示期满后，还能在 " + due + " 前推荐", "over in time to be recommended before " + due)),
                Text.of("公示期至 " + ChinaTime.exactly(period.until()), "the period would run until " + ChinaTime.exactly(period.until())), "input.dossier")
                .remedy(again(seen, more > 0 ? Text.of("减少延长的天数；仍不够的，审核不予通过", "fewer days more; where that is not enough, refuse it") : Text.of("审核不予通过", "refuse it")), null);
    }

    /** What was returned may have hung for its whole period before: told the same, that is taken up, and no day is lost. */
    private static Text again(OnItsWay seen, Text remedy) {
        return seen.returns().isEmpty() ? remedy : Text.of("退回前公示期满的，内容、公示处所、天数均与该次公示一致，即予接续；否则" + remedy.zh(),
                "where it hung for its whole period before it was returned, tell all of it, where it is shown and for how many days as in that publication, which is taken up then; otherwise " + remedy.en());
    }

    /** What stands against words that are published; blank is nothing. @param words null: none */
    private static void told(String words, Text what, Clause clause, String path, List<Finding> findings) {
        if (orNone(words) == null) return;
        if (Particulars.tellsIdentity(words)) findings.add(Particulars.identity(clause, path));
        findings.addAll(Words.problems("publication.length", clause, what, words, LONGEST, path));
    }

    /** Blank is nothing. */
    private static String orNone(String words) {
        return Words.isNothing(words) ? null : words;
    }

    /** The other unit is named where a joint recommendation is chosen, and only there. @param signed whether it has signed already what is taken up again */
    private static List<Finding> jointly(Connection tx, OnItsWay seen, Viewer actor, UUID with, boolean signed) throws SQLException {
        var joint = seen.joint();
        if (joint.isEmpty())
            return with == null ? List.of() : List.of(Finding.refusal("publication.joint", seen.clause(), Text.of("通知允许、申报人选择共同推荐的，才写明会同单位", "a unit beside one's own only where the notice permits it and the applicant says that it is chosen"),
                    Text.of("未选择共同推荐", "it is not chosen"), "input.jointWith"));
        var clause = joint.get().clause();
        if (with == null) return List.of(Refusals.missing("publication.joint", clause, Text.of("会同推荐的单位", "the unit that recommends jointly"), "input.jointWith"));
        if (with.equals(actor.organisation()) || Sql.one(tx, row -> true, "select 1 from organisation where id = ? and region = ? and kind <> all (?)", with, seen.region(), BODIES).isEmpty())
            return List.of(Finding.refusal("publication.joint", clause, Text.of("本地区已登记的另一用人单位或人事代理机构", "another employer or agency that is known in the region"), Text.of("不是", "it is none"), "input.jointWith"));
        if (signed || Sql.one(tx, row -> row.getBoolean(1), "select exists (select from account where organisation = ? and roles && ? and not disabled)", with, SignRecommendation.BY.stream().map(Enum::name).toArray(String[]::new)).orElseThrow())
            return List.of();
        var signers = Role.labels(SignRecommendation.BY);
        return List.of(Finding.refusal("publication.joint", clause, Text.of("会同单位有可以签署的账号（" + signers.zh() + "）", "the other unit has an account that can sign (" + signers.en() + ")"), Text.of("没有", "it has none"), "input.jointWith")
                .remedy(Text.of("由该单位建立账号（createUnitAccount）", "have that unit make one (createUnitAccount)"), null));
    }
}
