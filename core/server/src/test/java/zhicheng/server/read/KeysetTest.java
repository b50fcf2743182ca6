package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.function.Executable;
import zhicheng.server.BadInput;
import zhicheng.server.TestDatabase;
import zhicheng.server.account.Viewer;

/** Page after page, every row comes exactly once and in order, however many are equal or absent; and a cursor is good for its own list only. */
@Tag("database")
class KeysetTest {
    private static final OffsetDateTime BEGIN = OffsetDateTime.parse("2024-05-01T00:00:00.000001+08:00");
    private static TestDatabase database;
    private static ReadPool pool;
    private static Reader reader;

    @BeforeContainer
    static void start() {
        database = Fixture.database();
        pool = Fixture.pool(database);
        reader = Fixture.reader(pool);
    }

    @AfterContainer
    static void stop() {
        pool.close();
        database.close();
    }

    /** What a row of dossiers is ordered by. */
    record Keys(Integer tenths, Integer submitted, String title) {}

    /** One step of an order, as the API has it. */
    record By(String field, boolean descending, boolean nullsFirst) {
        static By ascending(String field) { return new By(field, false, false); }

        static By descending(String field) { return new By(field, true, false); }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void pages_are_complete_and_in_order(@ForAll("rows") @Size(max = 25) List<Keys> rows, @ForAll("orders") List<By> order, @ForAll @IntRange(min = 1, max = 7) int first) throws SQLException {
        var applicant = new Viewer(UUID.randomUUID(), Fixture.LIN.roles(), UUID.randomUUID(), null);
        insert(applicant.person(), rows);
        assertEquals(rows.size(), pagesAreCompleteAndInOrder(applicant, order, first).size());
    }

    /** By the committees of an office, whose dossiers stand among each other. */
    @Example
    void pages_of_an_office_are_complete_and_in_order() throws SQLException {
        var office = new Viewer(UUID.randomUUID(), Fixture.OFFICE.roles(), null, UUID.randomUUID());
        var newestFirst = new ArrayList<String>();
        try (var connection = database.writer().getConnection(); var statement = connection.createStatement()) {
            statement.execute("""
                    insert into organisation (id, name, kind, region, area_code, created_at) values ('%1$s', '办公室', 'COMMITTEE_OFFICE', 'south', '420000', '2024-01-01');
                    insert into committee (id, name, region, kind, founder, office, series, levels, created_at)
                    select md5('%1$s' || i)::uuid, '评委会' || i, 'south', 'INTERMEDIATE', '%1$s', '%1$s', '{ENGINEERING}', '{INTERMEDIATE}', '2024-01-01' from generate_series(0, 3) i;
                    insert into dossier (id, region, year, series, level, title, applicant, committee, stage, stage_since, created_at, updated_at, submitted_at, receipt_at, snapshot_hash, edition, facts_hash, intake_at)
                    select gen_random_uuid(), 'south', 2024, 'ENGINEERING', 'INTERMEDIATE', '工程师' || i %% 4, '00000000-0000-4000-8000-000000000024', md5('%1$s' || i %% 3)::uuid, 'ACCEPTED', at, at, at, at, at,
                        sha256('x'), 1, repeat('a', 64), at
                    from generate_series(1, 12) i cross join lateral (select timestamptz '2024-07-01Z' + i / 2 * interval '1 hour' as at) t""".formatted(office.organisation()));
            try (var rows = statement.executeQuery("select d.id from dossier d join committee c on c.id = d.committee where c.office = '" + office.organisation() + "' order by d.created_at desc, d.id desc")) {
                while (rows.next()) newestFirst.add(rows.getString(1));
            }
        }
        assertEquals(12, newestFirst.size());
        assertEquals(newestFirst, pagesAreCompleteAndInOrder(office, List.of(), 5));
        assertEquals(newestFirst.reversed(), pagesAreCompleteAndInOrder(office, List.of(By.ascending("CREATED_AT")), 4));
        for (var first : List.of(By.descending("CREATED_AT"), By.ascending("SUBMITTED_AT")))
            assertEquals(12, pagesAreCompleteAndInOrder(office, List.of(first, By.descending("TITLE"), By.ascending("APPLICANT_NAME")), 5).size());
    }

