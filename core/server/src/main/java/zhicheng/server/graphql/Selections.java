package zhicheng.server.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.List;
import zhicheng.server.read.Selection;

/** What a request wants below a field, in the words of the read package; {@code @skip} and {@code @include} are settled. */
public final class Selections {
    private Selections() {}

    /** The field itself with its arguments and all that is wanted below it. */
    public static Selection.Field field(DataFetchingEnvironment field) {
        return new Selection.Field(field.getMergedField().getResultKey(), field.getField().getName(), field.getArguments(),
                List.of(), below(field));
    }

    /** What is wanted below the field. */
    public static Selection below(DataFetchingEnvironment field) {
        return of(field.getSelectionSet());
    }

    private static Selection of(DataFetchingFieldSelectionSet wanted) {
        return new Selection(wanted.getImmediateFields().stream().map(Selections::of).toList());
    }

    private static Selection.Field of(SelectedField field) {
        return new Selection.Field(field.getResultKey(), field.getName(), field.getArguments(), field.getObjectTypeNames(), of(field.getSelectionSet()));
    }
}
