package zhicheng.server.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import zhicheng.server.dossier.Stage;
import zhicheng.server.read.Noun;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Reader;
import zhicheng.spi.Case;
import zhicheng.spi.Level;

/** What is answered from the tables: lists, single things by id, and everything below them, one statement per root field. */
@Singleton
@Requires(beans = Reader.class)
public final class ReadFields implements Wires {
    /** Under this key a row that was found by id alone tells its type. */
    private static final String TYPE = "#type";

    private final Reader reader;

    ReadFields(Reader reader) {
        this.reader = reader;
    }

    /**
     * A thing that a mutation's payload shows: read after the commit, as the viewer may see it.
     *
     * @param id where its id stands, null where there is none
     */
    public DataFetcher<Map<String, Object>> byId(Noun noun, Function<DataFetchingEnvironment, UUID> id) {
        return field -> {
            var wanted = id.apply(field);
            return wanted == null ? null : reader.byId(noun, wanted, Selections.below(field), Asked.by(field)).orElse(null);
        };
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", query -> query
                .dataFetcher("node", this::node)
                .dataFetcher("me", byId(Nouns.ACCOUNT, field -> Asked.by(field).account()))
                .dataFetcher("dossiers", list(Nouns.DOSSIER))
                .dataFetcher("dossier", byId(Nouns.DOSSIER, ReadFields::id))
                .dataFetcher("committees", list(Nouns.COMMITTEE))
                .dataFetcher("committee", byId(Nouns.COMMITTEE, ReadFields::id))
                .dataFetcher("committeeNotices", list(Nouns.COMMITTEE_NOTICE))
                .dataFetcher("meetings", list(Nouns.MEETING))
                .dataFetcher("certificates", list(Nouns.CERTIFICATE))
                .dataFetcher("certificate", this::certificate)
                .dataFetcher("trail", list(Nouns.TRAIL_ENTRY))
                .dataFetcher("organisations", list(Nouns.ORGANISATION))
                .dataFetcher("organisation", byId(Nouns.ORGANISATION, ReadFields::id)));
        wiring.type("Node", node -> node.typeResolver(row -> row.getSchema().getObjectType(((Map<?, ?>) row.getObject()).get(TYPE).toString())));
        for (var noun : Nouns.all()) rows(wiring, noun);
        fields(wiring, "PageInfo", List.of("hasNextPage", "hasPreviousPage", "startCursor", "endCursor"));
        words(wiring);
    }

    private static void rows(RuntimeWiring.Builder wiring, Noun noun) {
        fields(wiring, noun.name(), Stream.concat(noun.fields().keySet().stream(), noun.relations().keySet().stream()).toList());
        if (Nouns.listed(noun)) {
            fields(wiring, noun.name() + "Connection", List.of("edges", "nodes", "pageInfo", "totalCount"));
            fields(wiring, noun.name() + "Edge", List.of("cursor", "node"));
        }
    }

    private static void fields(RuntimeWiring.Builder wiring, String type, List<String> names) {
        wiring.type(TypeRuntimeWiring.newTypeWiring(type).defaultDataFetcher(new RowFields(type, names)));
    }

    private static void words(RuntimeWiring.Builder wiring) {
        EnumOf.wire(wiring, "DossierStage", Stage.class);
        EnumOf.wire(wiring, "Level", Level.class);
        EnumOf.wire(wiring, "Residence", Case.Residence.class);
        EnumOf.wire(wiring, "SanctionKind", Case.SanctionKind.class);
        EnumOf.wire(wiring, "OrderDirection", List.of("ASC", "DESC"));
        EnumOf.wire(wiring, "Gender", List.of("FEMALE", "MALE"));
        EnumOf.wire(wiring, "OrganisationKind", List.of("STATE_INSTITUTION", "STATE_ENTERPRISE", "PRIVATE_ENTERPRISE", "SOCIAL_ORGANISATION",
                "SOLE_TRADER", "AGENCY", "SUPERIOR_DEPT", "HRSS", "COMMITTEE_OFFICE"));
        EnumOf.wire(wiring, "CommitteeKind", List.of("SENIOR", "INTERMEDIATE", "JUNIOR", "AUTONOMOUS"));
        EnumOf.wire(wiring, "CommitteeFilingStatus", List.of("APPLIED", "FILED", "EXPIRED", "SUSPENDED", "WITHDRAWN"));
        EnumOf.wire(wiring, "MeetingStatus", List.of("PLANNED", "FILED", "DRAWN", "IN_SESSION", "TALLIED", "SIGNED", "REPORTED", "CANCELLED"));
        EnumOf.wire(wiring, "AchievementKind", List.of("PAPER", "PROJECT", "AWARD", "PATENT", "STANDARD", "REPORT", "CASE_REPORT", "RESEARCH", "GRASSROOTS_SERVICE",
                "AID_POSTING", "CERTIFICATE", "OTHER"));
        EnumOf.wire(wiring, "RefusalOutcome", List.of("FAILED", "CANNOT_TELL"));
        EnumOf.wire(wiring, "TrailSubject", List.of("DOSSIER", "PERSON", "ACCOUNT", "ORGANISATION", "COMMITTEE"));
        for (var noun : Nouns.all())
            if (Nouns.listed(noun)) EnumOf.wire(wiring, noun.name() + "OrderField", noun.sortable());
    }

    private DataFetcher<Map<String, Object>> list(Noun noun) {
        return field -> reader.list(noun, Selections.field(field), Asked.by(field));
    }

    private Map<String, Object> node(DataFetchingEnvironment field) {
        return reader.any(Nouns.all(), id(field), Selections.below(field), Asked.by(field)).map(found -> {
            found.row().put(TYPE, found.noun().name());
            return found.row();
        }).orElse(null);
    }

    private Map<String, Object> certificate(DataFetchingEnvironment field) {
        return reader.known(Nouns.CERTIFICATE, Map.of("number", field.getArgument("number"), "holder", field.getArgument("name")),
                Selections.below(field), Asked.by(field)).orElse(null);
    }

    private static UUID id(DataFetchingEnvironment field) {
        return Reader.id(field.getArgument("id"));
    }
}
