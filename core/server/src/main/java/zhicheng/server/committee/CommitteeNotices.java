package zhicheng.server.committee;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.CommitteeWindow;
import zhicheng.server.trail.Json;

/** When committees take applications, by their own notices (评审通知): what the evaluator is handed where a region leaves its window to committees. Public. */
@Singleton
public final class CommitteeNotices {
    /** One row of JSON with the notices of a region and year, in the shape of {@link #windows}. */
    public static final String OF_REGION_AND_YEAR = """
            coalesce((select json_agg(json_build_object('id', n.id, 'committee', c.id, 'name', c.name, 'series', coalesce(n.series, c.series), 'levels', coalesce(n.levels, c.levels),
                                                        'categories', coalesce(n.categories, '{}'), 'from', n.intake_from, 'until', n.intake_until, 'published', n.published_at) order by n.intake_from, n.id)
                      from committee_notice n join committee c on c.id = n.committee where n.region = %s and n.year = %s), '[]')::text""";

    private final TransactionOperations<Connection> transactions;

    CommitteeNotices(@Named("reader") TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    public List<CommitteeWindow> of(String region, int year) {
        return transactions.executeRead(status -> {
            try {
                return Sql.one(status.getConnection(), row -> windows(row.getString(1)), "select " + OF_REGION_AND_YEAR.formatted("?", "?"), region, year).orElseThrow();
            } catch (SQLException e) {
                throw new IllegalStateException("the committees' notices could not be read", e);
            }
        });
    }

    /** @param json an array as {@link #OF_REGION_AND_YEAR} makes it */
    @SuppressWarnings("unchecked")
    public static List<CommitteeWindow> windows(String json) {
        return Json.list(json).stream().map(one -> new CommitteeWindow(UUID.fromString((String) one.get("id")), UUID.fromString((String) one.get("committee")), (String) one.get("name"),
                (List<String>) one.get("series"), (List<String>) one.get("levels"), (List<String>) one.get("categories"),
                instant(one, "from"), instant(one, "until"), instant(one, "published"))).toList();
    }

    private static Instant instant(Map<String, Object> notice, String name) {
        return OffsetDateTime.parse((String) notice.get(name)).toInstant();
    }
}
