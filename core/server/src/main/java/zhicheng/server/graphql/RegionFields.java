package zhicheng.server.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import zhicheng.server.dossier.Pledges;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.spi.CapabilityTest;
import zhicheng.spi.Category;
import zhicheng.spi.Channel;
import zhicheng.spi.Clause;
import zhicheng.spi.Contact;
import zhicheng.spi.ContinuingEducation;
import zhicheng.spi.Disposition;
import zhicheng.spi.Edition;
import zhicheng.spi.Evidence;
import zhicheng.spi.ExclusionKey;
import zhicheng.spi.Form;
import zhicheng.spi.Notice;
import zhicheng.spi.Payment;
import zhicheng.spi.Provision;
import zhicheng.spi.Publication;
import zhicheng.spi.Question;
import zhicheng.spi.Recognition;
import zhicheng.spi.ReferenceCommittee;
import zhicheng.spi.Region;
import zhicheng.spi.Rule;
import zhicheng.spi.Said;
import zhicheng.spi.Series;
import zhicheng.spi.Setting;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;
import zhicheng.spi.YearsOfService;

/** What regions say: notices, clauses, editions with every concern. Nothing of it is in the database. */
@Singleton
final class RegionFields implements Wires {
    private final Regions regions;

    RegionFields(Regions regions) {
        this.regions = regions;
    }

    /** The answer to a concern of several things. */
    public record Several(Evaluator.Answer answer, Text said, Clause clause, URI link, List<?> items) {}

