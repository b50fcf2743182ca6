package zhicheng.server.outside.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import zhicheng.server.account.Hmac;

/** How the platform signs what it says: HMAC-SHA256 under a shared secret over the second at which it is said, a full stop, and the body to the byte; good for some minutes. */
public final class Signature {
    /** The header with the second, since 1970. */
    public static final String TIME = "X-Zhicheng-Time";
    /** The header with the signature, in small hexadecimal digits. */
    public static final String HEADER = "X-Zhicheng-Signature";
    /** Fewer could be guessed. */
    public static final int SHORTEST_SECRET = 32;

    private final Hmac hmac;
    private final Duration good;

    /** @param good how far from now, to either side, a second may lie */
    public Signature(String secret, Duration good) {
        if (secret.length() < SHORTEST_SECRET) throw new IllegalArgumentException("a secret of at least " + SHORTEST_SECRET + " characters");
        this.hmac = Hmac.under(secret.getBytes(StandardCharsets.UTF_8));
        this.good = good;
    }

    public String of(long second, byte[] body) {
        var head = (second + ".").getBytes(StandardCharsets.US_ASCII);
        var all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return HexFormat.of().formatHex(hmac.of(all));
    }

    /**
     * Whether this was signed by who has the secret, a short while ago. Compared in the same time wherever it differs.
     *
     * @param time as the header has it, null where there is none
     * @param signature likewise
     */
    public boolean signed(String time, String signature, byte[] body, Instant now) {
        if (time == null || signature == null || !time.matches("\\d{1,11}")) return false;
        var second = Long.parseLong(time);
        return MessageDigest.isEqual(of(second, body).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8))
                && Duration.between(Instant.ofEpochSecond(second), now).abs().compareTo(good) <= 0;
    }
}
