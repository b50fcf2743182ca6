package zhicheng.regions.jiayuguan;

import java.time.LocalDate;
import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Series;
import zhicheng.spi.Text;

/** What annex 1 has a committee for and the national catalogue does not name. The notice gives no title names, so there are none here. */
final class Series2024 {
    static final List<Series> SERIES = List.of(
            local("LAWYER", Text.of("律师专业", "lawyers")),
            local("RURAL_CULTURE", Text.of("农村实用文化人才", "rural cultural talent")));

    private Series2024() {}

    private static Series local(String code, Text name) {
        return Series.of(code, Clause.of("J24-annex1"), name, List.of(), LocalDate.of(2024, 9, 2), "嘉人社发〔2024〕205号 附件1");
    }
}
