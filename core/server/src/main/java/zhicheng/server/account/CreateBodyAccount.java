package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;

/** The administrator makes one more account of a body, in the capacities that he names. */
@Singleton
public final class CreateBodyAccount {
    private static final List<String> RULES = List.of(NewAccount.RULE);

    private final Acts acts;
    private final NewAccount accounts;

    CreateBodyAccount(Acts acts, NewAccount accounts) {
        this.acts = acts;
        this.accounts = accounts;
    }

    public record Input(String key, UUID body, String account, List<Role> capacities) {}

    public Made perform(Viewer actor, Instant at, Input input) {
        var asked = Map.of("body", input.body(), "account", input.account(), "capacities", input.capacities());
        return Made.of(acts.perform(actor, at, "createBodyAccount", input.key(), asked, RULES, tx -> {
            var kind = Sql.one(tx, row -> row.getString(1), "select kind from organisation where id = ? for no key update", input.body()).filter(one -> !Capacities.ofBody(one).isEmpty());
            if (kind.isEmpty()) return Acts.Outcome.refused(Refusals.noBody(input.body(), "input.body"));
            var findings = new ArrayList<Finding>();
            Capacities.wrong(kind.get(), input.capacities()).ifPresent(findings::add);
            accounts.wrongName(tx, input.account(), "input.account").ifPresent(findings::add);
            if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
            var account = UUID.randomUUID();
            var roles = input.capacities().stream().distinct().sorted().toList();
            accounts.make(tx, account, input.account(), null, input.body(), roles, at, input.body(), actor.account() + " " + input.key());
            Chain.ORGANISATION.add(tx, input.body(), Acts.entry(actor, "CREATE_BODY_ACCOUNT", at, Map.of("account", account, "capacities", roles.stream().map(Enum::name).toList(), "clauses", List.of())), at);
            return new Acts.Outcome(input.body(), List.of());
        }), accounts, actor.account() + " " + input.key());
    }
}
