package zhicheng.server.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import zhicheng.server.database.Sql;
import zhicheng.server.trail.Json;

/**
 * A body that audits: a department or a bureau (主管部门、人社部门), as it stands in the tree of organisations (单位 → 主管部门 → 人社部门).
 *
 * @param level of a bureau, HRSS_COUNTY, HRSS_CITY or HRSS_PROVINCE: its area's, and HRSS_COUNTY for a zone's, which has its city's area: its accounts say which of the two it is, and where none does, that a bureau of the
 *     same area stands right above it; null: it is no bureau
 * @param acting in which capacities somebody acts for it whose account is not disabled
 */
public record Body(UUID id, String name, String kind, String region, String area, Role level, Set<Role> acting) {
    private static final int FAR = 20;
    private static final String SHOWN = """
            json_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'region', o.region, 'area', o.area_code,
                'zone', exists (select from organisation city where city.id = o.parent and city.kind = 'HRSS' and city.area_code = o.area_code),
                'acting', array(select unnest(a.roles) from account a where a.organisation = o.id and not a.disabled))""";

    /** The one of that id; empty where there is none, or it is neither a department nor a bureau. */
    public static Optional<Body> named(Connection tx, UUID id) throws SQLException {
        return Sql.one(tx, row -> of(Json.map(row.getString(1))), "select " + SHOWN + "::text from organisation o where o.id = ? and o.kind in ('SUPERIOR_DEPT', 'HRSS')", id);
    }

    /** Those of a region above a unit, the nearest first. */
    public static List<Body> above(Connection tx, UUID unit, String region) throws SQLException {
        return Json.list(Sql.one(tx, row -> row.getString(1), """
                with recursive above as (
                    select o.id, o.parent, 0 as far from organisation o where o.id = (select parent from organisation where id = ?)
                    union all select o.id, o.parent, far + 1 from organisation o join above a on o.id = a.parent where far < ?)
                select coalesce(json_agg(%s order by far), '[]')::text from above join organisation o using (id) where o.region = ? and o.kind in ('SUPERIOR_DEPT', 'HRSS')""".formatted(SHOWN),
                unit, FAR, region).orElseThrow()).stream().map(Body::of).toList();
    }

    private static Body of(Map<String, Object> told) {
        var kind = (String) told.get("kind");
        var area = (String) told.get("area");
        var acting = roles(told.get("acting"));
        return new Body(UUID.fromString((String) told.get("id")), (String) told.get("name"), kind, (String) told.get("region"), area, kind.equals("HRSS") ? level(area, acting, (boolean) told.get("zone")) : null, acting);
    }

    private static Role level(String area, Set<Role> acting, boolean isBelowItsLike) {
        if (area.endsWith("0000")) return Role.HRSS_PROVINCE;
        if (!area.endsWith("00")) return Role.HRSS_COUNTY;
        if (acting.contains(Role.HRSS_CITY)) return Role.HRSS_CITY;
        return acting.contains(Role.HRSS_COUNTY) || isBelowItsLike ? Role.HRSS_COUNTY : Role.HRSS_CITY;
    }

    private static Set<Role> roles(Object told) {
        return ((Collection<?>) told).stream().map(one -> Role.valueOf((String) one)).collect(Collectors.toUnmodifiableSet());
    }
}
