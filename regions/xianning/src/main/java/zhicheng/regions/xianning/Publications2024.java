package zhicheng.regions.xianning;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Provision;
import zhicheng.spi.Provision.Kind;
import zhicheng.spi.Publication;
import zhicheng.spi.Publication.Of;
import zhicheng.spi.Text;

/** Publication by the employer and of results, and how material is returned: X24-5.2a, X24-5.2b, X24-5.3b. */
final class Publications2024 {
    static final List<Publication> ALL = List.of(
            Publication.of("recommendation", Clause.of("X24-5.2a"), Of.RECOMMENDATION, 5, true,
                            List.of(Text.of("推荐结果", "the result of the recommendation"), Text.of("个人业绩材料", "the applicant's material on his achievements")))
                    .sentence("申报人员工作岗位符合申报条件规定，个人信息和业绩材料已经审核，均真实有效，同意上报"),
            Publication.of("result", Clause.of("X24-5.3b"), Of.RESULT, 5, true, List.of(Text.of("评审结果", "the results of the review"))));

    private static final Text AUDITORS = Text.of("各级人社（职改）部门、评委会办公室和主管部门", "human-resources (title-reform) departments, committees' offices and departments in charge");

    /** The notice sets no number of returns. */
    static final List<Provision> RETURNS = List.of(
            Provision.of("return-with-all-reasons", Clause.of("X24-5.2b"), Kind.MUST, AUDITORS,
                    Text.of("对不符合申报条件的材料及时退回，并一次性告知退回原因", "return material that does not meet the conditions promptly, with all reasons at once")),
            Provision.of("return-by-the-same-way", Clause.of("X24-5.2b"), Kind.MUST, AUDITORS,
                    Text.of("对不符合申报程序、超出评委会受理范围或违反委托评审程序报送的材料，及时按原报送渠道退回，并一次性告知申报人",
                            "return material that came against the procedure, out of the committee's scope or against the rules of entrusted review promptly by the channel it came, and tell the applicant all at once")));

    private Publications2024() {}
}
