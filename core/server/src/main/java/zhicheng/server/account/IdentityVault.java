package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Identity numbers as the database keeps them: masked for reading, encrypted for the one purpose that needs the whole, and a blind index for equality. */
@Singleton
public final class IdentityVault {
    /**
     * Who may ask for a person by his number: who checks papers against their originals for the employer, keeps the register of integrity, or examines
     * eligibility. Never an expert, who sees it masked.
     */
    public static final Set<Role> MAY_UNMASK = Set.of(Role.EMPLOYER_CLERK, Role.HRSS_CITY, Role.COMMITTEE_OFFICE);

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec encryption;
    private final SecretKeySpec index;
    private final SecureRandom random = new SecureRandom();

    public IdentityVault(DataKey key) {
        this.encryption = key.derive("identity", "AES");
        this.index = key.derive("identity-index", "HmacSHA256");
    }

    /** The three columns of {@code person}. */
    public record Kept(String masked, byte[] cipher, byte[] index) {}

    /** @param person whose number it is: a ciphertext moved to another row opens there no more */
    public Kept keep(UUID person, IdentityNumber number) {
        try {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, person).doFinal(number.number().getBytes(StandardCharsets.US_ASCII));
            var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
            return new Kept(number.masked(), whole, index(number));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException where it was not kept under this key for this person */
    public IdentityNumber open(UUID person, byte[] kept) {
        try {
            var plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(kept, NONCE), person).doFinal(kept, NONCE, kept.length - NONCE);
            return new IdentityNumber(new String(plain, StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an identity number of this person under this key", e);
        }
    }

    /** The same for the same number: for finding, never for showing. */
    public byte[] index(IdentityNumber number) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(index);
            return mac.doFinal(number.number().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was written to be asked for: 17 digits, and the check character that fits them. */
    public BlindIndex sought(String written) {
        try {
            return new BlindIndex(HexFormat.of().formatHex(index(new IdentityNumber(written))), null);
        } catch (IllegalArgumentException e) { // it says what is wrong, and not what was written
            return new BlindIndex(null, e.getMessage());
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID person) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(person.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
