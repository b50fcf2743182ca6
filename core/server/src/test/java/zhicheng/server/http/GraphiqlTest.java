package zhicheng.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphiqlTest {

    private static final Pattern LOADS = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    private static Running server;

    @BeforeAll
    static void start() {
        server = Running.with("zhicheng.graphql.limits.introspection", true);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everything_that_the_page_loads_is_here() {
        var page = server.send(server.to("/graphiql"));
        assertEquals(200, page.statusCode());
        assertEquals("text/html; charset=utf-8", page.headers().firstValue("Content-Type").orElse(null));
        var loaded = new ArrayList<String>();
        for (var matcher = LOADS.matcher(page.body()); matcher.find();)
            if (!matcher.group(1).equals("data:,"))
                loaded.add(matcher.group(1));
        assertEquals(6, loaded.size(), loaded.toString());
        for (var path : loaded) {
            assertTrue(path.startsWith("/graphiql/"), path);
            var file = server.send(server.to(path));
            assertEquals(200, file.statusCode(), path);
            assertTrue(file.body().length() > 10, path);
            assertTrue(file.headers().firstValue("Content-Type").orElse("").startsWith(path.endsWith(".css") ? "text/css" : "text/javascript"), path);
        }
    }

    @Test
    void the_page_may_load_from_this_server_only() {
        var policy = server.send(server.to("/graphiql")).headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self'; "), policy);
        assertTrue(policy.contains("connect-src 'self'") && policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe") || policy.contains("http") || policy.contains("*"), policy);
        assertFalse(server.send(server.to("/graphiql")).body().contains("<script>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphiql/application.properties", "/graphiql/..%2fapplication.properties", "/graphiql/nothing.js"})
    void nothing_else_is_served(String path) {
        assertEquals(404, server.send(server.to(path)).statusCode());
    }

    @Test
    void where_introspection_is_off_there_is_no_graphiql() {
        try (var usual = Running.with()) {
            assertEquals(404, usual.send(usual.to("/graphiql")).statusCode());
            assertEquals(404, usual.send(usual.to("/graphiql/start.js")).statusCode());
        }
    }
}
