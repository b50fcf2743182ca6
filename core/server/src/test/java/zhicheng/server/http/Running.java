package zhicheng.server.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import zhicheng.server.graphql.SmallSchema;

/** A real server on a free port with the small schema, and ways to talk to it. */
final class Running implements AutoCloseable {

    static final String JSON = "application/json";
    static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private Running(EmbeddedServer server) {
        this.server = server;
    }

    /** @param settings name, value, name, value … */
    static Running with(Object... settings) {
        var all = new HashMap<String, Object>(Map.of("micronaut.server.port", -1, SmallSchema.PROPERTY, "small"));
        for (var i = 0; i < settings.length; i += 2)
            all.put((String) settings[i], settings[i + 1]);
        return new Running(ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties(all)
                .start()
                .getBean(EmbeddedServer.class)
                .start());
    }

    ApplicationContext context() {
        return server.getApplicationContext();
    }

    URI at(String path) {
        return URI.create("http://localhost:" + server.getPort() + path);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(at(path));
    }

    /** Posts a body as JSON, asking for an answer in the specification's own media type. */
    HttpResponse<String> post(String body) {
        return send(posting(body, GRAPHQL_RESPONSE));
    }

    /** Posts a query without variables. */
    HttpResponse<String> ask(String query) {
        return post(body(query));
    }

    HttpRequest.Builder posting(String body, String accept) {
        return to("/graphql").header("Content-Type", JSON).header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends bytes that no client library would send, and reads until the server closes. */
    String sendRaw(byte[] bytes) {
        try (var socket = new Socket("localhost", server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends bytes and keeps the line: what comes back is for whoever holds it. */
    Socket hold(byte[] bytes) throws IOException {
        var socket = new Socket("localhost", server.getPort());
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return socket;
    }

    /** The JSON body of a query. */
    static String body(String query) {
        return "{\"query\":" + quoted(query) + "}";
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }
}
