package zhicheng.regions.bijie;

import java.time.LocalDate;
import zhicheng.spi.Calendar;
import zhicheng.spi.Calendar.Window;
import zhicheng.spi.Clause;
import zhicheng.spi.Scope;
import zhicheng.spi.Step;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/** Bijie's dates of 2023. The province's dates stand in annex 3, which is not in the text: they are not guessed (B23-5.1). */
final class Calendar2023 {
    private static final String PRINTED = "全省统一的个人资料上传、申报、审核等时间节点（详见附件3）";
    private static final Text PROVINCE = Text.of("贵州省统一的时间节点（附件3，不在本文本中）", "the dates that Guizhou sets for all (annex 3, not in this text)");
    private static final Text TERMINATED = Text.of("于当日之内；通知未载钟点", "in the course of that day; the notice prints no hour");

    static final Calendar CALENDAR = Calendar.of(
            Window.of("records.termination", Clause.of("B23-5.4"), Step.TERMINATION, Scope.all(),
                    When.days(LocalDate.of(2023, 7, 31), LocalDate.of(2023, 7, 31), "2023年7月31日对2022年度未完成流程的申报记录统一作终止处理", TERMINATED)),
            Window.of("records.new", Clause.of("B23-5.4"), Step.NEW_RECORDS, Scope.all(),
                    When.from(LocalDate.of(2023, 8, 1), "从8月1日起新增申报记录", Text.of("自当日0时起", "from 00:00 of that day"))),
            Window.of("all.upload", Clause.of("B23-5.1"), Step.UPLOAD, Scope.all(), When.elsewhere(PROVINCE, null, null, PRINTED, null)),
            Window.of("all.application", Clause.of("B23-5.1"), Step.APPLICATION, Scope.all(), When.elsewhere(PROVINCE, null, null, PRINTED, null))
                    .note(Text.of("专项评审纳入相应系列统一时间开展，不再另行通知（B23-5.2）",
                            "special reviews run in the dates of their series, without a notice of their own (B23-5.2)")));

    private Calendar2023() {}
}
