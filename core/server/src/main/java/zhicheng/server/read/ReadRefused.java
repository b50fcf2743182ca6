package zhicheng.server.read;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A read that was not done, or not to its end, or is not sent; the message is for whoever asked. */
public final class ReadRefused extends RuntimeException {

    /** Why a read was refused. */
    public enum Why {
        /** Too many reads wait for a connection, or none came free: nothing was asked. */
        BUSY,
        /** It took longer than a read may. */
        TIMEOUT,
        /** The database is away, which cannot be reached or is not ready, or the server is stopping. */
        AWAY,
        /** The answer is larger than one may be, or the statement is longer or has more values than one may: asked so again it will be again. */
        TOO_LARGE
    }

    private static final Logger LOG = LoggerFactory.getLogger(ReadRefused.class);

    private final Why why;

    ReadRefused(Why why, String message) {
        super(message, null, false, false);
        this.why = why;
    }

    /** What meets the pool while it is given back. */
    static ReadRefused stopping() {
        LOG.warn("a read is not answered: the server is stopping");
        return new ReadRefused(Why.AWAY, "the server is stopping: nothing was read; try again");
    }

    /** @return never null */
    public Why why() {
        return why;
    }
}
