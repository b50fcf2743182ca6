package zhicheng.tools.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/** Requests as they go over the wire, made before the load begins; which comes next is drawn. */
final class Requests {
    private static final String ID = "00000000-0000-0000-0000-000000000000";

    private final List<byte[]> made;
    private final int numbers;
    private final int place;

    private Requests(List<byte[]> made, int numbers, int place) {
        this.made = made;
        this.numbers = numbers;
        this.place = place;
    }

    /** One of these bodies, each as likely. */
    static Requests of(List<byte[]> bodies, String path, String token) {
        return new Requests(bodies.stream().map(body -> http(body, path, token)).toList(), 0, -1);
    }

    /** One body, in which {@code id} is that of a number from 1 to {@code numbers}, each as likely. */
    static Requests numbered(byte[] body, int numbers, String path, String token) {
        var text = http(body, path, token);
        return new Requests(List.of(text), numbers, new String(text, StandardCharsets.ISO_8859_1).indexOf(ID));
    }

    /** What stands in a body where the id goes. */
    static String anyId() {
        return ID;
    }

    /** The id of the dossier of this number, as {@code data.sql} makes it. */
    static String id(int number) {
        try {
            var hex = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(Integer.toString(number).getBytes(StandardCharsets.US_ASCII)));
            return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-" + hex.substring(16, 20) + "-" + hex.substring(20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void next(ByteBuffer out, RandomGenerator random) {
        var text = made.get(made.size() == 1 ? 0 : random.nextInt(made.size()));
        out.clear();
        if (place < 0) out.put(text);
        else {
            out.put(text, 0, place);
            out.put(id(1 + random.nextInt(numbers)).getBytes(StandardCharsets.US_ASCII));
            out.put(text, place + ID.length(), text.length - place - ID.length());
        }
        out.flip();
    }

    int longest() {
        return made.stream().mapToInt(text -> text.length).max().orElseThrow();
    }

    private static byte[] http(byte[] body, String path, String token) {
        var head = """
                POST %s HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Accept: application/graphql-response+json\r
                %sContent-Length: %d\r
                \r
                """.formatted(path, token == null ? "" : "Authorization: Bearer " + token + "\r\n", body.length).getBytes(StandardCharsets.US_ASCII);
        var all = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }
}
