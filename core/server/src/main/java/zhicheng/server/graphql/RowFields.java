package zhicheng.server.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers the fields of a row that was read: by their keys, since the read put them under these, and as the values that the schema knows. */
final class RowFields implements DataFetcher<Object>, Inspected {
    private final String of;
    private final Set<String> names;

    RowFields(String of, Collection<String> names) {
        this.of = of;
        this.names = Set.copyOf(names);
    }

    @Override
    public Optional<String> gap(GraphQLFieldDefinition field) {
        return names.contains(field.getName()) ? Optional.empty() : Optional.of("no read brings %s.%s".formatted(of, field.getName()));
    }

    @Override
    public Object get(DataFetchingEnvironment field) {
        Map<String, Object> row = field.getSource();
        return value(row.get(field.getMergedField().getResultKey()), GraphQLTypeUtil.unwrapAll(field.getFieldType()), field);
    }

    static Object value(Object value, GraphQLType type, DataFetchingEnvironment field) {
        return switch (value) {
            case null -> null;
            case List<?> many -> many.stream().map(one -> value(one, type, field)).toList();
            case String text when type instanceof GraphQLEnumType words -> words.getValue(text).getValue();
            case String text when type instanceof GraphQLScalarType scalar ->
                    scalar.getCoercing().parseValue(text, field.getGraphQlContext(), field.getLocale());
            default -> value;
        };
    }
}
