package zhicheng.server.read;

import java.util.List;

/**
 * A statement and its values, ready to be asked.
 *
 * @param text with {@code $1}, {@code $2} …
 * @param values never null; UUID, String, Integer, Long, Boolean, LocalDate, OffsetDateTime, or an array of these
 */
public record Question(String text, List<Object> values) {
    public Question {
        values = List.copyOf(values);
    }
}
