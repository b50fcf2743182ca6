package zhicheng.server.graphql;

import static zhicheng.server.graphql.Mutations.act;
import static zhicheng.server.graphql.Mutations.id;
import static zhicheng.server.graphql.Mutations.text;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import zhicheng.server.dossier.RecordEarlierTransfer;
import zhicheng.server.dossier.RecordTransfer;
import zhicheng.server.nomination.RecogniseNominator;
import zhicheng.server.nomination.RevokeNominator;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Reader;
import zhicheng.spi.Level;

/** Who may nominate, and what transfers use up: each mutation of the SDL by the command of its name. */
@Singleton
final class NominationFields implements Wires {
    private final ReadFields rows;
    private final RecogniseNominator recogniseNominator;
    private final RecordEarlierTransfer recordEarlierTransfer;
    private final RecordTransfer recordTransfer;
    private final RevokeNominator revokeNominator;

    NominationFields(ReadFields rows, RecogniseNominator recogniseNominator, RecordEarlierTransfer recordEarlierTransfer, RecordTransfer recordTransfer, RevokeNominator revokeNominator) {
        this.rows = rows;
        this.recordEarlierTransfer = recordEarlierTransfer;
        this.recordTransfer = recordTransfer;
        this.recogniseNominator = recogniseNominator;
        this.revokeNominator = revokeNominator;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type
                .dataFetcher("recogniseNominator", act((viewer, at, input) -> recogniseNominator.perform(viewer, at,
                        new RecogniseNominator.Input(text(input, "key"), id(input, "organisation"), text(input, "category"), text(input, "grade"), text(input, "document"), (LocalDate) input.get("from")))))
                .dataFetcher("recordEarlierTransfer", act((viewer, at, input) -> recordEarlierTransfer.perform(viewer, at,
                        new RecordEarlierTransfer.Input(text(input, "key"), id(input, "person"), text(input, "fromSeries"), text(input, "series"), (Level) input.get("level"), (LocalDate) input.get("levelSince"),
                                text(input, "document"), ((List<?>) input.get("served")).stream().map(one -> Reader.id((String) one)).toList()))))
                .dataFetcher("recordTransfer", act((viewer, at, input) -> recordTransfer.perform(viewer, at,
                        new RecordTransfer.Input(text(input, "key"), id(input, "dossier"), text(input, "fromSeries"), (LocalDate) input.get("levelSince"), text(input, "document")))))
                .dataFetcher("revokeNominator", act((viewer, at, input) -> revokeNominator.perform(viewer, at,
                        new RevokeNominator.Input(text(input, "key"), id(input, "organisation"), text(input, "category"), text(input, "reason"), text(input, "document"))))));
        for (var name : List.of("RecogniseNominator", "RevokeNominator"))
            Mutations.payload(wiring, name, "organisation", rows, Nouns.ORGANISATION);
        Mutations.payload(wiring, "RecordEarlierTransfer", "person", rows, Nouns.PERSON);
        Mutations.payload(wiring, "RecordTransfer", "dossier", rows, Nouns.DOSSIER);
    }
}
