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
import graphql.schema.GraphQLInputValueDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
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
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhicheng.server.BadInput;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.read.Cost;
import zhicheng.server.read.Given;
import zhicheng.server.read.Noun;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Plan;
import zhicheng.server.read.Pricing;
import zhicheng.server.read.Question;
import zhicheng.server.read.ReadRefused;
import zhicheng.server.read.Reader;
import zhicheng.server.read.Root;
import zhicheng.server.read.Selection;
import zhicheng.server.read.Uses;
import zhicheng.server.region.Regions;

/**
 * Makes operations ready: what they cost, which root fields of a query the tables answer, and by which statement. Priced first, and from nothing but the
 * request; a statement is made of what is then asked, and kept once it was answered, for whoever asks the same document under the same policy, with other
 * values of the same shape.
 */
@Singleton
@Requires(beans = Reader.class)
final class Operations implements Straight {
    /** Roughly characters of all that is kept. */
    private static final long KEPT = 32_000_000;
    /** What is kept beside texts, roughly in characters: of each entry, and of each value, price and note. */
    private static final int ENTRY = 500;
    private static final int VALUE = 150;
    /** A field that is computed, and each field below it. */
    static final int COMPUTED = 50;
    /** The directive of an ID that is no UUID. */
    private static final String NAMED = "named";

    private final Reader reader;
    private final Regions regions;
    private final Limits limits;
    private final Cache<Key, Made> made = Caffeine.newBuilder().maximumWeight(KEPT).weigher(Operations::weight)
            .executor(Runnable::run).<Key, Made>removalListener((key, _, _) -> unlisted(key)).build();
    /** Under which keys something of a document is kept, so that nothing has to be looked through when it goes. */
    private final Map<Long, Set<Key>> ofDocument = new ConcurrentHashMap<>();

    Operations(Reader reader, Regions regions, Limits limits) {
        this.reader = reader;
        this.regions = regions;
        this.limits = limits;
    }

    /** @param document its number: what is kept does not keep the document */
    private record Key(long document, String operation, Given.Policy policy, String shape) {}

    /** A root field, by its key in the answer; or several. */
    sealed interface Part {
        /** The tables answer it. */
        record Read(String key, Plan plan) implements Part {}

        /** The tables answer several that stand together, by one object whose members they are. */
        record Together(Plan plan) implements Part {}

        /** It is a word of the schema: {@code __typename}. */
        record Word(String key, String word) implements Part {}

        /** It is executed, field by field. */
        record Computed(String key) implements Part {}

        private static Optional<Plan> plan(Part part) {
            return switch (part) {
                case Read(_, var plan) -> Optional.of(plan);
                case Together(var plan) -> Optional.of(plan);
                case Word _, Computed _ -> Optional.empty();
            };
        }
    }

    /**
     * What an operation costs.
     *
     * @param shares null where they are others for each request
     * @param mayBeStraight whether nothing of it has to be executed, unless it asks for protected values
     */
    private record Priced(List<Cost> costs, List<Cost.Share> shares, List<NotHere.Note> notHere, boolean mayBeStraight) {}

    /**
     * A query made ready for everybody who asks it so.
     *
     * @param mistake what of it cannot be asked for, the first of several; null where all of it can
     */
    private record Made(Priced priced, List<Part> parts, BadInput mistake, boolean isStraight) {}

    private static int weight(Key key, Made made) {
        var weight = (long) ENTRY + key.shape.length() + (long) VALUE * (made.priced.notHere.size() + made.priced.costs.stream().mapToInt(cost -> cost.parts().size()).sum());
        for (var part : made.parts) weight += Part.plan(part).map(plan -> plan.text().length() + (long) VALUE * (1 + plan.values().size() + plan.unused().size())).orElse(0L);
        return (int) Math.min(Integer.MAX_VALUE, weight);
    }

    /** How many queries are kept ready. */
    int kept() {
        return made.asMap().size();
    }

    /** Of how many documents something is kept. */
    int documents() {
        return ofDocument.size();
    }

    @Override
    public void forget(Parsed document) {
        var keys = ofDocument.remove(document.number());
        if (keys != null) made.invalidateAll(keys);
    }

    /** What took the place of another one under the same key stays listed. */
    private void unlisted(Key key) {
        ofDocument.computeIfPresent(key.document, (_, keys) -> {
            if (!made.asMap().containsKey(key)) keys.remove(key);
            return keys.isEmpty() ? null : keys;
        });
    }

