package zhicheng.regions.bijie;

import zhicheng.spi.CapabilityTest;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/** Whether a test of ability (水平能力测试) precedes the review in 2023: the notice asks for none. */
final class CapabilityTest2023 {
    static final Said<CapabilityTest> CAPABILITY_TEST = Said.notAsked(
            Text.of("毕节市2023年职称工作通知未要求水平能力测试", "Bijie's notice of 2023 asks for no capability test"));

    private CapabilityTest2023() {}
}
