package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plug.Quiet;
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.eligibility.Somewhere;
import zhicheng.server.read.Noun;
import zhicheng.server.read.Nouns;
import zhicheng.server.region.Regions;
import zhicheng.spi.Calendar;
import zhicheng.spi.Channel;
import zhicheng.spi.Clause;
import zhicheng.spi.Edition;
import zhicheng.spi.Region;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/** A query over all regions is told where a field of a dossier, or what is no dossier, has no meaning, in the words of the regions that are there. */
@Tag("database")
class NotHereTest {
    private static World world;
    private static Caller bureau;
    private static Bare asksForNothing;

    @BeforeAll
    static void start() {
        world = World.at("2024-09-18T10:00:00+08:00");
        bureau = world.account(null, world.organisation("HRSS", "xianning"), "HRSS_CITY");
        asksForNothing = new Bare(Regions.of(List.of(saying(Set.of("publications", "payment", "posts", "nominations", "transfer", "reuse"), Said.notAsked(NONE)))));
    }

    @AfterAll
    static void stop() {
        asksForNothing.close();
        world.close();
    }

    private static List<Map<String, Object>> notes(String query, Map<String, ?> variables) {
        var reply = world.ask(bureau, query, variables);
        assertNull(reply.error(), () -> reply.body().toString());
        assertFalse(reply.body().get("data") == null);
        List<Map<String, Object>> notes = reply.at("extensions", "notApplicable");
        return notes == null ? List.of() : notes;
    }

    /** {@code testPasses bijie/2023}, one after the other. */
    private static String said(String query, Map<String, ?> variables) {
        return notes(query, variables).stream().map(note -> note.get("field").toString().replace("Dossier.", "") + " " + note.get("region") + "/" + note.get("year"))
                .collect(Collectors.joining(", "));
    }

    private static final String TESTS = "testPasses bijie/2023, testPasses bijie/2024, testPasses jiayuguan/2024";

    @Test
    void a_region_says_itself_that_it_asks_for_no_such_thing() {
        var notes = notes("{ dossiers { nodes { testPasses { totalCount } } } }", Map.of());
        var bijie = notes.stream().filter(note -> note.get("region").equals("bijie") && note.get("year").equals(2024)).toList();
        assertEquals("[毕人社通〔2024〕42号未要求水平能力测试]", bijie.stream().map(note -> ((Map<?, ?>) note.get("says")).get("zh")).toList().toString());
        assertTrue(bijie.getFirst().containsKey("clause") && bijie.getFirst().get("clause") == null);
    }

