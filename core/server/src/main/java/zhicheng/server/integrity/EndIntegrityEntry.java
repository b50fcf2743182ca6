package zhicheng.server.integrity;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Told;
import zhicheng.server.eligibility.Words;
import zhicheng.server.message.Messages;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/**
 * A bureau ends an entry of the register early, with the reason: from the day named on it no longer stands. What was entered stays, and that it was ended is
 * seen; nothing is ended for days that are past, nothing is made longer, and a longer term is an entry of its own.
 * What was entered by mistake ends, until the day is over on which it begins, with that day: it has stood for nothing.
 */
@Singleton
public final class EndIntegrityEntry {
    private static final int LONGEST = 2000;

    private final Acts acts;
    private final SealedChanges sealed;

    EndIntegrityEntry(Acts acts, SealedChanges sealed) {
        this.acts = acts;
        this.sealed = sealed;
    }

    /** @param until first day on which it no longer stands */
    public record Input(String key, UUID entry, LocalDate until, String reason) {}

    private record Seen(UUID person, String region, String clause, LocalDate from, LocalDate until, UUID decidedBy) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "endIntegrityEntry", input.key(), Map.of("entry", input.entry(), "until", input.until(), "reason", input.reason()), List.of(), tx -> {
            var seen = locked(tx, input.entry(), actor).orElse(null);
            if (seen == null)
                return Acts.Outcome.refused(Finding.refusal("integrity.not-found", null, Text.of("本地区诚信档案中的记录", "an entry of the region's register"), Text.of("没有 " + input.entry(), "there is none called " + input.entry()), "input.entry"));
            var own = Entries.oneself(tx, actor, seen.person());
            if (own.isPresent()) return Acts.Outcome.refused(own.get());
            var findings = new ArrayList<>(Words.problems("integrity.reason", Clause.of(seen.clause()), Text.of("提前终止的原因", "why it ends"), input.reason(), LONGEST, "input.reason"));
            findings.addAll(against(seen, input.until(), at.atZone(When.CHINA).toLocalDate()));
            if (!findings.isEmpty()) return new Acts.Outcome(input.entry(), findings);
            Sql.writeOne(tx, "update integrity_entry set until_day = ?, ended_at = ?, ended_why = ? where id = ?", input.until(), at, input.reason(), input.entry());
            var before = new LinkedHashMap<String, Object>();
            before.put("until", seen.until() == null ? null : seen.until().toString());
            var entry = new LinkedHashMap<String, Object>(sealed.of(seen.person(), before, Map.of("until", input.until().toString(), "endedWhy", input.reason())));
            entry.put("entry", input.entry());
            entry.put("clauses", List.of(seen.clause()));
            Chain.PERSON.add(tx, seen.person(), Acts.entry(actor, "END_INTEGRITY", at, entry), at);
            Messages.write(tx, seen.person(), Messages.Kind.INTEGRITY_ENDED, UUID.randomUUID(), null, Clause.of(seen.clause()), seen.from().equals(input.until())
                    ? Text.of("诚信档案中自 " + seen.from() + " 起的一条记录已撤销", "the entry of the register of integrity against you from " + seen.from() + " on is ended, and stood for nothing")
                    : Text.of("诚信档案中自 " + seen.from() + " 起的一条记录提前终止，自 " + input.until() + " 起失效", "the entry of the register of integrity against you from " + seen.from() + " on stands no longer from " + input.until() + " on"), at, null);
            return new Acts.Outcome(input.entry(), List.of());
        });
    }

    /** The entry, where the actor may read it. */
    private static Optional<Seen> locked(Connection tx, UUID id, Viewer actor) throws SQLException {
        if (actor.organisation() == null) return Optional.empty();
        var region = Entries.region(tx, actor);
        return Sql.one(tx, row -> new Seen(row.getObject("person", UUID.class), row.getString("region"), row.getString("clause"), row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class), row.getObject("decided_by", UUID.class)),
                "select person, region, clause, from_day, until_day, decided_by from integrity_entry where id = ? for no key update", id)
                .filter(seen -> Entries.reads(actor, region.filter(seen.region()::equals).isPresent(), seen.decidedBy()));
    }

    private static List<Finding> against(Seen seen, LocalDate until, LocalDate today) {
        var earliest = seen.from().isBefore(today) ? today : seen.from();
        if (seen.until() != null && !seen.until().isAfter(earliest))
            return List.of(Finding.refusal("integrity.over", null, Text.of("仍在期限内的记录", "an entry that stands"), Text.of("至 " + seen.until() + " 前", "it stands until " + seen.until()), "input.entry"));
        if (until.isBefore(earliest))
            return List.of(Finding.refusal("integrity.until", null, Text.of("不早于 " + earliest, "no earlier than " + earliest), Text.of(until.toString(), until.toString()), "input.until"));
        if (seen.until() != null && !until.isBefore(seen.until()))
            return List.of(Finding.refusal("integrity.longer", null, Text.of("早于 " + seen.until(), "earlier than " + seen.until()), Text.of(until.toString(), until.toString()), "input.until"));
        if (!Told.isDate(until))
            return List.of(Finding.refusal("integrity.until", null, Told.DATES, Text.of(until.toString(), until.toString()), "input.until"));
        return List.of();
    }
}
