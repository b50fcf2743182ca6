package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLSchema;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import zhicheng.contract.nowhere.Nowhere;
import zhicheng.server.TestDatabase;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.account.Role;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.account.Viewer;
import zhicheng.server.graphql.Probes.Probe;
import zhicheng.server.read.Fixture;
import zhicheng.server.read.Noun;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Operator;
import zhicheng.server.read.Order;
import zhicheng.server.read.Pair;
import zhicheng.server.read.Questions;
import zhicheng.server.read.ReadPool;
import zhicheng.server.read.Root;
import zhicheng.server.read.Sight;
import zhicheng.server.read.Worlds;
import zhicheng.server.region.Regions;

/**
 * Nobody learns by asking what he may not see. For every viewer there are two databases that differ in nothing but what he may not see ({@link Worlds}),
 * and the same questions get the same bytes from both: every field of every noun selected, filtered by with every operator and with values that are
 * hidden, sorted by, paged by both ways, grouped by, counted, several counts side by side, searched, also in another order, explained, and asked wrongly; of the row itself, and across relations.
 * Those whose roles are somebody else's too, and those who see nothing, are asked less: {@link Sight.Depth} says how much.
 *
 * <p>The questions follow from the nouns, so that a new field is asked about by itself; what was asked is written down, and a field, an operator, a relation
 * or a root field that nothing was asked of makes the test fail. Both worlds are asked through one engine, whose statements are shared by viewers.
 */
