package zhicheng.tools;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;
import zhicheng.server.graphql.SdlFiles;

/** The whole schema as one text. */
@Command(name = "schema", mixinStandardHelpOptions = true, description = "Prints the whole GraphQL schema (SDL).")
final class PrintSchema implements Runnable {

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().println(new SdlFiles().all().stream()
                .map(file -> "# " + file.name() + "\n\n" + file.text().strip())
                .collect(Collectors.joining("\n\n")));
    }
}
