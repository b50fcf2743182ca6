package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import zhicheng.contract.nowhere.Nowhere;
import zhicheng.server.TestDatabase;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.account.Viewer;
import zhicheng.server.read.Fixture;
import zhicheng.server.read.Given;
import zhicheng.server.read.ReadPool;
import zhicheng.server.read.Reader;
import zhicheng.server.read.Root;
import zhicheng.server.region.Regions;

/** Random queries, answered straight from the tables and executed field by field: the answers are the same. */
@Tag("database")
@Tag("once")
class StraightAndExecutedTest {
    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final List<String> VIEWERS = List.copyOf(new TreeSet<>(Fixture.VIEWERS.keySet()));
    static final Limits LIMITS = new Limits(1 << 20, 50_000, 5_000, 20, 1_000, 20, 50, 50, 500, 200, 150, 32, 20_000, false, Duration.ofSeconds(10), 200);

    private static TestDatabase database;
    private static ReadPool pool;
    private static ExecutorService threads;
    private static GraphQLSchema schema;
    private static Engine straight;
    private static Engine executed;
    private static final List<String> asked = new CopyOnWriteArrayList<>();
    private static int wentStraight;
    private static int refused;
    private static int withRows;
    private static int continued;

    @BeforeContainer
    static void start() {
        database = Fixture.database();
        pool = Fixture.pool(database);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        var reader = Fixture.reader((question, viewer) -> {
            asked.add(question.text());
            return pool.ask(question, viewer);
        });
        schema = Schema.of(GoldenReadsTest.sdl(), wires(reader));
        straight = engine(reader, List.of(new Operations(reader, Regions.of(List.of(new Nowhere())), LIMITS)));
        executed = engine(reader, List.of());
    }

    private static List<Wires> wires(Reader reader) {
        var identities = new IdentityQuestions(new IdentityVault(Fixture.KEY), (_, _, _, _) -> { });
        return List.of(new Scalars(), identities, new ServerWires(Fixture.CLOCK), new ReadFields(reader, identities));
    }

    private static Engine engine(Reader reader, List<Straight> ways) {
        return new Engine(GoldenReadsTest.sdl(), wires(reader), ways, new TrustedDocuments("", List.of()), LIMITS, Fixture.CLOCK, new SecurityLog(), threads);
    }

