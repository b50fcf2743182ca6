package zhicheng.server.account;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import zhicheng.server.database.Sql;

/**
 * An account with what opens it, as one select saw it.
 *
 * @param password as it is kept; null: none is set
 * @param code SHA-256 of the code for a first password; null: none is out
 * @param tokensFrom tokens issued before are revoked; the beginning of time where none are
 */
record SeenAccount(Viewer viewer, String name, boolean disabled, String password, byte[] code, Instant codeUntil, Instant tokensFrom) {
    /** Whether somebody has ever come in by an account {@code a} with its credential {@code c}: by its password, by his card, or by tokens from elsewhere; or has shown who he is and has a code himself ({@link RestoreAccess}). */
    static final String OPENED = """
            (c.code is null or c.password is not null or exists (select from session s where s.account = a.id) or exists (select from idempotency i where i.account = a.id)
                or exists (select from trail t where t.subject = a.id and t.act = 'RESTORE_ACCESS'))""";
    private static final String LOOK = """
            select a.id, a.name, a.roles, a.person, a.organisation, a.disabled, a.tokens_from, c.password, c.code, c.code_until from account a left join credential c on c.account = a.id where\s""";

    static Optional<SeenAccount> named(Connection tx, String name) throws SQLException {
        return Sql.one(tx, SeenAccount::of, LOOK + "a.name = ?", name);
    }

    /** The one account, not closed and with a password or a code, by which somebody applies; empty where there is none, or more than one. @param person null: nobody */
    static Optional<SeenAccount> applicants(Connection tx, UUID person) throws SQLException {
        var his = Sql.one(tx, row -> (UUID[]) row.getArray(1).getArray(), """
                select coalesce(array_agg(a.id), '{}') from account a join credential c on c.account = a.id
                where a.person = ? and a.roles @> array['APPLICANT'] and not a.disabled and (c.password is not null or c.code is not null)""", person).orElseThrow();
        return his.length == 1 ? Sql.one(tx, SeenAccount::of, LOOK + "a.id = ?", his[0]) : Optional.empty();
    }

    /** Locked until the transaction ends. */
    static Optional<SeenAccount> locked(Connection tx, UUID id) throws SQLException {
        Sql.one(tx, row -> row.getObject(1), "select id from account where id = ? for no key update", id);
        return Sql.one(tx, SeenAccount::of, LOOK + "a.id = ?", id);
    }

    /** Whoever acts, as his account stands now, locked until the transaction ends; empty where since he asked it was closed, acts for another unit, or all its sessions ended, his too. */
    static Optional<Viewer> acting(Connection tx, Viewer actor) throws SQLException {
        return locked(tx, actor.account()).filter(one -> !one.disabled() && !actor.issued().isBefore(one.tokensFrom())).map(SeenAccount::viewer)
                .filter(one -> Objects.equals(one.organisation(), actor.organisation()));
    }

    /** Whether somebody has ever come in by it, as it stands now. */
    boolean isOpened(Connection tx) throws SQLException {
        return Sql.one(tx, row -> row.getBoolean(1), "select " + OPENED + " from account a left join credential c on c.account = a.id where a.id = ?", viewer.account()).orElseThrow();
    }

    /** Whether a password that fits opens it, or did until another code was given for it. */
    boolean isOpen(Connection tx) throws SQLException {
        return !disabled && (password != null || code != null && isOpened(tx));
    }

    private static SeenAccount of(ResultSet row) throws SQLException {
        var codeUntil = row.getObject("code_until", OffsetDateTime.class);
        var tokensFrom = row.getObject("tokens_from", OffsetDateTime.class);
        return new SeenAccount(viewer(row, "id"), row.getString("name"), row.getBoolean("disabled"), row.getString("password"), row.getBytes("code"),
                codeUntil == null ? null : codeUntil.toInstant(), tokensFrom == null ? Instant.MIN : tokensFrom.toInstant());
    }

    /** @param id the column of the account's id; roles, person and organisation stand under their names */
    static Viewer viewer(ResultSet row, String id) throws SQLException {
        return new Viewer(row.getObject(id, UUID.class), Arrays.stream((String[]) row.getArray("roles").getArray()).map(Role::valueOf).collect(Collectors.toSet()),
                row.getObject("person", UUID.class), row.getObject("organisation", UUID.class));
    }
}
