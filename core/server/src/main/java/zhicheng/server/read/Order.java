package zhicheng.server.read;

import java.util.List;

/**
 * One step of an order.
 *
 * @param nullsFirst whether absent values come first, whichever the direction; otherwise they come last
 */
public record Order(SortKey key, boolean descending, boolean nullsFirst) {

    /**
     * What lists can be ordered by: a field of the row, or of the row that one of its relations leads to.
     *
     * @param constant as the API spells it: {@code SUBMITTED_AT}, {@code EMPLOYER_NAME}
     * @param relation null for a field of the row itself
     */
    public record SortKey(String constant, Noun.ToOne relation, Noun.Field field) {
        boolean nullable() { return field.nullable() || relation != null && (relation.nullable() || !relation.implied()); }

        /** In which direction an index serves it. */
        public Noun.Served served() { return relation == null ? field.served() : Noun.Served.NOT; }
    }

    /** Whether an index serves lists that are ordered so first: other orders cost more. */
    boolean isServed() { return key.served().in(descending, nullsFirst); }

    /** As it is hashed into cursors. */
    static String text(List<Order> order) {
        var text = new StringBuilder();
        for (var step : order) text.append(step.key.constant).append(step.descending ? " desc" : " asc").append(step.nullsFirst ? " first, " : " last, ");
        return text.toString();
    }
}
