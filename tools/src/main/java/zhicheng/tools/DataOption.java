package zhicheng.tools;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import zhicheng.server.CannotStart;
import zhicheng.server.database.DatabaseAccess;
import zhicheng.server.database.EmbeddedPostgres;

/** Where a local server keeps what it keeps: the same for those that start one and for those that ask for one. */
final class DataOption {

    private static final String DEFAULT = ".data";

    @Option(names = "--data", defaultValue = DEFAULT, paramLabel = "DIR", description = "what is kept between two starts (default ${DEFAULT-VALUE})")
    Path folder;

    /** @return the command with its {@code --data}, as a person would type it to mean the same folder */
    String given(String command) {
        return folder.equals(Path.of(DEFAULT)) ? command : command + " --data " + quoted(folder.toString());
    }

    /**
     * The PostgreSQL that is running in a part of it.
     *
     * @param start the command that starts it
     * @throws CannotStart where none runs
     */
    DatabaseAccess running(Path part, String start) {
        return EmbeddedPostgres.access(part).orElseThrow(() -> new CannotStart(CannotStart.Reason.DATABASE,
                "nothing runs in %s. Start it with %s, or say where it is with --data.".formatted(part, given(start))));
    }

    private static String quoted(String text) {
        return text.matches("[\\w./~+=:,@-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
