package zhicheng.server.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the rows of a page are come by: of those that pass the first in its order, as many as are looked up. Whichever way, they are the same rows in the same order. */
final class Pages {
    /** Which it is: what is compiled and what is priced ask the same. */
    sealed interface Way {
        /** By the words of a search: collected, or along the order. */
        record Searched() implements Way {}

        /** From one of these texts, or along the order. */
        record Led(List<Texts.Lead> leads) implements Way {}

        /** Along each of these places. */
        record OfPlaces(List<Visible.Place> places) implements Way {}

        /** As PostgreSQL thinks best. */
        record Plain() implements Way {}

        /** How often a statement has it which rows pass, and what they are ordered by. */
        default int asked() {
            return switch (this) {
                case Searched() -> 2;
                case Led(var leads) -> leads.size() + 1;
                case OfPlaces(var places) -> places.size();
                case Plain() -> 1;
            };
        }

        /** For what it has that more than once. */
        default Set<Cost.Again> again() {
            return switch (this) {
                case Searched() -> Set.of(Cost.Again.SEARCH);
                case Led _ -> Set.of(Cost.Again.TEXTS);
                case OfPlaces _ -> Set.of(Cost.Again.PLACES);
                case Plain() -> Set.of();
            };
        }

        /** How often it has what is wanted of a row. */
        default int shown() { return this instanceof OfPlaces ? 1 : asked(); }

        /**
         * @param below whether it is a row's own list, whose few rows an index lists
         * @param policy of who asks
         */
        static Way of(Noun noun, Filter filter, Page page, boolean searches, boolean below, Given.Policy policy) {
            if (searches) return new Searched();
            var leads = below || Visible.isFew(noun, policy) ? List.<Texts.Lead>of() : Texts.leading(noun, filter, page);
            if (!leads.isEmpty()) return new Led(leads);
            var places = below ? List.<Visible.Place>of() : Visible.places(noun, policy);
            return places.isEmpty() || !page.isInOrderOf(noun) ? new Plain() : new OfPlaces(places);
        }
    }

    private final Compiler compiler;
    private final Noun noun;
    private final String t;
    private final List<Order> steps;
    private final List<Sql> columns;
    private final Object rows;

    /** Which rows of a list a page is of. */
    @FunctionalInterface
    interface Passes {
        /**
         * @param t their short name
         * @param look how they are held against texts
         */
        Sql of(String t, Function<Filter.Compare, Texts.Look> look);
    }

    /**
     * @param t short name of the rows
     * @param steps in which order they are gathered
     * @param columns what is wanted of each, each with a comma before it
     * @param rows how many
     */
    Pages(Compiler compiler, Noun noun, String t, List<Order> steps, List<Sql> columns, Object rows) {
        this.compiler = compiler;
        this.noun = noun;
        this.t = t;
        this.steps = steps;
        this.columns = columns;
        this.rows = rows;
    }

    /** As PostgreSQL thinks best. */
    Sql plain(Sql passes) {
        var order = compiler.order(noun, t, steps);
        return Sql.of("""
                select row_number() over (order by {}) as place{}
                from {}
                where {}
                order by {}
                limit {}""", order, Sql.join("", columns), Compiler.from(noun, t), passes, order, Sql.value(rows));
    }

    /**
     * What is rare is collected and ranked; what is common is asked row by row along the index of the order, until the page is full (V007). One of the
     * two parts runs, the other costs nothing; both give the same rows in the same order (V012). Which one is asked once, since autovacuum may count anew at any moment.
     */
    Sql searched(Object words, Sql passes) {
        var asked = Sql.of("search_words({})", Sql.value(words));
        var often = Sql.of((steps.getFirst().key() == Page.RANK ? "search_common" : "search_often") + "('" + noun.name() + "', {})", asked);
        var common = said(0);
        return either(List.of(often), List.of(
                first(Sql.of("search_ranked('%s', {}) s%s join %s %2$s on %2$s.id = s%2$s.id".formatted(noun.name(), t, noun.table()), asked), Sql.and(Sql.of("not {}", common), passes)),
                first(Sql.of("(select 0 as rank) s%s cross join %s %1$s".formatted(t, noun.table())), Sql.and(common, passes, Texts.asked(noun, t, asked, "")))));
    }

