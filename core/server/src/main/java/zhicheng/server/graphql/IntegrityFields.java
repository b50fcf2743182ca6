package zhicheng.server.graphql;

import static zhicheng.server.graphql.Mutations.act;
import static zhicheng.server.graphql.Mutations.id;
import static zhicheng.server.graphql.Mutations.text;
import static zhicheng.server.graphql.Mutations.texts;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import zhicheng.server.integrity.ConcludeComplaint;
import zhicheng.server.integrity.EndIntegrityEntry;
import zhicheng.server.integrity.EnterComplaint;
import zhicheng.server.integrity.EnterIntegrityEntry;
import zhicheng.server.read.Nouns;
import zhicheng.spi.Case.SanctionKind;

/** What stands against people: each mutation of the SDL by the command of its name; what they show is read after the commit. */
@Singleton
final class IntegrityFields implements Wires {
    private final ReadFields rows;
    private final ConcludeComplaint concludeComplaint;
    private final EndIntegrityEntry endIntegrityEntry;
    private final EnterComplaint enterComplaint;
    private final EnterIntegrityEntry enterIntegrityEntry;

    IntegrityFields(ReadFields rows, ConcludeComplaint concludeComplaint, EndIntegrityEntry endIntegrityEntry, EnterComplaint enterComplaint, EnterIntegrityEntry enterIntegrityEntry) {
        this.rows = rows;
        this.concludeComplaint = concludeComplaint;
        this.enterComplaint = enterComplaint;
        this.endIntegrityEntry = endIntegrityEntry;
        this.enterIntegrityEntry = enterIntegrityEntry;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type
                .dataFetcher("concludeComplaint", act((viewer, at, input) -> concludeComplaint.perform(viewer, at,
                        new ConcludeComplaint.Input(text(input, "key"), id(input, "complaint"), (LocalDate) input.get("from"), (LocalDate) input.get("until"), texts(input, "persons"), text(input, "manner"),
                                text(input, "course"), text(input, "conclusion"), (Boolean) input.get("founded"), text(input, "handlingApplicant"), text(input, "handlingReviewers"), texts(input, "evidence")))))
                .dataFetcher("enterComplaint", act((viewer, at, input) -> enterComplaint.perform(viewer, at,
                        new EnterComplaint.Input(text(input, "key"), id(input, "about"), id(input, "dossier"), text(input, "by"), text(input, "says")))))
                .dataFetcher("endIntegrityEntry", act((viewer, at, input) -> endIntegrityEntry.perform(viewer, at,
                        new EndIntegrityEntry.Input(text(input, "key"), id(input, "entry"), (LocalDate) input.get("until"), text(input, "reason")))))
                .dataFetcher("enterIntegrityEntry", act((viewer, at, input) -> enterIntegrityEntry.perform(viewer, at,
                        new EnterIntegrityEntry.Input(text(input, "key"), id(input, "person"), (SanctionKind) input.get("kind"), text(input, "clause"), text(input, "reason"), text(input, "document"),
                                (LocalDate) input.get("from"), (LocalDate) input.get("until"), id(input, "dossier"))))));
        for (var name : List.of("EndIntegrityEntry", "EnterIntegrityEntry"))
            Mutations.payload(wiring, name, "integrityEntry", rows, Nouns.INTEGRITY_ENTRY);
        for (var name : List.of("ConcludeComplaint", "EnterComplaint"))
            Mutations.payload(wiring, name, "complaint", rows, Nouns.COMPLAINT);
    }
}
