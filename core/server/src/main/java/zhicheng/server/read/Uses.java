package zhicheng.server.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which fields of nouns, and which nouns' rows, a read uses, wherever it comes to them: shows them, filters, orders, or gathers by them. */
public final class Uses {
    /** What belongs to one of them is of its region and year. */
    private static final Set<String> PLACES = Set.of(Nouns.DOSSIER.name(), Nouns.TITLE_TRANSFER.name(), Nouns.UNIT_PUBLICATION.name());

    /**
     * @param field as the schema names what is written: {@code Dossier.channel}, {@code Dossier.payments}, {@code Query.payments}
     * @param of the same where it is a field; the noun where its rows are come to
     * @param among what is said of the region and the year of the rows for which it matters: all of it holds
     */
    public record Use(String field, String of, List<Among> among) {}

    private final Set<String> of;
    private final Set<Use> uses = new LinkedHashSet<>();

    private Uses(Set<String> of) {
        this.of = of;
    }

    /**
     * @param of which are asked about: nouns, and fields as {@code Dossier.channel}
     * @param field the root field: its arguments, and below it what is wanted
     */
    public static Set<Use> of(Set<String> of, Root root, Selection.Field field) {
        var found = new Uses(of);
        switch (root) {
            case Root.Rows(var noun) -> found.list("Query." + field.name(), field, Row.of(noun));
            case Root.ById(var noun) -> found.shown(field.below(), Row.of(noun));
            case Root.AnyNoun() -> Nouns.all().forEach(noun -> found.shown(field.below(), Row.of(noun)));
            case Root.Me() -> found.shown(field.below(), Row.of(Nouns.ACCOUNT));
            case Root.Known(var noun, _) -> found.shown(field.below(), Row.of(noun));
            case Root.Groups(var noun) -> found.gathered(field, Row.of(noun));
            case Root.Explain(var noun) -> found.explained(object(field.arguments().get("where")), Row.of(noun));
            case Root.Statistics() -> { }
        }
        return found.uses;
    }

    /**
     * A row as a read comes to it.
     *
     * @param known what is said of it
     * @param above the row in whose list it stands; null: it is none's
     * @param by the column by which it belongs to that; null likewise
     */
    private record Row(Noun noun, List<Among> known, Row above, String by) {
        static Row of(Noun noun) {
            return new Row(noun, List.of(), null, null);
        }

        Row that(Map<String, Object> where) {
            if (where.isEmpty()) return this;
            var more = new ArrayList<>(known);
            more.add(Among.of(where));
            return new Row(noun, List.copyOf(more), above, by);
        }

        /** The one that it leads to: what a filter says through the relation is said of it, and where it is the row above, what is known of that. */
        Row to(Noun.ToOne relation) {
            return to(relation, false);
        }

        private Row to(Noun.ToOne relation, boolean mayLack) {
            var target = Nouns.named(relation.target());
            var further = new ArrayList<>(known.stream().map(one -> one.through(relation.name(), mayLack)).toList());
            if (above == null || above.noun != target || !relation.column().equals(by)) return new Row(target, List.copyOf(further), null, null);
            further.addAll(above.known);
            return new Row(target, List.copyOf(further), above.above, above.by);
        }

        /** What is said of the region and the year that it is of: its own, and those of what it belongs to. */
        List<Among> place() {
            var said = new ArrayList<Among>();
            if (noun.fields().containsKey("region")) said.addAll(known);
            for (var relation : noun.relations().values())
                if (relation instanceof Noun.ToOne one && PLACES.contains(one.target())) said.addAll(to(one, one.nullable()).place());
            return List.copyOf(said);
        }

        /** One of those below it. */
        Row below(Noun.ToMany relation) {
            return new Row(Nouns.named(relation.target()), List.of(), this, relation.column());
        }
    }

    private void use(String name, Row row) {
        var field = row.noun.name() + "." + name;
        if (of.contains(field)) uses.add(new Use(field, field, row.known));
    }