    /**
     * From the first of these texts that is rare, whose rows are collected; where all are common, row by row along the index of the order, until the page is full. One of
     * the parts runs, the others cost nothing. Which one follows from what autovacuum counted, as with searches (V012), and is asked once: it shows in the time and in nothing else.
     */
    Sql led(List<Texts.Lead> leads, Passes passes) {
        var ways = new ArrayList<Sql>();
        var common = Sql.ALL;
        for (var place = 0; place < leads.size(); place++) {
            var often = said(place);
            ways.add(chosen(collected(Sql.and(common, Sql.of("not {}", often)), looks(leads, place), passes)));
            common = Sql.and(common, often);
        }
        ways.add(first(Compiler.from(noun, t), Sql.and(common, passes.of(t, looks(leads, leads.size())))));
        return either(leads.stream().map(Texts.Lead::often).toList(), ways);
    }

    /** Rows are come by from the text at this place, those before it are common, and of the others it is not known. */
    private static Function<Filter.Compare, Texts.Look> looks(List<Texts.Lead> leads, int place) {
        return one -> {
            var at = IntStream.range(0, leads.size()).filter(lead -> leads.get(lead).any().contains(one)).findFirst().orElse(-1);
            return at < 0 || at > place ? Texts.Look.EITHER : at == place ? Texts.Look.COLLECTED : Texts.Look.ASKED;
        };
    }

    /** All of them, which are few: for a page PostgreSQL would rather go along the order, past all others. */
    private Sql collected(Sql only, Function<Filter.Compare, Texts.Look> look, Passes passes) {
        var u = compiler.alias(noun);
        return Sql.of("select " + u + ".id as found{}\nfrom {}\nwhere {}\noffset 0", keys(u), Compiler.from(noun, u), Sql.and(only, passes.of(u, look)));
    }

    /** Along each place's own rows in their order, as many of each as are looked up, and of these the first: however few they are among those of others. */
    Sql ofPlaces(List<Visible.Place> places, Passes passes) {
        return either(List.of(), List.of(chosen(Sql.join("\nunion\n", places.stream().map(place -> {
            var u = compiler.alias(noun);
            var own = Sql.of("""
                    select %1$s.id as found{}
                    from {}{}
                    where {}
                    order by %2$s
                    limit {}""".formatted(u, ofKeys()),
                    keys(u), Compiler.from(noun, u), place.joined().apply(u), Sql.and(place.where().apply(u), passes.of(u, Texts.EITHER)), Sql.value(rows));
            return Sql.of("""
                    select %1$s.*
                    from {}(
                      {}
                    ) %1$s""".formatted(u), place.each().map(each -> Sql.of("({}) c cross join lateral ", each)).orElse(Sql.of("")), own);
        }).toList()))));
    }

    /** The first of those that pass. */
    private Sql first(Sql from, Sql passes) {
        return Sql.of("""
                select true as found{}{}
                from {}
                where {}
                order by %s
                limit {}""".formatted(ofKeys()), keys(t), Sql.join("", columns), from, passes, Sql.value(rows));
    }

    /** The first of these ids with the keys of their order, and what is wanted of their rows. */
    private Sql chosen(Sql ids) {
        return Sql.of("""
                select true as found%s{}
                from (
                  select *
                  from (
                    {}
                  ) which
                  order by %s
                  limit {}
                ) one join {} on %s.id = one.found""".formatted(IntStream.range(0, steps.size()).mapToObj(place -> ", one.o" + place).collect(Collectors.joining()), ofKeys(), t),
                Sql.join("", columns), ids, Sql.value(rows), Compiler.from(noun, t));
    }

    /** What was said to the question at this place of those that choose the way. */
    private static Sql said(int place) {
        return Sql.of("(select said" + place + " from often)");
    }

    /** @param often questions that choose the way, each asked once */
    private Sql either(List<Sql> often, List<Sql> ways) {
        var chosen = IntStream.range(0, often.size()).mapToObj(place -> Sql.of("{} as said" + place, often.get(place))).toList();
        return Sql.of("""
                {}select row_number() over (order by %s) as place, either.*
                from (
                  {}
                ) either
                order by place
                limit {}""".formatted(ofKeys()), often.isEmpty() ? Sql.of("") : Sql.of("with often as materialized (select {})\n", Sql.join(", ", chosen)), Sql.join("\nunion all\n", ways.stream().map(way -> Sql.of("(\n  {}\n)", way)).toList()), Sql.value(rows));
    }

    private Sql keys(String row) {
        return Sql.join("", IntStream.range(0, steps.size()).mapToObj(place -> Sql.of(",\n  {} as o" + place, compiler.collated(noun, row, steps.get(place).key()))).toList());
    }

    private String ofKeys() {
        return IntStream.range(0, steps.size()).mapToObj(place -> "o" + place + Compiler.direction(steps.get(place))).collect(Collectors.joining(", "));
    }
}
