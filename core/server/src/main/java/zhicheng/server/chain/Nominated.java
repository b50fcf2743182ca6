package zhicheng.server.chain;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Nominations;
import zhicheng.server.eligibility.Nominations.Known;
import zhicheng.server.eligibility.Told;
import zhicheng.server.trail.Json;
import zhicheng.spi.Nomination;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/**
 * A recommendation under a review category in which a unit nominates (举荐, B23-2.3) takes one of its places of the year: as many as the notice says, whoever
 * asks at the same time. Which rules it fails by the edition says; a place is never given back, since no notice says when it would be.
 *
 * @param findings why it takes none
 * @param place the place that it takes; null: none, or it has one already
 */
record Nominated(List<Finding> findings, Integer place) {
    private static final Nominated NOT_AT_ALL = new Nominated(List.of(), null);

    /** Waits until no other recommendation of the unit is being decided. */
    static Nominated look(Connection tx, OnItsWay seen, Evaluator evaluator, Instant at) throws SQLException {
        var nomination = Nominations.of(seen.edition(), seen.claim()).orElse(null);
        if (nomination == null) return NOT_AT_ALL;
        Sql.one(tx, row -> true, "select id from organisation where id = ? for no key update", seen.employer());
        var known = Sql.one(tx, row -> new Known(row.getString("grade"), row.getBoolean("lost"), 0, null), """
                select grade, lost_at is not null as lost from nominator where organisation = ? and region = ? and category = ? order by from_day desc limit 1""",
                seen.employer(), seen.region(), seen.claim().category()).orElse(null);
        if (known == null)
            return new Nominated(List.of(Finding.refusal("nomination.unknown", nomination.clause(), Text.of("已登记等级的举荐企业：" + names(nomination, true), "an enterprise whose grade is known: " + names(nomination, false)),
                    Text.of("本企业尚未登记", "this one's is not"), "input.dossier").remedy(Text.of("由人社部门登记（recogniseNominator）", "have the bureau enter it (recogniseNominator)"), null)), null);
        var places = Json.list(Sql.one(tx, row -> row.getString(1), """
                select coalesce(json_agg(json_build_object('place', m.place, 'dossier', m.dossier, 'name', p.name, 'title', d.title) order by m.place), '[]')::text
                from nomination m join dossier d on d.id = m.dossier join person p on p.id = d.applicant
                where m.region = ? and m.organisation = ? and m.year = ? and m.category = ?""", seen.region(), seen.employer(), seen.claim().year(), seen.claim().category()).orElseThrow());
        var own = places.stream().filter(one -> one.get("dossier").equals(seen.id().toString())).findFirst().map(one -> ((Number) one.get("place")).intValue()).orElse(null);
        var others = places.stream().filter(one -> !one.get("dossier").equals(seen.id().toString())).toList();
        var facts = Nominations.told(seen.edition(), seen.claim(), seen.facts(), new Known(known.grade(), known.lost(), others.size(), own));
        var findings = new ArrayList<Finding>();
        evaluator.evaluate(seen.edition(), Told.of(facts, seen.claim(), at, at, seen.edition()).one().orElseThrow(), List.of()).general().stream()
                .filter(one -> nomination.clause().equals(one.clause()) && one.holdsUp() && one.outcome() == Verdict.Outcome.FAILED)
                .forEach(one -> findings.add(("answers." + nomination.place()).equals(one.path()) ? filled(one, others) : one));
        return new Nominated(List.copyOf(findings), own == null ? others.size() + 1 : null);
    }

    void take(Connection tx, OnItsWay seen, Instant at) throws SQLException {
        if (place == null) return;
        Sql.writeOne(tx, "insert into nomination (region, organisation, year, category, place, dossier, at) values (?, ?, ?, ?, ?, ?, ?)",
                seen.region(), seen.employer(), seen.claim().year(), seen.claim().category(), place, seen.id(), at);
    }

    /** Who recommends sees what his unit has handed up, so he is told whose the places are. */
    private static Finding filled(Finding found, List<Map<String, Object>> others) {
        var who = others.stream().map(one -> one.get("name") + "（" + one.get("title") + "）").collect(Collectors.joining("、"));
        return Finding.refusal(found.code(), found.clause(), found.asked(), Text.of(found.shown().zh() + "；已举荐：" + who, found.shown().en() + "; nominated so far: " + who), "input.dossier");
    }

    private static String names(Nomination nomination, boolean zh) {
        return nomination.grades().stream().map(grade -> zh ? grade.name().zh() : grade.name().en()).collect(Collectors.joining(zh ? "、" : ", "));
    }
}
