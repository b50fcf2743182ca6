package zhicheng.tools;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a local server keeps what it keeps: the same for those that start one and for those that ask for one. */
final class DataOption {

    private static final String DEFAULT = ".data";

    @Option(names = "--data", defaultValue = DEFAULT, paramLabel = "DIR", description = "what is kept between two starts (default ${DEFAULT-VALUE})")
    Path folder;

    /** @return the command with its {@code --data}, as a person would type it to mean the same folder */
    String given(String command) {
        return folder.equals(Path.of(DEFAULT)) ? command : command + " --data " + quoted(folder.toString());
    }

    private static String quoted(String text) {
        return text.matches("[\\w./~+=:,@-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
