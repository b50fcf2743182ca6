package zhicheng.server.graphql;

/** What kind of error a top-level error is: {@code extensions.code}. */
public final class Codes {

    /** The HTTP request is not a GraphQL request. */
    public static final String BAD_REQUEST = "BAD_REQUEST";
    /** The document is not GraphQL. */
    public static final String SYNTAX = "SYNTAX";
    /** The document, or its variables, do not fit the schema. */
    public static final String VALIDATION = "VALIDATION";
    /** More was asked for than {@link Limits} allow, or the answer, or the statement for it, is larger than one may be. */
    public static final String LIMIT = "LIMIT";
    /** The document is not registered, and the viewer may not ask what he likes. */
    public static final String NOT_TRUSTED = "NOT_TRUSTED";
    /** It was asked by the SHA-256 of a document, and none with this one is registered. */
    public static final String PERSISTED_QUERY_NOT_FOUND = "PERSISTED_QUERY_NOT_FOUND";
    /** The query costs more than one may. */
    public static final String COST = "COST";
    /** A value of the right type that means nothing here. */
    public static final String BAD_INPUT = "BAD_INPUT";
    /** An account is needed, or the token shown is not good. */
    public static final String UNAUTHENTICATED = "UNAUTHENTICATED";
    /** The account lacks the role. */
    public static final String FORBIDDEN = "FORBIDDEN";
    /** A mutation came by GET, or a question by a protected value. */
    public static final String ONLY_BY_POST = "ONLY_BY_POST";
    /** The operation took too long and was given up. */
    public static final String TIMEOUT = "TIMEOUT";
    /** Too much runs at this moment, or something else holds what is needed: try again; a mutation with the same idempotency key, for it may be done, and only what it shows not read. */
    public static final String BUSY = "BUSY";
    /** The database cannot be reached or is not ready, or the server is stopping: try again; of a mutation it is not known whether it was done, ask with the same idempotency key. */
    public static final String UNAVAILABLE = "UNAVAILABLE";
    /** A fault of the server; the log has it under the request's id. */
    public static final String INTERNAL = "INTERNAL";

    private Codes() {}
}
