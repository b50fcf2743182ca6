package zhicheng.tools;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a server listens and what it keeps. */
final class LocalOptions {

    @Option(names = "--port", defaultValue = "8080", paramLabel = "PORT",
            description = "where the server listens (default ${DEFAULT-VALUE}; 0 takes any that is free)")
    int port;

    @Option(names = "--data", defaultValue = ".data", paramLabel = "DIR",
            description = "what is kept between two starts (default ${DEFAULT-VALUE})")
    Path data;
}
