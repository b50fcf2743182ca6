package zhicheng.server.outside.payment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import zhicheng.server.trail.Json;

/**
 * That something was paid, by the platform's word.
 *
 * @param number the order's, ours
 * @param fen hundredths of a yuan
 * @param at when, by the platform's clock
 * @param receipt number of the electronic receipt
 */
public record Paid(String number, int fen, Instant at, String receipt) {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int MOST = 100_000_000;
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]{1,100}");

    /** Empty where it is not said in the words that are asked for: {@code {"number", "fen", "paidAt", "receipt"}}. */
    public static Optional<Paid> of(Map<String, Object> said) {
        try {
            return said != null && said.get("number") instanceof String number && said.get("fen") instanceof Integer fen && said.get("paidAt") instanceof String at && said.get("receipt") instanceof String receipt
                    ? Optional.of(new Paid(number, fen, OffsetDateTime.parse(at).toInstant(), receipt)).filter(Paid::mayBe) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean mayBe() {
        return NUMBER.matcher(number).matches() && NUMBER.matcher(receipt).matches() && fen > 0 && fen <= MOST && !at.isBefore(FIRST) && at.isBefore(LAST);
    }

    /** As it is said. */
    public Map<String, Object> words() {
        return Map.of("number", number, "fen", fen, "paidAt", at.toString(), "receipt", receipt);
    }

    /** The same for the same word, however it is spelled; SHA-256. */
    public byte[] hash() {
        return Json.sha256(Json.canonical(words()));
    }
}
