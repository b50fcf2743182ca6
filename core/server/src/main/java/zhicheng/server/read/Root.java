package zhicheng.server.read;

import java.util.Map;

/** What a root field asks of the tables. */
public sealed interface Root {
    /** A list with {@code where}, {@code orderBy}, {@code first}, {@code after}, {@code last}, {@code before}; {@code search} where the noun has it. */
    record Rows(Noun noun) implements Root {}

    /** The one with this {@code id}. */
    record ById(Noun noun) implements Root {}

    /** Whatever has this {@code id}. */
    record AnyNoun() implements Root {}

    /** The viewer's account. */
    record Me() implements Root {}

    /** @param by argument → field: whoever can name all of them may see the row */
    record Known(Noun noun, Map<String, String> by) implements Root {}

    /** Rows gathered {@code by} what they have in common. */
    record Groups(Noun noun) implements Root {}

    /** Whether the one with this {@code id} passes {@code where}, and why. */
    record Explain(Noun noun) implements Root {}

    /**
     * How many dossiers of a {@code year} were handed in, by {@code region}, series and level: of all, not of those that the viewer may see. What would
     * tell of a few is withheld (V009). The only root that looks past visibility.
     */
    record Statistics() implements Root {
        /** Under this key whoever asks puts the day of China before which is counted, a {@link java.time.LocalDate}. */
        public static final String BEFORE = "#before";
        /** Likewise under how many is withheld. */
        public static final String WITHHELD_UNDER = "#withheldUnder";
    }

    /** Whether there is always an answer; otherwise it may be null. */
    default boolean always() { return this instanceof Rows || this instanceof Groups || this instanceof Statistics; }
}
