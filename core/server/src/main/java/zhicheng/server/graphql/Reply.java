package zhicheng.server.graphql;

import java.util.Map;

/**
 * What goes back.
 *
 * @param outcome how far the request came
 * @param body errors, data, extensions, in this order; values are maps, lists, texts, numbers, booleans and nulls
 */
public record Reply(Outcome outcome, Map<String, Object> body) {

    /** How far a request came. */
    public enum Outcome {
        /** It was executed: there is data, though single fields may have failed. */
        EXECUTED,
        /** It was not executed: the document, its variables or its size were refused. */
        REFUSED,
        /** It was not executed: a mutation came by a transport for queries. */
        ONLY_BY_POST,
        /** It was not executed: too much is running. */
        BUSY,
        /** It took too long, and nobody waits for it any more. */
        TIMED_OUT,
        /** The server failed. */
        FAILED
    }
}
