package zhicheng.server.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 for one purpose, under a key derived from the {@link DataKey}: the same for the same bytes, and nobody without the key can make or guess it. */
public final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param purpose e.g. {@code identity-index}; what is made for one purpose is another for every other */
    public Hmac(DataKey key, String purpose) {
        this.key = key.derive(purpose, ALGORITHM);
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
