package zhicheng.server.account;

import java.security.GeneralSecurityException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encryption at rest for one purpose (AES-GCM under a key derived from the {@link DataKey}): what was sealed for one person or thing opens for that one alone. */
public final class Seal {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param purpose e.g. {@code identity}; what was sealed for one purpose opens for no other */
    public Seal(DataKey key, String purpose) {
        this.key = key.derive(purpose, "AES");
    }

    /**
     * Never the same twice.
     *
     * @param whose the id of what it belongs to: moved to another row, it opens there no more
     * @return nonce and ciphertext
     */
    public byte[] seal(UUID whose, byte[] plain) {
        try {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, whose).doFinal(plain);
            var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException where it was not sealed under this key for this purpose and this one */
    public byte[] open(UUID whose, byte[] sealed) {
        if (sealed.length < NONCE) throw new IllegalArgumentException("too short to have been sealed");
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), whose).doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed for " + whose + " under this key", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID whose) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(whose.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
