package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.graphql.Bare.said;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.contract.nowhere.Nowhere;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.read.Fixture;
import zhicheng.server.region.Regions;

/** How much may be asked: counted and priced before a statement is made, the same in the document and in variables. */
class InputsTest {
    private static final Bare BARE = new Bare();
    private static final int DEEP = 100_000;
    private static final String ONE = "{region: {eq: \"south\"}}";
    private static final String BY_VARIABLE = "query($w: DossierWhere) { dossiers(where: $w) { totalCount } }";
    private static final Map<String, Object> SOUTH = Map.of("region", Map.of("eq", "south"));

    @AfterAll
    static void stop() {
        BARE.close();
    }

    @BeforeEach
    void forget() {
        BARE.asked.clear();
    }

    private static String or(int conditions) {
        return "{or: [" + String.join(", ", Collections.nCopies(conditions, ONE)) + "]}";
    }

    private static Map<String, Object> orOf(int conditions) {
        return Map.of("or", Collections.nCopies(conditions, SOUTH));
    }

    /** 200 conditions in an operation, and 201. */
    static Stream<Arguments> conditions() {
        return Stream.of(
                Arguments.of("{ dossiers(where: %s) { totalCount } }".formatted(or(200)), Map.of(), "{ dossiers(where: %s) { totalCount } }".formatted(or(201)), Map.of(), "dossiers.where.or["),
                Arguments.of(BY_VARIABLE, Map.of("w", orOf(200)), BY_VARIABLE, Map.of("w", orOf(201)), "variables.w.or["),
                Arguments.of("query($w: DossierWhere!) { dossiers(where: {and: [%s$w]}) { totalCount } }".formatted("$w ".repeat(19)), Map.of("w", orOf(10)),
                        "query($w: DossierWhere!) { dossiers(where: {and: [%s$w]}) { totalCount } }".formatted("$w ".repeat(20)), Map.of("w", orOf(10)), "dossiers.where.and["),
                Arguments.of("{ a: dossiers(where: %s) { totalCount } b: dossiers(where: %s) { totalCount } }".formatted(or(100), or(100)), Map.of(),
                        "{ a: dossiers(where: %s) { totalCount } b: dossiers(where: %s) { totalCount } }".formatted(or(100), or(101)), Map.of(), "b.where.or["),
                Arguments.of("query($w: DossierWhere) { dossiers(where: {not: $w}) { totalCount } }", Map.of("w", Map.of("and", Collections.nCopies(200, Map.of()))),
                        "query($w: DossierWhere) { dossiers(where: {not: $w}) { totalCount } }", Map.of("w", Map.of("and", Collections.nCopies(201, Map.of()))), "variables.w.and["),
                Arguments.of("query($s: [String!]) { dossiers(where: {region: {in: $s}}) { totalCount } }", Map.of("s", Collections.nCopies(500, "south")),
                        "query($s: [String!]) { dossiers(where: {region: {in: $s}}) { totalCount } }", Map.of("s", Collections.nCopies(501, "south")), "variables.s has 501"));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void as_many_as_are_allowed_are_asked_and_one_more_is_refused_with_its_place(String at, Map<String, Object> few, String over, Map<String, Object> many, String place) {
        assertInstanceOf(Reply.Written.class, BARE.ask(at, few), () -> said(BARE.ask(at, few)));
        assertFalse(BARE.asked.isEmpty());
        BARE.asked.clear();
        for (var reply : List.of(BARE.ask(over, many), BARE.dryRun(over, many))) {
            assertTrue(said(reply).contains(Codes.LIMIT) && said(reply).contains(place), () -> said(reply));
            assertTrue(said(reply).contains(" are allowed (zhicheng.graphql.limits.") && said(reply).contains("ask with fewer"), () -> said(reply));
        }
        assertEquals(List.of(), BARE.asked);
    }

    private static Object nested(String key, boolean inList, int depth) {
        Object value = SOUTH;
        for (var left = depth; left > 0; left--) value = Map.of(key, inList ? List.of(value) : value);
        return value;
    }

    private static Object lists(int depth) {
        Object value = 1;
        for (var left = depth; left > 0; left--) value = List.of(value);
        return value;
    }

    private static Object through(int depth) {
        Object value = SOUTH;
        for (var left = depth; left > 0; left--) value = Map.of("applicant", Map.of("dossiers", Map.of("some", value)));
        return value;
    }

    /** What makes work for whoever reads it with his stack, or to its end. */
    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("and within and", BY_VARIABLE, "w", nested("and", true, DEEP), "input-depth"),
                Arguments.of("or, of one each", BY_VARIABLE, "w", nested("or", false, DEEP), "input-depth"),
                Arguments.of("not within not", BY_VARIABLE, "w", nested("not", false, DEEP), "input-depth"),
                Arguments.of("there and back", BY_VARIABLE, "w", through(DEEP), "input-depth"),
                Arguments.of("what is no word of the schema", BY_VARIABLE, "w", nested("x", false, DEEP), "input-depth"),
                Arguments.of("lists within lists", BY_VARIABLE, "w", lists(DEEP), "input-depth"),
                Arguments.of("lists within lists for a number", "query($w: Int) { dossiers(first: $w) { totalCount } }", "w", lists(DEEP), "input-depth"),
                Arguments.of("many and broad", BY_VARIABLE, "w", Map.of("or", Collections.nCopies(500, orOf(500))), "conditions"),
                Arguments.of("many with nothing in them", BY_VARIABLE, "w", Map.of("or", Collections.nCopies(500, Map.of("and", Collections.nCopies(500, Map.of())))), "conditions"),
                Arguments.of("many comparisons", "query($w: StringOps) { dossiers(where: {or: [%s]}) { totalCount } }".formatted("{region: $w} ".repeat(201)), "w", Map.of("eq", "south"), "conditions"),
                Arguments.of("many values", BY_VARIABLE, "w", Map.of("region", Map.of("in", Collections.nCopies(DEEP, "south"))), "list-entries"),
                Arguments.of("many members", BY_VARIABLE, "w", orOf(DEEP), "list-entries"),
                Arguments.of("a long order", "query($w: [DossierOrder!]) { dossiers(orderBy: $w) { totalCount } }", "w", Collections.nCopies(DEEP, Map.of("field", "YEAR")), "list-entries"),
                Arguments.of("an order of many words", "query($w: [DossierOrder!]) { dossiers(orderBy: $w) { nodes { id } } }", "w", Collections.nCopies(201, Map.of("field", "YEAR")), "conditions"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void what_is_too_much_is_refused_at_once(String what, String query, String variable, Object value, String limit) {
        var before = Instant.now();
        for (var reply : List.of(BARE.ask(query, Map.of(variable, value)), BARE.dryRun(query, Map.of(variable, value)))) {
            assertTrue(said(reply).contains(Codes.LIMIT) && said(reply).contains("(zhicheng.graphql.limits." + limit + ")"), () -> said(reply));
            assertTrue(said(reply).length() < 1_000, () -> said(reply));
        }
        assertTrue(Duration.between(before, Instant.now()).toSeconds() < 5, what);
        assertEquals(List.of(), BARE.asked);
    }

    @Test
    void a_document_is_held_to_the_same() {
        var nested = "{ dossiers(where: " + "{and: [".repeat(16) + ONE + "]}".repeat(16) + ") { totalCount } }";
        assertTrue(said(BARE.ask(nested, Map.of())).contains("(zhicheng.graphql.limits.input-depth)"), () -> said(BARE.ask(nested, Map.of())));
        var half = "query($w: DossierWhere!) { dossiers(where: " + "{and: [".repeat(8) + "$w" + "]}".repeat(8) + ") { totalCount } }";
        assertTrue(said(BARE.ask(half, Map.of("w", nested("and", true, 8)))).contains("(zhicheng.graphql.limits.input-depth)"), "half in the document, half in a variable");
        assertInstanceOf(Reply.Written.class, BARE.ask(half, Map.of("w", nested("and", true, 7))));
        for (var open : List.of("{not: ", "{and: [", "[")) {
            var deep = "{ dossiers(where: " + open.repeat(1_200) + "1" + new StringBuilder(open.replace("not: ", "").replace("and: ", "").replace('{', '}').replace('[', ']')).reverse().toString().repeat(1_200)
                    + ") { totalCount } }";
            assertTrue(said(BARE.ask(deep, Map.of())).contains(Codes.LIMIT), () -> open + said(BARE.ask(deep, Map.of())));
        }
    }

    @Test
    void a_number_that_is_refused_is_not_repeated() {
        var reply = BARE.ask(BY_VARIABLE, Map.of("w", Map.of("52242519900101123X", nested("not", false, 40))));
        assertTrue(said(reply).contains("input-depth") && !said(reply).contains("522425"), () -> said(reply));
    }

    @Test
    void it_costs_the_same_in_the_document_and_in_variables() {
        var inline = BARE.ask("{ dossiers(first: 7, where: {title: {contains: \"工程\"}, hours: {some: {tenths: {gte: 900}}}}, orderBy: [{field: YEAR}]) { totalCount nodes { id hours(first: 3) { nodes { year } } } } }", Map.of());
        var variables = BARE.ask("query($n: Int, $m: Int, $w: DossierWhere, $o: [DossierOrder!]) { dossiers(first: $n, where: $w, orderBy: $o) { totalCount nodes { id hours(first: $m) { nodes { year } } } } }",
                Map.of("n", 7, "m", 3, "w", Map.of("title", Map.of("contains", "工程"), "hours", Map.of("some", Map.of("tenths", Map.of("gte", 900)))), "o", List.of(Map.of("field", "YEAR"))));
        // the list 10, an order that no index serves 200, the text 50, the rows below 20, all counted 200; 7 rows, each with a list 10 of 3 rows
        assertEquals(10L + 200 + 50 + 20 + 200 + 7 * (1 + 10 + 3), estimated(inline));
        assertEquals(estimated(inline), estimated(variables));
    }

    /** What a value that cannot be would have cost is of no account, whichever way it comes; what stands beside it has its price. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Int    | dossiers(first: %s) { totalCount nodes { title } }                 | 101",
        "Int    | dossiers(first: %s) { totalCount nodes { title } }                 | -1",
        "Int    | dossiers(first: 3) { nodes { hours(first: %s) { totalCount } } }   | 101",
        "ID     | dossiers(where: {id: {eq: %s}}) { nodes { title } }                | x",
        "String | dossiers(search: %s) { nodes { title } }                           | 工"})
    void a_value_that_cannot_be_costs_the_same_in_the_document_and_in_variables(String type, String field, String value) {
        var written = type.equals("Int") ? value : '"' + value + '"';
        var beside = " beside: dossiers(first: 2) { nodes { title } }";
        var inline = BARE.ask("{ " + field.formatted(written) + beside + " }", Map.of());
        var variable = BARE.ask("query($v: " + type + ") { " + field.formatted("$v") + beside + " }", Map.of("v", type.equals("Int") ? (Object) Integer.valueOf(value) : value));
        assertTrue(said(inline).contains(Codes.BAD_INPUT) && said(variable).contains(Codes.BAD_INPUT), () -> said(inline) + said(variable));
        assertEquals(50L + 10 + 2, estimated(inline));
        assertEquals(inline.extensions().get("cost"), variable.extensions().get("cost"));
    }

    private static Object estimated(Reply reply) {
        return ((Map<?, ?>) reply.extensions().get("cost")).get("estimated");
    }

    /** That a cursor is none is found when the statement is made. */
    @ParameterizedTest
    @ValueSource(strings = {"dossiers(first: 100, after: \"none\")", "dossiers(first: 100)"})
    void what_is_too_dear_is_refused_before_a_statement_is_made(String list) {
        var reply = BARE.ask("{ " + list + " { nodes { applicant { dossiers(first: 100) { nodes { hours(first: 100) { nodes { year } } } } } } } }", Map.of());
        assertTrue(said(reply).contains(Codes.COST) && said(reply).contains("smaller pages"), () -> said(reply));
        assertEquals(List.of(), BARE.asked);
    }

    @Test
    void what_is_dear_is_named() {
        var where = "{year: {eq: 2024}}";
        for (var depth = 0; depth < 5; depth++) where = "{applicant: {dossiers: {some: " + where + "}}}";
        var reply = BARE.ask("{ dossiers(where: " + where + ") { nodes { id } } }", Map.of());
        assertTrue(said(reply).contains(Codes.COST) && said(reply).contains("Conditions on rows below, and on pieces of text, are ") && !said(reply).contains("smaller pages"), () -> said(reply));
        var texts = BARE.ask("{ dossiers(where: {or: [%s]}) { nodes { id } } }".formatted("{achievements: {some: {title: {contains: \"工程\"}}}} ".repeat(20)), Map.of());
        assertTrue(said(texts).contains(Codes.COST) && said(texts).contains("Conditions on pieces of text (contains, startsWith) are 20000 of it: each is paid for by itself, in every branch of an «or»") && !said(texts).contains("smaller pages"), () -> said(texts));
        var totals = BARE.ask("{ dossiers(first: 100) { nodes { applicant { dossiers(first: 30) { nodes { id hours { totalCount } achievements { totalCount } } } } } } }", Map.of());
        assertTrue(said(totals).contains(Codes.COST) && said(totals).contains("Totals are 120000 of it: each totalCount goes over all rows of its list, and in a list within a list over those of every row around it"), () -> said(totals));
    }

    /** Each stands in the statement once for each way to come by the page's rows, and once more to be counted. */
    @Test
    void what_multiplies_the_steps_over_relations_is_named() {
        var employed = "{or: [%s]}".formatted("{employer: {areaCode: {eq: \"520502\"}}} ".repeat(60));
        var where = "{title: {contains: \"工程\"}, and: [" + employed + "]}";
        assertFalse(said(BARE.ask("{ dossiers(orderBy: [{field: YEAR}], where: " + employed + ") { totalCount nodes { id } } }", Map.of())).contains("lead over"));
        var inOwnOrder = said(BARE.ask(asks("{ dossiers(where: " + employed + ") { nodes { id } } }"), EVERYWHERE));
        assertTrue(inOwnOrder.contains("lead over 300, 240 of them only because the same ones stand in the statement again for each place where whoever asks may see rows of dossiers or certificates in their own order, and at most 150 are allowed")
                && inOwnOrder.contains("; take another orderBy, ask with fewer, or in several requests") && !inOwnOrder.contains("totalCount"), inOwnOrder);
        var reply = BARE.ask("{ dossiers(where: " + where + ") { totalCount nodes { id } } }", Map.of());
        assertTrue(said(reply).contains("lead over 180, 120 of them only because the same ones stand in the statement again for pieces of texts that are searched (contains, startsWith) and for totalCount, and at most 150 are allowed")
                && said(reply).contains("; ask with fewer such texts or none, ask for totalCount in a request of its own, ask with fewer, or in several requests"), () -> said(reply));
        assertFalse(said(BARE.ask("{ dossiers(where: " + where + ") { nodes { id } } }", Map.of())).contains("lead over"), "without the total");
    }

    /** What is no text, as it comes in a variable. */
    private static final Map<String, Object> SENT = Map.of("1", 1L, "3000000000", 3_000_000_000L, "true", true, "1.0", new BigDecimal("1.0"), "[1]", List.of(1), "{a=[1, null]}", Map.of("a", Arrays.asList(1, null)));

    /** In the words of the schema, and the same wherever it stands: no Java, and nothing of how GraphQL is read. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "where.year.eq | a value of the type Int is expected | {year: {eq: $v}} | Int | '2024' | x",
        "where.year.eq | a value of the type Int is expected | {year: {eq: $v}} | Int | 3000000000 | 3000000000",
        "where.hours.sum.tenths.lt | a value of the type Float is expected | {hours: {sum: {tenths: {lt: $v}}}} | Float | '1' | x",
        "where.title.isNull | a value of the type Boolean is expected | {title: {isNull: $v}} | Boolean | 'true' | x",
        "where.title.eq | a value of the type String is expected | {title: {eq: $v}} | String | 1 | 1",
        "where.id.eq | a value of the type ID is expected, a text or a whole number | {id: {eq: $v}} | ID | {a: [1 null]} | {a=[1, null]}",
        "where.id.in | a value of the type ID is expected, a text or a whole number | {id: {in: $v}} | [ID!] | true | true",
        "where.id.eq | a value of the type ID is expected, a text or a whole number | {id: {eq: $v}} | ID | [1] | [1]",
        "where.id.neq | a value of the type ID is expected, a text or a whole number | {id: {neq: $v}} | ID | 1.0 | 1.0",
        "where.level.eq | Level has no such value | {level: {eq: $v}} | Level | SENIOR | SENIOR",
        "where.submittedAt.gte | «gestern» is not understood (expected e.g. \"2024-09-18T10:00:00+08:00\") | {submittedAt: {gte: $v}} | DateTime | 'gestern' | gestern"})
    void what_is_of_another_type_is_said_in_the_words_of_the_schema(String place, String message, String where, String type, String inline, String sent) {
        var written = "{ people { nodes { d: dossiers(where: " + where.replace("$v", inline.replace('\'', '"')) + ") { totalCount } } } }";
        var refused = said(BARE.ask(written, Map.of()));
        assertTrue(refused.contains("message=people.nodes.d." + place + ": " + message), refused);
        var asVariable = said(BARE.ask("query($v: " + type + ") { dossiers(where: " + where + ") { totalCount } }", Map.of("v", SENT.getOrDefault(sent, sent))));
        assertTrue(asVariable.contains("message=variables.v: " + message), asVariable);
        for (var one : List.of(refused, asVariable)) {
            assertTrue(one.contains("code=" + Codes.VALIDATION), one);
            assertFalse(Pattern.compile("AST|[A-Z][a-z]+Value|'(String|Integer|Long|Double|Boolean|BigInteger|LinkedHashMap)'|cast|coerc|convert|java").matcher(one).find(), one);
        }
    }

    /** Where it stands is said from the root field on, also of what is no value of any type. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "people.nodes.d.where.hours.some.yeer: DossierHoursWhere has no such field | { people { nodes { d: dossiers(where: {hours: {some: {yeer: {eq: 1}}}}) { totalCount } } } }",
        "dossiers.where.year: an object is expected | { dossiers(where: {year: 2024}) { totalCount } }",
        "dossiers.orderBy[1].field: it has to be given | { dossiers(orderBy: [{field: YEAR}, {}]) { totalCount } }",
        "variables.n: a value of the type Int is expected | query($n: Int = 'x') { dossiers(first: $n) { totalCount } }",
        "dossiers.where.submittedAt.in: «{x:1}» is not understood | { dossiers(where: {submittedAt: {in: {x: 1}}}) { totalCount } }",
        "dossiers.where.level.in[1]: values of Level are written without quotes in the document: ASSOCIATE_SENIOR | { dossiers(where: {level: {in: [ASSISTANT 'ASSOCIATE_SENIOR']}}) { totalCount } }",
        "variables.l: values of Level are written without quotes in the document: ASSOCIATE_SENIOR | query($l: Level = 'ASSOCIATE_SENIOR') { dossiers(where: {level: {eq: $l}}) { totalCount } }",
        "dossiers.where.level.eq: Level has no such value | { dossiers(where: {level: {eq: 'SENIOR'}}) { totalCount } }",
        "dossiers.if: a value of the type Boolean is expected | { dossiers @include(if: 1) { totalCount } }",
        "variables.n: null is no value here; leave it out, or give a value | query($n: Int! = null) { dossiers(first: $n) { totalCount } }",
        "d.first: null is no value here; leave it out, or give a value | { d: dossierGroups(by: [], first: null) { groups { count } } }",
        "d.by: null is no value here; give a value | { d: dossierGroups(by: null) { groups { count } } }"})
    void what_does_not_fit_is_said_where_it_stands(String message, String query) {
        var messages = messages(BARE.ask(query.replace('\'', '"'), Map.of()));
        assertTrue(messages.size() == 1 && messages.getFirst().startsWith(message), messages::toString);
    }

    /** The same of a filter in the document and in a variable, which GraphQL's own reading ends at the first of; and of all arguments and variables of a request. */
    @Test
    void what_does_not_fit_is_said_at_once() {
        var wrong = new TreeMap<String, Object>(Map.of("level", Map.of("eq", "SENIOR"), "year", Map.of("eq", "2024"), "title", Map.of("in", Arrays.asList("a", null)), "hours", Map.of("some", Map.of("yeer", Map.of()))));
        var inline = messages(BARE.ask("{ dossiers(where: {level: {eq: SENIOR}, year: {eq: \"2024\"}, title: {in: [\"a\", null]}, hours: {some: {yeer: {}}}}) { totalCount } }", Map.of()));
        var variable = messages(BARE.ask(BY_VARIABLE, Map.of("w", wrong)));
        var expected = List.of(".hours.some.yeer: DossierHoursWhere has no such field", ".level.eq: Level has no such value", ".title.in[1]: null is no value here", ".year.eq: a value of the type Int is expected");
        for (var said : Map.of("dossiers.where", inline, "variables.w", variable).entrySet()) {
            assertEquals(expected.size(), said.getValue().size(), said::toString);
            for (var place = 0; place < expected.size(); place++) assertTrue(said.getValue().get(place).startsWith(said.getKey() + expected.get(place)), said::toString);
        }
        var several = messages(BARE.ask("query($n: Int = true) { people(first: $n) { nodes { b: dossiers(first: 1.5, where: []) { totalCount } } } a: people(last: {}) { totalCount } }", Map.of()));
        assertEquals(List.of("a.last", "people.nodes.b.first", "people.nodes.b.where", "variables.n"), several.stream().map(said -> said.split(":")[0]).toList());
    }

    /** All of a field's, by their places: in a filter, in an order, in groups and their conditions, in lists beside each other; in the document, in variables, and when it is not asked. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "first: 101 is not from | orderBy[1].field: the list is ordered by it already | where.and[1].title.contains: «x» is too short | where.hours.count.eq: null is no constraint | where.title.eq: null is no constraint | { dossiers(first: 101, orderBy: [{field: YEAR}, {field: YEAR}], where: {title: {eq: null}, and: [{}, {title: {contains: 'x'}}], hours: {count: {eq: null}}}) { nodes { id } } }",
        "having.count.gt: null is no constraint | having.sum.educationTenths.lt: null is no constraint | by[1]: the rows are grouped | where.level.eq: null is no constraint | first: 1001 is not from | { dossierGroups(by: [YEAR, YEAR], first: 1001, where: {level: {eq: null}}, having: {count: {gt: null}, sum: {educationTenths: {lt: null}}}) { groups { count } } }",
        "nodes.a.where.title.eq: null is no constraint | nodes.b.where.title.eq: null is no constraint | nodes.b.last: 101 is not from | nodes.c.where.title.eq: null is no constraint | nodes.c.where.kind.eq: null is no constraint | { people { nodes { a: dossiers(where: {title: {eq: null}}) { totalCount } b: dossiers(where: {title: {eq: null}}, last: 101) { totalCount } d: dossiers { nodes { id } } c: achievements(where: {title: {eq: null}, kind: {eq: null}}) { totalCount } } } }",
        "where.title.eq: it has more than 1000 characters | where.id.in[0]: «x» is not an id | first: 101 is not | where.region.neq: it has more than | where.title.startsWith: « » is too short | query($long: String = '%s', $n: Int = 101, $i: ID! = 'x', $blank: String = ' ') { dossiers(first: $n, where: {title: {eq: $long, startsWith: $blank}, id: {in: [$i]}, region: {neq: $long}}) { nodes { id } } }"})
    void what_is_wrong_is_said_at_once(String one, String two, String three, String four, String five, String query) {
        var asked = query.replace('\'', '"').replace("%s", "山".repeat(1_001));
        for (var reply : List.of(BARE.ask(asked, Map.of()), BARE.dryRun(asked, Map.of()))) {
            var messages = messages(reply);
            assertEquals(5, messages.size(), messages::toString);
            for (var message : List.of(one, two, three, four, five)) assertEquals(1, messages.stream().filter(said -> said.startsWith(message)).count(), () -> message + " in " + messages);
            assertEquals(messages.stream().sorted().toList(), messages);
        }
        assertEquals(List.of(), BARE.asked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "where.id.in[0]: «x» is not an id; where.id.in[2]: «z» is not an id; | { dossiers(where: {id: {in: ['x', '00000000-0000-4000-8000-000000000051', 'z']}}) { totalCount } }",
        "where.id.in[0]: «x» is not an id; where.id.in[1]: «y» is not an id; | query($ids: [ID!] = ['x', 'y']) { dossiers(where: {id: {in: $ids}}) { totalCount } }",
        "dossiers.first: 101 is not from; hours.first: 101 is not from; | { node(id: '00000000-0000-4000-8000-000000000051') { ... on Dossier { hours(first: 101) { totalCount } } ... on Person { dossiers(first: 101) { totalCount } } } }",
        "where.hours.some.year.eq: null is no constraint; where.hours: «where» says which rows; | { dossiers(where: {hours: {where: {}, sum: {}, some: {year: {eq: null}}}}) { totalCount } }",
        "orderBy: a list is ordered by 8 keys at most, not by 9; orderBy[8].field: the list is ordered by it already; | { dossiers(orderBy: [{field: YEAR} {field: STAGE} {field: LEVEL} {field: SERIES} {field: TITLE} {field: REGION} {field: SPECIALTY} {field: EMPLOYER_NAME} {field: YEAR}]) { nodes { id } } }",
        "by: LEVEL is asked of the groups; by: SERIES is asked of the groups; first: 1001 is not from; | { dossierGroups(by: [YEAR], first: 1001) { groups { by { year level series } } } }",
        "after: not a cursor of this server; before: not a cursor of this server; | { dossiers(after: 'x', before: 'y') { nodes { id } } }",
        "nodes.dossiers.after: not a cursor of this server; nodes.dossiers.before: not a cursor of this server; | query($a: String = 'x', $b: String = 'y') { people { nodes { dossiers(after: $a, before: $b) { totalCount } } } }",
        "where.submittedAt.isPast: null is neither true nor false; where.title.isNull: null is neither true nor false; | query($t: Boolean = null) { dossiers(where: {title: {isNull: $t}, submittedAt: {isPast: null}}) { totalCount } }",
        "by[1]: the rows are grouped by it already; | { dossierGroups(by: [YEAR, YEAR]) { groups { by { level } } } }",
        "id: «x» is not an id; where.title.eq: null is no constraint; | { explainDossier(id: 'x', where: {title: {eq: null}}) { holds } }",
        "id: «x» is not an id; where.id.in[0]: «y» is not an id; where.id.in[1]: «z» is not an id; | query($i: ID! = 'x', $ids: [ID!] = ['y', 'z']) { explainDossier(id: $i, where: {id: {in: $ids}}) { holds } }"})
    void what_is_wrong_is_said_at_once_of_a_list_of_values_and_of_what_is_explained(String expected, String query) {
        for (var reply : List.of(BARE.ask(query.replace('\'', '"'), Map.of()), BARE.dryRun(query.replace('\'', '"'), Map.of()))) {
            var messages = messages(reply);
            var wanted = expected.split("; ?");
            assertEquals(wanted.length, messages.size(), messages::toString);
            for (var place = 0; place < wanted.length; place++) assertTrue(messages.get(place).startsWith(wanted[place]), messages::toString);
        }
        assertEquals(List.of(), BARE.asked);
    }

    @Test
    void what_is_told_of_a_certificate_is_no_longer_than_any_other_text() {
        var tooLong = "山".repeat(1_001);
        var literal = "{ certificate(number: \"%1$s\", name: \"%1$s\") { title } }".formatted(tooLong);
        var variables = "query($n: String!, $h: String!) { certificate(number: $n, name: $h) { title } }";
        for (var reply : List.of(BARE.ask(literal, Map.of()), BARE.dryRun(literal, Map.of()), BARE.ask(variables, Map.of("n", tooLong, "h", tooLong)), BARE.dryRun(variables, Map.of("n", tooLong, "h", tooLong))))
            assertEquals(List.of("name: it has more than 1000 characters", "number: it has more than 1000 characters"), messages(reply));
        assertEquals(List.of(), BARE.asked);
    }

    /** What is advised can be written. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "employer | dossiers(where: {employer: null}) | (where there is none of it: not: {employer: {}})",
        "employer.parent | dossiers(where: {employer: {parent: null}}) | (where there is none of it: not: {parent: {}})",
        "hours | dossiers(where: {hours: null}) | (where there is none of it: hours: {none: {}})",
        "hours.some | dossiers(where: {hours: {some: null}}) | ''",
        "hours.count | dossiers(where: {hours: {count: null}}) | ''",
        "and | dossiers(where: {and: null}) | ''",
        "or | dossiers(where: {or: null}) | ''",
        "not | dossiers(where: {not: null}) | ''",
        "applicant.identityNumber.eq | dossiers(where: {applicant: {identityNumber: {eq: null}}}) | ''",
        "title | dossiers(where: {title: null}) | (absent values are asked for with isNull)",
        "title.in | dossiers(where: {title: {in: null}}) | (absent values are asked for with isNull)"})
    void who_writes_null_is_told_what_he_can_write(String place, String list, String instead) {
        assertEquals(List.of("where." + place + ": null is no constraint and no value; leave it out" + (instead.isEmpty() ? "" : " " + instead)), messages(BARE.dryRun("{ " + list + " { totalCount } }", Map.of())));
    }

    @Test
    void all_variables_of_an_order_that_are_null_are_named() {
        var nulls = new HashMap<String, Object>();
        nulls.put("d", null);
        nulls.put("n", null);
        var messages = messages(BARE.dryRun("query($d: OrderDirection = ASC, $n: NullsOrder = LAST) { dossiers(orderBy: [{field: YEAR}, {field: YEAR, direction: $d, nulls: $n}]) { nodes { id } } }", nulls));
        assertEquals(List.of("dossiers.orderBy[1].direction", "dossiers.orderBy[1].nulls"), messages.stream().map(said -> said.split(":")[0]).toList(), messages::toString);
    }

    private static List<String> messages(Reply reply) {
        return ((List<?>) ((Reply.Values) reply).body().get("errors")).stream().map(error -> ((Map<?, ?>) error).get("message").toString()).toList();
    }

    /** Also where they are in two lists. */
    @Test
    void of_what_is_wrong_in_long_lists_twenty_are_said_and_how_many_more_there_are() {
        var query = "query($i: [ID!], $j: [ID!]) { dossiers(where: {id: {in: $i, notIn: $j}}) { totalCount } }";
        assertEquals(20, messages(BARE.ask(query, Map.of("i", Collections.nCopies(20, "x")))).size());
        var reply = BARE.ask(query, Map.of("i", Collections.nCopies(500, "x"), "j", Collections.nCopies(30, "x")));
        var messages = messages(reply);
        assertEquals(21, messages.size(), messages::toString);
        for (var place = 0; place < 20; place++) assertTrue(messages.get(place).startsWith("where.id.in[" + place + "]: «x»"), messages::toString);
        assertEquals("510 more mistakes are told when these are mended", messages.getLast());
        var unfit = Map.of("dossiers.where.year.in", BARE.ask("{ dossiers(where: {year: {in: [%s]}}) { totalCount } }".formatted("true ".repeat(30)), Map.of()),
                "variables.y", BARE.ask("query($y: [Int!]) { dossiers(where: {year: {in: $y}}) { totalCount } }", Map.of("y", Collections.nCopies(30, true))));
        unfit.forEach((at, said) -> {
            assertEquals(21, messages(said).size(), () -> messages(said).toString());
            for (var place = 0; place < 20; place++) assertTrue(messages(said).get(place).startsWith(at + "[" + place + "]: a value of the type Int"), messages(said)::toString);
            assertEquals("10 more mistakes are told when these are mended", messages(said).getLast());
        });
    }

    /** What stands in a statement is what its asker's roles let him see: also who sees dossiers in all five places asks seven lists of three steps at once, and who sees them in one asks more. */
    @Test
    void steps_are_counted_in_the_places_in_which_who_asks_may_see_rows() {
        var list = " %s: dossiers(first: 5, where: {employer: {areaCode: {eq: \"520502\"}}, applicant: {residence: {eq: MAINLAND}}, hours: {some: {year: {gte: 2022}}}}) { nodes { id } }";
        for (var asked : Map.of(EVERYWHERE, 10, Fixture.BUREAU, 20, Viewer.PUBLIC, 20).entrySet()) {
            var lists = IntStream.range(0, asked.getValue()).mapToObj(number -> list.formatted("l" + number)).collect(Collectors.joining());
            assertInstanceOf(Reply.Written.class, BARE.ask(asks("{" + lists + "}"), asked.getKey()), asked::toString);
        }
        var over = IntStream.range(0, 11).mapToObj(number -> list.formatted("l" + number)).collect(Collectors.joining());
        assertTrue(said(BARE.ask(asks("{" + over + "}"), EVERYWHERE)).contains("up to that of l10, lead over 165, 132 of them only because"));
    }

    private static final Viewer EVERYWHERE = new Viewer(Fixture.id(98), Set.of(Role.APPLICANT, Role.SUPERIOR_DEPT, Role.COMMITTEE_OFFICE, Role.EMPLOYER_CLERK, Role.HRSS_CITY), Fixture.id(22), Fixture.id(15));

    private static Ask asks(String query) {
        return new Ask(query, null, Map.of(), false, true);
    }

    /** Whether it comes for the first time or a statement for its like is kept. */
    @ParameterizedTest
    @ValueSource(strings = {"eq: $t", "neq: $t", "in: [\"south\", $t]", "notIn: [$t]", "lt: $t"})
    void a_text_of_more_than_a_thousand_characters_is_compared_with_nothing(String comparison) {
        var query = "query($t: String!) { dossiers(where: {region: {" + comparison + "}}) { totalCount } }";
        assertInstanceOf(Reply.Written.class, BARE.ask(query, Map.of("t", "山".repeat(1_000))), () -> said(BARE.ask(query, Map.of("t", "山".repeat(1_000)))));
        assertInstanceOf(Reply.Written.class, BARE.ask(query, Map.of("t", "𠮷".repeat(1_000))), "two places in memory, one character");
        BARE.asked.clear();
        var inline = query.replace("($t: String!)", "").replace("$t", "\"" + "山".repeat(1_001) + "\"");
        for (var reply : List.of(BARE.ask(query, Map.of("t", "山".repeat(1_001))), BARE.ask(inline, Map.of()), BARE.dryRun(inline, Map.of()), BARE.dryRun(query, Map.of("t", "山".repeat(1_001))))) {
            assertTrue(said(reply).contains("where.region." + comparison.split(":")[0]) && said(reply).contains(": it has more than 1000 characters"), () -> said(reply));
            assertTrue(said(reply).contains(Codes.BAD_INPUT) && said(reply).length() < 500, () -> said(reply));
        }
        assertEquals(List.of(), BARE.asked);
    }

    private static final String EMPLOYED = "{employer: {kind: {eq: HRSS}}} ";

    /** A hundred and fifty steps over relations in an operation, and one more. */
    static Stream<Arguments> relations() {
        return Stream.of(
                Arguments.of("{ dossiers(where: {or: [%s]}) { totalCount } }".formatted(EMPLOYED.repeat(150)), Map.of(), "{ dossiers(where: {or: [%s]}) { totalCount } }".formatted(EMPLOYED.repeat(151)), Map.of(), "of dossiers, lead over 151"),
                Arguments.of(BY_VARIABLE, Map.of("w", Map.of("and", Collections.nCopies(75, through(1)))), BY_VARIABLE, Map.of("w", Map.of("and", Collections.nCopies(76, through(1)))), "of dossiers, lead over 152"),
                Arguments.of("{ a: dossiers(where: {or: [%s]}) { totalCount } b: people(where: {dossiers: {count: {gt: 1, lt: 9}}}) { totalCount } }".formatted(EMPLOYED.repeat(149)), Map.of(),
                        "{ a: dossiers(where: {or: [%s]}) { totalCount } b: people(where: {dossiers: {count: {gt: 1, lt: 9}}}) { totalCount } }".formatted(EMPLOYED.repeat(150)), Map.of(), "of b, lead over 151"),
                Arguments.of("{ people { nodes { dossiers(where: {and: [%s]}) { totalCount } } } }".formatted(EMPLOYED.repeat(150)), Map.of(),
                        "{ people { nodes { dossiers(where: {and: [%s]}) { totalCount } } } }".formatted(EMPLOYED.repeat(151)), Map.of(), "of people, lead over 151"));
    }

    @ParameterizedTest
    @MethodSource("relations")
    void filters_lead_over_a_hundred_and_fifty_relations_at_most(String at, Map<String, Object> few, String over, Map<String, Object> many, String found) {
        assertInstanceOf(Reply.Written.class, BARE.ask(at, few), () -> said(BARE.ask(at, few)));
        BARE.asked.clear();
        for (var reply : List.of(BARE.ask(over, many), BARE.dryRun(over, many)))
            assertTrue(said(reply).contains("relations: filters, orders and groups, up to that " + found + ", and at most 150 are allowed (zhicheng.graphql.limits.relations); ask with fewer") && said(reply).contains(Codes.LIMIT), () -> said(reply));
        assertEquals(List.of(), BARE.asked);
    }

    /** An answer of 18 bytes, or two of them. */
    @Test
    void an_answer_that_is_larger_than_one_may_be_is_not_sent() {
        try (var enough = new Bare(Regions.of(List.of(new Nowhere())), 36); var less = new Bare(Regions.of(List.of(new Nowhere())), 35); var least = new Bare(Regions.of(List.of(new Nowhere())), 17)) {
            var one = "{ dossiers { totalCount } }";
            var two = "{ dossiers { totalCount } people { totalCount } }";
            assertInstanceOf(Reply.Written.class, enough.ask(two, Map.of()));
            assertInstanceOf(Reply.Written.class, less.ask(one, Map.of()));
            var executed = "{ dossiers { totalCount } people { totalCount } server { name } }";
            assertNull(((Reply.Values) enough.ask(executed, Map.of())).body().get("errors"));
            assertTrue(said(less.ask(executed, Map.of())).contains("the answer has 36 bytes, and at most 35 are sent"), () -> said(less.ask(executed, Map.of())));
            for (var over : List.of(less.ask(two, Map.of()), less.ask(two, Map.of()), least.ask(one, Map.of()))) {
                assertEquals(Reply.Outcome.REFUSED, over.outcome());
                assertTrue(said(over).contains(Codes.LIMIT) && said(over).contains("(zhicheng.read.answer-bytes); ask for smaller pages"), () -> said(over));
            }
            assertTrue(said(least.ask(one, Map.of())).contains("the answer has 18 bytes, and at most 17 are sent"), () -> said(least.ask(one, Map.of())));
        }
    }

    /** The whole once, and each part with what stands in it and what leads to it once more: with all of them, by itself, and to what it leads to. */
    @Test
    void an_explanation_leads_over_them_as_often_as_it_asks() {
        var query = "query($w: DossierWhere!) { explainDossier(id: \"00000000-0000-4000-8000-000000000051\", where: $w) { %s } }";
        for (var asked : Map.of("holds", 150, "parts { path holds }", 37).entrySet())
            for (var over : List.of(0, 1)) {
                var reply = BARE.ask(query.formatted(asked.getKey()), Map.of("w", Map.of("and", Collections.nCopies(asked.getValue() + over, Map.of("employer", Map.of("kind", Map.of("eq", "HRSS")))))));
                assertEquals(over == 1, said(reply).contains("zhicheng.graphql.limits.relations"), () -> asked + ": " + said(reply));
            }
    }

    /** With ten nots around them each of many conditions is a part of its own, and stands in all parts around it. */
    @Test
    void what_is_explained_under_many_names_is_no_fault() {
        var where = "{%s{and: [%s]}%s}";
        var many = "{year: {neq: 1}} ".repeat(190);
        var below = where.formatted("hours: {some: " + "{not: ".repeat(10), many, "}".repeat(11));
        var itself = where.formatted("not: " + "{not: ".repeat(9), many, "}".repeat(9));
        var names = "query { explainDossier(id: \"00000000-0000-4000-8000-000000000051\", where: %s) { %s } }";
        var holding = names.formatted(below, "parts { below { " + names("holding", 49) + "} }");
        for (var reply : List.of(BARE.ask(holding, Map.of()), BARE.dryRun(holding, Map.of())))
            assertTrue(reply.outcome() == Reply.Outcome.REFUSED && said(reply).contains(Codes.LIMIT) && said(reply).contains("of them only because the same ones stand in the statement again for parts of an explanation, for each thing that is wanted of each of them, and at most 150 are allowed")
                    && said(reply).contains("; have a part of the filter explained by itself, or ask for less of each part (holds, shown, below), ask with fewer"), () -> said(reply));
        assertInstanceOf(Reply.Written.class, BARE.ask(names.formatted(itself, "parts { " + names("holds", 49) + "}"), Map.of()), "which is one column");
        BARE.asked.clear();
        var bare = names.formatted(where.formatted("not: " + "{not: ".repeat(25), "{year: {isNull: false}} ".repeat(190), "}".repeat(25)), names("parts { holds }", 20));
        for (var query : List.of(names.formatted(itself, names("parts { holds }", 20)), bare, bare.replaceFirst("query \\{", "query { server { name } ")))
            for (var reply : List.of(BARE.ask(query, Map.of()), BARE.dryRun(query, Map.of()))) {
                assertEquals(Reply.Outcome.REFUSED, reply.outcome());
                assertTrue(said(reply).contains(Codes.COST) && said(reply).contains("The conditions of an explanation are") && said(reply).contains("each as often as it is written: for the whole, for each part"), () -> said(reply));
            }
        assertEquals(List.of(), BARE.asked);
    }

    /** Straight, in a dry run, and where something beside it is executed: with its place, and the whole is refused. What a request may cost is here more than it is. */
    @Test
    void a_statement_that_would_be_too_large_is_refused_in_one_way() {
        var usual = StraightAndExecutedTest.LIMITS;
        var dear = new Limits(usual.bodyBytes(), usual.queryCharacters(), usual.tokens(), usual.depth(), usual.fields(), usual.rootFields(), usual.aliases(), usual.directives(), usual.listEntries(), usual.conditions(),
                usual.relations(), usual.inputDepth(), 10_000_000, usual.introspection(), usual.time(), usual.running());
        try (var bare = new Bare(Regions.of(List.of(new Nowhere())), dear, (_, _) -> CompletableFuture.failedStage(new IllegalStateException("nothing is asked")), Executors.newVirtualThreadPerTaskExecutor())) {
            for (var most : Map.of("neq: 1", "32767 values", "isNull: false", "1000000 characters").entrySet()) {
                var query = "{ explained: explainDossier(id: \"00000000-0000-4000-8000-000000000051\", where: {%s{and: [%s]}%s}) { %s }"
                        .formatted("not: " + "{not: ".repeat(25), ("{year: {" + most.getKey() + "}} ").repeat(190), "}".repeat(25), names("parts { holds }", 20));
                var replies = Stream.of("}", " server { name } }").flatMap(rest -> Stream.of(bare.ask(query + rest, Map.of()), bare.dryRun(query + rest, Map.of()))).toList();
                for (var reply : replies) {
                    assertEquals(Reply.Outcome.REFUSED, reply.outcome());
                    assertNull(((Reply.Values) reply).body().get("data"));
                    assertEquals(said(replies.getFirst()), said(reply));
                    assertNotNull(reply.extensions().get("cost"));
                }
                assertTrue(said(replies.getFirst()).contains("a statement for this would have more than " + most.getValue()) && said(replies.getFirst()).contains("path=[explained]") && said(replies.getFirst()).contains(Codes.LIMIT), () -> said(replies.getFirst()));
            }
        }
    }

    private static String names(String member, int many) {
        return IntStream.range(0, many).mapToObj(number -> "m" + number + ": " + member + " ").collect(Collectors.joining());
    }

    @Test
    void a_value_that_does_not_fit_and_a_field_that_there_is_not_are_both_told() {
        var messages = messages(BARE.ask("{ dossiers(where: {year: \"x\"}) { foo(bar: 1) } }", Map.of()));
        assertEquals(2, messages.size(), messages::toString);
        assertTrue(messages.getFirst().contains("foo"), messages::toString);
        assertTrue(messages.getLast().startsWith("dossiers.where.year: an object is expected"), messages::toString);
    }
}
