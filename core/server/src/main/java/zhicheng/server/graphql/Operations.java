package zhicheng.server.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.TypeFromAST;
import graphql.execution.ValuesResolver;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.NodeUtil;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.InputValueWithState;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import zhicheng.server.BadInput;
import zhicheng.server.account.Viewer;
import zhicheng.server.read.Cost;
import zhicheng.server.read.Given;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Plan;
import zhicheng.server.read.Question;
import zhicheng.server.read.Reader;
import zhicheng.server.read.Root;
import zhicheng.server.read.Selection;
import zhicheng.server.read.Uses;
import zhicheng.server.region.Regions;

/**
 * Makes queries ready: which of their root fields the tables answer, by which statement, and what all of it costs. What was made is kept for
 * whoever asks the same document under the same policy, with other values of the same shape.
 */
@Singleton
@Requires(beans = Reader.class)
final class Operations implements Straight {
    private static final int REMEMBERED = 2_000;
    /** A field that is computed, and each field below it. */
    private static final int COMPUTED = 50;

    private final Reader reader;
    private final Regions regions;
    private final Cache<Key, Made> made = Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<Document, Set<String>> cursors = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Operations(Reader reader, Regions regions) {
        this.reader = reader;
        this.regions = regions;
    }

    /** A document is the same only if it is the same object: equal texts are one object while they are remembered. */
    private record Key(Document document, String operation, Given.Policy policy, String shape) {}

    /** A root field, by its key in the answer; or several. */
    sealed interface Part {
        /** The tables answer it. */
        record Read(String key, Plan plan) implements Part {}

        /** The tables answer several that stand together, by one object whose members they are. */
        record Together(Plan plan) implements Part {}

        /** It is a word of the schema: {@code __typename}. */
        record Word(String key, String word) implements Part {}

        /** It is executed, field by field. */
        record Computed(String key, Cost cost) implements Part {}
    }

    /**
     * A query made ready for everybody who asks it so.
     *
     * @param shares what it costs; null where that is another thing for each request
     */
    private record Made(List<Part> parts, List<NotHere.Note> notHere, boolean isStraight, List<Cost> costs, List<Cost.Share> shares) {
        static Made of(List<Part> parts, List<NotHere.Note> notHere, Given.Request request) {
            var costs = parts.stream().map(part -> switch (part) {
                case Part.Read(_, var plan) -> plan.cost();
                case Part.Together(var plan) -> plan.cost();
                case Part.Word _ -> new Cost(List.of());
                case Part.Computed(_, var one) -> one;
            }).toList();
            var cost = Cost.sum(costs);
            return new Made(parts, notHere, parts.stream().noneMatch(Part.Computed.class::isInstance), costs, cost.isFixed() ? List.copyOf(cost.shares(request)) : null);
        }
    }

    /** A query made ready for one request. */
    private record Ready(Made made, Given.Request request, Reader reader) implements Way {
        @Override
        public boolean isStraight() {
            return made.isStraight;
        }

        @Override
        public List<Cost.Share> shares() {
            if (made.shares != null) return made.shares;
            return made.costs.stream().flatMap(cost -> {
                try {
                    return cost.shares(request).stream();
                } catch (BadInput mistake) { // never asked: executed, it is said in its place
                    return Stream.of();
                }
            }).sorted(Comparator.comparingLong(Cost.Share::cost).reversed()).toList();
        }

        @Override
        public List<Map<String, Object>> notApplicable() {
            return made.notHere.isEmpty() ? List.of() : NotHere.shown(made.notHere, request);
        }

        @Override
        public List<Question> questions() {
            return made.parts.stream().flatMap(part -> plan(part).stream()).map(plan -> reader.question(plan, request)).toList();
        }

        private static Optional<Plan> plan(Part part) {
            return switch (part) {
                case Part.Read(_, var plan) -> Optional.of(plan);
                case Part.Together(var plan) -> Optional.of(plan);
                case Part.Word _, Part.Computed _ -> Optional.empty();
            };
        }

