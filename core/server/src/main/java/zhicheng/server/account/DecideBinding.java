package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Entitled;
import zhicheng.server.dossier.Restorable;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.message.Messages;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Findings;
import zhicheng.server.trail.Json;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/** What confirming, refusing and ending a binding have in common: whose it is, in which state, and what is written of it. */
@Singleton
final class DecideBinding {
    private final Policies policies;
    private final SecurityLog security;

    DecideBinding(Policies policies, SecurityLog security) {
        this.policies = policies;
        this.security = security;
    }

    /** @param reason null: not said */
    record Input(String key, UUID binding, int version, String reason) {
        Map<String, Object> asked() {
            var asked = new LinkedHashMap<String, Object>();
            asked.put("binding", binding);
            asked.put("version", version);
            asked.put("reason", reason);
            return asked;
        }
    }

    /** Whether the actor acts for the unit of the binding. */
    static boolean isUnits(Viewer actor, SeenBinding seen) {
        return actor.organisation() != null && actor.organisation().equals(seen.organisation());
    }

    /** Somebody else's is answered as if it were not there, and the attempt is written down (J24-4.3). */
    Acts.Outcome notOwn(Connection tx, Viewer actor, Visitor visitor, Instant at, String act, UUID binding) throws SQLException {
        var finding = SeenBinding.notFound(binding);
        Chain.ACCOUNT.add(tx, actor.account(), Acts.entry(actor, act + "_REFUSED", at, Map.of("binding", binding, "findings", Findings.json(List.of(finding)),
                "clauses", actor.organisation() == null ? List.of() : policies.own(policies.region(tx, actor)))), at);
        security.refused("unit", actor.account(), act, visitor.request());
        return Acts.Outcome.refused(finding);
    }

    /** Writes the new state, the person's employer where it changes, and the trail. */
    Acts.Outcome write(Connection tx, Viewer actor, Instant at, String act, SeenBinding seen, String state, String reason, Optional<UUID> employer) throws SQLException {
        Sql.writeOne(tx, """
                update binding set state = ?, reason = coalesce(?, reason), decided_at = coalesce(decided_at, ?), ended_at = case when ? = 'ENDED' then ?::timestamptz end, version = version + 1
                where id = ?""", state, reason, at, state, at, seen.id());
        var clears = seen.isEmploying() && state.equals("ENDED") && seen.organisation().equals(seen.employer());
        if (employer.isPresent() || clears) Sql.writeOne(tx, "update person set employer = ? where id = ?", employer.orElse(null), seen.person());
        var more = new LinkedHashMap<String, Object>();
        more.put("binding", seen.id());
        more.put("of", seen.organisation());
        more.put("ground", seen.ground());
        more.put("state", Map.of("before", seen.state(), "after", state));
        more.put("reason", reason);
        more.put("clauses", policies.acts(seen.region(), seen.ground()));
        Chain.PERSON.add(tx, seen.person(), Acts.entry(actor, act, at, more), at);
        return new Acts.Outcome(seen.id(), List.of());
    }

    /** One is employed on one ground at a time: another one is confirmed, and the earlier binding is over by that. */
    void replaced(Connection tx, Viewer actor, Instant at, SeenBinding earlier) throws SQLException {
        write(tx, actor, at, "END_BINDING", earlier, "ENDED", null, Optional.empty());
    }

    /** What lies with the unit, or comes back to it: a dossier, the title applied for, and what its applicant can do about it. */
    private record Lies(UUID dossier, String title, Text again) {}

    /**
     * The person is told that the unit ended it; and, where no other binding to it stands, that it acts for him no more, and what he can do about what lies with it: the message leads there where it is one dossier, and names them
     * where they are several.
     */
    void tell(Connection tx, SeenBinding seen, Instant at) throws SQLException {
        var unit = Sql.one(tx, row -> row.getString(1), "select name from organisation where id = ?", seen.organisation()).orElseThrow();
        var bound = Sql.one(tx, row -> row.getBoolean(1), "select exists (select from binding where person = ? and organisation = ? and state = 'CONFIRMED' and id <> ?)", seen.person(), seen.organisation(), seen.id()).orElseThrow();
        var ground = seen.ground().label();
        var lies = bound ? List.<Lies>of() : lies(tx, seen, at);
        Messages.write(tx, seen.person(), Messages.Kind.BINDING_ENDED, seen.id(), lies.size() == 1 ? lies.getFirst().dossier() : null, policies.acts(seen.region(), seen.ground()).stream().findFirst().map(Clause::of).orElse(null),
                bound ? Text.of("“" + unit + "”已解除与您的绑定（" + ground.zh() + "）；您与其仍有其他绑定", "“" + unit + "” ended your binding to it that rests on " + ground.en() + "; another binding to it stands")
                        : Text.of("“" + unit + "”已解除与您的绑定，不再为您公示、推荐" + then(lies, "、", "；经其申报的%s，请%s", Text::zh),
                                "“" + unit + "” ended your binding to it, and neither publishes nor recommends for you" + then(lies, ", ", "; for %s %s", Text::en)), at, null);
    }

    /** @param says what to do about them; nothing where there is none */
    private static String then(List<Lies> lies, String and, String says, Function<Text, String> words) {
        return lies.stream().collect(Collectors.groupingBy(Lies::again, LinkedHashMap::new, Collectors.mapping(one -> "“" + one.title() + "”", Collectors.joining(and)))).entrySet().stream()
                .map(one -> says.formatted(one.getValue(), words.apply(one.getKey()))).collect(Collectors.joining());
    }

    /** What he handed in through the unit and for which it still had to act: with the bodies above its recommendation stands as it was given. */
    private static List<Lies> lies(Connection tx, SeenBinding seen, Instant at) throws SQLException {
        var lies = new ArrayList<Lies>();
        for (var one : Json.list(Sql.one(tx, row -> row.getString(1), """
                select coalesce(json_agg(json_build_object('dossier', d.id, 'title', d.title) order by d.submitted_at, d.id), '[]')::text from dossier d
                where d.applicant = ? and d.employer = ? and d.stage in ('SUBMITTED', 'EMPLOYER_REVIEW', 'RETURNED', 'EMPLOYER_PUBLICITY', 'PUBLICITY_OBJECTION', 'RECOMMENDED') and d.deleted_at is null
                    and (select s.unit from dossier_step s where s.dossier = d.id order by s.seq desc limit 1) = d.employer""", seen.person(), seen.organisation()).orElseThrow())) {
            var dossier = UUID.fromString((String) one.get("dossier"));
            lies.add(new Lies(dossier, (String) one.get("title"), Entitled.again(tx, dossier, at)));
        }
        return lies;
    }

    /** What is wrong with a reason; empty where it is one, or none is asked for and none was given. */
    static Optional<Finding> wrongReason(String reason, boolean isAsked) {
        if (reason == null && !isAsked) return Optional.empty();
        return Words.problems("input", null, Text.of("理由", "a reason"), reason, 500, "input.reason").stream().findFirst();
    }
}
