package zhicheng.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import zhicheng.server.TestDatabase;

@Tag("database")
class JdbcAccountsTest {

    private final UUID id = UUID.randomUUID();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private TestDatabase database;
    private JdbcAccounts accounts;

    @BeforeEach
    void an_auditor() throws SQLException {
        database = TestDatabase.fresh();
        accounts = new JdbcAccounts(database.writer(), threads, Duration.ofMinutes(1));
        execute("insert into account (id, name, roles, created_at) values ('" + id + "', 'auditor-1', '{AUDITOR,SYS_ADMIN}', '2024-01-01T00:00+08:00')");
    }

    @AfterEach
    void close() {
        threads.close();
        database.close();
    }

    @Test
    void an_account_has_the_roles_that_the_database_keeps() {
        assertEquals(Optional.of(new Viewer(id, Set.of(Role.AUDITOR, Role.SYS_ADMIN), null, null)), accounts.viewer(id, Instant.MIN).join());
    }

    @Test
    void nobody_is_nobody() {
        assertEquals(Optional.empty(), accounts.viewer(UUID.randomUUID(), Instant.MIN).join());
    }

    @Test
    void a_disabled_account_is_refused_within_seconds() throws Exception {
        assertEquals(true, accounts.viewer(id, Instant.MIN).join().isPresent());
        execute("update account set disabled = true");
        for (var i = 0; i < 100 && accounts.viewer(id, Instant.MIN).join().isPresent(); i++)
            Thread.sleep(100);
        assertEquals(Optional.empty(), accounts.viewer(id, Instant.MIN).join());
        assertEquals(Optional.empty(), new JdbcAccounts(database.writer(), threads, Duration.ofMinutes(1)).viewer(id, Instant.MIN).join());
    }

    @Test
    void what_was_just_seen_is_not_asked_again() throws SQLException {
        accounts.viewer(id, Instant.MIN).join();
        execute("update account set roles = '{AUDITOR}'");
        assertEquals(Set.of(Role.AUDITOR, Role.SYS_ADMIN), accounts.viewer(id, Instant.MIN).join().orElseThrow().roles());
    }

    /** Nobody listens where the writer's database should be. */
    @Test
    void where_it_cannot_be_looked_up_it_is_said_soon() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/zhicheng");
        var failed = assertThrows(CompletionException.class, () -> new JdbcAccounts(nowhere, threads, Duration.ofSeconds(1)).viewer(id, Instant.MIN).join());
        assertInstanceOf(AccountsAway.class, failed.getCause());
        try (var silent = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            nowhere.setUrl("jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/zhicheng?socketTimeout=10");
            var late = assertThrows(CompletionException.class, () -> new JdbcAccounts(nowhere, threads, Duration.ofSeconds(1)).viewer(id, Instant.MIN).join());
            assertInstanceOf(TimeoutException.class, assertInstanceOf(AccountsAway.class, late.getCause()).getCause());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.owner().getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
