package zhicheng.server.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What a filter says of rows that are reached from those that it filters.
 *
 * @param where as it was coerced; values perhaps {@link Given}
 * @param path the relations to one that lead from what is filtered to the row; none where it is the row itself
 * @param mayLack whether it matters also where nothing is at their end: then it is never sure that what is said of that holds
 */
public record Among(Map<String, Object> where, List<String> path, boolean mayLack) {
    /** In their order: of several that hold together the least counts, of several of which one will do the greatest. */
    private enum Truth { NO, UNKNOWN, YES }

    public Among {
        path = List.copyOf(path);
    }

    /** What it says of the row itself. */
    static Among of(Map<String, Object> where) {
        return new Among(where, List.of(), false);
    }

    /** @param mayLack as above */
    Among through(String relation, boolean mayLack) {
        var longer = new ArrayList<>(path);
        longer.add(relation);
        return new Among(where, longer, this.mayLack || mayLack);
    }

    /**
     * Whether a row may have these values; no only where the filter is sure to keep it away. What it says of anything else is taken for possible.
     *
     * @param values by field; none of these fields is ever absent
     */
    public boolean mayHave(Map<String, Object> values, Given.Request request) {
        return all(where, path, values, request) != Truth.NO;
    }

    private Truth all(Map<?, ?> where, List<String> path, Map<String, Object> values, Given.Request request) {
        return Collections.min(besides(where.entrySet().stream().map(one -> part(one.getKey().toString(), one.getValue(), path, values, request)).toList(), Truth.YES));
    }

    private Truth part(String key, Object value, List<String> path, Map<String, Object> values, Given.Request request) {
        return switch (value) {
            case List<?> several when key.equals("and") -> Collections.min(besides(each(several, path, values, request), Truth.YES));
            case List<?> several when key.equals("or") -> Collections.max(besides(each(several, path, values, request), Truth.NO));
            case Map<?, ?> one when key.equals("not") -> switch (all(one, path, values, request)) {
                case NO -> Truth.YES;
                case UNKNOWN -> Truth.UNKNOWN;
                case YES -> Truth.NO;
            };
            case Map<?, ?> comparisons when path.isEmpty() && values.containsKey(key) -> Collections.min(besides(comparisons.entrySet().stream()
                    .map(one -> compared(Operator.named(one.getKey().toString()), values.get(key), Given.settled(one.getValue(), request))).toList(), Truth.YES));
            case Map<?, ?> target when !path.isEmpty() && path.getFirst().equals(key) -> {
                var truth = all(target, path.subList(1, path.size()), values, request);
                yield mayLack && truth == Truth.YES ? Truth.UNKNOWN : truth;
            }
            case null, default -> Truth.UNKNOWN;
        };
    }

    private List<Truth> each(List<?> several, List<String> path, Map<String, Object> values, Given.Request request) {
        return several.stream().map(one -> one instanceof Map<?, ?> where ? all(where, path, values, request) : Truth.UNKNOWN).toList();
    }

    /** What none of them would come to changes nothing of what several do. */
    private static List<Truth> besides(List<Truth> several, Truth ofNone) {
        var all = new ArrayList<>(several);
        all.add(ofNone);
        return all;
    }

    private static Truth compared(Operator operator, Object value, Object with) {
        return switch (operator) {
            case EQ -> truth(value.equals(with));
            case NEQ -> truth(!value.equals(with));
            case IN -> truth(((Collection<?>) with).contains(value));
            case NOT_IN -> truth(!((Collection<?>) with).contains(value));
            case IS_NULL -> truth(with.equals(false));
            case LT -> value instanceof Integer one ? truth(one < (Integer) with) : Truth.UNKNOWN;
            case LTE -> value instanceof Integer one ? truth(one <= (Integer) with) : Truth.UNKNOWN;
            case GT -> value instanceof Integer one ? truth(one > (Integer) with) : Truth.UNKNOWN;
            case GTE -> value instanceof Integer one ? truth(one >= (Integer) with) : Truth.UNKNOWN;
            case CONTAINS, STARTS_WITH, HAS, HAS_SOME, IS_PAST -> Truth.UNKNOWN;
        };
    }

    private static Truth truth(boolean is) {
        return is ? Truth.YES : Truth.NO;
    }
}
