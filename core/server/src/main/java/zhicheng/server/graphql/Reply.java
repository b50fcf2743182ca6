package zhicheng.server.graphql;

import java.util.Map;

/** What goes back. */
public sealed interface Reply {

    /** How far the request came. */
    Outcome outcome();

    /** What is said beside the data; can be added to. */
    Map<String, Object> extensions();

    /**
     * An answer as values.
     *
     * @param body errors, data, extensions, in this order; values are maps, lists, texts, numbers, booleans and nulls
     */
    record Values(Outcome outcome, Map<String, Object> body) implements Reply {
        @Override
        @SuppressWarnings("unchecked") // an object
        public Map<String, Object> extensions() {
            return (Map<String, Object>) body.get("extensions");
        }
    }

    /**
     * An answer whose data is written already, and executed.
     *
     * @param data JSON in UTF-8
     */
    record Written(byte[] data, Map<String, Object> extensions) implements Reply {

        @Override
        public Outcome outcome() {
            return Outcome.EXECUTED;
        }
    }

    /** How far a request came. */
    enum Outcome {
        /** It was executed: there is data, though single fields may have failed. */
        EXECUTED,
        /** The whole was refused: the document, its variables, its size, what it costs, the size of a statement for it or of the answer, or one question by a protected value too many. Of a mutation nothing was done. */
        REFUSED,
        /** A mutation came by GET, or a question by a protected value: it was not carried out. */
        ONLY_BY_POST,
        /** Too much is running: it was not executed, or, of a query, no data came of it because of that. */
        BUSY,
        /** The database cannot be reached or is not ready, or the server is stopping: nothing, or not all, could be answered. */
        AWAY,
        /** It took too long, and nobody waits for it any more; or, of a query, no data came of it because its statements did. */
        TIMED_OUT,
        /** The server failed. */
        FAILED
    }
}
