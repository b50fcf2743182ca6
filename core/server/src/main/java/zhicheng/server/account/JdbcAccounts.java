package zhicheng.server.account;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The accounts in the database. A row is remembered for {@value #SECONDS} seconds: so long may a disabled account go on. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcAccounts implements Accounts {

    private static final int SECONDS = 3;
    private static final int REMEMBERED = 10_000;

    private record Seen(Optional<Viewer> viewer, long at) {

        boolean isFresh() {
            return System.nanoTime() - at < SECONDS * 1_000_000_000L;
        }
    }

    private final DataSource writer;
    private final ConcurrentHashMap<UUID, Seen> seen = new ConcurrentHashMap<>();

    JdbcAccounts(DataSource writer) {
        this.writer = DelegatingDataSource.unwrapDataSource(writer); // a connection of its own, in no transaction
    }

    @Override
    public Optional<Viewer> viewer(UUID account) {
        var before = seen.get(account);
        if (before != null && before.isFresh())
            return before.viewer();
        var viewer = look(account);
        if (seen.size() >= REMEMBERED)
            seen.values().removeIf(row -> !row.isFresh());
        if (seen.size() < REMEMBERED)
            seen.put(account, new Seen(viewer, System.nanoTime()));
        return viewer;
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
