package zhicheng.server.graphql;

import graphql.Directives;
import graphql.parser.MultiSourceReader;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.errors.SchemaProblem;
import java.util.List;

/** Puts SDL and wiring together, or says everything that keeps them apart. */
final class Schema {

    /** A directive that GraphQL's library puts into every schema, and that nothing here does. */
    static final String NEVER = Directives.DeferDirective.getName();

    private Schema() {}

    /** @throws IllegalStateException with all complaints, one a line */
    static GraphQLSchema of(List<SdlFiles.Sdl> files, List<Wires> wires) {
        var builder = RuntimeWiring.newRuntimeWiring().strictMode(false).scalar(Scalars.ID).scalar(Scalars.FLOAT).strictMode(true).directive(RoleCheck.NAME, new RoleCheck());
        builder.codeRegistry(GraphQLCodeRegistry.newCodeRegistry().dataFetcher(FieldCoordinates.coordinates("__Schema", "directives"),
                (DataFetcher<?>) field -> field.getGraphQLSchema().getDirectives().stream().filter(directive -> !directive.getName().equals(NEVER)).toList()));
        wires.forEach(wire -> wire.wire(builder));
        var wiring = builder.build();
        var text = MultiSourceReader.newMultiSourceReader();
        files.forEach(file -> text.string(file.text() + "\n", file.name()));
        try {
            var schema = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(text.build()), wiring);
            var complaints = Inspection.complaints(schema, wiring);
            if (!complaints.isEmpty())
                throw apart(complaints);
            return schema;
        } catch (SchemaProblem problem) {
            throw apart(problem.getErrors().stream().map(error -> error.getMessage()).toList());
        }
    }

    private static IllegalStateException apart(List<String> complaints) {
        return new IllegalStateException("the schema and what answers it do not fit:\n  - " + String.join("\n  - ", complaints));
    }
}
