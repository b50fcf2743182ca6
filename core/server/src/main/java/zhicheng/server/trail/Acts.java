package zhicheng.server.trail;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.postgresql.util.PSQLException;
import zhicheng.server.Busy;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.spi.Text;

/**
 * How every mutation runs: once per account and key, in one transaction, look, decide, write. The same key and input brings the first outcome
 * again, another input is a finding, a second one at the same time waits for the first; a fault, and a wait that is given up ({@link Busy}), leave no key.
 *
 * <p>Official time is that of the request's arrival, handed in: who has to wait for a connection or a lock is not late. Locks are taken
 * in one order: the key, the subject's row, then what hangs on it; the decision is made on what was read after the last wait.
 */
@Singleton
public final class Acts {
    private static final String UNIQUE_VIOLATION = "23505";
    /** A lock that did not come in time, or that each of two waited for. */
    private static final Set<String> HELD = Set.of("55P03", "40P01");

    private final TransactionOperations<Connection> transactions;

    Acts(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** What a mutation came to: what it is about (null where nothing came of it) and every finding. */
    public record Outcome(UUID subject, List<Finding> findings) {
        public static Outcome refused(Finding... findings) {
            return new Outcome(null, List.of(findings));
        }
    }

    /** Look, decide, write, in the transaction that is handed in. May run twice: see {@link Acts#perform}. */
    @FunctionalInterface
    public interface Act {
        Outcome perform(Connection tx) throws SQLException;
    }

    /**
     * @param at the official time at which the request arrived
     * @param key the caller's own, unique per account, 1 to 200 characters
     * @param input the coerced input without the key
     * @param rules names of constraints that are rules: when one refuses the write, the act looks and decides again
     */
    public Outcome perform(Viewer actor, Instant at, String mutation, String key, Map<String, ?> input, List<String> rules, Act act) {
        var length = key.codePointCount(0, key.length());
        if (key.isBlank() || length > 200 || key.indexOf('\0') >= 0)
            return Outcome.refused(Finding.refusal("key", null, Text.of("1 至 200 个字符的幂等键", "an idempotency key of 1 to 200 characters"),
                    Text.of(length + " 个字符", length + " characters"), "input.key"));
        var hash = hash(mutation, input);
        return transactions.executeWrite(status -> {
            try {
                var tx = status.getConnection();
                var earlier = claim(tx, actor, key, mutation, hash, at);
                if (earlier != null) return earlier;
                var outcome = twiceAtMost(tx, rules, act);
                keep(tx, actor.account(), key, outcome);
                return outcome;
            } catch (SQLException e) {
                if (HELD.contains(String.valueOf(e.getSQLState())))
                    throw new Busy("another request holds what %s needs: nothing was done; try again, with the same idempotency key".formatted(mutation), e);
                throw new IllegalStateException(mutation + " failed", e);
            }
        });
    }

    /** A step of an act that needs no account, or that is taken before its key is: in one transaction. */
    @FunctionalInterface
    public interface Step<T> {
        T take(Connection tx) throws SQLException;
    }

    /**
     * For acts by which somebody comes in. They have no account under which a key could be kept: what they make is found again by the hash of their key, which
     * the client makes at random; that is for each of them to see to.
     */
    public <T> T open(String mutation, Step<T> step) {
        return transactions.executeWrite(status -> {
            try {
                return step.take(status.getConnection());
            } catch (SQLException e) {
                if (HELD.contains(String.valueOf(e.getSQLState())))
                    throw new Busy("another request holds what %s needs: nothing was done; try again".formatted(mutation), e);
                throw new IllegalStateException(mutation + " failed", e);
            }
        });
    }

    /**
     * Takes the key, waiting for whoever has it at the same time; the first outcome where it was used already. The account stays the actor's person's until the
     * transaction ends: whose it is may just have been found out (CarryOver), and what he was remembered as is nobody any more; or it was closed, and is remembered for some seconds (CloseAccount).
     */
    private static Outcome claim(Connection tx, Viewer actor, String key, String mutation, byte[] hash, Instant at) throws SQLException {
        if (Sql.write(tx, """
                insert into idempotency (account, key, mutation, input_hash, at)
                select ?, ?, ?, ?, ? from account where id = ? and person is not distinct from ?::uuid and organisation is not distinct from ?::uuid and not disabled for key share on conflict do nothing""",
                actor.account(), key, mutation, hash, at, actor.account(), actor.person(), actor.organisation()) == 1) return null;
        return Sql.one(tx, row -> Arrays.equals(row.getBytes(1), hash)
                        ? outcome(Json.map(row.getString(2)))
                        : Outcome.refused(Finding.refusal("key", null, Text.of("同一幂等键只用于同一请求", "one idempotency key for one request"),
                                Text.of("此键已用于另一请求", "this key was used for another request"), "input.key")),
                "select input_hash, outcome::text from idempotency where account = ? and key = ?", actor.account(), key)
                .orElseThrow(() -> new Busy("it has just been found out whose account this is, or it was closed: nothing was done; try again, with the same idempotency key", null));
    }

    /** What this key and input brought already, for an act that asks somebody outside before it takes its key; empty where they brought nothing. */
    public static Optional<Outcome> earlier(Connection tx, UUID account, String mutation, String key, Map<String, ?> input) throws SQLException {
        return Sql.one(tx, row -> outcome(Json.map(row.getString(1))), "select outcome::text from idempotency where account = ? and key = ? and input_hash = ?", account, key, hash(mutation, input));
    }

    private static byte[] hash(String mutation, Map<String, ?> input) {
        return Json.sha256(Json.canonical(Map.of("mutation", mutation, "input", Json.plain(input))));
    }

    private static Outcome twiceAtMost(Connection tx, List<String> rules, Act act) throws SQLException {
        var savepoint = tx.setSavepoint();
        try {
            return act.perform(tx);
        } catch (PSQLException e) {
            var violated = e.getServerErrorMessage() == null ? null : e.getServerErrorMessage().getConstraint();
            if (!UNIQUE_VIOLATION.equals(e.getSQLState()) || !rules.contains(violated)) throw e;
            tx.rollback(savepoint);
            return act.perform(tx);
        }
    }

    private static void keep(Connection tx, UUID account, String key, Outcome outcome) throws SQLException {
        var json = new LinkedHashMap<String, Object>();
        json.put("subject", outcome.subject() == null ? null : outcome.subject().toString());
        json.put("findings", Findings.json(outcome.findings()));
        Sql.write(tx, "update idempotency set outcome = ?::jsonb where account = ? and key = ?", Json.text(json), account, key);
    }

    @SuppressWarnings("unchecked")
    private static Outcome outcome(Map<String, Object> json) {
        var subject = (String) json.get("subject");
        return new Outcome(subject == null ? null : UUID.fromString(subject),
                ((List<Map<String, Object>>) json.get("findings")).stream().map(Findings::of).toList());
    }

    /**
     * One entry of the trail: who did what, when, in which capacity ({@link Viewer#capacity}: what an expert does otherwise than as one is no expert's act), by which clauses.
     *
     * @param more what else belongs to the act: {@code clauses}, ids of those by which it was done; where a thing changes, under its name what it was and became
     *     ({@link Json#change}), and what a person tells of himself as ciphertext ({@link SealedChanges}); findings, hashes; never a protected field in plain
     */
    public static byte[] entry(Viewer actor, String act, Instant at, Map<String, ?> more) {
        return entry(actor.account(), actor.person(), actor.organisation(), actor.capacity().stream().map(Enum::name).sorted().toList(), act, at, more);
    }

    /** One of what came about by itself, when its day came or by what was done elsewhere, by the clauses that it cites: nobody did it, for nobody, in no capacity. */
    public static byte[] entry(String act, Instant at, Map<String, ?> more) {
        return entry(null, null, null, List.of(), act, at, more);
    }

    private static byte[] entry(UUID account, UUID person, UUID organisation, List<String> capacity, String act, Instant at, Map<String, ?> more) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("act", act);
        entry.put("actor", account);
        entry.put("person", person);
        entry.put("organisation", organisation);
        entry.put("capacity", capacity);
        entry.put("at", at.toString());
        entry.putAll(more);
        return Json.canonical(entry);
    }
}
