package zhicheng.regions.bijie;

import java.util.List;
import java.util.Map;
import zhicheng.spi.Category;
import zhicheng.spi.Clause;
import zhicheng.spi.Level;
import zhicheng.spi.Text;

/** The special reviews of 2024 (同步开展专项评审, B24-5.2), each with its document where the notice names one. */
final class Categories2024 {
    static final Clause CLAUSE = Clause.of("B24-5.2");

    private static final Text TOGETHER = Text.of("一并安排落实，读作与普通评审同一时间；通知未载明所依文件",
            "arranged together with the ordinary review, read as: at the same times; the notice names no document");

    static final List<Category> CATEGORIES = List.of(
            Category.of(Catalogue.GREEN_CHANNEL, CLAUSE,
                    Text.of("全市引进的高层次紧缺急需人才“绿色通道”职称评审", "\"green channel\" for scarce high-level talent brought to the city"), TOGETHER),
            Category.of(Catalogue.TARGETED_USE, CLAUSE,
                    Text.of("职称“定向评价定向使用”", "\"targeted evaluation, targeted use\""), TOGETHER),
            Category.of(Catalogue.GRASSROOTS_ASSOCIATE, CLAUSE,
                    Text.of("副高级基层评审认定", "grass-roots review for associate senior titles"), TOGETHER),
            Category.by("毕人社通〔2022〕205号", Catalogue.PRIVATE_ECONOMY, CLAUSE,
                    Text.of("民营经济组织职称专项评审", "special review for private-economy organisations"),
                    Text.of("按毕人社通〔2022〕205号办理；附件1只为注明“含民营经济专项”的系列和工程技术给出时间",
                            "by 毕人社通〔2022〕205号; annex 1 gives dates only to engineering and to the series that it marks as including this special")),
            Category.by("黔人社通〔2023〕37号", Catalogue.LITTLE_GIANT, CLAUSE,
                    Text.of("“专精特新”专项职称申报评审", "\"specialised and innovative\" special review"),
                    Text.of("按黔人社通〔2023〕37号办理；通知未载明时间", "by 黔人社通〔2023〕37号; the notice gives no date")),
            Category.by("黔人社通〔2023〕112号", Catalogue.CASE_BY_CASE, CLAUSE,
                    Text.of("“一事一议”“一人一策”申报评审", "case-by-case and person-by-person review"),
                    Text.of("按黔人社通〔2023〕112号办理；通知未载明时间", "by 黔人社通〔2023〕112号; the notice gives no date")));

    /** Levels that the name of a special itself fixes. */
    static final Map<String, Level> LEVELS = Map.of(Catalogue.GRASSROOTS_ASSOCIATE, Level.ASSOCIATE_SENIOR);

    private Categories2024() {}
}
