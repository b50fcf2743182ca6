package zhicheng.server.committee;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.CommitteeWindow;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Windows;
import zhicheng.server.read.Given;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Reader;
import zhicheng.server.read.Root;
import zhicheng.server.read.Selection;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.trail.Json;
import zhicheng.spi.Claim;

/** When committees take applications, by their own notices (评审通知): what the evaluator is handed where a region leaves its window to committees. Public. */
@Singleton
@Requires(beans = Reader.class)
public final class CommitteeNotices {
    /**
     * One row of JSON with the notices of a region and year, in the shape of {@link #windows}, for whoever looks before he writes: a decision sees them in its own
     * transaction, as they are when its dossier is locked, and not as a replica has them. Whoever only reads asks {@link #of}.
     */
    public static final String OF_REGION_AND_YEAR = rows("n.region = %s and n.year = %s");
    private static final String LOCK = "hashtextextended(concat_ws(' ', 'publishCommitteeNotice', %s, %s), 0)";
    private static final String OF_DOSSIER = "select d.submitted_at, d.employer, " + rows("(n.region = d.region or n.committee = ?) and n.year = d.year") + " as notices from dossier d where d.id = ?";

    private static final Selection COMMITTEE = new Selection(List.of(field("id", "id"), field("name", "name"), field("kind", "kind"), field("founder", "founder", Selection.fields("id").fields()), field("series", "series"), field("levels", "levels")));
    private static final Selection NOTICE = new Selection(List.of(field("id", "id"), field("committee", "committee", COMMITTEE.fields()), field("series", "series"),
            field("levels", "levels"), field("categories", "categories"), field("from", "intakeFrom"), field("until", "intakeUntil"), field("published", "publishedAt"), field("document", "document"), field("permittedBy", "permittedBy"), field("link", "link")));
    private static final Selection PAGE = new Selection(List.of(field("nodes", "nodes", NOTICE.fields()), field("pageInfo", "pageInfo", Selection.fields("hasNextPage", "endCursor").fields())));
    private static final int ROWS = 100;

    private final Reader reader;

    CommitteeNotices(Reader reader) {
        this.reader = reader;
    }

    /** All of them, by when they begin. Waits. @param at the official time of the request */
    @SuppressWarnings("unchecked")
    public List<CommitteeWindow> of(String region, int year, Instant at) {
        var windows = new ArrayList<CommitteeWindow>();
        var arguments = new HashMap<String, Object>(Map.of("where", Map.of("region", Map.of("eq", region), "year", Map.of("eq", year)), "first", ROWS));
        var asked = new Given.Request(Viewer.PUBLIC, at);
        while (true) {
            var page = reader.read(new Root.Rows(Nouns.COMMITTEE_NOTICE), new Selection.Field("notices", "committeeNotices", Map.copyOf(arguments), List.of(), PAGE), asked).orElseThrow();
            ((List<Map<String, Object>>) page.get("nodes")).forEach(notice -> windows.add(window(notice)));
            var info = (Map<String, Object>) page.get("pageInfo");
            if (!(boolean) info.get("hasNextPage")) return List.copyOf(windows);
            arguments.put("after", info.get("endCursor"));
        }
    }

    /**
     * A dossier that was handed in, and the notices by which its unit's people may apply.
     *
     * @param handedIn for the first time: what is handed in again after a return came with that
     */
    private record Dossier(Instant handedIn, List<CommitteeWindow> notices) {}

    private static Dossier dossier(Connection tx, UUID dossier, UUID committee) throws SQLException {
        return Sql.one(tx, row -> new Dossier(row.getObject("submitted_at", OffsetDateTime.class).toInstant(), CommitteeWindow.forUnit(row.getObject("employer", UUID.class), windows(row.getString("notices")))),
                OF_DOSSIER, committee, dossier).orElseThrow();
    }

    /**
     * By when a committee itself has said that it takes in the material of a dossier, sooner than its region's notice, which permits that (B24-5.1): by the notice of
     * its own that was published last, in the caller's transaction. Empty where it has said nothing, and where no notice permits it.
     */
    public static Optional<Windows.Closing> closing(Connection tx, LoadedEdition edition, Claim claim, UUID dossier, UUID committee, Instant at) throws SQLException {
        return Windows.closing(edition, claim, committee, at, dossier(tx, dossier, committee).notices());
    }

