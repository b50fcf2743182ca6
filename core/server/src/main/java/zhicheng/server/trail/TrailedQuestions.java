package zhicheng.server.trail;

import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhicheng.server.CannotStart;
import zhicheng.server.account.BlindIndex;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.spi.When;

/**
 * In the trail of the account that asks, with the index and never the number; and in the security log, with how often it asked within the hour. The trail is also
 * what is counted, so that the limit holds over all servers: the account's row is locked from the entry on, and of two at once the second sees the first.
 */
@Singleton
final class TrailedQuestions implements ProtectedQuestions {
    static final String ACT = "FIND_BY_IDENTITY";
    private static final Duration COUNTED = Duration.ofHours(1);

    private final TransactionOperations<Connection> transactions;
    private final SecurityLog security;
    private final int allowed;

    /** @param allowed questions of one account within an hour */
    TrailedQuestions(TransactionOperations<Connection> transactions, SecurityLog security, @Value("${zhicheng.identity-questions.an-hour:30}") int allowed) {
        if (allowed < 1) throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED, "zhicheng.identity-questions.an-hour: %d, and it is 1 at least".formatted(allowed));
        this.transactions = transactions;
        this.security = security;
        this.allowed = allowed;
    }

    @Override
    public void write(Viewer actor, Instant at, BlindIndex sought, String request) {
        var entry = Acts.entry(actor, ACT, at, Map.of("purpose", "filter", "identityIndex", List.of(sought.hex()), "request", request, "clauses", List.of()));
        try {
            long times = transactions.executeWrite(status -> {
                try {
                    var tx = status.getConnection();
                    Chain.ACCOUNT.add(tx, actor.account(), entry, at);
                    full(tx, actor, at).ifPresent(until -> {
                        throw new TooMany("%d questions by identity number within an hour are allowed (zhicheng.identity-questions.an-hour), and these were asked: the next may be asked at %s"
                                .formatted(allowed, until.atZone(When.CHINA).toOffsetDateTime()));
                    });
                    return Sql.one(tx, row -> row.getLong(1), "select count(*) from trail where subject = ? and act = ? and at > ?", actor.account(), ACT, at.minus(COUNTED)).orElseThrow();
                } catch (SQLException e) {
                    throw new IllegalStateException("a question by a protected field was not written down, and is not answered", e);
                }
            });
            security.asked("identityNumber", actor.account(), times, request);
        } catch (TooMany refused) {
            security.refused("too often", actor.account(), "identityNumber", request);
            throw refused;
        }
    }

    /** Until when there is no room for this one, which is the newest: an hour after the oldest of as many as are allowed before it. */
    private Optional<Instant> full(Connection tx, Viewer actor, Instant at) throws SQLException {
        return Sql.one(tx, row -> row.getObject(1, OffsetDateTime.class).toInstant().plus(COUNTED),
                "select at from trail where subject = ? and act = ? and at > ? order by at desc, seq desc offset ? limit 1", actor.account(), ACT, at.minus(COUNTED), allowed);
    }
}
