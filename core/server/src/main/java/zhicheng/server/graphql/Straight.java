package zhicheng.server.graphql;

import graphql.GraphQLError;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import zhicheng.server.account.Viewer;
import zhicheng.server.read.Cost;
import zhicheng.server.read.Question;

/**
 * Knows what operations cost, and a way to answer some of them without executing them field by field. Every bean of this type is asked in turn; what none
 * of them answers is executed.
 *
 * <p>Asked on the event loop of the request (the first time that a document comes, on a thread of its own): it computes, asks, and waits for
 * nothing. The document is valid and within its limits; roles ({@code @role}) and variables are for this way to look at.
 */
public interface Straight {

    /** An operation that was made ready. */
    interface Way {
        /** What it costs, field by field, dearest first: no statement is made for it. */
        List<Cost.Share> shares();

        /** What it uses that has no meaning in some region, to be said beside the data. */
        default List<Map<String, Object>> notApplicable() {
            return List.of();
        }

        /**
         * What executing it would refuse as of the official time of its request, in its place, as far as that is seen without asking the tables: for a dry run, which executes
         * nothing, for acts, of which none is performed where one may not be, and for a query of which no statement can be made.
         *
         * @param inBody whether it came in a body, not in an address
         * @param denied is told of each role that is lacking
         */
        default List<? extends GraphQLError> mistakes(boolean inBody, Consumer<RoleCheck.Denied> denied) {
            return List.of();
        }

        /**
         * Whether it is answered straight; otherwise it is executed.
         *
         * @throws zhicheng.server.read.ReadRefused where a statement for it would be larger than one may be, which is among its mistakes
         */
        boolean isStraight();

        /**
         * What is asked of the tables, root field by root field; what is computed asks later.
         *
         * @throws zhicheng.server.BadInput where something cannot be asked for
         */
        List<Question> questions();

        /** @return the data, JSON in UTF-8. {@link zhicheng.server.BadInput} in the stage has the query executed; {@link zhicheng.server.read.ReadRefused} becomes the answer */
        CompletionStage<byte[]> answer();
    }

    /**
     * Makes an operation ready, as of the official time of its request. Of a mutation it is what its acts are given and what its payload shows that is looked at, and the payload that is priced, before it is performed.
     *
     * @return empty where nothing is known of it
     * @throws Refused where it asks for more than a limit, or a variable is null where null may not be
     * @throws zhicheng.server.BadInput where a value cannot be asked for: a query is executed, and it is said in its place; a mutation is refused
     * @throws RoleCheck.Denied where the payload of a mutation asks by a protected value, for somebody who may not
     */
    Optional<? extends Way> way(GraphQLSchema schema, Parsed document, OperationDefinition operation, Ask ask, Viewer viewer, Instant at);

    /** A document is remembered no longer: what was made of it will not be asked for again. */
    default void forget(Parsed document) {}
}
