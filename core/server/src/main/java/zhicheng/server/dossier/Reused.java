package zhicheng.server.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import zhicheng.server.Names;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.Claim;
import zhicheng.spi.Level;
import zhicheng.spi.Reuse;
import zhicheng.spi.Text;

/**
 * What of the achievements that a dossier picked no longer serves, because it served a transfer between series (转评) into the series in which the next level is applied for (B24-5.6). It is the same
 * achievement where it was kept once more: of one kind with one number as printed, and one title where others of its kind may bear that number too, or proved by a file of the same bytes. Pure.
 */
final class Reused {
    private Reused() {}

    /** A confirmed transfer of the applicant: into which series, at which level, had since when, and which achievements served it. */
    record Transfer(String series, Level level, LocalDate since, List<Spent> spent) {}

    /**
     * An achievement that served a transfer.
     *
     * @param numbers as what it was picked then: the kind, the number as printed, the title where it counts
     * @param files SHA-256 of the files that it was picked with then
     */
    record Spent(UUID achievement, Set<Numbered> numbers, Set<String> files) {
        private boolean isSame(Map<String, Object> picked) {
            return achievement.toString().equals(picked.get("achievement")) || Numbered.of(picked).filter(numbers::contains).isPresent()
                    || ((List<?>) picked.get("files")).stream().anyMatch(file -> files.contains(((Map<?, ?>) file).get("sha256")));
        }
    }

    /**
     * What an achievement is, its number and its title as they are compared: without blanks, in one width, in lower case.
     *
     * @param title null: of this kind no two have one number. A patent, a standard and a certificate are registered under theirs; of papers the number may be that of the issue, of projects and awards that of the batch
     */
    record Numbered(String kind, String number, String title) {
        private static final Set<String> REGISTERED = Set.of("PATENT", "STANDARD", "CERTIFICATE");

        /** Of a picked achievement; empty where it has no number. */
        static Optional<Numbered> of(Map<?, ?> picked) {
            var kind = (String) picked.get("kind");
            return Optional.ofNullable((String) picked.get("number")).map(Numbered::compared).filter(number -> !number.isEmpty())
                    .map(number -> new Numbered(kind, number, REGISTERED.contains(kind) ? null : compared((String) picked.get("title"))));
        }

        private static String compared(String printed) {
            return Names.number(printed).toLowerCase(Locale.ROOT);
        }
    }

    /** @param picked the achievements as a snapshot has them */
    static List<Finding> findings(LoadedEdition edition, Claim claim, List<Map<String, Object>> picked, List<Transfer> transfers) {
        var findings = new ArrayList<Finding>();
        edition.edition().reuse().value().ifPresent(reuse -> transfers.stream().filter(one -> isNext(claim, one)).forEach(one -> picked.stream().filter(achievement -> !Proofs.isPaper(achievement.get("kind"))).forEach(achievement -> {
            var on = (String) achievement.get("achievedOn");
            if (one.spent().stream().anyMatch(spent -> spent.isSame(achievement)))
                findings.add(refused("achievement.spent", reuse, reuse.used(), achievement, "").remedy(Text.of("改选其他业绩；与已用于转评的业绩共用一份扫描件的，另传本项业绩的扫描件后重新选入",
                        "pick another achievement; where one scan proves this one and one that is used up, bring a scan of this one alone and pick it anew"), null));
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
