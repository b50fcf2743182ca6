package zhicheng.server.graphql;

import graphql.schema.idl.EnumValuesProvider;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Java side of an enum of the SDL. Both must have the same values; {@link Inspection} sees to it. */
public final class EnumOf implements EnumValuesProvider {

    private final String says;
    private final Map<String, ?> values;

    private EnumOf(String says, Map<String, ?> values) {
        this.says = says;
        this.values = values;
    }

    /** An enum whose values are the constants of a Java enum. */
    public static <E extends Enum<E>> void wire(RuntimeWiring.Builder wiring, String name, Class<E> type) {
        var values = Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Enum::name, Function.identity()));
        wiring.type(TypeRuntimeWiring.newTypeWiring(name).enumValues(new EnumOf(type.getName(), values)));
    }

    /** An enum whose values are kept as these texts, in the database for instance. */
    public static void wire(RuntimeWiring.Builder wiring, String name, List<String> texts) {
        var values = texts.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
        wiring.type(TypeRuntimeWiring.newTypeWiring(name).enumValues(new EnumOf("the list of its texts", values)));
    }

    @Override
    public Object getValue(String name) {
        var value = values.get(name);
        return value == null ? name : value; // a gap, which the inspection reports beside all others
    }

    /** What is on one side only, in words; empty where both agree. */
    List<String> gaps(Set<String> sdl) {
        var missing = new LinkedHashSet<>(sdl);
        missing.removeAll(values.keySet());
        var extra = new LinkedHashSet<String>(values.keySet());
        extra.removeAll(sdl);
        return Stream.concat(
                missing.stream().map(value -> "%s is not in %s".formatted(value, says)),
                extra.stream().sorted().map(value -> "%s of %s is not in the SDL".formatted(value, says))).toList();
    }
}
