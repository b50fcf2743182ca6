package zhicheng.spi;

import java.util.Optional;

/**
 * What an applicant signs.
 *
 * @param words the text as printed, with {@code ｛unit｝} and {@code ｛title｝} where the form leaves blanks
 * @param barYears years without application that he takes on himself when it is untrue, where the text says so
 */
public record Pledge(Clause clause, String words, Optional<Integer> barYears, Text consequence) {

    /** {@code barYears} 0: the text names none. */
    public static Pledge of(Clause clause, String words, int barYears, Text consequence) {
        return new Pledge(clause, words, barYears == 0 ? Optional.empty() : Optional.of(barYears), consequence);
    }
}
