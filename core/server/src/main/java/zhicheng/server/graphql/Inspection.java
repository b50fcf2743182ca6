package zhicheng.server.graphql;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Holds SDL and wiring together, once at start: whatever one has and the other lacks is a complaint. */
final class Inspection {

    private final GraphQLSchema schema;
    private final RuntimeWiring wiring;
    private final List<String> complaints = new ArrayList<>();

    private Inspection(GraphQLSchema schema, RuntimeWiring wiring) {
        this.schema = schema;
        this.wiring = wiring;
    }

    /** @return in words, in the order of the types; empty where both agree */
    static List<String> complaints(GraphQLSchema schema, RuntimeWiring wiring) {
        var inspection = new Inspection(schema, wiring);
        inspection.inSdlOnly();
        inspection.inWiringOnly();
        inspection.rolesOfMutations();
        return List.copyOf(inspection.complaints);
    }

    private void inSdlOnly() {
        for (var type : schema.getAllTypesAsList())
            if (!type.getName().startsWith("__"))
                switch (type) {
                    case GraphQLObjectType object -> object.getFieldDefinitions().forEach(field -> fetcher(object, field));
                    case GraphQLEnumType values -> values(values);
                    default -> { }
                }
    }

    private void fetcher(GraphQLObjectType type, GraphQLFieldDefinition field) {
        if (wiring.getDataFetchersForType(type.getName()).containsKey(field.getName()))
            return;
        switch (wiring.getDefaultDataFetcherForType(type.getName())) {
            case null -> complain("%s.%s: nothing answers this field", type, field.getName());
            case Inspected inspected -> inspected.gap(field)
                    .ifPresent(gap -> complain("%s.%s: " + gap.replace("%", "%%"), type, field.getName()));
            default -> complain("%s.%s: the default fetcher cannot say whether it answers this field (use Reads)", type, field.getName());
        }
    }

    private void values(GraphQLEnumType type) {
        if (wiring.getEnumValuesProviders().get(type.getName()) instanceof EnumOf values)
            values.gaps(type.getValues().stream().map(value -> value.getName()).collect(Collectors.toSet()))
                    .forEach(gap -> complaints.add("enum " + type.getName() + ": " + gap));
        else
            complaints.add("enum %s: no EnumOf gives its values".formatted(type.getName()));
    }

    private void inWiringOnly() {
        wiring.getDataFetchers().forEach((type, fetchers) -> {
            switch (schema.getType(type)) {
                case GraphQLObjectType object -> fetchers.keySet().stream()
                        .filter(field -> object.getFieldDefinition(field) == null)
                        .forEach(field -> complain("%s.%s: wired, but not in the SDL", object, field));
                case GraphQLInterfaceType _, GraphQLUnionType _, GraphQLEnumType _ -> {
                    if (!fetchers.isEmpty())
                        complaints.add("%s: has fetchers, but is no object type".formatted(type));
                }
                case null, default -> complaints.add("%s: wired, but not in the SDL".formatted(type));
            }
        });
        wiring.getTypeResolvers().keySet().stream()
                .filter(type -> !(schema.getType(type) instanceof GraphQLInterfaceType || schema.getType(type) instanceof GraphQLUnionType))
                .forEach(type -> complaints.add("%s: has a type resolver, but is no interface or union of the SDL".formatted(type)));
        wiring.getEnumValuesProviders().keySet().stream()
                .filter(type -> !(schema.getType(type) instanceof GraphQLEnumType))
                .forEach(type -> complaints.add("enum %s: wired, but not in the SDL".formatted(type)));
        wiring.getScalars().keySet().stream()
                .filter(type -> !ScalarInfo.isGraphqlSpecifiedScalar(type))
                .filter(type -> !(schema.getType(type) instanceof GraphQLScalarType))
                .forEach(type -> complaints.add("scalar %s: wired, but not in the SDL".formatted(type)));
    }

    private void rolesOfMutations() {
        if (schema.getMutationType() != null)
            for (var field : schema.getMutationType().getFieldDefinitions())
                if (RoleCheck.asked(field).isEmpty())
                    complain("%s.%s: a mutation says who may use it, with @role(any: […])", schema.getMutationType(), field.getName());
    }

    private void complain(String sentence, GraphQLNamedType type, String field) {
        complaints.add(sentence.formatted(type.getName(), field));
    }
}
