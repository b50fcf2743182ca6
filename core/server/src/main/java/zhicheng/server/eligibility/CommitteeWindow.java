package zhicheng.server.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import zhicheng.spi.Claim;

/** The time in which one committee takes applications, by its own notice (评审通知). Empty lists mean "all". */
public record CommitteeWindow(UUID notice, UUID committee, String committeeName, List<String> series, List<String> levels, List<String> categories,
                              Instant from, Instant until, Instant published) {

    /** Whether the claim lies in its scope; empty when that hangs on a level that the claim does not name. */
    public Optional<Boolean> covers(Claim claim) {
        if (!series.isEmpty() && !series.contains(claim.series()) || !categories.isEmpty() && !categories.contains(claim.category())) return Optional.of(false);
        if (levels.isEmpty()) return Optional.of(true);
        return claim.level().map(level -> levels.contains(level.name()));
    }

    /** The same notice cut to what the region's notice allows; empty where nothing is left of it. */
    Optional<CommitteeWindow> within(Optional<Instant> notBefore, Optional<Instant> notAfter) {
        var first = notBefore.filter(from::isBefore).orElse(from);
        var last = notAfter.filter(until::isAfter).orElse(until);
        return first.isBefore(last) ? Optional.of(new CommitteeWindow(notice, committee, committeeName, series, levels, categories, first, last, published)) : Optional.empty();
    }
}
