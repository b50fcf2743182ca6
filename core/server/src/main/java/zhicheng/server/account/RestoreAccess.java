package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.message.Messages;
import zhicheng.server.outside.realname.RealNameSettings;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Text;

/**
 * Where no real-name platform is there to say who somebody is, the administrator sees his identity paper and gives the account by which he applies another code: the way back in for who has forgotten his password (B24-3.2: nobody
 * but himself uses it). The password is void and so is every outside identity that was bound to it, what he agreed to and nobody used yet is taken back, all sessions end, and he is told. Nobody his own.
 */
@Singleton
public final class RestoreAccess {
    private static final int LONGEST_DOCUMENT = 200;

    private final Acts acts;
    private final Attempts attempts;
    private final RealNameSettings platform;
    private final NewAccount accounts;
    private final People people;
    private final Sessions sessions;
    private final SecurityLog security;
    private final SealedChanges changes;
    private final SystemTime time;

    RestoreAccess(Acts acts, Attempts attempts, RealNameSettings platform, NewAccount accounts, People people, Sessions sessions, SecurityLog security, SealedChanges changes, SystemTime time) {
        this.acts = acts;
        this.attempts = attempts;
        this.platform = platform;
        this.accounts = accounts;
        this.people = people;
        this.sessions = sessions;
        this.security = security;
        this.changes = changes;
        this.time = time;
    }

    /**
     * @param account its name; null: the one by which whoever has the number applies
     * @param identityNumber whole; it is repeated nowhere
     * @param document the identity paper that was seen
     */
    public record Input(String key, String account, String identityNumber, String document) {
        @Override
        public String toString() {
            return "access to " + account;
        }
    }

    /**
     * What came of it.
     *
     * @param account the name of the account; null where it was refused
     * @param code by which he sets its first password; null where it was refused
     */
    public record Restored(String account, String code, List<Finding> findings) {
        /** The code does not get into a log by accident. */
        @Override
        public String toString() {
            return "restored " + account;
        }
    }

    public Restored perform(Viewer actor, Visitor visitor, Instant at, Input input) {
        var name = input.account() == null ? null : input.account().strip().toLowerCase(Locale.ROOT);
        var findings = new ArrayList<Finding>();
        sessions.elsewhere().ifPresent(findings::add);
        if (!platform.isNone()) findings.add(Finding.refusal("real-name.platform", null, Text.of("未接入实名验证平台的服务器", "a server without a real-name platform"), Text.of("已接入", "there is one"), null)
                .remedy(Text.of("由本人经实名验证重设密码（resetPassword）", "its person resets the password himself by a real-name check (resetPassword)"), null));
        var number = Refusals.number(input.identityNumber(), "input.identityNumber", findings);
        findings.addAll(Words.problems("person.document", null, Text.of("所核验的身份证件", "the identity paper that was seen"), input.document(), LONGEST_DOCUMENT, "input.document"));
        if (!findings.isEmpty()) return new Restored(null, null, findings);
        var key = actor.account() + " " + input.key();
        var veiled = sessions.veiled(number.number());
        var counted = name == null ? veiled : name; // longer than any name
        var asked = new LinkedHashMap<String, Object>(Map.of("identityNumber", veiled, "document", input.document()));
        asked.put("account", name);
        var held = acts.open("restoreAccess", tx -> Acts.earlier(tx, actor.account(), "restoreAccess", input.key(), asked).isPresent() ? Optional.<Instant>empty() : attempts.take(tx, counted, visitor.address(), time.now()));
        if (held.isPresent()) {
            security.refused("log-in.held", actor.account(), "restoreAccess", visitor.request());
            return new Restored(null, null, List.of(Refusals.held(held.get())));
        }
        var made = Made.of(acts.perform(actor, at, "restoreAccess", input.key(), asked, List.of(), tx -> {
            if (SeenAccount.acting(tx, actor).isEmpty()) return Acts.Outcome.refused(Refusals.closed());
            var account = applicants(tx, name, number).orElse(null);
            if (account == null) return people.refused(tx, actor, visitor, at, wrong(), LogIn.CLAUSES, "access", "restoreAccess", "RESTORE_ACCESS_REFUSED");
            attempts.wasGood(tx, counted, visitor.address());
            var oneself = Oneself.of(tx, actor, account.viewer().person());
            if (oneself.isPresent()) return Acts.Outcome.refused(oneself.get().refusal("person.own", null, Text.of("涉及本人", "it is about oneself"), "input.identityNumber"));
            return restored(tx, actor, at, account, input.document(), key);
        }), accounts, key);
        return new Restored(made.subject() == null ? null : acts.open("restoreAccess", tx -> Sql.one(tx, row -> row.getString(1), "select name from account where id = ?", made.subject()).orElseThrow()), made.code(), made.findings());
    }

