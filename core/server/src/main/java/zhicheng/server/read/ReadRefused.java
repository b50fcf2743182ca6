package zhicheng.server.read;

/** A read that was not done, or not to its end, or is not sent; the message is for whoever asked. */
public final class ReadRefused extends RuntimeException {

    /** Why a read was refused. */
    public enum Why {
        /** Too many reads wait for a connection, or none came free: nothing was asked. */
        BUSY,
        /** It took longer than a read may. */
        TIMEOUT,
        /** The database is away: it cannot be reached, or is not ready. */
        AWAY,
        /** The answer is larger than one may be: asked so again it will be again. */
        TOO_LARGE
    }

    private final Why why;

    ReadRefused(Why why, String message) {
        super(message, null, false, false);
        this.why = why;
    }

    /** @return never null */
    public Why why() {
        return why;
    }
}
