package zhicheng.server.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import zhicheng.server.BadInput;

/** Rows that pass and may be seen, gathered by what they have in common: counted, added up, on average. */
final class Groups {
    private static final int USUAL = 100;
    private static final int MOST = 1000;
    /** What groups are told apart by. */
    private static final int MOST_DIMENSIONS = 8;

    private final Compiler compiler;
    private final Noun noun;
    private final String t;
    private final List<Noun.Dimension> by = new ArrayList<>();
    private final List<Sql> columns = new ArrayList<>();

    Groups(Compiler compiler, Noun noun) {
        this(compiler, noun, compiler.alias(noun));
    }

    /** @param t the rows' short name */
    Groups(Compiler compiler, Noun noun, String t) {
        this.compiler = compiler;
        this.noun = noun;
        this.t = t;
    }

    Sql of(Selection.Field field) {
        return Sql.of("select convert_to({}::text, 'UTF8')", of(field, Sql.of("count(*)"), this::key, () -> {
            var filter = compiler.where(noun, field.arguments(), "");
            var all = compiler.all(noun, t, filter);
            return Sql.of("{}\nwhere {}", all.from(), Sql.and(all.seen(), compiler.condition(noun, t, filter)));
        }));
    }

    /**
     * @param count how many rows a group has
     * @param value what a row has of a dimension
     * @param from where the rows are from, and which
     */
    Sql of(Selection.Field field, Sql count, Function<Noun.Dimension, Sql> value, Supplier<Sql> from) {
        var arguments = field.arguments();
        var several = new BadInput.Several();
        if (several.of(() -> by.addAll(by(noun, arguments))) != null)
            asked(field.below()).filter(dimension -> !by.contains(dimension)).forEach(dimension -> several.add(Mistake.at("by", dimension.constant() + " is asked of the groups, but they are not made by it")));
        for (var place = 0; place < by.size(); place++) columns.add(Sql.of("{} as k" + place, value.apply(by.get(place))));
        var shown = several.of(() -> most(arguments, 0));
        var asked = several.of(() -> most(arguments, 1));
        var rows = several.of(from);
        var having = several.of(() -> arguments.containsKey("having") ? having(Filters.object(arguments.get("having"), "having")) : Sql.ALL);
        var largestFirst = several.of(() -> arguments.containsKey("orderBy") && arguments.get("orderBy").toString().equals("COUNT"));
        several.check();
        var order = Stream.concat(largestFirst ? Stream.of("g.n desc") : Stream.empty(), keys().map(key -> "g." + key + " nulls last"))
                .collect(Collectors.joining(", "));

        var parts = new ArrayList<Sql>();
        for (var wanted : field.below().of(noun.name() + "Groups").fields()) {
            parts.add(Sql.literal(wanted.key()));
            parts.add(switch (wanted.name()) {
                case "groups" -> Sql.of("coalesce(json_agg({} order by g.place) filter (where g.place <= {}), '[]')",
                        group(wanted.below().of(noun.name() + "Group")), Sql.value(shown));
                case "hasMore" -> Sql.of("count(*) > {}", Sql.value(shown));
                case "__typename" -> Sql.literal(noun.name() + "Groups");
                default -> throw new IllegalArgumentException("groups have no " + wanted.name());
            });
        }
        return Sql.of("""
                (
                  select {}
                  from (
                    select row_number() over (order by {}) as place, g.*
                    from (
                      select {} as n{}
                      from {}{}
                      having {}
                    ) g
                    order by place
                    limit {}
                  ) g
                  having true
                )""",
                Compiler.json(parts), Sql.of(order.isEmpty() ? "g.n" : order), count, Sql.join("", columns.stream().map(column -> Sql.of(",\n  {}", column)).toList()),
                rows, Sql.of(by.isEmpty() ? "" : "\ngroup by " + keys().collect(Collectors.joining(", "))), having, Sql.value(asked));
    }

    /** How many groups are shown, and {@code more} on top of it. */
    private static Object most(Map<String, Object> arguments, int more) {
        var most = arguments.containsKey("first") ? arguments.get("first") : USUAL;
        return most instanceof Given given ? (Given) request -> within(given.in(request)) + more : (Object) (within(most) + more);
    }

    /** What the rows are grouped by. */
    static List<Noun.Dimension> by(Noun noun, Map<String, Object> arguments) {
        var wanted = (List<?>) arguments.get("by");
        if (wanted.size() > MOST_DIMENSIONS) throw Mistake.at("by", "rows are grouped by %d dimensions at most, not by %d".formatted(MOST_DIMENSIONS, wanted.size()));
        var by = new ArrayList<Noun.Dimension>();
        var several = new BadInput.Several();
        for (var one : wanted) {
            var path = "by[" + by.size() + "]";
            by.add(several.of(() -> {
                var constant = one.toString();
                var found = named(noun, constant).orElseThrow(() -> Mistake.at(path, noun.name() + " cannot be grouped by " + constant));
                if (by.contains(found)) throw Mistake.at(path, "the rows are grouped by it already");
                return found;
            }));
        }
        several.check();
        return by;
    }

