package zhicheng.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.server.trail.Json;

/**
 * One walk per region, from a person's first account to a dossier that lies before its committee, over the public API alone and as its page says: {@link AskedPage}.
 *
 * <p>{@code -Dgolden.write=true} writes those answers anew that are others now; they are then to be read.
 */
@Tag("database")
@Tag("once")
class WalksTest {
    /** What no walk leaves out. */
    private static final List<String> STEPS = List.of("saveProfile(", "saveAchievement(", "requestUpload(", "completeUpload(", "composeDossier(", "evaluation(", "pickAchievements(", "signPledge(",
            "submitDossier(", "beginEmployerReview(", "markItems(", "returnDossier(", "resubmitDossier(", "openPublication(", "publication.period", "recommendDossier(", "forwardDossier(");

    private static HttpServer platform;

    @TempDir
    private Path folder;

    /** A real-name platform over HTTP that handed to each person, after looking at him, the proof {@code NAME NUMBER}. */
    @BeforeAll
    static void open() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/check", exchange -> {
            var asked = Json.map(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var matches = asked.get("proof").equals(asked.get("name") + " " + asked.get("identityNumber"));
            var answer = ("{\"result\": \"" + (matches ? "MATCHES" : "DIFFERS") + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        platform.start();
    }

    @AfterAll
    static void close() {
        platform.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"jiayuguan, createUnit( createUnitAccount( createAccountFor( activateAccount( objectToPublication( concludeObjection( reportPublication(",
        "bijie, registerAccount( logIn( confirmRealName( requestBinding( confirmBinding(", "xianning, registerAccount( logIn( requestBinding( confirmBinding("})
    void goes_from_the_first_account_to_the_committee(String region, String own) throws Exception {
        var page = Path.of("..", "schema", "walks", region + ".md");
        assertTrue(Files.readString(Path.of("..", "README.md")).contains("(schema/walks/" + region + ".md)"), "the README leads there");
        assertTrue(Files.readString(Path.of("..", "schema", "README.md")).contains("(walks/" + region + ".md)"), "so does the schema's");
        var last = new AskedPage(page, folder, Map.of("zhicheng.outside.real-name.url", "http://localhost:" + platform.getAddress().getPort() + "/check"), Boolean.getBoolean("golden.write")).isAnswered(25);
        var text = Files.readString(page);
        for (var step : STEPS) assertTrue(text.contains(step), () -> page + " leaves out " + step);
        for (var step : own.split(" ")) assertTrue(text.contains(step), () -> page + " leaves out " + step);
        assertFalse(last.containsKey("errors"), last::toString);
        var seen = (List<?>) ((Map<?, ?>) ((Map<?, ?>) last.get("data")).get("dossiers")).get("nodes");
        var stages = seen.stream().map(one -> ((Map<?, ?>) one).get("stage")).toList();
        assertEquals(List.of("INTAKE_PENDING"), stages, "the last query is the committee's, and what it sees came by this walk");
    }
}
