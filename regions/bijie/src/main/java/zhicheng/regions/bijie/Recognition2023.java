package zhicheng.regions.bijie;

import java.util.List;
import java.util.stream.Stream;
import zhicheng.spi.Clause;
import zhicheng.spi.Recognition;
import zhicheng.spi.Text;

/** What else counts in 2023: service at the grass roots (B23-1.1) and digital-engineer certificates (B23-4.1). */
final class Recognition2023 {
    static final List<Recognition> RECOGNITION = Stream.concat(
            Stream.of(
                    Recognition.of("grassroots-results", Clause.of("B23-1.1"), Recognition.Of.SERVICE, List.of(),
                            Text.of("服务基层期间的工作成果和取得成效可视同本专业业绩成果", "results of service at the grass roots may count as achievements of the specialty")),
                    Recognition.of("grassroots-workload", Clause.of("B23-1.1"), Recognition.Of.SERVICE, List.of(),
                            Text.of("服务基层的日常工作可折抵本专业工作量", "daily work at the grass roots may offset the specialty's workload"))),
            DigitalEngineers2023.RECOGNITION.stream()).toList();

    private Recognition2023() {}
}
