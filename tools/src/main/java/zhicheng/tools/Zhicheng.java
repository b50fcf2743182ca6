package zhicheng.tools;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;
import zhicheng.server.CannotStart;

/** The one command line, started by {@code tools/zhicheng}. */
@Command(name = "tools/zhicheng", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Professional-title review (职称申报评审) as one GraphQL API.",
        subcommands = {Demo.class, Serve.class, PrintSchema.class, Clauses.class, Token.class, FirstAdministratorCommand.class, ExportTrail.class, VerifyTrail.class, StandInsOfPlatforms.class, Bench.class})
public final class Zhicheng implements Runnable {

    @Spec
    private CommandLine.Model.CommandSpec spec;

    /** Exit codes: 0 done, 1 fault, 2 not a command, and those of {@link CannotStart.Reason}. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Zhicheng())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((fault, line, _) -> {
                    if (!(fault instanceof CannotStart refusal))
                        throw fault;
                    line.getErr().println(line.getCommandName() + ": " + refusal.getMessage());
                    return refusal.reason().exitCode();
                });
    }

    /** Without a command: what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
