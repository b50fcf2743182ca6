package zhicheng.server.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhicheng.server.chain.ReturnDossier;
import zhicheng.server.clockwork.Ending;
import zhicheng.server.dossier.Proofs;
import zhicheng.server.dossier.Stage;
import zhicheng.server.message.Messages;
import zhicheng.server.outside.verification.Item;
import zhicheng.server.read.Noun;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Reader;
import zhicheng.server.read.Root;
import zhicheng.server.read.Selection;
import zhicheng.spi.AccountPolicy;
import zhicheng.spi.Case;
import zhicheng.spi.Channel;
import zhicheng.spi.Level;

/** What is answered from the tables: lists, single things by id, and everything below them, one statement per root field at most. */
@Singleton
@Requires(beans = Reader.class)
public final class ReadFields implements Wires {
    /** Under this key a row that was found by id alone tells its type. */
    private static final Selection.Field TYPE = new Selection.Field("#type", "__typename", Map.of(), List.of(), Selection.NOTHING);

    /** Every root field that the tables answer. */
    static final Map<String, Root> ROOTS = Stream.of(
            asked("dossier", Nouns.DOSSIER),
            asked("dossierStep", Nouns.DOSSIER_STEP),
            asked("return", Nouns.DOSSIER_RETURN),
            asked("mark", Nouns.DOSSIER_MARK),
            asked("finding", Nouns.DOSSIER_FINDING),
            asked("publication", Nouns.UNIT_PUBLICATION),
            asked("objection", Nouns.OBJECTION),
            asked("payment", Nouns.PAYMENT),
            asked("complaint", Nouns.COMPLAINT),
            asked("integrityEntry", Nouns.INTEGRITY_ENTRY),
            asked("binding", Nouns.BINDING),
            asked("accountConsent", Nouns.ACCOUNT_CONSENT),
            asked("postCount", Nouns.POST_COUNT),
            asked("entrustment", Nouns.ENTRUSTMENT),
            asked("message", Nouns.MESSAGE),
            asked("nominator", Nouns.NOMINATOR),
            asked("nomination", Nouns.NOMINATION),
            asked("titleTransfer", Nouns.TITLE_TRANSFER),
            Map.of("node", new Root.AnyNoun(),
                    "me", new Root.Me(),
                    "dossier", new Root.ById(Nouns.DOSSIER),
                    "publication", new Root.ById(Nouns.UNIT_PUBLICATION),
                    "complaint", new Root.ById(Nouns.COMPLAINT)),
            Map.of("people", new Root.Rows(Nouns.PERSON),
                    "person", new Root.ById(Nouns.PERSON),
                    "organisations", new Root.Rows(Nouns.ORGANISATION),
                    "organisation", new Root.ById(Nouns.ORGANISATION)),
            Map.of("committees", new Root.Rows(Nouns.COMMITTEE),
                    "committee", new Root.ById(Nouns.COMMITTEE),
                    "committeeNotices", new Root.Rows(Nouns.COMMITTEE_NOTICE),
                    "meetings", new Root.Rows(Nouns.MEETING)),
            Map.of("certificates", new Root.Rows(Nouns.CERTIFICATE),
                    "certificateGroups", new Root.Groups(Nouns.CERTIFICATE),
                    "certificate", new Root.Known(Nouns.CERTIFICATE, Map.of("number", "number", "name", "holder")),
                    "trail", new Root.Rows(Nouns.TRAIL_ENTRY),
                    "trailRoots", new Root.Rows(Nouns.TRAIL_ROOT),
                    "trailRootGroups", new Root.Groups(Nouns.TRAIL_ROOT)))
            .flatMap(some -> some.entrySet().stream()).collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Reader reader;
    private final IdentityQuestions identities;

    ReadFields(Reader reader, IdentityQuestions identities) {
        this.reader = reader;
        this.identities = identities;
    }

    /** {@code payments}, {@code paymentGroups} and {@code explainPayment}: what is listed is gathered into groups too, and each of it explained. */
    private static Map<String, Root> asked(String one, Noun noun) {
        return Map.of(one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s", new Root.Rows(noun),
                one + "Groups", new Root.Groups(noun),
                "explain" + one.substring(0, 1).toUpperCase(Locale.ROOT) + one.substring(1), new Root.Explain(noun));
    }

