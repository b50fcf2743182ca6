package zhicheng.tools;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import zhicheng.server.CannotStart;
import zhicheng.server.Server;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.OfficialOffset;
import zhicheng.server.database.EmbeddedPostgres;
import zhicheng.server.demo.DemoData;
import zhicheng.server.graphql.TrustedDocuments;
import zhicheng.server.local.DataFolder;
import zhicheng.server.local.LocalDataKey;
import zhicheng.server.local.LocalTrailKey;
import zhicheng.server.local.SigningKey;

/**
 * A server with made-up people on real notices, on an official time of its own: the windows of the four notices have
 * passed.
 */
@Command(name = "demo", mixinStandardHelpOptions = true,
        description = "Starts a demonstration: made-up people, real notices, an official time of its own.")
final class Demo implements Runnable {

    /** Bijie's health and economics window and Jiayuguan's application window are open. */
    private static final OffsetDateTime DEFAULT_TIME = OffsetDateTime.parse("2024-09-18T10:00+08:00");

    /** The years that notices are about, as the API's own {@code at} has them. */
    private static final OffsetDateTime EARLIEST = OffsetDateTime.parse("2000-01-01T00:00+08:00");
    private static final OffsetDateTime LATEST = OffsetDateTime.parse("2100-01-01T00:00+08:00");

    private static final String FIRST_QUERY = "{ regions { code } }";

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private LocalOptions local;

    @Option(names = "--at", paramLabel = "TIME",
            description = "official time at the first start, e.g. 2024-06-20T10:00+08:00 (default 2024-09-18T10:00+08:00). "
                    + "It runs on from there and is never set back: another time wants another --data.")
    private OffsetDateTime at;

    @Option(names = "--config", paramLabel = "FILE", description = "configuration of outside platforms as properties, such as tools/zhicheng stand-ins prints")
    private Path config;

    @Option(names = "--exit-when-ready", hidden = true, description = "asks what a visitor asks, then ends: the launcher's training run")
    private boolean exitWhenReady;

    /** @return the part of a data folder that belongs to demonstrations; {@code serve} never sees it */
    static Path folder(Path data) {
        return data.resolve("demo");
    }

    @Override
    public void run() {
        Server.checkPort(local.port);
        if (at != null && (at.isBefore(EARLIEST) || !at.isBefore(LATEST)))
            throw new CommandLine.ParameterException(spec.commandLine(), "--at %s is outside the years 2000 to 2099 (China's time)".formatted(at));
        var outside = Serve.configured(config);
        var running = new Running();
        var folder = running.stopLater(DataFolder.open(folder(local.data.folder)));
        var begun = folder.kept("official-time").map(OffsetDateTime::parse);
        if (at != null && begun.isPresent() && !begun.get().isEqual(at))
            throw new CannotStart(CannotStart.Reason.OTHER_TIME,
                    "the demonstration in %s began at %s, and official time is never set back. For --at %s give another folder with --data."
                            .formatted(folder.path(), begun.get(), at));
        if (local.onlyCheck)
            return;
        var from = begun.orElse(at == null ? DEFAULT_TIME : at);
        folder.keep("official-time", from.toString());
        if (begun.isEmpty())
            say("Making a demonstration in " + folder.path() + " …");
        var database = running.stopLater(EmbeddedPostgres.in(folder)).start();
        var settings = new HashMap<String, Object>(outside);
        settings.putAll(SigningKey.settings(folder));
        settings.putAll(LocalDataKey.settings(folder));
        settings.putAll(LocalTrailKey.settings(folder));
        settings.put("zhicheng.files.folder", folder.path().resolve("files").toString());
        settings.put("micronaut.server.host", "localhost");
        settings.put("micronaut.server.port", local.port);
        settings.put("zhicheng.graphql.limits.introspection", "${ZHICHENG_GRAPHQL_LIMITS_INTROSPECTION:true}"); // what the environment says comes first
        var server = running.stopLater(Server.prepare(database, settings, Optional.of(from.toInstant())));
        loadOnce(folder, server);
        var url = server.listen();
        greet(url, folder.path(), from, OfficialOffset.of(database).orElseThrow(), server.context().getBean(TrustedDocuments.class));
        say(FirstQuery.answered(url, FIRST_QUERY));
        if (exitWhenReady)
            Training.run(url);
        else
            running.untilStopped();
    }

    /** The note is written when everything is in; a first start that was cut short loads again. */
    private static void loadOnce(DataFolder folder, Server server) {
        if (folder.kept("demonstration-data").isPresent())
            return;
        server.context().findBean(DemoData.class).ifPresent(DemoData::load);
        folder.keep("demonstration-data", "loaded by " + Version.number());
    }

    private void greet(String url, Path folder, OffsetDateTime from, Duration offset, TrustedDocuments documents) {
        var token = local.data.given("tools/zhicheng token");
        var open = documents.mayAsk(FIRST_QUERY, Viewer.PUBLIC);
        var now = Instant.now().plus(offset).atOffset(CHINA).truncatedTo(ChronoUnit.SECONDS);
        say("""

                Zhicheng %s, a demonstration: real notices, made-up people.

                  GraphiQL        %s/graphiql
                  GraphQL         %s/graphql
                  Official time   %s (began at %s; for another, --at TIME and another --data)
                  Data            %s (kept; delete it to begin anew)

                  Try             curl -s %s/graphql -H 'Content-Type: application/json' \\%s
                                    -d '{"query":"%s"}'%s
                  Sign in as      %s            lists the accounts
                  Stop            Ctrl-C
                """.formatted(Version.number(), url, url, now, from, folder, url,
                open ? "" : "\n                    -H \"Authorization: Bearer $(" + token + " ACCOUNT)\" \\",
                FIRST_QUERY,
                open ? "" : "\n                  with an ACCOUNT in one of the roles " + documents.adHoc() + "; others may ask registered documents only",
                token));
    }

    private void say(String text) {
        spec.commandLine().getOut().println(text);
    }
}
