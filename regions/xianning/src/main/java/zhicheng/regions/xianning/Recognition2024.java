package zhicheng.regions.xianning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import zhicheng.spi.Case;
import zhicheng.spi.Case.Hours;
import zhicheng.spi.Case.Title;
import zhicheng.spi.Clause;
import zhicheng.spi.Recognition;
import zhicheng.spi.Recognition.Of;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** What was won elsewhere and counts here: ten Yangtze provinces and cities (X24-6.3), aid postings (X24-6.1). Nothing else is recognised or refused by these clauses. */
final class Recognition2024 {
    private static final int AID_MONTHS = 12;

    static final List<Recognition> ALL = List.of(
            Recognition.of("yangtze-hours", Clause.of("X24-6.3"), Of.HOURS, Provinces.YANGTZE,
                    Text.of("在沿江10省、市取得的继续教育学时，视同达到相应时长的继续教育学时", "Hours of continuing education earned in the ten Yangtze provinces and cities count as the same number of hours")),
            Recognition.of("yangtze-titles", Clause.of("X24-6.3"), Of.TITLES, Provinces.YANGTZE,
                    Text.of("在沿江10省、市取得的职称直接予以认可；经用人单位考核合格后，可作为聘任的依据", "Titles won in the ten Yangtze provinces and cities are recognised directly; after the employer's assessment one may ground an appointment")),
            Recognition.of("aid-titles", Clause.of("X24-6.1"), Of.TITLES, Provinces.AIDED,
                    Text.of("援藏援疆援青1年及以上期间在受援地取得的职称，期满返回后继续有效，无需重新确认", "A title won on an aid posting of a year or more to Tibet, Xinjiang or Qinghai stays valid after the return, without a new confirmation")));

    private static final Text HOURS = Text.of("在沿江10省、市取得的继续教育学时，按相应时长认可（本通知未规定须达多少学时，见X24-2）",
            "Hours earned in the ten Yangtze provinces and cities count at their full length (this notice does not say how many are needed: X24-2)");
    private static final Text TITLES = Text.of("在沿江10省、市取得的职称，在我省范围内直接认可", "Titles won in the ten Yangtze provinces and cities are recognised directly within Hubei");
    private static final Text AID = Text.of("援藏援疆援青1年及以上期间在受援地取得的职称继续有效", "Titles won on an aid posting of a year or more to Tibet, Xinjiang or Qinghai stay valid");

    /** They tell what counts, and refuse nobody: whether hours or titles are needed at all is the province's to say (X24-2). */
    static final List<Rule> RULES = List.of(
            Rule.advisory("recognised-hours", Clause.of("X24-6.3"), HOURS, Recognition2024::hours),
            Rule.advisory("recognised-titles", Clause.of("X24-6.3"), TITLES, Recognition2024::titles),
            Rule.advisory("aid-titles", Clause.of("X24-6.1"), AID, Recognition2024::aid));

    private static Verdict hours(Case one) {
        if (one.hours().isEmpty()) return Verdict.missing(HOURS, "hours");
        var told = one.hours().get();
        if (told.isEmpty()) return Verdict.satisfied(HOURS, Text.of("没有需认可的学时", "no hours to recognise"));
        var counted = told.stream().map(Recognition2024::counted).toList();
        var shown = Text.of(counted.stream().map(Text::zh).collect(Collectors.joining("；")), counted.stream().map(Text::en).collect(Collectors.joining("; ")));
        return told.stream().allMatch(hours -> accepted(hours.province())) ? Verdict.satisfied(HOURS, shown) : Verdict.open(HOURS, shown);
    }

    private static Text counted(Hours hours) {
        var number = BigDecimal.valueOf(hours.total(), 1).stripTrailingZeros().toPlainString();
        if (hours.province().isEmpty())
            return Text.of(hours.year() + "年" + number + "学时，未说明取得省份", number + " hours of " + hours.year() + ", province not told");
        var from = Provinces.name(hours.province().get());
        var zh = hours.year() + "年" + from.zh() + number + "学时";
        var en = number + " hours of " + hours.year() + " from " + from.en();
        return accepted(hours.province())
                ? Text.of(zh + "，视同" + number + "学时", en + " count as " + number + " hours")
                : Text.of(zh + "，本款未作规定", en + ": not said by this clause");
    }

    private static Verdict titles(Case one) {
        if (one.titles().isEmpty()) return Verdict.missing(TITLES, "titles");
        var elsewhere = one.titles().get().stream().filter(title -> title.aidMonths().isEmpty()).toList();
        if (elsewhere.isEmpty()) return Verdict.satisfied(TITLES, Text.of("没有需认可的职称", "no title to recognise"));
        var not = elsewhere.stream().filter(title -> !accepted(title.province())).toList();
        return not.isEmpty()
                ? Verdict.satisfied(TITLES, listed("认可：", "recognised: ", elsewhere))
                : Verdict.open(TITLES, listed("本款未作规定：", "not said by this clause: ", not));
    }

    private static Verdict aid(Case one) {
        if (one.titles().isEmpty()) return Verdict.missing(AID, "titles");
        var posted = one.titles().get().stream().filter(title -> title.aidMonths().isPresent()).toList();
        if (posted.isEmpty()) return Verdict.satisfied(AID, Text.of("没有援派期间取得的职称", "no title won on an aid posting"));
        var not = posted.stream().filter(title -> !valid(title)).toList();
        return not.isEmpty()
                ? Verdict.satisfied(AID, listed("继续有效：", "stays valid: ", posted))
                : Verdict.open(AID, listed("援派不满1年或受援地不在此列，本款未作规定：",
                        "posted for less than a year, or to another place, of which this clause says nothing: ", not));
    }

    private static boolean valid(Title title) {
        return title.aidMonths().orElse(0) >= AID_MONTHS && title.province().filter(code -> Provinces.AIDED.contains(Provinces.of(code))).isPresent();
    }

    /** One of the ten, or Hubei itself. */
    private static boolean accepted(Optional<String> province) {
        return province.map(Provinces::of).filter(code -> Provinces.YANGTZE.contains(code) || code.equals(Provinces.HUBEI)).isPresent();
    }

    private static Text listed(String zh, String en, List<Title> titles) {
        return Text.of(zh + titles.stream().map(title -> shown(title).zh()).collect(Collectors.joining("、")),
                en + titles.stream().map(title -> shown(title).en()).collect(Collectors.joining("; ")));
    }

    private static Text shown(Title title) {
        var from = title.province().map(Provinces::name).orElse(Text.of("未说明省份", "province not told"));
        return Text.of(title.level().label().zh() + "职称（" + title.series() + "，" + from.zh() + "）", title.level().label().en() + " title (" + title.series() + ", " + from.en() + ")");
    }

    private Recognition2024() {}
}
