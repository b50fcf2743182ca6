package zhicheng.regions.bijie;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Disposition;
import zhicheng.spi.Text;

/** Clauses that people carry out, or that wait for committees, the review chain, certificates or outside platforms. */
final class Dispositions {
    private static final Text PUBLICITY = Text.of("培训、宣传由人来做；通知原文和每条规则的原句公开可查", "training and publicity are people's work; the notice and each rule's own sentence are public");
    private static final Text CHAIN = Text.of("有待用人单位审核和材料流转的环节", "waits for the review chain");
    private static final Text COMMITTEES = Text.of("有待评审委员会备案和评审环节", "waits for the filing and the acts of committees");
    private static final Text CERTIFICATES = Text.of("有待证书环节", "waits for certificates");
    private static final Text PLATFORM = Text.of("有待与继续教育平台对接", "waits for the training platform");

    static final List<Disposition> OF_2024 = List.of(
            later("B24-1.2", COMMITTEES), people("B24-2.1", PUBLICITY), later("B24-2.2", COMMITTEES), later("B24-2.3", CERTIFICATES),
            later("B24-3.3", CHAIN), later("B24-3.4", COMMITTEES), later("B24-3.5", COMMITTEES), later("B24-4.2", PLATFORM), later("B24-4.3", PLATFORM),
            people("B24-4.4", Text.of("培训内容由各地各单位安排", "what is taught is for places and units to arrange")),
            later("B24-5.6", COMMITTEES),
            people("B24-5.7", Text.of("专利的质量和效益由评审专家判断", "the worth of a patent is for the experts to judge")));

    static final List<Disposition> OF_2023 = List.of(
            people("B23-1.1", Text.of("基层业绩如何折抵由评审专家判断", "how grass-roots work counts is for the experts to judge")),
            people("B23-1.2", Text.of("疫情防控成果和贡献由评审专家和用人单位判断", "results and merit in the epidemic are for experts and employers to judge")),
            later("B23-1.3", COMMITTEES),
            people("B23-2.1", Text.of("成果“多选”的项目由省的评审条件规定，由评审专家判断", "which results may be chosen is for the province's conditions, their worth for the experts")),
            later("B23-2.4", CERTIFICATES), later("B23-3.1", CHAIN), later("B23-3.2", COMMITTEES),
            later("B23-4.3", PLATFORM), people("B23-5.3", PUBLICITY));

    private Dispositions() {}

    private static Disposition people(String clause, Text why) {
        return Disposition.leftToPeople(Clause.of(clause), why);
    }

    private static Disposition later(String clause, Text waitsFor) {
        return Disposition.later(Clause.of(clause), waitsFor);
    }
}
