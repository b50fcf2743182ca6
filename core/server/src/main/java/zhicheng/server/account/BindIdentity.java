package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.Text;

/** Somebody who is signed in says which identity of an outside provider is his: from then on he logs in by it too. Nothing is concluded from names or addresses that are alike. */
@Singleton
public final class BindIdentity {
    private static final List<String> RULES = List.of("outside_identity_is_one_accounts", "account_has_one_identity_of_a_provider");

    private final Acts acts;
    private final OutsideIdentities identities;
    private final Sessions sessions;

    BindIdentity(Acts acts, OutsideIdentities identities, Sessions sessions) {
        this.acts = acts;
        this.identities = identities;
        this.sessions = sessions;
    }

    /** As {@link LogInWith.Input}. */
    public record Input(String key, String provider, String code, String verifier) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var wrong = identities.wrong(input.provider(), input.code(), input.verifier());
        var subject = wrong.isPresent() ? Optional.<byte[]>empty() : identities.asked(input.provider(), input.code(), input.verifier()); // no lock is held while it is asked; of a key that was used already nothing hangs on it
        var asked = new LinkedHashMap<String, Object>();
        asked.put("provider", input.provider());
        asked.put("code", sessions.veiled(input.code()));
        asked.put("verifier", sessions.veiled(input.verifier()));
        return acts.perform(actor, at, "bindIdentity", input.key(), asked, RULES, tx -> {
            if (wrong.isPresent()) return Acts.Outcome.refused(wrong.get());
            if (subject.isEmpty()) return Acts.Outcome.refused(OutsideIdentities.unknown());
            if (SeenAccount.acting(tx, actor).isEmpty()) return Acts.Outcome.refused(Refusals.closed()); // whoever was locked out this moment is remembered for seconds, and would bind himself a way back in
            var holder = OutsideIdentities.account(tx, input.provider(), subject.get());
            if (holder.isPresent()) return Acts.Outcome.refused(Finding.refusal("identity.taken", null, Text.of("未绑定的身份", "an identity that is not bound"), Text.of("此身份已绑定账号", "this one is bound to an account"), null));
            var other = Sql.one(tx, row -> true, "select true from outside_identity where account = ? and provider = ? and ended_at is null", actor.account(), input.provider());
            if (other.isPresent()) return Acts.Outcome.refused(Finding.refusal("identity.has-one", null, Text.of("每个提供方至多绑定一个身份", "one identity of each provider"), Text.of("已绑定一个", "there is one"), "input.provider")
                    .remedy(Text.of("先解除原绑定", "unbind that one first"), null));
            var id = UUID.randomUUID();
            Sql.writeOne(tx, "insert into outside_identity (id, account, provider, subject, bound_at) values (?, ?, ?, ?, ?)", id, actor.account(), input.provider(), subject.get(), at);
            Chain.ACCOUNT.add(tx, actor.account(), Acts.entry(actor, "BIND_IDENTITY", at, Map.of("identity", id, "provider", input.provider(), "bound", Map.of("before", false, "after", true), "clauses", List.of())), at);
            return new Acts.Outcome(actor.account(), List.of());
        });
    }
}
