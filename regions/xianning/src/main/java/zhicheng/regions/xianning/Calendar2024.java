package zhicheng.regions.xianning;

import static zhicheng.regions.xianning.Settings2024.AT_LEAST_FIVE;
import static zhicheng.regions.xianning.Settings2024.BEFORE_OCTOBER;
import static zhicheng.regions.xianning.Settings2024.BEFORE_THE_11TH;

import java.time.LocalDate;
import zhicheng.spi.Calendar;
import zhicheng.spi.Calendar.Window;
import zhicheng.spi.Clause;
import zhicheng.spi.Readings;
import zhicheng.spi.Scope;
import zhicheng.spi.Step;
import zhicheng.spi.Text;
import zhicheng.spi.When;
import zhicheng.spi.When.Count;

/** The dates of X24. It gives no application window: every committee announces its own, within X24-4. */
final class Calendar2024 {
    private static final Clause TIMES = Clause.of("X24-4");
    private static final Clause REVIEW = Clause.of("X24-5.3");

    static Calendar read(Readings readings) {
        var noticeBy = readings.of(Settings2024.NOTICE).equals(BEFORE_THE_11TH) ? LocalDate.of(2024, 5, 10) : LocalDate.of(2024, 5, 20);
        var doneBy = readings.of(Settings2024.REVIEW).equals(BEFORE_OCTOBER) ? LocalDate.of(2024, 9, 30) : LocalDate.of(2024, 10, 31);
        var planFiled = readings.of(Settings2024.PLAN).equals(AT_LEAST_FIVE) ? Count.AT_LEAST_BEFORE : Count.WITHIN_BEFORE;
        return Calendar.of(
                Window.of("notice", TIMES, Step.COMMITTEE_NOTICE, Scope.all(),
                        When.byDay(noticeBy, "在2024年5月中旬前", chosen("X24-4.notice"))),
                Window.of("application", TIMES, Step.APPLICATION, Scope.all(),
                        When.setByCommittee(null, doneBy, "明确网上申报和审核具体时间",
                                Text.of("各评委会在其通知中自定，须在本年度评审各项工作完成期限之内",
                                        "each committee sets it in its own notice, within the time by which all of the year's review work is done")))
                        .note(Text.of("自主评审单位在本通知规定时间内自主确定；不得跨年度评审。",
                                "Units with review authority of their own set theirs within the times of this notice; no review runs into the next year.")),
                audit("audit", Step.EMPLOYER_REVIEW, doneBy),
                audit("audit.departments", Step.DEPARTMENT_REVIEW, doneBy),
                audit("audit.office", Step.INTAKE, doneBy),
                Window.of("review", TIMES, Step.REVIEW, Scope.all(),
                        When.byDay(doneBy, "确保在10月前完成本年度评审各项工作，不得跨年度评审", chosen("X24-4.review"))),
                Window.of("plan", REVIEW, Step.PLAN_FILING, Scope.all(),
                        When.counted(5, true, planFiled, Text.of("评审会召开", "the review meeting"), "于评审前5个工作日内", chosen("X24-5.3.plan"))),
                Window.of("result-publication", REVIEW, Step.RESULT_PUBLICATION, Scope.all(),
                        When.counted(3, true, Count.WITHIN_AFTER, Text.of("评审工作结束", "the end of the review"),
                                "评审工作结束3个工作日内公示评审结果，公示期不少于5个工作日", Text.of("3个工作日内开始公示", "the publication begins within 3 working days"))),
                Window.of("report", REVIEW, Step.RESULT_REPORT, Scope.all(),
                        When.counted(5, true, Count.WITHIN_AFTER, Text.of("评审工作结束", "the end of the review"),
                                "评审工作结束5个工作日内", null))
                        .note(Text.of("原文自相矛盾：报告须含公示情况，而公示不少于5个工作日，除非评审一结束立即公示，报告到期时公示尚未结束。未尽部分在公示结束后补充。",
                                "The text contradicts itself: the report tells of the publication, which lasts at least 5 working days and so is not over when the report is due, unless it begins at once. What is missing follows in a supplement.")),
                Window.of("committee-refiling", Clause.of("X24-7.1"), Step.COMMITTEE_FILING, Scope.all(),
                        When.byDay(LocalDate.of(2024, 4, 30), "于2024年4月30日前完成核准备案", Text.of("含4月30日当日", "30 April included")))
                        .note(Text.of("只涉及2021年至今三年有效期已满的评委会。", "Concerns committees whose three years since 2021 have run out.")),
                Window.of("history-upload", Clause.of("X24-7.2"), Step.HISTORY_UPLOAD, Scope.all(),
                        When.from(LocalDate.of(2024, 5, 16), "于2024年5月15日后", Text.of("5月15日当日不计，自5月16日0时起", "15 May itself left out: from 16 May, 00:00"))));
    }

    /** «审核» is everybody's who audits before the committee: employers, departments in charge, title-reform departments, committees' offices (X24-5.2b, X24-8.3 name them), and all are done when the review is. */
    private static Window audit(String id, Step step, LocalDate doneBy) {
        return Window.of(id, TIMES, step, Scope.all(), When.setByCommittee(null, doneBy, "明确网上申报和审核具体时间",
                Text.of("网上审核时间（含用人单位、主管部门、人社部门、评委会办公室）由各评委会通知确定，须在本年度评审各项工作完成期限之内",
                        "the time of online auditing, by employers, departments and committees' offices alike, is set in each committee's notice, within the time by which all of the year's review work is done")));
    }

    private static Text chosen(String setting) {
        return Text.of("原文可有两种理解，按设置 " + setting + " 所选", "the text can be read in two ways; read as chosen by the setting " + setting);
    }

    private Calendar2024() {}
}
