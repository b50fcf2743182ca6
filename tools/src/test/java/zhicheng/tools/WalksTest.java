package zhicheng.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.server.outside.StandIns;

/**
 * One walk per region, from a person's first account to a dossier that its committee has accepted, and that is paid for where the notice has a fee, over the public API alone
 * and as its page says: {@link AskedPage}. The outside platforms are those that {@code tools/zhicheng stand-ins} starts.
 *
 * <p>{@code -Dgolden.write=true} writes those answers anew that are others now; they are then to be read.
 */
@Tag("database")
@Tag("once")
class WalksTest {
    /** What no walk leaves out. */
    private static final List<String> STEPS = List.of("saveProfile(", "saveAchievement(", "requestUpload(", "completeUpload(", "composeDossier(", "evaluation(", "pickAchievements(", "signPledge(",
            "submitDossier(", "beginEmployerReview(", "markItems(", "returnDossier(", "resubmitDossier(", "openPublication(", "publication.period", "recommendDossier(", "forwardDossier(", "acceptDossier(");

    private static StandIns platforms;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws IOException {
        platforms = StandIns.start(0, StandIns.Play.HONEST);
    }

    @AfterAll
    static void close() {
        platforms.close();
    }

    /** Of a server that they reach: the real-name platform and the fiscal one, and an amount that is made up. */
    private static Map<String, Object> settings() throws IOException {
        var settings = new HashMap<String, Object>();
        platforms.settings().forEach((name, value) -> {
            if (name.endsWith(".real-name.url") || name.contains(".payment.")) settings.put(name, value);
        });
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            settings.put("micronaut.server.port", free.getLocalPort());
            settings.put("zhicheng.outside.payment.call-back", "http://localhost:" + free.getLocalPort() + "/payments");
        }
        settings.put("zhicheng.payment.amounts.bijie.associate-senior", "200");
        return settings;
    }

    @ParameterizedTest
    @CsvSource({"jiayuguan, ACCEPTED, createUnit( createUnitAccount( createAccountFor( activateAccount( objectToPublication( concludeObjection( reportPublication(",
        "bijie, ELIGIBILITY_REVIEW, registerAccount( logIn( confirmRealName( requestBinding( confirmBinding( payments( curl", "xianning, ACCEPTED, registerAccount( logIn( requestBinding( confirmBinding("})
    void goes_from_the_first_account_to_the_committee(String region, String stage, String own) throws Exception {
        var page = Path.of("..", "schema", "walks", region + ".md");
        assertTrue(Files.readString(Path.of("..", "README.md")).contains("(schema/walks/" + region + ".md)"), "the README leads there");
        assertTrue(Files.readString(Path.of("..", "schema", "README.md")).contains("(walks/" + region + ".md)"), "so does the schema's");
        var last = new AskedPage(page, folder, settings(), Boolean.getBoolean("golden.write")).isAnswered(25);
        var text = Files.readString(page);
        for (var step : STEPS) assertTrue(text.contains(step), () -> page + " leaves out " + step);
        for (var step : own.split(" ")) assertTrue(text.contains(step), () -> page + " leaves out " + step);
        assertFalse(last.containsKey("errors"), last::toString);
        var seen = (List<?>) ((Map<?, ?>) ((Map<?, ?>) last.get("data")).get("dossiers")).get("nodes");
        var stages = seen.stream().map(one -> ((Map<?, ?>) one).get("stage")).toList();
        assertEquals(List.of(stage), stages, "the last query is the committee's, and what it sees came by this walk");
    }
}
