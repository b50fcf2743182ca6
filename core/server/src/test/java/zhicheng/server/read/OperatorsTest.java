package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import zhicheng.server.BadInput;
import zhicheng.server.account.BlindIndex;
import zhicheng.server.account.Viewer;

/** Each operator, asked of a row whose value is known: with that value, the one before it and the one after it. */
class OperatorsTest extends OnFixture {
    /** Which rows pass, by where they stand: before what is asked for, at it, behind it. */
    private static final Map<Operator, IntPredicate> PASSES = Map.of(Operator.EQ, place -> place == 0, Operator.NEQ, place -> place != 0, Operator.IN, place -> place == 0, Operator.NOT_IN, place -> place != 0,
            Operator.LT, place -> place < 0, Operator.LTE, place -> place <= 0, Operator.GT, place -> place > 0, Operator.GTE, place -> place >= 0);

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(Nouns.DOSSIER, 52, "year", List.of(2023, 2024, 2025)),
                arguments(Nouns.DOSSIER, 52, "educationTenths", List.of(904, 905, 906)),
                arguments(Nouns.DOSSIER, 52, "title", List.of("工程", "工程师", "工程师a")),
                arguments(Nouns.DOSSIER, 52, "id", List.of(Fixture.id(51).toString(), Fixture.id(52).toString(), Fixture.id(53).toString())),
                arguments(Nouns.CERTIFICATE, 61, "obtainedOn", List.of(LocalDate.parse("2019-12-30"), LocalDate.parse("2019-12-31"), LocalDate.parse("2020-01-01"))),
                arguments(Nouns.CERTIFICATE, 61, "issuedAt", List.of(OffsetDateTime.parse("2020-01-10T08:59:59.999999+08:00"), OffsetDateTime.parse("2020-01-10T01:00:00Z"),
                        OffsetDateTime.parse("2020-01-10T09:00:00.000001+08:00"))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_row_is_compared_with_its_own_value_and_those_beside_it(Noun noun, int row, String field, List<Object> beforeItselfAndBehind) {
        var operators = EnumSet.copyOf(noun.field(field).scalar().operators());
        operators.retainAll(PASSES.keySet());
        assertTrue(operators.size() >= 4, operators::toString);
        for (var operator : operators)
            for (var place = 0; place < 3; place++) {
                var asked = beforeItselfAndBehind.get(place);
                var where = Map.<String, Object>of(field, Map.of(operator.spelled(), operator.takesMany() ? List.of(asked) : asked));
                assertEquals(PASSES.get(operator).test(1 - place), holds(noun, row, where), where::toString);
            }
    }

    /** Whichever way its letters are written. */
    @Test
    void a_hash_is_one_of_several_or_none_of_them() {
        var hash = HexFormat.of();
        var own = reader.byId(Nouns.DOSSIER, Fixture.id(52), Selection.fields("contentHash"), Fixture.asks(Fixture.LIN)).orElseThrow().get("contentHash").toString();
        assertEquals(32, hash.parseHex(own).length);
        for (var some : List.of(List.of(own), List.of("00ff", own.toUpperCase(Locale.ROOT)), List.of("00ff"), List.<String>of())) {
            var isOne = some.stream().anyMatch(own::equalsIgnoreCase);
            assertEquals(isOne, holds(Nouns.DOSSIER, 52, Map.of("contentHash", Map.of("in", some))), some::toString);
            assertEquals(!isOne, holds(Nouns.DOSSIER, 52, Map.of("contentHash", Map.of("notIn", some))), some::toString);
        }
        assertFalse(holds(Nouns.DOSSIER, 51, Map.of("contentHash", Map.of("in", List.of(own)))), "a draft has none");
        assertTrue(holds(Nouns.DOSSIER, 51, Map.of("contentHash", Map.of("notIn", List.of(own)))), "an absent one counts as different");
        assertEquals("where.and[1].contentHash.in[1]: «工» is not a hash in hex",
                assertThrows(BadInput.class, () -> holds(Nouns.DOSSIER, 52, Map.of("contentHash", Map.of("in", List.of(own, "工"))))).getMessage());
    }

    /** Lin's dossier tells two years: 800 and 905 tenths. Of none there is no least. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            count | gt 1   | lt 3     | 0    | true
            count | gt 2   | lt 3     | 0    | false
            count | gt 1   | lt 2     | 0    | false
            sum   | gte 1705 | lte 1705 | 0  | true
            sum   | gte 1705 | neq 1705 | 0  | false
            min   | gt 799 | lt 801   | 0    | true
            min   | neq 1  | notIn 2  | 2100 | true
            min   | neq 1  | lt 2     | 2100 | false""")
    void what_rows_below_come_to_is_compared_in_several_ways(String measure, String one, String other, int fromYear, boolean holds) {
        var comparisons = new LinkedHashMap<String, Object>();
        for (var comparison : List.of(one.split(" "), other.split(" "))) {
            var value = Integer.valueOf(comparison[1]);
            comparisons.put(comparison[0], comparison[0].equals("notIn") ? List.of(value) : value);
        }
        var below = Map.of(measure, measure.equals("count") ? comparisons : Map.of("tenths", comparisons), "where", Map.of("year", Map.of("gte", fromYear)));
        assertEquals(holds, holds(Nouns.DOSSIER, 52, Map.of("hours", below)));
    }

    /** The committee's levels are ASSOCIATE_SENIOR and INTERMEDIATE. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INTERMEDIATE                            | true
            ASSISTANT                               | false
            ASSISTANT INTERMEDIATE                  | true
            ASSOCIATE_SENIOR INTERMEDIATE           | true
            ASSISTANT ASSOCIATE_SENIOR INTERMEDIATE | true
            ASSISTANT SENIOR                        | false
            ''                                      | false""")
    void one_of_several_is_enough(String levels, boolean some) {
        var asked = levels.isEmpty() ? List.of() : List.of(levels.split(" "));
        assertEquals(some, holds(Nouns.COMMITTEE, 41, Map.of("levels", Map.of("hasSome", asked))));
        if (asked.size() == 1) assertEquals(some, holds(Nouns.COMMITTEE, 41, Map.of("levels", Map.of("has", asked.getFirst()))));
    }

    /** The committee's region, south, and its remark, 虚构, are not searched: they are looked into row by row. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            region | s     | true  | -
            region | sou   | true  | true
            region | ＳＯＵ   | true  | true
            region | south | true  | true
            region | out   | false | true
            region | th    | false | true
            region | souths| false | false
            region | s_u   | false | false
            region | %     | false | -
            remark | 虚     | true  | -
            remark | 构     | false | -""")
    void what_a_text_begins_with_is_more_than_what_it_contains(String field, String typed, boolean begins, String contains) {
        assertEquals(begins, holds(Nouns.COMMITTEE, 41, Map.of(field, Map.of("startsWith", typed))));
        if (!contains.equals("-")) assertEquals(Boolean.parseBoolean(contains), holds(Nouns.COMMITTEE, 41, Map.of(field, Map.of("contains", typed))));
    }

    /** Also where nobody asked before whether he may. */
    @Test
    void a_protected_value_goes_to_the_database_for_nobody_who_may_not_ask() {
        var where = Map.<String, Object>of("identityNumber", Map.of("eq", new BlindIndex("01", null)));
        assertTrue(holds(Fixture.BUREAU, Nouns.PERSON, 21, where));
        for (var viewer : List.of(Fixture.LIN, Fixture.AUDITOR, Viewer.PUBLIC))
            assertEquals("where.and[1].identityNumber.eq is asked by somebody who may not", assertThrows(IllegalStateException.class, () -> holds(viewer, Nouns.PERSON, 21, where)).getMessage());
    }

    private boolean holds(Noun noun, int row, Map<String, Object> where) {
        return holds(Fixture.LIN, noun, row, where);
    }

    private boolean holds(Viewer viewer, Noun noun, int row, Map<String, Object> where) {
        var arguments = Map.<String, Object>of("where", Map.of("and", List.of(Map.of("id", Map.of("eq", Fixture.id(row).toString())), where)));
        var wanted = new Selection.Field("rows", "rows", arguments, List.of(), Selection.fields("totalCount"));
        return ((Number) reader.read(new Root.Rows(noun), wanted, Fixture.asks(viewer)).orElseThrow().get("totalCount")).intValue() == 1;
    }
}
