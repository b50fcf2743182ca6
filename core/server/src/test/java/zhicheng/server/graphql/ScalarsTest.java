package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.parser.Parser;
import graphql.schema.Coercing;
import graphql.schema.idl.RuntimeWiring;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarsTest {

    private static final GraphQLContext CONTEXT = GraphQLContext.newContext().build();

    @ParameterizedTest
    @CsvSource({
        "Date,     2024-09-18,                       2024-09-18",
        "Date,     2024-02-29,                       2024-02-29",
        "DateTime, 2024-09-18T10:00:00+08:00,        2024-09-18T10:00:00+08:00",
        "DateTime, 2024-09-18T02:00:00Z,             2024-09-18T10:00:00+08:00",
        "DateTime, 2024-09-18T10:00+08:00,           2024-09-18T10:00:00+08:00",
        "DateTime, 2024-09-17T21:00:00.5-05:00,      2024-09-18T10:00:00.5+08:00",
        "URL,      https://httq.example.org/a?b=1,   https://httq.example.org/a?b=1"})
    void what_is_understood_comes_back_in_one_form(String scalar, String text, String expected) {
        var value = coercing(scalar).parseValue(text, CONTEXT, Locale.ENGLISH);
        assertEquals(expected, coercing(scalar).serialize(value, CONTEXT, Locale.ENGLISH));
        assertEquals(value, coercing(scalar).parseLiteral(StringValue.of(text), CoercedVariables.emptyVariables(), CONTEXT, Locale.ENGLISH));
    }

    @Test
    void the_java_types_are_those_of_the_domain() {
        assertInstanceOf(LocalDate.class, coercing("Date").parseValue("2024-09-18", CONTEXT, Locale.ENGLISH));
        assertInstanceOf(Instant.class, coercing("DateTime").parseValue("2024-09-18T10:00+08:00", CONTEXT, Locale.ENGLISH));
        assertInstanceOf(URI.class, coercing("URL").parseValue("http://example.org/", CONTEXT, Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({
        "Date, 2023-02-29", "Date, 18.9.2024", "Date, 2024-09-18T10:00", "Date, 0000-01-01", "Date, +10000-01-01", "Date, ''",
        "DateTime, 2024-09-18T10:00:00", "DateTime, 2024-09-18", "DateTime, now", "DateTime, +10000-01-01T00:00Z", "DateTime, 9999-12-31T23:59:59Z",
        "URL, /graphql", "URL, ftp://example.org/", "URL, javascript:alert(1)", "URL, https:// /"})
    void what_is_not_understood_is_refused_with_an_example(String scalar, String text) {
        var asValue = assertThrows(GraphQLException.class, () -> coercing(scalar).parseValue(text, CONTEXT, Locale.ENGLISH));
        var asLiteral = assertThrows(GraphQLException.class, () -> coercing(scalar)
                .parseLiteral(StringValue.of(text), CoercedVariables.emptyVariables(), CONTEXT, Locale.ENGLISH));
        assertTrue(asValue.getMessage().contains("expected e.g. "), asValue.getMessage());
        assertEquals(asValue.getMessage(), asLiteral.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"Date, 0000-01-01", "Date, +10000-01-01", "DateTime, +10000-01-01T00:00Z", "DateTime, 9999-12-31T23:59:59Z"})
    void what_is_out_of_range_is_told_the_range(String scalar, String text) {
        var refused = assertThrows(GraphQLException.class, () -> coercing(scalar).parseValue(text, CONTEXT, Locale.ENGLISH));
        assertTrue(refused.getMessage().startsWith("«" + text + "» is outside the years 1 to 9999 of China's time (expected e.g. "), refused::getMessage);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2024", "true", "[1, 2]", "{a : 1}", "NOW"})
    void what_is_no_text_is_repeated_as_it_was_written(String written) {
        var literal = Parser.parseValue(written);
        var refused = assertThrows(GraphQLException.class, () -> coercing("DateTime").parseLiteral(literal, CoercedVariables.emptyVariables(), CONTEXT, Locale.ENGLISH));
        assertEquals(written.replace(" ", ""), refused.getMessage().substring(1, refused.getMessage().indexOf('»')).replace(" ", ""));
        assertTrue(refused.getMessage().contains("» is not understood (expected e.g. "), refused::getMessage);
    }

    @Test
    void what_is_long_is_not_repeated_in_full() {
        var refused = assertThrows(GraphQLException.class, () -> coercing("Date").parseValue("x".repeat(10_000), CONTEXT, Locale.ENGLISH));
        assertTrue(refused.getMessage().length() < 200);
    }

    private static Coercing<?, ?> coercing(String scalar) {
        var wiring = RuntimeWiring.newRuntimeWiring();
        new Scalars().wire(wiring);
        return wiring.build().getScalars().get(scalar).getCoercing();
    }
}
