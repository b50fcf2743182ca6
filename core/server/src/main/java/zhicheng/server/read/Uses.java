package zhicheng.server.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which fields and relations of a noun a read uses, wherever it comes to it: shows them, filters, orders, or gathers by them. */
public final class Uses {

    /** @param where what all rows pass among which the field is used, as far as it is said there; values perhaps {@link Given} */
    public record Use(String field, Map<String, Object> where) {}

    private final Noun of;
    private final Set<Use> uses = new LinkedHashSet<>();

    private Uses(Noun of) {
        this.of = of;
    }

    /** @param field the root field: its arguments, and below it what is wanted */
    public static Set<Use> of(Noun of, Root root, Selection.Field field) {
        var found = new Uses(of);
        switch (root) {
            case Root.Rows(var noun) -> found.list(noun, field);
            case Root.ById(var noun) -> found.shown(noun, field.below(), Map.of());
            case Root.AnyNoun() -> Nouns.all().forEach(noun -> found.shown(noun, field.below(), Map.of()));
            case Root.Me() -> found.shown(Nouns.ACCOUNT, field.below(), Map.of());
            case Root.Known(var noun, _) -> found.shown(noun, field.below(), Map.of());
            case Root.Groups(var noun) -> found.gathered(noun, field);
            case Root.Explain(var noun) -> found.filtered(noun, object(field.arguments().get("where")));
            case Root.Statistics() -> { }
        }
        return found.uses;
    }

    private void use(Noun noun, String name, Map<String, Object> where) {
        if (noun.equals(of)) uses.add(new Use(name, where));
    }

    private void shown(Noun noun, Selection selection, Map<String, Object> where) {
        for (var field : selection.of(noun.name()).fields()) {
            use(noun, field.name(), where);
            switch (noun.relations().get(field.name())) {
                case Noun.ToOne one -> shown(Nouns.named(one.target()), field.below(), Map.of());
                case Noun.ToMany many -> list(Nouns.named(many.target()), field);
                case null -> { }
            }
        }
    }

    private void list(Noun noun, Selection.Field list) {
        var where = object(list.arguments().get("where"));
        filtered(noun, where);
        for (var step : several(list.arguments().get("orderBy"))) {
            var key = noun.sortKeys().get(String.valueOf(object(step).get("field")));
            if (key != null) named(noun, key.relation(), key.field(), where);
        }
        for (var field : list.below().of(noun.name() + "Connection").fields())
            switch (field.name()) {
                case "nodes" -> shown(noun, field.below(), where);
                case "edges" -> field.below().of(noun.name() + "Edge").fields().stream().filter(one -> one.name().equals("node")).forEach(node -> shown(noun, node.below(), where));
                default -> { }
            }
    }

    private void gathered(Noun noun, Selection.Field groups) {
        var where = object(groups.arguments().get("where"));
        filtered(noun, where);
        var by = several(groups.arguments().get("by"));
        noun.dimensions().values().stream().filter(dimension -> by.contains(dimension.constant())).forEach(dimension -> named(noun, dimension.relation(), dimension.field(), where));
        object(groups.arguments().get("having")).values().forEach(measured -> object(measured).keySet().forEach(name -> use(noun, name, where)));
        for (var field : groups.below().of(noun.name() + "Groups").fields())
            for (var measure : field.below().of(noun.name() + "Group").fields())
                measure.below().of(noun.name() + "Amounts").fields().forEach(amount -> use(noun, amount.name(), where));
    }

    private void named(Noun noun, Noun.ToOne relation, Noun.Field field, Map<String, Object> where) {
        if (relation == null) use(noun, field.name(), where);
        else use(Nouns.named(relation.target()), field.name(), Map.of());
    }

    private void filtered(Noun noun, Map<String, Object> where) {
        filtered(noun, where, where);
    }

    private void filtered(Noun noun, Map<String, Object> part, Map<String, Object> where) {
        part.forEach((key, value) -> {
            switch (key) {
                case "and", "or" -> several(value).forEach(one -> filtered(noun, object(one), where));
                case "not" -> filtered(noun, object(value), where);
                default -> {
                    use(noun, key, where);
                    switch (noun.relations().get(key)) {
                        case Noun.ToOne one -> filtered(Nouns.named(one.target()), object(value));
                        case Noun.ToMany many -> object(value).forEach((how, below) -> {
                            switch (how) {
                                case "some", "none", "where" -> filtered(Nouns.named(many.target()), object(below));
                                case "every" -> filtered(Nouns.named(many.target()), object(below), Map.of());
                                default -> object(below).keySet().forEach(name -> use(Nouns.named(many.target()), name, Map.of()));
                            }
                        });
                        case null -> { }
                    }
                }
            }
        });
    }

    @SuppressWarnings("unchecked") // what was coerced has names as keys
    private static Map<String, Object> object(Object value) {
        return value instanceof Map<?, ?> object ? (Map<String, Object>) object : Map.of();
    }

    private static List<?> several(Object value) {
        return value instanceof List<?> several ? several : List.of();
    }
}
