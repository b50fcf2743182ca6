package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import zhicheng.server.BadInput;
import zhicheng.server.TestDatabase;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Roles;

/** Questions go to PostgreSQL and come back whole, on the thread that asked them; what fails leaves nothing behind. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadPoolTest {
    private static final String WHO = """
            select convert_to(concat_ws('|', current_setting('zhicheng.account'), current_setting('zhicheng.person'), current_setting('zhicheng.roles'), current_setting('zhicheng.region'), current_setting('zhicheng.ids'), current_setting('statement_timeout'), current_setting('timezone'), current_setting('transaction_read_only'),
              current_user), 'UTF8')""";
    private static final String PROCESS = "select convert_to(pg_backend_pid()::text, 'UTF8')";

    private TestDatabase database;

    @BeforeAll
    void start() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    void stop() {
        database.close();
    }

    private ReadPool pool(int connections, int waiting, Duration timeout) {
        return Fixture.pool(database, new ReadLimits(connections, waiting, timeout));
    }

    private ReadPool pool() {
        return pool(2, 100, Duration.ofSeconds(5));
    }

    @Test
    void row_level_security_knows_the_viewer_and_nothing_can_be_written() throws Exception {
        var account = UUID.randomUUID();
        var organisation = UUID.randomUUID();
        try (var pool = pool()) {
            assertEquals(account + "||AUDITOR,HRSS_CITY||{}|5s|Etc/GMT-8|on|zhicheng_reader",
                    text(pool, WHO, new Viewer(account, Set.of(Role.HRSS_CITY, Role.AUDITOR), null, organisation)));
            assertEquals("||PUBLIC||{}|5s|Etc/GMT-8|on|zhicheng_reader", text(pool, WHO, Viewer.PUBLIC));
        }
    }

    @Test
    void on_one_connection_each_sees_what_is_his_and_nothing_of_the_one_before() throws Exception {
        var seen = "select convert_to(concat_ws('|', pg_backend_pid(), current_setting('zhicheng.region'), current_setting('zhicheng.ids'), (select string_agg(right(id::text, 2), ' ' order by id) from dossier)), 'UTF8')";
        var bureau = Fixture.BUREAU;
        var clerk = new Viewer(Fixture.id(91), Set.of(Role.EMPLOYER_CLERK), null, Fixture.id(14));
        try (var world = Fixture.database(); var loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
                var pool = new ReadPool(loops, Fixture.TIME, new ReadLimits(1, 100, Duration.ofSeconds(5)), world.access().readerUrl(), Roles.READER, world.access().roles().reader())) {
            var process = text(pool, PROCESS, Viewer.PUBLIC);
            assertEquals(process + "|south|{}|52 53 55 59", text(pool, seen, bureau));
            assertEquals(process + "||{}", text(pool, seen, Viewer.PUBLIC), "no dossiers");
            assertEquals(process + "||{" + Fixture.id(14) + "}|54 58", text(pool, seen, clerk));
            assertEquals(process + "||{" + Fixture.id(21) + "}|51 52", text(pool, seen, Fixture.LIN));
        }
    }

    /** Where PostgreSQL alone finds too little in it, it does not say where it stood. */
    @Test
    void what_postgresql_does_not_look_for_is_a_mistake_and_no_fault() throws Exception {
        try (var pool = pool()) {
            for (var function : List.of("search_phrase", "search_words", "search_start")) {
                var failed = assertThrows(ExecutionException.class, () -> text(pool, "select convert_to((" + function + "(' '))[1], 'UTF8')", Viewer.PUBLIC));
                assertTrue(assertInstanceOf(BadInput.class, failed.getCause()).getMessage().startsWith("search, contains or startsWith: what is searched for has "), () -> failed.getCause().getMessage());
            }
        }
    }

    @Test
    void what_was_closed_leaves_nothing_to_finalizers() {
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        var netty = (Logger) LoggerFactory.getLogger("io.netty");
        netty.addAppender(said);
        try {
            var gone = asked();
            for (var tries = 0; tries < 100 && gone.get() != null; tries++) {
                System.gc();
                System.runFinalization();
            }
            assertNull(gone.get(), "its memory was not given back");
            for (var more = 0; more < 10; more++) { // what hung on it goes a little later
                System.gc();
                System.runFinalization();
            }
            assertEquals(List.of(), said.list.stream().filter(event -> event.getLevel() == Level.ERROR).map(ILoggingEvent::getFormattedMessage).toList());
        } finally {
            netty.detachAppender(said);
        }
    }

    /** A pool that has tried to connect and was closed, and that nobody holds any more. */
    private static WeakReference<ReadPool> asked() {
        try (var pool = new ReadPool(Fixture.LOOPS, Fixture.TIME, new ReadLimits(1, 10, Duration.ofSeconds(5)), "jdbc:postgresql://127.0.0.1:1/zhicheng", Roles.READER, "none")) {
            assertThrows(ExecutionException.class, () -> text(pool, PROCESS, Viewer.PUBLIC));
            return new WeakReference<>(pool);
        }
    }

    @Test
    void values_are_what_they_were() throws Exception {
        var id = UUID.randomUUID();
        try (var pool = pool()) {
            assertEquals("""
                    [%s, "职称 𠮷", 7, 8000000000, true, "2024-09-18", "2024-09-18T10:00:00.000001+08:00", ["a","b,c"], [1,2], ["%s"]]"""
                    .formatted("\"" + id + "\"", id),
                    text(pool, "select convert_to(json_build_array($1::uuid, $2::text, $3::integer, $4::bigint, $5::boolean, $6::date, $7::timestamptz, $8::text[], $9::integer[], $10::uuid[])::text, 'UTF8')",
                            Viewer.PUBLIC, id, "职称 𠮷", 7, 8_000_000_000L, true, LocalDate.of(2024, 9, 18), OffsetDateTime.parse("2024-09-18T02:00:00.000001Z"),
                            new String[] {"a", "b,c"}, new Integer[] {1, 2}, new UUID[] {id}));
        }
    }

    @Test
    void bytes_come_as_they_are_and_no_row_is_null() throws Exception {
        try (var pool = pool()) {
            assertArrayEquals(new byte[] {0, -1, 127, 10}, bytes(pool, "select '\\x00ff7f0a'::bytea", Viewer.PUBLIC));
            assertNull(bytes(pool, "select ''::bytea where false", Viewer.PUBLIC));
            assertEquals(3_000_000, bytes(pool, "select convert_to(repeat('字', 1000000), 'UTF8')", Viewer.PUBLIC).length);
        }
    }

    @Test
    void who_asks_on_an_event_loop_is_answered_by_the_same_thread() throws Exception {
        try (var loops = new MultiThreadIoEventLoopGroup(3, NioIoHandler.newFactory());
                var pool = new ReadPool(loops, Fixture.TIME, new ReadLimits(6, 100, Duration.ofSeconds(5)), database.access().url(), Roles.READER, database.access().roles().reader())) {
            var asked = new ArrayList<CompletableFuture<Void>>();
            var threads = new HashSet<Thread>();
            for (var loop : loops)
                for (var i = 0; i < 20; i++)
                    asked.add(CompletableFuture.supplyAsync(() -> {
                        var thread = Thread.currentThread();
                        synchronized (threads) {
                            threads.add(thread);
                        }
                        return pool.ask(new Question(PROCESS, List.of()), Viewer.PUBLIC).thenAccept(_ -> assertSame(thread, Thread.currentThread()));
                    }, loop).thenCompose(answered -> answered));
            for (var one : asked) one.get(10, TimeUnit.SECONDS);
            assertEquals(3, threads.size());
            assertEquals(60, asked.size());
        }
    }

    @Test
    void a_statement_that_takes_too_long_is_ended_and_its_connection_not_used_again() throws Exception {
        try (var pool = pool(1, 10, Duration.ofMillis(200))) {
            var before = processes(pool);
            for (var i = 0; i < 2; i++) { // there are two loops, with a connection each
                var refused = assertInstanceOf(ReadRefused.class, fault(pool, "select ''::bytea from pg_sleep(30)"));
                assertEquals(ReadRefused.Why.TIMEOUT, refused.why());
                assertTrue(refused.getMessage().contains("200 ms (zhicheng.read.statement-timeout)"), refused.getMessage());
            }
            var after = processes(pool);
            before.forEach(process -> assertTrue(!after.contains(process), "used again: " + process));
        }
    }

    @Test
    void what_fails_in_the_database_is_a_fault_and_the_next_question_is_answered() throws Exception {
        try (var pool = pool(1, 10, Duration.ofSeconds(5))) {
            for (var wrong : List.of("select 1/0::text", "select convert_to((1/$1)::text, 'UTF8')", "select nothing", "select ''::bytea from generate_series(1, 2)", "select 1",
                    "delete from account where false")) {
                assertInstanceOf(IllegalStateException.class, fault(pool, wrong, wrong.contains("$1") ? new Object[] {0} : new Object[0]), wrong);
                assertEquals("on", text(pool, "select convert_to(current_setting('transaction_read_only'), 'UTF8')", Viewer.PUBLIC), wrong);
            }
            assertInstanceOf(IllegalStateException.class, fault(pool, "select convert_to(($1::uuid)::text, 'UTF8')", "no uuid"));
            assertEquals("on", text(pool, "select convert_to(current_setting('transaction_read_only'), 'UTF8')", Viewer.PUBLIC));
        }
    }

    @Test
    void nothing_of_one_viewer_is_left_for_the_next() throws Exception {
        var left = "select convert_to(current_setting('zhicheng.account', true), 'UTF8')";
        try (var pool = pool(1, 10, Duration.ofSeconds(5))) {
            for (var i = 0; i < 4; i++) {
                var somebody = UUID.randomUUID();
                assertEquals(somebody.toString(), text(pool, left, new Viewer(somebody, Set.of(Role.AUDITOR), null, null)));
                assertEquals("", text(pool, left, Viewer.PUBLIC));
            }
        }
    }

    @Test
    void more_questions_than_may_wait_are_sent_away_and_the_others_answered() throws Exception {
        try (var pool = pool(2, 4, Duration.ofSeconds(20))) {
            var asked = new ArrayList<CompletableFuture<byte[]>>();
            for (var i = 0; i < 20; i++) asked.add(pool.ask(new Question("select ''::bytea from pg_sleep(0.5)", List.of()), Viewer.PUBLIC).toCompletableFuture());
            var answered = 0;
            var busy = 0;
            for (var one : asked)
                try {
                    one.get(20, TimeUnit.SECONDS);
                    answered++;
                } catch (ExecutionException e) {
                    assertEquals(ReadRefused.Why.BUSY, assertInstanceOf(ReadRefused.class, e.getCause()).why());
                    busy++;
                }
            assertTrue(answered >= 4 && answered <= 6, answered + " were answered");
            assertEquals(20, answered + busy);
            assertEquals("on", text(pool, "select convert_to(current_setting('transaction_read_only'), 'UTF8')", Viewer.PUBLIC));
        }
    }

    @Test
    void connections_that_the_database_ended_are_replaced() throws Exception {
        try (var pool = pool()) {
            var before = processes(pool);
            assertEquals(2, before.size());
            try (var reader = database.reader().getConnection(); var statement = reader.createStatement()) {
                for (var process : before) statement.execute("select pg_terminate_backend(" + process + ", 5000)");
            }
            var after = new HashSet<String>();
            for (var tries = 0; tries < 20 && after.size() < 2; tries++) after.add(text(pool, PROCESS, Viewer.PUBLIC)); // sent once more, where the end had not come through
            assertEquals(2, after.size());
            before.forEach(process -> assertTrue(!after.contains(process), "used again: " + process));
        }
    }

    @Test
    void what_was_under_way_on_a_connection_that_the_database_ended_is_sent_once_more() throws Exception {
        try (var pool = pool(2, 10, Duration.ofSeconds(10))) {
            for (var times = 0; times < 3; times++) {
                var before = processes(pool);
                var slow = pool.ask(new Question("select convert_to(pg_backend_pid()::text, 'UTF8') from pg_sleep(1)", List.of()), Viewer.PUBLIC).toCompletableFuture();
                try (var reader = database.reader().getConnection(); var statement = reader.createStatement()) {
                    for (var process : before) statement.execute("select pg_terminate_backend(" + process + ", 5000)");
                }
                var on = new String(slow.get(20, TimeUnit.SECONDS), StandardCharsets.UTF_8);
                assertTrue(!before.contains(on), "answered by one that was ended: " + on);
            }
        }
    }

    @Test
    void whoever_is_still_asking_when_the_server_stops_is_told() throws Exception {
        var pool = pool();
        var slow = pool.ask(new Question("select ''::bytea from pg_sleep(30)", List.of()), Viewer.PUBLIC).toCompletableFuture();
        text(pool, PROCESS, Viewer.PUBLIC);
        pool.close();
        assertStopping(assertThrows(ExecutionException.class, () -> slow.get(5, TimeUnit.SECONDS)).getCause());
        assertStopping(fault(pool, PROCESS));
    }

    private static void assertStopping(Throwable refused) {
        assertEquals(ReadRefused.Why.AWAY, assertInstanceOf(ReadRefused.class, refused).why());
        assertEquals("the server is stopping: nothing was read; try again", refused.getMessage());
    }

    @Test
    void a_database_that_is_not_there_is_a_fault_at_once() {
        try (var pool = new ReadPool(Fixture.LOOPS, Fixture.TIME, new ReadLimits(2, 10, Duration.ofSeconds(5)), "jdbc:postgresql://127.0.0.1:1/zhicheng", Roles.READER, "none")) {
            var refused = assertInstanceOf(ReadRefused.class, fault(pool, PROCESS));
            assertEquals(ReadRefused.Why.AWAY, refused.why());
            assertTrue(refused.getMessage().endsWith(": try again"), refused.getMessage());
        }
    }

    @Test
    void a_database_that_says_nothing_is_not_waited_for() throws Exception {
        try (var silent = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
                var pool = new ReadPool(Fixture.LOOPS, Fixture.TIME, new ReadLimits(2, 10, Duration.ofMillis(100)),
                        "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/zhicheng", Roles.READER, "none")) {
            assertEquals(ReadRefused.Why.BUSY, assertInstanceOf(ReadRefused.class, fault(pool, PROCESS)).why(), "nothing was sent");
        }
    }

    @Test
    void a_database_that_says_something_again_is_asked_again() throws Exception {
        try (var relay = new Relay(database.access().readerUrl()); var loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
                var pool = new ReadPool(loops, Fixture.TIME, new ReadLimits(1, 10, Duration.ofMillis(100)), relay.url(), Roles.READER, database.access().roles().reader())) {
            assertTrue(pool.answers(Duration.ofSeconds(10)));
            relay.silence();
            assertFalse(pool.answers(Duration.ofSeconds(1)));
            assertInstanceOf(ReadRefused.class, fault(pool, PROCESS));
            relay.speak();
            var tries = 0;
            while (!pool.answers(Duration.ofSeconds(3)) && tries < 20) tries++;
            assertEquals("zhicheng_reader", text(pool, "select convert_to(current_user::text, 'UTF8')", Viewer.PUBLIC));
        }
    }

    /** Only while a connection is made is silence a sign. */
    @Test
    void a_connection_may_be_silent_while_a_statement_runs() throws Exception {
        try (var pool = pool(1, 10, Duration.ofSeconds(20))) {
            assertEquals("", text(pool, "select ''::bytea from pg_sleep(6)", Viewer.PUBLIC));
        }
    }

    @Test
    void what_is_withdrawn_while_it_waits_is_not_sent_and_makes_room() throws Exception {
        try (var loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()); var pool = of(loops, 1, 1, Duration.ofSeconds(20))) {
            var process = text(pool, PROCESS, Viewer.PUBLIC);
            var slow = pool.ask(new Question("select ''::bytea from pg_sleep(1)", List.of()), Viewer.PUBLIC).toCompletableFuture();
            var waits = pool.ask(new Question(PROCESS, List.of()), Viewer.PUBLIC).toCompletableFuture();
            var refused = assertInstanceOf(ReadRefused.class, fault(pool, PROCESS));
            assertEquals(ReadRefused.Why.BUSY, refused.why());
            assertTrue(waits.cancel(false));
            var next = pool.ask(new Question(PROCESS, List.of()), Viewer.PUBLIC).toCompletableFuture();
            assertTrue(slow.cancel(false), "what is under way ends by itself");
            assertEquals(process, new String(next.get(20, TimeUnit.SECONDS), StandardCharsets.UTF_8), "on the same connection");
        }
    }

    @Test
    void what_is_full_is_said_as_it_is() throws Exception {
        try (var loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory()); var pool = of(loops, 2, 4, Duration.ofSeconds(20))) {
            var asked = new ArrayList<CompletableFuture<byte[]>>();
            for (var i = 0; i < 8; i++) asked.add(pool.ask(new Question("select ''::bytea from pg_sleep(0.5)", List.of()), Viewer.PUBLIC).toCompletableFuture());
            var said = new HashSet<String>();
            for (var one : asked)
                try {
                    one.get(20, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    said.add(e.getCause().getMessage());
                }
            assertEquals(Set.of("2 reads wait on this event loop, its share of the 4 that may wait for the database (zhicheng.read.waiting), and no more are taken now: try again"), said);
        }
    }

    /** It may come again, since nothing of it was asked. */
    @Test
    void what_was_never_sent_is_told_to_come_again() throws Exception {
        try (var loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()); var pool = of(loops, 1, 10, Duration.ofSeconds(1))) {
            text(pool, PROCESS, Viewer.PUBLIC);
            var asked = new ArrayList<CompletableFuture<byte[]>>();
            for (var i = 0; i < 7; i++) asked.add(pool.ask(new Question("select ''::bytea from pg_sleep(0.8)", List.of()), Viewer.PUBLIC).toCompletableFuture());
            asked.getFirst().get(20, TimeUnit.SECONDS);
            var refused = assertInstanceOf(ReadRefused.class, assertThrows(ExecutionException.class, () -> asked.getLast().get(20, TimeUnit.SECONDS)).getCause());
            assertEquals(ReadRefused.Why.BUSY, refused.why());
            assertTrue(refused.getMessage().startsWith("no connection to the database came free within 3000 ms"), refused.getMessage());
        }
    }

    @Test
    void who_asks_when_the_loops_have_ended_is_told() throws Exception {
        ReadPool pool;
        try (var loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory())) {
            pool = of(loops, 1, 10, Duration.ofSeconds(5));
            text(pool, PROCESS, Viewer.PUBLIC);
            pool.close();
        }
        assertStopping(fault(pool, PROCESS));
    }

    /** What has come in on its loop is read before what comes next is run. */
    @Test
    void a_connection_that_ended_while_nobody_asked_is_not_asked() throws Exception {
        try (var loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()); var pool = of(loops, 1, 10, Duration.ofSeconds(5))) {
            for (var again = 0; again < 3; again++) {
                var process = text(pool, PROCESS, Viewer.PUBLIC);
                try (var reader = database.reader().getConnection(); var statement = reader.createStatement()) {
                    statement.execute("select pg_terminate_backend(" + process + ", 5000)");
                }
                for (var turn = 0; turn < 10; turn++) loops.next().submit(() -> { }).get(10, TimeUnit.SECONDS);
                assertNotEquals(process, text(pool, PROCESS, Viewer.PUBLIC));
            }
        }
    }

    private ReadPool of(EventLoopGroup loops, int connections, int waiting, Duration timeout) {
        return new ReadPool(loops, Fixture.TIME, new ReadLimits(connections, waiting, timeout), database.access().readerUrl(), Roles.READER, database.access().roles().reader());
    }

    /** Of as many connections as there are loops: questions from outside go to the loops in turn. */
    private static Set<String> processes(ReadPool pool) throws Exception {
        var processes = new HashSet<String>();
        for (var i = 0; i < 4; i++) processes.add(text(pool, PROCESS, Viewer.PUBLIC));
        assertNotEquals(Set.of(), processes);
        return processes;
    }

    private static Throwable fault(ReadPool pool, String text, Object... values) {
        return assertThrows(ExecutionException.class, () -> bytes(pool, text, Viewer.PUBLIC, values), text).getCause();
    }

    private static String text(ReadPool pool, String text, Viewer viewer, Object... values) throws Exception {
        return new String(bytes(pool, text, viewer, values), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ReadPool pool, String text, Viewer viewer, Object... values) throws Exception {
        return pool.ask(new Question(text, List.of(values)), viewer).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
