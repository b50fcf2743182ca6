package zhicheng.regions.bijie;

import java.util.List;
import java.util.Map;
import zhicheng.spi.Category;
import zhicheng.spi.Clause;
import zhicheng.spi.Level;
import zhicheng.spi.Text;

/** The special reviews of 2023: four of B23-5.2 and the nomination of B23-2.3 (评审类型“专精特新专项”). */
final class Categories2023 {
    static final Clause CLAUSE = Clause.of("B23-5.2");

    private static final Text TOGETHER = Text.of("与社会化评审同步进行，纳入相应系列统一时间，不再另行通知", "together with the ordinary review, in the dates of its series, without a notice of its own");

    static final List<Category> CATEGORIES = List.of(
            Category.of(Catalogue.GREEN_CHANNEL, CLAUSE,
                    Text.of("全市高层次急需引进人才“绿色通道”职称评审", "\"green channel\" for high-level talent urgently brought to the city"), TOGETHER),
            Category.of(Catalogue.TARGETED_USE, CLAUSE,
                    Text.of("副高级职称“定向评价定向使用”", "\"targeted evaluation, targeted use\" for associate senior titles"), TOGETHER),
            Category.of(Catalogue.GRASSROOTS_ASSOCIATE, CLAUSE,
                    Text.of("副高级基层评审认定", "grass-roots review for associate senior titles"), TOGETHER),
            Category.of(Catalogue.PRIVATE_ECONOMY, CLAUSE,
                    Text.of("民营经济组织职称专项评审", "special review for private-economy organisations"), TOGETHER),
            Category.of(Catalogue.LITTLE_GIANT, Clause.of("B23-2.3"),
                    Text.of("专精特新专项", "\"specialised and innovative\" special"),
                    Text.of("专精特新“小巨人”企业举荐，直接申报工程系列高级职称；适用工程系列社会化评审条件",
                            "nominated by a \"little giant\" enterprise, straight to a senior engineering title; the ordinary engineering conditions apply")));

    /** Levels that the name of a special itself fixes. */
    static final Map<String, Level> LEVELS = Map.of(
            Catalogue.TARGETED_USE, Level.ASSOCIATE_SENIOR, Catalogue.GRASSROOTS_ASSOCIATE, Level.ASSOCIATE_SENIOR);

    private Categories2023() {}
}
