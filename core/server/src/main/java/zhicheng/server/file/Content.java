package zhicheng.server.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.tika.Tika;

/**
 * What bytes are, whatever was said of them.
 *
 * @param size how many; of a stream that goes on too long one more than were wanted
 * @param sha256 64 hexadecimal digits in lower case
 * @param type the media type that they begin like; {@code application/octet-stream} where they begin like nothing known
 */
public record Content(long size, String sha256, String type) {
    /** By how they begin a type is told. */
    private static final int HEAD = 65_536;
    private static final int AT_ONCE = 65_536;
    private static final Tika TIKA = new Tika();

    /** A stream broke off before its end: whoever sent it has gone. */
    public static final class CutShort extends IOException {
        CutShort(IOException cause) {
            super("the bytes were cut short: " + cause.getMessage(), cause);
        }
    }

    /**
     * Writes a stream into a new file, forced to disk, a piece at a time.
     *
     * @param most after so many bytes, and one more, nothing further is read
     * @throws CutShort where the stream breaks off
     */
    public static Content copied(InputStream from, Path to, long most) throws IOException {
        var sha256 = digest();
        var head = new ByteArrayOutputStream();
        var piece = new byte[AT_ONCE];
        var size = 0L;
        try (var out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (size <= most) {
                var read = read(from, piece, (int) Math.min(piece.length, most + 1 - size));
                if (read < 0) break;
                sha256.update(piece, 0, read);
                if (head.size() < HEAD) head.write(piece, 0, Math.min(read, HEAD - head.size()));
                for (var left = ByteBuffer.wrap(piece, 0, read); left.hasRemaining();) out.write(left);
                size += read;
            }
            out.force(true);
        }
        return new Content(size, HexFormat.of().formatHex(sha256.digest()), TIKA.detect(head.toByteArray()));
    }

    /** 64 hexadecimal digits of all that comes. */
    static String sha256(InputStream from) throws IOException {
        var sha256 = digest();
        try (var digested = new DigestInputStream(from, sha256)) {
            digested.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static int read(InputStream from, byte[] piece, int most) throws CutShort {
        try {
            return from.read(piece, 0, most);
        } catch (IOException e) {
            throw new CutShort(e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