    /** An operation made ready for one request: priced at once, the rest when it is asked for. */
    private final class Ready implements Way {
        private final Given.Request request;
        private final Priced priced;
        /** Where everything is made already, only once it is asked for. */
        private final Supplier<Making> making;
        /** What it is kept for, and under which key, once it was answered; null where it is kept already, or never. */
        private final Parsed document;
        private final Key key;
        private Made ready;

        Ready(Given.Request request, Made known, Supplier<Making> making) {
            this.request = request;
            this.priced = known.priced;
            this.making = making;
            this.document = null;
            this.key = null;
            this.ready = known;
        }

        Ready(Making making, Parsed document, Key key) {
            this.request = making.request;
            this.priced = making.priced();
            this.making = () -> making;
            this.document = document;
            this.key = key;
        }

        private Made ready() {
            if (ready == null) ready = making.get().made(priced);
            return ready;
        }

        @Override
        public List<Refusal> mistakes(boolean inBody, Consumer<RoleCheck.Denied> denied) {
            return making.get().mistakes(inBody, denied);
        }

        @Override
        public boolean isStraight() {
            return priced.mayBeStraight && ready().isStraight();
        }

        @Override
        public List<Cost.Share> shares() {
            if (priced.shares != null) return priced.shares;
            var shares = new ArrayList<Cost.Share>();
            for (var cost : priced.costs)
                try {
                    shares.addAll(cost.shares(request));
                } catch (BadInput _) {
                    // never asked: executed, it is said in its place
                }
            shares.sort(Comparator.comparingLong(Cost.Share::cost).reversed());
            return shares;
        }

        @Override
        public List<Map<String, Object>> notApplicable() {
            return priced.notHere.isEmpty() ? List.of() : NotHere.shown(priced.notHere, request);
        }

        @Override
        public List<Question> questions() {
            if (ready().mistake != null) throw ready().mistake;
            return ready().parts.stream().flatMap(part -> Part.plan(part).stream()).map(plan -> reader.question(plan, request)).toList();
        }

        /** One statement at most per root field, side by side; put together in the order of the query. */
        @Override
        public CompletionStage<byte[]> answer() {
            var parts = ready().parts;
            if (parts.size() == 1 && parts.getFirst() instanceof Part.Read(_, var plan))
                return reader.ask(plan, request).thenApply(bytes -> answered(parts, List.of(bytes == null ? NULL : bytes)));
            var answers = new ArrayList<CompletableFuture<byte[]>>();
            for (var part : parts)
                answers.add(switch (part) {
                    case Part.Read(_, var plan) -> reader.ask(plan, request).toCompletableFuture();
                    case Part.Together(var plan) -> reader.ask(plan, request).toCompletableFuture();
                    case Part.Word(_, var word) -> CompletableFuture.completedFuture(("\"" + word + "\"").getBytes(StandardCharsets.UTF_8));
                    case Part.Computed _ -> throw new IllegalStateException("it is to be executed");
                });
            return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).thenApply(_ -> answered(parts,
                    answers.stream().map(answer -> answer.join() == null ? NULL : answer.join()).toList()));
        }

        private byte[] answered(List<Part> parts, List<byte[]> values) {
            if (key != null) keep();
            return joined(parts, values);
        }

        private void keep() {
            ofDocument.compute(key.document, (_, keys) -> {
                var listed = keys == null ? ConcurrentHashMap.<Key>newKeySet() : keys;
                listed.add(key);
                return listed;
            });
            made.put(key, ready);
            if (document.isForgotten()) made.invalidate(key); // meanwhile, or at once
        }

