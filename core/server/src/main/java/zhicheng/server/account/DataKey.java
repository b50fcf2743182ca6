package zhicheng.server.account;

import java.security.GeneralSecurityException;
import java.nio.charset.StandardCharsets;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The one secret of an installation, kept outside the database: keys for what is encrypted at rest are derived from it, each for its purpose. */
public final class DataKey {
    /** Bytes of the secret and of what is derived. */
    public static final int LENGTH = 32;

    private final SecretKey secret;

    /** @param secret 32 random bytes */
    public DataKey(byte[] secret) {
        if (secret.length != LENGTH) throw new IllegalArgumentException("a data key has " + LENGTH + " bytes, not " + secret.length);
        this.secret = new SecretKeySpec(secret, "HKDF-SHA256");
    }

    /** The key for a purpose, the same each time (HKDF, RFC 5869). */
    public SecretKeySpec derive(String purpose, String algorithm) {
        try {
            var info = ("zhicheng " + purpose).getBytes(StandardCharsets.UTF_8);
            var parameters = HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, LENGTH);
            return new SecretKeySpec(KDF.getInstance("HKDF-SHA256").deriveData(parameters), algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
