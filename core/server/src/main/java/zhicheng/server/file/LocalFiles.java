package zhicheng.server.file;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.local.DataFolder;

/**
 * A folder on this machine, or one that several servers share: {@code arriving/} what is on its way, {@code arrived/} what was brought and is not kept yet, by
 * the file's id, {@code content/ab/cd/…} what is kept, by its SHA-256. A file is written under another name, forced to disk and renamed: the whole of it
 * is there or nothing. What was brought and fetched by nobody for a day is thrown away.
 */
@Singleton
@Requires(missingProperty = S3Settings.BUCKET)
public final class LocalFiles implements FileStore {
    private static final Duration WAITS = Duration.ofDays(1);

    private final Path root;
    private final FileSettings settings;

    LocalFiles(FileSettings settings) {
        this.root = Path.of(settings.folder()).toAbsolutePath().normalize();
        this.settings = settings;
    }

    /**
     * Takes what is brought to an address of this server.
     *
     * @return everything by which it is not what was declared; then, and where the stream breaks off, nothing of it is left
     * @throws Content.CutShort where the stream breaks off
     */
    public List<Finding> bring(FileDescription declared, InputStream bytes) throws IOException {
        sweep();
        try (var arrival = made(bytes, declared.size())) {
            var findings = FileChecks.came(declared, arrival.content(), settings);
            if (findings.isEmpty()) Files.move(arrival.copy(), folder("arrived").resolve(declared.id().toString()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return findings;
        }
    }

    @Override
    public Optional<Upload> upload(FileDescription file, Duration within) {
        return Optional.empty();
    }

    @Override
    public Optional<Arrival> arrived(UUID file, long most) throws IOException {
        try (var bytes = Files.newInputStream(folder("arrived").resolve(file.toString()))) {
            return Optional.of(made(bytes, most));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Arrival made(InputStream from, long most) throws IOException {
        return Arrival.copied(from, folder("arriving"), most);
    }

    @Override
    public void keep(Arrival looked) throws IOException {
        var place = place(looked.content().sha256());
        if (Files.exists(place)) return;
        Files.createDirectories(place.getParent());
        Files.move(looked.copy(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        for (var folder = place.getParent(); folder.startsWith(root); folder = folder.getParent())
            try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true);
            }
    }

    @Override
    public void forget(UUID file) throws IOException {
        Files.deleteIfExists(folder("arrived").resolve(file.toString()));
    }

    @Override
    public Delivery deliver(FileDescription file, Duration within) throws IOException {
        return new Delivery.Through(Files.newInputStream(place(file.sha256())));
    }

    private Path place(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256: " + sha256);
        return root.resolve("content").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }

    private Path folder(String name) throws IOException {
        var folder = root.resolve(name);
        if (!Files.isDirectory(folder)) {
            DataFolder.makePrivate(root);
            Files.createDirectories(folder);
        }
        return folder;
    }

    private void sweep() throws IOException {
        var before = Instant.now().minus(WAITS);
        for (var name : List.of("arriving", "arrived"))
            try (var waiting = Files.newDirectoryStream(folder(name))) {
                for (var one : waiting)
                    try {
                        if (Files.getLastModifiedTime(one).toInstant().isBefore(before)) Files.deleteIfExists(one);
                    } catch (NoSuchFileException e) {
                        continue; // taken meanwhile
                    }
            }
    }
}
