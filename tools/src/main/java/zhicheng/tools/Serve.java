package zhicheng.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import zhicheng.server.CannotStart;
import zhicheng.server.Server;
import zhicheng.server.database.DatabaseAccess;
import zhicheng.server.database.EmbeddedPostgres;
import zhicheng.server.database.Roles;
import zhicheng.server.local.DataFolder;
import zhicheng.server.local.LocalDataKey;
import zhicheng.server.local.LocalTrailKey;
import zhicheng.server.local.SigningKey;

/** The server itself, on a PostgreSQL from its configuration. */
@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "Starts the server on the PostgreSQL of its configuration.")
final class Serve implements Runnable {

    private static final String DATABASE = "zhicheng.database.";

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private LocalOptions local;

    @Option(names = "--embedded", description = "a PostgreSQL of its own, kept in --data, instead of a configured one")
    private boolean embedded;

    @Option(names = "--config", paramLabel = "FILE",
            description = "configuration as properties; what stands in the environment (ZHICHENG_DATABASE_URL …) comes before it")
    private Path config;

    @Override
    public void run() {
        Server.checkPort(local.port);
        var running = new Running();
        var settings = new HashMap<String, Object>(configured(config));
        Supplier<DatabaseAccess> postgres;
        if (embedded) postgres = embedded(running, settings);
        else {
            var outside = outside(settings);
            postgres = () -> outside;
        }
        if (local.onlyCheck)
            return;
        var database = postgres.get();
        settings.keySet().removeIf(key -> key.startsWith(DATABASE) && key.endsWith("password"));
        settings.put("micronaut.server.port", local.port);
        var server = running.stopLater(Server.prepare(database, settings, Optional.empty()));
        var url = server.listen();
        spec.commandLine().getOut().printf("%s/graphql on %s. %s%n", url, database.url(), FirstQuery.answered(url, "{ regions { code } }"));
        running.untilStopped();
    }

    /** Not started before it is asked for. */
    private Supplier<DatabaseAccess> embedded(Running running, Map<String, Object> settings) {
        if (isOutside(settings))
            throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED,
                    "a PostgreSQL is configured (%surl) and --embedded asks for another one. Give one of the two.".formatted(DATABASE));
        var folder = running.stopLater(DataFolder.open(folder(local.data.folder)));
        settings.putAll(SigningKey.settings(folder));
        settings.putAll(LocalDataKey.settings(folder));
        settings.putAll(LocalTrailKey.settings(folder));
        settings.putIfAbsent("zhicheng.files.folder", folder.path().resolve("files").toString());
        return () -> running.stopLater(EmbeddedPostgres.in(folder)).start();
    }

    /** @return the part of a data folder that belongs to {@code serve --embedded} */
    static Path folder(Path data) {
        return data.resolve("serve");
    }

    /** Whether a PostgreSQL is configured. */
    static boolean isOutside(Map<String, Object> settings) {
        return setting(DATABASE + "url", settings) != null;
    }

    /**
     * The PostgreSQL that is configured.
     *
     * @throws CannotStart where something of it is missing
     */
    static DatabaseAccess outside(Map<String, Object> settings) {
        var missing = new ArrayList<String>();
        for (var name : List.of("url", "owner-password", "writer-password", "reader-password"))
            if (setting(DATABASE + name, settings) == null)
                missing.add("%s%s (or %s in the environment)".formatted(DATABASE, name, inEnvironment(DATABASE + name)));
        if (!missing.isEmpty())
            throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED, """
                    no PostgreSQL is configured. Missing:
                      %s
                    Give them in the environment or in a file with --config, as tools/README.md says; or let the server keep a PostgreSQL of its own with --embedded."""
                    .formatted(String.join("\n  ", missing)));
        var url = setting(DATABASE + "url", settings);
        var readerUrl = setting(DATABASE + "reader-url", settings);
        return new DatabaseAccess(url, readerUrl == null ? url : readerUrl,
                new Roles(setting(DATABASE + "owner-password", settings), setting(DATABASE + "writer-password", settings), setting(DATABASE + "reader-password", settings)));
    }

    /** @param config null: none */
    static Map<String, Object> configured(Path config) {
        if (config == null)
            return Map.of();
        try (var in = Files.newBufferedReader(config)) {
            var properties = new Properties();
            properties.load(in);
            var settings = new HashMap<String, Object>();
            properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
            return settings;
        } catch (IOException e) {
            throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED, "the configuration %s cannot be read: %s".formatted(config, e), e);
        }
    }

    /** @return null where it stands nowhere */
    static String setting(String name, Map<String, Object> settings) {
        var set = System.getenv(inEnvironment(name));
        return set != null && !set.isBlank() ? set : (String) settings.get(name);
    }

    private static String inEnvironment(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
