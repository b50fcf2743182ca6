package zhicheng.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import zhicheng.server.TestDatabase;
import zhicheng.server.read.Relay;

class HealthTest {

    @Test
    void a_server_without_a_database_lives_and_is_not_ready() {
        try (var server = Running.with()) {
            assertHealth(server, "/health/live", 200, "UP");
            assertHealth(server, "/health/ready", 503, "DOWN");
            assertHealth(server, "/health", 503, "DOWN");
        }
    }

    @Test
    @Tag("database")
    void a_server_whose_database_answers_is_ready() {
        try (var database = TestDatabase.fresh();
                var server = Running.with(database.settings().entrySet().stream()
                        .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue())).toArray())) {
            assertHealth(server, "/health/ready", 200, "UP");
            assertHealth(server, "/health", 200, "UP");
        }
    }

    @Test
    @Tag("database")
    void a_server_that_cannot_read_lives_and_is_not_ready_until_it_can_again() throws IOException {
        try (var database = TestDatabase.fresh(); var relay = new Relay(database.access().readerUrl())) {
            var settings = new HashMap<>(database.settings());
            settings.put("zhicheng.read.database.url", relay.url());
            try (var server = Running.with(settings.entrySet().stream().flatMap(setting -> Stream.of(setting.getKey(), setting.getValue())).toArray())) {
                assertHealth(server, "/health/ready", 200, "UP");
                relay.silence();
                assertHealth(server, "/health/ready", 503, "DOWN");
                assertHealth(server, "/health/live", 200, "UP");
                relay.speak();
                for (var tries = 0; tries < 20 && server.send(server.to("/health/ready")).statusCode() != 200; tries++) { // each waits for two seconds
                }
                assertHealth(server, "/health/ready", 200, "UP");
            }
        }
    }

    private static void assertHealth(Running server, String path, int status, String word) {
        var answer = server.send(server.to(path));
        assertEquals(status, answer.statusCode());
        assertEquals("{\"status\":\"" + word + "\"}", answer.body());
    }
}
