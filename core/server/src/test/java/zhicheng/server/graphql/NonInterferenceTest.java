package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import zhicheng.server.TestDatabase;
import zhicheng.server.region.Regions;
import zhicheng.contract.nowhere.Nowhere;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.account.Role;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.read.Fixture;
import zhicheng.server.read.Noun;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Operator;
import zhicheng.server.read.Order;
import zhicheng.server.read.Questions;
import zhicheng.server.read.ReadPool;
import zhicheng.server.read.Root;
import zhicheng.server.read.Scalar;
import zhicheng.server.read.Sight;
import zhicheng.server.read.Worlds;

/**
 * Nobody learns by asking what he may not see. For every viewer there are two databases that differ in nothing but what he may not see ({@link Worlds}),
 * and the same questions get the same bytes from both: every field of every noun selected, filtered by with every operator and value that occurs,
 * hidden or not, sorted by, paged by both ways, grouped by, counted, searched, explained, and asked wrongly; of the row itself, and across relations.
 *
 * <p>The questions follow from the nouns, so that a new field is asked about by itself; what was asked is written down, and a field, an operator, a relation
 * or a root field that nothing was asked of makes the test fail. Both worlds are asked through one engine, whose statements are shared by viewers.
 */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NonInterferenceTest {
    /** Root fields that tell more than their viewer may see, on purpose, each with a test of its own (StatisticsTest). */
    private static final Set<String> EXCEPTIONS = Set.of("dossierStatistics");

    private static final Limits LIMITS = new Limits(1 << 24, 1 << 20, 100_000, 40, 100_000, 1_000, 10_000, 50, 5_000, Long.MAX_VALUE, false, Duration.ofMinutes(1), 1_000);
    private static final int ROOTS = 12;
    private static final int BELOW = 24;
    private static final int PARTS = 40;
    private static final int SHOWN_FAILURES = 12;

    private static final JsonMapper JSON = JsonMapper.createDefault();

    private final Set<String> asked = new LinkedHashSet<>();
    private final List<String> told = new ArrayList<>();
    private final List<Door> doors = doors();
    private long requests;
    private long lists;
    private long cursors;
    private TestDatabase first;
    private ReadPool firstPool;
    private ReadPool otherPool;
    private volatile Viewer other;
    private ExecutorService threads;
    private Engine engine;
    private GraphQLSchema schema;

    @BeforeAll
    void start() {
        first = Worlds.first();
        firstPool = Fixture.pool(first);
        threads = Executors.newFixedThreadPool(4);
        var files = GoldenReadsTest.sdl();
        var clock = new OfficialClock(Clock.systemUTC(), Duration.ZERO);
        // the viewer is the same in both worlds, and another object in the second
        Questions either = (question, viewer) -> (viewer == other ? otherPool : firstPool).ask(question, viewer);
        var reader = Fixture.reader(either);
        var identities = new IdentityQuestions(new IdentityVault(Fixture.KEY), (_, _, _, _) -> { });
        var wires = List.of(new Scalars(), identities, new ServerWires(clock), new ReadFields(reader, identities));
        schema = Schema.of(files, wires);
        engine = new Engine(files, wires, List.of(new Operations(reader, Regions.of(List.of(new Nowhere())))), new TrustedDocuments("", List.of()), LIMITS, clock, new SecurityLog(), threads);
    }

    @AfterAll
    void stop() {
        threads.shutdown();
        firstPool.close();
        first.close();
    }

    @Test
    void two_worlds_that_differ_in_what_one_may_not_see_are_the_same_to_him() {
        var sights = Sight.all();
        assertEquals(Set.of(Role.values()), sights.stream().flatMap(sight -> sight.viewer().roles().stream()).collect(Collectors.toSet()), "a role that nobody has");
        assertEquals(Nouns.all().stream().map(Noun::name).collect(Collectors.toCollection(TreeSet::new)), Sight.nouns(), "say in Sight who sees it");
        var crossed = new TreeSet<String>();
        for (var sight : sights.stream().filter(one -> one.depth() != Sight.Depth.OWN).toList())
            in(Worlds.other(first, sight), world -> {
                var asking = new Asking(sight, world);
                crossed.addAll(asking.differs());
                switch (sight.depth()) {
                    case EVERYTHING -> asking.everything();
                    case EACH, OWN -> asking.each(sights.indexOf(sight));
                }
            });
        var blind = sights.stream().filter(sight -> sight.depth() == Sight.Depth.OWN).toList();
        in(Worlds.other(first, blind.getFirst()), world -> {
            for (var sight : blind) {
                var asking = new Asking(sight, world);
                asking.differs();
                asking.each(blind.indexOf(sight));
            }
        });
        assertEquals(crossings(), crossed, "a relation that leads nobody from what he sees to what he does not: add such rows to borders.sql");
        nothingIsLeftOut(sights);
        System.out.printf("Non-interference: %,d combinations of viewer, type, field and way of asking; %d viewers, %d roles, %d types, %d fields; %,d requests to each of two worlds, %,d lists, %,d pages by cursor%n",
                asked.size(), sights.size(), Role.values().length, Nouns.all().size(), Nouns.all().stream().mapToInt(noun -> noun.fields().size()).sum(), requests, lists, cursors);
        assertTrue(told.isEmpty(), () -> told.size() + " answers tell what may not be seen, the first of them:\n" + told.stream().limit(SHOWN_FAILURES).collect(Collectors.joining("\n")));
    }

    private void in(TestDatabase world, Consumer<TestDatabase> asking) {
        try (world; var pool = Fixture.pool(world)) {
            otherPool = pool;
            asking.accept(world);
        }
    }

    /** Relations whose other end may be hidden from whoever sees this one. */
    private static Set<String> crossings() {
        return Nouns.all().stream().flatMap(noun -> noun.relations().values().stream().filter(relation -> switch (relation) {
            case Noun.ToOne one -> !one.implied();
            case Noun.ToMany many -> !many.implied() && Sight.bordered().contains(many.target());
        }).map(relation -> noun.name() + "." + relation.name())).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A list that can be asked for: a root field's, or a relation's below one. {@code owners} lead from the root field to the row whose list it is. */
    private record Door(String root, List<Noun.ToMany> owners, Noun owner, Noun.ToMany relation, Noun noun) {
        boolean isRoot() { return relation == null; }

        String name() { return isRoot() ? "Query." + root : owner.name() + "." + relation.name(); }

        /** @param lists each with its arguments and what is wanted of it */
        String around(String lists) {
            if (isRoot()) return "{ " + lists + " }";
            var whose = "(where: $owner, first: 100)";
            var text = new StringBuilder("{ ").append(root).append(owners.isEmpty() ? whose : "(first: 100)").append(" { nodes { ");
            for (var step = 0; step < owners.size(); step++) text.append(owners.get(step).name()).append(step == owners.size() - 1 ? whose : "(first: 100)").append(" { nodes { ");
            return text.append("id ").append(lists).append(" } } ".repeat(owners.size() + 1)).append('}').toString();
        }
    }

    /** Every list of the API, each by the shortest way. */
    private static List<Door> doors() {
        var doors = new ArrayList<Door>();
        record Way(String root, List<Noun.ToMany> owners) {}
        var ways = new LinkedHashMap<Noun, Way>();
        var open = new ArrayDeque<Noun>();
        new TreeMap<>(ReadFields.ROOTS).forEach((name, root) -> {
            if (EXCEPTIONS.contains(name) || !(root instanceof Root.Rows(var noun))) return;
            doors.add(new Door(name, List.of(), null, null, noun));
            ways.put(noun, new Way(name, List.of()));
            open.add(noun);
        });
        while (!open.isEmpty()) {
            var owner = open.removeFirst();
            var way = ways.get(owner);
            for (var relation : owner.relations().values()) {
                if (!(relation instanceof Noun.ToMany many)) continue;
                var noun = Nouns.named(many.target());
                doors.add(new Door(way.root, way.owners, owner, many, noun));
                if (ways.putIfAbsent(noun, new Way(way.root, Stream.concat(way.owners.stream(), Stream.of(many)).toList())) == null) open.add(noun);
            }
        }
        return doors;
    }

    /**
     * One way to ask for a list.
     *
     * @param arguments where, search, orderBy, first, after, last, before: as they are sent
     * @param thing what it is about: a field, or one at the end of a relation
     * @param way how it is asked for
     */
    private record Probe(Map<String, Object> arguments, String thing, String way) {
        static Probe where(Map<String, Object> where, String thing, String way) { return new Probe(Map.of("where", where), thing, way); }
    }

    /** What one viewer asks of two worlds. */
    private final class Asking {
        private static final String FOUND = "totalCount nodes { id }";
        private static final String PAGED = "edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

        private final Sight sight;
        private final Viewer here;
        private final Map<Noun, List<Map<String, Object>>> seen = new LinkedHashMap<>();
        private final Map<Noun, List<Map<String, Object>>> hiddenHere = new LinkedHashMap<>();
        private final Map<Noun, List<Map<String, Object>>> hiddenThere = new LinkedHashMap<>();
        private final Map<Noun, List<Map<String, Object>>> seenThere = new LinkedHashMap<>();

        Asking(Sight sight, TestDatabase world) {
            this.sight = sight;
            var viewer = sight.viewer();
            here = viewer;
            other = new Viewer(viewer.account(), viewer.roles(), viewer.person(), viewer.organisation());
            for (var noun : Nouns.all()) {
                var rows = Worlds.rows(first, noun);
                seen.put(noun, rows.stream().filter(row -> sight.sees(noun, row)).toList());
                hiddenHere.put(noun, rows.stream().filter(row -> !sight.sees(noun, row)).toList());
                var others = Worlds.rows(world, noun);
                seenThere.put(noun, others.stream().filter(row -> sight.sees(noun, row)).toList());
                hiddenThere.put(noun, others.stream().filter(row -> !sight.sees(noun, row)).toList());
            }
        }

        /**
         * That the worlds are what they are said to be: the same where he sees, and otherwise in every field where he does not.
         *
         * @return the relations by which he could get from what he sees to what he does not
         */
        Set<String> differs() {
            for (var noun : Nouns.all()) {
                var name = sight.name() + ", " + noun.name();
                for (var field : noun.fields().values())
                    assertEquals(column(seen.get(noun), field), column(seenThere.get(noun), field), () -> name + "." + field.name() + " is seen, and is not the same");
                var hidden = hiddenHere.get(noun);
                var isAll = Set.of("*").equals(sight.rows().getOrDefault(noun.name(), Set.of()));
                assertEquals(isAll, hidden.isEmpty(), name);
                assertEquals(isAll, hiddenThere.get(noun).isEmpty(), name);
                if (isAll) continue;
                assertFalse(Objects.equals(ids(hidden), ids(hiddenThere.get(noun))), name + ": the same rows are hidden");
                assertTrue(!ids(hiddenHere.get(noun)).containsAll(ids(hiddenThere.get(noun))), name + ": nothing is hidden there that is not here");
                for (var field : noun.fields().values()) {
                    var a = column(hidden, field);
                    var b = column(hiddenThere.get(noun), field);
                    var both = ids(hidden).stream().filter(ids(hiddenThere.get(noun))::contains).anyMatch(id -> !Objects.equals(a.get(id), b.get(id)));
                    assertTrue(both || !Set.copyOf(shown(a)).equals(Set.copyOf(shown(b))) || noun == Nouns.TRAIL_ENTRY && field.name().equals("subjectKind"), () -> name + "." + field.name() + " is hidden, and the same");
                }
            }
            var crossed = new TreeSet<String>();
            for (var noun : Nouns.all())
                for (var relation : noun.relations().values()) {
                    var target = Nouns.named(relation.target());
                    var leads = switch (relation) {
                        case Noun.ToOne one -> seen.get(noun).stream().anyMatch(row -> row.get(one.column()) != null && ids(hiddenHere.get(target)).contains(row.get(one.column())));
                        case Noun.ToMany many -> hiddenHere.get(target).stream().anyMatch(row -> row.get(many.column()) != null && ids(seen.get(noun)).contains(row.get(many.column())));
                    };
                    if (leads) crossed.add(noun.name() + "." + relation.name());
                }
            return crossed;
        }

        void everything() {
            selects();
            nodes();
            for (var door : doors) {
                found(door, FOUND, filters(door));
                found(door, PAGED, sorts(door));
                found(door, FOUND, searches(door));
                pages(door, keys(door));
            }
            groups();
            explains();
            known();
            errors();
        }

        /** Of each thing one way to ask about it, another one for the next viewer. */
        void each(int turn) {
            selects();
            nodes();
            for (var door : doors) {
                if (!isMain(door)) continue;
                found(door, FOUND, one(filters(door), turn));
                found(door, PAGED, one(sorts(door), turn));
                pages(door, keys(door).stream().limit(2).toList());
            }
            groups();
            known();
            errors();
        }

        /** Of the probes about the same thing the one whose turn it is. */
        private List<Probe> one(List<Probe> probes, int turn) {
            var byThing = probes.stream().filter(probe -> sight.depth() == Sight.Depth.EACH || probe.thing().indexOf('.') == probe.thing().lastIndexOf('.'))
                    .collect(Collectors.groupingBy(Probe::thing, LinkedHashMap::new, Collectors.toList()));
            return byThing.values().stream().map(some -> some.get(turn % some.size())).toList();
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

        private void selects() {
            new TreeMap<>(ReadFields.ROOTS).forEach((name, root) -> {
                if (EXCEPTIONS.contains(name)) return;
                switch (root) {
                    case Root.Rows(var noun) -> {
                        var listed = new TreeSet<String>();
                        ask("query { %s(first: 100) { totalCount edges { cursor node { %s } } } }".formatted(name, whole(noun)), Map.of(), answer -> {
                            for (var edge : list(member(answer, name, "edges"))) listed.add(member(edge, "node", "id").toString());
                            if (!listed.equals(ids(seen.get(noun)))) told.add("%s sees of %s %s, not %s".formatted(sight.name(), noun.name(), listed, ids(seen.get(noun))));
                        });
                        about("Query." + name, "list");
                    }
                    case Root.ById(var noun) -> {
                        for (var id : Stream.of(seen.get(noun), hiddenHere.get(noun), hiddenThere.get(noun)).flatMap(List::stream).map(row -> row.get("id")).distinct().toList())
                            ask("query($id: ID!) { %s(id: $id) { %s } }".formatted(name, whole(noun)), Map.of("id", id), _ -> { });
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
                var visible = ids(seen.get(noun));
                var ids = Stream.of(seen.get(noun), hiddenHere.get(noun), hiddenThere.get(noun)).flatMap(List::stream).map(row -> row.get("id").toString()).distinct().toList();
                for (var some : chunks(ids, 3)) {
                    var variables = new LinkedHashMap<String, Object>();
                    for (var place = 0; place < some.size(); place++) variables.put("id" + place, some.get(place));
                    ask("query(%s) { %s }".formatted(numbered(some.size(), "$id%1$d: ID!", ", "),
                            numbered(some.size(), "n%1$d: node(id: $id%1$d) { ... on " + noun.name() + " { " + (sight.depth() == Sight.Depth.OWN ? scalars(noun) : whole(noun)) + " } }", " ")), variables, answer -> {
                        for (var place = 0; place < some.size(); place++)
                            if (visible.contains(some.get(place)) != (((Map<?, ?>) answer).get("n" + place) != null))
                                told.add("%s %s %s %s by its id".formatted(sight.name(), visible.contains(some.get(place)) ? "does not see" : "sees", noun.name(), some.get(place)));
                    });
                }
                for (var field : noun.fields().keySet()) about(noun.name() + "." + field, "select");
                for (var relation : noun.relations().keySet()) about(noun.name() + "." + relation, "select");
            }
            about("Query.node", "list");
        }

        // filter

        /** Every field in every way where the door is the noun's main one, every field of its own in two at the others. */
        private List<Probe> filters(Door door) {
            var probes = new ArrayList<Probe>();
            var noun = door.noun;
            for (var field : noun.fields().values())
                if (field.isFilterable()) probes.addAll(isMain(door) ? own(noun, field) : List.of(
                        Probe.where(equal(noun, field), field(noun, field), "eq"), Probe.where(turning(noun, field), field(noun, field), "compared")));
            if (isMain(door))
                for (var relation : noun.relations().values())
                    switch (relation) {
                        case Noun.ToOne one -> probes.addAll(toOne(noun, one));
                        case Noun.ToMany many -> probes.addAll(toMany(noun, many));
                    }
            return probes;
        }

        /** By a field of the row: with every operator, and with and, or, not around it. */
        private List<Probe> own(Noun noun, Noun.Field field) {
            var probes = new ArrayList<Probe>();
            var thing = field(noun, field);
            for (var operator : operators(noun, field))
                for (var value : operands(noun, field, operator)) probes.add(Probe.where(Map.of(field.name(), Map.of(operator.spelled(), value)), thing, operator.spelled()));
            var equal = equal(noun, field);
            probes.add(Probe.where(Map.of("or", List.of(equal, Map.of("not", equal))), thing, "or"));
            probes.add(Probe.where(Map.of("not", equal), thing, "not"));
            probes.add(Probe.where(Map.of("and", List.of(Map.of("not", equal), Map.of("or", List.of(Map.of("id", Map.of("in", ids(hiddenHere.get(noun)))), equal)))), thing, "and"));
            return probes;
        }

        private List<Probe> toOne(Noun noun, Noun.ToOne relation) {
            var probes = new ArrayList<Probe>();
            var target = Nouns.named(relation.target());
            var name = relation.name();
            probes.add(Probe.where(Map.of(name, Map.of()), noun.name() + "." + name, "there"));
            probes.add(Probe.where(Map.of("not", Map.of(name, Map.of())), noun.name() + "." + name, "notThere"));
            for (var field : target.fields().values()) {
                if (!field.isFilterable()) continue;
                var thing = noun.name() + "." + name + "." + field.name();
                probes.add(Probe.where(Map.of(name, equal(target, field)), thing, "eq"));
                probes.add(Probe.where(Map.of("not", Map.of(name, equal(target, field))), thing, "not"));
                probes.add(Probe.where(Map.of(name, Map.of(field.name(), Map.of("isNull", true))), thing, "isNull"));
                probes.add(Probe.where(Map.of(name, turning(target, field)), thing, "compared"));
            }
            further(target).forEach((path, where) -> probes.add(Probe.where(Map.of(name, where), noun.name() + "." + name + "." + path, "further")));
            return probes;
        }

        private List<Probe> toMany(Noun noun, Noun.ToMany relation) {
            var probes = new ArrayList<Probe>();
            var target = Nouns.named(relation.target());
            var name = relation.name();
            for (var quantifier : List.of("some", "every", "none")) probes.add(Probe.where(Map.of(name, Map.of(quantifier, Map.of())), noun.name() + "." + name, quantifier));
            for (var count = 0; count < 4; count++) probes.add(Probe.where(Map.of(name, Map.of("count", Map.of("eq", count))), noun.name() + "." + name, "count"));
            for (var field : target.fields().values()) {
                if (!field.isFilterable()) continue;
                var thing = noun.name() + "." + name + "." + field.name();
                var equal = equal(target, field);
                probes.add(Probe.where(Map.of(name, Map.of("some", equal)), thing, "some"));
                probes.add(Probe.where(Map.of(name, Map.of("every", Map.of("not", equal))), thing, "every"));
                probes.add(Probe.where(Map.of(name, Map.of("none", turning(target, field))), thing, "none"));
                probes.add(Probe.where(Map.of(name, Map.of("where", equal, "count", Map.of("gte", 1))), thing, "count"));
            }
            for (var amount : target.amounts())
                for (var measure : MEASURES) {
                    var thing = noun.name() + "." + name + "." + amount.name();
                    for (var value : values(target, amount)) probes.add(Probe.where(Map.of(name, Map.of(measure, Map.of(amount.name(), Map.of("gte", value)))), thing, measure));
                    probes.add(Probe.where(Map.of(name, Map.of(measure, Map.of(amount.name(), Map.of("isNull", true)))), thing, measure));
                    probes.add(Probe.where(Map.of(name, Map.of("where", equal(target, amount), measure, Map.of(amount.name(), Map.of("gt", 0)))), thing, measure));
                }
            further(target).forEach((path, where) -> probes.add(Probe.where(Map.of(name, Map.of("some", where)), noun.name() + "." + name + "." + path, "further")));
            return probes;
        }

        /** One step more: whether there is anything, or a certain one, at its end. */
        private Map<String, Map<String, Object>> further(Noun noun) {
            var wheres = new LinkedHashMap<String, Map<String, Object>>();
            for (var relation : noun.relations().values()) {
                var target = Nouns.named(relation.target());
                var certain = equal(target, target.fields().get("id"));
                switch (relation) {
                    case Noun.ToOne one -> {
                        wheres.put(one.name(), Map.of(one.name(), Map.of()));
                        wheres.put(one.name() + ".id", Map.of(one.name(), certain));
                    }
                    case Noun.ToMany many -> {
                        wheres.put(many.name(), Map.of(many.name(), Map.of("count", Map.of("gte", 1))));
                        wheres.put(many.name() + ".id", Map.of(many.name(), Map.of("none", certain)));
                    }
                }
            }
            return wheres;
        }

        private Map<String, Object> equal(Noun noun, Noun.Field field) {
            return equal(field, values(noun, field).getFirst());
        }

        private static Map<String, Object> equal(Noun.Field field, Object value) {
            return Map.of(field.name(), Map.of((field.scalar() == Scalar.TEXTS ? Operator.HAS : Operator.EQ).spelled(), value));
        }

        /** With another operator for each field. */
        private Map<String, Object> turning(Noun noun, Noun.Field field) {
            var operators = operators(noun, field);
            var operator = operators.get(Math.floorMod((noun.name() + field.name()).hashCode(), operators.size()));
            return Map.of(field.name(), Map.of(operator.spelled(), operands(noun, field, operator).getFirst()));
        }

        private List<Object> operands(Noun noun, Noun.Field field, Operator operator) {
            var values = values(noun, field);
            return switch (operator) {
                case IS_NULL -> List.of(true, false);
                case EQ -> values;
                case NEQ, HAS, LT, LTE, GT, GTE -> values.subList(0, 1);
                case IN, NOT_IN, HAS_SOME -> List.of(values);
                case CONTAINS -> List.of(piece(values.getFirst().toString(), values.getFirst().toString().length() / 2));
                case STARTS_WITH -> List.of(values.getFirst().toString().substring(0, 1));
            };
        }

        /** Two characters of it. */
        private static Object piece(String text, int from) {
            var start = Math.max(0, Math.min(from, text.length() - 2));
            var piece = text.substring(start, Math.min(text.length(), start + 2)).strip();
            return piece.length() < 2 ? text.strip() + text.strip() : piece;
        }

        /** Of what is hidden here, of what is hidden there, of what is seen; where there is none, something. */
        private List<Object> values(Noun noun, Noun.Field field) {
            var visible = new LinkedHashSet<>(shown(column(seen.get(noun), field)));
            var values = new LinkedHashSet<Object>();
            for (var hidden : List.of(hiddenHere, hiddenThere)) {
                var all = shown(column(hidden.get(noun), field));
                all.stream().filter(value -> !visible.contains(value) && !values.contains(value)).findFirst().or(() -> all.stream().findFirst()).ifPresent(values::add);
            }
            visible.stream().findFirst().ifPresent(values::add);
            if (values.isEmpty()) values.add(word(noun, field).orElse(switch (field.scalar()) {
                case ID -> Fixture.id(1).toString();
                case TEXT, TEXTS -> "没有";
                case INT, AMOUNT -> 1;
                case BOOLEAN -> true;
                case DATE -> "2024-01-01";
                case INSTANT -> "2024-01-01T00:00:00+08:00";
                case HASH -> "00".repeat(32);
            }));
            return List.copyOf(values);
        }

        // sort, page, search

        private List<Probe> sorts(Door door) {
            var probes = new ArrayList<Probe>();
            for (var key : keys(door))
                for (var direction : List.of("ASC", "DESC"))
                    for (var nulls : List.of("FIRST", "LAST"))
                        probes.add(new Probe(Map.of("orderBy", List.of(order(key.constant(), direction, nulls)), "first", 100), thing(door.noun, key.relation(), key.field()), "sort" + direction + nulls));
            return isMain(door) ? probes : one(probes, door.name().length());
        }

        private static List<Order.SortKey> keys(Door door) {
            return List.copyOf(door.noun.sortKeys().values());
        }

        private static Map<String, Object> order(String field, String direction, String nulls) {
            return Map.of("field", field, "direction", direction, "nulls", nulls);
        }

        /** From the middle of a list in every order forwards and backwards, one row at a time; of lists below others those of the first row that has some. */
        private void pages(Door door, List<Order.SortKey> keys) {
            var owner = door.isRoot() ? Optional.of("") : seen.get(door.owner).stream().map(row -> row.get("id").toString())
                    .filter(id -> seen.get(door.noun).stream().filter(row -> id.equals(row.get(door.relation.column()))).count() > 0).findFirst();
            var orders = new ArrayList<Probe>();
            for (var key : isMain(door) ? keys : keys.stream().limit(3).toList()) {
                var turn = orders.size();
                orders.add(new Probe(Map.of("orderBy", List.of(order(key.constant(), turn % 2 == 0 ? "ASC" : "DESC", turn % 4 < 2 ? "FIRST" : "LAST")), "first", 100),
                        thing(door.noun, key.relation(), key.field()), "cursor"));
            }
            orders.forEach(probe -> about(probe.thing, probe.way));
            if (owner.isEmpty()) return; // nothing of it is seen, so there are no cursors; that none are given is seen by the sorting
            for (var some : chunks(orders, door.isRoot() ? ROOTS : BELOW))
                ask(door, PAGED, some, owner.get(), answer -> {
                    var further = new ArrayList<Probe>();
                    for (var place = 0; place < some.size(); place++) {
                        var edges = list(member(answer, "p" + place, "edges"));
                        if (edges.isEmpty()) continue;
                        var order = some.get(place).arguments.get("orderBy");
                        var cursor = member(edges.get(edges.size() / 2), "cursor");
                        further.add(new Probe(Map.of("orderBy", order, "first", 1, "after", cursor), "", ""));
                        further.add(new Probe(Map.of("orderBy", order, "last", 1, "before", cursor), "", ""));
                        cursors += 2;
                    }
                    for (var more : chunks(further, door.isRoot() ? ROOTS : BELOW)) ask(door, PAGED, more, owner.get(), _ -> { });
                });
        }

        private List<Probe> searches(Door door) {
            var probes = new ArrayList<Probe>();
            if (!door.isRoot()) return probes;
            for (var name : new TreeSet<>(door.noun.searched()))
                for (var value : values(door.noun, door.noun.fields().get(name)))
                    if (value.toString().strip().length() > 1) probes.add(new Probe(Map.of("search", value), door.noun.name() + "." + name, "search"));
            return probes;
        }

        /** A list asked for in many ways, some at a time. */
        private void found(Door door, String wanted, List<Probe> probes) {
            for (var some : chunks(probes, door.isRoot() ? ROOTS : BELOW)) {
                ask(door, wanted, some, "", _ -> { });
                some.forEach(probe -> about(probe.thing, probe.way));
                about(door.name(), "list");
            }
        }

        private void ask(Door door, String wanted, List<Probe> probes, String owner, Consumer<Object> then) {
            ask(door, wanted, probes, owner, true, then);
        }

        private void ask(Door door, String wanted, List<Probe> probes, String owner, boolean isAnswered, Consumer<Object> then) {
            var noun = door.noun;
            lists += probes.size();
            var types = new LinkedHashMap<String, String>();
            types.put("where", noun.name() + "Where");
            if (!noun.searched().isEmpty() && door.isRoot()) types.put("search", "String");
            types.put("orderBy", "[" + noun.name() + "Order!]");
            types.put("first", "Int");
            types.put("after", "String");
            types.put("last", "Int");
            types.put("before", "String");
            var declared = new ArrayList<String>();
            var variables = new LinkedHashMap<String, Object>();
            if (!door.isRoot()) declared.add("$owner: " + door.owner.name() + "Where");
            if (!owner.isEmpty()) variables.put("owner", Map.of("id", Map.of("eq", owner)));
            var lists = new StringBuilder();
            for (var place = 0; place < probes.size(); place++) {
                var n = place;
                types.forEach((name, type) -> declared.add("$" + name + n + ": " + type));
                probes.get(place).arguments.forEach((name, value) -> variables.put(name + n, value));
                lists.append("p").append(n).append(": ").append(door.isRoot() ? door.root : door.relation.name()).append('(')
                        .append(types.keySet().stream().map(name -> name + ": $" + name + n).collect(Collectors.joining(", "))).append(") { ").append(wanted).append(" } ");
            }
            ask("query(" + String.join(", ", declared) + ") " + door.around(lists.toString()), variables, isAnswered, answer -> {
                if (door.isRoot() || owner.isEmpty()) then.accept(answer);
                else owned(answer, door).forEach(then);
            });
        }

        /** The rows whose lists they are. */
        private List<Object> owned(Object answer, Door door) {
            var rows = list(member(answer, door.root, "nodes"));
            for (var step : door.owners) rows = rows.stream().flatMap(row -> list(member(row, step.name(), "nodes")).stream()).toList();
            return rows;
        }

        // group, explain, known, wrong

        private void groups() {
            new TreeMap<>(ReadFields.ROOTS).forEach((name, root) -> {
                if (EXCEPTIONS.contains(name) || !(root instanceof Root.Groups(var noun))) return;
                var amounts = noun.amounts().stream().map(Noun.Field::name).collect(Collectors.joining(" "));
                var measures = amounts.isEmpty() ? "" : MEASURES.stream().map(measure -> measure + " { " + amounts + " }").collect(Collectors.joining(" "));
                var document = "query($by: [%1$sDimension!]!, $where: %1$sWhere, $having: %1$sHaving, $order: GroupOrder = KEY) { %2$s(by: $by, where: $where, having: $having, orderBy: $order) { hasMore groups { count %3$s %4$s} } }";
                var plain = document.formatted(noun.name(), name, measures, "");
                BiConsumer<Map<String, Object>, String> asks = (variables, keys) -> ask(keys.isEmpty() ? plain : document.formatted(noun.name(), name, measures, "by { " + keys + " } "), variables, _ -> { });
                asks.accept(Map.of("by", List.of()), "");
                for (var dimension : noun.dimensions().values()) {
                    var by = List.of(dimension.constant());
                    asks.accept(Map.of("by", by), dimension.name());
                    if (sight.depth() == Sight.Depth.EVERYTHING) {
                        asks.accept(Map.of("by", by, "order", "COUNT", "having", Map.of("count", Map.of("gte", 2))), dimension.name());
                        for (var amount : noun.amounts())
                            asks.accept(Map.of("by", by, "having", Map.of("sum", Map.of(amount.name(), Map.of("gte", values(noun, amount).getFirst())))), dimension.name());
                    }
                    about(thing(noun, dimension.relation(), dimension.field()), "group" + dimension.part());
                }
                if (sight.depth() == Sight.Depth.EVERYTHING)
                    for (var field : noun.fields().values())
                        if (field.isFilterable()) asks.accept(Map.of("by", List.of(), "where", Map.of("not", equal(noun, field))), "");
                about("Query." + name, "list");
            });
        }

        /** Of rows that he sees every filter, part by part; of others nothing. */
        private void explains() {
            new TreeMap<>(ReadFields.ROOTS).forEach((name, root) -> {
                if (EXCEPTIONS.contains(name) || !(root instanceof Root.Explain(var noun))) return;
                var door = doors.stream().filter(one -> one.isRoot() && one.noun == noun).findFirst().orElseThrow();
                var document = "query($id: ID!, $where: %sWhere!) { %s(id: $id, where: $where) { holds parts { path holds shown } } }".formatted(noun.name(), name);
                for (var some : chunks(filters(door), PARTS)) {
                    var where = Map.<String, Object>of("and", some.stream().map(probe -> probe.arguments.get("where")).toList());
                    for (var row : Stream.concat(seen.get(noun).stream(), hiddenHere.get(noun).stream().limit(1)).toList())
                        ask(document, Map.of("id", row.get("id"), "where", where), _ -> { });
                    some.forEach(probe -> about(probe.thing, "explain"));
                }
                about("Query." + name, "list");
            });
        }

        /** Whoever can name a row sees it, and of what it leads to only what he sees anyhow; naming half of it tells nothing. */
        private void known() {
            new TreeMap<>(ReadFields.ROOTS).forEach((name, root) -> {
                if (EXCEPTIONS.contains(name) || !(root instanceof Root.Known(var noun, var by))) return;
                var arguments = List.copyOf(new TreeSet<>(by.keySet()));
                var document = "query(%s) { %s(%s) { %s } }".formatted(arguments.stream().map(argument -> "$" + argument + ": String!").collect(Collectors.joining(", ")), name,
                        arguments.stream().map(argument -> argument + ": $" + argument).collect(Collectors.joining(", ")), whole(noun));
                var same = Stream.concat(seen.get(noun).stream(), hiddenHere.get(noun).stream().filter(row -> hiddenThere.get(noun).stream().anyMatch(one -> noun.fields().values().stream()
                        .allMatch(field -> Objects.equals(one.get(field.column()), row.get(field.column())))))).toList();
                assertTrue(same.size() > 1, () -> sight.name() + " knows of no " + noun.name());
                for (var row : same)
                    ask(document, by.keySet().stream().collect(Collectors.toMap(argument -> argument, argument -> row.get(noun.fields().get(by.get(argument)).column()))),
                            answer -> assertTrue(((Map<?, ?>) answer).get(name) != null, "it was named, and is not there"));
                for (var row : Stream.concat(hiddenHere.get(noun).stream(), hiddenThere.get(noun).stream()).toList())
                    for (var half : arguments) {
                        var variables = new LinkedHashMap<String, Object>();
                        for (var argument : arguments) variables.put(argument, argument.equals(half) ? row.get(noun.fields().get(by.get(argument)).column()) : "没有");
                        ask(document, variables, _ -> { });
                    }
                about("Query." + name, "list");
            });
        }

        /** What is asked wrongly is refused in the same words, whatever there is. */
        private void errors() {
            for (var door : doors) {
                if (!door.isRoot()) continue;
                var noun = door.noun;
                var wrong = new ArrayList<Probe>();
                for (var field : noun.fields().values())
                    if (field.isFilterable()) wrong.add(Probe.where(Map.of(field.name(), nothing("isNull")), field(noun, field), "error"));
                for (var text : new TreeSet<>(noun.searched())) {
                    var first = equal(noun, noun.fields().get(text)).get(text).toString().replaceFirst(".*=(.).*", "$1");
                    wrong.add(Probe.where(Map.of(text, Map.of("contains", first)), noun.name() + "." + text, "error"));
                }
                var order = order(noun.sortKeys().keySet().iterator().next(), "ASC", "LAST");
                var name = "Query." + door.root;
                wrong.add(Probe.where(Map.of("id", Map.of("eq", "1-1-1-1-1")), name, "error"));
                wrong.add(new Probe(Map.of("first", 101), name, "error"));
                wrong.add(new Probe(Map.of("orderBy", List.of(order, order)), name, "error"));
                for (var some : chunks(wrong, ROOTS)) ask(door, FOUND, some, "", false, _ -> { });
                wrong.forEach(probe -> about(probe.thing, probe.way));
                // alone, so that nothing else in the request is wrong
                ask(door, FOUND, List.of(wrong.getFirst()), "", false, _ -> { });
                ask(door, FOUND, List.of(new Probe(Map.of("first", -1), name, "error")), "", false, _ -> { });
                ask(door, FOUND, List.of(new Probe(Map.of("after", "x".repeat(80)), name, "error")), "", false, _ -> { });
            }
            ask("query { node(id: \"1\") { id } }", Map.of(), false, _ -> { });
        }

        private static Map<String, Object> nothing(String name) {
            var nothing = new LinkedHashMap<String, Object>();
            nothing.put(name, null);
            return nothing;
        }

        // both worlds

        private void ask(String document, Map<String, Object> variables, Consumer<Object> then) {
            ask(document, variables, true, then);
        }

        /** Asks both, and holds one answer against the other. */
        private void ask(String document, Map<String, Object> variables, boolean isAnswered, Consumer<Object> then) {
            requests++;
            var question = new Ask(document, null, variables, false, false);
            var there = engine.answer(question, other, "the same").toCompletableFuture();
            var a = engine.answer(question, here, "the same").toCompletableFuture().join();
            var b = there.join();
            var one = bytes(a);
            var two = bytes(b);
            if (!one.equals(two)) told.add(sight.name() + ": " + difference(one, two) + "\n    " + document + "\n    " + variables);
            assertFalse(one.contains("code=" + Codes.INTERNAL), () -> sight.name() + ": " + one + "\n" + document + "\n" + variables);
            assertEquals(isAnswered, a instanceof Reply.Written, () -> sight.name() + ": " + one + "\n" + document + "\n" + variables);
            if (!isAnswered) return;
            try {
                then.accept(JSON.readValue(((Reply.Written) a).data(), Argument.mapOf(String.class, Object.class)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
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
    private void nothingIsLeftOut(List<Sight> sights) {
        var left = new TreeSet<String>();
        for (var sight : sights) {
            TriConsumer must = (thing, ways, isAny) -> {
                var missing = ways.stream().filter(way -> !asked.contains(sight.name() + " | " + thing + " | " + way)).toList();
                if (isAny ? missing.size() == ways.size() : !missing.isEmpty()) left.add(sight.name() + ": " + thing + " by " + missing);
            };
            var whole = sight.depth() == Sight.Depth.EVERYTHING;
            for (var noun : Nouns.all()) {
                for (var field : noun.fields().values()) {
                    var thing = field(noun, field);
                    must.of(thing, List.of("select"), false);
                    if (!Nouns.listed(noun) || !field.isFilterable()) continue;
                    var compared = operators(noun, field).stream().map(Operator::spelled).toList();
                    assertFalse(compared.isEmpty(), thing);
                    must.of(thing, whole ? compared : Stream.concat(compared.stream(), Stream.of("and", "or", "not")).toList(), !whole);
                    if (field.isSortable()) must.of(thing, whole ? Stream.concat(SORTED.stream(), Stream.of("cursor")).toList() : SORTED, !whole);
                }
                for (var relation : noun.relations().values()) {
                    must.of(noun.name() + "." + relation.name(), List.of("select"), false);
                    if (!Nouns.listed(noun) || sight.depth() == Sight.Depth.OWN) continue;
                    if (whole && relation instanceof Noun.ToMany) must.of(noun.name() + "." + relation.name(), List.of("list"), false);
                    for (var field : Nouns.named(relation.target()).fields().values())
                        if (field.isFilterable()) must.of(thing(noun, relation, field), across(relation, field), !whole);
                }
                if (Nouns.listed(noun) && sight.depth() != Sight.Depth.OWN)
                    for (var key : noun.sortKeys().values()) must.of(thing(noun, key.relation(), key.field()), whole ? Stream.concat(SORTED.stream(), Stream.of("cursor")).toList() : SORTED, !whole);
            }
            ReadFields.ROOTS.forEach((name, root) -> {
                if (EXCEPTIONS.contains(name)) return;
                if (!(root instanceof Root.Explain) || whole) must.of("Query." + name, List.of("list"), false);
                switch (root) {
                    case Root.Groups(var noun) -> noun.dimensions().values().forEach(dimension -> must.of(thing(noun, dimension.relation(), dimension.field()), List.of("group" + dimension.part()), false));
                    case Root.Explain(var noun) when whole -> noun.fields().values().stream().filter(Noun.Field::isFilterable).forEach(field -> must.of(field(noun, field), List.of("explain"), false));
                    case Root.Rows(var noun) -> {
                        noun.fields().values().stream().filter(Noun.Field::isFilterable).forEach(field -> must.of(field(noun, field), List.of("error"), false));
                        if (whole) noun.searched().forEach(field -> must.of(noun.name() + "." + field, List.of("search"), false));
                    }
                    default -> { }
                }
            });
        }
        assertTrue(left.isEmpty(), () -> left.size() + " ways of asking were not tried: " + left.stream().limit(30).toList());
        assertTrue(cursors > 1_000, "cursors: " + cursors);
    }

    /** How a field at the end of a relation is asked about. */
    private static List<String> across(Noun.Relation relation, Noun.Field field) {
        if (relation instanceof Noun.ToOne) return List.of("eq", "not", "isNull", "compared");
        var ways = List.of("some", "every", "none", "count");
        return field.scalar() == Scalar.AMOUNT ? Stream.concat(ways.stream(), MEASURES.stream()).toList() : ways;
    }

    private static final List<String> MEASURES = List.of("sum", "average", "min", "max");
    private static final List<String> SORTED = List.of("sortASCFIRST", "sortASCLAST", "sortDESCFIRST", "sortDESCLAST");

    @FunctionalInterface
    private interface TriConsumer {
        void of(String thing, List<String> ways, boolean isAny);
    }

    private static String field(Noun noun, Noun.Field field) {
        return thing(noun, null, field);
    }

    private static String thing(Noun noun, Noun.Relation relation, Noun.Field field) {
        return noun.name() + "." + (relation == null ? "" : relation.name() + ".") + field.name();
    }

    /** Where a noun's fields are asked about in every way: its root field, or the first list of it below one. */
    private boolean isMain(Door door) {
        return doors.stream().filter(one -> one.noun == door.noun).findFirst().orElseThrow() == door;
    }

    /** Those of the schema: words that are counted off cannot be compared by size. */
    private List<Operator> operators(Noun noun, Noun.Field field) {
        var where = (GraphQLInputObjectType) schema.getType(noun.name() + "Where");
        var names = ((GraphQLInputObjectType) where.getFieldDefinition(field.name()).getType()).getFields().stream().map(GraphQLNamedSchemaElement::getName).toList();
        var operators = field.scalar().operators().stream().filter(operator -> names.contains(operator.spelled())).sorted().toList();
        assertEquals(names.size(), operators.size(), () -> noun.name() + "." + field.name() + " is compared by " + names);
        return operators;
    }

    /** One of the words that a field may hold, where they are counted off. */
    private Optional<Object> word(Noun noun, Noun.Field field) {
        var where = (GraphQLInputObjectType) schema.getType(noun.name() + "Where");
        var comparisons = ((GraphQLInputObjectType) where.getFieldDefinition(field.name()).getType()).getFields().stream();
        return comparisons.map(one -> GraphQLTypeUtil.unwrapAll(one.getType())).filter(GraphQLEnumType.class::isInstance).findFirst().map(words -> ((GraphQLEnumType) words).getValues().getFirst().getName());
    }

    private static Map<Object, Object> column(Collection<Map<String, Object>> rows, Noun.Field field) {
        var column = new TreeMap<Object, Object>();
        for (var row : rows) column.put(row.get("id").toString(), row.get(field.column()) == null ? Arrays.asList() : row.get(field.column()));
        return column;
    }

    /** Values of a column as the API has them. */
    private static List<Object> shown(Map<Object, Object> column) {
        return column.values().stream().flatMap(value -> value instanceof List<?> many ? many.stream() : Stream.of(value))
                .map(value -> value instanceof String text && text.startsWith("\\x") ? text.substring(2) : (Object) value).distinct().toList();
    }

    private static Set<String> ids(Collection<Map<String, Object>> rows) {
        return rows.stream().map(row -> row.get("id").toString()).collect(Collectors.toCollection(TreeSet::new));
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
