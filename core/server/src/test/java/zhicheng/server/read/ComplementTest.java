package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import zhicheng.server.BadInput;

/**
 * An absent value is different from every value: what is equal and what is not are all rows together, of every field, and of every measure of what is below.
 */
class ComplementTest extends OnFixture {
    private static final List<Noun> LISTED = List.of(Nouns.DOSSIER, Nouns.PERSON, Nouns.COMMITTEE, Nouns.COMMITTEE_NOTICE, Nouns.MEETING, Nouns.CERTIFICATE, Nouns.ORGANISATION, Nouns.TRAIL_ENTRY);

    private int tried;
    private int absent;
    private int met;

    @Test
    void what_is_equal_and_what_is_not_are_all_rows() {
        for (var name : List.of("lin", "bureau", "auditor"))
            for (var noun : LISTED) {
                var all = count(name, noun, Map.of());
                for (var field : noun.fields().values())
                    if (field.isFilterable()) complements(name, noun, all, field, comparison -> Map.of(field.name(), comparison));
                for (var relation : noun.relations().values())
                    if (relation instanceof Noun.ToMany many) below(name, noun, all, many);
            }
        assertTrue(tried > 800, () -> tried + " pairs");
        assertTrue(absent > 50, () -> "only " + absent + " times was something absent");
        assertTrue(met > 50, () -> "only " + met + " times was something equal");
    }

    private void below(String viewer, Noun noun, long all, Noun.ToMany many) {
        var target = Nouns.named(many.target());
        var some = count(viewer, noun, Map.of(many.name(), Map.of("some", Map.of())));
        assertEquals(all, some + count(viewer, noun, Map.of(many.name(), Map.of("none", Map.of()))), many::name);
        complements(viewer, noun, all, new Noun.Field("count", "count", Scalar.INT, false, Noun.Served.NOT), comparison -> Map.of(many.name(), Map.of("count", comparison)));
        for (var amount : target.amounts())
            for (var measure : List.of("sum", "average", "min", "max"))
                complements(viewer, noun, all, Aggregate.valueOf(Noun.constant(measure)).measured(amount), comparison -> Map.of(many.name(), Map.of(measure, Map.of(amount.name(), comparison))));
    }

    private interface Where {
        Map<String, Object> of(Map<String, Object> comparison);
    }

    private void complements(String viewer, Noun noun, long all, Noun.Field field, Where where) {
        var value = value(field.scalar());
        var operators = field.scalar().operators();
        var pairs = new ArrayList<List<Map<String, Object>>>();
        if (operators.contains(Operator.EQ)) pairs.add(List.of(Map.of("eq", value), Map.of("neq", value)));
        if (operators.contains(Operator.IN)) pairs.add(List.of(Map.of("in", List.of(value)), Map.of("notIn", List.of(value))));
        if (operators.contains(Operator.IN)) pairs.add(List.of(Map.of("in", List.of()), Map.of("notIn", List.of())));
        pairs.add(List.of(Map.of("isNull", true), Map.of("isNull", false)));
        for (var pair : pairs) {
            var one = count(viewer, noun, where.of(pair.getFirst()));
            assertEquals(all, one + count(viewer, noun, where.of(pair.getLast())), () -> viewer + " " + noun.name() + " " + where.of(pair.getLast()));
            assertEquals(all - one, count(viewer, noun, Map.of("not", where.of(pair.getFirst()))), () -> viewer + " " + noun.name() + " not " + where.of(pair.getFirst()));
            tried++;
            if (one > 0)
                if (pair.getFirst().containsKey("isNull")) absent++;
                else met++;
        }
        if (operators.contains(Operator.LT))
            assertEquals(all, count(viewer, noun, where.of(Map.of("lt", value))) + count(viewer, noun, where.of(Map.of("gte", value))) + count(viewer, noun, where.of(Map.of("isNull", true))),
                    () -> viewer + " " + noun.name() + " " + field.name());
    }

    private static Object value(Scalar scalar) {
        return switch (scalar) {
            case ID -> Fixture.id(51).toString();
            case TEXT, TEXTS -> "ENGINEERING";
            case INT -> 2024;
            case AMOUNT -> 900;
            case MEASURE -> 900.5;
            case BOOLEAN -> true;
            case DATE -> LocalDate.parse("2020-12-01");
            case INSTANT -> OffsetDateTime.parse("2024-09-01T00:00:00+08:00");
            case HASH, HEX -> "00ff";
        };
    }

    private long count(String viewer, Noun noun, Map<String, Object> where) {
        var wanted = new Selection.Field("rows", "rows", Map.of("where", where), List.of(), Selection.fields("totalCount"));
        return ((Number) reader.read(new Root.Rows(noun), wanted, Fixture.asks(Fixture.VIEWERS.get(viewer))).orElseThrow().get("totalCount")).longValue();
    }

    /** «where» says which rows are measured. Beside some, every or none it would say nothing. */
    @Test
    void where_beside_nothing_that_it_is_for_is_refused() {
        for (var quantifier : List.of("some", "every", "none")) {
            var refused = assertThrows(BadInput.class,
                    () -> count("lin", Nouns.DOSSIER, Map.of("hours", Map.of("where", Map.of("year", Map.of("eq", 2023)), quantifier, Map.of("tenths", Map.of("lt", 900))))));
            assertTrue(refused.getMessage().startsWith("where.hours: «where» says which rows are counted"), refused::getMessage);
        }
    }
}
