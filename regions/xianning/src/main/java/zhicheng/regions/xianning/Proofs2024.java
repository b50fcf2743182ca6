package zhicheng.regions.xianning;

import java.util.List;
import zhicheng.spi.Case;
import zhicheng.spi.Clause;
import zhicheng.spi.Evidence;
import zhicheng.spi.Evidence.Of;
import zhicheng.spi.Evidence.Spared;
import zhicheng.spi.Evidence.Upload;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/** What an applicant hands in complete, at his own risk (X24-5.1), and what the national look-up tells of who holds the card of permanent residence (X24-6.2). */
final class Proofs2024 {
    private static final Clause MATERIAL = Clause.of("X24-5.1");
    private static final Clause LOOK_UP = Clause.of("X24-6.2");
    private static final Upload COMPLETE = Upload.lookedAt(MATERIAL, Text.of("按照客观、准确、齐全的要求提交申报材料；提交不全的，由个人承担相应责任", "material is handed in objective, exact and complete; what is not complete is at the applicant's own risk"));

    static final List<Evidence> PROOFS = List.of(
            Evidence.of("achievements", MATERIAL, Of.ACHIEVEMENT, Said.says(COMPLETE), silent()),
            Evidence.of("education", MATERIAL, Of.EDUCATION, Said.says(COMPLETE), silent()),
            Evidence.of("titles", LOOK_UP, Of.TITLE, Said.notSaid(LOOK_UP, Text.of("通知未写须上传什么", "the notice does not say what has to be uploaded")),
                    Said.says(Spared.of(LOOK_UP, Text.of("外国人新版永居证持证人的相关信息通过全国职称评审信息查询平台查询核验", "of holders of the new card of permanent residence the national look-up of titles verifies it"))
                            .only(Case.Residence.FOREIGN_PERMANENT))));

    private Proofs2024() {}

    private static Said<Spared> silent() {
        return Said.notSaid(Text.of("咸职改办〔2024〕12号未写经核验的可以免于上传", "the notice does not say that what is verified needs no upload"));
    }
}
