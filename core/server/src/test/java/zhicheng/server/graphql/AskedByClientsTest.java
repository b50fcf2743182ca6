package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.trail.Json;

/** What clients send as a matter of course: four variables for a page of which two are null, and dry runs of what may be wrong. */
@Tag("database")
class AskedByClientsTest {
    private static World world;
    private static Caller bureau;

    @BeforeAll
    static void start() {
        world = World.at("2024-09-18T10:00:00+08:00");
        bureau = world.account(null, world.organisation("HRSS", "xianning"), "HRSS_CITY");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"2, -, -", "-, 2, -", "-, -, -", "2, 2, BAD_INPUT", "101, -, BAD_INPUT"})
    void null_is_as_good_as_absent_in_a_page(Integer first, Integer last, String error) {
        var variables = new HashMap<String, Object>();
        variables.put("first", first);
        variables.put("last", last);
        variables.put("after", null);
        variables.put("before", null);
        var reply = world.ask(bureau, "query($first: Int, $last: Int, $after: String, $before: String) { organisations(first: $first, last: $last, after: $after, before: $before) { nodes { id } } }", variables);
        assertEquals(error, reply.error(), () -> reply.body().toString());
        assertNull(world.ask(bureau, "{ organisations(first: 2, last: null, after: null, before: null) { nodes { id } } }", Map.of()).error());
    }

    @Test
    void one_object_has_fifty_fields_at_most() {
        var fifty = IntStream.range(0, 50).mapToObj(number -> "t" + number + ": name").collect(Collectors.joining(" "));
        List<Map<String, Object>> answered = world.ask(bureau, "{ organisations { nodes { " + fifty + " } } }", Map.of()).at("data", "organisations", "nodes");
        assertEquals(50, answered.getFirst().size());
        var reply = world.ask(bureau, "{ organisations { nodes { kind " + fifty + " } } }", Map.of());
        assertEquals("BAD_INPUT", reply.error());
        assertEquals(List.of("organisations"), reply.at("errors", 0, "path"));
        assertTrue(reply.<String>at("errors", 0, "message").startsWith("organisations.nodes: 51 fields of one object, and at most 50 are answered"), () -> reply.body().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{ dossiers(where: {title: {eq: null}}) { totalCount } } | {} | BAD_INPUT",
        "query($n: Int) { dossiers(first: $n) { totalCount } } | {\"n\": 101} | BAD_INPUT",
        "query($n: Int) { dossiers(first: $n) { totalCount } } | {\"n\": \"x\"} | VALIDATION",
        "query($c: String) { dossiers(after: $c) { nodes { id } } } | {\"c\": \"none\"} | BAD_INPUT"})
    void a_dry_run_tells_what_is_wrong(String query, String variables, String error) {
        var reply = world.send(bureau, Json.text(Map.of("query", query, "variables", Json.map(variables), "extensions", Map.of("dryRun", true))));
        assertEquals(error, reply.error(), () -> reply.body().toString());
    }

    @Test
    void a_dry_run_of_what_is_right_tells_the_cost() {
        var reply = world.send(bureau, Json.text(Map.of("query", "{ dossiers { totalCount } }", "extensions", Map.of("dryRun", true))));
        assertNull(reply.error(), () -> reply.body().toString());
        assertTrue(reply.<Integer>at("extensions", "cost", "estimated") > 0);
    }
}
