package zhicheng.server.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.spi.Case;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/** What has to be told is told in words that people use. */
class UntoldTest {
    private static final Regions REGIONS = Regions.load(null, Map.of());

    @Test
    void every_path_of_a_case_and_a_claim_has_a_name() {
        var paths = Stream.concat(Case.PATHS.keySet().stream(), Case.CLAIM_PATHS.stream()).sorted().toList();
        assertTrue(paths.size() > 20);
        for (var path : paths) {
            var untold = Untold.of(List.of(missing("X24-1", path)), edition("xianning").edition()).getFirst();
            assertNotEquals(path, untold.text().zh());
            assertNotEquals(path, untold.text().en());
            assertNull(untold.question());
        }
    }

    @Test
    void every_question_of_a_region_is_asked_in_its_own_words() {
        var editions = REGIONS.all().stream().flatMap(region -> REGIONS.editions(region.id()).stream()).filter(one -> !one.edition().questions().isEmpty()).toList();
        assertEquals(4, editions.size());
        for (var edition : editions)
            for (var question : edition.edition().questions()) {
                var untold = Untold.of(List.of(missing(question.clause().id(), "answers." + question.id())), edition.edition()).getFirst();
                assertEquals(question, untold.question());
                assertEquals(question.text(), untold.text());
                assertEquals(List.of(question.clause()), untold.askedBy());
            }
    }

    @Test
    void what_several_rules_need_is_asked_for_once_and_what_only_warns_not_at_all() {
        var findings = List.of(missing("X24-1.3", "sanctions"), missing("X24-1.4", "sanctions"), Finding.missing("claim.level", null, Text.of("层级", "level"), "claim.level"));
        var untold = Untold.of(findings, edition("xianning").edition());
        assertEquals(List.of("sanctions", "claim.level"), untold.stream().map(Untold::path).toList());
        assertEquals(List.of(Clause.of("X24-1.3"), Clause.of("X24-1.4")), untold.getFirst().askedBy());
        assertEquals(List.of(), untold.getLast().askedBy());
        var warning = missing("X24-1.3", "sanctions");
        var advisory = new Finding(warning.code(), warning.clause(), warning.force(), warning.outcome(), warning.message(), warning.asked(), warning.shown(), warning.path(), warning.missing(), null, null, false);
        assertEquals(List.of(), Untold.of(List.of(advisory), edition("xianning").edition()));
    }

    private static Finding missing(String clause, String path) {
        return Finding.missing("some-rule", Clause.of(clause), Text.of("某事", "something"), path);
    }

    private static LoadedEdition edition(String region) {
        return REGIONS.newest(region, 2024).orElseThrow();
    }
}
