package zhicheng.server;

import java.util.List;

/**
 * Something that was asked for cannot be understood: a cursor from another list, a date that does not exist. The
 * message goes to whoever asked. Refusals by a rule are findings, not this.
 */
public final class BadInput extends RuntimeException {
    private final transient List<String> mistakes;

    /** @param message what is wrong and what would be right, for the person who asked; nothing of the inside */
    public BadInput(String message) {
        this(List.of(message));
    }

    /** Several at once. @param mistakes each as one message; at least one */
    public BadInput(List<String> mistakes) {
        super(String.join("; ", mistakes), null, false, false);
        this.mistakes = List.copyOf(mistakes);
    }

    /** Each by itself. @return at least one */
    public List<String> mistakes() {
        return mistakes;
    }
}