    /** The answer to a concern of one thing. */
    public record Single(Evaluator.Answer answer, Text said, Clause clause, URI link, Object item) {}

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type
                .dataFetcher("regions", field -> regions.all())
                .dataFetcher("region", field -> regions.named(field.getArgument("code")).orElse(null))
                .dataFetcher("notices", field -> regions.notices())
                .dataFetcher("clause", field -> regions.clause(field.getArgument("id")).map(cited -> cited.clause()).orElse(null)));
        wiring.type("Clause", type -> type.defaultDataFetcher(Reads.from(Clause.class))
                .dataFetcher("notice", field -> regions.notice(field.<Clause>getSource().prefix()).orElseThrow())
                .dataFetcher("sentence", field -> regions.clause(field.<Clause>getSource().id()).orElseThrow().sentence()));
        reads(wiring, "Text", Text.class);
        reads(wiring, "Notice", Notice.class);
        wiring.type("Region", type -> type.defaultDataFetcher(Reads.from(Region.class))
                .dataFetcher("code", field -> field.<Region>getSource().id())
                .dataFetcher("editions", field -> regions.editions(field.<Region>getSource().id()))
                .dataFetcher("edition", field -> regions.newest(field.<Region>getSource().id(), field.getArgument("year")).orElse(null))
                .dataFetcher("origin", field -> regions.origin(field.getSource())));
        wiring.type("Setting", type -> type.defaultDataFetcher(Reads.from(Setting.class)).dataFetcher("chosen", field -> regions.chosen(field.getSource())));
        reads(wiring, "SettingOption", Setting.Option.class);
        edition(wiring);
        wiring.type("Concern", type -> type.typeResolver(field -> field.getSchema().getObjectType("ProvisionConcern")));
        concern(wiring, "ChannelConcern", "Channel", Several.class, Channel.class);
        concern(wiring, "CategoryConcern", "Category", Several.class, Category.class);
        concern(wiring, "FormConcern", "Form", Several.class, Form.class);
        concern(wiring, "CapabilityTestConcern", "CapabilityTest", Single.class, CapabilityTest.class);
        concern(wiring, "ContinuingEducationConcern", "ContinuingEducation", Single.class, ContinuingEducation.class);
        concern(wiring, "YearsOfServiceConcern", "YearsOfService", Single.class, YearsOfService.class);
        concern(wiring, "RecognitionConcern", "Recognition", Several.class, Recognition.class);
        concern(wiring, "PublicationConcern", "Publication", Several.class, Publication.class);
        concern(wiring, "PaymentConcern", "PaymentRule", Single.class, Payment.class);
        concern(wiring, "PledgeConcern", "Pledge", Single.class, Pledges.Filled.class);
        concern(wiring, "ExclusionConcern", "Exclusion", Several.class, ExclusionKey.class);
        concern(wiring, "ReferenceCommitteeConcern", "ReferenceCommittee", Several.class, ReferenceCommittee.class);
        concern(wiring, "ContactConcern", "Contact", Several.class, Contact.class);
        concern(wiring, "ProvisionConcern", "Provision", Several.class, Provision.class);
        reads(wiring, "ReviewNode", Channel.Node.class);
        concern(wiring, "ReviewStopConcern", "ReviewStop", Several.class, Stop.class);
        concern(wiring, "ReviewDaysConcern", "ReviewDays", Single.class, Stop.Days.class);
        concern(wiring, "ReviewReturnsConcern", "ReviewReturns", Single.class, Stop.Returns.class);
        concern(wiring, "ReviewLimitConcern", "ReviewLimit", Single.class, Stop.Limit.class);
        reads(wiring, "ReviewPublicity", Stop.Publicity.class);
        reads(wiring, "ReviewWider", Stop.Wider.class);
        reads(wiring, "ReviewJoint", Stop.Joint.class);
        wiring.type("ReviewStop", type -> type.dataFetcher("returns", field -> single("returns", field.<Stop>getSource().returns())));
        wiring.type("ReviewPublicity", type -> type.dataFetcher("atLeast", field -> single("atLeast", field.<Stop.Publicity>getSource().atLeast())));
        wiring.type("ReviewReturns", type -> type.dataFetcher("atMost", field -> single("atMost", field.<Stop.Returns>getSource().atMost())));
        concern(wiring, "EvidenceConcern", "Evidence", Several.class, Evidence.class);
        concern(wiring, "EvidenceUploadConcern", "EvidenceUpload", Single.class, Evidence.Upload.class);
        concern(wiring, "EvidenceSparedConcern", "EvidenceSpared", Single.class, Evidence.Spared.class);
        wiring.type("Evidence", type -> type.dataFetcher("upload", field -> single("upload", field.<Evidence>getSource().upload()))
                .dataFetcher("spared", field -> single("spared", field.<Evidence>getSource().spared())));
        reads(wiring, "FormField", Form.Field.class);
        reads(wiring, "Rule", Rule.class);
        reads(wiring, "Question", Question.class);
        reads(wiring, "Disposition", Disposition.class);
        reads(wiring, "Series", Series.class);
        reads(wiring, "SeriesTitle", Series.Title.class);
        EnumOf.wire(wiring, "Answer", Evaluator.Answer.class);
        EnumOf.wire(wiring, "Force", Rule.Force.class);
        EnumOf.wire(wiring, "FormFormat", Form.Format.class);
        EnumOf.wire(wiring, "FormFieldKind", Form.Kind.class);
        EnumOf.wire(wiring, "RecognitionOf", Recognition.Of.class);
        EnumOf.wire(wiring, "PublicationOf", Publication.Of.class);
        EnumOf.wire(wiring, "ProofOf", Evidence.Of.class);
        EnumOf.wire(wiring, "ExclusionPer", ExclusionKey.Per.class);
        EnumOf.wire(wiring, "ProvisionKind", Provision.Kind.class);
        EnumOf.wire(wiring, "ProvisionUnit", Provision.Unit.class);
        EnumOf.wire(wiring, "QuestionKind", Question.Kind.class);
        EnumOf.wire(wiring, "DispositionKind", Disposition.Kind.class);
    }

    private void edition(RuntimeWiring.Builder wiring) {
        wiring.type("Edition", type -> type.defaultDataFetcher(Reads.from(LoadedEdition.class))
                .dataFetcher("notices", of(one -> one.edition().notices().stream().map(regions::notice).flatMap(Optional::stream).toList()))
                .dataFetcher("series", of(regions::series))
                .dataFetcher("rules", of(one -> one.edition().rules()))
                .dataFetcher("questions", of(one -> one.edition().questions()))
                .dataFetcher("dispositions", of(one -> one.edition().dispositions()))
                .dataFetcher("calendar", field -> CalendarFields.view(field.getSource(), Asked.about(field)))
                .dataFetcher("channels", several(Edition::channels))
                .dataFetcher("categories", several(Edition::categories))
                .dataFetcher("forms", several(Edition::forms))
                .dataFetcher("capabilityTest", single(Edition::capabilityTest))
                .dataFetcher("continuingEducation", single(Edition::continuingEducation))
                .dataFetcher("yearsOfService", single(Edition::yearsOfService))
                .dataFetcher("transfer", several(Edition::transfer))
                .dataFetcher("recognition", several(Edition::recognition))
                .dataFetcher("conditions", several(Edition::conditions))
                .dataFetcher("accounts", several(Edition::accounts))
                .dataFetcher("publications", several(Edition::publications))
                .dataFetcher("returns", several(Edition::returns))
                .dataFetcher("payment", single(Edition::payment))
                .dataFetcher("pledge", field -> pledge(field))
                .dataFetcher("evidence", several(Edition::evidence))
                .dataFetcher("exclusive", several(Edition::exclusive))
                .dataFetcher("committees", several(Edition::committees))
                .dataFetcher("contacts", several(Edition::contacts))
                .dataFetcher("review", several(Edition::review))
                .dataFetcher("responsibilities", several(Edition::responsibilities))
                .dataFetcher("chain", several(Edition::chain))
                .dataFetcher("provisions", several(Edition::provisions)));
    }

    private static Single pledge(DataFetchingEnvironment field) {
        LoadedEdition loaded = field.getSource();
        var said = loaded.edition().pledge();
        var answer = Evaluator.answer("pledge", said);
        return new Single(answer.answer(), answer.said(), answer.clause(), answer.link(), said.value().map(one -> Pledges.open(loaded)).orElse(null));
    }

    private static DataFetcher<?> of(Function<LoadedEdition, Object> value) {
        return field -> value.apply(field.getSource());
    }

    private static DataFetcher<?> several(Function<Edition, ? extends Said<? extends List<?>>> concern) {
        return field -> {
            var said = concern.apply(field.<LoadedEdition>getSource().edition());
            var answer = Evaluator.answer(field.getField().getName(), said);
            return new Several(answer.answer(), answer.said(), answer.clause(), answer.link(), said.value().isPresent() ? said.value().get() : List.of());
        };
    }

    private static DataFetcher<?> single(Function<Edition, Said<?>> concern) {
        return field -> single(field.getField().getName(), concern.apply(field.<LoadedEdition>getSource().edition()));
    }

    private static Single single(String concern, Said<?> said) {
        var answer = Evaluator.answer(concern, said);
        return new Single(answer.answer(), answer.said(), answer.clause(), answer.link(), said.value().orElse(null));
    }

    private static void concern(RuntimeWiring.Builder wiring, String concern, String item, Class<?> shape, Class<?> of) {
        reads(wiring, concern, shape);
        reads(wiring, item, of);
    }

    static void reads(RuntimeWiring.Builder wiring, String type, Class<?> source) {
        wiring.type(type, one -> one.defaultDataFetcher(Reads.from(source)));
    }
}
