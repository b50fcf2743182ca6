package zhicheng.tools;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a server listens and what it keeps. */
final class LocalOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec command;

    int port;

    @Option(names = "--port", defaultValue = "8080", paramLabel = "PORT",
            description = "where the server listens (default ${DEFAULT-VALUE}; 0 takes any that is free)")
    void port(int port) {
        if (port < 0 || port > 65_535)
            throw new CommandLine.ParameterException(command.commandLine(), "--port: there is no port %d (0 to 65535)".formatted(port));
        this.port = port;
    }

    @Mixin
    DataOption data;

    @Option(names = "--only-check", hidden = true, description = "ends where the server would start: the launcher asks before it makes a start-up cache")
    boolean onlyCheck;
}
