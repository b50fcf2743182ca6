package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.AccountPolicy.Of;
import zhicheng.spi.Text;

/** Whoever an account was made for (J24-2.1) sets its first password by the code that he was given, once, and is logged in. */
@Singleton
public final class ActivateAccount {
    private final Acts acts;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Policies policies;
    private final Sessions sessions;
    private final SecurityLog security;
    private final SystemTime time;

    ActivateAccount(Acts acts, Attempts attempts, Passwords passwords, Policies policies, Sessions sessions, SecurityLog security, SystemTime time) {
        this.acts = acts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.policies = policies;
        this.sessions = sessions;
        this.security = security;
        this.time = time;
    }

    public record Input(String key, String account, String code, String password) {}

    public LoggedIn perform(Visitor visitor, Instant at, Input input) {
        var elsewhere = sessions.elsewhere();
        if (elsewhere.isPresent()) return LoggedIn.refused(elsewhere.get());
        var wrongKey = Sessions.wrongKey(input.key());
        if (wrongKey.isPresent()) return LoggedIn.refused(wrongKey.get());
        var name = input.account().strip();
        var problems = Passwords.problems(input.password(), name, "input.password");
        if (!problems.isEmpty()) return new LoggedIn(null, problems);
        var held = acts.open("activateAccount", tx -> attempts.take(tx, name, visitor.address(), time.now()));
        if (held.isPresent()) return LoggedIn.refused(Refusals.held(held.get()));
        var password = passwords.hash(input.password()); // whether there is such an account or not: it takes as long
        return acts.open("activateAccount", tx -> {
            var now = time.now();
            var found = name.indexOf('\0') >= 0 ? Optional.<SeenAccount>empty() : SeenAccount.named(tx, name);
            var account = found.isEmpty() ? null : SeenAccount.locked(tx, found.get().viewer().account()).filter(one -> isGood(one, input.code(), now)).orElse(null);
            if (account == null) {
                security.refused("code", found.map(one -> one.viewer().account()).orElse(null), "activateAccount", visitor.request());
                return LoggedIn.refused(Finding.refusal("code.refused", null, Text.of("账号与其有效的启用码", "an account's name and the code for it that is good"),
                        Text.of("不相符、已过期或已用过", "they do not fit, or it has expired or was used"), "input.code").remedy(Text.of("从未启用的，请建立账号的单位、部门或系统管理员重发启用码（renewCode）；已启用或已凭证件恢复的，由本人重设密码（resetPassword），未接入实名验证平台的请系统管理员凭证件恢复（restoreAccess）",
                                "where it was never opened, have whoever made the account, a unit, a body or the administrator, renew the code (renewCode); where it was, or access to it restored, set another password (resetPassword), or have the administrator restore access by a paper where there is no real-name platform (restoreAccess)"), null));
            }
            if (sessions.again(tx, account.viewer(), input.key(), now).isPresent()) return LoggedIn.refused(Sessions.usedKey()); // for another log-in; the code is good still
            Sql.writeOne(tx, "update credential set password = ?, code = null, code_until = null, changed_at = ? where account = ?", password, now, account.viewer().account());
            attempts.wasGood(tx, account.name(), visitor.address());
            var session = sessions.open(tx, account.viewer(), "CODE", input.key(), now);
            Chain.ACCOUNT.add(tx, account.viewer().account(), Acts.entry(account.viewer(), "ACTIVATE_ACCOUNT", at,
                    Map.of("clauses", clauses(tx, account.viewer()))), at);
            return new LoggedIn(session, List.of());
        });
    }

    /** By which it was made; an administrator's is by none. */
    private List<String> clauses(Connection tx, Viewer account) throws SQLException {
        if (account.person() == null && account.organisation() == null) return List.of();
        return policies.makes(policies.region(tx, account), account.organisation() == null ? Of.PERSON : Of.UNIT);
    }

    private static boolean isGood(SeenAccount account, String code, Instant now) {
        return !account.disabled() && account.code() != null && now.isBefore(account.codeUntil()) && MessageDigest.isEqual(account.code(), Sessions.sha256(code));
    }
}
