package zhicheng.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a rule finds in a case: satisfied, failed or cannot tell, with what was shown and what would satisfy it.
 *
 * @param missing paths of {@link Case} or of its claim that would have to be told; not empty only with {@code CANNOT_TELL}
 * @param holdsUp whether a submission waits for it: always when failed, when cannot tell only where the applicant can still tell
 * @param path where in the input the finding lies
 * @param remedy what would satisfy the rule, where it can be said
 * @param from the first day on which it would be satisfied, where it can be computed
 */
public record Verdict(Outcome outcome, Text asked, Text shown, List<String> missing, boolean holdsUp,
                      Optional<String> path, Optional<Text> remedy, Optional<LocalDate> from) {

    public enum Outcome { SATISFIED, FAILED, CANNOT_TELL }

    public static Verdict satisfied(Text asked, Text shown) {
        return new Verdict(Outcome.SATISFIED, asked, shown, List.of(), false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Verdict failed(Text asked, Text shown) {
        return new Verdict(Outcome.FAILED, asked, shown, List.of(), true, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The applicant has not told what the rule needs; {@code paths} as in {@link Case#PATHS}, {@link Case#CLAIM_PATHS} or {@code answers.ID}, at least one. */
    public static Verdict missing(Text asked, String... paths) {
        var named = String.join(", ", paths);
        return missing(asked, Text.of("未说明：" + named, "not told: " + named), paths);
    }

    /** The same, where what was told so far is shown, or what of a path is wanting. Since 1.1. */
    public static Verdict missing(Text asked, Text shown, String... paths) {
        if (paths.length == 0) throw new IllegalArgumentException("name what is missing");
        return new Verdict(Outcome.CANNOT_TELL, asked, shown, List.of(paths), true, Optional.of(paths[0]), Optional.empty(), Optional.empty());
    }

    /** Nobody can tell yet, or another body decides: people look at it later, the submission goes on. */
    public static Verdict open(Text asked, Text why) {
        return new Verdict(Outcome.CANNOT_TELL, asked, why, List.of(), false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Verdict at(String path) {
        return new Verdict(outcome, asked, shown, missing, holdsUp, Optional.of(path), remedy, from);
    }

    public Verdict remedy(Text remedy) {
        return new Verdict(outcome, asked, shown, missing, holdsUp, path, Optional.of(remedy), from);
    }

    /** The first day on which the rule would be satisfied. */
    public Verdict from(LocalDate day) {
        return new Verdict(outcome, asked, shown, missing, holdsUp, path, remedy, Optional.of(day));
    }
}
