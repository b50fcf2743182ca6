package zhicheng.server.demo;

import static zhicheng.server.demo.MadeUpWorld.id;
import static zhicheng.server.demo.MadeUpWorld.organisation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.spi.Level;
import zhicheng.spi.Posts;
import zhicheng.spi.When;

/** The posts of the demonstration's institutions: as many as their people were recommended for and two more, each looked at by whom its region's notice names; the archive's still wait for one. */
final class InstitutionPosts {
    private static final int MORE = 2;
    private static final LocalDate BEGUN = LocalDate.of(2023, 7, 3);
    private static final String WAITING = "xn-archive";

    private final Connection tx;
    private final LocalDate today;
    private final Regions regions;
    private final Map<String, Table.Line> organisations;

    InstitutionPosts(Connection tx, LocalDate today, Regions regions, Map<String, Table.Line> organisations) {
        this.tx = tx;
        this.today = today;
        this.regions = regions;
        this.organisations = organisations;
    }

    /** A dossier that was recommended; {@code ended} null: something can still come of it. */
    record One(UUID id, String employer, int year, Level level, Instant recommended, Instant ended) {}

    void write(List<One> all) throws SQLException {
        var vacant = new HashMap<String, Integer>();
        for (var one : all) posts(one.employer(), one.year()).flatMap(posts -> posts.band(one.level())).ifPresent(band -> vacant.merge(key(one.employer(), one.year(), band), 1, Integer::sum));
        vacant.replaceAll((band, taken) -> taken + MORE);
        try (var counts = new Rows(tx, "post_count", "id", "organisation", "region", "year", "band", "as_of", "approved", "filled", "vacant", "clause", "superior", "bureau", "recorded_at", "department",
                "department_agrees", "department_says", "department_at", "personnel", "personnel_agrees", "personnel_says", "personnel_at", "made_up")) {
            for (var unit : organisations.values())
                for (var year : regions.editions(unit.get("region")).stream().map(LoadedEdition::year).distinct().toList())
                    if (unit.get("kind").equals("STATE_INSTITUTION")) count(unit, regions.newest(unit.get("region"), year).orElseThrow(), vacant, counts);
            counts.write();
        }
        try (var taken = new Rows(tx, "dossier_post", "id", "dossier", "organisation", "region", "year", "band", "place", "vacant", "clause", "at", "given_up_at", "made_up")) {
            var places = new HashMap<String, Integer>();
            for (var one : all) {
                var posts = posts(one.employer(), one.year()).orElse(null);
                var band = posts == null ? null : posts.band(one.level()).orElse(null);
                if (band == null) continue;
                var key = key(one.employer(), one.year(), band);
                taken.add(id("post", one.id().toString()), one.id(), organisation(one.employer()), organisations.get(one.employer()).get("region"), one.year(), band.id(), places.merge(key, 1, Integer::sum),
                        vacant.get(key), posts.clause().id(), one.recommended(), one.ended(), true);
            }
            taken.write();
        }
    }

    private void count(Table.Line unit, LoadedEdition edition, Map<String, Integer> vacant, Rows counts) throws SQLException {
        var posts = edition.edition().posts().value().orElse(null);
        var told = told(edition);
        if (posts == null || !told.isBefore(today)) return;
        var at = told.atTime(LocalTime.of(9, 30)).atZone(When.CHINA).toInstant();
        var looked = told.plusDays(5).isBefore(today) ? told.plusDays(5).atTime(LocalTime.of(15, 0)).atZone(When.CHINA).toInstant() : null;
        var bureau = bureau(unit);
        var superior = organisation(unit.get("parent"));
        for (var band : posts.bands()) {
            var free = vacant.getOrDefault(key(unit.get("key"), edition.year(), band), MORE);
            var department = looked != null && posts.opinions().stream().anyMatch(one -> one.by() == Posts.By.DEPARTMENT);
            var personnel = looked != null && !unit.get("key").equals(WAITING) && posts.opinions().stream().anyMatch(one -> one.by() == Posts.By.PERSONNEL);
            counts.add(id("post count", unit.get("key") + " " + edition.year() + " " + band.id()), organisation(unit.get("key")), unit.get("region"), edition.year(), band.id(),
                    told.withDayOfMonth(1).minusDays(1), 3 * free, 2 * free, free, posts.clause().id(), superior, bureau, at, department ? superior == null ? bureau : superior : null, department ? true : null,
                    department ? "属实（虚构）" : null, department ? looked : null, personnel ? bureau : null, personnel ? true : null, personnel ? "与批复一致（虚构）" : null, personnel ? looked : null, true);
        }
    }

    /** The nearest above it, whatever department stands between. */
    private UUID bureau(Table.Line unit) {
        var above = organisations.get(unit.get("parent"));
        return above.get("kind").equals("HRSS") ? organisation(above.get("key")) : bureau(above);
    }

    private Optional<Posts> posts(String unit, int year) {
        return regions.newest(organisations.get(unit).get("region"), year).flatMap(edition -> edition.edition().posts().value());
    }

    /** Soon after the notice came, and no sooner than the demonstration begins. */
    private static LocalDate told(LoadedEdition edition) {
        var notice = edition.region().notices().stream().filter(one -> one.prefix().equals(edition.edition().notices().getFirst())).findFirst().orElseThrow().date().plusDays(3);
        return notice.isBefore(BEGUN) ? BEGUN : notice;
    }

    private static String key(String unit, int year, Posts.Band band) {
        return unit + " " + year + " " + band.id();
    }
}
