package zhicheng.contract.nowhere;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import zhicheng.spi.CapabilityTest;
import zhicheng.spi.Case;
import zhicheng.spi.Case.Employment;
import zhicheng.spi.Case.SanctionKind;
import zhicheng.spi.Clause;
import zhicheng.spi.Level;
import zhicheng.spi.Question;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** Who may apply by NW24. */
final class Eligibility2024 {
    private static final Set<Employment> WITHOUT_EMPLOYER = EnumSet.of(Employment.FLEXIBLE, Employment.FREELANCE, Employment.NONE);
    private static final Text OTHERWISE_NOT_CONCERNED = Text.of("不适用", "does not concern this claim");

    static final CapabilityTest TEST = CapabilityTest.of(Clause.of("NW24-4.1"), List.of(Level.FULL_SENIOR, Level.ASSOCIATE_SENIOR, Level.INTERMEDIATE), true,
            List.of("乌人发〔2013〕72号"), Text.of("未提及其他免试情形", "no other exemption is mentioned"), Text.of("未说明有效期", "no term of validity is given"));

    static final Question NIGHT_SHIFT = Question.of("nightShift", Clause.of("NW24-4.7"), Question.Kind.YES_NO, Text.of("是否值过夜班？", "Have you worked night shifts?"));

    static final Rule HAS_EMPLOYER = Rule.binding("channel-employer", Clause.of("NW24-2.1"), Text.of("有用人单位的，由用人单位推荐", "who has an employer goes through him"),
            Eligibility2024::hasEmployer);

    static final Rule LOCAL_FLEXIBLE = Rule.binding("channel-talent", Clause.of("NW24-2.2"), Text.of("本乡户籍的灵活就业人员由人才服务机构推荐", "local flexible workers go through the talent-service body"),
            Eligibility2024::localFlexible);

    static final List<Rule> RULES = List.of(
            Rule.binding("not-excluded", Clause.of("NW24-1.2"), Text.of("公务员、离退休人员不得申报", "civil servants and retired persons may not apply"), Eligibility2024::notExcluded),
            Rule.binding("no-party-sanction", Clause.of("NW24-1.3"), Text.of("党纪处分影响期未满不得申报", "no application while a party sanction has effect"), Eligibility2024::noSanction),
            Rule.binding("one-series", Clause.of("NW24-1.4"), Text.of("每人每年限报一个系列", "one series a person and year"), Eligibility2024::oneSeries),
            Rule.binding("capability-test", TEST.clause(), Text.of("须先通过同专业同级别水平能力测试", "a test in the same specialty and level comes first"), Eligibility2024::tested),
            Rule.advisory("hours", Clause.of("NW24-4.2"), Text.of("上一年度继续教育一般不少于60学时", "as a rule 60 hours in the year before"), Eligibility2024::hours),
            Rule.binding("night-shift", NIGHT_SHIFT.clause(), Text.of("卫生系列申报人须值过夜班", "health staff have worked night shifts"), Eligibility2024::nightShift));

    private Eligibility2024() {}

    private static Verdict notExcluded(Case one) {
        var asked = Text.of("非公务员、未离退休", "neither civil servant nor retired");
        if (one.employment().equals(Optional.of(Employment.CIVIL_SERVANT))) return Verdict.failed(asked, Employment.CIVIL_SERVANT.label()).at("employment");
        if (one.retired().equals(Optional.of(true))) return Verdict.failed(asked, Text.of("已离退休", "retired")).at("retired");
        if (one.employment().isEmpty()) return Verdict.missing(asked, "employment");
        if (one.retired().isEmpty()) return Verdict.missing(asked, "retired");
        return Verdict.satisfied(asked, one.employment().get().label());
    }

    private static Verdict noSanction(Case one) {
        var asked = Text.of("没有仍在影响期内的党纪处分", "no party sanction in effect");
        if (one.sanctions().isEmpty()) return Verdict.missing(asked, "sanctions");
        var standing = one.sanctions().get().stream().filter(sanction -> sanction.kind() == SanctionKind.PARTY && sanction.stands(one.day())).toList();
        if (standing.isEmpty()) return Verdict.satisfied(asked, Text.of("无", "none"));
        var failed = Verdict.failed(asked, SanctionKind.PARTY.label()).at("sanctions");
        if (standing.stream().anyMatch(sanction -> sanction.until().isEmpty())) return failed;
        return failed.from(standing.stream().map(sanction -> sanction.until().get()).max(Comparator.naturalOrder()).get());
    }

