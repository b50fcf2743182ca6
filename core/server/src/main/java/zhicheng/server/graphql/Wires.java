package zhicheng.server.graphql;

import graphql.schema.idl.RuntimeWiring;

/**
 * Ties types of the SDL to what answers them. Every bean of this type is asked once, at start.
 *
 * <p>Every field needs a fetcher: one of its own, or its type's {@link Reads}. Every enum needs {@link EnumOf}. What
 * is missing or too much is reported by {@link Inspection}, and the server does not start.
 */
public interface Wires {

    /** @param wiring to add fetchers, scalars, enum values and type resolvers to */
    void wire(RuntimeWiring.Builder wiring);
}
