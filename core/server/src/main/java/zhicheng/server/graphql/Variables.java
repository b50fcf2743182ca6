package zhicheng.server.graphql;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.TypeFromAST;
import graphql.execution.ValuesResolver;
import graphql.language.ArrayValue;
import graphql.language.EnumValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import zhicheng.server.BadInput;
import zhicheng.server.account.Unrepeated;
import zhicheng.server.eligibility.Finding;

/** Where values do not fit the schema, those of variables and those that stand in the document: GraphQL's own reading says of which, and not where in it, nor of more than the first. */
final class Variables {
    private final SourceLocation location;
    /** Those of a request, coerced; none where a document is looked at for whoever will ask it, or the variables themselves are. */
    private final Map<String, Object> variables;

    private Variables(SourceLocation location, Map<String, Object> variables) {
        this.location = location;
        this.variables = variables;
    }

    /**
     * The places at which they do not fit; none where they do. Values are not repeated but for dates and the like, of which what looks like an identity
     * number is not.
     *
     * @param given as they came, nested no deeper than they may ({@link Inputs})
     */
    static List<Refusal> mistakes(GraphQLSchema schema, OperationDefinition operation, Map<String, Object> given) {
        try {
            ValuesResolver.coerceVariableValues(schema, operation.getVariableDefinitions(), RawVariables.of(given), GraphQLContext.getDefault(), Engine.LOCALE);
            return List.of();
        } catch (GraphQLException mistake) {
            var mistakes = told(operation.getVariableDefinitions().stream().flatMap(definition -> new Variables(definition.getSourceLocation(), Map.of()).in(schema, definition, given)));
            return mistakes.isEmpty() ? List.of(new Refusal(mistake.getMessage(), Codes.VALIDATION, mistake instanceof GraphQLError placed ? placed.getLocations() : null, null)) : mistakes;
        }
    }

    /**
     * Of a value that stands in the document.
     *
     * @param isRequired whether it cannot be left out instead
     * @param place its own, from the root field on
     */
    static Stream<Refusal> mistakes(GraphQLType wanted, boolean isRequired, Value<?> written, String place, SourceLocation location) {
        return new Variables(location, Map.of()).in(wanted, isRequired, written, place);
    }

    /**
     * The variables in a value of a valid document that are null where null may not be: one that may be null stands there too, where it or the place has a default.
     *
     * @param place as in {@link #mistakes}
     */
    static Stream<Refusal> nulls(GraphQLType wanted, Value<?> written, String place, SourceLocation location, Map<String, Object> variables) {
        return new Variables(location, variables).in(wanted, false, written, place);
    }

    /** Each once, by their places, and no more of them than are told of anything else. */
    static List<Refusal> told(Stream<Refusal> mistakes) {
        var all = mistakes.collect(Collectors.toMap(one -> BadInput.order(one.message()), one -> one, (one, _) -> one, TreeMap::new)).values();
        var more = all.size() - BadInput.MOST;
        return Stream.concat(all.stream().limit(BadInput.MOST), more > 0 ? Stream.of(Refusal.of(Codes.VALIDATION, BadInput.more(more))) : Stream.empty()).toList();
    }

    static String place(VariableDefinition definition) {
        return "variables." + definition.getName();
    }

    private Stream<Refusal> in(GraphQLSchema schema, VariableDefinition definition, Map<String, Object> given) {
        var type = TypeFromAST.getTypeFromAST(schema, definition.getType());
        var isRequired = GraphQLTypeUtil.isNonNull(type) && definition.getDefaultValue() == null;
        if (given.containsKey(definition.getName())) return in(type, isRequired, given.get(definition.getName()), place(definition));
        return isRequired ? missing(place(definition)) : Stream.empty();
    }

