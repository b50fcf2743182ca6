package zhicheng.regions.xianning;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Disposition;
import zhicheng.spi.Text;

/** Clauses of X24 that are stated as facts here, and whose acts are people's or wait for a later part of the software. */
final class Dispositions2024 {
    private static final Text COMMITTEES = Text.of("待评委会的备案、方案、会议与结果等行为", "waits for the acts of committees: filing, plan, meeting, result");
    private static final Text CERTIFICATES = Text.of("待证书与历史数据采集", "waits for certificates and the collection of historical data");

    static final List<Disposition> ALL = List.of(
            Disposition.later(Clause.of("X24-1.found"), Text.of("审核不予通过已可办理；评审结果的不予确认待评委会环节", "refusing the review is done here; not confirming a result waits for the acts of committees")),
            Disposition.later(Clause.of("X24-5.3"), COMMITTEES),
            Disposition.later(Clause.of("X24-5.3a"), COMMITTEES),
            Disposition.later(Clause.of("X24-5.3b"), COMMITTEES),
            Disposition.later(Clause.of("X24-6.4"), COMMITTEES),
            Disposition.later(Clause.of("X24-7.1"), COMMITTEES),
            Disposition.later(Clause.of("X24-7.2"), CERTIFICATES),
            Disposition.leftToPeople(Clause.of("X24-8.1"), Text.of("宣传、培训、解读由各部门开展；通知原文与各项规则在接口中公开", "publicity and training are people's; the text and every rule are public in the API")),
            Disposition.later(Clause.of("X24-8.2"), COMMITTEES),
            Disposition.later(Clause.of("X24-8.4"), COMMITTEES),
            Disposition.later(Clause.of("X24-8.5"), Text.of("信访件的登记、核查和在途申报的暂缓已可办理；评审结果公示后的核查待评委会环节", "entering and concluding complaints, and holding applications on their way, are done here; those after a result waits for the acts of committees")),
            Disposition.later(Clause.of("X24-8.6"), COMMITTEES),
            Disposition.later(Clause.of("X24-annex1"), Text.of("待表格的填报和打印", "waits for filling in and printing forms")),
            Disposition.later(Clause.of("X24-annex3"), COMMITTEES),
            Disposition.later(Clause.of("X24-annex4"), CERTIFICATES));

    private Dispositions2024() {}
}
