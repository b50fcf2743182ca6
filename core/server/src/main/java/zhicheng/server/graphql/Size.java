package zhicheng.server.graphql;

import graphql.GraphQLError;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.InputValueDefinition;
import graphql.language.Node;
import graphql.language.ObjectField;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.VariableDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Measures a document before it is validated: validation itself costs more than the measure. */
final class Size {

    /** Beyond any limit, and far from an overflow: fragments can multiply. */
    private static final long MANY = 1L << 40;

    private record Of(long depth, long fields, long roots, long aliases, long directives) {

        static final Of NOTHING = new Of(0, 0, 0, 0, 0);

        Of plus(Of other) {
            return new Of(Math.max(depth, other.depth), sum(fields, other.fields), sum(roots, other.roots),
                    sum(aliases, other.aliases), sum(directives, other.directives));
        }

        private static long sum(long one, long other) {
            return Math.min(MANY, one + other);
        }
    }

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Of> measured = new HashMap<>();
    private final Limits limits;
    private Field introspects;

    private Size(Document document, Limits limits) {
        this.limits = limits;
        for (var fragment : document.getDefinitionsOfType(FragmentDefinition.class))
            fragments.putIfAbsent(fragment.getName(), fragment);
    }

    /** @return everything about the document that is over a limit; empty where nothing is */
    static List<GraphQLError> refusals(Document document, Limits limits) {
        return new Size(document, limits).refusals(document);
    }

    private List<GraphQLError> refusals(Document document) {
        var refusals = new ArrayList<GraphQLError>();
        for (var operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            var size = of(operation.getSelectionSet()).plus(directives(operation.getDirectives().size()));
            over(operation, "depth", limits.depth(), size.depth()).ifPresent(refusals::add);
            over(operation, "fields", limits.fields(), size.fields()).ifPresent(refusals::add);
            over(operation, "root-fields", limits.rootFields(), size.roots()).ifPresent(refusals::add);
            over(operation, "aliases", limits.aliases(), size.aliases()).ifPresent(refusals::add);
            over(operation, "directives", limits.directives(), size.directives()).ifPresent(refusals::add);
        }
        values(document, new ArrayDeque<>(), refusals);
        if (introspects != null && !limits.introspection())
            refusals.add(Refusal.at(introspects.getSourceLocation(), Codes.LIMIT,
                    "introspection is off on this server (zhicheng.graphql.limits.introspection)"));
        return refusals;
    }

    private Of of(SelectionSet selections) {
        var size = Of.NOTHING;
        if (selections != null)
            for (var selection : selections.getSelections())
                size = size.plus(switch (selection) {
                    case Field field -> of(field);
                    case InlineFragment inline -> of(inline.getSelectionSet()).plus(directives(inline.getDirectives().size()));
                    case FragmentSpread spread -> of(spread.getName()).plus(directives(spread.getDirectives().size()));
                    default -> throw new IllegalStateException("a selection of an unknown kind: " + selection.getClass());
                });
        return size;
    }

    private Of of(Field field) {
        if (field.getName().equals("__schema") || field.getName().equals("__type"))
            introspects = field;
        var within = of(field.getSelectionSet());
        return new Of(within.depth() + 1, within.fields() + 1, 1, within.aliases() + (field.getAlias() == null ? 0 : 1),
                within.directives() + field.getDirectives().size());
    }

    private Of of(String fragment) {
        var known = measured.get(fragment);
        if (known != null)
            return known;
        measured.put(fragment, Of.NOTHING); // met again within itself: a circle, which validation refuses
        var definition = fragments.get(fragment);
        if (definition == null)
            return Of.NOTHING;
        var size = of(definition.getSelectionSet()).plus(directives(definition.getDirectives().size()));
        measured.put(fragment, size);
        return size;
    }

    private static Of directives(int number) {
        return new Of(0, 0, 0, 0, number);
    }

    /** @param path the nodes down to this one, and places in lists; written out where something is refused */
    private void values(Node<?> node, Deque<Object> path, List<GraphQLError> refusals) {
        if (node instanceof ArrayValue list && list.getValues().size() > limits.listEntries())
            refusals.add(Refusal.at(list.getSourceLocation(), Codes.LIMIT, Inputs.tooLong(written(path), list.getValues().size(), limits).getMessage()));
        if (node instanceof StringValue text && text.getValue().indexOf('\0') >= 0)
            refusals.add(Refusal.at(text.getSourceLocation(), Codes.BAD_INPUT, "a text must not contain the character U+0000"));
        if (node instanceof Directive directive && directive.getName().equals(Schema.NEVER))
            refusals.add(Refusal.at(directive.getSourceLocation(), Codes.VALIDATION, "@%s is not taken: an answer comes as a whole".formatted(Schema.NEVER)));
        var place = 0;
        for (var child : node.getChildren()) {
            path.addLast(node instanceof ArrayValue ? place++ : child);
            values(child, path, refusals);
            path.removeLast();
        }
    }

    /** Such as {@code dossiers.where.stage.in}: root fields are those of the operation or of a fragment. */
    private static String written(Deque<Object> path) {
        var steps = path.stream().map(step -> step instanceof Node<?> node ? step(node) : "[" + step + "]").collect(Collectors.joining());
        return steps.startsWith(".") ? steps.substring(1) : steps;
    }

    private static String step(Node<?> node) {
        return switch (node) {
            case Field field -> "." + field.getResultKey();
            case Argument argument -> "." + argument.getName();
            case ObjectField field -> "." + field.getName();
            case VariableDefinition variable -> ".variables." + variable.getName();
            case InputValueDefinition defined -> "." + defined.getName(); // of a type or a directive, which validation refuses
            default -> "";
        };
    }

    private static Optional<GraphQLError> over(Node<?> node, String limit, long allowed, long found) {
        return found <= allowed
                ? Optional.empty()
                : Optional.of(Refusal.at(node.getSourceLocation(), Codes.LIMIT, message(limit, allowed, found)));
    }

    /** The one sentence for every limit. */
    static String message(String limit, long allowed, long found) {
        return "%s: %s, and at most %d are allowed (zhicheng.graphql.limits.%s)"
                .formatted(limit, found >= MANY ? "more than can be counted" : found, allowed, limit);
    }
}
