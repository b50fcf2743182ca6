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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import zhicheng.server.account.Unrepeated;
import zhicheng.server.eligibility.Finding;

/** Where variables do not fit the schema: GraphQL's own reading says of which variable, and not where in it. */
final class Variables {
    /** What is wrong with a null in the document, too. */
    static final String NULL = "null is no value here; leave it out, or give a value";

    private static final int MOST = 100;

    private final VariableDefinition definition;

    private Variables(VariableDefinition definition) {
        this.definition = definition;
    }

    /**
     * The places at which they do not fit, no more than {@link #MOST}; none where they do. Values are not repeated but for dates and the like, of which what looks like an identity
     * number is not.
     *
     * @param given as they came, nested no deeper than they may ({@link Inputs})
     */
    static List<Refusal> mistakes(GraphQLSchema schema, OperationDefinition operation, Map<String, Object> given) {
        try {
            ValuesResolver.coerceVariableValues(schema, operation.getVariableDefinitions(), RawVariables.of(given), GraphQLContext.getDefault(), Engine.LOCALE);
            return List.of();
        } catch (GraphQLException mistake) {
            var mistakes = operation.getVariableDefinitions().stream().flatMap(definition -> new Variables(definition).mistakes(schema, given)).limit(MOST).toList();
            return mistakes.isEmpty() ? List.of(new Refusal(mistake.getMessage(), Codes.VALIDATION, mistake instanceof GraphQLError placed ? placed.getLocations() : null, null)) : mistakes;
        }
    }

    private Stream<Refusal> mistakes(GraphQLSchema schema, Map<String, Object> given) {
        var type = TypeFromAST.getTypeFromAST(schema, definition.getType());
        var place = "variables." + definition.getName();
        if (given.containsKey(definition.getName())) return in(type, given.get(definition.getName()), place);
        return GraphQLTypeUtil.isNonNull(type) && definition.getDefaultValue() == null ? missing(place) : Stream.empty();
    }

    private Stream<Refusal> in(GraphQLType wanted, Object value, String place) {
        if (value == null) return GraphQLTypeUtil.isNonNull(wanted) ? refusal(Codes.BAD_INPUT, place, NULL) : Stream.empty();
        return switch (GraphQLTypeUtil.unwrapNonNull(wanted)) {
            case GraphQLList list when value instanceof List<?> many ->
                    IntStream.range(0, many.size()).boxed().flatMap(number -> in(list.getWrappedType(), many.get(number), place + "[" + number + "]"));
            case GraphQLList list -> in(list.getWrappedType(), value, place); // one value for a list of it
            case GraphQLInputObjectType object when value instanceof Map<?, ?> fields -> Stream.concat(
                    fields.entrySet().stream().flatMap(field -> in(object, (String) field.getKey(), field.getValue(), place)),
                    object.getFieldDefinitions().stream().filter(field -> !fields.containsKey(field.getName()) && GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue())
                            .flatMap(field -> missing(place + "." + field.getName())));
            case GraphQLInputObjectType object -> refusal(Codes.VALIDATION, place, "an object is expected, of the type " + object.getName());
            case GraphQLEnumType words -> value instanceof String word && words.getValue(word) != null ? Stream.empty() : refusal(Codes.VALIDATION, place, words.getName() + " has no such value");
            case GraphQLScalarType scalar -> in(scalar, value, place);
            default -> throw new IllegalStateException("no type of a value: " + wanted);
        };
    }

    private Stream<Refusal> in(GraphQLInputObjectType object, String name, Object value, String place) {
        var field = object.getFieldDefinition(name);
        return field != null ? in(field.getType(), value, place + "." + name) : refusal(Codes.VALIDATION, place + "." + Finding.cut(Unrepeated.in(name)), object.getName() + " has no such field");
    }

    private Stream<Refusal> in(GraphQLScalarType scalar, Object value, String place) {
        try {
            scalar.getCoercing().parseValue(value, GraphQLContext.getDefault(), Engine.LOCALE);
            return Stream.empty();
        } catch (GraphQLException mistake) {
            return refusal(Codes.VALIDATION, place, mistake.getMessage());
        }
    }

    private Stream<Refusal> missing(String place) {
        return refusal(Codes.VALIDATION, place, "it has to be given");
    }

    private Stream<Refusal> refusal(String code, String place, String what) {
        return Stream.of(Refusal.at(definition.getSourceLocation(), code, place + ": " + what));
    }
}
