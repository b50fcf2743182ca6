package zhicheng.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.http.Running.GRAPHQL_RESPONSE;
import static zhicheng.server.http.Running.JSON;
import static zhicheng.server.http.Running.body;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.graphql.SmallSchema;

class GraphQlOverHttpTest {

    private static Running server;

    @BeforeAll
    static void start() {
        server = Running.with();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "-                                                     | application/json",
        "*/*                                                   | application/json",
        "application/*                                         | application/json",
        "application/json                                      | application/json",
        "application/json; charset=utf-8                       | application/json",
        "APPLICATION/JSON                                      | application/json",
        "application/graphql-response+json                     | application/graphql-response+json",
        "application/graphql-response+json, application/json   | application/graphql-response+json",
        "application/json, application/graphql-response+json   | application/json",
        "application/json;q=0.5, application/graphql-response+json;q=0.6 | application/graphql-response+json",
        "application/json, multipart/mixed                     | application/json",
        "text/html, */*;q=0.1                                  | application/json",
        "application/graphql-response+json;q=0, */*            | application/json"})
    void the_answer_comes_in_the_media_type_that_was_asked_for(String accept, String expected) {
        var request = server.to("/graphql?query=%7Broles%7D");
        if (accept != null)
            request.header("Accept", accept);
        var answer = server.send(request);
        assertEquals(200, answer.statusCode());
        assertEquals(expected + "; charset=utf-8", contentType(answer));
        assertTrue(answer.body().startsWith("{\"data\":{\"roles\":[\"PUBLIC\"]}"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "application/json;q=0", "application/json;q=x", ";;;,"})
    void what_is_not_acceptable_is_406(String accept) {
        var answer = server.send(server.posting(body("{roles}"), accept));
        assertEquals(406, answer.statusCode());
        assertError(answer, "NOT_ACCEPTABLE", "graphql-response+json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // what                     | with application/json | with graphql-response+json | code
        "{roles}                    | 200 | 200 | -",
        "{throws}                   | 200 | 200 | INTERNAL",
        "{throwsNonNull}            | 200 | 200 | INTERNAL",
        "{                          | 200 | 400 | SYNTAX",
        "{nothing}                  | 200 | 400 | VALIDATION",
        "query A{roles} query B{roles} | 200 | 400 | VALIDATION",
        "query($d:Date!){echo(date:$d)} | 200 | 400 | VALIDATION",
        "{echo(date:\"31 June\")}   | 200 | 400 | VALIDATION",
        "subscription{roles}        | 200 | 400 | VALIDATION",
        "fragment F on Query{roles} | 200 | 400 | VALIDATION",
        "type A{b:Int}              | 200 | 400 | VALIDATION"})
    void the_status_depends_on_the_media_type(String query, int json, int graphql, String code) {
        var plain = server.send(server.posting(body(query), JSON));
        assertEquals(json, plain.statusCode(), plain.body());
        var own = server.send(server.posting(body(query), GRAPHQL_RESPONSE));
        assertEquals(graphql, own.statusCode(), own.body());
        assertEquals(!code.equals("-"), own.body().contains("\"errors\""), own.body());
        if (!code.equals("-"))
            assertTrue(own.body().contains("\"code\":\"" + code + "\"") && plain.body().contains("\"code\":\"" + code + "\""), own.body());
    }

    @Test
    void variables_and_the_name_of_the_operation_are_used() {
        var answer = server.post("""
                {"query":"query A($t:String){a:echo(text:$t)} query B{roles}","operationName":"A","variables":{"t":"职称 \\ud83d\\ude00"},"extensions":{"x":1}}""");
        assertTrue(answer.body().contains("{text=职称 😀}"), answer.body());
        var other = server.send(server.to("/graphql?operationName=B&variables=%7B%22t%22%3A1%7D&query="
                + URLEncoder.encode("query A($t:String){echo(text:$t)} query B{roles}", StandardCharsets.UTF_8)));
        assertTrue(other.body().contains("\"roles\":[\"PUBLIC\"]"), other.body());
    }

    @Test
    void a_mutation_by_get_is_405_and_not_carried_out() {
        var before = SmallSchema.COUNTED.get();
        var answer = server.send(server.to("/graphql?query=mutation%7BcountSlowly(milliseconds:0)%7D"));
        assertEquals(405, answer.statusCode());
        assertEquals("POST", answer.headers().firstValue("Allow").orElse(null));
        assertError(answer, "ONLY_BY_POST", "POST");
        assertEquals(before, SmallSchema.COUNTED.get());
        assertEquals(200, server.ask("mutation{countSlowly(milliseconds:0)}").statusCode());
        assertEquals(before + 1, SmallSchema.COUNTED.get());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''                                          | the body is empty",
        "null                                        | must be a JSON object",
        "7                                           | must be a JSON object",
        "\"{roles}\"                                 | must be a JSON object",
        "[{\"query\":\"{roles}\"}]                   | batches are not taken",
        "{                                           | not JSON",
        "{\"query\":\"{roles}\"} {}                  | only one JSON value",
        "{}                                          | there is no query",
        "{\"query\":null}                            | there is no query",
        "{\"query\":7}                               | query must be a string",
        "{\"query\":\"{roles}\",\"query\":\"{a}\"}   | Duplicate field 'query'",
        "{\"query\":\"{roles}\",\"operationName\":7} | operationName must be a string",
        "{\"query\":\"{roles}\",\"variables\":[]}    | variables must be a JSON object",
        "{\"query\":\"{roles}\",\"variables\":\"{}\"} | variables must be a JSON object",
        "{\"query\":\"{roles}\",\"extensions\":7}    | extensions must be a JSON object",
        "{\"query\":\"{roles}\\u0000\"}              | U+0000",
        "{\"query\":\"{roles}\",\"variables\":{\"a\":\"\\ud800\"}} | half of a surrogate pair",
        "{\"query\":\"{roles}\",\"variables\":{\"a\":NaN}} | not JSON"})
    void a_malformed_body_is_400_with_a_reason(String body, String reason) {
        for (var accept : new String[] {JSON, GRAPHQL_RESPONSE}) {
            var answer = server.send(server.posting(body, accept));
            assertEquals(400, answer.statusCode(), answer.body());
            assertEquals(accept + "; charset=utf-8", contentType(answer));
            assertError(answer, "BAD_REQUEST", reason);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "                                    | there is no query",
        "query=                              | there is no query",
        "query=%7Broles%7D&query=%7Ba%7D     | 2 times",
        "query=%7Broles%7D&variables=7       | variables must be a JSON object",
        "query=%7Broles%7D&variables=%7B     | the parameter variables: not JSON",
        "query=%7Broles%7D&extensions=%5B%5D | extensions must be a JSON object",
        "query=%7Broles%7D%00                | U+0000"})
    void a_malformed_address_is_400_with_a_reason(String parameters, String reason) {
        var answer = server.send(server.to("/graphql?" + (parameters == null ? "" : parameters)));
        assertEquals(400, answer.statusCode(), answer.body());
        assertError(answer, "BAD_REQUEST", reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/graphql",
        "application/json; charset=iso-8859-1", "nonsense"})
    void another_content_type_is_415(String type) {
        var answer = server.sendRaw(raw("Content-Type: " + type + "\r\n", body("{roles}").getBytes(StandardCharsets.UTF_8)));
        assertTrue(answer.startsWith("HTTP/1.1 415 "), answer);
        assertTrue(answer.contains("\"code\":\"UNSUPPORTED_MEDIA_TYPE\""), answer);
    }

    @Test
    void no_content_type_is_415() {
        var answer = server.sendRaw(raw("", body("{roles}").getBytes(StandardCharsets.UTF_8)));
        assertTrue(answer.startsWith("HTTP/1.1 415 "), answer);
    }

    @Test
    void a_body_that_is_not_utf_8_is_400() {
        var answer = server.sendRaw(raw("Content-Type: application/json\r\n", "{\"query\":\"{roles} # é\"}".getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("the body is not UTF-8"), answer);
    }

    @Test
    void json_nested_without_end_is_400() {
        var answer = server.post("{\"query\":\"{roles}\",\"variables\":{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}}");
        assertEquals(400, answer.statusCode());
        assertError(answer, "LIMIT", "[0][0… at line 1, column 99 is in more than 64 objects and lists, and at most 64 are taken in a request");
    }

    @Test
    void a_number_without_end_is_400() {
        var answer = server.post("{\"query\":\"{roles}\",\"variables\":{\"a\":" + "9".repeat(10_000) + "}}");
        assertEquals(400, answer.statusCode());
        assertError(answer, "LIMIT", "variables.a at line 1, column 37 is a number of 10000 characters, and one has at most 100");
        assertError(server.post("[1," + "9".repeat(101) + "]"), "LIMIT", "[1] at line 1, column 4 is a number of 101 characters");
        assertError(server.post("9".repeat(101)), "LIMIT", "the JSON at line 1, column 1 is a number of 101 characters");
        assertError(server.post("{\"query\":\"{roles}\",\"variables\":{\"" + "a".repeat(60_000) + "\":1}}"), "LIMIT", "Name length (60000) exceeds the maximum allowed (50000) at line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483650", "-1e-2147483650", "1.5E-2147483647", "1e99999999999", "0.0e-99999999999"})
    void a_number_whose_exponent_is_too_large_is_400_with_its_place(String number) {
        for (var at : new String[] {"variables", "extensions"}) {
            var posted = server.post("{\"query\":\"{__typename}\",\"%s\":{\"x\":[1,%s]}}".formatted(at, number));
            assertEquals(400, posted.statusCode(), posted.body());
            assertError(posted, "LIMIT", at + ".x[1] at line 1, column ");
            assertError(posted, "LIMIT", " is a number whose exponent is too large");
            var got = server.send(server.to("/graphql?query=%7B__typename%7D&" + at + "=" + URLEncoder.encode("{\"x\":" + number + "}", StandardCharsets.UTF_8)));
            assertEquals(400, got.statusCode(), got.body());
            assertError(got, "LIMIT", "x at line 1, column 6 is a number whose exponent is too large");
        }
        assertError(server.post("{\"query\":\"{__typename}\",\"x\":" + number + "}"), "LIMIT", "x at line 1, column 29 is a number whose exponent is too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "2147483648", "1.5"})
    void a_number_that_is_no_int_is_refused_and_not_computed(String number) {
        var answer = server.post("{\"query\":\"query($a:Int){echo(number:$a)}\",\"variables\":{\"a\":" + number + "}}");
        assertEquals(400, answer.statusCode());
        assertError(answer, "VALIDATION", "\"variables.a: a value of the type Int is expected, a whole number from ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GET    | /nothing         | 404 | NOT_FOUND",
        "GET    | /                | 404 | NOT_FOUND",
        "PUT    | /graphql         | 405 | METHOD_NOT_ALLOWED",
        "DELETE | /graphql         | 405 | METHOD_NOT_ALLOWED",
        "TRACE  | /graphql         | 405 | METHOD_NOT_ALLOWED",
        "GET    | /%zz             | 400 | BAD_REQUEST",
        "GET    | /graphql?query=%zz | 400 | BAD_REQUEST"})
    void what_http_refuses_has_the_same_shape(String method, String path, int status, String code) {
        var answer = server.sendRaw("%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(method, path).getBytes(StandardCharsets.US_ASCII));
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        assertTrue(answer.contains("\r\n\r\n{\"errors\":[{\"message\":\"") && answer.contains("\"code\":\"" + code + "\""), answer);
        assertFalse(answer.contains("micronaut") || answer.contains("Exception"), answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/graphql?query={roles}     | illegal character in query at character 16",
        "/graphql?query=%7Broles}   | illegal character in query at character 24",
        "/graphql?query=\"          | illegal character in query at character 16",
        "/graphql?query=%zz         | malformed escape pair at character 16",
        "/{roles}                   | illegal character in path at character 2"})
    void an_address_that_is_no_uri_is_400_with_what_is_wrong_and_where(String address, String reason) {
        var answer = server.sendRaw("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(address).getBytes(StandardCharsets.US_ASCII));
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("\r\n\r\n{\"errors\":[{\"message\":\"the address is not a URI: " + reason + ";") && answer.contains("\"code\":\"BAD_REQUEST\""), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphql?query=%7Broles%7D", "/graphql", "/nothing"})
    void every_answer_tells_browsers_to_be_careful_and_has_an_id(String path) {
        var headers = server.send(server.to(path)).headers();
        assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(null));
        assertEquals("DENY", headers.firstValue("X-Frame-Options").orElse(null));
        assertEquals("no-referrer", headers.firstValue("Referrer-Policy").orElse(null));
        assertEquals("no-store", headers.firstValue("Cache-Control").orElse(null));
        assertEquals("default-src 'none'; frame-ancestors 'none'", headers.firstValue("Content-Security-Policy").orElse(null));
        assertTrue(headers.firstValue("X-Request-Id").orElse("").matches("[0-9a-f]{16}"));
        assertTrue(headers.firstValue("Server").isEmpty());
    }

    @Test
    void the_id_in_the_header_is_that_in_the_body() {
        var answer = server.ask("{throws}");
        var id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertTrue(answer.body().endsWith("\"extensions\":{\"request\":\"" + id + "\"}}"), answer.body());
        assertTrue(answer.body().contains("\"extensions\":{\"code\":\"INTERNAL\",\"request\":\"" + id + "\"}"), answer.body());
    }

    @ParameterizedTest
    @CsvSource({"throws", "throwsNonNull", "nullNonNull", "wrongDate"})
    void a_fault_says_nothing_of_the_inside(String field) {
        var answer = server.ask("{" + field + "}");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("\"message\":\"internal error\""), answer.body());
        assertTrue(answer.body().contains("\"path\":[\"" + field + "\"]"), answer.body());
        assertFalse(answer.body().contains("postgresql") || answer.body().contains("Exception") || answer.body().contains("serialize"), answer.body());
    }

    @Test
    void what_is_wrong_with_the_input_is_said() {
        assertTrue(server.ask("{refuses}").body().contains("""
                {"message":"this cursor is from another list","locations":[{"line":1,"column":2}],"path":["refuses"],"extensions":{"code":"BAD_INPUT"}}"""));
    }

    @Test
    void outside_a_demonstration_nothing_is_said_of_one() {
        assertFalse(server.ask("{roles}").body().contains("officialTime"));
    }

    @Test
    void in_a_demonstration_every_answer_says_so() {
        try (var demonstration = Running.with("zhicheng.official-time.offset", "PT-8760H")) {
            var year = OffsetDateTime.now().minusHours(8760).getYear();
            for (var query : new String[] {"{server{demonstration}}", "{throws}", "{"}) {
                var answer = demonstration.ask(query).body();
                assertTrue(answer.matches("(?s).*\"demonstration\":true,\"officialTime\":\"" + year + "-[^\"]*\\+08:00\"}}"), answer);
            }
        }
    }

    private static byte[] raw(String headers, byte[] body) {
        var head = ("POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static String contentType(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse(null);
    }

    private static void assertError(HttpResponse<String> answer, String code, String reason) {
        assertTrue(answer.body().startsWith("{\"errors\":[{\"message\":"), answer.body());
        assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer.body());
        assertTrue(answer.body().contains(reason), answer.body());
    }
}
