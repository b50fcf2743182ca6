package zhicheng.server.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Bytes that came, in a copy that nobody else can change: what is looked at is what is kept. Gone when it is closed.
 *
 * @param copy on this machine; nothing is there any more once it was kept
 */
public record Arrival(Path copy, Content content) implements AutoCloseable {

    /** @param folder where the copy is made; @param most as {@link Content#copied} */
    static Arrival copied(InputStream from, Path folder, long most) throws IOException {
        var copy = folder.resolve(UUID.randomUUID().toString());
        try {
            return new Arrival(copy, Content.copied(from, copy, most));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(copy);
    }
}