    /** However a query comes to a field. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { dossiers { nodes { id testPasses { totalCount } } } }                                                | tests
            { dossiers { edges { node { ... on Dossier { t: testPasses { totalCount } } } } } }                     | tests
            { dossiers(where: {or: [{not: {testPasses: {some: {}}}}]}) { totalCount } }                              | tests
            { people { nodes { dossiers { nodes { testPasses { totalCount } } } } } }                               | tests
            { people(where: {dossiers: {some: {testPasses: {count: {gt: 0}}}}}) { totalCount } }                    | tests
            { node(id: "00000000-0000-4000-8000-000000000051") { ... on Dossier { testPasses { totalCount } } } }   | tests
            { dossier(id: "00000000-0000-4000-8000-000000000051") { testPasses { totalCount } } }                   | tests
            { explainDossier(id: "00000000-0000-4000-8000-000000000051", where: {testPasses: {some: {}}}) { holds } } | tests
            { server { name } dossiers { nodes { testPasses { totalCount } } } }                                    | tests
            { dossiers(orderBy: [{field: EDUCATION_TENTHS}]) { totalCount } }                                       | ``
            { dossierGroups(by: [CATEGORY]) { groups { count } } }                                                  | ``
            { dossierGroups(by: []) { groups { sum { educationTenths } } } }                                        | ``
            { dossierGroups(by: [], having: {max: {educationTenths: {gt: 0}}}) { groups { count } } }               | ``
            { dossiers { nodes { windowUntil minutesBeforeClose } } }                                               | ``
            { dossiers { nodes { id title stage channel } } }                                                       | ``
            { dossiers { nodes { testPasses @skip(if: true) { totalCount } id } } }                                 | ``
            { server { name } }                                                                                     | ``""")
    void by_selection_filter_order_group_and_explanation(String query, String expected) {
        assertEquals(expected.equals("tests") ? TESTS : expected, said(query, Map.of()));
        assertEquals(expected.equals("tests") ? TESTS : expected, said(query, Map.of()), "and again, ready made");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {region: {eq: "xianning"}}                                | ``
            {region: {eq: "bijie"}}                                   | testPasses bijie/2023, testPasses bijie/2024
            {region: {eq: "bijie"}, year: {in: [2024, 2025]}}         | testPasses bijie/2024
            {region: {in: ["jiayuguan", "xianning"]}}                 | testPasses jiayuguan/2024
            {year: {eq: 2023}}                                        | testPasses bijie/2023
            {region: {in: []}}                                        | ``
            {region: {neq: "bijie"}}                                  | testPasses jiayuguan/2024
            {region: {notIn: ["bijie", "jiayuguan"]}}                 | ``
            {region: {startsWith: "xian"}}                            | tests
            {region: {isNull: true}}                                  | ``
            {year: {lt: 2024}}                                        | testPasses bijie/2023
            {year: {gte: 2023, lte: 2023}}                            | testPasses bijie/2023
            {year: {gt: 2023}, region: {eq: "bijie"}}                 | testPasses bijie/2024
            {not: {region: {eq: "xianning"}}}                         | tests
            {not: {region: {in: ["bijie", "xianning"]}}}              | testPasses jiayuguan/2024
            {not: {region: {eq: "bijie"}, year: {eq: 2023}}}          | testPasses bijie/2024, testPasses jiayuguan/2024
            {not: {region: {eq: "bijie"}, stage: {eq: DRAFT}}}        | tests
            {and: [{region: {eq: "bijie"}}, {year: {eq: 2024}}]}      | testPasses bijie/2024
            {and: [{and: [{region: {eq: "bijie"}}]}], stage: {eq: DRAFT}} | testPasses bijie/2023, testPasses bijie/2024
            {and: []}                                                 | tests
            {or: []}                                                  | ``
            {or: [{region: {eq: "xianning"}}]}                        | ``
            {or: [{region: {eq: "xianning"}}, {region: {eq: "jiayuguan"}}]} | testPasses jiayuguan/2024
            {or: [{region: {eq: "bijie"}, year: {eq: 2023}}, {and: [{region: {eq: "bijie"}}, {year: {eq: 2024}}]}]} | testPasses bijie/2023, testPasses bijie/2024
            {or: [{region: {eq: "xianning"}}, {stage: {eq: DRAFT}}]}  | tests
            {employer: {region: {eq: "xianning"}}}                    | tests""")
    void what_where_keeps_away_is_not_spoken_of(String where, String expected) {
        assertEquals(expected.equals("tests") ? TESTS : expected, said("{ dossiers(where: " + where + ") { nodes { testPasses { totalCount } } } }", Map.of()));
    }

    /** The query is made ready once, what it is told hangs on each request's values. */
    @Test
    void values_of_variables_count_as_if_they_were_written() {
        var query = "query($region: String, $years: [Int!]) { dossiers(where: {region: {eq: $region}, year: {in: $years}}) { nodes { testPasses { totalCount } } } }";
        assertEquals("testPasses bijie/2023", said(query, Map.of("region", "bijie", "years", List.of(2023))));
        assertEquals("testPasses jiayuguan/2024", said(query, Map.of("region", "jiayuguan", "years", List.of(2023, 2024))));
        assertEquals("", said(query, Map.of("region", "xianning", "years", List.of(2024))));
        var whole = "query($where: DossierWhere) { dossiers(where: $where) { nodes { testPasses { totalCount } } } }";
        assertEquals("testPasses bijie/2023", said(whole, Map.of("where", Map.of("region", Map.of("eq", "bijie"), "year", Map.of("eq", 2023)))));
        assertEquals("", said(whole, Map.of("where", Map.of("region", Map.of("eq", "xianning")))));
    }

