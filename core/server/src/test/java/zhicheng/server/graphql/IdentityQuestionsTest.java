package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import zhicheng.contract.nowhere.Nowhere;
import zhicheng.server.Applicant;
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.account.IdentityNumber;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.account.Role;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.account.Viewer;
import zhicheng.server.read.Fixture;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Json;

/** People are asked for by their whole identity number, by those who may, and never without a trace; the number itself leaves none. */
@Tag("database")
class IdentityQuestionsTest {
    private static final String NUMBER = IdentityNumber.completed("42120219880501002").number();
    private static final String NOBODYS = IdentityNumber.completed("42120219880501004").number();
    private static final String LITERAL = "{ people(where: {identityNumber: {eq: \"%s\"}}) { totalCount nodes { id identityNumber } } }";
    private static final String VARIABLE = "query($number: IdentityNumber) { people(where: {identityNumber: {eq: $number}}) { totalCount nodes { id identityNumber } } }";

    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    private static World world;
    private static UUID person;
    private static UUID office;
    private static Caller bureau;

    @BeforeAll
    static void start() {
        LOG.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(LOG);
        world = World.at("2024-09-18T10:00:00+08:00", "zhicheng.identity-questions.an-hour", 8);
        var applicant = world.applicant();
        person = applicant.person();
        var kept = world.bean(IdentityVault.class).keep(person, new IdentityNumber(NUMBER));
        world.write("update person set identity_masked = ?, identity_cipher = ?, identity_index = ? where id = ?", kept.masked(), kept.cipher(), kept.index(), person);
        world.write("""
                insert into dossier (id, region, year, series, level, title, applicant, employer, stage, stage_since, created_at, updated_at)
                values (gen_random_uuid(), 'xianning', 2024, 'ENGINEERING', 'INTERMEDIATE', '虚构', ?, ?, 'DRAFT', ?, ?, ?)""", person, applicant.employer(), world.now(), world.now(), world.now());
        world.write("insert into notice_edition (region, year, edition, facts_hash, readings, first_pinned_at) values ('xianning', 2024, 9, repeat('a', 64), '{}', ?)", world.now());
        world.write("update dossier set stage = 'SUBMITTED', submitted_at = ?, receipt_at = ?, snapshot_hash = sha256('\\x00'), edition = 9, facts_hash = repeat('a', 64) where applicant = ?",
                world.now(), world.now(), person);
        office = world.organisation("HRSS", "xianning");
        bureau = world.account(null, office, "HRSS_CITY");
    }

