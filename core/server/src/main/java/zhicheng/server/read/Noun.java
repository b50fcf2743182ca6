package zhicheng.server.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import zhicheng.server.account.Viewer;

/**
 * Something that can be read: its name in the API, its table, what stands in it, what it leads to, and who sees it.
 * A name that is not declared here reaches no statement.
 *
 * @param name the GraphQL type
 * @param order of a list when nobody says how
 * @param searched its fields that a search looks into (V007); none: its lists cannot be searched
 */
public record Noun(String name, String table, Map<String, Field> fields, Map<String, Relation> relations, List<Step> order,
        Visibility visibility, Set<String> searched) {
    /** By noun, as it is declared and not as it is called; what they lead to is declared after them, so it is not known when they are. */
    private static final Map<Noun, Map<String, Order.SortKey>> SORT_KEYS = new ConcurrentHashMap<>();
    private static final Map<Noun, Map<String, Dimension>> DIMENSIONS = new ConcurrentHashMap<>();

    /**
     * A column.
     *
     * @param nullable as in the table
     * @param served in which direction an index serves lists in its order
     * @param masked shown with most of it hidden, and asked for by the whole value only, through the function {@code person_by_identity_number}: table, field
     * @param shown of which of the rows that a viewer sees he is shown it; of the others it is absent, however he asks. Rows have a second wall, this has not
     */
    public record Field(String name, String column, Scalar scalar, boolean nullable, Served served, boolean masked, Visibility shown) {
        /** One that is shown as it is. */
        public Field(String name, String column, Scalar scalar, boolean nullable, Served served) {
            this(name, column, scalar, nullable, served, false);
        }

        /** One that is shown, as it is or masked, of every row that is seen. */
        public Field(String name, String column, Scalar scalar, boolean nullable, Served served, boolean masked) {
            this(name, column, scalar, nullable, served, masked, Visible::toEveryone);
        }

        /** One that may be absent because it is not shown. */
        static Field shownTo(Visibility shown, String name, Scalar scalar) {
            return new Field(name, Builder.column(name), scalar, true, Served.NOT, false, shown);
        }

        /** What stands in the row of this alias, as far as it is shown. */
        Sql of(Given.Policy policy, String alias) {
            var value = Sql.of(alias + "." + column);
            var seen = shown.of(policy, alias);
            if (seen.equals(Sql.ALL)) return value;
            return seen.equals(Sql.NONE) ? Sql.of("null::" + scalar.type()) : Sql.of("(case when {} then {} end)", seen, value);
        }

        /** Whether some who see a row are not shown it. */
        public boolean isForSome() { return !shown.of(Given.Policy.of(Viewer.PUBLIC), "t").equals(Sql.ALL); }

        public boolean isFilterable() { return !masked; }

        public boolean isSortable() { return !masked && scalar.isSortable(); }
    }

    /** In which direction an index of the table serves all rows in a field's order, absent values last; read backwards it serves the other one, absent values first. */
    public enum Served {
        NOT, ASCENDING, DESCENDING,
        /** Where no value is absent, one index is enough for it. */
        EITHER_WAY;

        boolean in(boolean descending, boolean nullsFirst) {
            return switch (this) {
                case NOT -> false;
                case ASCENDING -> descending == nullsFirst;
                case DESCENDING -> descending != nullsFirst;
                case EITHER_WAY -> true;
            };
        }
    }

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

    /**
     * @param column of the other's table, holding this row's id
     * @param implied whoever sees this row sees all below it: their own visibility need not be asked
     */
    public record ToMany(String name, String target, String column, boolean implied) implements Relation {}

    /**
     * A step of a noun's own order.
     *
     * @param field of its own
     * @param column of a number that no field shows to everybody, and by which only what is seen is put in order; null: the field's
     */
    record Step(String field, boolean descending, String column) {
        static Step ascending(String field) { return new Step(field, false, null); }

        static Step descending(String field) { return new Step(field, true, null); }

        static Step descendingBy(String column) { return new Step(column, true, column); }

        /** @param keys what the noun's lists can be ordered by */
        Order.SortKey key(Map<String, Order.SortKey> keys) {
            if (column == null) return keys.get(constant(field));
            return new Order.SortKey("#" + constant(column), null, new Field(field, column, Scalar.INT, false, Served.NOT)); // no field is called so, as with a search's rank
        }
    }

    /** Who sees a row: the condition on the table's alias. */
    @FunctionalInterface
    public interface Visibility {
        Sql of(Given.Policy policy, String alias);
    }

    Field field(String named) {
        var field = fields.get(named);
        if (field == null) throw new IllegalArgumentException(name + " has no field " + named);
        return field;
    }

    /** Of its table what a read asks of a row. */
    Set<String> columns() {
        var columns = new LinkedHashSet<>(Set.of("id"));
        fields.values().forEach(field -> columns.add(field.column()));
        relations.values().forEach(relation -> {
            if (relation instanceof ToOne one) columns.add(one.column());
        });
        return columns;
    }

    /** What its lists can be ordered by: every scalar of its own that is not masked, and of what it leads to by one step. By constant, in a fixed order. */
    public Map<String, Order.SortKey> sortKeys() {
        return SORT_KEYS.computeIfAbsent(this, _ -> Collections.unmodifiableMap(allSortKeys()));
    }

    private Map<String, Order.SortKey> allSortKeys() {
        var keys = new LinkedHashMap<String, Order.SortKey>();
        for (var field : fields.values())
            if (field.isSortable()) put(keys, new Order.SortKey(constant(field.name()), null, field));
        for (var relation : relations.values())
            if (relation instanceof ToOne one)
                for (var field : Nouns.named(one.target()).fields.values())
                    if (field.isSortable())
                        put(keys, new Order.SortKey(constant(one.name()) + "_" + constant(field.name()), one, field));
        return keys;
    }

    private void put(Map<String, Order.SortKey> keys, Order.SortKey key) {
        if (keys.put(key.constant(), key) != null) throw new IllegalStateException(name + " has two orders " + key.constant());
    }

    /** What its rows can be grouped by, by the name under which a group shows it, in a fixed order. */
    public Map<String, Dimension> dimensions() {
        return DIMENSIONS.computeIfAbsent(this, _ -> Collections.unmodifiableMap(allDimensions()));
    }

    private Map<String, Dimension> allDimensions() {
        var dimensions = new LinkedHashMap<String, Dimension>();
        for (var field : fields.values()) add(dimensions, "", null, field);
        for (var relation : relations.values())
            if (relation instanceof ToOne one)
                for (var field : Nouns.named(one.target()).fields.values())
                    if (!field.name().equals("madeUp")) add(dimensions, one.name(), one, field);
        return dimensions;
    }

    private static void add(Map<String, Dimension> dimensions, String before, ToOne relation, Field field) {
        if (field.masked() || field.name().equals("id")) return;
        var name = before.isEmpty() ? field.name() : before + field.name().substring(0, 1).toUpperCase(Locale.ROOT) + field.name().substring(1);
        if (field.scalar().isDimension()) dimensions.put(name, new Dimension(name, relation, field, Dimension.Part.WHOLE));
        if (field.scalar() == Scalar.INSTANT) {
            var bare = name.endsWith("At") ? name.substring(0, name.length() - 2) : name;
            dimensions.put(bare + "Day", new Dimension(bare + "Day", relation, field, Dimension.Part.DAY));
            dimensions.put(bare + "Month", new Dimension(bare + "Month", relation, field, Dimension.Part.MONTH));
        }
    }

    /**
     * What rows are grouped by: a field of theirs or of what they lead to by one step, or the day or month of an instant (China's, {@code 2024-09}).
     *
     * @param relation null for a field of the row itself
     */
    public record Dimension(String name, ToOne relation, Field field, Part part) {
        public enum Part { WHOLE, DAY, MONTH }

        /** As the API spells it: {@code SUBMITTED_MONTH}. */
        public String constant() { return Noun.constant(name); }
    }

    /** What can be added up. */
    public List<Field> amounts() {
        return fields.values().stream().filter(field -> field.scalar() == Scalar.AMOUNT).toList();
    }

    static String constant(String name) {
        return parted(name).toUpperCase(Locale.ROOT);
    }

    /** {@code submittedAt} as {@code submitted_At}. */
    private static String parted(String name) {
        var parted = new StringBuilder(name.length() + 4);
        for (var at = 0; at < name.length(); at++) {
            if (name.charAt(at) >= 'A' && name.charAt(at) <= 'Z') parted.append('_');
            parted.append(name.charAt(at));
        }
        return parted.toString();
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
        private final List<Step> order = new ArrayList<>();
        private final Set<String> searched = new HashSet<>();

        private Builder(String name, String table) {
            this.name = name;
            this.table = table;
            has("id", Scalar.ID);
        }

        Builder has(String field, Scalar scalar) { return field(new Field(field, column(field), scalar, false, Served.NOT)); }

        Builder mayHave(String field, Scalar scalar) { return field(new Field(field, column(field), scalar, true, Served.NOT)); }

        /** Has it, and an index serves lists in its order. */
        Builder sortedBy(String field, Scalar scalar) { return field(new Field(field, column(field), scalar, false, Served.EITHER_WAY)); }

        /** May have it, and an index serves lists in its order in this direction. */
        Builder maySortBy(String field, Scalar scalar, Served served) { return field(new Field(field, column(field), scalar, true, served)); }

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

        /** Those of them that may be seen. */
        Builder many(String relation, String target, String column) { return leadsTo(new ToMany(relation, target, column, false)); }

        /** All of them: what belongs to a row is seen by whoever sees the row. */
        Builder all(String relation, String target, String column) { return leadsTo(new ToMany(relation, target, column, true)); }

        /** The order of a list when nobody says how. */
        Builder ordered(Step... order) {
            this.order.addAll(List.of(order));
            return this;
        }

        /** Its lists can be searched by text, which stands in these fields. */
        Builder searched(String... fields) {
            searched.addAll(List.of(fields));
            return this;
        }

        Noun seenBy(Visibility visibility) {
            if (order.isEmpty()) throw new IllegalStateException(name + " has no order of its own");
            return new Noun(name, table, Collections.unmodifiableMap(fields), Collections.unmodifiableMap(relations), List.copyOf(order), visibility, Set.copyOf(searched));
        }

        private Collection<String> names() {
            var names = new HashSet<>(fields.keySet());
            names.addAll(relations.keySet());
            return names;
        }

        private static String column(String field) {
            return parted(field).toLowerCase(Locale.ROOT);
        }
    }
}
