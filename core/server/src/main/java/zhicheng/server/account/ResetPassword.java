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
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.outside.realname.RealNameCheck;
import zhicheng.server.outside.realname.RealNameSettings;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.Text;

/**
 * Whoever has forgotten his password sets another one, by the word of the real-name platform that he is the person whose account it is; nobody but himself (B24-3.2). All its sessions end, and nobody
 * logs in by an outside identity that was bound to it before: it may be that of whoever had the password; what its person agreed to and nobody used yet is taken back, for the same reason. Whether there is such an account, and whose it is, is not to be learned from the answer, nor from how long it takes: the platform is asked either way. Where there is none nothing is asked or counted, and everybody is told who helps him.
 */
@Singleton
public final class ResetPassword {
    /** By what name the platform is asked where the account is not one of somebody with this number. */
    private static final String NOBODY = "无名氏";

    private final Acts acts;
    private final Attempts attempts;
    private final RealNameCheck outside;
    private final RealNameSettings platform;
    private final IdentityVault vault;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecurityLog security;
    private final SystemTime time;

    ResetPassword(Acts acts, Attempts attempts, RealNameCheck outside, RealNameSettings platform, IdentityVault vault, Passwords passwords, Sessions sessions, SecurityLog security, SystemTime time) {
        this.acts = acts;
        this.attempts = attempts;
        this.outside = outside;
        this.platform = platform;
        this.vault = vault;
        this.passwords = passwords;
        this.sessions = sessions;
        this.security = security;
        this.time = time;
    }

    /**
     * @param account its name; null: the one by which whoever has the number applies
     * @param key the client's own and random: asked again by it, with the same input, this is the same act
     * @param identityNumber whole; it is repeated nowhere
     * @param proof what the platform handed to the person
     * @param password the one to set
     */
    public record Input(String key, String account, String identityNumber, String proof, String password) {
        @Override
        public String toString() {
            return "a password for " + account;
        }
    }

    /**
     * What came of it.
     *
     * @param account the name of the account; null where it was refused
     */
    public record Reset(String account, List<Finding> findings) {}

    /** An account that is open, or was until another code was given for it, of somebody with the number that was told, and what he is called. */
    private record Holder(SeenAccount account, String name) {}

    /** What was found before the platform was asked. */
    private record Looked(Optional<Instant> held, Optional<Holder> holder, Optional<Acts.Outcome> earlier) {}

    public Reset perform(Visitor visitor, Instant at, Input input) {
        var elsewhere = sessions.elsewhere();
        if (elsewhere.isPresent()) return refused(elsewhere.get());
        var wrongKey = Sessions.wrongKey(input.key());
        if (wrongKey.isPresent()) return refused(wrongKey.get());
        var name = input.account() == null ? null : input.account().strip();
        var findings = new ArrayList<Finding>();
        var number = Refusals.number(input.identityNumber(), "input.identityNumber", findings);
        Refusals.wrongProof(input.proof(), "input.proof").ifPresent(findings::add);
        findings.addAll(Passwords.problems(input.password(), name, "input.password"));
        if (platform.isNone()) findings.add(noPlatform());
        if (!findings.isEmpty()) return new Reset(null, findings);
        var counted = name == null ? sessions.veiled(number.number()) : name; // longer than any name
        var asked = new LinkedHashMap<String, Object>(Map.of("identityNumber", sessions.veiled(input.identityNumber()), "proof", sessions.veiled(input.proof()), "password", sessions.veiled(input.password())));
        asked.put("account", name);
        var looked = acts.open("resetPassword", tx -> {
            var held = attempts.take(tx, counted, visitor.address(), time.now());
            var holder = held.isPresent() ? Optional.<Holder>empty() : holder(tx, name, number);
            return new Looked(held, holder, holder.isEmpty() ? Optional.empty() : Acts.earlier(tx, holder.get().account().viewer().account(), "resetPassword", input.key(), asked));
        });
        if (looked.held().isPresent()) return refused(visitor, looked, Refusals.held(looked.held().get()));
        if (looked.earlier().isPresent()) return done(looked, looked.earlier().get());
        var answer = outside.ask(looked.holder().map(Holder::name).orElse(NOBODY), number.number(), input.proof());
        if (answer == RealNameCheck.Answer.CANNOT_TELL) return refused(visitor, looked, cannotTell());
        var hashed = passwords.hash(input.password());
        if (answer != RealNameCheck.Answer.MATCHES || looked.holder().isEmpty()) return refused(visitor, looked, wrong());
        var guessable = Passwords.problems(input.password(), looked.holder().get().account().name(), "input.password"); // a name that he did not tell
        if (!guessable.isEmpty()) return new Reset(null, guessable);
        return done(looked, acts.perform(looked.holder().get().account().viewer(), at, "resetPassword", input.key(), asked, List.of(), tx -> {
            var account = looked.holder().get().account().viewer();
            Sql.one(tx, row -> row.getObject(1), "select id from person where id = ? for no key update", account.person()); // before his account, as whoever agrees in it
            SeenAccount.locked(tx, account.account());
            if (holder(tx, name, number).filter(one -> one.account().viewer().account().equals(account.account())).isEmpty()) return new Acts.Outcome(null, refused(visitor, looked, wrong()).findings()); // it was closed meanwhile
            Sql.writeOne(tx, "update credential set password = ?, code = null, code_until = null, changed_at = ? where account = ?", hashed, time.now(), account.account());
            attempts.wasGood(tx, counted, visitor.address());
            var ended = sessions.endAll(tx, account.account(), "PASSWORD_CHANGED", time.now());
            var unbound = OutsideIdentities.endAll(tx, account.account(), at);
            var withdrawn = WithdrawConsent.all(tx, account.person(), at);
            Chain.ACCOUNT.add(tx, account.account(), Acts.entry(account, "RESET_PASSWORD", at, Map.of("ended", ended, "unbound", unbound, "withdrawn", withdrawn, "clauses", LogIn.CLAUSES)), at);
            return new Acts.Outcome(account.account(), List.of());
        }));
    }