    /**
     * A thing that a mutation's payload shows: read after the commit, as the viewer may see it.
     *
     * @param id where its id stands, null where there is none
     */
    public DataFetcher<Map<String, Object>> byId(Noun noun, Function<DataFetchingEnvironment, UUID> id) {
        return field -> {
            var wanted = id.apply(field);
            if (wanted == null) return null;
            identities.before(field, Selections.field(field), () -> null); // what else is asked of it was looked at before the act
            return reader.byId(noun, wanted, Selections.below(field), Asked.request(field)).orElse(null);
        };
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", query -> {
            ROOTS.forEach((name, root) -> query.dataFetcher(name, read(root)));
            return query;
        });
        wiring.type("Node", node -> node.typeResolver(row -> row.getSchema().getObjectType(((Map<?, ?>) row.getObject()).get(TYPE.key()).toString())));
        for (var noun : Nouns.all()) rows(wiring, noun);
        fields(wiring, "PageInfo", List.of("hasNextPage", "hasPreviousPage", "startCursor", "endCursor"));
        fields(wiring, "Explanation", List.of("holds", "parts"));
        fields(wiring, "ExplainedPart", List.of("path", "holds", "shown", "below"));
        fields(wiring, "ExplainedBelow", List.of("count", "holding", "rows"));
        fields(wiring, "ExplainedRow", List.of("id", "holds", "shown"));
        words(wiring);
    }

    private DataFetcher<Map<String, Object>> read(Root root) {
        return field -> {
            var wanted = Selections.field(field);
            var request = Asked.request(field);
            identities.before(field, wanted, () -> reader.question(reader.plan(root, wanted, request), request));
            return reader.read(root, root instanceof Root.AnyNoun ? wanted.with(TYPE) : wanted, request).orElse(null);
        };
    }

    private static void rows(RuntimeWiring.Builder wiring, Noun noun) {
        fields(wiring, noun.name(), Stream.concat(noun.fields().keySet().stream(), noun.relations().keySet().stream()).toList());
        if (!Nouns.listed(noun)) return;
        fields(wiring, noun.name() + "Connection", List.of("edges", "nodes", "pageInfo", "totalCount"));
        fields(wiring, noun.name() + "Edge", List.of("cursor", "node"));
        EnumOf.wire(wiring, noun.name() + "OrderField", List.copyOf(noun.sortKeys().keySet()));
    }

    /** The types of a noun that is gathered into groups. */
    private static void groups(RuntimeWiring.Builder wiring, Noun noun) {
        fields(wiring, noun.name() + "Groups", List.of("groups", "hasMore"));
        fields(wiring, noun.name() + "Group", noun.amounts().isEmpty() ? List.of("by", "count") : List.of("by", "count", "sum", "average", "min", "max"));
        fields(wiring, noun.name() + "GroupKey", List.copyOf(noun.dimensions().keySet()));
        if (!noun.amounts().isEmpty()) fields(wiring, noun.name() + "Amounts", noun.amounts().stream().map(Noun.Field::name).toList());
        EnumOf.wire(wiring, noun.name() + "Dimension", noun.dimensions().values().stream().map(Noun.Dimension::constant).toList());
    }

    private static void fields(RuntimeWiring.Builder wiring, String type, List<String> names) {
        wiring.type(TypeRuntimeWiring.newTypeWiring(type).defaultDataFetcher(new RowFields(type, names)));
    }

    private static void words(RuntimeWiring.Builder wiring) {
        EnumOf.wire(wiring, "DossierStage", Stage.class);
        EnumOf.wire(wiring, "Level", Level.class);
        EnumOf.wire(wiring, "Residence", Case.Residence.class);
        EnumOf.wire(wiring, "SanctionKind", Case.SanctionKind.class);
        EnumOf.wire(wiring, "BindingGround", AccountPolicy.Ground.class);
        EnumOf.wire(wiring, "BindingState", List.of("REQUESTED", "CONFIRMED", "REFUSED", "ENDED"));
        EnumOf.wire(wiring, "OrderDirection", List.of("ASC", "DESC"));
        EnumOf.wire(wiring, "Gender", List.of("FEMALE", "MALE"));
        EnumOf.wire(wiring, "OrganisationKind", List.of("STATE_INSTITUTION", "STATE_ENTERPRISE", "PRIVATE_ENTERPRISE", "SOCIAL_ORGANISATION",
                "SOLE_TRADER", "AGENCY", "SUPERIOR_DEPT", "HRSS", "COMMITTEE_OFFICE"));
        EnumOf.wire(wiring, "CommitteeKind", List.of("SENIOR", "INTERMEDIATE", "JUNIOR", "AUTONOMOUS"));
        EnumOf.wire(wiring, "CommitteeFilingStatus", List.of("APPLIED", "FILED", "EXPIRED", "SUSPENDED", "WITHDRAWN"));
        EnumOf.wire(wiring, "MeetingStatus", List.of("PLANNED", "FILED", "DRAWN", "IN_SESSION", "TALLIED", "SIGNED", "REPORTED", "CANCELLED"));
        EnumOf.wire(wiring, "AchievementKind", Stream.concat(Arrays.stream(Case.AchievementKind.values()).map(Enum::name), Proofs.PAPERS.stream()).toList());
        EnumOf.wire(wiring, "RefusalOutcome", List.of("FAILED", "CANNOT_TELL"));
        EnumOf.wire(wiring, "TrailSubject", List.of("DOSSIER", "PERSON", "ACCOUNT", "ORGANISATION", "COMMITTEE", "COMPLAINT"));
        EnumOf.wire(wiring, "ReviewNodeKind", Channel.Kind.class);
        EnumOf.wire(wiring, "VerificationKind", Item.Kind.class);
        EnumOf.wire(wiring, "VerificationState", List.of("CANNOT_TELL", "VERIFIED", "DIFFERS"));
        EnumOf.wire(wiring, "ReturnReason", ReturnDossier.Reason.class);
        EnumOf.wire(wiring, "ReturnTo", ReturnDossier.BackTo.class);
        EnumOf.wire(wiring, "StepOutcome", List.of("FORWARDED", "RETURNED", "REFUSED", "WITHDRAWN", "TERMINATED", "DISQUALIFIED", "ACCEPTED"));
        EnumOf.wire(wiring, "MessageKind", Messages.Kind.class);
        EnumOf.wire(wiring, "DossierEnding", Ending.class);
        EnumOf.wire(wiring, "PaymentState", List.of("ASKED", "OPEN", "PAID", "PAID_LATE", "UNPAID"));
        EnumOf.wire(wiring, "PaymentRefund", List.of("PAID_LATE", "ENDED", "BESIDES"));
        EnumOf.wire(wiring, "NullsOrder", List.of("FIRST", "LAST"));
        EnumOf.wire(wiring, "GroupOrder", List.of("KEY", "COUNT"));
        for (var root : ROOTS.values())
            if (root instanceof Root.Groups(var noun)) groups(wiring, noun);
    }
}
