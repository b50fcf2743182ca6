package zhicheng.server.http;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For whoever keeps the server running: is it there, and can it work? */
@Controller("/health")
@Secured(SecurityRule.IS_ANONYMOUS)
class HealthController {

    private static final Logger LOG = LoggerFactory.getLogger(HealthController.class);
    private static final int SECONDS = 2;

    private final Optional<DataSource> writer;

    HealthController(Optional<DataSource> writer) {
        this.writer = writer.map(DelegatingDataSource::unwrapDataSource); // a connection of its own, in no transaction
    }

    /** The process answers: restart it where this does not come. */
    @Get("/live")
    HttpResponse<byte[]> live() {
        return Answers.of(HttpStatus.OK, "application/json", Map.of("status", "UP"));
    }

    /** The database answers too: send requests only while it does. 503 where it does not. */
    @Get("/ready")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> ready() {
        var up = databaseAnswers();
        return Answers.of(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, "application/json",
                Map.of("status", up ? "UP" : "DOWN"));
    }

    /** As {@link #ready()}. */
    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> health() {
        return ready();
    }

    private boolean databaseAnswers() {
        if (writer.isEmpty())
            return false;
        try (var connection = writer.get().getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            LOG.warn("not ready: {}", e.getMessage());
            return false;
        }
    }
}
