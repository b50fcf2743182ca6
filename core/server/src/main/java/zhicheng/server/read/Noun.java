package zhicheng.server.read;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import zhicheng.server.account.Viewer;

/**
 * Something that can be read: its name in the API, its table, what stands in it, what it leads to, and who sees it.
 * A name that is not declared here reaches no statement.
 *
 * @param name the GraphQL type
 * @param order of a list when nobody says how
 */
public record Noun(String name, String table, Map<String, Field> fields, Map<String, Relation> relations, List<Order> order,
        Visibility visibility) {

    /** A column. {@code nullable} as in the table; {@code sortable} where an index or a small table carries it. */
    public record Field(String name, String column, Scalar scalar, boolean nullable, boolean sortable) {}

    /** From a row to others. */
    public sealed interface Relation {
        String name();

        String target();
    }

    /**
     * @param column of this noun's table, holding the other's id
     * @param implied whoever sees this row sees the other: its own visibility need not be asked
     */
    public record ToOne(String name, String target, String column, boolean nullable, boolean implied) implements Relation {}

    /** @param column of the other's table, holding this row's id */
    public record ToMany(String name, String target, String column) implements Relation {}

    /** Who sees a row: the condition on the table's alias. */
    @FunctionalInterface
    public interface Visibility {
        Sql of(Viewer viewer, String alias);
    }

    Field field(String named) {
        var field = fields.get(named);
        if (field == null) throw new IllegalArgumentException(name + " has no field " + named);
        return field;
    }

    /** What its lists can be ordered by, as the API spells it: {@code SUBMITTED_AT}. */
    public List<String> sortable() {
        return fields.values().stream().filter(Field::sortable)
                .map(field -> field.name().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT)).toList();
    }

    static Builder of(String name, String table) {
        return new Builder(name, table);
    }

    /** A noun being declared; every name once. */
    static final class Builder {
        private final String name;
        private final String table;
        private final Map<String, Field> fields = new LinkedHashMap<>();
        private final Map<String, Relation> relations = new LinkedHashMap<>();
        private List<Order> order = List.of();

        private Builder(String name, String table) {
            this.name = name;
            this.table = table;
            has("id", Scalar.ID);
        }

        Builder has(String field, Scalar scalar) { return field(new Field(field, column(field), scalar, false, false)); }

        Builder mayHave(String field, Scalar scalar) { return field(new Field(field, column(field), scalar, true, false)); }

        /** Has it, and lists can be ordered by it. */
        Builder sortedBy(String field, Scalar scalar) { return field(new Field(field, column(field), scalar, false, true)); }

        Builder maySortBy(String field, Scalar scalar) { return field(new Field(field, column(field), scalar, true, true)); }

        /** A field that is called otherwise than its column. */
        Builder field(Field field) {
            if (names().contains(field.name())) throw new IllegalStateException(name + " has two " + field.name());
            fields.put(field.name(), field);
            return this;
        }

        Builder leadsTo(Relation relation) {
            if (names().contains(relation.name())) throw new IllegalStateException(name + " has two " + relation.name());
            relations.put(relation.name(), relation);
            return this;
        }

        Builder one(String relation, String target) { return leadsTo(new ToOne(relation, target, column(relation), false, true)); }

        /** May be absent, or there and not to be seen. */
        Builder maybeOne(String relation, String target) { return leadsTo(new ToOne(relation, target, column(relation), true, false)); }

        Builder many(String relation, String target, String column) { return leadsTo(new ToMany(relation, target, column)); }

        /** The order of a list when nobody says how. */
        Builder ordered(Order... order) {
            this.order = List.of(order);
            return this;
        }

        Noun seenBy(Visibility visibility) {
            for (var by : order)
                if (!fields.get(by.field()).sortable()) throw new IllegalStateException(name + " is ordered by what cannot be: " + by.field());
            return new Noun(name, table, Collections.unmodifiableMap(fields), Collections.unmodifiableMap(relations), order, visibility);
        }

        private Collection<String> names() {
            var names = new HashSet<>(fields.keySet());
            names.addAll(relations.keySet());
            return names;
        }

        private static String column(String field) {
            return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        }
    }
}
