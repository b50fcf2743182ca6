package zhicheng.server.chain;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Policies;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Entitled;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Findings;

/** Who acts for a dossier that is none of his unit's, or for somebody who is its own no more. The first is answered as if there were none, and the attempt is written down in his account's chain (J24-4.3, X24-3.1.2), whether there is one or not. */
final class Strangers {
    private Strangers() {}

    static Acts.Outcome refused(Connection tx, Regions regions, Viewer actor, Instant at, Way way, UUID dossier) throws SQLException {
        var finding = Refusals.noDossier(dossier);
        noted(tx, regions, actor, at, way.name(), "dossier", dossier, finding);
        return Acts.Outcome.refused(finding);
    }

    /** Writes down in his account's chain what was refused, under the clauses of his unit's region. @param of what it was tried on; @param id of that */
    static void noted(Connection tx, Regions regions, Viewer actor, Instant at, String act, String of, UUID id, Finding finding) throws SQLException {
        var clauses = Sql.one(tx, row -> row.getString(1), "select region from organisation where id = ?", actor.organisation()).map(region -> Policies.own(regions, region)).orElse(List.of());
        Chain.ACCOUNT.add(tx, actor.account(), Acts.entry(actor, act + "_REFUSED", at, Map.of(of, id, "findings", Findings.json(List.of(finding)), "clauses", clauses)), at);
    }

    /** What refuses a unit's act for an applicant who has left it since he handed in, or is bound to it otherwise than the notice asks; written down there too. Returning and refusing are open to it. */
    static List<Finding> left(Connection tx, OnItsWay seen, Viewer actor, Instant at, Way way) throws SQLException {
        var findings = Entitled.stillOf(tx, seen.id(), seen.claim(), seen.edition(), seen.kind());
        if (!findings.isEmpty())
            Chain.ACCOUNT.add(tx, actor.account(), Acts.entry(actor, way + "_REFUSED", at, Map.of("dossier", seen.id(), "findings", Findings.json(findings), "clauses", findings.stream().map(one -> one.clause().id()).toList())), at);
        return findings;
    }
}
