package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputValueDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.Applicant;
import zhicheng.server.BadInput;
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.read.Root;
import zhicheng.server.trail.Json;
import zhicheng.server.trail.TrailRoots;

/** What clients send as a matter of course: four variables for a page of which two are null, and dry runs of what may be wrong. */
@Tag("database")
class AskedByClientsTest {
    private static World world;
    private static Caller bureau;

    @BeforeAll
    static void start() {
        world = World.at("2024-09-18T10:00:00+08:00");
        bureau = world.account(null, world.organisation("HRSS", "xianning"), "HRSS_CITY");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"2, -, -", "-, 2, -", "-, -, -", "2, 2, BAD_INPUT", "101, -, BAD_INPUT"})
    void null_is_as_good_as_absent_in_a_page(Integer first, Integer last, String error) {
        var variables = new HashMap<String, Object>();
        variables.put("first", first);
        variables.put("last", last);
        variables.put("after", null);
        variables.put("before", null);
        var reply = world.ask(bureau, "query($first: Int, $last: Int, $after: String, $before: String) { organisations(first: $first, last: $last, after: $after, before: $before) { nodes { id } } }", variables);
        assertEquals(error, reply.error(), () -> reply.body().toString());
        assertNull(world.ask(bureau, "{ organisations(first: 2, last: null, after: null, before: null) { nodes { id } } }", Map.of()).error());
    }

    /** More than a function of PostgreSQL takes arguments for. */
    @Test
    void one_object_may_have_more_than_fifty_fields() {
        var own = List.of("id", "kind", "region", "areaCode", "madeUp", "createdAt");
        List<Map<String, Object>> answered = world.ask(bureau, "{ organisations { nodes { " + names(50) + " " + String.join(" ", own) + " } } }", Map.of()).at("data", "organisations", "nodes");
        assertEquals(Stream.concat(IntStream.range(0, 50).mapToObj(number -> "t" + number), own.stream()).toList(), List.copyOf(answered.getFirst().keySet()));
        assertEquals(1, IntStream.range(0, 50).mapToObj(number -> answered.getFirst().get("t" + number)).distinct().count());
        assertEquals(answered.stream().map(one -> one.get("kind")).toList(), world.ask(bureau, "{ organisations { nodes { kind } } }", Map.of()).<List<Map<String, Object>>>at("data", "organisations", "nodes").stream().map(one -> one.get("kind")).toList());
    }

    private static String names(int many) {
        return IntStream.range(0, many).mapToObj(number -> "t" + number + ": name").collect(Collectors.joining(" "));
    }

    /** From the root field on, at which the error's path ends, by the keys of the answer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "{ people(first: 1) { nodes { dossiers(first: 1) { nodes { hours(where: {year: {eq: null}}) { totalCount } } } } } } | nodes.dossiers.nodes.hours.where.year.eq: null is no constraint",
        "{ people { nodes { d: dossiers(first: 101) { totalCount } } } }                     | nodes.d.first: 101 is not",
        "query($n: Int = 101) { people { nodes { dossiers(last: $n) { totalCount } } } }     | nodes.dossiers.last: 101 is not",
        "{ people { edges { node { dossiers(first: 1, last: 1) { totalCount } } } } }        | edges.node.dossiers.last: «first» and «last»",
        "{ people { nodes { dossiers(after: `x`) { nodes { id } } } } }                      | nodes.dossiers.after: not a cursor",
        "query($c: String = `x`) { people { nodes { dossiers(before: $c) { nodes { id } } } } } | nodes.dossiers.before: not a cursor",
        "{ people { nodes { dossiers(orderBy: [{field: YEAR}, {field: YEAR}]) { totalCount } } } } | nodes.dossiers.orderBy[1].field: the list",
        "query($i: ID = `x`) { people { nodes { dossiers(where: {id: {eq: $i}}) { totalCount } } } } | nodes.dossiers.where.id.eq: «x» is not an id",
        "{ people(first: 101) { totalCount } }                                               | first: 101 is not"})
    void a_mistake_in_a_list_below_says_where_it_stands(String query, String message) {
        var reply = world.ask(bureau, query.replace('`', '"'), Map.of());
        assertEquals("BAD_INPUT", reply.error(), () -> reply.body().toString());
        assertEquals(List.of("people"), reply.at("errors", 0, "path"));
        assertTrue(reply.<String>at("errors", 0, "message").startsWith(message), () -> reply.body().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{ dossiers(where: {title: {eq: null}}) { totalCount } } | {} | BAD_INPUT",
        "query($n: Int) { dossiers(first: $n) { totalCount } } | {\"n\": 101} | BAD_INPUT",
        "query($n: Int) { dossiers(first: $n) { totalCount } } | {\"n\": \"x\"} | VALIDATION",
        "query($c: String) { dossiers(after: $c) { nodes { id } } } | {\"c\": \"none\"} | BAD_INPUT"})
    void a_dry_run_tells_what_is_wrong(String query, String variables, String error) {
        var reply = world.send(bureau, Json.text(Map.of("query", query, "variables", Json.map(variables), "extensions", Map.of("dryRun", true))));
        assertEquals(error, reply.error(), () -> reply.body().toString());
    }

    /** Also where nothing but counts is asked, several of them in one statement. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a | query($n: Int) { a: dossiers(first: $n) { totalCount } b: dossiers { totalCount } }",
        "b | query($n: Int) { a: dossiers { totalCount } b: dossiers(last: $n) { totalCount } }"})
    void a_page_that_is_too_large_is_refused_in_its_place_beside_other_counts(String place, String query) {
        for (var isDry : List.of(false, true)) {
            var reply = world.send(bureau, Json.text(Map.of("query", query, "variables", Map.of("n", 101), "extensions", Map.of("dryRun", isDry))));
            assertEquals("BAD_INPUT", reply.error(), () -> reply.body().toString());
            assertEquals(List.of(place), reply.at("errors", 0, "path"));
            assertTrue(reply.<String>at("errors", 0, "message").contains(": 101 is not from 0 to 100"), () -> reply.body().toString());
        }
        assertNull(world.ask(bureau, query, Map.of("n", 100)).error());
    }

    /** Wherever in a variable it stands; and nothing that looks like an identity number is repeated. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "BAD_INPUT | variables.w.title.in[1]: null is no value here | {'title': {'in': ['a', null]}}",
        "BAD_INPUT | variables.w.and[0]: null is no value here | {'and': [null]}",
        "VALIDATION | variables.w.and[1].or[0].submittedAt.gte: «gestern» is not understood | {'and': [{}, {'or': [{'submittedAt': {'gte': 'gestern'}}]}]}",
        "VALIDATION | variables.w.and[0].hours.some.year.eq: a value of the type Int is expected | {'and': [{'hours': {'some': {'year': {'eq': '2024'}}}}]}",
        "VALIDATION | variables.w.and[0].hours.some.yeer: DossierHoursWhere has no such field | {'and': [{'hours': {'some': {'yeer': {'eq': 2024}}}}]}",
        "VALIDATION | variables.w.hours.some.year: an object is expected, of the type IntOps | {'hours': {'some': {'year': 2024}}}",
        "VALIDATION | variables.w.level.in[1]: Level has no such value | {'level': {'in': ['FULL_SENIOR', 'SENIOR']}}",
        "VALIDATION | variables.w.level.eq: Level has no such value | {'applicant': {'identityNumber': {'eq': '520502198402290425'}}, 'level': {'eq': '520502198402290425'}}",
        "VALIDATION | variables.w.***: DossierWhere has no such field | {'520502198402290425': {}}"})
    void a_mistake_in_a_variable_says_where_it_stands(String code, String message, String where) {
        var sent = Map.of("query", "query($w: DossierWhere) { dossiers(where: $w) { totalCount } }", "variables", Json.map("{\"w\": " + where.replace('\'', '"') + "}"));
        for (var reply : List.of(world.send(bureau, Json.text(sent)), world.send(bureau, Json.text(Map.of("query", sent.get("query"), "variables", sent.get("variables"), "extensions", Map.of("dryRun", true)))))) {
            assertEquals(code, reply.error(), () -> reply.body().toString());
            assertTrue(reply.<String>at("errors", 0, "message").startsWith(message), () -> reply.body().toString());
            assertNull(reply.at("errors", 0, "path"), "a path is of keys in the answer");
            assertFalse(reply.body().toString().contains("520502198402290425"), () -> reply.body().toString());
        }
    }

    @Test
    void what_has_to_be_given_is_said_with_its_place_too() {
        var query = "query($o: [DossierOrder!], $b: [DossierDimension!]!) { dossiers(orderBy: $o) { totalCount } dossierGroups(by: $b) { groups { count } } }";
        for (var one : Map.of("variables.o[1].field: it has to be given", Map.of("o", List.of(Map.of("field", "YEAR"), Map.of()), "b", List.of()), "variables.b: it has to be given", Map.<String, Object>of()).entrySet()) {
            var reply = world.ask(bureau, query, one.getValue());
            assertEquals("VALIDATION", reply.error(), () -> reply.body().toString());
            assertEquals(one.getKey(), reply.at("errors", 0, "message"));
        }
    }

    /** As it is in a variable. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "dossiers.where.title.in[1] | { dossiers(where: {title: {in: ['a', null]}}) { totalCount } }",
        "dossiers.where.and[0] | { dossiers(where: {and: [null]}) { totalCount } }",
        "dossiers.where.hours.some.year.in[0] | { dossiers(where: {hours: {some: {year: {in: [null]}}}}) { totalCount } }",
        "dossiers.by | { dossiers: dossierGroups(by: null) { groups { count } } }",
        "dossiers.id | { dossiers: dossier(id: null) { id } }",
        "dossiers.if | { dossiers @include(if: null) { totalCount } }",
        "dossiers.orderBy[0].field | { dossiers(orderBy: [{field: null}]) { totalCount } }",
        "dossiers.by[1] | { dossiers: dossierGroups(by: [YEAR, null]) { groups { count } } }"})
    void a_null_in_the_document_is_bad_input_wherever_it_stands(String place, String query) {
        var reply = world.ask(bureau, query.replace('\'', '"'), Map.of());
        assertEquals("BAD_INPUT", reply.error(), () -> reply.body().toString());
        assertEquals(1, reply.<List<?>>at("errors").size(), () -> reply.body().toString());
        assertEquals(place + ": null is no value here; " + (place.endsWith("]") ? "leave it out, or give a value" : "give a value"), reply.at("errors", 0, "message"));
        assertNull(reply.at("errors", 0, "path"), "a path is of keys in the answer");
        assertEquals("VALIDATION", world.ask(bureau, "{ dossierGroups { groups { count } } }", Map.of()).error(), "left out is not null");
    }

    /** An Int holds 2147483647: by the hundred thousand, and added up. */
    @ParameterizedTest
    @ValueSource(strings = {
        "{ paymentGroups(by: [], having: {sum: {fen: {lt: 3000000000}}}) { groups { count } } }",
        "query($n: Float = 3000000000) { paymentGroups(by: [], having: {sum: {fen: {in: [0, $n], notIn: [$n]}}}) { groups { count } } }",
        "{ dossiers(where: {hours: {sum: {tenths: {gt: -3000000000, lte: 3000000000, neq: 1e30}}}}) { groups: totalCount } }"})
    void sums_are_compared_as_far_as_they_are_shown(String query) {
        var reply = world.ask(bureau, query, Map.of());
        assertNull(reply.error(), () -> reply.body().toString());
        assertTrue(reply.body().get("data").toString().contains("groups=") , () -> reply.body().toString());
    }

    @Test
    void what_was_paid_is_added_up_beyond_what_one_amount_may_be() {
        var applicant = world.applicant();
        world.write("insert into notice_edition (region, year, edition, facts_hash, readings, first_pinned_at) values ('xianning', 2002, 1, repeat('a', 64), '{}', ?) on conflict do nothing", world.now());
        for (var number : List.of("one", "other"))
            world.write("""
                    with made as (
                        insert into dossier (id, region, year, series, level, title, applicant, stage, stage_since, created_at, updated_at, submitted_at, receipt_at, snapshot_hash, edition, facts_hash)
                        select gen_random_uuid(), 'xianning', 2002, ?, 'INTERMEDIATE', '虚构', ?, 'SUBMITTED', at, at, at, at, at, sha256('\\x00'), 1, repeat('a', 64) from (select ?::timestamptz as at) at
                        returning id, region, created_at)
                    insert into payment (id, dossier, region, number, fen, clause, asked_at) select gen_random_uuid(), id, region, ?, 2000000000, 'B24-5.5', created_at from made""",
                    number.equals("one") ? "HEALTH" : "ENGINEERING", applicant.person(), "2024-09-17T15:00:00+08:00", number);
        var query = "query($w: PaymentWhere) { paymentGroups(by: [], where: $w, having: {sum: {fen: {gt: 3000000000}}}) { groups { count } } }";
        assertEquals(List.of(Map.of("count", 2)), world.ask(applicant.caller(), query, Map.of()).at("data", "paymentGroups", "groups"));
        assertEquals(List.of(), world.ask(applicant.caller(), query, Map.of("w", Map.of("number", Map.of("eq", "one")))).at("data", "paymentGroups", "groups"));
    }

    @Test
    void the_key_of_a_root_is_the_same_in_either_case_of_letters() {
        var applicant = world.applicant();
        applicant.saveProfile("key", null, Map.of("retired", false));
        var auditor = world.account(null, applicant.employer(), "AUDITOR");
        world.bean(TrailRoots.class).make();
        var key = world.<String>value("select signer from trail_root limit 1");
        for (var written : List.of(key, key.toUpperCase(Locale.ROOT))) {
            var reply = world.ask(auditor, "query($k: String!) { trailRoots(first: 1, where: {key: {eq: $k}}) { nodes { key } } }", Map.of("k", written));
            assertEquals(List.of(Map.of("key", key)), reply.at("data", "trailRoots", "nodes"), () -> reply.body().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"contentHash", "factsHash"})
    void hashes_are_the_same_in_either_case_of_letters(String hash) {
        var applicant = world.applicant();
        var value = "ab".repeat(32);
        world.write("insert into notice_edition (region, year, edition, facts_hash, readings, first_pinned_at) values ('xianning', 2001, 1, ?, '{}', ?) on conflict do nothing", value, world.now());
        world.write("""
                insert into dossier (id, region, year, series, level, title, applicant, stage, stage_since, created_at, updated_at, submitted_at, receipt_at, snapshot_hash, edition, facts_hash)
                select gen_random_uuid(), 'xianning', 2001, 'HEALTH', 'INTERMEDIATE', '虚构', ?, 'SUBMITTED', at, at, at, at, at, decode(?, 'hex'), 1, ? from (select ?::timestamptz as at) at""",
                applicant.person(), value, value, "2024-09-17T15:00:00+08:00");
        for (var written : List.of(value, value.toUpperCase(Locale.ROOT)))
            for (var where : List.of(Map.of("eq", written), Map.of("in", List.of(written)))) {
                var reply = world.ask(applicant.caller(), "query($w: DossierWhere) { dossiers(where: $w) { nodes { factsHash contentHash } } }", Map.of("w", Map.of(hash, where)));
                assertEquals(List.of(Map.of("factsHash", value, "contentHash", value)), reply.at("data", "dossiers", "nodes"), () -> reply.body().toString());
            }
        var no = world.ask(applicant.caller(), "{ dossiers(where: {" + hash + ": {eq: \"xyz\"}}) { totalCount } }", Map.of());
        assertEquals("where." + hash + ".eq: «xyz» is not a hash in hex", no.at("errors", 0, "message"), () -> no.body().toString());
        for (var other : List.of("dossiers(where: {" + hash + ": {contains: \"ab\"}}) { totalCount }", "dossierGroups(by: [" + (hash.startsWith("f") ? "FACTS" : "CONTENT") + "_HASH]) { groups { count } }"))
            assertEquals("VALIDATION", world.ask(applicant.caller(), "{ " + other + " }", Map.of()).error(), other);
    }

    @Test
    void a_name_with_a_blank_in_it_is_told_how_names_are_written() {
        var reply = world.ask(bureau, "{ people(search: \"李　娜\") { totalCount } }", Map.of());
        assertEquals("BAD_INPUT", reply.error(), () -> reply.body().toString());
        assertEquals("search: «李　娜» is too short: a word of two characters at least; a name is written without a blank in it («李　娜» is two words of one character)", reply.at("errors", 0, "message"));
    }

    /** The same, in the same place and at the same price. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "HRSS_CITY | BAD_INPUT | { people(where: {identityNumber: {eq: '123'}}) { totalCount } }",
        "HRSS_CITY | BAD_INPUT | query($n: IdentityNumber = '123') { server { name } p: people(where: {identityNumber: {eq: $n}}) { totalCount } }",
        "EXPERT | FORBIDDEN | { people(where: {identityNumber: {eq: '123'}}) { totalCount } }",
        "HRSS_CITY | FORBIDDEN | { dossierStatistics(year: 2024) { countedTo } }",
        "SUPERVISOR | BAD_INPUT | { dossierStatistics(year: 2024, region: 'x') { countedTo } }",
        "SUPERVISOR | BAD_INPUT | query($r: String = 'x') { dossierStatistics(year: 2024, region: $r) { countedTo } }",
        "SUPERVISOR | BAD_INPUT | { dossierStatistics(year: -1) { countedTo } }",
        "SUPERVISOR | BAD_INPUT | query($y: Int = 9999) { dossierStatistics(year: $y, region: 'xianning') { countedTo } }",
        "HRSS_CITY | BAD_INPUT | { calendar(region: 'x', year: 2024) { __typename } }",
        "HRSS_CITY | BAD_INPUT | query($y: Int = 1999) { c: calendar(region: 'xianning', year: $y) { __typename } }",
        "HRSS_CITY | BAD_INPUT | query($r: [ID!] = ['nope']) { eligibility(regions: $r, person: {}, claim: {series: 'ENGINEERING', level: INTERMEDIATE}) { __typename } }",
        "APPLICANT | BAD_INPUT | { evaluation(dossier: 'x') { __typename } }",
        "APPLICANT | BAD_INPUT | { evaluation(dossier: 'x', at: '1999-01-01T00:00:00Z') { __typename } }",
        "APPLICANT | BAD_INPUT | { evaluation(dossier: '00000000-0000-4000-8000-000000000051', at: '1999-01-01T00:00:00Z') { __typename } }",
        "APPLICANT | BAD_INPUT | { eligibility(regions: ['bijie'], person: {answers: [{question: 'nope', value: '1'}]}, claim: {series: 'ENGINEERING', level: INTERMEDIATE}) { __typename } }",
        "APPLICANT | BAD_INPUT | { eligibility(regions: ['bijie', 'xianning'], person: {hours: [{year: 2023, total: 10000}]}, claim: {series: 'ENGINEERING', level: INTERMEDIATE}) { __typename } }",
        "APPLICANT | BAD_INPUT | { c: calendar(region: 'bijie', year: 2024) { w: windows(series: 'NOPE') { id } intakes(first: -1) { committee } closings(first: 101) { id } } }",
        "HRSS_CITY | FORBIDDEN | { pledge(dossier: 'x') { __typename } }",
        "APPLICANT | BAD_INPUT | { pledge(dossier: 'x') { __typename } }",
        "HRSS_CITY | FORBIDDEN | mutation { submitDossier(input: {key: 'k', dossier: 'x', version: 1}) { __typename } other: saveProfile(input: {key: 'k', facts: {}}) { __typename } }",
        "HRSS_CITY | BAD_INPUT | { d: dossiers(where: {title: {eq: null}}) { totalCount } }",
        "HRSS_CITY | | query($n: IdentityNumber = '42120219880501002X') { people(first: 1) { nodes { ...A ...B } } } fragment A on Person { dossiers(where: {applicant: {identityNumber: {eq: $n}}}) { totalCount } } fragment B on Person { dossiers(where: {applicant: {identityNumber: {eq: $n}}}) { nodes { id } } }",
        "HRSS_CITY | BAD_INPUT | { people { nodes { dossiers(first: 101) { totalCount } } } }"})
    void a_dry_run_tells_what_the_run_would(String role, String error, String query) {
        var asks = role.equals("APPLICANT") ? world.applicant().caller() : world.account(null, world.organisation("HRSS", "xianning"), role);
        var dry = world.send(asks, Json.text(Map.of("query", query.replace('\'', '"'), "extensions", Map.of("dryRun", true))));
        var run = world.ask(asks, query.replace('\'', '"'), Map.of());
        assertEquals(error, dry.error(), () -> dry.body().toString());
        assertEquals(run.<Object>at("errors"), dry.<Object>at("errors"));
        assertEquals(run.<Object>at("extensions", "cost"), dry.<Object>at("extensions", "cost"));
        assertTrue(dry.<Integer>at("extensions", "cost", "estimated") > 0);
    }

    /** GraphQL's own reading makes them infinite. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "dossierGroups.having.average.educationTenths.lt | { dossierGroups(by: [YEAR], having: {average: {educationTenths: {lt: 1e999}}}) { groups { count } } }",
        "dossierGroups.having.average.educationTenths.gt | { dossierGroups(by: [YEAR], having: {average: {educationTenths: {gt: -1e309}}}) { groups { count } } }",
        "dossierGroups.having.average.educationTenths.in[1] | { dossierGroups(by: [YEAR], having: {average: {educationTenths: {in: [1, 1e309]}}}) { groups { count } } }",
        "variables.n | query($n: Float = 1e999) { dossierGroups(by: [YEAR], having: {average: {educationTenths: {lt: $n}}}) { groups { count } } }",
        "dossiers.where.hours.average.tenths.gt | { dossiers(where: {hours: {average: {tenths: {gt: 1e999}}}}) { totalCount } }",
        "dossiers.where.applicant.dossiers.some.hours.average.tenths.gt | { dossiers(where: {applicant: {dossiers: {some: {hours: {average: {tenths: {gt: 1e999}}}}}}}) { totalCount } }",
        "eligibility.person.hours[0].total | { eligibility(person: {hours: [{year: 2023, total: 1e999}]}, claim: {series: 'ENGINEERING', level: INTERMEDIATE}) { __typename } }"})
    void a_number_that_is_too_large_is_a_mistake(String path, String written) {
        var query = written.replace('\'', '"');
        var run = world.ask(bureau, query, Map.of());
        assertEquals("VALIDATION", run.error(), () -> run.body().toString());
        assertTrue(run.<String>at("errors", 0, "message").startsWith(path + ": a value of the type Float is expected, a number from -1.7e308 to 1.7e308"), () -> run.body().toString());
        assertEquals(run.<Object>at("errors"), world.send(bureau, Json.text(Map.of("query", query, "extensions", Map.of("dryRun", true)))).<Object>at("errors"));
    }

    /** The library reads what a variable has where it is left out in a way of its own. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1, 19 | variables.n | query($n: Float = 1e99999999999) { __typename }", "1, 19 | variables.n | query($n: Float = 1e2147483650) { __typename }",
        "1, 22 | variables.n | query($n: [Float] = [-1e-2147483650]) { __typename }", "1, 79 | lt | { dossierGroups(by: [YEAR], having: {average: {educationTenths: {gt: 1e3, lt: 1e99999999999}}}) { groups { count } } }",
        "2, 67 | eq | # 1e99999999999; { type: dossiers(search: \"1e99999999999 \\\" 3\", where: {year: {eq: 1E999999999999}}) { totalCount } }"})
    void a_number_that_cannot_be_read_is_bad_input_where_it_stands(String location, String name, String query) {
        var reply = world.ask(Caller.PUBLIC, query.replace("; ", "\n"), Map.of());
        assertEquals("BAD_INPUT", reply.error());
        assertEquals(name + ": the exponent of a number is too large", reply.at("errors", 0, "message"));
        assertEquals(location, reply.at("errors", 0, "locations", 0, "line") + ", " + reply.at("errors", 0, "locations", 0, "column"));
    }

    /** Of the second half of a pair of surrogates the library looks at nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"{80000000}", "{FFFFFFFFFFFFFFFFFFFF}"})
    void a_character_that_cannot_be_read_is_no_syntax(String number) {
        for (var query : List.of("{ dossiers(search: \"\\uD83D\\u%s\") { totalCount } }", "query($s: String = \"\\uD83D\\u%s\") { dossiers(search: $s) { totalCount } }"))
            assertEquals("SYNTAX", world.ask(Caller.PUBLIC, query.formatted(number), Map.of()).error(), query);
    }

    /** As in the document. */
    @Test
    void in_a_variable_too() {
        var reply = world.send(bureau, "{\"query\":\"query($n: Float) { dossierGroups(by: [YEAR], having: {average: {educationTenths: {lt: $n}}}) { groups { count } } }\",\"variables\":{\"n\":1e400}}");
        assertEquals("VALIDATION", reply.error(), () -> reply.body().toString());
        assertEquals("variables.n: a value of the type Float is expected, a number from -1.7e308 to 1.7e308", reply.at("errors", 0, "message"));
    }

    @Test
    void nor_does_a_long_one_get_in() {
        for (var number : List.of("9".repeat(400), "-" + "9".repeat(400)))
            assertEquals("VALIDATION", world.ask(bureau, "{ dossierGroups(by: [YEAR], having: {average: {educationTenths: {lt: " + number + "}}}) { groups { count } } }", Map.of()).error());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{ dossiers { totalCount } }",
        "{ dossiers(where: {steps: {some: {dueAt: {isPast: true}}}}) { totalCount } }",
        "{ dossiers(first: 1) { nodes { publications(where: {until: {isPast: false}}) { totalCount } } } }",
        "{ dossierGroups(by: [YEAR], where: {submittedAt: {isPast: true}}) { groups { count } } }",
        "query($w: DossierWhere = {submittedAt: {isPast: true}}) { dossiers(where: $w) { totalCount } }"})
    void a_dry_run_of_what_is_right_tells_the_cost(String query) {
        var reply = world.send(bureau, Json.text(Map.of("query", query, "extensions", Map.of("dryRun", true))));
        assertNull(reply.error(), () -> reply.body().toString());
        assertNull(world.ask(bureau, query, Map.of()).error());
        assertTrue(reply.<Integer>at("extensions", "cost", "estimated") > 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{ people @skip(if: true) { totalCount } }",
        "{ people @include(if: false) { totalCount } server @skip(if: true) { name } }",
        "{ __typename @skip(if: true) }",
        "{ ... @skip(if: true) { people { totalCount } } }",
        "{ ...none @include(if: false) } fragment none on Query { people { totalCount } }",
        "query($s: Boolean = true) { people @skip(if: $s) { totalCount } }"})
    void nothing_is_left_of_a_query_and_the_answer_is_empty(String query) {
        var reply = world.ask(bureau, query, Map.of());
        assertNull(reply.error(), () -> reply.body().toString());
        assertEquals(Map.of(), reply.at("data"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "skip | query($n: Boolean = true) { people @skip(if: $n) { totalCount } }",
        "include | query($n: Boolean = true) { people { totalCount @include(if: $n) } }",
        "skip | query($n: Boolean = true) { server { name } ... @skip(if: $n) { people { totalCount } } }",
        "skip | query($n: Boolean = true) { server @skip(if: $n) { name } }"})
    void null_in_a_directive_is_no_truth(String directive, String query) {
        var reply = world.ask(bureau, query, Collections.singletonMap("n", null));
        assertEquals("BAD_INPUT", reply.error(), () -> reply.body().toString());
        assertTrue(reply.<String>at("errors", 0, "message").startsWith("@" + directive + "(if: $n): null is neither true nor false"), () -> reply.body().toString());
        assertNull(world.ask(bureau, query, Map.of("n", false)).error());
        assertNull(world.ask(bureau, query, Map.of()).error());
    }

    /** What is no filter knows nothing of absent values, nor of constraints. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "search | query($n: String) { dossiers(search: $n) { totalCount } }",
        "search | { dossiers(search: null) { totalCount } }",
        "orderBy | { dossiers(orderBy: null) { totalCount } }",
        "nodes.dossiers.orderBy | { people(first: 1) { nodes { dossiers(orderBy: null) { totalCount } } } }"})
    void null_for_what_is_no_filter_is_refused_in_its_own_words(String path, String query) {
        Map<String, Object> none = query.contains("$n") ? Collections.singletonMap("n", null) : Map.of();
        var dry = dryRun(bureau, query, none);
        assertEquals("BAD_INPUT", dry.error(), () -> dry.body().toString());
        assertEquals(path + ": null asks for nothing here; leave it out, or say what is wanted", dry.at("errors", 0, "message"));
        assertEquals(dry.<Object>at("errors"), world.ask(bureau, query, none).at("errors"));
    }

    /** Wherever it stands and whatever stands beside it: all are named, nothing of the request is executed, and a dry run says the same. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "dossier.id | query($n: ID = `00000000-0000-4000-8000-000000000001`) { dossier(id: $n) { id } }",
        "node.id | query($n: ID = `00000000-0000-4000-8000-000000000001`) { node(id: $n) { id } }",
        "committee.id | query($n: ID = `00000000-0000-4000-8000-000000000001`) { committee(id: $n) { id } }",
        "c.name c.number | query($n: String = `x`) { c: certificate(number: $n, name: $n) { title } }",
        "explainDossier.where | query($n: DossierWhere = {}) { explainDossier(id: `00000000-0000-4000-8000-000000000001`, where: $n) { holds } }",
        "dossiers.where.and[1] | query($n: DossierWhere = {}) { dossiers(where: {and: [{}, $n]}) { totalCount } }",
        "dossierGroups.by | query($n: [DossierDimension!] = [YEAR]) { dossierGroups(by: $n) { hasMore } }",
        "dossierGroups.by[0] | query($n: DossierDimension = YEAR) { dossierGroups(by: [$n]) { hasMore } }",
        "dossierGroups.orderBy | query($n: GroupOrder) { dossierGroups(by: [YEAR], orderBy: $n) { hasMore } }",
        "dossierGroups.first | query($n: Int) { dossierGroups(by: [YEAR], first: $n) { hasMore } }",
        "dossiers.orderBy[0].direction | query($n: OrderDirection = DESC) { dossiers(first: 1, orderBy: [{field: YEAR, direction: $n}]) { nodes { id } } }",
        "dossiers.orderBy[1].field | query($n: DossierOrderField = YEAR) { dossiers(first: 1, orderBy: [{field: STAGE}, {field: $n}]) { nodes { id } } }",
        "dossiers.orderBy[1].nulls | query($n: NullsOrder) { dossiers(first: 1, orderBy: [{field: YEAR}, {field: STAGE, nulls: $n}]) { nodes { id } } }",
        "people.nodes.dossiers.orderBy[0].direction | query($n: OrderDirection = ASC) { people(first: 1) { nodes { dossiers(orderBy: [{field: YEAR, direction: $n}]) { totalCount } } } }",
        "people.nodes.d.orderBy[0].field | query($n: DossierOrderField = YEAR) { people(first: 1) { nodes { d: dossiers(orderBy: [{field: $n}]) { totalCount } } } }",
        "people.nodes.dossiers.orderBy[0].nulls | query($n: NullsOrder) { people(first: 1) { nodes { dossiers(orderBy: [{field: YEAR, nulls: $n}]) { totalCount } } } }",
        "people.edges.node.dossiers.nodes.hours.orderBy[0].direction people.nodes.dossiers.orderBy[0].direction | query($n: OrderDirection = ASC) { people(first: 1) { ...p edges { node { dossiers(first: 1) { nodes { hours(orderBy: [{field: YEAR, direction: $n}]) { totalCount } } } } } } } fragment p on PersonConnection { nodes { dossiers(orderBy: [{field: YEAR, direction: $n}]) { totalCount } } }",
        "node.dossiers.orderBy[0].direction | query($n: OrderDirection = ASC) { node(id: `00000000-0000-4000-8000-000000000001`) { ... on Person { dossiers(orderBy: [{field: YEAR, direction: $n}]) { totalCount } } } }",
        "dossier.id | query($n: ID = `00000000-0000-4000-8000-000000000001`) { me { name } people { totalCount } dossier(id: $n) { id } }",
        "dossiers.orderBy[0].direction | query($n: OrderDirection = ASC) { me { name } server { name } people { nodes { id } } dossiers(orderBy: [{field: YEAR, direction: $n}]) { totalCount } }",
        "a.orderBy[0].direction b.orderBy[1].direction | query($n: OrderDirection = ASC) { b: people(orderBy: [{field: ID}, {field: NAME, direction: $n}]) { totalCount } a: dossiers(orderBy: [{field: YEAR, direction: $n}]) { totalCount } }",
        "eligibility.claim.series | query($n: ID = `ENGINEERING`) { eligibility(person: {}, claim: {series: $n, level: INTERMEDIATE}) { __typename } }",
        "c.region | query($n: ID = `bijie`) { me { name } c: calendar(region: $n, year: 2024) { at } }",
        "calendar.intakes.first | query($n: Int = 5) { calendar(region: `bijie`, year: 2024) { intakes(first: $n) { committee } } }",
        "logIn.input.account logIn.input.password | mutation($n: String = `nobody`) { logIn(input: {key: `0123456789abcdef0123456789abcdef`, account: $n, password: $n}) { findings { code } } }"})
    void a_null_that_may_not_be_is_named(String places, String written) {
        var query = written.replace('`', '"');
        var asks = query.startsWith("mutation") ? Caller.PUBLIC : bureau;
        var none = Collections.singletonMap("n", null);
        var run = world.ask(asks, query, none);
        var errors = run.<List<Map<String, Object>>>at("errors");
        assertEquals(Stream.of(places.split(" ")).map(place -> place + NULL).toList(), errors.stream().map(one -> one.get("message")).toList(), () -> run.body().toString());
        for (var error : errors) {
            assertEquals(Map.of("code", "BAD_INPUT"), error.get("extensions"));
            assertNull(error.get("path"), "a path is of keys in the answer");
            assertFalse(((List<?>) error.get("locations")).isEmpty());
        }
        assertFalse(run.body().containsKey("data"));
        assertEquals(errors, dryRun(asks, query, none).at("errors"));
        assertNull(world.ask(asks, query, Map.of()).error());
    }

    private static final String NULL = ": $n is null, and null is not allowed here; give it a value, or leave it out, and a default is taken";

    private static World.Reply dryRun(Caller asks, String query, Map<String, ?> variables) {
        return world.send(asks, Json.text(Map.of("query", query, "variables", variables, "extensions", Map.of("dryRun", true))));
    }

    @Test
    void in_the_order_of_whichever_list() {
        var lists = ReadFields.ROOTS.entrySet().stream().filter(root -> root.getValue() instanceof Root.Rows).map(Map.Entry::getKey).toList();
        assertTrue(lists.size() > 20, lists::toString);
        for (var list : lists) {
            var query = "query($n: OrderDirection = ASC) { server { name } " + list + "(orderBy: [{field: ID, direction: $n}]) { totalCount } }";
            for (var reply : List.of(world.ask(bureau, query, Collections.singletonMap("n", null)), dryRun(bureau, query, Collections.singletonMap("n", null))))
                assertEquals(list + ".orderBy[0].direction" + NULL, reply.at("errors", 0, "message"), () -> reply.body().toString());
        }
    }

    /** Nor one of another operation. */
    @ParameterizedTest
    @ValueSource(strings = {
        "query one($n: OrderDirection = ASC) { server { name } people(first: 1) { nodes { id dossiers(orderBy: [{field: YEAR, direction: $n}]) @skip(if: true) { totalCount } } } }",
        "query one($n: OrderDirection = ASC) { server { name } people(first: 1) { nodes { id } ... @include(if: false) { nodes { dossiers(orderBy: [{field: YEAR, direction: $n}]) { totalCount } } } } }",
        "query one($n: OrderDirection = ASC, $b: Boolean = false) { server { name } people(first: 1) { nodes { id } ...p @include(if: $b) } } fragment p on PersonConnection { nodes { dossiers(orderBy: [{field: YEAR, direction: $n}]) { totalCount } } }",
        "query one($n: Int) { server { name } people(first: $n) { totalCount } } query two($n: OrderDirection = ASC) { dossiers(orderBy: [{field: YEAR, direction: $n}]) { totalCount } }"})
    void a_null_in_what_is_not_asked_is_no_mistake(String query) {
        for (var isDry : List.of(false, true)) {
            var reply = world.send(bureau, Json.text(Map.of("query", query, "operationName", "one", "variables", Collections.singletonMap("n", null), "extensions", Map.of("dryRun", isDry))));
            assertNull(reply.error(), () -> reply.body().toString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "two.input.key | mutation($n: String = `%s`) { one: saveProfile(input: {key: `%s`, facts: {retired: false}}) { findings { code } } two: saveProfile(input: {key: $n, version: 1, facts: {retired: true}}) { findings { code } } }",
        "two.dossier.hours.orderBy[0].direction | mutation($n: OrderDirection = ASC) { one: saveProfile(input: {key: `%s`, facts: {retired: false}}) { findings { code } } two: composeDossier(input: {key: `%s`, region: `xianning`, year: 2024, claim: {series: `ENGINEERING`, level: INTERMEDIATE}}) { dossier { hours(orderBy: [{field: YEAR, direction: $n}]) { totalCount } } findings { code } } }"})
    void of_acts_the_first_is_not_performed_either(String place, String written) {
        var query = written.formatted(Applicant.key(), Applicant.key()).replace('`', '"');
        var applicant = world.applicant();
        var none = Collections.singletonMap("n", null);
        var run = world.ask(applicant.caller(), query, none);
        assertEquals(List.of(place + NULL), run.<List<Map<String, Object>>>at("errors").stream().map(one -> one.get("message")).toList(), () -> run.body().toString());
        assertEquals(run.<Object>at("errors"), dryRun(applicant.caller(), query, none).at("errors"));
        assertEquals(0L, world.<Long>value("select count(*) from idempotency where account = ?", applicant.caller().account()));
        assertNull(world.ask(applicant.caller(), query, Map.of()).error());
        assertEquals(2L, world.<Long>value("select count(*) from idempotency where account = ?", applicant.caller().account()));
    }

    private static final String NO_ID = " is not an id (expected e.g. 00000000-0000-4000-8000-000000000001)";

    /** Of whichever act, and beside what is wrong with its payload. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "pickAchievements.input.achievements[1]: «y» pickAchievements.input.dossier: «x» | mutation { pickAchievements(input: {key: `%1$s`, dossier: `x`, version: 1, achievements: [`00000000-0000-4000-8000-000000000001`, `y`]}) { findings { code } } }",
        "p.input.achievements[0]: «7» p.input.dossier: «x» | mutation($d: ID! = `x`) { p: pickAchievements(input: {key: `%1$s`, dossier: $d, version: 1, achievements: 7}) { findings { code } } }",
        "p.input.achievements[0]: «x» p.input.achievements[1]: «y» p.input.dossier: «1-1-1-1-1» | mutation($i: PickAchievementsInput! = {key: `%1$s`, dossier: `1-1-1-1-1`, version: 1, achievements: [`x`, `y`]}) { p: pickAchievements(input: $i) { findings { code } } }",
        "b.input.achievement: «x» c.input.dossier: «» | mutation { a: saveProfile(input: {key: `%1$s`, facts: {retired: false}}) { findings { code } } b: removeAchievement(input: {key: `%2$s`, achievement: `x`, version: 1}) { findings { code } } c: submitDossier(input: {key: `%3$s`, dossier: ``, version: 1}) { findings { code } } }"})
    void an_id_that_is_none_is_named_where_it_stands_and_nothing_is_done(String places, String written) {
        var query = written.formatted(Applicant.key(), Applicant.key(), Applicant.key()).replace('`', '"');
        var applicant = world.applicant();
        var run = world.ask(applicant.caller(), query, Map.of());
        assertEquals(Stream.of(places.split(" (?=\\w)")).map(place -> place + NO_ID).toList(), run.<List<Map<String, Object>>>at("errors").stream().map(one -> one.get("message")).toList(), () -> run.body().toString());
        assertEquals("BAD_INPUT", run.error());
        assertFalse(run.body().containsKey("data"));
        assertEquals(run.<Object>at("errors"), dryRun(applicant.caller(), query, Map.of()).at("errors"));
        assertEquals(0L, world.<Long>value("select count(*) from idempotency where account = ?", applicant.caller().account()));
    }

    @Test
    void what_is_told_in_two_ways_is_said_beside_ids_and_payloads() {
        var applicant = world.applicant();
        var query = """
                mutation { a: saveProfile(input: {key: "%s", facts: {retired: false}}) { findings { code } }
                  b: editDossier(input: {key: "%s", dossier: "x", version: 1, facts: {retired: true}, fromProfile: true}) { dossier { hours(first: 101) { totalCount } } } }""".formatted(Applicant.key(), Applicant.key());
        for (var reply : List.of(world.ask(applicant.caller(), query, Map.of()), dryRun(applicant.caller(), query, Map.of())))
            assertEquals(List.of("b.dossier.hours.first: 101 is not from 0 to 100", "b.input.dossier: «x»" + NO_ID, "b.input.facts: it and fromProfile exclude one another"),
                    reply.<List<Map<String, Object>>>at("errors").stream().map(one -> one.get("message")).toList(), () -> reply.body().toString());
        assertEquals(0L, world.<Long>value("select count(*) from idempotency where account = ?", applicant.caller().account()));
    }

    /** In its place, beside what else is wrong with the arguments. */
    @Test
    void what_is_computed_names_the_argument_too() {
        var reply = world.ask(world.applicant().caller(), "{ pledge(dossier: \"x\") { __typename } evaluation(dossier: \"y\", at: \"1999-01-01T00:00:00Z\") { __typename } }", Map.of());
        assertEquals(List.of("pledge dossier: «x»" + NO_ID, "evaluation at: 1999-01-01T08:00:00+08:00 is outside the years 2000 to 2099", "evaluation dossier: «y»" + NO_ID),
                reply.<List<Map<String, Object>>>at("errors").stream().map(one -> ((List<?>) one.get("path")).getFirst() + " " + one.get("message")).toList(), () -> reply.body().toString());
    }

    /** What the schema does not call a name is a UUID, and the other way round. */
    @Test
    void so_it_is_in_every_act_there_is() {
        var acts = Schema.of(new SdlFiles().all(), List.copyOf(world.beans(Wires.class))).getMutationType().getFieldDefinitions();
        var looked = 0;
        for (var act : acts) {
            var role = RoleCheck.asked(act).stream().map(Enum::name).sorted().toList().getFirst();
            var caller = switch (role) {
                case "PUBLIC" -> Caller.PUBLIC;
                case "APPLICANT" -> world.applicant().caller();
                default -> world.account(null, world.organisation("HRSS", "xianning"), role);
            };
            var places = new ArrayList<String>();
            var input = act.getArgument("input");
            var query = "mutation($input: %s) { %s(input: $input) { __typename } }".formatted(GraphQLTypeUtil.simplePrint(input.getType()), act.getName());
            var wrong = Map.of("input", given(input, input.getType(), "x", act.getName() + ".input", places));
            var right = Map.of("input", given(input, input.getType(), UUID.randomUUID().toString(), "", new ArrayList<>()));
            looked += places.size();
            var errors = world.ask(caller, query, wrong).<List<Map<String, Object>>>at("errors");
            if (!places.isEmpty()) assertEquals(places.stream().map(place -> place + ": «x»" + NO_ID).sorted(Comparator.comparing(BadInput::order)).toList(), errors.stream().map(one -> one.get("message")).toList(), act::getName);
            assertEquals(errors, dryRun(caller, query, wrong).at("errors"), act::getName);
            if (!places.isEmpty()) assertNull(world.ask(caller, query, right).error(), act::getName);
        }
        assertTrue(looked > 60, () -> "" + acts);
    }

    /** What has to be given, and every ID. @param places of those that are no names */
    private static Object given(GraphQLInputValueDefinition of, GraphQLType wanted, String id, String place, List<String> places) {
        return switch (GraphQLTypeUtil.unwrapNonNull(wanted)) {
            case GraphQLList list -> IntStream.range(0, 2).mapToObj(entry -> given(of, list.getWrappedType(), id, place + "[" + entry + "]", places)).toList();
            case GraphQLInputObjectType type -> type.getFields().stream().filter(field -> GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue() || hasIds(field))
                    .collect(Collectors.toMap(GraphQLInputObjectField::getName, field -> field.getName().equals("key") ? Applicant.key() : given(field, field.getType(), id, place + "." + field.getName(), places)));
            case GraphQLEnumType words -> words.getValues().getFirst().getName();
            case GraphQLScalarType scalar -> switch (scalar.getName()) {
                case "ID" -> {
                    if (of.hasAppliedDirective("named")) yield "x";
                    places.add(place);
                    yield id;
                }
                case "Int", "Float" -> 1;
                case "Boolean" -> true;
                case "Date" -> "2024-01-01";
                case "DateTime" -> "2024-01-01T00:00:00+08:00";
                case "URL" -> "https://example.org/";
                default -> "x";
            };
            default -> throw new IllegalStateException(wanted.toString());
        };
    }

    private static boolean hasIds(GraphQLInputValueDefinition field) {
        return switch (GraphQLTypeUtil.unwrapAll(field.getType())) {
            case GraphQLInputObjectType type -> type.getFields().stream().anyMatch(AskedByClientsTest::hasIds);
            case GraphQLNamedType type -> type.getName().equals("ID");
        };
    }
}
