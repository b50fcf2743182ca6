package zhicheng.regions.xianning;

import static zhicheng.spi.Case.SanctionKind.ADMINISTRATIVE;
import static zhicheng.spi.Case.SanctionKind.BLACKLIST;
import static zhicheng.spi.Case.SanctionKind.CRIMINAL;
import static zhicheng.spi.Case.SanctionKind.GOVERNMENT;
import static zhicheng.spi.Case.SanctionKind.INVESTIGATION;
import static zhicheng.spi.Case.SanctionKind.PARTY;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import zhicheng.spi.Case;
import zhicheng.spi.Case.Employment;
import zhicheng.spi.Case.Sanction;
import zhicheng.spi.Clause;
import zhicheng.spi.ExclusionKey;
import zhicheng.spi.ExclusionKey.Per;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** Who may not apply: the five exclusions of X24-1.1 to X24-1.5. */
final class Exclusions2024 {
    private static final Text CIVIL_SERVANT = Text.of("公务员（含参照公务员法管理工作人员）不得申报", "Civil servants, staff managed as such included, may not apply");
    private static final Text RETIREMENT = Text.of("已退休人员和达到退休年龄人员不得申报，按有关文件规定延迟退休的除外",
            "Who is retired or has reached retirement age may not apply, unless retirement was put off under the documents for it");
    private static final Text SANCTION = Text.of("受刑事处罚、政务处分、党纪处分、行政处分，刑期或处分期（含影响期）未了的不得申报；被立案审查、留置或立案调查期间不得申报",
            "No application while a criminal penalty or a government, party or administrative discipline lasts, its period of effect included, nor under investigation or detention");
    private static final Text LISTED = Text.of("记入全省、全市职称失信黑名单且仍在记录期限的不得申报", "Who is on the province's or the city's title-review blacklist may not apply within its term");
    private static final Text ONCE = Text.of("同一年度不得申报两个及以上系列（专业），同一系列（专业）当年只能申报一次",
            "In one year nobody applies in two or more series (specialties), nor twice in the same one");

    static final List<Rule> RULES = List.of(
            Rule.binding("civil-servant", Clause.of("X24-1.1"), CIVIL_SERVANT, Exclusions2024::civilServant),
            Rule.binding("retirement", Clause.of("X24-1.2"), RETIREMENT, Exclusions2024::retirement),
            Rule.binding("sanction", Clause.of("X24-1.3"), SANCTION, Exclusions2024::sanction),
            Rule.binding("blacklist", Clause.of("X24-1.4"), LISTED, Exclusions2024::blacklist),
            Rule.binding("one-application", Clause.of("X24-1.5"), ONCE, Exclusions2024::oneApplication));

    private static final Text RELEASED = Text.of("本通知未写明何时可以解除", "this notice does not say when it is let go");

    static final List<ExclusionKey> KEYS = List.of(
            ExclusionKey.of("one-series", Clause.of("X24-1.5"), Per.YEAR,
                    Text.of("同一年度不得申报两个及以上系列（专业）", "no two series (specialties) in one year"), RELEASED),
            ExclusionKey.of("once-per-series", Clause.of("X24-1.5"), Per.YEAR_AND_SERIES,
                    Text.of("当年同一系列（专业）只能申报评审一次", "the same series (specialty) only once a year"), RELEASED));

    private static final Set<Case.SanctionKind> SANCTIONS = Set.of(CRIMINAL, GOVERNMENT, PARTY, ADMINISTRATIVE, INVESTIGATION);

    private static Verdict civilServant(Case one) {
        if (one.employment().isEmpty()) return Verdict.missing(CIVIL_SERVANT, "employment");
        var employment = one.employment().get();
        return employment == Employment.CIVIL_SERVANT
                ? Verdict.failed(CIVIL_SERVANT, employment.label()).at("employment")
                : Verdict.satisfied(CIVIL_SERVANT, employment.label());
    }

