package zhicheng.server.message;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import zhicheng.server.account.Role;
import zhicheng.server.database.Sql;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/**
 * Tells somebody something, in the transaction in which it comes about: once of each thing, however often it is said. What concerns himself he is told as a person, and reads where he applies; what he does for a unit, and what
 * was done by an account, that account is told.
 */
public final class Messages {
    private Messages() {}

    /** A dossier was returned to its applicant: its title, and by when. {@code %s}, as Java's and PostgreSQL's format have it. */
    public static final Text TO_MEND = Text.of("“%s”申报材料已退回，请于 %s 前修改并重新提交", "“%s” was returned: mend it and hand it in again before %s");

    /** What a message is about. */
    public enum Kind {
        RETURNED, RETURN_EXTENDED, RECOMMENDED, REFUSED, DISQUALIFIED, FORFEITED, TERMINATED, MENDING_DUE, STEP_DUE, YEAR_END_DUE, TO_PAY, PAYMENT_DUE, PAID, PAID_LATE, PAID_ENDED, REFUNDED, BINDING_ENDED, OBJECTION_RAISED,
        OBJECTION_CONCLUDED, OBJECTION_LEFT_OPEN, ORIGINALS_ASKED, ARRIVED, WITHDRAWN, ENTRUSTMENT_FILED, ENTRUSTMENT_DECIDED, INTEGRITY_ENTERED, INTEGRITY_ENDED,
        ACCOUNT_AGREED, ACCOUNT_MADE, ACCOUNT_STANDS, ACCOUNT_CLOSED, ACCESS_RESTORED
    }

    /**
     * @param about the return, visit, payment, dossier, binding, objection, originals, letter of entrustment, entry of the register, account or consent to one of which he is told; an id of its own where each time counts: a later day of a return, a
     *        refund, the end of an entry, another code for an account
     * @param dossier null: it is about none
     * @param clause null: no notice rules it
     * @param due by when something is to be done, first instant too late; null: nothing is
     */
    public static void write(Connection tx, UUID person, Kind kind, UUID about, UUID dossier, Clause clause, Text says, Instant at, Instant due) throws SQLException {
        Sql.write(tx, "insert into message (id, person, kind, about, account_name, dossier, clause, zh, en, at, due_at) values (?, ?, ?, ?, (select name from account where id = ?), ?, ?, ?, ?, ?, ?) on conflict on constraint somebody_is_told_once do nothing",
                UUID.randomUUID(), person, kind.name(), about, about, dossier, clause == null ? null : clause.id(), says.zh(), says.en(), at, due);
    }

    /** As {@link #write}, to an account. */
    public static void toAccount(Connection tx, UUID account, Kind kind, UUID about, Clause clause, Text says, Instant at) throws SQLException {
        Sql.write(tx, """
                insert into message (id, account, kind, about, account_name, clause, zh, en, at) values (?, ?, ?, ?, (select name from account where id = ?), ?, ?, ?, ?)
                on conflict on constraint an_account_is_told_once do nothing""",
                UUID.randomUUID(), account, kind.name(), about, about, clause == null ? null : clause.id(), says.zh(), says.en(), at);
    }

    /**
     * What nobody read in a closed account of the same person for the same unit is an account's from now on that acts there in all that that one did, or of an employer's in some of it (a unit's first has two capacities, each further one of them, and all see the same): it was told to whoever does it. Once of each thing; to the one that was told it last.
     *
     * @return the ids of what is handed on; none where it is nobody's, or no unit's
     */
    public static List<String> handedOn(Connection tx, UUID account) throws SQLException {
        return List.of(Sql.one(tx, row -> (String[]) row.getArray(1).getArray(), """
                with unread as (
                    select distinct on (m.kind, m.about) m.id, anew.id as account
                    from account anew join account closed on closed.person = anew.person and closed.organisation = anew.organisation and closed.disabled
                        and (closed.roles <@ anew.roles or closed.roles && anew.roles and closed.roles <@ ?) join message m on m.account = closed.id
                    where anew.id = ? and m.read_at is null order by m.kind, m.about, m.at desc, m.id
                ), moved as (update message m set account = unread.account from unread where m.id = unread.id returning m.id)
                select coalesce(array_agg(id::text order by id), '{}') from moved""", names(Role.EMPLOYERS), account).orElseThrow());
    }

    /**
     * The same to every account that acts for a unit in one of these roles.
     *
     * @param unit null: nobody is known yet, and nobody is told
     * @param besides a person whose accounts are not told, since it is about him; null: nobody's
     * @return how many are told that were not
     */
    public static int toUnit(Connection tx, UUID unit, Set<Role> roles, UUID besides, Kind kind, UUID about, UUID dossier, Clause clause, Text says, Instant at, Instant due) throws SQLException {
        return Sql.write(tx, """
                insert into message (id, account, kind, about, account_name, dossier, clause, zh, en, at, due_at)
                select gen_random_uuid(), a.id, ?, ?, (select name from account where id = ?), ?, ?, ?, ?, ?, ?
                from account a where a.organisation = ? and a.roles && ? and not a.disabled and (a.person = ?) is not true
                on conflict on constraint an_account_is_told_once do nothing""",
                kind.name(), about, about, dossier, clause == null ? null : clause.id(), says.zh(), says.en(), at, due, unit, names(roles), besides);
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Enum::name).toArray(String[]::new);
    }
}
