package zhicheng.server.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import zhicheng.server.BadInput;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;

/**
 * What a read costs ({@link Cost}): from its selection and its arguments alone, so that it is known before a statement is made. Who asks makes no
 * difference but for how often a statement has its steps over relations, which follows from his roles and from nothing that he may see.
 */
public final class Pricing {
    /**
     * Who sees rows in the most places: of dossiers, and of certificates, which have places for those only who see them neither as their holder's employer nor in a whole region. What leads
     * too far for neither of them does so for nobody.
     */
    public static final List<Viewer> IN_MOST_PLACES = Stream.of(Set.<Role>of(), Visible.MANY_CERTIFICATES).map(Pricing::inAllRolesBut).toList();
    /** A condition on rows below, asked of each row below. */
    private static final long AMONG_ROWS_BELOW = (long) Cost.BELOW * Cost.BELOW;

    private final List<Cost.Part> parts = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final Deque<Object> times = new ArrayDeque<>();
    private int relations;
    private int repeated;
    private final Set<Cost.Again> again = EnumSet.noneOf(Cost.Again.class);
    private int text = Cost.TEXT;
    private final Given.Policy policy;
    /** How many steps of the path an error's own path names. */
    private final int named;

    private static Viewer inAllRolesBut(Set<Role> some) {
        var roles = EnumSet.allOf(Role.class);
        roles.removeAll(some);
        var anybody = new UUID(0, 0); // that there is one is part of a policy, and never which
        return new Viewer(anybody, roles, anybody, anybody);
    }

    private Pricing(String key, int named, Given.Policy policy) {
        this.path.addLast(key);
        this.named = named;
        this.policy = policy;
    }

    /**
     * What a payload shows of a row.
     *
     * @param place of the row, from the root field on: mistakes are said with all of it, for the whole request is refused
     * @throws zhicheng.server.BadInput where it cannot be asked so, with all that is wrong
     */
    public static Cost of(Noun noun, String place, Selection wanted, Given.Policy policy) {
        var pricing = new Pricing(place, 0, policy);
        pricing.row(noun, wanted);
        return pricing.cost();
    }

    /**
     * @param field the root field: its arguments, coerced or {@link Given}, and below it what is wanted; its key begins the names of the shares
     * @param policy of who asks
     * @throws zhicheng.server.BadInput where it cannot be asked so
     */
    public static Cost of(Root root, Selection.Field field, Given.Policy policy) {
        var pricing = new Pricing(field.key(), 1, policy);
        switch (root) {
            case Root.Rows(var noun) -> pricing.list(noun, field, true);
            case Root.ById(var noun) -> pricing.row(noun, field.below());
            case Root.Known(var noun, _) -> pricing.row(noun, field.below());
            case Root.Me() -> pricing.row(Nouns.ACCOUNT, field.below());
            case Root.AnyNoun() -> Nouns.all().forEach(noun -> pricing.row(noun, field.below()));
            case Root.Groups(var noun) -> {
                pricing.weigh(Cost.GROUPS);
                var further = (int) Groups.by(noun, field.arguments()).stream().filter(dimension -> dimension.relation() != null).count();
                pricing.further(further, further * Cost.ALL_ROWS);
                pricing.condition(noun, Filters.where(noun, field.arguments(), ""), Cost.BELOW);
            }
            case Root.Explain(var noun) -> pricing.explanation(noun, field);
            case Root.Statistics() -> pricing.weigh(Cost.GROUPS);
        }
        return pricing.cost();
    }

    private Cost cost() {
        return new Cost(parts, relations, repeated, again);
    }

    /** Where it is, from where an error's own path ends. */
    private List<String> place() {
        return path.stream().skip(named).toList();
    }

    /** What stands one step further; what is wrong with it is said with what is wrong beside it. */
    private void at(String key, BadInput.Several several, Runnable weighed) {
        path.addLast(key);
        several.of(() -> {
            weighed.run();
            return null;
        });
        path.removeLast();
    }

