package zhicheng.server.chain;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Stage;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Text;

/** An employer reports what came of its publication (公示结果报告, J24-3.3), once the period is over and no objection is open; once. */
@Singleton
public final class ReportPublication {
    private final Acts acts;
    private final Regions regions;

    ReportPublication(Acts acts, Regions regions) {
        this.acts = acts;
        this.regions = regions;
    }

    public record Input(String key, UUID dossier, int version, String report) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "reportPublication", input.key(), Map.of("dossier", input.dossier(), "version", input.version(), "report", input.report()), List.of(), tx -> {
            var seen = OnItsWay.locked(tx, regions, input.dossier(), actor).orElse(null);
            if (seen == null) return Strangers.refused(tx, regions, actor, at, Way.REPORT_PUBLICATION, input.dossier());
            var findings = new ArrayList<>(seen.against(tx, Way.REPORT_PUBLICATION, actor, input.version(), at));
            if (findings.stream().noneMatch(one -> one.code().startsWith("chain."))) {
                findings.addAll(RecommendDossier.published(seen, seen.publication(), at));
                findings.addAll(Strangers.left(tx, seen, actor, at, Way.REPORT_PUBLICATION));
                if (seen.publication().reported())
                    findings.add(Finding.refusal("report.twice", seen.clause(), Text.of("公示结果报告出具一次", "the result is reported once"), Text.of("已出具", "it is reported"), "input.dossier"));
                findings.addAll(Words.problems("publication.report", seen.clause(), Text.of("公示结果报告", "the report of the result"), input.report(), 2000, "input.report"));
                if (Particulars.tellsIdentity(input.report())) findings.add(Particulars.identity(seen.clause(), "input.report"));
            }
            if (!findings.isEmpty()) return new Acts.Outcome(seen.id(), findings);
            Sql.writeOne(tx, "update publication set report = ?, reported_at = ? where id = ?", input.report(), at, seen.publication().id());
            Moved.to(tx, actor, seen, Stage.EMPLOYER_PUBLICITY, "REPORT_PUBLICATION", at, Map.of("publication", seen.publication().id(), "report", input.report()));
            return new Acts.Outcome(seen.id(), List.of());
        });
    }
}
