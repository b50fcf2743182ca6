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
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.local.DataFolder;

/**
 * A folder on this machine, or one that several servers share: {@code arriving/} what is on its way, {@code arrived/} what was brought and is not kept yet, by
 * the file's id, {@code content/ab/cd/…} what is kept, by its SHA-256. A file is written under another name, forced to disk and renamed: the whole of it
 * is there or nothing. What is fetched by nobody is thrown away ({@link UnclaimedFiles}).
 */
@Singleton
@Requires(missingProperty = S3Settings.BUCKET)
public final class LocalFiles implements FileStore {
    private final Path root;
    private final FileSettings settings;
    private final SystemTime time;

    LocalFiles(FileSettings settings, SystemTime time) {
        this.root = Path.of(settings.folder()).toAbsolutePath().normalize();
        this.settings = settings;
        this.time = time;
    }

    /**
     * Takes what is brought to an address of this server.
     *
     * @return everything by which it is not what was declared; then, and where the stream breaks off, nothing of it is left
     * @throws Content.CutShort where the stream breaks off
     */
    public List<Finding> bring(FileDescription declared, InputStream bytes) throws IOException {
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
        if (isTouched(place)) return;
        Files.createDirectories(place.getParent());
        Files.move(looked.copy(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        for (var folder = place.getParent(); folder.startsWith(root); folder = folder.getParent())
            try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true);
            }
    }

    /** Whether it is there; from now on it is not old, so that no sweep that has begun takes it. */
    private boolean isTouched(Path place) throws IOException {
        try {
            Files.setLastModifiedTime(place, FileTime.from(time.now()));
            return true;
        } catch (NoSuchFileException e) {
            return false;
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

    /**
     * Throws away what came before an instant and was fetched by nobody. Where it was kept, and nobody's file came to name it because the server ended in
     * between, its content goes too; a look that keeps the same bytes at that moment finds them or its own copy of them.
     *
     * @param named whether somebody's file has the bytes of this SHA-256
     */
    void sweep(Instant before, Predicate<String> named) throws IOException {
        for (var one : waiting("arriving", before)) Files.deleteIfExists(one);
        for (var one : waiting("arrived", before))
            try {
                if (letGo(hash(one), before, named)) Files.deleteIfExists(one);
            } catch (NoSuchFileException e) {
                continue; // fetched or thrown away meanwhile
            }
    }

    private List<Path> waiting(String name, Instant before) throws IOException {
        var old = new ArrayList<Path>();
        try (var waiting = Files.newDirectoryStream(folder(name))) {
            for (var one : waiting)
                try {
                    if (isOld(one, before)) old.add(one);
                } catch (NoSuchFileException e) {
                    continue; // taken meanwhile
                }
        }
        return old;
    }

    /** @return whether nothing is left of what nobody names; content on its way out stands under another name, and comes back where it was touched meanwhile */
    private boolean letGo(String sha256, Instant before, Predicate<String> named) throws IOException {
        var place = place(sha256);
        var leaving = place.resolveSibling(sha256 + ".leaving");
        var isNamed = named.test(sha256);
        if (!isNamed && Files.exists(place)) {
            if (!isOld(place, before)) return false;
            Files.move(place, leaving, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(leaving)) return true;
        if (!isNamed && isOld(leaving, before)) Files.deleteIfExists(leaving);
        else Files.move(leaving, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return isNamed || !Files.exists(place);
    }

    private static boolean isOld(Path one, Instant before) throws IOException {
        return Files.getLastModifiedTime(one).toInstant().isBefore(before);
    }

    private static String hash(Path one) throws IOException {
        try (var bytes = Files.newInputStream(one)) {
            return Content.sha256(bytes);
        }
    }
}
