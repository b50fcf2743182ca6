package zhicheng.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import zhicheng.server.TestDatabase;

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

    private static void assertHealth(Running server, String path, int status, String word) {
        var answer = server.send(server.to(path));
        assertEquals(status, answer.statusCode());
        assertEquals("{\"status\":\"" + word + "\"}", answer.body());
    }
}
