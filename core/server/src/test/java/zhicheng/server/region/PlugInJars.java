package zhicheng.server.region;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import plug.Quiet;
import zhicheng.spi.Region;

/**
 * Region jars, compiled while the test runs. Each has {@code plug.Plain}, a region of one quiet edition in 2024 whose notice has the clauses
 * PREFIX, PREFIX-1 and PREFIX-2, and {@link Quiet}, an edition that says nothing; a test's own class goes on from there.
 */
final class PlugInJars {
    static final String SERVICE = "META-INF/services/zhicheng.spi.Region";

    private static final String PLAIN = """
            package plug;
            import java.time.LocalDate;
            import java.util.LinkedHashMap;
            import java.util.List;
            import zhicheng.spi.*;
            public abstract class Plain implements Region {
                private final String id;
                private final String prefix;
                protected Plain(String id, String prefix) { this.id = id; this.prefix = prefix; }
                @Override public String id() { return id; }
                @Override public String spi() { return Spi.VERSION; }
                @Override public Text name() { return Text.of("某地", "Somewhere"); }
                @Override public String areaCode() { return "990300"; }
                @Override public Text province() { return Text.of("乌有省", "Province of Nowhere"); }
                @Override public List<Notice> notices() { return List.of(notice(prefix)); }
                @Override public List<Setting> settings() { return List.of(); }
                @Override public List<Edition> editions(Readings readings) { return List.of(new Quiet(prefix)); }
                @Override public List<String> cases() { return List.of(); }
                protected static Notice notice(String prefix) {
                    var sentences = new LinkedHashMap<String, String>();
                    sentences.put(prefix, "通知");
                    sentences.put(prefix + "-1", "一、五月申报。");
                    sentences.put(prefix + "-2", "二、退休人员不得申报。");
                    return Notice.quoted(prefix, Text.of("通知", "Notice"), null, Text.of("某地职改办", "Office"), LocalDate.of(2024, 4, 1), List.of(), sentences);
                }
            }
            """;

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** Kept, since it remembers the JDK's classes. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    private final Path folder;
    private final Path work;
    private final Map<String, byte[]> common;

    private PlugInJars(Path folder, Path work, Map<String, byte[]> common) {
        this.folder = folder;
        this.work = work;
        this.common = common;
    }

    /** @param work for what is compiled; jars go into it as well, until {@link #into} says where */
    static PlugInJars compiledIn(Path work) {
        try (var in = Quiet.class.getResourceAsStream("Quiet.class")) {
            var quiet = in.readAllBytes();
            Files.write(Files.createDirectories(work.resolve("quiet/plug")).resolve("Quiet.class"), quiet);
            var common = new LinkedHashMap<>(new PlugInJars(work, work, Map.of()).compile("common", Map.of("plug.Plain", PLAIN)));
            common.put("plug/Quiet.class", quiet);
            return new PlugInJars(work, work, common);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PlugInJars into(Path folder) {
        return new PlugInJars(folder, work, common);
    }

    /** A jar whose service file names {@code plug.CLASS}, a region with that id and prefix and these members besides. */
    Path region(String jar, String className, String id, String prefix, String members) {
        var source = """
                package plug;
                import java.time.*;
                import java.util.LinkedHashMap;
                import java.util.List;
                import zhicheng.spi.*;
                public final class %s extends Plain {
                    public %1$s() { super("%s", "%s"); }
                    %s
                }
                """.formatted(className, id, prefix, members);
        return of(jar, Map.of("plug." + className, source), Map.of(SERVICE, "plug." + className));
    }

    /** A jar of the common classes, these sources compiled, and these files as text. */
    Path of(String jar, Map<String, String> sources, Map<String, String> files) {
        var entries = new LinkedHashMap<>(common);
        if (!sources.isEmpty()) entries.putAll(compile(jar, sources));
        files.forEach((name, text) -> entries.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return write(jar, entries);
    }

    /** The jar again with the SPI's own classes put into it. */
    void addSpi(Path jar) {
        var classes = spiClasses(); // a folder in one build, a jar in another
        try (var file = new JarFile(jar.toFile()); var within = Files.isDirectory(classes) ? null : FileSystems.newFileSystem(classes);
             var spi = Files.list((within == null ? classes : within.getPath("/")).resolve("zhicheng/spi"))) {
            var entries = new LinkedHashMap<String, byte[]>();
            for (var entry : file.stream().toList()) entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            for (var one : spi.filter(one -> one.toString().endsWith(".class")).toList()) entries.put("zhicheng/spi/" + one.getFileName(), Files.readAllBytes(one));
            assertTrue(entries.containsKey("zhicheng/spi/Region.class"));
            write(jar.getFileName().toString(), entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String jar, Map<String, byte[]> entries) {
        var target = folder.resolve(jar);
        try (var out = new JarOutputStream(Files.newOutputStream(target))) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target;
    }

    private Map<String, byte[]> compile(String name, Map<String, String> sources) {
        var complaints = new StringWriter();
        try {
            var target = fresh(name);
            FILES.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(spiClasses(), work.resolve("quiet"), work.resolve("common")));
            FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(target));
            var units = sources.entrySet().stream().map(one -> (JavaFileObject) new Source(one.getKey(), one.getValue())).toList();
            assertTrue(COMPILER.getTask(complaints, FILES, null, List.of("-proc:none"), null, units).call(), complaints::toString);
            var classes = new LinkedHashMap<String, byte[]>();
            try (var files = Files.walk(target)) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList())
                    classes.put(target.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of that name; of another one where it is taken. */
    private Path fresh(String name) throws IOException {
        return Files.exists(work.resolve(name)) ? Files.createTempDirectory(work, name) : Files.createDirectories(work.resolve(name));
    }

    private static Path spiClasses() {
        try {
            return Path.of(Region.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String code;

        private Source(String className, String code) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
