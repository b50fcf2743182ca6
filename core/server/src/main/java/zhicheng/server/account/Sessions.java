package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Json;
import zhicheng.spi.Text;

/**
 * Log-ins and what is refreshed from them. A refresh token is an HMAC over its session and place: the act that made it can be asked again by its idempotency
 * key and brings the same one, though only its hash is kept.
 */
@Singleton
final class Sessions {
    private static final int ID = 16;
    private static final int MAC = 32;
    private static final int SHORTEST_KEY = 16;

    private final SessionSettings settings;
    private final Optional<AccessTokens> tokens;
    private final Hmac hmac;

    Sessions(SessionSettings settings, Optional<AccessTokens> tokens, DataKey key) {
        this.settings = settings;
        this.tokens = tokens;
        this.hmac = new Hmac(key, "refresh-token");
    }

    /** A session as it stands, locked. */
    record Seen(UUID id, Viewer viewer, Instant until, Instant endedAt, boolean disabled) {}

    /** A refresh token as it stands; {@code usedAt} null while it is good. */
    record Token(int place, byte[] askedBy, Instant until, Instant usedAt) {}

    /** Why nobody logs in here; empty where one does. */
    Optional<Finding> elsewhere() {
        return tokens.isPresent() ? Optional.empty() : Optional.of(Finding.refusal("log-in.elsewhere", null, Text.of("由本服务器签发令牌", "a server that signs tokens itself"),
                Text.of("本服务器只接受另一签发方的令牌，请在该处登录", "this server takes the tokens of another issuer alone: log in there"), null));
    }

    /** As {@link SeenAccount#OPENED}; where tokens come from elsewhere alone nobody knows, and each may have been. */
    String opened() {
        return elsewhere().isPresent() ? "true" : SeenAccount.OPENED;
    }

    /** What is wrong with the key of an act that needs no account: it is as good as the account's name in other acts, so it cannot be one that others guess. */
    static Optional<Finding> wrongKey(String key) {
        var length = key.codePointCount(0, key.length());
        return length >= SHORTEST_KEY && length <= 200 && key.indexOf('\0') < 0 ? Optional.empty()
                : Optional.of(Finding.refusal("key", null, Text.of("16 至 200 个字符的随机幂等键，如 UUID", "a random idempotency key of 16 to 200 characters, such as a UUID"),
                        Text.of(length + " 个字符", length + " characters"), "input.key"));
    }

    /** Opens one for an account, whose row is locked and to which this asking brought nothing yet ({@link #again(Connection, Viewer, String, Instant)}). */
    OpenSession open(Connection tx, Viewer account, String way, String askedBy, Instant now) throws SQLException {
        var id = UUID.randomUUID();
        Sql.writeOne(tx, "insert into session (id, account, way, asked_by, made_at, until) values (?, ?, ?, ?, ?, ?)", id, account.account(), way, sha256(askedBy), now, now.plus(settings.whole()));
        write(tx, id, 1, sha256(askedBy), earlier(now.plus(settings.idle()), now.plus(settings.whole())));
        return opened(tx, id, 1, account, now);
    }

    /** What this asking brought in this way already: as below; empty where it brought nothing. */
    Optional<LoggedIn> again(Connection tx, String askedBy, String way, Instant now) throws SQLException {
        var id = Sql.one(tx, row -> row.getObject(1, UUID.class), "select account from session where asked_by = ? and way = ?", sha256(askedBy), way);
        if (id.isEmpty()) return Optional.empty();
        var account = SeenAccount.locked(tx, id.get()).orElseThrow();
        return account.disabled() ? Optional.of(LoggedIn.refused(usedKey())) : again(tx, account.viewer(), askedBy, now);
    }

    /**
     * What this asking brought to an account, whose row is locked, already: the same session as it was first answered, whose access token lives no longer for it, and once its first refresh token is
     * of no use any more, a refusal; empty where it brought nothing.
     */
    Optional<LoggedIn> again(Connection tx, Viewer account, String askedBy, Instant now) throws SQLException {
        var earlier = Sql.one(tx, row -> new Earlier(row.getObject("id", UUID.class), instant(row, "made_at"), row.getBoolean("good")), """
                select s.id, s.made_at, s.ended_at is null and t.used_at is null and t.until > ? as good from session s join refresh_token t on t.session = s.id and t.place = 1
                where s.account = ? and s.asked_by = ?""", now, account.account(), sha256(askedBy));
        if (earlier.isEmpty()) return Optional.empty();
        var one = earlier.get();
        return Optional.of(one.good() ? new LoggedIn(opened(tx, one.id(), 1, account, one.madeAt()), List.of()) : LoggedIn.refused(usedKey()));
    }

    /** A session that was asked for before; {@code good} while its first refresh token is. */
    private record Earlier(UUID id, Instant madeAt, boolean good) {}

    static Finding usedKey() {
        return Finding.refusal("key", null, Text.of("一个幂等键只用于一次登录", "one idempotency key for one log-in"), Text.of("此键已用于一次登录", "this key was used for one"), "input.key")
                .remedy(Text.of("以新的键重新登录", "log in again, with another key"), null);
    }