    /** The account of this name, or where none is told the one of this number, locked, where by it somebody with this number applies; not one that is opened by tokens from elsewhere alone. */
    private Optional<SeenAccount> applicants(Connection tx, String name, IdentityNumber number) throws SQLException {
        var person = people.known(tx, number).map(People.Known::id); // before his account, as whoever makes him one
        var found = (name == null ? SeenAccount.applicants(tx, person.orElse(null)) : SeenAccount.named(tx, name)).filter(one -> person.isPresent() && person.get().equals(one.viewer().person()));
        return found.isEmpty() ? Optional.empty() : SeenAccount.locked(tx, found.get().viewer().account()).filter(one -> !one.disabled() && one.viewer().roles().contains(Role.APPLICANT) && (one.password() != null || one.code() != null));
    }

    private Acts.Outcome restored(Connection tx, Viewer actor, Instant at, SeenAccount account, String document, String key) throws SQLException {
        var id = account.viewer().account();
        var person = account.viewer().person();
        accounts.renew(tx, id, key);
        var ended = sessions.endAll(tx, id, "PASSWORD_CHANGED", time.now());
        var unbound = OutsideIdentities.endAll(tx, id, at);
        var withdrawn = WithdrawConsent.all(tx, person, at);
        Chain.ACCOUNT.add(tx, id, Acts.entry(actor, "RESTORE_ACCESS", at, Map.of("ended", ended, "unbound", unbound, "withdrawn", withdrawn, "clauses", LogIn.CLAUSES)), at);
        var more = new LinkedHashMap<String, Object>(changes.of(person, Map.of(), Map.of("document", document)));
        more.put("account", id);
        more.put("clauses", LogIn.CLAUSES);
        Chain.PERSON.add(tx, person, Acts.entry(actor, "RESTORE_ACCESS", at, more), at);
        Messages.write(tx, person, Messages.Kind.ACCESS_RESTORED, UUID.randomUUID(), null, null,
                Text.of("系统管理员凭身份证件为您的账号 " + account.name() + " 重发了启用码，原密码和绑定的外部身份作废、尚未使用的同意（agreeToAccount）撤回、已登录的全部退出；非您本人办理的，请立即向系统管理员提出",
                        "the administrator saw an identity paper and gave your account " + account.name() + " another code: its password and the outside identities bound to it are void, what was agreed to and not used (agreeToAccount) is taken back, and all its sessions ended; if it was not you who asked, tell the administrator at once"), at, null);
        return new Acts.Outcome(id, List.of());
    }

    /** The same for everything that can be wrong. */
    private static Finding wrong() {
        return Finding.refusal("access.refused", null, Text.of("本人申报所用的账号及其本人的身份号码", "an account by which somebody applies, and his identity number"), Text.of("不相符", "they do not fit"), null)
                .remedy(Text.of("核对账号和身份号码，忘记账号名的不填账号；代表单位或机构的账号，由建立者停用后另建（closeAccount）；从未通过实名验证的，不能以身份证件恢复",
                        "compare the account's name and the number, and leave the name out where he forgot it; an account that acts for a unit or body is closed by whoever made it, who makes another (closeAccount); one whose real name was never checked is not restored by a paper"), null);
    }
}
