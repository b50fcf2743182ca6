package zhicheng.server.graphql;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How much one request may ask for, whichever way it comes. Counted after fragments are put in place. A request over a
 * limit is refused with the limit's name and value before anything is executed. Beside these stand what nobody configures: a page has 100 rows at most, an order 8 keys, groups 8
 * dimensions, an object of an answer 100 fields, a text that something is compared with 1000 characters, one that is looked for 200, a statement 32,767 values and a million characters, the JSON of a request {@link #DEEPEST} and four objects and lists within one another and numbers of 100 characters (the read compiler says where there are more).
 *
 * @param bodyBytes size of a request's body
 * @param queryCharacters length of the GraphQL document
 * @param tokens words and signs of the document
 * @param depth fields within fields
 * @param fields fields in all
 * @param rootFields fields of Query or Mutation: so many acts there are in a request at most, each of which is charged as any field that is executed, with what its payload shows
 * @param aliases fields with another name
 * @param directives directives in all
 * @param listEntries entries of any one list in arguments or variables
 * @param conditions comparisons in all filters of an operation, and words of its orders, as often as they stand in it ({@link Inputs})
 * @param relations steps over relations in all filters, orders and groups of an operation, those within one another each by itself, and in an explanation as often as it asks them ({@link zhicheng.server.read.Cost})
 * @param inputDepth objects and lists within one another in one argument or variable: of filters, and, or, not, relations
 * @param cost what a query may cost, see {@link zhicheng.server.read.Cost}
 * @param introspection whether the schema may be asked for
 * @param time how long an operation may run that is executed; what the tables answer straight ends with its statements
 *        ({@code zhicheng.read.statement-timeout}, and two seconds more where the database says nothing)
 * @param running operations that are executed at the same time, together with the documents that are parsed and validated because they have not come before; more
 *        are sent away. What the tables answer straight is bounded by {@code zhicheng.read.waiting}
 */
@ConfigurationProperties("zhicheng.graphql.limits")
public record Limits(
        @Bindable(defaultValue = "1048576") int bodyBytes,
        @Bindable(defaultValue = "50000") int queryCharacters,
        @Bindable(defaultValue = "5000") int tokens,
        @Bindable(defaultValue = "20") int depth,
        @Bindable(defaultValue = "1000") int fields,
        @Bindable(defaultValue = "20") int rootFields,
        @Bindable(defaultValue = "50") int aliases,
        @Bindable(defaultValue = "50") int directives,
        @Bindable(defaultValue = "500") int listEntries,
        @Bindable(defaultValue = "200") int conditions,
        @Bindable(defaultValue = "150") int relations,
        @Bindable(defaultValue = "32") int inputDepth,
        @Bindable(defaultValue = "20000") long cost,
        @Bindable(defaultValue = "false") boolean introspection,
        @Bindable(defaultValue = "10s") Duration time,
        @Bindable(defaultValue = "200") int running) {

    /** What the reader of JSON takes in all is deeper by what is around the variables. */
    public static final int DEEPEST = 60;

    public Limits {
        if (bodyBytes < 1 || queryCharacters < 1 || tokens < 1 || depth < 1 || fields < 1 || rootFields < 1
                || aliases < 0 || directives < 0 || listEntries < 1 || conditions < 1 || relations < 1 || inputDepth < 1 || cost < 1 || running < 1 || !time.isPositive())
            throw new IllegalArgumentException("zhicheng.graphql.limits.*: every limit is positive (aliases and directives may be 0)");
        if (inputDepth > DEEPEST)
            throw new IllegalArgumentException("zhicheng.graphql.limits.input-depth is at most " + DEEPEST);
    }
}
