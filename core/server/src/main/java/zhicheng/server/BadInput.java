package zhicheng.server;

/**
 * Something that was asked for cannot be understood: a cursor from another list, a date that does not exist. The
 * message goes to whoever asked. Refusals by a rule are findings, not this.
 */
public final class BadInput extends RuntimeException {

    /** @param message what is wrong and what would be right, for the person who asked; nothing of the inside */
    public BadInput(String message) {
        super(message, null, false, false);
    }
}
