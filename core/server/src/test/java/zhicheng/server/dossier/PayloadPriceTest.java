package zhicheng.server.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.key;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.World;
import zhicheng.server.World.Reply;
import zhicheng.server.trail.Json;

/** What a mutation shows is looked at and priced before it is performed: what is refused for it is not done, and its key is free. */
@Tag("database")
class PayloadPriceTest {
    private static final Map<String, Object> TOLD = Map.of("kind", "PAPER", "title", "论文（虚构）", "achievedOn", "2023-03-01");
    private static World world;
    private Applicant applicant;

    @BeforeAll
    static void open() {
        world = World.at("2024-09-18T10:00:00+08:00");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void somebody() {
        applicant = world.applicant();
    }

    private static String saving(String shown) {
        return "mutation($input: SaveAchievementInput!, $n: Int, $w: DossierAchievementWhere) { saveAchievement(input: $input) { achievement { title %s } findings { code } } }".formatted(shown);
    }

    private Reply save(String key, String shown, Map<String, Object> more) {
        var variables = new HashMap<String, Object>(more);
        variables.put("input", Map.of("key", key, "told", TOLD));
        return world.ask(applicant.caller(), saving(shown), variables);
    }

    private void assertNothingDone(Reply reply) {
        assertNull(reply.at("data"), () -> reply.body().toString());
        assertEquals(0L, world.<Long>value("select count(*) from achievement where person = ?", applicant.person()));
        assertEquals(0L, world.<Long>value("select count(*) from idempotency where account = ?", applicant.caller().account()));
        assertEquals(0L, world.<Long>value("select count(*) from trail where subject = ?", applicant.person()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "COST      | picks(first: 100) { nodes { dossier { achievements(first: 100) { nodes { achievement { picks(first: $n, where: $w) { nodes { id } } } } } } } }",
        "COST      | picks(first: $n, where: $w) { nodes { dossier { achievements(first: $n) { nodes { achievement { picks(first: $n) { nodes { id } } } } } } } }",
        "BAD_INPUT | picks(first: 101) { totalCount } more: picks(first: $n, where: $w) { totalCount }",
        "BAD_INPUT | picks(first: 1, last: 1) { totalCount } more: picks(first: $n, where: $w) { totalCount }"})
    void what_cannot_be_shown_is_not_done_and_its_key_is_free(String code, String shown) {
        var key = key();
        var refused = save(key, shown, Map.of("n", 100));
        assertEquals(code, refused.error(), () -> refused.body().toString());
        assertNothingDone(refused);
        if (code.equals("COST")) {
            assertTrue(refused.<String>at("errors", 0, "message").contains("Nothing was done"), () -> refused.body().toString());
            assertTrue(refused.<String>at("extensions", "cost", "mostExpensive", 0, "field").startsWith("saveAchievement.achievement.picks.nodes"), () -> refused.body().toString());
        }
        var done = save(key, "picks(first: $n, where: $w) { totalCount nodes { id } }", Map.of("n", 3));
        assertNull(done.error(), () -> done.body().toString());
        assertEquals("论文（虚构）", done.at("data", "saveAchievement", "achievement", "title"));
        // the act 50 and its two fields, the row 1, its list 10, counted 20, of 3 rows
        assertEquals(50 + 2 + 1 + 10 + 20 + 3, done.<Integer>at("extensions", "cost", "estimated"));
        assertEquals(1L, world.<Long>value("select count(*) from achievement where person = ?", applicant.person()));
    }

    /** Each is paid for by itself, and there are twenty in a request at most, whatever is asked of them and however they are spread over fragments. */
    @Test
    void a_request_has_twenty_acts_at_most() {
        var acts = Stream.generate(() -> key()).limit(21).map(key -> "a%s: saveAchievement(input: {key: \"%s\", told: $told}) { findings { code } } ".formatted(key.replaceAll("[^0-9A-Za-z]", ""), key)).toList();
        var head = "mutation($told: AchievementInput!) { ";
        var over = List.of(head + String.join("", acts) + "}", head + String.join("", acts.subList(0, 11)) + "...F } fragment F on Mutation { " + String.join("", acts.subList(11, 21)) + "}");
        for (var query : over)
            for (var isDry : List.of(false, true)) {
                var refused = world.send(applicant.caller(), Json.text(Map.of("query", query, "variables", Map.of("told", TOLD), "extensions", Map.of("dryRun", isDry))));
                assertEquals("root-fields: 21, and at most 20 are allowed (zhicheng.graphql.limits.root-fields)", refused.at("errors", 0, "message"));
                assertNothingDone(refused);
            }
        for (var isDry : List.of(true, false)) {
            var taken = world.send(applicant.caller(), Json.text(Map.of("query", head + String.join("", acts.subList(0, 20)) + "}", "variables", Map.of("told", TOLD), "extensions", Map.of("dryRun", isDry))));
            assertNull(taken.error(), () -> taken.body().toString());
            assertEquals(20 * (50 + 2), taken.<Integer>at("extensions", "cost", "estimated"), "each act 50, and its two fields");
        }
        assertEquals(20L, world.<Long>value("select count(*) from achievement where person = ?", applicant.person()));
    }

    /** The whole is refused, so that each place begins with the root field. */
    @Test
    void what_is_wrong_in_payloads_is_said_at_once_with_its_places() {
        var refused = world.ask(applicant.caller(), """
                mutation($input: SaveAchievementInput!, $n: Int) {
                  a: saveAchievement(input: $input) { achievement { picks(first: 101, last: 1, where: {id: {in: ["x", "y"]}}) { totalCount } more: picks(last: 101) { nodes { id } } } }
                  b: saveAchievement(input: $input) { achievement { picks(first: $n) { totalCount nodes { dossier { o: achievements(first: -1) { totalCount } } } } } }
                }""", Map.of("input", Map.of("key", key(), "told", TOLD), "n", 3));
        assertNothingDone(refused);
        var said = refused.<List<Map<String, Object>>>at("errors");
        var places = List.of("a.achievement.more.last: 101 is not from 0 to 100", "a.achievement.picks.last: «first» and «last» at once", "a.achievement.picks.where.id.in[0]: «x» is not an id",
                "a.achievement.picks.where.id.in[1]: «y» is not an id", "b.achievement.picks.nodes.dossier.o.first: -1 is not from 0 to 100");
        assertEquals(places.size(), said.size(), said::toString);
        for (var place = 0; place < places.size(); place++) {
            assertTrue(said.get(place).get("message").toString().startsWith(places.get(place)), said::toString);
            assertEquals(Map.of("code", "BAD_INPUT"), said.get(place).get("extensions"));
        }
        var given = world.ask(applicant.caller(), saving("picks(first: $n) { totalCount } more: picks(last: $n, where: $w) { totalCount }"), Map.of("input", Map.of("key", key(), "told", TOLD), "n", 101));
        assertEquals(List.of("saveAchievement.achievement.more.last: 101 is not from 0 to 100", "saveAchievement.achievement.picks.first: 101 is not from 0 to 100"),
                given.<List<Map<String, Object>>>at("errors").stream().map(error -> error.get("message")).toList());
        assertNothingDone(given);
    }

    /** Written or in variables, performed or only tried: the same is said, of searches, texts, pages and cursors as of filters, and nothing is done. */
    @Test
    void what_comes_in_a_variable_is_looked_at_before_too() {
        var given = new HashMap<String, Object>(Map.of("where", Map.of("or", List.of(Map.of("id", Map.of("in", List.of("x", "y"))), Map.of("title", Map.of("contains", "a")), Map.of("title", Map.of("eq", "a".repeat(1_001))))),
                "ids", List.of("x"), "n", 101, "search", "a", "cursor", "none", "none", Map.of("dossier", Map.of("hours", Map.of("some", Map.of("id", Map.of("eq", "x")))))));
        given.put("order", List.of(Map.of("field", "TITLE"), Map.of("field", "TITLE")));
        var shown = """
                ordered: picks(orderBy: $order) { totalCount }
                picks(where: $where, first: $n) { nodes { id } }
                more: picks(after: $cursor) { nodes { id } }
                none: picks(where: {not: $none}) { __typename }
                these: picks(first: 0, where: {id: {in: $ids}}) { totalCount nodes { dossier { found: achievements(search: $search) { nodes { id } } } } }
                right: picks { nodes { dossier { found: achievements(search: $search, last: $n) { totalCount } } } }""";
        var inVariables = """
                mutation($input: SaveAchievementInput!, $where: DossierAchievementWhere, $ids: [ID!], $n: Int, $search: String, $cursor: String, $none: DossierAchievementWhere!, $order: [DossierAchievementOrder!]) {
                  saveAchievement(input: $input) { achievement { %s } } }""".formatted(shown);
        var written = "mutation($input: SaveAchievementInput!) { saveAchievement(input: $input) { achievement { %s } } }".formatted(shown)
                .replace("$where", "{or: [{id: {in: [\"x\", \"y\"]}}, {title: {contains: \"a\"}}, {title: {eq: \"" + "a".repeat(1_001) + "\"}}]}")
                .replace("$ids", "[\"x\"]").replace("$none", "{dossier: {hours: {some: {id: {eq: \"x\"}}}}}").replace("$n", "101").replace("$search", "\"a\"").replace("$cursor", "\"none\"")
                .replace("$order", "[{field: TITLE}, {field: TITLE}]");
        given.put("input", Map.of("key", key(), "told", TOLD));
        var places = List.of("more.after: not a cursor", "none.where.not.dossier.hours.some.id.eq: «x» is not an id", "ordered.orderBy[1].field: the list is ordered by it already",
                "picks.first: 101 is not", "picks.where.or[0].id.in[0]: «x» is not an id", "picks.where.or[0].id.in[1]: «y» is not an id", "picks.where.or[1].title.contains: «a» is too short",
                "picks.where.or[2].title.eq: it has more than 1000", "right.nodes.dossier.found.last: 101 is not", "right.nodes.dossier.found.search: «a» is too short", "these.where.id.in[0]: «x» is not an id");
        for (var query : List.of(inVariables, written))
            for (var isDry : List.of(true, false)) {
                var variables = query.equals(written) ? Map.of("input", given.get("input")) : given;
                var refused = world.send(applicant.caller(), Json.text(Map.of("query", query, "variables", variables, "extensions", Map.of("dryRun", isDry))));
                assertNothingDone(refused);
                var said = refused.<List<Map<String, Object>>>at("errors");
                assertEquals(places.size(), said.size(), said::toString);
                for (var place = 0; place < places.size(); place++) {
                    assertTrue(said.get(place).get("message").toString().startsWith("saveAchievement.achievement." + places.get(place)), said::toString);
                    assertEquals(Map.of("code", "BAD_INPUT"), said.get(place).get("extensions"));
                    assertNull(said.get(place).get("path"), "nothing of it is answered");
                }
            }
    }

    /** Whose cursor it is is known before; in whose list a row stands only when that is read. */
    @Test
    void a_cursor_is_looked_at_before_too() {
        assertEquals(List.of(), applicant.compose(key(), "jiayuguan", 2024, Claims.JIAYUGUAN).get("findings"));
        var cursor = world.ask(applicant.caller(), "{ me { person { dossiers(first: 1) { pageInfo { endCursor } } } } }", Map.of()).<String>at("data", "me", "person", "dossiers", "pageInfo", "endCursor");
        var mutation = "mutation($input: SaveAchievementInput!, $c: String) { saveAchievement(input: $input) { achievement { title picks { nodes { dossier { applicant { dossiers(after: $c%s) { nodes { id } } } } } } } findings { code } } }";
        var variables = Map.of("input", Map.of("key", key(), "told", TOLD), "c", cursor);
        var place = "saveAchievement.achievement.picks.nodes.dossier.applicant.dossiers.after: the cursor was given for another ";
        var ordered = world.ask(applicant.caller(), mutation.formatted(", orderBy: [{field: TITLE}]"), variables);
        assertTrue(ordered.<String>at("errors", 0, "message").startsWith(place + "«orderBy»"), () -> ordered.body().toString());
        assertEquals(0L, world.<Long>value("select count(*) from achievement where person = ?", applicant.person()));
        var done = world.ask(applicant.caller(), mutation.formatted(""), variables);
        assertNull(done.error(), () -> done.body().toString());
        assertEquals(1L, world.<Long>value("select count(*) from achievement where person = ?", applicant.person()));
        somebody();
        var others = world.ask(applicant.caller(), mutation.formatted(""), variables);
        assertTrue(others.<String>at("errors", 0, "message").startsWith(place + "account"), () -> others.body().toString());
        assertNothingDone(others);
    }

    @Test
    void a_value_that_comes_with_it_counts_before_too() {
        var refused = save(key(), "picks(first: $n, where: $w) { totalCount }", Map.of("n", 101));
        assertEquals("BAD_INPUT", refused.error(), () -> refused.body().toString());
        assertNothingDone(refused);
        var many = save(key(), "picks(first: $n, where: $w) { totalCount }", Map.of("w", Map.of("or", Collections.nCopies(201, Map.of("kind", Map.of("eq", "PAPER"))))));
        assertEquals("LIMIT", many.error(), () -> many.body().toString());
        assertNothingDone(many);
        var far = save(key(), "picks(first: $n, where: $w) { totalCount }", Map.of("w", Map.of("or", Collections.nCopies(151, Map.of("dossier", Map.of("year", Map.of("eq", 2024)))))));
        assertEquals("LIMIT", far.error(), () -> far.body().toString());
        assertTrue(far.<String>at("errors", 0, "message").contains("lead over 151"), () -> far.body().toString());
        assertNothingDone(far);
    }

    @Test
    void a_dry_run_tells_the_price_and_does_nothing() {
        var reply = world.send(applicant.caller(), Json.text(Map.of("query", saving("picks(first: $n, where: $w) { nodes { id } }"),
                "variables", Map.of("n", 2, "input", Map.of("key", key(), "told", TOLD)), "extensions", Map.of("dryRun", true))));
        assertNull(reply.error(), () -> reply.body().toString());
        assertEquals(50 + 2 + 1 + 10 + 2, reply.<Integer>at("extensions", "cost", "estimated"));
        assertNothingDone(reply);
    }

    private static final String SAVED = "saveAchievement(input: {key: \"%s\", told: {kind: PAPER, title: \"%s\", achievedOn: \"2023-03-01\"}}) { achievement { title } findings { code } }";

    /** In the middle of others, said as if it were asked alone, and noted once. */
    @Test
    void of_several_acts_none_is_performed_where_one_may_not_be() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var security = (Logger) LoggerFactory.getLogger("zhicheng.security");
        security.addAppender(log);
        var acts = "mutation {\n a: " + SAVED.formatted(key(), "甲（虚构）") + "\n b: logIn(input: {key: \"" + key() + "\", account: \"x\", password: \"x\"}) { findings { code } }\n c: "
                + SAVED.formatted(key(), "乙（虚构）") + "\n d: __typename }";
        for (var isDry : List.of(true, false)) {
            var refused = world.send(applicant.caller(), Json.text(Map.of("query", acts, "variables", Map.of(), "extensions", Map.of("dryRun", isDry))));
            assertNothingDone(refused);
            assertEquals(List.of(Map.of("message", "logIn is for the roles [PUBLIC]", "locations", List.of(Map.of("line", 3, "column", 2)), "path", List.of("b"), "extensions", Map.of("code", "FORBIDDEN"))),
                    refused.at("errors"), () -> refused.body().toString());
            assertEquals(isDry ? 0 : 1, log.list.stream().filter(line -> line.getFormattedMessage().contains("account " + applicant.caller().account() + ", logIn")).count());
        }
        security.detachAppender(log);
    }

    /** What nobody sees coming: asked again with the same keys each act answers as it did, or is done now. */
    @Test
    void after_a_fault_between_acts_the_same_keys_bring_all_answers() {
        var acts = "mutation { a: " + SAVED.formatted(key(), "甲（虚构）") + " b: " + SAVED.formatted(key(), "乙（虚构）") + " c: " + SAVED.formatted(key(), "丙（虚构）") + " }";
        world.owner("alter table achievement add constraint not_that check (title <> '乙（虚构）') not valid");
        try {
            var refused = world.ask(applicant.caller(), acts, Map.of());
            assertEquals("INTERNAL", refused.error(), () -> refused.body().toString());
            assertEquals(List.of("b"), refused.at("errors", 0, "path"));
            assertNull(refused.at("data"));
        } finally {
            world.owner("alter table achievement drop constraint not_that");
        }
        assertEquals(1L, world.<Long>value("select count(*) from achievement where person = ?", applicant.person()));
        var first = world.<Object>value("select id from achievement where person = ?", applicant.person());
        for (var again = 0; again < 2; again++) {
            var done = world.ask(applicant.caller(), acts, Map.of());
            assertNull(done.error(), () -> done.body().toString());
            assertEquals(List.of("甲（虚构）", "乙（虚构）", "丙（虚构）"), List.of(done.at("data", "a", "achievement", "title"), done.at("data", "b", "achievement", "title"), done.at("data", "c", "achievement", "title")));
        }
        assertEquals(3L, world.<Long>value("select count(*) from achievement where person = ?", applicant.person()));
        assertEquals(first, world.<Object>value("select id from achievement where person = ? and title = '甲（虚构）'", applicant.person()));
    }
}
