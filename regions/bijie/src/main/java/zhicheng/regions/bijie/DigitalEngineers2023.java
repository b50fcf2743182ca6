package zhicheng.regions.bijie;

import java.util.List;
import zhicheng.spi.Case;
import zhicheng.spi.Clause;
import zhicheng.spi.Level;
import zhicheng.spi.Question;
import zhicheng.spi.Recognition;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** Digital-technology engineers (数字技术工程师, B23-4.1): which certificate counts as, or towards, which engineering title. It opens a way and closes none. */
final class DigitalEngineers2023 {
    static final Clause CLAUSE = Clause.of("B23-4.1");

    static final Question CERTIFICATE = Question.of("digital-engineer-certificate", CLAUSE, Question.Kind.TEXT,
            Text.of("您持有何级数字技术工程师专业技术等级证书？（初级、中级、高级，没有填“无”）", "Which digital-engineer certificate do you hold? (初级, 中级, 高级; 无 for none)"));

    static final List<Recognition> RECOGNITION = List.of(
            Recognition.of("digital-engineer-junior", CLAUSE, Recognition.Of.CERTIFICATES, List.of(),
                    Text.of("初级专业技术等级证书，可直接认定为助理工程师", "a junior certificate may be recognised as assistant engineer")),
            Recognition.of("digital-engineer-intermediate", CLAUSE, Recognition.Of.CERTIFICATES, List.of(),
                    Text.of("中级专业技术等级证书，可直接认定为（中级）工程师", "an intermediate certificate may be recognised as engineer")),
            Recognition.of("digital-engineer-senior", CLAUSE, Recognition.Of.CERTIFICATES, List.of(),
                    Text.of("高级专业技术等级证书，可作为申报高级工程师的业绩条件之一", "a senior certificate may be one of the achievements for senior engineer")),
            Recognition.of("digital-engineer-hours", CLAUSE, Recognition.Of.HOURS, List.of(),
                    Text.of("培训学时可记入参训人员当年继续教育学时", "hours of the training may count as the year's continuing education")));

    private static final Text WHAT = Text.of("数字技术工程师初级、中级证书可直接认定助理工程师、工程师，高级证书可作为高级工程师的业绩条件之一",
            "junior and intermediate digital-engineer certificates may be recognised as assistant engineer and engineer; a senior one is one achievement for senior engineer");

    static final Rule RULE = Rule.advisory("digital-engineer", CLAUSE, WHAT, DigitalEngineers2023::judge);

    private DigitalEngineers2023() {}

    private static Verdict judge(Case one) {
        if (!one.claim().series().equals(Catalogue.ENGINEERING)) return Verdict.satisfied(WHAT, Text.of("不是工程系列，不涉及", "not engineering"));
        var certificate = one.answer(CERTIFICATE.id()).orElse("无");
        var level = one.claim().level().orElse(null);
        if (certificate.equals("初级") && level == Level.ASSISTANT || certificate.equals("中级") && level == Level.INTERMEDIATE)
            return Verdict.satisfied(WHAT, Text.of(certificate + "证书，可直接认定", "the certificate (" + certificate + ") may be recognised as the title"));
        if (certificate.equals("高级") && level == Level.ASSOCIATE_SENIOR)
            return Verdict.satisfied(WHAT, Text.of("高级证书，可作为业绩条件之一", "the senior certificate may be one of the achievements"));
        return certificate.equals("无")
                ? Verdict.satisfied(WHAT, Text.of("未说明持有证书；不影响申报", "no certificate told of; the application does not need one"))
                : Verdict.open(WHAT, Text.of(certificate + "证书与所申报层级无此对应；按一般条件评审", "the certificate (" + certificate + ") is not for this level; the ordinary conditions apply"));
    }
}
