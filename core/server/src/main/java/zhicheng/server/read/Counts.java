package zhicheng.server.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Counts of the same rows in several ways, side by side, as a page with facets asks for them: how many in all, how many of each stage, of each series. One
 * statement goes over the rows once, and what is asked is added up from the finest groups.
 */
final class Counts {
    /** By more than these together the finest groups would be nearly as many as the rows. */
    private static final int FINEST = 4;

    private Counts() {}

    /** Whether it is nothing but counts of one noun's rows that pass the same filter, by what the rows themselves have. */
    private static boolean canBeOne(List<Root> roots, List<Selection.Field> fields) {
        for (var place = 0; place < roots.size(); place++)
            if (!isCount(roots.get(place), fields.get(place)) || noun(roots.get(place)) != noun(roots.getFirst())
                    || !Objects.equals(fields.get(place).arguments().get("where"), fields.getFirst().arguments().get("where"))) return false;
        return finest(noun(roots.getFirst()), fields).size() <= FINEST;
    }

    private static Noun noun(Root root) {
        return switch (root) {
            case Root.Rows(var noun) -> noun;
            case Root.Groups(var noun) -> noun;
            default -> throw new IllegalArgumentException(root + " counts nothing");
        };
    }

    private static boolean isCount(Root root, Selection.Field field) {
        var arguments = field.arguments();
        return switch (root) {
            case Root.Rows(var noun) -> Stream.of("search", "after", "before").noneMatch(arguments::containsKey) && Stream.of("first", "last").noneMatch(rows -> arguments.get(rows) instanceof Given)
                    && !Page.isShown(field.below().of(noun.name() + "Connection"));
            case Root.Groups(var noun) -> !arguments.containsKey("having") && finest(noun, List.of(field)).stream().allMatch(dimension -> dimension.relation() == null)
                    && field.below().of(noun.name() + "Groups").fields().stream().allMatch(one -> isOnly(one.below().of(noun.name() + "Group"), "by", "count"));
            default -> false;
        };
    }

    private static boolean isOnly(Selection selection, String... names) {
        return selection.fields().stream().allMatch(field -> field.name().equals("__typename") || Set.of(names).contains(field.name()));
    }

    /** What the rows are told apart by for all of these. */
    private static List<Noun.Dimension> finest(Noun noun, List<Selection.Field> fields) {
        return fields.stream().filter(field -> field.arguments().containsKey("by")).flatMap(field -> ((List<?>) field.arguments().get("by")).stream())
                .flatMap(one -> Groups.named(noun, one.toString()).stream()).distinct().toList();
    }

    /** One object with all of these as its members; empty where they cannot be one statement. */
    static Optional<Sql> of(Compiler compiler, List<Root> roots, List<Selection.Field> fields) {
        if (!canBeOne(roots, fields)) return Optional.empty();
        var noun = noun(roots.getFirst());
        var t = compiler.alias(noun);
        var finest = finest(noun, fields);
        var rows = new Groups(compiler, noun, t);
        var columns = new ArrayList<Sql>();
        for (var place = 0; place < finest.size(); place++) columns.add(Sql.of(",\n    {} as f" + place, rows.key(finest.get(place))));
        var filter = compiler.where(noun, fields.getFirst().arguments(), "");
        var all = compiler.all(noun, t, filter);
        var seen = Sql.and(all.seen(), compiler.condition(noun, t, filter));
        var keys = Stream.iterate(0, place -> place + 1).limit(finest.size()).map(place -> "f" + place).toList();
        var total = Sql.of("coalesce(sum(f.n), 0)");
        var parts = new ArrayList<Sql>();
        for (var place = 0; place < roots.size(); place++) {
            var field = fields.get(place);
            parts.add(Sql.literal(field.key()));
            parts.add(switch (roots.get(place)) {
                case Root.Groups _ -> new Groups(compiler, noun, "f").of(field, total, dimension -> Sql.of("f.f" + finest.indexOf(dimension)), () -> Sql.of("finest f"));
                default -> counted(noun, field, total);
            });
        }
        return Optional.of(Sql.of("""
                with finest as materialized (
                  select count(*) as n{}
                  from {}
                  where {}{}
                )
                select convert_to({}::text, 'UTF8')""", Sql.join("", columns), all.from(), seen,
                Sql.of(keys.isEmpty() ? "" : "\n  group by " + String.join(", ", keys)), Compiler.json(parts)));
    }

    private static Sql counted(Noun noun, Selection.Field field, Sql total) {
        var parts = new ArrayList<Sql>();
        for (var wanted : field.below().of(noun.name() + "Connection").fields()) {
            parts.add(Sql.literal(wanted.key()));
            parts.add(wanted.name().equals("totalCount") ? Sql.of("(select {} from finest f)", total) : Sql.literal(noun.name() + "Connection"));
        }
        return Compiler.json(parts);
    }
}
