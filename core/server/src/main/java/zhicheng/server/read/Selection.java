package zhicheng.server.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a request wants of an object, in its order. */
public record Selection(List<Field> fields) {
    public static final Selection NOTHING = new Selection(List.of());

    /**
     * @param key under which it stands in the answer: the alias, or the name
     * @param arguments coerced; a key with null means that null was written, {@link Given} that the value comes with each request
     * @param of the types of which it is wanted; empty: of any
     */
    public record Field(String key, String name, Map<String, Object> arguments, List<String> of, Selection below) {
        public boolean wantedOf(String type) {
            return of.isEmpty() || of.contains(type);
        }

        /** The same with the values of one request. */
        @SuppressWarnings("unchecked") // names of arguments
        public Field settled(Given.Request request) {
            return new Field(key, name, (Map<String, Object>) Given.settled(arguments, request), of, new Selection(below.fields.stream().map(one -> one.settled(request)).toList()));
        }

        /** One more wanted below it. */
        public Field with(Field more) {
            return below(below.and(new Selection(List.of(more))));
        }

        private Field below(Selection other) {
            return new Field(key, name, arguments, of, other);
        }
    }

    public Selection {
        fields = List.copyOf(fields);
    }

    /** What of it concerns {@code type}: each key once, with all that is wanted below it. */
    public Selection of(String type) {
        var merged = new LinkedHashMap<String, Field>();
        for (var field : fields)
            if (field.wantedOf(type)) merged.merge(field.key(), field, (one, other) -> new Field(one.key, one.name, one.arguments, List.of(), one.below.and(other.below)));
        return new Selection(List.copyOf(merged.values()));
    }

    /** Each key of the same types once, at every depth: what is written in several fragments is asked once. */
    public Selection merged() {
        var merged = new LinkedHashMap<List<Object>, Field>();
        for (var field : fields) merged.merge(List.of(field.key, field.of), field, (one, other) -> one.below(one.below.and(other.below)));
        return new Selection(merged.values().stream().map(field -> field.below(field.below.merged())).toList());
    }

    private Selection and(Selection other) {
        return new Selection(Stream.concat(fields.stream(), other.fields.stream()).toList());
    }

    /** Scalar fields under their own names, for code that asks. */
    public static Selection fields(String... names) {
        return new Selection(List.of(names).stream().map(name -> new Field(name, name, Map.of(), List.of(), NOTHING)).toList());
    }
}
