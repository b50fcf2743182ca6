package zhicheng.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.http.Running.body;

import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.NonBlocking;
import zhicheng.server.BadInput;
import zhicheng.server.TestDatabase;
import zhicheng.server.account.Viewer;
import zhicheng.server.graphql.Ask;
import zhicheng.server.graphql.Parsed;
import zhicheng.server.graphql.SmallSchema;
import zhicheng.server.graphql.Straight;
import zhicheng.server.read.Cost;
import zhicheng.server.read.Question;
import zhicheng.server.read.ReadPool;

/** What is answered straight from the tables goes out as PostgreSQL made it, by the thread that the request came in on; everything else is executed as ever. */
@Tag("database")
class StraightTest {

    private static final String ON = "zhicheng.tests.straight";

    /** Answers operations whose names begin with Straight. */
    @Singleton
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Requires(property = ON)
    static class NamedStraight implements Straight {
        private final ReadPool pool;
        private final BlockingQueue<Thread> asked = new LinkedBlockingQueue<>();
        private final BlockingQueue<Thread> answered = new LinkedBlockingQueue<>();
        private final BlockingQueue<CompletionStage<?>> gone = new LinkedBlockingQueue<>();

        NamedStraight(ReadPool pool) {
            this.pool = pool;
        }

        @Override
        public Optional<Way> way(GraphQLSchema schema, Parsed document, OperationDefinition operation, Ask ask, Viewer viewer, Instant at) {
            gone.add(ask.gone());
            return switch (operation.getName()) {
                case "Straight" -> Optional.of(asked("select convert_to(json_build_object('asked', $1::text, 'roles', current_setting('zhicheng.roles'))::text, 'UTF8')",
                        viewer, "this"));
                case "StraightMistake" -> throw new BadInput("not so");
                case "StraightLateMistake" -> Optional.of(new Asking("select ''::bytea", viewer, List.of()) {
                    @Override
                    public CompletionStage<byte[]> answer() {
                        return super.answer().thenApply(_ -> {
                            throw new BadInput("not so");
                        });
                    }
                });
                case "StraightSlow" -> Optional.of(asked("select ''::bytea from pg_sleep(30)", viewer));
                case "StraightBusy" -> Optional.of(asked("select '{}'::bytea from pg_sleep(0.2)", viewer));
                case "StraightFault" -> Optional.of(asked("select 1/0", viewer));
                case null, default -> Optional.empty();
            };
        }

        private Way asked(String text, Viewer viewer, Object... values) {
            return new Asking(text, viewer, List.of(values));
        }

        private class Asking implements Way {
            private final String text;
            private final Viewer viewer;
            private final List<Object> values;

            Asking(String text, Viewer viewer, List<Object> values) {
                this.text = text;
                this.viewer = viewer;
                this.values = values;
            }

            @Override
            public List<Cost.Share> shares() {
                return List.of(new Cost.Share("roles", 3));
            }

            @Override
            public boolean isStraight() {
                return true;
            }

            @Override
            public List<Question> questions() {
                return List.of(new Question(text, values));
            }

            @Override
            public CompletionStage<byte[]> answer() {
                asked.add(Thread.currentThread());
                return pool.ask(new Question(text, values), viewer).whenComplete((_, _) -> answered.add(Thread.currentThread()));
            }
        }
    }

