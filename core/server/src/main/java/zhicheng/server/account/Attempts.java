package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import zhicheng.server.database.Sql;

/**
 * What was tried in vain, by account name and by address, in the database and so for all servers. An attempt is counted before it is looked at, and taken back
 * when it was good: those that come at the same time count too.
 */
@Singleton
final class Attempts {
    private static final double LARGEST_EXPONENT = 30;

    private final AttemptSettings settings;
    private final Hmac hmac;

    Attempts(AttemptSettings settings, DataKey key) {
        this.settings = settings;
        this.hmac = new Hmac(key, "log-in-attempts");
    }

    /** Counts an attempt; where one has to wait it is not taken, and until when is said. */
    Optional<Instant> take(Connection tx, String name, String address, Instant now) throws SQLException {
        var held = take(tx, address(address), settings.address(), now);
        return held.isPresent() ? held : take(tx, name(name), settings.account(), now);
    }

    /** As above, where no name is said. */
    Optional<Instant> take(Connection tx, String address, Instant now) throws SQLException {
        return take(tx, address(address), settings.address(), now);
    }

    /** Counts something that one address does, good or not, as often as failed log-ins are allowed it: it is never taken back. */
    Optional<Instant> count(Connection tx, String what, String address, Instant now) throws SQLException {
        return take(tx, hmac.of(what + " " + address), settings.address(), now);
    }

    private Optional<Instant> take(Connection tx, byte[] what, int allowed, Instant now) throws SQLException {
        var since = now.minus(settings.forgotten());
        Sql.write(tx, "delete from log_in_attempt where what in (select what from log_in_attempt where last_at < ? limit 10 for update skip locked)", since);
        var counted = Sql.write(tx, """
                insert into log_in_attempt as a (what, failures, last_at) values (?, 1, ?)
                on conflict (what) do update set failures = a.failures + 1, last_at = excluded.last_at,
                    held_until = case when a.failures + 1 >= ? then excluded.last_at + least(?::double precision, ?::double precision * power(2, least(a.failures + 1 - ?, ?))) * interval '1 second' end
                where a.held_until is null or a.held_until <= excluded.last_at""",
                what, now, allowed, settings.longest().toMillis() / 1000d, settings.first().toMillis() / 1000d, allowed, LARGEST_EXPONENT);
        if (counted == 1) return Optional.empty();
        return Sql.one(tx, row -> row.getObject(1, OffsetDateTime.class).toInstant(), "select held_until from log_in_attempt where what = ?", what);
    }

    /** It was good: the name begins anew, of the address this one does not count. */
    void wasGood(Connection tx, String name, String address) throws SQLException {
        wasGood(tx, address);
        Sql.write(tx, "delete from log_in_attempt where what = ?", name(name));
    }

    /** Of the address this one does not count. */
    void wasGood(Connection tx, String address) throws SQLException {
        Sql.write(tx, "update log_in_attempt set failures = failures - 1, held_until = null where what = ? and failures > 0", address(address));
    }

    private byte[] name(String name) {
        return hmac.of("name " + name.toLowerCase(Locale.ROOT));
    }

    private byte[] address(String address) {
        return hmac.of("address " + address);
    }
}
