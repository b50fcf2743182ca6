package zhicheng.server.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.Case;
import zhicheng.spi.Claim;
import zhicheng.spi.Verdict;
import zhicheng.spi.When;

/**
 * What the register of integrity (诚信档案、失信黑名单) says of an applicant, put before the rules of a dossier's own edition as a fact: when it is handed in, and
 * when something is found later (X24-1.found, X24-1.3, X24-1.4, X24-annex2, B23-3.3, J24-1b). Pure, and no rule itself.
 */
public final class Register {
    private Register() {}

    /** Those of {@code entries}, in the shape of {@code SanctionInput}, that stand on the day of an instant, in China: with whatever days they have, which is no matter of what people may tell. */
    public static List<Case.Sanction> standing(List<Map<String, Object>> entries, Instant at) {
        var day = at.atZone(When.CHINA).toLocalDate();
        return entries.stream().map(one -> new Case.Sanction(Case.SanctionKind.valueOf((String) one.get("kind")), LocalDate.parse((String) one.get("from")),
                Optional.ofNullable((String) one.get("until")).map(LocalDate::parse), Optional.ofNullable((String) one.get("region")))).filter(one -> one.stands(day)).toList();
    }

    /**
     * By which binding rules an application fails at an instant for what the register says, and would not without it.
     *
     * @param facts what its applicant told, in the shape of {@code CaseInput}
     * @param entries all that the register says of him, in the shape of {@code SanctionInput}
     */
    public static List<Finding> bars(Evaluator evaluator, LoadedEdition edition, Claim claim, Map<String, Object> facts, List<Map<String, Object>> entries, Instant at) {
        var standing = standing(entries, at);
        if (standing.isEmpty()) return List.of();
        var without = judged(evaluator, edition, claim, facts, List.of(), at);
        var with = judged(evaluator, edition, claim, facts, standing, at);
        return IntStream.range(0, with.size()).filter(place -> with.get(place).holdsUp() && with.get(place).outcome() == Verdict.Outcome.FAILED
                && without.get(place).outcome() != Verdict.Outcome.FAILED).mapToObj(with::get).toList();
    }

    private static List<Finding> judged(Evaluator evaluator, LoadedEdition edition, Claim claim, Map<String, Object> facts, List<Case.Sanction> sanctions, Instant at) {
        var told = new HashMap<>(facts);
        told.put("sanctions", sanctions);
        return evaluator.evaluate(edition, Told.of(told, claim, at, at, edition).one().orElseThrow(), List.of()).general();
    }
}
