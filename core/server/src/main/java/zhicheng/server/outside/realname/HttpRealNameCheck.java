package zhicheng.server.outside.realname;

import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.trail.Json;

/** Over HTTP: posts {@code {"name", "identityNumber", "proof"}} and takes {@code {"result": "MATCHES" | "DIFFERS"}}. Nothing of either gets into the log. */
@Singleton
final class HttpRealNameCheck implements RealNameCheck {
    private static final Logger LOG = LoggerFactory.getLogger(HttpRealNameCheck.class);
    private static final int LARGEST_ANSWER = 10_000;

    private final RealNameSettings settings;
    private final HttpClient client;

    HttpRealNameCheck(RealNameSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder().connectTimeout(settings.timeout()).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    @Override
    public Answer ask(String name, String number, String proof) {
        if (settings.url() == null) return Answer.CANNOT_TELL;
        var asked = new LinkedHashMap<String, Object>();
        asked.put("name", name);
        asked.put("identityNumber", number);
        asked.put("proof", proof);
        var request = HttpRequest.newBuilder(settings.url()).timeout(settings.timeout()).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.canonical(asked))).build();
        try {
            var response = client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS).join();
            if (response.statusCode() != 200 || response.body().length() > LARGEST_ANSWER) {
                LOG.warn("the real-name platform answered {}", response.statusCode());
                return Answer.CANNOT_TELL;
            }
            return said(Json.map(response.body()));
        } catch (RuntimeException e) {
            LOG.warn("the real-name platform does not answer: {}", e.getClass().getSimpleName());
            return Answer.CANNOT_TELL;
        }
    }

    private static Answer said(Map<String, Object> answer) {
        return switch (String.valueOf(answer.get("result"))) {
            case "MATCHES" -> Answer.MATCHES;
            case "DIFFERS" -> Answer.DIFFERS;
            default -> Answer.CANNOT_TELL;
        };
    }
}
