package zhicheng.server.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
    /** Characters of what says in which rows a field is shown, of which each time so many count as a condition more; a name and an alias are shorter. */
    private static final int MASK = 50;

    /** An explanation that has more conditions is refused, for its cost or for its statement's length: what else is wanted of it is not gone through. */
    private static final int MOST_WRITTEN = 100_000;

    private final List<Cost.Part> parts = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final Deque<Object> times = new ArrayDeque<>();
    private int relations;
    private int repeated;
    /** Conditions, of an explanation as often as its statement has them. */
    private int conditions;
    /** How many more a field counts for that is shown of some rows only: what says of which is written with it. */
    private final Map<Noun.Field, Integer> masks = new IdentityHashMap<>();
    private final Set<Cost.Again> again = EnumSet.noneOf(Cost.Again.class);
    private int text = Cost.TEXT;
    /** Of an explanation, which weighs the same conditions many times: how much of each kind; null: something else is priced, part by part. */
    private Map<Cost.Kind, Long> explained;
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
            case Root.Statistics() -> {
                var counts = field.below().of("DossierStatistics").fields().stream().filter(wanted -> wanted.name().equals("cells")).count();
                pricing.weigh(Math.max(1, counts) * Cost.GROUPS); // the year is counted for each
            }
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
        if (explained != null) explained.merge(kind, weight, Cost::plus);
        else parts.add(new Cost.Part(String.join(".", path), List.copyOf(times), weight, kind));
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
        conditions++;
        switch (filter) {
            case Filter.And(_, var all) -> all.forEach(one -> condition(noun, one, below));
            case Filter.Or(_, var any) -> any.forEach(one -> condition(noun, one, below));
            case Filter.Not(_, var one) -> condition(noun, one, below);
            case Filter.Compare compare -> {
                conditions += masks.computeIfAbsent(compare.field(), field -> field.of(policy, "t").text().length() / MASK);
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
                conditions += measure.comparisons().size();
                weighBelow(below);
                condition(Nouns.named(measure.relation().target()), measure.of(), Cost.times(below, Cost.BELOW));
            }
        }
    }

    /** The whole is asked once, and each part with all that stands in it once more; rows below are counted for each part that is held against them. */
    private void explanation(Noun noun, Selection.Field field) {
        text = Cost.TEXT_OF_A_ROW;
        explained = new EnumMap<>(Cost.Kind.class);
        var filter = Filters.where(noun, field.arguments(), "");
        var wanted = field.below().of("Explanation").fields();
        weigh(Cost.GROUPS * Math.max(1, named(wanted, "parts").count()));
        for (var member : wanted) {
            if (conditions > MOST_WRITTEN) break;
            switch (member.name()) {
                case "holds" -> condition(noun, filter, Cost.BELOW);
                case "parts" -> {
                    var before = relations;
                    var whole = written(() -> condition(noun, filter, Cost.BELOW));
                    new Parts(member.below().of("ExplainedPart")).weigh(noun, filter, whole);
                    var more = relations - before - whole.steps;
                    if (more > 0) again.add(Cost.Again.PARTS);
                    repeated += Math.max(0, more);
                }
                default -> { }
            }
        }
        weigh((long) Cost.WRITTEN * conditions, Cost.Kind.WRITTEN);
        explained.forEach((kind, weight) -> parts.add(new Cost.Part(path.getFirst(), List.of(), weight, kind)));
    }

    private static Stream<Selection.Field> named(List<Selection.Field> fields, String name) {
        return fields.stream().filter(field -> field.name().equals(name));
    }

    /** What stands in a statement once: steps over relations, and conditions. */
    private record Written(int steps, int conditions) {
        static final Written NOTHING = new Written(0, 0);

        /** With steps that lead there. */
        Written from(int further) {
            return new Written(steps + further, conditions);
        }
    }

    /** What it has of both; it is weighed, and they are counted as often as it stands in the statement. */
    private Written written(Runnable weighed) {
        var steps = relations;
        var before = conditions;
        weighed.run();
        var written = new Written(relations - steps, conditions - before);
        relations = steps;
        conditions = before;
        return written;
    }

    /** What is weighed alike so many times is gone through once. */
    private void alike(int times, Runnable weighed) {
        var all = explained;
        explained = new EnumMap<>(Cost.Kind.class);
        weighed.run();
        explained.forEach((kind, weight) -> all.merge(kind, Cost.times(weight, times), Cost::plus));
        explained = all;
    }

    private void write(int times, Written what) {
        relations += times * what.steps;
        conditions += times * what.conditions;
    }

    /** The parts of an explanation. What is wanted of them under several names stands in the statement once, but for what is wanted of rows below. */
    private final class Parts {
        private final int holds;
        private final int shown;
        /** How often a part is wanted to show the rows below that it is held against. */
        private final int below;
        /** How often these rows are gone through for it, for a price. */
        private final int lists;
        /** How often they stand in the statement for it. */
        private final int tables;
        /** How often each of them is asked for it whether it is so. */
        private final int asked;
        /** How often what stands in each of them is shown for it. */
        private final int values;
        /** Filters of rows below that were explained: once, also where several are measured of them. */
        private final Set<String> measured = new HashSet<>();

        /** @param wanted of each part */
        Parts(Selection wanted) {
            var below = named(wanted.fields(), "below").map(field -> field.below().of("ExplainedBelow").fields()).toList();
            var rows = below.stream().flatMap(fields -> named(fields, "rows")).map(field -> field.below().of("ExplainedRow").fields()).toList();
            this.holds = once(wanted.fields(), "holds");
            this.shown = once(wanted.fields(), "shown");
            this.below = below.size();
            this.lists = below.stream().mapToInt(fields -> Math.max(1, (int) named(fields, "rows").count())).sum();
            this.tables = rows.size() + below.stream().mapToInt(fields -> Math.max(once(fields, "count"), once(fields, "holding"))).sum();
            this.asked = Stream.concat(below.stream().map(fields -> once(fields, "holding")), rows.stream().map(fields -> once(fields, "holds"))).mapToInt(Integer::intValue).sum();
            this.values = rows.stream().mapToInt(fields -> once(fields, "shown")).sum();
        }

        private static int once(List<Selection.Field> fields, String name) {
            return (int) named(fields, name).limit(1).count();
        }

        /**
         * Where a part is held against something.
         *
         * @param isBelow whether against rows below
         * @param above how many steps lead to where the row stands that they are below
         * @param steps how many lead from one of them, or from the row that is explained, to what the part asks
         */
        private record Place(boolean isBelow, int above, int steps) {
            /** What a condition on rows below is worth there. */
            long below() { return isBelow ? AMONG_ROWS_BELOW : Cost.BELOW; }
        }

        /** @param whole the filter */
        void weigh(Noun noun, Filter filter, Written whole) {
            if (!filter.path().equals("where")) write(holds, whole);
            weigh(noun, filter, new Place(false, 0, 0));
        }

        private void weigh(Noun noun, Filter filter, Place place) {
            var asked = written(() -> condition(noun, filter, place.below())).from(place.steps);
            switch (filter) {
                case Filter.And(_, var all) -> {
                    part(noun, filter, place, asked, Written.NOTHING);
                    all.forEach(one -> weigh(noun, one, place));
                }
                case Filter.Or(_, var any) -> {
                    part(noun, filter, place, asked, Written.NOTHING);
                    any.forEach(one -> weigh(noun, one, place));
                }
                case Filter.Not(_, var one) -> {
                    part(noun, filter, place, asked, Written.NOTHING);
                    Explanation.below(filter, one).forEach(inside -> weigh(noun, inside, place));
                }
                case Filter.Compare _, Filter.Sought _ -> part(noun, filter, place, asked, asked);
                case Filter.Leads(_, var relation, var one) -> {
                    part(noun, filter, place, asked, Written.NOTHING);
                    var there = new Place(place.isBelow, place.above, place.steps + 1);
                    Explanation.below(filter, one).forEach(inside -> weigh(Nouns.named(relation.target()), inside, there));
                }
                case Filter.Below(_, var relation, _, var one) -> {
                    var target = Nouns.named(relation.target());
                    var so = written(() -> condition(target, one, Cost.times(place.below(), Cost.BELOW)));
                    part(noun, filter, place, asked, so.from(place.steps + 1));
                    if (place.isBelow) return;
                    rows(target, one, place.steps, so, Written.NOTHING);
                    Explanation.below(filter, one).forEach(inside -> weigh(target, inside, new Place(true, place.steps, 0)));
                }
                case Filter.Measure measure -> {
                    var target = Nouns.named(measure.relation().target());
                    var so = written(() -> condition(target, measure.of(), Cost.times(place.below(), Cost.BELOW)));
                    var value = so.from(place.steps + 1);
                    part(noun, filter, place, asked, value);
                    for (var one : measure.each()) part(noun, one, place, written(() -> condition(noun, one, place.below())).from(place.steps), value);
                    if (place.isBelow) return;
                    written(() -> condition(target, measure.of(), AMONG_ROWS_BELOW)); // the number that is shown
                    rows(target, measure.of(), place.steps, so, Written.NOTHING);
                    if (measure.of() != Filter.ALL && measured.add(measure.of().path())) weigh(target, measure.of(), new Place(true, place.steps, 0));
                }
            }
        }

        /**
         * @param asked what it asks
         * @param value what stands there
         */
        private void part(Noun noun, Filter filter, Place place, Written asked, Written value) {
            conditions++; // where it stands is said of it
            if (!place.isBelow) {
                write(holds, asked);
                write(shown, value);
                return;
            }
            write(holds + shown, asked.from(place.above + 1)); // how many are so is shown of it
            weighBelow(Cost.BELOW);
            rows(noun, filter, place.above, asked, value);
        }

        /** Rows below, and which of them are so. */
        private void rows(Noun noun, Filter filter, int above, Written so, Written value) {
            if (lists > 0)
                alike(lists, () -> {
                    weighBelow(Cost.BELOW);
                    written(() -> condition(noun, filter, AMONG_ROWS_BELOW));
                });
            relations += below * above + tables;
            write(asked, so);
            write(values, value);
        }
    }
}
