package zhicheng.server.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the rows of a page are come by: of those that pass the first in its order, as many as are looked up. Whichever way, they are the same rows in the same order. */
final class Pages {
    private final Compiler compiler;
    private final Noun noun;
    private final String t;
    private final List<Order> steps;
    private final Sql order;
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

    /** One way to come by rows, from where and which of these; where nothing passes it costs nothing. */
    private record Way(Sql from, Sql passes) {}

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
        this.order = compiler.order(noun, t, steps);
        this.columns = columns;
        this.rows = rows;
    }

    /** As PostgreSQL thinks best. */
    Sql plain(Sql passes) {
        return Sql.of("""
                select row_number() over (order by {}) as place{}
                from {}
                where {}
                order by {}
                limit {}""", order, Sql.join("", columns), Compiler.from(noun, t), passes, order, Sql.value(rows));
    }

    /**
     * What is rare is collected and ranked; what is common is asked row by row along the index of the order, until the page is full (V007). One of the
     * two parts runs, the other costs nothing; both give the same rows in the same order (V012).
     */
    Sql searched(Object words, Sql passes) {
        var asked = Sql.of("search_words({})", Sql.value(words));
        var common = Sql.of("(select " + (steps.getFirst().key() == Page.RANK ? "search_common" : "search_often") + "('" + noun.name() + "', {}))", asked);
        return either(List.of(
                new Way(Sql.of("search_ranked('%s', {}) s%s join %s %2$s on %2$s.id = s%2$s.id".formatted(noun.name(), t, noun.table()), asked), Sql.and(Sql.of("not {}", common), passes)),
                new Way(Sql.of("(select 0 as rank) s%s cross join %s %1$s".formatted(t, noun.table())), Sql.and(common, passes, Texts.asked(noun, t, asked, "")))));
    }

    /**
     * From the first of these texts that is rare, whose rows are collected; where all are common, row by row along the index of the order, until the page is full. One of
     * the parts runs, the others cost nothing. Which one follows from what autovacuum counted, as with searches (V012): it shows in the time and in nothing else.
     */
    Sql led(List<Texts.Lead> leads, Passes passes) {
        var ways = new ArrayList<Way>();
        var common = Sql.ALL;
        for (var place = 0; place <= leads.size(); place++) {
            var from = place;
            var which = passes.of(t, one -> {
                var at = leads.stream().map(Texts.Lead::compare).toList().indexOf(one);
                return at < 0 || at > from ? Texts.Look.EITHER : at == from ? Texts.Look.COLLECTED : Texts.Look.ASKED;
            });
            if (place == leads.size()) ways.add(new Way(Compiler.from(noun, t), Sql.and(common, which)));
            else {
                var often = leads.get(place).often();
                ways.add(new Way(Compiler.from(noun, t), Sql.and(common, Sql.of("not {}", often), which)));
                common = Sql.and(common, often);
            }
        }
        return either(ways);
    }

    private Sql either(List<Way> ways) {
        var row = Sql.of("{}{}", keys(t), Sql.join("", columns));
        var parts = ways.stream().map(way -> Sql.of("""
                (
                  select true as found{}
                  from {}
                  where {}
                  order by {}
                  limit {}
                )""", row, way.from, way.passes, order, Sql.value(rows))).toList();
        return Sql.of("""
                select row_number() over (order by %s) as place, either.*
                from (
                  {}
                ) either
                order by place
                limit {}""".formatted(ofKeys()), Sql.join("\nunion all\n", parts), Sql.value(rows));
    }

    /**
     * Along each committee's own rows in their order, as many of each as are looked up, and of these the first: rows of others are not looked at, however many
     * there are of them and however few of these.
     *
     * @param committees which of them, as vc
     * @param u another short name of the rows
     */
    Sql ofCommittees(Sql committees, String u, Passes passes) {
        return Sql.of("""
                select row_number() over (order by %1$s) as place{}
                from (
                  select %2$s.*
                  from (select vc.id from committee vc where {}) c cross join lateral (
                    select %2$s.id as found{}
                    from {}
                    where {}
                    order by {}
                    limit {}
                  ) %2$s
                  order by %1$s
                  limit {}
                ) one join {} on %3$s.id = one.found""".formatted(ofKeys(), u, t),
                Sql.join("", columns), committees, keys(u), Compiler.from(noun, u), Sql.and(Sql.of(u + ".committee = c.id"), passes.of(u, Texts.EITHER)), compiler.order(noun, u, steps), Sql.value(rows),
                Sql.value(rows), Compiler.from(noun, t));
    }

    private Sql keys(String row) {
        return Sql.join("", IntStream.range(0, steps.size()).mapToObj(place -> Sql.of(",\n  {} as o" + place, compiler.collated(noun, row, steps.get(place).key()))).toList());
    }

    private String ofKeys() {
        return IntStream.range(0, steps.size()).mapToObj(place -> "o" + place + Compiler.direction(steps.get(place))).collect(Collectors.joining(", "));
    }
}
