package zhicheng.server.read;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How rows are held against what is looked for in their searched texts (V007, V030). Whichever way, the same rows pass; what differs is the time. */
final class Texts {
    /** By more than these a page is not come by: what else is looked for, the rows are held against. Each makes the statement longer by itself once more. */
    private static final int MOST_LEADING = 2;

    /** How a row is held against one text. */
    enum Look {
        /** It is among all rows that have it, whoever's they are, and is come by from there. The time is that of these. */
        COLLECTED,
        /** It is asked, wherever it was come by. The time is that of the rows that are asked. */
        ASKED,
        /** It is asked for what many rows have; for anything else those that have it are collected, once for all rows. */
        EITHER
    }

    static final Function<Filter.Compare, Look> COLLECTED = _ -> Look.COLLECTED;
    static final Function<Filter.Compare, Look> ASKED = _ -> Look.ASKED;
    static final Function<Filter.Compare, Look> EITHER = _ -> Look.EITHER;

    private Texts() {}

    /**
     * How rows are held against texts where all that pass are looked at. Who sees few has them asked; who sees what stands with an employer, which an index lists, has them asked for what is common, which would
     * be collected from everywhere to count a few; of whoever sees more, what is looked for is collected.
     */
    static Look counted(Noun noun, Given.Policy policy) {
        if (Visible.isFew(noun, policy)) return Look.ASKED;
        return Visible.isAnEmployers(noun, policy) ? Look.EITHER : Look.COLLECTED;
    }

    /** What every row that passes has any of, or what it leads to or one below it has: rows may be come by from there. */
    record Lead(Noun noun, List<Filter.Compare> any) {
        /** Whether more rows have it than are worth collecting. */
        Sql often() { return Sql.or(any.stream().map(one -> Texts.often(noun, looked(one))).toList()); }
    }

    /** Whether it looks into a text that is searched. */
    static boolean isSearched(Noun noun, Filter.Compare compare) {
        return compare.operator().looksInside() && noun.searched().contains(compare.field().name());
    }

    /** Whether each of several parts, of which there are some, looks into a text that is searched. */
    static boolean areSearched(Noun noun, List<Filter> parts) {
        return !parts.isEmpty() && parts.stream().allMatch(part -> part instanceof Filter.Compare compare && isSearched(noun, compare));
    }

    /** What the rows of a page may be come by from, where many are seen: few of it, and nothing where no index serves the order, along which rows are asked for what is common. */
    static List<Lead> leading(Noun noun, Filter filter, Page page) {
        return page.order().getFirst().isServed() ? all(noun, filter).stream().limit(MOST_LEADING).toList() : List.of();
    }

    private static List<Lead> all(Noun noun, Filter filter) {
        return switch (filter) {
            case Filter.And(_, var all) -> all.stream().flatMap(one -> all(noun, one).stream()).toList();
            case Filter.Compare compare -> isSearched(noun, compare) ? List.of(new Lead(noun, List.of(compare))) : List.of();
            case Filter.Or(_, var any) -> areSearched(noun, any) ? List.of(new Lead(noun, compares(any))) : List.of();
            case Filter.Leads(_, var relation, var one) -> all(Nouns.named(relation.target()), one);
            case Filter.Below(_, var relation, var how, var one) -> how == Filter.Quantifier.SOME ? all(Nouns.named(relation.target()), one) : List.of();
            case Filter.Not _, Filter.Sought _, Filter.Measure _ -> List.of();
        };
    }

    /** Whether rows that pass are come by from what a filter looks for, and are best joined to it. */
    static boolean isCollected(Noun noun, Filter filter, Function<Filter.Compare, Look> look) {
        return switch (filter) {
            case Filter.And(_, var all) -> all.stream().anyMatch(one -> isCollected(noun, one, look));
            case Filter.Or(_, var any) -> any.stream().anyMatch(one -> isCollected(noun, one, look));
            case Filter.Not(_, var one) -> isCollected(noun, one, look);
            case Filter.Compare compare -> isSearched(noun, compare) && look.apply(compare) == Look.COLLECTED;
            case Filter.Sought _ -> true;
            case Filter.Leads(_, var relation, var one) -> isCollected(Nouns.named(relation.target()), one, look);
            case Filter.Below(_, var relation, _, var one) -> isCollected(Nouns.named(relation.target()), one, look);
            case Filter.Measure _ -> false;
        };
    }

