package zhicheng.server.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import zhicheng.server.account.Viewer;

/**
 * Turns what is wanted into one statement that answers with one JSON text in the shape of the answer. Visibility is part of every step:
 * what the viewer may not see is neither shown, nor filtered by, nor ordered by, nor counted. There is no compiler without a viewer.
 */
final class Compiler {
    /** PostgreSQL's functions take a hundred arguments. */
    private static final int MOST_MEMBERS = 50;

    /** Under this key a row's own list says whether the cursor that it was asked from was given for that row's list. */
    static final String OWN_CURSOR = "#ownCursor";

    private final Viewer viewer;
    private final Cursors cursors;
    private int aliases;

    Compiler(Viewer viewer, Cursors cursors) {
        this.viewer = Objects.requireNonNull(viewer, "a read needs a viewer; Viewer.PUBLIC is one");
        this.cursors = cursors;
    }

    /** The one of these ids, or no row. */
    Sql one(Noun noun, UUID id, Selection selection) {
        var t = alias(noun);
        return Sql.of("""
                select {}
                from {}
                where {}""",
                object(noun, t, selection), from(noun, t), Sql.and(Sql.of(t + ".id = {}", Sql.value(id)), noun.visibility().of(viewer, t)));
    }

    /** Which noun it is, and the object, or no row: an id is one noun's only. */
    Sql any(List<Noun> nouns, UUID id, Selection selection) {
        return Sql.join("\nunion all\n", nouns.stream().map(noun -> {
            var t = alias(noun);
            return Sql.of("select {}, {} from {} where {}", Sql.literal(noun.name()), object(noun, t, selection), from(noun, t),
                    Sql.and(Sql.of(t + ".id = {}", Sql.value(id)), noun.visibility().of(viewer, t)));
        }).toList());
    }

    /**
     * The one row whose fields are all as given, for whoever can name them: knowing them is the permission, as with a certificate's number and holder.
     * What it leads to is seen by the viewer's own right only.
     */
    Sql known(Noun noun, Map<String, String> by, Selection selection) {
        if (by.isEmpty()) throw new IllegalArgumentException("who knows nothing sees nothing");
        var t = alias(noun);
        return Sql.of("""
                select {}
                from {}
                where {}""",
                object(noun, t, selection), from(noun, t),
                Sql.and(new TreeMap<>(by).entrySet().stream().map(one -> Sql.of(t + "." + noun.field(one.getKey()).column() + " = {}", Sql.value(one.getValue()))).toList()));
    }

    /** @param list the field: its arguments, and below it what is wanted of the connection */
    Sql list(Noun noun, Selection.Field list) {
        return Sql.of("select {}", connection(noun, Optional.empty(), alias(noun), list));
    }

    /** The row whose list it is: its noun, its id, and the column of the list's rows that holds this id. */
    private record Parent(Noun noun, String id, String column) {}

    private Sql connection(Noun noun, Optional<Parent> parent, String t, Selection.Field list) {
        var filter = Filters.where(noun, list.arguments());
        var page = Page.of(noun, list.arguments());
        var book = cursors.of(viewer, parent.map(one -> one.noun.name()).orElse(Cursors.ROOT), list.name(), filter, page.order());
        var wanted = list.below().of(noun.name() + "Connection");
        var scope = parent.map(one -> Sql.of(t + "." + one.column + " = " + one.id)).orElse(Sql.ALL);
        var cursor = page.after().map(book::keys);
        var keys = keys(noun, t, page.order(), parent);
        var seen = Sql.and(scope, noun.visibility().of(viewer, t), condition(noun, t, filter));
        var from = cursor.map(behind -> after(noun, t, page.order(), behind)).orElse(Sql.ALL);

        var columns = new ArrayList<Sql>();
        var parts = new ArrayList<Sql>();
        for (var field : wanted.fields()) {
            parts.add(Sql.literal(field.key()));
            parts.add(switch (field.name()) {
                case "nodes" -> shown(page, column(columns, object(noun, t, field.below())));
                case "edges" -> shown(page, column(columns, edge(noun, t, keys, field.below().of(noun.name() + "Edge"))));
                case "pageInfo" -> pageInfo(page, field.below().of("PageInfo"));
                case "totalCount" -> total(noun, seen, t);
                default -> throw new IllegalArgumentException("a connection has no " + field.name());
            });
        }
        if (parent.isPresent() && cursor.isPresent()) {
            parts.add(Sql.literal(OWN_CURSOR));
            parts.add(Sql.of(parent.get().id + " = {}", Sql.value(cursor.get().getLast(), Scalar.ID)));
        }
        if (wanted.fields().stream().allMatch(field -> field.name().equals("totalCount"))) return Sql.of("(select {})", json(parts));
        var order = Sql.join(", ", page.order().stream().map(step -> step(noun, t, step)).toList());
        return Sql.of("""
                (
                  select {}
                  from (
                    select row_number() over (order by {}) as place, {} as keys{}
                    from {}
                    where {}
                    order by {}
                    limit {}
                  ) page
                  having true
                )""",
                json(parts), order, keys, Sql.join("", columns), from(noun, t), Sql.and(seen, from), order,
                Sql.value(page.first() + 1));
    }

