package zhicheng.regions.jiayuguan;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Evidence;
import zhicheng.spi.Evidence.Of;
import zhicheng.spi.Evidence.Spared;
import zhicheng.spi.Evidence.Upload;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/**
 * What an applicant uploads (J24-3.2), what the reviewers look at (J24-4.2), and by which papers four bodies let who is posted here apply (J24-2.2e). That nothing is spared by a platform's word is not said here either way.
 */
final class Proofs2024 {
    private static final Clause UPLOADS = Clause.of("J24-3.2");
    private static final Clause AUDIT = Clause.of("J24-4.2");
    private static final Clause POSTED = Clause.of("J24-2.2e");
    private static final Said<Spared> SILENT = Said.notSaid(Text.of("嘉人社发〔2024〕205号未写经核验的可以免于上传", "the notice does not say that what is verified needs no upload"));

    // J24-3.2 asks for evidence «根据各系列（专业）评价条件标准和相应评委会要求»: which, of education and titles, it leaves to those; of an achievement that is claimed there must be some.
    static final List<Evidence> PROOFS = List.of(
            Evidence.of("achievements", UPLOADS, Of.ACHIEVEMENT, Said.says(Upload.required(UPLOADS, Text.of("申报人须扫描上传电子版佐证材料", "the applicant has to upload scanned evidence"))), SILENT),
            Evidence.of("education", AUDIT, Of.EDUCATION, Said.says(Upload.lookedAt(AUDIT, Text.of("审核申报人员学历佐证材料", "evidence of education is audited"))), SILENT),
            Evidence.of("titles", AUDIT, Of.TITLE, Said.says(Upload.lookedAt(AUDIT, Text.of("审核申报人员资历佐证材料", "evidence of seniority is audited"))), SILENT),
            consent("consent-sending-department", Of.CONSENT_SENDING_DEPARTMENT), consent("consent-sending-hrss", Of.CONSENT_SENDING_HRSS),
            consent("consent-receiving-department", Of.CONSENT_RECEIVING_DEPARTMENT), consent("consent-receiving-hrss", Of.CONSENT_RECEIVING_HRSS));

    private Proofs2024() {}

    private static Evidence consent(String id, Of of) {
        return Evidence.of(id, POSTED, of, Said.says(Upload.required(POSTED, Text.of("经" + of.label().zh() + "后方可在派驻单位申报，须附其同意文件", "one applies where one is posted with " + of.label().en() + ", and its paper is attached"))), SILENT).through("posted");
    }
}
