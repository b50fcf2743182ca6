package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Identity numbers as the database keeps them: masked for reading, encrypted for the one purpose that needs the whole, and a blind index for equality. */
@Singleton
public final class IdentityVault {
    /**
     * Who may ask for a person by his number: who checks papers against their originals for the employer, keeps the register of integrity, or examines
     * eligibility. Never an expert, who sees it masked.
     */
    public static final Set<Role> MAY_UNMASK = Set.of(Role.EMPLOYER_CLERK, Role.HRSS_CITY, Role.COMMITTEE_OFFICE);

    private final Seal seal;
    private final SecretKeySpec index;

    public IdentityVault(DataKey key) {
        this.seal = new Seal(key, "identity");
        this.index = key.derive("identity-index", "HmacSHA256");
    }

    /** The three columns of {@code person}. */
    public record Kept(String masked, byte[] cipher, byte[] index) {}

    /** @param person whose number it is: a ciphertext moved to another row opens there no more */
    public Kept keep(UUID person, IdentityNumber number) {
        return new Kept(number.masked(), seal.seal(person, number.number().getBytes(StandardCharsets.US_ASCII)), index(number));
    }

    /** @throws IllegalArgumentException where it was not kept under this key for this person */
    public IdentityNumber open(UUID person, byte[] kept) {
        return new IdentityNumber(new String(seal.open(person, kept), StandardCharsets.US_ASCII));
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
}
