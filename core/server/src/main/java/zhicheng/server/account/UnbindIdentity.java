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

/** Somebody no longer logs in by an identity of an outside provider. Not where he has no password: nothing would open his account. */
@Singleton
public final class UnbindIdentity {
    private final Acts acts;

    UnbindIdentity(Acts acts) {
        this.acts = acts;
    }

    public record Input(String key, String provider) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "unbindIdentity", input.key(), Map.of("provider", input.provider()), List.of(), tx -> {
            var account = SeenAccount.locked(tx, actor.account()).orElseThrow();
            var bound = Sql.one(tx, row -> row.getObject(1, UUID.class), "select id from outside_identity where account = ? and provider = ? and ended_at is null", actor.account(), input.provider());
            if (bound.isEmpty()) return Acts.Outcome.refused(Finding.refusal("identity.not-bound", null, Text.of("已绑定的身份", "an identity that is bound"), Text.of("没有", "there is none"), "input.provider"));
            if (account.password() == null) return Acts.Outcome.refused(Finding.refusal("identity.only-way", null, Text.of("账号另有密码", "an account that a password opens too"), Text.of("没有密码", "this one has none"), "input.provider"));
            Sql.writeOne(tx, "update outside_identity set ended_at = ? where id = ?", at, bound.get());
            Chain.ACCOUNT.add(tx, actor.account(), Acts.entry(actor, "UNBIND_IDENTITY", at, Map.of("identity", bound.get(), "provider", input.provider(), "bound", Map.of("before", true, "after", false), "clauses", List.of())), at);
            return new Acts.Outcome(actor.account(), List.of());
        });
    }
}
