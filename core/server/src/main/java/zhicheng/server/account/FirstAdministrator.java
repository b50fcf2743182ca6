package zhicheng.server.account;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;

/**
 * The first administrator's account of a database in which there is none: whoever runs the server makes it, renews its code until it is opened, and what comes after is made through the API. And the way back in for an
 * administrator who lost his password: nobody else in the system could give it to him.
 */
public final class FirstAdministrator {
    /** Whoever runs the server is at hand. */
    private static final Duration GOOD = Duration.ofHours(24);
    private static final int BYTES = 16;

    private FirstAdministrator() {}

    /**
     * What it came to.
     *
     * @param code by which the first password is set ({@code activateAccount}), good for 24 hours
     * @param renewed whether the account was there: nobody comes in any more by what opened it before, be it code, password, session, token or outside identity
     */
    public record Made(String code, boolean renewed) {
        /** The code does not get into a log by accident. */
        @Override
        public String toString() {
            return renewed ? "renewed" : "made";
        }
    }

    /** An administrator; {@code opened} whether somebody has come in by it, or does so by tokens from elsewhere. */
    private record Seen(UUID account, String name, boolean opened) {}

    /**
     * @param connection as the role zhicheng_writer, in a transaction that the caller ends
     * @param at official time
     * @param now the system's own, by which codes expire
     * @return empty where there is an administrator already, who makes others
     * @throws IllegalArgumentException where the name cannot be an account's or is taken, or there is an administrator of another name, whose account nobody opened
     */
    public static Optional<Made> make(Connection connection, String name, Instant at, Instant now) throws SQLException {
        Sql.write(connection, "lock table account in share row exclusive mode");
        var first = Sql.one(connection, row -> new Seen(row.getObject("id", UUID.class), row.getString("name"), row.getBoolean("opened")), """
                select a.id, a.name, %s as opened from account a left join credential c on c.account = a.id
                where a.roles @> array['SYS_ADMIN'] and not a.disabled order by opened desc, a.name limit 1""".formatted(SeenAccount.OPENED));
        if (first.isPresent()) return first.get().opened() ? Optional.empty() : Optional.of(renewed(connection, first.get(), name, at, now));
        if (!NewAccount.isName(name)) throw new IllegalArgumentException("an account's name has 3 to 63 characters: lower-case letters, digits, . _ -, a letter or digit first; not «%s»".formatted(name));
        if (Sql.one(connection, row -> true, "select 1 from account where name = ?", name).isPresent()) throw new IllegalArgumentException("the name «%s» is taken".formatted(name));
        var account = UUID.randomUUID();
        var code = code();
        Sql.writeOne(connection, "insert into account (id, name, roles, created_at) values (?, ?, array['SYS_ADMIN'], ?)", account, name, at);
        Sql.writeOne(connection, "insert into credential (account, code, code_until, changed_at) values (?, ?, ?, ?)", account, Sessions.sha256(code), now.plus(GOOD), now);
        Chain.ACCOUNT.add(connection, account, Acts.entry("FIRST_ADMINISTRATOR", at, Map.of("clauses", List.of())), at);
        return Optional.of(new Made(code, false));
    }

    private static Made renewed(Connection connection, Seen first, String name, Instant at, Instant now) throws SQLException {
        if (!first.name().equals(name)) throw new IllegalArgumentException("there is an administrator already, «%s», whose account nobody opened: name that one, and its code is renewed".formatted(first.name()));
        return renewed(connection, first.account(), at, now);
    }

    /**
     * An administrator's account has another code, opened or not: its password is void, the outside identities bound to it too, and all its sessions and tokens end.
     *
     * @param connection as the role zhicheng_writer, in a transaction that the caller ends
     * @param at official time
     * @param now the system's own, by which codes expire
     * @throws IllegalArgumentException where no administrator has an account of this name
     */
    public static Made anew(Connection connection, String name, Instant at, Instant now) throws SQLException {
        var account = Sql.one(connection, row -> row.getObject("id", UUID.class), "select id from account where name = ? and roles @> array['SYS_ADMIN'] and not disabled for no key update", name)
                .orElse(null);
        if (account == null) throw new IllegalArgumentException("no administrator has an account called «%s»; there is: %s".formatted(name, Sql.one(connection, row -> row.getString(1),
                "select coalesce(string_agg(name, ', ' order by name), 'none, leave --anew out') from account where roles @> array['SYS_ADMIN'] and not disabled").orElseThrow()));
        return renewed(connection, account, at, now);
    }

    private static Made renewed(Connection connection, UUID account, Instant at, Instant now) throws SQLException {
        var code = code();
        Sql.writeOne(connection, """
                insert into credential (account, code, code_until, changed_at) values (?, ?, ?, ?)
                on conflict (account) do update set password = null, code = excluded.code, code_until = excluded.code_until, changed_at = excluded.changed_at""", account, Sessions.sha256(code), now.plus(GOOD), now);
        var ended = Sessions.endAllOf(connection, account, "PASSWORD_CHANGED", now);
        var unbound = OutsideIdentities.endAll(connection, account, at);
        Chain.ACCOUNT.add(connection, account, Acts.entry("RENEW_CODE", at, Map.of("ended", ended, "unbound", unbound, "clauses", List.of())), at);
        return new Made(code, true);
    }

    private static String code() {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
