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
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.message.Messages;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.spi.Text;

/**
 * Who left his unit or body acts in its name no more (J24-4.3, X24-6.6): whoever makes such an account closes it. What was done in it stays. Where its person applies by it too it is his from then on, and
 * acts for nobody else. A unit's own account that closes another has all that one has, so that the unit is never left without by itself.
 */
@Singleton
public final class CloseAccount {
    private static final int LONGEST_REASON = 500;

    private final Acts acts;
    private final MadeAccounts made;
    private final People people;
    private final Sessions sessions;
    private final SystemTime time;

    CloseAccount(Acts acts, MadeAccounts made, People people, Sessions sessions, SystemTime time) {
        this.acts = acts;
        this.made = made;
        this.people = people;
        this.sessions = sessions;
        this.time = time;
    }

    /** @param account its name */
    public record Input(String key, String account, String reason) {}

    public Acts.Outcome perform(Viewer actor, Visitor visitor, Instant at, Input input) {
        return acts.perform(actor, at, "closeAccount", input.key(), Map.of("account", input.account(), "reason", input.reason()), List.of(), tx -> {
            var seen = made.locked(tx, actor, input.account()).orElse(null);
            if (seen == null) return made.notFound(tx, actor, visitor, at, "closeAccount", "CLOSE_ACCOUNT_REFUSED");
            var findings = new ArrayList<Finding>();
            wrong(actor, seen).ifPresent(findings::add);
            findings.addAll(Words.problems("input", null, Text.of("理由", "a reason"), input.reason(), LONGEST_REASON, "input.reason"));
            if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
            return closed(tx, actor, at, seen, input.reason().strip());
        });
    }

    private static Optional<Finding> wrong(Viewer actor, MadeAccounts.One seen) {
        if (seen.organisation() == null)
            return Optional.of(Finding.refusal("account.applicants", null, Text.of("代表单位或机构的账号", "an account that acts for a unit or a body"), Text.of("本人申报用的账号", "it is a person's own, by which he applies"), "input.account")
                    .remedy(Text.of("此人离开单位的，解除绑定（endBinding）", "where he left the unit, end the binding to him (endBinding)"), null));
        if (seen.id().equals(actor.account()))
            return Optional.of(Finding.refusal("account.own", null, Text.of("他人的账号", "somebody else's account"), Text.of("是本账号", "it is this one"), "input.account")
                    .remedy(Text.of("由本单位其他账号或上级部门办理；交出一项职责，为接任者建立账号时一并办理（createUnitAccount 的 layDown）",
                            "have another account of the unit, or the body above, close it; one capacity is laid down by making the successor's account (layDown of createUnitAccount)"), null));
        return seen.account().disabled() ? Optional.of(MadeAccounts.closed()) : Optional.empty();
    }

    private Acts.Outcome closed(Connection tx, Viewer actor, Instant at, MadeAccounts.One seen, String reason) throws SQLException {
        var account = seen.account().viewer();
        var applies = account.roles().contains(Role.APPLICANT);
        Sql.writeOne(tx, applies ? "update account set roles = array['APPLICANT'], organisation = null where id = ?" : "update account set disabled = true where id = ?", seen.id());
        sessions.endAll(tx, seen.id(), "REVOKED", time.now());
        var more = new LinkedHashMap<String, Object>();
        if (!applies) more.put("unbound", OutsideIdentities.endAll(tx, seen.id(), at)); // or whose they are could bind them to no other account
        more.put("of", account.person());
        more.put("capacities", Json.change(account.roles().stream().map(Enum::name).sorted().toList(), applies ? List.of(Role.APPLICANT.name()) : List.of()));
        more.put("reason", reason);
        made.write(tx, actor, at, "CLOSE_ACCOUNT", seen, more);
        var unit = seen.organisation().name();
        var name = seen.account().name();
        if (account.person() != null)
            people.tell(tx, account.person(), Messages.Kind.ACCOUNT_CLOSED, seen.id(), seen.clauses(),
                    applies ? Text.of("您的账号 " + name + " 不再代表“" + unit + "”，仍可用于本人申报：" + reason, "your account " + name + " acts for “" + unit + "” no more; you still apply by it: " + reason)
                            : Text.of("您代表“" + unit + "”的账号 " + name + " 已停用：" + reason, "your account " + name + ", which acted for “" + unit + "”, is closed: " + reason), at);
        return new Acts.Outcome(seen.id(), List.of());
    }
}
