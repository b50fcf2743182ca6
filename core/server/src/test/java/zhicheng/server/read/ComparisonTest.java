package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.BadInput;

/** How texts are compared with a piece of them: in Java, where it is seen whether there is enough of it, as in PostgreSQL. */
class ComparisonTest extends OnFixture {
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
        return ((Number) reader.read(new Root.Rows(Nouns.ORGANISATION), wanted, Fixture.BUREAU).orElseThrow().get("totalCount")).longValue();
    }
}