    private static String column(List<Sql> columns, Sql sql) {
        var name = "c" + columns.size();
        columns.add(Sql.of(",\n  {} as " + name, sql));
        return name;
    }

    private static Sql shown(Page page, String column) {
        return Sql.of("coalesce(json_agg(page." + column + " order by page.place) filter (where page.place <= {}), '[]')", Sql.value(page.first()));
    }

    private Sql edge(Noun noun, String t, Sql keys, Selection selection) {
        var parts = new ArrayList<Sql>();
        for (var field : selection.fields()) {
            parts.add(Sql.literal(field.key()));
            parts.add(switch (field.name()) {
                case "cursor" -> keys;
                case "node" -> object(noun, t, field.below());
                default -> throw new IllegalArgumentException("an edge has no " + field.name());
            });
        }
        return json(parts);
    }

    private static Sql pageInfo(Page page, Selection selection) {
        var parts = new ArrayList<Sql>();
        for (var field : selection.fields()) {
            parts.add(Sql.literal(field.key()));
            parts.add(switch (field.name()) {
                case "hasNextPage" -> Sql.of("count(*) > {}", Sql.value(page.first()));
                case "hasPreviousPage" -> Sql.of(page.after().isPresent() ? "true" : "false");
                case "startCursor" -> Sql.of("json_agg(page.keys order by page.place) filter (where page.place <= {}) -> 0", Sql.value(page.first()));
                case "endCursor" -> Sql.of("json_agg(page.keys order by page.place desc) filter (where page.place <= {}) -> 0", Sql.value(page.first()));
                default -> throw new IllegalArgumentException("pageInfo has no " + field.name());
            });
        }
        return json(parts);
    }

    /** Counted by a statement of its own inside this one, and only when asked for: it sees every row that passes. */
    private static Sql total(Noun noun, Sql seen, String t) {
        return Sql.of("(select count(*) from {} where {})", from(noun, t), seen);
    }

    /** What goes into a row's cursor: where it stands in the order, and whose list it is in. */
    private static Sql keys(Noun noun, String t, List<Order> order, Optional<Parent> parent) {
        var columns = Stream.concat(order.stream().map(step -> noun.field(step.field()).column()), parent.stream().map(Parent::column));
        return Sql.of("json_build_array({})", Sql.join(", ", columns.map(column -> Sql.of(t + "." + column)).toList()));
    }

    private static Sql step(Noun noun, String t, Order step) {
        var field = noun.field(step.field());
        return Sql.of(expression(t, field) + (step.descending() ? " desc" : "") + (field.nullable() ? " nulls last" : ""));
    }

    /** Text is ordered by its characters' codes, the same on every machine. */
    private static String expression(String t, Noun.Field field) {
        return t + "." + field.column() + (field.scalar() == Scalar.TEXT ? " collate \"C\"" : "");
    }

