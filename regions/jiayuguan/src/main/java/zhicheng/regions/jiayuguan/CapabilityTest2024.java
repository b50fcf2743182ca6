package zhicheng.regions.jiayuguan;

import zhicheng.spi.CapabilityTest;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/** No capability test (水平能力测试): no sentence of J24 asks for one. */
final class CapabilityTest2024 {
    static final Said<CapabilityTest> CAPABILITY_TEST = Said.notAsked(Text.of(
            "嘉人社发〔2024〕205号未要求参加水平能力测试。", "Notice J24 asks for no capability test."));

    private CapabilityTest2024() {}
}
