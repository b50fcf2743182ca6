package zhicheng.tools;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import zhicheng.server.CannotStart;
import zhicheng.server.calendar.OfficialOffset;
import zhicheng.server.database.DatabaseAccess;
import zhicheng.server.database.Roles;
import zhicheng.server.local.LocalTrailKey;
import zhicheng.server.trail.TrailExport;
import zhicheng.server.trail.TrailKey;
import zhicheng.server.trail.TrailKeys;

/** The whole trail as one file that can be checked without the database, while servers run on it. */
@Command(name = "export-trail", mixinStandardHelpOptions = true,
        description = {"Writes the whole trail with its signed roots into one file, for tools/zhicheng verify-trail.",
                "Of the running demonstration; with --embedded, of the running serve --embedded; with --config or ZHICHENG_DATABASE_URL, of the PostgreSQL that serve is configured for."})
final class ExportTrail implements Runnable {

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(names = "--embedded", description = "of serve --embedded, instead of the demonstration")
    private boolean embedded;

    @Option(names = "--config", paramLabel = "FILE", description = "configuration as properties, as serve has it; what stands in the environment comes before it")
    private Path config;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "what is written; it must not be there yet")
    private Path out;

    /** Whose trail it is. */
    private record Source(DatabaseAccess database, TrailKey key) {}

    @Override
    public void run() {
        if (Files.exists(out)) throw new CommandLine.ParameterException(spec.commandLine(), "--out %s is there already, and is not written over".formatted(out));
        var source = source();
        try (var connection = DriverManager.getConnection(source.database.url(), Roles.WRITER, source.database.roles().writer())) {
            var at = Instant.now().plus(OfficialOffset.of(source.database).orElse(Duration.ZERO)).truncatedTo(ChronoUnit.MICROS);
            say(written(connection, source.key, at), source.key);
        } catch (SQLException e) {
            throw new CannotStart(CannotStart.Reason.DATABASE, "the trail in %s cannot be exported: %s".formatted(source.database.url(), e.getMessage()), e);
        } catch (IOException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--out %s cannot be written: %s".formatted(out, e), e);
        }
    }

    private Source source() {
        var settings = Serve.configured(config);
        if (!embedded && Serve.isOutside(settings))
            return new Source(Serve.outside(settings), TrailKeys.read(Serve.setting(TrailKeys.SECRET, settings), Serve.setting(TrailKeys.OPEN, settings)));
        var folder = embedded ? Serve.folder(data.folder) : Demo.folder(data.folder);
        return new Source(data.running(folder, embedded ? "tools/zhicheng serve --embedded" : "tools/zhicheng demo"), LocalTrailKey.in(folder));
    }

    /** The whole of it or nothing; readable by its owner alone. */
    private TrailExport.Written written(Connection connection, TrailKey key, Instant at) throws SQLException, IOException {
        var unfinished = out.resolveSibling(out.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        try (var file = Files.newByteChannel(unfinished, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            var written = TrailExport.write(connection, key, at, Channels.newOutputStream(file));
            Files.move(unfinished, out, StandardCopyOption.ATOMIC_MOVE);
            return written;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void say(TrailExport.Written written, TrailKey key) {
        spec.commandLine().getOut().printf("""
                %s: %,d entries of %,d chains. %s
                Signed with the key %s:
                %s
                Whoever is to check it holds this key from another source than the file: tools/zhicheng verify-trail %s --key PUBLIC.pem%n""",
                out, written.entries(), written.subjects(),
                written.last().map(root -> "The last root is %d, of %s: %s".formatted(root.number(), root.at(), root.hash())).orElse("There is no root yet."),
                key.fingerprint(), key.pem(), out);
    }
}