    private static Reset done(Looked looked, Acts.Outcome outcome) {
        return new Reset(outcome.findings().isEmpty() ? looked.holder().orElseThrow().account().name() : null, outcome.findings());
    }

    private Optional<Holder> holder(Connection tx, String name, IdentityNumber number) throws SQLException {
        var found = name == null ? SeenAccount.applicants(tx, Sql.one(tx, row -> row.getObject(1, UUID.class), "select id from person where identity_index = ?", vault.index(number)).orElse(null)) : SeenAccount.named(tx, name);
        var opens = found.isPresent() && found.get().isOpen(tx);
        var account = found.filter(_ -> opens);
        var called = Sql.one(tx, row -> row.getString(1), "select name from person where id = ? and identity_index = ?", account.map(one -> one.viewer().person()).orElse(null), vault.index(number));
        return called.map(one -> new Holder(account.orElseThrow(), one));
    }

    private Reset refused(Visitor visitor, Looked looked, Finding why) {
        security.refused(why.code(), looked.holder().map(one -> one.account().viewer().account()).orElse(null), "resetPassword", visitor.request());
        return refused(why);
    }

    private static Reset refused(Finding why) {
        return new Reset(null, List.of(why));
    }

    private static Finding cannotTell() {
        return Finding.refusal("reset.cannot-tell", null, Text.of("实名验证平台的答复", "an answer of the real-name platform"), Text.of("平台暂时无法答复", "it cannot tell at the moment"), null)
                .remedy(Text.of("稍后再试", "try again later"), null);
    }

    private static Finding noPlatform() {
        return Refusals.noPlatform(Text.of("本人申报的账号，请系统管理员核验身份证件后重发启用码（restoreAccess）；代表单位或机构的账号，由建立者停用后另建（closeAccount）",
                "by which one applies: have the administrator see one's identity paper, who gives it another code (restoreAccess); one that acts for a unit or body is closed by whoever made it, who makes another (closeAccount)"));
    }

    /** The same for everything that can be wrong. */
    private static Finding wrong() {
        return Finding.refusal("reset.refused", null, Text.of("账号及其本人的身份号码，并由本人通过实名验证", "an account's name, the identity number of whose account it is, and his own proof from the real-name platform"), Text.of("不相符", "they do not fit"), null)
                .remedy(Text.of("核对账号和身份号码，忘记账号名的不填账号，重新取得验证后再试；从未通过实名验证的，重新注册；登记的姓名有误的，注册并实名验证（confirmRealName），或请系统管理员凭证件更正（correctName）；尚未启用的，以启用码启用（activateAccount）",
                        "compare name and number, leave the name out where it is forgotten, and try again with another proof; who never had his real name checked registers again; who was entered under a wrong name registers and has his real name checked (confirmRealName), or has the administrator correct it by his paper (correctName); an account that was never activated is by its code (activateAccount)"), null);
    }
}
