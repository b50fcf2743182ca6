package zhicheng.server.clockwork;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.database.Sql;
import zhicheng.server.payment.Payments;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/**
 * An application whose review fee is not paid by the deadline of its group of series counts as abandoned (未在规定时间内完成缴费的，视为放弃申报, B24-5.5). Not one for which the
 * platform never opened an order before the deadline: nobody could have paid it. Of each the platform is asked right before that one ends, and of no other: its word that it was paid
 * may only be on its way, and what it cannot tell of one says nothing of the next.
 */
@Singleton
@Requires(beans = DataSource.class)
public final class ForfeitUnpaid implements Chore {
    private static final String OVERDUE = "p.due_at <= ? and p.opened_at < p.due_at and p.state in ('OPEN', 'PAID_LATE') and d.stage = 'PAYMENT_PENDING' and d.deleted_at is null";

    private final Dossiers dossiers;
    private final Payments payments;
    private final ClockworkSettings settings;

    ForfeitUnpaid(Dossiers dossiers, Payments payments, ClockworkSettings settings) {
        this.dossiers = dossiers;
        this.payments = payments;
        this.settings = settings;
    }

    /** The payment that did not come. */
    private record Unpaid(String title, Instant due, String clause) {}

    @Override
    public String name() {
        return "forfeit-unpaid";
    }

    @Override
    public int run(Instant at) {
        var until = at.minus(settings.grace());
        return dossiers.end(name(), at, (tx, tried, most) -> Sql.one(tx, row -> List.of((UUID[]) row.getArray(1).getArray()), """
                select coalesce(array_agg(x.id), '{}') from (
                    select d.id from payment p join dossier d on d.id = p.dossier where %s and d.id <> all (?) order by p.due_at, d.id limit ?) x""".formatted(OVERDUE), until, tried, most).orElseThrow(),
                dossier -> payments.learn(dossier, at), (tx, dossier) -> decide(tx, dossier, until));
    }

    private static Dossiers.End decide(Connection tx, UUID dossier, Instant until) throws SQLException {
        return Sql.one(tx, row -> new Unpaid(row.getString("title"), row.getObject("due_at", OffsetDateTime.class).toInstant(), row.getString("clause")),
                "select d.title, p.due_at, p.clause from payment p join dossier d on d.id = p.dossier where " + OVERDUE + " and d.id = ?", until, dossier).map(ForfeitUnpaid::end).orElse(null);
    }

    private static Dossiers.End end(Unpaid unpaid) {
        var due = ChinaTime.minute(unpaid.due());
        return new Dossiers.End(Ending.UNPAID, List.of(Clause.of(unpaid.clause())),
                Text.of("“" + unpaid.title() + "”未在 " + due + " 前完成缴费，视为放弃申报", "“" + unpaid.title() + "”: the review fee was not paid before " + due + "; the application counts as abandoned"));
    }
}
