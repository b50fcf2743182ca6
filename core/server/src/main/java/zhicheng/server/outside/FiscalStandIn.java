package zhicheng.server.outside;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import zhicheng.server.outside.payment.Paid;
import zhicheng.server.outside.payment.Signature;
import zhicheng.server.trail.Json;

/** A made-up fiscal platform: it opens orders, whoever follows the address of one has paid it, and it says so to the server, really signed. No money is moved. */
final class FiscalStandIn {
    static final String PATH = "/fiscal";
    /** A secret that everybody knows, for made-up money alone. */
    private static final String SECRET = "stand-in-secret-that-everybody-knows";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final Map<String, Paid> paid = new ConcurrentHashMap<>();

    /** @param callBack where it says what was paid; null: nowhere */
    private record Order(int fen, URI callBack) {}

    /** As a server is told of it. */
    Map<String, Object> settings(URI here) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("zhicheng.outside.payment.url", here);
        settings.put("zhicheng.outside.payment.secret", SECRET);
        settings.put("zhicheng.outside.payment.call-back", "http://localhost:8080/payments");
        return settings;
    }

    /** @param otherwise another amount is taken than was asked for */
    void answer(HttpExchange exchange, URI here, boolean otherwise) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(PATH.length());
        switch (path) {
            case "/orders" -> open(exchange, here);
            case "/paid" -> look(exchange);
            case String page when page.startsWith("/pay/") -> pay(exchange, page.substring("/pay/".length()), otherwise);
            default -> StandIns.send(exchange, 404, "{}");
        }
    }

    private void open(HttpExchange exchange, URI here) throws IOException {
        var asked = asked(exchange);
        if (!(asked.get("number") instanceof String number) || !(asked.get("fen") instanceof Integer fen)) {
            StandIns.send(exchange, 200, "{\"result\": \"REFUSED\"}");
            return;
        }
        orders.putIfAbsent(number, new Order(fen, asked.get("callBack") instanceof String callBack ? URI.create(callBack) : null));
        StandIns.send(exchange, 200, Json.text(Map.of("result", "OPEN", "address", here + "/pay/" + number)));
    }

    private void look(HttpExchange exchange) throws IOException {
        var one = asked(exchange).get("number") instanceof String number ? paid.get(number) : null;
        var said = new LinkedHashMap<String, Object>(one == null ? Map.of() : one.words());
        said.put("result", one == null ? "UNPAID" : "PAID");
        StandIns.send(exchange, 200, Json.text(said));
    }

    /** Once, whoever comes again. With {@code ?at=} an instant, that is when it was paid; without, now. */
    private void pay(HttpExchange exchange, String number, boolean otherwise) throws IOException {
        var order = orders.get(number);
        var at = at(exchange.getRequestURI().getQuery());
        if (order == null || at == null) {
            StandIns.send(exchange, 404, "{\"result\": \"UNKNOWN\"}");
            return;
        }
        var one = paid.computeIfAbsent(number, _ -> new Paid(number, order.fen + (otherwise ? 1 : 0), at, "MADE-UP-" + UUID.randomUUID()));
        var said = new LinkedHashMap<String, Object>(one.words());
        said.put("told", order.callBack == null ? "NOBODY" : tell(order.callBack, one));
        StandIns.send(exchange, 200, Json.text(said));
    }

    /** What the server answers; that it does not, where it does not. */
    private static String tell(URI callBack, Paid paid) {
        var body = Json.canonical(paid.words());
        var second = Instant.now().getEpochSecond();
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return client.send(HttpRequest.newBuilder(callBack).timeout(PATIENCE).header("Content-Type", "application/json").header(Signature.TIME, "" + second)
                    .header(Signature.HEADER, new Signature(SECRET, PATIENCE).of(second, body)).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "NO_ANSWER";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "NO_ANSWER";
        }
    }

    private static Instant at(String query) {
        try {
            return query == null || !query.startsWith("at=") ? Instant.now() : OffsetDateTime.parse(query.substring("at=".length())).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Map<String, Object> asked(HttpExchange exchange) throws IOException {
        try {
            return Json.map(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        } catch (UncheckedIOException e) { // no JSON
            return Map.of();
        }
    }
}
