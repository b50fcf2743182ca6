package zhicheng.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import zhicheng.server.graphql.SmallSchema;

class LogTest {

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Running server;

    @BeforeEach
    void start() {
        server = Running.with();
        lines.start();
        ((Logger) LoggerFactory.getLogger("zhicheng")).addAppender(lines);
    }

    @AfterEach
    void stop() {
        ((Logger) LoggerFactory.getLogger("zhicheng")).detachAppender(lines);
        server.close();
    }

    @Test
    void the_log_has_the_whole_fault_under_the_id_that_the_client_got() {
        var id = server.ask("{throws}").headers().firstValue("X-Request-Id").orElseThrow();
        var faults = written(line -> line.getFormattedMessage().contains("request " + id));
        assertEquals(1, faults.size());
        var fault = ((ThrowableProxy) faults.getFirst().getThrowableProxy()).getThrowable();
        assertEquals(SmallSchema.SECRET, fault.getMessage());
        assertTrue(fault.getStackTrace().length > 5);
    }

    @Test
    void who_was_turned_away_stands_in_the_security_log() {
        var id = server.ask("mutation{count}").headers().firstValue("X-Request-Id").orElseThrow();
        var refusals = written(line -> line.getLoggerName().equals("zhicheng.security"));
        assertEquals(List.of("refused (role): account null, count, request " + id), refusals.stream().map(ILoggingEvent::getFormattedMessage).toList());
    }

    @Test
    void nobody_can_fill_the_disk_by_being_refused() {
        for (var i = 0; i < 100; i++)
            server.ask("mutation{count}");
        assertEquals(60, written(line -> line.getLoggerName().equals("zhicheng.security")).size());
    }

    private List<ILoggingEvent> written(Predicate<ILoggingEvent> which) {
        return List.copyOf(lines.list).stream().filter(which).toList();
    }
}
