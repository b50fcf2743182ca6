package zhicheng.server.graphql;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;

/** An error with a code of ours, for whoever asked. */
record Refusal(String message, String code, List<SourceLocation> locations, List<Object> path) implements GraphQLError {

    static Refusal of(String code, String message) {
        return new Refusal(message, code, null, null);
    }

    static Refusal at(SourceLocation location, String code, String message) {
        return new Refusal(message, code, location == null ? null : List.of(location), null);
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public List<SourceLocation> getLocations() {
        return locations;
    }

    @Override
    public List<Object> getPath() {
        return path;
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorClassification.errorClassification(code);
    }

    @Override
    public Map<String, Object> getExtensions() {
        return Map.of("code", code);
    }
}
