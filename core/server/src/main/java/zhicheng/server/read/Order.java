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

    /** Whether rows are held against a cursor's by all keys at once: none may be absent, and all go in one direction. */
    static boolean isUniform(List<Order> order) {
        return order.stream().allMatch(step -> !step.key.nullable() && step.descending == order.getFirst().descending);
    }

    /** How often a statement that holds rows against a cursor's has the keys that stand in what a row leads to, where none of the cursor's own is absent. */
    static int held(List<Order> order) {
        return order.stream().filter(step -> step.key.relation() != null).mapToInt(step -> isUniform(order) ? 1 : step.key.nullable() && !step.nullsFirst ? 3 : 2).sum();
    }

    /** The other way round. */
    static List<Order> flipped(List<Order> order) {
        return order.stream().map(step -> new Order(step.key, !step.descending, !step.nullsFirst)).toList();
    }

    /** As it is hashed into cursors. */
    static String text(List<Order> order) {
        var text = new StringBuilder();
        for (var step : order) text.append(step.key.constant).append(step.descending ? " desc" : " asc").append(step.nullsFirst ? " first, " : " last, ");
        return text.toString();
    }
}