    private static Verdict oneSeries(Case one) {
        var asked = Text.of("本年度没有其他申报", "no other application this year");
        return one.otherApplications()
                .map(others -> others.isEmpty() ? Verdict.satisfied(asked, Text.of("无", "none"))
                        : Verdict.failed(asked, Text.of("另有" + others.size() + "项申报", others.size() + " other application(s)")).at("otherApplications"))
                .orElseGet(() -> Verdict.missing(asked, "otherApplications"));
    }

    private static Verdict tested(Case one) {
        var asked = Text.of("同专业同级别水平能力测试成绩合格", "a pass in the same specialty and level");
        if (one.claim().level().isEmpty()) return Verdict.missing(asked, "claim.level");
        var level = one.claim().level().get();
        if (!TEST.levels().contains(level)) return Verdict.satisfied(asked, OTHERWISE_NOT_CONCERNED);
        if (one.testExemptions().stream().flatMap(List::stream).anyMatch(TEST.exemptBy()::contains)) return Verdict.satisfied(asked, Text.of("免试", "exempt"));
        if (one.claim().specialty().isEmpty()) return Verdict.missing(asked, "claim.specialty");
        var specialty = one.claim().specialty().get();
        if (one.testPasses().isEmpty()) return Verdict.missing(asked, "testPasses");
        if (one.testPasses().get().stream().anyMatch(pass -> pass.specialty().equals(specialty) && pass.level() == level))
            return Verdict.satisfied(asked, Text.of("已通过", "passed"));
        if (one.testExemptions().isEmpty()) return Verdict.missing(asked, "testExemptions");
        return Verdict.failed(asked, Text.of("没有相应的合格成绩", "no such pass")).at("testPasses")
                .remedy(Text.of("通过" + specialty + level.label().zh() + "水平能力测试", "pass the test in " + specialty + ", " + level.label().en()));
    }

    private static Verdict hours(Case one) {
        var asked = Text.of("上一年度60学时", "60 hours in the year before");
        if (one.hours().isEmpty()) return Verdict.missing(asked, "hours");
        var tenths = one.hours().get().stream().filter(year -> year.year() == one.claim().year() - 1).mapToInt(Case.Hours::total).sum();
        var shown = Text.of(tenths / 10.0 + "学时", tenths / 10.0 + " hours");
        return tenths >= 600 ? Verdict.satisfied(asked, shown) : Verdict.failed(asked, shown).at("hours");
    }

    private static Verdict nightShift(Case one) {
        var asked = Text.of("值过夜班", "night shifts worked");
        if (!one.claim().series().equals("HEALTH")) return Verdict.satisfied(asked, OTHERWISE_NOT_CONCERNED);
        return one.yes(NIGHT_SHIFT.id())
                .map(yes -> yes ? Verdict.satisfied(asked, Text.of("是", "yes")) : Verdict.failed(asked, Text.of("否", "no")).at("answers." + NIGHT_SHIFT.id()))
                .orElseGet(() -> Verdict.missing(asked, "answers." + NIGHT_SHIFT.id()));
    }

    private static Verdict hasEmployer(Case one) {
        var asked = Text.of("有用人单位", "has an employer");
        if (one.employment().isEmpty()) return Verdict.missing(asked, "employment");
        var label = one.employment().get().label();
        return WITHOUT_EMPLOYER.contains(one.employment().get()) ? Verdict.failed(asked, label).at("employment") : Verdict.satisfied(asked, label);
    }

    private static Verdict localFlexible(Case one) {
        var asked = Text.of("具有乌有乡户籍的灵活就业人员", "a flexible worker registered in Nowhere");
        if (one.employment().isPresent() && one.employment().get() != Employment.FLEXIBLE) return Verdict.failed(asked, one.employment().get().label()).at("employment");
        if (one.hukou().isPresent() && !one.hukou().get().equals("990000")) return Verdict.failed(asked, Text.of("户籍" + one.hukou().get(), "registered in " + one.hukou().get())).at("hukou");
        if (one.employment().isEmpty()) return Verdict.missing(asked, "employment");
        if (one.hukou().isEmpty()) return Verdict.missing(asked, "hukou");
        return Verdict.satisfied(asked, Employment.FLEXIBLE.label());
    }
}
