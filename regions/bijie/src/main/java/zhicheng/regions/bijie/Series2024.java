package zhicheng.regions.bijie;

import java.time.LocalDate;
import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Series;
import zhicheng.spi.Text;

/** Series of annex 1 that the national catalogue does not have; the notice gives no names of their titles. */
final class Series2024 {
    static final List<Series> SERIES = List.of(
            local(Catalogue.LAWYER, Text.of("律师", "lawyers")),
            local(Catalogue.PARTY_SCHOOL, Text.of("党校、行政学院（校）系统教师", "teachers of party schools and administrative colleges")));

    private Series2024() {}

    /** Valid from the day of the notice, for want of an earlier one. */
    private static Series local(String code, Text name) {
        return Series.of(code, Clause.of("B24-annex1"), name, List.of(), LocalDate.of(2024, 4, 8), "毕人社通〔2024〕42号 附件1");
    }
}