@Tag("database")
@Tag("once")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NonInterferenceTest {
    /** The root fields that tell more than their viewer may see, on purpose, by what they ask of the tables; each with a test of its own (StatisticsTest). */
    private static final Map<String, Class<? extends Root>> EXCEPTIONS = Map.of("dossierStatistics", Root.Statistics.class);

    private static final Limits LIMITS = new Limits(1 << 24, 1 << 20, 100_000, 40, 100_000, 1_000, 10_000, 50, 5_000, 100_000, 100_000, 60, Long.MAX_VALUE, false, Duration.ofMinutes(2), 1_000);
    private static final int ASKERS = 4;
    private static final int ROOTS = 12;
    private static final int BELOW = 24;
    /** Rows are grouped by eight at most. */
    private static final int DIMENSIONS = 8;
    private static final int PARTS = 40;
    /** Rows that are explained of a noun other than the dossier. */
    private static final int EXPLAINED = 3;
    /** Counts side by side that are one statement. */
    private static final int FACETS = 4;
    private static final int SHOWN_FAILURES = 12;

    private static final JsonMapper JSON = JsonMapper.createDefault();

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<Sight> sights = Sight.all();
    private final List<Door> doors = Door.all();
    private final LongAdder requests = new LongAdder();
    private final LongAdder lists = new LongAdder();
    private final LongAdder cursors = new LongAdder();
    private final LongAdder together = new LongAdder();
    /** Fields that somebody is not shown of rows that he sees. */
    private final Set<String> keptBack = ConcurrentHashMap.newKeySet();
    private TestDatabase first;
    private Map<Noun, List<Map<String, Object>>> rows;
    private ReadPool firstPool;
    /** The viewer is the same in both worlds, and another object in the second. */
    private final Map<Viewer, ReadPool> others = Collections.synchronizedMap(new IdentityHashMap<>());
    private ExecutorService threads;
    private Engine engine;
    private GraphQLSchema schema;

    @BeforeAll
    void start() {
        first = Worlds.first();
        firstPool = Worlds.pool(first);
        rows = Worlds.rows(first);
        threads = Executors.newFixedThreadPool(4);
        var files = GoldenReadsTest.sdl();
        var clock = Fixture.CLOCK;
        Questions either = (question, viewer) -> {
            if (question.text().startsWith("with finest")) together.increment();
            return others.getOrDefault(viewer, firstPool).ask(question, viewer);
        };
        var reader = Fixture.reader(either);
        var identities = new IdentityQuestions(new IdentityVault(Fixture.KEY), (_, _, _, _) -> { });
        var wires = List.of(new Scalars(), identities, new ServerWires(clock), new ReadFields(reader, identities));
        schema = Schema.of(files, wires);
        engine = new Engine(files, wires, List.of(new Operations(reader, Regions.of(List.of(new Nowhere())), LIMITS)), new TrustedDocuments("", List.of()), LIMITS, clock, new Unwritten(), threads);
    }

    @AfterAll
    void stop() {
        threads.shutdown();
        firstPool.close();
        first.close();
    }

    @Test
    void two_worlds_that_differ_in_what_one_may_not_see_are_the_same_to_him() throws Exception {
        assertEquals(Set.of(Role.values()), sights.stream().flatMap(sight -> sight.viewer().roles().stream()).collect(Collectors.toSet()), "a role that nobody has");
        assertEquals(Nouns.all().stream().map(Noun::name).collect(Collectors.toCollection(TreeSet::new)), Sight.nouns(), "say in Sight who sees it");
        var tasks = new ArrayList<Callable<Set<String>>>();
        sights.stream().filter(sight -> sight.depth() != Sight.Depth.OWN).sorted(Comparator.comparing(Sight::depth)).forEach(sight -> tasks.add(() -> asks(List.of(sight))));
        sights.stream().filter(sight -> sight.depth() == Sight.Depth.OWN).collect(Collectors.groupingBy(Sight::rows)).values().forEach(alike -> tasks.add(() -> asks(alike)));
        var crossed = new TreeSet<String>();
        try (var askers = Executors.newFixedThreadPool(ASKERS)) {
            for (var done : askers.invokeAll(tasks)) crossed.addAll(done.get());
        }
        assertEquals(crossings(), crossed, "a relation that leads nobody from what he sees to what he does not: add such rows to borders.sql");
        assertEquals(Nouns.all().stream().flatMap(noun -> noun.fields().values().stream().filter(Noun.Field::isForSome).map(field -> noun.name() + "." + field.name())).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(keptBack), "say in Sight.isShown who is shown it, and have somebody see such a row");
        nothingIsLeftOut();
        System.out.printf("Non-interference: %,d combinations of viewer, type, field and way of asking; %d viewers, %d roles, %d types, %d fields; %,d requests to each of two worlds, %,d lists, %,d pages by cursor%n",
                asked.size(), sights.size(), Role.values().length, Nouns.all().size(), Nouns.all().stream().mapToInt(noun -> noun.fields().size()).sum(), requests.sum(), lists.sum(), cursors.sum());
        nothingIsTold(1);
    }

    /** So many are refused here that nobody would find another line. */
    private static final class Unwritten extends SecurityLog {
        @Override
        public void refused(String why, UUID account, String what, String request) {}

        @Override
        public void asked(String field, UUID account, long times, String request) {}
    }

    /** Whatever can be asked of the tables is asked above, but for the exceptions. */
    @Test
    void there_is_no_other_exception() {
        assertEquals(Map.of(StatisticsFields.NAME, StatisticsFields.ROOT.getClass()), EXCEPTIONS);
        var kinds = new HashSet<Class<?>>(List.of(Root.class.getPermittedSubclasses()));
        kinds.removeAll(EXCEPTIONS.values());
        assertEquals(kinds, ReadFields.ROOTS.values().stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    private void nothingIsTold(int many) {
        assertTrue(told.size() < many, () -> told.size() + " answers tell what may not be seen, the first of them:\n" + told.stream().limit(SHOWN_FAILURES).collect(Collectors.joining("\n")));
    }

    /**
     * Those who see the same rows ask one other world.
     *
     * @return the relations that lead from what is seen to what is not
     */
    private Set<String> asks(List<Sight> alike) {
        var crossed = new TreeSet<String>();
        try (var world = Worlds.other(first, alike.getFirst()); var pool = Worlds.pool(world)) {
            var others = Worlds.rows(world);
            for (var sight : alike) {
                var pair = new Pair(sight, rows, others);
                crossed.addAll(pair.differs());
                keptBack.addAll(pair.keptBack());
                var asking = new Asking(sight, pair, pool);
                if (sight.depth() == Sight.Depth.EVERYTHING) asking.everything();
                else asking.each(sights.indexOf(sight));
            }
        }
        return crossed;
    }

    /** Relations whose other end may be hidden from whoever sees this one. */
    private static Set<String> crossings() {
        return Nouns.all().stream().flatMap(noun -> noun.relations().values().stream().filter(relation -> switch (relation) {
            case Noun.ToOne one -> !one.implied();
            case Noun.ToMany many -> !many.implied() && Sight.bordered().contains(many.target());
        }).map(relation -> noun.name() + "." + relation.name())).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What one viewer asks of two worlds. */
    private final class Asking {
        private static final String COUNTED = "totalCount";
        private static final String LISTED = "nodes { id }";
        private static final String FOUND = COUNTED + " " + LISTED;
        private static final String SORTED = "nodes { id } pageInfo { hasNextPage endCursor }";
        private static final String PAGED = "edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

        private final Sight sight;
        private final Viewer here;
        private final Viewer there;
        private final Pair pair;
        private final Probes probes;
        /** On which all of it is asked, as a server's requests are. */
        private final EventLoop loop = Fixture.LOOPS.next();

        Asking(Sight sight, Pair pair, ReadPool pool) {
            this.sight = sight;
            this.pair = pair;
            this.probes = new Probes(schema, doors, pair);
            here = sight.viewer();
            there = new Viewer(here.account(), here.roles(), here.person(), here.organisation());
            others.put(there, pool);
        }

        void everything() {
            selects();
            nodes();
            for (var door : doors) {
                halves(door, probes.filters(door));
                found(door, SORTED, door.isMain(doors) ? probes.sorts(door) : one(probes.sorts(door), door.name().length()));
                found(door, FOUND, probes.searches(door));
                found(door, SORTED, probes.sortedSearches(door));
                pages(door, keys(door));
            }
            groups();
            together();
            explains();
            known();
            sought();
            errors();
        }

        /** All about the row itself, and about every second thing at the end of a relation. */
        private static List<Probe> everySecond(List<Probe> all, int turn) {
            var further = all.stream().filter(probe -> !isOfTheRow(probe)).toList();
            return Stream.concat(all.stream().filter(Asking::isOfTheRow), IntStream.range(0, further.size()).filter(place -> place % 2 == turn % 2).mapToObj(further::get)).toList();
        }

        /** Of each thing one way to ask about it, another one for the next viewer, of every second where a relation leads to it; of what he sees in a way of his own, if there is such a noun, every way to ask about the row itself. */
        void each(int turn) {
            selects();
            nodes();
            for (var door : doors) {
                if (!door.isMain(doors)) continue;
                var isOwnWay = sight.ownWay().filter(noun -> noun == door.noun()).isPresent();
                found(door, FOUND, everySecond(one(probes.filters(door), turn), turn / 4));
                if (isOwnWay) found(door, FOUND, probes.filters(door).stream().filter(Asking::isOfTheRow).toList());
                found(door, SORTED, one(probes.sorts(door), turn));
                var searches = one(probes.sortedSearches(door), turn);
                if (!searches.isEmpty()) found(door, SORTED, List.of(searches.get(turn % searches.size())));
                pages(door, isOwnWay ? keys(door) : keys(door).stream().limit(2).toList());
            }
            groups();
            together();
            sight.ownWay().ifPresent(this::explains);
            known();
            sought();
            errors();
        }

        /** Of rows of this noun, where it is explained, all that they have of their own. */
        private void explains(Noun noun) {
            var door = doors.stream().filter(one -> one.noun() == noun).findFirst().orElseThrow();
            ReadFields.ROOTS.forEach((name, root) -> {
                if (!root.equals(new Root.Explain(noun))) return;
                var document = "query($id: ID!, $where: %sWhere!) { %s(id: $id, where: $where) { holds parts { path holds shown } } }".formatted(noun.name(), name);
                for (var some : chunks(probes.filters(door).stream().filter(Asking::isOfTheRow).toList(), PARTS)) {
                    for (var row : Stream.concat(pair.seen(noun).stream(), pair.hidden(noun).stream().limit(1)).toList())
                        ask(document, Map.of("id", row.get("id"), "where", Map.of("and", some.stream().map(probe -> probe.arguments().get("where")).toList())), _ -> { });
                    some.forEach(probe -> about(probe.thing(), "explain"));
                }
            });
        }

        /** Of the probes about the same thing the one whose turn it is. */
        private List<Probe> one(List<Probe> probes, int turn) {
            var byThing = probes.stream().filter(probe -> !isOnlyOwn() || isOfTheRow(probe))
                    .collect(Collectors.groupingBy(Probe::thing, LinkedHashMap::new, Collectors.toList()));
            return byThing.values().stream().map(some -> some.get(turn % some.size())).toList();
        }

        /** Whether it asks about a field or a relation of the row, and not about one at the end of a relation. */
        private static boolean isOfTheRow(Probe probe) {
            return probe.thing().indexOf('.') == probe.thing().lastIndexOf('.');
        }

        /** Whether he sees nothing but what everybody sees. */
        private boolean isOnlyOwn() {
            return sight.depth() == Sight.Depth.OWN;
        }

        // select

        private String scalars(Noun noun) {
            return String.join(" ", noun.fields().keySet());
        }

        /** Everything of a row, what it leads to, and what is below it. */
        private String whole(Noun noun) {
            var text = new StringBuilder(scalars(noun));
            for (var relation : noun.relations().values()) {
                var target = Nouns.named(relation.target());
                text.append(' ').append(relation.name());
                var further = target.relations().values().stream().filter(Noun.ToOne.class::isInstance)
                        .map(one -> one.name() + " { " + scalars(Nouns.named(one.target())) + " }").collect(Collectors.joining(" "));
                switch (relation) {
                    case Noun.ToOne _ -> text.append(" { ").append(scalars(target)).append(' ').append(further).append(target.relations().values().stream()
                            .filter(Noun.ToMany.class::isInstance).map(many -> " " + many.name() + "(first: 50) { totalCount nodes { id } }").collect(Collectors.joining())).append(" }");
                    case Noun.ToMany _ -> text.append("(first: 50) { totalCount edges { cursor node { ").append(scalars(target)).append(' ').append(further)
                            .append(" } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }");
                }
            }
            return text.toString();
        }

        /** All of a row, and what it leads to by one step. */
        private String near(Noun noun) {
            return scalars(noun) + noun.relations().values().stream().map(relation -> " " + relation.name() + (relation instanceof Noun.ToOne
                    ? " { " + scalars(Nouns.named(relation.target())) + " }" : "(first: 50) { totalCount nodes { id } }")).collect(Collectors.joining());
        }

        private void selects() {
            new TreeMap<>(ReadFields.ROOTS).forEach((name, root) -> {
                switch (root) {
                    case Root.Rows(var noun) -> {
                        var listed = new TreeSet<String>();
                        ask("query { %s(first: 100) { totalCount edges { cursor node { %s } } } }".formatted(name, isOnlyOwn() ? near(noun) : whole(noun)), Map.of(), answer -> {
                            for (var edge : list(member(answer, name, "edges"))) listed.add(member(edge, "node", "id").toString());
                            if (!listed.equals(Pair.idsOf(pair.seen(noun)))) told.add("%s sees of %s %s, not %s".formatted(sight.name(), noun.name(), listed, Pair.idsOf(pair.seen(noun))));
                        });
                        about("Query." + name, "list");
                    }
                    case Root.ById(var noun) -> {
                        for (var row : Stream.concat(pair.seen(noun).stream().limit(2), pair.hidden(noun, 2).stream()).toList())
                            ask("query($id: ID!) { %s(id: $id) { %s } }".formatted(name, near(noun)), Map.of("id", row.get("id")), _ -> { });
                        about("Query." + name, "list");
                    }
                    case Root.Statistics _ -> throw new AssertionError(name + " counts beyond what may be seen: an exception, by its name");
                    case Root.Me() -> {
                        ask("query { %s { %s } }".formatted(name, whole(Nouns.ACCOUNT)), Map.of(), _ -> { });
                        about("Query." + name, "list");
                    }
                    case Root.AnyNoun(), Root.Known _, Root.Groups _, Root.Explain _ -> { } // below
                }
            });
        }

        /** By id alone: what he sees is there, what he does not is not, and all of it is the same. */
        private void nodes() {
            for (var noun : Nouns.all()) {
                var visible = Pair.idsOf(pair.seen(noun));
                nodes(noun, visible.stream().limit(1).toList(), near(noun), true); // what rows lead to is asked of whole lists as well
                nodes(noun, visible.stream().limit(ROOTS / 4).skip(1).toList(), scalars(noun), true);
                for (var some : chunks(Pair.idsOf(pair.hidden(noun, ROOTS / 2)).stream().limit(isOnlyOwn() ? 1 : ROOTS).toList(), ROOTS)) nodes(noun, some, scalars(noun), false);
                for (var field : noun.fields().keySet()) about(noun.name() + "." + field, "select");
                for (var relation : noun.relations().keySet()) about(noun.name() + "." + relation, "select");
            }
            about("Query.node", "list");
        }

        private void nodes(Noun noun, List<String> ids, String wanted, boolean isSeen) {
            if (ids.isEmpty()) return;
            var variables = new LinkedHashMap<String, Object>();
            for (var place = 0; place < ids.size(); place++) variables.put("id" + place, ids.get(place));
            ask("query(%s) { %s }".formatted(numbered(ids.size(), "$id%1$d: ID!", ", "), numbered(ids.size(), "n%1$d: node(id: $id%1$d) { ... on " + noun.name() + " { " + wanted + " } }", " ")), variables, answer -> {
                for (var place = 0; place < ids.size(); place++)
                    if (isSeen == (((Map<?, ?>) answer).get("n" + place) == null)) told.add("%s %s %s %s by its id".formatted(sight.name(), isSeen ? "does not see" : "sees", noun.name(), ids.get(place)));
            });
        }

        // sort, page, search

        private static List<Order.SortKey> keys(Door door) {
            return List.copyOf(door.noun().sortKeys().values());
        }

        /** From the middle of a list in every order, forwards and backwards in turn, one row; of lists below others those of the first row that has some. */
        private void pages(Door door, List<Order.SortKey> keys) {
            var owner = door.isRoot() ? Optional.of("") : pair.seen(door.owner()).stream().map(row -> row.get("id").toString())
                    .filter(id -> pair.seen(door.noun()).stream().anyMatch(row -> id.equals(row.get(door.relation().column())))).findFirst();
            var orders = new ArrayList<Probe>();
            for (var key : door.isMain(doors) ? keys : keys.stream().limit(3).toList())
                orders.add(new Probe(Map.of("orderBy", List.of(Probes.order(key, orders.size() + 3)), "first", 9), Probes.thing(door.noun(), key.relation(), key.field()), "cursor"));
            orders.forEach(probe -> about(probe.thing(), probe.way()));
            if (owner.isEmpty()) return; // nothing of it is seen, so there are no cursors; that none are given is seen by the sorting
            for (var some : chunks(orders, door.isRoot() ? ROOTS : BELOW))
                ask(door, PAGED, some, owner.get(), answer -> {
                    var further = new ArrayList<Probe>();
                    for (var place = 0; place < some.size(); place++) {
                        var edges = list(member(answer, "p" + place, "edges"));
                        if (edges.isEmpty()) continue;
                        var order = some.get(place).arguments().get("orderBy");
                        var cursor = member(edges.get(edges.size() / 2), "cursor");
                        further.add(new Probe(place % 2 == 0 ? Map.of("orderBy", order, "first", 1, "after", cursor) : Map.of("orderBy", order, "last", 1, "before", cursor), "", ""));
                        cursors.increment();
                        if (place == 0 && some.size() > 1)
                            ask(door, PAGED, List.of(new Probe(Map.of("orderBy", some.get(1).arguments().get("orderBy"), "after", cursor), "", "")), owner.get(), false, _ -> { });
                    }
                    for (var more : chunks(further, door.isRoot() ? ROOTS : BELOW)) ask(door, PAGED, more, owner.get(), _ -> about(door.name(), "paged"));
                });
        }

        /** Of the ways to ask about the same thing one counts, the next one lists, and so on: each would do, and both together cost twice as much. */
        private void halves(Door door, List<Probe> all) {
            var places = new HashMap<String, Integer>();
            all.stream().collect(Collectors.partitioningBy(probe -> places.merge(probe.thing(), 1, Integer::sum) % 2 == 0)).forEach((isCounted, half) -> {
                found(door, isCounted ? COUNTED : LISTED, half);
                half.forEach(probe -> about(probe.thing(), isCounted ? "counted" : "listed"));
            });
        }

        /** A list asked for in many ways, some at a time. */
        private void found(Door door, String wanted, List<Probe> probes) {
            for (var some : chunks(probes, door.isRoot() ? ROOTS : BELOW)) {
                ask(door, wanted, some, "", _ -> { });
                some.forEach(probe -> about(probe.thing(), probe.way()));
                about(door.name(), "list");
            }
        }

        private void ask(Door door, String wanted, List<Probe> probes, String owner, Consumer<Object> then) {
            ask(door, wanted, probes, owner, true, then);
        }

        private void ask(Door door, String wanted, List<Probe> probes, String owner, boolean isAnswered, Consumer<Object> then) {
            var noun = door.noun();
            lists.add(probes.size());
            var types = new LinkedHashMap<String, String>();
            types.put("where", noun.name() + "Where");
            types.put("search", "String");
            types.put("orderBy", "[" + noun.name() + "Order!]");
            types.put("first", "Int");
            types.put("after", "String");
            types.put("last", "Int");
            types.put("before", "String");
            types.keySet().retainAll(probes.stream().flatMap(probe -> probe.arguments().keySet().stream()).collect(Collectors.toSet()));
            var declared = new ArrayList<String>();
            var variables = new LinkedHashMap<String, Object>();
            if (!door.isRoot()) declared.add("$owner: " + door.owner().name() + "Where");
            if (!owner.isEmpty()) variables.put("owner", Map.of("id", Map.of("eq", owner)));
            var lists = new StringBuilder();
            for (var place = 0; place < probes.size(); place++) {
                var n = place;
                types.forEach((name, type) -> declared.add("$" + name + n + ": " + type));
                probes.get(place).arguments().forEach((name, value) -> variables.put(name + n, value));
                lists.append("p").append(n).append(": ").append(door.isRoot() ? door.root() : door.relation().name()).append('(')
                        .append(types.keySet().stream().map(name -> name + ": $" + name + n).collect(Collectors.joining(", "))).append(") { ").append(wanted).append(" } ");
            }
            ask("query(" + String.join(", ", declared) + ") " + door.around(lists.toString()), variables, isAnswered, answer -> {
                if (door.isRoot() || owner.isEmpty()) then.accept(answer);
                else owned(answer, door).forEach(then);
            });
        }

        /** The rows whose lists they are. */
        private List<Object> owned(Object answer, Door door) {
            var rows = list(member(answer, door.root(), "nodes"));
            for (var step : door.owners()) rows = rows.stream().flatMap(row -> list(member(row, step.name(), "nodes")).stream()).toList();
            return rows;
        }

        // group, explain, known, wrong

        /** By each dimension of the row itself alone, and by those of what it leads to as many at once as may be: hidden values make groups of their own among these too. */
        private void groups() {
            new TreeMap<>(ReadFields.ROOTS).forEach((name, root) -> {
                if (!(root instanceof Root.Groups(var noun))) return;
                var own = noun.dimensions().values().stream().filter(dimension -> dimension.relation() == null).toList();
                var further = noun.dimensions().values().stream().filter(dimension -> dimension.relation() != null && !isOnlyOwn()).toList();
                var gathered = new ArrayList<>(chunks(own, sight.depth() == Sight.Depth.EVERYTHING ? 1 : DIMENSIONS));
                gathered.addAll(chunks(further, DIMENSIONS));
                groups(name, noun, List.of(), List.of(Map.of()));
                for (var some : gathered) {
                    var ways = new ArrayList<Map<String, Object>>(List.of(Map.of()));
                    if (sight.depth() == Sight.Depth.EVERYTHING) {
                        ways.add(Map.of("order", "COUNT", "having", Map.of("count", Map.of("gte", some.size() == 1 ? 2 : 1))));
                        for (var amount : noun.amounts()) ways.add(Map.of("having", Map.of("sum", Map.of(amount.name(), Map.of("gte", probes.values(noun, amount).getFirst())))));
                    }
                    groups(name, noun, some, ways);
                    some.forEach(dimension -> about(Probes.thing(noun, dimension.relation(), dimension.field()), "group" + dimension.part()));
                }
                if (sight.depth() == Sight.Depth.EVERYTHING)
                    for (var some : chunks(noun.fields().values().stream().filter(Noun.Field::isFilterable).toList(), ROOTS))
                        groups(name, noun, List.of(), some.stream().map(field -> Map.<String, Object>of("where", Map.of("not", probes.equal(noun, field)))).toList());
                about("Query." + name, "list");
            });
        }

        /** @param ways each with its where, having and order, one beside the other */
        private void groups(String name, Noun noun, List<Noun.Dimension> by, List<Map<String, Object>> ways) {
            var amounts = noun.amounts().stream().map(Noun.Field::name).collect(Collectors.joining(" "));
            var wanted = (amounts.isEmpty() ? "" : Probes.MEASURES.stream().map(measure -> measure + " { " + amounts + " } ").collect(Collectors.joining()))
                    + (by.isEmpty() ? "" : by.stream().map(Noun.Dimension::name).collect(Collectors.joining(" ", "by { ", " } ")));
            var variables = new LinkedHashMap<String, Object>(Map.of("by", by.stream().map(Noun.Dimension::constant).toList()));
            for (var place = 0; place < ways.size(); place++)
                for (var argument : List.of("where", "having", "order"))
                    if (ways.get(place).containsKey(argument)) variables.put(argument + place, ways.get(place).get(argument));
            ask("query($by: [" + noun.name() + "Dimension!]!, " + numbered(ways.size(), "$where%1$d: " + noun.name() + "Where, $having%1$d: " + noun.name() + "Having, $order%1$d: GroupOrder = KEY", ", ") + ") { "
                    + numbered(ways.size(), "g%1$d: " + name + "(by: $by, where: $where%1$d, having: $having%1$d, orderBy: $order%1$d) { hasMore groups { count " + wanted + "} }", " ") + " }", variables, _ -> { });
        }

        /** Counts of the same rows side by side, which are one statement: of all, and of what filters by hidden values leave, each beside some of the counts. */
        private void together() {
            new TreeMap<>(ReadFields.ROOTS).forEach((name, root) -> {
                if (!(root instanceof Root.Groups(var noun))) return;
                var list = doors.stream().filter(one -> one.isRoot() && one.noun() == noun).findFirst().orElseThrow().root();
                var wheres = new ArrayList<Map<String, Object>>(List.of(Map.of()));
                if (sight.depth() == Sight.Depth.EVERYTHING)
                    for (var field : noun.fields().values())
                        if (field.isFilterable()) wheres.add(Map.of("not", probes.equal(noun, field)));
                var own = chunks(noun.dimensions().values().stream().filter(dimension -> dimension.relation() == null).toList(), FACETS);
                for (var turn = 0; turn < Math.max(own.size(), wheres.size()); turn++) {
                    var some = own.get(turn % own.size());
                    var facets = some.stream().map(dimension -> "%1$s: %2$s(by: [%3$s], where: $where, orderBy: COUNT) { hasMore groups { count by { %1$s } } }".formatted(dimension.name(), name, dimension.constant()))
                            .collect(Collectors.joining(" "));
                    var where = wheres.get(turn % wheres.size());
                    ask("query($where: %sWhere) { all: %s(where: $where) { totalCount } %s }".formatted(noun.name(), list, facets), Map.of("where", where), _ -> { });
                    some.forEach(dimension -> about(Probes.thing(noun, null, dimension.field()), "together" + dimension.part()));
                }
            });
        }

        /** Of rows that he sees every filter, part by part; of others nothing. The dossier is asked about in every way, other nouns by what they have in one way each. */
        private void explains() {
            new TreeMap<>(ReadFields.ROOTS).forEach((name, root) -> {
                if (!(root instanceof Root.Explain(var noun))) return;
                var door = doors.stream().filter(one -> one.isRoot() && one.noun() == noun).findFirst().orElseThrow();
                var inEveryWay = noun == Nouns.DOSSIER;
                var rows = Stream.concat(pair.seen(noun).stream().limit(inEveryWay ? Long.MAX_VALUE : EXPLAINED), pair.hidden(noun).stream().limit(1)).toList();
                var document = "query($id: ID!, $where: %sWhere!) { %s(id: $id, where: $where) { holds parts { path holds shown below { count holding rows { id holds shown } } } } }".formatted(noun.name(), name);
                for (var some : chunks(inEveryWay ? probes.filters(door) : ownAndHidden(noun, one(probes.filters(door), sights.indexOf(sight))), PARTS)) {
                    var where = Map.<String, Object>of("and", some.stream().map(probe -> probe.arguments().get("where")).toList());
                    for (var row : rows) ask(document, Map.of("id", row.get("id"), "where", where), _ -> { });
                    some.forEach(probe -> about(probe.thing(), "explain"));
                }
                about("Query." + name, "list");
            });
        }

        /** Those about the row itself, and about what it leads to where that may be hidden from who sees it. */
        private static List<Probe> ownAndHidden(Noun noun, List<Probe> probes) {
            return probes.stream().filter(probe -> {
                var steps = probe.thing().split("\\.");
                return steps.length == 2 || steps.length == 3 && noun.relations().get(steps[1]) instanceof Noun.ToOne one && !one.implied();
            }).toList();
        }

        /** Whoever can name a row sees it, and of what it leads to only what he sees anyhow; naming half of it tells nothing. */
        private void known() {
            new TreeMap<>(ReadFields.ROOTS).forEach((name, root) -> {
                if (!(root instanceof Root.Known(var noun, var by))) return;
                var arguments = List.copyOf(new TreeSet<>(by.keySet()));
                var document = "query(%s) { %s(%s) { %s } }".formatted(arguments.stream().map(argument -> "$" + argument + ": String!").collect(Collectors.joining(", ")), name,
                        arguments.stream().map(argument -> argument + ": $" + argument).collect(Collectors.joining(", ")), isOnlyOwn() ? near(noun) : whole(noun));
                var same = Stream.concat(pair.seen(noun).stream(), pair.known(noun).stream()).toList();
                assertTrue(same.size() > 1, () -> sight.name() + " knows of no " + noun.name());
                for (var row : same)
                    ask(document, by.keySet().stream().collect(Collectors.toMap(argument -> argument, argument -> row.get(noun.fields().get(by.get(argument)).column()))),
                            answer -> assertTrue(((Map<?, ?>) answer).get(name) != null, "it was named, and is not there"));
                for (var row : pair.hidden(noun, isOnlyOwn() ? 1 : 4))
                    for (var half : arguments) {
                        var variables = new LinkedHashMap<String, Object>();
                        for (var argument : arguments) variables.put(argument, argument.equals(half) ? row.get(noun.fields().get(by.get(argument)).column()) : "没有");
                        ask(document, variables, _ -> { });
                    }
                about("Query." + name, "list");
            });
        }

        /** By a protected field, of the row and of what it leads to: whoever may not ask is refused, whatever there is. */
        private void sought() {
            var mayAsk = sight.viewer().isAny(IdentityVault.MAY_UNMASK);
            var numbers = Stream.of(pair.seen(Nouns.PERSON).stream().limit(1).map(person -> Worlds.identityNumber(person.get("id"), false)),
                    pair.hidden(Nouns.PERSON).stream().flatMap(person -> Stream.of(false, true).map(isOther -> Worlds.identityNumber(person.get("id"), isOther)))).flatMap(all -> all).distinct().toList();
            for (var noun : Nouns.all())
                for (var field : noun.fields().values()) {
                    if (field.isFilterable()) continue;
                    for (var number : mayAsk && !isOnlyOwn() ? numbers : numbers.subList(0, 2)) {
                        var where = Map.<String, Object>of(field.name(), Map.of("eq", number));
                        for (var door : doors) {
                            if (!door.isRoot()) continue;
                            var probes = new ArrayList<Probe>();
                            if (door.noun() == noun) probes.add(Probe.where(where, "", ""));
                            for (var relation : door.noun().relations().values())
                                if (relation.target().equals(noun.name())) probes.add(Probe.where(Map.of(relation.name(), relation instanceof Noun.ToOne ? where : Map.of("some", where)), "", ""));
                            for (var probe : probes) ask(door, FOUND, List.of(probe), "", mayAsk, _ -> { });
                        }
                    }
                    about(Probes.field(noun, field), "sought");
                }
        }

        /** What is asked wrongly is refused in the same words, whatever there is: together with others, and alone. */
        private void errors() {
            for (var door : doors) {
                if (!door.isRoot()) continue;
                var wrong = probes.wrong(door);
                for (var some : chunks(wrong, ROOTS)) ask(door, FOUND, some, "", false, _ -> { });
                for (var one : List.of(wrong.getFirst(), new Probe(Map.of("first", -1), "", ""), new Probe(Map.of("after", "x".repeat(80)), "", "")))
                    ask(door, FOUND, List.of(one), "", false, _ -> { });
                wrong.forEach(probe -> about(probe.thing(), probe.way()));
            }
            ask("query { node(id: \"1\") { id } }", Map.of(), false, _ -> { });
        }

        // both worlds

        private void ask(String document, Map<String, Object> variables, Consumer<Object> then) {
            ask(document, variables, true, then);
        }

        /** Asks both, and holds one answer against the other. */
        private void ask(String document, Map<String, Object> variables, boolean isAnswered, Consumer<Object> then) {
            nothingIsTold(SHOWN_FAILURES);
            requests.increment();
            var question = new Ask(document, null, variables, false, true);
            var b = answer(question, there);
            var a = answer(question, here);
            var one = bytes(a);
            var two = bytes(b);
            var isRefused = a instanceof Reply.Values values && values.body().containsKey("errors");
            if (!one.equals(two)) told.add(sight.name() + ": " + difference(one, two) + "\n    " + document + "\n    " + variables);
            assertFalse(one.contains("code=" + Codes.INTERNAL), () -> sight.name() + ": " + one + "\n" + document + "\n" + variables);
            assertEquals(isAnswered, !isRefused, () -> sight.name() + ": " + one + "\n" + document + "\n" + variables);
            if (!(a instanceof Reply.Written)) return;
            try {
                then.accept(JSON.readValue(((Reply.Written) a).data(), Argument.mapOf(String.class, Object.class)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** One after the other: what the first was asked by, the second is asked by too. */
        private Reply answer(Ask question, Viewer viewer) {
            return CompletableFuture.supplyAsync(() -> engine.answer(question, viewer, "the same"), loop).thenCompose(reply -> reply).join();
        }

        private static String bytes(Reply reply) {
            return switch (reply) {
                case Reply.Written written -> new String(written.data(), StandardCharsets.UTF_8) + written.extensions();
                case Reply.Values values -> values.outcome() + " " + values.body();
            };
        }

        private static String difference(String one, String two) {
            var at = 0;
            while (at < Math.min(one.length(), two.length()) && one.charAt(at) == two.charAt(at)) at++;
            var from = Math.max(0, at - 120);
            return "«" + one.substring(from, Math.min(one.length(), at + 60)) + "» is not «" + two.substring(from, Math.min(two.length(), at + 60)) + "»";
        }

        private void about(String thing, String way) {
            asked.add(sight.name() + " | " + thing + " | " + way);
        }
    }

    /** Whatever the nouns, the schema and the root fields have was asked about, by everybody as deeply as he is asked. */
    private void nothingIsLeftOut() {
        var left = new TreeSet<String>();
        for (var sight : sights) {
            Must must = (thing, ways, isAny) -> {
                var missing = ways.stream().filter(way -> !asked.contains(sight.name() + " | " + thing + " | " + way)).toList();
                if (isAny ? missing.size() == ways.size() : !missing.isEmpty()) left.add(sight.name() + ": " + thing + " by " + missing);
            };
            var whole = sight.depth() == Sight.Depth.EVERYTHING;
            sight.ownWay().ifPresent(noun -> {
                must.of(doors.stream().filter(door -> door.noun() == noun).findFirst().orElseThrow().name(), List.of("paged"), false);
                if (ReadFields.ROOTS.containsValue(new Root.Explain(noun)))
                    for (var field : noun.fields().values())
                        if (field.isFilterable()) must.of(Probes.field(noun, field), List.of("explain"), false);
            });
            for (var noun : Nouns.all()) {
                var deep = whole || sight.ownWay().filter(one -> one == noun).isPresent();
                for (var field : noun.fields().values()) {
                    var thing = Probes.field(noun, field);
                    must.of(thing, List.of("select"), false);
                    if (!field.isFilterable()) must.of(thing, List.of("sought"), false);
                    if (!Nouns.listed(noun) || !field.isFilterable()) continue;
                    var compared = Probes.operators(schema, noun, field).stream().map(Operator::spelled).toList();
                    assertFalse(compared.isEmpty(), thing);
                    if (whole) must.of(thing, List.of("counted", "listed", "and", "or"), false);
                    must.of(thing, deep ? compared : Stream.concat(compared.stream(), Stream.of("and", "or")).toList(), !deep);
                    if (field.isSortable()) must.of(thing, deep ? List.of("sort", "cursor") : List.of("sort"), false);
                }
                for (var relation : noun.relations().values()) {
                    must.of(noun.name() + "." + relation.name(), List.of("select"), false);
                    if (!Nouns.listed(noun) || sight.depth() == Sight.Depth.OWN) continue;
                    if (whole && relation instanceof Noun.ToMany) must.of(noun.name() + "." + relation.name(), List.of("list"), false);
                    var further = Nouns.named(relation.target()).fields().values().stream().filter(Noun.Field::isFilterable).toList();
                    if (whole) further.forEach(field -> must.of(Probes.thing(noun, relation, field), Probes.across(relation, field), false));
                    else if (further.stream().noneMatch(field -> Probes.across(relation, field).stream().anyMatch(way -> asked.contains(sight.name() + " | " + Probes.thing(noun, relation, field) + " | " + way))))
                        left.add(sight.name() + ": nothing across " + noun.name() + "." + relation.name());
                }
                if (whole) noun.searched().forEach(field -> must.of(noun.name() + "." + field, List.of("search"), false));
                if (Nouns.listed(noun) && sight.depth() != Sight.Depth.OWN)
                    for (var key : noun.sortKeys().values()) must.of(Probes.thing(noun, key.relation(), key.field()), deep ? List.of("sort", "cursor") : List.of("sort"), false);
            }
            ReadFields.ROOTS.forEach((name, root) -> {
                if (!(root instanceof Root.Explain) || whole) must.of("Query." + name, List.of("list"), false);
                switch (root) {
                    case Root.Groups(var noun) -> noun.dimensions().values().stream().filter(dimension -> dimension.relation() == null || sight.depth() != Sight.Depth.OWN)
                            .forEach(dimension -> must.of(Probes.thing(noun, dimension.relation(), dimension.field()),
                                    dimension.relation() == null ? List.of("group" + dimension.part(), "together" + dimension.part()) : List.of("group" + dimension.part()), false));
                    case Root.Explain(var noun) when whole -> noun.fields().values().stream().filter(Noun.Field::isFilterable).forEach(field -> must.of(Probes.field(noun, field), List.of("explain"), false));
                    case Root.Rows(var noun) -> {
                        noun.fields().values().stream().filter(Noun.Field::isFilterable).forEach(field -> must.of(Probes.field(noun, field), List.of("error"), false));
                        if (whole && !noun.searched().isEmpty()) noun.sortKeys().values().forEach(key -> must.of(Probes.thing(noun, key.relation(), key.field()), List.of("searchSort"), false));
                    }
                    default -> { }
                }
            });
        }
        assertTrue(left.isEmpty(), () -> left.size() + " ways of asking were not tried: " + left.stream().limit(30).toList());
        assertTrue(cursors.sum() > 1_000, "cursors: " + cursors);
        assertTrue(together.sum() > 2L * sights.size(), "counts side by side: " + together);
    }

    @FunctionalInterface
    private interface Must {
        void of(String thing, List<String> ways, boolean isAny);
    }

    private static String numbered(int many, String text, String between) {
        return IntStream.range(0, many).mapToObj(text::formatted).collect(Collectors.joining(between));
    }

    private static <T> List<List<T>> chunks(List<T> all, int size) {
        return IntStream.range(0, (all.size() + size - 1) / size).mapToObj(chunk -> all.subList(chunk * size, Math.min(all.size(), (chunk + 1) * size))).toList();
    }

    private static Object member(Object object, String... path) {
        for (var step : path) object = ((Map<?, ?>) object).get(step);
        return object;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object list) {
        return (List<Object>) list;
    }
}
