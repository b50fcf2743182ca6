package zhicheng.server.clockwork;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.database.Sql;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/**
 * A dossier that was returned to its applicant and not handed in again in time is treated as abandoned (视为放弃申报). The national rule is said to order this for what a
 * committee's founder asks to be supplemented (MOHRSS40, known at second hand); the notices are silent on what other reviewers return, and this reads it alike unless the
 * operator turns it off: then such a dossier stays returned, and too late.
 */
@Singleton
@Requires(beans = DataSource.class)
public final class ForfeitLate implements Chore {
    private static final Clause NATIONALLY = Clause.of("MOHRSS40");
    private static final String WAITING = "r.back_to = 'APPLICANT' and r.answered_at is null and r.due_at <= ?";

    private final Dossiers dossiers;
    private final ClockworkSettings settings;

    ForfeitLate(Dossiers dossiers, ClockworkSettings settings) {
        this.dossiers = dossiers;
        this.settings = settings;
    }

    /** The return that nobody answered. */
    private record Late(String title, Instant due, String clause) {}

    @Override
    public String name() {
        return "forfeit-late";
    }

    @Override
    public int run(Instant at) {
        if (!settings.forfeitLate()) return 0;
        var until = at.minus(settings.grace());
        return dossiers.end(name(), at, (tx, tried, most) -> Sql.one(tx, row -> List.of((UUID[]) row.getArray(1).getArray()), """
                select coalesce(array_agg(x.id), '{}') from (
                    select d.id from dossier_return r join dossier d on d.id = r.dossier
                    where %s and d.stage = 'RETURNED' and d.deleted_at is null and d.id <> all (?) order by r.due_at, d.id limit ?) x""".formatted(WAITING), until, tried, most).orElseThrow(),
                (tx, dossier) -> decide(tx, dossier, until));
    }

    private static Dossiers.End decide(Connection tx, UUID dossier, Instant until) throws SQLException {
        return Sql.one(tx, row -> new Late(row.getString("title"), row.getObject("due_at", OffsetDateTime.class).toInstant(), row.getString("clause")), """
                select d.title, r.due_at, r.clause from dossier_return r join dossier d on d.id = r.dossier where %s and d.stage = 'RETURNED' and d.id = ?""".formatted(WAITING), until, dossier)
                .map(ForfeitLate::end).orElse(null);
    }

    private static Dossiers.End end(Late late) {
        var clauses = new ArrayList<>(List.of(NATIONALLY));
        if (late.clause() != null) clauses.add(Clause.of(late.clause()));
        var due = ChinaTime.minute(late.due());
        return new Dossiers.End(Ending.LATE_SUPPLEMENT, clauses,
                Text.of("“" + late.title() + "”申报材料退回后未在 " + due + " 前重新提交，按放弃申报处理", "“" + late.title() + "”: returned, and not handed in again before " + due + "; it is treated as abandoned"));
    }
}
