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
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.database.Answering;

/** For whoever keeps the server running: is it there, and can it work? */
@Controller("/health")
@Secured(SecurityRule.IS_ANONYMOUS)
class HealthController {

    private static final Logger LOG = LoggerFactory.getLogger(HealthController.class);
    private static final int SECONDS = 2;

    private final Optional<DataSource> writer;
    private final Optional<Answering> reads;

    HealthController(Optional<DataSource> writer, Optional<Answering> reads) {
        this.writer = writer.map(DelegatingDataSource::unwrapDataSource); // a connection of its own, in no transaction
        this.reads = reads;
    }

    /** The process answers: restart it where this does not come. */
    @Get("/live")
    HttpResponse<byte[]> live() {
        return Answers.of(HttpStatus.OK, "application/json", Map.of("status", "UP"));
    }

    /** The database answers too, writes and the reads of every event loop: send requests only while it does. 503 where it does not, in time. */
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
        if (writer.isEmpty() || reads.isEmpty())
            return false;
        try (var connection = writer.get().getConnection()) {
            if (!connection.isValid(SECONDS))
                return false;
            if (reads.get().answers(Duration.ofSeconds(SECONDS)))
                return true;
            LOG.warn("not ready: reads are not answered within {} s", SECONDS);
            return false;
        } catch (SQLException e) {
            LOG.warn("not ready: {}", e.getMessage());
            return false;
        }
    }
}
