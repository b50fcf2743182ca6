package zhicheng.regions.bijie;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Evidence;
import zhicheng.spi.Evidence.Of;
import zhicheng.spi.Evidence.Spared;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/**
 * What government data and the training platform spare an applicant (B23-2.2, B24-4.3). Neither notice says which papers have to be there where a platform does not
 * know: that is earlier and higher rules' to say (B23-end, B24-end), by which B23-2.2 goes on in 2024.
 */
final class Proofs {
    private static final Clause DATA = Clause.of("B23-2.2");
    private static final Clause TRAINING = Clause.of("B24-4.3");

    static final List<Evidence> OF_2023 = List.of(data("education", Of.EDUCATION, "学历", "degrees"), data("social-insurance", Of.SOCIAL_INSURANCE, "社保", "social insurance"),
            data("qualification", Of.QUALIFICATION, "职业资格", "professional qualifications"));

    static final List<Evidence> OF_2024 = List.of(OF_2023.get(0), OF_2023.get(1), OF_2023.get(2),
            Evidence.of("training-hours", TRAINING, Of.TRAINING_HOURS, Said.notSaid(TRAINING, Text.of("通知未写平台未能获取时须上传什么", "the notice does not say what has to be uploaded where the platform has nothing")),
                    Said.says(Spared.of(TRAINING, Text.of("学习测试结果由系统对接继续教育平台自动获取", "what was learnt and tested comes from the training platform of itself")))));

    private Proofs() {}

    private static Evidence data(String id, Of of, String zh, String en) {
        return Evidence.of(id, DATA, of, Said.notSaid(DATA, Text.of("通知未写未经核验的须上传什么", "the notice does not say what has to be uploaded of what is not verified")),
                Said.says(Spared.of(DATA, Text.of("政务数据核验" + zh + "，减少申报人提供的申报材料和证明材料", "government data verify " + en + ", so that fewer papers are asked for"))));
    }
}
