package zhicheng.server.graphql;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import zhicheng.server.account.Viewer;

/** By whom, when, and in which request a field is asked for. */
public final class Asked {

    /** Key of the request's id in the {@link GraphQLContext}: a string. */
    public static final String REQUEST = "request";
    /** Key of the official time of the request in the {@link GraphQLContext}: an {@link Instant}. */
    public static final String AT = "at";

    private Asked() {}

    /** @return never null; the public where no token was shown */
    public static Viewer by(DataFetchingEnvironment field) {
        return field.getGraphQlContext().get(Viewer.class);
    }

    /** The official time, the same for all fields of one request. */
    public static Instant at(DataFetchingEnvironment field) {
        return field.getGraphQlContext().get(AT);
    }

    /** The id under which the log keeps this request. */
    public static String in(DataFetchingEnvironment field) {
        return field.getGraphQlContext().get(REQUEST);
    }
}
