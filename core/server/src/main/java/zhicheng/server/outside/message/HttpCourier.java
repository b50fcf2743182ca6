package zhicheng.server.outside.message;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import zhicheng.server.trail.Json;

/** Over HTTP: posts {@code {"person", "zh", "en"}} with the header {@code Idempotency-Key}, and takes any 2xx for "it goes out". Nothing of it gets into the log. */
@Singleton
final class HttpCourier implements Courier {
    private final CourierSettings settings;
    private final HttpClient client;

    HttpCourier(CourierSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder().connectTimeout(settings.timeout()).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    @Override
    public boolean takes(Way way) {
        return url(way) != null;
    }

    private URI url(Way way) {
        return switch (way) {
            case EMAIL -> settings.emailUrl();
            case SMS -> settings.smsUrl();
        };
    }

    @Override
    public void bring(Way way, Letter letter) throws NotTaken {
        var request = HttpRequest.newBuilder(url(way)).timeout(settings.timeout()).header("Content-Type", "application/json").header("Idempotency-Key", letter.key().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.canonical(Map.of("person", letter.person(), "zh", letter.says().zh(), "en", letter.says().en()))));
        if (settings.token() != null) request.header("Authorization", "Bearer " + settings.token());
        int status;
        try {
            status = client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding()).orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS).join().statusCode();
        } catch (RuntimeException e) {
            throw new NotTaken("the gateway does not answer: " + (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName());
        }
        if (status < 200 || status > 299) throw new NotTaken("the gateway answered " + status);
    }
}