    /** What is said of a dossier, wherever it is said, and of no other one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { people { nodes { dossiers(where: {region: {eq: "bijie"}, year: {eq: 2024}}) { nodes { testPasses { totalCount } } } } } }                          | testPasses bijie/2024
            { dossiers(where: {region: {eq: "xianning"}}) { nodes { applicant { dossiers { nodes { testPasses { totalCount } } } } } } }                         | tests
            { dossiers(where: {region: {eq: "xianning"}}) { nodes { titles { nodes { dossier { testPasses { totalCount } } } } } } }                             | ``
            { dossiers(where: {region: {eq: "bijie"}}) { nodes { certificates { nodes { dossier { testPasses { totalCount } } } } } } }                          | testPasses bijie/2023, testPasses bijie/2024
            { dossiers { nodes { titles(where: {dossier: {year: {eq: 2023}}}) { nodes { dossier { testPasses { totalCount } } } } } } }                           | testPasses bijie/2023
            { dossiers(where: {region: {eq: "bijie"}}) { nodes { trail { nodes { dossier { testPasses { totalCount } } } } } } }                                 | testPasses bijie/2023, testPasses bijie/2024
            { dossiers(where: {region: {eq: "bijie"}}, first: 2) { nodes { titles(first: 2) { nodes { dossier { applicant { dossiers { nodes { testPasses { totalCount } } } } } } } } } } | tests
            { certificates(where: {dossier: {region: {eq: "bijie"}, year: {eq: 2023}}}) { nodes { dossier { testPasses { totalCount } } } } }                    | testPasses bijie/2023
            { certificates(where: {region: {eq: "bijie"}}) { nodes { dossier { testPasses { totalCount } } } } }                                                | tests
            { certificates(where: {not: {dossier: {region: {eq: "bijie"}}}}) { nodes { dossier { testPasses { totalCount } } } } }                               | testPasses jiayuguan/2024
            { certificates(where: {or: [{dossier: {region: {eq: "bijie"}}}, {revokedAt: {isNull: true}}]}) { nodes { dossier { testPasses { totalCount } } } } } | tests
            { certificates(where: {dossier: {region: {eq: "jiayuguan"}, testPasses: {some: {}}}}) { totalCount }}                                                | testPasses jiayuguan/2024
            { certificates(where: {dossier: {region: {eq: "bijie"}}}, orderBy: [{field: DOSSIER_EDUCATION_TENTHS}]) { totalCount }}                              | ``
            { people(where: {dossiers: {some: {region: {eq: "jiayuguan"}, testPasses: {some: {}}}}}) { totalCount } }                                            | testPasses jiayuguan/2024
            { people(where: {dossiers: {every: {or: [{region: {neq: "jiayuguan"}}, {testPasses: {some: {}}}]}}}) { totalCount } }                                | tests
            { people(where: {dossiers: {every: {region: {eq: "jiayuguan"}, testPasses: {some: {}}}}}) { totalCount } }                                           | testPasses jiayuguan/2024
            { people(where: {dossiers: {where: {region: {eq: "jiayuguan"}}, sum: {educationTenths: {gt: 0}}}}) { totalCount } }                                  | ``
            { dossiers(where: {or: [{region: {eq: "xianning"}, testPasses: {some: {}}}, {region: {eq: "bijie"}}]}) { totalCount } }                              | ``
            { dossiers(where: {not: {region: {eq: "bijie"}, testPasses: {some: {}}}}) { totalCount } }                                                           | testPasses bijie/2023, testPasses bijie/2024""")
    void what_is_said_of_a_dossier_through_relations_counts(String query, String expected) {
        assertEquals(expected.equals("tests") ? TESTS : expected, said(query, Map.of()));
    }

    /** Each part is held against the dossier by itself. */
    @Test
    void an_explanation_of_one_dossier_is_narrowed_by_nothing() {
        assertEquals(TESTS, said("{ explainDossier(id: \"00000000-0000-4000-8000-000000000051\", where: {region: {eq: \"xianning\"}, testPasses: {some: {}}}) { holds } }", Map.of()));
    }

