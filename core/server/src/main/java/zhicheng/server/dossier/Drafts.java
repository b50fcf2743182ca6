package zhicheng.server.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Told;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.Case;
import zhicheng.spi.Claim;

/** What a draft must have to be kept at all: it can be partial, and is judged only when it is looked at or submitted, but it is never malformed. Pure. */
final class Drafts {
    private Drafts() {}

    /**
     * A draft as it would be kept.
     *
     * @param problems everything that is malformed; it is kept only where there is none
     * @param educationTenths hours of continuing education (学时) that it tells of its own year, in tenths; null where it tells none
     */
    record Checked(List<Finding> problems, Integer educationTenths) {}

    static Checked check(Claim claim, Map<String, Object> facts, Evaluator evaluator, LoadedEdition edition, Instant at) {
        var problems = new ArrayList<>(evaluator.claim(edition, claim));
        var told = Told.of(facts, claim, at, at, edition);
        problems.addAll(told.problems());
        return new Checked(problems, told.one().flatMap(Case::hours).flatMap(hours -> hours.stream().filter(one -> one.year() == claim.year()).map(Case.Hours::total).reduce(Integer::sum)).orElse(null));
    }
}
