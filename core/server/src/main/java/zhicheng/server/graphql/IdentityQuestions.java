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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import zhicheng.server.BadInput;
import zhicheng.server.account.BlindIndex;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.read.Given;
import zhicheng.server.read.Reader;
import zhicheng.server.read.Selection;
import zhicheng.server.trail.ProtectedQuestions;

/**
 * Filters by identity number: the scalar that a number is written as, which is its blind index from there on, and who may ask. A question is written into the
 * trail before it is asked. One stands in an operation at most: many at once would try out what a mask leaves open.
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

    /** A condition by identity number. @param path of the condition, from where the error's own ends */
    private record Condition(String path, BlindIndex index) {}

    /** The one number that an operation may ask by. */
    static final class Only {
        private boolean isTaken;

        /** @throws BadInput where there was one before */
        private synchronized boolean take(String path) {
            if (isTaken) throw new BadInput(path + ": only one condition by identity number may stand in a request, even if it is the same number twice: ask each in a request of its own");
            return isTaken = true;
        }
    }

    /**
     * To be called before a read: does nothing where it asks by no identity number. A question that is refused, by its number or by anything beside it, is not
     * written, and does not count.
     *
     * @param look at all that is asked: throws what is wrong with it
     * @throws OnlyByPost where one is asked for in an address, by whomever
     * @throws RoleCheck.Denied where one is asked for by somebody who may not, whether or not it is one, and anybody's
     * @throws BadInput where it is none, there was one in the operation before, or {@code look} says so, all at once
     * @throws ProtectedQuestions.TooMany where the account has asked as often as it may for now
     */
    void before(DataFetchingEnvironment field, Selection.Field wanted, Supplier<?> look) {
        var several = new BadInput.Several();
        var sought = several.of(() -> sought("", wanted, Asked.request(field), Asked.inBody(field), field.getGraphQlContext().get(Only.class)));
        if (sought != null && sought.isEmpty()) return;
        several.of(look);
        several.check();
        questions.write(Asked.by(field), Asked.at(field), sought.get(), Asked.in(field));
    }

    /**
     * The number that a read asks by, once it is seen that it may be asked for; refused as {@link #before} refuses, and written nowhere.
     *
     * @param place of the field, from where the error's own path ends: nothing, or such as {@code saveAchievement.achievement.}
     * @param only of the operation
     */
    static Optional<BlindIndex> sought(String place, Selection.Field wanted, Given.Request request, boolean inBody, Only only) {
        var conditions = new ArrayList<Condition>();
        find(wanted, place, request, conditions);
        if (conditions.isEmpty()) return Optional.empty();
        var first = conditions.getFirst();
        if (!inBody) throw new OnlyByPost(first.path);
        if (!request.viewer().isAny(IdentityVault.MAY_UNMASK)) throw new RoleCheck.Denied(IdentityVault.MAY_UNMASK, first.path);
        var several = new BadInput.Several();
        for (var condition : conditions) {
            if (condition.index.complaint() != null) several.add(new BadInput(condition.path + ": " + condition.index.complaint()));
            several.of(() -> only.take(condition.path));
        }
        several.check();
        return Optional.of(first.index);
    }

    private static void find(Selection.Field field, String path, Given.Request request, List<Condition> found) {
        field.arguments().forEach((name, value) -> find(Given.settled(value, request), path + name, found));
        field.below().fields().forEach(below -> find(below, path + below.key() + ".", request, found));
    }

    private static void find(Object value, String path, List<Condition> found) {
        switch (value) {
            case BlindIndex index -> found.add(new Condition(path, index));
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
