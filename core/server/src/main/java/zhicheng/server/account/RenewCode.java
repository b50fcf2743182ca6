package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Text;

/** An account that nobody ever opened, and to which access was never restored ({@link RestoreAccess}), gets another code for its first password (J24-2.1), where the first one expired or was lost, by whoever makes such an account; the one before is void. */
@Singleton
public final class RenewCode {
    private final Acts acts;
    private final MadeAccounts made;
    private final NewAccount accounts;

    RenewCode(Acts acts, MadeAccounts made, NewAccount accounts) {
        this.acts = acts;
        this.made = made;
        this.accounts = accounts;
    }

    /** @param account its name */
    public record Input(String key, String account) {}

    public Made perform(Viewer actor, Visitor visitor, Instant at, Input input) {
        var key = actor.account() + " " + input.key();
        return Made.of(acts.perform(actor, at, "renewCode", input.key(), Map.of("account", input.account()), List.of(), tx -> {
            var seen = made.locked(tx, actor, input.account()).filter(one -> one.organisation() == null || !one.account().viewer().roles().contains(Role.APPLICANT)).orElse(null); // who has it opens what is a person's too
            if (seen == null) return made.notFound(tx, actor, visitor, at, "renewCode", "RENEW_CODE_REFUSED");
            if (seen.account().disabled()) return Acts.Outcome.refused(MadeAccounts.closed());
            if (seen.account().isOpened(tx)) return Acts.Outcome.refused(opened());
            accounts.renew(tx, seen.id(), key);
            made.write(tx, actor, at, "RENEW_CODE", seen, new LinkedHashMap<>());
            return new Acts.Outcome(seen.id(), List.of());
        }), accounts, key);
    }

    private static Finding opened() {
        return Finding.refusal("account.activated", null, Text.of("从未启用、也未凭证件恢复的账号", "an account that nobody ever opened, and to which access was never restored"), Text.of("已启用或已凭证件恢复", "it was opened, or access to it restored"), "input.account")
                .remedy(Text.of("由本人登录；忘记密码或启用码失效的由本人重设（resetPassword），未接入实名验证平台的由系统管理员凭证件恢复（restoreAccess）",
                        "its person logs in; who forgot the password, or has a code that is good no more, sets another one himself (resetPassword), or has the administrator give him a code by his paper where there is no real-name platform (restoreAccess)"), null);
    }
}
