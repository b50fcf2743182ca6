package zhicheng.server.message;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/** Tells somebody something, in the transaction in which it comes about: once of each thing, however often it is said. */
public final class Messages {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Messages() {}

    /** What a message is about. */
    public enum Kind { RETURNED, RECOMMENDED, REFUSED, FORFEITED, TERMINATED, MENDING_DUE, STEP_DUE, YEAR_END_DUE, TO_PAY, PAYMENT_DUE, PAID, PAID_LATE, PAID_ENDED }

    /**
     * @param about the return, visit, payment or dossier of which he is told
     * @param clause null: no notice rules it
     * @param due by when something is to be done, first instant too late; null: nothing is
     */
    public static void write(Connection tx, UUID person, Kind kind, UUID about, UUID dossier, Clause clause, Text says, Instant at, Instant due) throws SQLException {
        Sql.write(tx, "insert into message (id, person, kind, about, dossier, clause, zh, en, at, due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict on constraint somebody_is_told_once do nothing",
                UUID.randomUUID(), person, kind.name(), about, dossier, clause == null ? null : clause.id(), says.zh(), says.en(), at, due);
    }

    /** An instant as people read it, in China. */
    public static String show(Instant instant) {
        return MINUTE.format(ZonedDateTime.ofInstant(instant, When.CHINA));
    }
}