    /** Against what the editions say, whatever they are: who asks for none is named, and nobody who asks, is silent or leaves it to another body. */
    @Test
    void every_edition_that_asks_for_no_such_thing_is_spoken_of() {
        var regions = world.bean(Regions.class);
        var notAsked = new TreeSet<String>();
        var others = new ArrayList<Class<?>>();
        for (var region : regions.all())
            for (var loaded : regions.editions(region.id()))
                for (var one : Map.<String, Said<?>>of("testPasses", loaded.edition().capabilityTest(), "channel", loaded.edition().channels(), "category", loaded.edition().categories(),
                        "hours", loaded.edition().continuingEducation(), "windowUntil", loaded.edition().calendar()).entrySet()) {
                    if (one.getValue() instanceof Said.NotAsked<?>) notAsked.add(one.getKey() + " " + region.id() + "/" + loaded.year());
                    else others.add(one.getValue().getClass());
                }
        assertTrue(notAsked.size() >= 3 && others.containsAll(List.of(Said.Says.class, Said.NotSaid.class, Said.AnnouncedElsewhere.class)), notAsked + " " + others);
        assertEquals(notAsked, new TreeSet<>(List.of(said("{ dossiers { nodes { testPasses { totalCount } channel category hours { totalCount } windowUntil } } }", Map.of()).split(", "))));
    }

    /** X24-6.3 recognises hours and J24-1a wants continuing education done: that they name no number takes no meaning from hours. */
    @Test
    void hours_mean_something_where_a_notice_names_no_number() {
        assertEquals("", said("{ dossiers(where: {hours: {some: {}}}) { totalCount nodes { educationTenths } } }", Map.of()));
    }

    /** A region that asks for no channel and knows no window. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{ dossiers(orderBy: [{field: CHANNEL}]) { totalCount } }                        | Dossier.channel",
        "{ dossierGroups(by: [CHANNEL]) { groups { count } } }                           | Dossier.channel",
        "{ dossiers(where: {windowUntil: {isNull: false}}) { totalCount } }              | Dossier.windowUntil",
        "{ dossierGroups(by: []) { groups { sum { minutesBeforeClose } } } }             | Dossier.minutesBeforeClose",
        "{ dossierGroups(by: [], having: {max: {minutesBeforeClose: {gt: 0}}}) { hasMore } } | Dossier.minutesBeforeClose"})
    void by_order_group_and_sum(String query, String field) {
        assertEquals(List.of(field), shown(query, Said.notAsked(NONE), Said.notAsked(NONE)));
        assertEquals(List.of(), shown(query, Said.notSaid(NONE), Said.notSaid(NONE)));
        assertEquals(List.of(), shown(query, Said.elsewhere(CLAUSE, NONE, null), Said.elsewhere(CLAUSE, NONE, null)));
    }

    private static final Text NONE = Text.of("不要求", "none is asked for");
    private static final Clause CLAUSE = Clause.of("SO24-1");

    private static List<Object> shown(String query, Said<Calendar> calendar, Said<List<Channel>> channels) {
        return shown(query, new Somewhere(calendar, channels, List.of()));
    }

    private static List<Object> shown(String query, Region region) {
        try (var bare = new Bare(Regions.of(List.of(region)))) {
            return shown(query, bare);
        }
    }

    private static List<Object> shown(String query, Bare bare) {
        var reply = bare.ask(query, Map.of());
        assertInstanceOf(Reply.Written.class, reply, () -> Bare.said(reply));
        return shown(reply);
    }

    private static List<Object> shown(Reply reply) {
        var notes = (List<?>) reply.extensions().getOrDefault("notApplicable", List.of());
        return notes.stream().<Object>map(note -> ((Map<?, ?>) note).get("field")).toList();
    }

    /** Whether the value comes inline or in a variable. */
    @Test
    void it_is_said_also_beside_a_value_that_cannot_be() {
        var query = "query($id: ID = \"x\") { a: dossier(id: %s) { id } payments { totalCount } }";
        for (var reply : List.of(asksForNothing.ask(query.substring(query.indexOf('{')).formatted("\"x\""), Map.of()), asksForNothing.ask(query.formatted("$id"), Map.of()), asksForNothing.ask(query.formatted("$id"), Map.of("id", "x")),
                asksForNothing.dryRun(query.formatted("$id"), Map.of()))) {
            assertTrue(Bare.said(reply).contains("code=" + Codes.BAD_INPUT), () -> Bare.said(reply));
            assertEquals(List.of("Query.payments"), shown(reply));
            assertTrue(reply.extensions().containsKey("cost"));
        }
    }

