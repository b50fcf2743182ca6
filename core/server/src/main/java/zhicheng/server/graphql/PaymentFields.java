package zhicheng.server.graphql;

import static zhicheng.server.graphql.Mutations.act;
import static zhicheng.server.graphql.Mutations.id;
import static zhicheng.server.graphql.Mutations.text;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import zhicheng.server.payment.RecordRefund;
import zhicheng.server.read.Nouns;

/** What whoever keeps the books records of payments: the mutation of the SDL by the command of its name. */
@Singleton
final class PaymentFields implements Wires {
    private final ReadFields rows;
    private final RecordRefund recordRefund;

    PaymentFields(ReadFields rows, RecordRefund recordRefund) {
        this.rows = rows;
        this.recordRefund = recordRefund;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type.dataFetcher("recordRefund", act((viewer, at, input) -> recordRefund.perform(viewer, at,
                new RecordRefund.Input(text(input, "key"), id(input, "payment"), (Integer) input.get("fen"), (LocalDate) input.get("on"), text(input, "document"))))));
        Mutations.payload(wiring, "RecordRefund", "payment", rows, Nouns.PAYMENT);
    }
}
