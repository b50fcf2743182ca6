package zhicheng.server.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.SourceLocation;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.org.antlr.v4.runtime.CharStreams;
import graphql.org.antlr.v4.runtime.Token;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.antlr.GraphqlLexer;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.schema.GraphQLSchema;
import graphql.validation.DocumentVisitor;
import graphql.validation.GoodFaithIntrospectionExceeded;
import graphql.validation.LanguageTraversal;
import graphql.validation.TraversalContext;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parses, measures and validates documents, and remembers the good ones: all three depend on nothing but the text. */
final class Documents {

    /** Characters of all documents that are remembered. As syntax trees they take some fifty times as much memory, a hundred at worst. */
    private static final long REMEMBERED = 500_000;

    /** What validation says of values, and of the first in an argument only. */
    private static final Set<ValidationErrorType> OF_VALUES = EnumSet.of(ValidationErrorType.WrongType, ValidationErrorType.NullValueForNonNullArgument, ValidationErrorType.BadValueForDefaultArg);

    private final GraphQLSchema schema;
    private final Limits limits;
    private final ParserOptions options;
    private final AtomicLong numbers = new AtomicLong();
    private final Cache<String, Checked> good;
    /** By their texts; these do not go. */
    private final Map<String, Checked> registered = new ConcurrentHashMap<>();

    /** @param forgotten is told of documents that were remembered and are no longer */
    Documents(GraphQLSchema schema, Limits limits, Consumer<Parsed> forgotten) {
        this.schema = schema;
        this.limits = limits;
        this.options = ParserOptions.newParserOptions()
                .maxCharacters(limits.queryCharacters())
                .maxTokens(limits.tokens())
                .maxWhitespaceTokens(limits.queryCharacters())
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .build();
        this.good = Caffeine.newBuilder()
                .maximumWeight(REMEMBERED).<String, Checked>weigher((query, _) -> query.length())
                .executor(Runnable::run) // at once: what was made of a document goes with it
                .<String, Checked>removalListener((_, checked, _) -> checked.document().ifPresent(document -> {
                    document.forget();
                    forgotten.accept(document);
                }))
                .build();
    }

    /**
     * A document and what is against it.
     *
     * @param document empty where the text is not GraphQL
     * @param refusals empty where it may be executed
     */
    record Checked(Optional<Parsed> document, List<? extends GraphQLError> refusals) {}

    /** The one of this text, where it is remembered: nothing is computed. */
    Optional<Checked> known(String query) {
        var one = registered.get(query);
        return Optional.ofNullable(one != null ? one : good.getIfPresent(query));
    }

    /** The one of this text, remembered for good where it may be executed: whatever else is asked does not push it out. */
    Checked register(String query) {
        var checked = check(query);
        if (checked.refusals.isEmpty())
            registered.put(query, checked);
        return checked;
    }

    /** The one of this text. May take as long as a large document takes: not for an event loop. */
    Checked checked(String query) {
        if (registered.get(query) instanceof Checked known)
            return known;
        var checked = check(query);
        if (checked.refusals.isEmpty())
            good.put(query, checked);
        return checked;
    }

    private Checked check(String query) {
        Document document;
        try {
            document = parse(query);
        } catch (InvalidSyntaxException e) {
            return new Checked(Optional.empty(), List.of(unparsed(query, e)));
        } catch (NumberFormatException _) { // which the library says of a variable's default; of any other number it says that it is no syntax
            return new Checked(Optional.empty(), List.of(number(query)));
        }
        var tooMuch = Size.refusals(document, limits);
        return new Checked(Optional.of(new Parsed(numbers.incrementAndGet(), document)), tooMuch.isEmpty() ? validate(document) : tooMuch);
    }

    /** What the schema says of itself goes round in circles, so that it is bounded beside the limits: validation ends where it is asked for too much of that. */
    private List<? extends GraphQLError> validate(Document document) {
        try {
            var errors = ParseAndValidate.validate(schema, document, Engine.LOCALE);
            var values = errors.stream().anyMatch(Documents::isOfValues) ? Variables.told(values(document).stream()) : List.<GraphQLError>of();
            return values.isEmpty() ? errors : Stream.concat(errors.stream().filter(error -> !isOfValues(error)), values.stream()).toList();
        } catch (GoodFaithIntrospectionExceeded e) {
            return List.of(Refusal.of(Codes.LIMIT, ("introspection: an operation may ask for __schema and __type once each, and in one place each for the fields, "
                    + "inputFields, interfaces and possibleTypes of types; ask in several requests, or for the whole schema as tools do (%s)").formatted(e.toBadFaithError().getMessage())));
        }
    }

