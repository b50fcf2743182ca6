package zhicheng.server.outside.realname;

import jakarta.inject.Singleton;
import java.util.Map;
import zhicheng.server.outside.Platform;

/** Over HTTP: posts {@code {"name", "identityNumber", "proof"}} and takes {@code {"result": "MATCHES" | "DIFFERS"}}. */
@Singleton
final class HttpRealNameCheck implements RealNameCheck {
    private final RealNameSettings settings;
    private final Platform platform;

    HttpRealNameCheck(RealNameSettings settings) {
        this.settings = settings;
        this.platform = new Platform("the real-name platform", settings.timeout());
    }

    @Override
    public Answer ask(String name, String number, String proof) {
        var said = platform.ask(settings.url(), Map.of("name", name, "identityNumber", number, "proof", proof));
        return switch (said.map(answer -> String.valueOf(answer.get("result"))).orElse("")) {
            case "MATCHES" -> Answer.MATCHES;
            case "DIFFERS" -> Answer.DIFFERS;
            default -> Answer.CANNOT_TELL;
        };
    }
}
