package zhicheng.server.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import zhicheng.spi.Claim;

/** The time in which one committee takes applications, by its own notice (评审通知). Empty lists mean "all". */
public record CommitteeWindow(UUID notice, UUID committee, String committeeName, List<String> series, List<String> levels, List<String> categories,
                              Instant from, Instant until) {

    /** Whether the claim lies in its scope; a claim without a level lies in none that names levels. */
    public boolean covers(Claim claim) {
        return (series.isEmpty() || series.contains(claim.series()))
                && (levels.isEmpty() || claim.level().map(level -> levels.contains(level.name())).orElse(false))
                && (categories.isEmpty() || categories.contains(claim.category()));
    }
}
