package zhicheng.server.clockwork;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.chain.Way;
import zhicheng.server.database.Sql;
import zhicheng.server.message.Messages;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Text;

/**
 * Who has to do something is reminded before its day: an applicant of what was returned to him, of a fee that is not paid (B24-5.5), and of a draft that its year's clearing would end; a reviewer of what
 * lies with him (X24-8.3, B24-5.3), which is whoever took it in hand and still acts for the unit, and where there is nobody such, everybody who acts for it. Each is
 * told once of each thing, and nobody of a return that he was told of so late.
 */
@Singleton
@Requires(beans = DataSource.class)
public final class Remind implements Chore {
    private static final String ONCE = " on conflict on constraint somebody_is_told_once do nothing";

    /** A fee that is not paid: a dossier's title, by when, where. {@code %s} as in {@link Messages#TO_MEND}. */
    private static final Text TO_PAY = Text.of("“%s”的评审费请于 %s 前缴纳，逾期视为放弃申报：%s", "“%s”: pay the review fee before %s, or the application counts as abandoned: %s");
    /** What lies with a reviewer: a dossier's title, by when. */
    private static final Text TO_DEAL_WITH = Text.of("“%s”申报材料请于 %s 前办理", "“%s” is to be dealt with before %s");
    /** What a clearing would end: a dossier's title, from when. */
    private static final Text TO_END = Text.of("“%s”的申报记录如仍未完成流程，将于 %s 起作终止处理", "“%s” is terminated from %s on, if it is not finished by then");

    private final Acts acts;
    private final YearEnd years;
    private final ClockworkSettings settings;

    Remind(Acts acts, YearEnd years, ClockworkSettings settings) {
        this.acts = acts;
        this.years = years;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "remind";
    }

    @Override
    public int run(Instant at) {
        var until = at.plus(settings.remindBefore());
        var told = acts.open(name(), tx -> mending(tx, at, until)) + acts.open(name(), tx -> paying(tx, at, until));
        for (var kind : Kind.values())
            if (!Way.at(kind).isEmpty()) told += acts.open(name(), tx -> step(tx, kind, at, until));
        for (var clearing : years.clearings())
            if (at.isBefore(clearing.from()) && !until.isBefore(clearing.from())) told += acts.open(name(), tx -> clearing(tx, clearing, at));
        return told;
    }

    private static int mending(Connection tx, Instant at, Instant until) throws SQLException {
        return Sql.write(tx, """
                insert into message (id, person, kind, about, dossier, clause, zh, en, at, due_at)
                select gen_random_uuid(), d.applicant, 'MENDING_DUE', r.id, d.id, r.clause, format(?::text, d.title, due.minute), format(?::text, d.title, due.minute), ?, r.due_at
                from dossier_return r join dossier d on d.id = r.dossier cross join lateral (select to_char(r.due_at at time zone 'Etc/GMT-8', 'YYYY-MM-DD HH24:MI') as minute) due
                where r.back_to = 'APPLICANT' and r.answered_at is null and r.due_at > ? and r.due_at <= ? and r.due_at - r.at > ?::timestamptz - ?::timestamptz
                  and d.stage = 'RETURNED' and d.deleted_at is null""" + ONCE, Messages.TO_MEND.zh(), Messages.TO_MEND.en(), at, at, until, until, at);
    }

    private static int paying(Connection tx, Instant at, Instant until) throws SQLException {
        return Sql.write(tx, """
                insert into message (id, person, kind, about, dossier, clause, zh, en, at, due_at)
                select gen_random_uuid(), d.applicant, 'PAYMENT_DUE', p.id, d.id, p.clause,
                       format(?::text, d.title, due.minute, p.address), format(?::text, d.title, due.minute, p.address), ?, p.due_at
                from payment p join dossier d on d.id = p.dossier cross join lateral (select to_char(p.due_at at time zone 'Etc/GMT-8', 'YYYY-MM-DD HH24:MI') as minute) due
                where p.state = 'OPEN' and p.due_at > ? and p.due_at <= ? and d.stage = 'PAYMENT_PENDING' and d.deleted_at is null""" + ONCE, TO_PAY.zh(), TO_PAY.en(), at, at, until);
    }

    private static int step(Connection tx, Kind kind, Instant at, Instant until) throws SQLException {
        return Sql.write(tx, """
                insert into message (id, account, kind, about, dossier, clause, zh, en, at, due_at)
                select gen_random_uuid(), acts.account, 'STEP_DUE', s.id, d.id, s.clause,
                       format(?::text, d.title, due.minute), format(?::text, d.title, due.minute), ?, s.due_at
                from dossier_step s join dossier d on d.id = s.dossier cross join lateral (select to_char(s.due_at at time zone 'Etc/GMT-8', 'YYYY-MM-DD HH24:MI') as minute) due
                cross join lateral (
                    select a.id as account, a.person = s.responsible as his, bool_or(a.person = s.responsible) over () as taken from account a
                    where a.organisation = s.unit and a.roles && ? and not a.disabled and a.person is distinct from d.applicant) acts
                where (acts.taken is not true or acts.his) and s.kind = ? and s.done_at is null and s.due_at > ? and s.due_at <= ? and d.deleted_at is null
                on conflict on constraint an_account_is_told_once do nothing""",
                TO_DEAL_WITH.zh(), TO_DEAL_WITH.en(), at, Way.at(kind).stream().map(Enum::name).toArray(String[]::new), kind.name(), at, until);
    }

    private static int clearing(Connection tx, YearEnd.Clearing clearing, Instant at) throws SQLException {
        var day = ChinaTime.minute(clearing.from());
        return Sql.write(tx, """
                insert into message (id, person, kind, about, dossier, clause, zh, en, at, due_at)
                select gen_random_uuid(), d.applicant, 'YEAR_END_DUE', d.id, d.id, ?, format(?::text, d.title, ?::text), format(?::text, d.title, ?::text), ?, ?
                from dossier d where d.region = ? and d.year = ? and d.stage = any (?) and d.deleted_at is null""" + ONCE,
                clearing.window().clause().id(), TO_END.zh(), day, TO_END.en(), day, at, clearing.from(), clearing.region(), clearing.year(), YearEnd.unfinished());
    }
}
