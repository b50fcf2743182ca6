package zhicheng.server.graphql;

import graphql.schema.idl.RuntimeWiring;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import zhicheng.server.BadInput;
import zhicheng.server.Busy;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.calendar.OfficialClock;

/**
 * The root of the schema and a few fields that go wrong in every way, in place of the whole schema: what the transport
 * does can then be seen without a database. On with {@code zhicheng.tests.schema=small}.
 */
@Factory
@Requires(property = SmallSchema.PROPERTY, value = "small")
public final class SmallSchema {

    public static final String PROPERTY = "zhicheng.tests.schema";
    public static final String SECRET = "jdbc:postgresql://inside/secret";

    static final String SDL = """
            extend type Query {
              "Says the same again."
              echo(text: String, list: [Int!], date: Date, at: DateTime, url: URL, number: Int): String
              "Who asks."
              roles: [Role!]!
              "Something within something."
              nested: Nested!
              "Throws."
              throws: String
              "Throws where null is not allowed."
              throwsNonNull: String!
              "Gives null where null is not allowed."
              nullNonNull: String!
              "Gives a text for a date."
              wrongDate: Date
              "Refuses its input."
              refuses: String
              "Takes its time."
              slow(milliseconds: Int!): String
              "Is busy."
              busy: String
              "Is busy where null is not allowed."
              busyNonNull: String!
              "Is given up where null is not allowed."
              givenUpNonNull: String!
              "For auditors."
              audit: String @role(any: [AUDITOR])
            }
            "Something within something."
            type Nested {
              "Itself."
              nested: Nested!
              "A name."
              name: String!
            }
            "What can be done."
            type Mutation {
              "Counts."
              count: Int! @role(any: [APPLICANT, SYS_ADMIN])
              "Counts, slowly."
              countSlowly(milliseconds: Int!): Int! @role(any: [PUBLIC])
              "Counts, and what it shows is busy."
              countBusy: String! @role(any: [PUBLIC])
            }
            """;

    /** How often a mutation was carried out, in all servers of this process. */
    public static final AtomicInteger COUNTED = new AtomicInteger();

    public record Nested(String name) {
        public Nested nested() {
            return new Nested(name + "'");
        }
    }

    @Context
    @Replaces(Engine.class)
    Engine engine(List<Straight> straight, TrustedDocuments trusted, Limits limits, OfficialClock clock, SecurityLog security, @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        return engine(straight, trusted, limits, clock, security, threads, SDL);
    }

    static Engine engine(List<Straight> straight, TrustedDocuments trusted, Limits limits, OfficialClock clock, SecurityLog security, ExecutorService threads, String sdl) {
        return new Engine(List.of(root(), new SdlFiles.Sdl("small.graphqls", sdl)),
                List.of(new Scalars(), new ServerWires(clock), SmallSchema::wire), straight, trusted, limits, clock, security, threads);
    }

    static SdlFiles.Sdl root() {
        return new SdlFiles().all().getFirst();
    }

    static void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type
                        .dataFetcher("echo", field -> field.getArguments().toString())
                        .dataFetcher("roles", field -> Asked.by(field).roles().stream().sorted().toList())
                        .dataFetcher("nested", field -> new Nested("n"))
                        .dataFetcher("throws", field -> { throw new IllegalStateException(SECRET); })
                        .dataFetcher("throwsNonNull", field -> { throw new IllegalStateException(SECRET); })
                        .dataFetcher("nullNonNull", field -> null)
                        .dataFetcher("wrongDate", field -> SECRET)
                        .dataFetcher("refuses", field -> { throw new BadInput("this cursor is from another list"); })
                        .dataFetcher("slow", field -> {
                            Thread.sleep(field.<Integer>getArgument("milliseconds"));
                            return "done";
                        })
                        .dataFetcher("busy", field -> { throw new Busy("held", null); })
                        .dataFetcher("busyNonNull", field -> { throw new Busy("held", null); })
                        .dataFetcher("givenUpNonNull", field -> { throw new CancellationException(); })
                        .dataFetcher("audit", field -> "trail"))
                .type("Nested", type -> type.defaultDataFetcher(Reads.from(Nested.class)))
                .type("Mutation", type -> type
                        .dataFetcher("count", field -> COUNTED.incrementAndGet())
                        .dataFetcher("countSlowly", field -> {
                            Thread.sleep(field.<Integer>getArgument("milliseconds"));
                            return COUNTED.incrementAndGet();
                        })
                        .dataFetcher("countBusy", field -> {
                            COUNTED.incrementAndGet();
                            throw new Busy("held", null);
                        }));
    }

}
