package zhicheng.server.outside.verification;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import zhicheng.server.outside.Platform;

/** Over HTTP, each kind at its own address: posts {@code {"name", "identityNumber", "kind", "told"}} and takes {@code {"result": "VERIFIED" | "DIFFERS", "validUntil"}}, the day left out where there is none. */
@Singleton
final class HttpVerification implements Verification {
    private final VerificationSettings settings;
    private final Platform platform;

    HttpVerification(VerificationSettings settings) {
        this.settings = settings;
        this.platform = new Platform("the platform that verifies", settings.timeout());
    }

    @Override
    public Answer ask(String name, String number, Item item) {
        var url = settings.of(item.kind());
        return platform.ask(url, Map.of("name", name, "identityNumber", number, "kind", item.kind().name(), "told", item.told())).flatMap(answer -> said(answer, url)).orElse(new Answer.CannotTell());
    }

    /** Empty where it is not understood. */
    private static Optional<Answer> said(Map<String, Object> answer, URI url) {
        try {
            return switch (String.valueOf(answer.get("result"))) {
                case "VERIFIED" -> Optional.of(new Answer.Verified(url.getAuthority(), answer.get("validUntil") == null ? null : LocalDate.parse(String.valueOf(answer.get("validUntil")))));
                case "DIFFERS" -> Optional.of(new Answer.Differs(url.getAuthority()));
                default -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
