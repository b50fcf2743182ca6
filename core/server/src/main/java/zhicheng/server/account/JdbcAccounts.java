package zhicheng.server.account;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import zhicheng.server.Away;

/**
 * The accounts in the database. A row is remembered for {@value #SECONDS} seconds: so long may an account go on that was disabled, or by a token that was revoked; what it would outlast by is asked for anew ({@link SeenAccount#acting}). One that is in use is
 * looked up anew a second before, while requests go on with what is remembered, so that they do not wait. Looked up is in the database that is written, never in a
 * replica: where that does not answer, whoever signs in is sent away with {@link AccountsAway}.
 */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcAccounts implements Accounts {

    private static final int SECONDS = 3;
    private static final int REMEMBERED = 10_000;

    private final DataSource writer;
    private final Duration patience;
    private final AsyncLoadingCache<UUID, Optional<Known>> seen;

    /** @param tokensFrom tokens issued before are revoked; the beginning of time where none are */
    private record Known(Viewer viewer, Instant tokensFrom) {}

    /** @param patience so long a look-up may take, then whoever asks is sent away: shorter than one waits for a connection of the pool */
    JdbcAccounts(DataSource writer, @Named(TaskExecutors.BLOCKING) ExecutorService threads, @Value("${zhicheng.accounts.patience:2s}") Duration patience) {
        this.patience = patience;
        this.writer = DelegatingDataSource.unwrapDataSource(writer); // a connection of its own, in no transaction
        this.seen = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .refreshAfterWrite(Duration.ofSeconds(SECONDS - 1))
                .expireAfterWrite(Duration.ofSeconds(SECONDS))
                .executor(threads)
                .buildAsync(this::look);
    }

    @Override
    public CompletableFuture<Optional<Viewer>> viewer(UUID account, Instant issued) {
        return seen.get(account).thenApply(known -> known.filter(one -> !issued.isBefore(one.tokensFrom())).map(Known::viewer))
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).exceptionallyCompose(fault -> CompletableFuture.failedFuture(isAway(fault) ? new AccountsAway(fault) : fault));
    }

    private static boolean isAway(Throwable fault) {
        return fault instanceof TimeoutException || Away.is(fault);
    }

    private Optional<Known> look(UUID account) {
        try (var connection = writer.getConnection();
                var select = connection.prepareStatement(
                        "select id, roles, person, organisation, tokens_from from account where id = ? and not disabled")) {
            select.setObject(1, account);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(new Known(SeenAccount.viewer(row, "id"), tokensFrom(row))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the account %s cannot be looked up".formatted(account), e);
        }
    }

    private static Instant tokensFrom(ResultSet row) throws SQLException {
        var from = row.getObject("tokens_from", OffsetDateTime.class);
        return from == null ? Instant.MIN : from.toInstant();
    }
}