    private void weigh(long weight) {
        weigh(weight, Cost.Kind.OTHER);
    }

    private void weigh(long weight, Cost.Kind kind) {
        parts.add(new Cost.Part(String.join(".", path), List.copyOf(times), weight, kind));
    }

    /** A condition on rows below. */
    private void weighBelow(long weight) {
        weigh(weight, Cost.Kind.BELOW);
    }

    private void row(Noun noun, Selection selection) {
        weigh(Cost.ROW);
        var several = new BadInput.Several();
        for (var field : Compiler.members(noun, selection, place()))
            at(field.key(), several, () -> {
                switch (noun.relations().get(field.name())) {
                    case Noun.ToOne one -> row(Nouns.named(one.target()), field.below());
                    case Noun.ToMany many -> list(Nouns.named(many.target()), field, false);
                    case null -> { } // a value of the row
                }
            });
        several.check();
    }

    private void list(Noun noun, Selection.Field list, boolean isRoot) {
        var searches = list.arguments().containsKey("search");
        var place = Mistake.place(place());
        var several = new BadInput.Several();
        var filter = several.of(() -> Filters.where(noun, list.arguments(), place));
        var page = several.of(() -> Page.of(noun, list.arguments(), searches, place));
        several.check();
        weigh(Cost.LIST);
        if (page.rows(0) instanceof Given shown) parts.add(new Cost.Part(String.join(".", path), List.of(shown), 0)); // refused by what it is, also where no row is shown
        if (searches) weigh(Cost.TEXT);
        var selection = list.below().of(noun.name() + "Connection");
        var wanted = selection.fields();
        var isShown = Page.isShown(selection);
        var way = Pages.Way.of(noun, filter, page, searches, !isRoot, policy);
        var totals = (int) wanted.stream().filter(field -> field.name().equals("totalCount")).count();
        var passes = EnumSet.noneOf(Cost.Again.class);
        if (isShown) passes.addAll(way.again());
        if (totals > 0) passes.add(Cost.Again.TOTAL);
        if (isShown) planned(way.asked(), way.again(), () -> rows(noun, page, filter, isRoot));
        planned(Math.max(1, (isShown ? way.asked() : 0) + totals), passes, () -> condition(noun, filter, Cost.BELOW));
        planned(isShown ? way.shown() : 1, way.again(), () -> shown(noun, selection, page, isRoot));
    }

    /** What stands in a statement so many times is planned as often. @param why it is more than once */
    private void planned(int times, Set<Cost.Again> why, Runnable counted) {
        var before = relations;
        counted.run();
        var more = (relations - before) * (times - 1);
        if (more > 0) again.addAll(why);
        repeated += more;
        relations += more;
    }

    private void shown(Noun noun, Selection selection, Page page, boolean isRoot) {
        var rows = page.computed(selection);
        var several = new BadInput.Several();
        for (var field : selection.fields())
            at(field.key(), several, () -> {
                switch (field.name()) {
                    case "nodes" -> each(rows, () -> row(noun, field.below()));
                    case "edges" -> {
                        for (var part : field.below().of(noun.name() + "Edge").fields())
                            at(part.key(), several, () -> {
                                switch (part.name()) {
                                    case "node" -> each(rows, () -> row(noun, part.below()));
                                    case "cursor" -> each(rows, () -> cursor(page));
                                    default -> { }
                                }
                            });
                    }
                    case "pageInfo" -> {
                        for (var part : field.below().of("PageInfo").fields())
                            at(part.key(), several, () -> {
                                if (part.name().equals("startCursor") || part.name().equals("endCursor")) cursor(page);
                            });
                    }
                    case "totalCount" -> weigh(isRoot ? Cost.ALL_ROWS : Cost.BELOW, Cost.Kind.TOTAL); // once for the list, not for each of its rows
                    default -> { }
                }
            });
        several.check();
    }

