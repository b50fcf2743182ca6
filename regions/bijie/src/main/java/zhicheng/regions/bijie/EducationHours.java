package zhicheng.regions.bijie;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import zhicheng.spi.Case;
import zhicheng.spi.Case.Hours;
import zhicheng.spi.ContinuingEducation;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** Continuing education (继续教育学时): hours a year, and the share of specialised subjects (B24-4.1, B23-4.2). */
final class EducationHours {
    private static final Text NOT_BY_NOW = Text.of("当年尚未结束，学时可继续累计：", "the year is not over and hours still add up: ");

    private EducationHours() {}

    /**
     * The notice names no years; our reading: a completed year under the number fails, and no later year repairs it; the running one cannot be told until it ends;
     * the last completed year before the application has to be told, so that old years alone satisfy nothing; who tells that there are no hours had none in it.
     */
    static Rule enough(ContinuingEducation asked) {
        return Rule.binding("continuing-education", asked.clause(),
                Text.of("专业技术人员参加继续教育每年累计不少于%d学时，%s每年不少于%d学时（通知未写哪些年度；本系统读作：申报前最后一个已结束年度须说明，说明没有学时的，该年度按零学时计；所说明的已结束年度都须达到，当年未结束的尚不能判断）"
                                .formatted(asked.hours(), asked.reducedFor().zh(), asked.reducedHours()),
                        ("at least %d hours of continuing education a year, %d for %s (the notice names no years; our reading: the last completed year before the application has to be told, no hours at all being none in it, "
                                + "every completed year that is told has to have them, the running one cannot be told until it ends)").formatted(asked.hours(), asked.reducedHours(), asked.reducedFor().en())),
                one -> enough(one, asked));
    }

    /** "As a rule" two thirds: a failure only warns. */
    static Rule specialised(ContinuingEducation asked) {
        return Rule.advisory("specialised-hours", asked.clause(),
                Text.of("专业科目一般不少于总学时的三分之二", "specialised subjects are as a rule at least two thirds of all hours"), one -> specialised(one, asked));
    }

    private static Verdict enough(Case one, ContinuingEducation law) {
        var number = reduced(one).map(less -> less ? law.reducedHours() : law.hours());
        var asked = number.map(EducationHours::hoursAYear)
                .orElseGet(() -> Text.of("每年不少于%d学时（基层、民营经济组织%d学时）".formatted(law.hours(), law.reducedHours()),
                        "%d hours a year (%d at the grass roots and in the private economy)".formatted(law.hours(), law.reducedHours())));
        var years = byYear(one);
        if (years.isEmpty()) return lastUntold(one, asked, years);
        var surely = 10 * number.orElse(law.reducedHours());
        var perhaps = 10 * number.orElse(law.hours());
        var over = years.headMap(one.day().getYear()).values();
        if (over.stream().anyMatch(year -> year.total() < surely)) return Verdict.failed(asked, shown(over, surely, number.isPresent())).at("hours");
        var shown = shown(years.values());
        if (!years.containsKey(last(one))) return lastUntold(one, asked, years);
        if (years.values().stream().anyMatch(year -> year.total() >= surely && year.total() < perhaps)) return atPlace(one, asked, shown);
        if (years.values().stream().anyMatch(year -> year.total() < perhaps)) return Verdict.open(asked, joined(NOT_BY_NOW, shown)).at("hours");
        return Verdict.satisfied(asked, shown).at("hours");
    }

    /** The last year that was over before the application. */
    private static int last(Case one) {
        return Math.min(one.claim().year(), one.day().getYear()) - 1;
    }

    private static Verdict lastUntold(Case one, Text asked, TreeMap<Integer, Year> told) {
        var untold = Text.of("未说明申报前最后一个已结束年度（" + last(one) + "年）的学时", "hours of " + last(one) + ", the last completed year before the application, are not told");
        return Verdict.missing(asked, told.isEmpty() ? untold : joined(untold, joined(Text.of("；已说明：", "; told are "), shown(told.values()))), "hours");
    }

    /** Enough for the grass roots and the private economy, too little elsewhere: it hangs on where he works. */
    private static Verdict atPlace(Case one, Text asked, Text shown) {
        var untold = new ArrayList<String>();
        if (one.grassroots().isEmpty()) untold.add("grassroots");
        if (one.employment().isEmpty()) untold.add("employment");
        return untold.isEmpty()
                ? Verdict.open(asked, joined(Text.of("是否属于民营经济组织须由人核定：", "whether he works in the private economy is for people to say: "), shown)).at("hours")
                : Verdict.missing(asked, untold.toArray(String[]::new));
    }

