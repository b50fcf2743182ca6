package zhicheng.regions.jiayuguan;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Disposition;
import zhicheng.spi.Text;

/** What of J24 is stated as fact but not acted upon: left to people, or waiting for a later part. */
final class Dispositions2024 {
    static final List<Disposition> DISPOSITIONS = List.of(
            people("J24-4.3", "至少2名专职人员、全市核查和通报由人执行，软件不作判断", "Two full-time staff, the city-wide check and its publicity are people's work; no software decides them."),
            later("J24-3.4", "审核、退回和原件核查已可办理；审核推荐汇总表（附件2）各栏可查询，成表打印待表格部分", "Audit, returns and the check of originals are done here; the columns of the summary (annex 2) can be asked for, printing it as a form waits for the forms."),
            later("J24-3.6", "答辩评审会议的办理待评委会部分", "Holding the meeting waits for the committees."),
            later("J24-3.7", "结果公示、发文和电子证书的办理待证书部分", "Publication, confirmation and e-certificates wait for the certificates."),
            later("J24-3.8", "总结和花名册的生成待评委会部分", "Summary and roster wait for the committees."),
            later("J24-4.2", "专家抽取、联审、抽审的办理待评委会部分", "Drawing experts, joint and sample checks wait for the committees."));

    private Dispositions2024() {}

    private static Disposition people(String clause, String zh, String en) {
        return Disposition.leftToPeople(Clause.of(clause), Text.of(zh, en));
    }

    private static Disposition later(String clause, String zh, String en) {
        return Disposition.later(Clause.of(clause), Text.of(zh, en));
    }
}
