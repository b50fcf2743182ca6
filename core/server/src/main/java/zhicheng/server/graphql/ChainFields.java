package zhicheng.server.graphql;

import static zhicheng.server.graphql.Mutations.id;

import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.chain.AcceptDossier;
import zhicheng.server.chain.AskForOriginals;
import zhicheng.server.chain.BeginEmployerReview;
import zhicheng.server.chain.ConcludeObjection;
import zhicheng.server.chain.EndPublication;
import zhicheng.server.chain.ExtendReturn;
import zhicheng.server.chain.ForwardDossier;
import zhicheng.server.chain.MarkItems;
import zhicheng.server.chain.ObjectToPublication;
import zhicheng.server.chain.OpenPublication;
import zhicheng.server.chain.RecommendDossier;
import zhicheng.server.chain.RecordOriginals;
import zhicheng.server.chain.RefuseRecommendation;
import zhicheng.server.chain.ReportPublication;
import zhicheng.server.chain.ReturnDossier;
import zhicheng.server.chain.SignRecommendation;
import zhicheng.server.dossier.RestoreDossier;
import zhicheng.server.dossier.ResubmitDossier;
import zhicheng.server.dossier.SetAsideDossier;
import zhicheng.server.dossier.WithdrawDossier;
import zhicheng.server.read.Nouns;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.spi.Stop;

/** A dossier's way to its committee: each mutation of the SDL by the command of its name; what they show is read after the commit. */
@Singleton
final class ChainFields implements Wires {
    private final ReadFields rows;
    private final AcceptDossier acceptDossier;
    private final AskForOriginals askForOriginals;
    private final BeginEmployerReview beginEmployerReview;
    private final ConcludeObjection concludeObjection;
    private final EndPublication endPublication;
    private final ExtendReturn extendReturn;
    private final ForwardDossier forwardDossier;
    private final MarkItems markItems;
    private final ObjectToPublication objectToPublication;
    private final OpenPublication openPublication;
    private final RecommendDossier recommendDossier;
    private final RecordOriginals recordOriginals;
    private final RefuseRecommendation refuseRecommendation;
    private final ReportPublication reportPublication;
    private final RestoreDossier restoreDossier;
    private final ResubmitDossier resubmitDossier;
    private final ReturnDossier returnDossier;
    private final SetAsideDossier setAsideDossier;
    private final SignRecommendation signRecommendation;
    private final WithdrawDossier withdrawDossier;

    private static final Set<String> STRANGE = Set.of("dossier.not-found", "unit.not-own", "unit.ground");

    private final SecurityLog security;

