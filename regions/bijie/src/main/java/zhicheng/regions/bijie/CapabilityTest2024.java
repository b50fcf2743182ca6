package zhicheng.regions.bijie;

import zhicheng.spi.CapabilityTest;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/** Whether a test of ability (水平能力测试) precedes the review in 2024: the notice asks for none. */
final class CapabilityTest2024 {
    static final Said<CapabilityTest> CAPABILITY_TEST = Said.notAsked(
            Text.of("毕人社通〔2024〕42号未要求水平能力测试", "毕人社通〔2024〕42号 asks for no capability test"));

    private CapabilityTest2024() {}
}
