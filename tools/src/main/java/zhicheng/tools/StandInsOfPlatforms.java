package zhicheng.tools;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import zhicheng.server.CannotStart;
import zhicheng.server.Server;
import zhicheng.server.outside.StandIns;

/** The outside platforms as made-up ones on this machine, until it is stopped: a server that is configured with what it prints asks them. */
@Command(name = "stand-ins", mixinStandardHelpOptions = true,
        description = "Starts stand-ins of the outside platforms (real names, education, social insurance, qualifications, training hours, titles, review fees) and prints the settings by which a server asks them.")
final class StandInsOfPlatforms implements Runnable {

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8090", description = "where they listen, on this machine alone (default ${DEFAULT-VALUE}; 0 takes any that is free)")
    void port(int port) {
        if (port < 0 || port > 65_535)
            throw new CommandLine.ParameterException(spec.commandLine(), "--port: there is no port %d (0 to 65535)".formatted(port));
        this.port = port;
    }

    private int port;

    @Option(names = "--play", paramLabel = "HOW", defaultValue = "HONEST",
            description = "what they do where the identity number says nothing else: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private StandIns.Play play;

    @Override
    public void run() {
        Server.checkPort(port);
        var running = new Running();
        var standIns = running.stopLater(started());
        standIns.settings().forEach((name, address) -> spec.commandLine().getOut().println(name + "=" + address));
        running.untilStopped();
    }

    private StandIns started() {
        try {
            return StandIns.start(port, play);
        } catch (IOException e) {
            throw new CannotStart(CannotStart.Reason.PORT_TAKEN, "the stand-ins cannot listen on port %d: %s. Give another one with --port.".formatted(port, e.getMessage()), e);
        }
    }
}
