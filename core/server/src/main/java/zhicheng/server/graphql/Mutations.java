package zhicheng.server.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.read.Noun;
import zhicheng.server.read.Reader;
import zhicheng.server.trail.Acts;

/** How a mutation comes to its command, and its payload to the row that it is about; what the row shows is read after the commit. */
final class Mutations {
    private Mutations() {}

    /** A command, given what the mutation's {@code input} holds. */
    @FunctionalInterface
    interface Act {
        Acts.Outcome perform(Viewer viewer, Instant at, Map<String, Object> input);
    }

    static DataFetcher<Acts.Outcome> act(Act act) {
        return field -> act.perform(Asked.by(field), Asked.at(field), field.getArgument("input"));
    }

    /** @param object the payload's member that shows the row, as whoever asks may see it */
    static void payload(RuntimeWiring.Builder wiring, String mutation, String object, ReadFields rows, Noun noun) {
        payload(wiring, mutation, object, row(rows, noun));
    }

    /** @param read what brings the payload's member */
    static void payload(RuntimeWiring.Builder wiring, String mutation, String object, DataFetcher<?> read) {
        wiring.type(mutation + "Payload", type -> type.dataFetcher(object, read).dataFetcher("findings", field -> field.<Acts.Outcome>getSource().findings()));
    }

    /** The row that a mutation was about, as whoever asks may see it; null where there is none of this kind. */
    static DataFetcher<?> row(ReadFields rows, Noun noun) {
        return rows.byId(noun, field -> field.<Acts.Outcome>getSource().subject());
    }

    /** Null where it is left out. */
    static String text(Map<String, Object> input, String name) {
        return (String) input.get(name);
    }

    /** Null where they are left out. */
    @SuppressWarnings("unchecked") // as the schema has it
    static List<String> texts(Map<String, Object> input, String name) {
        return (List<String>) input.get(name);
    }

    /** An object of texts within the input. */
    @SuppressWarnings("unchecked") // as the schema has it
    static Map<String, String> object(Map<String, Object> input, String name) {
        return (Map<String, String>) input.get(name);
    }

    /** Null where it is left out. */
    static UUID id(Map<String, Object> input, String name) {
        return input.get(name) == null ? null : Reader.id((String) input.get(name));
    }
}