    ChainFields(ReadFields rows, SecurityLog security, AcceptDossier acceptDossier, AskForOriginals askForOriginals, BeginEmployerReview beginEmployerReview, ConcludeObjection concludeObjection, EndPublication endPublication, ExtendReturn extendReturn, ForwardDossier forwardDossier, MarkItems markItems, ObjectToPublication objectToPublication, OpenPublication openPublication, RecommendDossier recommendDossier, RecordOriginals recordOriginals, RefuseRecommendation refuseRecommendation, ReportPublication reportPublication, RestoreDossier restoreDossier, ResubmitDossier resubmitDossier, ReturnDossier returnDossier, SetAsideDossier setAsideDossier, SignRecommendation signRecommendation, WithdrawDossier withdrawDossier) {
        this.rows = rows;
        this.security = security;
        this.acceptDossier = acceptDossier;
        this.askForOriginals = askForOriginals;
        this.beginEmployerReview = beginEmployerReview;
        this.concludeObjection = concludeObjection;
        this.endPublication = endPublication;
        this.extendReturn = extendReturn;
        this.forwardDossier = forwardDossier;
        this.markItems = markItems;
        this.objectToPublication = objectToPublication;
        this.openPublication = openPublication;
        this.recommendDossier = recommendDossier;
        this.recordOriginals = recordOriginals;
        this.refuseRecommendation = refuseRecommendation;
        this.reportPublication = reportPublication;
        this.restoreDossier = restoreDossier;
        this.resubmitDossier = resubmitDossier;
        this.returnDossier = returnDossier;
        this.setAsideDossier = setAsideDossier;
        this.signRecommendation = signRecommendation;
        this.withdrawDossier = withdrawDossier;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type
                .dataFetcher("acceptDossier", act((viewer, at, input) -> acceptDossier.perform(viewer, at,
                        new AcceptDossier.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version")))))
                .dataFetcher("askForOriginals", act((viewer, at, input) -> askForOriginals.perform(viewer, at,
                        new AskForOriginals.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version"), (String) input.get("says")))))
                .dataFetcher("beginEmployerReview", act((viewer, at, input) -> beginEmployerReview.perform(viewer, at,
                        new BeginEmployerReview.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version")))))
                .dataFetcher("concludeObjection", act((viewer, at, input) -> concludeObjection.perform(viewer, at,
                        new ConcludeObjection.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version"), id(input, "objection"), (Boolean) input.get("upheld"), (String) input.get("conclusion")))))
                .dataFetcher("endPublication", act((viewer, at, input) -> endPublication.perform(viewer, at,
                        new EndPublication.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version"), (String) input.get("reason")))))
                .dataFetcher("extendReturn", act((viewer, at, input) -> extendReturn.perform(viewer, at,
                        new ExtendReturn.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version"), (Instant) input.get("due")))))
                .dataFetcher("forwardDossier", act((viewer, at, input) -> forwardDossier.perform(viewer, at,
                        new ForwardDossier.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version"), id(input, "to"), id(input, "committee"), (String) input.get("deliberation")))))
                .dataFetcher("markItems", act((viewer, at, input) -> markItems.perform(viewer, at,
                        new MarkItems.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version"), ((List<Map<String, Object>>) input.get("marks")).stream()
                    .map(mark -> new MarkItems.Mark((String) mark.get("path"), (Boolean) mark.get("accepted"), (String) mark.get("reason"), (String) mark.get("clause"))).toList()))))
                .dataFetcher("objectToPublication", act((viewer, at, input) -> objectToPublication.perform(viewer, at,
                        new ObjectToPublication.Input((String) input.get("key"), id(input, "publication"), (String) input.get("name"), (String) input.get("says")))))
                .dataFetcher("openPublication", act((viewer, at, input) -> openPublication.perform(viewer, at,
                        new OpenPublication.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version"), (String) input.get("whereShown"), (List<Map<String, Object>>) Json.plain(input.get("told")), (Integer) input.get("more"), (String) input.get("assembly"), (String) input.get("shownWider"), id(input, "jointWith")))))
                .dataFetcher("recommendDossier", act((viewer, at, input) -> recommendDossier.perform(viewer, at,
                        new RecommendDossier.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version"), (String) input.get("opinion")))))
                .dataFetcher("recordOriginals", act((viewer, at, input) -> recordOriginals.perform(viewer, at,
                        new RecordOriginals.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version"), id(input, "originals"), (Boolean) input.get("agree"), (String) input.get("found"), (String) input.get("whereKept")))))
                .dataFetcher("refuseRecommendation", act((viewer, at, input) -> refuseRecommendation.perform(viewer, at,
                        new RefuseRecommendation.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version"), (String) input.get("reason"), (String) input.get("clause")))))
                .dataFetcher("reportPublication", act((viewer, at, input) -> reportPublication.perform(viewer, at,
                        new ReportPublication.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version"), (String) input.get("report")))))
                .dataFetcher("restoreDossier", act((viewer, at, input) -> restoreDossier.perform(viewer, at,
                        new RestoreDossier.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version")))))
                .dataFetcher("resubmitDossier", act((viewer, at, input) -> resubmitDossier.perform(viewer, at,
                        new ResubmitDossier.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version")))))
                .dataFetcher("returnDossier", act((viewer, at, input) -> returnDossier.perform(viewer, at,
                        new ReturnDossier.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version"), (ReturnDossier.Reason) input.get("reason"), (ReturnDossier.BackTo) input.get("backTo"), (String) input.get("says"), (Instant) input.get("due")))))
                .dataFetcher("setAsideDossier", act((viewer, at, input) -> setAsideDossier.perform(viewer, at,
                        new SetAsideDossier.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version")))))
                .dataFetcher("signRecommendation", act((viewer, at, input) -> signRecommendation.perform(viewer, at,
                        new SignRecommendation.Input((String) input.get("key"), id(input, "publication"), (String) input.get("opinion")))))
                .dataFetcher("withdrawDossier", act((viewer, at, input) -> withdrawDossier.perform(viewer, at,
                        new WithdrawDossier.Input((String) input.get("key"), id(input, "dossier"), (Integer) input.get("version"))))));
        for (var name : List.of("AcceptDossier", "AskForOriginals", "BeginEmployerReview", "ConcludeObjection", "EndPublication", "ExtendReturn", "ForwardDossier", "MarkItems", "OpenPublication", "RecommendDossier", "RecordOriginals", "RefuseRecommendation", "ReportPublication", "RestoreDossier", "ResubmitDossier", "ReturnDossier", "SetAsideDossier", "WithdrawDossier"))
            Mutations.payload(wiring, name, "dossier", rows, Nouns.DOSSIER);
        for (var name : List.of("ObjectToPublication", "SignRecommendation"))
            Mutations.payload(wiring, name, "publication", rows, Nouns.UNIT_PUBLICATION);
        EnumOf.wire(wiring, "Particular", Stop.Particular.class);
    }

    /** A unit that acts for a dossier which has not come to it, or for whom it has no more, stands in the security log too (J24-4.3). */
    private DataFetcher<Acts.Outcome> act(Mutations.Act act) {
        var performed = Mutations.act(act);
        return field -> {
            var outcome = performed.get(field);
            if (Asked.by(field).organisation() != null && outcome.findings().stream().anyMatch(one -> STRANGE.contains(one.code())))
                security.refused("unit", Asked.by(field).account(), field.getField().getName(), Asked.in(field));
            return outcome;
        };
    }
}
