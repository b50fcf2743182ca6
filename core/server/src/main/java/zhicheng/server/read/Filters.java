package zhicheng.server.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a {@code where} as it was coerced: absent is no constraint, a written null is a mistake, said with its path. */
final class Filters {
    private Filters() {}

    static Filter where(Noun noun, Map<String, Object> arguments) {
        if (!arguments.containsKey("where")) return Filter.ALL;
        return read(noun, object(arguments.get("where"), "where"), "where");
    }

    private static Filter read(Noun noun, Map<String, Object> where, String path) {
        var all = new ArrayList<Filter>();
        where.forEach((key, value) -> all.add(one(noun, key, value, path + "." + key)));
        return all.size() == 1 ? all.getFirst() : new Filter.And(List.copyOf(all));
    }

    private static Filter one(Noun noun, String key, Object value, String path) {
        return switch (key) {
            case "and" -> new Filter.And(each(noun, value, path));
            case "or" -> new Filter.Or(each(noun, value, path));
            case "not" -> new Filter.Not(read(noun, object(value, path), path));
            default -> {
                var field = noun.fields().get(key);
                if (field != null) yield operations(field, object(value, path), path);
                if (noun.relations().get(key) instanceof Noun.ToOne relation)
                    yield new Filter.Leads(relation, read(Nouns.named(relation.target()), object(value, path), path));
                throw Mistake.at(path, noun.name() + " cannot be filtered by it");
            }
        };
    }

    private static Filter operations(Noun.Field field, Map<String, Object> operations, String path) {
        if (!field.scalar().filterable()) throw Mistake.at(path, "it cannot be filtered");
        var all = new ArrayList<Filter>();
        operations.forEach((operation, value) -> {
            var place = path + "." + operation;
            all.add(switch (operation) {
                case "eq" -> new Filter.Is(field, field.scalar().bound(written(value, place), place));
                case "in" -> new Filter.In(field, values(field, value, place));
                default -> throw Mistake.at(place, "there is no such comparison (eq, in)");
            });
        });
        return all.size() == 1 ? all.getFirst() : new Filter.And(List.copyOf(all));
    }

    private static List<Object> values(Noun.Field field, Object value, String path) {
        var values = new ArrayList<>();
        var place = 0;
        for (var one : list(value, path)) {
            var at = path + "[" + place++ + "]";
            values.add(field.scalar().bound(written(one, at), at));
        }
        return List.copyOf(values);
    }

    private static List<Filter> each(Noun noun, Object value, String path) {
        var filters = new ArrayList<Filter>();
        var place = 0;
        for (var one : list(value, path)) {
            var at = path + "[" + place++ + "]";
            filters.add(read(noun, object(one, at), at));
        }
        return List.copyOf(filters);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value, String path) {
        return (Map<String, Object>) written(value, path);
    }

    static List<?> list(Object value, String path) {
        return (List<?>) written(value, path);
    }

    static Object written(Object value, String path) {
        if (value == null) throw Mistake.at(path, "null is no constraint and no value; leave it out");
        return value;
    }
}
