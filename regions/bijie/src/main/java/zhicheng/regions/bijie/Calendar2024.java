package zhicheng.regions.bijie;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import zhicheng.spi.Calendar;
import zhicheng.spi.Calendar.Window;
import zhicheng.spi.Clause;
import zhicheng.spi.Scope;
import zhicheng.spi.Scope.Part;
import zhicheng.spi.Step;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/** Bijie's dates of 2024: the system's yearly turn (B24-5.3), the teachers' local rules (B24-1.1) and the eight rows of annex 1. */
final class Calendar2024 {
    private static final Text FINANCE = Text.of("贵州省财政会计网", "the finance and accounting site of Guizhou");
    private static final URI FINANCE_SITE = URI.create("http://czkj.guizhou.gov.cn/");
    private static final Text AUDIT_OFFICE = Text.of("贵州省审计厅", "the Audit Office of Guizhou");
    private static final URI AUDIT_SITE = URI.create("http://sjt.guizhou.gov.cn/");

    static final Calendar CALENDAR = Calendar.of(
            Stream.of(records(), general(), teachers(), health(), accounting(), audit(), economics(), privateEngineering(), statistics())
                    .flatMap(List::stream).toList());

    private Calendar2024() {}

    private static List<Window> records() {
        return List.of(
                Window.of("school-rules.publication", Clause.of("B24-1.1"), Step.RULE_PUBLICATION, Scope.of(Part.series(Catalogue.SCHOOL)),
                        When.byDay(day(7, 31), "7月底前", Text.of("读作7月31日24时止", "read as until 24:00 of 31 July"))),
                Window.of("records.termination", Clause.of("B24-5.3"), Step.TERMINATION, Scope.all(),
                        When.days(day(7, 31), day(7, 31), "2024年7月31日对2023年度未完成流程的申报记录统一作终止处理",
                                Text.of("于当日之内；通知未载钟点", "in the course of that day; the notice prints no hour"))),
                Window.of("records.new", Clause.of("B24-5.3"), Step.NEW_RECORDS, Scope.all(),
                        When.from(day(8, 1), "从8月1日起新增申报记录", Text.of("自当日0时起", "from 00:00 of that day"))));
    }

    /** Row 1. */
    private static List<Window> general() {
        var row = new AnnexRow("general", Scopes2024.GENERAL);
        return List.of(
                row.upload(day(8, 1), hour(8, 19, 8), "8月1日至个人申报时间开始前。"),
                row.application(hour(8, 19, 8), hour(8, 23, 17), "8月19日8：00-23日17:00"),
                row.intake(hour(9, 30, 17), "9月30日17:00"),
                row.payment(hour(10, 10, 17), "10月10日17:00"),
                row.policyCheck(day(11, 30), "11月30日前"),
                row.review(day(12, 31), "12月31日前"));
    }

    /** Row 2. */
    private static List<Window> teachers() {
        var row = new AnnexRow("teachers", Scopes2024.TEACHERS);
        return List.of(
                row.upload(day(8, 1), hour(8, 26, 8), "8月1日至个人申报时间开始前。"),
                row.application(hour(8, 26, 8), hour(8, 30, 17), "8月26日8：00-30日17:00"),
                row.intake(hour(9, 30, 17), "9月30日17:00"),
                row.payment(hour(10, 10, 17), "10月10日17:00"),
                row.policyCheck(day(11, 30), "11月30日前"),
                row.review(day(12, 31), "12月31日前"));
    }

    /** Row 3. */
    private static List<Window> health() {
        var row = new AnnexRow("health", Scopes2024.HEALTH);
        return List.of(
                row.upload(day(8, 1), hour(9, 16, 8), "8月1日至个人申报时间开始前。"),
                row.application(hour(9, 16, 8), hour(9, 20, 17), "9月16日8:00-20日17:00").note(midAutumn()),
                row.intake(hour(10, 18, 17), "10月18日17:00"),
                row.payment(hour(10, 28, 17), "10月28日17:00"),
                row.policyCheck(day(12, 15), "12月15日前"),
                row.review(day(12, 31), "12月31日前"));
    }

