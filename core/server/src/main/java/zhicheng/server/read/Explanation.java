package zhicheng.server.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhicheng.server.BadInput;

/**
 * Whether one row passes a filter, and each part of the filter with what stands in the row: of a row that may be seen, and as it may be seen. What is asked of
 * rows below it is held against these one by one, and so is each part of that; rows below those are not taken apart any further.
 */
final class Explanation {
    /** Rows below that are shown for each part. */
    private static final int ROWS = 5;
    private static final Sql NOTHING = Sql.of("null::text");
    private static final Function<Selection, Sql> NONE_BELOW = _ -> Sql.of("null::json");

    private final Compiler compiler;
    private final Noun noun;
    private final String t;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> counted = new HashSet<>();

    Explanation(Compiler compiler, Noun noun) {
        this.compiler = compiler;
        this.noun = noun;
        this.t = compiler.alias(noun);
    }

    /** What is told of a part. @param below of the rows below, what of it is wanted */
    private record Part(Sql path, Sql holds, Sql shown, Function<Selection, Sql> below) {}

    /**
     * Where a part is held against something: from what is asked of a row at the end of relations to one, what is asked of the row that they begin at, and likewise
     * of what stands there.
     *
     * @param rows among which the row is that they begin at; null: it is the one that is explained
     */
    private record Place(UnaryOperator<Sql> condition, UnaryOperator<Sql> value, Rows rows) {
        static final Place ITSELF = new Place(UnaryOperator.identity(), UnaryOperator.identity(), null);

        Place at(Sql from, Sql there) {
            return new Place(inner -> condition.apply(Sql.of("exists (select 1 from {} where {})", from, Sql.and(there, inner))),
                    inner -> value.apply(Sql.of("(select {} from {} where {})", inner, from, there)), rows);
        }
    }

    /**
     * All rows below that may be seen.
     *
     * @param above where the row stands that they are below
     * @param how many of them have to be as they are asked to be
     * @param order that of a list of them
     */
    private record Rows(Place above, Noun noun, String u, Sql below, Filter.Quantifier how, Sql order) {
        Sql from() { return Compiler.from(noun, u); }

        /** Whether enough of them are so. */
        Sql hold(Sql so) {
            return above.condition.apply(switch (how) {
                case SOME -> Sql.of("exists (select 1 from {} where {})", from(), Sql.and(below, so));
                case EVERY -> Sql.of("not exists (select 1 from {} where {})", from(), Sql.and(below, Sql.of("({}) is not true", so)));
                case NONE -> Sql.of("not exists (select 1 from {} where {})", from(), Sql.and(below, so));
            });
        }

        /** {@code 1/4}: one of four is so. */
        Sql ofHowMany(Sql so) {
            return above.value.apply(Sql.of("(select count(*) filter (where {}) || '/' || count(*) from {} where {})", so, from(), below));
        }

        Sql counted(Selection wanted, Sql so, Sql value) {
            var columns = new LinkedHashMap<String, Sql>();
            var members = new ArrayList<Sql>();
            for (var member : wanted.fields()) {
                members.add(Sql.literal(member.key()));
                members.add(switch (member.name()) {
                    case "count" -> column("b", columns, "count", Sql.of("count(*)"));
                    case "holding" -> column("b", columns, "holding", Sql.of("count(*) filter (where {})", so));
                    case "rows" -> first(member.below().of("ExplainedRow"), so, value);
                    case "__typename" -> Sql.literal("ExplainedBelow");
                    default -> throw new IllegalArgumentException("what is explained below has no " + member.name());
                });
            }
            var told = Compiler.json(members);
            return above.value.apply(columns.isEmpty() ? told : Sql.of("""
                    (
                      select {}
                      from (
                        select {}
                        from {}
                        where {}
                      ) b
                    )""", told, named(columns), from(), below));
        }

