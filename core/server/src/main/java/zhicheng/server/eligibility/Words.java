package zhicheng.server.eligibility;

import java.util.List;
import java.util.Optional;
import zhicheng.server.Names;
import zhicheng.server.Unseen;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/** What somebody tells in words of his own, held against how much of it is kept. */
public final class Words {
    private Words() {}

    /** Whether there are any that somebody sees, no more than so many characters, and none that the database cannot hold (U+0000). @param words null: nothing was told */
    public static boolean fit(String words, int longest) {
        return !isNothing(words) && length(words) <= longest && words.indexOf('\0') < 0;
    }

    /** Whether nobody sees any. @param words null: nothing was told */
    public static boolean isNothing(String words) {
        return words == null || Unseen.trimmed(words).isEmpty();
    }

    /** What makes a name, as it is kept ({@link Names#kept}), none that can be read: a character that does not show what it is, or that no letter stands in it. Empty where it can be. */
    public static Optional<Text> unread(String kept) {
        return Names.strange(kept).map(one -> Text.of("含有不显示的字符 " + one, "it has a character that does not show, " + one))
                .or(() -> Names.isRead(kept) ? Optional.empty() : Optional.of(Text.of("其中没有文字", "no letter stands in it")));
    }

    /** As {@link #problems}, of a name. */
    public static List<Finding> nameProblems(String code, Clause clause, Text what, String name, int longest, String path) {
        var kept = Names.kept(name);
        var problems = problems(code, clause, what, kept, longest, path);
        return problems.isEmpty() ? unread(kept).map(shown -> Finding.refusal(code, clause, what, shown, path)).stream().toList() : problems;
    }

    /** How many characters they have; of nothing 0. */
    public static int length(String words) {
        return words == null ? 0 : words.codePointCount(0, words.length());
    }

    /**
     * What is wrong with words that are asked for: there are none, too many, or one that cannot be kept.
     *
     * @param clause by which they are asked for; null: no notice does
     * @param what they tell
     * @param path where they stand
     */
    public static List<Finding> problems(String code, Clause clause, Text what, String words, int longest, String path) {
        if (fit(words, longest)) return List.of();
        var asked = Text.of(what.zh() + "：1 至 " + longest + " 个字符", what.en() + ": 1 to " + longest + " characters");
        var over = length(words) - longest;
        if (isNothing(words)) return List.of(Finding.refusal(code, clause, asked, Text.of("未填写", "nothing is told"), path).remedy(Text.of("填写" + what.zh(), "tell it"), null));
        if (over > 0)
            return List.of(Finding.refusal(code, clause, asked, Text.of(length(words) + " 个字符", length(words) + " characters"), path)
                    .remedy(Text.of("缩减 " + over + " 个字符", "make it shorter by " + over), null));
        return List.of(Finding.refusal(code, clause, asked, Text.of("含有不能保存的字符 U+0000", "it has a character that cannot be kept, U+0000"), path).remedy(Text.of("去掉该字符", "leave that out"), null));
    }
}