    /** Row 4: all but the limits of the first and the last column is left to the finance and accounting site. */
    private static List<Window> accounting() {
        var row = new AnnexRow("accounting", Scopes2024.ACCOUNTING);
        // Where the four columns print the address, its opening bracket is missing; kept as printed.
        var printed = "时间以贵州省财政会计网httq://czkj.guizhou.gov.cn/）通知为准";
        return List.of(
                row.elsewhere("upload", Step.UPLOAD, FINANCE, FINANCE_SITE, day(10, 31),
                        "10月31日前（申报时间以贵州省财政会计网（httq://czkj.guizhou.gov.cn/）通知为准）。"),
                row.elsewhere("application", Step.APPLICATION, FINANCE, FINANCE_SITE, null, printed),
                row.elsewhere("intake", Step.INTAKE, FINANCE, FINANCE_SITE, null, printed),
                row.elsewhere("payment", Step.PAYMENT, FINANCE, FINANCE_SITE, null, printed),
                row.elsewhere("policy-check", Step.POLICY_CHECK, FINANCE, FINANCE_SITE, null, printed),
                row.review(LocalDate.of(2025, 3, 31), "2025年3月31日前"));
    }

    /** Row 5: the first four columns are left to the provincial audit office. */
    private static List<Window> audit() {
        var row = new AnnexRow("audit", Scopes2024.AUDIT);
        var printed = "2024年度申报时间以贵州省审计厅（httq://sjt.guizhou.gov.cn/）通知为准。";
        return List.of(
                row.elsewhere("upload", Step.UPLOAD, AUDIT_OFFICE, AUDIT_SITE, null, printed),
                row.elsewhere("application", Step.APPLICATION, AUDIT_OFFICE, AUDIT_SITE, null, printed),
                row.elsewhere("intake", Step.INTAKE, AUDIT_OFFICE, AUDIT_SITE, null, printed),
                row.elsewhere("payment", Step.PAYMENT, AUDIT_OFFICE, AUDIT_SITE, null, printed),
                row.policyCheck(LocalDate.of(2025, 5, 30), "2025年5月30日前"),
                row.review(LocalDate.of(2025, 6, 30), "2025年6月30日前"));
    }

    /** Row 6. */
    private static List<Window> economics() {
        var row = new AnnexRow("economics", Scopes2024.ECONOMICS);
        return List.of(
                row.upload(day(8, 1), hour(9, 16, 8), "8月1日至个人申报时间开始前。"),
                row.application(hour(9, 16, 8), hour(9, 20, 17), "9月16日8:00-20日17:00").note(midAutumn()),
                row.intake(hour(10, 18, 17), "10月18日17:00"),
                row.payment(hour(10, 28, 17), "10月28日17:00"),
                row.policyCheck(day(11, 30), "11月30日前"),
                row.review(day(12, 31), "12月31日前"));
    }

    /** Row 7: the private-economy special of engineering. */
    private static List<Window> privateEngineering() {
        var row = new AnnexRow("private-engineering", Scopes2024.PRIVATE_ENGINEERING);
        return List.of(
                row.upload(day(9, 20), hour(11, 4, 8), "9月20日至个人申报时间开始前。"),
                row.application(hour(11, 4, 8), hour(11, 8, 17), "11月4日8:00-8日17:00"),
                row.intake(hour(12, 5, 17), "12月5日17:00"),
                row.payment(hour(12, 15, 17), "12月15日17:00"),
                row.policyCheck(LocalDate.of(2025, 5, 30), "2025年5月30日前"),
                row.review(LocalDate.of(2025, 6, 30), "2025年6月30日前"));
    }

    /** Row 8. */
    private static List<Window> statistics() {
        var row = new AnnexRow("statistics", Scopes2024.STATISTICS);
        return List.of(
                row.upload(day(10, 15), hour(12, 2, 8), "10月15日至个人申报时间开始前。"),
                row.application(hour(12, 2, 8), hour(12, 6, 17), "12月2日8:00-6日17:00"),
                row.intake(LocalDateTime.of(2025, 1, 17, 17, 0), "2025年1月17日17:00"),
                row.payment(LocalDateTime.of(2025, 4, 30, 17, 0), "2025年4月30日17:00"),
                row.policyCheck(LocalDate.of(2025, 5, 30), "2025年5月30日前"),
                row.review(LocalDate.of(2025, 6, 30), "2025年6月30日前"));
    }

    private static Text midAutumn() {
        return Text.of("9月16日、17日为中秋节假日，窗口内只有18日至20日三个工作日",
                "16 and 17 September are the Mid-Autumn holiday: only the three working days from the 18th to the 20th lie in this window");
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2024, month, day);
    }

    private static LocalDateTime hour(int month, int day, int hour) {
        return LocalDateTime.of(2024, month, day, hour, 0);
    }
}