    private Stream<Refusal> in(GraphQLType wanted, boolean isRequired, Object given, String place) {
        var value = opened(given);
        if (value == null) return GraphQLTypeUtil.isNonNull(wanted) ? refusal(Codes.BAD_INPUT, place, "null is no value here; " + (isRequired ? "give a value" : "leave it out, or give a value")) : Stream.empty();
        if (value instanceof VariableReference variable) // is of the right type, or validation says so
            return GraphQLTypeUtil.isNonNull(wanted) && variables.containsKey(variable.getName()) && variables.get(variable.getName()) == null
                    ? refusal(Codes.BAD_INPUT, place, "$%s is null, and null is not allowed here; give it a value, or leave it out, and a default is taken".formatted(variable.getName())) : Stream.empty();
        return switch (GraphQLTypeUtil.unwrapNonNull(wanted)) {
            case GraphQLList list when value instanceof List<?> many ->
                    IntStream.range(0, many.size()).boxed().flatMap(number -> in(list.getWrappedType(), false, many.get(number), place + "[" + number + "]"));
            case GraphQLList list -> in(list.getWrappedType(), isRequired, given, place); // one value for a list of it
            case GraphQLInputObjectType object when value instanceof Map<?, ?> fields -> Stream.concat(
                    fields.entrySet().stream().flatMap(field -> in(object, (String) field.getKey(), field.getValue(), place)),
                    object.getFieldDefinitions().stream().filter(field -> !fields.containsKey(field.getName()) && isRequired(field))
                            .flatMap(field -> missing(place + "." + field.getName())));
            case GraphQLInputObjectType object -> refusal(Codes.VALIDATION, place, "an object is expected, of the type " + object.getName());
            case GraphQLEnumType words when value instanceof StringValue text && words.getValue(text.getValue()) != null ->
                    refusal(Codes.VALIDATION, place, "values of %s are written without quotes in the document: %s".formatted(words.getName(), text.getValue()));
            case GraphQLEnumType words -> (value instanceof EnumValue written ? written.getName() : value) instanceof String word && words.getValue(word) != null ? Stream.empty() : refusal(Codes.VALIDATION, place, words.getName() + " has no such value");
            case GraphQLScalarType scalar -> in(scalar, given, place);
            default -> throw new IllegalStateException("no type of a value: " + wanted);
        };
    }

    /** What stands in the document as what comes in a variable; single values are left as they stand there. */
    private static Object opened(Object value) {
        return switch (value) {
            case NullValue _ -> null;
            case ArrayValue list -> list.getValues();
            case ObjectValue object -> {
                var fields = new LinkedHashMap<String, Object>();
                object.getObjectFields().forEach(field -> fields.put(field.getName(), field.getValue()));
                yield fields;
            }
            case null, default -> value;
        };
    }

    private Stream<Refusal> in(GraphQLInputObjectType object, String name, Object value, String place) {
        var field = object.getFieldDefinition(name);
        return field != null ? in(field.getType(), isRequired(field), value, place + "." + name) : refusal(Codes.VALIDATION, place + "." + Finding.cut(Unrepeated.in(name)), object.getName() + " has no such field");
    }

    private static boolean isRequired(GraphQLInputObjectField field) {
        return GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue();
    }

    private Stream<Refusal> in(GraphQLScalarType scalar, Object value, String place) {
        try {
            if (value instanceof Value<?> written) scalar.getCoercing().parseLiteral(written, CoercedVariables.emptyVariables(), GraphQLContext.getDefault(), Engine.LOCALE);
            else scalar.getCoercing().parseValue(value, GraphQLContext.getDefault(), Engine.LOCALE);
            return Stream.empty();
        } catch (GraphQLException mistake) {
            return refusal(Codes.VALIDATION, place, mistake.getMessage().isEmpty() ? "a value of the type " + scalar.getName() + " is expected" : mistake.getMessage());
        }
    }

    private Stream<Refusal> missing(String place) {
        return refusal(Codes.VALIDATION, place, "it has to be given");
    }

    private Stream<Refusal> refusal(String code, String place, String what) {
        return Stream.of(Refusal.at(location, code, place + ": " + what));
    }
}
