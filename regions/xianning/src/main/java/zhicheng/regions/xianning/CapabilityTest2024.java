package zhicheng.regions.xianning;

import static zhicheng.spi.Level.ASSOCIATE_SENIOR;
import static zhicheng.spi.Level.FULL_SENIOR;
import static zhicheng.spi.Level.INTERMEDIATE;

import java.util.List;
import java.util.stream.Collectors;
import zhicheng.spi.CapabilityTest;
import zhicheng.spi.Case;
import zhicheng.spi.Case.TestPass;
import zhicheng.spi.Clause;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** The capability test (水平能力测试): passed in the same specialty and level before an intermediate or senior review (X24-6.5). */
final class CapabilityTest2024 {
    /** 《关于规范我省大、中专毕业生初定专业技术职务工作的通知》: who meets its direct recognition needs no test. */
    static final String DIRECT_RECOGNITION = "鄂职改办〔2013〕72号";

    static final CapabilityTest TEST = CapabilityTest.of(Clause.of("X24-6.5"),
            List.of(INTERMEDIATE, ASSOCIATE_SENIOR, FULL_SENIOR), true, List.of(DIRECT_RECOGNITION),
            Text.of("“其他相关免试政策”，本通知未列明文件", "“other policies of exemption”, which this notice does not name"),
            Text.of("本通知未规定成绩有效期，也未列出哪些专业开考", "this notice does not say how long a pass counts, nor in which specialties a test is held"));

    private static final Text WHAT = Text.of(
            "参加高、中级职称评审，须水平能力测试成绩合格，且测试的专业、级别与申报的专业、级别一致；符合鄂职改办〔2013〕72号直接认定条件和其他免试政策的除外",
            "An intermediate or senior review asks for a capability test passed in the same specialty and level; exempt are direct recognition under 鄂职改办〔2013〕72号 and other policies of exemption");

    static final Rule RULE = Rule.binding("capability-test", TEST.clause(), WHAT, CapabilityTest2024::judge);

    /** Ways out first; a claim without level or specialty cannot be compared, and waits until it names them; nobody without a pass is refused before he was asked for an exemption. */
    private static Verdict judge(Case one) {
        var level = one.claim().level();
        var specialty = one.claim().specialty();
        if (level.isEmpty()) return Verdict.missing(WHAT, "claim.level");
        if (!TEST.levels().contains(level.get()))
            return Verdict.satisfied(WHAT, Text.of("申报级别为" + level.get().label().zh() + "，不要求测试", "no test is asked for at the level " + level.get().label().en()));
        if (one.testPasses().orElse(List.of()).stream().anyMatch(pass -> same(pass, one)))
            return Verdict.satisfied(WHAT, Text.of("同专业、同级别测试合格：" + specialty.orElseThrow() + " " + level.get().label().zh(),
                    "passed in the same specialty and level: " + specialty.orElseThrow() + ", " + level.get().label().en()));
        var exemptions = one.testExemptions().orElse(List.of());
        if (exemptions.stream().anyMatch(TEST.exemptBy()::contains))
            return Verdict.satisfied(WHAT, Text.of("按" + DIRECT_RECOGNITION + "直接认定条件免试", "exempt as a direct recognition under " + DIRECT_RECOGNITION));
        if (one.testPasses().isEmpty()) return Verdict.missing(WHAT, "testPasses");
        var passes = one.testPasses().get();
        if (!passes.isEmpty() && specialty.isEmpty()) return Verdict.missing(WHAT, "claim.specialty");
        if (!exemptions.isEmpty())
            return Verdict.open(WHAT, Text.of("所称免试依据须经人工核定：" + String.join("、", exemptions), "the exemption named is examined by people: " + String.join(", ", exemptions)));
        var shown = shown(passes);
        var verdict = one.testExemptions().isEmpty()
                ? Verdict.missing(WHAT, Text.of(shown.zh() + "；是否免试未说明", shown.en() + "; whether anything exempts you is not told"), "testExemptions")
                : Verdict.failed(WHAT, shown).at("testPasses");
        return verdict.remedy(Text.of(
                "报名参加并通过" + specialty.orElse("所申报专业") + "、" + level.get().label().zh() + "的水平能力测试，或说明免试依据",
                "Sit and pass the test in " + specialty.orElse("the specialty applied for") + " at the level " + level.get().label().en() + ", or name what exempts you"));
    }

    private static boolean same(TestPass pass, Case one) {
        return one.claim().specialty().filter(pass.specialty()::equals).isPresent() && one.claim().level().filter(pass.level()::equals).isPresent();
    }

    private static Text shown(List<TestPass> passes) {
        if (passes.isEmpty()) return Text.of("没有测试合格成绩", "no test passed");
        return Text.of("合格成绩的专业或级别不一致：" + passes.stream().map(pass -> pass.specialty() + " " + pass.level().label().zh()).collect(Collectors.joining("、")),
                "passed in another specialty or level: " + passes.stream().map(pass -> pass.specialty() + ", " + pass.level().label().en()).collect(Collectors.joining("; ")));
    }

    private CapabilityTest2024() {}
}
