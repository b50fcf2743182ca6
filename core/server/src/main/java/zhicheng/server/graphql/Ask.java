package zhicheng.server.graphql;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * One GraphQL request, however it came.
 *
 * @param query the document
 * @param operationName null where the document has one operation
 * @param variables may be empty
 * @param isDryRun whether only the cost is wanted, and nothing is to be executed
 * @param mayChange false where the transport is an address (GET): it is for queries only, and not for those by protected values
 * @param address where it comes from, for what is counted against guessing; null where that is not known
 * @param gone completed when whoever asks has gone and waits for no answer; null where nobody says so
 */
public record Ask(String query, String operationName, Map<String, Object> variables, boolean isDryRun, boolean mayChange, String address, CompletionStage<?> gone) {

    /** From nowhere in particular, by somebody who stays. */
    public Ask(String query, String operationName, Map<String, Object> variables, boolean isDryRun, boolean mayChange) {
        this(query, operationName, variables, isDryRun, mayChange, null, null);
    }
}
