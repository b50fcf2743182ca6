package zhicheng.server.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which part of a list is wanted, and in which order.
 *
 * @param order never empty; the last step is the id, so that no two rows are equal
 * @param after a cursor as it came
 */
record Page(int first, Optional<String> after, List<Order> order) {
    static final int USUAL = 20;
    static final int MOST = 100;

    static Page of(Noun noun, Map<String, Object> arguments) {
        var first = arguments.containsKey("first") ? (int) Filters.written(arguments.get("first"), "first") : USUAL;
        if (first < 0 || first > MOST) throw Mistake.at("first", first + " is not from 0 to " + MOST);
        var after = Optional.ofNullable(arguments.get("after")).map(Object::toString); // a client's first page often comes with null
        return new Page(first, after, order(noun, arguments));
    }

    private static List<Order> order(Noun noun, Map<String, Object> arguments) {
        var order = new ArrayList<Order>();
        if (arguments.containsKey("orderBy")) {
            var place = 0;
            for (var one : Filters.list(arguments.get("orderBy"), "orderBy")) {
                var path = "orderBy[" + place++ + "]";
                var step = Filters.object(one, path);
                var field = name(step.get("field").toString());
                if (order.stream().anyMatch(earlier -> earlier.field().equals(field)))
                    throw Mistake.at(path + ".field", "the list is ordered by it already");
                order.add(new Order(field, step.get("direction").toString().equals("DESC")));
            }
        }
        if (order.isEmpty()) order.addAll(noun.order());
        order.forEach(step -> {
            if (!noun.field(step.field()).sortable()) throw Mistake.at("orderBy", noun.name() + " cannot be ordered by " + step.field());
        });
        order.add(new Order("id", order.getLast().descending()));
        return List.copyOf(order);
    }

    /** {@code SUBMITTED_AT} is the field {@code submittedAt}. */
    private static String name(String constant) {
        var words = constant.toLowerCase(Locale.ROOT).split("_");
        var name = new StringBuilder(words[0]);
        for (var place = 1; place < words.length; place++)
            name.append(words[place].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[place].substring(1));
        return name.toString();
    }
}
