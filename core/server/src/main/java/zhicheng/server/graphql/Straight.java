package zhicheng.server.graphql;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import zhicheng.server.account.Viewer;

/**
 * A way to answer a query without executing it field by field. Every bean of this type is asked in turn; what none of them answers is executed.
 *
 * <p>Asked on the event loop of the request (the first time that a document comes, on a thread of its own): it computes, asks, and waits for
 * nothing. The document is valid and within its limits; roles ({@code @role}) and variables are for this way to look at.
 */
public interface Straight {

    /**
     * Answers a query.
     *
     * @param at the official time
     * @param request the request's id
     * @return empty where this is not its way; otherwise the whole body of the response, JSON in UTF-8. {@link zhicheng.server.BadInput}, thrown or in the stage, has
     *         the query executed, so that the mistake is said in its place; {@link zhicheng.server.read.ReadRefused} becomes the answer
     */
    Optional<CompletionStage<byte[]>> answer(Document document, OperationDefinition operation, Ask ask, Viewer viewer, Instant at, String request);
}
