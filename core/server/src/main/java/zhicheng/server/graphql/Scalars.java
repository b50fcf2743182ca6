package zhicheng.server.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.AstPrinter;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import zhicheng.server.account.Unrepeated;

/** The scalars of the root, all written as text: Date, DateTime, URL; and GraphQL's own, of which not everything is taken. */
@Singleton
final class Scalars implements Wires {
    /** The library makes a text of whatever comes in a variable, as Java writes it. */
    static final GraphQLScalarType ID = only(graphql.Scalars.GraphQLID, "a text or a whole number", value -> switch (value) {
        case String text -> text;
        case Integer _, Long _, BigInteger _ -> value.toString();
        default -> null;
    });

    /** The library takes what stands in the document and no double holds for infinite. */
    static final GraphQLScalarType FLOAT = only(graphql.Scalars.GraphQLFloat, "a number from -1.7e308 to 1.7e308",
            value -> value instanceof Number number && Double.isFinite(number.doubleValue()) ? number.doubleValue() : null);

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.scalar(scalar("Date", new OfText<>(LocalDate.class, "2024-09-18",
                        text -> years(LocalDate.parse(text)), LocalDate::toString)))
                .scalar(scalar("DateTime", new OfText<>(Instant.class, "2024-09-18T10:00:00+08:00",
                        text -> years(OffsetDateTime.parse(text).withOffsetSameInstant(CHINA)).toInstant(), Scalars::inChina)))
                .scalar(scalar("URL", new OfText<>(URI.class, "https://example.org/", Scalars::url, URI::toString)));
    }

    /** An instant as the API writes it. */
    static String inChina(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(CHINA));
    }

    private static GraphQLScalarType scalar(String name, Coercing<?, ?> coercing) {
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }

    /** The years that PostgreSQL and people understand alike. */
    private static <T extends TemporalAccessor> T years(T time) {
        var year = time.get(ChronoField.YEAR);
        if (year < 1 || year > 9999)
            throw new OutOfRange();
        return time;
    }

    /** It is a time, of a year that is not taken. */
    private static final class OutOfRange extends RuntimeException {
        OutOfRange() {
            super(null, null, false, false);
        }
    }

    private static URI url(String text) {
        var url = URI.create(text);
        if (url.getHost() == null || !("https".equals(url.getScheme()) || "http".equals(url.getScheme())))
            throw new IllegalArgumentException("absolute, http or https");
        return url;
    }

    private static String shown(Object value) {
        var text = Unrepeated.in(String.valueOf(value)); // before it is cut: half a number would not be known as one
        return "«" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "»";
    }

    private static GraphQLScalarType only(GraphQLScalarType scalar, String expected, Function<Object, Object> read) {
        return scalar.transform(one -> one.coercing(new Only(scalar.getCoercing(), "a value of the type %s is expected, %s".formatted(scalar.getName(), expected), read)));
    }

    /** @param read the same of what comes in a variable and what stands in the document; null for what is not taken */
    private record Only(Coercing<?, ?> usual, String expected, Function<Object, Object> read) implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object result, GraphQLContext context, Locale locale) {
            return usual.serialize(result, context, locale);
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return Optional.ofNullable(read.apply(input)).orElseThrow(() -> new CoercingParseValueException(expected));
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return Optional.ofNullable(read.apply(switch (input) {
                case StringValue text -> text.getValue();
                case IntValue number -> number.getValue();
                case FloatValue number -> number.getValue();
                default -> input;
            })).orElseThrow(() -> new CoercingParseLiteralException(expected));
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return usual.valueToLiteral(input, context, locale);
        }
    }

    private record OfText<T>(Class<T> type, String example, Function<String, T> parse, Function<T, String> print)
            implements Coercing<T, String> {

        @Override
        public String serialize(Object result, GraphQLContext context, Locale locale) {
            if (!type.isInstance(result))
                throw new CoercingSerializeException(type.getSimpleName() + " expected, not " + result.getClass().getName());
            return print.apply(type.cast(result));
        }

        @Override
        public T parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                if (input instanceof String text)
                    return parse.apply(text);
            } catch (RuntimeException e) {
                throw new CoercingParseValueException(expected(input, e));
            }
            throw new CoercingParseValueException(expected(input, null));
        }

        @Override
        public T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            try {
                if (input instanceof StringValue text)
                    return parse.apply(text.getValue());
            } catch (RuntimeException e) {
                throw new CoercingParseLiteralException(expected(((StringValue) input).getValue(), e));
            }
            throw new CoercingParseLiteralException(expected(AstPrinter.printAstCompact(input), null));
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return StringValue.of(input instanceof String text ? text : serialize(input, context, locale));
        }

        /** @param why what was thrown; null where it is no text */
        private String expected(Object input, RuntimeException why) {
            return "%s %s (expected e.g. \"%s\")".formatted(shown(input), why instanceof OutOfRange ? "is outside the years 1 to 9999 of China's time" : "is not understood", example);
        }
    }
}
