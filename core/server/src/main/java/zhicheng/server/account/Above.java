package zhicheng.server.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.database.Sql;

/** The units above a unit in the tree of organisations (单位 → 主管部门 → 人社部门). */
public final class Above {
    private static final int FAR = 20;

    private Above() {}

    /** The nearest of some kinds; empty where none of them is above it. */
    public static Optional<UUID> nearest(Connection tx, UUID unit, Collection<String> kinds) throws SQLException {
        return Sql.one(tx, row -> row.getObject(1, UUID.class), """
                with recursive above as (
                    select o.id, o.parent, o.kind, 0 as far from organisation o where o.id = (select parent from organisation where id = ?)
                    union all select o.id, o.parent, o.kind, far + 1 from organisation o join above a on o.id = a.parent where far < ?)
                select id from above where kind = any (?) order by far limit 1""", unit, FAR, kinds.toArray(String[]::new));
    }
}
