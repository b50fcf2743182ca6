package zhicheng.server.read;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a field is compared with a value of the request; as the API spells it: {@code notIn}. */
public enum Operator {
    EQ("This one."),
    NEQ("Not this one; an absent value counts as different."),
    IN("One of these; of none: no row."),
    NOT_IN("None of these; an absent value counts as different; of none: every row."),
    LT("Less, or earlier."),
    LTE("Less, or earlier, or the same."),
    GT("More, or later."),
    GTE("More, or later, or the same."),
    CONTAINS("This stands in it somewhere: two characters at least. Upper or lower case, full or half width is all the same."),
    STARTS_WITH("It begins with this: one character at least. Upper or lower case, full or half width is all the same."),
    HAS("This is among them."),
    HAS_SOME("At least one of these is among them; of none: no row."),
    IS_PAST("Whether it has come by the official time of this request; an absent value neither has nor has not."),
    IS_NULL("Whether it is absent: the only way to ask so.");

    private static final Map<String, Operator> BY_NAME = Stream.of(values()).collect(Collectors.toMap(Operator::spelled, Function.identity()));

    private final String says;

    Operator(String says) { this.says = says; }

    /** One sentence for the schema. */
    public String says() { return says; }

    public String spelled() {
        var words = name().toLowerCase(Locale.ROOT).split("_");
        return words[0] + Stream.of(words).skip(1).map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)).collect(Collectors.joining());
    }

    /** Whether it takes a list of values. */
    public boolean takesMany() { return this == IN || this == NOT_IN || this == HAS_SOME; }

    /** Whether it asks for a truth, and not for a value of the field. */
    public boolean asksTruth() { return this == IS_PAST || this == IS_NULL; }

    /** Whether it looks for a piece of a text. */
    boolean looksInside() { return this == CONTAINS || this == STARTS_WITH; }

    /** @return null where there is none */
    static Operator named(String spelled) { return BY_NAME.get(spelled); }
}
