package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import zhicheng.contract.nowhere.Nowhere;
import zhicheng.server.account.IdentityNumber;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.read.Fixture;
import zhicheng.server.region.Regions;

/** What is taken in, and what is given up again: reads of whoever has gone, and documents for which there is no place. */
class WithdrawnTest {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
    }

    @AfterEach
    void nobody_who_goes_away_and_nothing_that_takes_long_is_a_fault() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        assertEquals(List.of(), log.list.stream().filter(line -> line.getLevel().isGreaterOrEqual(Level.ERROR)).map(ILoggingEvent::getFormattedMessage).toList());
    }

    /** Straight, and executed. */
    @ParameterizedTest
    @ValueSource(strings = {"{ dossiers { totalCount } }", "{ server { version } dossiers { totalCount } }"})
    void what_is_read_for_whoever_has_gone_is_withdrawn(String query) throws Exception {
        BlockingQueue<CompletableFuture<byte[]>> reads = new LinkedBlockingQueue<>();
        try (var bare = new Bare((_, _) -> {
            var read = new CompletableFuture<byte[]>();
            reads.add(read);
            return read;
        })) {
            var gone = new CompletableFuture<Void>();
            var answer = bare.answer(new Ask(query, null, Map.of(), false, true, null, gone), Fixture.BUREAU);
            var read = reads.poll(10, TimeUnit.SECONDS);
            assertFalse(read.isDone() || answer.isDone());
            gone.complete(null);
            assertThrows(CancellationException.class, () -> read.get(10, TimeUnit.SECONDS));
            var reply = answer.get(5, TimeUnit.SECONDS); // sooner than what takes too long
            assertEquals(Reply.Outcome.TIMED_OUT, assertInstanceOf(Reply.Values.class, reply).outcome());
            assertTrue(Bare.said(reply).contains("whoever asked has gone"), () -> Bare.said(reply));
        }
    }

    @Test
    void what_takes_too_long_withdraws_the_read_that_it_waits_for() throws Exception {
        var read = new CompletableFuture<byte[]>();
        try (var bare = new Bare(Regions.of(List.of(new Nowhere())), limits(Duration.ofMillis(300), 200), (_, _) -> read, Executors.newVirtualThreadPerTaskExecutor())) {
            var answer = bare.answer(new Ask("{ server { version } dossiers { totalCount } }", null, Map.of(), false, true), Fixture.BUREAU);
            assertEquals(Reply.Outcome.TIMED_OUT, assertInstanceOf(Reply.Values.class, answer.get(10, TimeUnit.SECONDS)).outcome());
            assertThrows(CancellationException.class, () -> read.get(10, TimeUnit.SECONDS));
        }
    }

    /** Also where it waits for something else, which fails in its own way. */
    @Test
    void what_is_stopped_where_it_stands_is_no_fault() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var engine = SmallSchema.engine(List.of(), new TrustedDocuments("", List.of()), limits(Duration.ofMillis(300), 200), Fixture.CLOCK, new SecurityLog(), threads, SmallSchema.SDL);
            var answer = engine.answer(new Ask("{ slow(milliseconds: 30000) }", null, Map.of(), false, true), Fixture.BUREAU, "one").toCompletableFuture();
            assertEquals(Reply.Outcome.TIMED_OUT, answer.get(10, TimeUnit.SECONDS).outcome());
        }
    }

    /** What is asked by an identity number is executed. */
    @Test
    void a_query_of_which_nothing_is_answered_is_503_straight_or_executed() {
        try (var bare = new Bare((_, _) -> CompletableFuture.failedStage(Fixture.tookTooLong()))) {
            var straight = "dossier(id: \"%s\") { id }".formatted(Fixture.id(52));
            var executed = "explainDossier(id: \"%s\", where: {applicant: {identityNumber: {eq: \"%s\"}}}) { holds }".formatted(Fixture.id(52), IdentityNumber.completed("62020119810303005").number());
            for (var nothing : List.of("{ " + straight + " }", "{ " + executed + " }", "{ a: " + executed + " b: " + executed + " }", "{ " + straight + " " + executed + " }"))
                assertEquals(Reply.Outcome.TIMED_OUT, bare.ask(nothing, Map.of()).outcome(), nothing);
            assertEquals(Reply.Outcome.EXECUTED, bare.ask("{ server { version } " + executed + " }", Map.of()).outcome(), "beside something that is answered");
        }
    }

    @Test
    void documents_that_have_not_come_before_are_taken_in_as_operations_are() throws Exception {
        var go = new CountDownLatch(1);
        var threads = Executors.newSingleThreadExecutor();
        try (var bare = new Bare(Regions.of(List.of(new Nowhere())), limits(Duration.ofSeconds(10), 2),
                (_, _) -> CompletableFuture.completedStage("{\"totalCount\" : 0}".getBytes(StandardCharsets.UTF_8)), threads)) {
            var known = new Ask("{ dossiers { totalCount } }", null, Map.of(), false, true);
            assertInstanceOf(Reply.Written.class, bare.answer(known, Fixture.BUREAU).get(10, TimeUnit.SECONDS));
            threads.submit(() -> {
                go.await();
                return null;
            });
            var first = bare.answer(unknown(1), Fixture.BUREAU);
            var second = bare.answer(unknown(2), Fixture.BUREAU);
            var third = bare.answer(unknown(3), Fixture.BUREAU).get(10, TimeUnit.SECONDS);
            assertEquals(Reply.Outcome.BUSY, third.outcome());
            assertFalse(first.isDone() || second.isDone());
            assertInstanceOf(Reply.Written.class, bare.answer(known, Fixture.BUREAU).get(10, TimeUnit.SECONDS), "needs no place");
            go.countDown();
            for (var waited : List.of(first, second)) assertInstanceOf(Reply.Written.class, waited.get(10, TimeUnit.SECONDS));
            for (var again = 3; again < 8; again++) assertInstanceOf(Reply.Written.class, bare.answer(unknown(again), Fixture.BUREAU).get(10, TimeUnit.SECONDS), "the places come free again");
        }
    }

    /** Executed, and not yet parsed; what the tables answer by themselves needs no thread. */
    @Test
    void what_comes_while_the_server_stops_is_told_to_try_again_and_takes_no_place() throws Exception {
        var threads = Executors.newSingleThreadExecutor();
        try (var bare = new Bare(Regions.of(List.of(new Nowhere())), limits(Duration.ofSeconds(10), 1),
                (_, _) -> CompletableFuture.completedStage("{\"totalCount\" : 0}".getBytes(StandardCharsets.UTF_8)), threads)) {
            var executed = new Ask("{ server { version } }", null, Map.of(), false, true);
            var straight = new Ask("{ dossiers { totalCount } }", null, Map.of(), false, true);
            assertEquals(Reply.Outcome.EXECUTED, assertInstanceOf(Reply.Values.class, bare.ask(executed, Fixture.BUREAU)).outcome());
            assertInstanceOf(Reply.Written.class, bare.ask(straight, Fixture.BUREAU));
            threads.shutdown();
            for (var ask : List.of(executed, unknown(1), executed, unknown(2))) {
                var reply = bare.ask(ask, Fixture.BUREAU);
                assertEquals(Reply.Outcome.AWAY, assertInstanceOf(Reply.Values.class, reply).outcome(), () -> Bare.said(reply));
                assertTrue(Bare.said(reply).contains("message=the server is stopping: nothing was done; try again") && Bare.said(reply).contains("code=" + Codes.UNAVAILABLE), () -> Bare.said(reply));
            }
            assertInstanceOf(Reply.Written.class, bare.ask(straight, Fixture.BUREAU));
        }
    }

    private static Ask unknown(int number) {
        return new Ask("{ a" + number + ": dossiers { totalCount } }", null, Map.of(), false, true);
    }

    private static Limits limits(Duration time, int running) {
        var usual = StraightAndExecutedTest.LIMITS;
        return new Limits(usual.bodyBytes(), usual.queryCharacters(), usual.tokens(), usual.depth(), usual.fields(), usual.rootFields(), usual.aliases(), usual.directives(),
                usual.listEntries(), usual.conditions(), usual.relations(), usual.inputDepth(), usual.cost(), usual.introspection(), time, running);
    }
}