    /** @return all rows in their order */
    private static List<String> pagesAreCompleteAndInOrder(Viewer viewer, List<By> order, int first) {
        var whole = ids(page(viewer, order, 100, null));
        var collected = new ArrayList<String>();
        String after = null;
        for (var pages = 0; pages <= whole.size(); pages++) {
            var page = page(viewer, order, first, after);
            collected.addAll(ids(page));
            var info = (Map<?, ?>) page.get("pageInfo");
            assertEquals(pages > 0, info.get("hasPreviousPage"));
            after = (String) info.get("endCursor");
            if (!(boolean) info.get("hasNextPage")) break;
        }
        assertEquals(whole, collected);

        collected.clear();
        String before = null;
        for (var pages = 0; pages <= whole.size(); pages++) {
            var page = page(viewer, order, Map.of("last", first), "before", before);
            collected.addAll(0, ids(page));
            var info = (Map<?, ?>) page.get("pageInfo");
            assertEquals(pages > 0, info.get("hasNextPage"));
            before = (String) info.get("startCursor");
            if (!(boolean) info.get("hasPreviousPage")) break;
        }
        assertEquals(whole, collected, "from the end");
        return whole;
    }

    @Example
    void absent_values_come_last_in_both_directions() throws SQLException {
        var applicant = new Viewer(UUID.randomUUID(), Fixture.LIN.roles(), UUID.randomUUID(), null);
        insert(applicant.person(), List.of(new Keys(5, null, "a"), new Keys(null, null, "b"), new Keys(7, null, "c")));
        assertEquals(List.of("a", "c", "b"), titles(page(applicant, List.of(By.ascending("EDUCATION_TENTHS")), 9, null)));
        assertEquals(List.of("c", "a", "b"), titles(page(applicant, List.of(By.descending("EDUCATION_TENTHS")), 9, null)));
    }

    @Example
    void text_is_ordered_by_its_characters_codes() throws SQLException {
        var applicant = new Viewer(UUID.randomUUID(), Fixture.LIN.roles(), UUID.randomUUID(), null);
        insert(applicant.person(), List.of(new Keys(1, null, "b"), new Keys(1, null, "B"), new Keys(1, null, "工程师"), new Keys(1, null, "a")));
        assertEquals(List.of("B", "a", "b", "工程师"), titles(page(applicant, List.of(By.ascending("TITLE")), 9, null)));
    }

    /** A draft has no hash. */
    @Example
    void ids_and_hashes_are_ordered_by_their_bytes() throws SQLException {
        var applicant = new Viewer(UUID.randomUUID(), Fixture.LIN.roles(), UUID.randomUUID(), null);
        insert(applicant.person(), List.of(new Keys(1, 1, "b"), new Keys(1, 1, "B"), new Keys(1, null, "none"), new Keys(1, 1, "工程师"), new Keys(1, 1, "a")));
        var byId = pagesAreCompleteAndInOrder(applicant, List.of(By.ascending("ID")), 2);
        assertEquals(5, byId.size());
        assertEquals(byId.stream().sorted().toList(), byId);
        assertEquals(byId.reversed(), pagesAreCompleteAndInOrder(applicant, List.of(By.descending("ID"), By.ascending("TITLE")), 2), "what stands behind the id decides nothing");
        assertEquals(byId, pagesAreCompleteAndInOrder(applicant, List.of(By.ascending("EMPLOYER_ID"), By.descending("APPLICANT_ID"), By.ascending("ID")), 2), "of equal ones");

        var hashes = Map.of("b", "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d", "B", "df7e70e5021544f4834bbee64a9e3789febc4be81470df629cad6ddb03320a5c",
                "a", "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
        var sorted = hashes.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey).toList();
        assertEquals(List.of("b", "a", "B"), sorted);
        for (var order : List.of(By.ascending("CONTENT_HASH"), By.descending("CONTENT_HASH"))) {
            assertEquals(5, pagesAreCompleteAndInOrder(applicant, List.of(order), 2).size());
            var titles = titles(page(applicant, List.of(order), 9, null));
            assertEquals(order.descending ? sorted.reversed() : sorted, titles.stream().filter(hashes::containsKey).toList());
            assertEquals("none", titles.getLast(), "absent ones last");
        }
        var absentFirst = List.of(new By("CONTENT_HASH", true, true));
        assertEquals(5, pagesAreCompleteAndInOrder(applicant, absentFirst, 2).size());
        assertEquals("none", titles(page(applicant, absentFirst, 9, null)).getFirst());
    }

