package zhicheng.server.graphql;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/** A document that came, and what is known of it once and for all. */
public final class Parsed {
    private static final Set<String> CURSORS = Set.of("after", "before");

    private final long number;
    private final Document document;
    private final Set<String> cursors;
    private volatile boolean forgotten;

    /** @param number its own: the same text has another one when it was forgotten and comes again */
    Parsed(long number, Document document) {
        this.number = number;
        this.document = document;
        this.cursors = cursors(document);
    }

    long number() {
        return number;
    }

    Document document() {
        return document;
    }

    /** The variables that are given as cursors: which of a cursor's keys are absent is part of the statement. */
    Set<String> cursors() {
        return cursors;
    }

    /** Whether it was remembered and is no longer: what is made of it now will not be asked for again. */
    boolean isForgotten() {
        return forgotten;
    }

    void forget() {
        forgotten = true;
    }

    private static Set<String> cursors(Document document) {
        var names = new HashSet<String>();
        var open = new ArrayList<Node<?>>();
        open.add(document);
        while (!open.isEmpty()) {
            var node = open.removeLast();
            if (node instanceof Argument argument && CURSORS.contains(argument.getName()) && argument.getValue() instanceof VariableReference variable)
                names.add(variable.getName());
            for (var child : node.getChildren()) open.add(child);
        }
        return Set.copyOf(names);
    }
}