    private static boolean isOfValues(ValidationError error) {
        return OF_VALUES.contains(error.getValidationErrorType());
    }

    /** A value that does not fit is the same mistake wherever it stands, in a variable or in the document, and each is said. */
    private List<Refusal> values(Document document) {
        var types = new TraversalContext(schema);
        var mistakes = new ArrayList<Refusal>();
        new LanguageTraversal().traverse(document, new DocumentVisitor() {
            @Override
            @SuppressWarnings("rawtypes") // as it is declared
            public void enter(Node node, List<Node> path) {
                types.enter(node, path);
                if (types.getInputType() == null) return;
                if (node instanceof Argument argument) add(!types.getArgument().hasSetDefaultValue(), argument.getValue(), place(path) + argument.getName(), argument.getSourceLocation());
                if (node instanceof VariableDefinition variable && variable.getDefaultValue() != null) add(false, variable.getDefaultValue(), Variables.place(variable), variable.getSourceLocation());
            }

            private void add(boolean isRequired, Value<?> written, String place, SourceLocation location) {
                Variables.mistakes(types.getInputType(), isRequired, written, place, location).forEach(mistakes::add);
            }

            @Override
            @SuppressWarnings("rawtypes")
            public void leave(Node node, List<Node> path) {
                types.leave(node, path);
            }
        });
        return mistakes;
    }

    /** To be put before the name of an argument that stands there, such as {@code dossiers.nodes.hours.}: the field's keys, from the operation or a fragment on. */
    private static String place(@SuppressWarnings("rawtypes") List<Node> path) {
        return path.stream().filter(Field.class::isInstance).map(node -> ((Field) node).getResultKey() + ".").collect(Collectors.joining());
    }

    private Document parse(String query) {
        return new Parser().parseDocument(ParserEnvironment.newParserEnvironment()
                .document(query)
                .parserOptions(options)
                .locale(Engine.LOCALE)
                .build());
    }

    /** Where the number stands that cannot be read, which the library does not say: it reads them when it has found all of the document to be GraphQL. */
    private static Refusal number(String query) {
        var tokens = new GraphqlLexer(CharStreams.fromString(query)).getAllTokens().stream().filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL).toList();
        var place = "";
        for (var at = 0; at < tokens.size(); at++) {
            var token = tokens.get(at);
            if (token.getText().equals(":")) place = (at > 1 && tokens.get(at - 2).getText().equals("$") ? "variables." : "") + tokens.get(at - 1).getText();
            if (token.getType() == GraphqlLexer.FloatValue && !isRead(token.getText()))
                return Refusal.at(new SourceLocation(token.getLine(), token.getCharPositionInLine() + 1), Codes.BAD_INPUT, place + ": the exponent of a number is too large");
        }
        return Refusal.of(Codes.SYNTAX, "a number that is written in a text, of a character (\\u{…}), is too large"); // the library lets that out of a pair of surrogates
    }

    private static boolean isRead(String number) {
        try {
            new BigDecimal(number);
            return true;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private Refusal unparsed(String query, InvalidSyntaxException refused) {
        if (refused.getCause() instanceof NumberFormatException) return number(query);
        if (query.length() > limits.queryCharacters())
            return Refusal.of(Codes.LIMIT, Size.message("query-characters", limits.queryCharacters(), query.length()));
        if (refused instanceof ParseCancelledException || refused instanceof ParseCancelledTooDeepException)
            return Refusal.at(refused.getLocation(), Codes.LIMIT,
                    "tokens: the document has too many words and signs, or they are nested too deeply; at most %d are allowed (zhicheng.graphql.limits.tokens)"
                            .formatted(limits.tokens()));
        return Refusal.at(refused.getLocation(), Codes.SYNTAX, refused.getMessage());
    }
}
