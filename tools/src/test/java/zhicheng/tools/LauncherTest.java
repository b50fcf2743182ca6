package zhicheng.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher {@code tools/zhicheng} and its start-up cache, on a real JVM with a program so small that it trains in a moment. */
class LauncherTest {

    /** What the launcher starts: says how, is refused for a port that there is not, and trains as the files beside it want. */
    public static final class Little {
        public static void main(String[] arguments) throws InterruptedException {
            var said = List.of(arguments);
            if (said.contains("99999")) System.exit(2);
            if (said.contains("--only-check")) System.exit(said.get(1).equals("--only-check") ? 0 : 9); // behind --data it would be its value
            var training = said.contains("--exit-when-ready");
            if (training && System.getenv("LITTLE_FAILS") != null) System.exit(1);
            if (training && !System.getenv().getOrDefault("ZHICHENG_GRAPHQL_AD_HOC", "").isEmpty()) System.exit(1);
            if (training && System.getenv("LITTLE_IS_SLOW") != null) Thread.sleep(Duration.ofMinutes(5));
            ProcessHandle.current().info().arguments().ifPresent(all -> System.out.println("started with " + String.join(" ", all)));
        }
    }

    @TempDir
    private Path folder;

    private Path root;
    private Path jar;
    private Path caches;

