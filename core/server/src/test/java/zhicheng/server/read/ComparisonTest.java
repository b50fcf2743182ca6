package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.BadInput;

/** How texts are compared with a piece of them: in Java, where it is seen whether there is enough of it, as in PostgreSQL. */
class ComparisonTest extends OnFixture {
    /** What is nothing to PostgreSQL would be found in every row. */
    @Test
    void what_is_nothing_to_postgresql_is_too_short() throws Exception {
        var empty = new TreeSet<Integer>();
        try (var connection = database.reader().getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery("select c from generate_series(1, 131071) c where c not between 55296 and 57343 and search_normal(chr(c) || chr(c)) = ''")) {
            while (rows.next()) empty.add(rows.getInt(1));
        }
        assertTrue(empty.containsAll(List.of(0x20, 0x7f, 0x85, 0x3000)), empty::toString);
        for (var c : empty) {
            var twice = Character.toString(c).repeat(2);
            assertThrows(BadInput.class, () -> Search.phrase(twice, "where"), () -> Integer.toHexString(c));
            assertThrows(BadInput.class, () -> Search.start(twice, "where"), () -> Integer.toHexString(c));
        }
    }

    @Test
    void what_is_one_character_to_postgresql_is_too_short_to_stand_anywhere() throws Exception {
        var tried = 0;
        try (var connection = database.reader().getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery("select c from generate_series(1, 131071) c where c not between 55296 and 57343 and length(search_normal(chr(c))) < 2")) {
            for (; rows.next(); tried++) {
                var one = Character.toString(rows.getInt(1));
                assertThrows(BadInput.class, () -> Search.phrase(one, "where"), () -> Integer.toHexString(one.codePointAt(0)));
            }
        }
        assertTrue(tried > 100_000, "tried " + tried);
    }

    /** Of organisations the name is searched, the region is not. */
    @ParameterizedTest
    @ValueSource(strings = {"name", "region"})
    void control_characters_are_no_text_and_the_place_is_said(String field) {
        for (var operator : List.of("contains", "startsWith")) {
            var refused = assertThrows(BadInput.class, () -> organisations(Map.of(field, Map.of(operator, "\u0085\u0085"))), operator);
            assertTrue(refused.getMessage().startsWith("where." + field + "." + operator + ": "), refused::getMessage);
        }
        assertEquals(organisations(Map.of(field, Map.of("contains", "青川"))), organisations(Map.of(field, Map.of("contains", "\u0085青川\u0085"))), "at the ends they are nothing");
    }

    private long organisations(Map<String, Object> where) {
        var wanted = new Selection.Field("rows", "rows", Map.of("where", where), List.of(), Selection.fields("totalCount"));
        return ((Number) reader.read(new Root.Rows(Nouns.ORGANISATION), wanted, Fixture.asks(Fixture.BUREAU)).orElseThrow().get("totalCount")).longValue();
    }
}
