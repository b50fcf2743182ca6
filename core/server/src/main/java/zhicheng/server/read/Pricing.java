package zhicheng.server.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What a read costs ({@link Cost}): from its selection and its arguments alone, so that it is known before a statement is made. Who asks makes no
 * difference.
 */
public final class Pricing {
    private final List<Cost.Part> parts = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final Deque<Object> times = new ArrayDeque<>();

    private Pricing() {}

    /**
     * @param field the root field: its arguments, coerced or {@link Given}, and below it what is wanted; its key begins the names of the shares
     * @throws zhicheng.server.BadInput where it cannot be asked so
     */
    public static Cost of(Root root, Selection.Field field) {
        var pricing = new Pricing();
        pricing.path.addLast(field.key());
        switch (root) {
            case Root.Rows(var noun) -> pricing.list(noun, field, true);
            case Root.ById(var noun) -> pricing.row(noun, field.below());
            case Root.Known(var noun, _) -> pricing.row(noun, field.below());
            case Root.Me() -> pricing.row(Nouns.ACCOUNT, field.below());
            case Root.AnyNoun() -> Nouns.all().forEach(noun -> pricing.row(noun, field.below()));
            case Root.Groups(var noun) -> {
                pricing.weigh(Cost.GROUPS);
                pricing.condition(noun, Filters.where(noun, field.arguments()));
            }
            case Root.Explain(var noun) -> pricing.explanation(noun, field);
            case Root.Statistics() -> pricing.weigh(Cost.GROUPS);
        }
        return new Cost(pricing.parts);
    }

    private void weigh(int weight) {
        parts.add(new Cost.Part(String.join(".", path), List.copyOf(times), weight));
    }

    private void row(Noun noun, Selection selection) {
        weigh(Cost.ROW);
        for (var field : selection.of(noun.name()).fields()) {
            path.addLast(field.key());
            switch (noun.relations().get(field.name())) {
                case Noun.ToOne one -> row(Nouns.named(one.target()), field.below());
                case Noun.ToMany many -> list(Nouns.named(many.target()), field, false);
                case null -> { } // a value of the row
            }
            path.removeLast();
        }
    }

    private void list(Noun noun, Selection.Field list, boolean isRoot) {
        var searches = list.arguments().containsKey("search");
        var filter = Filters.where(noun, list.arguments());
        var page = Page.of(noun, list.arguments(), searches);
        weigh(Cost.LIST);
        if (page.rows(0) instanceof Given rows) parts.add(new Cost.Part(String.join(".", path), List.of(rows), 0)); // refused by what it is, also where no row is shown
        if (searches) weigh(Cost.TEXT);
        if (isRoot && !searches && !page.order().getFirst().isServed()) weigh(Cost.ALL_ROWS);
        condition(noun, filter);
        for (var field : list.below().of(noun.name() + "Connection").fields()) {
            path.addLast(field.key());
            switch (field.name()) {
                case "nodes" -> shown(page, noun, field.below());
                case "edges" -> {
                    for (var part : field.below().of(noun.name() + "Edge").fields()) {
                        path.addLast(part.key());
                        if (part.name().equals("node")) shown(page, noun, part.below());
                        path.removeLast();
                    }
                }
                case "totalCount" -> weigh(isRoot ? Cost.ALL_ROWS : Cost.BELOW); // once for the list, not for each of its rows
                default -> { }
            }
            path.removeLast();
        }
    }

    private void shown(Page page, Noun noun, Selection selection) {
        times.addLast(page.rows(0));
        row(noun, selection);
        times.removeLast();
    }

    private void condition(Noun noun, Filter filter) {
        switch (filter) {
            case Filter.And(_, var all) -> all.forEach(one -> condition(noun, one));
            case Filter.Or(_, var any) -> any.forEach(one -> condition(noun, one));
            case Filter.Not(_, var one) -> condition(noun, one);
            case Filter.Compare compare -> {
                if (compare.operator().looksInside()) weigh(Cost.TEXT);
            }
            case Filter.Sought _ -> { }
            case Filter.Leads(_, var relation, var one) -> condition(Nouns.named(relation.target()), one);
            case Filter.Below(_, var relation, _, var one) -> {
                weigh(Cost.BELOW);
                condition(Nouns.named(relation.target()), one);
            }
            case Filter.Measure measure -> {
                weigh(Cost.BELOW);
                condition(Nouns.named(measure.relation().target()), measure.of());
            }
        }
    }

    /** The whole is asked once, and each part with all that stands in it once more. */
    private void explanation(Noun noun, Selection.Field field) {
        weigh(Cost.GROUPS);
        var filter = Filters.where(noun, field.arguments());
        for (var member : field.below().of("Explanation").fields())
            switch (member.name()) {
                case "holds" -> condition(noun, filter);
                case "parts" -> {
                    condition(noun, filter);
                    explained(noun, filter);
                }
                default -> { }
            }
    }

    private void explained(Noun noun, Filter filter) {
        condition(noun, filter);
        switch (filter) {
            case Filter.And(_, var all) -> all.forEach(one -> explained(noun, one));
            case Filter.Or(_, var any) -> any.forEach(one -> explained(noun, one));
            case Filter.Not(_, var one) -> explained(noun, one);
            case Filter.Leads(_, var relation, var one) -> explained(Nouns.named(relation.target()), one);
            case Filter.Below(_, var relation, _, var one) -> condition(Nouns.named(relation.target()), one);
            case Filter.Measure measure -> condition(Nouns.named(measure.relation().target()), measure.of());
            case Filter.Compare _, Filter.Sought _ -> { }
        }
    }
}
