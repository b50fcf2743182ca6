package zhicheng.regions.bijie;

import java.util.List;
import zhicheng.spi.Case.SanctionKind;
import zhicheng.spi.Integrity;
import zhicheng.spi.Integrity.Ground;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/** What is noted against somebody (诚信档案库, B23-3.3): three years' bar where it is serious. It reaches into the years after, so it stands in 2024 too. */
final class Honesty {
    static final Integrity INTEGRITY = Integrity.of(Said.says(List.of(
                    Ground.of("misconduct", AcademicMisconduct.CLAUSE, List.of(SanctionKind.ACADEMIC_MISCONDUCT),
                            Text.of("学术不端的，记入诚信档案库；情节严重的，取消三年内职称申报资格", "academic misconduct is noted; where it is serious, no application for three years"), Said.says(AcademicMisconduct.BAR_YEARS),
                            Said.notSaid(AcademicMisconduct.CLAUSE, Text.of("未写申报后发现的如何处理", "nothing is said of what is found after the application"))).whereSerious())),
            Said.notSaid(Text.of("毕节市通知未写信访如何核查", "Bijie's notices do not say how complaints are looked into")));

    private Honesty() {}
}