        private Sql first(Selection wanted, Sql so, Sql value) {
            var columns = new LinkedHashMap<>(Map.of("place", Sql.of("row_number() over (order by {})", order)));
            var members = new ArrayList<Sql>();
            for (var member : wanted.fields()) {
                members.add(Sql.literal(member.key()));
                members.add(switch (member.name()) {
                    case "id" -> column("r", columns, "id", Sql.of(u + ".id"));
                    case "holds" -> column("r", columns, "holds", Sql.of("coalesce({}, false)", so));
                    case "shown" -> column("r", columns, "shown", value);
                    case "__typename" -> Sql.literal("ExplainedRow");
                    default -> throw new IllegalArgumentException("an explained row has no " + member.name());
                });
            }
            return Sql.of("""
                    (
                      select coalesce(json_agg({} order by r.place), '[]')
                      from (
                        select {}
                        from {}
                        where {}
                        order by {}
                        limit %d
                      ) r
                    )""".formatted(ROWS), Compiler.json(members), named(columns), from(), below, order);
        }
    }

    /** What a member of the answer says: it stands in the statement once, as a column, however many members say it. */
    private static <T> Sql column(String table, Map<String, T> columns, String name, T value) {
        columns.putIfAbsent(name, value);
        return Sql.of(table + "." + name);
    }

    private static Sql named(Map<String, Sql> columns) {
        return Sql.join(",\n  ", columns.entrySet().stream().map(column -> Sql.of("{} as " + column.getKey(), column.getValue())).toList());
    }

    Sql of(Selection.Field field) {
        var several = new BadInput.Several();
        var filter = several.of(() -> compiler.where(noun, field.arguments(), ""));
        var id = several.of(() -> Compiler.id(field));
        several.check();
        var members = new ArrayList<Sql>();
        for (var member : field.below().of("Explanation").fields()) {
            members.add(Sql.literal(member.key()));
            members.add(switch (member.name()) {
                case "holds" -> Sql.of("coalesce({}, false)", condition(noun, t, filter));
                case "parts" -> {
                    parts.clear();
                    counted.clear();
                    if (!filter.path().equals("where")) part("where", condition(noun, t, filter), NOTHING, NONE_BELOW); // the whole first, also where it has one part
                    explain(noun, t, filter, Place.ITSELF);
                    yield told(member.below().of("ExplainedPart"));
                }
                case "__typename" -> Sql.literal("Explanation");
                default -> throw new IllegalArgumentException("an explanation has no " + member.name());
            });
        }
        return Sql.of("""
                select convert_to({}::text, 'UTF8')
                from {}
                where {}""",
                Compiler.lines(members), Compiler.from(noun, t), Sql.and(Sql.of(t + ".id = {}", Sql.value(id)), compiler.visible(noun, t)));
    }

    /** All parts, a row each. */
    private Sql told(Selection wanted) {
        var columns = new LinkedHashMap<String, Function<Part, Sql>>();
        var members = new ArrayList<Sql>();
        for (var member : wanted.fields()) {
            members.add(Sql.literal(member.key()));
            members.add(switch (member.name()) {
                case "path" -> column("p", columns, "path", Part::path);
                case "holds" -> column("p", columns, "holds", part -> Sql.of("coalesce({}, false)", part.holds));
                case "shown" -> column("p", columns, "shown", Part::shown);
                case "below" -> column("p", columns, "below" + columns.size(), part -> part.below.apply(member.below().of("ExplainedBelow")));
                case "__typename" -> Sql.literal("ExplainedPart");
                default -> throw new IllegalArgumentException("an explained part has no " + member.name());
            });
        }
        var rows = new ArrayList<Sql>();
        for (var part : parts) {
            var row = new ArrayList<>(List.of(Sql.of("(" + rows.size())));
            columns.values().forEach(column -> row.add(Sql.of("  {}", column.apply(part))));
            rows.add(Sql.of("{})", Sql.join(",\n", row)));
        }
        return Sql.of("""
                (
                  select json_agg({} order by p.place)
                  from (values
                    {}) p (%s)
                )""".formatted(Stream.concat(Stream.of("place"), columns.keySet().stream()).collect(Collectors.joining(", "))), Compiler.json(members), Sql.join(",\n", rows));
    }

