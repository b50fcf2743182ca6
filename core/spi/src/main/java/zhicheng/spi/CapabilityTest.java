package zhicheng.spi;

import java.util.List;

/**
 * A test whose passing, in the same specialty and level, precedes a review at {@code levels} (水平能力测试).
 *
 * @param exemptBy documents that waive it; @param validity what is said of how long a pass counts
 */
public record CapabilityTest(Clause clause, List<Level> levels, boolean sameSpecialtyAndLevel, List<String> exemptBy, Text otherExemptions, Text validity) {

    public static CapabilityTest of(Clause clause, List<Level> levels, boolean sameSpecialtyAndLevel, List<String> exemptBy, Text otherExemptions, Text validity) {
        return new CapabilityTest(clause, List.copyOf(levels), sameSpecialtyAndLevel, List.copyOf(exemptBy), otherExemptions, validity);
    }
}
