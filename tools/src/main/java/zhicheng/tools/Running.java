package zhicheng.tools;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** What has been started so far. However the process ends, short of a kill -9, it is stopped again, the last one first. */
final class Running {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch never = new CountDownLatch(1);

    Running() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    }

    /** Takes note before it is started: a signal may come while it starts. */
    synchronized <T extends AutoCloseable> T stopLater(T part) {
        started.push(part);
        return part;
    }

    /** Returns never: a signal ends the process. */
    void untilStopped() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        if (!stopping.compareAndSet(false, true))
            return;
        synchronized (this) {
            while (!started.isEmpty()) {
                var part = started.pop();
                try {
                    part.close();
                } catch (Exception e) {
                    System.err.println(part.getClass().getSimpleName() + " did not stop as it should: " + e);
                }
            }
        }
    }
}
