package zhicheng.server.dossier;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Told;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Text;

/** A person keeps what he tells of himself, for any number of questions and dossiers (业绩档案库, B24-3.1). A dossier that was submitted does not change with it. */
@Singleton
public final class SaveProfile {
    private final Acts acts;
    private final Regions regions;
    private final SealedChanges changes;
    private final TransactionOperations<Connection> transactions;

    SaveProfile(Acts acts, Regions regions, SealedChanges changes, TransactionOperations<Connection> transactions) {
        this.acts = acts;
        this.transactions = transactions;
        this.regions = regions;
        this.changes = changes;
    }

    /** @param version the version that he has before him; null where there is no profile yet */
    public record Input(String key, Integer version, Map<String, Object> facts) {}

    /** A profile as it is kept; {@code facts} in the shape of {@code CaseInput}. */
    public record Kept(int version, Map<String, Object> facts, Instant updatedAt) {}

    /** One's own profile; empty where nothing was saved yet. */
    public Optional<Kept> kept(Viewer viewer) {
        return transactions.executeRead(status -> {
            try {
                return kept(status.getConnection(), viewer);
            } catch (SQLException e) {
                throw new IllegalStateException("the profile could not be read", e);
            }
        });
    }

    private static Optional<Kept> kept(Connection tx, Viewer viewer) throws SQLException {
        return Sql.one(tx, row -> new Kept(row.getInt("version"), Json.map(row.getString("facts")), row.getObject("updated_at", OffsetDateTime.class).toInstant()),
                "select version, facts::text as facts, updated_at from profile where person = ?", viewer.applicant());
    }

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        if (actor.person() == null) return Acts.Outcome.refused(Refusals.noPerson());
        var asked = new LinkedHashMap<String, Object>();
        asked.put("version", input.version());
        asked.put("facts", input.facts());
        return acts.perform(actor, at, "saveProfile", input.key(), asked, List.of(), tx -> {
            Sql.one(tx, row -> row.getObject(1), "select id from person where id = ? for no key update", actor.person());
            var kept = kept(tx, actor);
            var current = kept.map(Kept::version);
            var findings = new ArrayList<>(problems(input.facts(), at));
            if (!current.equals(Optional.ofNullable(input.version()))) findings.add(stale(input, kept));
            if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
            var more = new LinkedHashMap<>(changes.of(actor.person(), kept.map(Kept::facts).orElse(Map.of()), input.facts()));
            more.put("version", current.orElse(0) + 1);
            more.put("told", input.facts().keySet().stream().sorted().toList());
            more.put("clauses", List.of("B24-3.1"));
            var entry = Acts.entry(actor, "SAVE_PROFILE", at, more);
            Sql.writeOne(tx, """
                    insert into profile (person, version, facts, updated_at) values (?, 1, ?::jsonb, ?)
                    on conflict (person) do update set version = profile.version + 1, facts = excluded.facts, updated_at = excluded.updated_at""",
                    actor.person(), Json.text(input.facts()), at);
            Chain.PERSON.add(tx, actor.person(), entry, at);
            return new Acts.Outcome(actor.person(), List.of());
        });
    }

    /** What is malformed: a profile serves every region, so an answer fits wherever its question is asked, and is to a question that some region asks. */
    private List<Finding> problems(Map<String, Object> facts, Instant at) {
        return Stream.concat(Stream.concat(Told.unasked(facts, regions.questions()).stream(), Told.assessedTwice(facts).stream()),
                regions.all().stream().flatMap(region -> regions.editions(region.id()).stream()).flatMap(edition -> Told.problems(facts, at, edition).stream()).distinct()).toList();
    }

    /** Two tabs: what stands there now, beside what this one sends. */
    private static Finding stale(Input input, Optional<Kept> kept) {
        return kept.map(now -> Conflict.of("profile.version", input.version(), now.version(), now.facts(), input.facts())).orElseGet(() ->
                Finding.refusal("profile.version", null, Text.of("尚无档案，版本应为空", "there is no profile yet: no version"), Conflict.version(input.version()), "input.version"));
    }
}
