package zhicheng.regions.jiayuguan;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Publication;
import zhicheng.spi.Text;

/** What is made public in the unit before the recommendation (J24-3.3) and of the result (J24-3.7). No identity number is in either list. */
final class Publications2024 {
    static final Text STRICTER = Text.of(
            "通知为“不少于5天”，国家规定（人社部令第40号）为不少于5个工作日；两者并列，从严执行5个工作日。",
            "The notice says at least 5 days, the national rule (MOHRSS order 40) at least 5 working days; both are shown, and the stricter, 5 working days, binds.");

    static final List<Publication> PUBLICATIONS = List.of(
            Publication.of("recommendation", Clause.of("J24-3.3"), Publication.Of.RECOMMENDATION, 0, false, List.of(
                    Text.of("推荐人姓名", "name of the person recommended"),
                    Text.of("工作单位", "employer"),
                    Text.of("出生年月", "year and month of birth"),
                    Text.of("学历", "education"),
                    Text.of("专业", "specialty"),
                    Text.of("专业工作经历和年限", "professional career and its years"),
                    Text.of("取得资格时间", "date of the present title"),
                    Text.of("聘任时间", "date of appointment to it"),
                    Text.of("任现职以来年度考核", "yearly assessments since the present appointment"),
                    Text.of("任现职以来继续教育", "continuing education since the present appointment"),
                    Text.of("任现职以来帮扶基层经历", "service at the grass roots since the present appointment"),
                    Text.of("任现职以来符合相应系列专业业绩贡献条件情况", "how the series' conditions on achievements are met since the present appointment"))),
            Publication.of("result", Clause.of("J24-3.7"), Publication.Of.RESULT, 5, false, List.of()).stricter(STRICTER));

    private Publications2024() {}
}
