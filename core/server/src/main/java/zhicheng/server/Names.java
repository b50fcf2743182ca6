package zhicheng.server;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person (姓名) or a unit (名称) is called, so that two names that look the same are the same. */
public final class Names {
    /** All but punctuation, which stays as wide as it was written: 「（」 and 「(」 do not look the same. */
    private static final Pattern WORDS = Pattern.compile("\\P{IsPunctuation}+");
    private static final Pattern BLANKS = Pattern.compile("\\p{IsWhite_Space}+");
    /** What keyboards give for the dot between the parts of a name (间隔号, 阿依古丽·买买提). */
    private static final Pattern DOTS = Pattern.compile("[\\u0387\\u2022\\u2027\\u2219\\u22C5\\u30FB\\uFF65]");
    /** The first is taken along: what Java looks behind for is one char, and a rare Han character is two. */
    private static final Pattern WITHIN = Pattern.compile("([\\p{IsHan}·]) (?=[\\p{IsHan}·])");
    private static final Pattern STRANGE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u2800\\uFFFC]");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private Names() {}

    /**
     * As it is kept and compared: without what nobody sees ({@link Unseen}), letters and digits in one width and one code (NFKC), one dot between the parts of a name, no blank between two Han characters, one blank
     * for several elsewhere, none at the ends.
     */
    public static String kept(String told) {
        var words = WORDS.matcher(Unseen.leftOut(told)).replaceAll(run -> Matcher.quoteReplacement(Normalizer.normalize(run.group(), Normalizer.Form.NFKC)));
        return Unseen.trimmed(WITHIN.matcher(BLANKS.matcher(DOTS.matcher(words).replaceAll("·")).replaceAll(" ")).replaceAll("$1"));
    }

    /** The first character of one, as it is kept, that does not show what it is: a control character, one of private use, a blank that is none by its code. */
    public static Optional<String> strange(String kept) {
        return STRANGE.matcher(kept).results().map(one -> "U+%04X".formatted(one.group().codePointAt(0))).findFirst();
    }

    /** Whether a letter of any script stands in it. */
    public static boolean isRead(String kept) {
        return LETTER.matcher(kept).find();
    }

    /** A number as it is printed, of an identity card for instance: without what nobody sees and any blank, in one width (NFKC). */
    public static String number(String told) {
        return BLANKS.matcher(Normalizer.normalize(Unseen.leftOut(told), Normalizer.Form.NFKC)).replaceAll("");
    }
}
