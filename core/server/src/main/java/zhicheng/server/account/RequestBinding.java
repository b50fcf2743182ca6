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
import zhicheng.spi.AccountPolicy.Ground;
import zhicheng.spi.Text;

/** A person asks a unit to stand for him, on a ground that his region's notice knows (B24-3.2, X24-3.1.2, J24-2.2b). */
@Singleton
public final class RequestBinding {
    private static final List<String> RULES = List.of("binding_stands_once");

    private final Acts acts;
    private final Policies policies;

    RequestBinding(Acts acts, Policies policies) {
        this.acts = acts;
        this.policies = policies;
    }

    public record Input(String key, UUID organisation, Ground ground) {}

    /** The unit, the person's name, and whether one stands already. */
    private record Seen(String region, String kind, String name, boolean stands) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        if (actor.person() == null) return Acts.Outcome.refused(Refusals.noPerson());
        return acts.perform(actor, at, "requestBinding", input.key(), Map.of("organisation", input.organisation(), "ground", input.ground()), RULES, tx -> {
            Sql.one(tx, row -> row.getObject(1), "select id from person where id = ? for no key update", actor.person());
            var seen = Sql.one(tx, row -> new Seen(row.getString("region"), row.getString("kind"), row.getString("name"), row.getBoolean("stands")), """
                    select o.region, o.kind, p.name, exists (select from binding b where b.person = p.id and b.organisation = o.id and b.ground = ? and b.state in ('REQUESTED', 'CONFIRMED')) as stands
                    from organisation o, person p where o.id = ? and p.id = ?""", input.ground().name(), input.organisation(), actor.person()).orElse(null);
            if (seen == null) return Acts.Outcome.refused(Finding.refusal("organisation.not-found", null, Text.of("已登记的单位", "an organisation that is known here"),
                    Text.of("没有 " + input.organisation(), "there is none called " + input.organisation()), "input.organisation"));
            var unchecked = RealNameFirst.closed(tx, actor.person(), policies.policy(seen.region()));
            if (unchecked.isPresent()) return Acts.Outcome.refused(unchecked.get());
            var wrong = policies.wrongGround(seen.region(), input.ground());
            if (wrong.isPresent()) return Acts.Outcome.refused(wrong.get());
            var wrongUnit = SeenBinding.wrongUnit(seen.kind(), input.ground(), "input.organisation");
            if (wrongUnit.isPresent()) return Acts.Outcome.refused(wrongUnit.get());
            if (seen.stands()) return Acts.Outcome.refused(Finding.refusal("binding.stands", null, Text.of("同一依据只绑定一次", "one binding on one ground"), Text.of("已申请或已绑定", "it was asked for, or stands"), "input.organisation"));
            var id = UUID.randomUUID();
            Sql.writeOne(tx, "insert into binding (id, person, organisation, region, ground, state, name, asked_at, made_up) select ?, ?, ?, ?, ?, 'REQUESTED', ?, ?, p.made_up from person p where p.id = ?",
                    id, actor.person(), input.organisation(), seen.region(), input.ground().name(), seen.name(), at, actor.person());
            Chain.PERSON.add(tx, actor.person(), Acts.entry(actor, "REQUEST_BINDING", at, Map.of("binding", id, "of", input.organisation(), "ground", input.ground(),
                    "clauses", policies.acts(seen.region(), input.ground()))), at);
            return new Acts.Outcome(id, List.of());
        });
    }
}
