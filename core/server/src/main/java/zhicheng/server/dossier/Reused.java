package zhicheng.server.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.Claim;
import zhicheng.spi.Level;
import zhicheng.spi.Reuse;
import zhicheng.spi.Text;

/** What of the achievements that a dossier picked no longer serves, because it served a transfer between series (转评) into the series in which the next level is applied for (B24-5.6). Pure. */
final class Reused {
    private Reused() {}

    /** A confirmed transfer of the applicant: into which series, at which level, had since when, and which achievements served it. */
    record Transfer(String series, Level level, LocalDate since, List<UUID> achievements) {}

    /** @param picked the achievements as a snapshot has them */
    static List<Finding> findings(LoadedEdition edition, Claim claim, List<Map<String, Object>> picked, List<Transfer> transfers) {
        var findings = new ArrayList<Finding>();
        edition.edition().reuse().value().ifPresent(reuse -> transfers.stream().filter(one -> isNext(claim, one)).forEach(one -> picked.stream().filter(achievement -> !Proofs.isPaper(achievement.get("kind"))).forEach(achievement -> {
            var id = UUID.fromString((String) achievement.get("achievement"));
            var on = (String) achievement.get("achievedOn");
            if (one.achievements().contains(id)) findings.add(refused("achievement.spent", reuse, reuse.used(), achievement, ""));
            else if (on != null && LocalDate.parse(on).isBefore(one.since())) findings.add(refused("achievement.period", reuse, reuse.period(), achievement, "（" + on + " < " + one.since() + "）"));
        })));
        return findings;
    }

    /** 上一级: the level right above that of the transfer, in the series that it led into. */
    private static boolean isNext(Claim claim, Transfer transfer) {
        return claim.series().equals(transfer.series()) && claim.level().filter(level -> level.ordinal() == transfer.level().ordinal() - 1).isPresent();
    }

    private static Finding refused(String code, Reuse reuse, Text asked, Map<String, Object> achievement, String more) {
        var title = Finding.cut((String) achievement.get("title")) + more;
        return Finding.refusal(code, reuse.clause(), asked, Text.of(title, title), "achievements." + achievement.get("achievement")).remedy(Text.of("改选其他业绩", "pick another achievement"), null);
    }
}
