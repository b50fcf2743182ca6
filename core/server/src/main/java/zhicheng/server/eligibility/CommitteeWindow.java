package zhicheng.server.eligibility;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import zhicheng.spi.Claim;
import zhicheng.spi.Scope;

/**
 * The time in which one committee takes applications, by its own notice (评审通知). Empty lists mean "all".
 *
 * @param own the one unit whose people alone it is for (自主评审单位, X24-4, X24-6.4); null: for everybody's, or it is told already whose it is asked for
 * @param document number of the notice; null: none was told
 * @param permittedBy the document that permits it to change time that was announced before (X24-8.2); null: it does not
 * @param link where it is published; null: not told
 */
public record CommitteeWindow(UUID notice, UUID committee, String committeeName, UUID own, List<String> series, List<String> levels, List<String> categories,
                              Instant from, Instant until, Instant published, String document, String permittedBy, URI link) {

    /** In the order of publication. */
    static final Comparator<CommitteeWindow> LATEST_LAST = Comparator.comparing(CommitteeWindow::published).thenComparing(CommitteeWindow::notice);

    /** Those of them that are for a unit's people, each as one of which that is known. */
    public static List<CommitteeWindow> forUnit(UUID unit, List<CommitteeWindow> announced) {
        return announced.stream().filter(one -> one.own == null || one.own.equals(unit))
                .map(one -> new CommitteeWindow(one.notice, one.committee, one.committeeName, null, one.series, one.levels, one.categories, one.from, one.until, one.published, one.document, one.permittedBy, one.link)).toList();
    }

    /** Whether the claim lies in its scope; empty when that hangs on a level that the claim does not name, or on whose people are meant. */
    public Optional<Boolean> covers(Claim claim) {
        if (!series.isEmpty() && !series.contains(claim.series()) || !categories.isEmpty() && !categories.contains(claim.category())) return Optional.of(false);
        var reviews = levels.isEmpty() ? Optional.of(true) : claim.level().map(level -> levels.contains(level.name()));
        return reviews.filter(yes -> own == null || !yes);
    }

    /** Whether some of what it is for lies in a region's scope. */
    boolean touches(Scope scope) {
        return scope.parts().stream().anyMatch(part -> meet(series, part.series()) && meet(levels, part.levels().stream().map(Enum::name).toList()) && meet(categories, part.categories())
                && (categories.isEmpty() || !part.notCategories().containsAll(categories)));
    }

    private static boolean meet(List<String> some, List<String> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }

    /** Whether the same committee published it after another one. */
    boolean isAfter(CommitteeWindow other) {
        return committee.equals(other.committee) && LATEST_LAST.compare(this, other) > 0;
    }

    /** Whether it says anew whatever another one of its committee said. */
    boolean replaces(CommitteeWindow other) {
        return isAfter(other) && holds(series, other.series) && holds(levels, other.levels) && holds(categories, other.categories);
    }

    /**
     * Whether the same committee tells with it anew when it takes what another one that is not over was for. A time that touches none of the other's is one more, a second intake, say, unless a document permits
     * it to change what was announced.
     */
    boolean changes(CommitteeWindow other) {
        return isAfter(other) && published.isBefore(other.until) && (permittedBy != null || meets(other.from, other.until));
    }

    /** Whether another time of the same committee's is no second one beside it, but meets it. */
    public boolean meets(Instant first, Instant last) {
        return from.isBefore(last) && first.isBefore(until);
    }

    /** Whether a time that stands in its place from {@code at} on takes some of its own away: it ends sooner, or begins later. */
    public boolean loses(Instant first, Instant last, Instant at) {
        return at.isBefore(until) && (last.isBefore(until) || first.isAfter(from.isAfter(at) ? from : at));
    }

    private static boolean holds(List<String> some, List<String> others) {
        return some.isEmpty() || !others.isEmpty() && some.containsAll(others);
    }

    /** The same notice from the sooner beginning to the later end of the two. */
    CommitteeWindow joined(CommitteeWindow other) {
        return new CommitteeWindow(notice, committee, committeeName, own, series, levels, categories, from.isBefore(other.from) ? from : other.from, until.isAfter(other.until) ? until : other.until, published, document, permittedBy, link);
    }

    /** The same notice cut to what the region's notice allows; empty where nothing is left of it. */
    Optional<CommitteeWindow> within(Optional<Instant> notBefore, Optional<Instant> notAfter) {
        var first = notBefore.filter(from::isBefore).orElse(from);
        var last = notAfter.filter(until::isAfter).orElse(until);
        return first.isBefore(last) ? Optional.of(new CommitteeWindow(notice, committee, committeeName, own, series, levels, categories, first, last, published, document, permittedBy, link)) : Optional.empty();
    }
}
