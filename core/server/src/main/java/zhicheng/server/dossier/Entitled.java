package zhicheng.server.dossier;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import zhicheng.server.account.RealNameFirst;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.AccountPolicy;
import zhicheng.spi.AccountPolicy.After;
import zhicheng.spi.AccountPolicy.Business;
import zhicheng.spi.Text;

/** Whether an applicant has come far enough to apply, and through a unit that may act for him: bound where the notice opens applying by that (B24-3.2), the unit's own where it says so (J24-4.3, X24-3.1.2). */
final class Entitled {
    private Entitled() {}

    /**
     * @param unit the dossier names one
     * @param ofUnit that one has the applicant now: as his employer, or by a binding that stands
     * @param bound any unit has
     * @param unchecked he registered himself, and his real name is not checked
     */
    record Seen(boolean unit, boolean ofUnit, boolean bound, boolean unchecked) {}

    /** What a submission is refused for. */
    static List<Finding> findings(Connection tx, SeenDossier dossier, LoadedEdition edition) throws SQLException {
        var policy = edition.edition().accountPolicy().value();
        if (policy.isEmpty()) return List.of();
        var seen = Sql.one(tx, row -> new Seen(row.getBoolean("unit"), row.getBoolean("of_unit"), row.getBoolean("bound"), row.getBoolean("unchecked")), """
                select d.employer is not null as unit,
                       coalesce(p.employer = d.employer, false) or exists (select from binding b where b.person = p.id and b.organisation = d.employer and b.state = 'CONFIRMED') as of_unit,
                       p.employer is not null or exists (select from binding b where b.person = p.id and b.state = 'CONFIRMED') as bound,
                       exists (select from account a where a.person = p.id and a.real_name = 'UNCHECKED') as unchecked
                from dossier d join person p on p.id = d.applicant where d.id = ?""", dossier.id()).orElseThrow();
        return findings(seen, policy.get());
    }

    /** Knows no database. */
    static List<Finding> findings(Seen seen, AccountPolicy policy) {
        var closed = RealNameFirst.finding(policy);
        if (seen.unchecked() && closed.isPresent()) return List.of(closed.get());
        if (seen.unit() && !seen.ofUnit())
            return policy.reaches().value().stream().flatMap(List::stream).findFirst().map(reach -> reach.clause()).or(() -> binding(policy).map(AccountPolicy.Opening::clause))
                    .map(clause -> Finding.refusal("unit.not-own", clause, Text.of("经本单位或为本人托管档案、代理人事的机构申报", "one applies through one's own unit, or the body that keeps one's file or is one's agent"),
                            Text.of("草稿所经单位现与本人没有绑定", "no binding to the unit of this draft stands"), null).remedy(Text.of("与该单位绑定，或重新建立申报材料", "bind yourself to it, or compose the dossier anew"), null))
                    .stream().toList();
        if (!seen.bound())
            return binding(policy).map(opening -> Finding.refusal("account.unbound", opening.clause(), opening.says(), Text.of("尚未与用人单位绑定", "no binding to an employer stands"), null)
                    .remedy(Text.of("申请绑定用人单位", "ask an employer to be bound (requestBinding)"), null)).stream().toList();
        return List.of();
    }

    private static Optional<AccountPolicy.Opening> binding(AccountPolicy policy) {
        return policy.openings().value().stream().flatMap(List::stream).filter(opening -> opening.after() == After.BINDING && opening.business() == Business.APPLICATIONS).findFirst();
    }
}
