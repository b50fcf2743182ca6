package zhicheng.server.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.idl.SchemaDirectiveWiring;
import graphql.schema.idl.SchemaDirectiveWiringEnvironment;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import zhicheng.server.account.Role;

/** {@code @role(any: …)}: the field's fetcher runs only for a viewer who has one of the roles. */
final class RoleCheck implements SchemaDirectiveWiring {

    /** The directive's name. */
    static final String NAME = "role";

    /** The viewer lacks the role. */
    static final class Denied extends RuntimeException {

        private final Set<Role> asked;
        private final String what;

        /** @param what is for these roles: a field, or a place in its arguments */
        Denied(Set<Role> asked, String what) {
            super(null, null, false, false);
            this.asked = asked;
            this.what = what;
        }

        String what() {
            return what;
        }

        Set<Role> asked() {
            return asked;
        }
    }

    @Override
    public GraphQLFieldDefinition onField(SchemaDirectiveWiringEnvironment<GraphQLFieldDefinition> environment) {
        var asked = asked(environment.getElement());
        var type = environment.getFieldsContainer().getName();
        if (asked.isEmpty())
            throw new IllegalStateException("%s.%s: @role names no role".formatted(type, environment.getElement().getName()));
        var fetcher = environment.getFieldDataFetcher();
        DataFetcher<Object> guarded = field -> {
            if (!Asked.by(field).isAny(asked))
                throw new Denied(asked, field.getFieldDefinition().getName());
            return fetcher.get(field);
        };
        environment.getCodeRegistry().dataFetcher(FieldCoordinates.coordinates(type, environment.getElement().getName()), guarded);
        return environment.getElement();
    }

    /** @return empty where the field is open to everybody */
    static Set<Role> asked(GraphQLFieldDefinition field) {
        var directive = field.getAppliedDirective(NAME);
        return directive == null
                ? Set.of()
                : ((Collection<?>) directive.getArgument("any").getValue()).stream()
                        .map(role -> Role.valueOf(role.toString()))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