    static Optional<Noun.Dimension> named(Noun noun, String constant) {
        return noun.dimensions().values().stream().filter(dimension -> dimension.constant().equals(constant)).findFirst();
    }

    private Stream<String> keys() {
        return IntStream.range(0, by.size()).mapToObj(place -> "k" + place);
    }

    private static long within(Object first) {
        var groups = (int) first;
        if (groups < 0 || groups > MOST) throw Mistake.at("first", groups + " is not from 0 to " + MOST);
        return groups;
    }

    /** What a row has of a dimension. */
    Sql key(Noun.Dimension dimension) {
        var value = compiler.reach(t, dimension.relation(), dimension.field());
        return switch (dimension.part()) {
            case WHOLE -> dimension.field().scalar() == Scalar.TEXT ? Sql.of("{} collate \"C\"", value) : value;
            case DAY -> Sql.of("({} at time zone 'Etc/GMT-8')::date", value);
            case MONTH -> Sql.of("to_char({} at time zone 'Etc/GMT-8', 'YYYY-MM') collate \"C\"", value);
        };
    }

    private Sql group(Selection selection) {
        var parts = new ArrayList<Sql>();
        for (var wanted : selection.fields()) {
            parts.add(Sql.literal(wanted.key()));
            parts.add(switch (wanted.name()) {
                case "count" -> Sql.of("g.n");
                case "by" -> key(wanted.below().of(noun.name() + "GroupKey"));
                case "sum", "average", "min", "max" -> amounts(Aggregate.valueOf(Noun.constant(wanted.name())), wanted.below().of(noun.name() + "Amounts"));
                case "__typename" -> Sql.literal(noun.name() + "Group");
                default -> throw new IllegalArgumentException("a group has no " + wanted.name());
            });
        }
        return Compiler.json(parts);
    }

    /** By what rows have in common, as far as it is shown. */
    private Stream<Noun.Dimension> asked(Selection wanted) {
        return below(wanted, "Groups", "groups").flatMap(groups -> below(groups, "Group", "by")).flatMap(key -> key.of(noun.name() + "GroupKey").fields().stream())
                .map(one -> noun.dimensions().get(one.name())).filter(Objects::nonNull);
    }

    private Stream<Selection> below(Selection wanted, String type, String field) {
        return wanted.of(noun.name() + type).fields().stream().filter(one -> one.name().equals(field)).map(Selection.Field::below);
    }

    private Sql key(Selection selection) {
        var parts = new ArrayList<Sql>();
        for (var wanted : selection.fields()) {
            parts.add(Sql.literal(wanted.key()));
            if (wanted.name().equals("__typename")) {
                parts.add(Sql.literal(noun.name() + "GroupKey"));
                continue;
            }
            parts.add(Sql.of("g.k" + by.indexOf(noun.dimensions().get(wanted.name()))));
        }
        return Compiler.json(parts);
    }

    private Sql amounts(Aggregate aggregate, Selection selection) {
        var parts = new ArrayList<Sql>();
        for (var wanted : selection.fields()) {
            parts.add(Sql.literal(wanted.key()));
            if (wanted.name().equals("__typename")) {
                parts.add(Sql.literal(noun.name() + "Amounts"));
                continue;
            }
            var name = "m" + columns.size();
            columns.add(Sql.of("({})::float8 as " + name, aggregate.of(compiler.value(t, noun.field(wanted.name())))));
            parts.add(Sql.of("g." + name));
        }
        return Compiler.json(parts);
    }

    private Sql having(Map<String, Object> having) {
        var all = new ArrayList<Sql>();
        var several = new BadInput.Several();
        having.forEach((key, value) -> several.of(() -> {
            var path = "having." + key;
            var comparisons = Filters.object(value, path);
            if (key.equals("count")) Filters.comparisons(Filters.COUNT, comparisons, path).forEach(one -> all.add(compiler.compare(Sql.of("count(*)"), one)));
            else
                comparisons.forEach((name, operations) -> several.of(() -> {
                    var field = noun.field(name);
                    var at = path + "." + name;
                    var aggregate = Aggregate.valueOf(Noun.constant(key));
                    return Filters.comparisons(aggregate.measured(field), Filters.object(operations, at), at).stream()
                            .map(one -> all.add(compiler.compare(aggregate.of(compiler.value(t, field)), one))).toList();
                }));
            return null;
        }));
        several.check();
        return Sql.and(all);
    }
}
