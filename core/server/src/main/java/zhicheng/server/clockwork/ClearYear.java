package zhicheng.server.clockwork;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import zhicheng.server.database.Sql;
import zhicheng.spi.Claim;
import zhicheng.spi.Level;
import zhicheng.spi.Text;

/** On the day that the notice names, the unfinished records of the year before are terminated, drafts among them (统一作终止处理, B24-5.3, B23-5.4). */
@Singleton
@Requires(beans = DataSource.class)
public final class ClearYear implements Chore {
    private static final String UNFINISHED = "region = ? and year = ? and stage = any (?) and deleted_at is null and created_at < ?";

    private final Dossiers dossiers;
    private final YearEnd years;
    private final ClockworkSettings settings;

    ClearYear(Dossiers dossiers, YearEnd years, ClockworkSettings settings) {
        this.dossiers = dossiers;
        this.years = years;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "clear-year";
    }

    @Override
    public int run(Instant at) {
        return years.clearings().stream().filter(one -> !at.minus(settings.grace()).isBefore(one.from())).mapToInt(one -> clear(one, at)).sum();
    }

    private int clear(YearEnd.Clearing clearing, Instant at) {
        return dossiers.end(name(), at, (tx, tried, most) -> Sql.one(tx, row -> List.of((UUID[]) row.getArray(1).getArray()),
                "select coalesce(array_agg(x.id), '{}') from (select id from dossier where " + UNFINISHED + " and id <> all (?) order by id limit ?) x",
                clearing.region(), clearing.year(), YearEnd.unfinished(), clearing.until(), tried, most).orElseThrow(), (tx, dossier) -> decide(tx, dossier, clearing));
    }

    private static Dossiers.End decide(Connection tx, UUID dossier, YearEnd.Clearing clearing) throws SQLException {
        var title = Sql.one(tx, row -> {
            var claim = new Claim(row.getInt("year"), row.getString("series"), Optional.ofNullable(row.getString("specialty")), Optional.of(Level.valueOf(row.getString("level"))),
                    row.getString("category"), Optional.ofNullable(row.getString("channel")));
            return clearing.window().scope().covers(claim).orElse(false) ? row.getString("title") : "";
        }, "select year, series, specialty, level, category, channel, title from dossier where " + UNFINISHED + " and id = ?",
                clearing.region(), clearing.year(), YearEnd.unfinished(), clearing.until(), dossier).orElse("");
        return title.isEmpty() ? null : new Dossiers.End(Ending.YEAR_END, List.of(clearing.window().clause()),
                Text.of("“" + title + "”的" + clearing.year() + "年度申报记录未完成流程，已作终止处理", "“" + title + "”: the application of " + clearing.year() + " was not finished, and is terminated"));
    }
}
