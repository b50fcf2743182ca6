package zhicheng.server.graphql;

import graphql.schema.GraphQLFieldDefinition;
import java.util.Optional;

/**
 * What a type's default fetcher, which answers fields by name, tells the inspection at start: a default fetcher that
 * cannot say which fields it has is refused.
 */
public interface Inspected {

    /** @return why this field cannot be answered; empty where it can */
    Optional<String> gap(GraphQLFieldDefinition field);
}