    /** The age is told, never computed: since 2025 it moves by months. Who was put off and has retired since is retired. */
    private static Verdict retirement(Case one) {
        if (one.retired().orElse(false)) return Verdict.failed(RETIREMENT, Text.of("已退休", "retired")).at("retired");
        var past = one.pastRetirementAge();
        var extended = one.retirementExtended();
        if (past.orElse(false) && extended.isPresent() && !extended.get())
            return Verdict.failed(RETIREMENT, Text.of("已达到退休年龄，未按规定延迟退休", "retirement age reached, retirement not put off")).at("pastRetirementAge");
        if (one.retired().isEmpty()) return Verdict.missing(RETIREMENT, "retired");
        if (past.isEmpty()) return Verdict.missing(RETIREMENT, "pastRetirementAge");
        if (past.get() && extended.isEmpty()) return Verdict.missing(RETIREMENT, "retirementExtended");
        return Verdict.satisfied(RETIREMENT, past.get() ? Text.of("已按规定延迟退休", "retirement put off under the rules") : Text.of("未退休，未达到退休年龄", "not retired, retirement age not reached"));
    }

    private static Verdict sanction(Case one) {
        if (one.sanctions().isEmpty()) return Verdict.missing(SANCTION, "sanctions");
        var relevant = one.sanctions().get().stream().filter(found -> SANCTIONS.contains(found.kind())).toList();
        return relevant.stream().noneMatch(found -> found.stands(one.day()))
                ? Verdict.satisfied(SANCTION, Text.of("没有未了的处罚、处分或调查", "nothing that lasts"))
                : standing(SANCTION, relevant, one.day());
    }

    /** An entry on another region's list is not this clause's; an entry of which no region is told counts as the province's or the city's. */
    private static Verdict blacklist(Case one) {
        if (one.sanctions().isEmpty()) return Verdict.missing(LISTED, "sanctions");
        var entries = one.sanctions().get().stream().filter(entry -> entry.kind() == BLACKLIST).toList();
        if (entries.stream().noneMatch(entry -> entry.stands(one.day()))) return Verdict.satisfied(LISTED, Text.of("没有仍在期限内的失信记录", "no entry within its term"));
        var ours = entries.stream().filter(entry -> Provinces.here(entry.region())).toList();
        return ours.stream().noneMatch(entry -> entry.stands(one.day()))
                ? Verdict.open(LISTED, Text.of("记录在其他地区的黑名单上，本款未作规定", "the entry is on another region's list, of which this clause says nothing"))
                : standing(LISTED, ours, one.day());
    }

    private static Verdict oneApplication(Case one) {
        if (one.otherApplications().isEmpty()) return Verdict.missing(ONCE, "otherApplications");
        var others = one.otherApplications().get().stream().filter(other -> other.year() == one.claim().year()).toList();
        if (others.isEmpty()) return Verdict.satisfied(ONCE, Text.of("本年度没有其他申报", "no other application this year"));
        var same = others.stream().anyMatch(other -> other.series().equals(one.claim().series()));
        return Verdict.failed(ONCE, same ? Text.of("本年度已申报同一系列", "already applied in this series this year") : Text.of("本年度已申报另一系列", "already applied in another series this year"))
                .at("otherApplications");
    }

    /** A failure with the first day on which nothing told stands any more, where every end is known. */
    private static Verdict standing(Text asked, List<Sanction> relevant, LocalDate day) {
        var standing = relevant.stream().filter(found -> found.stands(day)).toList();
        var failed = Verdict.failed(asked, Text.of(
                standing.stream().map(found -> found.kind().label().zh() + "（" + found.from() + "起，" + found.until().map(end -> "至" + end + "前").orElse("未了") + "）").collect(Collectors.joining("、")),
                standing.stream().map(found -> found.kind().label().en() + " (from " + found.from() + ", " + found.until().map(end -> "over on " + end).orElse("not over") + ")").collect(Collectors.joining("; "))))
                .at("sanctions");
        return freeFrom(relevant, day)
                .map(from -> failed.remedy(Text.of("期满后可申报，自" + from + "起", "may apply when it is over, from " + from + " on")).from(from))
                .orElse(failed);
    }

    private static Optional<LocalDate> freeFrom(List<Sanction> relevant, LocalDate day) {
        var standing = relevant.stream().filter(found -> found.stands(day)).toList();
        if (standing.isEmpty()) return Optional.of(day);
        if (standing.stream().anyMatch(found -> found.until().isEmpty())) return Optional.empty();
        return freeFrom(relevant, standing.stream().map(found -> found.until().orElseThrow()).max(Comparator.naturalOrder()).orElseThrow());
    }

    private Exclusions2024() {}
}
