package zhicheng.server.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 for one purpose, under a key derived from the {@link DataKey} or a secret that is shared with somebody: the same for the same bytes, and nobody without the key can make or guess it. */
public final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param purpose e.g. {@code identity-index}; what is made for one purpose is another for every other */
    public Hmac(DataKey key, String purpose) {
        this(key.derive(purpose, ALGORITHM));
    }

    private Hmac(SecretKeySpec key) {
        this.key = key;
    }

    /** Under a secret that somebody outside has too. */
    public static Hmac under(byte[] secret) {
        return new Hmac(new SecretKeySpec(secret, ALGORITHM));
    }

    /** 32 bytes. */
    public byte[] of(byte[] bytes) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a text in UTF-8. */
    public byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