    @AfterAll
    static void stop() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(LOG);
        world.close();
    }

    private static List<String> trail(Caller caller) {
        var entries = new ArrayList<String>();
        for (long seq = 1; seq <= world.<Long>value("select trail_seq from account where id = ?", caller.account()); seq++)
            entries.add(world.<String>value("select convert_from(entry, 'UTF8') from trail where subject = ? and seq = ?", caller.account(), seq));
        return entries;
    }

    private static String index(String number) {
        return HexFormat.of().formatHex(world.bean(IdentityVault.class).index(new IdentityNumber(number)));
    }

    @Test
    void who_may_finds_the_one_who_has_it_and_the_trail_says_that_he_asked() {
        var caller = world.account(null, office, "HRSS_CITY");
        for (var reply : List.of(world.ask(caller, LITERAL.formatted(NUMBER), Map.of()), world.ask(caller, VARIABLE, Map.of("number", NUMBER)),
                world.ask(caller, VARIABLE, Map.of("number", " " + NUMBER + " ")))) {
            assertNull(reply.error(), () -> reply.body().toString());
            assertEquals(List.of(Map.of("id", person.toString(), "identityNumber", "4212**************")), reply.at("data", "people", "nodes"));
            assertTrue(reply.<Integer>at("extensions", "cost", "estimated") > 0);
        }
        assertEquals(0, world.ask(caller, VARIABLE, Map.of("number", NOBODYS)).<Integer>at("data", "people", "totalCount"));
        var trail = trail(caller);
        assertEquals(4, trail.size());
        assertTrue(trail.stream().allMatch(entry -> entry.contains("\"act\":\"FIND_BY_IDENTITY\"") && entry.contains("\"purpose\":\"filter\"")), trail::toString);
        assertTrue(trail.getFirst().contains("[\"" + index(NUMBER) + "\"]") && trail.getLast().contains("[\"" + index(NOBODYS) + "\"]"), trail::toString);
        assertFalse(trail.toString().contains(NUMBER));
        assertTrue(lines().contains("asked by identityNumber: account " + caller.account() + ", 4 within the hour"), IdentityQuestionsTest::lines);
    }

    /** Nested, negated, explained, counted, below a row, in a mutation's payload: always found by the same question, always written down. */
    @ParameterizedTest
    @ValueSource(strings = {
        "{ dossiers(where: {applicant: {identityNumber: {eq: \"%s\"}}}) { totalCount } }",
        "{ dossiers(where: {or: [{applicant: {identityNumber: {eq: \"%s\"}}}]}) { totalCount } }",
        "{ dossierGroups(by: [], where: {applicant: {identityNumber: {eq: \"%s\"}}}) { groups { totalCount: count } } }",
        "{ organisations(first: 1) { totalCount } people { nodes { dossiers(where: {applicant: {identityNumber: {eq: \"%s\"}}}) { totalCount } } } }"})
    void wherever_it_stands(String query) {
        var caller = world.account(null, office, "HRSS_CITY");
        var reply = world.ask(caller, query.formatted(NUMBER), Map.of());
        assertNull(reply.error(), () -> reply.body().toString());
        assertTrue(reply.body().get("data").toString().contains("totalCount=1"), () -> reply.body().toString());
        assertEquals(1, trail(caller).size());
        assertFalse(world.ask(caller, query.formatted(NOBODYS), Map.of()).body().get("data").toString().contains("totalCount=1}]}}"));
        assertEquals(2, trail(caller).size());
    }

    private static final String EXPLAINED = "{ explainDossier(id: \"00000000-0000-4000-8000-000000000001\", where: {applicant: {identityNumber: {eq: $n}}}) { %s } }";
    private static final List<String> UNSAID = List.of("{ people(where: {identityNumber: {eq: $n}}) { __typename } }", "{ people(where: {identityNumber: {eq: $n}}) { nodes @skip(if: true) { id } } }",
            EXPLAINED.formatted("__typename"), EXPLAINED.formatted("parts { path }"), EXPLAINED.formatted("parts { path shown }"),
            "{ organisations(first: 1) { totalCount } people(where: {dossiers: {where: {applicant: {identityNumber: {eq: $n}}}, count: {}}}) { totalCount } }",
            "{ me { person { dossiers(where: {applicant: {identityNumber: {eq: $n}}}) { __typename } } } }");

    /** Nothing is wanted of who is found, or there is nobody: it is asked all the same, and counted. */
    @Test
    void also_where_the_answer_says_nothing_of_it() {
        var caller = world.account(null, office, "HRSS_CITY");
        var other = world.account(null, office, "SUPERVISOR");
        for (var query : UNSAID) {
            var asked = trail(caller).size();
            var reply = world.ask(caller, "query($n: IdentityNumber) " + query, Map.of("n", NUMBER));
            assertNull(reply.error(), () -> query + "\n" + reply.body());
            assertEquals(asked + 1, trail(caller).size(), query);
            var refused = world.ask(other, "query($n: IdentityNumber) " + query, Map.of("n", NUMBER));
            assertEquals("FORBIDDEN", refused.error(), () -> query + "\n" + refused.body());
            assertEquals("BAD_INPUT", world.ask(caller, "query($n: IdentityNumber) " + query, Map.of("n", "1")).error(), query);
            assertEquals("ONLY_BY_POST", world.get(caller, query.replace("$n", "\"" + NUMBER + "\"")).error(), query);
            assertEquals(asked + 1, trail(caller).size(), query);
        }
        assertEquals("UNAUTHENTICATED", world.ask(Caller.PUBLIC, "query($n: IdentityNumber) " + UNSAID.getLast(), Map.of("n", NUMBER)).error(), "of whom there is no account");
        assertNull(world.ask(caller, UNSAID.getFirst().replace("$n", "\"" + NUMBER + "\""), Map.of()).error());
        assertEquals("LIMIT", world.ask(caller, UNSAID.getFirst().replace("$n", "\"" + NUMBER + "\""), Map.of()).error());
    }

    /** A mask leaves five hundred numbers open, and sixty in a filter would find the right one in eight requests. */
    @ParameterizedTest
    @ValueSource(strings = {
        "where.or[1].identityNumber.eq | { people(where: {or: [{identityNumber: {eq: '%s'}}, {identityNumber: {eq: '%s'}}]}) { totalCount } }",
        "where.identityNumber.eq | { people(where: {identityNumber: {eq: '%s'}}) { totalCount } more: people(where: {identityNumber: {eq: '%s'}}) { totalCount } }",
        "nodes.b.where.applicant.identityNumber.eq | { people { nodes { a: dossiers(where: {applicant: {identityNumber: {eq: '%s'}}}) { totalCount } b: dossiers(where: {applicant: {identityNumber: {eq: '%s'}}}) { totalCount } } } }",
        "where.and[1].applicant.identityNumber.eq | { explainDossier(id: '00000000-0000-4000-8000-000000000001', where: {and: [{applicant: {identityNumber: {eq: '%s'}}}, {applicant: {identityNumber: {eq: '%s'}}}]}) { holds } }"})
    void one_number_stands_in_an_operation(String written) {
        var path = written.substring(0, written.indexOf(" | "));
        var caller = world.account(null, office, "HRSS_CITY");
        for (var other : List.of(NOBODYS, NUMBER)) {
            var query = written.substring(written.indexOf(" | ") + 3).replace('\'', '"').formatted(NUMBER, other);
            var reply = world.ask(caller, query, Map.of());
            assertEquals("BAD_INPUT", reply.error(), () -> reply.body().toString());
            assertTrue(reply.<String>at("errors", 0, "message").startsWith(path + ": only one condition by identity number may stand in a request, even if it is the same number twice: ask each in a request of its own"), () -> reply.body().toString());
            assertNotNull(reply.at("errors", 0, "path"));
            assertEquals("BAD_INPUT", world.send(caller, Json.text(Map.of("query", query, "extensions", Map.of("dryRun", true)))).error());
        }
        assertTrue(trail(caller).size() == (written.contains("more: ") ? 2 : 0), () -> "of two root fields the first was answered: " + trail(caller));
    }

    /** Nor does a question count that was refused: nothing was learned by it. */
    @Test
    void what_is_wrong_beside_it_is_said_with_it_and_nothing_is_written() {
        var caller = world.account(null, office, "HRSS_CITY");
        var query = "{ people(first: 101, where: {identityNumber: {eq: \"%s\"}, name: {contains: \"x\"}}) { nodes { dossiers(where: {applicant: {identityNumber: {eq: \"%s\"}}}) { totalCount } } } }";
        var beside = List.of("first: 101 is not", "nodes.dossiers.where.applicant.identityNumber.eq: only one condition", "where.name.contains: «x» is too short");
        for (var number : List.of(NUMBER, "1"))
            for (var isDry : List.of(true, false)) {
                var reply = world.send(caller, Json.text(Map.of("query", query.formatted(number, NUMBER), "extensions", Map.of("dryRun", isDry))));
                var expected = Stream.concat(beside.stream(), number.equals("1") ? Stream.of("where.identityNumber.eq: ") : Stream.empty()).sorted().toList();
                List<Map<String, Object>> errors = reply.at("errors");
                assertEquals(expected.size(), errors.size(), errors::toString);
                for (var place = 0; place < expected.size(); place++) assertTrue(errors.get(place).get("message").toString().startsWith(expected.get(place)), errors::toString);
                assertEquals("BAD_INPUT", reply.error());
            }
        assertEquals(List.of(), trail(caller));
    }

    /** What could not be asked is known before the act, and that somebody may not ask it: nothing is done, and who may not is noted. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "HRSS_CITY | BAD_INPUT | 1 | dossiers(where: {applicant: {identityNumber: {eq: $n}}}) { totalCount }",
        "HRSS_CITY | BAD_INPUT | whole | dossiers(where: {applicant: {identityNumber: {eq: $n}}}) { totalCount } b: dossiers(where: {applicant: {identityNumber: {eq: $n}}}) { totalCount }",
        "SUPERVISOR | FORBIDDEN | whole | dossiers(where: {applicant: {identityNumber: {eq: $n}}}) { totalCount }",
        "- | UNAUTHENTICATED | 1 | dossiers(where: {applicant: {identityNumber: {eq: $n}}}) { totalCount }"})
    void of_payloads_before_the_act(String role, String error, String length, String shown) {
        var number = length.equals("whole") ? NUMBER : length;
        var caller = role.equals("-") ? Caller.PUBLIC : world.account(null, office, role);
        var query = "mutation($input: RevokeSessionsInput!, $n: IdentityNumber) { revokeSessions(input: $input) { account { person { %s } } findings { code } } }".formatted(shown);
        var acts = world.<Long>value("select count(*) from idempotency");
        for (var isDry : List.of(true, false)) {
            var reply = world.send(caller, Json.text(Map.of("query", query, "variables", Map.of("input", Map.of("key", Applicant.key()), "n", number), "extensions", Map.of("dryRun", isDry))));
            assertEquals(error, reply.error(), () -> reply.body().toString());
            assertNull(reply.at("data"), () -> reply.body().toString());
            var place = "revokeSessions.account.person." + (shown.contains("b: ") ? "b" : "dossiers") + ".where.applicant.identityNumber.eq";
            assertTrue(reply.<String>at("errors", 0, "message").startsWith(place), () -> reply.body().toString());
            if (role.equals("SUPERVISOR")) assertTrue(lines().contains("refused (role): account " + caller.account() + ", " + place), IdentityQuestionsTest::lines);
        }
        assertEquals(acts, world.<Long>value("select count(*) from idempotency"));
        if (!shown.contains(" b: ")) return;
        assertEquals(List.of(), trail(caller));
        var one = shown.substring(0, shown.indexOf(" b: "));
        var done = world.ask(caller, query.replace(shown, one + " ... on Person { " + one.replace("totalCount", "nodes { id }") + " }"), Map.of("input", Map.of("key", Applicant.key()), "n", number));
        assertNull(done.error(), () -> done.body().toString());
        assertEquals(acts + 1, world.<Long>value("select count(*) from idempotency"));
        assertEquals(1, trail(caller).stream().filter(entry -> entry.contains("FIND_BY_IDENTITY")).count(), () -> trail(caller).toString());
    }

    @Test
    void of_lists_in_variables_too() {
        var caller = world.account(null, office, "HRSS_CITY");
        var query = "query($or: [PersonWhere!]) { people(where: {or: $or}) { totalCount } }";
        var reply = world.ask(caller, query, Map.of("or", List.of(Map.of("identityNumber", Map.of("eq", NUMBER)), Map.of("identityNumber", Map.of("eq", NOBODYS)))));
        assertEquals("BAD_INPUT", reply.error(), () -> reply.body().toString());
        assertEquals(1, world.ask(caller, query, Map.of("or", List.of(Map.of("identityNumber", Map.of("eq", NUMBER))))).<Integer>at("data", "people", "totalCount"));
        assertEquals(1, trail(caller).size());
    }

    /** At once from several threads, as from several servers: what is counted is in the database. */
    @Test
    void so_many_an_hour_and_then_it_is_said_when() {
        var caller = world.account(null, office, "HRSS_CITY");
        Callable<World.Reply> asks = () -> world.ask(caller, VARIABLE, Map.of("number", NUMBER));
        var all = new ArrayList<World.Reply>();
        for (var time = 0; time < 5; time++) all.addAll(World.together(asks, asks));
        var refused = all.stream().filter(reply -> reply.error() != null).toList();
        assertEquals(2, refused.size());
        for (var reply : refused) {
            assertEquals("LIMIT", reply.error());
            assertEquals("8 questions by identity number within an hour are allowed (zhicheng.identity-questions.an-hour), and these were asked: the next may be asked at 2024-09-18T11:00+08:00",
                    reply.at("errors", 0, "message"));
            assertEquals(List.of("people"), reply.at("errors", 0, "path"));
        }
        assertEquals(8, trail(caller).size());
        assertNull(world.ask(world.account(null, office, "HRSS_CITY"), VARIABLE, Map.of("number", NUMBER)).error(), "another account");
        try {
            world.time("2024-09-18T11:00:01+08:00");
            assertNull(world.ask(caller, VARIABLE, Map.of("number", NUMBER)).error());
        } finally {
            world.time("2024-09-18T10:00:00+08:00");
        }
    }

    /** An address is kept in logs and histories: whoever asks, beside whatever else, nothing is answered and nothing written. */
    @Test
    void by_get_it_is_refused_and_not_written_down() {
        var caller = world.account(null, office, "HRSS_CITY");
        for (var query : List.of(LITERAL.formatted(NUMBER), "{ organisations(first: 1) { totalCount } " + LITERAL.formatted(NUMBER).substring(1)))
            for (var one : List.of(caller, world.account(null, office, "SUPERVISOR"))) {
                var reply = world.get(one, query);
                assertEquals(405, reply.status());
                assertEquals("ONLY_BY_POST", reply.error(), () -> reply.body().toString());
                assertFalse(reply.body().containsKey("data"));
                assertFalse(reply.body().toString().contains(NUMBER));
            }
        assertEquals(List.of(), trail(caller));
        assertNull(world.get(caller, "{ people(first: 1) { totalCount } }").error());
    }

    @Test
    void an_explanation_shows_it_masked() {
        var dossier = world.<UUID>value("select id from dossier where applicant = ?", person);
        var reply = world.ask(bureau, "query($n: IdentityNumber) { explainDossier(id: \"" + dossier + "\", where: {applicant: {not: {identityNumber: {eq: $n}}}}) { holds parts { path holds shown } } }",
                Map.of("n", NUMBER));
        assertEquals(false, reply.at("data", "explainDossier", "holds"), () -> reply.body().toString());
        List<Map<String, Object>> parts = reply.at("data", "explainDossier", "parts");
        assertEquals(Map.of("path", "where.applicant.not.identityNumber.eq", "holds", true, "shown", "4212**************"), parts.getLast());
    }

    @Test
    void pages_go_on() {
        var query = "query($n: IdentityNumber, $after: String) { people(where: {not: {identityNumber: {eq: $n}}}, first: 1, after: $after) { nodes { id } pageInfo { endCursor } } }";
        world.applicant();
        world.applicant();
        var first = world.ask(bureau, query, Map.of("n", NUMBER));
        var second = world.ask(bureau, query, Map.of("n", NUMBER, "after", first.at("data", "people", "pageInfo", "endCursor")));
        assertNull(second.error(), () -> second.body().toString());
        assertFalse(first.<Object>at("data", "people", "nodes").equals(second.<Object>at("data", "people", "nodes")));
        assertEquals("BAD_INPUT", world.ask(bureau, query, Map.of("n", NOBODYS, "after", first.at("data", "people", "pageInfo", "endCursor"))).error());
    }

    @Test
    void whoever_may_not_see_a_person_does_not_find_him() {
        var elsewhere = world.account(null, world.organisation("HRSS", "bijie"), "HRSS_CITY");
        assertEquals(0, world.ask(elsewhere, VARIABLE, Map.of("number", NUMBER)).<Integer>at("data", "people", "totalCount"));
        assertEquals(1, trail(elsewhere).size());
    }

    @Test
    void nothing_is_answered_that_could_not_be_written_down() {
        world.owner("create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$; create trigger refuse before insert on trail for each row execute function refuse()");
        try {
            var reply = world.ask(bureau, VARIABLE, Map.of("number", NUMBER));
            assertEquals("INTERNAL", reply.error());
            assertNull(reply.at("data", "people"));
        } finally {
            world.owner("drop trigger refuse on trail; drop function refuse()");
        }
    }

    /** The refusal hangs on the role alone: neither the database nor the trail is asked, and the number need not be one. */
    @Test
    void other_roles_are_refused_before_the_database() throws Exception {
        var asked = new ArrayList<String>();
        var reader = Fixture.reader((question, _) -> {
            asked.add(question.text());
            throw new IllegalStateException("asked");
        });
        var identities = new IdentityQuestions(new IdentityVault(Fixture.KEY), (_, _, sought, _) -> asked.add(sought.toString()));
        var clock = Fixture.CLOCK;
        var tried = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var limits = new Limits(1 << 20, 50_000, 5_000, 20, 1_000, 20, 50, 50, 500, 200, 150, 32, 20_000, false, Duration.ofSeconds(10), 200);
            var engine = new Engine(GoldenReadsTest.sdl(), List.of(new Scalars(), identities, new ServerWires(clock), new ReadFields(reader, identities)),
                    List.of(new Operations(reader, Regions.of(List.of(new Nowhere())), limits)), new TrustedDocuments("", List.of()), limits, clock, new SecurityLog(), threads);
            for (var role : EnumSet.complementOf(EnumSet.copyOf(IdentityVault.MAY_UNMASK))) {
                var viewer = role == Role.PUBLIC ? Viewer.PUBLIC : new Viewer(Fixture.id(31), Set.of(role), Fixture.id(21), Fixture.id(12));
                for (var number : List.of(NUMBER, NOBODYS, "1", ""))
                    for (var ask : List.of(new Ask(LITERAL.formatted(number), null, Map.of(), false, true), new Ask(VARIABLE, null, Map.of("number", number), false, true))) {
                        var body = ((Reply.Values) engine.answer(ask, viewer, "r").toCompletableFuture().get()).body();
                        var said = body.get("errors").toString();
                        assertTrue(said.contains("where.identityNumber.eq " + (role == Role.PUBLIC ? "needs an account with one of" : "is for") + " the roles [COMMITTEE_OFFICE, EMPLOYER_CLERK, HRSS_CITY]"), said);
                        assertFalse(said.contains(NUMBER));
                        tried++;
                    }
            }
        }
        assertEquals(18 * 8, tried);
        assertEquals(List.of(), asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"421202198805010020X", "42120219880501002", "421202198802300021", "not one", ""})
    void what_is_no_number_is_said_to_be_none_and_is_not_repeated(String written) {
        var caller = world.account(null, office, "HRSS_CITY");
        for (var reply : List.of(world.ask(caller, LITERAL.formatted(written), Map.of()), world.ask(caller, VARIABLE, Map.of("number", written)))) {
            assertEquals("BAD_INPUT", reply.error(), () -> reply.body().toString());
            assertTrue(reply.<String>at("errors", 0, "message").startsWith("where.identityNumber.eq: "), () -> reply.body().toString());
            assertTrue(written.isEmpty() || !reply.<String>at("errors", 0, "message").contains(written));
        }
        assertEquals(List.of(), trail(caller));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{identityNumber: {neq: \"%s\"}}", "{identityNumber: \"%s\"}", "{birthDate: {eq: \"%s\"}}", "{id: {eq: \"%s\"}}", "{gender: {eq: \"%s\"}}", "{identityNumber: {eq: \"%s\"}, x: 1}"})
    void a_number_in_a_wrong_place_is_not_repeated(String where) {
        var reply = world.ask(bureau, "{ people(where: " + where.formatted(NUMBER) + ") { totalCount } }", Map.of());
        assertTrue(List.of("VALIDATION", "BAD_INPUT").contains(reply.error()), () -> reply.body().toString());
        assertFalse(reply.body().toString().contains(NUMBER.substring(0, 17)), () -> reply.body().toString());
        assertFalse(reply.body().toString().contains("Value{"), () -> reply.body().toString());
        assertFalse(lines().contains(NUMBER.substring(0, 17)));
    }

    @Test
    void a_number_without_quotes_is_not_repeated_either() {
        var reply = world.ask(bureau, "{ people(where: {identityNumber: {eq: " + NUMBER.replace('X', '0') + "}}) { totalCount } }", Map.of());
        assertEquals("BAD_INPUT", reply.error(), () -> reply.body().toString());
        assertFalse(reply.body().toString().contains(NUMBER.substring(0, 17)));
        assertEquals("BAD_INPUT", world.ask(bureau, LITERAL.replace("\"%s\"", "null"), Map.of()).error());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{ people(where: {identityNumber: {contains: \"4212\"}}) { totalCount } }", "{ people(where: {identityNumber: {startsWith: \"4212\"}}) { totalCount } }",
        "{ people(where: {identityNumber: {in: [\"4212\"]}}) { totalCount } }", "{ people(where: {identityNumber: {isNull: false}}) { totalCount } }",
        "{ people(where: {identityNumber: {gt: \"4212\"}}) { totalCount } }", "{ people(orderBy: [{field: IDENTITY_NUMBER}]) { totalCount } }",
        "{ dossiers(orderBy: [{field: APPLICANT_IDENTITY_NUMBER}]) { totalCount } }", "{ dossierGroups(by: [APPLICANT_IDENTITY_NUMBER]) { groups { count } } }"})
    void it_is_not_sorted_grouped_or_matched_in_part(String query) {
        assertEquals("VALIDATION", world.ask(bureau, query, Map.of()).error());
    }

    @Test
    void no_log_has_it() {
        world.ask(bureau, LITERAL.formatted(NUMBER), Map.of());
        world.ask(world.account(null, office, "SUPERVISOR"), LITERAL.formatted(NUMBER), Map.of());
        assertTrue(lines().contains("refused (role)") && lines().contains("asked by identityNumber"), IdentityQuestionsTest::lines);
        assertFalse(lines().contains(NUMBER));
    }

    private static String lines() {
        return List.copyOf(LOG.list).stream().map(event -> event.getFormattedMessage() + " " + (event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage())).toList().toString();
    }
}