    /** That a row's searched text has what is looked for. */
    static Sql has(Noun noun, String t, Filter.Compare compare, Look look) {
        return has(noun, t, looked(compare), field(compare), look);
    }

    /** @param field as in {@link #among} */
    static Sql has(Noun noun, String t, Sql looked, String field, Look look) {
        return switch (look) {
            case COLLECTED -> among(noun, t, looked, field);
            case ASKED -> asked(noun, t, looked, field);
            case EITHER -> Sql.of("case when {} then {} else {} end", often(noun, looked), asked(noun, t, looked, field), among(noun, t, looked, field));
        };
    }

    /** That it has any of several, which are all collected: a row is among them together, so that it is come by from there as from one. Empty where they are not. */
    static Optional<Sql> anyOf(Noun noun, String t, List<Filter> parts, Function<Filter.Compare, Look> look) {
        if (!areSearched(noun, parts) || compares(parts).stream().anyMatch(one -> look.apply(one) != Look.COLLECTED)) return Optional.empty();
        return Optional.of(Sql.of(t + ".id in ({})", Sql.join(" union all ", compares(parts).stream().map(one -> ids(noun, looked(one), field(one))).toList())));
    }

    private static List<Filter.Compare> compares(List<Filter> parts) {
        return parts.stream().map(Filter.Compare.class::cast).toList();
    }

    private static String field(Filter.Compare compare) {
        return ", '" + compare.field().name() + "'";
    }

    /** @param field SQL that names a field of the text, with a comma before it; empty: anywhere in it */
    static Sql among(Noun noun, String t, Sql looked, String field) {
        return Sql.of(t + ".id in ({})", ids(noun, looked, field));
    }

    private static Sql ids(Noun noun, Sql looked, String field) {
        return Sql.of("select found from search_ids('" + noun.name() + "', {}" + field + ") found", looked);
    }

    /** @param field as in {@link #among} */
    static Sql asked(Noun noun, String t, Sql looked, String field) {
        return Sql.of("search_has('" + noun.name() + "', " + t + ".id, (select {})" + field + ")", looked);
    }

    private static Sql often(Noun noun, Sql looked) {
        return Sql.of("(select search_often('" + noun.name() + "', {}))", looked);
    }

    private static Sql looked(Filter.Compare compare) {
        return Sql.of((compare.operator() == Operator.CONTAINS ? "search_phrase" : "search_start") + "({})", Sql.value(typed(compare)));
    }

    /** What is looked for, as it was typed, once it is found to be a text. */
    static Object typed(Filter.Compare compare) {
        return checked(compare.value(), compare.path(), compare.operator() == Operator.CONTAINS ? As.PHRASE : As.START);
    }

    /** Words of a search, likewise. */
    static Object words(Object typed, String path) {
        return checked(Mistake.given(typed, path), path, As.WORDS);
    }

    /** What somebody has read off a paper. */
    static Object printed(Object typed, String path) {
        return checked(typed, path, As.PRINTED);
    }

    private static Object checked(Object typed, String path, As as) {
        return Filters.written(typed, path) instanceof Given given ? new Typed(given, path, as) : as.check.apply(typed, path);
    }

    /** What a text is taken for, and how it is found to be that. */
    private enum As {
        WORDS(Search::words), PHRASE(Search::phrase), START(Search::start), PRINTED((typed, path) -> (String) Scalar.TEXT.bound(typed, path));

        private final BiFunction<Object, String, String> check;

        As(BiFunction<Object, String, String> check) { this.check = check; }
    }

    /** Found to be a text when it is asked for: the same one wherever it stands. */
    private record Typed(Given text, String path, As as) implements Given {
        @Override
        public Object in(Request request) {
            return as.check.apply(text.in(request), path);
        }
    }
}
