package zhicheng.server.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * A read that was made ready: the statement, where its values come from, and what is to be done with the answer. Shared by all requests of one policy
 * that ask the same with other values.
 *
 * @param text with {@code $1}, {@code $2} …; gives no row, or one with one column, the JSON as bytes
 * @param unused what stands in filters and searches and not in the statement, since nothing is wanted of what passes them: it is looked at as the others are
 */
public record Plan(String text, List<Object> values, List<Object> unused, List<Listing> listings) {
    private static final JsonFactory JSON = new JsonFactory();
    /** Of the longest whole number, with its sign. */
    private static final int DIGITS = 20;

    public Plan {
        values = List.copyOf(values);
        unused = List.copyOf(unused);
    }

    /** Whether a protected value is asked for: then it is executed, so that the trail has it first. */
    public boolean asksProtected() {
        return Stream.concat(values.stream(), unused.stream()).anyMatch(Protected.class::isInstance);
    }

    /** The statement with this request's values. */
    Question question(Given.Request request, Cursors cursors) {
        for (var listing : listings) listing.check(cursors, request);
        for (var value : unused) Given.settled(value, request);
        return new Question(text, values.stream().map(value -> Given.settled(value, request)).toList(), request.at());
    }

    /** The answer with cursors where PostgreSQL wrote sort keys. */
    byte[] sealed(byte[] answer, Given.Request request, Cursors cursors) {
        if (listings.isEmpty()) return answer;
        var mark = cursors.mark().getBytes(StandardCharsets.US_ASCII);
        var at = find(answer, mark, 0);
        if (at < 0) return answer;
        var books = listings.stream().map(listing -> listing.book(cursors, request)).toList();
        var out = new ByteArrayOutputStream(answer.length + 1024);
        var from = 0;
        while (at >= 0) {
            var behind = at + mark.length;
            if (answer[behind] == 'o') { // "…ownafter3" : true, which stands before the other members of the list, where any are wanted
                var argument = behind + Compiler.OWN.length();
                var path = answer[argument] == 'a' ? "after" : "before";
                var number = argument + path.length();
                var quote = number;
                while (answer[quote] != '"') quote++;
                var value = quote + "\" : ".length();
                if (answer[value] == 'f') throw Cursors.givenFor("another list", listings.get(Integer.parseInt(new String(answer, number, quote - number, StandardCharsets.US_ASCII))).place() + path);
                out.write(answer, from, at - 1 - from);
                from = value + "true".length();
                if (answer[from] == ',') from += ", ".length();
            } else {
                var start = at - "[\"".length();
                out.write(answer, from, start - from);
                from = cursor(answer, start, books, out);
            }
            at = find(answer, mark, from);
        }
        out.write(answer, from, answer.length - from);
        return out.toByteArray();
    }

    /** @return where the array of keys ends */
    private static int cursor(byte[] answer, int start, List<Cursors.Book> books, ByteArrayOutputStream out) {
        try (var json = JSON.createParser(answer, start, answer.length - start)) {
            json.nextToken();
            json.nextToken();
            var book = books.get(json.nextIntValue(-1));
            var keys = new ArrayList<String>();
            while (json.nextToken() != JsonToken.END_ARRAY) keys.add(key(json));
            out.write('"');
            out.writeBytes(book.cursor(keys).getBytes(StandardCharsets.US_ASCII));
            out.write('"');
            return start + (int) json.currentLocation().getByteOffset();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) return null;
        return json.currentToken().isNumeric() ? padded(json.getText()) : json.getText();
    }

    /** A number is as long as any other: in an order there may be one that the viewer is not shown, and how long a cursor is he sees. */
    static String padded(String number) {
        var sign = number.startsWith("-") ? "-" : "";
        return sign + "0".repeat(Math.max(0, DIGITS - number.length())) + number.substring(sign.length());
    }

    private static int find(byte[] answer, byte[] mark, int from) {
        var first = mark[0];
        for (var at = from; at <= answer.length - mark.length; at++) {
            if (answer[at] != first) continue;
            var same = 1;
            while (same < mark.length && answer[at + same] == mark[same]) same++;
            if (same == mark.length) return at;
        }
        return -1;
    }
}
