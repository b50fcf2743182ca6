package zhicheng.server.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import zhicheng.spi.Case;
import zhicheng.spi.Clause;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;
import zhicheng.spi.When;

/**
 * What one rule found, as it is shown to people and kept in the trail.
 *
 * @param code the rule's id in its edition, or the core's own, e.g. {@code window}
 * @param clause null only where no notice rules it: a malformed input, a stale version, a key used twice
 * @param path where in the input it lies; null where it lies nowhere in it
 * @param remedy what would satisfy it; null where that cannot be said
 * @param from the instant from which it would be satisfied; null where that cannot be computed
 * @param holdsUp whether a submission is refused while it stands
 */
public record Finding(String code, Clause clause, Rule.Force force, Verdict.Outcome outcome, Text message, Text asked, Text shown,
                      String path, List<String> missing, Text remedy, Instant from, boolean holdsUp) {
    private static final int LONGEST_SHOWN = 200;
    private static final int LONGEST_WORD = 40;

    /** What the rule finds in a case; where it fails for want of something, and there is more of it that is later than the day, that is said. */
    static Finding of(Rule rule, Case one) {
        var verdict = rule.judge().judge(one);
        var isLater = verdict.outcome() != Verdict.Outcome.SATISFIED
                && Stream.concat(verdict.missing().stream(), verdict.path().stream()).anyMatch(one::tellsOfLater);
        var shown = !isLater ? verdict.shown() : Text.of(verdict.shown().zh() + "（晚于 " + one.day() + " 的不计）", verdict.shown().en() + " (what is later than " + one.day() + " does not count)");
        return new Finding(rule.id(), rule.clause(), rule.force(), verdict.outcome(), rule.what(), verdict.asked(), shown,
                verdict.path().orElse(null), verdict.missing(), verdict.remedy().orElse(null),
                verdict.from().map(day -> day.atStartOfDay(When.CHINA).toInstant()).orElse(null),
                rule.force() == Rule.Force.BINDING && verdict.holdsUp());
    }

    /** What somebody wrote, short enough to be shown to him and kept: cut before the word that would not be whole, unless that is too long a one. */
    public static String cut(String written) {
        if (written.length() <= LONGEST_SHOWN) return written;
        var end = written.offsetByCodePoints(0, LONGEST_SHOWN / 2);
        var between = end;
        while (between > 0 && isWithin(written.codePointBefore(between)) && isWithin(written.codePointAt(between))) between = written.offsetByCodePoints(between, -1);
        return written.substring(0, end - between > LONGEST_WORD ? end : between) + "…";
    }

    /** Whether it is part of a word, number or id; of Chinese each character is a word. */
    private static boolean isWithin(int character) {
        return Character.isLetterOrDigit(character) && !Character.isIdeographic(character) || character == '-' || character == '.' || character == ':';
    }

    /** A refusal by the core itself, with what was asked and shown. */
    public static Finding refusal(String code, Clause clause, Text asked, Text shown, String path) {
        return new Finding(code, clause, Rule.Force.BINDING, Verdict.Outcome.FAILED, asked, asked, shown, path, List.of(), null, null, true);
    }

    /** Something that a clause asks for and that is not so, without a consequence: nothing is refused for it. */
    public static Finding remark(String code, Clause clause, Text asked, Text shown) {
        return new Finding(code, clause, Rule.Force.ADVISORY, Verdict.Outcome.FAILED, asked, asked, shown, null, List.of(), null, null, false);
    }

    /** The applicant has not told what the core itself needs. */
    public static Finding missing(String code, Clause clause, Text asked, String path) {
        return new Finding(code, clause, Rule.Force.BINDING, Verdict.Outcome.CANNOT_TELL, asked, asked, Text.of("未说明：" + path, "not told: " + path),
                path, List.of(path), null, null, true);
    }

    public Finding remedy(Text remedy, Instant from) {
        return new Finding(code, clause, force, outcome, message, asked, shown, path, missing, remedy, from, holdsUp);
    }
}
