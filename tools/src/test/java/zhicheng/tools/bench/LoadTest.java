package zhicheng.tools.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoadTest {
    private static final byte[] BODY = "{\"query\":\"{ __typename }\"}".getBytes(US_ASCII);
    private static final String ANSWER = "{\"data\":{\"a\":1}}";

    /** Node, which PostGraphile runs on, hangs up on a line that is idle for five seconds: a run of longer answers ended the bench with it. */
    @Test
    void a_line_that_is_answered_and_done_with_may_be_hung_up_on_while_others_wait() throws Exception {
        var ended = new CountDownLatch(1);
        try (var server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress()); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var hungUp = threads.submit(() -> {
                try (var first = server.accept(); var second = server.accept()) {
                    asked(first);
                    asked(second);
                    ended.await();
                    answer(first);
                    first.shutdownOutput();
                    var end = first.getInputStream().read();
                    answer(second);
                    return end;
                }
            });
            try (var load = new Load(server.getLocalPort(), 2, Requests.of(List.of(BODY), "/graphql", null))) {
                assertEquals(0, load.run(Duration.ofMillis(1)).answers(), "nothing is answered yet");
                ended.countDown();
            }
            assertEquals(-1, hungUp.get(), "the line that was done with is closed before the last one is answered");
        }
    }

    private static void asked(Socket line) throws IOException {
        var request = new String(line.getInputStream().readNBytes(Requests.of(List.of(BODY), "/graphql", null).longest()), US_ASCII);
        assertTrue(request.endsWith(new String(BODY, US_ASCII)), request);
    }

    private static void answer(Socket line) throws IOException {
        line.getOutputStream().write(("HTTP/1.1 200 OK\r\nContent-Length: " + ANSWER.length() + "\r\n\r\n" + ANSWER).getBytes(US_ASCII));
    }
}
