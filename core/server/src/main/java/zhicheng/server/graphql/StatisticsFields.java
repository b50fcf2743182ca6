package zhicheng.server.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhicheng.server.BadInput;
import zhicheng.server.read.Reader;
import zhicheng.server.read.Root;
import zhicheng.server.read.Selection;
import zhicheng.server.read.Withholding;
import zhicheng.server.region.Regions;
import zhicheng.spi.When;

/** {@code Query.dossierStatistics}: totals beyond what the viewer may see, for the roles that its {@code @role} names. Executed, so that the role is asked. */
@Singleton
@Requires(beans = Reader.class)
final class StatisticsFields implements Wires {
    static final String NAME = "dossierStatistics";
    static final Root ROOT = new Root.Statistics();

    private final Reader reader;
    private final Withholding withholding;
    private final Regions regions;

    StatisticsFields(Reader reader, Withholding withholding, Regions regions) {
        this.reader = reader;
        this.withholding = withholding;
        this.regions = regions;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", query -> query.dataFetcher(NAME, this::read));
        wiring.type(TypeRuntimeWiring.newTypeWiring("DossierStatistics").defaultDataFetcher(new RowFields("DossierStatistics", List.of("countedTo", "withheldUnder", "cells"))));
        wiring.type(TypeRuntimeWiring.newTypeWiring("DossierCell").defaultDataFetcher(new RowFields("DossierCell", List.of("region", "series", "level", "count", "withheld"))));
    }

    private Map<String, Object> read(DataFetchingEnvironment field) {
        var wanted = Selections.field(field);
        var arguments = new HashMap<>(wanted.arguments());
        known(regions, arguments);
        arguments.put(Root.Statistics.BEFORE, Asked.at(field).atZone(When.CHINA).toLocalDate());
        arguments.put(Root.Statistics.WITHHELD_UNDER, withholding.under());
        return reader.read(ROOT, new Selection.Field(wanted.key(), wanted.name(), arguments, wanted.of(), wanted.below()), Asked.request(field)).orElseThrow();
    }

    /**
     * The year that is asked of, null where none is. One of which there is no notice has no dossiers: a table of nothing but what is withheld would hide that
     * it was mistyped.
     *
     * @throws BadInput where there is no such region, it has no such year, or no region has, with those that there are
     */
    static Integer known(Regions regions, Map<?, ?> arguments) {
        if (!(arguments.get("year") instanceof Integer year)) return null;
        return arguments.get("region") instanceof String region ? EligibilityFields.edition(regions, region, year).year() : EligibilityFields.someRegion(regions, year);
    }
}
