package zhicheng.server.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhicheng.server.BadInput;

/**
 * Which part of a list is wanted, and in which order.
 *
 * @param count how many at most, from 0 to {@link #MOST}: a number, or {@link Given}; null: {@link #USUAL}
 * @param backward whether the last ones are wanted ({@code last}), not the first
 * @param after a cursor as it came, or where it comes from; null: from the beginning
 * @param before likewise; null: to the end
 * @param place of the list's arguments ({@link Mistake#place})
 * @param order never empty; the id is one of its steps, the last where it was not asked for, so that no two rows are equal
 */
record Page(Object count, boolean backward, Object after, Object before, String place, List<Order> order) {
    static final int USUAL = 20;
    static final int MOST = 100;
    /** Steps of an order, beside the id that ends each. */
    static final int MOST_KEYS = 8;

    static Page of(Noun noun, Map<String, Object> arguments, boolean ranked, String place) {
        // clients send all four, those that they do not use as null
        var backward = arguments.get("last") != null;
        var several = new BadInput.Several();
        var count = several.of(() -> count(arguments, backward, place));
        var order = several.of(() -> order(noun, arguments, ranked, place));
        several.check();
        return new Page(count, backward, arguments.get("after"), arguments.get("before"), place, order);
    }

    private static Object count(Map<String, Object> arguments, boolean backward, String place) {
        if (backward && arguments.get("first") != null) throw Mistake.at(place + "last", "«first» and «last» at once; leave one out");
        var name = backward ? "last" : "first";
        var count = arguments.get(name);
        if (!(count instanceof Given)) within(count, place + name);
        return count;
    }

    private static int within(Object count, String path) {
        var rows = count == null ? USUAL : (int) count;
        if (rows < 0 || rows > MOST) throw Mistake.at(path, rows + " is not from 0 to " + MOST);
        return rows;
    }

    /**
     * How many rows are looked up, with all that stands in them: those that are shown, and where it is asked whether there are more, one row further.
     *
     * @param wanted of the list
     */
    Object computed(Selection wanted) {
        return rows(asksForMore(wanted) ? 1 : 0);
    }

    /** Whether the list goes on where the page ends. */
    boolean asksForMore(Selection wanted) {
        return wanted.fields().stream().filter(field -> field.name().equals("pageInfo")).flatMap(field -> field.below().of("PageInfo").fields().stream())
                .anyMatch(field -> field.name().equals(backward ? "hasPreviousPage" : "hasNextPage"));
    }

    /** Whether any row is wanted, or where one stands: not only how many there are. */
    static boolean isShown(Selection wanted) {
        return !wanted.fields().stream().allMatch(field -> field.name().equals("totalCount") || field.name().equals("__typename"));
    }

    /** How many rows are shown, and {@code more} on top of it, for a statement. */
    Object rows(int more) {
        var path = place + (backward ? "last" : "first");
        return count instanceof Given given ? (Given) request -> (long) within(given.in(request), path) + more : (Object) ((long) within(count, path) + more);
    }

    private static List<Order> order(Noun noun, Map<String, Object> arguments, boolean ranked, String place) {
        var order = new ArrayList<Order>();
        var keys = noun.sortKeys();
        if (arguments.containsKey("orderBy")) {
            var seen = new HashSet<String>();
            var steps = (List<?>) Mistake.given(arguments.get("orderBy"), place + "orderBy");
            var several = new BadInput.Several();
            if (steps.size() > MOST_KEYS) several.add(Mistake.at(place + "orderBy", "a list is ordered by %d keys at most, not by %d".formatted(MOST_KEYS, steps.size())));
            for (var one : steps) {
                var path = place + "orderBy[" + order.size() + "]";
                order.add(several.of(() -> step(noun, (Map<?, ?>) one, seen, path)));
            }
            several.check();
        }
        if (order.isEmpty()) {
            if (ranked) order.add(new Order(RANK, false, false));
            for (var step : noun.order()) order.add(new Order(step.key(keys), step.descending(), false));
        }
        if (order.stream().noneMatch(step -> step.key().equals(keys.get("ID")))) order.add(new Order(keys.get("ID"), order.getLast().descending(), false));
        return List.copyOf(order);
    }

    /** @param seen by which keys the list is ordered already: this one's is put to them */
    private static Order step(Noun noun, Map<?, ?> step, Set<String> seen, String path) {
        var keys = noun.sortKeys();
        var field = step.get("field").toString();
        if (!seen.add(field)) throw Mistake.at(path + ".field", "the list is ordered by it already");
        if (!keys.containsKey(field)) throw Mistake.at(path + ".field", noun.name() + " cannot be ordered by " + field);
        return new Order(keys.get(field), step.get("direction").toString().equals("DESC"), "FIRST".equals(String.valueOf(step.get("nulls"))));
    }

    /** Whether it is first by what comes first in the noun's own order, whichever the direction. */
    boolean isInOrderOf(Noun noun) {
        var first = order.getFirst().key();
        return first.relation() == null && first.field().name().equals(noun.order().getFirst().field());
    }

    /** How many keys of the order stand in what a row leads to. */
    int further() {
        return (int) order.stream().filter(step -> step.key().relation() != null).count();
    }

    /** How often a statement has these, each of which PostgreSQL plans: to order by, and where rows are held against a cursor's. */
    int planned() {
        return further() + (after == null ? 0 : Order.held(order)) + (before == null ? 0 : Order.held(Order.flipped(order)));
    }

    /** The order of a list when nobody says how. */
    static List<Order> usual(Noun noun) {
        return order(noun, Map.of(), false, "");
    }

    /** How well a row answers a search, best first. No field is called so: some have a rank of their own, and another order has other cursors. */
    static final Order.SortKey RANK = new Order.SortKey("#RANK", null, new Noun.Field("rank", "rank", Scalar.INT, false, Noun.Served.NOT));
}
