package zhicheng.server.http;

import io.micronaut.http.MediaType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Which of the two media types of GraphQL over HTTP an Accept header asks for. */
final class MediaTypes {

    private MediaTypes() {}

    /**
     * The one wanted most; at equal wish the first named, and {@code application/json} where any will do.
     *
     * @param accept the values of all Accept headers; empty: any will do
     * @return empty where neither is wanted
     */
    static Optional<String> wanted(List<String> accept) {
        if (accept.size() == 1 && accept.getFirst().equals(Answers.GRAPHQL_RESPONSE)) // what clients of GraphQL send
            return Optional.of(Answers.GRAPHQL_RESPONSE);
        var ranges = accept.stream().flatMap(value -> Arrays.stream(value.split(","))).filter(Predicate.not(String::isBlank)).toList();
        if (ranges.isEmpty())
            return Optional.of(MediaType.APPLICATION_JSON);
        String wanted = null;
        var most = BigDecimal.ZERO;
        for (var range : ranges) {
            var type = type(range.strip());
            if (type == null)
                continue;
            var quality = quality(range);
            if (quality.compareTo(most) > 0) {
                wanted = type;
                most = quality;
            }
        }
        return Optional.ofNullable(wanted);
    }

    private static String type(String range) {
        return switch (range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
            case Answers.GRAPHQL_RESPONSE -> Answers.GRAPHQL_RESPONSE;
            case MediaType.APPLICATION_JSON, "*/*", "application/*" -> MediaType.APPLICATION_JSON;
            default -> null;
        };
    }

    private static BigDecimal quality(String range) {
        for (var parameter : range.split(";"))
            if (parameter.strip().startsWith("q="))
                try {
                    return new BigDecimal(parameter.strip().substring(2).strip());
                } catch (NumberFormatException e) {
                    return BigDecimal.ZERO;
                }
        return BigDecimal.ONE;
    }
}
