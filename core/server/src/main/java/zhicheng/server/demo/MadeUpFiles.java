package zhicheng.server.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import zhicheng.server.file.FileStore;
import zhicheng.server.trail.Json;

/** Evidence files of the demonstration: one small document for each kind of achievement and one picture, which say that they are made up. The same bytes every time. */
final class MadeUpFiles {
    private static final Map<String, String> NAMES = Map.of("PAPER", "论文全文", "PATENT", "专利证书", "AWARD", "获奖证书", "PROJECT", "项目验收报告", "STANDARD", "标准文本", "CERTIFICATE", "证书");
    private static final One PICTURE = new One("现场照片.png", "现场照片（虚构）", "image/png", picture());
    private static final Map<String, One> DOCUMENTS = Stream.of("PAPER", "PROJECT", "AWARD", "PATENT", "STANDARD", "REPORT", "CASE_REPORT", "RESEARCH", "GRASSROOTS_SERVICE", "AID_POSTING", "CERTIFICATE", "OTHER")
            .collect(Collectors.toUnmodifiableMap(kind -> kind, kind -> {
                var name = NAMES.getOrDefault(kind, "佐证材料");
                return new One(name + ".pdf", name + "（虚构）", "application/pdf", document("Zhicheng demonstration: a made-up " + kind + ". It exists nowhere."));
            }));

    private MadeUpFiles() {}

    /** @param type media type */
    record One(String name, String label, String type, byte[] bytes, String sha256) {
        One(String name, String label, String type, byte[] bytes) {
            this(name, label, type, bytes, HexFormat.of().formatHex(Json.sha256(bytes)));
        }
    }

    /** What an achievement of this kind is proved by: a third of them by a document and a picture, a third by a document, the rest by nothing. */
    static List<One> of(String kind, int number) {
        return switch (number % 3) {
            case 0 -> List.of(DOCUMENTS.get(kind), PICTURE);
            case 1 -> List.of(DOCUMENTS.get(kind));
            default -> List.of();
        };
    }

    /** Puts the bytes of all of them where files are kept. */
    static void keep(FileStore store) throws IOException {
        for (var one : Stream.concat(DOCUMENTS.values().stream(), Stream.of(PICTURE)).toList())
            try (var made = store.made(new ByteArrayInputStream(one.bytes), one.bytes.length)) {
                store.keep(made);
            }
    }

    /** A PDF of one page with one line. @param line ASCII without brackets */
    private static byte[] document(String line) {
        var shown = "BT /F1 12 Tf 60 760 Td (" + line + ") Tj ET";
        var objects = List.of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", "<< /Length " + shown.length() + " >>\nstream\n" + shown + "\nendstream");
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new ArrayList<Integer>();
        for (var object : objects) {
            places.add(text.length());
            text.append(places.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        var table = text.length();
        text.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        for (var place : places) text.append("%010d 00000 n \n".formatted(place));
        text.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\nstartxref\n").append(table).append("\n%%EOF\n");
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** A PNG of 64 by 64 grey points, from dark to light. */
    private static byte[] picture() {
        var points = ByteBuffer.allocate(64 * 65);
        for (var row = 0; row < 64; row++) {
            points.put((byte) 0);
            for (var column = 0; column < 64; column++) points.put((byte) (2 * (row + column)));
        }
        var deflater = new Deflater();
        deflater.setInput(points.array());
        deflater.finish();
        var packed = new byte[points.capacity()];
        var length = deflater.deflate(packed);
        deflater.end();
        var picture = new ByteArrayOutputStream();
        picture.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(picture, "IHDR", ByteBuffer.allocate(13).putInt(64).putInt(64).put((byte) 8).array());
        chunk(picture, "IDAT", Arrays.copyOf(packed, length));
        chunk(picture, "IEND", new byte[0]);
        return picture.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream picture, String name, byte[] content) {
        var named = ByteBuffer.allocate(4 + content.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(content).array();
        var check = new CRC32();
        check.update(named);
        picture.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        picture.writeBytes(named);
        picture.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
