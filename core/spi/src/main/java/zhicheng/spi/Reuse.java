package zhicheng.spi;

/**
 * What of a person's achievements no longer serves after a transfer between series (转评): for the next level in the series that he came into. Since 1.3.
 *
 * @param used what was used for the transfer
 * @param period what was not achieved in the period of that level
 */
public record Reuse(String id, Clause clause, Text used, Text period) {
    public static Reuse of(String id, Clause clause, Text used, Text period) {
        return new Reuse(id, clause, used, period);
    }
}
