package zhicheng.server.payment;

import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.conventions.StringConvention;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import zhicheng.server.CannotStart;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Windows;
import zhicheng.server.message.Messages;
import zhicheng.server.outside.payment.Fiscal;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.Calendar.Window;
import zhicheng.spi.Claim;
import zhicheng.spi.Clause;
import zhicheng.spi.Level;
import zhicheng.spi.Step;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/**
 * What has to be paid for a dossier: whether its region's notice asks for it and until when (B24-5.5, B24-annex1), and how much, which is the configuration's to say and has no
 * default: {@code zhicheng.payment.amounts.REGION.LEVEL}, or {@code REGION.SERIES.LEVEL} where a series has one of its own, in yuan.
 */
@Singleton
public final class Fees {
    private static final String AMOUNTS = "zhicheng.payment.amounts";
    private static final BigDecimal MOST = new BigDecimal(100_000);

    private final Map<String, Integer> fen = new TreeMap<>();
    private final Fiscal fiscal;

    /** What is to be paid for one dossier. */
    public sealed interface Fee {
        /** Its notice asks for none. */
        record None() implements Fee {}

        /**
         * Its notice asks for it.
         *
         * @param fen hundredths of a yuan
         * @param clause that asks
         * @param due first instant too late; null: the notice leaves it to another body, or gives none
         * @param dueSays what the notice prints of that, to the letter; null: nothing
         * @param dueClause where it does
         */
        record Asked(int fen, Clause clause, Instant due, String dueSays, Clause dueClause) implements Fee {}

        /** Its notice asks for it, and nobody can be asked for it here and now. */
        record Hindered(List<Finding> findings) implements Fee {}
    }

    Fees(Environment environment, Fiscal fiscal) {
        this.fiscal = fiscal;
        environment.getProperties(AMOUNTS, StringConvention.RAW).forEach((name, yuan) -> fen.put(key(name), fen(name, String.valueOf(yuan))));
    }

    private static String key(String name) {
        var key = name.toUpperCase(Locale.ROOT).replace('-', '_');
        var parts = key.split("\\.", -1);
        if (parts.length < 2 || parts.length > 3 || Arrays.stream(parts).anyMatch(String::isBlank) || Arrays.stream(Level.values()).noneMatch(level -> level.name().equals(parts[parts.length - 1])))
            throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED, "%s.%s: there is no such level; set %1$s.REGION.LEVEL or %1$s.REGION.SERIES.LEVEL (levels: %s)".formatted(AMOUNTS, name, List.of(Level.values())));
        return key;
    }

    private static int fen(String name, String yuan) {
        try {
            var amount = new BigDecimal(yuan.strip());
            if (amount.signum() > 0 && amount.compareTo(MOST) <= 0) return amount.movePointRight(2).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) { // said below
        }
        throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED, "%s.%s is «%s»; it must be an amount in yuan, more than 0, at most %s, with two decimals at most".formatted(AMOUNTS, name, yuan, MOST));
    }

    /** @param at official time: what is due already can no longer be asked for */
    public Fee of(String region, LoadedEdition edition, Claim claim, Instant at) {
        var rule = edition.edition().payment().value().orElse(null);
        if (rule == null) return new Fee.None();
        var windows = windows(edition, claim);
        var due = due(windows);
        var findings = new ArrayList<Finding>();
        var amount = amount(region, claim);
        if (amount.isEmpty()) findings.add(noAmount(rule.clause(), region, claim));
        if (!fiscal.isThere()) findings.add(noPlatform(rule.clause()));
        var dueClause = windows.stream().findFirst().map(Window::clause).orElse(rule.clause());
        if (due != null && !at.isBefore(due)) findings.add(late(dueClause, due, at));
        return findings.isEmpty() ? new Fee.Asked(amount.get(), rule.clause(), due, windows.stream().findFirst().map(window -> window.when().printed()).orElse(null), dueClause) : new Fee.Hindered(findings);
    }

    private Optional<Integer> amount(String region, Claim claim) {
        var level = claim.level().orElseThrow().name();
        var own = fen.get((region + "." + claim.series() + "." + level).toUpperCase(Locale.ROOT));
        return Optional.ofNullable(own != null ? own : fen.get((region + "." + level).toUpperCase(Locale.ROOT)));
    }

    /** Those that surely are the claim's; where none is, those that may be. */
    private static List<Window> windows(LoadedEdition edition, Claim claim) {
        var covering = Windows.covering(edition, Step.PAYMENT, claim);
        var sure = covering.stream().filter(window -> window.scope().covers(claim).orElse(false)).toList();
        return sure.isEmpty() ? covering : sure;
    }

    /** The latest; none where one of them has none, or another body announces it. */
    private static Instant due(List<Window> windows) {
        if (windows.stream().anyMatch(window -> window.when() instanceof When.AnnouncedElsewhere || window.when() instanceof When.SetByCommittee || Windows.until(window.when()).isEmpty())) return null;
        return windows.stream().flatMap(window -> Windows.until(window.when()).stream()).max(Instant::compareTo).orElse(null);
    }

    private static Finding noAmount(Clause clause, String region, Claim claim) {
        var level = claim.level().orElseThrow().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var setting = AMOUNTS + "." + region + "." + level;
        return Finding.refusal("payment.amount", clause, Text.of("本服务器已配置的评审费金额", "a review fee whose amount this server's configuration has"), Text.of("未配置，不能要求任何人缴费", "it has none, and nobody can be asked for money"), null)
                .remedy(Text.of("由管理员设置 " + setting + "（元）", "the administrator sets " + setting + " (in yuan)"), null);
    }

    private static Finding noPlatform(Clause clause) {
        return Finding.refusal("payment.platform", clause, Text.of("已配置的财政电子票据平台", "a fiscal platform that is configured"), Text.of("未配置，不能要求任何人缴费", "there is none, and nobody can be asked for money"), null)
                .remedy(Text.of("由管理员设置 zhicheng.outside.payment.url 和 zhicheng.outside.payment.secret", "the administrator sets zhicheng.outside.payment.url and zhicheng.outside.payment.secret"), null);
    }

    private static Finding late(Clause clause, Instant due, Instant at) {
        return Finding.refusal("payment.late", clause, Text.of("在缴费截止时间 " + Messages.show(due) + " 前受理", "taken before " + Messages.show(due) + ", by when it is to be paid"), Text.of("现为 " + Messages.show(at), "it is " + Messages.show(at)), null);
    }
}
