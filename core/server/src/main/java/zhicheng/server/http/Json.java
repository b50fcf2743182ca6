package zhicheng.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zhicheng.server.account.Unrepeated;
import zhicheng.server.graphql.Codes;
import zhicheng.server.graphql.Limits;

/** JSON as plain maps, lists, texts, numbers, booleans and nulls; strict in what it reads. */
final class Json {

    private static final byte[] DATA = "{\"data\":".getBytes(StandardCharsets.UTF_8);
    private static final byte[] EXTENSIONS = ",\"extensions\":".getBytes(StandardCharsets.UTF_8);
    /** Of the variables, and of what is around them. */
    private static final int DEPTH = Limits.DEEPEST + 4;
    private static final int SHOWN = 160;
    private static final int DIGITS = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8) // 𠮷 as itself, not as two escapes
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE) // seen to here, where the place is known, before a number is made of it
                    .build())
            .build();

    private Json() {}

    /**
     * Reads one JSON value.
     *
     * @param listEntries the longest list that is taken
     * @throws BadRequest with what is wrong and where
     */
    static Object read(byte[] utf8, int listEntries) {
        try {
            return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString(), listEntries);
        } catch (CharacterCodingException e) {
            throw new BadRequest("the body is not UTF-8");
        }
    }

    /** As {@link #read(byte[], int)}. */
    static Object read(String text, int listEntries) {
        try (var json = FACTORY.createParser(text)) {
            if (json.nextToken() == null)
                throw new BadRequest("JSON expected, but there is nothing");
            return only(json, listEntries);
        } catch (JsonProcessingException e) {
            throw new BadRequest("not JSON: " + reason(e) + where(e.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object only(JsonParser json, int listEntries) throws IOException {
        try {
            var value = value(json, listEntries);
            if (json.nextToken() != null)
                throw new BadRequest("only one JSON value is expected" + where(json));
            return value;
        } catch (StreamConstraintsException e) {
            throw new BadRequest(Codes.LIMIT, "too much in one request: " + reason(e) + where(json.currentLocation()));
        }
    }

    private static String reason(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("?").replaceAll(", from `[^`]*`", "");
    }

    private static Object value(JsonParser json, int listEntries) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json, listEntries);
            case START_ARRAY -> list(json, listEntries);
            case VALUE_STRING -> text(json, json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new BadRequest("not JSON" + where(json));
        };
    }

    private static void notTooDeep(JsonParser json) {
        if (json.getParsingContext().getNestingDepth() > DEPTH)
            throw new BadRequest(Codes.LIMIT, "%s%s is in more than %d objects and lists, and at most %d are taken in a request; ask with fewer and, or, not and relations within one another"
                    .formatted(place(json), where(json), DEPTH, DEPTH));
    }

    private static Map<String, Object> object(JsonParser json, int listEntries) throws IOException {
        notTooDeep(json);
        var object = new LinkedHashMap<String, Object>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var key = text(json, json.currentName());
            json.nextToken();
            object.put(key, value(json, listEntries));
        }
        return object;
    }

    private static List<Object> list(JsonParser json, int listEntries) throws IOException {
        notTooDeep(json);
        var list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (list.size() == listEntries)
                throw new BadRequest(Codes.LIMIT, "list-entries: %s is one more%s, and at most %d are allowed (zhicheng.graphql.limits.list-entries); ask with fewer, or in several requests"
                        .formatted(place(json), where(json), listEntries));
            list.add(value(json, listEntries));
        }
        return list;
    }

    /** Such as {@code variables.where.stage.in[500]}. */
    private static String place(JsonParser json) {
        var steps = new ArrayDeque<String>();
        for (JsonStreamContext at = json.getParsingContext(); at != null; at = at.getParent())
            if (at.inArray() && at.hasCurrentIndex()) steps.addFirst("[" + at.getCurrentIndex() + "]");
            else if (at.inObject() && at.hasCurrentName()) steps.addFirst(at.getParent().inRoot() ? at.getCurrentName() : "." + at.getCurrentName());
        if (steps.isEmpty()) return "the JSON";
        var place = Unrepeated.in(String.join("", steps)); // before it is cut: half a number would not be known as one
        return place.length() > SHOWN ? place.substring(0, SHOWN) + "…" : place;
    }

    private static Number number(JsonParser json) throws IOException {
        if (json.getTextLength() > DIGITS)
            throw new BadRequest(Codes.LIMIT, "%s%s is a number of %d characters, and one has at most %d".formatted(place(json), where(json), json.getTextLength(), DIGITS));
        try {
            return json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getNumberValue() : json.getDecimalValue();
        } catch (NumberFormatException e) { // its form is right: the reader has seen to that
            throw new BadRequest(Codes.LIMIT, "%s%s is a number whose exponent is too large".formatted(place(json), where(json)));
        }
    }

    private static String text(JsonParser json, String text) {
        try {
            return checked(text);
        } catch (BadRequest e) {
            throw new BadRequest(e.getMessage() + where(json));
        }
    }

    /**
     * The text itself.
     *
     * @throws BadRequest for what no database keeps and no other program reads: U+0000 and halves of characters
     */
    static String checked(String text) {
        for (var place = 0; place < text.length(); place++) {
            var one = text.charAt(place);
            if (one == '\0')
                throw new BadRequest("a text must not contain the character U+0000");
            if (!Character.isSurrogate(one))
                continue;
            if (place + 1 == text.length() || !Character.isSurrogatePair(one, text.charAt(place + 1)))
                throw new BadRequest("a text contains half of a surrogate pair");
            place++;
        }
        return text;
    }

    private static String where(JsonParser json) {
        return where(json.currentTokenLocation());
    }

    /** @param location null where the reader gave up for another reason than a character */
    private static String where(JsonLocation location) {
        return location == null ? "" : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    /** Writes one value, UTF-8. */
    static byte[] write(Map<String, ?> value) {
        var bytes = new ByteArrayOutputStream(512);
        try (var json = FACTORY.createGenerator(bytes)) {
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes an answer whose data is written already. */
    static byte[] write(byte[] data, Map<String, ?> extensions) {
        var beside = write(extensions);
        var bytes = new ByteArrayOutputStream(data.length + beside.length + 24);
        bytes.writeBytes(DATA);
        bytes.writeBytes(data);
        bytes.writeBytes(EXTENSIONS);
        bytes.writeBytes(beside);
        bytes.write('}');
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> object -> {
                json.writeStartObject();
                for (var entry : object.entrySet()) {
                    json.writeFieldName((String) entry.getKey());
                    write(json, entry.getValue());
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (var entry : list)
                    write(json, entry);
                json.writeEndArray();
            }
            case String text -> json.writeString(text);
            case Boolean yes -> json.writeBoolean(yes);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }
}
