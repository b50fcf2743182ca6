package zhicheng.server.read;

import java.text.Normalizer;
import java.util.Locale;

/** What may be searched for. */
final class Search {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;

    private Search() {}

    /** The text as it is looked for: half width, lower case, single spaces. */
    static String term(Object sent, String path) {
        var term = Normalizer.normalize(sent.toString(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
        var length = term.codePointCount(0, term.length());
        if (length < SHORTEST || length > LONGEST)
            throw Mistake.at(path, "«" + (length > LONGEST ? term.substring(0, term.offsetByCodePoints(0, 20)) + "…" : term) + "» has " + length + " characters; a search takes from " + SHORTEST + " to " + LONGEST);
        return term;
    }
}