    private static Verdict specialised(Case one, ContinuingEducation law) {
        var thirds = law.specialisedThirds();
        var asked = Text.of("专业科目一般不少于总学时的三分之二", "as a rule two thirds specialised subjects");
        var years = byYear(one);
        if (years.isEmpty()) return lastUntold(one, asked, years);
        var shown = shown(years.values());
        if (years.containsKey(last(one)) && years.values().stream().allMatch(year -> year.total() == 0))
            return Verdict.open(asked, joined(Text.of("没有学时，谈不上比例：", "no hours, and so no share of them: "), shown)).at("hours");
        var few = years.values().stream().filter(year -> year.specialised().filter(some -> 3 * some < thirds * year.total()).isPresent()).toList();
        if (few.stream().anyMatch(year -> year.year() < one.day().getYear())) return Verdict.failed(asked, shown).at("hours");
        if (!years.containsKey(last(one))) return lastUntold(one, asked, years);
        if (years.values().stream().anyMatch(year -> year.specialised().isEmpty()))
            return Verdict.missing(asked, joined(Text.of("有年度未说明专业科目学时：", "of some year the specialised hours are not told: "), shown), "hours");
        if (!few.isEmpty()) return Verdict.open(asked, joined(NOT_BY_NOW, shown)).at("hours");
        return Verdict.satisfied(asked, shown).at("hours");
    }

    /** Whether the lower number holds; empty where the notice's words do not settle it. */
    private static Optional<Boolean> reduced(Case one) {
        var privately = one.employment().flatMap(EducationHours::privateEconomy);
        if (one.grassroots().orElse(false) || privately.orElse(false)) return Optional.of(true);
        return one.grassroots().isPresent() && privately.isPresent() ? Optional.of(false) : Optional.empty();
    }

    private static Optional<Boolean> privateEconomy(Case.Employment employment) {
        return switch (employment) {
            case PRIVATE_ENTERPRISE -> Optional.of(true);
            case STATE_INSTITUTION_POST, STATE_INSTITUTION_CONTRACT, STATE_ENTERPRISE, CENTRAL_UNIT, POSTED_AGENCY, CIVIL_SERVANT -> Optional.of(false);
            case SOCIAL_ORGANISATION, SOLE_TRADER, DISPATCHED, FLEXIBLE, FREELANCE, ON_LEAVE_FOUNDING, RURAL_TALENT, NONE -> Optional.empty();
        };
    }

    /** One year's hours in tenths, added up over the places where they were earned. */
    private record Year(int year, int total, Optional<Integer> specialised) {
        Year plus(Hours more) {
            return new Year(year, total + more.total(), specialised.flatMap(some -> more.specialised().map(others -> some + others)));
        }
    }

    /** Empty where nothing is told; where it is told that there are no hours, none in the last completed year. */
    private static TreeMap<Integer, Year> byYear(Case one) {
        var years = new TreeMap<Integer, Year>();
        if (one.hours().filter(List::isEmpty).isPresent()) years.put(last(one), new Year(last(one), 0, Optional.of(0)));
        for (var hours : one.hours().orElse(List.of()))
            years.compute(hours.year(), (year, sum) -> (sum == null ? new Year(year, 0, Optional.of(0)) : sum).plus(hours));
        return years;
    }

    private static Text shown(Collection<Year> years) {
        return listed(years, year -> year.specialised()
                .map(some -> joined(total(year), Text.of("（专业科目" + decimal(some) + "）", " (" + decimal(some) + " specialised)"))).orElseGet(() -> total(year)));
    }

    /** Completed years, the short ones with what they lack in tenths; {@code exactly} false where a higher number may hold. */
    private static Text shown(Collection<Year> over, int needed, boolean exactly) {
        return listed(over, year -> year.total() >= needed ? total(year) : joined(total(year),
                Text.of((exactly ? "（少" : "（至少少") + decimal(needed - year.total()) + "学时）", (exactly ? " (" : " (at least ") + decimal(needed - year.total()) + " short)")));
    }

    private static Text total(Year year) {
        return Text.of(year.year() + "年" + decimal(year.total()) + "学时", year.year() + ": " + decimal(year.total()) + " hours");
    }

    private static Text listed(Collection<Year> years, Function<Year, Text> each) {
        return Text.of(years.stream().map(year -> each.apply(year).zh()).collect(Collectors.joining("，")), years.stream().map(year -> each.apply(year).en()).collect(Collectors.joining(", ")));
    }

    private static String decimal(int tenths) {
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    private static Text hoursAYear(int hours) {
        return Text.of("每年不少于" + hours + "学时", hours + " hours a year");
    }

    private static Text joined(Text before, Text after) {
        return Text.of(before.zh() + after.zh(), before.en() + after.en());
    }
}
