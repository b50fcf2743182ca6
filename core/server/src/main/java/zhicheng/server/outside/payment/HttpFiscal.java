package zhicheng.server.outside.payment;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import zhicheng.server.outside.Platform;

/**
 * Over HTTP: posts {@code {"number", "fen", "says", "callBack"}} to {@code URL/orders} and takes {@code {"result": "OPEN", "address"}}; posts {@code {"number"}} to
 * {@code URL/paid} and takes {@code {"result": "PAID", "number", "fen", "paidAt", "receipt"}} or {@code {"result": "UNPAID"}}.
 */
@Singleton
final class HttpFiscal implements Fiscal {
    private static final int LONGEST_ADDRESS = 2000;

    private final FiscalSettings settings;
    private final Platform platform;

    HttpFiscal(FiscalSettings settings) {
        this.settings = settings;
        this.platform = new Platform("the fiscal platform", settings.timeout());
    }

    @Override
    public boolean isThere() {
        return settings.url() != null && settings.secret() != null;
    }

    @Override
    public Optional<URI> open(String number, int fen, String says) {
        var order = new LinkedHashMap<String, Object>(Map.of("number", number, "fen", fen, "says", says));
        if (settings.callBack() != null) order.put("callBack", settings.callBack());
        return ask("/orders", order).filter(answer -> "OPEN".equals(answer.get("result"))).flatMap(answer -> address(answer.get("address")));
    }

    @Override
    public Answer paid(String number) {
        return ask("/paid", Map.of("number", number)).<Answer>flatMap(answer -> switch (String.valueOf(answer.get("result"))) {
            case "PAID" -> Paid.of(answer).filter(paid -> paid.number().equals(number)).<Answer>map(Answer.Yes::new);
            case "UNPAID" -> Optional.of(new Answer.No());
            default -> Optional.empty();
        }).orElse(new Answer.CannotTell());
    }

    private Optional<Map<String, Object>> ask(String path, Map<String, ?> question) {
        return isThere() ? platform.ask(URI.create(settings.url() + path), question) : Optional.empty();
    }

    /** Only what a browser follows to a page. */
    private static Optional<URI> address(Object said) {
        try {
            return said instanceof String text && text.length() <= LONGEST_ADDRESS && text.matches("https?://.+") ? Optional.of(URI.create(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