    /** The rows behind the one with these keys: behind in the first step, or equal there and behind in the next, and so on. */
    private static Sql after(Noun noun, String t, List<Order> order, List<String> keys) {
        var uniform = order.stream().allMatch(step -> !noun.field(step.field()).nullable() && step.descending() == order.getFirst().descending());
        if (uniform) {
            var columns = order.stream().map(step -> Sql.of(expression(t, noun.field(step.field())))).toList();
            var values = new ArrayList<Sql>();
            for (var place = 0; place < order.size(); place++)
                values.add(Sql.value(keys.get(place), noun.field(order.get(place).field()).scalar()));
            return Sql.of("({}) " + (order.getFirst().descending() ? "<" : ">") + " ({})", Sql.join(", ", columns), Sql.join(", ", values));
        }
        var ways = new ArrayList<Sql>();
        var equal = new ArrayList<Sql>();
        for (var place = 0; place < order.size(); place++) {
            var field = noun.field(order.get(place).field());
            var column = expression(t, field);
            var key = keys.get(place);
            if (key == null) {
                equal.add(Sql.of(column + " is null")); // nothing is behind an absent value
                continue;
            }
            var value = Sql.value(key, field.scalar());
            var behind = Sql.of(column + (order.get(place).descending() ? " < {}" : " > {}"), value);
            if (field.nullable()) behind = Sql.of("({} or " + column + " is null)", behind);
            var way = new ArrayList<>(equal);
            way.add(behind);
            ways.add(Sql.and(way));
            equal.add(Sql.of(column + " = {}", value));
        }
        return Sql.or(ways);
    }

    private Sql object(Noun noun, String t, Selection selection) {
        var parts = new ArrayList<Sql>();
        for (var field : selection.of(noun.name()).fields()) {
            parts.add(Sql.literal(field.key()));
            parts.add(member(noun, t, field));
        }
        return json(parts);
    }

    private Sql member(Noun noun, String t, Selection.Field field) {
        var column = noun.fields().get(field.name());
        if (column != null) return column.scalar().shown(t + "." + column.column());
        return switch (noun.relations().get(field.name())) {
            case Noun.ToOne one -> toOne(one, t, field);
            case Noun.ToMany many -> {
                var target = Nouns.named(many.target());
                var u = alias(target);
                yield connection(target, Optional.of(new Parent(noun, t + ".id", many.column())), u, field);
            }
            case null -> throw new IllegalArgumentException(noun.name() + " has no " + field.name());
        };
    }

    private Sql toOne(Noun.ToOne relation, String t, Selection.Field field) {
        var target = Nouns.named(relation.target());
        var u = alias(target);
        return Sql.of("""
                (
                  select {}
                  from {}
                  where {}
                )""", object(target, u, field.below()), from(target, u), reached(relation, target, t, u));
    }

    private Sql reached(Noun.ToOne relation, Noun target, String t, String u) {
        return Sql.and(Sql.of(u + ".id = " + t + "." + relation.column()), relation.implied() ? Sql.ALL : target.visibility().of(viewer, u));
    }

    private Sql condition(Noun noun, String t, Filter filter) {
        return switch (filter) {
            case Filter.And(var all) -> Sql.and(all.stream().map(one -> condition(noun, t, one)).toList());
            case Filter.Or(var any) -> Sql.or(any.stream().map(one -> condition(noun, t, one)).toList());
            case Filter.Not(var one) -> Sql.of("({}) is not true", condition(noun, t, one)); // an absent value counts as different
            case Filter.Is(var field, var value) -> Sql.of(t + "." + field.column() + " = {}", Sql.value(value));
            case Filter.In(var field, var values) -> Sql.of(t + "." + field.column() + " = any ({})", Sql.value(new Many(field.scalar(), values)));
            case Filter.Leads(var relation, var one) -> {
                var target = Nouns.named(relation.target());
                var u = alias(target);
                yield Sql.of("exists (select 1 from {} where {})", from(target, u), Sql.and(reached(relation, target, t, u), condition(target, u, one)));
            }
        };
    }

    /** Values that are bound as one array. */
    record Many(Scalar scalar, List<Object> values) {}

    private static Sql json(List<Sql> parts) {
        if (parts.size() > 2 * MOST_MEMBERS) throw Mistake.at("selection", "more than " + MOST_MEMBERS + " fields of one object");
        var members = new ArrayList<Sql>();
        for (var place = 0; place < parts.size(); place += 2) members.add(Sql.of("{}, {}", parts.get(place), parts.get(place + 1)));
        return Sql.of("json_build_object({})", Sql.join(", ", members));
    }

    private static Sql from(Noun noun, String t) {
        return Sql.of(noun.table() + " " + t);
    }

    /** A short name with a number, so that no two are the same in a statement: d1, p2, … */
    private String alias(Noun noun) {
        return noun.table().charAt(0) + String.valueOf(++aliases);
    }
}
