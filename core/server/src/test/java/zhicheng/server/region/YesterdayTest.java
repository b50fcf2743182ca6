package zhicheng.server.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhicheng.spi.Case;
import zhicheng.spi.Claim;
import zhicheng.spi.Said;
import zhicheng.spi.Spi;
import zhicheng.spi.Verdict;

/** A region jar that was built against SPI 1.0 goes on: what it says, what it is pinned by and how it judges stay the same. */
class YesterdayTest {
    /** As it was on the day the jar was built. */
    private static final String HASH = "f6bb008ad2ce6809660402e2bb8126065b86d20550b00927960fa13b7dcfba8b";

    @TempDir
    private Path plugins;

    private LoadedEdition edition;

    @BeforeEach
    void load() throws Exception {
        Files.copy(jar(), plugins.resolve("yesterday-1.0.jar"));
        edition = Regions.load(plugins, Map.of()).newest("yesterday", 2023).orElseThrow();
    }

    @Test
    void it_is_loaded_in_a_class_loader_of_its_own_under_a_newer_spi() {
        assertEquals("1.0", edition.region().spi());
        assertTrue(!Spi.VERSION.equals("1.0") && Spi.serves("1.0"), Spi.VERSION);
        assertNotSame(Regions.class.getClassLoader(), edition.region().getClass().getClassLoader());
    }

    @Test
    void its_facts_have_the_hash_that_dossiers_are_pinned_to() {
        assertEquals(HASH, edition.hash());
    }

    @Test
    void a_concern_that_came_later_is_not_said_since_then() {
        assertEquals("1.1", assertInstanceOf(Said.NotSaidSince.class, edition.edition().responsibilities()).since());
        assertEquals("1.2", assertInstanceOf(Said.NotSaidSince.class, edition.edition().chain()).since());
        assertEquals("1.3", assertInstanceOf(Said.NotSaidSince.class, edition.edition().integrity()).since());
        assertEquals("1.3", assertInstanceOf(Said.NotSaidSince.class, edition.edition().nominations()).since());
        assertEquals("1.3", assertInstanceOf(Said.NotSaidSince.class, edition.edition().posts()).since());
        assertEquals("1.3", assertInstanceOf(Said.NotSaidSince.class, edition.edition().entrustment()).since());
        assertEquals("1.3", assertInstanceOf(Said.NotSaidSince.class, edition.edition().reuse()).since());
        assertEquals("1.3", assertInstanceOf(Said.NotSaidSince.class, edition.edition().evidence()).since());
    }

    @Test
    void its_rule_judges_as_before() {
        var rule = edition.edition().rules().getFirst();
        var claim = new Claim(2023, "ENGINEERING", Optional.empty(), Optional.empty(), Claim.ORDINARY, Optional.empty());
        var at = Instant.parse("2023-05-10T02:00:00Z");
        assertEquals(Verdict.Outcome.FAILED, rule.judge().judge(Case.of(at, claim, Map.of("retired", true))).outcome());
        assertEquals(Verdict.Outcome.SATISFIED, rule.judge().judge(Case.of(at, claim, Map.of("retired", false))).outcome());
        assertEquals(Verdict.Outcome.CANNOT_TELL, rule.judge().judge(Case.of(at, claim, Map.of())).outcome());
    }

    private static Path jar() throws URISyntaxException {
        return Path.of(YesterdayTest.class.getResource("/plugins/yesterday-1.0.jar").toURI());
    }
}
