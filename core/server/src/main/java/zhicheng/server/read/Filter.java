package zhicheng.server.read;

import java.util.List;

/** Which rows are wanted. {@code path} is where a part stands in the request. */
sealed interface Filter {
    Filter ALL = new And("where", List.of());

    String path();

    /** All of them; of none: every row. */
    record And(String path, List<Filter> all) implements Filter {}

    /** At least one; of none: no row. */
    record Or(String path, List<Filter> any) implements Filter {}

    /** Not so; an absent value counts as different. */
    record Not(String path, Filter one) implements Filter {}

    /** @param value what can be bound: one value or a list of them, each perhaps {@link Given} */
    record Compare(String path, Noun.Field field, Operator operator, Object value) implements Filter {}

    /** The whole protected value, by its blind index. */
    record Sought(String path, Noun.Field field, Protected value) implements Filter {}

    /** The row that it leads to is there, may be seen, and passes. */
    record Leads(String path, Noun.ToOne relation, Filter one) implements Filter {}

    enum Quantifier { SOME, EVERY, NONE }

    /** Of the rows below that may be seen. */
    record Below(String path, Noun.ToMany relation, Quantifier quantifier, Filter one) implements Filter {}

    /** How many rows below may be seen and pass, or what one of their fields comes to; the sum of none is 0, other measures of none are absent. */
    record Measure(String path, Noun.ToMany relation, Filter of, Aggregate aggregate, Noun.Field field, List<Compare> comparisons) implements Filter {

        /** Each comparison by itself, where there are several. */
        List<Measure> each() {
            return comparisons.size() < 2 ? List.of() : comparisons.stream().map(one -> new Measure(one.path(), relation, of, aggregate, field, List.of(one))).toList();
        }
    }
}