    /** It is ours, and sealed with our key, but of another make. */
    @Example
    void a_cursor_of_another_version_is_not_taken_for_a_strangers() throws GeneralSecurityException {
        var seal = Cipher.getInstance("AES/GCM/NoPadding");
        var nonce = new byte[12];
        seal.init(Cipher.ENCRYPT_MODE, Fixture.KEY.derive("cursor", "AES"), new GCMParameterSpec(128, nonce));
        var sealed = new ByteArrayOutputStream();
        sealed.writeBytes(nonce);
        sealed.writeBytes(seal.doFinal(new byte[] {0, 1, 2, 3}));
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.toByteArray());
        assertEquals("after: the cursor was given by another version of this server; ask for the first page again",
                assertThrows(BadInput.class, () -> page(Fixture.BUREAU, List.of(), 1, cursor)).getMessage());
    }

    @Property(tries = 200)
    void a_cursor_that_was_touched_is_refused(@ForAll @IntRange(max = 10_000) int place, @ForAll @IntRange(min = 1, max = 63) int by) {
        var order = List.of(By.descending("CREATED_AT"));
        var cursor = (String) ((Map<?, ?>) page(Fixture.BUREAU, order, 1, null).get("pageInfo")).get("endCursor");
        var signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var at = place % (cursor.length() - 1); // the last sign may carry bits that belong to no byte
        var other = cursor.substring(0, at) + signs.charAt((signs.indexOf(cursor.charAt(at)) + by) % 64) + cursor.substring(at + 1);
        assertNotEquals(cursor, other);
        assertTrue(assertThrows(BadInput.class, () -> page(Fixture.BUREAU, order, 1, other)).getMessage().startsWith("after: not a cursor"));
    }

    @Example
    void whatever_is_no_cursor_is_refused() {
        var order = List.of(By.descending("CREATED_AT"));
        for (var wrong : List.of("", "a", "工程", "AAAAAAAAAAAAAAAAAAAAAAAA", "' or 1=1", "=".repeat(40), "A".repeat(4000)))
            assertTrue(assertThrows(BadInput.class, () -> page(Fixture.BUREAU, order, 1, wrong)).getMessage().startsWith("after: not a cursor"), wrong);
    }

    @Example
    void a_cursor_is_bound_to_its_list_filter_order_and_account() {
        var order = List.of(By.descending("CREATED_AT"));
        var cursor = (String) ((Map<?, ?>) page(Fixture.BUREAU, order, 1, null).get("pageInfo")).get("endCursor");
        assertEquals(1, ids(page(Fixture.BUREAU, order, 1, cursor)).size());
        assertRefused("another account", () -> page(Fixture.CLERK, order, 1, cursor));
        assertRefused("another «orderBy»", () -> page(Fixture.BUREAU, List.of(By.ascending("CREATED_AT")), 1, cursor));
        assertRefused("another «orderBy»", () -> page(Fixture.BUREAU, List.of(new By("CREATED_AT", true, true)), 1, cursor));
        assertRefused("after: the cursor was given for another «where» or «search», or by an earlier version of this server; ask for the first page again",
                () -> list(Nouns.DOSSIER, "dossiers", Fixture.BUREAU, Map.of("after", cursor, "where", Map.of("year", Map.of("eq", 2024)))));
        assertRefused("another list", () -> list(Nouns.ORGANISATION, "organisations", Fixture.BUREAU, Map.of("after", cursor)));
    }

