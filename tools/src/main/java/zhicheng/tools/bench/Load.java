package zhicheng.tools.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Asks as fast as it is answered, over a number of connections that stay open, one request at a time on each. One thread, no objects per request: it
 * must not be what is measured. Every answer is looked at: 200, and data in it.
 */
final class Load implements AutoCloseable {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = "{\"data\":{\"".getBytes(StandardCharsets.US_ASCII);
    private static final long SEED = 20240930;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What {@code serve} gives a statement unless it is set otherwise ({@code zhicheng.read.statement-timeout}). */
    static final Duration LATE = Duration.ofSeconds(5);

    private final Selector selector = Selector.open();
    private final Requests requests;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private long[] nanos = new long[1 << 20];
    private int answers;
    /** How many lines have a request under way. */
    private int open;

    /**
     * What came of a run.
     *
     * @param late of the answers those that took longer than {@link #LATE}
     */
    record Result(double perSecond, Duration median, Duration p99, int answers, int late) {}

    Load(int port, int connections, Requests requests) throws IOException {
        this.requests = requests;
        for (var n = 0; n < connections; n++) {
            var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Line(channel, requests.longest()));
        }
    }

    /** One connection and the answer that comes on it. */
    private static final class Line {
        final SocketChannel channel;
        final ByteBuffer request;
        ByteBuffer answer = ByteBuffer.allocate(1 << 16);
        long asked;
        /** Where the answer ends; 0: its head is not there yet. */
        int end;

        Line(SocketChannel channel, int longest) {
            this.channel = channel;
            this.request = ByteBuffer.allocateDirect(longest);
        }
    }

    /**
     * Goes on asking for so long. What is under way at the end goes on, and counts in the next run: all lines are busy from the first moment of a run that follows
     * another to its last, however long an answer takes.
     *
     * @throws IOException also where nothing is answered for {@link #PATIENCE}
     */
    Result run(Duration time) throws IOException {
        answers = 0;
        var until = System.nanoTime() + time.toNanos();
        if (open == 0)
            for (var key : selector.keys()) {
                ask((Line) key.attachment());
                open++;
            }
        answered(until, true);
        var sorted = Arrays.copyOf(nanos, answers);
        Arrays.sort(sorted);
        return answers == 0 ? new Result(0, Duration.ZERO, Duration.ZERO, 0, 0)
                : new Result(answers / (time.toNanos() / 1e9), Duration.ofNanos(sorted[answers / 2]), Duration.ofNanos(sorted[(int) (answers * 0.99)]), answers,
                        (int) Arrays.stream(sorted).filter(took -> took > LATE.toNanos()).count());
    }

    /** Takes what comes until then, or until nothing is under way. */
    private void answered(long until, boolean asking) throws IOException {
        var last = System.nanoTime();
        for (var now = last; open > 0 && now < until; now = System.nanoTime()) {
            selector.select(Math.max(1, Math.min(1_000, (until - now) / 1_000_000)));
            now = System.nanoTime();
            for (var key : selector.selectedKeys()) {
                var line = (Line) key.attachment();
                if (!read(line)) continue;
                last = now;
                note(now - line.asked);
                if (asking) ask(line);
                else {
                    open--;
                    line.channel.close(); // a server hangs up on a line that is idle for some seconds, and others may take longer than that
                }
            }
            selector.selectedKeys().clear();
            if (now - last > PATIENCE.toNanos()) throw new IOException("no answer for " + PATIENCE.toSeconds() + " seconds");
        }
    }

    private void ask(Line line) throws IOException {
        requests.next(line.request, random);
        line.answer.clear();
        line.end = 0;
        line.asked = System.nanoTime();
        while (line.request.hasRemaining()) line.channel.write(line.request);
    }

    private void note(long took) {
        if (answers == nanos.length) nanos = Arrays.copyOf(nanos, nanos.length * 2);
        nanos[answers++] = took;
    }

    /** @return whether the answer is whole */
    private static boolean read(Line line) throws IOException {
        if (!line.answer.hasRemaining()) line.answer = ByteBuffer.allocate(line.answer.capacity() * 4).put(line.answer.flip());
        if (line.channel.read(line.answer) < 0) throw new IOException("the server hung up after: " + shown(line));
        var bytes = line.answer.array();
        var length = line.answer.position();
        if (line.end == 0) {
            var body = body(bytes, length);
            if (body < 0) return false;
            line.end = body + contentLength(bytes, body, line);
        }
        if (length < line.end) return false;
        check(line, bytes);
        return true;
    }

    private static void check(Line line, byte[] bytes) throws IOException {
        var body = body(bytes, line.end);
        var good = bytes[9] == '2' && bytes[10] == '0' && bytes[11] == '0' && Arrays.equals(bytes, body, body + DATA.length, DATA, 0, DATA.length);
        if (good) {
            var value = body + DATA.length;
            while (bytes[value] != ':') value++;
            good = bytes[value + 1] != 'n';
        }
        if (!good) throw new IOException("not the answer that was expected: " + shown(line));
    }

    private static String shown(Line line) {
        return new String(line.answer.array(), 0, Math.min(line.answer.position(), 2_000), StandardCharsets.UTF_8);
    }

    private static int body(byte[] bytes, int length) {
        for (var at = 3; at < length; at++)
            if (bytes[at] == '\n' && bytes[at - 1] == '\r' && bytes[at - 2] == '\n') return at + 1;
        return -1;
    }

    private static int contentLength(byte[] bytes, int body, Line line) throws IOException {
        for (var at = 0; at < body - LENGTH.length; at++) {
            var same = 0;
            while (same < LENGTH.length && (bytes[at + same] | 0x20) == (LENGTH[same] | 0x20)) same++;
            if (same < LENGTH.length) continue;
            var length = 0;
            for (at += same; bytes[at] != '\r'; at++)
                if (bytes[at] != ' ') length = length * 10 + bytes[at] - '0';
            return length;
        }
        throw new IOException("an answer without Content-Length: " + shown(line));
    }

    /** Waits for what is under way, and asks no more: who asks next has the machine to himself. */
    @Override
    public void close() throws IOException {
        try {
            answered(System.nanoTime() + PATIENCE.toNanos(), false);
        } finally {
            for (var key : selector.keys()) key.channel().close();
            selector.close();
        }
    }
}
