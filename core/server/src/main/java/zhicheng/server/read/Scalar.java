package zhicheng.server.read;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** What a column holds: its type in PostgreSQL, and how a value of a request becomes one that can be bound. */
public enum Scalar {
    ID("uuid"), TEXT("text"), INT("integer"), BOOLEAN("boolean"), DATE("date"), INSTANT("timestamptz"), TEXTS("text[]"), HASH("bytea");

    private final String type;

    Scalar(String type) { this.type = type; }

    String type() { return type; }

    /** Whether {@code eq} and {@code in} may be asked of it. */
    public boolean filterable() { return this != TEXTS && this != HASH; }

    /** The column as it stands in the answer; the transaction's time zone gives instants their offset. */
    Sql shown(String column) {
        return Sql.of(this == HASH ? "encode(" + column + ", 'hex')" : column);
    }

    /** @param path where the value stands in the request, for the message */
    Object bound(Object value, String path) {
        return switch (this) {
            case ID -> id(value, path);
            case TEXT -> value instanceof Enum<?> word ? word.name() : value.toString();
            case INT, BOOLEAN -> value;
            case DATE -> value instanceof LocalDate day ? day : LocalDate.parse(value.toString());
            case INSTANT -> value instanceof OffsetDateTime instant ? instant : OffsetDateTime.parse(value.toString());
            case TEXTS, HASH -> throw new IllegalArgumentException(path + " cannot be filtered");
        };
    }

    private static UUID id(Object value, String path) {
        var text = value.toString();
        // UUID.fromString takes "1-1-1-1-1" too, and would then find a row that nobody named
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
            throw Mistake.at(path, "«" + text + "» is not an id (expected e.g. 00000000-0000-4000-8000-000000000001)");
        return UUID.fromString(text);
    }
}