    @BeforeEach
    void build() throws IOException {
        root = folder.resolve("src/schema/checkout");
        var target = Files.createDirectories(root.resolve("tools/target/lib")).getParent();
        Files.copy(Path.of("zhicheng"), root.resolve("tools/zhicheng"));
        jar = target.resolve("zhicheng-tools-0.1.0.jar");
        caches = target.resolve("aot");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Little.class.getName());
        var name = Little.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest); var bytes = Little.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            bytes.transferTo(out);
        }
        Files.createFile(target.resolve("built"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools/notes.txt", "tools/src/test/java/NewTest.java", "core/server/README.md", "core/server/target/classes/New.class", "tools/outside/node_modules/new/src/new.js"})
    void what_no_build_reads_makes_no_build_old_wherever_the_checkout_lies(String file) throws Exception {
        newer(file);
        assertEquals(0, ended(start("start", "clauses")));
        assertTrue(said("start").startsWith("started with"), said("start"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "regions/bijie/pom.xml", "core/server/src/main/java/New.java", "schema/graphql/new.graphqls", "regions/bijie/src/main/resources/zhicheng/new.csv"})
    void what_the_build_reads_makes_an_older_build_old(String file) throws Exception {
        newer(file);
        assertNotEquals(0, ended(start("start", "clauses")), "here is nothing that could be built");
        assertTrue(said("start").contains("building") || said("start").contains("needed to build"), said("start"));
        assertFalse(said("start").contains("started with"), said("start"));
    }

    /** What takes minutes is said before it begins, and when it is over; on the error output, so that what a command prints is its own. */
    @Test
    void whoever_waits_for_the_build_is_told_so_in_both_languages() throws Exception {
        var path = Files.createDirectory(root.resolve("path"));
        var mvn = Files.writeString(path.resolve("mvn"), "#!/bin/sh\nexit 0\n");
        assertTrue(mvn.toFile().setExecutable(true));
        Files.delete(root.resolve("tools/target/built"));
        assertEquals(0, ended(start("start", Map.of("PATH", path + File.pathSeparator + System.getenv("PATH")), "clauses")));
        var lines = said("start").lines().toList();
        assertEquals(List.of("zhicheng: building (some minutes the first time) … 正在构建（首次要几分钟）", "zhicheng: built; starting … 构建完成，正在启动"), lines.subList(0, 2));
        assertTrue(lines.get(2).startsWith("started with"), said("start"));
    }

    private void newer(String file) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.setLastModifiedTime(Files.writeString(root.resolve(file), "?"), FileTime.from(Instant.now().plusSeconds(60)));
    }

    @Test
    void two_starts_at_once_make_one_cache_and_both_use_it() throws Exception {
        var one = start("one", "demo");
        var other = start("other", "demo");
        assertEquals(0, ended(one));
        assertEquals(0, ended(other));
        var cache = onlyCache();
        assertTrue(said("one").contains("-XX:AOTCache=" + cache), said("one"));
        assertTrue(said("other").contains("-XX:AOTCache=" + cache), said("other"));
        assertEquals(1, (said("one") + said("other")).lines().filter(line -> line.contains("making the start-up cache (once")).count(), said("one") + said("other"));
    }

    /** As on macOS. */
    @Test
    void without_flock_perl_takes_the_lock() throws Exception {
        var path = Files.createDirectory(root.resolve("path"));
        for (var folder : System.getenv("PATH").split(File.pathSeparator))
            if (Files.isDirectory(Path.of(folder)))
                try (var programs = Files.newDirectoryStream(Path.of(folder), program -> !program.endsWith("flock") && Files.notExists(path.resolve(program.getFileName()), LinkOption.NOFOLLOW_LINKS))) {
                    for (var program : programs) Files.createSymbolicLink(path.resolve(program.getFileName()), program);
                }
        assumeTrue(Files.exists(path.resolve("perl")));
        var turn = root.resolve("tools/target/turn");
        var holder = new ProcessBuilder("perl", "-MFcntl=:flock", "-e", "open(TURN, '>>', $ARGV[0]) && flock(TURN, LOCK_EX) or die; $| = 1; print 'held'; <STDIN>", turn.toString()).start();
        assertEquals("held", new String(holder.getInputStream().readNBytes(4), StandardCharsets.US_ASCII));
        var waiting = start("waiting", Map.of("PATH", path.toString()), "demo");
        while (waiting.isAlive() && !said("waiting").contains("waiting for it")) Thread.sleep(20);
        assertFalse(said("waiting").contains("making the start-up cache (once"), said("waiting"));
        holder.destroy();
        assertEquals(0, ended(waiting));
        assertFalse(said("waiting").contains("no lock can be had"), said("waiting"));
        onlyCache();
        Files.delete(onlyCache());
        assertEquals(0, ended(start("alone", Map.of("PATH", path.toString()), "demo")));
        assertFalse(said("alone").contains("waiting for it"), said("alone"));
    }

    @Test
    void demo_and_serve_start_on_the_same_cache() throws Exception {
        assertEquals(0, ended(start("demo", "demo")));
        var cache = onlyCache();
        assertEquals(0, ended(start("serve", "serve")));
        assertFalse(said("serve").contains("making"), said("serve"));
        assertTrue(said("serve").contains("-XX:AOTCache=" + cache), said("serve"));
        assertEquals(0, ended(start("again", "serve")));
        assertFalse(said("again").contains("thrown away"), "the JVM took it: " + said("again"));
        assertTrue(said("demo").contains("TieredStopAtLevel") && !said("serve").contains("TieredStopAtLevel"), said("serve"));
    }

    @Test
    void a_start_that_would_be_refused_is_refused_before_the_training() throws Exception {
        assertEquals(2, ended(start("refused", "demo", "--port", "99999")));
        assertEquals("", said("refused"));
        assertFalse(Files.exists(caches));
    }

    @Test
    void a_new_build_throws_the_cache_of_the_old_one_away() throws Exception {
        assertEquals(0, ended(start("old", "demo")));
        var old = onlyCache();
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(3600)));
        assertEquals(0, ended(start("new", "demo")));
        assertNotEquals(old, onlyCache());
    }

    @Test
    void a_cache_that_is_not_whole_is_thrown_away_and_made_anew() throws Exception {
        assertEquals(0, ended(start("first", "demo")));
        var whole = Files.size(onlyCache());
        try (var cut = Files.newByteChannel(onlyCache(), StandardOpenOption.WRITE)) {
            cut.truncate(whole / 2);
        }
        assertEquals(0, ended(start("second", "demo")));
        assertTrue(said("second").contains("thrown away"), said("second"));
        assertTrue(Files.size(onlyCache()) > whole / 2);
    }

    @Test
    void a_training_that_fails_is_not_tried_again_and_the_start_goes_on() throws Exception {
        assertEquals(0, ended(start("first", Map.of("LITTLE_FAILS", "yes"), "demo")));
        assertTrue(said("first").contains("no start-up cache could be made") && said("first").contains("started with"), said("first"));
        assertEquals(List.of(".none"), files().stream().filter(file -> !file.equals("training.log")).map(file -> file.replaceFirst(".*\\.aot", "")).toList());
        assertEquals(0, ended(start("second", "demo")));
        assertFalse(said("second").contains("making"), said("second"));
    }

    @Test
    void the_training_may_ask_what_it_likes_whatever_the_start_may_not() throws Exception {
        assertEquals(0, ended(start("first", Map.of("ZHICHENG_GRAPHQL_AD_HOC", "HRSS_CITY", "ZHICHENG_GRAPHQL_DOCUMENTS", "documents"), "demo")));
        assertTrue(said("first").contains("-XX:AOTCache=" + onlyCache()), said("first"));
    }

    @Test
    void a_start_that_is_stopped_while_it_trains_leaves_nothing_behind() throws Exception {
        var stopped = start("stopped", Map.of("LITTLE_IS_SLOW", "yes"), "demo");
        while (stopped.isAlive() && stopped.descendants().noneMatch(one -> one.info().arguments().map(List::of).orElse(List.of()).contains("--exit-when-ready"))) Thread.sleep(20);
        var training = stopped.descendants().toList();
        assertFalse(training.isEmpty(), said("stopped"));
        stopped.destroy();
        assertEquals(128 + 15, ended(stopped));
        assertTrue(training.stream().noneMatch(ProcessHandle::isAlive));
        assertEquals(List.of("training.log"), files());
        assertEquals(0, ended(start("next", "demo")));
        onlyCache();
    }

    private Process start(String name, String... arguments) throws IOException {
        return start(name, Map.of(), arguments);
    }

    private Process start(String name, Map<String, String> environment, String... arguments) throws IOException {
        var line = new ArrayList<>(List.of("sh", root.resolve("tools/zhicheng").toString()));
        line.addAll(List.of(arguments));
        var start = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(root.resolve(name).toFile());
        start.environment().put("JAVA_HOME", System.getProperty("java.home"));
        start.environment().remove("ZHICHENG_JAVA_OPTIONS");
        start.environment().putAll(environment);
        return start.start();
    }

    private static int ended(Process start) throws InterruptedException {
        assertTrue(start.waitFor(2, TimeUnit.MINUTES), "it does not end");
        return start.exitValue();
    }

    private String said(String name) throws IOException {
        return Files.readString(root.resolve(name));
    }

    /** The cache, which has its sum and what the JVM said of it beside it, and nothing else. */
    private Path onlyCache() throws IOException {
        var found = files().stream().filter(file -> file.endsWith(".aot")).toList();
        assertEquals(1, found.size(), () -> "one cache in " + found);
        var expected = new ArrayList<>(List.of(found.getFirst(), found.getFirst() + ".refused", found.getFirst() + ".sum", "training.log"));
        assertEquals(expected, files());
        return caches.resolve(found.getFirst());
    }

    private List<String> files() throws IOException {
        try (var list = Files.list(caches)) {
            return list.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
