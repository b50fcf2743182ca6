package zhicheng.server.payment;

import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.conventions.StringConvention;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import zhicheng.server.CannotStart;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.dossier.Arrivals;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Windows;
import zhicheng.server.outside.payment.Fiscal;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Claim;
import zhicheng.spi.Clause;
import zhicheng.spi.Step;
import zhicheng.spi.Text;

/**
 * What has to be paid for a dossier: whether its region's notice asks for it and until when (B24-5.5, B24-annex1), and how much, which is the configuration's to say and has no
 * default: {@code zhicheng.payment.amounts.REGION.LEVEL}, or {@code REGION.SERIES.LEVEL} where a series has one of its own, in yuan.
 */
@Singleton
public final class Fees {
    private static final String AMOUNTS = "zhicheng.payment.amounts";
    private static final BigDecimal MOST = new BigDecimal(100_000);

    private final Map<String, Integer> fen;
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
         */
        record Asked(int fen, Clause clause, Deadline deadline) implements Fee {}

        /** Its notice asks for it, and nobody can be asked for it here and now. */
        record Hindered(List<Finding> findings) implements Fee {}
    }

    /**
     * By when it is to be paid.
     *
     * @param due first instant too late; null: the notice leaves it to another body, or gives none
     * @param says what the notice prints of it, to the letter, also where it is later for who was taken later; null: nothing
     * @param clause where it does; null: nowhere
     */
    public record Deadline(Instant due, String says, Clause clause) {}

    Fees(Environment environment, Fiscal fiscal) {
        this.fen = fen(environment.getProperties(AMOUNTS, StringConvention.HYPHENATED));
        this.fiscal = fiscal;
    }

    /** By REGION.LEVEL and REGION.SERIES.LEVEL in capitals; a name that is neither is never asked for. @throws CannotStart where something is no amount */
    static Map<String, Integer> fen(Map<String, Object> settings) {
        var fen = new TreeMap<String, Integer>();
        settings.forEach((name, yuan) -> fen.put(name.toUpperCase(Locale.ROOT).replace('-', '_'), fen(name, String.valueOf(yuan))));
        return fen;
    }

    private static int fen(String name, String yuan) {
        try {
            var amount = new BigDecimal(yuan.strip());
            if (amount.signum() > 0 && amount.compareTo(MOST) <= 0) return amount.movePointRight(2).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) { // said below
        }
        throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED, "%s.%s is «%s»; it must be an amount in yuan, more than 0, at most %s, with two decimals at most".formatted(AMOUNTS, name, yuan, MOST));
    }

    /** @param at official time, at which the dossier is taken: what is due already can no longer be asked for */
    public Fee of(String region, LoadedEdition edition, Claim claim, Instant at) {
        var rule = edition.edition().payment().value().orElse(null);
        if (rule == null) return new Fee.None();
        var deadline = taken(deadline(edition, claim), edition, claim, at);
        var findings = new ArrayList<Finding>();
        var amount = amount(region, claim);
        if (amount.isEmpty()) findings.add(noAmount(rule.clause(), region, claim));
        if (!fiscal.isThere()) findings.add(noPlatform(rule.clause()));
        if (deadline.due() != null && !at.isBefore(deadline.due())) findings.add(late(deadline, at));
        return findings.isEmpty() ? new Fee.Asked(amount.get(), rule.clause(), deadline) : new Fee.Hindered(findings);
    }

    private Optional<Integer> amount(String region, Claim claim) {
        var level = claim.level().orElseThrow().name();
        var own = fen.get((region + "." + claim.series() + "." + level).toUpperCase(Locale.ROOT));
        return Optional.ofNullable(own != null ? own : fen.get((region + "." + level).toUpperCase(Locale.ROOT)));
    }

    /** Of the windows that surely are the claim's, or where none is those that may be, the one that ends last; where a committee or another body says when, the latest that it may, and where nobody has said that, nobody's end. */
    public static Deadline deadline(LoadedEdition edition, Claim claim) {
        var covering = Windows.covering(edition, Step.PAYMENT, claim);
        var sure = covering.stream().filter(window -> window.scope().covers(claim).orElse(false)).toList();
        return (sure.isEmpty() ? covering : sure).stream().map(window -> new Deadline(Windows.until(window.when()).orElse(null), window.when().printed(), window.clause()))
                .max(Comparator.comparing(Deadline::due, Comparator.nullsLast(Comparator.naturalOrder()))).orElse(new Deadline(null, null, null));
    }

    /**
     * Nobody has less time to pay than the notice leaves between its end of the intake and its day for the fee (B24-annex1): who is taken after that end, for something had held his dossier, has as much more, and the day on which
     * that is over. What held it and did not keep it from being taken in time changes nothing: he could pay, and a day that moved would tell him of a complaint. A reading of ours: B24-5.5 is of who does not pay.
     */
    private static Deadline taken(Deadline deadline, LoadedEdition edition, Claim claim, Instant at) {
        var intake = Arrivals.due(edition, claim, Kind.COMMITTEE_OFFICE);
        if (deadline.due() == null || intake == null || at.isBefore(intake)) return deadline;
        return new Deadline(ChinaTime.endOfDay(deadline.due().plus(Duration.between(intake, at))), deadline.says(), deadline.clause());
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

    private static Finding late(Deadline deadline, Instant at) {
        var due = ChinaTime.minute(deadline.due());
        return Finding.refusal("payment.late", deadline.clause(), Text.of("在缴费截止时间 " + due + " 前受理", "taken before " + due + ", by when it is to be paid"), Text.of("现为 " + ChinaTime.minute(at), "it is " + ChinaTime.minute(at)), null);
    }
}
