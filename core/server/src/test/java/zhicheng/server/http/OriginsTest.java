package zhicheng.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Raw sockets: Java's own client does not let a program write Host and Origin. */
class OriginsTest {

    private static Running closed;
    private static Running open;

    @BeforeAll
    static void start() {
        closed = Running.with();
        open = Running.with("zhicheng.cors.origins", "https://one.example.org,https://two.example.org");
    }

    @AfterAll
    static void stop() {
        closed.close();
        open.close();
    }

    @Test
    void without_configuration_no_other_origin_may_read() {
        for (var origin : new String[] {"https://one.example.org", "null", "http://localhost:3000"}) {
            assertNotAllowed(preflight(closed, origin));
            assertNotAllowed(query(closed, origin));
        }
    }

    @Test
    void a_configured_origin_may_read_and_no_other() {
        for (var origin : new String[] {"https://one.example.org", "https://two.example.org"}) {
            assertAllowed(preflight(open, origin), origin);
            assertAllowed(query(open, origin), origin);
        }
        for (var origin : new String[] {"https://three.example.org", "http://one.example.org", "https://one.example.org.evil.example", "null"}) {
            assertNotAllowed(preflight(open, origin));
            assertNotAllowed(query(open, origin));
        }
    }

    @Test
    void nobody_may_send_cookies_along() {
        assertTrue(!preflight(open, "https://one.example.org").toLowerCase().contains("access-control-allow-credentials"));
    }

    @Test
    void a_page_of_this_server_asks_as_ever() {
        var answer = query(closed, "http://api.example.org");
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    }

    @Test
    void a_refused_origin_is_told_why() {
        var answer = closed.sendRaw("""
                OPTIONS /graphql HTTP/1.1\r
                Host: localhost\r
                Origin: https://evil.example\r
                Access-Control-Request-Method: POST\r
                Connection: close\r
                \r
                """.getBytes());
        assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
        assertTrue(answer.contains("zhicheng.cors.origins"), answer);
    }

    private static void assertAllowed(String answer, String origin) {
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertEquals(origin, allowed(answer), answer);
    }

    private static void assertNotAllowed(String answer) {
        assertEquals("", allowed(answer), answer);
    }

    private static String allowed(String answer) {
        return answer.lines().filter(line -> line.toLowerCase().startsWith("access-control-allow-origin:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse("");
    }

    private static String preflight(Running server, String origin) {
        return server.sendRaw("""
                OPTIONS /graphql HTTP/1.1\r
                Host: api.example.org\r
                Origin: %s\r
                Access-Control-Request-Method: POST\r
                Access-Control-Request-Headers: content-type,authorization\r
                Connection: close\r
                \r
                """.formatted(origin).getBytes());
    }

    private static String query(Running server, String origin) {
        return server.sendRaw("""
                GET /graphql?query=%%7Broles%%7D HTTP/1.1\r
                Host: api.example.org\r
                Origin: %s\r
                Connection: close\r
                \r
                """.formatted(origin).getBytes());
    }
}
