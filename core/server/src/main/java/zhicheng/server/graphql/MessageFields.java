package zhicheng.server.graphql;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Map;
import zhicheng.server.message.MarkRead;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Reader;
import zhicheng.server.trail.Acts;

/** What is done with messages to people. */
@Singleton
final class MessageFields implements Wires {
    private final ReadFields rows;
    private final MarkRead markRead;

    MessageFields(ReadFields rows, MarkRead markRead) {
        this.rows = rows;
        this.markRead = markRead;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type.dataFetcher("markRead", field -> {
            Map<String, Object> input = field.getArgument("input");
            return markRead.perform(Asked.by(field), Asked.at(field), new MarkRead.Input((String) input.get("key"), Reader.id((String) input.get("message"))));
        }));
        wiring.type("MarkReadPayload", type -> type.dataFetcher("message", rows.byId(Nouns.MESSAGE, field -> field.<Acts.Outcome>getSource().subject()))
                .dataFetcher("findings", field -> field.<Acts.Outcome>getSource().findings()));
    }
}
