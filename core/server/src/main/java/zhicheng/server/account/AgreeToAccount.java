package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.Text;

/** Somebody agrees that a body makes one account in his name: who has one already is given another by nobody without it (J24-4.3). */
@Singleton
public final class AgreeToAccount {
    private static final List<String> RULES = List.of("account_consent_stands_once");

    private final Acts acts;
    private final Policies policies;

    AgreeToAccount(Acts acts, Policies policies) {
        this.acts = acts;
        this.policies = policies;
    }

    /** @param organisation the body that makes it: one's unit, or the bureau that takes a new unit in */
    public record Input(String key, UUID organisation) {}

    private record Seen(String region, boolean stands) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        if (actor.person() == null) return Acts.Outcome.refused(Refusals.noPerson());
        return acts.perform(actor, at, "agreeToAccount", input.key(), Map.of("organisation", input.organisation()), RULES, tx -> {
            Sql.one(tx, row -> row.getObject(1), "select id from person where id = ? for no key update", actor.person());
            var seen = Sql.one(tx, row -> new Seen(row.getString("region"), row.getBoolean("stands")), """
                    select o.region, exists (select from account_consent c where c.person = ? and c.organisation = o.id and c.used_at is null) as stands from organisation o where o.id = ?""",
                    actor.person(), input.organisation()).orElse(null);
            if (seen == null) return Acts.Outcome.refused(Finding.refusal("organisation.not-found", null, Text.of("已登记的单位", "an organisation that is known here"),
                    Text.of("没有 " + input.organisation(), "there is none called " + input.organisation()), "input.organisation"));
            if (seen.stands()) return Acts.Outcome.refused(Finding.refusal("consent.stands", null, Text.of("一次同意只用于一个账号", "one consent for one account"),
                    Text.of("已同意，尚未使用", "he has agreed, and it is not used yet"), "input.organisation").remedy(Text.of("由该单位建立账号", "have that body make it"), null));
            var id = UUID.randomUUID();
            Sql.writeOne(tx, "insert into account_consent (id, person, organisation, given_at) values (?, ?, ?, ?)", id, actor.person(), input.organisation(), at);
            Chain.PERSON.add(tx, actor.person(), Acts.entry(actor, "AGREE_TO_ACCOUNT", at, Map.of("consent", id, "by", input.organisation(), "clauses", policies.own(seen.region()))), at);
            return new Acts.Outcome(id, List.of());
        });
    }
}
