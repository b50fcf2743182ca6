package zhicheng.server.read;

import java.util.List;

/** Which rows are wanted. */
sealed interface Filter {
    Filter ALL = new And(List.of());

    record And(List<Filter> all) implements Filter {}

    record Or(List<Filter> any) implements Filter {}

    record Not(Filter one) implements Filter {}

    record Is(Noun.Field field, Object value) implements Filter {}

    record In(Noun.Field field, List<Object> values) implements Filter {}

    /** The row that it leads to is there, may be seen, and passes. */
    record Leads(Noun.ToOne relation, Filter one) implements Filter {}
}
