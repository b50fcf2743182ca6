package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.message.Messages;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/**
 * Somebody says that an account in his name is not his, or not wanted: nobody acts in it any more, for the responsibility is his (J24-4.3, X24-6.6). He does so in the account by which he applies, and never of that one. What was
 * done in the other stays; its unit or body is told, or else the administrator, and whoever makes its accounts makes another.
 */
@Singleton
public final class DisownAccount {
    private final Acts acts;
    private final MadeAccounts made;
    private final Policies policies;
    private final Sessions sessions;
    private final SystemTime time;

    DisownAccount(Acts acts, MadeAccounts made, Policies policies, Sessions sessions, SystemTime time) {
        this.acts = acts;
        this.made = made;
        this.policies = policies;
        this.sessions = sessions;
        this.time = time;
    }

    /** @param account its name */
    public record Input(String key, String account) {}

    public Acts.Outcome perform(Viewer actor, Visitor visitor, Instant at, Input input) {
        return acts.perform(actor, at, "disownAccount", input.key(), Map.of("account", input.account()), List.of(), tx -> {
            if (RealNameFirst.isUnchecked(tx, actor.person()))
                return Acts.Outcome.refused(RealNameFirst.unchecked(null, Text.of("实名制验证通过后办理：账号是否以其名义，按身份号码核对", "a real name that was checked: in whose name an account is goes by the identity number")));
            var seen = made.inNameOf(tx, actor, input.account()).orElse(null);
            if (seen == null) return notFound(tx, actor, visitor, at);
            return seen.account().disabled() ? Acts.Outcome.refused(closed()) : disowned(tx, actor, at, seen);
        });
    }

    /** The same answer whether there is none, it is another's, or one by which he applies; the attempt is written down, without what was typed. */
    private Acts.Outcome notFound(Connection tx, Viewer actor, Visitor visitor, Instant at) throws SQLException {
        var finding = Finding.refusal("account.not-found", null, Text.of("以您的名义登记、不用于本人申报的账号", "an account in your name by which you do not apply"), Text.of("没有此账号，或不以您的名义", "there is none, or it is not in your name"), "input.account")
                .remedy(Text.of("核对账号名：以您的名义登记的账号见站内消息（ACCOUNT_MADE、ACCOUNT_STANDS）", "compare its name: which stand in your name your messages say (ACCOUNT_MADE, ACCOUNT_STANDS)"), null);
        return made.tried(tx, actor, visitor, at, finding, policies.own(policies.region(tx, actor)), "account", "disownAccount", "DISOWN_ACCOUNT_REFUSED");
    }

    private static Finding closed() {
        return Finding.refusal("account.closed", null, Text.of("未停用的账号", "an account that is open"), Text.of("已停用", "it is closed"), "input.account").remedy(Text.of("无须办理", "nothing is to be done"), null);
    }

    private Acts.Outcome disowned(Connection tx, Viewer actor, Instant at, MadeAccounts.One seen) throws SQLException {
        Sql.writeOne(tx, "update account set disabled = true where id = ?", seen.id());
        sessions.endAll(tx, seen.id(), "REVOKED", time.now());
        var more = new LinkedHashMap<String, Object>();
        more.put("unbound", OutsideIdentities.endAll(tx, seen.id(), at));
        more.put("account", seen.id());
        more.put("of", actor.person());
        more.put("capacities", Json.change(seen.account().viewer().roles().stream().map(Enum::name).sorted().toList(), List.of()));
        more.put("clauses", seen.clauses());
        var entry = Acts.entry(actor, "DISOWN_ACCOUNT", at, more);
        if (seen.organisation() != null) Chain.ORGANISATION.add(tx, seen.organisation().id(), entry, at);
        Chain.PERSON.add(tx, actor.person(), entry, at);
        tell(tx, actor.person(), at, seen);
        return new Acts.Outcome(seen.id(), List.of());
    }

    /** Who acts for it beside him; where nobody does any more, who acts for the body above; where it is no organisation's, or nobody is there to be told, the administrators. */
    private static void tell(Connection tx, UUID person, Instant at, MadeAccounts.One seen) throws SQLException {
        var organisation = seen.organisation();
        var name = seen.account().name();
        var clause = seen.clauses().stream().findFirst().map(Clause::of).orElse(null);
        var says = Text.of((organisation == null ? "" : "代表“" + organisation.name() + "”的") + "账号 " + name + " 已由本人停用（非本人所用或不再需要）；需要的，由建立该账号的一方另建",
                "the account " + name + (organisation == null ? "" : ", which acted for “" + organisation.name() + "”,") + " was closed by the person in whose name it stood; where one is needed, whoever makes such accounts makes another");
        if (organisation != null) {
            var others = Sql.one(tx, row -> row.getBoolean(1), "select exists (select from account where organisation = ? and not disabled and person is distinct from ?)", organisation.id(), person).orElseThrow();
            if (Messages.toUnit(tx, others ? organisation.id() : organisation.parent(), EnumSet.allOf(Role.class), person, Messages.Kind.ACCOUNT_CLOSED, seen.id(), null, clause, says, at, null) > 0) return;
        }
        var administrators = Sql.one(tx, row -> (UUID[]) row.getArray(1).getArray(), "select coalesce(array_agg(id order by id), '{}') from account where roles @> array['SYS_ADMIN'] and not disabled and person is distinct from ?", person).orElseThrow();
        for (var administrator : administrators) Messages.toAccount(tx, administrator, Messages.Kind.ACCOUNT_CLOSED, seen.id(), clause, says, at);
    }
}
