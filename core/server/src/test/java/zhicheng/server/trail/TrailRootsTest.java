package zhicheng.server.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.trail.Chains.act;
import static zhicheng.server.trail.Chains.id;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;
import zhicheng.server.CannotStart;
import zhicheng.server.Server;
import zhicheng.server.TestDatabase;
import zhicheng.server.World;

/** Every entry comes under exactly one root, whoever writes when and however many servers make roots. */
@Tag("database")
class TrailRootsTest {
    private static final String TIME = "2024-09-18T10:00:00+08:00";

    /** Entries that are not under exactly one leaf. */
    private static final String ASTRAY = """
            select count(*) from trail t where 1 <> (select count(*) from trail_leaf l join trail_root r on r.number = l.root
                                                     where l.subject = t.subject and l.after < t.seq and t.seq <= l.seq)""";

    private World world;

    @BeforeEach
    void open() throws SQLException {
        world = World.at(TIME, "zhicheng.trail.root-every", "1h");
        Chains.people(world.database(), 1, 2, 3, 4, 5, 6);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void acts(UUID... people) throws SQLException {
        try (var writer = world.database().writer().getConnection()) {
            for (var person : people) act(writer, person, "ACT", world.now());
        }
    }

    private TrailRoots roots() {
        return world.bean(TrailRoots.class);
    }

    @Test
    void a_root_is_over_the_chains_that_grew_and_names_the_one_before() throws SQLException {
        assertTrue(roots().make().isEmpty(), "nothing was done");
        acts(id(1), id(1), id(2));
        var first = roots().make().orElseThrow();
        assertEquals(List.of(1L, 2L, 2L, 3L), List.of(first.number(), first.leaves(), first.subjects(), first.entries()));
        assertNull(first.before());
        assertEquals(world.now(), first.at());
        assertTrue(roots().make().isEmpty(), "nothing was done since");
        acts(id(2), id(3));
        world.time("2024-09-18T10:05:00+08:00");
        var second = roots().make().orElseThrow();
        assertEquals(List.of(2L, 2L, 3L, 5L), List.of(second.number(), second.leaves(), second.subjects(), second.entries()));
        assertEquals(first.hash(), second.before());
        assertEquals("0 1, 1 2", world.<String>value("select string_agg(after || ' ' || seq, ', ' order by root) from trail_leaf where subject = ?", id(2)));
        assertEquals(0L, world.<Long>value("select count(*) from trail_waiting"));
        assertEquals(0L, world.<Long>value(ASTRAY));
    }

    @Test
    void an_act_of_the_api_comes_under_the_next_root() {
        var applicant = world.applicant();
        applicant.saveProfile("key", null, Map.of("retired", false));
        assertEquals(1, roots().make().orElseThrow().leaves());
        assertEquals(1L, world.<Long>value("select count(*) from trail_leaf where subject = ? and (after, seq) = (0, 1)", applicant.person()));
    }

    @Test
    void what_is_committed_late_is_under_the_next_root_whatever_its_time_says() throws SQLException {
        acts(id(1));
        try (var late = world.transaction()) {
            act(late, id(2), "ACT", Instant.parse("2024-09-01T00:00:00Z"));
            assertEquals(1, roots().make().orElseThrow().entries(), "nobody waits for a transaction that is open");
            late.commit();
        }
        acts(id(3));
        var next = roots().make().orElseThrow();
        assertEquals(List.of(2L, 3L), List.of(next.leaves(), next.entries()));
        assertEquals(0L, world.<Long>value(ASTRAY));
    }

    @Test
    void what_is_rolled_back_is_under_none() throws SQLException {
        acts(id(1));
        try (var undone = world.transaction()) {
            act(undone, id(2), "ACT", world.now());
            undone.rollback();
        }
        assertEquals(1, roots().make().orElseThrow().subjects());
    }

    @Test
    void a_root_never_says_an_earlier_time_than_the_one_before() throws SQLException {
        acts(id(1));
        var first = roots().make().orElseThrow();
        world.time("2024-09-18T09:59:59+08:00");
        acts(id(1));
        assertEquals(first.at(), roots().make().orElseThrow().at());
    }

    @Test
    void the_clock_makes_one_each_interval_and_not_one_for_each_server() throws SQLException {
        acts(id(1));
        roots().tick();
        acts(id(1));
        roots().tick();
        assertEquals(1L, world.<Long>value("select count(*) from trail_root"), "another server has just made one");
        world.time("2024-09-18T11:00:00+08:00");
        roots().tick();
        assertEquals(2L, world.<Long>value("select count(*) from trail_root"));
    }

    @Test
    void the_clock_ticks_by_itself() throws SQLException {
        var ticking = World.on(world.database(), TIME, "zhicheng.trail.root-every", "20ms");
        try {
            acts(id(1));
            var until = System.nanoTime() + 20_000_000_000L;
            while (world.<Long>value("select count(*) from trail_root") == 0) {
                assertTrue(System.nanoTime() < until, "no root was made");
                Thread.onSpinWait();
            }
        } finally {
            ticking.stop();
        }
    }

    @Test
    void while_one_server_makes_a_root_another_leaves_it() throws SQLException {
        acts(id(1));
        try (var other = world.transaction(); var locking = other.createStatement()) {
            locking.execute("select pg_advisory_xact_lock(" + TrailRoots.LOCK + ")");
            assertTrue(roots().make().isEmpty());
            other.rollback();
        }
        assertTrue(roots().make().isPresent());
    }

    @Test
    void two_servers_at_once_with_writers_running_leave_every_entry_under_exactly_one_root() throws Exception {
        var other = World.on(world.database(), TIME, "zhicheng.trail.root-every", "1h");
        try {
            var writing = new AtomicInteger(4);
            var made = new AtomicInteger();
            var acts = new ArrayList<Callable<Integer>>();
            for (var writer = 0; writer < 4; writer++) {
                var number = writer;
                acts.add(() -> {
                    try (var tx = world.transaction()) {
                        for (var one = 0; one < 60; one++) {
                            act(tx, id(1 + (one + number) % 6), "ACT", world.now());
                            if (one % 3 == number % 3) tx.commit(); // one to three acts in a transaction, on people in rising order or alone
                            else if ((one + number) % 6 == 5) tx.commit();
                        }
                        tx.commit();
                        return 60;
                    } finally {
                        writing.decrementAndGet();
                    }
                });
            }
            for (var server : List.of(roots(), other.bean(TrailRoots.class)))
                acts.add(() -> {
                    while (writing.get() > 0) server.make().ifPresent(_ -> made.incrementAndGet());
                    return 0;
                });
            @SuppressWarnings("unchecked")
            Callable<Integer>[] all = acts.toArray(Callable[]::new);
            assertEquals(4 * 60, World.together(all).stream().mapToInt(Integer::intValue).sum());
            roots().make();
            assertTrue(made.get() > 1, made + " roots while it was written");
            assertEquals(240L, world.<Long>value("select count(*) from trail"));
            assertEquals(0L, world.<Long>value(ASTRAY));
            assertEquals(240L, world.<Long>value("select sum(seq - after)::bigint from trail_leaf"));
            verified(240);
        } finally {
            other.stop();
        }
    }

    @Test
    void an_export_has_everything_under_a_root_while_others_write_and_make_roots() throws Exception {
        acts(id(1), id(2), id(3));
        var running = new AtomicInteger(1);
        var exports = World.<byte[]>together(() -> {
            byte[] export = null;
            for (var one = 0; one < 5; one++) export = Chains.exported(world.database(), TestDatabase.trailKey(), world.now());
            running.set(0);
            return export;
        }, () -> {
            while (running.get() == 1) acts(id(1), id(4));
            return null;
        }, () -> {
            while (running.get() == 1) roots().make();
            return null;
        });
        var result = TrailVerification.verify(new ByteArrayInputStream(exports.getFirst()), List.of(TestDatabase.trailKey().open()), List.of(), fault -> assertNull(fault));
        assertTrue(result.isRight() && result.entries() >= 3);
        roots().make();
        assertEquals(0L, world.<Long>value(ASTRAY), "what an export made stays");
        verified(world.<Long>value("select count(*) from trail"));
    }

    private void verified(long entries) throws IOException {
        var faults = new ArrayList<TrailVerification.Fault>();
        var export = Chains.exported(world.database(), TestDatabase.trailKey(), world.now());
        var result = TrailVerification.verify(new ByteArrayInputStream(export), List.of(TestDatabase.trailKey().open()), List.of(), faults::add);
        assertEquals(List.of(), faults);
        assertEquals(entries, result.entries());
    }

    @Test
    void a_root_cannot_be_undone_not_even_by_the_owner() throws SQLException {
        acts(id(1));
        roots().make();
        for (var table : List.of("trail_root", "trail_leaf"))
            for (var statement : List.of("update " + table + " set " + (table.equals("trail_root") ? "number = number" : "seq = seq"), "delete from " + table, "truncate " + table + " cascade")) {
                assertEquals("42501", refused(world.database().writer(), statement).getSQLState(), statement);
                assertEquals("42501", refused(world.database().reader(), statement).getSQLState(), statement);
                assertEquals(table + "_is_append_only", refused(world.database().owner(), statement).getServerErrorMessage().getConstraint(), statement);
            }
        assertEquals(1L, world.<Long>value("select count(*) from trail_root join trail_leaf on root = number"));
    }

    private static PSQLException refused(DataSource source, String statement) {
        return assertThrows(PSQLException.class, () -> {
            try (var connection = source.getConnection(); var changing = connection.createStatement()) {
                changing.execute(statement);
            }
        }, statement);
    }

    @Test
    void two_roots_never_follow_the_same_one() throws SQLException {
        acts(id(1));
        roots().make();
        acts(id(1));
        roots().make();
        assertEquals("root_has_one_successor", assertThrows(PSQLException.class, () -> {
            try (var writer = world.transaction(); var inserting = writer.createStatement()) {
                inserting.execute("insert into trail_root select 3, before, sha256(statement || ' '::bytea), statement || ' '::bytea, signature, key from trail_root where number = 2");
            }
        }).getServerErrorMessage().getConstraint());
    }

    @Test
    void without_its_key_no_server_starts_and_says_how_to_make_one(@TempDir Path place) throws IOException {
        var settings = new HashMap<>(world.database().settings());
        settings.keySet().removeIf(name -> name.startsWith("zhicheng.trail"));
        var refusal = assertThrows(CannotStart.class, () -> Server.prepare(world.database().access(), settings, Optional.empty()).close());
        assertEquals(CannotStart.Reason.NOT_CONFIGURED, refusal.reason());
        assertTrue(refusal.getMessage().contains("openssl genpkey -algorithm ed25519"), refusal::getMessage);
        var one = TrailKey.made();
        var other = TrailKey.made();
        var secret = Files.writeString(place.resolve("secret.pem"), one[0]).toString();
        var open = Files.writeString(place.resolve("open.pem"), one[1]).toString();
        assertEquals(TrailKey.fingerprint(TrailKeys.read(secret, open).open()), TrailKeys.read(secret, open).fingerprint());
        Files.writeString(place.resolve("open.pem"), other[1]);
        assertTrue(assertThrows(CannotStart.class, () -> TrailKeys.read(secret, open)).getMessage().contains("is not that of the private one"));
        for (var wrong : List.of("", "hello", one[0], "-----BEGIN PUBLIC KEY-----\n!!!\n-----END PUBLIC KEY-----", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")) {
            Files.writeString(place.resolve("open.pem"), wrong);
            assertEquals(CannotStart.Reason.NOT_CONFIGURED, assertThrows(CannotStart.class, () -> TrailKeys.read(secret, open), wrong).reason());
        }
        assertFalse(TrailKey.signed(TestDatabase.trailKey().open(), new byte[] {1}, new byte[] {1, 2, 3}));
    }

    @Test
    void a_pair_as_openssl_writes_it_signs_as_rfc_8032_says(@TempDir Path place) throws Exception {
        var secret = Files.writeString(place.resolve("secret.pem"), "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n");
        var open = Files.writeString(place.resolve("open.pem"), "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n");
        var key = TrailKey.of(secret, open);
        assertEquals("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b", // RFC 8032, 7.1, test 1
                HexFormat.of().formatHex(key.sign(new byte[0])));
        assertTrue(TrailKey.signed(TrailKey.open(key.pem()), new byte[0], key.sign(new byte[0])));
    }
}