        /** One statement at most per root field, side by side; put together in the order of the query. */
        @Override
        public CompletionStage<byte[]> answer() {
            var parts = made.parts;
            if (parts.size() == 1 && parts.getFirst() instanceof Part.Read(var key, var plan))
                return reader.ask(plan, request).thenApply(bytes -> joined(parts, List.of(bytes == null ? NULL : bytes)));
            var answers = new ArrayList<CompletableFuture<byte[]>>();
            for (var part : parts)
                answers.add(switch (part) {
                    case Part.Read(_, var plan) -> reader.ask(plan, request).toCompletableFuture();
                    case Part.Together(var plan) -> reader.ask(plan, request).toCompletableFuture();
                    case Part.Word(_, var word) -> CompletableFuture.completedFuture(("\"" + word + "\"").getBytes(StandardCharsets.UTF_8));
                    case Part.Computed _ -> throw new IllegalStateException("it is to be executed");
                });
            return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).thenApply(_ -> joined(parts,
                    answers.stream().map(answer -> answer.join() == null ? NULL : answer.join()).toList()));
        }

        /** Keys are names of GraphQL, which need no escaping. */
        private static byte[] joined(List<Part> parts, List<byte[]> values) {
            var out = new ByteArrayOutputStream(values.stream().mapToInt(value -> value.length).sum() + 64);
            for (var place = 0; place < parts.size(); place++) {
                var value = values.get(place);
                out.write(place == 0 ? '{' : ',');
                switch (parts.get(place)) {
                    case Part.Read(var key, _) -> member(key, value, out);
                    case Part.Word(var key, _) -> member(key, value, out);
                    case Part.Together _ -> out.write(value, 1, value.length - 2); // without its braces
                    case Part.Computed _ -> throw new IllegalStateException("it is to be executed");
                }
            }
            out.write('}');
            return out.toByteArray();
        }