    /** What it takes to find the rows of a page; where none is shown, none is looked for. How few pass a filter is not known: until the page is full all are looked at, once. */
    private void rows(Noun noun, Page page, Filter filter, boolean isRoot) {
        var first = page.order().getFirst();
        var isFoundInOrder = first.key() == Page.RANK || first.isServed();
        if (isRoot && !(isFoundInOrder && (isAll(filter) || isFound(noun, filter)))) weigh(Cost.ALL_ROWS);
        var bounds = (int) Stream.of(page.after(), page.before()).filter(Objects::nonNull).count();
        further(page.planned(), (long) page.further() * (1 + bounds) * (isRoot ? Cost.ALL_ROWS : Cost.BELOW)); // ordered by them, and held against a cursor's
    }

    private static boolean isAll(Filter filter) {
        return filter instanceof Filter.And(_, var all) && all.stream().allMatch(Pricing::isAll);
    }

    /** Whether the rows that pass are come by without a look at others: by their id, by a protected value, by a text that is searched, by any of several such texts; but not by either the one or the other. */
    private static boolean isFound(Noun noun, Filter filter) {
        return switch (filter) {
            case Filter.And(_, var all) -> all.stream().anyMatch(one -> isFound(noun, one));
            case Filter.Or(_, var any) -> Texts.areSearched(noun, any) || any.stream().allMatch(Pricing::isNamed);
            case Filter.Compare compare -> isNamed(compare) || Texts.isSearched(noun, compare);
            case Filter.Sought _ -> true;
            case Filter.Not _, Filter.Leads _, Filter.Below _, Filter.Measure _ -> false;
        };
    }

    /** By its id, or by a protected value. */
    private static boolean isNamed(Filter filter) {
        return switch (filter) {
            case Filter.And(_, var all) -> all.stream().anyMatch(Pricing::isNamed);
            case Filter.Or(_, var any) -> any.stream().allMatch(Pricing::isNamed);
            case Filter.Compare(_, var field, var operator, _) -> field.name().equals("id") && (operator == Operator.EQ || operator == Operator.IN);
            case Filter.Sought _ -> true;
            case Filter.Not _, Filter.Leads _, Filter.Below _, Filter.Measure _ -> false;
        };
    }

    /** One that is shown: sealed by itself, also beside another one of the same row, and its keys are looked up for it. */
    private void cursor(Page page) {
        relations += page.further();
        weigh(Cost.ROW + page.further());
    }

    /**
     * Keys of an order or of groups that stand in what a row leads to: each is looked up for each row.
     *
     * @param steps how often they stand in the statement
     * @param weight of all that are looked up
     */
    private void further(int steps, long weight) {
        if (steps == 0) return;
        relations += steps;
        weigh(weight);
    }

    /** What is weighed counts once for each of these rows, whether it is shown or tells that there are more. */
    private void each(Object rows, Runnable weighed) {
        times.addLast(rows);
        try {
            weighed.run();
        } finally {
            times.removeLast(); // also where something is wrong: what stands beside it is looked at
        }
    }

    /** @param below what a condition on rows below is worth where this one is asked: among rows below it is asked of each of them */
    private void condition(Noun noun, Filter filter, long below) {
        switch (filter) {
            case Filter.And(_, var all) -> all.forEach(one -> condition(noun, one, below));
            case Filter.Or(_, var any) -> any.forEach(one -> condition(noun, one, below));
            case Filter.Not(_, var one) -> condition(noun, one, below);
            case Filter.Compare compare -> {
                if (compare.operator().looksInside()) weigh(Cost.times(text, below / Cost.BELOW), Cost.Kind.TEXT);
            }
            case Filter.Sought _ -> { }
            case Filter.Leads(_, var relation, var one) -> {
                relations++;
                condition(Nouns.named(relation.target()), one, below);
            }
            case Filter.Below(_, var relation, _, var one) -> {
                relations++;
                weighBelow(below);
                condition(Nouns.named(relation.target()), one, Cost.times(below, Cost.BELOW));
            }
            case Filter.Measure measure -> {
                relations++; // it is measured once, however often it is compared
                weighBelow(below);
                condition(Nouns.named(measure.relation().target()), measure.of(), Cost.times(below, Cost.BELOW));
            }
        }
    }

