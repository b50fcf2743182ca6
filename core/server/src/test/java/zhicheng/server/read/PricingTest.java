package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.server.account.Viewer;

/** What stands in {@link Cost} is what is charged. */
class PricingTest {
    private static final Root DOSSIERS = new Root.Rows(Nouns.DOSSIER);
    private static final Map<String, Object> ONE_LEVEL = below("some", Map.of("tenths", Map.of("gte", 900)));

    /** Of a list 10, of all counted 200. */
    @ParameterizedTest(name = "{0} levels of {1}: {2}")
    @CsvSource({"1, every, 20", "2, every, 420", "3, none, 8420", "4, some, 168420", "10, every, 10778947368420", "20, every, 9007199254740992"})
    void a_condition_on_rows_below_is_asked_of_each_row_of_the_condition_around_it(int levels, String quantifier, long cost) {
        var where = Map.<String, Object>of("year", Map.of("gte", 0));
        for (var level = 0; level < levels; level++) where = below(quantifier, level == 0 ? where : Map.of("dossier", where));
        assertEquals(Math.min(1L << 53, 210 + cost), price(DOSSIERS, Map.of("where", where), Selection.fields("totalCount")));
    }

    @Test
    void so_is_what_is_counted_or_added_up() {
        for (var measure : List.of(Map.of("count", Map.of("gt", 1)), Map.of("sum", Map.of("tenths", Map.of("gt", 1))))) {
            var measured = new HashMap<String, Object>(measure);
            measured.put("where", Map.of("dossier", ONE_LEVEL));
            assertEquals(210 + 20 + 400, price(DOSSIERS, Map.of("where", Map.of("hours", measured)), Selection.fields("totalCount")), measure::toString);
        }
    }

    /** Nine ways to compare a count, three counts within one another. */
    @Test
    void what_is_compared_in_several_ways_is_counted_once() {
        var nine = Map.<String, Object>of("eq", 1, "neq", 2, "in", List.of(1), "notIn", List.of(2), "lt", 9, "lte", 9, "gt", 0, "gte", 1, "isNull", false);
        var where = Map.<String, Object>of("year", Map.of("gte", 0));
        for (var level = 0; level < 3; level++) where = Map.of("hours", Map.of("count", nine, "where", level == 0 ? where : Map.of("dossier", where)));
        var asked = new Selection.Field("asked", "asked", Map.of("where", where), List.of(), Selection.fields("totalCount"));
        assertEquals(210 + 8420, price(DOSSIERS, asked.arguments(), asked.below()));
        assertEquals(5, Pricing.of(DOSSIERS, asked).relations(), "three counts, and from the hours to their dossier twice");
        assertEquals(1 + 3, occurrences("count(*)", statement(asked)), "and all of the list");
    }

    private static String statement(Selection.Field asked) {
        return Fixture.reader((_, _) -> CompletableFuture.failedStage(new IllegalStateException("nothing is asked"))).plan(DOSSIERS, asked, new Given.Request(Viewer.PUBLIC, Map.of())).text();
    }

    private static int occurrences(String part, String text) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void conditions_beside_each_other_are_added() {
        var where = Map.<String, Object>of("and", List.of(ONE_LEVEL, Map.of("or", List.of(ONE_LEVEL, Map.of("not", ONE_LEVEL)))));
        assertEquals(210 + 3 * 20, price(DOSSIERS, Map.of("where", where), Selection.fields("totalCount")));
        assertEquals(500 + 3 * 20, price(new Root.Groups(Nouns.DOSSIER), Map.of("by", List.of("YEAR"), "where", where), Selection.fields("hasMore")));
    }

    @Test
    void a_cursor_is_made_for_each_edge() {
        assertEquals(10 + 7, price(DOSSIERS, Map.of("first", 7), edges(Selection.fields("cursor"))));
        assertEquals(10 + 7, price(DOSSIERS, Map.of("first", 7), edges(new Selection(List.of(field("node", Selection.fields("id")))))));
        assertEquals(10 + 7, price(DOSSIERS, Map.of("first", 7), edges(new Selection(List.of(field("cursor", Selection.NOTHING), field("node", Selection.fields("id")))))), "with its node");
        assertEquals(10, price(DOSSIERS, Map.of("first", 7), edges(Selection.fields("__typename"))));
    }

    @Test
    void an_explanation_asks_the_whole_and_each_part_once_more() {
        assertEquals(500 + 20, explained(ONE_LEVEL, Selection.fields("holds")));
        // the whole; the part; what it says of the rows below
        assertEquals(500 + 20 + 20 + 20, explained(ONE_LEVEL, parts(Selection.fields("path"))));
        assertEquals(500 + 20 + 20 + 20 + 20 + 20, explained(ONE_LEVEL, parts(new Selection(List.of(field("below", Selection.fields("count")))))), "with the rows below, of either part");
        assertEquals(500 + 50 + 50, explained(Map.of("title", Map.of("contains", "工程")), parts(Selection.fields("path"))));
    }

    @Test
    void in_an_explanation_too_a_condition_on_rows_below_is_asked_of_each_row_of_the_condition_around_it() {
        var where = below("every", Map.of("dossier", ONE_LEVEL));
        assertEquals(500 + 20 + 400, explained(where, Selection.fields("holds")));
        // the whole; the part, and how many are so; then of each row below what it leads to, and what is below that
        var parts = (20 + 400) + (20 + 400) + 400 + (400 + 20) + (400 + 20);
        assertEquals(500 + parts, explained(where, parts(Selection.fields("path"))));
        assertEquals(500 + parts + 3 * (20 + 400), explained(where, parts(new Selection(List.of(field("below", Selection.fields("holding")))))));
        var counted = Map.<String, Object>of("hours", Map.of("count", Map.of("gt", 1), "where", Map.of("dossier", ONE_LEVEL)));
        assertEquals(500 + parts + 400, explained(counted, parts(Selection.fields("path"))), "also the number that is shown");
    }

    private static Map<String, Object> below(String quantifier, Map<String, Object> where) {
        return Map.of("hours", Map.of(quantifier, where));
    }

    private static long explained(Map<String, Object> where, Selection wanted) {
        return price(new Root.Explain(Nouns.DOSSIER), Map.of("id", Fixture.id(51).toString(), "where", where), wanted);
    }

    private static Selection parts(Selection wanted) {
        return new Selection(List.of(field("parts", wanted)));
    }

    private static Selection edges(Selection wanted) {
        return new Selection(List.of(field("edges", wanted)));
    }

    private static Selection.Field field(String name, Selection below) {
        return new Selection.Field(name, name, Map.of(), List.of(), below);
    }

    private static long price(Root root, Map<String, Object> arguments, Selection wanted) {
        var cost = Pricing.of(root, new Selection.Field("asked", "asked", arguments, List.of(), wanted));
        return cost.shares(new Given.Request(Viewer.PUBLIC, Map.of())).stream().mapToLong(Cost.Share::cost).reduce(0, Cost::plus);
    }
}
