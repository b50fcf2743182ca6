package zhicheng.server.trail;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import zhicheng.server.account.BlindIndex;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;

/** In the trail of the account that asks, with the index and never the number; and in the security log, with how often it asked within the hour. */
@Singleton
final class TrailedQuestions implements ProtectedQuestions {
    static final String ACT = "FIND_BY_IDENTITY";
    private static final Duration COUNTED = Duration.ofHours(1);

    private final TransactionOperations<Connection> transactions;
    private final SecurityLog security;

    TrailedQuestions(TransactionOperations<Connection> transactions, SecurityLog security) {
        this.transactions = transactions;
        this.security = security;
    }

    @Override
    public void write(Viewer actor, Instant at, List<BlindIndex> sought, String request) {
        var entry = Acts.entry(actor, ACT, at, Map.of("purpose", "filter", "identityIndex", sought.stream().map(BlindIndex::hex).toList(), "request", request, "clauses", List.of()));
        long times = transactions.executeWrite(status -> {
            try {
                var tx = status.getConnection();
                Chain.ACCOUNT.add(tx, actor.account(), entry, at);
                return Sql.one(tx, row -> row.getLong(1), "select count(*) from trail where subject = ? and act = ? and at > ?", actor.account(), ACT, at.minus(COUNTED)).orElseThrow();
            } catch (SQLException e) {
                throw new IllegalStateException("a question by a protected field was not written down, and is not answered", e);
            }
        });
        security.asked("identityNumber", actor.account(), times, request);
    }
}
