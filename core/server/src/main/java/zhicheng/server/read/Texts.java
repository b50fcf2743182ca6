package zhicheng.server.read;

import java.util.List;
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

    /** What every row that passes has, or what it leads to or one below it has: rows may be come by from there. */
    record Lead(Noun noun, Filter.Compare compare) {
        /** Whether more rows have it than are worth collecting. */
        Sql often() { return Texts.often(noun, looked(compare)); }
    }

    /** Whether it looks into a text that is searched. */
    static boolean isSearched(Noun noun, Filter.Compare compare) {
        return compare.operator().looksInside() && noun.searched().contains(compare.field().name());
    }

    /** What rows that pass may be come by from: few of it. */
    static List<Lead> leading(Noun noun, Filter filter) {
        return all(noun, filter).stream().limit(MOST_LEADING).toList();
    }

    private static List<Lead> all(Noun noun, Filter filter) {
        return switch (filter) {
            case Filter.And(_, var all) -> all.stream().flatMap(one -> all(noun, one).stream()).toList();
            case Filter.Compare compare -> isSearched(noun, compare) ? List.of(new Lead(noun, compare)) : List.of();
            case Filter.Leads(_, var relation, var one) -> all(Nouns.named(relation.target()), one);
            case Filter.Below(_, var relation, var how, var one) -> how == Filter.Quantifier.SOME ? all(Nouns.named(relation.target()), one) : List.of();
            case Filter.Or _, Filter.Not _, Filter.Sought _, Filter.Measure _ -> List.of();
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
        var field = ", '" + compare.field().name() + "'";
        return switch (look) {
            case COLLECTED -> among(noun, t, looked(compare), field);
            case ASKED -> asked(noun, t, looked(compare), field);
            case EITHER -> Sql.of("case when {} then {} else {} end", often(noun, looked(compare)), has(noun, t, compare, Look.ASKED), has(noun, t, compare, Look.COLLECTED));
        };
    }

    /** @param field SQL that names a field of the text, with a comma before it; empty: anywhere in it */
    static Sql among(Noun noun, String t, Sql looked, String field) {
        return Sql.of(t + ".id in (select found from search_ids('" + noun.name() + "', {}" + field + ") found)", looked);
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
        return checked(compare.value(), compare.path(), compare.operator() == Operator.CONTAINS ? Search::phrase : Search::start);
    }

    /** Words of a search, likewise. */
    static Object words(Object typed, String path) {
        return checked(typed, path, Search::words);
    }

    private static Object checked(Object typed, String path, BiFunction<Object, String, String> check) {
        return Filters.written(typed, path) instanceof Given given ? (Given) request -> check.apply(given.in(request), path) : check.apply(typed, path);
    }
}
