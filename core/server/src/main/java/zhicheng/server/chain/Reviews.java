package zhicheng.server.chain;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.region.Regions;
import zhicheng.spi.Entrustment.Reach;
import zhicheng.spi.Text;

/**
 * Which committees review a dossier (评委会的受理范围): those of its region for its series and level; where its review is entrusted and the notice lets it go that far, those of the whole province (J24-2.2d).
 *
 * @param province the first two digits of the GB/T 2260 codes of the province; null: the region's committees alone
 */
public record Reviews(OnItsWay seen, String province) {
    /** Of a committee {@code c} and its founder {@code f}, that it reviews a series of the region, or of the province; takes the region, {@link #province} and the series. */
    public static final String SERIES = "(c.region = ? or left(f.area_code, 2) = ?::text) and ? = any (c.series)";

    static Reviews of(Regions regions, OnItsWay seen) {
        return new Reviews(seen, Letter.asked(seen).filter(said -> said.reach() == Reach.PROVINCE).map(_ -> province(regions, seen.region())).orElse(null));
    }

    /** The first two digits of the GB/T 2260 codes of a region's province. */
    public static String province(Regions regions, String region) {
        return regions.named(region).orElseThrow().areaCode().substring(0, 2);
    }

    /** The office of a committee that does; empty where it does not, or there is none of that id. */
    Optional<UUID> office(Connection tx, UUID committee) throws SQLException {
        return Sql.one(tx, row -> row.getObject(1, UUID.class), "select c.office from committee c join organisation f on f.id = c.founder where c.id = ? and " + SERIES + " and ? = any (c.levels)",
                committee, seen.region(), province, seen.claim().series(), seen.claim().level().orElseThrow().name());
    }

    /** What is asked of it. */
    Text asked() {
        return province == null ? Text.of("本地区受理该系列、层级的评委会", "a committee of the region that reviews this series and level")
                : Text.of("本省受理该系列、层级的评委会", "a committee of the province that reviews this series and level");
    }
}
