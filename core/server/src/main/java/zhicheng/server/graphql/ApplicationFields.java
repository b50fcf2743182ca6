package zhicheng.server.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.BadInput;
import zhicheng.server.committee.PublishCommitteeNotice;
import zhicheng.server.dossier.ComposeDossier;
import zhicheng.server.dossier.EditDossier;
import zhicheng.server.dossier.EvaluateDossier;
import zhicheng.server.dossier.EvaluateDossier.Evaluation;
import zhicheng.server.dossier.PickAchievements;
import zhicheng.server.dossier.RemoveAchievement;
import zhicheng.server.dossier.SaveAchievement;
import zhicheng.server.dossier.SaveProfile;
import zhicheng.server.dossier.SignPledge;
import zhicheng.server.dossier.SubmitDossier;
import zhicheng.server.dossier.Proofs;
import zhicheng.server.dossier.Verifications;
import zhicheng.server.dossier.VerifyItem;
import zhicheng.server.outside.verification.Item;
import zhicheng.server.read.Given;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Reader;
import zhicheng.server.read.Selection;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.spi.Case;
import zhicheng.spi.Level;

/** What an applicant and a committee do: each mutation of the SDL by the command of its name; what they show is read after the commit. */
@Singleton
final class ApplicationFields implements Wires {
    private final ReadFields rows;
    private final Reader reader;
    private final SaveProfile saveProfile;
    private final Verifications verifications;
    private final VerifyItem verifyItem;
    private final SaveAchievement saveAchievement;
    private final RemoveAchievement removeAchievement;
    private final PickAchievements pickAchievements;
    private final ComposeDossier compose;
    private final EditDossier edit;
    private final SignPledge sign;
    private final SubmitDossier submit;
    private final PublishCommitteeNotice publish;
    private final EvaluateDossier evaluate;

    ApplicationFields(ReadFields rows, Reader reader, SaveProfile saveProfile, Verifications verifications, VerifyItem verifyItem, SaveAchievement saveAchievement, RemoveAchievement removeAchievement, PickAchievements pickAchievements,
                      ComposeDossier compose, EditDossier edit, SignPledge sign, SubmitDossier submit, PublishCommitteeNotice publish, EvaluateDossier evaluate) {
        this.rows = rows;
        this.reader = reader;
        this.saveProfile = saveProfile;
        this.verifications = verifications;
        this.verifyItem = verifyItem;
        this.saveAchievement = saveAchievement;
        this.removeAchievement = removeAchievement;
        this.pickAchievements = pickAchievements;
        this.compose = compose;
        this.edit = edit;
        this.sign = sign;
        this.submit = submit;
        this.publish = publish;
        this.evaluate = evaluate;
    }

