package zhicheng.tools;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** What is fast enough, and what not. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures, on this machine.", subcommands = BenchRead.class)
final class Bench implements Runnable {

    @Spec
    private CommandLine.Model.CommandSpec spec;

    /** Without a command: what can be measured. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
