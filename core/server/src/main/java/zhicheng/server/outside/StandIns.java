package zhicheng.server.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import zhicheng.server.trail.Json;

/**
 * Stand-ins of the outside platforms on this machine alone, over real HTTP: for developers, and for tests. They know nobody, and play: by the made-up identity number
 * that is asked about (its 15th and 16th digits), and otherwise as they are told to.
 */
public final class StandIns implements AutoCloseable {
    private static final int LONGEST_SECONDS = 60;
    private static final int RENEWED_YEARS = 5;

    /** What they do. A number plays one by its 15th and 16th digits. */
    public enum Play {
        /** A real name is his whose proof is {@code NAME NUMBER}; whatever else is asked is so. */
        HONEST(null),
        /** Answers 503. */
        DOWN("90"),
        /** Answers nothing for a minute. */
        SLOW("91"),
        /** Answers what is no JSON. */
        NONSENSE("92"),
        /** Answers JSON that says nothing it should. */
        ANOTHER("93"),
        /** Says that it is not so; as a provider of identities, signs with a key that is none of its own; as the fiscal platform, takes another amount. */
        DIFFERS("94");

        private final String digits;

        Play(String digits) { this.digits = digits; }

        private static Play of(Object number, Play otherwise) {
            for (var play : values())
                if (play.digits != null && number instanceof String text && text.length() == 18 && text.startsWith(play.digits, 14)) return play;
            return otherwise;
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final OpenIdStandIn identities = new OpenIdStandIn();
    private final FiscalStandIn fiscal = new FiscalStandIn();
    private volatile Play play;

    private StandIns(HttpServer server, Play play) {
        this.server = server;
        this.play = play;
    }

    /** @param port 0: any that is free */
    public static StandIns start(int port, Play play) throws IOException {
        var all = new StandIns(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0), play);
        all.server.setExecutor(all.threads);
        for (var path : all.platforms().values()) all.server.createContext(path.getPath(), exchange -> all.answer(exchange, path.getPath()));
        all.server.createContext(OpenIdStandIn.PATH, exchange -> all.identity(exchange));
        all.server.createContext(FiscalStandIn.PATH, exchange -> all.fiscal(exchange));
        all.server.start();
        return all;
    }

    /** The settings by which a server asks them. */
    public Map<String, Object> settings() {
        var settings = new LinkedHashMap<String, Object>(platforms());
        settings.putAll(identities.settings(at(OpenIdStandIn.PATH)));
        settings.putAll(fiscal.settings(at(FiscalStandIn.PATH)));
        return settings;
    }

    private Map<String, URI> platforms() {
        var settings = new LinkedHashMap<String, URI>();
        settings.put("zhicheng.outside.real-name.url", at("/real-name"));
        settings.put("zhicheng.outside.card.url", at("/card"));
        for (var way : new String[] {"email", "sms"}) settings.put("zhicheng.outside.messages." + way + "-url", at("/messages/" + way));
        for (var kind : new String[] {"education", "social-insurance", "qualification", "training-hours", "title"}) settings.put("zhicheng.outside.verification." + kind, at("/verify/" + kind));
        return settings;
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    /** What they play from now on. */
    public void play(Play play) {
        this.play = play;
    }

    /** How often they were asked. */
    public int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange, String path) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            var question = question(exchange);
            if (question == null) {
                send(exchange, 400, "{}");
                return;
            }
            if (path.equals("/card")) question = card(question);
            var playing = Play.of(question.get("identityNumber"), play);
            if (playing == Play.SLOW) closed.await(LONGEST_SECONDS, TimeUnit.SECONDS);
            send(exchange, playing == Play.DOWN ? 503 : 200, switch (playing) {
                case NONSENSE -> "<html>";
                case ANOTHER -> "{\"code\": 0}";
                default -> Json.text(switch (path) {
                    case "/real-name" -> realName(question, playing);
                    case "/card" -> playing == Play.DIFFERS ? Map.of("result", "WAITING") : question;
                    case "/messages/email", "/messages/sms" -> Map.of("result", "TAKEN");
                    default -> verified(question, playing);
                });
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Null where it is none. */
    private static Map<String, Object> question(HttpExchange exchange) throws IOException {
        try {
            return Json.map(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        } catch (UncheckedIOException e) { // no JSON
            return null;
        }
    }

    private void identity(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            if (play == Play.SLOW) closed.await(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (play == Play.DOWN || play == Play.SLOW) send(exchange, 503, "");
            else if (play == Play.NONSENSE) send(exchange, 200, "<html>");
            else if (play == Play.ANOTHER) send(exchange, 200, "{\"code\": 0}");
            else identities.answer(exchange, at(OpenIdStandIn.PATH), play == Play.DIFFERS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fiscal(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            if (play == Play.SLOW) closed.await(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (play == Play.DOWN || play == Play.SLOW) send(exchange, 503, "");
            else if (play == Play.NONSENSE) send(exchange, 200, "<html>");
            else if (play == Play.ANOTHER) send(exchange, 200, "{\"code\": 0}");
            else fiscal.answer(exchange, at(FiscalStandIn.PATH), play == Play.DIFFERS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A ticket that is an identity number was scanned with this one's card; any other waits. */
    private static Map<String, Object> card(Map<String, Object> question) {
        return question.get("ticket") instanceof String ticket && ticket.matches("\\d{17}[\\dX]") ? Map.of("result", "SCANNED", "identityNumber", ticket) : Map.of("result", "WAITING");
    }

    private static Map<String, Object> realName(Map<String, Object> question, Play playing) {
        var fits = playing != Play.DIFFERS && (question.get("name") + " " + question.get("identityNumber")).equals(question.get("proof"));
        return Map.of("result", fits ? "MATCHES" : "DIFFERS");
    }

    /** A qualification is renewed every five years; whatever else is so stays so. */
    private static Map<String, Object> verified(Map<String, Object> question, Play playing) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("result", playing == Play.DIFFERS ? "DIFFERS" : "VERIFIED");
        if (playing != Play.DIFFERS && "QUALIFICATION".equals(question.get("kind")) && question.get("told") instanceof Map<?, ?> told && told.get("achievedOn") != null)
            answer.put("validUntil", LocalDate.parse(told.get("achievedOn").toString()).plusYears(RENEWED_YEARS).toString());
        return answer;
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
