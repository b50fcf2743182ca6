package zhicheng.regions.jiayuguan;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import zhicheng.spi.Case;
import zhicheng.spi.Case.Employment;
import zhicheng.spi.Case.Sanction;
import zhicheng.spi.Case.SanctionKind;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** Whom J24-1b keeps out, and what stands against an applicant by J24-4.3. Kinds that a clause does not name are not counted under it. */
final class Exclusions2024 {
    private static final Set<SanctionKind> DISCIPLINE = EnumSet.of(SanctionKind.PARTY, SanctionKind.GOVERNMENT);
    private static final Set<SanctionKind> FALSEHOOD = EnumSet.of(SanctionKind.FALSE_MATERIAL, SanctionKind.ACADEMIC_MISCONDUCT, SanctionKind.BLACKLIST);

    private Exclusions2024() {}

    static Verdict notACivilServant(Case one) {
        var asked = Text.of("不是公务员（含参公）", "neither a civil servant nor managed as such");
        return one.employment()
                .map(told -> told == Employment.CIVIL_SERVANT ? Verdict.failed(asked, told.label()).at("employment") : Verdict.satisfied(asked, told.label()))
                .orElseGet(() -> Verdict.missing(asked, "employment"));
    }

    static Verdict notRetired(Case one) {
        var asked = Text.of("未离退休", "not retired");
        return one.retired()
                .map(retired -> retired ? Verdict.failed(asked, Text.of("已离退休", "retired")).at("retired") : Verdict.satisfied(asked, Text.of("未离退休", "not retired")))
                .orElseGet(() -> Verdict.missing(asked, "retired"));
    }

    static Verdict noDisciplineInEffect(Case one) {
        var asked = Text.of("不在党纪政务处分影响期内", "no party or government discipline in effect");
        if (one.sanctions().isEmpty()) return Verdict.missing(asked, "sanctions");
        var all = one.sanctions().get();
        var standing = standing(all, DISCIPLINE, one.day());
        if (!standing.isEmpty()) {
            var failed = Verdict.failed(asked, shown(standing)).at("sanctions");
            return free(all, one.day()).map(failed::from).orElse(failed);
        }
        if (!standing(all, EnumSet.of(SanctionKind.ADMINISTRATIVE), one.day()).isEmpty())
            return Verdict.open(asked, Text.of("受行政处分；通知只写“党纪政务处分”", "administrative discipline stands; the notice names party and government discipline only"));
        return Verdict.satisfied(asked, Text.of("无", "none"));
    }

    /** The clause has an application cancelled when falsehood is found and names no term: an entry is shown to people, it does not bar by itself. */
    static Verdict noFalseMaterial(Case one) {
        var asked = Text.of("无弄虚作假、剽窃或“黑名单”记录", "no falsehood, plagiarism or blacklist entry");
        if (one.sanctions().isEmpty()) return Verdict.missing(asked, "sanctions");
        var standing = standing(one.sanctions().get(), FALSEHOOD, one.day());
        if (standing.isEmpty()) return Verdict.satisfied(asked, Text.of("无", "none"));
        return Verdict.open(asked, Text.of(shown(standing).zh() + "；通知未写限制申报的期限，由审核部门认定",
                shown(standing).en() + "; the notice names no term of a bar, the auditing department decides"));
    }

    private static List<Sanction> standing(List<Sanction> all, Set<SanctionKind> kinds, LocalDate day) {
        return all.stream().filter(one -> kinds.contains(one.kind()) && one.stands(day)).toList();
    }

    /** The first day on or after {@code day} on which no discipline stands; empty where one has no end. */
    private static Optional<LocalDate> free(List<Sanction> all, LocalDate day) {
        var free = day;
        for (var standing = standing(all, DISCIPLINE, free); !standing.isEmpty(); standing = standing(all, DISCIPLINE, free)) {
            if (standing.stream().anyMatch(one -> one.until().isEmpty())) return Optional.empty();
            free = standing.stream().map(one -> one.until().orElseThrow()).max(LocalDate::compareTo).orElseThrow();
        }
        return Optional.of(free);
    }

    private static Text shown(List<Sanction> standing) {
        return Text.of(standing.stream().map(one -> one.kind().label().zh() + "（" + one.from() + "起" + one.until().map(day -> "，" + day + "解除").orElse("") + "）").collect(Collectors.joining("、")),
                standing.stream().map(one -> one.kind().label().en() + " (from " + one.from() + one.until().map(day -> ", lifted on " + day).orElse("") + ")").collect(Collectors.joining("; ")));
    }
}