    @Example
    void a_cursor_is_bound_to_what_was_searched_for() {
        var order = List.of(Map.of("field", "CREATED_AT", "direction", "DESC"));
        var all = Map.<String, Object>of("first", 1, "orderBy", order);
        var searched = Map.<String, Object>of("first", 1, "orderBy", order, "search", "工程师");
        var without = cursor(list(Nouns.DOSSIER, "dossiers", Fixture.BUREAU, all));
        var with = cursor(list(Nouns.DOSSIER, "dossiers", Fixture.BUREAU, searched));
        assertEquals(1, ids(list(Nouns.DOSSIER, "dossiers", Fixture.BUREAU, after(searched, with))).size());
        for (var refused : List.of(after(all, with), after(searched, without), after(Map.of("first", 1, "orderBy", order, "search", "编剧"), with)))
            assertRefused("another «where» or «search»", () -> list(Nouns.DOSSIER, "dossiers", Fixture.BUREAU, refused));
    }

    /** How well an achievement answers a search, and its owner's rank among those who made it. */
    @Example
    void an_order_by_a_field_called_rank_is_not_that_of_a_search() {
        var best = Map.<String, Object>of("first", 1, "search", "工程");
        var byRank = Map.<String, Object>of("first", 1, "search", "工程", "orderBy", List.of(Map.of("field", "RANK", "direction", "ASC"), Map.of("field", "ACHIEVED_ON", "direction", "DESC")));
        var cursor = cursor(list(Nouns.ACHIEVEMENT, "achievements", Fixture.LIN, best));
        var other = cursor(list(Nouns.ACHIEVEMENT, "achievements", Fixture.LIN, byRank));
        list(Nouns.ACHIEVEMENT, "achievements", Fixture.LIN, after(best, cursor));
        list(Nouns.ACHIEVEMENT, "achievements", Fixture.LIN, after(byRank, other));
        assertRefused("another «orderBy»", () -> list(Nouns.ACHIEVEMENT, "achievements", Fixture.LIN, after(byRank, cursor)));
        assertRefused("another «orderBy»", () -> list(Nouns.ACHIEVEMENT, "achievements", Fixture.LIN, after(best, other)));
    }

    /** The trail's own order goes by where an entry stands in its chain, also where that is not shown. */
    @Example
    void an_order_by_a_place_that_may_not_be_shown_is_not_the_trails_own() {
        var own = Map.<String, Object>of("first", 1);
        var byPlace = Map.<String, Object>of("first", 1, "orderBy", List.of(Map.of("field", "AT", "direction", "DESC"), Map.of("field", "PLACE", "direction", "DESC")));
        for (var viewer : List.of(Fixture.AUDITOR, Fixture.LIN)) {
            var cursor = cursor(list(Nouns.TRAIL_ENTRY, "trail", viewer, own));
            var other = cursor(list(Nouns.TRAIL_ENTRY, "trail", viewer, byPlace));
            list(Nouns.TRAIL_ENTRY, "trail", viewer, after(own, cursor));
            list(Nouns.TRAIL_ENTRY, "trail", viewer, after(byPlace, other));
            assertRefused("another «orderBy»", () -> list(Nouns.TRAIL_ENTRY, "trail", viewer, after(byPlace, cursor)));
            assertRefused("another «orderBy»", () -> list(Nouns.TRAIL_ENTRY, "trail", viewer, after(own, other)));
        }
    }

    private static Map<String, Object> after(Map<String, Object> arguments, String cursor) {
        var further = new HashMap<>(arguments);
        further.put("after", cursor);
        return further;
    }

    @Example
    void no_filter_and_one_that_asks_for_nothing_are_the_same() {
        var without = cursor(list(Nouns.DOSSIER, "dossiers", Fixture.BUREAU, Map.of("first", 1)));
        var with = cursor(list(Nouns.DOSSIER, "dossiers", Fixture.BUREAU, Map.of("where", Map.of(), "first", 1)));
        assertEquals(without, with);
        var second = ids(list(Nouns.DOSSIER, "dossiers", Fixture.BUREAU, Map.of("first", 1, "after", with)));
        assertEquals(1, second.size());
        assertEquals(second, ids(list(Nouns.DOSSIER, "dossiers", Fixture.BUREAU, Map.of("where", Map.of(), "first", 1, "after", without))));
        assertRefused("another «where»", () -> list(Nouns.DOSSIER, "dossiers", Fixture.BUREAU, Map.of("after", without, "where", Map.of("and", List.of()))));
        assertRefused("where: null", () -> list(Nouns.DOSSIER, "dossiers", Fixture.BUREAU, Collections.singletonMap("where", null)));
    }

