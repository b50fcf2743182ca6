package zhicheng.server.region;

/** How a throwable of a region is told to whoever starts the server. */
final class Problem {
    private Problem() {}

    /** The first cause in one line: its kind and what it says. */
    static String said(Throwable e) {
        var cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) cause = cause.getCause();
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
