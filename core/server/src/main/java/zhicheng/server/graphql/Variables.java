package zhicheng.server.graphql;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.RawVariables;
import graphql.execution.TypeFromAST;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import zhicheng.server.account.Unrepeated;
import zhicheng.server.eligibility.Finding;

/** Where variables do not fit the schema: GraphQL's own reading says of which variable, and not where in it. */
final class Variables {
    /** What is wrong with a null in the document, too. */
    static final String NULL = "null is no value here; leave it out, or give a value";

    private final VariableDefinition definition;

    private Variables(VariableDefinition definition) {
        this.definition = definition;
    }

    /**
     * The first place at which they do not fit, in message and path; empty where they do. Values are not repeated but for dates and the like, of which what looks like an identity
     * number is not.
     *
     * @param given as they came, nested no deeper than they may ({@link Inputs})
     */
    static Optional<Refusal> mistake(GraphQLSchema schema, OperationDefinition operation, Map<String, Object> given) {
        try {
            ValuesResolver.coerceVariableValues(schema, operation.getVariableDefinitions(), RawVariables.of(given), GraphQLContext.getDefault(), Engine.LOCALE);
            return Optional.empty();
        } catch (GraphQLException mistake) {
            return Optional.of(operation.getVariableDefinitions().stream().map(definition -> new Variables(definition).mistake(schema, given)).filter(Objects::nonNull).findFirst()
                    .orElseGet(() -> new Refusal(mistake.getMessage(), Codes.VALIDATION, mistake instanceof GraphQLError placed ? placed.getLocations() : null, null)));
        }
    }

    private Refusal mistake(GraphQLSchema schema, Map<String, Object> given) {
        var type = TypeFromAST.getTypeFromAST(schema, definition.getType());
        var path = List.<Object>of(definition.getName());
        if (given.containsKey(definition.getName())) return in(type, given.get(definition.getName()), path);
        return GraphQLTypeUtil.isNonNull(type) && definition.getDefaultValue() == null ? missing(path) : null;
    }

    /** @return null where it fits */
    private Refusal in(GraphQLType wanted, Object value, List<Object> path) {
        if (value == null) return GraphQLTypeUtil.isNonNull(wanted) ? refusal(Codes.BAD_INPUT, path, NULL) : null;
        return switch (GraphQLTypeUtil.unwrapNonNull(wanted)) {
            case GraphQLList list when value instanceof List<?> many ->
                    first(IntStream.range(0, many.size()).mapToObj(place -> () -> in(list.getWrappedType(), many.get(place), and(path, place))));
            case GraphQLList list -> in(list.getWrappedType(), value, path); // one value for a list of it
            case GraphQLInputObjectType object when value instanceof Map<?, ?> fields -> first(Stream.concat(
                    fields.entrySet().stream().map(field -> () -> in(object, (String) field.getKey(), field.getValue(), path)),
                    object.getFieldDefinitions().stream().filter(field -> !fields.containsKey(field.getName()) && GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue())
                            .map(field -> () -> missing(and(path, field.getName())))));
            case GraphQLInputObjectType object -> refusal(Codes.VALIDATION, path, "an object is expected, of the type " + object.getName());
            case GraphQLEnumType words -> value instanceof String word && words.getValue(word) != null ? null : refusal(Codes.VALIDATION, path, words.getName() + " has no such value");
            case GraphQLScalarType scalar -> in(scalar, value, path);
            default -> throw new IllegalStateException("no type of a value: " + wanted);
        };
    }

    private Refusal in(GraphQLInputObjectType object, String name, Object value, List<Object> path) {
        var field = object.getFieldDefinition(name);
        return field != null ? in(field.getType(), value, and(path, name)) : refusal(Codes.VALIDATION, and(path, Finding.cut(Unrepeated.in(name))), object.getName() + " has no such field");
    }

    private Refusal in(GraphQLScalarType scalar, Object value, List<Object> path) {
        try {
            scalar.getCoercing().parseValue(value, GraphQLContext.getDefault(), Engine.LOCALE);
            return null;
        } catch (GraphQLException mistake) {
            return refusal(Codes.VALIDATION, path, mistake.getMessage());
        }
    }

    private static Refusal first(Stream<Supplier<Refusal>> parts) {
        return parts.map(Supplier::get).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private Refusal missing(List<Object> path) {
        return refusal(Codes.VALIDATION, path, "it has to be given");
    }

    private Refusal refusal(String code, List<Object> path, String what) {
        var place = new StringBuilder();
        for (var step : path) place.append(step instanceof Integer ? "[" + step + "]" : place.isEmpty() ? step : "." + step);
        return new Refusal(place + ": " + what, code, definition.getSourceLocation() == null ? null : List.of(definition.getSourceLocation()), path);
    }

    private static List<Object> and(List<Object> path, Object step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
