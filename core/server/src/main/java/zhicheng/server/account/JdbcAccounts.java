package zhicheng.server.account;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The accounts in the database. A row is remembered for {@value #SECONDS} seconds: so long may a disabled account go on. One that is in use is
 * looked up anew a second before, while requests go on with what is remembered, so that they do not wait.
 */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcAccounts implements Accounts {

    private static final int SECONDS = 3;
    private static final int REMEMBERED = 10_000;

    private final DataSource writer;
    private final AsyncLoadingCache<UUID, Optional<Viewer>> seen;

    JdbcAccounts(DataSource writer, @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.writer = DelegatingDataSource.unwrapDataSource(writer); // a connection of its own, in no transaction
        this.seen = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .refreshAfterWrite(Duration.ofSeconds(SECONDS - 1))
                .expireAfterWrite(Duration.ofSeconds(SECONDS))
                .executor(threads)
                .buildAsync(this::look);
    }

    @Override
    public CompletableFuture<Optional<Viewer>> viewer(UUID account) {
        return seen.get(account);
    }

    private Optional<Viewer> look(UUID account) {
        try (var connection = writer.getConnection();
                var select = connection.prepareStatement(
                        "select roles, person, organisation from account where id = ? and not disabled")) {
            select.setObject(1, account);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Viewer(account, roles(row), row.getObject("person", UUID.class), row.getObject("organisation", UUID.class)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the account %s cannot be looked up".formatted(account), e);
        }
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("roles").getArray()).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
