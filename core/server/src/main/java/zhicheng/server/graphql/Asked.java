package zhicheng.server.graphql;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import zhicheng.server.BadInput;
import zhicheng.server.account.Viewer;
import zhicheng.server.account.Visitor;
import zhicheng.server.read.Given;

/** By whom, when, and in which request a field is asked for. */
public final class Asked {

    /** Key of the request's id in the {@link GraphQLContext}: a string. */
    public static final String REQUEST = "request";
    /** Key of the official time of the request in the {@link GraphQLContext}: an {@link Instant}. */
    public static final String AT = "at";
    /** Key of a truth in the {@link GraphQLContext}: whether the request came in a body ({@link Ask#mayChange}), not in an address. */
    static final String IN_BODY = "inBody";

    /** Key of an {@link AtomicLong} in the {@link GraphQLContext}: with how many bytes of the tables the request was answered so far. */
    static final String ANSWERED = "answered";

    /** Key of a truth in the {@link GraphQLContext}, where nobody waits for the answer any more. */
    static final String WITHDRAWN = "withdrawn";

    /** Key of a {@link Visitor} in the {@link GraphQLContext}. */
    static final String VISITOR = "visitor";

    private static final Instant FIRST = OffsetDateTime.parse("2000-01-01T00:00+08:00").toInstant();
    private static final Instant END = OffsetDateTime.parse("2100-01-01T00:00+08:00").toInstant();

    private Asked() {}

    /** @return never null; the public where no token was shown; for a mutation, in the capacity in which he is permitted it ({@code @role(any: …)}) */
    public static Viewer by(DataFetchingEnvironment field) {
        Viewer viewer = field.getGraphQlContext().get(Viewer.class);
        if (field.getParentType() != field.getGraphQLSchema().getMutationType()) return viewer;
        var asked = RoleCheck.asked(field.getFieldDefinition());
        return asked.isEmpty() ? viewer : viewer.acting(asked);
    }

    /** From where, whoever it is. */
    static Visitor visitor(DataFetchingEnvironment field) {
        return field.getGraphQlContext().get(VISITOR);
    }

    /** By whom and when a field asks the tables; its arguments are settled. */
    static Given.Request request(DataFetchingEnvironment field) {
        return new Given.Request(by(field), Map.of(), at(field), null, field.getGraphQlContext().get(ANSWERED));
    }

    /** The official time, the same for all fields of one request. */
    public static Instant at(DataFetchingEnvironment field) {
        return field.getGraphQlContext().get(AT);
    }

    /**
     * The instant that a field is asked about: its argument {@code at}, the official time where that is left out.
     *
     * @throws BadInput for an instant before 2000 or after 2099, of which no notice speaks
     */
    static Instant about(DataFetchingEnvironment field) {
        return about(field.getArgument("at"), at(field));
    }

    /** As {@link #about(DataFetchingEnvironment)}. @param at null where it is left out */
    static Instant about(Instant at, Instant now) {
        if (at == null)
            return now;
        if (at.isBefore(FIRST) || !at.isBefore(END))
            throw new BadInput("at: %s is outside the years 2000 to 2099".formatted(Scalars.inChina(at)));
        return at;
    }

    /** Whether what was asked stands in no address, which logs and histories keep. */
    static boolean inBody(DataFetchingEnvironment field) {
        return field.getGraphQlContext().get(IN_BODY);
    }

    /** Whether nobody waits for the answer any more: what is stopped for that where it stands is no fault. */
    static boolean isWithdrawn(DataFetchingEnvironment field) {
        return field.getGraphQlContext().getBoolean(WITHDRAWN);
    }

    /** The id under which the log keeps this request. */
    public static String in(DataFetchingEnvironment field) {
        return field.getGraphQlContext().get(REQUEST);
    }
}
