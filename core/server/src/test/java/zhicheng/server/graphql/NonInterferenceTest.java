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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import zhicheng.server.TestDatabase;
import zhicheng.server.account.Role;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.read.Fixture;
import zhicheng.server.read.Noun;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Operator;
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
    /** Root fields that tell more than their viewer may see, on purpose, each with a test of its own. None today. */
    private static final Set<String> EXCEPTIONS = Set.of();

    private static final Limits LIMITS = new Limits(1 << 24, 1 << 20, 100_000, 40, 100_000, 1_000, 10_000, 50, 5_000, Long.MAX_VALUE, false, Duration.ofMinutes(1), 1_000);
    private static final int AT_ONCE = 8;
    private static final int ROOTS = 12;
    private static final int BELOW = 24;
    private static final int PARTS = 40;
    private static final int SHOWN_FAILURES = 12;

    private static final JsonMapper JSON = JsonMapper.createDefault();

    private final Set<String> asked = new LinkedHashSet<>();
    private final List<String> told = new ArrayList<>();
    private final List<Door> doors = doors();
    private long requests;
    private long statements;
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
        var own = List.of("root.graphqls", "read.graphqls", "dossier.graphqls", "committee.graphqls", "certificate.graphqls", "person.graphqls",
                "organisation.graphqls", "lists.graphqls", "carried.graphqls", "trail.graphqls");
        var files = new SdlFiles().all().stream().filter(file -> own.contains(file.name())).toList();
        assertEquals(own.size(), files.size());
        var clock = new OfficialClock(Clock.systemUTC(), Duration.ZERO);
        // the viewer is the same in both worlds, and another object in the second
        Questions either = (question, viewer) -> (viewer == other ? otherPool : firstPool).ask(question, viewer);
        var reader = Fixture.reader(either);
        var wires = List.of(new Scalars(), new ServerWires(clock), new ReadFields(reader));
        schema = Schema.of(files, wires);
        engine = new Engine(files, wires, List.of(new Operations(reader)), LIMITS, clock, new SecurityLog(), threads);
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
        for (var sight : sights.stream().filter(Sight::isWhole).toList())
            in(Worlds.other(first, sight), world -> {
                var asking = new Asking(sight, world);
                crossed.addAll(asking.differs());
                var t0 = System.nanoTime(); var r0 = requests;
                asking.everything();
                System.out.println("TIMING " + sight.name() + " " + (System.nanoTime() - t0) / 1_000_000 + " ms " + (requests - r0) + " told " + told.size());
            });
        var blind = sights.stream().filter(sight -> !sight.isWhole()).toList();
        in(Worlds.other(first, blind.getFirst()), world -> {
            for (var sight : blind) {
                var asking = new Asking(sight, world);
                asking.differs();
                asking.part(blind.indexOf(sight));
            }
        });
        assertEquals(crossings(), crossed, "a relation that leads nobody from what he sees to what he does not: add such rows to borders.sql");
        nothingIsLeftOut(sights);
        System.out.printf("Non-interference: %,d combinations of viewer, type, field and way of asking; %d viewers, %d roles, %d types, %d fields; %,d requests to each of two worlds, %,d statements%n",
                asked.size(), sights.size(), Role.values().length, Nouns.all().size(), Nouns.all().stream().mapToInt(noun -> noun.fields().size()).sum(), requests, statements);
        assertTrue(told.isEmpty(), () -> told.size() + " answers tell what may not be seen, the first of them:\n" + told.stream().limit(SHOWN_FAILURES).collect(Collectors.joining("\n")));
    }

    private void in(TestDatabase world, java.util.function.Consumer<TestDatabase> asking) {
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
     * @param about what it is about, for the record
     */
    private record Probe(Map<String, Object> arguments, List<String> about) {
        static Probe where(Map<String, Object> where, String... about) { return new Probe(Map.of("where", where), List.of(about)); }
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
        private final List<Runnable> running = new ArrayList<>();

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
                found(door, PAGED, sorts(door));
                found(door, FOUND, filters(door, 0));
                found(door, FOUND, searches(door));
                pages(door);
            }
            groups(0);
            explains();
            known();
            errors();
        }

        /** Of every field one way each, another way for each viewer. */
        void part(int turn) {
            selects();
            nodes();
            for (var door : doors) {
                if (!door.isRoot() && doors.stream().anyMatch(one -> one.isRoot() && one.noun == door.noun)) continue;
                found(door, FOUND, every(filters(door, turn + 1), turn));
                found(door, PAGED, every(sorts(door), turn));
            }
            groups(turn + 1);
            known();
            errors();
        }

        /** Of the probes about the same thing the one whose turn it is. */
        private List<Probe> every(List<Probe> probes, int turn) {
            var byThing = probes.stream().collect(Collectors.groupingBy(probe -> probe.about.getFirst().split(" ")[0], LinkedHashMap::new, Collectors.toList()));
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
                        var missing = new TreeSet<String>();
                        ask("query { %s(first: 100) { totalCount edges { cursor node { %s } } } }".formatted(name, whole(noun)), Map.of(), answer -> {
                            for (var edge : list(member(answer, name, "edges"))) missing.add(member(edge, "node", "id").toString());
                            assertEquals(ids(seen.get(noun)), missing, () -> sight.name() + " does not see of " + noun.name() + " what he is said to see");
                        });
                        about(name, "list");
                    }
                    case Root.ById(var noun) -> {
                        for (var id : Stream.of(seen.get(noun), hiddenHere.get(noun), hiddenThere.get(noun)).flatMap(List::stream).map(row -> row.get("id")).distinct().toList())
                            ask("query($id: ID!) { %s(id: $id) { %s } }".formatted(name, whole(noun)), Map.of("id", id), _ -> { });
                        about(name, "list");
                    }
                    case Root.Me() -> {
                        ask("query { %s { %s } }".formatted(name, whole(Nouns.ACCOUNT)), Map.of(), _ -> { });
                        about(name, "list");
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
                            numbered(some.size(), "n%1$d: node(id: $id%1$d) { ... on " + noun.name() + " { " + (sight.isWhole() ? whole(noun) : scalars(noun)) + " } }", " ")), variables, answer -> {
                        for (var place = 0; place < some.size(); place++)
                            assertEquals(visible.contains(some.get(place)), ((Map<?, ?>) answer).get("n" + place) != null, () -> sight.name() + ", " + noun.name() + ": seen or not, it is otherwise by id");
                    });
                }
                for (var field : noun.fields().keySet()) about(noun.name() + "." + field, "select");
                for (var relation : noun.relations().keySet()) about(noun.name() + "." + relation, "select");
            }
            about("node", "list");
        }

        // filter

        private List<Probe> filters(Door door, int turn) {
            var probes = new ArrayList<Probe>();
            var noun = door.noun;
            noun.fields().values().stream().filter(Noun.Field::isFilterable).forEach(field -> probes.addAll(own(noun, field)));
            if (!door.isRoot() && doors.stream().anyMatch(one -> one.isRoot() && one.noun == noun)) return probes;
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
            var thing = noun.name() + "." + field.name();
            for (var operator : operators(noun, field))
                for (var value : operands(noun, field, operator)) probes.add(Probe.where(Map.of(field.name(), Map.of(operator.spelled(), value)), thing + " " + operator.spelled()));
            var equal = equal(noun, field);
            probes.add(Probe.where(Map.of("or", List.of(equal, Map.of("not", equal))), thing + " or"));
            probes.add(Probe.where(Map.of("not", equal), thing + " not"));
            probes.add(Probe.where(Map.of("and", List.of(Map.of("not", equal), Map.of("or", List.of(Map.of("id", Map.of("in", ids(hiddenHere.get(noun)))), equal)))), thing + " and"));
            return probes;
        }

        private List<Probe> toOne(Noun noun, Noun.ToOne relation) {
            var probes = new ArrayList<Probe>();
            var target = Nouns.named(relation.target());
            var thing = noun.name() + "." + relation.name();
            probes.add(Probe.where(Map.of(relation.name(), Map.of()), thing + " there"));
            probes.add(Probe.where(Map.of("not", Map.of(relation.name(), Map.of())), thing + " notThere"));
            target.fields().values().stream().filter(Noun.Field::isFilterable).forEach(field -> {
                var at = thing + "." + field.name();
                for (var value : values(target, field).stream().limit(2).toList()) probes.add(Probe.where(Map.of(relation.name(), equal(field, value)), at + " eq"));
                probes.add(Probe.where(Map.of("not", Map.of(relation.name(), equal(target, field))), at + " not"));
                probes.add(Probe.where(Map.of(relation.name(), Map.of(field.name(), Map.of("isNull", true))), at + " isNull"));
                probes.add(Probe.where(Map.of(relation.name(), turning(target, field)), at + " compared"));
            });
            further(target).forEach((path, where) -> probes.add(Probe.where(Map.of(relation.name(), where), thing + "." + path + " further")));
            return probes;
        }

        private List<Probe> toMany(Noun noun, Noun.ToMany relation) {
            var probes = new ArrayList<Probe>();
            var target = Nouns.named(relation.target());
            var thing = noun.name() + "." + relation.name();
            BiConsumer<String, Map<String, Object>> below = (about, where) -> probes.add(Probe.where(Map.of(relation.name(), where), about));
            for (var quantifier : List.of("some", "every", "none")) below.accept(thing + " " + quantifier, Map.of(quantifier, Map.of()));
            for (var count = 0; count < 4; count++) below.accept(thing + " count", Map.of("count", Map.of("eq", count)));
            target.fields().values().stream().filter(Noun.Field::isFilterable).forEach(field -> {
                var at = thing + "." + field.name();
                var equal = equal(target, field);
                below.accept(at + " some", Map.of("some", equal));
                below.accept(at + " every", Map.of("every", Map.of("not", equal)));
                below.accept(at + " none", Map.of("none", equal));
                below.accept(at + " count", Map.of("where", equal, "count", Map.of("gte", 1)));
                below.accept(at + " compared", Map.of("some", turning(target, field)));
            });
            for (var amount : target.amounts())
                for (var measure : List.of("sum", "average", "min", "max")) {
                    var at = thing + "." + amount.name() + " " + measure;
                    for (var value : values(target, amount)) below.accept(at, Map.of(measure, Map.of(amount.name(), Map.of("gte", value))));
                    below.accept(at, Map.of(measure, Map.of(amount.name(), Map.of("isNull", true))));
                    below.accept(at, Map.of("where", equal(target, amount), measure, Map.of(amount.name(), Map.of("gt", 0))));
                }
            further(target).forEach((path, where) -> below.accept(thing + "." + path + " further", Map.of("some", where)));
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
                case EQ, NEQ, HAS -> values;
                case IN, NOT_IN, HAS_SOME -> List.of(List.of(values.getFirst()), values);
                case LT, LTE, GT, GTE -> values.stream().limit(2).toList();
                case CONTAINS -> values.stream().map(value -> piece(value.toString(), value.toString().length() / 2)).distinct().toList();
                case STARTS_WITH -> values.stream().map(value -> (Object) value.toString().substring(0, 1)).distinct().toList();
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
            for (var key : door.noun.sortKeys().values())
                for (var direction : List.of("ASC", "DESC"))
                    for (var nulls : List.of("FIRST", "LAST")) {
                        var thing = door.noun.name() + "." + (key.relation() == null ? "" : key.relation().name() + ".") + key.field().name();
                        probes.add(new Probe(Map.of("orderBy", List.of(order(key.constant(), direction, nulls)), "first", 100), List.of(thing + " sort" + direction + nulls)));
                    }
            return probes;
        }

        private static Map<String, Object> order(String field, String direction, String nulls) {
            return Map.of("field", field, "direction", direction, "nulls", nulls);
        }

        /** From the middle of every order forwards and backwards, one row at a time, and behind what a cursor of a list that is filtered says. */
        private void pages(Door door) {
            var owners = door.isRoot() ? Stream.<Object>of("") : seen.get(door.owner).stream().map(row -> row.get("id"));
            owners.forEach(owner -> {
                var turn = 0;
                var keys = new ArrayList<>(door.noun.sortKeys().values());
                var orders = new ArrayList<Probe>();
                for (var key : keys) {
                    var thing = door.noun.name() + "." + (key.relation() == null ? "" : key.relation().name() + ".") + key.field().name();
                    var direction = ++turn % 2 == 0 ? "ASC" : "DESC";
                    orders.add(new Probe(Map.of("orderBy", List.of(order(key.constant(), direction, turn % 4 < 2 ? "FIRST" : "LAST")), "first", 100), List.of(thing + " cursor")));
                }
                for (var some : chunks(orders, door.isRoot() ? ROOTS : BELOW))
                    ask(door, PAGED, some, owner.toString(), answer -> {
                        var further = new ArrayList<Probe>();
                        for (var place = 0; place < some.size(); place++) {
                            var edges = list(member(answer, "p" + place, "edges"));
                            some.get(place).about.forEach(about -> about(about.split(" ")[0], "cursor"));
                            if (edges.isEmpty()) continue;
                            var order = some.get(place).arguments.get("orderBy");
                            var cursor = member(edges.get(edges.size() / 2), "cursor");
                            further.add(new Probe(Map.of("orderBy", order, "first", 1, "after", cursor), List.of()));
                            further.add(new Probe(Map.of("orderBy", order, "last", 1, "before", cursor), List.of()));
                        }
                        for (var more : chunks(further, door.isRoot() ? ROOTS : BELOW)) ask(door, PAGED, more, owner.toString(), _ -> { });
                    });
            });
            if (owners == null) throw new IllegalStateException();
            for (var key : door.noun.sortKeys().values())
                about(door.noun.name() + "." + (key.relation() == null ? "" : key.relation().name() + ".") + key.field().name(), "cursor");
        }

        private List<Probe> searches(Door door) {
            var probes = new ArrayList<Probe>();
            for (var name : new TreeSet<>(door.noun.searched()))
                for (var value : values(door.noun, door.noun.fields().get(name)))
                    if (value.toString().strip().length() > 1 && door.isRoot())
                        probes.add(new Probe(Map.of("search", value), List.of(door.noun.name() + "." + name + " search")));
            return probes;
        }

        /** A list asked for in many ways, some at a time. */
        private void found(Door door, String wanted, List<Probe> probes) {
            for (var some : chunks(probes, door.isRoot() ? ROOTS : BELOW)) {
                ask(door, wanted, some, "", _ -> { });
                some.forEach(probe -> probe.about.forEach(about -> about(about.split(" ")[0], about.split(" ")[1])));
            }
            for (var probe : probes) about(door.name(), "list");
        }

        private void ask(Door door, String wanted, List<Probe> probes, String owner, java.util.function.Consumer<Object> then) {
            var noun = door.noun;
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
            ask("query(" + String.join(", ", declared) + ") " + door.around(lists.toString()), variables, answer -> {
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

        private void groups(int turn) {
            new TreeMap<>(ReadFields.ROOTS).forEach((name, root) -> {
                if (EXCEPTIONS.contains(name) || !(root instanceof Root.Groups(var noun))) return;
                var amounts = noun.amounts().stream().map(Noun.Field::name).collect(Collectors.joining(" "));
                var measures = amounts.isEmpty() ? "" : Stream.of("sum", "average", "min", "max").map(measure -> measure + " { " + amounts + " }").collect(Collectors.joining(" "));
                var document = "query($by: [%1$sDimension!]!, $where: %1$sWhere, $having: %1$sHaving, $order: GroupOrder = KEY) { %2$s(by: $by, where: $where, having: $having, orderBy: $order) { hasMore groups { count %3$s %4$s} } }";
                var plain = document.formatted(noun.name(), name, measures, "");
                BiConsumer<Map<String, Object>, String> asks = (variables, keys) -> ask(keys.isEmpty() ? plain : document.formatted(noun.name(), name, measures, "by { " + keys + " } "), variables, _ -> { });
                asks.accept(Map.of("by", List.of()), "");
                for (var dimension : noun.dimensions().values()) {
                    var by = List.of(dimension.constant());
                    asks.accept(Map.of("by", by), dimension.name());
                    if (turn == 0) {
                        asks.accept(Map.of("by", by, "order", "COUNT", "having", Map.of("count", Map.of("gte", 2))), dimension.name());
                        for (var amount : noun.amounts())
                            asks.accept(Map.of("by", by, "having", Map.of("sum", Map.of(amount.name(), Map.of("gte", values(noun, amount).getFirst())))), dimension.name());
                    }
                    about(noun.name() + "." + (dimension.relation() == null ? "" : dimension.relation().name() + ".") + dimension.field().name(), "group" + dimension.part());
                }
                if (turn == 0)
                    for (var field : noun.fields().values())
                        if (field.isFilterable()) asks.accept(Map.of("by", List.of(), "where", Map.of("not", equal(noun, field))), "");
                about(name, "list");
            });
        }

        /** Of rows that he sees every filter, part by part; of others nothing. */
        private void explains() {
            new TreeMap<>(ReadFields.ROOTS).forEach((name, root) -> {
                if (EXCEPTIONS.contains(name) || !(root instanceof Root.Explain(var noun))) return;
                var door = doors.stream().filter(one -> one.isRoot() && one.noun == noun).findFirst().orElseThrow();
                var document = "query($id: ID!, $where: %sWhere!) { %s(id: $id, where: $where) { holds parts { path holds shown } } }".formatted(noun.name(), name);
                for (var some : chunks(filters(door, 0), PARTS)) {
                    var where = Map.<String, Object>of("and", some.stream().map(probe -> probe.arguments.get("where")).toList());
                    for (var row : Stream.concat(seen.get(noun).stream(), hiddenHere.get(noun).stream().limit(1)).toList())
                        ask(document, Map.of("id", row.get("id"), "where", where), _ -> { });
                    some.forEach(probe -> about(probe.about.getFirst().split(" ")[0], "explain"));
                }
                about(name, "list");
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
                about(name, "list");
            });
        }

        /** What is asked wrongly is refused in the same words, whatever there is. */
        private void errors() {
            for (var door : doors) {
                if (!door.isRoot()) continue;
                var noun = door.noun;
                var document = "query($where: %1$sWhere, $orderBy: [%1$sOrder!], $first: Int, $after: String) { %2$s(where: $where, orderBy: $orderBy, first: $first, after: $after) { nodes { id } } }".formatted(noun.name(), door.root);
                for (var field : noun.fields().values()) {
                    if (!field.isFilterable()) continue;
                    refused(document, Map.of("where", Map.of(field.name(), nothing("isNull"))));
                    about(noun.name() + "." + field.name(), "error");
                }
                refused(document, Map.of("where", Map.of("id", Map.of("eq", "1-1-1-1-1"))));
                refused(document, Map.of("first", 101));
                refused(document, Map.of("after", "x".repeat(80)));
                for (var text : new TreeSet<>(noun.searched())) refused(document, Map.of("where", Map.of(text, Map.of("contains", piece(values(noun, noun.fields().get(text)).getFirst().toString(), 0).toString().substring(0, 1)))));
                var order = order(noun.sortKeys().keySet().iterator().next(), "ASC", "LAST");
                refused(document, Map.of("orderBy", List.of(order, order)));
            }
            refused("query { node(id: \"1\") { id } }", Map.of());
        }

        private static Map<String, Object> nothing(String name) {
            var nothing = new LinkedHashMap<String, Object>();
            nothing.put(name, null);
            return nothing;
        }

        private void refused(String document, Map<String, Object> variables) {
            ask(document, variables, false, _ -> { });
        }

        // both worlds

        private void ask(String document, Map<String, Object> variables, java.util.function.Consumer<Object> then) {
            ask(document, variables, true, then);
        }

        /** Asks both, and holds one answer against the other. */
        private void ask(String document, Map<String, Object> variables, boolean isAnswered, java.util.function.Consumer<Object> then) {
            requests++;
            var question = new Ask(document, null, variables, false, false);
            var there = engine.answer(question, other, "the same").toCompletableFuture();
            var a = engine.answer(question, here, "the same").toCompletableFuture().join();
            var b = there.join();
            var one = bytes(a);
            var two = bytes(b);
            if (!one.equals(two)) told.add(sight.name() + ": " + difference(one, two) + "\n    " + document + "\n    " + variables);
            assertEquals(isAnswered, a instanceof Reply.Written, () -> sight.name() + ": " + one + "\n" + document + "\n" + variables);
            if (!isAnswered) return;
            statements += 2;
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

    private void nothingIsLeftOut(List<Sight> sights) {
        var left = new TreeSet<String>();
        BiConsumer<String, String> must = (sight, about) -> {
            if (!asked.contains(sight + " | " + about)) left.add(about + " by " + sight);
        };
        for (var sight : sights) {
            for (var noun : Nouns.all())
                for (var field : noun.fields().values()) {
                    var thing = noun.name() + "." + field.name();
                    must.accept(sight.name(), thing + " | select");
                    if (!Nouns.listed(noun) || !field.isFilterable()) continue;
                    if (sight.isWhole()) for (var operator : operators(noun, field)) must.accept(sight.name(), thing + " | " + operator.spelled());
                    else if (operators(noun, field).stream().noneMatch(operator -> asked.contains(sight.name() + " | " + thing + " | " + operator.spelled()))
                            && Stream.of("or", "not", "and").noneMatch(word -> asked.contains(sight.name() + " | " + thing + " | " + word))) left.add(thing + " by " + sight.name());
                    if (sight.isWhole() && field.isSortable())
                        for (var way : List.of("sortASCFIRST", "sortASCLAST", "sortDESCFIRST", "sortDESCLAST", "cursor")) must.accept(sight.name(), thing + " | " + way);
                }
            for (var noun : Nouns.all())
                for (var relation : noun.relations().values())
                    if (sight.isWhole() && Nouns.listed(noun))
                        for (var field : Nouns.named(relation.target()).fields().values())
                            if (field.isFilterable())
                                for (var way : relation instanceof Noun.ToOne ? List.of("eq", "not", "isNull", "compared") : List.of("some", "every", "none", "count", "compared"))
                                    must.accept(sight.name(), noun.name() + "." + relation.name() + "." + field.name() + " | " + way);
            ReadFields.ROOTS.forEach((name, root) -> {
                if (EXCEPTIONS.contains(name)) return;
                if (root instanceof Root.Groups(var noun))
                    noun.dimensions().values().forEach(dimension -> must.accept(sight.name(),
                            noun.name() + "." + (dimension.relation() == null ? "" : dimension.relation().name() + ".") + dimension.field().name() + " | group" + dimension.part()));
                else if (!(root instanceof Root.Explain) || sight.isWhole()) must.accept(sight.name(), name + " | list");
            });
        }
        assertTrue(left.isEmpty(), () -> left.size() + " ways of asking were not tried: " + left.stream().limit(30).toList());
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
