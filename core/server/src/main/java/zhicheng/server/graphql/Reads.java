package zhicheng.server.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLTypeUtil;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers each field of a type by the method of the same name of a Java class: the default fetcher of that type.
 *
 * <pre>{@code wiring.type("Server", type -> type.defaultDataFetcher(Reads.from(ServerInfo.class)))}</pre>
 *
 * <p>An {@link Optional} is opened; empty is null.
 */
public final class Reads implements DataFetcher<Object>, Inspected {

    private final Class<?> source;
    private final Map<String, MethodHandle> methods = new HashMap<>();
    private final Map<String, Class<?>> results = new HashMap<>();

    private Reads(Class<?> source) {
        this.source = source;
        for (var method : source.getMethods())
            if (method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())
                    && method.getDeclaringClass() != Object.class && method.getReturnType() != void.class
                    && !method.isBridge()) {
                try {
                    methods.put(method.getName(), MethodHandles.publicLookup().unreflect(method)
                            .asType(MethodType.methodType(Object.class, Object.class)));
                } catch (IllegalAccessException e) {
                    throw new IllegalArgumentException(source + " is not public: its methods cannot be read", e);
                }
                results.put(method.getName(), method.getReturnType());
            }
    }

    /** @param source a public record, enum, interface or class */
    public static Reads from(Class<?> source) {
        return new Reads(source);
    }

    @Override
    public Optional<String> gap(GraphQLFieldDefinition field) {
        var result = results.get(field.getName());
        if (result == null)
            return Optional.of("%s has no method %s()".formatted(source.getName(), field.getName()));
        var type = field.getType();
        if (result == Optional.class)
            return type instanceof GraphQLNonNull
                    ? Optional.of("%s.%s() may be empty, but the field is non-null".formatted(source.getName(), field.getName()))
                    : Optional.empty();
        var many = Collection.class.isAssignableFrom(result) || result.isArray();
        var asked = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type));
        if (many != asked && result != Object.class)
            return Optional.of("%s.%s() gives %s, but the field is %s".formatted(source.getName(), field.getName(),
                    result.getSimpleName(), GraphQLTypeUtil.simplePrint(type)));
        return Optional.empty();
    }

    @Override
    public Object get(DataFetchingEnvironment field) throws Exception {
        var method = methods.get(field.getFieldDefinition().getName());
        try {
            var value = (Object) method.invokeExact((Object) field.getSource());
            return value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
