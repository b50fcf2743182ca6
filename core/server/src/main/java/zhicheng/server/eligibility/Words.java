package zhicheng.server.eligibility;

import java.util.List;
import zhicheng.spi.Text;

/** What somebody tells in words of his own, held against how much of it is kept. */
public final class Words {
    private Words() {}

    /** Whether there are any, no more than so many characters, and none that the database cannot hold (U+0000). @param words null: nothing was told */
    public static boolean fit(String words, int longest) {
        return words != null && !words.isBlank() && length(words) <= longest && words.indexOf('\0') < 0;
    }

    /** How many characters they have; of nothing 0. */
    public static int length(String words) {
        return words == null ? 0 : words.codePointCount(0, words.length());
    }

    /** What is wrong with words that are asked for. @param path where they stand */
    public static List<Finding> problems(String code, String words, int longest, String path) {
        return fit(words, longest) ? List.of()
                : List.of(Finding.refusal(code, null, Text.of("1 至 " + longest + " 个字符", "1 to " + longest + " characters"), Text.of(length(words) + " 个", "" + length(words)), path));
    }
}
