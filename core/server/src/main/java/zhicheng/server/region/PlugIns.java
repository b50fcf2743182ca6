package zhicheng.server.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import zhicheng.spi.Region;

/** Opens the jars of a plug-in folder. Whatever is wrong with one is added to the problems, with its jar, its class and what to do. */
final class PlugIns {
    private static final String SERVICE = "META-INF/services/" + Region.class.getName();

    private final List<Found> found = new ArrayList<>();
    private final List<String> problems;

    private PlugIns(List<String> problems) {
        this.problems = problems;
    }

    /** @param folder null or missing where there are no plug-ins */
    static List<Found> in(Path folder, List<String> problems) {
        var opened = new PlugIns(problems);
        for (var jar : jars(folder, problems)) opened.open(jar);
        return opened.found;
    }

    private static List<Path> jars(Path folder, List<String> problems) {
        if (folder == null || Files.notExists(folder)) return List.of();
        if (!Files.isDirectory(folder)) {
            problems.add("the plug-in folder %s is no folder: name the folder that the region jars lie in".formatted(folder));
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open(Path jar) {
        var name = jar.getFileName().toString();
        try (var file = new JarFile(jar.toFile())) {
            if (file.getManifest() != null && file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH) != null)
                problems.add("%s: its manifest has a Class-Path; a region brings what it needs in its own jar".formatted(name));
            else if (file.getEntry(SERVICE) == null)
                problems.add("%s yields no region: it has no %s; put in that file the name of its class that implements %s".formatted(name, SERVICE, Region.class.getName()));
            else regions(jar, name);
        } catch (IOException e) {
            problems.add("%s cannot be read as a jar (%s): put it there anew, or take it away".formatted(name, e.getMessage()));
        }
    }

    private void regions(Path jar, String name) throws IOException {
        var before = found.size() + problems.size();
        try {
            var loader = new PlugInLoader(jar);
            ServiceLoader.load(Region.class, loader).stream().forEach(provider -> make(provider, name));
        } catch (ServiceConfigurationError | LinkageError e) {
            problems.add("%s: %s; its %s must name a public class of the jar that implements that interface and has a public constructor without parameters"
                    .formatted(name, Problem.said(e), SERVICE));
        }
        if (found.size() + problems.size() == before) problems.add("%s yields no region: its %s names no class of the jar".formatted(name, SERVICE));
    }

    private void make(ServiceLoader.Provider<Region> provider, String name) {
        try {
            found.add(new Found(provider.get(), name));
        } catch (RuntimeException | Error e) { // of a region's own constructor: whatever it is, the server does not start
            problems.add("%s, class %s cannot be made: %s".formatted(name, provider.type().getName(), Problem.said(e)));
        }
    }
}
