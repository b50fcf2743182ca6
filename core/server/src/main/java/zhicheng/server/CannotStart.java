package zhicheng.server;

/** Why a server does not start: said to the person who started it, without a stack trace. */
public final class CannotStart extends RuntimeException {

    /** What kind of reason; each has an exit code of its own, so that a script can tell them apart. */
    public enum Reason {
        /** Something that should be configured is not. */
        NOT_CONFIGURED(3),
        /** Another program listens on the port. */
        PORT_TAKEN(4),
        /** Another server uses the data folder. */
        DATA_IN_USE(5),
        /** The data folder runs on another official time. */
        OTHER_TIME(6),
        /** PostgreSQL does not start, does not answer, or cannot be migrated. */
        DATABASE(7),
        /** A region is wrong: a plug-in's jar, its SPI, its facts, or an edition that a dossier is pinned to is gone. */
        REGIONS(8);

        private final int exitCode;

        Reason(int exitCode) {
            this.exitCode = exitCode;
        }

        /** @return what the process ends with, 3 to 8 */
        public int exitCode() {
            return exitCode;
        }
    }

    private final Reason reason;

    /** @param message what happened and what to do, for a person */
    public CannotStart(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** @param message what happened and what to do, for a person */
    public CannotStart(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The reason inside a fault of the container that makes the beans; the fault itself where there is none. */
    static RuntimeException in(RuntimeException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause())
            if (cause instanceof CannotStart known) return known;
        return fault;
    }

    /** @return never null */
    public Reason reason() {
        return reason;
    }
}
