package zhicheng.regions.bijie;

import java.time.LocalDate;
import java.util.List;
import zhicheng.spi.Notice;
import zhicheng.spi.Text;

/** The two notices of Bijie, their texts cut into clauses. */
final class Notices {
    private static final Text BUREAU = Text.of("毕节市人力资源和社会保障局", "Bijie Bureau of Human Resources and Social Security");

    static final Notice B24 = Notice.of("B24",
            Text.of("毕节市人力资源和社会保障局关于做好2024年职称工作的通知", "Notice of the Bijie bureau on title work in 2024"),
            "毕人社通〔2024〕42号", BUREAU, LocalDate.of(2024, 4, 8), Notices.class, "B24.txt",
            "cb130b32fcac7224d147609e4d423699823f68feaf481b5cd5d89280d4860d20", List.of());

    static final Notice B23 = Notice.of("B23",
            Text.of("毕节市人力资源和社会保障局关于做好2023年职称工作的通知", "Notice of the Bijie bureau on title work in 2023"),
            null, BUREAU, LocalDate.of(2023, 4, 27), Notices.class, "B23.txt",
            "fb40ffe9e08724cd81dde8ec49ae27db9af46b9538080a10281ad32ae93aa4e5", List.of(
                    Text.of("文本未载文号", "the text carries no document number"),
                    Text.of("附件1（举荐报告）不在文本中", "annex 1 (the nomination report) is not in the text"),
                    Text.of("附件2（按岗推荐评聘职称审核情况表）不在文本中", "annex 2 (the post recommendation form) is not in the text"),
                    Text.of("附件3（全省统一的时间节点）不在文本中", "annex 3 (the province's dates) is not in the text")));

    private Notices() {}
}
