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

/** The first administrator's account of a database in which there is none: whoever runs the server makes it, and what comes after is made through the API. */
public final class FirstAdministrator {
    /** Whoever runs the server is at hand. */
    private static final Duration GOOD = Duration.ofHours(24);
    private static final int BYTES = 16;

    private FirstAdministrator() {}

    /**
     * @param connection as the role zhicheng_writer, in a transaction that the caller ends
     * @param at official time
     * @param now the system's own, by which codes expire
     * @return the code by which the first password is set ({@code activateAccount}), good for 24 hours; empty where there is an administrator already, who makes others
     * @throws IllegalArgumentException where the name cannot be an account's or is taken
     */
    public static Optional<String> make(Connection connection, String name, Instant at, Instant now) throws SQLException {
        Sql.write(connection, "lock table account in share row exclusive mode");
        if (Sql.one(connection, row -> true, "select 1 from account where roles @> array['SYS_ADMIN'] and not disabled limit 1").isPresent()) return Optional.empty();
        if (!NewAccount.isName(name)) throw new IllegalArgumentException("an account's name has 3 to 63 characters: lower-case letters, digits, . _ -, a letter or digit first; not «%s»".formatted(name));
        if (Sql.one(connection, row -> true, "select 1 from account where name = ?", name).isPresent()) throw new IllegalArgumentException("the name «%s» is taken".formatted(name));
        var account = UUID.randomUUID();
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        var code = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Sql.writeOne(connection, "insert into account (id, name, roles, created_at) values (?, ?, array['SYS_ADMIN'], ?)", account, name, at);
        Sql.writeOne(connection, "insert into credential (account, code, code_until, changed_at) values (?, ?, ?, ?)", account, Sessions.sha256(code), now.plus(GOOD), now);
        Chain.ACCOUNT.add(connection, account, Acts.entry("FIRST_ADMINISTRATOR", at, Map.of("clauses", List.of())), at);
        return Optional.of(code);
    }
}
