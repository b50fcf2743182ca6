package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.graphql.Bare.said;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import zhicheng.server.account.Viewer;
import zhicheng.server.read.Fixture;

/** What is kept of queries: of those that were answered, as long as their documents are remembered. */
class KeptPlansTest {
    private static final String PAGE = "query Page($first: Int, $after: String, $where: DossierWhere) { dossiers(first: $first, after: $after, where: $where) { nodes { id } } }";
    private final Bare bare = new Bare();

    @AfterEach
    void stop() {
        bare.close();
    }

    @Test
    void a_query_that_was_answered_is_kept_once_for_all_values_of_its_shape_and_for_each_policy() {
        for (var first : List.of(1, 2, 3)) assertInstanceOf(Reply.Written.class, bare.ask(PAGE, Map.of("first", first, "where", Map.of("year", Map.of("eq", 2020 + first)))));
        assertEquals(1, bare.operations.kept());
        assertEquals(3, bare.asked.size());
        assertEquals(1, bare.asked.stream().distinct().count());
        bare.ask(PAGE, Map.of("first", 1));
        assertEquals(2, bare.operations.kept(), "another shape");
        bare.ask(new Ask(PAGE, null, Map.of("first", 1), false, true), Viewer.PUBLIC);
        assertEquals(3, bare.operations.kept(), "another policy");
        bare.ask(new Ask(PAGE, null, Map.of("first", 1), false, true), Fixture.NORTH_BUREAU);
        assertEquals(3, bare.operations.kept(), "the same policy");
    }

    @Test
    void nothing_is_kept_of_what_is_refused_or_only_tried() {
        bare.ask(PAGE, Map.of("first", 1));
        var kept = bare.operations.kept();
        var dear = "{ dossiers(first: 100) { nodes { applicant { dossiers(first: 100) { nodes { hours(first: 100) { nodes { year } } } } } } } }";
        for (var refused : List.of(bare.ask(dear, Map.of()), bare.ask(PAGE, Map.of("where", Map.of("or", Collections.nCopies(201, Map.of())))), bare.ask(PAGE, Map.of("first", 101)),
                bare.ask(PAGE, Map.of("after", "none")), bare.ask("{ dossiers(first: 101) { totalCount } }", Map.of()), bare.ask("{ dossiers(where: {year: {eq: null}}) { totalCount } }", Map.of()),
                bare.ask("query($id: ID!) { dossier(id: $id) { id } }", Map.of("id", "none")), bare.ask("{ dossiers { totalCount } dossiers2: dossiers(after: \"none\") { totalCount } }", Map.of()),
                bare.dryRun(dear, Map.of()), bare.dryRun(PAGE, Map.of("first", 101)))) {
            assertInstanceOf(Reply.Values.class, refused);
            assertTrue(said(refused).contains("code="), () -> said(refused));
        }
        for (var query : List.of("{ dossiers { totalCount } }", "{ people { totalCount } }", "{ me { id } }"))
            assertEquals("null", said(bare.dryRun(query, Map.of())));
        assertInstanceOf(Reply.Values.class, bare.ask("{ server { version } dossiers { totalCount } }", Map.of()), "executed");
        assertEquals(kept, bare.operations.kept());
    }

    @Test
    void what_was_kept_of_a_document_goes_with_it() {
        var long40k = "#" + "x".repeat(40_000) + "\n";
        for (var place = 0; place < 40; place++) {
            assertInstanceOf(Reply.Written.class, bare.ask("{ a" + place + ": dossiers { totalCount } } " + long40k, Map.of()));
            var most = 500_000 / 40_000;
            assertTrue(bare.operations.kept() <= most, () -> bare.operations.kept() + " queries are kept, of at most " + most + " documents");
            assertEquals(bare.operations.kept(), bare.operations.documents());
        }
        assertTrue(bare.operations.kept() > 0);
    }
}