    private static TestDatabase database;
    private static Running server;
    private static NamedStraight straight;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        var settings = new HashMap<String, Object>(database.settings());
        settings.put(ON, true);
        settings.put("zhicheng.read.statement-timeout", "1s");
        settings.put("zhicheng.read.connections", 1);
        settings.put("zhicheng.read.waiting", 1);
        server = Running.with(settings.entrySet().stream().flatMap(setting -> Stream.of(setting.getKey(), setting.getValue())).toArray());
        straight = server.context().getBean(NamedStraight.class);
    }

    /** While reads run: these are answered, others are not taken, and nothing is a fault. */
    @AfterAll
    static void stop() throws Exception {
        straight.asked.clear();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 40).mapToObj(_ -> threads.submit(() -> server.ask("query StraightBusy {roles}").statusCode())).toList();
            straight.asked.poll(10, TimeUnit.SECONDS);
            var before = Instant.now();
            server.close();
            assertTrue(Duration.between(before, Instant.now()).toSeconds() < 10, "nobody waits for lines on which nothing is asked");
            var answered = new ArrayList<Integer>();
            for (var one : asked)
                try {
                    answered.add(one.get());
                } catch (ExecutionException e) {
                    assertInstanceOf(UncheckedIOException.class, e.getCause(), "not taken any more");
                }
            assertTrue(answered.contains(200) && Set.of(200, 503).containsAll(answered), answered::toString);
        } finally {
            database.close();
        }
    }

    @BeforeEach
    void forget() {
        straight.asked.clear();
        straight.answered.clear();
        straight.gone.clear();
    }

    @Test
    void what_postgresql_made_goes_out_as_it_is() {
        var answer = server.ask("query Straight {roles}");
        assertEquals(200, answer.statusCode());
        assertEquals("application/graphql-response+json; charset=utf-8", answer.headers().firstValue("Content-Type").orElse(null));
        var request = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertEquals("{\"data\":{\"asked\" : \"this\", \"roles\" : \"PUBLIC\"},\"extensions\":{\"request\":\"" + request
                + "\",\"cost\":{\"estimated\":3,\"limit\":20000,\"mostExpensive\":[{\"field\":\"roles\",\"cost\":3}]}}}", answer.body());
        assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(null));
    }

    @Test
    void a_document_that_has_come_before_is_answered_by_the_thread_of_the_event_loop() throws Exception {
        assertEquals(200, server.ask("query Straight {roles roles}").statusCode());
        forget();
        for (var i = 0; i < 20; i++)
            assertEquals(200, server.ask("query Straight {roles roles}").statusCode());
        for (var i = 0; i < 20; i++) {
            var asking = straight.asked.poll(10, TimeUnit.SECONDS);
            assertInstanceOf(NonBlocking.class, asking);
            assertSame(asking, straight.answered.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void what_is_not_straight_is_executed() {
        assertTrue(server.ask("{roles}").body().startsWith("{\"data\":{\"roles\":[\"PUBLIC\"]}"));
        assertTrue(server.ask("query Other {roles}").body().startsWith("{\"data\":{\"roles\":[\"PUBLIC\"]}"));
        var before = SmallSchema.COUNTED.get();
        assertEquals(200, server.ask("mutation Straight {countSlowly(milliseconds:0)}").statusCode());
        assertEquals(before + 1, SmallSchema.COUNTED.get());
        assertNull(straight.asked.poll());
    }

    @Test
    void a_mistake_is_said_where_execution_says_it() {
        for (var name : List.of("StraightMistake", "StraightLateMistake")) {
            var answer = server.ask("query " + name + " {refuses}");
            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().contains("this cursor is from another list") && answer.body().contains("\"path\":[\"refuses\"]"), answer.body());
        }
    }

    @Test
    void a_document_that_is_not_valid_is_refused_before() {
        assertTrue(server.ask("query Straight {nothing}").body().contains("\"code\":\"VALIDATION\""));
        assertTrue(server.ask("query Straight {nothing}").body().contains("\"code\":\"VALIDATION\""));
        assertNull(straight.asked.poll());
    }

    @Test
    void a_statement_that_takes_too_long_is_503() {
        var answer = server.ask("query StraightSlow {roles}");
        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("\"code\":\"TIMEOUT\"") && answer.body().contains("zhicheng.read.statement-timeout"), answer.body());
    }

    @Test
    void more_than_may_wait_are_503_and_may_come_again() throws Exception {
        server.ask("query StraightBusy {roles}");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 40).mapToObj(_ -> threads.submit(() -> server.ask("query StraightBusy {roles}"))).toList();
            var busy = 0;
            for (var one : answers) {
                var answer = one.get();
                if (answer.statusCode() == 200) continue;
                assertEquals(503, answer.statusCode());
                assertTrue(answer.body().contains("\"code\":\"BUSY\"") && answer.body().contains("zhicheng.read.waiting"), answer.body());
                assertEquals("1", answer.headers().firstValue("Retry-After").orElse(null));
                busy++;
            }
            assertTrue(busy > 0 && busy < 40, busy + " of 40 were sent away");
        }
    }

    /** As what is answered straight. */
    @Test
    void what_is_executed_and_leaves_no_data_may_come_again_too() {
        var busy = server.ask("query Other {roles busyNonNull}");
        assertEquals(503, busy.statusCode());
        assertTrue(busy.body().contains("\"code\":\"BUSY\"") && busy.body().contains("\"data\":null"), busy.body());
        assertEquals("1", busy.headers().firstValue("Retry-After").orElse(null));
        var late = server.ask("query Other {roles givenUpNonNull}");
        assertEquals(503, late.statusCode());
        assertTrue(late.body().contains("\"code\":\"TIMEOUT\""), late.body());
        assertEquals(200, server.ask("query Other {roles busy}").statusCode(), "there is data");
        var done = SmallSchema.COUNTED.get();
        var mutation = server.ask("mutation Other {countBusy}");
        assertEquals(200, mutation.statusCode(), "it is done");
        assertEquals(Optional.empty(), mutation.headers().firstValue("Retry-After"));
        assertEquals(done + 1, SmallSchema.COUNTED.get());
    }

    @Test
    void whoever_hangs_up_has_gone_and_whoever_was_answered_has_not() throws Exception {
        var body = body("query StraightSlow {roles}");
        var request = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s".formatted(body.length(), body);
        try (var _ = server.hold(request.getBytes(StandardCharsets.US_ASCII))) {
            straight.asked.poll(10, TimeUnit.SECONDS);
        }
        straight.gone.poll(10, TimeUnit.SECONDS).toCompletableFuture().get(10, TimeUnit.SECONDS);
        try (var held = server.hold(request.replace("StraightSlow", "Straight").replace("Length: " + body.length(), "Length: " + (body.length() - 4)).getBytes(StandardCharsets.US_ASCII))) {
            assertTrue(held.getInputStream().read() >= 0);
            assertFalse(straight.gone.poll(10, TimeUnit.SECONDS).toCompletableFuture().isDone());
        }
    }

    @Test
    void a_fault_says_nothing_of_the_inside() {
        var answer = server.ask("query StraightFault {roles}");
        assertEquals(500, answer.statusCode());
        assertTrue(answer.body().contains("\"message\":\"internal error\"") && !answer.body().contains("division"), answer.body());
        assertTrue(answer.body().contains("\"request\":\"" + answer.headers().firstValue("X-Request-Id").orElseThrow()), answer.body());
    }

    @Test
    void by_get_too() {
        assertEquals(200, server.send(server.to("/graphql?query=query%20Straight%7Broles%7D")).statusCode());
        assertEquals(200, server.send(server.posting(body("query Straight {roles}"), "application/json")).statusCode());
    }
}
