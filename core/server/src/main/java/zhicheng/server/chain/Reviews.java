package zhicheng.server.chain;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.committee.CommitteeNotices;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.Regions;
import zhicheng.spi.Entrustment.Reach;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;

/**
 * Which committees review a dossier (评委会的受理范围): those of its region for its series and level; where its review is entrusted and the notice lets it go that far, those of the whole province (J24-2.2d).
 * An autonomous one reviews its own unit's people alone (X24-4, X24-6.4). Where committees set the time of application themselves, it is one that took applications when this one was handed in (X24-4, B24-annex1).
 *
 * @param province the first two digits of the GB/T 2260 codes of the province; null: the region's committees alone
 */
public record Reviews(OnItsWay seen, String province) {
    static Reviews of(Regions regions, OnItsWay seen) {
        return new Reviews(seen, Letter.asked(seen).filter(said -> said.reach() == Reach.PROVINCE).map(_ -> province(regions, seen.region())).orElse(null));
    }

    /** The first two digits of the GB/T 2260 codes of a region's province. */
    public static String province(Regions regions, String region) {
        return regions.named(region).orElseThrow().areaCode().substring(0, 2);
    }

    /**
     * A committee that reviews a series of a region, or of a province.
     *
     * @param own the one unit for whose people it does; null: for everybody's
     */
    public record Committee(UUID office, UUID own) {
        /** @param province its first two digits; null: the region's committees alone; @param level null: whichever it reviews */
        public static Optional<Committee> of(Connection tx, UUID id, String region, String province, String series, String level) throws SQLException {
            return Sql.one(tx, row -> new Committee(row.getObject("office", UUID.class), CommitteeNotices.own(row.getString("kind"), row.getObject("founder", UUID.class))),
                    "select c.office, c.kind, c.founder from committee c join organisation f on f.id = c.founder where c.id = ? and (c.region = ? or left(f.area_code, 2) = ?::text) and ? = any (c.series) and (?::text is null or ? = any (c.levels))",
                    id, region, province, series, level, level);
        }

        /** Whether it does so for a unit's people. */
        public boolean isFor(UUID unit) {
            return own == null || own.equals(unit);
        }
    }

    /** The office of a committee that does; empty where it does not, or there is none of that id. */
    Optional<UUID> office(Connection tx, UUID committee) throws SQLException {
        return scope(tx, committee).filter(one -> one.isFor(seen.employer())).map(Committee::office);
    }

    /** Everything that speaks against its going to a committee, or staying there. */
    List<Finding> against(Connection tx, UUID committee, String path) throws SQLException {
        var clause = seen.stop().flatMap(stop -> stop.returns().value()).flatMap(Stop.Returns::sameWay).orElse(seen.clause());
        var scope = scope(tx, committee).orElse(null);
        if (scope == null) return List.of(Finding.refusal("chain.committee", clause, asked(), Text.of("不是", "it is none"), path));
        if (!scope.isFor(seen.employer()))
            return List.of(Finding.refusal("chain.committee", clause, asked(), Text.of("是自主评审单位的评委会，只评审本单位人员", "it is an autonomous unit's, which reviews its own people alone"), path)
                    .remedy(Text.of("报送其他受理的评委会", "hand it on to another one that does"), null));
        return CommitteeNotices.notTaken(tx, seen.edition(), seen.claim(), seen.id(), committee, path).stream().toList();
    }

    private Optional<Committee> scope(Connection tx, UUID committee) throws SQLException {
        return Committee.of(tx, committee, seen.region(), province, seen.claim().series(), seen.claim().level().orElseThrow().name());
    }

    private Text asked() {
        return province == null ? Text.of("本地区受理该系列、层级的评委会", "a committee of the region that reviews this series and level")
                : Text.of("本省受理该系列、层级的评委会", "a committee of the province that reviews this series and level");
    }
}
