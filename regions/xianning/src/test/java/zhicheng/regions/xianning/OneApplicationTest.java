package zhicheng.regions.xianning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import zhicheng.spi.Case;
import zhicheng.spi.Claim;
import zhicheng.spi.Verdict;
import zhicheng.spi.When;

/** X24-1.5 speaks of one year: what was applied for in another one does not count. */
class OneApplicationTest {
    @Test
    void an_application_of_another_year_does_not_count() {
        assertEquals(Verdict.Outcome.SATISFIED, judge(claim(2023), claim(2025)));
        assertEquals(Verdict.Outcome.FAILED, judge(claim(2023), claim(2024)));
    }

    private static Verdict.Outcome judge(Claim... others) {
        var at = LocalDate.of(2024, 6, 20).atStartOfDay(When.CHINA).toInstant();
        return Exclusions2024.RULES.stream().filter(rule -> rule.id().equals("one-application")).findFirst().orElseThrow().judge()
                .judge(Case.of(at, claim(2024), Map.of("otherApplications", List.of(others)))).outcome();
    }

    private static Claim claim(int year) {
        return new Claim(year, "ENGINEERING", Optional.empty(), Optional.empty(), Claim.ORDINARY, Optional.empty());
    }
}