    @Example
    void a_cursor_that_is_refused_is_named_by_its_argument() {
        var own = cursor(dossiersOf(Fixture.id(21), Map.of("first", 1)));
        for (var argument : List.of("after", "before")) {
            assertRefused(argument + ": not a cursor", () -> list(Nouns.DOSSIER, "dossiers", Fixture.BUREAU, Map.of(argument, "x".repeat(80))));
            assertRefused(argument + ": the cursor was given for another «orderBy»", () -> page(Fixture.BUREAU, List.of(By.ascending("CREATED_AT")), Map.of("last", 1), argument,
                    (String) ((Map<?, ?>) page(Fixture.BUREAU, List.of(), 1, null).get("pageInfo")).get("endCursor")));
            assertRefused(argument + ": the cursor was given for another list", () -> dossiersOf(Fixture.id(22), Map.of("last", 1, argument, own)));
        }
    }

    @Example
    void a_cursor_is_bound_to_the_place_of_its_list_and_the_row_whose_list_it_is() {
        var lin = Fixture.id(21);
        var root = cursor(list(Nouns.DOSSIER, "dossiers", Fixture.BUREAU, Map.of("first", 1)));
        var own = cursor(dossiersOf(lin, Map.of("first", 1)));
        assertEquals(List.of(), ids(dossiersOf(lin, arguments(own))));
        assertRefused("another list", () -> dossiersOf(lin, arguments(root)));
        assertRefused("another list", () -> list(Nouns.DOSSIER, "dossiers", Fixture.BUREAU, arguments(own)));
        assertRefused("another list", () -> dossiersOf(Fixture.id(22), arguments(own)));

        var applicant = new Selection.Field("applicant", "applicant", Map.of(), List.of(), new Selection(List.of(dossiers(arguments(own), PAGE))));
        var throughHers = reader.byId(Nouns.DOSSIER, Fixture.id(52), new Selection(List.of(applicant)), Fixture.asks(Fixture.BUREAU)).orElseThrow();
        assertTrue(throughHers.get("applicant").toString().contains("nodes=[]"), "the same list, reached otherwise");
        assertTrue(!throughHers.toString().contains("own"));
        assertRefused("another list", () -> reader.byId(Nouns.DOSSIER, Fixture.id(53), new Selection(List.of(applicant)), Fixture.asks(Fixture.BUREAU)));
    }

    /** All of it may have been left out by directives. */
    @Example
    void a_list_of_which_nothing_is_wanted_has_nothing_whatever_cursors_come_with_it() {
        var own = cursor(dossiersOf(Fixture.id(21), Map.of("first", 1)));
        for (var arguments : List.<Map<String, Object>>of(Map.of("after", own), Map.of("before", own), Map.of("after", own, "before", own))) {
            assertEquals(Map.of(), dossiersOf(Fixture.id(21), arguments, Selection.NOTHING));
            for (var part : List.of("nodes", "edges", "pageInfo"))
                assertEquals(Map.of(part, part.equals("pageInfo") ? Map.of() : List.of()), dossiersOf(Fixture.id(21), arguments, Selection.fields(part)), part);
            assertRefused("another list", () -> dossiersOf(Fixture.id(22), arguments, Selection.NOTHING));
        }
    }

