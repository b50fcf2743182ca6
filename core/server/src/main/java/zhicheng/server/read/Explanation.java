package zhicheng.server.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Whether one row passes a filter, and each part of the filter with what stands in the row: of a row that may be seen, and as it may be seen. */
final class Explanation {
    private static final Sql NOTHING = Sql.of("null::text");

    private final Compiler compiler;
    private final Noun noun;
    private final String t;
    private final List<Sql> parts = new ArrayList<>();
    private Selection wanted = Selection.NOTHING;

    Explanation(Compiler compiler, Noun noun) {
        this.compiler = compiler;
        this.noun = noun;
        this.t = compiler.alias(noun);
    }

    Sql of(Selection.Field field) {
        var filter = Filters.where(noun, field.arguments());
        var members = new ArrayList<Sql>();
        for (var member : field.below().of("Explanation").fields()) {
            members.add(Sql.literal(member.key()));
            members.add(switch (member.name()) {
                case "holds" -> Sql.of("coalesce({}, false)", compiler.condition(noun, t, filter));
                case "parts" -> {
                    parts.clear();
                    wanted = member.below().of("ExplainedPart");
                    if (!filter.path().equals("where")) part("where", compiler.condition(noun, t, filter), NOTHING); // the whole first, also where it has one part
                    explain(noun, t, filter, UnaryOperator.identity(), UnaryOperator.identity());
                    yield Sql.of("(select json_agg(p.part order by p.place) from (values {}) p (place, part))", Sql.join(", ", parts));
                }
                case "__typename" -> Sql.literal("Explanation");
                default -> throw new IllegalArgumentException("an explanation has no " + member.name());
            });
        }
        return Sql.of("""
                select convert_to({}::text, 'UTF8')
                from {}
                where {}""",
                Compiler.json(members), Compiler.from(noun, t), Sql.and(Sql.of(t + ".id = {}", Sql.value(Compiler.id(field))), compiler.visible(noun, t)));
    }

    /**
     * @param condition from what is asked of a row at the end of a relation, what is asked of the row that is explained
     * @param value likewise of what stands there
     */
    private void explain(Noun noun, String t, Filter filter, UnaryOperator<Sql> condition, UnaryOperator<Sql> value) {
        var holds = condition.apply(compiler.condition(noun, t, filter));
        switch (filter) {
            case Filter.And(_, var all) -> {
                part(filter, holds, NOTHING);
                all.forEach(one -> explain(noun, t, one, condition, value));
            }
            case Filter.Or(_, var any) -> {
                part(filter, holds, NOTHING);
                any.forEach(one -> explain(noun, t, one, condition, value));
            }
            case Filter.Not(_, var one) -> {
                part(filter, holds, NOTHING);
                for (var inner : below(filter, one)) explain(noun, t, inner, condition, value);
            }
            case Filter.Compare compare -> part(filter, holds, value.apply(text(compare.field().scalar().shown(Sql.of(t + "." + compare.field().column())))));
            case Filter.Sought sought -> part(filter, holds, value.apply(Sql.of(t + "." + sought.field().column())));
            case Filter.Leads(_, var relation, var one) -> {
                part(filter, holds, NOTHING);
                var target = Nouns.named(relation.target());
                var u = compiler.alias(target);
                var from = Compiler.from(target, u);
                var there = compiler.reached(relation, target, t, u);
                for (var inside : below(filter, one)) explain(target, u, inside, inner -> condition.apply(Sql.of("exists (select 1 from {} where {})", from, Sql.and(there, inner))),
                        inner -> value.apply(Sql.of("(select {} from {} where {})", inner, from, there)));
            }
            case Filter.Below(_, var relation, _, var one) -> {
                var target = Nouns.named(relation.target());
                var u = compiler.alias(target);
                part(filter, holds, value.apply(Sql.of("(select count(*) filter (where {}) || '/' || count(*) from {} where {})",
                        compiler.condition(target, u, one), Compiler.from(target, u), compiler.below(relation, target, t, u))));
            }
            case Filter.Measure measure -> part(filter, holds, value.apply(text(compiler.measured(t, measure))));
        }
    }

    /** As answers spell it: an instant as DateTime is, a list as JSON. */
    private static Sql text(Sql value) {
        return Sql.of("(to_json({}) #>> array[]::text[])", value);
    }

    /** What is under a part: where all of several have to hold, these have no place of their own in the request, and each of them has. */
    private static List<Filter> below(Filter filter, Filter one) {
        return one instanceof Filter.And(var path, var all) && path.equals(filter.path()) ? all : List.of(one);
    }

    private void part(Filter filter, Sql holds, Sql shown) {
        part(filter.path(), holds, shown);
    }

    private void part(String path, Sql holds, Sql shown) {
        var members = new ArrayList<Sql>();
        for (var member : wanted.fields()) {
            members.add(Sql.literal(member.key()));
            members.add(switch (member.name()) {
                case "path" -> Sql.of("{}::text", Sql.value(path));
                case "holds" -> Sql.of("coalesce({}, false)", holds);
                case "shown" -> shown;
                case "__typename" -> Sql.literal("ExplainedPart");
                default -> throw new IllegalArgumentException("an explained part has no " + member.name());
            });
        }
        parts.add(Sql.of("(" + parts.size() + ", {})", Compiler.json(members)));
    }
}
