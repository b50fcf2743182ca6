package zhicheng.regions.bijie;

import static zhicheng.spi.Form.Kind.*;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Form;
import zhicheng.spi.Form.Field;
import zhicheng.spi.Text;

/** The forms that B23 asks for. Their annexes are not in the text: here stands only what the text itself tells of them. */
final class Forms2023 {
    private static final Text INCOMPLETE = Text.of("附件不在本文本中，此处只列正文载明的内容", "the annex is not in the text; only what the text tells is listed");

    static final List<Form> FORMS = List.of(
            Form.of("nomination-report", Clause.of("B23-2.3.annex1"), Text.of("举荐报告", "nomination report"),
                    Form.Format.PRINT, Text.of("专精特新“小巨人”企业", "\"little giant\" enterprise"),
                    List.of(Field.of("enterprise-signature", Text.of("企业董事长（或研发团队技术带头人）署名", "signature of the chairman of the board (or of the lead of the research team)"), SIGNATURE, true),
                            Field.of("peer-signature", Text.of("1名同行业专家（副高级以上）署名", "signature of one expert of the same trade, associate senior or above"), SIGNATURE, true)),
                    List.of(INCOMPLETE, Text.of("被举荐人：具有突出技术创新能力、取得原创性科技成果以及作出重大贡献的优秀工程技术人才",
                            "nominee: an engineer of outstanding innovative ability, with original results and major contributions"))),
            Form.of("post-recommendation", Clause.of("B23-3.1"),
                    Text.of("毕节市事业单位专业技术人员按岗推荐评聘职称审核情况表", "Bijie institutions: check of recommendations by post"),
                    Form.Format.PRINT, Text.of("事业单位", "public institution"),
                    List.of(Field.of("supported", Text.of("使用岗位支持政策情况", "use of the post-support policy"), TEXT, false)),
                    List.of(INCOMPLETE,
                            Text.of("用人单位推荐专业技术人员参加评聘时提交", "submitted when an employer recommends somebody"),
                            Text.of("使用岗位支持政策推评的，在表中注明", "recommendations under the post-support policy are marked in it"))));

    private Forms2023() {}
}
