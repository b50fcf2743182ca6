package zhicheng.tools;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import zhicheng.server.graphql.Codes;

/** Asks the server that has just been started, over its port, and says when the answer was there. */
final class FirstQuery {

    private static final int PATIENCE_IN_MILLISECONDS = 30_000;

    private FirstQuery() {}

    /** @return one line: how long after the start the query was answered, or what came instead */
    static String answered(String url, String query) {
        try {
            var answer = ask(url, query);
            var seconds = sinceStart().toMillis() / 1000.0;
            if (answer.startsWith("HTTP/1.1 200"))
                return "Ready: first query answered %.1f s after the start".formatted(seconds);
            if (answer.contains("\"" + Codes.NOT_TRUSTED + "\""))
                return "Ready: first query refused %.1f s after the start, as it is configured: without a token only registered documents may be asked".formatted(seconds);
            return "Ready after %.1f s, but the first query was answered with «%s»".formatted(seconds, answer.lines().findFirst().orElse(""));
        } catch (IOException e) {
            return "Ready, but the first query was not answered: " + e.getMessage();
        }
    }

    /** By hand: an HTTP client would cost more time than the answer. */
    static String ask(String url, String query) throws IOException {
        var body = "{\"query\":\"%s\"}".formatted(query.replace("\"", "\\\"").replaceAll("\\s+", " ")).getBytes(StandardCharsets.UTF_8);
        var head = """
                POST /graphql HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Accept: application/graphql-response+json\r
                Connection: close\r
                Content-Length: %d\r
                \r
                """.formatted(body.length).getBytes(StandardCharsets.US_ASCII);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(url).getPort())) {
            socket.setSoTimeout(PATIENCE_IN_MILLISECONDS);
            socket.getOutputStream().write(head);
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Since the launcher was called; since the JVM began where there was no launcher. */
    private static Duration sinceStart() {
        var start = Optional.ofNullable(System.getProperty("zhicheng.started")).map(Long::parseLong).map(Instant::ofEpochMilli)
                .or(() -> ProcessHandle.current().info().startInstant()).orElseThrow();
        return Duration.between(start, Instant.now());
    }
}
