package zhicheng.server.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.NullValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingSerializeException;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import zhicheng.server.BadInput;
import zhicheng.server.account.BlindIndex;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.read.Given;
import zhicheng.server.read.Reader;
import zhicheng.server.read.Selection;
import zhicheng.server.trail.ProtectedQuestions;

/**
 * Filters by identity number: the scalar that a number is written as, which is its blind index from there on, and who may ask. A question is written into the
 * trail before it is asked.
 */
@Singleton
@Requires(beans = Reader.class)
final class IdentityQuestions implements Wires {
    private final IdentityVault vault;
    private final ProtectedQuestions questions;

    IdentityQuestions(IdentityVault vault, ProtectedQuestions questions) {
        this.vault = vault;
        this.questions = questions;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.scalar(GraphQLScalarType.newScalar().name("IdentityNumber").coercing(new Sought(vault)).build());
    }

    /** The number stands in the address of the request. */
    static final class OnlyByPost extends RuntimeException {
        OnlyByPost(String path) {
            super(path + ": a question by a protected value must come by POST, since logs and histories keep addresses", null, false, false);
        }
    }

    /**
     * To be called before a read: does nothing where it asks by no identity number.
     *
     * @throws OnlyByPost where one is asked for in an address, by whomever
     * @throws RoleCheck.Denied where one is asked for by somebody who may not, whether or not it is one, and anybody's
     * @throws BadInput where it is none
     */
    void before(DataFetchingEnvironment field, Selection.Field wanted) {
        var sought = sought(wanted, new Given.Request(Asked.by(field), Map.of()), Asked.inBody(field));
        if (!sought.isEmpty()) questions.write(Asked.by(field), Asked.at(field), sought, Asked.in(field));
    }

    /** The numbers that a read asks by, once it is seen that they may be asked for; refused as {@link #before} refuses, and written nowhere. */
    static List<BlindIndex> sought(Selection.Field wanted, Given.Request request, boolean inBody) {
        var sought = new LinkedHashMap<String, BlindIndex>();
        find(wanted, "", request, sought);
        if (sought.isEmpty()) return List.of();
        if (!inBody) throw new OnlyByPost(sought.keySet().iterator().next());
        if (!request.viewer().isAny(IdentityVault.MAY_UNMASK)) throw new RoleCheck.Denied(IdentityVault.MAY_UNMASK, sought.keySet().iterator().next());
        sought.forEach((path, index) -> {
            if (index.complaint() != null) throw new BadInput(path + ": " + index.complaint());
        });
        return sought.values().stream().distinct().toList();
    }

    private static void find(Selection.Field field, String path, Given.Request request, Map<String, BlindIndex> found) {
        field.arguments().forEach((name, value) -> find(Given.settled(value, request), path + name, found));
        field.below().fields().forEach(below -> find(below, path + below.name() + ".", request, found));
    }

    private static void find(Object value, String path, Map<String, BlindIndex> found) {
        switch (value) {
            case BlindIndex index -> found.merge(path, index, (one, other) -> one.complaint() == null ? other : one);
            case Map<?, ?> object -> object.forEach((name, one) -> find(one, path + "." + name, found));
            case List<?> list -> {
                for (var place = 0; place < list.size(); place++) find(list.get(place), path + "[" + place + "]", found);
            }
            case null, default -> { }
        }
    }

    /** Whatever is written is taken, and said to be wrong where it is used: GraphQL's own refusals would repeat it. */
    private record Sought(IdentityVault vault) implements Coercing<BlindIndex, String> {

        @Override
        public BlindIndex parseValue(Object input, GraphQLContext context, Locale locale) {
            return input instanceof BlindIndex index ? index : vault.sought(input instanceof String text ? text : "");
        }

        @Override
        public BlindIndex parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return vault.sought(input instanceof StringValue text ? text.getValue() : "");
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return NullValue.of();
        }

        @Override
        public String serialize(Object result, GraphQLContext context, Locale locale) {
            throw new CoercingSerializeException("an identity number is asked for and never shown");
        }
    }
}
