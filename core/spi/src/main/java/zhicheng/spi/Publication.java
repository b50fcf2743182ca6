package zhicheng.spi;

import java.util.List;
import java.util.Optional;

/**
 * A publication (公示) that a notice asks for.
 *
 * @param days at least so many, empty where the notice gives no length; @param sentence the fixed sentence of the recommendation, where there is one
 * @param stricter a national rule that is stricter and binds, where there is one
 */
public record Publication(String id, Clause clause, Of of, Optional<Integer> days, boolean workingDays, List<Text> particulars,
                          Optional<String> sentence, Optional<Text> stricter) {

    public enum Of { RECOMMENDATION, RESULT }

    /** {@code days} 0: the notice gives no length. */
    public static Publication of(String id, Clause clause, Of of, int days, boolean workingDays, List<Text> particulars) {
        return new Publication(id, clause, of, days == 0 ? Optional.empty() : Optional.of(days), workingDays, List.copyOf(particulars), Optional.empty(), Optional.empty());
    }

    public Publication sentence(String sentence) {
        return new Publication(id, clause, of, days, workingDays, particulars, Optional.of(sentence), stricter);
    }

    public Publication stricter(Text stricter) {
        return new Publication(id, clause, of, days, workingDays, particulars, sentence, Optional.of(stricter));
    }
}
