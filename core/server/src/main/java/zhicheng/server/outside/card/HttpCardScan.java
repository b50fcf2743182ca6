package zhicheng.server.outside.card;

import jakarta.inject.Singleton;
import java.util.Map;
import zhicheng.server.outside.Platform;

/** Over HTTP: posts {@code {"ticket"}} and takes {@code {"result": "SCANNED", "identityNumber"}} or {@code {"result": "WAITING"}}. */
@Singleton
final class HttpCardScan implements CardScan {
    private final CardSettings settings;
    private final Platform platform;

    HttpCardScan(CardSettings settings) {
        this.settings = settings;
        this.platform = new Platform("the platform of the social-security card", settings.timeout());
    }

    @Override
    public Answer ask(String ticket) {
        var said = platform.ask(settings.url(), Map.of("ticket", ticket));
        return switch (said.map(answer -> String.valueOf(answer.get("result"))).orElse("")) {
            case "SCANNED" -> said.get().get("identityNumber") instanceof String number ? new Answer.Scanned(number) : new Answer.CannotTell();
            case "WAITING" -> new Answer.Waiting();
            default -> new Answer.CannotTell();
        };
    }
}
