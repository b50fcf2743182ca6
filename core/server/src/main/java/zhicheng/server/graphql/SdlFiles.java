package zhicheng.server.graphql;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The texts of the schema: every {@code graphql/*.graphqls} that lies beside {@code graphql/root.graphqls}. */
@Singleton
public class SdlFiles {

    private static final String FOLDER = "graphql/";
    private static final String ROOT = FOLDER + "root.graphqls";
    private static final String ENDING = ".graphqls";

    /**
     * One file.
     *
     * @param name without folders, {@code root.graphqls}
     * @param text as written
     */
    public record Sdl(String name, String text) {}

    /** @return in the order of their names, the root first; never empty */
    public List<Sdl> all() {
        var root = SdlFiles.class.getClassLoader().getResource(ROOT);
        if (root == null)
            throw new IllegalStateException(ROOT + " is not on the class path");
        try {
            var files = new ArrayList<>(root.openConnection() instanceof JarURLConnection jar ? inJar(jar) : inFolder(root.toURI()));
            files.sort(Comparator.comparing((Sdl file) -> !ROOT.endsWith("/" + file.name())).thenComparing(Sdl::name));
            return List.copyOf(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Sdl> inJar(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            var files = new ArrayList<Sdl>();
            for (var entry : jar.stream().filter(entry -> isSdl(entry.getName())).toList())
                try (var in = jar.getInputStream(entry)) {
                    files.add(new Sdl(entry.getName().substring(FOLDER.length()), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
            return files;
        }
    }

    private static List<Sdl> inFolder(URI root) throws IOException {
        try (var paths = Files.list(Path.of(root).getParent())) {
            var files = new ArrayList<Sdl>();
            for (var path : paths.filter(path -> isSdl(FOLDER + path.getFileName())).toList())
                files.add(new Sdl(path.getFileName().toString(), Files.readString(path)));
            return files;
        }
    }

    private static boolean isSdl(String entry) {
        return entry.startsWith(FOLDER) && entry.endsWith(ENDING) && entry.indexOf('/', FOLDER.length()) < 0;
    }
}
