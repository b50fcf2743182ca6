package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhicheng.server.Names;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.outside.realname.RealNameSettings;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Text;

/**
 * Somebody who registered himself has his real name checked (B24-3.2), and tells his name or number anew where he mistyped it. Where the platform does not answer, the check is kept and asked again;
 * nothing is lost by it. Where there is none, that is said at once.
 */
@Singleton
public final class ConfirmRealName {
    private final Acts acts;
    private final RealNames names;
    private final RealNameSettings platform;
    private final People people;
    private final SealedChanges changes;
    private final Policies policies;
    private final Sessions sessions;
    private final SystemTime time;
    private final OfficialClock official;

    ConfirmRealName(Acts acts, RealNames names, RealNameSettings platform, People people, SealedChanges changes, Policies policies, Sessions sessions, SystemTime time, OfficialClock official) {
        this.acts = acts;
        this.names = names;
        this.platform = platform;
        this.people = people;
        this.changes = changes;
        this.policies = policies;
        this.sessions = sessions;
        this.time = time;
        this.official = official;
    }

    /**
     * How the check of an account stands.
     *
     * @param account the name of the account by which its person applies, where the platform knew him and he has another one; null elsewhere
     * @param tries how often the platform was asked
     * @param nextTryAt null where it is not to be asked
     */
    public record Standing(String account, String state, int tries, Instant nextTryAt) {}

    /** Empty where the account did not register itself. */
    public Optional<Standing> standing(Viewer viewer) {
        return acts.open("realName", tx -> Sql.one(tx, row -> new Standing(row.getString("other"), row.getString("state"), row.getInt("tries"), row.getObject("next_at", OffsetDateTime.class) == null ? null
                : official.of(row.getObject("next_at", OffsetDateTime.class).toInstant())),
                "select r.state, r.tries, r.next_at, other.name as other from registration r left join account other on other.id = r.other_account and not other.disabled where r.account = ?", viewer.account()));
    }

    /**
     * @param proof what the platform handed to the person
     * @param name null: as it stands
     * @param identityNumber whole; null: as it stands
     */
    public record Input(String key, String proof, String name, String identityNumber) {
        @Override
        public String toString() {
            return "a real name";
        }
    }

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("proof", sessions.veiled(input.proof()));
        if (input.name() != null) asked.put("name", input.name());
        if (input.identityNumber() != null) asked.put("identityNumber", sessions.veiled(input.identityNumber()));
        var outcome = acts.perform(actor, at, "confirmRealName", input.key(), asked, List.of(), tx -> {
            var findings = new ArrayList<Finding>();
            Refusals.wrongProof(input.proof(), "input.proof").ifPresent(findings::add);
            if (input.name() != null) Refusals.wrongPerson(input.name(), "input.name").ifPresent(findings::add);
            var number = input.identityNumber() == null ? null : Refusals.number(input.identityNumber(), "input.identityNumber", findings);
            var seen = Sql.one(tx, row -> new Seen(row.getString("state"), row.getBytes("number")), "select state, number from registration where account = ? for no key update", actor.account()).orElse(null);
            if (seen == null) findings.add(Finding.refusal("real-name.vouched", null, Text.of("自主注册的账号", "an account that registered itself"),
                    Text.of("此账号由单位审核建立，无须验证", "this one was checked and made by a unit"), null));
            else {
                findings.addAll(wrongState(seen.state(), input));
                if (platform.isNone() && !seen.state().equals("PASSED")) findings.add(Refusals.noPlatform(Text.of("待运行本系统者接入实名验证平台后再验证（zhicheng.outside.real-name.url）", "when whoever runs the system has one configured (zhicheng.outside.real-name.url), ask again")));
            }
            return findings.isEmpty() ? pending(tx, actor, at, input, number, seen) : new Acts.Outcome(null, findings);
        });
        if (outcome.findings().isEmpty()) names.ask(actor.account());
        return outcome;
    }

    /** How a registration stands; {@code number} sealed. */
    private record Seen(String state, byte[] number) {}

    /** What was mistyped can be told anew until it was found to be his. */
    private static List<Finding> wrongState(String state, Input input) {
        return switch (state) {
            case "PASSED", "PENDING" -> List.of(Finding.refusal("real-name.state", null, Text.of("尚未验证", "one that is not checked, nor being checked"), Text.of(state, state), null));
            case "HAS_ACCOUNT" -> {
                var findings = new ArrayList<Finding>();
                if (input.name() != null) findings.add(stands("input.name"));
                if (input.identityNumber() != null) findings.add(stands("input.identityNumber"));
                yield findings;
            }
            default -> List.of();
        };
    }

    private static Finding stands(String path) {
        return Finding.refusal("real-name.stands", null, Text.of("与身份证件不符的姓名或身份号码才重新填写", "a name or a number is told anew where it was not found to be one's own"), Text.of("已核对相符", "it was"), path)
                .remedy(Text.of("以本人原有账号登录，账号名见 realName.account；忘记密码的，经实名验证重设（resetPassword）",
                        "log in to one's other account, which realName.account names; whoever has forgotten its password sets another one by a real-name check (resetPassword)"), null);
    }

    private Acts.Outcome pending(Connection tx, Viewer actor, Instant at, Input input, IdentityNumber number, Seen seen) throws SQLException {
        var account = actor.account();
        var clauses = policies.checks(policies.region(tx, actor));
        var more = new LinkedHashMap<String, Object>();
        if (input.name() != null) {
            var called = Sql.one(tx, row -> row.getString(1), "select name from person where id = ? for no key update", actor.person()).orElseThrow();
            if (!called.equals(Names.kept(input.name()))) people.correct(tx, actor, new People.Known(actor.person(), called, null), input.name(), null, clauses, at);
        }
        if (number != null) {
            more.putAll(changes.of(account, Map.of("identityNumber", names.opened(account, seen.number())), Map.of("identityNumber", number.number())));
            Sql.writeOne(tx, "update registration set number = ? where account = ?", names.sealed(account, number.number()), account);
        }
        Sql.writeOne(tx, "update registration set state = 'PENDING', other_account = null, proof = ?, tries = 0, next_at = ? where account = ?", names.sealed(account, input.proof()), time.now(), account);
        more.put("state", Json.change(seen.state(), "PENDING"));
        more.put("clauses", clauses);
        Chain.ACCOUNT.add(tx, account, Acts.entry(actor, "CONFIRM_REAL_NAME", at, more), at);
        return new Acts.Outcome(account, List.of());
    }
}