    /** Where an entry stands in its chain, its dossier's applicant is not shown; the order of the trail goes by it. */
    @Example
    void how_long_a_cursor_is_says_nothing_of_a_number_in_it() throws SQLException {
        try (var connection = database.writer().getConnection(); var statement = connection.createStatement()) {
            statement.execute("""
                    insert into trail (subject, seq, at, head, entry)
                    select '%s', seq, '2024-06-04T09:00+08', sha256(entry), entry
                    from unnest(array[9, 10, 99, 100, 2000000000]) seq, convert_to('{"act":"MOVE","actor":"%s","capacity":["EMPLOYER_CLERK"],"organisation":null}', 'UTF8') entry""".formatted(Fixture.id(52), Fixture.id(32)));
        }
        var lengths = new HashSet<Integer>();
        var collected = new ArrayList<String>();
        var whole = ids(list(Nouns.TRAIL_ENTRY, "trail", Fixture.LIN, Map.of("first", 100)));
        assertTrue(whole.size() > 5, whole::toString);
        for (String after = null; collected.size() < whole.size();) {
            var page = list(Nouns.TRAIL_ENTRY, "trail", Fixture.LIN, after == null ? Map.of("first", 1) : arguments(after));
            collected.addAll(ids(page));
            after = cursor(page);
            lengths.add(after.length());
        }
        assertEquals(whole, collected);
        assertEquals(1, lengths.size(), lengths::toString);
    }

    /** Negative numbers too, and such as are no whole ones. */
    @Example
    void numbers_are_of_one_length_and_the_same_numbers() {
        for (var number : List.of("0", "-7", "9", "10", "-1000000000", "9223372036854775807", "-9223372036854775808", "12.5", "-0.25", "1e-07")) {
            var padded = Plan.padded(number);
            assertEquals(20, padded.length(), number);
            assertEquals(0, new BigDecimal(number).compareTo(new BigDecimal(padded)), number);
        }
        assertEquals("-1.7976931348623157e+308", Plan.padded("-1.7976931348623157e+308"));
    }

    @Example
    void what_a_cursor_is_bound_to_is_another_one_wherever_a_value_is() {
        var bound = new HashSet<String>();
        var all = List.of(Listing.which(null, null), Listing.which(null, "absent"), Listing.which(null, "[]"), Listing.which(null, "{}"), Listing.which(Map.of("and", List.of()), null),
                Listing.which(where("specialty", "x}, title={eq=y"), null), Listing.which(Map.of("specialty", Map.of("eq", "x"), "title", Map.of("eq", "y")), null), Listing.which(where("specialty", "x"), "y"),
                Listing.which(Map.of("title", Map.of("in", List.of("a, b"))), null), Listing.which(Map.of("title", Map.of("in", List.of("a", "b"))), null), Listing.which(Map.of("title", Map.of("in", List.of("a1\"b"))), null));
        for (var which : all) bound.add(new Listing("Query.dossiers", which, "", null, null, 1, "").book(new Cursors(Fixture.KEY), Fixture.asks(Fixture.BUREAU)).cursor(List.of("key")));
        assertEquals(all.size(), bound.size());
        var written = new LinkedHashMap<String, Object>();
        written.put("title", Map.of("eq", "y"));
        written.put("specialty", Map.of("eq", "x"));
        assertEquals(Listing.written(all.get(6)), Listing.written(Listing.which(written, null)), "whichever way the keys are written");
    }

    private static Map<String, Object> where(String field, String value) {
        return Map.of(field, Map.of("eq", value));
    }

    private static Map<String, Object> arguments(String after) {
        return Map.of("first", 1, "after", after);
    }

    private static String cursor(Map<?, ?> page) {
        return (String) ((Map<?, ?>) page.get("pageInfo")).get("endCursor");
    }

    private static final Selection PAGE = new Selection(List.of(
            new Selection.Field("nodes", "nodes", Map.of(), List.of(), Selection.fields("id")),
            new Selection.Field("pageInfo", "pageInfo", Map.of(), List.of(), Selection.fields("endCursor"))));

    private static Selection.Field dossiers(Map<String, Object> arguments, Selection wanted) {
        return new Selection.Field("dossiers", "dossiers", arguments, List.of(), wanted);
    }