    /** Another refresh token in place of the one at {@code place}. */
    OpenSession next(Connection tx, Seen session, Token used, String key, Instant now) throws SQLException {
        Sql.writeOne(tx, "update refresh_token set used_at = ? where session = ? and place = ?", now, session.id(), used.place());
        write(tx, session.id(), used.place() + 1, sha256(key), earlier(now.plus(settings.idle()), session.until()));
        return opened(tx, session.id(), used.place() + 1, session.viewer(), now);
    }

    /** The one that this key brought in place of a used one, as it was first answered; empty where another key did. */
    Optional<OpenSession> again(Connection tx, Seen session, Token used, String key) throws SQLException {
        var same = Sql.one(tx, row -> row.getInt(1), "select place from refresh_token where session = ? and place = ? and asked_by = ?", session.id(), used.place() + 1, sha256(key));
        return same.isEmpty() ? Optional.empty() : Optional.of(opened(tx, session.id(), same.get(), session.viewer(), used.usedAt()));
    }

    private void write(Connection tx, UUID session, int place, byte[] askedBy, Instant until) throws SQLException {
        Sql.writeOne(tx, "insert into refresh_token (hash, session, place, asked_by, until) values (?, ?, ?, ?, ?)", sha256(token(session, place)), session, place, askedBy, until);
    }

    /** @param at when its tokens came into being: what is asked again is what was answered then */
    private OpenSession opened(Connection tx, UUID session, int place, Viewer account, Instant at) throws SQLException {
        var good = Sql.one(tx, row -> new Good(instant(row, "issued"), instant(row, "until")), "select greatest(?, a.tokens_from) as issued, t.until from refresh_token t, account a where t.session = ? and t.place = ? and a.id = ?",
                at, session, place, account.account()).orElseThrow();
        var accessUntil = at.plus(settings.access()).truncatedTo(ChronoUnit.SECONDS);
        return new OpenSession(tokens.orElseThrow().signed(account.account(), account.roles().stream().map(Enum::name).sorted().toList(), good.issued(), accessUntil), accessUntil, token(session, place), good.until());
    }

    /** When an access token is issued, which is in the second after the account's other ones were revoked at the earliest, and until when the refresh token beside it is good. */
    private record Good(Instant issued, Instant until) {}

    /** The session to which a refresh token belongs by its own word, locked; empty where there is none. */
    Optional<Seen> locked(Connection tx, String token) throws SQLException {
        var id = session(token);
        if (id.isEmpty()) return Optional.empty();
        var account = Sql.one(tx, row -> row.getObject(1), "select id from account where id = (select account from session where id = ?) for no key update", id.get());
        return account.isEmpty() ? Optional.empty() : Sql.one(tx, Sessions::seen, """
                select s.id, s.account, s.until, s.ended_at, a.name, a.roles, a.person, a.organisation, a.disabled from session s join account a on a.id = s.account
                where s.id = ? for no key update of s""", id.get());
    }

    /** Empty where no token of this session has this hash. */
    Optional<Token> token(Connection tx, UUID session, String token) throws SQLException {
        return Sql.one(tx, row -> new Token(row.getInt("place"), row.getBytes("asked_by"), instant(row, "until"), instant(row, "used_at")),
                "select place, asked_by, until, used_at from refresh_token where session = ? and hash = ?", session, sha256(token));
    }

    /** Ends one that has not ended. */
    void end(Connection tx, UUID session, String why, Instant now) throws SQLException {
        Sql.write(tx, "update session set ended_at = ?, ended_why = ? where id = ? and ended_at is null", now, why, session);
    }

    /** Ends all of an account, whose row is locked, and every token that was signed for it until now, by whomever. */
    int endAll(Connection tx, UUID account, String why, Instant now) throws SQLException {
        return endAllOf(tx, account, why, now);
    }

    /** As {@link #endAll}, for whoever runs the server. Tokens tell their time in whole seconds: the next one is the first in which none was issued, and where all were ended in this one already, the one after what was issued since. */
    static int endAllOf(Connection tx, UUID account, String why, Instant now) throws SQLException {
        Sql.writeOne(tx, "update account set tokens_from = greatest(?, tokens_from + interval '1 second') where id = ?", now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1), account);
        return Sql.write(tx, "update session set ended_at = ?, ended_why = ? where account = ? and ended_at is null", now, why, account);
    }

    Duration code() {
        return settings.code();
    }

    /** A code for a first password: of the account and of the key by which it was made. */
    String code(UUID account, String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac.of("code " + account + " " + key)).substring(0, 22);
    }

    /** A secret as it may stand in what is hashed of a mutation's input: nobody without the data key can guess at it. */
    String veiled(String secret) {
        return HexFormat.of().formatHex(hmac.of("input " + secret));
    }

    static byte[] sha256(String text) {
        return Json.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private String token(UUID session, int place) {
        var mac = hmac.of("session " + session + " " + place);
        var whole = ByteBuffer.allocate(ID + MAC).putLong(session.getMostSignificantBits()).putLong(session.getLeastSignificantBits()).put(mac).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    private static Optional<UUID> session(String token) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            return bytes.remaining() == ID + MAC ? Optional.of(new UUID(bytes.getLong(), bytes.getLong())) : Optional.empty();
        } catch (IllegalArgumentException e) { // not Base64
            return Optional.empty();
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(row.getObject("id", UUID.class), SeenAccount.viewer(row, "account"), instant(row, "until"), instant(row, "ended_at"), row.getBoolean("disabled"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
