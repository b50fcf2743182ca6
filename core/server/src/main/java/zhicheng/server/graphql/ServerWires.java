package zhicheng.server.graphql;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.Instant;
import zhicheng.server.Software;
import zhicheng.server.account.Role;
import zhicheng.server.calendar.OfficialClock;

/** {@code Query.server}: what answers, and by which time. */
@Singleton
final class ServerWires implements Wires {

    /** The type Server of the SDL. */
    public record Server(String name, String version, Instant officialTime, boolean demonstration) {}

    private final OfficialClock clock;

    ServerWires(OfficialClock clock) {
        this.clock = clock;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        EnumOf.wire(wiring, "Role", Role.class);
        wiring.type("Server", type -> type.defaultDataFetcher(Reads.from(Server.class)))
                .type("Query", type -> type.dataFetcher("server",
                        field -> new Server(Software.NAME, Software.version(), Asked.at(field), clock.isDemonstration())));
    }
}