        private static void member(String key, byte[] value, ByteArrayOutputStream out) {
            out.write('"');
            out.writeBytes(key.getBytes(StandardCharsets.UTF_8));
            out.write('"');
            out.write(':');
            out.writeBytes(value);
        }
    }

    private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

    @Override
    public Optional<Ready> way(GraphQLSchema schema, Document document, OperationDefinition operation, Ask ask, Viewer viewer) {
        CoercedVariables coerced;
        try {
            coerced = ValuesResolver.coerceVariableValues(schema, operation.getVariableDefinitions(), RawVariables.of(ask.variables()), GraphQLContext.getDefault(), Locale.ENGLISH);
        } catch (GraphQLException e) {
            return Optional.empty(); // executed, the variables are refused in their place
        }
        var request = new Given.Request(viewer, coerced.toMap());
        var key = new Key(document, operation.getName(), Given.Policy.of(viewer), shape(schema, document, operation, request));
        var known = made.getIfPresent(key);
        if (known == null) {
            known = new Making(schema, document, operation, request).made();
            made.put(key, known);
        }
        return Optional.of(new Ready(known, request, reader));
    }

    /** What of the variables is part of the statement: which are there, which keys of objects, how many of their lists, and words that name a column or an order. */
    private String shape(GraphQLSchema schema, Document document, OperationDefinition operation, Given.Request request) {
        if (operation.getVariableDefinitions().isEmpty()) return "";
        var shape = new StringBuilder();
        var asCursors = cursors.get(document, Operations::cursors);
        for (var definition : operation.getVariableDefinitions()) {
            var name = definition.getName();
            if (!request.variables().containsKey(name)) {
                shape.append('-');
                continue;
            }
            var value = request.variables().get(name);
            shape(TypeFromAST.getTypeFromAST(schema, definition.getType()), value, false, shape);
            if (value != null && asCursors.contains(name)) shape.append(absent(value));
        }
        return shape.toString();
    }

    private String absent(Object cursor) {
        try {
            return reader.absent(cursor);
        } catch (BadInput mistake) { // said of the field that it was given to
            return "!";
        }
    }

    private static void shape(GraphQLType type, Object value, boolean compared, StringBuilder shape) {
        switch (value) {
            case null -> shape.append('0');
            case List<?> list when isObject(type) -> {
                shape.append('[');
                for (var one : list) shape(element(type), one, compared, shape);
                shape.append(']');
            }
            case Map<?, ?> object -> {
                var of = (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(type);
                shape.append('{');
                object.forEach((name, one) -> {
                    shape.append(name).append(':');
                    shape(of.getFieldDefinition(name.toString()).getType(), one, isCompared(of), shape);
                });
                shape.append('}');
            }
            default -> {
                if (isFixed(type, value, compared)) shape.append('=').append(value);
                shape.append(';');
            }
        }
    }

    /** The variables that are given as cursors: which of a cursor's keys are absent is part of the statement. */
    private static Set<String> cursors(Document document) {
        var names = new HashSet<String>();
        var open = new ArrayList<graphql.language.Node<?>>();
        open.add(document);
        while (!open.isEmpty()) {
            var node = open.removeLast();
            if (node instanceof Argument argument && Set.of("after", "before").contains(argument.getName()) && argument.getValue() instanceof VariableReference variable)
                names.add(variable.getName());
            for (var child : node.getChildren()) open.add(child);
        }
        return names;
    }

    /** Values in an object of comparisons are bound; other words and truths decide what is asked. */
    private static boolean isCompared(GraphQLInputObjectType type) {
        return type.getName().endsWith("Ops");
    }

    private static boolean isFixed(GraphQLType type, Object value, boolean compared) {
        return value instanceof Boolean || !compared && GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLEnumType;
    }

    private static boolean isObject(GraphQLType type) {
        return GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType;
    }

    private static GraphQLType element(GraphQLType type) {
        return ((GraphQLList) GraphQLTypeUtil.unwrapNonNull(type)).getWrappedType();
    }

    /** One query being made ready. */
    private final class Making {
        private final GraphQLSchema schema;
        private final OperationDefinition operation;
        private final Map<String, FragmentDefinition> fragments;
        private final Given.Request request;

        Making(GraphQLSchema schema, Document document, OperationDefinition operation, Given.Request request) {
            this.schema = schema;
            this.operation = operation;
            this.fragments = NodeUtil.getFragmentsByName(document);
            this.request = request;
        }

        Made made() {
            var root = schema.getQueryType();
            var parts = new ArrayList<Part>();
            var uses = new LinkedHashSet<Uses.Use>();
            var fields = selection(operation.getSelectionSet(), root, List.of()).of(root.getName()).fields();
            for (var field : fields)
                try {
                    parts.add(part(field, root));
                    if (ReadFields.ROOTS.get(field.name()) instanceof Root read) uses.addAll(Uses.of(Nouns.DOSSIER, read, field));
                } catch (BadInput mistake) { // executed, it is said in its place; what stands beside it has its price nevertheless
                    parts.add(new Part.Computed(field.key(), new Cost(List.of(new Cost.Part(field.key(), List.of(), COMPUTED)))));
                }
            return Made.of(together(parts, fields), NotHere.notes(uses, regions), request);
        }

        /** Counts of the same rows that stand side by side are one statement. */
        private List<Part> together(List<Part> parts, List<Selection.Field> fields) {
            if (!parts.stream().allMatch(part -> part instanceof Part.Read || part instanceof Part.Word)) return List.copyOf(parts); // executed one by one
            var fewer = new ArrayList<Part>();
            for (var from = 0; from < parts.size();) {
                var to = from + 1;
                while (to < parts.size() && parts.get(from) instanceof Part.Read && parts.get(to) instanceof Part.Read && Reader.canBeOne(roots(fields.subList(from, to + 1)), fields.subList(from, to + 1)))
                    to++;
                fewer.add(to == from + 1 ? parts.get(from) : new Part.Together(reader.plan(roots(fields.subList(from, to)), fields.subList(from, to),
                        Cost.sum(parts.subList(from, to).stream().map(part -> ((Part.Read) part).plan.cost()).toList()), request)));
                from = to;
            }
            return List.copyOf(fewer);
        }

        private static List<Root> roots(List<Selection.Field> fields) {
            return fields.stream().map(field -> ReadFields.ROOTS.get(field.name())).toList();
        }

        /** Whoever may use a field is asked when it is executed: what is for certain roles, or asks for protected values, is never answered straight. */
        private Part part(Selection.Field field, GraphQLObjectType root) {
            if (field.name().equals(Introspection.TypeNameMetaFieldDef.getName())) return new Part.Word(field.key(), root.getName());
            var read = field.name().equals(StatisticsFields.NAME) ? StatisticsFields.ROOT : ReadFields.ROOTS.get(field.name());
            if (read == null) return new Part.Computed(field.key(), new Cost(List.of(new Cost.Part(field.key(), List.of(), COMPUTED + size(field.below())))));
            var plan = reader.plan(read, field, request);
            var definition = root.getFieldDefinition(field.name());
            return RoleCheck.asked(definition).isEmpty() && !plan.asksProtected() ? new Part.Read(field.key(), plan) : new Part.Computed(field.key(), plan.cost());
        }

        private static int size(Selection selection) {
            return selection.fields().stream().mapToInt(field -> 1 + size(field.below())).sum();
        }

        private Selection selection(SelectionSet set, GraphQLCompositeType type, List<String> of) {
            var fields = new ArrayList<Selection.Field>();
            if (set != null) collect(set, type, of, fields);
            return new Selection(fields);
        }

        private void collect(SelectionSet set, GraphQLCompositeType type, List<String> of, List<Selection.Field> fields) {
            for (var one : set.getSelections()) {
                if (one instanceof DirectivesContainer<?> container && isLeftOut(container)) continue;
                switch (one) {
                    case Field field -> fields.add(field(field, type, of));
                    case InlineFragment inline -> {
                        var on = inline.getTypeCondition() == null ? type : (GraphQLCompositeType) schema.getType(inline.getTypeCondition().getName());
                        into(inline.getSelectionSet(), type, on, of, fields);
                    }
                    case FragmentSpread spread -> {
                        var fragment = fragments.get(spread.getName());
                        into(fragment.getSelectionSet(), type, (GraphQLCompositeType) schema.getType(fragment.getTypeCondition().getName()), of, fields);
                    }
                    default -> throw new IllegalStateException("no selection: " + one);
                }
            }
        }

        private void into(SelectionSet set, GraphQLCompositeType type, GraphQLCompositeType on, List<String> of, List<Selection.Field> fields) {
            if (on == type) {
                collect(set, type, of, fields);
                return;
            }
            var names = on instanceof GraphQLInterfaceType face ? schema.getImplementations(face).stream().map(GraphQLNamedType::getName).toList() : List.of(on.getName());
            var both = of.isEmpty() ? names : names.stream().filter(of::contains).toList();
            if (!both.isEmpty()) collect(set, on, both, fields);
        }

        private boolean isLeftOut(DirectivesContainer<?> container) {
            return says(container, "skip", true) || says(container, "include", false);
        }

        private boolean says(DirectivesContainer<?> container, String directive, boolean word) {
            for (Directive one : container.getDirectives(directive)) {
                var value = one.getArgument("if").getValue();
                var truth = value instanceof VariableReference variable ? request.variables().get(variable.getName()) : ((BooleanValue) value).isValue();
                if (truth.equals(word)) return true;
            }
            return false;
        }

        private Selection.Field field(Field field, GraphQLCompositeType parent, List<String> of) {
            var definition = Introspection.getFieldDef(schema, parent, field.getName());
            var below = GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type ? selection(field.getSelectionSet(), type, List.of()) : Selection.NOTHING;
            return new Selection.Field(field.getResultKey(), field.getName(), arguments(definition, field), of, below);
        }

        private Map<String, Object> arguments(GraphQLFieldDefinition definition, Field field) {
            var arguments = new LinkedHashMap<String, Object>();
            for (GraphQLArgument argument : definition.getArguments()) {
                var written = field.getArguments().stream().filter(one -> one.getName().equals(argument.getName())).map(Argument::getValue).findFirst();
                put(arguments, argument.getName(), argument.getType(), written.orElse(null), argument.getArgumentDefaultValue(), false);
            }
            return arguments;
        }

        /** What is absent and has no default is not put. */
        private void put(Map<String, Object> values, String name, GraphQLInputType type, Value<?> written, InputValueWithState usual, boolean compared) {
            if (written instanceof VariableReference variable && request.variables().containsKey(variable.getName()))
                values.put(name, given(variable.getName(), List.of(), type, request.variables().get(variable.getName()), compared));
            else if (written != null && !(written instanceof VariableReference)) values.put(name, value(type, written, compared));
            else if (usual.isSet()) values.put(name, ValuesResolver.valueToInternalValue(usual, type, GraphQLContext.getDefault(), Locale.ENGLISH));
        }

        /** A value of the document. */
        private Object value(GraphQLType wanted, Value<?> written, boolean compared) {
            var type = GraphQLTypeUtil.unwrapNonNull(wanted);
            if (written instanceof NullValue) return null;
            if (written instanceof VariableReference variable) return given(variable.getName(), List.of(), type, request.variables().get(variable.getName()), compared);
            return switch (type) {
                case GraphQLList list -> {
                    var values = new ArrayList<>();
                    if (!(written instanceof ArrayValue array)) values.add(value(list.getWrappedType(), written, compared));
                    else for (var one : array.getValues()) values.add(value(list.getWrappedType(), one, compared));
                    yield values;
                }
                case GraphQLInputObjectType object -> {
                    var values = new LinkedHashMap<String, Object>();
                    var fields = ((ObjectValue) written).getObjectFields();
                    // in the order in which they were written, then the defaults
                    for (ObjectField field : fields) {
                        var definition = object.getFieldDefinition(field.getName());
                        put(values, field.getName(), definition.getType(), field.getValue(), definition.getInputFieldDefaultValue(), isCompared(object));
                    }
                    for (var definition : object.getFieldDefinitions())
                        if (fields.stream().noneMatch(field -> field.getName().equals(definition.getName())))
                            put(values, definition.getName(), definition.getType(), null, definition.getInputFieldDefaultValue(), isCompared(object));
                    yield values;
                }
                case GraphQLEnumType words -> words.getValue(((EnumValue) written).getName()).getValue();
                case GraphQLScalarType scalar -> scalar.getCoercing().parseLiteral(written, CoercedVariables.emptyVariables(), GraphQLContext.getDefault(), Locale.ENGLISH);
                default -> throw new IllegalStateException("no type of a value: " + type);
            };
        }

        /** A value of a variable: what is part of the statement is taken out of it now, what is only bound is looked up in each request. */
        private Object given(String variable, List<Object> path, GraphQLType wanted, Object value, boolean compared) {
            var type = GraphQLTypeUtil.unwrapNonNull(wanted);
            return switch (value) {
                case null -> null;
                case List<?> list when isObject(type) -> {
                    var values = new ArrayList<>();
                    for (var one : list) values.add(given(variable, and(path, values.size()), element(type), one, compared));
                    yield values;
                }
                case Map<?, ?> object -> {
                    var of = (GraphQLInputObjectType) type;
                    var values = new LinkedHashMap<String, Object>();
                    object.forEach((name, one) -> values.put(name.toString(),
                            given(variable, and(path, name), of.getFieldDefinition(name.toString()).getType(), one, isCompared(of))));
                    yield values;
                }
                default -> isFixed(type, value, compared) ? value : new Given.Variable(variable, path);
            };
        }

        private static List<Object> and(List<Object> path, Object step) {
            var longer = new ArrayList<>(path);
            longer.add(step);
            return longer;
        }
    }
}