    /** What was received, and when. */
    public record Receipt(Instant receivedAt, String contentHash, int edition, String editionHash) {}

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type
                .dataFetcher("saveProfile", this::saveProfile)
                .dataFetcher("verifyItem", this::verifyItem)
                .dataFetcher("saveAchievement", this::saveAchievement)
                .dataFetcher("removeAchievement", this::removeAchievement)
                .dataFetcher("pickAchievements", this::pickAchievements)
                .dataFetcher("composeDossier", this::composeDossier)
                .dataFetcher("editDossier", this::editDossier)
                .dataFetcher("signPledge", this::signPledge)
                .dataFetcher("submitDossier", this::submitDossier)
                .dataFetcher("publishCommitteeNotice", this::publishCommitteeNotice));
        wiring.type("Query", type -> type
                .dataFetcher("evaluation", field -> {
                    var asked = asked(field.getArguments(), Asked.at(field));
                    return evaluate.evaluation(Asked.by(field), asked.dossier, asked.at, Asked.at(field)).orElse(null);
                })
                .dataFetcher("myProfile", this::profile)
                .dataFetcher("verifications", field -> verifications.of(Asked.by(field)))
                .dataFetcher("pledge", field -> evaluate.pledge(Asked.by(field), dossier(field.getArguments()), Asked.at(field)).orElse(null)));
        Mutations.payload(wiring, "SaveProfile", "profile", this::profile);
        Mutations.payload(wiring, "VerifyItem", "verification", field -> verifications.of(Asked.by(field)).stream().filter(one -> one.get("id").equals(String.valueOf(subject(field)))).findFirst().orElse(null));
        for (var name : List.of("ComposeDossier", "EditDossier", "SignPledge", "SubmitDossier", "PickAchievements")) Mutations.payload(wiring, name, "dossier", rows, Nouns.DOSSIER);
        for (var name : List.of("SaveAchievement", "RemoveAchievement")) Mutations.payload(wiring, name, "achievement", rows, Nouns.ACHIEVEMENT);
        wiring.type("SubmitDossierPayload", type -> type.dataFetcher("receipt", this::receipt));
        for (var name : List.of("EditDossierPayload", "PickAchievementsPayload", "SignPledgePayload")) wiring.type(name, type -> type.dataFetcher("evaluation", this::evaluation));
        Mutations.payload(wiring, "PublishCommitteeNotice", "committeeNotice", rows, Nouns.COMMITTEE_NOTICE);
        RegionFields.reads(wiring, "Receipt", Receipt.class);
        RegionFields.reads(wiring, "Evaluation", Evaluation.class);
        RegionFields.reads(wiring, "Proof", Proofs.Proof.class);
        EnumOf.wire(wiring, "ProofState", Proofs.State.class);
        RegionFields.reads(wiring, "Profile", SaveProfile.Kept.class);
        for (var name : List.of("Told", "ToldAchievement", "ToldAnswer", "ToldAssessment", "ToldDegree", "ToldFile", "ToldHours", "ToldJob", "ToldOtherApplication", "ToldSanction", "ToldTestPass", "ToldTitle", "ItemVerification"))
            wiring.type(TypeRuntimeWiring.newTypeWiring(name).defaultDataFetcher(new Kept()));
        EnumOf.wire(wiring, "Secrecy", Case.Secrecy.class);
    }

    /** Of which dossier an evaluation is asked for, and when. */
    record Evaluated(UUID dossier, Instant at) {}

    /**
     * @param now official time
     * @throws BadInput with all that is wrong with the arguments of an evaluation
     */
    static Evaluated asked(Map<String, Object> arguments, Instant now) {
        var several = new BadInput.Several();
        var dossier = several.of(() -> dossier(arguments));
        var at = several.of(() -> Asked.about((Instant) arguments.get("at"), now));
        several.check();
        return new Evaluated(dossier, at);
    }

    /** @throws BadInput where it is no id */
    static UUID dossier(Map<String, Object> arguments) {
        return Given.id(arguments.get("dossier"), "dossier");
    }

    /**
     * @param place of what editDossier is given
     * @throws BadInput where what is told is to come from two places
     */
    static void checkEdit(Map<?, ?> input, String place) {
        if ((Boolean) input.get("fromProfile") && input.get("facts") != null) throw new BadInput(place + ".facts: it and fromProfile exclude one another");
    }

    /** A field of what was told, as it is kept: by its name, whatever the request calls it. */
    private static final class Kept implements DataFetcher<Object>, Inspected {
        @Override
        public Optional<String> gap(GraphQLFieldDefinition field) {
            return Optional.empty();
        }

        @Override
        public Object get(DataFetchingEnvironment field) {
            return RowFields.value(field.<Map<String, Object>>getSource().get(field.getField().getName()), GraphQLTypeUtil.unwrapAll(field.getFieldType()), field);
        }
    }

    private static UUID subject(DataFetchingEnvironment field) {
        return field.<Acts.Outcome>getSource().subject();
    }

    private Acts.Outcome saveProfile(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return saveProfile.perform(Asked.by(field), Asked.at(field), new SaveProfile.Input((String) input.get("key"), (Integer) input.get("version"), told(input.get("facts"))));
    }

    /** One's own profile, with what platforms say of its items. */
    private SaveProfile.Kept profile(DataFetchingEnvironment field) {
        return saveProfile.kept(Asked.by(field)).map(kept -> new SaveProfile.Kept(kept.version(), verifications.beside(kept.facts(), Asked.by(field)), kept.updatedAt())).orElse(null);
    }

    private Acts.Outcome verifyItem(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return verifyItem.perform(Asked.by(field), Asked.at(field), new VerifyItem.Input((String) input.get("key"), (Item.Kind) input.get("kind"), (Integer) input.get("place"),
                input.get("achievement") == null ? null : Reader.id((String) input.get("achievement"))));
    }

    @SuppressWarnings("unchecked")
    private Acts.Outcome saveAchievement(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return saveAchievement.perform(Asked.by(field), Asked.at(field), new SaveAchievement.Input((String) input.get("key"),
                input.get("achievement") == null ? null : Reader.id((String) input.get("achievement")), (Integer) input.get("version"), (Map<String, Object>) Json.plain(input.get("told"))));
    }

    private Acts.Outcome removeAchievement(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return removeAchievement.perform(Asked.by(field), Asked.at(field),
                new RemoveAchievement.Input((String) input.get("key"), Reader.id((String) input.get("achievement")), (Integer) input.get("version")));
    }

    @SuppressWarnings("unchecked")
    private Acts.Outcome pickAchievements(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return pickAchievements.perform(Asked.by(field), Asked.at(field), new PickAchievements.Input((String) input.get("key"), Reader.id((String) input.get("dossier")),
                (Integer) input.get("version"), ((List<String>) input.get("achievements")).stream().map(Reader::id).toList()));
    }

    private Acts.Outcome composeDossier(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return compose.perform(Asked.by(field), Asked.at(field), new ComposeDossier.Input((String) input.get("key"), (String) input.get("region"),
                EligibilityFields.claim(map(input.get("claim")), (Integer) input.get("year"))));
    }

    private Acts.Outcome editDossier(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return edit.perform(Asked.by(field), Asked.at(field), new EditDossier.Input((String) input.get("key"), Reader.id((String) input.get("dossier")), (Integer) input.get("version"),
                input.get("claim") == null ? null : EligibilityFields.claim(map(input.get("claim")), 0), input.get("facts") == null ? null : told(input.get("facts")), (Boolean) input.get("fromProfile")));
    }

    private Acts.Outcome signPledge(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return sign.perform(Asked.by(field), Asked.at(field), new SignPledge.Input((String) input.get("key"), Reader.id((String) input.get("dossier")), (Integer) input.get("version"), (String) input.get("words")));
    }

    private Acts.Outcome submitDossier(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return submit.perform(Asked.by(field), Asked.at(field), new SubmitDossier.Input((String) input.get("key"), Reader.id((String) input.get("dossier")), (Integer) input.get("version")));
    }

    @SuppressWarnings("unchecked")
    private Acts.Outcome publishCommitteeNotice(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return publish.perform(Asked.by(field), Asked.at(field), new PublishCommitteeNotice.Input((String) input.get("key"), Reader.id((String) input.get("committee")), (Integer) input.get("year"),
                (List<String>) input.get("series"), (List<Level>) input.get("levels"), (List<String>) input.get("categories"), (Instant) input.get("intakeFrom"),
                (Instant) input.get("intakeUntil"), (Instant) input.get("auditUntil"), (String) input.get("document"), (String) input.get("permittedBy"), (URI) input.get("link")));
    }

    /** What has just been changed, as it stands: of a dossier that is being mended the dossier itself does not show it. */
    private Evaluation evaluation(DataFetchingEnvironment field) {
        return subject(field) == null ? null : evaluate.evaluation(Asked.by(field), subject(field), Asked.at(field), Asked.at(field)).orElse(null);
    }

    private Receipt receipt(DataFetchingEnvironment field) {
        Acts.Outcome outcome = field.getSource();
        if (outcome.subject() == null || !outcome.findings().isEmpty()) return null;
        return reader.byId(Nouns.DOSSIER, outcome.subject(), Selection.fields("receiptAt", "contentHash", "edition", "factsHash"), Asked.request(field))
                .map(row -> new Receipt(OffsetDateTime.parse((String) row.get("receiptAt")).toInstant(), (String) row.get("contentHash"), ((Number) row.get("edition")).intValue(), (String) row.get("factsHash")))
                .orElse(null);
    }

    /** What is kept of a CaseInput: a pledge is signed by signPledge, and not by telling so. */
    private static Map<String, Object> told(Object input) {
        var told = new LinkedHashMap<>(EligibilityFields.person(map(input)));
        told.remove("pledgeSigned");
        return told;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object input) {
        return (Map<String, Object>) input;
    }
}
