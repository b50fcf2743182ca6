package zhicheng.server.file;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.database.Sql;

/** What was brought to this server's folder and fetched by nobody is thrown away, once in a while: a day after it came, and never while an address to bring it to is good. */
@Singleton
@Requires(beans = DataSource.class, missingProperty = S3Settings.BUCKET)
public final class UnclaimedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(UnclaimedFiles.class);
    private static final Duration WAITS = Duration.ofDays(1);

    private final LocalFiles files;
    private final SystemTime time;
    private final Duration waits;
    private final TransactionOperations<Connection> transactions;

    UnclaimedFiles(LocalFiles files, FileSettings settings, SystemTime time, TransactionOperations<Connection> transactions) {
        this.files = files;
        this.time = time;
        this.waits = WAITS.compareTo(settings.uploadWithin()) < 0 ? settings.uploadWithin() : WAITS;
        this.transactions = transactions;
    }

    /** Looks through what waits; a file that cannot be read or thrown away is looked at again the next time. */
    @Scheduled(fixedDelay = "${zhicheng.files.sweep-every:1h}", initialDelay = "${zhicheng.files.sweep-every:1h}")
    public void sweep() {
        try {
            files.sweep(time.now().minus(waits), this::isNamed);
        } catch (IOException e) {
            LOG.warn("what nobody fetched could not be thrown away: {}", e.toString());
        }
    }

    /** Whether somebody's file has these bytes. */
    private boolean isNamed(String sha256) {
        return transactions.executeRead(status -> {
            try {
                return Sql.one(status.getConnection(), row -> row.getBoolean(1), """
                        select exists (select from evidence_file where sha256 = ? and received_at is not null) or exists (select from case_file where sha256 = ? and received_at is not null)""",
                        HexFormat.of().parseHex(sha256), HexFormat.of().parseHex(sha256)).orElseThrow();
            } catch (SQLException e) {
                throw new IllegalStateException("whose bytes these are could not be read", e);
            }
        });
    }
}
