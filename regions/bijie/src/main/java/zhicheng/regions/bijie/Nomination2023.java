package zhicheng.regions.bijie;

import java.util.List;
import java.util.function.Function;
import zhicheng.spi.Case;
import zhicheng.spi.Clause;
import zhicheng.spi.Nomination;
import zhicheng.spi.Question;
import zhicheng.spi.Question.Kind;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** Nomination by a "little giant" enterprise (专精特新“小巨人”企业举荐, B23-2.3): for what, signed by whom, how many a year. */
final class Nomination2023 {
    static final Clause CLAUSE = Clause.of("B23-2.3");
    static final int NATIONAL = 2;
    static final int PROVINCIAL = 1;

    static final Question ENTERPRISE_LEAD = Question.of("nomination-enterprise-signed", CLAUSE, Kind.YES_NO,
            Text.of("举荐报告是否由企业董事长（或研发团队技术带头人）署名？", "Is the nomination report signed by the chairman (or the lead of the research team)?"));
    static final Question PEER = Question.of("nomination-peer-signed", CLAUSE, Kind.YES_NO,
            Text.of("举荐报告是否由1名同行业副高级以上专家署名？", "Is it signed by one expert of the trade, associate senior or above?"));
    static final Question NATIONAL_ENTERPRISE = Question.of("nomination-national-enterprise", CLAUSE, Kind.YES_NO,
            Text.of("举荐企业是否为国家级专精特新“小巨人”企业？（省级填“否”）", "Is the enterprise a national-level little giant? (No for a provincial one.)"));
    static final Question PLACE = Question.of("nomination-number", CLAUSE, Kind.NUMBER,
            Text.of("您是该企业本年度举荐的第几人？", "The how-manieth nominee of the enterprise this year are you?"));
    static final Question RIGHT_LOST = Question.of("nomination-right-lost", CLAUSE, Kind.YES_NO,
            Text.of("该企业是否因违规或不实举荐被取消举荐资格？", "Has the enterprise lost its right for a false nomination?"));

    static final List<Question> QUESTIONS = List.of(ENTERPRISE_LEAD, PEER, NATIONAL_ENTERPRISE, PLACE, RIGHT_LOST);

    static final Nomination QUOTA = Nomination.of("little-giant", CLAUSE, Catalogue.LITTLE_GIANT,
            Text.of("专精特新“小巨人”企业每年度举荐本企业优秀工程技术人才直接申报工程系列高级职称", "a \"little giant\" enterprise nominates its own engineers straight for senior engineering titles, each year"),
            List.of(Nomination.Grade.of("NATIONAL", Text.of("国家级专精特新“小巨人”企业", "national-level little giant"), NATIONAL, "true"),
                    Nomination.Grade.of("PROVINCIAL", Text.of("省级专精特新“小巨人”企业", "provincial little giant"), PROVINCIAL, "false")),
            Text.of("违规或不实举荐的，取消其举荐资格", "an enterprise that nominates against the rules or falsely loses its right"), PLACE.id(), NATIONAL_ENTERPRISE.id(), RIGHT_LOST.id());

    static final List<Rule> RULES = List.of(
            rule("nomination-target", Text.of("举荐直接申报的是工程系列高级职称", "a nominee goes straight to a senior engineering title"), Nomination2023::target),
            rule("nomination-signatures", Text.of("举荐报告经企业董事长（或研发团队技术带头人）和1名同行业专家（副高级以上）署名",
                    "the report is signed by the chairman (or research lead) and one peer expert of associate senior level or above"), Nomination2023::signatures),
            rule("nomination-quota", Text.of("国家级企业每年度最多举荐%d人，省级企业最多%d人".formatted(NATIONAL, PROVINCIAL),
                    "at most %d a year for a national-level enterprise, %d for a provincial one".formatted(NATIONAL, PROVINCIAL)), Nomination2023::quota),
            rule("nomination-right", Text.of("违规或不实举荐的企业，取消其举荐资格", "an enterprise that nominates falsely loses its right"), Nomination2023::right));

    private Nomination2023() {}

    private interface Judge {
        Verdict judge(Case one, Text asked);
    }

    private static Rule rule(String id, Text what, Judge judge) {
        return Rule.binding(id, CLAUSE, what, one -> one.claim().category().equals(Catalogue.LITTLE_GIANT)
                ? judge.judge(one, what)
                : Verdict.satisfied(what, Text.of("不是专精特新专项", "not such a nomination")));
    }

    private static Verdict target(Case one, Text asked) {
        var claim = one.claim();
        if (!claim.series().equals(Catalogue.ENGINEERING))
            return Verdict.failed(asked, Text.of("所申报系列不是工程系列", "the series applied for is not engineering"));
        return claim.level().map(level -> level.senior()
                        ? Verdict.satisfied(asked, level.label())
                        : Verdict.failed(asked, level.label()))
                .orElseGet(() -> Verdict.missing(asked, "claim.level"));
    }

    private static Verdict signatures(Case one, Text asked) {
        var missing = List.of(ENTERPRISE_LEAD, PEER).stream().filter(question -> one.yes(question.id()).isEmpty()).map(question -> "answers." + question.id()).toList();
        var refused = List.of(ENTERPRISE_LEAD, PEER).stream().filter(question -> !one.yes(question.id()).orElse(true)).toList();
        if (!refused.isEmpty())
            return Verdict.failed(asked, texts(refused, question -> Text.of("否：" + question.text().zh(), "no: " + question.text().en())))
                    .at("answers." + refused.getFirst().id()).remedy(Text.of("补齐署名", "have it signed"));
        if (!missing.isEmpty()) return Verdict.missing(asked, missing.toArray(String[]::new));
        return Verdict.satisfied(asked, Text.of("均已署名", "signed by both"));
    }

    private static Verdict quota(Case one, Text asked) {
        var place = one.answer(PLACE.id()).map(Integer::valueOf);
        if (place.isEmpty()) return Verdict.missing(asked, "answers." + PLACE.id());
        var shown = Text.of("本年度第%d人".formatted(place.get()), "number %d of the year".formatted(place.get()));
        if (place.get() > NATIONAL) return Verdict.failed(asked, shown).at("answers." + PLACE.id());
        if (place.get() <= PROVINCIAL) return Verdict.satisfied(asked, shown);
        return one.yes(NATIONAL_ENTERPRISE.id())
                .map(national -> national ? Verdict.satisfied(asked, shown) : Verdict.failed(asked, shown).at("answers." + PLACE.id()))
                .orElseGet(() -> Verdict.missing(asked, "answers." + NATIONAL_ENTERPRISE.id()));
    }

    private static Verdict right(Case one, Text asked) {
        return one.yes(RIGHT_LOST.id()).map(lost -> lost
                        ? Verdict.failed(asked, Text.of("该企业的举荐资格已被取消", "the enterprise has lost its right")).at("answers." + RIGHT_LOST.id())
                        : Verdict.satisfied(asked, Text.of("举荐资格有效", "the right stands")))
                .orElseGet(() -> Verdict.missing(asked, "answers." + RIGHT_LOST.id()));
    }

    private static Text texts(List<Question> questions, Function<Question, Text> of) {
        var texts = questions.stream().map(of).toList();
        return Text.of(String.join("；", texts.stream().map(Text::zh).toList()), String.join("; ", texts.stream().map(Text::en).toList()));
    }
}
