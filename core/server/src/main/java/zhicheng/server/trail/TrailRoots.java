package zhicheng.server.trail;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.database.Sql;

/**
 * Every few minutes the heads of all chains that grew come under a signed root, so that a cut tail or a missing chain shows; once, however many servers there are.
 *
 * <p>What is under no root yet stands in {@code trail_waiting}, written in the transaction of the entry: no time and no number that is given out before a commit
 * decides what a root covers. One lock of the database's lets one server at a time make a root; another that wants to meanwhile leaves it.
 */
@Singleton
@Requires(beans = DataSource.class)
public final class TrailRoots {
    /** Whoever makes a root holds this advisory lock. */
    static final long LOCK = 0x7a63_7472_6169_6c31L;
    private static final Logger LOG = LoggerFactory.getLogger(TrailRoots.class);
    private static final int AT_A_TIME = 1_000;

    private final TransactionOperations<Connection> transactions;
    private final OfficialClock clock;
    private final TrailKey key;
    private final Duration every;

    TrailRoots(TransactionOperations<Connection> transactions, OfficialClock clock, TrailKey key, @Value("${zhicheng.trail.root-every:5m}") Duration every) {
        this.transactions = transactions;
        this.clock = clock;
        this.key = key;
        this.every = every;
    }

    /** A root, unless another server has made one within the interval. */
    @Scheduled(fixedDelay = "${zhicheng.trail.root-every:5m}", initialDelay = "${zhicheng.trail.root-every:5m}")
    void tick() {
        make(every);
    }

    /** @return empty where nothing was done since the last root, or another server is making one */
    public Optional<TrailRoot> make() {
        return make(Duration.ZERO);
    }

    /** @param apart none is made before the last one is so old; zero: whenever it was made */
    private Optional<TrailRoot> make(Duration apart) {
        var at = clock.now();
        var made = transactions.executeWrite(status -> {
            try {
                var tx = status.getConnection();
                if (!Sql.one(tx, row -> row.getBoolean(1), "select pg_try_advisory_xact_lock(?)", LOCK).orElseThrow()) return Optional.<TrailRoot>empty();
                var last = last(tx);
                if (!apart.isZero() && last.map(root -> at.isBefore(root.at().plus(apart))).orElse(false)) return Optional.<TrailRoot>empty();
                return make(tx, last, key, at);
            } catch (SQLException e) {
                throw new IllegalStateException("no root over the trail could be made", e);
            }
        });
        made.ifPresent(root -> LOG.info("Trail root {} at {}: {} chains grew; {} entries of {} chains in all; hash {}",
                root.number(), root.at(), root.leaves(), root.entries(), root.subjects(), root.hash()));
        return made;
    }

    /**
     * A root over everything that is under none, in a transaction that holds {@link #LOCK}, the lock being older than what the transaction sees.
     *
     * @return empty where there is nothing
     */
    static Optional<TrailRoot> make(Connection tx, TrailKey key, Instant at) throws SQLException {
        return make(tx, last(tx), key, at);
    }

    private static Optional<TrailRoot> make(Connection tx, Optional<TrailRoot> last, TrailKey key, Instant at) throws SQLException {
        var number = last.map(TrailRoot::number).orElse(0L) + 1;
        var leaves = Sql.write(tx, """
                with taken as (delete from trail_waiting returning subject, seq),
                grown as (select g.subject, max(g.seq) as seq, coalesce((select max(l.seq) from trail_leaf l where l.subject = g.subject), 0) as after from taken g group by g.subject)
                insert into trail_leaf (root, subject, after, seq, head)
                select ?, t.subject, g.after, t.seq, t.head from grown g join trail t on (t.subject, t.seq) = (g.subject, g.seq) where g.seq > g.after""", number);
        if (leaves == 0) return Optional.empty();
        var tree = new MerkleTree();
        long subjects = last.map(TrailRoot::subjects).orElse(0L);
        long entries = last.map(TrailRoot::entries).orElse(0L);
        try (var select = tx.prepareStatement("select subject, after, seq, head from trail_leaf where root = ? order by subject")) {
            select.setFetchSize(AT_A_TIME);
            select.setLong(1, number);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var leaf = new TrailLeaf(rows.getObject(1, UUID.class), rows.getLong(2), rows.getLong(3), rows.getBytes(4));
                    tree.add(leaf.bytes());
                    if (leaf.after() == 0) subjects++;
                    entries += leaf.seq() - leaf.after();
                }
            }
        }
        var before = last.map(TrailRoot::hash).orElse(null);
        var noEarlier = last.map(TrailRoot::at).filter(at::isBefore).orElse(at);
        var root = new TrailRoot(number, noEarlier, before, HexFormat.of().formatHex(tree.root()), leaves, subjects, entries, key.fingerprint());
        var statement = root.statement();
        Sql.writeOne(tx, "insert into trail_root (number, before, hash, statement, signature, key) values (?, ?, ?, ?, ?, ?)", number, before == null ? null : HexFormat.of().parseHex(before),
                Json.sha256(statement), statement, key.sign(statement), key.open().getEncoded());
        return Optional.of(root);
    }

    private static Optional<TrailRoot> last(Connection tx) throws SQLException {
        return Sql.one(tx, row -> TrailRoot.of(row.getBytes(1)), "select statement from trail_root order by number desc limit 1");
    }
}