        /** Keys are names of GraphQL, which need no escaping. */
        private static byte[] joined(List<Part> parts, List<byte[]> values) {
            var out = new ByteArrayOutputStream(values.stream().mapToInt(value -> value.length).sum() + 64);
            out.write('{'); // also where every root field is left out
            for (var place = 0; place < parts.size(); place++) {
                var value = values.get(place);
                if (place > 0) out.write(',');
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
    public Optional<Ready> way(GraphQLSchema schema, Parsed document, OperationDefinition operation, Ask ask, Viewer viewer, Instant at) {
        CoercedVariables coerced;
        try {
            coerced = ValuesResolver.coerceVariableValues(schema, operation.getVariableDefinitions(), RawVariables.of(ask.variables()), GraphQLContext.getDefault(), Locale.ENGLISH);
        } catch (GraphQLException e) {
            return Optional.empty(); // what is wrong is said with its place (Variables)
        }
        var request = new Given.Request(viewer, coerced.toMap(), at, ask.gone());
        Supplier<Making> making = () -> new Making(schema, document.document(), operation, request);
        if (operation.getOperation() != OperationDefinition.Operation.QUERY) return Optional.of(new Ready(making.get(), null, null));
        var key = new Key(document.number(), operation.getName(), Given.Policy.of(viewer), shape(schema, document, operation, request));
        var known = made.getIfPresent(key);
        return Optional.of(known != null ? new Ready(request, known, making) : new Ready(making.get(), document, key));
    }

    /**
     * What of the variables is part of the statement: which are there, which keys of objects, how many of their lists, words that name a column or an order, and which keys of cursors are absent. Each part
     * says itself where it ends, so that no two shapes are spelled the same.
     */
    private String shape(GraphQLSchema schema, Parsed document, OperationDefinition operation, Given.Request request) {
        if (operation.getVariableDefinitions().isEmpty()) return "";
        var shape = new StringBuilder();
        for (var definition : operation.getVariableDefinitions()) {
            var name = definition.getName();
            if (!request.variables().containsKey(name)) {
                shape.append('-');
                continue;
            }
            var value = request.variables().get(name);
            shape(TypeFromAST.getTypeFromAST(schema, definition.getType()), value, false, shape);
            if (value != null && document.cursors().contains(name)) shape.append(absent(value)).append(';');
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

    /** One operation being made ready. */
    private final class Making {
        private final GraphQLSchema schema;
        private final OperationDefinition operation;
        private final Map<String, FragmentDefinition> fragments;
        private final Given.Request request;
        private final Inputs inputs;
        private final Deque<String> path = new ArrayDeque<>();
        /** Fields as they stand in the document, by their places in the answer: of several in one place the first. */
        private final Map<String, Field> written = new HashMap<>();
        private final List<Refusal> nulls = new ArrayList<>();
        private final GraphQLObjectType root;
        private final List<Selection.Field> fields;
        private final IdentityQuestions.Only only = new IdentityQuestions.Only();

        /** @throws Refused where it asks for more than a limit, or a variable is null where null may not be: all of that at once, before anything is executed */
        Making(GraphQLSchema schema, Document document, OperationDefinition operation, Given.Request request) {
            this.schema = schema;
            this.operation = operation;
            this.fragments = NodeUtil.getFragmentsByName(document);
            this.request = request;
            this.inputs = new Inputs(limits, request.variables());
            this.root = changes() ? schema.getMutationType() : schema.getQueryType();
            this.fields = selection(operation.getSelectionSet(), root, List.of()).merged().of(root.getName()).fields();
            if (!nulls.isEmpty()) throw new Refused(Variables.told(nulls.stream()));
        }

        boolean changes() {
            return operation.getOperation() == OperationDefinition.Operation.MUTATION;
        }

        /** @throws Refused where its filters, orders and groups lead over more relations than a limit */
        Priced priced() {
            var costs = new ArrayList<Cost>();
            var uses = new LinkedHashSet<Uses.Use>();
            var mayBeStraight = true;
            var relations = 0;
            var several = new BadInput.Several();
            for (var field : fields) {
                if (changes() && mayUse(field)) lookAtGiven(field, several);
                try {
                    costs.add(cost(field));
                    relations += costs.getLast().relations();
                    if (relations > limits.relations()) throw tooManyRelations(field.key(), Cost.sum(costs));
                    if (ReadFields.ROOTS.get(field.name()) instanceof Root read && !changes()) uses.addAll(Uses.of(NotHere.CONCERNS.keySet(), read, field));
                    mayBeStraight &= isWord(field) || mayBeStraight(field);
                } catch (BadInput mistake) { // executed, it is said in its place; what stands beside it has its price nevertheless
                    several.add(mistake);
                    costs.add(new Cost(List.of(new Cost.Part(field.key(), List.of(), COMPUTED))));
                    mayBeStraight = false;
                }
            }
            if (changes()) several.check(); // nothing of it is executed
            var cost = Cost.sum(costs);
            return new Priced(List.copyOf(costs), cost.isFixed() ? List.copyOf(cost.shares(request)) : null, NotHere.notes(uses, regions), mayBeStraight);
        }

        /** What no act could be given, whatever there is: said by its fetcher it would come after the acts that stand before it, and one mistake at a time. */
        private void lookAtGiven(Selection.Field act, BadInput.Several several) {
            var given = given(act);
            for (var argument : Introspection.getFieldDef(schema, root, act.name()).getArguments()) lookForIds(argument, given.get(argument.getName()), act.key() + "." + argument.getName(), several);
            if (act.name().equals("editDossier"))
                several.of(() -> {
                    ApplicationFields.checkEdit((Map<?, ?>) given.get("input"), act.key() + ".input");
                    return null;
                });
        }

        private void lookForIds(GraphQLInputValueDefinition of, Object given, String place, BadInput.Several several) {
            switch (GraphQLTypeUtil.unwrapAll(of.getType())) {
                case GraphQLType _ when given instanceof List<?> list -> {
                    for (var entry = 0; entry < list.size(); entry++) lookForIds(of, list.get(entry), place + "[" + entry + "]", several);
                }
                case GraphQLInputObjectType type when given instanceof Map<?, ?> object ->
                        object.forEach((name, value) -> lookForIds(type.getFieldDefinition(name.toString()), value, place + "." + name, several));
                case GraphQLScalarType type when given != null && type.getName().equals(Scalars.ID.getName()) && !of.hasAppliedDirective(NAMED) -> several.of(() -> Given.id(given, place));
                default -> { }
            }
        }

        private Refused tooManyRelations(String upTo, Cost cost) {
            var found = new StringBuilder("filters, orders and groups, up to that of %s, lead over %d".formatted(upTo, cost.relations()));
            if (cost.repeated() > 0) found.append(", %d of them only because the same ones stand in the statement again for ".formatted(cost.repeated()))
                    .append(cost.again().stream().sorted().map(Making::named).collect(Collectors.joining(" and for ")));
            return Inputs.refused("relations", limits.relations(), found.toString(),
                    Stream.concat(cost.again().stream().sorted().map(Making::instead), Stream.of("ask with fewer", "or in several requests")).collect(Collectors.joining(", ")));
        }

        private static String named(Cost.Again again) {
            return switch (again) {
                case PLACES -> "each place where whoever asks may see rows of dossiers or certificates in their own order";
                case SEARCH -> "a search";
                case TEXTS -> "pieces of texts that are searched (contains, startsWith)";
                case TOTAL -> "totalCount";
                case PARTS -> "parts of an explanation, for each thing that is wanted of each of them";
            };
        }

        private static String instead(Cost.Again again) {
            return switch (again) {
                case PLACES -> "take another orderBy";
                case SEARCH -> "leave the search out";
                case TEXTS -> "ask with fewer such texts or none";
                case TOTAL -> "ask for totalCount in a request of its own";
                case PARTS -> "have a part of the filter explained by itself, or ask for less of each part (holds, shown, below)";
            };
        }

        private Cost cost(Selection.Field field) {
            if (isWord(field)) return new Cost(List.of());
            var read = read(field);
            if (read.isPresent()) return Pricing.of(read.get(), field, policy());
            var costs = new ArrayList<Cost>();
            var several = new BadInput.Several();
            var size = size(field.below(), Introspection.getFieldDef(schema, root, field.name()), field.key(), costs, several);
            several.check();
            costs.addFirst(new Cost(List.of(new Cost.Part(field.key(), List.of(), COMPUTED + size))));
            return Cost.sum(costs);
        }

        /** How many fields are computed below one. @param rows what is shown there of the tables, as in the payload of a mutation */
        private int size(Selection below, GraphQLFieldDefinition definition, String path, List<Cost> rows, BadInput.Several several) {
            if (!(GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLObjectType type)) return size(below);
            var size = 0;
            for (var field : below.of(type.getName()).fields()) {
                var key = path + "." + field.key();
                var noun = noun(field, type);
                if (noun.isPresent()) several.of(() -> rows.add(shown(noun.get(), key, field.settled(request))));
                else size += 1 + (isWord(field) ? 0 : size(field.below(), type.getFieldDefinition(field.name()), key, rows, several));
            }
            return size;
        }

        /** What a payload shows of a row, once all of it is found to be right: with the values that came, since afterwards the act is done. */
        private Cost shown(Noun noun, String place, Selection.Field field) {
            var several = new BadInput.Several();
            several.of(() -> {
                reader.check(noun, place, field.below(), request);
                return null;
            });
            several.of(() -> IdentityQuestions.sought(place + ".", field, request, true, only));
            several.check();
            return Pricing.of(noun, place, field.below(), policy());
        }

        private static int size(Selection selection) {
            return selection.fields().stream().mapToInt(field -> 1 + size(field.below())).sum();
        }

        private Optional<Noun> noun(Selection.Field field, GraphQLObjectType type) {
            if (isWord(field)) return Optional.empty();
            var of = GraphQLTypeUtil.unwrapAll(type.getFieldDefinition(field.name()).getType()).getName();
            return Nouns.all().stream().filter(noun -> noun.name().equals(of)).findFirst();
        }

        private Given.Policy policy() {
            return Given.Policy.of(request.viewer());
        }

        private boolean isWord(Selection.Field field) {
            return field.name().equals(Introspection.TypeNameMetaFieldDef.getName());
        }

        private Optional<Root> read(Selection.Field field) {
            return changes() ? Optional.empty() : Optional.ofNullable(field.name().equals(StatisticsFields.NAME) ? StatisticsFields.ROOT : ReadFields.ROOTS.get(field.name()));
        }

        /** Whoever may use a field is asked when it is executed: what is for certain roles, or asks for protected values, is never answered straight. */
        private boolean mayBeStraight(Selection.Field field) {
            return read(field).isPresent() && roles(field).isEmpty();
        }

        Made made(Priced priced) {
            var parts = new ArrayList<Part>();
            BadInput first = null;
            for (var field : fields)
                try {
                    parts.add(part(field));
                } catch (BadInput mistake) {
                    if (first == null) first = mistake;
                    parts.add(new Part.Computed(field.key()));
                }
            return new Made(priced, together(parts), first, priced.mayBeStraight && parts.stream().noneMatch(Part.Computed.class::isInstance));
        }

        /**
         * @param inBody whether it came in a body, not in an address
         * @param denied is told of each role that is lacking
         */
        List<Refusal> mistakes(boolean inBody, Consumer<RoleCheck.Denied> denied) {
            var mistakes = new ArrayList<Refusal>();
            for (var field : fields) {
                var place = List.<Object>of(field.key());
                try {
                    look(place, () -> check(field, inBody, mistakes), mistakes);
                } catch (RoleCheck.Denied refused) {
                    denied.accept(refused);
                    mistakes.add(Faults.denied(refused, request.viewer(), List.of(written(place).getSourceLocation()), place));
                }
            }
            return mistakes;
        }

        /** @param place of the field that is looked at */
        private void look(List<Object> place, Runnable look, List<Refusal> mistakes) {
            var at = List.of(written(place).getSourceLocation());
            try {
                look.run();
            } catch (BadInput mistake) {
                mistake.mistakes().forEach(one -> mistakes.add(new Refusal(one, Codes.BAD_INPUT, at, place)));
            } catch (IdentityQuestions.OnlyByPost refused) {
                mistakes.add(new Refusal(refused.getMessage(), Codes.ONLY_BY_POST, at, place));
            } catch (ReadRefused refused) {
                mistakes.add(new Refusal(refused.getMessage(), Faults.code(refused), at, place));
            }
        }

        private Field written(List<Object> place) {
            return written.get(place.stream().map(Object::toString).collect(Collectors.joining(".")));
        }

        private void check(Selection.Field field, boolean inBody, List<Refusal> mistakes) {
            if (!mayUse(field)) throw new RoleCheck.Denied(roles(field), field.name());
            var read = read(field);
            if (read.isEmpty()) {
                if (!changes() && !isWord(field)) checkComputed(field, mistakes);
                return;
            }
            var several = new BadInput.Several();
            if (read.get() instanceof Root.Statistics) several.of(() -> StatisticsFields.known(regions, (Map<?, ?>) Given.settled(field.arguments(), request)));
            several.of(() -> IdentityQuestions.sought("", field, request, inBody, only));
            several.of(() -> reader.question(reader.plan(read.get(), field.settled(request), request), request));
            several.check();
        }

        private boolean mayUse(Selection.Field field) {
            var roles = roles(field);
            return roles.isEmpty() || request.viewer().isAny(roles);
        }

        private Set<Role> roles(Selection.Field field) {
            return RoleCheck.asked(Introspection.getFieldDef(schema, root, field.name()));
        }

        /** By what its fetcher looks at first. */
        private void checkComputed(Selection.Field field, List<Refusal> mistakes) {
            var given = given(field);
            switch (field.name()) {
                case "calendar" -> {
                    var edition = CalendarFields.edition(regions, given, request.at());
                    for (var below : field.below().of("Calendar").fields()) {
                        var place = List.<Object>of(field.key(), below.key());
                        look(place, () -> CalendarFields.check(regions, edition, below.name(), given(below)), mistakes);
                    }
                }
                case "eligibility" -> EligibilityFields.asked(regions, given, request.at());
                case "evaluation" -> ApplicationFields.asked(given, request.at());
                case "pledge" -> ApplicationFields.dossier(given);
                default -> { }
            }
        }

        /** The arguments of a field that is computed, as its fetcher gets them. */
        @SuppressWarnings("unchecked") // names of arguments
        private Map<String, Object> given(Selection.Field field) {
            return (Map<String, Object>) Given.settled(field.arguments(), request);
        }

        private Part part(Selection.Field field) {
            if (isWord(field)) return new Part.Word(field.key(), root.getName());
            if (!mayBeStraight(field)) return new Part.Computed(field.key());
            var plan = reader.plan(read(field).orElseThrow(), field, request);
            return plan.asksProtected() ? new Part.Computed(field.key()) : new Part.Read(field.key(), plan);
        }

        /** Counts of the same rows that stand side by side are one statement, and cost what each of them costs: fewer statements are no reason to ask for more. */
        private List<Part> together(List<Part> parts) {
            var fewer = new ArrayList<Part>();
            for (var from = 0; from < parts.size();) {
                var part = parts.get(from);
                var to = from + 1;
                while (part instanceof Part.Read || part instanceof Part.Together) {
                    var more = to < parts.size() && parts.get(to) instanceof Part.Read ? counted(fields.subList(from, to + 1)) : Optional.<Plan>empty();
                    if (more.isEmpty()) break;
                    part = new Part.Together(more.get());
                    to++;
                }
                fewer.add(part);
                from = to;
            }
            return List.copyOf(fewer);
        }

        private Optional<Plan> counted(List<Selection.Field> fields) {
            return reader.together(fields.stream().map(field -> read(field).orElseThrow()).toList(), fields, request);
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
                if ((value instanceof VariableReference variable ? truth(one, variable.getName()) : ((BooleanValue) value).isValue()) == word) return true;
            }
            return false;
        }

        /** A variable that has a default may come as null, which is no truth: what is asked cannot be told then. */
        private boolean truth(Directive directive, String variable) {
            if (request.variables().get(variable) instanceof Boolean truth) return truth;
            throw new Refused(Refusal.at(directive.getSourceLocation(), Codes.BAD_INPUT,
                    "@%s(if: $%s): null is neither true nor false; leave the variable out, and its default is taken".formatted(directive.getName(), variable)));
        }

        private Selection.Field field(Field field, GraphQLCompositeType parent, List<String> of) {
            path.addLast(field.getResultKey());
            written.putIfAbsent(String.join(".", path), field);
            var definition = Introspection.getFieldDef(schema, parent, field.getName());
            if (request.variables().containsValue(null)) lookForNulls(definition, field);
            var arguments = arguments(definition, field);
            var below = GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type ? selection(field.getSelectionSet(), type, List.of()) : Selection.NOTHING;
            path.removeLast();
            return new Selection.Field(field.getResultKey(), field.getName(), arguments, of, below);
        }

        /** GraphQL's own reading comes upon them when the operation is executed, in whichever field it then reads, and after an act that stands before them. */
        private void lookForNulls(GraphQLFieldDefinition definition, Field field) {
            for (var argument : field.getArguments())
                Variables.nulls(definition.getArgument(argument.getName()).getType(), argument.getValue(), String.join(".", path) + "." + argument.getName(), argument.getSourceLocation(), request.variables())
                        .forEach(nulls::add);
        }

        private Map<String, Object> arguments(GraphQLFieldDefinition definition, Field field) {
            var arguments = new LinkedHashMap<String, Object>();
            for (GraphQLArgument argument : definition.getArguments()) {
                var written = field.getArguments().stream().filter(one -> one.getName().equals(argument.getName())).map(Argument::getValue).findFirst();
                if (written.isPresent() && GraphQLTypeUtil.unwrapAll(argument.getType()) instanceof GraphQLInputObjectType type)
                    inputs.measure(String.join(".", path) + "." + argument.getName(), written.get(), Inputs.isAsking(type.getName())); // before it is unfolded
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