    /** Why a committee that sets the time of application itself does not get a dossier, which came when it took none (X24-4), in the caller's transaction. Empty where it did, and where the region sets it. */
    public static Optional<Finding> notTaken(Connection tx, LoadedEdition edition, Claim claim, UUID dossier, UUID committee, String path) throws SQLException {
        var seen = dossier(tx, dossier, committee);
        return Windows.notTaken(edition, claim, committee, seen.handedIn(), seen.notices(), path);
    }

    /** What a committee has announced of a year, as for whoever it takes, in the caller's transaction. */
    static List<CommitteeWindow> of(Connection tx, UUID committee, int year) throws SQLException {
        return windows(Sql.one(tx, row -> row.getString(1), "select " + rows("n.committee = ? and n.year = ?"), committee, year).orElseThrow()).stream()
                .flatMap(one -> CommitteeWindow.forUnit(one.own(), List.of(one)).stream()).toList();
    }

    /**
     * Whoever hands in waits until no notice of the dossier's region and year is being published, and none is until he is done: what is judged and what is announced come one after the other, in the order of their
     * instants. Before anything of it is looked at.
     */
    public static void hold(Connection tx, UUID dossier) throws SQLException {
        Sql.one(tx, _ -> true, "select pg_advisory_xact_lock_shared(" + LOCK.formatted("region", "year") + ") from dossier where id = ?", dossier);
    }

    /** Whoever publishes waits until nobody of the region and year is handing in, and nobody does until he is done. */
    static void holdAlone(Connection tx, String region, int year) throws SQLException {
        Sql.one(tx, _ -> true, "select pg_advisory_xact_lock(" + LOCK.formatted("?::text", "?::int") + ")", region, year);
    }

    /**
     * The one unit for whose people a committee of a kind reviews: of an autonomous one (自主评审单位) its founder. X24-4 and X24-6.4 give such a unit a review of its own, and name no other's people: that those of a unit
     * below it, or of its agency, are not meant is our reading. Null: for everybody's.
     */
    public static UUID own(String kind, UUID founder) {
        return kind.equals("AUTONOMOUS") ? founder : null;
    }

    private static String rows(String which) {
        return """
                coalesce((select json_agg(json_build_object('id', n.id, 'committee', json_build_object('id', c.id, 'name', c.name, 'kind', c.kind, 'founder', json_build_object('id', c.founder), 'series', c.series,
                                                            'levels', c.levels), 'series', n.series, 'levels', n.levels, 'categories', n.categories, 'from', n.intake_from, 'until', n.intake_until,
                                                            'published', n.published_at, 'document', n.document, 'permittedBy', n.permitted_by, 'link', n.link)
                                          order by n.intake_from, n.id)
                          from committee_notice n join committee c on c.id = n.committee where WHICH), '[]')::text""".replace("WHICH", which);
    }

    private static Selection.Field field(String key, String name) {
        return field(key, name, List.of());
    }

    private static Selection.Field field(String key, String name, List<Selection.Field> below) {
        return new Selection.Field(key, name, Map.of(), List.of(), new Selection(below));
    }

    /** @param json an array as {@link #OF_REGION_AND_YEAR} makes it */
    public static List<CommitteeWindow> windows(String json) {
        return Json.list(json).stream().map(CommitteeNotices::window).toList();
    }

    /** Of series and levels a notice says nothing where they are its committee's. */
    @SuppressWarnings("unchecked")
    private static CommitteeWindow window(Map<String, Object> notice) {
        var committee = (Map<String, Object>) notice.get("committee");
        var categories = (List<String>) notice.get("categories");
        return new CommitteeWindow(id(notice), id(committee), (String) committee.get("name"),
                own((String) committee.get("kind"), id((Map<String, Object>) committee.get("founder"))), own(notice, committee, "series"), own(notice, committee, "levels"),
                categories == null ? List.of() : categories, instant(notice, "from"), instant(notice, "until"),
                instant(notice, "published"), (String) notice.get("document"), (String) notice.get("permittedBy"), notice.get("link") == null ? null : URI.create((String) notice.get("link")));
    }

    @SuppressWarnings("unchecked")
    private static List<String> own(Map<String, Object> notice, Map<String, Object> committee, String name) {
        return (List<String>) (notice.get(name) == null ? committee : notice).get(name);
    }

    private static UUID id(Map<String, Object> row) {
        return UUID.fromString((String) row.get("id"));
    }

    private static Instant instant(Map<String, Object> notice, String name) {
        return OffsetDateTime.parse((String) notice.get(name)).toInstant();
    }
}
