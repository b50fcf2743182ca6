package zhicheng.server.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Told;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.spi.Claim;
import zhicheng.spi.Text;

/** What a draft must have to be kept at all: it can be partial, and is judged only when it is looked at or submitted, but it is never malformed. */
final class Drafts {
    private Drafts() {}

    static List<Finding> problems(Claim claim, Map<String, Object> facts, Regions regions, LoadedEdition edition, Instant at) {
        var problems = new ArrayList<Finding>();
        if (claim.level().isEmpty()) problems.add(Finding.missing("claim.level", null, Text.of("说明申报层级", "the level applied for is named"), "claim.level"));
        if (regions.series(edition).stream().noneMatch(series -> series.code().equals(claim.series())))
            problems.add(Finding.refusal("claim.series", null, Text.of("申报系列应为目录中的系列", "the series is one of the catalogue"),
                    Text.of("没有系列 " + claim.series(), "there is no series " + claim.series()), "claim.series"));
        problems.addAll(Told.of(facts, claim, at, edition).problems());
        return problems;
    }
}
