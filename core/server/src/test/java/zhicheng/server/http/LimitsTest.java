package zhicheng.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.http.Running.body;

import graphql.introspection.IntrospectionQuery;
import io.micronaut.context.exceptions.BeanInstantiationException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.server.graphql.SmallSchema;

class LimitsTest {

    private static final String LIMITS = "zhicheng.graphql.limits.";
    private static Running server;

    @BeforeAll
    static void start() {
        server = Running.with(LIMITS + "body-bytes", 4000, LIMITS + "query-characters", 600, LIMITS + "tokens", 60, LIMITS + "depth", 4,
                LIMITS + "fields", 8, LIMITS + "root-fields", 5, LIMITS + "aliases", 3, LIMITS + "directives", 2, LIMITS + "list-entries", 4,
                LIMITS + "time", "400ms", LIMITS + "running", 2);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "depth        | {nested{nested{nested{name}}}}              | {nested{nested{nested{nested{name}}}}}",
        "depth        | {nested{...F}} fragment F on Nested{nested{nested{name}}} | {nested{...F}} fragment F on Nested{nested{...on Nested{nested{nested{name}}}}}",
        "fields       | {nested{nested{name} name __typename} roles nested{name}}  | {nested{nested{name} name __typename} roles nested{name} nested{name}}",
        "root-fields  | {roles roles roles roles roles}             | {roles roles roles roles roles roles}",
        "root-fields  | {roles roles roles roles ...F} fragment F on Query{roles} | {roles roles roles roles ...F} fragment F on Query{roles roles}",
        "aliases      | {a:roles b:roles c:roles}                   | {a:roles b:roles c:roles d:roles}",
        "directives   | {roles @skip(if:true) @include(if:true)}    | query @a {roles @skip(if:true) @include(if:true)}",
        "list-entries | {echo(list:[1,2,3,4])}                      | {echo(list:[1,2,3,4,5])}"})
    void at_the_limit_passes_and_over_it_is_refused_by_name(String limit, String at, String over) {
        var passes = server.ask(at);
        assertEquals(200, passes.statusCode(), passes.body());
        assertFalse(passes.body().contains("errors"), passes.body());
        assertRefused(limit, server.ask(over).body());
        assertRefused(limit, server.send(server.to("/graphql?query=" + URLEncoder.encode(over, StandardCharsets.UTF_8))).body());
    }

    private static void assertRefused(String limit, String body) {
        assertTrue(body.contains("\"code\":\"LIMIT\"") && body.contains("(zhicheng.graphql.limits." + limit + ")"), body);
        assertTrue(body.contains(" are allowed "), body);
        assertFalse(body.contains("\"data\""), body);
    }

    @Test
    void lists_in_variables_count_too() {
        var query = "\"query\":\"query($l:[Int!]){echo(list:$l)}\"";
        assertEquals(200, server.post("{" + query + ",\"variables\":{\"l\":[1,2,3,4]}}").statusCode());
        var over = server.post("{" + query + ",\"variables\":{\"l\":[1,2,3,4,5]}}");
        assertEquals(400, over.statusCode());
        assertTrue(over.body().contains("\"code\":\"LIMIT\"") && over.body().contains("list-entries: variables.l[4] is one more at line 1, column ") && over.body().contains(", and at most 4 are allowed (zhicheng.graphql.limits.list-entries)"), over.body());
    }

    /** Inline, as a variable in an address, in a list within a list, as what a variable is where it is left out, and in what is no operation. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{e:echo(list:[1,2,3,4,5])} | | list-entries: e.list has 5, and at most 4 are allowed",
        "{nested{...on Nested{nested{...F}}}} fragment F on Nested{given(in:{all:[[1],[1,2,3,4,5]]})} | | list-entries: given.in.all[1] has 5, and at most 4 are allowed",
        "query($l:[Int!]=[1,2,3,4,5]){echo(list:$l)} | | list-entries: variables.l has 5, and at most 4 are allowed",
        "{__typename} input A {x:[Int]=[1,2,3,4,5]} | | list-entries: x has 5, and at most 4 are allowed",
        "{__typename} directive @d(a:[Int]=[1,2,3,4,5]) on FIELD | | list-entries: a has 5, and at most 4 are allowed",
        "query($l:[Int!]){echo(list:$l)} | {\"l\":[1,2,3,4,5]} | the parameter variables: list-entries: l[4] is one more at line 1, column "})
    void a_list_that_is_too_long_says_where_it_stands(String query, String variables, String message) {
        var address = "/graphql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + (variables == null ? "" : "&variables=" + URLEncoder.encode(variables, StandardCharsets.UTF_8));
        var over = server.send(server.to(address)).body();
        assertTrue(over.contains("\"code\":\"LIMIT\"") && over.contains("\"message\":\"" + message), over);
    }

    @Test
    void what_is_nested_too_deeply_is_refused_and_no_fault() {
        var query = "{\"query\":\"query($l:[Int!]){echo(list:$l)}\",\"variables\":{\"l\":";
        try (var usual = Running.with()) {
            for (var open : new String[] {"[", "{\"and\":[", "{\"not\":"}) {
                var million = usual.post(query + open.repeat(1_000_000 / open.length()));
                assertEquals(400, million.statusCode());
                assertTrue(million.body().contains("\"code\":\"LIMIT\"") && million.body().contains(" is in more than 64 objects and lists, and at most 64 are taken in a request")
                        && million.body().contains("\"message\":\"variables.l" + open.replaceAll("[{\":]", "").replaceAll("(\\w+)", ".$1").replace("[", "[0]")), million.body());
            }
            var deep = usual.post(query + "[".repeat(40) + "]".repeat(40) + "}}");
            assertRefused("input-depth", deep.body());
            assertTrue(deep.body().contains("variables.l[0][0]"), deep.body());
            assertRefused("tokens", usual.ask("{echo(list:" + "[".repeat(2_000) + "]".repeat(2_000) + ")}").body());
        }
    }

    @Test
    void too_many_words_are_refused_while_they_are_read() {
        assertEquals(400, server.ask("{roles " + "roles ".repeat(59) + "}").statusCode());
        var over = server.ask("{" + "roles ".repeat(70) + "}");
        assertEquals(400, over.statusCode());
        assertRefused("tokens", over.body());
    }

    @Test
    void a_document_that_is_too_long_is_refused() {
        assertEquals(200, server.ask("{roles}" + " ".repeat(593)).statusCode());
        var over = server.ask("{roles}" + " ".repeat(594));
        assertEquals(400, over.statusCode());
        assertRefused("query-characters", over.body());
    }

    @Test
    void a_body_that_is_too_large_is_413() {
        assertEquals(200, server.post(body("{roles}") + " ".repeat(4000 - body("{roles}").length())).statusCode());
        var over = server.post(body("{roles}") + " ".repeat(4001 - body("{roles}").length()));
        assertEquals(413, over.statusCode());
        assertTrue(over.body().contains("zhicheng.graphql.limits.body-bytes"), over.body());
    }

    @Test
    void a_body_without_a_length_is_counted_while_it_comes() {
        var bytes = body("{roles}" + " ".repeat(5000)).getBytes(StandardCharsets.UTF_8);
        var request = server.to("/graphql").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
        assertEquals(413, server.send(request).statusCode());
    }

    /** Plain JSON that says it is compressed, and what was compressed and damaged. */
    @Test
    void a_body_that_cannot_be_unpacked_is_its_senders_mistake() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body("{roles}").getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(200, coded("gzip", packed.toByteArray()).statusCode());
        var damaged = packed.toByteArray();
        damaged[damaged.length - 8] ^= 1; // its checksum
        for (var broken : List.of(coded("gzip", damaged), coded("gzip", body("{roles}").getBytes(StandardCharsets.UTF_8)), coded("deflate", body("{roles}").getBytes(StandardCharsets.UTF_8)),
                coded("snappy", body("{roles}").getBytes(StandardCharsets.UTF_8)))) {
            assertEquals(400, broken.statusCode(), broken.body());
            assertTrue(broken.body().contains("\"code\":\"BAD_REQUEST\"") && broken.body().contains("Content-Encoding"), broken.body());
        }
        assertEquals(200, coded("identity", body("{roles}").getBytes(StandardCharsets.UTF_8)).statusCode());
        assertEquals(415, coded("none-such", body("{roles}").getBytes(StandardCharsets.UTF_8)).statusCode());
    }

    private static HttpResponse<String> coded(String coding, byte[] body) {
        return server.send(server.to("/graphql").header("Content-Type", "application/json").header("Content-Encoding", coding).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    @Test
    void an_address_or_a_header_that_is_too_long_is_refused() {
        var address = server.sendRaw(("GET /graphql?query=" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        assertTrue(address.contains(" 413 ") && address.contains("too large"), address);
        var header = server.sendRaw(("GET /graphql HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        assertTrue(header.contains(" 413 ") && header.contains("too large"), header);
    }

    @Test
    void fragments_that_multiply_are_measured_and_not_unfolded() {
        try (var usual = Running.with()) {
            var bomb = new StringBuilder("{...F0}");
            for (var i = 0; i < 60; i++)
                bomb.append(" fragment F%d on Query{...F%d ...F%d}".formatted(i, i + 1, i + 1));
            var before = Instant.now();
            var answer = usual.ask(bomb.append(" fragment F60 on Query{roles}").toString());
            assertTrue(answer.body().contains("fields: more than can be counted"), answer.body());
            assertTrue(Duration.between(before, Instant.now()).toSeconds() < 5);
        }
    }

    @Test
    void fragments_in_a_circle_are_refused() {
        var answer = server.ask("{...A} fragment A on Query{...B} fragment B on Query{...A}");
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("VALIDATION"), answer.body());
    }

    @Test
    void a_literal_may_not_contain_the_zero_character() {
        var answer = server.ask("{echo(text:\"\\u0000\")}");
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("U+0000"), answer.body());
    }

    @Test
    void introspection_is_off_unless_it_is_switched_on() {
        var off = server.ask("{__schema{types{name}}}");
        assertEquals(400, off.statusCode());
        assertTrue(off.body().contains("zhicheng.graphql.limits.introspection"), off.body());
        assertTrue(server.ask("{...F} fragment F on Query{__type(name:\"Role\"){name}}").body().contains("introspection is off"));
        assertEquals(200, server.ask("{__typename}").statusCode());
        try (var on = Running.with(LIMITS + "introspection", true)) {
            assertTrue(on.ask("{__type(name:\"DateTime\"){specifiedByURL}}").body().contains("date-time.html"));
        }
    }

    @Test
    void nothing_is_deferred_and_nobody_is_told_that_it_might_be() {
        for (var query : List.of("{... @defer {roles}}", "query($d:Boolean){...F @defer(if:$d)} fragment F on Query{roles}")) {
            var refused = server.ask(query);
            assertEquals(400, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("\"code\":\"VALIDATION\"") && refused.body().contains("@defer is not taken"), refused.body());
        }
        try (var on = Running.with(LIMITS + "introspection", true)) {
            var directives = on.ask("{__schema{directives{name}}}").body();
            assertTrue(directives.contains("\"include\"") && !directives.contains("defer"), directives);
        }
    }

    @Test
    void the_schema_may_be_asked_for_as_tools_do_and_no_part_of_it_twice() {
        try (var on = Running.with(LIMITS + "introspection", true)) {
            assertEquals(200, on.ask(IntrospectionQuery.INTROSPECTION_QUERY).statusCode());
            for (var twice : List.of("{__schema{queryType{fields{name}} mutationType{fields{name}}}}", "{a:__type(name:\"Role\"){name} b:__type(name:\"Query\"){name}}",
                    "{__schema{types{fields{type{fields{name}}}}}}")) {
                var answer = on.ask(twice);
                assertEquals(400, answer.statusCode(), twice);
                assertTrue(answer.body().contains("\"code\":\"LIMIT\"") && answer.body().contains("introspection: ") && answer.body().contains("ask in several requests"), answer.body());
            }
        }
    }

    @Test
    void a_query_that_takes_too_long_is_stopped() {
        var before = Instant.now();
        var answer = server.ask("{slow(milliseconds:30000)}");
        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("\"code\":\"TIMEOUT\"") && answer.body().contains("no answer within 400 ms"), answer.body());
        assertTrue(Duration.between(before, Instant.now()).toSeconds() < 5);
        assertEquals(200, server.ask("{slow(milliseconds:1)}").statusCode());
    }

    @Test
    void a_mutation_that_takes_too_long_is_carried_out_and_the_answer_says_what_to_do() throws InterruptedException {
        var before = SmallSchema.COUNTED.get();
        var answer = server.ask("mutation{countSlowly(milliseconds:800)}");
        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("idempotency key"), answer.body());
        for (var i = 0; i < 50 && SmallSchema.COUNTED.get() == before; i++)
            Thread.sleep(100);
        assertEquals(before + 1, SmallSchema.COUNTED.get());
    }

    @Test
    void more_operations_than_may_run_are_sent_away_and_the_places_come_free_again() throws Exception {
        try (var busy = Running.with(LIMITS + "running", 1, LIMITS + "time", "5s"); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> busy.ask("{slow(milliseconds:1500)}"));
            Thread.sleep(700);
            var second = busy.ask("{roles}");
            assertEquals(503, second.statusCode());
            assertTrue(second.body().contains("\"code\":\"BUSY\""), second.body());
            assertEquals("1", second.headers().firstValue("Retry-After").orElse(null));
            assertEquals(200, first.get().statusCode());
            assertEquals(200, busy.ask("{roles}").statusCode());
        }
    }

    @Test
    void a_limit_that_makes_no_sense_stops_the_start() {
        for (var limit : new String[] {"depth", "conditions", "input-depth"})
            assertThrows(BeanInstantiationException.class, () -> Running.with(LIMITS + limit, 0), limit);
        assertThrows(BeanInstantiationException.class, () -> Running.with(LIMITS + "input-depth", 61));
    }
}
