package zhicheng.server.chain;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Restorable;
import zhicheng.server.dossier.Since;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Told;
import zhicheng.server.eligibility.Words;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.spi.Clause;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;

/**
 * A reviewer marks items of a dossier one by one (逐项审核, B24-3.3): accepted, or faulty with its reason. Where the notice says that all is told at once
 * (J24-3.4, X24-5.2b), what his unit did not fault in its first return it cannot fault in a later one: what was accepted stays accepted. That binds who tells: new to it is what was changed since, and what a
 * reviewer above it has faulted since and handed down.
 */
@Singleton
public final class MarkItems {
    private static final int MOST = 200;
    private static final int LONGEST = 2000;

    private final Acts acts;
    private final Regions regions;

    MarkItems(Acts acts, Regions regions) {
        this.acts = acts;
        this.regions = regions;
    }

    /**
     * One item.
     *
     * @param path {@code facts.NAME}, {@code achievements.ID} of what was picked, {@code achievements}, {@code claim.specialty}
     * @param reason null where it is accepted
     * @param clause the clause that it goes against; null: none is named
     */
    public record Mark(String path, boolean accepted, String reason, String clause) {}

    public record Input(String key, UUID dossier, int version, List<Mark> marks) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = Map.of("dossier", input.dossier(), "version", input.version(), "marks", json(input.marks()));
        return acts.perform(actor, at, "markItems", input.key(), asked, List.of(), tx -> {
            var seen = OnItsWay.locked(tx, regions, input.dossier(), actor).orElse(null);
            if (seen == null) return Strangers.refused(tx, regions, actor, at, Way.MARK, input.dossier());
            var findings = new ArrayList<>(seen.against(tx, Way.MARK, actor, input.version(), at, shown(input.marks())));
            if (findings.stream().noneMatch(one -> one.code().startsWith("chain."))) findings.addAll(against(tx, seen, input.marks(), actor.organisation(), at));
            if (!findings.isEmpty()) return new Acts.Outcome(seen.id(), findings);
            Moved.to(tx, actor, seen, seen.stage(), "MARK_ITEMS", at, Map.of("marks", json(input.marks())));
            Moved.begun(tx, actor, seen, at);
            var step = Moved.step(tx, seen);
            for (var mark : input.marks())
                Sql.writeOne(tx, """
                        insert into dossier_mark (id, dossier, step, place, path, accepted, reason, clause, at) select ?, ?, ?, coalesce(max(place), 0) + 1, ?, ?, ?::text, ?::text, ? from dossier_mark where dossier = ?
                        on conflict on constraint item_is_marked_once_a_visit do update set place = excluded.place, accepted = excluded.accepted, reason = excluded.reason, clause = excluded.clause, at = excluded.at""",
                        UUID.randomUUID(), seen.id(), step, mark.path(), mark.accepted(), mark.reason(), mark.clause(), at, seen.id());
            return new Acts.Outcome(seen.id(), List.of());
        });
    }

    private List<Finding> against(Connection tx, OnItsWay seen, List<Mark> marks, UUID unit, Instant now) throws SQLException {
        var findings = new ArrayList<Finding>();
        if (marks.size() > MOST) findings.add(Finding.refusal("mark.many", null, Text.of("至多 " + MOST + " 项", "at most " + MOST), Text.of(marks.size() + " 项", "" + marks.size()), "input.marks"));
        if (marks.isEmpty()) findings.add(Refusals.missing("mark.none", seen.clause(), Text.of("至少一项", "one item at least"), "input.marks"));
        var paths = new HashSet<String>();
        var twice = new HashSet<String>();
        var told = atOnce(seen, unit)
                .flatMap(_ -> seen.returns().stream().filter(one -> unit.equals(one.unit())).findFirst());
        var before = told.isPresent() ? handedIn(tx, seen, told.get()) : Map.<String, Object>of();
        for (var place = 0; place < marks.size(); place++) {
            var mark = marks.get(place);
            var at = "input.marks." + place;
            var shown = Refusals.shown(mark.path());
            if (!isItem(seen, mark.path())) findings.add(none(tx, seen, mark.path(), shown, at + ".path", now));
            else if (!paths.add(mark.path()) && twice.add(mark.path())) findings.add(Finding.refusal("mark.twice", null, Text.of("每项只标一次", "each item once"), shown, at + ".path"));
            if (!mark.accepted() && Words.isNothing(mark.reason()))
                findings.add(Refusals.missing("mark.reason", seen.clause(), Text.of("不通过的项须写明原因", "what is faulty has its reason"), at + ".reason"));
            else if (mark.reason() != null) findings.addAll(Particulars.reviewers("mark.reason", seen.clause(), Text.of("原因", "the reason"), mark.reason(), LONGEST, at + ".reason"));
            if (mark.accepted() && mark.reason() != null)
                findings.add(Finding.refusal("mark.reason", null, Text.of("通过的项不写原因", "what is accepted has no reason"), Text.of("写了原因", "there is one"), at + ".reason"));
            Refusals.foreign("mark.clause", regions, seen, mark.clause(), at + ".clause").ifPresent(findings::add);
            if (!mark.accepted() && told.isPresent() && !seen.faulty().contains(mark.path()) && !isNew(seen, mark.path(), before, told.get().at()))
                findings.add(Finding.refusal("return.told-once", atOnce(seen, unit).orElseThrow(), Text.of("一次性告知：此前退回未指出的项不再退回", "everything is told at once: what an earlier return did not fault is not faulted in a later one"), shown, at + ".path")
                        .remedy(Text.of("不符合申报条件的，审核不予通过", "what fails the conditions can be refused"), null));
        }
        return findings;
    }

    /** What had been handed in last before a return, as the receipt keeps it; empty where nothing is kept. */
    private static Map<String, Object> handedIn(Connection tx, OnItsWay seen, OnItsWay.Returned told) throws SQLException {
        return Sql.one(tx, row -> Json.map(row.getString(1)), """
                select convert_from(content, 'UTF8') from dossier_snapshot
                where dossier = ? and seq <= (select 1 + count(*) from dossier_return r where r.dossier = ? and r.number < ? and r.back_to = 'APPLICANT') order by seq desc limit 1""",
                seen.id(), seen.id(), told.number()).orElse(Map.of());
    }

    /** Whether it was changed since what was handed in before the unit's first return. */
    private static boolean isNew(OnItsWay seen, String path, Map<String, Object> before, Instant first) {
        if (path.startsWith("facts.")) return !same(part(before.get("facts"), path.substring(6)), seen.facts().get(path.substring(6)));
        if (path.equals("claim.specialty")) return !same(part(before.get("claim"), "specialty"), seen.claim().specialty().orElse(null));
        if (path.equals("achievements")) return !same(picked(before.get("achievements")), picked(seen.achievements()));
        return seen.achievements().stream().anyMatch(one -> path.equals("achievements." + one.get("id")) && OffsetDateTime.parse((String) one.get("pickedAt")).toInstant().isAfter(first));
    }

    private static Object part(Object all, String name) {
        return all instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static List<?> picked(Object achievements) {
        return achievements instanceof List<?> list ? list.stream().map(one -> ((Map<?, ?>) one).get("achievement").toString()).sorted().toList() : List.of();
    }

    /** As a receipt writes it: 97 is 97.0. */
    private static boolean same(Object one, Object other) {
        return Json.text(Arrays.asList(one)).equals(Json.text(Arrays.asList(other)));
    }

    /** By which clause the unit tells everything at once; empty where no notice says so. */
    private static Optional<Clause> atOnce(OnItsWay seen, UUID unit) {
        return seen.rulesOfReturns(unit).stream().filter(Stop.Returns::atOnce).map(Stop.Returns::clause).findFirst();
    }

    /** Whether the dossier has such an item. */
    static boolean isItem(OnItsWay seen, String path) {
        if (path.equals("achievements") || path.equals("claim.specialty")) return true;
        if (path.startsWith("facts.")) return Told.isTold(path.substring(6));
        return path.startsWith("achievements.") && seen.achievements().stream().anyMatch(one -> path.equals("achievements." + one.get("id")));
    }

    private static Map<String, Text> shown(List<Mark> marks) {
        var shown = new LinkedHashMap<String, Text>();
        for (var mark : marks) shown.put(mark.path(), Since.mark(mark.accepted(), mark.reason()));
        return shown;
    }

    /** There is no such item; series, level, category and channel are none that can be mended. What its applicant can do is told to him: it hangs on what a reviewer may not see of him. */
    private static Finding none(Connection tx, OnItsWay seen, String path, Text shown, String at, Instant now) throws SQLException {
        var none = Finding.refusal("mark.path", path.startsWith("claim.") ? seen.clause() : null, Text.of("申报材料中的一项", "an item of the dossier"), shown, at);
        if (!path.startsWith("claim.")) return none;
        return none.remedy(Restorable.isOpen(tx, seen.id(), now)
                ? Text.of("系列、层级、类别或渠道有误的，以 PROCEDURE 退回（returnDossier）并写明；能否另行申报，退回时告知申报人",
                        "where series, level, category or channel is wrong, return it for the PROCEDURE and say so (returnDossier): its applicant is told then whether he can apply anew")
                : Text.of("系列、层级、类别或渠道有误的，" + Restorable.CLOSED.zh() + "；已无处可报的，审核不予通过（refuseRecommendation）",
                        "where series, level, category or channel is wrong: " + Restorable.CLOSED.en() + "; where it can be handed in nowhere any more, refuse it (refuseRecommendation)"), null);
    }

    private static List<Map<String, Object>> json(List<Mark> marks) {
        return marks.stream().map(mark -> {
            var json = new LinkedHashMap<String, Object>();
            json.put("path", mark.path());
            json.put("accepted", mark.accepted());
            json.put("reason", mark.reason());
            json.put("clause", mark.clause());
            return (Map<String, Object>) json;
        }).toList();
    }
}
