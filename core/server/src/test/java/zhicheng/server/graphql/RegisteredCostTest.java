package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhicheng.contract.nowhere.Nowhere;
import zhicheng.server.CannotStart;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.read.Fixture;
import zhicheng.server.region.Regions;

/** A registered document that costs too much whoever asks it would be refused each time: the server does not start with it. */
class RegisteredCostTest {
    private static final String DEAR = "{ dossiers(first: 100) { nodes { applicant { dossiers(first: 100) { nodes { hours(first: 100) { nodes { year } } } } } } } }";

    @TempDir
    private Path folder;

    @Test
    void what_costs_too_much_in_itself_keeps_the_server_from_starting() throws IOException {
        Files.writeString(folder.resolve("dear.graphql"), "\n" + DEAR);
        Files.writeString(folder.resolve("good.graphql"), "{ dossiers { totalCount } }");
        var refused = assertThrows(CannotStart.class, this::start);
        assertEquals(CannotStart.Reason.NOT_CONFIGURED, refused.reason());
        assertTrue(refused.getMessage().contains("«" + folder.resolve("dear.graphql") + "», line 2: cost: ") && !refused.getMessage().contains("good.graphql"), refused.getMessage());
    }

    @Test
    void what_costs_as_much_as_its_variables_say_can_be_asked() throws IOException {
        Files.writeString(folder.resolve("variable.graphql"), "query($n: Int) " + DEAR.replace("100", "$n"));
        assertDoesNotThrow(this::start);
    }

    private void start() {
        var limits = StraightAndExecutedTest.LIMITS;
        var reader = Fixture.reader((question, _) -> {
            throw new IllegalStateException("asked: " + question.text());
        });
        var identities = new IdentityQuestions(new IdentityVault(Fixture.KEY), (_, _, _, _) -> { });
        var regions = Regions.of(List.of(new Nowhere()));
        var clock = Fixture.CLOCK;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            new Engine(GoldenReadsTest.sdl(), List.of(new Scalars(), identities, new ServerWires(clock), new ReadFields(reader, identities)), List.of(new Operations(reader, regions, limits)),
                    new TrustedDocuments(folder.toString(), List.of()), limits, clock, new SecurityLog(), threads);
        }
    }
}
