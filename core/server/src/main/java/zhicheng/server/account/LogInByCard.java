package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.outside.card.CardScan;
import zhicheng.server.outside.card.CardScan.Answer;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.Text;

/**
 * Somebody logs in by scanning with his social-security card (社保卡扫码登录，非用户本人限制登录, B24-3.2): to the account by which the person with the card's identity number applies.
 * A number is somebody's here only when it is known to be his, so a name that is alike opens nothing.
 * The first time the code is void that came with an account that was made for him: whoever made it has it too, and would set its password.
 */
@Singleton
public final class LogInByCard {
    private static final int LONGEST_TICKET = 2000;

    private final Acts acts;
    private final Attempts attempts;
    private final CardScan outside;
    private final IdentityVault vault;
    private final Sessions sessions;
    private final SecurityLog security;
    private final SystemTime time;

    LogInByCard(Acts acts, Attempts attempts, CardScan outside, IdentityVault vault, Sessions sessions, SecurityLog security, SystemTime time) {
        this.acts = acts;
        this.attempts = attempts;
        this.outside = outside;
        this.vault = vault;
        this.sessions = sessions;
        this.security = security;
        this.time = time;
    }

    /**
     * @param key the client's own and random: asked again by it, with the same ticket, this is the same log-in
     * @param ticket as the platform's page handed it to the browser
     */
    public record Input(String key, String ticket) {
        private String askedBy() {
            return key + " " + ticket;
        }
    }

    public LoggedIn perform(Visitor visitor, Instant at, Input input) {
        var elsewhere = sessions.elsewhere();
        if (elsewhere.isPresent()) return LoggedIn.refused(elsewhere.get());
        var wrongKey = Sessions.wrongKey(input.key());
        if (wrongKey.isPresent()) return LoggedIn.refused(wrongKey.get());
        if (input.ticket().isBlank() || input.ticket().length() > LONGEST_TICKET) return LoggedIn.refused(Finding.refusal("input", null, Text.of("1 至 " + LONGEST_TICKET + " 个字符", "1 to " + LONGEST_TICKET + " characters"),
                Text.of(input.ticket().length() + " 个字符", input.ticket().length() + " characters"), "input.ticket"));
        var earlier = acts.open("logInByCard", tx -> sessions.again(tx, input.askedBy(), "CARD", time.now()));
        if (earlier.isPresent()) return earlier.get();
        var held = acts.open("logInByCard", tx -> attempts.take(tx, visitor.address(), time.now()));
        if (held.isPresent()) return refused(visitor, null, Refusals.held(held.get()));
        return switch (outside.ask(input.ticket())) {
            case Answer.Scanned(var number) -> scanned(visitor, at, input, number);
            case Answer.Waiting() -> {
                acts.open("logInByCard", tx -> {
                    attempts.wasGood(tx, visitor.address()); // whoever waits guesses at nothing
                    return null;
                });
                yield LoggedIn.refused(Finding.refusal("card.waiting", null, Text.of("已用社保卡扫码", "a code that was scanned with a card"), Text.of("尚未扫码", "nobody has scanned it yet"), "input.ticket").remedy(Text.of("扫码后再试", "scan it, then try again"), null));
            }
            case Answer.CannotTell() -> refused(visitor, null, Finding.refusal("card.cannot-tell", null, Text.of("社保卡平台的答复", "an answer of the card's platform"), Text.of("平台暂时无法答复", "it cannot tell at the moment"), null)
                    .remedy(Text.of("稍后再试，或以密码登录", "try again later, or log in by password"), null));
        };
    }

    private LoggedIn scanned(Visitor visitor, Instant at, Input input, String written) {
        var number = number(written);
        return acts.open("logInByCard", tx -> {
            var id = number.isEmpty() ? Optional.<UUID>empty() : Sql.one(tx, row -> row.getObject(1, UUID.class),
                    "select a.id from account a join person p on p.id = a.person where p.identity_index = ? and a.roles @> array['APPLICANT'] and not a.disabled order by a.created_at, a.id limit 1", vault.index(number.get()));
            var account = id.isEmpty() ? null : SeenAccount.locked(tx, id.get()).filter(one -> !one.disabled()).orElse(null);
            if (account == null) return refused(visitor, null, Finding.refusal("card.unknown", null, Text.of("持卡人本人的申报账号", "an account by which the card's holder applies"), Text.of("没有，或已停用", "there is none, or it is closed"), null)
                    .remedy(Text.of("先注册并通过实名制验证，或由单位建立账号", "register and have the real name checked, or have the unit make an account"), null));
            attempts.wasGood(tx, visitor.address());
            var meanwhile = sessions.again(tx, account.viewer(), input.askedBy(), time.now());
            if (meanwhile.isPresent()) return meanwhile.get();
            var isFirst = !account.isOpened(tx);
            if (isFirst) NewAccount.voidCode(tx, account.viewer().account());
            var session = sessions.open(tx, account.viewer(), "CARD", input.askedBy(), time.now());
            Chain.ACCOUNT.add(tx, account.viewer().account(), Acts.entry(account.viewer(), "LOG_IN", at, Map.of("way", "CARD", "codeVoid", isFirst, "clauses", LogIn.CLAUSES)), at);
            return new LoggedIn(session, List.of());
        });
    }

    /** Empty where the platform wrote no identity number. */
    private static Optional<IdentityNumber> number(String written) {
        try {
            return Optional.of(new IdentityNumber(written));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private LoggedIn refused(Visitor visitor, UUID account, Finding why) {
        security.refused(why.code(), account, "logInByCard", visitor.request());
        return LoggedIn.refused(why);
    }
}
