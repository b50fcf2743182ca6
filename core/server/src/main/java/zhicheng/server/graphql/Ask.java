package zhicheng.server.graphql;

import java.util.Map;

/**
 * One GraphQL request, however it came.
 *
 * @param query the document
 * @param operationName null where the document has one operation
 * @param variables may be empty
 * @param isDryRun whether only the cost is wanted, and nothing is to be executed
 * @param mayChange false where the transport is an address (GET): it is for queries only, and not for those by protected values
 * @param address where it comes from, for what is counted against guessing; null where that is not known
 */
public record Ask(String query, String operationName, Map<String, Object> variables, boolean isDryRun, boolean mayChange, String address) {

    /** From nowhere in particular. */
    public Ask(String query, String operationName, Map<String, Object> variables, boolean isDryRun, boolean mayChange) {
        this(query, operationName, variables, isDryRun, mayChange, null);
    }
}
