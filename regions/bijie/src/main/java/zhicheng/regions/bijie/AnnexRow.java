package zhicheng.regions.bijie;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import zhicheng.spi.Calendar.Window;
import zhicheng.spi.Clause;
import zhicheng.spi.Scope;
import zhicheng.spi.Step;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/** One row of B24's annex 1: a group of series and the six columns in which the notice prints its times. */
record AnnexRow(String id, Scope scope) {
    private static final Clause ANNEX = Clause.of("B24-annex1");
    /** 各评委会…不得晚于全省统一的时间节点. */
    private static final Clause LIMIT = Clause.of("B24-5.1");
    private static final Text BY_DAY = Text.of("“前”读作当日24时止，含当日；通知未载钟点", "\"before\" is read as until 24:00 of that day, the day included; the notice prints no hour");
    private static final Text TO_THE_HOUR = Text.of("整点即止；通知未载明该整点是否仍可办理", "closed from that hour on; the notice does not say whether the stroke itself still counts");

    /** 个人申报资料上传时间: from a day until the application window opens. */
    Window upload(LocalDate first, LocalDateTime applicationOpens, String printed) {
        return window("upload", Step.UPLOAD, When.span(first.atStartOfDay(), applicationOpens, printed,
                Text.of("自首日0时起，至该系列个人申报开始的时刻止", "from 00:00 of the first day to the minute at which application opens")));
    }

    /** 个人点击申报时间. */
    Window application(LocalDateTime from, LocalDateTime until, String printed) {
        return window("application", Step.APPLICATION, When.span(from, until, printed, TO_THE_HOUR));
    }

    /** 各评委会线上材料收取截止时间. */
    Window intake(LocalDateTime until, String printed) {
        return window("intake", Step.INTAKE, When.until(until, printed, TO_THE_HOUR));
    }

    /** 缴费截止时间. */
    Window payment(LocalDateTime until, String printed) {
        return window("payment", Step.PAYMENT, When.until(until, printed, TO_THE_HOUR));
    }

    /** 评委会政策性审查工作完成截止时间. */
    Window policyCheck(LocalDate last, String printed) {
        return window("policy-check", Step.POLICY_CHECK, When.byDay(last, printed, BY_DAY));
    }

    /** 评委会线上评审完成截止时间. */
    Window review(LocalDate last, String printed) {
        return window("review", Step.REVIEW, When.byDay(last, printed, BY_DAY));
    }

    /** A column that leaves its time to another body; {@code last} where a limit is printed beside it, or null. */
    Window elsewhere(String column, Step step, Text byWhom, URI link, LocalDate last, String printed) {
        return window(column, step, When.elsewhere(byWhom, link, last, printed, last == null ? null : BY_DAY))
                .note(Text.of("网址原文印作“httq”，系“http”之误，链接已更正", "the address is printed \"httq\", a slip for \"http\"; the link is mended"));
    }

    private Window window(String column, Step step, When when) {
        return Window.of(id + "." + column, ANNEX, step, scope, when).limitedBy(LIMIT);
    }
}
