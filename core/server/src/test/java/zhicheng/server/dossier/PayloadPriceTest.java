package zhicheng.server.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.key;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.server.Applicant;
import zhicheng.server.World;
import zhicheng.server.World.Reply;
import zhicheng.server.trail.Json;

/** What a mutation shows is priced before it is performed: what is refused for it is not done, and its key is free. */
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
}
