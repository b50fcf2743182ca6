package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import zhicheng.server.BadInput;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;

/** What stands in {@link Cost} is what is charged. */
class PricingTest {
    private static final Root DOSSIERS = new Root.Rows(Nouns.DOSSIER);
    private static final Root CERTIFICATES = new Root.Rows(Nouns.CERTIFICATE);
    private static final Map<String, Object> ONE_LEVEL = below("some", Map.of("tenths", Map.of("gte", 900)));

    private static final String ID = Fixture.id(51).toString();
    private static final Given.Policy SEEN_BY_ALL = Given.Policy.of(Viewer.PUBLIC);
    private static final Selection NODES = new Selection(List.of(field("nodes", Selection.fields("id"))));

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
        var asked = asked(Map.of("where", where), Selection.fields("totalCount"));
        assertEquals(210 + 8420, price(DOSSIERS, asked.arguments(), asked.below()));
        assertEquals(5, Pricing.of(DOSSIERS, asked, SEEN_BY_ALL).relations(), "three counts, and from the hours to their dossier twice");
        assertEquals(1 + 3, occurrences("count(*)", statement(DOSSIERS, asked)), "and all of the list");
    }

    private static String statement(Root root, Selection.Field asked) {
        return plan(root, asked).text();
    }

    private static Plan plan(Root root, Selection.Field asked) {
        return plan(root, asked, Viewer.PUBLIC);
    }

    private static Plan plan(Root root, Selection.Field asked, Viewer viewer) {
        return Fixture.reader((_, _) -> CompletableFuture.failedStage(new IllegalStateException("nothing is asked"))).plan(root, asked, Fixture.asks(viewer));
    }

    private static int occurrences(String part, String text) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    /** In what a row leads to each key is looked up for each row: of all rows, of the few that are below a row, and once more for each cursor that it is held against. */
    @Test
    void keys_in_what_a_row_leads_to_are_paid_for_each_by_itself() {
        var names = List.of(by("CREATED_AT"), by("APPLICANT_NAME"), by("EMPLOYER_NAME"));
        assertEquals(10 + 3 + 2 * 200, price(DOSSIERS, Map.of("first", 3, "orderBy", names), NODES));
        assertEquals(10 + 3 + 200 + 200, price(DOSSIERS, Map.of("first", 3, "orderBy", List.of(by("APPLICANT_NAME"))), NODES), "nor does an index serve it");
        assertEquals(10 + 3 + 2 * 2 * 200, price(DOSSIERS, Map.of("first", 3, "orderBy", names, "after", "…"), NODES));
        assertEquals(5 * (2 + 2 + 2), Pricing.of(DOSSIERS, asked(Map.of("orderBy", names, "before", "…"), NODES), Given.Policy.of(EVERYWHERE)).relations(), "each is compared twice with the cursor's, in each place");
        var own = new Selection.Field("dossiers", "dossiers", Map.of("first", 3, "orderBy", names), List.of(), NODES);
        assertEquals(10 + 5 * (1 + 10 + 2 * 20 + 3), price(new Root.Rows(Nouns.PERSON), Map.of("first", 5), new Selection(List.of(field("nodes", new Selection(List.of(own)))))));

        assertEquals(500 + 2 * 200, price(new Root.Groups(Nouns.DOSSIER), Map.of("by", List.of("YEAR", "EMPLOYER_NAME", "APPLICANT_RESIDENCE")), Selection.fields("hasMore")));
        assertEquals(2, Pricing.of(new Root.Groups(Nouns.DOSSIER), asked(Map.of("by", List.of("YEAR", "EMPLOYER_NAME", "APPLICANT_RESIDENCE")), Selection.fields("hasMore")), SEEN_BY_ALL).relations());
    }

    @Test
    void eight_keys_of_an_order_or_of_groups_are_taken_and_no_more() {
        var keys = Nouns.CERTIFICATE.sortKeys().values().stream().filter(key -> key.relation() != null).map(key -> by(key.constant())).toList();
        assertTrue(keys.size() > 8, keys::toString);
        assertEquals(8, Pricing.of(CERTIFICATES, asked(Map.of("orderBy", keys.subList(0, 8)), NODES), SEEN_BY_ALL).relations());
        assertEquals("orderBy: a list is ordered by 8 keys at most, not by 9", refused(CERTIFICATES, asked(Map.of("orderBy", keys.subList(0, 9)), NODES)));
        var own = new Selection.Field("certificates", "certificates", Map.of("orderBy", keys.subList(0, 9)), List.of(), NODES);
        assertEquals("nodes.certificates.orderBy: a list is ordered by 8 keys at most, not by 9",
                refused(DOSSIERS, asked(Map.of(), new Selection(List.of(field("nodes", new Selection(List.of(own))))))));
        var by = Nouns.DOSSIER.dimensions().values().stream().map(Noun.Dimension::constant).toList();
        price(new Root.Groups(Nouns.DOSSIER), Map.of("by", by.subList(0, 8)), Selection.fields("hasMore"));
        assertEquals("by: rows are grouped by 8 dimensions at most, not by 9", refused(new Root.Groups(Nouns.DOSSIER), asked(Map.of("by", by.subList(0, 9)), Selection.fields("hasMore"))));
    }

    /** Each key of one row stands in it as often as that of another, however many stand before it: once to order by, twice or three times behind the cursor. */
    @Test
    void behind_a_cursor_each_key_is_looked_up_no_oftener_for_those_before_it() {
        var keys = Nouns.CERTIFICATE.sortKeys().values().stream().filter(key -> key.relation() != null && key.relation().name().equals("person")).limit(8).toList();
        var lengths = new ArrayList<Integer>();
        for (var many = 2; many <= keys.size(); many++) {
            var order = keys.subList(0, many).stream().map(key -> by(key.constant())).toList();
            var steps = Page.of(Nouns.CERTIFICATE, Map.of("orderBy", order), false, "").order();
            var cursor = new Cursors(Fixture.KEY).of(Viewer.PUBLIC, "Query.asked", Listing.written(Listing.which(null, null)), Order.text(steps)).cursor(Collections.nCopies(steps.size(), "2024-01-01"));
            var statement = statement(new Root.Rows(Nouns.CERTIFICATE), asked(Map.of("orderBy", order, "after", cursor), NODES));
            lengths.add(occurrences("from person", statement));
        }
        assertTrue(lengths.size() > 3, lengths::toString);
        for (var many = 1; many < lengths.size(); many++) assertTrue(lengths.get(many) - lengths.get(many - 1) <= 5, lengths::toString);
    }

    @Test
    void text_is_looked_into_in_each_row_below() {
        var text = Map.<String, Object>of("province", Map.of("contains", "52"));
        assertEquals(210 + 20 + 50 * 20, price(DOSSIERS, Map.of("where", below("some", text)), Selection.fields("totalCount")));
        assertEquals(210 + 20 + 400 + 50 * 400, price(DOSSIERS, Map.of("where", below("some", Map.of("dossier", below("none", text)))), Selection.fields("totalCount")));
        assertEquals(210 + 50, price(DOSSIERS, Map.of("where", Map.of("employer", Map.of("name", Map.of("startsWith", "青川")))), Selection.fields("totalCount")), "of the one that it leads to once");
    }

    /** As often as the statement has it: in each way to come by the page's rows, in each place where some stand, and once more in a total. */
    @Test
    void what_stands_in_a_statement_several_times_is_planned_as_often() {
        var employer = Map.of("name", Map.of("eq", "青川"));
        var title = Map.of("contains", "工程");
        var both = Map.<String, Object>of("title", title, "applicant", Map.of("name", title), "employer", employer);
        var withTotal = new Selection(List.of(field("nodes", Selection.fields("id")), field("totalCount", Selection.NOTHING)));
        for (var seen : Map.of(EVERYWHERE, 5, APPLYING_CLERK, 2, Fixture.BUREAU, 1, Viewer.PUBLIC, 1).entrySet()) {
            assertEquals(seen.getValue(), relations(Map.of("where", Map.of("employer", employer)), NODES, seen.getKey()), "in his places, of " + seen.getKey());
            assertEquals(seen.getValue() + 1, relations(Map.of("where", Map.of("employer", employer)), withTotal, seen.getKey()), "with a total, of " + seen.getKey());
        }
        assertEquals(2, relations(Map.of("where", Map.of("and", List.of(both))), Selection.fields("totalCount"), EVERYWHERE), "where none is shown once");
        planned(1, Map.of("where", Map.of("employer", employer)), Selection.fields("totalCount"));
        planned(1, Map.of("where", Map.of("employer", employer), "orderBy", List.of(by("YEAR"))), NODES);
        planned(1, Map.of("where", Map.of("employer", employer)), Selection.fields("__typename"));
        planned(2, Map.of("where", Map.of("title", title, "employer", employer)), NODES);
        planned(3, Map.of("where", Map.of("title", title, "employer", employer)), withTotal);
        planned(3 + 3, Map.of("where", both), NODES);
        planned(4 + 4, Map.of("where", both), withTotal);
        planned(1 + 1, Map.of("where", both, "orderBy", List.of(by("YEAR"))), NODES);
        planned(2, Map.of("search", "工程", "where", Map.of("employer", employer)), NODES);
        planned(2 + 2, Map.of("search", "工程", "where", Map.of("employer", employer), "orderBy", List.of(by("CREATED_AT"), by("EMPLOYER_NAME"))), NODES);
        var own = new Selection.Field("dossiers", "dossiers", Map.of("where", Map.of("employer", employer)), List.of(), NODES);
        planned(2, Map.of("where", Map.of("title", title)), new Selection(List.of(field("nodes", new Selection(List.of(field("applicant", new Selection(List.of(own)))))))));
    }

    /** In the most places that there can be, whatever an account's roles. */
    @Test
    void nobody_sees_rows_in_more_places_than_are_told() {
        var groups = Stream.concat(Visible.UNITS.stream(), Stream.of(Set.of(Role.AUDITOR), Set.of(Role.APPLICANT))).map(roles -> roles.iterator().next()).toList();
        for (var noun : Nouns.all()) {
            var most = 0;
            for (var some = 0; some < 1 << groups.size(); some++)
                for (var isWhose = 0; isWhose < 4; isWhose++) {
                    var roles = new HashSet<Role>();
                    for (var one = 0; one < groups.size(); one++) if ((some >> one & 1) == 1) roles.add(groups.get(one));
                    most = Math.max(most, Visible.places(noun, new Given.Policy(roles, isWhose % 2 == 1, isWhose > 1, true)).size());
                }
            assertEquals(noun == Nouns.DOSSIER ? 5 : noun == Nouns.CERTIFICATE ? 2 : 0, most, noun.name());
        }
    }

    private record Case(String of, Root root, Map<String, Object> arguments, Selection wanted) {
        @Override
        public String toString() { return of; }
    }

    private static final Map<String, Object> EMPLOYED = Map.of("employer", Map.of("areaCode", Map.of("eq", "421202")));
    private static final Map<String, Object> EITHER_TEXT = Map.of("or", List.of(Map.of("title", Map.of("contains", "工程一")), Map.of("specialty", Map.of("startsWith", "工程二"))));
    private static final List<Map<String, Object>> BY_NAMES = List.of(by("APPLICANT_NAME"), Map.of("field", "EMPLOYER_NAME", "direction", "DESC", "nulls", "LAST"));

    /** What is shown stands in none of the tables that filters and orders lead to. */
    private static Stream<Case> cases() {
        var rows = new Selection(List.of(field("nodes", Selection.fields("id", "title"))));
        var total = Selection.fields("totalCount");
        var both = new Selection(List.of(field("nodes", Selection.fields("id")), field("totalCount", Selection.NOTHING)));
        var cursors = new Selection(List.of(field("pageInfo", Selection.fields("startCursor", "endCursor")),
                field("edges", new Selection(List.of(field("cursor", Selection.NOTHING), new Selection.Field("again", "cursor", Map.of(), List.of(), Selection.NOTHING))))));
        var people = new Root.Rows(Nouns.PERSON);
        var text = Map.of("title", Map.of("contains", "工程一"));
        var threeTexts = Map.<String, Object>of("title", Map.of("contains", "工程一"), "applicant", Map.of("name", Map.of("contains", "工程二")), "achievements", Map.of("some", Map.of("title", Map.of("startsWith", "工程三"))));
        var measured = Map.<String, Object>of("hours", Map.of("count", Map.of("gt", 1, "lt", 9), "sum", Map.of("tenths", Map.of("gt", 1)), "where", Map.of("dossier", EMPLOYED)));
        var deep = Map.<String, Object>of("not", Map.of("hours", Map.of("every", Map.of("dossier", Map.of("hours", Map.of("none", Map.of("dossier", EMPLOYED)))))));
        var own = new Selection.Field("dossiers", "dossiers", Map.of("where", EMPLOYED, "orderBy", BY_NAMES), List.of(), both);
        return Stream.of(
                new Case("a page", DOSSIERS, Map.of("where", EMPLOYED), rows),
                new Case("a total", DOSSIERS, Map.of("where", EMPLOYED), total),
                new Case("a page and a total", DOSSIERS, Map.of("where", EMPLOYED), both),
                new Case("a text", DOSSIERS, Map.of("where", Map.of("and", List.of(text, EMPLOYED))), both),
                new Case("either of two texts", DOSSIERS, Map.of("where", Map.of("and", List.of(EITHER_TEXT, EMPLOYED))), both),
                new Case("a text or something else", DOSSIERS, Map.of("where", Map.of("or", List.of(text, EMPLOYED))), both),
                new Case("texts of what it leads to and of what is below", DOSSIERS, Map.of("where", threeTexts), both),
                new Case("a text in an order that no index serves", DOSSIERS, Map.of("where", Map.of("and", List.of(text, EMPLOYED)), "orderBy", List.of(by("YEAR"))), both),
                new Case("a search", DOSSIERS, Map.of("where", EMPLOYED, "search", "工程零"), both),
                new Case("a search in an order of others", DOSSIERS, Map.of("where", EMPLOYED, "search", "工程零", "orderBy", BY_NAMES), both),
                new Case("a text in an order of others behind one that is served", DOSSIERS, Map.of("where", text, "orderBy", List.of(by("CREATED_AT"), BY_NAMES.getLast())), cursors),
                new Case("an order of others, and cursors", DOSSIERS, Map.of("orderBy", BY_NAMES), cursors),
                new Case("behind a cursor", DOSSIERS, Map.of("orderBy", BY_NAMES, "after", "…"), both),
                new Case("before a cursor", DOSSIERS, Map.of("orderBy", BY_NAMES, "before", "…", "where", EMPLOYED), cursors),
                new Case("behind a cursor of keys that are all there, in one direction", DOSSIERS, Map.of("orderBy", List.of(by("APPLICANT_NAME"), by("APPLICANT_CREATED_AT")), "after", "…"), rows),
                new Case("in its own order and by names behind it, behind a cursor", DOSSIERS, Map.of("orderBy", List.of(by("CREATED_AT"), BY_NAMES.getLast()), "after", "…", "where", EMPLOYED), cursors),
                new Case("with a list that has a filter", DOSSIERS, Map.of("where", EMPLOYED), new Selection(List.of(field("nodes", new Selection(List.of(field("applicant", new Selection(List.of(own)))))), field("totalCount", Selection.NOTHING)))),
                new Case("certificates", CERTIFICATES, Map.of("where", Map.of("person", Map.of("employer", Map.of("areaCode", Map.of("eq", "421202"))))), both),
                new Case("counts and sums", DOSSIERS, Map.of("where", measured), both),
                new Case("within one another", DOSSIERS, Map.of("where", deep), both),
                new Case("a list in a list", people, Map.of("where", Map.of("dossiers", Map.of("some", EMPLOYED))), new Selection(List.of(field("nodes", new Selection(List.of(own)))))),
                new Case("groups", new Root.Groups(Nouns.DOSSIER), Map.of("by", List.of("YEAR", "EMPLOYER_NAME", "APPLICANT_RESIDENCE"), "where", EMPLOYED), Selection.fields("hasMore")),
                new Case("an explanation", new Root.Explain(Nouns.DOSSIER), Map.of("id", ID, "where", measured), Selection.fields("holds")));
    }

    /** The steps over relations that are charged are those that PostgreSQL finds in the statement, and each text that is charged stands in it. */
    @ParameterizedTest
    @MethodSource("cases")
    void what_is_planned_is_what_the_statement_has(Case one) {
        var asked = asked(behind(one), one.wanted);
        var plan = plan(one.root, asked, inMostPlaces(one));
        var cost = Pricing.of(one.root, asked, Given.Policy.of(inMostPlaces(one)));
        assertEquals(cost.relations(), steps(plan), () -> one.of + "\n" + plan.text());
        var texts = plan.values().stream().map(Object::toString).filter(value -> value.matches("工程[一二三]")).distinct().count();
        var paid = cost.parts().stream().filter(part -> part.kind() == Cost.Kind.TEXT).count();
        assertEquals(paid, texts, one.of);
        for (var viewer : List.of(Fixture.BUREAU, APPLYING_CLERK, DEPARTMENT, Fixture.OFFICE, Fixture.CLERK, Fixture.LIN, Viewer.PUBLIC)) {
            var theirs = plan(one.root, asked(behind(one, viewer), one.wanted), viewer);
            assertEquals(Pricing.of(one.root, asked, Given.Policy.of(viewer)).relations(), steps(theirs), () -> one.of + " of " + viewer + "\n" + theirs.text());
        }
    }

    private static final Viewer APPLYING_CLERK = new Viewer(Fixture.BUREAU.account(), Set.of(Role.APPLICANT, Role.HRSS_CITY), Fixture.id(22), Fixture.BUREAU.organisation());
    private static final Viewer DEPARTMENT = new Viewer(Fixture.id(98), Set.of(Role.APPLICANT, Role.SUPERIOR_DEPT, Role.COMMITTEE_OFFICE), Fixture.id(22), Fixture.id(15));
    private static final Viewer EVERYWHERE = new Viewer(Fixture.id(98), Set.of(Role.APPLICANT, Role.SUPERIOR_DEPT, Role.COMMITTEE_OFFICE, Role.EMPLOYER_CLERK, Role.HRSS_CITY), Fixture.id(22), Fixture.id(15));

    private static Viewer inMostPlaces(Case one) {
        return one.root == CERTIFICATES ? DEPARTMENT : EVERYWHERE;
    }

    /** What rows are looked up in beside the list's own; PostgreSQL takes an order that is written twice, in a window and behind it, for one. */
    private static int steps(Plan plan) {
        var beside = plan.text().replaceAll("row_number\\(\\) over \\(order by .*\\) as place", "").replaceAll("'totalCount', \\(select count\\(\\*\\) from", "");
        return (int) Pattern.compile("from (organisation|dossier_hours|dossier_achievement|dossier|person) [a-z]+[0-9]+ where").matcher(beside).results().count();
    }

    private static Map<String, Object> behind(Case one) {
        return behind(one, inMostPlaces(one));
    }

    /** With a cursor of this list, all of whose keys are there. */
    private static Map<String, Object> behind(Case one, Viewer viewer) {
        var arguments = new HashMap<>(one.arguments);
        arguments.computeIfPresent("after", (_, _) -> cursor(one, viewer));
        arguments.computeIfPresent("before", (_, _) -> cursor(one, viewer));
        return arguments;
    }

    private static String cursor(Case one, Viewer viewer) {
        var steps = Page.of(Nouns.DOSSIER, Map.of("orderBy", one.arguments.get("orderBy")), false, "").order();
        return new Cursors(Fixture.KEY).of(viewer, "Query.asked", Listing.written(Listing.which(one.arguments.get("where"), null)), Order.text(steps)).cursor(Collections.nCopies(steps.size(), "2024-01-01"));
    }

    private static void planned(int times, Map<String, Object> arguments, Selection wanted) {
        assertEquals(times, relations(arguments, wanted, EVERYWHERE), arguments::toString);
    }

    private static int relations(Map<String, Object> arguments, Selection wanted, Viewer viewer) {
        return Pricing.of(DOSSIERS, asked(arguments, wanted), Given.Policy.of(viewer)).relations();
    }

    /** How few pass is not known: until the page is full all are looked at, once, whether for the filter or for the order. */
    @Test
    void a_page_of_what_passes_a_filter_looks_at_all_rows() {
        for (var where : List.<Map<String, Object>>of(Map.of("version", Map.of("eq", 99999)), Map.of("not", Map.of("id", Map.of("eq", ID))), Map.of("id", Map.of("neq", ID)), Map.of("or", List.of(Map.of("id", Map.of("eq", ID)), Map.of("year", Map.of("eq", 2024))))))
            for (var order : List.of("CREATED_AT", "YEAR"))
                assertEquals(10 + 200 + 1, price(DOSSIERS, Map.of("first", 1, "where", where, "orderBy", List.of(by(order))), NODES), () -> where + " by " + order);
        for (var where : List.<Map<String, Object>>of(Map.of(), Map.of("and", List.of(Map.of(), Map.of())), Map.of("id", Map.of("eq", ID)), Map.of("version", Map.of("eq", 99999), "id", Map.of("in", List.of(ID))), Map.of("or", List.of(Map.of("id", Map.of("eq", ID))))))
            assertEquals(10 + 1, price(DOSSIERS, Map.of("first", 1, "where", where), NODES), where::toString);
        assertEquals(10 + 50 + 1, price(DOSSIERS, Map.of("first", 1, "where", Map.of("title", Map.of("contains", "工程"))), NODES), "found by its text");
        assertEquals(10 + 50 + 200 + 1, price(DOSSIERS, Map.of("first", 1, "where", Map.of("channel", Map.of("contains", "工程"))), NODES), "of which there is no index");
        var texts = List.of(Map.of("title", Map.of("contains", "工程")), Map.of("title", Map.of("startsWith", "工程")));
        assertEquals(10 + 2 * 50 + 1, price(DOSSIERS, Map.of("first", 1, "where", Map.of("or", texts)), NODES), "found by either of its texts");
        assertEquals(10 + 50 + 200 + 1, price(DOSSIERS, Map.of("first", 1, "where", Map.of("or", List.of(texts.getFirst(), Map.of("id", Map.of("eq", ID))))), NODES), "by a text or by its id it is not");
        assertEquals(10 + 2 * 50 + 200 + 1, price(DOSSIERS, Map.of("first", 1, "where", Map.of("or", List.of(texts.getFirst(), Map.of("and", List.of(texts.getLast()), "year", Map.of("eq", 2024))))), NODES), "nor by a text with something beside it");
        assertEquals(10 + 20 + 200 + 1, price(DOSSIERS, Map.of("first", 1, "where", ONE_LEVEL), NODES));
        assertEquals(10 + 200, price(DOSSIERS, Map.of("where", Map.of("version", Map.of("eq", 99999))), Selection.fields("totalCount")), "where none is shown all are counted, and no more");
        var own = new Selection.Field("dossiers", "dossiers", Map.of("first", 3, "where", Map.of("version", Map.of("eq", 99999))), List.of(), NODES);
        assertEquals(10 + 5 * (1 + 10 + 3), price(new Root.Rows(Nouns.PERSON), Map.of("first", 5), new Selection(List.of(field("nodes", new Selection(List.of(own)))))), "of a row's own list there are few");
    }

    /** An index is read in both directions: absent values are then at the other end. */
    @ParameterizedTest
    @CsvSource({"CREATED_AT, ASC, LAST, true", "CREATED_AT, DESC, FIRST, true", "SUBMITTED_AT, DESC, LAST, true", "SUBMITTED_AT, ASC, FIRST, true", "SUBMITTED_AT, ASC, LAST, false",
        "SUBMITTED_AT, DESC, FIRST, false", "MINUTES_BEFORE_CLOSE, ASC, LAST, true", "MINUTES_BEFORE_CLOSE, DESC, FIRST, true", "MINUTES_BEFORE_CLOSE, DESC, LAST, false",
        "MINUTES_BEFORE_CLOSE, ASC, FIRST, false", "YEAR, ASC, LAST, false", "YEAR, DESC, FIRST, false"})
    void an_order_that_an_index_serves_costs_nothing(String key, String direction, String nulls, boolean isServed) {
        var order = Map.of("field", key, "direction", direction, "nulls", nulls);
        assertEquals(10 + (isServed ? 0 : 200) + 2, price(DOSSIERS, Map.of("first", 2, "orderBy", List.of(order)), NODES));
        assertEquals(10 + 50 + (isServed ? 0 : 200) + 2, price(DOSSIERS, Map.of("first", 2, "search", "工程", "orderBy", List.of(order)), NODES), "nor in a search");
    }

    @Test
    void a_search_is_ranked_for_its_own_price() {
        assertEquals(10 + 50 + 2, price(DOSSIERS, Map.of("first", 2, "search", "工程"), NODES));
        assertEquals(10 + 50 + 200 + 2, price(DOSSIERS, Map.of("first", 2, "search", "工程", "where", Map.of("year", Map.of("eq", 2024))), NODES));
        assertEquals(10 + 50 + 200, price(DOSSIERS, Map.of("search", "工程"), Selection.fields("totalCount")));
    }

    private static Map<String, Object> by(String key) {
        return Map.of("field", key, "direction", "ASC", "nulls", "LAST");
    }

    private static Selection.Field asked(Map<String, Object> arguments, Selection wanted) {
        return new Selection.Field("asked", "asked", arguments, List.of(), wanted);
    }

    private static String refused(Root root, Selection.Field asked) {
        return assertThrows(BadInput.class, () -> Pricing.of(root, asked, SEEN_BY_ALL)).getMessage();
    }

    @Test
    void conditions_beside_each_other_are_added() {
        var where = Map.<String, Object>of("and", List.of(ONE_LEVEL, Map.of("or", List.of(ONE_LEVEL, Map.of("not", ONE_LEVEL)))));
        assertEquals(210 + 3 * 20, price(DOSSIERS, Map.of("where", where), Selection.fields("totalCount")));
        assertEquals(500 + 3 * 20, price(new Root.Groups(Nouns.DOSSIER), Map.of("by", List.of("YEAR"), "where", where), Selection.fields("hasMore")));
    }

    @Test
    void a_cursor_is_made_for_each_edge_as_often_as_it_is_shown() {
        assertEquals(10 + 7, price(DOSSIERS, Map.of("first", 7), edges(Selection.fields("cursor"))));
        assertEquals(10 + 7, price(DOSSIERS, Map.of("first", 7), edges(new Selection(List.of(field("node", Selection.fields("id")))))));
        assertEquals(10 + 7 + 7, price(DOSSIERS, Map.of("first", 7), edges(new Selection(List.of(field("cursor", Selection.NOTHING), field("node", Selection.fields("id")))))), "with its node");
        var many = IntStream.range(0, 48).mapToObj(place -> new Selection.Field("c" + place, "cursor", Map.of(), List.of(), Selection.NOTHING)).toList();
        assertEquals(10 + 48 * 7, price(DOSSIERS, Map.of("first", 7), edges(new Selection(many))));
        assertEquals(10 + 2, price(DOSSIERS, Map.of("first", 7), new Selection(List.of(field("pageInfo", Selection.fields("startCursor", "hasNextPage", "endCursor"))))));
        var byName = asked(Map.of("first", 7, "orderBy", List.of(by("EMPLOYER_NAME"))), edges(new Selection(many.subList(0, 3))));
        assertEquals(10 + 200 + 200 + 3 * 7 * 2, price(DOSSIERS, byName.arguments(), byName.below()), "with what is looked up for it");
        assertEquals(1 + 3, Pricing.of(DOSSIERS, byName, SEEN_BY_ALL).relations());
        assertEquals(10, price(DOSSIERS, Map.of("first", 7), edges(Selection.fields("__typename"))));
    }

    /** Whether there are more is seen by a row further, and what stands in that is looked up too. */
    @ParameterizedTest
    @CsvSource({"first, 0, hasPreviousPage, 0", "first, 0, hasNextPage, 1", "first, 1, hasPreviousPage, 1", "first, 1, hasNextPage, 2", "last, 0, hasNextPage, 0", "last, 0, hasPreviousPage, 1", "last, 3, hasNextPage, 3",
        "last, 3, hasPreviousPage, 4"})
    void what_stands_in_a_list_is_paid_for_each_row_of_which_it_is_looked_up(String end, int count, String asked, long rows) {
        var request = Fixture.asks(Viewer.PUBLIC);
        var below = new Selection(List.of(field("achievements", NODES)));
        for (var shown : List.of(field("nodes", below), field("edges", new Selection(List.of(field("node", below))))))
            for (var given : List.<Object>of(count, (Given) _ -> count)) {
                var wanted = new Selection(List.of(shown, field("pageInfo", Selection.fields(asked))));
                assertEquals(10 + rows * (1 + 10 + 20), price(DOSSIERS, Map.of(end, given), wanted), shown::name);
                var limit = plan(DOSSIERS, asked(Map.of(end, given), wanted)).values().getLast();
                assertEquals(rows, Given.settled(limit, request), "and no more are looked up");
            }
    }

    @Test
    void one_object_has_a_hundred_fields_at_most() {
        assertEquals(price(DOSSIERS, Map.of(), new Selection(List.of(field("nodes", titles(1))))), price(DOSSIERS, Map.of(), new Selection(List.of(field("nodes", titles(100))))));
        var over = assertThrows(BadInput.class, () -> price(DOSSIERS, Map.of(), new Selection(List.of(field("nodes", titles(101))))));
        assertTrue(over.getMessage().contains("nodes: 101 fields of one object, and at most 100 are answered"), over::getMessage);
        var payload = assertThrows(BadInput.class, () -> Pricing.of(Nouns.ACHIEVEMENT, "c.shown", titles(101), SEEN_BY_ALL));
        assertTrue(payload.getMessage().startsWith("c.shown: 101 fields of one object"), payload::getMessage);
    }

    @Test
    void statistics_count_the_year_for_each_list_of_cells() {
        for (var cells : List.of(0, 1, 50)) {
            var wanted = IntStream.range(0, cells).mapToObj(number -> new Selection.Field("c" + number, "cells", Map.of(), List.of(), Selection.fields("count")));
            assertEquals(Math.max(1, cells) * 500L, price(new Root.Statistics(), Map.of(), new Selection(Stream.concat(Stream.of(field("countedTo", Selection.NOTHING)), wanted).toList())));
        }
    }

    private static Selection titles(int many) {
        return new Selection(IntStream.range(0, many).mapToObj(number -> new Selection.Field("t" + number, "title", Map.of(), List.of(), Selection.NOTHING)).toList());
    }

    @Test
    void an_explanation_asks_the_whole_and_each_part_once_more() {
        assertEquals(500 + 20, explained(ONE_LEVEL, Selection.fields("holds")));
        // the whole; the part; what it says of the rows below
        assertEquals(500 + 20 + 20 + 20, explained(ONE_LEVEL, parts(Selection.fields("path"))));
        assertEquals(500 + 20 + 20 + 20 + 20 + 20, explained(ONE_LEVEL, parts(new Selection(List.of(field("below", Selection.fields("count")))))), "with the rows below, of either part");
        assertEquals(500 + 20 + 2 * 20, explained(Map.of("achievements", Map.of("some", Map.of("title", Map.of("contains", "工程")))), Selection.fields("holds")), "of each row below");
        assertEquals(500 + 2 + 2, explained(Map.of("title", Map.of("contains", "工程")), parts(Selection.fields("path"))));
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

    /** Of what is wanted of a part, and of a row below, each in several ways. */
    private static final List<Selection> OF_PARTS = Stream.of(
            new Selection(names("path", 2)), new Selection(names("holds", 3)), new Selection(names("shown", 3)), new Selection(Stream.concat(names("holds", 1).stream(), names("shown", 2).stream()).toList()),
            below(), below(names("count", 2)), below(names("holding", 3)), below(List.of(field("rows", Selection.fields("id")))), below(List.of(field("rows", new Selection(names("holds", 3))))),
            below(List.of(field("rows", new Selection(names("shown", 3))))), below(List.of(field("count", Selection.NOTHING), field("rows", Selection.fields("holds", "shown")), new Selection.Field("more", "rows", Map.of(), List.of(), Selection.fields("holds")))),
            new Selection(List.of(field("holds", Selection.NOTHING), field("shown", Selection.NOTHING), field("below", Selection.fields("count", "holding")),
                    new Selection.Field("again", "below", Map.of(), List.of(), new Selection(List.of(field("holding", Selection.NOTHING), field("rows", Selection.fields("holds", "shown")))))))).toList();

    private static Selection below(List<Selection.Field> wanted) {
        return new Selection(List.of(field("below", new Selection(wanted))));
    }

    private static Selection below() {
        return below(List.of(field("__typename", Selection.NOTHING)));
    }

    private static List<Selection.Field> names(String member, int many) {
        return IntStream.range(0, many).mapToObj(number -> new Selection.Field("m" + number + member, member, Map.of(), List.of(), Selection.NOTHING)).toList();
    }

    /** Whatever is wanted of the parts: each step that is charged is one in the statement. */
    @ParameterizedTest
    @MethodSource("explanations")
    void an_explanation_is_charged_the_steps_that_its_statement_has(Map<String, Object> where) {
        var explain = new Root.Explain(Nouns.DOSSIER);
        for (var wanted : OF_PARTS) {
            var asked = asked(Map.of("id", ID, "where", where), new Selection(List.of(field("holds", Selection.NOTHING), field("parts", wanted), new Selection.Field("again", "parts", Map.of(), List.of(), Selection.fields("holds")))));
            for (var viewer : List.of(Fixture.BUREAU, Fixture.LIN, Viewer.PUBLIC)) {
                var plan = plan(explain, asked, viewer);
                var steps = Pattern.compile("(?m)(?<!^)from (organisation|dossier_hours|dossier_achievement|dossier|person) [a-z]+[0-9]+\\s+where").matcher(plan.text()).results().count();
                assertEquals(steps, Pricing.of(explain, asked, Given.Policy.of(viewer)).relations(), () -> wanted + "\n" + plan.text());
            }
        }
    }

    private static Stream<Map<String, Object>> explanations() {
        var lessons = Map.<String, Object>of("some", Map.of("tenths", Map.of("gte", 900), "dossier", Map.of("employer", Map.of("kind", Map.of("eq", "HRSS")), "hours", ONE_LEVEL.get("hours"))), "every", Map.of("not", Map.of("dossier", EMPLOYED)));
        return Stream.of(EMPLOYED, Map.of("hours", lessons), Map.of("year", Map.of("eq", 2024), "applicant", Map.of("name", Map.of("eq", "林晓"), "employer", Map.of("areaCode", Map.of("eq", "421202")), "dossiers", Map.of("some", Map.of("hours", lessons)))),
                Map.of("hours", Map.of("count", Map.of("gt", 1, "lt", 9), "sum", Map.of("tenths", Map.of("gt", 1)), "where", Map.of("dossier", Map.of("employer", EMPLOYED.get("employer"), "hours", Map.of("sum", Map.of("tenths", Map.of("gt", 1, "lt", 9))))))),
                Map.of("or", List.of(EMPLOYED, Map.of("applicant", Map.of("dossiers", Map.of("count", Map.of("gt", 1), "where", Map.of("hours", Map.of("count", Map.of("eq", 1)))))))));
    }

    /** A name of the answer is no reason to ask once more: but for rows below, which are gone through for each list of them, and for another list of the parts. */
    @Test
    void what_is_wanted_of_an_explanation_under_many_names_is_asked_once() {
        var where = below("some", Map.of("not", Map.of("tenths", Map.of("in", List.of(1, 2)), "dossier", EMPLOYED)));
        var shapes = List.<Function<String, Selection>>of(member -> new Selection(names(member, 1)), member -> new Selection(names(member, 49)));
        for (var member : List.of("holds", "shown", "count", "holding", "rows.holds", "rows.shown")) {
            var asked = shapes.stream().map(shape -> shape.apply(member.substring(member.indexOf('.') + 1)))
                    .map(wanted -> member.startsWith("rows.") ? below(List.of(field("rows", wanted))) : member.startsWith("count") || member.startsWith("holding") ? below(wanted.fields()) : wanted)
                    .map(wanted -> asked(Map.of("id", ID, "where", where), parts(wanted))).toList();
            var explain = new Root.Explain(Nouns.DOSSIER);
            assertEquals(plan(explain, asked.getFirst()).values().size(), plan(explain, asked.getLast()).values().size(), member);
            assertEquals(Pricing.of(explain, asked.getFirst(), SEEN_BY_ALL), Pricing.of(explain, asked.getLast(), SEEN_BY_ALL), member);
        }
        var parts = 500 + 20 + 20 + 20;
        assertEquals(parts + 40, explained(ONE_LEVEL, parts(below(List.of(field("rows", Selection.fields("id")))))));
        assertEquals(parts + 3 * 40, explained(ONE_LEVEL, parts(below(IntStream.range(0, 3).mapToObj(number -> new Selection.Field("r" + number, "rows", Map.of(), List.of(), Selection.fields("id"))).toList()))), "each list of them");
        assertEquals(parts + 3 * 40, explained(ONE_LEVEL, parts(new Selection(IntStream.range(0, 3).mapToObj(number -> new Selection.Field("b" + number, "below", Map.of(), List.of(), Selection.fields("count"))).toList()))), "each time they are shown");
        assertEquals(3 * parts, explained(ONE_LEVEL, new Selection(IntStream.range(0, 3).mapToObj(number -> new Selection.Field("p" + number, "parts", Map.of(), List.of(), Selection.fields("path"))).toList())), "each list of the parts");
    }

    @Test
    void a_statement_has_no_more_values_than_can_be_sent() {
        var most = plan(DOSSIERS, asked(Map.of("where", Map.of("and", Collections.nCopies(Sql.MOST_VALUES - 1000, Map.of("year", Map.of("neq", 1))))), Selection.fields("totalCount")));
        assertTrue(most.values().size() > 30_000, () -> most.values().size() + " values");
        var where = Map.<String, Object>of("and", Collections.nCopies(Sql.MOST_VALUES + 1, Map.of("year", Map.of("neq", 1))));
        var refused = assertThrows(ReadRefused.class, () -> plan(DOSSIERS, asked(Map.of("where", where), Selection.fields("totalCount"))));
        assertEquals(ReadRefused.Why.TOO_LARGE, refused.why());
        assertTrue(refused.getMessage().startsWith("a statement for this would have more than 32767 values, which is more than one may: ask with fewer conditions"), refused.getMessage());
    }

    /** Five conditions, the nots and the or among them: in the whole, in each part that has them, and where a part stands once more. */
    @Test
    void each_condition_of_an_explanation_is_paid_for_as_often_as_it_is_written() {
        var where = Map.<String, Object>of("not", Map.of("not", Map.of("or", List.of(Map.of("year", Map.of("isNull", true)), Map.of("level", Map.of("isNull", true))))));
        var explain = new Root.Explain(Nouns.DOSSIER);
        for (var asked : Map.of("holds", 5 + 5 + 4 + 3 + 1 + 1, "shown", 1 + 1, "path", 0).entrySet()) {
            var of = Map.of("id", ID, "where", where);
            assertEquals(500 + 2 * (5 + asked.getValue()), price(explain, of, parts(Selection.fields(asked.getKey()))), asked.getKey());
            assertEquals(asked.getKey().equals("holds") ? 5 * 2 : 0, occurrences(" is null", statement(explain, asked(of, parts(Selection.fields(asked.getKey()))))), asked.getKey());
        }
        assertEquals(500 + 2 * 5, price(explain, Map.of("id", ID, "where", where), Selection.fields("holds")));
    }

    /** Two hundred conditions, with 25 nots around each: the parts of that are not gone through as often as they are asked for. */
    @Test
    void what_is_too_much_by_far_is_not_priced_to_its_end() {
        var all = new ArrayList<Map<String, Object>>();
        for (var condition = 0; condition < 200; condition++) {
            var where = Map.<String, Object>of("year", Map.of("isNull", true));
            for (var around = 0; around < 25; around++) where = Map.of("not", where);
            all.add(where);
        }
        var written = Stream.of(2, 40).map(many -> IntStream.range(0, many).mapToObj(number -> new Selection.Field("p" + number, "parts", Map.of(), List.of(), Selection.fields("holds"))).toList())
                .map(parts -> shares(new Root.Explain(Nouns.DOSSIER), Map.of("id", ID, "where", Map.of("and", all)), new Selection(parts)).stream().mapToLong(Cost.Share::written).sum()).toList();
        assertTrue(written.getFirst() > 200_000, written::toString);
        assertEquals(written.getFirst(), written.getLast());
    }

    /** Filters of all that there is to be asked, in all shapes: what is not too expensive comes to less than half of a statement's length, and what it comes to is what it costs. */
    @Test
    void what_an_explanation_costs_is_in_proportion_to_its_statement() {
        var asked = 0;
        var dear = 0;
        for (var seed = 0; seed < 120; seed++) {
            var random = new Random(seed);
            var where = where(random);
            var parts = new ArrayList<Selection.Field>();
            for (var name = random.nextInt(4) == 0 ? 1 + random.nextInt(12) : 1; name > 0; name--) parts.add(new Selection.Field("p" + name, "parts", Map.of(), List.of(), ofParts(random)));
            var field = asked(Map.of("id", ID, "where", where), new Selection(parts));
            var viewer = List.of(EVERYWHERE, DEPARTMENT, Fixture.LIN, Viewer.PUBLIC).get(random.nextInt(4));
            var explain = new Root.Explain(Nouns.DOSSIER);
            var cost = Pricing.of(explain, field, Given.Policy.of(viewer));
            var total = cost.shares(Fixture.asks(viewer)).stream().mapToLong(Cost.Share::cost).reduce(0, Cost::plus);
            if (total > 20_000) dear++;
            if (total > 20_000 || cost.relations() > 150) continue;
            asked++;
            var length = plan(explain, field, viewer).text().length();
            assertTrue(length < Sql.LONGEST / 2, () -> length + " characters for " + total + ": " + where);
            assertTrue(length < 2_000 + 35 * total + 2_500L * cost.relations(), () -> length + " characters for " + total + " and " + cost.relations() + " steps: " + where);
        }
        assertTrue(asked > 30 && dear > 10, asked + " were asked, and " + dear + " too expensive");
    }

    private static Map<String, Object> where(Random random) {
        var left = new int[] {1 + random.nextInt(190)};
        var isPlain = random.nextInt(3) > 0; // of one row: steps over relations have a limit of their own
        var depth = random.nextInt(26);
        var all = new ArrayList<Map<String, Object>>();
        while (left[0] > 0) all.add(one(random, Nouns.DOSSIER, depth, isPlain, left));
        var where = Map.<String, Object>of(random.nextBoolean() ? "and" : "or", all);
        for (var around = random.nextInt(30 - depth); around > 0; around--) where = Map.of("not", where);
        return where;
    }

    private static Map<String, Object> one(Random random, Noun noun, int depth, boolean isPlain, int[] left) {
        var shape = random.nextInt(100);
        if (depth > 0 && shape < 40) return Map.of("not", one(random, noun, depth - 1, isPlain, left));
        if (depth > 1 && shape < 55) return Map.of(random.nextBoolean() ? "and" : "or", Stream.generate(() -> one(random, noun, depth - 2, isPlain, left)).limit(random.nextInt(4)).toList());
        if (depth > 1 && shape < 60 && !isPlain) {
            var relations = List.copyOf(noun.relations().values());
            var relation = relations.isEmpty() ? null : relations.get(random.nextInt(relations.size()));
            if (relation instanceof Noun.ToOne to) return Map.of(to.name(), one(random, Nouns.named(to.target()), depth - 1, isPlain, left));
            if (relation instanceof Noun.ToMany to) {
                var inside = one(random, Nouns.named(to.target()), depth - 2, isPlain, left);
                return Map.of(to.name(), random.nextInt(3) == 0 ? Map.of("count", Map.of("gt", 1, "lt", 9), "where", inside) : Map.of(List.of("some", "every", "none").get(random.nextInt(3)), inside));
            }
        }
        left[0]--;
        var fields = noun.fields().values().stream().filter(Noun.Field::isFilterable).toList();
        var field = fields.get(random.nextInt(fields.size()));
        var operator = field.scalar().operators().stream().sorted().toList().get(random.nextInt(field.scalar().operators().size()));
        return Map.of(field.name(), Map.of(operator.spelled(), operator.asksTruth() ? true : (Given) _ -> "of no matter"));
    }

    private static Selection ofParts(Random random) {
        var wanted = Stream.of(field("path", Selection.NOTHING), field("holds", Selection.NOTHING), field("shown", Selection.NOTHING),
                field("below", new Selection(List.of(field("holding", Selection.NOTHING), field("rows", Selection.fields("holds", "shown")))))).filter(_ -> random.nextBoolean()).toList();
        return wanted.isEmpty() ? Selection.fields("path") : new Selection(wanted);
    }

    private static Map<String, Object> below(String quantifier, Map<String, Object> where) {
        return Map.of("hours", Map.of(quantifier, where));
    }

    /** But for how often its conditions are written. */
    private static long explained(Map<String, Object> where, Selection wanted) {
        return shares(new Root.Explain(Nouns.DOSSIER), Map.of("id", ID, "where", where), wanted).stream().mapToLong(share -> share.cost() - share.written()).reduce(0, Cost::plus);
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
        return shares(root, arguments, wanted).stream().mapToLong(Cost.Share::cost).reduce(0, Cost::plus);
    }

    private static List<Cost.Share> shares(Root root, Map<String, Object> arguments, Selection wanted) {
        return Pricing.of(root, asked(arguments, wanted), SEEN_BY_ALL).shares(Fixture.asks(Viewer.PUBLIC));
    }
}
