package zhicheng.server;

/** Somebody else holds what an act needs, and it was given up: nothing was done, and the same request may come again. */
public class Busy extends RuntimeException {
    public Busy(String message, Throwable cause) {
        super(message, cause);
    }
}
