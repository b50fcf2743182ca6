package zhicheng.server.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import zhicheng.server.CannotStart;

/**
 * What a local server keeps between two starts: its database, its keys, its official time. Only its owner may look
 * inside, and only one server at a time has it open.
 *
 * <p>The lock is the operating system's: it is gone with the process, however that ended.
 */
public final class DataFolder implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens the folder, and makes it where it is missing.
     *
     * @throws CannotStart where another server has it open
     */
    public static DataFolder open(Path folder) {
        try {
            var path = folder.toAbsolutePath().normalize();
            makePrivate(path);
            var channel = FileChannel.open(path.resolve("lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                var holder = Files.readString(path.resolve("lock")).strip();
                channel.close();
                throw new CannotStart(CannotStart.Reason.DATA_IN_USE,
                        "the data folder %s is in use by another server (process %s). Stop that one, or give another folder with --data."
                                .formatted(path, holder.isEmpty() ? "unknown" : holder));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(path, channel, lock);
        } catch (IOException e) {
            throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED,
                    "the data folder %s cannot be used: %s".formatted(folder.toAbsolutePath(), e), e);
        }
    }

    /** @return absolute */
    public Path path() {
        return path;
    }

    /** What was kept under this name by an earlier {@link #keep}, without the final line break. */
    public Optional<String> kept(String name) {
        return read(path, name);
    }

    /** Keeps a text under this name, readable by the owner alone: the whole of it or nothing, even through a crash. */
    public void keep(String name, String text) {
        write(path, name, text);
    }

    /** Frees the folder for the next server. */
    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a kept file without opening the folder: for commands that only look. */
    public static Optional<String> read(Path folder, String name) {
        try {
            var file = folder.resolve(name);
            return Files.exists(file) ? Optional.of(Files.readString(file).stripTrailing()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes beside, forces to disk, then renames. */
    static void write(Path folder, String name, String text) {
        try {
            var unfinished = folder.resolve(name + ".new");
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
                out.force(true);
            }
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return 192 random bits, safe in SQL, URLs and shells */
    public static String newPassword() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Makes a folder that only its owner may enter; the folders above it as usual. */
    public static void makePrivate(Path folder) throws IOException {
        if (folder.getParent() != null)
            Files.createDirectories(folder.getParent());
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder))
                throw e;
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }
}
