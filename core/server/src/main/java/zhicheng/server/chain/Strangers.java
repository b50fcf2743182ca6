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
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Findings;

/** Who acts for a dossier that is none of his unit's is answered as if there were none, and the attempt is written down in his account's chain (J24-4.3), whether there is one or not. */
final class Strangers {
    private Strangers() {}

    static Acts.Outcome refused(Connection tx, Regions regions, Viewer actor, Instant at, Way way, UUID dossier) throws SQLException {
        var finding = Refusals.noDossier(dossier);
        var clauses = Sql.one(tx, row -> row.getString(1), "select region from organisation where id = ?", actor.organisation()).map(region -> Policies.own(regions, region)).orElse(List.of());
        Chain.ACCOUNT.add(tx, actor.account(), Acts.entry(actor, way + "_REFUSED", at, Map.of("dossier", dossier, "findings", Findings.json(List.of(finding)), "clauses", clauses)), at);
        return Acts.Outcome.refused(finding);
    }
}