    @AfterContainer
    static void stop() {
        try {
            assertTrue(wentStraight > 100, () -> "only " + wentStraight + " queries went straight");
            assertTrue(withRows > 50, () -> "only " + withRows + " answers had rows");
            assertTrue(refused < wentStraight, () -> refused + " queries were refused");
            assertTrue(continued > 20, () -> "only " + continued + " queries went on from a cursor");
        } finally {
            pool.close();
            database.close();
            threads.close();
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void both_ways_give_the_same_answer(@ForAll long seed) throws Exception {
        var query = new Query(new Random(seed));
        var ask = new Ask(query.document(), null, query.variables, false, true);
        var viewer = Fixture.VIEWERS.get(VIEWERS.get((int) Math.floorMod(seed, (long) VIEWERS.size())));
        var answer = compare(query, ask, viewer);
        // whoever comes next under the same policy gets the same statement with his own values
        var next = VIEWERS.stream().map(Fixture.VIEWERS::get).filter(other -> !other.equals(viewer) && Given.Policy.of(other).equals(Given.Policy.of(viewer))).findFirst();
        if (next.isPresent()) compare(query, ask, next.get());
        var further = query.further(answer);
        if (!further.isEmpty() && compare(query, new Ask(query.document(), null, further, false, true), viewer) != null) continued++;
    }

    /** By root fields: how many statements answer them. */
    private static final Map<String, Integer> COUNTS = Map.ofEntries(
            Map.entry("a: dossiers(where: {year: {eq: $year}}) { totalCount } b: dossierGroups(by: [STAGE], where: {year: {eq: $year}}) { groups { by { stage } count } } "
                    + "c: dossierGroups(by: [SERIES], where: {year: {eq: $year}}, orderBy: COUNT, first: 1) { hasMore groups { count by { series } } }", 1),
            Map.entry("a: dossierGroups(by: [STAGE, LEVEL]) { __typename groups { __typename by { level __typename stage } n: count } } b: dossiers { __typename all: totalCount }", 1),
            Map.entry("a: dossierGroups(by: []) { groups { count } } b: dossierGroups(by: [SUBMITTED_MONTH]) { groups { by { submittedMonth } count } hasMore }", 1),
            Map.entry("a: dossiers(where: {or: []}) { totalCount } b: dossierGroups(by: [STAGE], where: {or: []}) { groups { count } } c: dossierGroups(by: [], where: {or: []}) { groups { count } }", 1),
            Map.entry("a: dossierGroups(by: [STAGE]) { __typename } b: dossierGroups(by: [YEAR]) { hasMore @skip(if: true) } c: dossiers { totalCount }", 1),
            Map.entry("a: dossierGroups(by: [STAGE], where: {or: []}) { __typename } b: dossiers(where: {or: []}) { totalCount }", 1),
            Map.entry("a: dossiers { totalCount } me { id } b: dossiers { totalCount }", 3),
            Map.entry("a: dossiers { totalCount } b: dossiers(where: {year: {eq: $year}}) { totalCount }", 2),
            Map.entry("a: dossiers { totalCount } b: dossiers(first: 2) { totalCount nodes { id } }", 2),
            Map.entry("a: dossiers { totalCount } b: dossiers(search: \"工程\") { totalCount }", 2),
            Map.entry("a: dossiers { totalCount } b: people { totalCount }", 2),
            Map.entry("a: dossiers { totalCount } b: dossierGroups(by: [STAGE], having: {count: {gt: 1}}) { groups { count } }", 2),
            Map.entry("a: dossiers { totalCount } b: dossierGroups(by: [STAGE]) { groups { count sum { educationTenths } } }", 2));

    @Example
    void counts_of_the_same_rows_that_stand_side_by_side_are_one_statement() throws Exception {
        for (var counts : COUNTS.entrySet())
            for (var name : VIEWERS) {
                var ask = new Ask((counts.getKey().contains("$year") ? "query($year: Int = 2024) { " : "{ ") + counts.getKey() + " }", null, Map.of(), false, true);
                var viewer = Fixture.VIEWERS.get(name);
                asked.clear();
                var one = assertInstanceOf(Reply.Written.class, straight.answer(ask, viewer, "one").toCompletableFuture().get(), counts.getKey());
                assertEquals(counts.getValue(), asked.size(), counts.getKey());
                var other = (Reply.Values) executed.answer(ask, viewer, "other").toCompletableFuture().get();
                assertEquals(plain(other.body().get("data")), plain(JSON.readValue(one.data(), Argument.mapOf(String.class, Object.class))), counts.getKey());
                if (counts.getValue() == 1) assertEquals(pricesOfEach(counts.getKey()), ((Map<?, ?>) one.extensions().get("cost")).get("estimated"), counts.getKey());
            }
    }

    private static final String DEAR = "dear: dossiers(first: 100) { nodes { applicant { dossiers(first: 100) { nodes { applicant { dossiers(first: 100) { nodes { id } } } } } } } }";

    @Example
    void a_mistake_beside_what_is_too_dear_makes_it_no_cheaper() throws Exception {
        for (var wrong : List.of("dossier(id: \"x\") { id }", "people(first: 101) { totalCount }", "people(first: $first) { totalCount }", "people(after: \"x\") { totalCount }",
                "people(after: $after) { totalCount }", "people(where: {name: {eq: null}}) { totalCount }")) {
            var head = wrong.contains("$first") ? "query($first: Int = 101)" : wrong.contains("$after") ? "query($after: String = \"x\")" : "query";
            asked.clear();
            var one = assertInstanceOf(Reply.Values.class, straight.answer(new Ask(head + " { " + DEAR + " " + wrong + " }", null, Map.of(), false, false), Fixture.LIN, "one").toCompletableFuture().get());
            assertTrue(one.body().get("errors").toString().contains(Codes.COST), () -> wrong + "\n" + one.body());
            assertEquals(List.of(), asked, wrong);
        }
    }

    @Example
    void a_value_is_looked_at_also_where_nothing_of_what_passes_is_wanted() throws Exception {
        var fields = List.of("explainDossier(id: \"" + Fixture.id(51) + "\", where: $where) { __typename }", "explainDossier(id: \"" + Fixture.id(51) + "\", where: $where) { parts { path } }",
                "explainDossier(id: \"" + Fixture.id(51) + "\", where: $where) { parts { path shown __typename } __typename }", "people(where: {dossiers: {where: $where, count: {}}}) { totalCount }", "me { person { dossiers(where: $where) { totalCount } } }", "dossiers(where: $where) { __typename }", "dossiers(where: $where) { nodes @skip(if: true) { id } }",
                "person(id: \"" + Fixture.id(21) + "\") { dossiers(where: $where) { __typename } }", "dossierGroups(by: [], where: $where) { __typename }");
        for (var field : fields)
            for (var engine : List.of(straight, executed))
                for (var viewer : List.of(Fixture.LIN, Viewer.PUBLIC)) {
                    var ask = new Ask("query($where: DossierWhere!) { " + field + " }", null, Map.of("where", Map.of("contentHash", Map.of("eq", "no hash"))), false, false);
                    var reply = assertInstanceOf(Reply.Values.class, engine.answer(ask, viewer, "one").toCompletableFuture().get(), field);
                    assertTrue(String.valueOf(reply.body().get("errors")).contains("where.contentHash.eq"), () -> field + "\n" + reply.body());
                }
    }

    /** The first would be two characters to Java in small letters and is one to PostgreSQL; of the others nobody sees but one. */
    @Example
    void what_is_too_short_to_the_database_is_refused_where_it_stands() throws Exception {
        for (var engine : List.of(straight, executed))
            for (var text : List.of("\u0130", "桥\u200B", "\u200F桥", "\u202A桥\u202C", "\u2066桥\u2069"))
                for (var asked : Map.of("search: $text", "search", "where: {name: {contains: $text}}", "where.name.contains").entrySet()) {
                    var query = "query($text: String!) { people(" + asked.getKey() + ") { totalCount nodes { id } } }";
                    var reply = assertInstanceOf(Reply.Values.class, engine.answer(new Ask(query, null, Map.of("text", text), false, false), Fixture.LIN, "one").toCompletableFuture().get());
                    assertTrue(String.valueOf(reply.body().get("errors")).contains(asked.getValue() + ": «" + text + "» is too short") && reply.body().toString().contains(Codes.BAD_INPUT), () -> reply.body().toString());
                }
    }

    private static final List<String> ORDERS = List.of("{field: EDUCATION_TENTHS, direction: ASC, nulls: FIRST}", "{field: EDUCATION_TENTHS, direction: ASC, nulls: LAST}",
            "{field: EDUCATION_TENTHS, direction: DESC, nulls: FIRST}", "{field: EDUCATION_TENTHS, direction: DESC, nulls: LAST}",
            "{field: SPECIALTY, direction: ASC, nulls: FIRST}, {field: EDUCATION_TENTHS, direction: DESC, nulls: LAST}");

    /** A statement that was kept for a cursor with a value is not asked with one where it is absent, nor the other way round. */
    @Example
    void row_by_row_along_an_order_with_absent_values_each_comes_once_in_both_directions() throws Exception {
        for (var order : ORDERS) {
            var head = "dossiers(orderBy: [" + order + "], ";
            var whole = nodes(page("{ " + head + "first: 100) { nodes { id educationTenths } } }", Map.of()));
            assertTrue(whole.toString().contains("educationTenths=null") && whole.stream().anyMatch(row -> ((Map<?, ?>) row).get("educationTenths") != null), whole::toString);
            var rest = " { nodes { id educationTenths } pageInfo { startCursor endCursor } } }";
            assertEquals(whole, collected("query($cursor: String) { " + head + "first: 1, after: $cursor)" + rest, "endCursor", whole.size()), order);
            assertEquals(whole.reversed(), collected("query($cursor: String) { " + head + "last: 1, before: $cursor)" + rest, "startCursor", whole.size()), order);
        }
    }

    /** @param next which end of a page the next one begins behind */
    private static List<Object> collected(String query, String next, int most) throws Exception {
        var rows = new ArrayList<>();
        var variables = Map.<String, Object>of();
        for (var left = most; left >= 0; left--) {
            var page = page(query, variables);
            if (nodes(page).isEmpty()) break;
            rows.addAll(nodes(page));
            variables = Map.of("cursor", ((Map<?, ?>) page.get("pageInfo")).get(next));
        }
        return rows;
    }

    private static List<?> nodes(Map<?, ?> page) {
        return (List<?>) page.get("nodes");
    }

    /** What directives leave of a list below: nothing of it, or nothing of its rows. */
    @Example
    void a_list_below_of_which_nothing_is_left_takes_its_cursors() throws Exception {
        var query = "query($after: String, $before: String, $more: Boolean = false) { dossier(id: \"" + Fixture.id(52) + "\") { hours(first: 1, after: $after, before: $before) { %s } } }";
        var hours = (Map<?, ?>) ((Map<?, ?>) both("{ dossier(id: \"" + Fixture.id(52) + "\") { hours(first: 1) { pageInfo { endCursor } } } }", Map.of()).get("dossier")).get("hours");
        Object cursor = ((Map<?, ?>) hours.get("pageInfo")).get("endCursor");
        var left = new LinkedHashMap<String, String>();
        left.put("nodes @include(if: $more) { year }", "{}");
        left.put("edges @include(if: $more) { cursor } pageInfo @include(if: $more) { endCursor }", "{}");
        left.put("... @include(if: $more) { nodes { year } totalCount }", "{}");
        left.put("nodes { year @include(if: $more) }", "{nodes=[%s]}");
        left.put("edges { cursor @include(if: $more) node @include(if: $more) { year } }", "{edges=[%s]}");
        left.put("pageInfo { endCursor @include(if: $more) }", "{pageInfo={}}");
        for (var one : left.entrySet())
            for (var bounds : List.<Map<String, Object>>of(Map.of("after", cursor), Map.of("before", cursor), Map.of("after", cursor, "before", cursor))) {
                var shown = ((Map<?, ?>) both(query.formatted(one.getKey()), bounds).get("dossier")).get("hours").toString();
                assertEquals(one.getValue().formatted(bounds.containsKey("before") ? "" : "{}"), shown, one.getKey());
                both(query.formatted(one.getKey()), and(bounds, "more", true));
            }
    }

    private static Map<String, Object> and(Map<String, Object> variables, String name, Object value) {
        var more = new LinkedHashMap<>(variables);
        more.put(name, value);
        return more;
    }

    private static Map<?, ?> page(String query, Map<String, Object> variables) throws Exception {
        return (Map<?, ?>) both(query, variables).get("dossiers");
    }

    /** The answer that is given both ways. */
    private static Map<String, Object> both(String query, Map<String, Object> variables) throws Exception {
        var ask = new Ask(query, null, variables, false, true);
        var one = assertInstanceOf(Reply.Written.class, straight.answer(ask, Fixture.BUREAU, "one").toCompletableFuture().get(), query);
        var other = (Reply.Values) executed.answer(ask, Fixture.BUREAU, "other").toCompletableFuture().get();
        var answer = JSON.readValue(one.data(), Argument.mapOf(String.class, Object.class));
        assertEquals(plain(other.body().get("data")), plain(answer), query);
        return answer;
    }

    /** That they are one statement makes them no cheaper: 210 a total, 500 the groups. */
    private static long pricesOfEach(String counts) {
        return 210L * (counts.split("dossiers").length - 1) + 500L * (counts.split("dossierGroups").length - 1);
    }

    /** @return the answer that is given both ways; null where it is refused */
    private static Map<String, Object> compare(Query query, Ask ask, Viewer viewer) throws Exception {
        var one = straight.answer(ask, viewer, "one").toCompletableFuture().get();
        var other = (Reply.Values) executed.answer(ask, viewer, "other").toCompletableFuture().get();
        var where = query.document() + "\n" + ask.variables();
        if (one instanceof Reply.Written(var data, var extensions)) {
            wentStraight++;
            assertTrue(extensions.containsKey("cost"), where);
            assertTrue(!other.body().containsKey("errors"), () -> where + "\n" + other.body());
            var answer = JSON.readValue(data, Argument.mapOf(String.class, Object.class));
            if (answer.toString().contains("nodes=[{")) withRows++;
            assertEquals(plain(JSON.readValue(JSON.writeValueAsBytes(other.body().get("data")), Argument.mapOf(String.class, Object.class))), plain(answer), where);
            return answer;
        } else {
            refused++;
            var values = assertInstanceOf(Reply.Values.class, one);
            if (!values.body().toString().contains(Codes.COST)) assertEquals(other.body().get("errors"), values.body().get("errors"), where);
            return null;
        }
    }

    /** 12 and 12.0 are the same number. */
    static Object plain(Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> {
                var plain = new LinkedHashMap<Object, Object>();
                map.forEach((key, one) -> plain.put(key, plain(one)));
                yield plain;
            }
            case List<?> list -> list.stream().map(StraightAndExecutedTest::plain).toList();
            case Number number -> number.doubleValue();
            default -> value;
        };
    }

    /** A query made up from the schema: aliases, fragments, directives, variables, filters, orders, and cursors of an answer that it had. */
    private static final class Query {
        private final Random random;
        private final Map<String, Object> variables = new LinkedHashMap<>();
        private final Map<String, String> declared = new LinkedHashMap<>();
        private final List<String> fragments = new ArrayList<>();
        /** Variables for a cursor, and under the same names what has those of their lists: none comes the first time. */
        private final List<String> ends = new ArrayList<>();
        private final String body;

        Query(Random random) {
            this.random = random;
            var roots = List.copyOf(new TreeSet<>(ReadFields.ROOTS.keySet()));
            var lists = roots.stream().filter(name -> ReadFields.ROOTS.get(name) instanceof Root.Rows).toList();
            var fields = new ArrayList<String>();
            for (var left = 1 + random.nextInt(2); left > 0; left--) {
                var some = random.nextBoolean() ? lists : roots;
                var field = schema.getQueryType().getFieldDefinition(some.get(random.nextInt(some.size())));
                fields.add("r" + left + ": " + (field.getName().endsWith("Groups") ? groups(field) : field(field, 4)));
            }
            if (random.nextInt(6) == 0) fields.addAll(counts());
            if (random.nextInt(4) == 0) fields.add("__typename");
            var all = String.join(" ", fields);
            var truth = random.nextBoolean();
            body = random.nextInt(8) == 0 ? "... @skip(if: " + given("Boolean!", truth, "" + truth) + ") { " + all + " }" : all;
        }

        String document() {
            var head = declared.isEmpty() ? "" : declared.entrySet().stream().map(one -> "$" + one.getKey() + ": " + one.getValue()).collect(Collectors.joining(", ", "(", ")"));
            return "query " + head + " { " + body + " } " + String.join(" ", fragments);
        }

        /** Of the same rows, side by side. */
        private List<String> counts() {
            var dimensions = ((GraphQLEnumType) GraphQLTypeUtil.unwrapAll(schema.getQueryType().getFieldDefinition("dossierGroups").getArgument("by").getType())).getValues();
            var where = "where: " + value("where", schema.getQueryType().getFieldDefinition("dossiers").getArgument("where").getType(), 2);
            var counts = new ArrayList<String>();
            counts.add("total: dossiers(" + where + ") { totalCount }");
            for (var left = 1 + random.nextInt(2); left > 0; left--)
                counts.add("by" + left + ": dossierGroups(by: [" + dimensions.get(random.nextInt(dimensions.size())).getName() + "], " + where + ") { hasMore groups { count } }");
            return counts;
        }

        private String groups(GraphQLFieldDefinition field) {
            var dimension = (GraphQLEnumType) GraphQLTypeUtil.unwrapAll(field.getArgument("by").getType());
            var by = dimension.getValues().get(random.nextInt(dimension.getValues().size())).getName();
            var key = new StringBuilder();
            for (var word : by.toLowerCase().split("_")) key.append(key.isEmpty() ? word : word.substring(0, 1).toUpperCase() + word.substring(1));
            var measures = field.getName().equals("dossierGroups") ? " sum { educationTenths } average { educationTenths minutesBeforeClose }" : "";
            return field.getName() + "(by: [" + by + "], first: 5" + (random.nextBoolean() ? ", orderBy: COUNT" : "") + ") { hasMore groups { count by { " + key + " }" + measures + " } }";
        }

        /** The variables with cursors of the answer to it, where that has any; then perhaps none are wanted. */
        Map<String, Object> further(Map<String, Object> answer) {
            var further = new LinkedHashMap<>(variables);
            for (var end : ends) {
                var cursors = new ArrayList<>();
                collect(answer, end, cursors);
                if (!cursors.isEmpty()) further.put(end, cursors.get(random.nextInt(cursors.size())));
            }
            if (further.size() == variables.size()) return Map.of();
            further.put("more", random.nextInt(3) > 0);
            return further;
        }

        private static void collect(Object value, String end, List<Object> cursors) {
            switch (value) {
                case Map<?, ?> object -> object.forEach((key, one) -> {
                    if (key.equals(end)) ((Map<?, ?>) one).values().stream().filter(Objects::nonNull).forEach(cursors::add);
                    else collect(one, end, cursors);
                });
                case List<?> list -> list.forEach(one -> collect(one, end, cursors));
                case null, default -> { }
            }
        }

        private String field(GraphQLFieldDefinition field, int depth) {
            var arguments = new ArrayList<String>();
            var end = field.getArgument("after") == null || random.nextInt(3) > 0 ? "" : "end" + ends.size();
            for (var argument : field.getArguments())
                switch (argument.getName()) {
                    case "id" -> arguments.add("id: " + text("ID!", Fixture.id(id(field.getName())).toString()));
                    case "number" -> arguments.add("number: " + text("String!", random.nextInt(4) == 0 ? "MADE-UP" : "MADE-UP-2019-1"));
                    case "name" -> arguments.add("name: " + text("String!", "林晓"));
                    case "where" -> { if (GraphQLTypeUtil.isNonNull(argument.getType()) || random.nextInt(3) == 0) arguments.add("where: " + value("where", argument.getType(), 2)); }
                    case "orderBy" -> { if (random.nextInt(3) == 0) arguments.add("orderBy: " + order((GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(argument.getType()))); }
                    case "first" -> arguments.addAll(page(end));
                    case "search" -> { if (random.nextInt(8) == 0) arguments.add("search: " + text("String", "工程")); }
                    default -> { }
                }
            var said = field.getName() + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")");
            return switch (GraphQLTypeUtil.unwrapAll(field.getType())) {
                case GraphQLObjectType type -> said + " { " + selection(type, depth) + (end.isEmpty() ? "" : " " + end + ": pageInfo @include(if: $more) { startCursor endCursor }") + " }";
                case GraphQLInterfaceType face -> {
                    var types = schema.getImplementations(face);
                    var type = types.get(random.nextInt(types.size()));
                    yield said + " { __typename id ... on " + type.getName() + " { " + selection(type, depth) + " } }";
                }
                default -> said;
            };
        }

        /** Somewhere in the fixture; there is not always something of this kind. */
        private int id(String field) {
            return switch (field) {
                case "organisation" -> 11 + random.nextInt(5);
                case "person" -> 21 + random.nextInt(7);
                case "committee" -> 41 + random.nextInt(3);
                case "dossier", "explainDossier" -> 51 + random.nextInt(9);
                case "explainIntegrityEntry" -> 75 + 3 * random.nextInt(2);
                case "explainFinding" -> 88 + random.nextInt(3);
                case "explainBinding" -> 95 + random.nextInt(5);
                case "complaint", "explainComplaint" -> 131 + random.nextInt(3);
                case "explainNominator" -> 141 + random.nextInt(2);
                case "explainNomination" -> 143 + random.nextInt(2);
                case "explainTitleTransfer" -> 151 + random.nextInt(7);
                case "explainDossierStep" -> 210 + random.nextInt(5);
                case "explainReturn" -> 216 + 2 * random.nextInt(2);
                case "explainMark" -> 219 + random.nextInt(3);
                case "publication", "explainPublication" -> 222 + random.nextInt(3);
                case "explainObjection" -> 225 + random.nextInt(3);
                case "explainPostCount" -> 232 + random.nextInt(3);
                case "explainEntrustment" -> 238 + random.nextInt(3);
                case "explainMessage" -> 241 + random.nextInt(4);
                case "explainPayment" -> 251 + random.nextInt(3);
                case "explainAccountConsent" -> 871 + random.nextInt(4);
                default -> 11 + random.nextInt(80);
            };
        }

        /** Forward or backward; what is not used is left out, or null. @param end the variable for a cursor; empty: none is to come */
        private List<String> page(String end) {
            var backward = random.nextInt(3) == 0;
            var count = random.nextInt(6);
            var page = new ArrayList<String>();
            page.add((backward ? "last: " : "first: ") + (random.nextBoolean() ? count : given("Int", count, "" + count)));
            var bound = end.isEmpty() ? "" : random.nextBoolean() ? "after" : "before";
            if (!end.isEmpty()) {
                ends.add(end);
                declared.put(end, "String");
                declared.put("more", "Boolean = true");
                page.add(bound + ": $" + end);
            }
            for (var unused : List.of(backward ? "first" : "last", "after", "before"))
                if (!unused.equals(bound) && random.nextInt(4) == 0) page.add(unused + ": " + (random.nextBoolean() ? "null" : given(unused.endsWith("st") ? "Int" : "String", null, "null")));
            return page;
        }

        private String text(String type, String value) {
            return random.nextBoolean() ? "\"" + value + "\"" : given(type, value, "\"" + value + "\"");
        }

        private String selection(GraphQLObjectType type, int depth) {
            var fields = new ArrayList<String>();
            for (var field : type.getFieldDefinitions()) {
                var below = GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType;
                var connected = type.getName().endsWith("Connection");
                if (below && depth == 0 || field.getName().endsWith("ursor") || !(connected && field.getName().equals("nodes")) && random.nextInt(below ? 5 : 3) > 0) continue;
                var written = field(field, depth - 1);
                fields.add((random.nextInt(5) == 0 ? "a" + fields.size() + ": " : "") + written);
            }
            if (fields.isEmpty() || random.nextInt(6) == 0) fields.add("__typename");
            var all = String.join(" ", fields);
            return switch (random.nextInt(8)) {
                case 0 -> "... on " + type.getName() + " { " + all + " }";
                case 1 -> {
                    fragments.add("fragment f" + fragments.size() + " on " + type.getName() + " { " + all + " }");
                    yield "...f" + (fragments.size() - 1);
                }
                case 2 -> {
                    var truth = random.nextBoolean();
                    yield "... @" + (random.nextBoolean() ? "include" : "skip") + "(if: " + given("Boolean!", truth, "" + truth) + ") { " + all + " }" + (random.nextBoolean() ? " __typename" : "");
                }
                case 3 -> all + " " + all;
                default -> all;
            };
        }

        private String order(GraphQLInputObjectType type) {
            var words = ((GraphQLEnumType) GraphQLTypeUtil.unwrapAll(type.getFieldDefinition("field").getType())).getValues();
            var field = words.get(random.nextInt(words.size())).getName();
            var direction = random.nextBoolean() ? "ASC" : "DESC";
            if (random.nextBoolean()) return "[{field: " + field + ", direction: " + direction + ", nulls: " + (random.nextBoolean() ? "FIRST" : "LAST") + "}]";
            return given("[" + type.getName() + "!]", List.of(Map.of("field", field, "direction", direction)), "[{field: " + field + ", direction: " + direction + "}]");
        }

        /** As a literal, or as a variable. */
        private String value(String name, GraphQLInputType type, int depth) {
            var value = made(type, depth);
            if (random.nextInt(3) > 0) return literal(type, value);
            return given(GraphQLTypeUtil.simplePrint(type), value, literal(type, value));
        }

        /** A variable that is sent, or one that is not and has a default. */
        private String given(String type, Object value, String literal) {
            var name = "v" + declared.size();
            var sent = random.nextInt(4) > 0;
            declared.put(name, sent ? type : type + " = " + literal);
            if (sent) variables.put(name, value);
            return "$" + name;
        }

        private Object made(GraphQLType wanted, int depth) {
            if (GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(wanted))) {
                var list = new ArrayList<>();
                for (var left = random.nextInt(3); left > 0; left--) list.add(made(GraphQLTypeUtil.unwrapOne(GraphQLTypeUtil.unwrapNonNull(wanted)), depth - 1));
                return list;
            }
            return switch (GraphQLTypeUtil.unwrapAll(wanted)) {
                case GraphQLInputObjectType object -> {
                    var values = new LinkedHashMap<String, Object>();
                    var fields = object.getFieldDefinitions();
                    for (var left = random.nextInt(3); left > 0; left--) {
                        var field = fields.get(random.nextInt(fields.size()));
                        var below = GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInputObjectType type && !type.getName().endsWith("Ops");
                        if (below && depth <= 0 || field.getName().equals("where")) continue;
                        values.put(field.getName(), made(field.getType(), depth - 1));
                    }
                    var inOrder = new LinkedHashMap<String, Object>(); // the schema's: parts of an explanation come as they were written, executed ones as the schema has them
                    for (var field : fields)
                        if (values.containsKey(field.getName())) inOrder.put(field.getName(), values.get(field.getName()));
                    yield inOrder;
                }
                case GraphQLEnumType words -> words.getValues().get(random.nextInt(words.getValues().size())).getName();
                case GraphQLType scalar -> switch (((graphql.schema.GraphQLNamedType) scalar).getName()) {
                    case "Int" -> random.nextInt(5) == 0 ? 2024 : random.nextInt(1000);
                    case "Float" -> random.nextInt(100_000) / 100.0;
                    case "Boolean" -> random.nextBoolean();
                    case "Date" -> "202" + random.nextInt(6) + "-01-0" + (1 + random.nextInt(9));
                    case "DateTime" -> "202" + random.nextInt(6) + "-09-18T10:00:00+08:00";
                    case "ID" -> Fixture.id(11 + random.nextInt(80)).toString();
                    default -> List.of("工程师", "south", "ENGINEERING", "abcd", "建筑工程").get(random.nextInt(5));
                };
            };
        }

        private static String literal(GraphQLType wanted, Object value) {
            return switch (value) {
                case List<?> list -> list.stream().map(one -> literal(GraphQLTypeUtil.unwrapOne(GraphQLTypeUtil.unwrapNonNull(wanted)), one)).collect(Collectors.joining(", ", "[", "]"));
                case Map<?, ?> map -> map.entrySet().stream().map(entry -> entry.getKey() + ": " + literal(((GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(wanted))
                        .getFieldDefinition(entry.getKey().toString()).getType(), entry.getValue())).collect(Collectors.joining(", ", "{", "}"));
                case String text when !(GraphQLTypeUtil.unwrapAll(wanted) instanceof GraphQLEnumType) -> "\"" + text + "\"";
                default -> value.toString();
            };
        }
    }
}
