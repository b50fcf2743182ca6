package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;

/** The administrator makes one more account of a body, in the capacities that he names; somebody who is known is not asked whether he agrees ({@link AgreeToAccount}), and is told. */
@Singleton
public final class CreateBodyAccount {
    private static final List<String> RULES = List.of(NewAccount.RULE, People.RULE);

    private final Acts acts;
    private final NewAccount accounts;
    private final People people;

    CreateBodyAccount(Acts acts, NewAccount accounts, People people) {
        this.acts = acts;
        this.accounts = accounts;
        this.people = people;
    }

    /**
     * @param person who answers for what is done in it
     */
    public record Input(String key, UUID body, String account, List<Role> capacities, Responsible person) {}

    private record Seen(String kind, String region, String areaCode) {}

    public Made perform(Viewer actor, Visitor visitor, Instant at, Input input) {
        var asked = Map.of("body", input.body(), "account", input.account(), "capacities", input.capacities(), "person", people.asked(input.person()));
        return Made.of(acts.perform(actor, at, "createBodyAccount", input.key(), asked, RULES, tx -> {
            var seen = Sql.one(tx, row -> new Seen(row.getString("kind"), row.getString("region"), row.getString("area_code")), "select kind, region, area_code from organisation where id = ? for no key update", input.body())
                    .filter(one -> !Capacities.ofBody(one.kind()).isEmpty()).orElse(null);
            if (seen == null || SeenAccount.acting(tx, actor).isEmpty()) return Acts.Outcome.refused(Refusals.noBody(input.body(), "input.body"));
            var findings = new ArrayList<Finding>();
            Capacities.wrong(seen.kind(), input.capacities()).ifPresent(findings::add);
            Capacities.wrongLevel(seen.areaCode(), input.capacities()).ifPresent(findings::add);
            accounts.wrongName(tx, input.account(), "input.account").ifPresent(findings::add);
            findings.addAll(people.problems(input.person(), seen.region()));
            if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
            var person = people.responsible(tx, actor, visitor, at, input.person(), input.body(), seen.region(), "createBodyAccount", "CREATE_BODY_ACCOUNT_REFUSED");
            if (person.refused() != null) return person.refused();
            var both = People.both(tx, person.id(), input.capacities(), "input.capacities");
            if (both.isPresent()) return Acts.Outcome.refused(both.get());
            var account = UUID.randomUUID();
            var roles = input.capacities().stream().distinct().sorted().toList();
            accounts.make(tx, account, input.account(), person.id(), input.body(), roles, at, input.body(), actor.account() + " " + input.key());
            var more = new LinkedHashMap<String, Object>(Map.of("account", account, "person", person.id(), "capacities", roles.stream().map(Enum::name).toList(), "clauses", List.of()));
            if (person.known()) more.putAll(people.made(tx, actor, person.id(), account, input.body(), List.of(), at));
            Chain.ORGANISATION.add(tx, input.body(), Acts.entry(actor, "CREATE_BODY_ACCOUNT", at, more), at);
            return new Acts.Outcome(input.body(), List.of());
        }), accounts, actor.account() + " " + input.key());
    }
}
