package zhicheng.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import zhicheng.contract.nowhere.Nowhere;
import zhicheng.spi.Case;
import zhicheng.spi.Level;

class CasesTest {
    private static final String HERE = "cases/";

    @Test
    void a_fact_passes_only_with_its_path_its_value_and_its_clause() {
        var outcomes = Cases.of(Altered.withCases(HERE + "2024/facts.csv")).run();
        assertEquals(List.of(false, false, false, true), outcomes.stream().map(Outcome::passed).toList());
        assertTrue(outcomes.get(0).why().contains("expected «3» (NW24-5.2), stated is [returns.returns.number = 2 (NW24-5.2)]"), outcomes.get(0).why());
        assertTrue(outcomes.get(1).why().contains("(NW24-5.1)"), outcomes.get(1).why());
        assertEquals("nothing is stated at returns.elsewhere.number", outcomes.get(2).why());
        assertEquals(5, outcomes.get(3).line());
    }

    @Test
    void a_rule_passes_only_with_its_outcome_its_day_what_is_missing_and_whether_it_holds_up() {
        var outcomes = Cases.of(Altered.withCases(HERE + "2024/NW24-1.4.csv")).run();
        assertEquals(9, outcomes.size());
        assertTrue(outcomes.getFirst().passed(), outcomes.getFirst().why());
        assertEquals(5, outcomes.getFirst().line());
        assertEquals(List.of(
                "outcome expected SATISFIED, found FAILED (shown: 另有1项申报)",
                "from expected 2025-01-01, found none (shown: 另有1项申报)",
                "holdsUp expected false, found true (shown: 另有1项申报)",
                "missing expected retired; employment, found none (shown: 另有1项申报)",
                "the row expects no outcome (shown: 另有1项申报)",
                "rule hours is of NW24-4.2, the file is named NW24-1.4",
                "there is no rule no-such-rule",
                "java.lang.IllegalArgumentException: hours are a year and a number, e.g. 2023 90, not «many»"), outcomes.stream().skip(1).map(Outcome::why).toList());
    }

    @Test
    void what_cannot_be_read_is_an_outcome_and_no_exception() {
        var outcomes = Cases.of(Altered.withCases(HERE + "2024/NW24-1.3.csv", HERE + "2024/NW24-1.2.csv", HERE + "2024/NW24-2.1.csv", HERE + "2024/one-series.csv",
                HERE + "2024/NW24-9.csv", HERE + "NW24-1.3.csv", HERE + "1999/facts.csv")).run();
        assertEquals(7, outcomes.size());
        assertTrue(outcomes.stream().noneMatch(Outcome::passed));
        assertTrue(outcomes.get(0).why().contains("rule one-series is of NW24-1.4"), outcomes.get(0).why());
        assertEquals("there are no cases in it", outcomes.get(1).why());
        assertTrue(outcomes.get(2).why().contains("has 2 fields"), outcomes.get(2).why());
        assertTrue(outcomes.get(3).why().contains("not a clause id"), outcomes.get(3).why());
        assertTrue(outcomes.get(4).why().contains("no such file"), outcomes.get(4).why());
        assertTrue(outcomes.get(5).why().contains("YEAR/CLAUSE.csv"), outcomes.get(5).why());
        assertEquals("the region has no edition of 1999", outcomes.get(6).why());
    }

    @Test
    void without_its_clause_every_case_finds_nothing() {
        var region = new Nowhere();
        var with = Cases.of(region).run();
        var without = Cases.of(region).runWithoutItsClause();
        assertEquals(with.size(), without.size());
        assertTrue(with.size() > 60, "only " + with.size());
        for (var i = 0; i < with.size(); i++) {
            assertTrue(with.get(i).passed(), with.get(i).toString());
            var why = without.get(i).why();
            assertTrue(why.startsWith("nothing is stated at") || why.startsWith("there is no rule"), without.get(i) + why);
        }
    }

    @Test
    void the_cells_of_a_row_are_read_as_a_case() {
        var one = Cells.read(Map.ofEntries(
                Map.entry("at", "2024-09-18T08:30"), Map.entry("series", "HEALTH"), Map.entry("level", "ASSOCIATE_SENIOR"),
                Map.entry("specialty", ""), Map.entry("employment", "FLEXIBLE"), Map.entry("retired", "false"),
                Map.entry("degrees", "本科 2016-07-01; 硕士"),
                Map.entry("titles", "ENGINEERING INTERMEDIATE 建筑工程 2019-12-31 520000 aid=18; HEALTH ASSISTANT"),
                Map.entry("hours", "2023 90.5 specialised=60 520000"), Map.entry("assessments", "2023 不合格"),
                Map.entry("testPasses", "建筑工程 INTERMEDIATE 2024-04-20"), Map.entry("testExemptions", "鄂职改办〔2013〕72号"),
                Map.entry("sanctions", "PARTY 2024-01-01 2025-01-01; INVESTIGATION 2024-02-01"), Map.entry("otherApplications", "none"),
                Map.entry("achievements", "PATENT 2023-03-01; PAPER"),
                Map.entry("answers.nightShift", "true")), 2024);
        assertEquals("2024-09-18T00:30:00Z", one.at().toString());
        assertEquals("HEALTH", one.claim().series());
        assertEquals(Level.ASSOCIATE_SENIOR, one.claim().level().orElseThrow());
        assertTrue(one.claim().specialty().isEmpty());
        assertEquals(Case.Employment.FLEXIBLE, one.employment().orElseThrow());
        assertEquals(List.of("2016-07-01", "-"), one.degrees().orElseThrow().stream().map(degree -> degree.date().map(Object::toString).orElse("-")).toList());
        var title = one.titles().orElseThrow().getFirst();
        assertEquals("建筑工程 2019-12-31 520000 18", title.specialty().orElseThrow() + " " + title.date().orElseThrow() + " " + title.province().orElseThrow() + " " + title.aidMonths().orElseThrow());
        assertTrue(one.titles().orElseThrow().getLast().date().isEmpty());
        assertEquals(905, one.hours().orElseThrow().getFirst().total());
        assertEquals(600, one.hours().orElseThrow().getFirst().specialised().orElseThrow());
        assertEquals("不合格", one.assessments().orElseThrow().getFirst().grade());
        assertEquals("建筑工程", one.testPasses().orElseThrow().getFirst().specialty());
        assertEquals(List.of("鄂职改办〔2013〕72号"), one.testExemptions().orElseThrow());
        assertEquals("2025-01-01", one.sanctions().orElseThrow().getFirst().until().orElseThrow().toString());
        assertTrue(one.sanctions().orElseThrow().getLast().until().isEmpty());
        assertEquals(List.of(), one.otherApplications().orElseThrow());
        assertEquals(List.of("PATENT 2023-03-01", "PAPER -"), one.achievements().orElseThrow().stream().map(it -> it.kind() + " " + it.date().map(Object::toString).orElse("-")).toList());
        assertTrue(one.yes("nightShift").orElseThrow());
        assertTrue(one.hukou().isEmpty());
    }
}