    /** @param field by which a read comes to these rows */
    private void come(String field, Row to) {
        if (of.contains(to.noun.name())) uses.add(new Use(field, to.noun.name(), to.place()));
    }

    private static String name(Row from, Noun.Relation by) {
        return from.noun.name() + "." + by.name();
    }

    private void shown(Selection selection, Row row) {
        for (var field : selection.of(row.noun.name()).fields()) {
            use(field.name(), row);
            switch (row.noun.relations().get(field.name())) {
                case Noun.ToOne one -> {
                    come(name(row, one), row.to(one));
                    shown(field.below(), row.to(one));
                }
                case Noun.ToMany many -> list(name(row, many), field, row.below(many));
                case null -> { }
            }
        }
    }

    /**
     * @param name as the schema has it
     * @param any of those of which it is a list
     */
    private void list(String name, Selection.Field list, Row any) {
        var where = object(list.arguments().get("where"));
        var row = any.that(where);
        come(name, row);
        filtered(where, row);
        for (var step : several(list.arguments().get("orderBy"))) {
            var key = row.noun.sortKeys().get(String.valueOf(object(step).get("field")));
            if (key != null) named(key.relation(), key.field(), row);
        }
        for (var field : list.below().of(row.noun.name() + "Connection").fields())
            switch (field.name()) {
                case "nodes" -> shown(field.below(), row);
                case "edges" -> field.below().of(row.noun.name() + "Edge").fields().stream().filter(one -> one.name().equals("node")).forEach(node -> shown(node.below(), row));
                default -> { }
            }
    }

    private void gathered(Selection.Field groups, Row any) {
        var where = object(groups.arguments().get("where"));
        var row = any.that(where);
        come("Query." + groups.name(), row);
        filtered(where, row);
        var by = several(groups.arguments().get("by"));
        row.noun.dimensions().values().stream().filter(dimension -> by.contains(dimension.constant())).forEach(dimension -> named(dimension.relation(), dimension.field(), row));
        object(groups.arguments().get("having")).values().forEach(measured -> object(measured).keySet().forEach(name -> use(name, row)));
        for (var field : groups.below().of(row.noun.name() + "Groups").fields())
            for (var measure : field.below().of(row.noun.name() + "Group").fields())
                measure.below().of(row.noun.name() + "Amounts").fields().forEach(amount -> use(amount.name(), row));
    }

    /** Every part is held against the row by itself, whatever the others say of it. */
    private void explained(Map<String, Object> where, Row row) {
        var parts = new Uses(of);
        parts.filtered(where, row);
        parts.uses.forEach(part -> uses.add(new Use(part.field, part.of, List.of())));
    }

    private void named(Noun.ToOne relation, Noun.Field field, Row row) {
        if (relation != null) come(name(row, relation), row.to(relation));
        use(field.name(), relation == null ? row : row.to(relation));
    }

    /** What stands beside each other holds together: where the one is sure to fail, it does not matter what the other asks for. */
    private void filtered(Map<String, Object> where, Row row) {
        where.forEach((key, value) -> {
            switch (key) {
                case "and", "or" -> several(value).forEach(one -> filtered(object(one), row.that(object(one))));
                case "not" -> filtered(object(value), row.that(object(value)));
                default -> {
                    use(key, row);
                    switch (row.noun.relations().get(key)) {
                        case Noun.ToOne one -> {
                            var to = row.to(one).that(object(value));
                            come(name(row, one), to);
                            filtered(object(value), to);
                        }
                        case Noun.ToMany many -> {
                            var below = object(value);
                            below.forEach((how, what) -> {
                                var isFilter = Set.of("some", "every", "none", "where").contains(how);
                                var to = row.below(many).that(object(isFilter ? what : below.get("where")));
                                come(name(row, many), to);
                                if (isFilter) filtered(object(what), to);
                                else object(what).keySet().forEach(name -> use(name, to));
                            });
                        }
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
