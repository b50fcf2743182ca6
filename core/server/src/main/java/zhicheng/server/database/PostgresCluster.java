package zhicheng.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import zhicheng.server.local.DataFolder;

/**
 * One PostgreSQL on this machine, made, started and stopped through its own programs.
 *
 * <p>Nobody enters without a password, from elsewhere, or as superuser: the superuser has no password, and what only it
 * may do ({@code firstStatements}) is done in single-user mode before the server has ever listened. Whoever uses this
 * class holds the {@linkplain DataFolder lock} on the folder.
 */
public final class PostgresCluster {

    /** Durable, whatever the configuration files say: options given at the start beat {@code alter system}. */
    public static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private static final int PATIENCE_IN_SECONDS = 60;

    private static final String WHO_MAY_ENTER = """
            # Written anew at each start. Passwords for everyone, and only from this machine.
            host  all  all  127.0.0.1/32  scram-sha-256
            """;

    private final Path home;
    private final Path folder;
    private final Path data;

    /** @param folder the cluster's own, absolute; the programs are unpacked beside the data */
    public PostgresCluster(Path folder) throws IOException {
        DataFolder.makePrivate(folder);
        this.folder = folder;
        this.data = folder.resolve("data");
        this.home = PostgresBinaries.unpackedIn(folder.resolve("programs"));
    }

    /** Whether {@link #create} has been through. */
    public boolean exists() {
        return Files.exists(data);
    }

    /**
     * Makes the cluster: the whole of it, or, after a crash in between, nothing.
     *
     * @param firstStatements run as superuser, one by one
     */
    public void create(List<String> firstStatements) throws IOException {
        var unfinished = folder.resolve("data.new");
        PostgresBinaries.delete(unfinished);
        run("initdb", null, "--pgdata=" + unfinished, "--username=postgres", "--encoding=UTF8", "--locale=C",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
                "--auth=reject"); // initdb asks for no password then; WHO_MAY_ENTER takes the place of its lines
        run("postgres", String.join("\n", firstStatements) + "\n", "--single", "-D", unfinished.toString(),
                "-c", "exit_on_error=on", "-c", "log_min_error_statement=panic", "postgres");
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Starts, and waits until connections are answered.
     *
     * @param settings in addition to, or in place of, {@link #DURABLE}
     */
    public void start(int port, Map<String, String> settings) throws IOException {
        Files.writeString(data.resolve("pg_hba.conf"), WHO_MAY_ENTER);
        var all = new LinkedHashMap<>(DURABLE);
        all.put("listen_addresses", "127.0.0.1");
        all.put("unix_socket_directories", "");
        all.put("password_encryption", "scram-sha-256");
        all.put("timezone", "UTC");
        all.put("log_timezone", "UTC");
        all.put("logging_collector", "on");
        all.put("log_directory", "log");
        all.put("log_filename", "postgresql-%a.log");
        all.put("log_truncate_on_rotation", "on");
        all.put("log_rotation_age", "1d");
        all.put("log_rotation_size", "0");
        all.putAll(settings);
        var options = new StringBuilder("-p ").append(port);
        all.forEach((key, value) -> options.append(" -c ").append(key).append("='").append(value).append('\''));
        var log = folder.resolve("start.log");
        Files.deleteIfExists(log);
        run("pg_ctl", null, "start", "--pgdata=" + data, "--log=" + log, "--wait",
                "--timeout=" + PATIENCE_IN_SECONDS, "--silent", "--options=" + options);
    }

    /** Stops it and waits until it is gone: sessions are cut, what was committed is on disk. */
    public void stop() throws IOException {
        if (Files.exists(data.resolve("postmaster.pid")))
            run("pg_ctl", null, "stop", "--pgdata=" + data, "--mode=fast", "--wait",
                    "--timeout=" + PATIENCE_IN_SECONDS, "--silent");
    }

    /**
     * Clears away what a killed server left: stops its PostgreSQL where that still runs, and removes the note of one
     * that does not (PostgreSQL itself would not dare to, where another program has its process number by now).
     *
     * @return whether there was anything
     */
    public boolean stopOrphan() throws IOException {
        var note = data.resolve("postmaster.pid");
        if (!Files.exists(note))
            return false;
        if (isOurs(Files.readString(note).lines().findFirst().orElse("")))
            stop();
        else
            Files.deleteIfExists(note);
        return true;
    }

    /** Removes everything but the programs. */
    public void delete() throws IOException {
        PostgresBinaries.delete(data);
    }

    /** The last lines that PostgreSQL wrote while it started. */
    public String startLog() {
        try {
            var lines = new ArrayList<String>();
            for (var file : List.of(folder.resolve("start.log")))
                if (Files.exists(file))
                    lines.addAll(Files.readAllLines(file));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** A process of that number that is no PostgreSQL has only inherited the number. Where it cannot be told, it is ours. */
    private static boolean isOurs(String pid) {
        if (!pid.strip().matches("\\d+"))
            return false;
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .map(process -> process.info().command().map(command -> command.endsWith("postgres")).orElse(true))
                .orElse(false);
    }

    private void run(String program, String input, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot())
            command.addAll(List.of("unshare", "--user")); // PostgreSQL refuses to run as root
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var said = Files.createTempFile(folder, program, ".said");
        try {
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            var process = builder.start();
            try (var out = process.getOutputStream()) {
                if (input != null)
                    out.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(2 * PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("%s did not end within %d seconds".formatted(program, 2 * PATIENCE_IN_SECONDS));
            }
            if (process.exitValue() != 0)
                throw new IOException("%s ended with %d: %s".formatted(program, process.exitValue(), Files.readString(said).strip()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    private boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid")) && "root".equals(System.getProperty("user.name"));
    }
}
