package zhicheng.server.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.dossier.RecordTransfer;
import zhicheng.server.nomination.RecogniseNominator;
import zhicheng.server.nomination.RevokeNominator;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Reader;
import zhicheng.server.trail.Acts;

/** Who may nominate, and what transfers use up: each mutation of the SDL by the command of its name. */
@Singleton
final class NominationFields implements Wires {
    private final ReadFields rows;
    private final RecogniseNominator recogniseNominator;
    private final RecordTransfer recordTransfer;
    private final RevokeNominator revokeNominator;

    NominationFields(ReadFields rows, RecogniseNominator recogniseNominator, RecordTransfer recordTransfer, RevokeNominator revokeNominator) {
        this.rows = rows;
        this.recordTransfer = recordTransfer;
        this.recogniseNominator = recogniseNominator;
        this.revokeNominator = revokeNominator;
    }

    @FunctionalInterface
    private interface Act {
        Acts.Outcome perform(Viewer viewer, Instant at, Map<String, Object> input);
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type
                .dataFetcher("recogniseNominator", act((viewer, at, input) -> recogniseNominator.perform(viewer, at,
                        new RecogniseNominator.Input(text(input, "key"), id(input, "organisation"), text(input, "category"), text(input, "grade"), text(input, "document"), (LocalDate) input.get("from")))))
                .dataFetcher("recordTransfer", act((viewer, at, input) -> recordTransfer.perform(viewer, at,
                        new RecordTransfer.Input(text(input, "key"), id(input, "dossier"), text(input, "fromSeries"), (LocalDate) input.get("levelSince"), text(input, "document")))))
                .dataFetcher("revokeNominator", act((viewer, at, input) -> revokeNominator.perform(viewer, at,
                        new RevokeNominator.Input(text(input, "key"), id(input, "organisation"), text(input, "category"), text(input, "reason"), text(input, "document"))))));
        for (var name : List.of("RecogniseNominator", "RevokeNominator"))
            wiring.type(name + "Payload", type -> type.dataFetcher("organisation", rows.byId(Nouns.ORGANISATION, field -> field.<Acts.Outcome>getSource().subject()))
                    .dataFetcher("findings", field -> field.<Acts.Outcome>getSource().findings()));
        wiring.type("RecordTransferPayload", type -> type.dataFetcher("dossier", rows.byId(Nouns.DOSSIER, field -> field.<Acts.Outcome>getSource().subject()))
                .dataFetcher("findings", field -> field.<Acts.Outcome>getSource().findings()));
    }

    private static DataFetcher<Acts.Outcome> act(Act act) {
        return field -> act.perform(Asked.by(field), Asked.at(field), field.getArgument("input"));
    }

    private static String text(Map<String, Object> input, String name) {
        return (String) input.get(name);
    }

    private static UUID id(Map<String, Object> input, String name) {
        return Reader.id(text(input, name));
    }
}
