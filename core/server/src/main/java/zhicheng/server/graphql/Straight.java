package zhicheng.server.graphql;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import zhicheng.server.account.Viewer;
import zhicheng.server.read.Cost;
import zhicheng.server.read.Question;

/**
 * Knows what queries cost, and a way to answer some of them without executing them field by field. Every bean of this type is asked in turn; what none
 * of them answers is executed.
 *
 * <p>Asked on the event loop of the request (the first time that a document comes, on a thread of its own): it computes, asks, and waits for
 * nothing. The document is valid and within its limits; roles ({@code @role}) and variables are for this way to look at.
 */
public interface Straight {

    /** A query that was made ready. */
    interface Way {
        /**
         * What it costs, field by field, dearest first.
         *
         * @throws zhicheng.server.BadInput where a value that came with the request cannot be asked for
         */
        List<Cost.Share> shares();

        /** What it uses that has no meaning in some region, to be said beside the data. */
        default List<Map<String, Object>> notApplicable() {
            return List.of();
        }

        /** Whether it is answered straight; otherwise it is executed. */
        boolean isStraight();

        /** What is asked of the tables, root field by root field; what is computed asks later. */
        List<Question> questions();

        /** @return the data, JSON in UTF-8. {@link zhicheng.server.BadInput} in the stage has the query executed; {@link zhicheng.server.read.ReadRefused} becomes the answer */
        CompletionStage<byte[]> answer();
    }

    /**
     * Makes a query ready.
     *
     * @return empty where nothing is known of it
     * @throws zhicheng.server.BadInput where a value cannot be asked for: executed, it is said in its place
     */
    Optional<? extends Way> way(GraphQLSchema schema, Document document, OperationDefinition operation, Ask ask, Viewer viewer);
}
