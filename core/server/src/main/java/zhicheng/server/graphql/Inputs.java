package zhicheng.server.graphql;

import graphql.language.ArrayValue;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import zhicheng.server.account.Unrepeated;

/**
 * Measures what stands in arguments and variables, before anything is made of it: with a stack of its own, so that nothing is nested too deeply for it,
 * once for each value, and no further than to the limit.
 *
 * <p>A condition is what ends a branch of a filter: a comparison with its value or values, or an object or a list with nothing in it. Words of an order count
 * likewise. A variable counts wherever it stands.
 */
final class Inputs {
    /** As the schema calls what lists are asked with: filters, conditions on groups, comparisons, orders. */
    private static final Pattern ASKING = Pattern.compile("\\w*(Where|Having|Ops|Order)");
    private static final int SHOWN = 160;

    private final Limits limits;
    private final Map<String, Object> variables;
    private int conditions;

    /** @param variables as they came, or coerced */
    Inputs(Limits limits, Map<String, Object> variables) {
        this.limits = limits;
        this.variables = variables;
    }

    /**
     * What the variables of an operation bring, before they are coerced.
     *
     * @throws Refused where it is more than a limit
     */
    static void check(OperationDefinition operation, Map<String, Object> variables, Limits limits) {
        Inputs inputs = null; // most requests bring nothing to be measured
        for (var definition : operation.getVariableDefinitions()) {
            var value = variables.get(definition.getName());
            if (!isContainer(value)) continue;
            if (inputs == null) inputs = new Inputs(limits, variables);
            inputs.measure("variables." + definition.getName(), value, isAsking(name(definition.getType())));
        }
    }

    private static String name(Type<?> type) {
        return switch (type) {
            case NonNullType some -> name(some.getType());
            case ListType list -> name(list.getType());
            case TypeName named -> named.getName();
            default -> throw new IllegalStateException("no type: " + type);
        };
    }

    /** Whether values of a type are conditions and orders. */
    static boolean isAsking(String type) {
        return ASKING.matcher(type).matches();
    }

    /** A value where it stands. */
    private record Place(Place in, Object step, Object value, int depth) {
        @Override
        public String toString() {
            var steps = new ArrayDeque<String>();
            for (var place = this; place != null; place = place.in)
                steps.addFirst(place.in == null ? place.step.toString() : place.step instanceof Integer ? "[" + place.step + "]" : "." + place.step);
            var path = Unrepeated.in(String.join("", steps)); // before it is cut: half a number would not be known as one
            return path.length() > SHOWN ? path.substring(0, SHOWN) + "…" : path;
        }
    }

    /**
     * @param path where it stands in the request
     * @param value as it came, coerced, or as it stands in the document
     * @param isAsking whether its conditions count
     * @throws Refused where it is more than a limit
     */
    void measure(String path, Object value, boolean isAsking) {
        var open = new ArrayDeque<Place>();
        open.addLast(new Place(null, path, value, 1));
        while (!open.isEmpty()) {
            var place = open.removeLast();
            switch (settled(place.value)) {
                case Map<?, ?> object -> {
                    object.forEach((name, one) -> open(open, place, name, one));
                    if (isAsking && object.isEmpty()) count(place);
                }
                case ObjectValue object -> {
                    object.getObjectFields().forEach(field -> open(open, place, field.getName(), field.getValue()));
                    if (isAsking && object.getObjectFields().isEmpty()) count(place);
                }
                case List<?> list -> list(open, place, list, isAsking);
                case ArrayValue list -> list(open, place, list.getValues(), isAsking);
                case null, default -> {
                    if (isAsking) count(place);
                }
            }
        }
    }

    /** Values side by side are those of one comparison. */
    private void list(Deque<Place> open, Place place, List<?> list, boolean isAsking) {
        if (list.size() > limits.listEntries())
            throw tooLong(place.toString(), list.size(), limits);
        if (list.stream().noneMatch(one -> isContainer(settled(one)))) {
            deeper(place);
            if (isAsking) count(place);
            return;
        }
        for (var at = 0; at < list.size(); at++) open(open, place, at, list.get(at));
    }

    private void open(Deque<Place> open, Place in, Object step, Object value) {
        deeper(in);
        open.addLast(new Place(in, step, value, in.depth + 1));
    }

    private void deeper(Place place) {
        if (place.depth > limits.inputDepth())
            throw refused("input-depth", limits.inputDepth(), "%s is in more than %d objects and lists".formatted(place, limits.inputDepth()),
                    "ask with fewer and, or, not and relations within one another");
    }

    private void count(Place place) {
        if (++conditions > limits.conditions())
            throw refused("conditions", limits.conditions(), "%s is one of more than %d".formatted(place, limits.conditions()),
                    "ask with fewer, with one «in» for several values, or in several requests");
    }

    private Object settled(Object value) {
        return value instanceof VariableReference variable ? variables.get(variable.getName()) : value;
    }

    private static boolean isContainer(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?> || value instanceof ObjectValue || value instanceof ArrayValue;
    }

    /** @param place of a list, in the request */
    static Refused tooLong(String place, int entries, Limits limits) {
        return refused("list-entries", limits.listEntries(), "%s has %d".formatted(place, entries), "ask with fewer, or in several requests");
    }

    static Refused refused(String limit, int allowed, String found, String instead) {
        return new Refused(Refusal.of(Codes.LIMIT, "%s: %s, and at most %d are allowed (zhicheng.graphql.limits.%s); %s".formatted(limit, found, allowed, limit, instead)));
    }
}
