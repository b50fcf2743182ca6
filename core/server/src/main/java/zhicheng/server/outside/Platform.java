package zhicheng.server.outside;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.trail.Json;

/** An outside platform over HTTP: JSON is posted, JSON comes back. Whatever goes wrong is no answer; nothing of what is asked or answered gets into the log. */
public final class Platform {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);
    private static final int LARGEST_ANSWER = 10_000;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final String name;
    private final Duration timeout;
    private final HttpClient client;

    /** @param name as the log calls it; @param timeout for a whole answer */
    public Platform(String name, Duration timeout) {
        this.name = name;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** @return empty where it does not answer 200 with an object of JSON in time, or there is none ({@code url} null) */
    public Optional<Map<String, Object>> ask(URI url, Map<String, ?> question) {
        return url == null ? Optional.empty() : send(HttpRequest.newBuilder(url).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofByteArray(Json.canonical(question))));
    }

    /** As above, where a form is posted. @param authorization the header of that name; null: none */
    public Optional<Map<String, Object>> askForm(URI url, Map<String, String> form, String authorization) {
        var request = HttpRequest.newBuilder(url).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream().map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue())).collect(Collectors.joining("&"))));
        return send(authorization == null ? request : request.header("Authorization", authorization));
    }

    /** As it stands in a form. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Optional<Map<String, Object>> send(HttpRequest.Builder request) {
        try {
            var response = client.sendAsync(request.timeout(timeout).build(), HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), LARGEST_ANSWER)).orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).join();
            if (response.statusCode() == 200) return Optional.of(Json.map(response.body()));
            LOG.warn("{} answered {}", name, response.statusCode());
        } catch (RuntimeException e) { // no connection, too late, too long, no JSON
            LOG.warn("{} does not answer: {}", name, e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    /** How long after a try that nobody answered it is asked again: each time twice as long, a day at most. @param tries how often it was asked before */
    public static Duration patience(Duration first, int tries) {
        var wait = first.multipliedBy(1L << Math.min(tries, 20));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
