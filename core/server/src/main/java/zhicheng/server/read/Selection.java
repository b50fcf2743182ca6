package zhicheng.server.read;

import java.util.List;
import java.util.Map;

/** What a request wants of an object, in its order. */
public record Selection(List<Field> fields) {
    public static final Selection NOTHING = new Selection(List.of());

    /**
     * @param key under which it stands in the answer: the alias, or the name
     * @param arguments coerced; a key with null means that null was written
     * @param of the types of which it is wanted; empty: of any
     */
    public record Field(String key, String name, Map<String, Object> arguments, List<String> of, Selection below) {
        public boolean wantedOf(String type) {
            return of.isEmpty() || of.contains(type);
        }
    }

    public Selection {
        fields = List.copyOf(fields);
    }

    /** What of it concerns {@code type}; names that GraphQL answers itself ({@code __typename}) left out. */
    Selection of(String type) {
        return new Selection(fields.stream().filter(field -> field.wantedOf(type) && !field.name().startsWith("__")).toList());
    }

    /** Scalar fields under their own names, for code that asks. */
    public static Selection fields(String... names) {
        return new Selection(List.of(names).stream().map(name -> new Field(name, name, Map.of(), List.of(), NOTHING)).toList());
    }
}