    /** Somewhere, whose edition of 2024 says this of some concerns, and of the others nothing. */
    private static Region saying(Set<String> concerns, Said<?> said) {
        var somewhere = new Somewhere(Quiet.silent(), Quiet.silent(), List.of());
        var quiet = somewhere.editions(null).getFirst();
        var edition = (Edition) Proxy.newProxyInstance(Edition.class.getClassLoader(), new Class<?>[] {Edition.class},
                (_, method, arguments) -> concerns.contains(method.getName()) ? said : method.invoke(quiet, arguments));
        return (Region) Proxy.newProxyInstance(Region.class.getClassLoader(), new Class<?>[] {Region.class},
                (_, method, arguments) -> method.getName().equals("editions") ? List.of(edition) : method.invoke(somewhere, arguments));
    }

    private static final String OF_DOSSIERS = """
            { dossiers { nodes { channel category educationTenths windowUntil minutesBeforeClose testPasses { totalCount } hours { totalCount } returns { totalCount } marks { nodes { returned { id } } }
              publications { nodes { objections { totalCount } } } objections { totalCount } payments { totalCount } posts { totalCount } nominations { totalCount } } } }""";
    private static final String OF_OTHERS = """
            { people(first: 1) { nodes { transfers(first: 1) { nodes { spent { totalCount } } } achievements(first: 1) { nodes { spentBy { totalCount } } } } } organisations { nodes { nominators { totalCount } } }
              payments { totalCount } postCounts { totalCount } nominators { totalCount } nominations { totalCount } entrustments { totalCount } titleTransfers { totalCount } publications { totalCount } }""";

