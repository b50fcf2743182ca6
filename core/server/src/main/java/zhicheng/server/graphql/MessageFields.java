package zhicheng.server.graphql;

import static zhicheng.server.graphql.Mutations.act;
import static zhicheng.server.graphql.Mutations.id;
import static zhicheng.server.graphql.Mutations.text;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import zhicheng.server.message.MarkRead;
import zhicheng.server.read.Nouns;

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
        wiring.type("Mutation", type -> type.dataFetcher("markRead", act((viewer, at, input) -> markRead.perform(viewer, at, new MarkRead.Input(text(input, "key"), id(input, "message"))))));
        Mutations.payload(wiring, "MarkRead", "message", rows, Nouns.MESSAGE);
    }
}