    private void explain(Noun noun, String t, Filter filter, Place place) {
        var holds = condition(noun, t, filter);
        switch (filter) {
            case Filter.And(_, var all) -> {
                part(filter, place, holds, NOTHING);
                all.forEach(one -> explain(noun, t, one, place));
            }
            case Filter.Or(_, var any) -> {
                part(filter, place, holds, NOTHING);
                any.forEach(one -> explain(noun, t, one, place));
            }
            case Filter.Not(_, var one) -> {
                part(filter, place, holds, NOTHING);
                for (var inner : below(filter, one)) explain(noun, t, inner, place);
            }
            case Filter.Compare compare -> part(filter, place, holds, text(compare.field(), t));
            case Filter.Sought sought -> part(filter, place, holds, Sql.of(t + "." + sought.field().column()));
            case Filter.Leads(_, var relation, var one) -> {
                part(filter, place, holds, NOTHING);
                var target = Nouns.named(relation.target());
                var u = compiler.alias(target);
                var there = place.at(Compiler.from(target, u), compiler.reached(relation, target, t, u));
                for (var inside : below(filter, one)) explain(target, u, inside, there);
            }
            case Filter.Below(_, var relation, var how, var one) -> {
                var rows = rows(relation, t, place, how);
                var so = condition(rows.noun, rows.u, one);
                if (place.rows != null) {
                    part(filter, place, holds, new Rows(Place.ITSELF, rows.noun, rows.u, rows.below, how, rows.order).ofHowMany(so));
                    return;
                }
                part(filter.path(), place.condition.apply(holds), rows.ofHowMany(so), counted(rows, so, NOTHING));
                for (var inside : below(filter, one)) explain(rows.noun, rows.u, inside, among(rows));
            }
            case Filter.Measure measure -> {
                var comes = text(compiler.measured(t, measure, Texts.ASKED));
                if (place.rows != null) {
                    part(filter, place, holds, comes);
                    for (var one : measure.each()) part(one, place, condition(noun, t, one), comes);
                    return;
                }
                var rows = rows(measure.relation(), t, place, Filter.Quantifier.SOME);
                var so = condition(rows.noun, rows.u, measure.of());
                part(filter.path(), place.condition.apply(holds), place.value.apply(comes), counted(rows, so, measure.field() == null ? NOTHING : text(measure.field(), rows.u)));
                for (var one : measure.each()) part(one, place, condition(noun, t, one), comes);
                if (measure.of() != Filter.ALL && counted.add(measure.of().path())) explain(rows.noun, rows.u, measure.of(), among(rows)); // once, also where several are measured of them
            }
        }
    }

    /** Asked of one row, and of what it leads to. */
    private Sql condition(Noun noun, String t, Filter filter) {
        return compiler.condition(noun, t, filter, Texts.ASKED);
    }

    private Rows rows(Noun.ToMany relation, String t, Place above, Filter.Quantifier how) {
        var target = Nouns.named(relation.target());
        var u = compiler.alias(target);
        return new Rows(above, target, u, compiler.below(relation, target, t, u), how, compiler.order(target, u, Page.usual(target)));
    }

    private static Place among(Rows rows) {
        return new Place(UnaryOperator.identity(), UnaryOperator.identity(), rows);
    }

    private Sql text(Noun.Field field, String t) {
        return text(field.scalar().shown(compiler.value(t, field)));
    }

    /** As answers spell it: an instant as DateTime is, a list as JSON. */
    private static Sql text(Sql value) {
        return Sql.of("(to_json({}) #>> array[]::text[])", value);
    }

    /** What is under a part: where all of several have to hold, these have no place of their own in the request, and each of them has. */
    static List<Filter> below(Filter filter, Filter one) {
        return one instanceof Filter.And(var path, var all) && path.equals(filter.path()) ? all : List.of(one);
    }

    /**
     * @param so what is asked of the row at the place
     * @param value what stands there
     */
    private void part(Filter filter, Place place, Sql so, Sql value) {
        var condition = place.condition.apply(so);
        var shown = value == NOTHING ? NOTHING : place.value.apply(value);
        if (place.rows == null) {
            part(filter.path(), condition, shown, NONE_BELOW);
            return;
        }
        part(filter.path(), place.rows.hold(condition), place.rows.ofHowMany(condition), counted(place.rows, condition, shown));
    }

    private Function<Selection, Sql> counted(Rows rows, Sql so, Sql value) {
        return shown -> rows.counted(shown, so, value);
    }

    private void part(String path, Sql holds, Sql shown, Function<Selection, Sql> below) {
        parts.add(new Part(Sql.of("{}::text", Sql.value(path)), holds, shown, below));
    }
}
