package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.outside.identity.Identities;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Text;

/** Identities of outside providers as they are kept: by an HMAC of what the provider calls somebody, which nobody can guess at without the data key. */
@Singleton
public final class OutsideIdentities {
    private static final int LONGEST = 2000;

    private final Acts acts;
    private final Identities outside;
    private final SecretKeySpec key;

    OutsideIdentities(Acts acts, Identities outside, DataKey key) {
        this.acts = acts;
        this.outside = outside;
        this.key = key.derive("outside-identity", "HmacSHA256");
    }

    /** The providers of which one's account has an identity, in order. */
    public List<String> bound(Viewer viewer) {
        return acts.open("boundProviders", tx -> Sql.one(tx, row -> row.getString(1), "select coalesce(string_agg(provider, ' ' order by provider), '') from outside_identity where account = ? and ended_at is null", viewer.account()))
                .filter(joined -> !joined.isEmpty()).map(joined -> Arrays.asList(joined.split(" "))).orElse(List.of());
    }

    /** Why this cannot be asked of a provider at all. */
    Optional<Finding> wrong(String provider, String code, String verifier) {
        if (!outside.knows(provider)) return Optional.of(Finding.refusal("identity.provider", null, Text.of("已配置的身份提供方", "an identity provider that is configured"), provider.isBlank() ? Text.of("空", "nothing") : Text.of(Finding.cut(provider), Finding.cut(provider)), "input.provider"));
        for (var one : List.of(code, verifier))
            if (one.isBlank() || one.length() > LONGEST) return Optional.of(Finding.refusal("input", null, Text.of("1 至 " + LONGEST + " 个字符", "1 to " + LONGEST + " characters"), Text.of(one.length() + " 个字符", one.length() + " characters"),
                    one.equals(code) ? "input.code" : "input.verifier"));
        return Optional.empty();
    }

    /** Whom the provider names, as he is kept; empty where it names nobody. Asks the provider, so no lock is held meanwhile. */
    Optional<byte[]> asked(String provider, String code, String verifier) {
        return outside.subject(provider, code, verifier).map(subject -> hmac(provider + " " + subject));
    }

    /** The account that has bound it. */
    static Optional<UUID> account(Connection tx, String provider, byte[] subject) throws SQLException {
        return Sql.one(tx, row -> row.getObject(1, UUID.class), "select account from outside_identity where provider = ? and subject = ? and ended_at is null", provider, subject);
    }

    /** Ends all of an account, whose row is locked: whoever bound them comes in by them no more. @return of which providers, in order */
    static List<String> endAll(Connection tx, UUID account, Instant at) throws SQLException {
        return List.of(Sql.one(tx, row -> (String[]) row.getArray(1).getArray(), """
                with ended as (update outside_identity set ended_at = greatest(bound_at, ?) where account = ? and ended_at is null returning provider)
                select coalesce(array_agg(provider order by provider), '{}') from ended""", at, account).orElseThrow());
    }

    /** The same whether the code is wrong, used or another's, the token is not to be believed, or the provider does not answer. */
    static Finding unknown() {
        return Finding.refusal("identity.unknown", null, Text.of("身份提供方确认的身份", "an identity that the provider vouches for"), Text.of("提供方未确认，或暂时无法答复", "it does not, or cannot at the moment"), null)
                .remedy(Text.of("在提供方重新登录后再试", "log in with the provider anew, and try again"), null);
    }

    private byte[] hmac(String what) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
