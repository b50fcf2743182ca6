package zhicheng.server.read;

import static zhicheng.server.read.Operator.CONTAINS;
import static zhicheng.server.read.Operator.EQ;
import static zhicheng.server.read.Operator.GT;
import static zhicheng.server.read.Operator.GTE;
import static zhicheng.server.read.Operator.HAS;
import static zhicheng.server.read.Operator.HAS_SOME;
import static zhicheng.server.read.Operator.IN;
import static zhicheng.server.read.Operator.IS_NULL;
import static zhicheng.server.read.Operator.IS_PAST;
import static zhicheng.server.read.Operator.LT;
import static zhicheng.server.read.Operator.LTE;
import static zhicheng.server.read.Operator.NEQ;
import static zhicheng.server.read.Operator.NOT_IN;
import static zhicheng.server.read.Operator.STARTS_WITH;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** What a column holds: its type in PostgreSQL, how it can be asked for, and how a value of a request becomes one that can be bound. */
public enum Scalar {
    ID("uuid", EQ, NEQ, IN, NOT_IN, IS_NULL),
    /** Ordered by its characters' codes, the same on every machine. */
    TEXT("text", EQ, NEQ, IN, NOT_IN, LT, LTE, GT, GTE, CONTAINS, STARTS_WITH, IS_NULL),
    INT("integer", EQ, NEQ, IN, NOT_IN, LT, LTE, GT, GTE, IS_NULL),
    /** A whole number that can be added up, such as tenths of an hour. */
    AMOUNT("integer", EQ, NEQ, IN, NOT_IN, LT, LTE, GT, GTE, IS_NULL),
    /** What amounts come to, added up or on average, to two digits: more than a column of them may hold, and none holds one. */
    MEASURE("numeric", EQ, NEQ, IN, NOT_IN, LT, LTE, GT, GTE, IS_NULL),
    BOOLEAN("boolean", EQ, NEQ, IN, NOT_IN, IS_NULL),
    DATE("date", EQ, NEQ, IN, NOT_IN, LT, LTE, GT, GTE, IS_NULL),
    INSTANT("timestamptz", EQ, NEQ, IN, NOT_IN, LT, LTE, GT, GTE, IS_PAST, IS_NULL),
    TEXTS("text[]", HAS, HAS_SOME, IS_NULL),
    /** Shown in hex, and ordered by its bytes. */
    HASH("bytea", EQ, NEQ, IN, NOT_IN, IS_NULL),
    /** A hash that is kept as it is shown: in hex, of lower-case letters. */
    HEX("text", EQ, NEQ, IN, NOT_IN, IS_NULL);

    private static final int ID_LENGTH = 36;
    /** Characters of a text that something is compared with: no column has more that anybody would ask for as a whole. */
    private static final int LONGEST = 1_000;

    private final String type;
    private final Set<Operator> operators;

    Scalar(String type, Operator... operators) {
        this.type = type;
        this.operators = EnumSet.copyOf(Set.of(operators));
    }

    String type() { return type; }

    /** How it can be filtered. */
    public Set<Operator> operators() { return operators; }

    /** Whether lists can be ordered by it: it is one value, and a column holds it. */
    public boolean isSortable() { return this != TEXTS && this != MEASURE; }

    /** Whether rows can be grouped by it. */
    public boolean isDimension() { return this == TEXT || this == INT || this == BOOLEAN || this == DATE; }

    /** The column as it stands in the answer; the transaction's time zone gives instants their offset. */
    Sql shown(Sql column) {
        return this == HASH ? Sql.of("encode({}, 'hex')", column) : column;
    }

    /** @param path where the value stands in the request, for the message */
    Object bound(Object value, String path) {
        return switch (this) {
            case ID -> id(value, path);
            case TEXT, TEXTS -> value instanceof Enum<?> word ? word.name() : text(value.toString(), path);
            case INT, AMOUNT, BOOLEAN -> value;
            case MEASURE -> new BigDecimal(value.toString());
            case DATE -> value instanceof LocalDate day ? day : LocalDate.parse(value.toString());
            case INSTANT -> value instanceof OffsetDateTime instant ? instant : OffsetDateTime.parse(value.toString());
            case HASH -> hash(value.toString(), path);
            case HEX -> hash(value.toString(), path).toLowerCase(Locale.ROOT);
        };
    }

    /** Values that were bound, as one array. */
    Object array(List<?> values) {
        return switch (this) {
            case ID -> values.toArray(UUID[]::new);
            case TEXT, TEXTS, HASH, HEX -> values.toArray(String[]::new);
            case INT, AMOUNT -> values.toArray(Integer[]::new);
            case MEASURE -> values.toArray(BigDecimal[]::new);
            case BOOLEAN -> values.toArray(Boolean[]::new);
            case DATE -> values.toArray(LocalDate[]::new);
            case INSTANT -> values.toArray(OffsetDateTime[]::new);
        };
    }

    private static String text(String text, String path) {
        if (text.length() > LONGEST && text.codePointCount(0, text.length()) > LONGEST) throw Mistake.at(path, "it has more than " + LONGEST + " characters");
        return text;
    }

    private static UUID id(Object value, String path) {
        if (value instanceof UUID id) return id;
        var text = value.toString();
        if (!isId(text)) throw Mistake.at(path, "«" + text + "» is not an id (expected e.g. 00000000-0000-4000-8000-000000000001)");
        return UUID.fromString(text);
    }

    /** Whether it is written in full: UUID.fromString takes "1-1-1-1-1" too, and would then find a row that nobody named. */
    private static boolean isId(String text) {
        if (text.length() != ID_LENGTH) return false;
        for (var place = 0; place < ID_LENGTH; place++) {
            var hyphen = place == 8 || place == 13 || place == 18 || place == 23;
            if (hyphen ? text.charAt(place) != '-' : !HexFormat.isHexDigit(text.charAt(place))) return false;
        }
        return true;
    }

    private static String hash(String text, String path) {
        if (!text.matches("([0-9a-fA-F]{2}){1,64}")) throw Mistake.at(path, "«" + text + "» is not a hash in hex");
        return text;
    }
}