    /** Each concern that an edition asks for nothing of takes the meaning from what is named here, and from nothing else. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            calendar            | Dossier.minutesBeforeClose Dossier.windowUntil                         | ``
            channels            | Dossier.channel                                                        | ``
            categories          | Dossier.category                                                       | ``
            capabilityTest      | Dossier.testPasses                                                     | ``
            continuingEducation | Dossier.educationTenths Dossier.hours                                  | ``
            returns             | Dossier.returns DossierMark.returned                                   | ``
            publications        | Dossier.objections Dossier.publications UnitPublication.objections     | Query.publications
            payment             | Dossier.payments                                                       | Query.payments
            posts               | Dossier.posts                                                          | Query.postCounts
            nominations         | Dossier.nominations                                                    | Organisation.nominators Query.nominations Query.nominators
            entrustment         | ``                                                                     | Query.entrustments
            transfer            | ``                                                                     | Person.transfers Query.titleTransfers
            reuse               | ``                                                                     | Achievement.spentBy TitleTransfer.spent
            yearsOfService      | ``                                                                     | ``
            pledge              | ``                                                                     | ``""")
    void what_an_edition_asks_for_nothing_of_has_no_meaning(String concern, String ofDossiers, String ofOthers) {
        try (var bare = new Bare(Regions.of(List.of(saying(Set.of(concern), Said.notAsked(NONE)))))) {
            for (var asked : Map.of(OF_DOSSIERS, ofDossiers, OF_OTHERS, ofOthers).entrySet())
                assertEquals(asked.getValue(), shown(asked.getKey(), bare).stream().map(Object::toString).collect(Collectors.joining(" ")));
        }
    }

    /** By what rows lead to, and by sums of what is below them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "channels            | { certificates(orderBy: [{field: DOSSIER_CHANNEL}]) { totalCount } }                       | Dossier.channel",
        "channels            | { publicationGroups(by: [DOSSIER_CHANNEL]) { groups { count } } }                          | Dossier.channel",
        "returns             | { marks(orderBy: [{field: RETURNED_AT}]) { totalCount } }                                  | DossierMark.returned",
        "publications        | { objections(orderBy: [{field: PUBLICATION_UNTIL}]) { totalCount } }                       | Objection.publication Query.objections",
        "continuingEducation | { people(where: {dossiers: {sum: {educationTenths: {gte: 900}}}}) { totalCount } }         | Dossier.educationTenths",
        "publications        | { people(where: {dossiers: {sum: {educationTenths: {gte: 900}}}}) { totalCount } }         | ''"})
    void by_what_rows_lead_to_and_by_sums_of_what_is_below(String concern, String query, String expected) {
        assertEquals(expected, shown(query, saying(Set.of(concern), Said.notAsked(NONE))).stream().map(Object::toString).collect(Collectors.joining(" ")));
    }

    @Test
    void what_an_edition_is_silent_on_or_leaves_to_others_has_its_meaning() {
        var concerns = Set.of("calendar", "channels", "categories", "capabilityTest", "continuingEducation", "returns", "publications", "payment", "posts", "nominations", "entrustment", "transfer", "reuse");
        for (var said : List.of(Said.notSaid(NONE), Said.elsewhere(CLAUSE, NONE, null)))
            try (var bare = new Bare(Regions.of(List.of(saying(concerns, said))))) {
                for (var query : List.of(OF_DOSSIERS, OF_OTHERS)) assertEquals(List.of(), shown(query, bare));
            }
    }

    /** Of what is no dossier by its own region and year, and by those of the dossier that it belongs to, as far as it is sure to belong to one that is seen. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { payments(where: {region: {eq: "somewhere"}}) { totalCount } }                                              | Query.payments
            { payments(where: {region: {eq: "elsewhere"}}) { totalCount } }                                              | ``
            { payments(where: {dossier: {year: {eq: 2024}}}) { totalCount } }                                            | Query.payments
            { payments(where: {dossier: {year: {eq: 2023}}}) { totalCount } }                                            | ``
            { payments(where: {not: {dossier: {region: {eq: "somewhere"}}}}) { totalCount } }                            | Query.payments
            { postCounts(where: {year: {eq: 2023}}) { totalCount } }                                                     | ``
            { postCounts(where: {organisation: {region: {eq: "elsewhere"}}}) { totalCount } }                            | Query.postCounts
            { nominationGroups(by: []) { groups { count } } }                                                            | Query.nominationGroups
            { nominationGroups(by: [], where: {region: {eq: "elsewhere"}}) { groups { count } } }                        | ``
            { nominations(where: {not: {dossier: {region: {eq: "somewhere"}}}}) { totalCount } }                         | ``
            { dossiers(where: {payments: {none: {}}}) { totalCount } }                                                   | Dossier.payments
            { dossiers(where: {year: {eq: 2023}, payments: {none: {}}}) { totalCount } }                                 | ``
            { dossiers(where: {posts: {count: {eq: 0}}}) { totalCount } }                                                | Dossier.posts
            { dossiers(where: {posts: {some: {year: {eq: 2023}}}}) { totalCount } }                                      | Dossier.posts
            { dossiers(where: {region: {eq: "elsewhere"}}) { nodes { payments { totalCount } } } }                       | ``
            { dossiers(where: {region: {eq: "elsewhere"}}) { nodes { publications { nodes { objections { totalCount } } } } } } | ``
            { people(where: {region: {eq: "elsewhere"}}) { nodes { transfers { totalCount } } } }                        | Person.transfers
            { people { nodes { transfers(where: {region: {eq: "elsewhere"}}) { nodes { spent { totalCount } } } } } }    | ``
            { organisations(where: {nominators: {some: {region: {eq: "elsewhere"}}}}) { totalCount } }                   | ``
            { organisations(where: {nominators: {some: {lostAt: {isNull: true}}}}) { totalCount } }                      | Organisation.nominators
            { explainDossier(id: "00000000-0000-4000-8000-000000000051", where: {year: {eq: 2023}, payments: {some: {}}}) { holds } } | Dossier.payments""")
    void what_is_no_dossier_is_of_a_region_too(String query, String expected) {
        assertEquals(expected, shown(query, asksForNothing).stream().map(Object::toString).collect(Collectors.joining(" ")));
    }

    /** What has a meaning everywhere: a new field of a dossier, and a new noun, is written here, or in {@link NotHere#CONCERNS} with what gives it its meaning. */
    private static final Set<String> EVERYWHERE = Set.of("Dossier.id", "Dossier.region", "Dossier.year", "Dossier.series", "Dossier.specialty", "Dossier.level", "Dossier.title", "Dossier.stage", "Dossier.stageSince",
            "Dossier.workSince", "Dossier.version", "Dossier.createdAt", "Dossier.updatedAt", "Dossier.submittedAt", "Dossier.receiptAt", "Dossier.contentHash", "Dossier.edition", "Dossier.factsHash",
            "Dossier.intakeAt", "Dossier.withdrawnAt", "Dossier.deletedAt", "Dossier.endedReason", "Dossier.endedClauseId",
            "Organisation", "Person", "Account", "AccountConsent", "Binding", "IntegrityEntry", "Achievement", "EvidenceFile", "Committee", "CommitteeFiling", "CommitteeNotice", "Meeting", "Dossier", "DossierTitle", "DossierDegree",
            "DossierAssessment", "DossierAchievement", "DossierFile", "DossierFinding", "DossierJob", "DossierStep", "DossierMark", "DossierVerification", "Originals", "Complaint", "CaseFile", "Message", "TrailRoot", "TrailEntry", "Certificate");

    @Test
    void of_each_field_of_a_dossier_and_each_noun_it_is_decided_whether_it_has_a_meaning_everywhere() {
        var all = new TreeSet<>(Nouns.all().stream().map(Noun::name).toList());
        for (var field : Nouns.DOSSIER.fields().keySet()) all.add("Dossier." + field);
        var decided = new ArrayList<>(EVERYWHERE);
        decided.addAll(NotHere.CONCERNS.keySet());
        assertEquals(all, new TreeSet<>(decided));
        assertEquals(all.size(), decided.size(), "both everywhere and not");
    }

    @Test
    void nothing_is_said_where_nothing_is_used() {
        var reply = world.ask(bureau, "{ dossiers { nodes { id } } }", Map.of());
        assertFalse(reply.<Map<String, Object>>at("extensions").containsKey("notApplicable"));
        assertEquals("", said("query($id: ID!) { person(id: $id) { name } }", Map.of("id", UUID.randomUUID().toString())));
    }
}
