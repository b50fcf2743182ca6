package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhicheng.contract.nowhere.Nowhere;
import zhicheng.server.CannotStart;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.account.Role;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.read.Fixture;
import zhicheng.server.region.Regions;

/** A registered document that asks for too much, be it of one viewer's roles only, would be refused each time: the server does not start with it. */
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

    /** Also where variables come that may all be left out: they are. Thirty steps are 150 for who sees dossiers in five places; 75 are so many for who sees certificates in two, which are others. */
    @Test
    void what_leads_too_far_for_whoever_sees_rows_in_the_most_places_keeps_the_server_from_starting() throws IOException {
        var document = folder.resolve("far.graphql");
        for (var one : List.of(List.of("dossiers(", "{employer: {kind: {eq: HRSS}}} ", 30, 155), List.of("certificates(first: $n, after: $after, ", "{person: {residence: {eq: MAINLAND}}} ", 75, 152))) {
            var steps = (int) one.get(2);
            Files.writeString(document, far(one, steps));
            assertDoesNotThrow(this::start);
            Files.writeString(document, far(one, steps + 1));
            var refused = assertThrows(CannotStart.class, this::start);
            assertTrue(refused.getMessage().contains("relations: filters, orders and groups, up to that of %s, lead over %d".formatted(one.get(0).toString().split("\\(")[0], one.get(3))), refused.getMessage());
        }
        Files.writeString(document, Files.readString(document).replace("Int! = 5", "Int!"));
        assertDoesNotThrow(this::start, "where a value has to come it is seen then");
    }

    /** The payload of a mutation that asks by a protected value is for certain roles. */
    @Test
    void what_is_for_certain_roles_can_be_registered() throws IOException {
        Files.writeString(folder.resolve("roles.graphql"), "{ roles }");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Straight denied = (_, _, _, _, _, _) -> {
                throw new RoleCheck.Denied(Set.of(Role.AUDITOR), "roles");
            };
            var documents = new TrustedDocuments(folder.toString(), List.of());
            assertDoesNotThrow(() -> SmallSchema.engine(List.of(denied), documents, StraightAndExecutedTest.LIMITS, Fixture.CLOCK, new SecurityLog(), threads, SmallSchema.SDL));
        }
    }

    private static String far(List<?> list, int steps) {
        return "%s{ %swhere: {or: [%s]}) { nodes { id } } }".formatted(list.get(0).toString().contains("$") ? "query($after: String, $n: Int! = 5) " : "", list.get(0), list.get(1).toString().repeat(steps));
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
