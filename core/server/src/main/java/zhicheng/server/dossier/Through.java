package zhicheng.server.dossier;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Claim;

/** Through which unit somebody applies: his employer; where his channel begins with an agency, the one that keeps his file or is his agent, and no employer in its stead (J24-2.2b, J24-2.2c, X24-3.1.3). */
final class Through {
    private Through() {}

    /** The unit as it stands now; null where there is none. */
    static UUID unit(Connection tx, UUID person, LoadedEdition edition, Claim claim) throws SQLException {
        var isByAgency = Arrivals.opener(edition, claim) == Kind.AGENCY;
        return Sql.one(tx, row -> Optional.ofNullable(row.getObject(1, UUID.class)), """
                select case when ? then (select b.organisation from binding b where b.person = p.id and b.state = 'CONFIRMED' and b.ground in ('FILE_KEEPING', 'AGENCY')
                                         order by b.decided_at desc, b.id limit 1) else p.employer end from person p where p.id = ?""", isByAgency, person).flatMap(unit -> unit).orElse(null);
    }
}
