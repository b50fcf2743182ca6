package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who was turned away, and who asked by a protected field: logger {@code zhicheng.security}. At most {@value #LINES} lines a minute, the rest counted, so
 * that nobody can fill the disk by asking.
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
     * @param why {@code role}, {@code token}, {@code address} (of a file), {@code too often}
     * @param account null where it is not known
     * @param what what was asked for, or what was wrong; nothing that the client wrote freely
     * @param request the request's id
     */
    public void refused(String why, UUID account, String what, String request) {
        write("refused ({}): account {}, {}, request {}", why, account, what, request);
    }

    /**
     * Somebody asked for people by a protected field. The trail has every time.
     *
     * @param times how often that account has within the hour, this time included
     */
    public void asked(String field, UUID account, long times, String request) {
        write("asked by {}: account {}, {} within the hour, request {}", field, account, times, request);
    }

    private synchronized void write(String line, Object... what) {
        var now = System.nanoTime();
        if (now - since >= MINUTE) {
            if (leftOut > 0)
                LOG.warn("{} more lines were left out", leftOut);
            since = now;
            written = 0;
            leftOut = 0;
        }
        if (written < LINES) {
            written++;
            LOG.warn(line, what);
        } else {
            leftOut++;
        }
    }
}
