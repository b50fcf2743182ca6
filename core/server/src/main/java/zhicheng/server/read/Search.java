package zhicheng.server.read;

import java.text.Normalizer;
import java.util.stream.Stream;
import zhicheng.server.Unseen;

/** What may be looked for in texts. PostgreSQL compares as {@code search_normal} of V057 has it; here it is only seen whether there is enough of it, which case makes no difference to. */
final class Search {
    private static final int LONGEST = 200;

    private Search() {}

    /** Words, each wherever it stands: one of two characters at least. */
    static String words(Object typed, String path) {
        var normal = normal(typed, path);
        if (Stream.of(normal.split(" ")).noneMatch(word -> length(word) >= 2)) throw tooShort(typed, path, "a word of two characters at least; a name is written without a blank in it («李　娜» is two words of one character)");
        return typed.toString();
    }

    /** A piece as it stands: two characters at least. */
    static String phrase(Object typed, String path) {
        if (length(normal(typed, path)) < 2) throw tooShort(typed, path, "two characters at least");
        return typed.toString();
    }

    /** What something begins with: one character at least. */
    static String start(Object typed, String path) {
        if (normal(typed, path).isEmpty()) throw tooShort(typed, path, "one character at least");
        return typed.toString();
    }

    private static String normal(Object typed, String path) {
        if (length(typed.toString()) > LONGEST) throw tooLong(path);
        var normal = Normalizer.normalize(Unseen.leftOut(typed.toString()), Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cc}\\p{Z}]+", " ").strip();
        if (length(normal) > LONGEST) throw tooLong(path);
        return normal;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static RuntimeException tooLong(String path) {
        return Mistake.at(path, "it has more than " + LONGEST + " characters");
    }

    private static RuntimeException tooShort(Object typed, String path, String least) {
        return Mistake.at(path, "«" + typed + "» is too short: " + least);
    }
}