    private static Map<String, Object> dossiersOf(UUID person, Map<String, Object> arguments) {
        return dossiersOf(person, arguments, PAGE);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> dossiersOf(UUID person, Map<String, Object> arguments, Selection wanted) {
        return (Map<String, Object>) reader.byId(Nouns.PERSON, person, new Selection(List.of(dossiers(arguments, wanted))), Fixture.asks(Fixture.BUREAU)).orElseThrow().get("dossiers");
    }

    private static void assertRefused(String why, Executable reading) {
        assertTrue(assertThrows(BadInput.class, reading).getMessage().contains(why));
    }

    @Provide
    Arbitrary<List<Keys>> rows() {
        return Combinators.combine(Arbitraries.integers().between(0, 3).injectNull(0.3), Arbitraries.integers().between(0, 2).injectNull(0.3), Arbitraries.of("工程师", "农艺师", "a"))
                .as(Keys::new).list().ofMaxSize(25);
    }

    @Provide
    Arbitrary<List<By>> orders() {
        return Combinators.combine(Arbitraries.of("EDUCATION_TENTHS", "SUBMITTED_AT", "TITLE", "CREATED_AT", "APPLICANT_NAME", "EMPLOYER_AREA_CODE", "CONTENT_HASH", "ID", "APPLICANT_ID", "EMPLOYER_ID"), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(By::new).list().uniqueElements(By::field).ofMinSize(0).ofMaxSize(3);
    }

    private static void insert(UUID person, List<Keys> rows) throws SQLException {
        try (var connection = database.writer().getConnection();
                var persons = connection.prepareStatement("insert into person (id, name, region, created_at) values (?, '某某', 'south', '2024-01-01')");
                var dossiers = connection.prepareStatement("""
                        insert into dossier (id, region, year, series, level, title, applicant, stage, stage_since, education_tenths, created_at, updated_at,
                                             submitted_at, receipt_at, snapshot_hash, edition, facts_hash)
                        values (?, 'south', 2024, 'ENGINEERING', 'INTERMEDIATE', ?, ?, case when ? then 'DRAFT' else 'SUBMITTED' end, ?, ?, ?, ?, ?, ?, sha256(convert_to(?, 'UTF8')), 1, repeat('a', 64))""")) {
            persons.setObject(1, person);
            persons.executeUpdate();
            for (var row : rows) {
                var submitted = row.submitted == null ? null : BEGIN.plusNanos(1000L * row.submitted);
                var values = new Object[] {UUID.randomUUID(), row.title, person, submitted == null, BEGIN, row.tenths, BEGIN, BEGIN, submitted, submitted, submitted == null ? null : row.title};
                for (var place = 0; place < values.length; place++) dossiers.setObject(place + 1, values[place]);
                dossiers.addBatch();
            }
            dossiers.executeBatch();
        }
    }

    private static Map<String, Object> page(Viewer viewer, List<By> order, int first, String after) {
        return page(viewer, order, Map.of("first", first), "after", after);
    }

    private static Map<String, Object> page(Viewer viewer, List<By> order, Map<String, Object> size, String bound, String cursor) {
        var arguments = new HashMap<String, Object>(size);
        arguments.put("orderBy", order.stream().map(step -> Map.of("field", step.field, "direction", step.descending ? "DESC" : "ASC", "nulls", step.nullsFirst ? "FIRST" : "LAST")).toList());
        arguments.put(bound, cursor);
        return list(Nouns.DOSSIER, "dossiers", viewer, arguments);
    }

    private static Map<String, Object> list(Noun noun, String name, Viewer viewer, Map<String, Object> arguments) {
        var wanted = noun == Nouns.DOSSIER ? Selection.fields("id", "title") : Selection.fields("id");
        return reader.read(new Root.Rows(noun), new Selection.Field(name, name, arguments, List.of(), new Selection(List.of(
                new Selection.Field("nodes", "nodes", Map.of(), List.of(), wanted),
                new Selection.Field("pageInfo", "pageInfo", Map.of(), List.of(), Selection.fields("hasNextPage", "hasPreviousPage", "startCursor", "endCursor"))))), Fixture.asks(viewer)).orElseThrow();
    }

    private static List<String> ids(Map<String, Object> page) {
        return column(page, "id");
    }

    private static List<String> titles(Map<String, Object> page) {
        return column(page, "title");
    }

    @SuppressWarnings("unchecked")
    private static List<String> column(Map<String, Object> page, String name) {
        return ((List<Map<String, Object>>) page.get("nodes")).stream().map(row -> (String) row.get(name)).toList();
    }
}
