package zhicheng.server.trail;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/** Canonical JSON (RFC 8785) and its hash: what is signed, snapshotted, chained and compared is always these bytes. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.createDefault();

    private Json() {}

    /** @param value maps, lists, text, numbers, booleans and null; anything else is written as its text */
    public static byte[] canonical(Object value) {
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsBytes(plain(value))).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Object value) {
        return new String(canonical(value), StandardCharsets.UTF_8);
    }

    public static Map<String, Object> map(String json) {
        return read(json, Argument.mapOf(String.class, Object.class));
    }

    public static List<Map<String, Object>> list(String json) {
        return read(json, Argument.listOf(Argument.mapOf(String.class, Object.class)));
    }

    /** What a thing was and what it became, as an entry of the trail says it; null is no value. */
    public static Map<String, Object> change(Object before, Object after) {
        var change = new LinkedHashMap<String, Object>();
        change.put("before", before);
        change.put("after", after);
        return change;
    }

    public static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value with everything that JSON does not know written as text: dates, ids, enums. */
    public static Object plain(Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> {
                var plain = new LinkedHashMap<String, Object>();
                map.forEach((key, one) -> plain.put(String.valueOf(key), plain(one)));
                yield plain;
            }
            case Iterable<?> many -> {
                var plain = new ArrayList<Object>();
                many.forEach(one -> plain.add(plain(one)));
                yield plain;
            }
            case Number number -> number;
            case Boolean yes -> yes;
            case Enum<?> constant -> constant.name();
            default -> value.toString();
        };
    }

    private static <T> T read(String json, Argument<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
