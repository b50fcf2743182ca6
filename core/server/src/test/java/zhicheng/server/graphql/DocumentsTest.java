package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which documents are remembered. */
class DocumentsTest {
    private static final String REGISTERED = "{ one }";

    private final List<Parsed> forgotten = new ArrayList<>();
    private final Documents documents = new Documents(UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse("type Query { one: Int }")),
            StraightAndExecutedTest.LIMITS, forgotten::add);

    @Test
    void a_registered_one_is_not_pushed_out_by_what_else_is_asked() {
        var registered = documents.register(REGISTERED).document().orElseThrow();
        var long40k = "#" + "x".repeat(40_000) + "\n";
        for (var number = 0; number < 40; number++) assertEquals(List.of(), documents.checked("{ a" + number + ": one } " + long40k).refusals());
        assertTrue(forgotten.size() > 20, () -> forgotten.size() + " were pushed out");
        assertSame(registered, documents.known(REGISTERED).orElseThrow().document().orElseThrow());
        assertSame(registered, documents.checked(REGISTERED).document().orElseThrow());
        assertFalse(registered.isForgotten());
    }

    @Test
    void what_cannot_be_asked_is_not_remembered() {
        assertFalse(documents.register("{ two }").refusals().isEmpty());
        assertTrue(documents.known("{ two }").isEmpty());
    }
}
