package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who was turned away: logger {@code zhicheng.security}. At most {@value #LINES} lines a minute, the rest counted, so
 * that nobody can fill the disk by being refused.
 */
@Singleton
public class SecurityLog {

    private static final int LINES = 60;
    private static final long MINUTE = 60_000_000_000L;
    private static final Logger LOG = LoggerFactory.getLogger("zhicheng.security");

    private long since = System.nanoTime();
    private int written;
    private long leftOut;

    /**
     * Somebody was refused.
     *
     * @param why {@code role}, {@code token}
     * @param account null where it is not known
     * @param what what was asked for, or what was wrong; nothing that the client wrote freely
     * @param request the request's id
     */
    public synchronized void refused(String why, UUID account, String what, String request) {
        var now = System.nanoTime();
        if (now - since >= MINUTE) {
            if (leftOut > 0)
                LOG.warn("{} more refusals were left out", leftOut);
            since = now;
            written = 0;
            leftOut = 0;
        }
        if (written < LINES) {
            written++;
            LOG.warn("refused ({}): account {}, {}, request {}", why, account, what, request);
        } else {
            leftOut++;
        }
    }
}