    /** The whole is asked once, and each part with all that stands in it once more; rows below are counted for each part that is held against them. */
    private void explanation(Noun noun, Selection.Field field) {
        weigh(Cost.GROUPS);
        text = Cost.TEXT_OF_A_ROW;
        var filter = Filters.where(noun, field.arguments(), "");
        for (var member : field.below().of("Explanation").fields())
            switch (member.name()) {
                case "holds" -> condition(noun, filter, Cost.BELOW);
                case "parts" -> {
                    condition(noun, filter, Cost.BELOW);
                    var below = member.below().of("ExplainedPart").fields().stream().filter(one -> one.name().equals("below")).count();
                    new Parts(below).weigh(noun, filter, false);
                }
                default -> { }
            }
    }

    /** The parts of an explanation. */
    private final class Parts {
        private final long shown;
        /** Filters of rows below that were explained: once, also where several are measured of them. */
        private final Set<String> measured = new HashSet<>();

        /** @param shown how often each part shows the rows below that it is held against */
        Parts(long shown) {
            this.shown = shown;
        }

        /** @param isBelow whether it is held against rows below */
        void weigh(Noun noun, Filter filter, boolean isBelow) {
            condition(noun, filter, isBelow ? AMONG_ROWS_BELOW : Cost.BELOW);
            switch (filter) {
                case Filter.And(_, var all) -> {
                    part(noun, filter, isBelow);
                    all.forEach(one -> weigh(noun, one, isBelow));
                }
                case Filter.Or(_, var any) -> {
                    part(noun, filter, isBelow);
                    any.forEach(one -> weigh(noun, one, isBelow));
                }
                case Filter.Not(_, var one) -> {
                    part(noun, filter, isBelow);
                    Explanation.below(filter, one).forEach(inside -> weigh(noun, inside, isBelow));
                }
                case Filter.Compare _, Filter.Sought _ -> part(noun, filter, isBelow);
                case Filter.Leads(_, var relation, var one) -> {
                    part(noun, filter, isBelow);
                    Explanation.below(filter, one).forEach(inside -> weigh(Nouns.named(relation.target()), inside, isBelow));
                }
                case Filter.Below(_, var relation, _, var one) -> {
                    var target = Nouns.named(relation.target());
                    condition(target, one, isBelow ? AMONG_ROWS_BELOW * Cost.BELOW : AMONG_ROWS_BELOW);
                    part(noun, filter, isBelow);
                    if (isBelow) return;
                    rows(target, one);
                    Explanation.below(filter, one).forEach(inside -> weigh(target, inside, true));
                }
                case Filter.Measure measure -> {
                    var target = Nouns.named(measure.relation().target());
                    condition(target, measure.of(), isBelow ? AMONG_ROWS_BELOW * Cost.BELOW : AMONG_ROWS_BELOW);
                    part(noun, filter, isBelow);
                    for (var one : measure.each()) {
                        condition(noun, one, isBelow ? AMONG_ROWS_BELOW : Cost.BELOW);
                        part(noun, one, isBelow);
                    }
                    if (isBelow) return;
                    condition(target, measure.of(), AMONG_ROWS_BELOW);
                    rows(target, measure.of());
                    if (measure.of() != Filter.ALL && measured.add(measure.of().path())) weigh(target, measure.of(), true);
                }
            }
        }

        private void part(Noun noun, Filter filter, boolean isBelow) {
            if (!isBelow) return;
            weighBelow(Cost.BELOW);
            rows(noun, filter);
        }

        /** Rows below, and which of them are so. */
        private void rows(Noun noun, Filter filter) {
            for (var time = 0; time < shown; time++) {
                weighBelow(Cost.BELOW);
                condition(noun, filter, AMONG_ROWS_BELOW);
            }
        }
    }
}
