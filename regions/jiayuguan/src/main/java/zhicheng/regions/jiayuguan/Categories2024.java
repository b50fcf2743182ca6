package zhicheng.regions.jiayuguan;

import java.util.List;
import zhicheng.spi.Category;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/** The three special categories of J24-4.1. Who falls under them is not said there. */
final class Categories2024 {
    /** What the employer does beyond the ordinary, the same for all three. */
    static final Text EXTRA_STEPS = Text.of(
            "用人单位要广泛征求各有关方面意见建议，采取职工大会集体评议，适当延长公示期和扩大公示范围等方式；本通知未规定其具体条件和延长的天数。",
            "The employer consults widely, has a staff assembly deliberate, and publishes longer and more widely; this notice gives neither the conditions nor the number of days.");

    static final List<Category> CATEGORIES = List.of(
            category("EXCEPTIONAL", Text.of("破格晋升", "exceptional promotion")),
            category("GRASSROOTS_VALID", Text.of("基层有效", "valid at the grass roots")),
            category("HARDSHIP_UNIT", Text.of("艰苦单位", "hardship unit")));

    private Categories2024() {}

    private static Category category(String id, Text name) {
        return Category.of(id, Clause.of("J24-4.1"), name, EXTRA_STEPS);
    }
}
