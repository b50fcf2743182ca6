package zhicheng.server.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import zhicheng.server.CannotStart;

/** PostgreSQL's programs, unpacked once from the jar that is shipped for this platform. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * @param folder where unpacked versions stand side by side
     * @return the folder that has {@code bin/postgres}
     */
    static Path unpackedIn(Path folder) throws IOException {
        var archive = archive();
        var home = folder.resolve(version(archive));
        if (Files.exists(home))
            return home;
        Files.createDirectories(folder);
        var unfinished = folder.resolve(home.getFileName() + ".new");
        delete(unfinished);
        unpack(archive, unfinished);
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        return home;
    }

    private static URL archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var machine = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
        var name = "postgres-%s-%s.txz".formatted(system, machine);
        var archive = PostgresBinaries.class.getClassLoader().getResource(name);
        if (archive == null || System.getProperty("os.name").startsWith("Windows"))
            throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED,
                    "no PostgreSQL is shipped for %s on %s (only Linux and macOS, x86-64 and ARM). Give the server one of your own: see tools/README.md."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        return archive;
    }

    /** The jar's name has the version in it. */
    private static String version(URL archive) throws IOException {
        if (!(archive.openConnection() instanceof JarURLConnection jar))
            throw new IOException("not in a jar: " + archive);
        return Path.of(jar.getJarFileURL().getPath()).getFileName().toString().replaceFirst("\\.jar$", "");
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target))
                    throw new IOException("leaves its folder: " + entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0 || file.getParent().endsWith("bin"))
                        file.toFile().setExecutable(true, false);
                }
            }
        }
    }

    /** Removes a folder with everything in it; nothing happens where there is none. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder))
            return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList())
                Files.delete(path);
        }
    }
}
