package zhicheng.server.dossier;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import zhicheng.server.CannotStart;
import zhicheng.server.database.Sql;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Json;

/** A dossier is judged for ever by the edition that it is pinned to: a server that has not loaded one of them does not start, and says which. */
@Singleton
@Requires(beans = DataSource.class)
final class PinnedEditions {
    private final TransactionOperations<Connection> transactions;
    private final Regions regions;

    PinnedEditions(TransactionOperations<Connection> transactions, Regions regions) {
        this.transactions = transactions;
        this.regions = regions;
    }

    @EventListener
    void check(StartupEvent started) {
        var missing = transactions.executeRead(status -> {
            try {
                return missing(status.getConnection());
            } catch (SQLException e) {
                throw new IllegalStateException("the pinned editions could not be read", e);
            }
        });
        if (!missing.isEmpty())
            throw new CannotStart(CannotStart.Reason.REGIONS,
                    "dossiers are pinned to editions that no loaded plug-in has; put the plug-in that has them back:\n  - " + String.join("\n  - ", missing));
    }

    private List<String> missing(Connection tx) throws SQLException {
        var pinned = Sql.one(tx, row -> Json.list(row.getString(1)), """
                select coalesce(json_agg(json_build_object('region', region, 'year', year, 'edition', edition, 'hash', facts_hash, 'readings', readings)
                                         order by region, year, edition, facts_hash), '[]')::text from notice_edition""").orElseThrow();
        return pinned.stream().filter(one -> {
            var readings = new TreeMap<String, String>();
            ((Map<?, ?>) one.get("readings")).forEach((setting, option) -> readings.put(String.valueOf(setting), String.valueOf(option)));
            return regions.pinned((String) one.get("region"), ((Number) one.get("year")).intValue(), ((Number) one.get("edition")).intValue(), (String) one.get("hash"), readings).isEmpty();
        }).map(one -> "%s %s, edition %s, facts %s".formatted(one.get("region"), one.get("year"), one.get("edition"), one.get("hash"))).toList();
    }
}
