package zhicheng.server.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import zhicheng.server.BadInput;

/** Reads a {@code where} as it was coerced: absent is no constraint, a written null is a mistake, said with its path. */
final class Filters {
    private Filters() {}

    /** @param place of the arguments, for what is said of them ({@link Mistake#place}) */
    static Filter where(Noun noun, Map<String, Object> arguments, String place) {
        if (!arguments.containsKey("where")) return Filter.ALL;
        var path = place + "where";
        return read(noun, object(arguments.get("where"), path), path);
    }

    static Filter read(Noun noun, Map<String, Object> where, String path) {
        var all = new ArrayList<Filter>();
        var several = new BadInput.Several();
        where.forEach((key, value) -> all.add(several.of(() -> one(noun, key, value, path + "." + key))));
        several.check();
        return all.size() == 1 ? all.getFirst() : new Filter.And(path, List.copyOf(all));
    }

    private static Filter one(Noun noun, String key, Object value, String path) {
        return switch (key) {
            case "and" -> new Filter.And(path, each(noun, value, path));
            case "or" -> new Filter.Or(path, each(noun, value, path));
            case "not" -> new Filter.Not(path, read(noun, object(value, path), path));
            default -> {
                var field = noun.fields().get(key);
                if (field != null && field.isFilterable()) yield both(path, comparisons(field, compared(value, path), path));
                if (field != null) yield sought(field, object(value, path), path);
                yield switch (noun.relations().get(key)) {
                    case Noun.ToOne one -> new Filter.Leads(path, one, read(Nouns.named(one.target()), object(value, path, " (where there is none of it: not: {" + key + ": {}})"), path));
                    case Noun.ToMany many -> below(many, object(value, path, " (where there is none of it: " + key + ": {none: {}})"), path);
                    case null -> throw Mistake.at(path, noun.name() + " cannot be filtered by it");
                };
            }
        };
    }

    private static Filter sought(Noun.Field field, Map<String, Object> operations, String path) {
        var all = new ArrayList<Filter>();
        operations.forEach((spelled, value) -> {
            var place = path + "." + spelled;
            if (Operator.named(spelled) != Operator.EQ) throw Mistake.at(place, "a protected field is asked for by its whole value only");
            all.add(new Filter.Sought(place, field, new Protected(said(value, place, ""), place)));
        });
        return both(path, all);
    }

    private static Filter below(Noun.ToMany relation, Map<String, Object> below, String path) {
        var target = Nouns.named(relation.target());
        var all = new ArrayList<Filter>();
        var several = new BadInput.Several();
        var of = below.containsKey("where") ? several.of(() -> read(target, object(below.get("where"), path + ".where"), path + ".where")) : Filter.ALL;
        below.forEach((key, value) -> several.of(() -> {
            var place = path + "." + key;
            switch (key) {
                case "where" -> { }
                case "some" -> all.add(new Filter.Below(place, relation, Filter.Quantifier.SOME, read(target, object(value, place), place)));
                case "every" -> all.add(new Filter.Below(place, relation, Filter.Quantifier.EVERY, read(target, object(value, place), place)));
                case "none" -> all.add(new Filter.Below(place, relation, Filter.Quantifier.NONE, read(target, object(value, place), place)));
                case "count" -> all.add(new Filter.Measure(place, relation, of, Aggregate.COUNT, null, comparisons(COUNT, object(value, place), place)));
                case "sum", "average", "min", "max" -> object(value, place).forEach((name, comparisons) -> {
                    var at = place + "." + name;
                    var measured = Aggregate.valueOf(key.toUpperCase(Locale.ROOT)).measured(target.field(name));
                    all.add(several.of(() -> new Filter.Measure(at, relation, of, Aggregate.valueOf(key.toUpperCase(Locale.ROOT)), target.field(name), comparisons(measured, object(comparisons, at), at))));
                });
                default -> throw Mistake.at(place, "rows below are asked for with some, every, none, count and their sums");
            }
            return null;
        }));
        if (below.containsKey("where") && below.entrySet().stream().noneMatch(one -> isMeasure(one.getKey(), one.getValue())))
            several.add(Mistake.at(path, "«where» says which rows are counted or added up; say count, sum, average, min or max beside it"));
        several.check();
        return both(path, all);
    }

    private static boolean isMeasure(String key, Object value) {
        return switch (key) {
            case "sum", "average", "min", "max" -> !Map.of().equals(value);
            default -> key.equals("count");
        };
    }

    /** A number of rows is compared as any whole number. */
    static final Noun.Field COUNT = new Noun.Field("count", "count", Scalar.INT, false, Noun.Served.NOT);

    private static Filter both(String path, List<? extends Filter> all) {
        return all.size() == 1 ? all.getFirst() : new Filter.And(path, List.copyOf(all));
    }

    static List<Filter.Compare> comparisons(Noun.Field field, Map<String, Object> operations, String path) {
        var all = new ArrayList<Filter.Compare>();
        var several = new BadInput.Several();
        operations.forEach((spelled, value) -> all.add(several.of(() -> compare(field, spelled, value, path + "." + spelled))));
        several.check();
        return all;
    }

    private static Filter.Compare compare(Noun.Field field, String spelled, Object value, String place) {
        var operator = Operator.named(spelled);
        if (operator == null || !field.scalar().operators().contains(operator)) throw Mistake.at(place, "it cannot be compared so");
        var compare = new Filter.Compare(place, field, operator, operator.asksTruth() ? truth(value, place)
                : operator.takesMany() ? values(field, value, place) : value(field, value, place));
        if (operator.looksInside()) Texts.typed(compare);
        return compare;
    }

    private static Object value(Noun.Field field, Object value, String path) {
        return written(value, path) instanceof Given given ? (Given) request -> field.scalar().bound(given.in(request), path) : field.scalar().bound(value, path);
    }

    private static Object values(Noun.Field field, Object value, String path) {
        if (written(value, path) instanceof Given given)
            return (Given) request -> each(field, (List<?>) given.in(request), path);
        return each(field, list(value, path), path);
    }

    private static List<Object> each(Noun.Field field, List<?> list, String path) {
        var values = new ArrayList<>();
        var several = new BadInput.Several();
        for (var one : list) values.add(several.of(() -> value(field, one, path + "[" + values.size() + "]")));
        several.check();
        return List.copyOf(values);
    }

    private static List<Filter> each(Noun noun, Object value, String path) {
        var filters = new ArrayList<Filter>();
        var several = new BadInput.Several();
        for (var one : list(value, path)) {
            var at = path + "[" + filters.size() + "]";
            filters.add(several.of(() -> read(noun, object(one, at), at)));
        }
        several.check();
        return List.copyOf(filters);
    }

    static Map<String, Object> object(Object value, String path) {
        return object(value, path, "");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value, String path, String instead) {
        return (Map<String, Object>) said(value, path, instead);
    }

    /** What a value is compared with: some have none. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> compared(Object value, String path) {
        return (Map<String, Object>) written(value, path);
    }

    private static List<?> list(Object value, String path) {
        return (List<?>) said(value, path, "");
    }

    private static Object truth(Object value, String path) {
        if (value == null) throw Mistake.at(path, "null is neither true nor false; leave it out, or say one of them");
        return value;
    }

    static Object written(Object value, String path) {
        return said(value, path, " (absent values are asked for with isNull)");
    }

    /** @param instead how what null may have meant is asked for, in brackets; empty: it cannot have meant anything */
    private static Object said(Object value, String path, String instead) {
        if (value == null) throw Mistake.at(path, "null is no constraint and no value; leave it out" + instead);
        return value;
    }
}
