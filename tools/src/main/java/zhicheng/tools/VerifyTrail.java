package zhicheng.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import zhicheng.server.trail.TrailKey;
import zhicheng.server.trail.TrailVerification;

/** Checks an exported trail without any database: a changed, cut or missing chain shows, and which. */
@Command(name = "verify-trail", mixinStandardHelpOptions = true,
        description = {"Checks an export of the trail without the database, and prints everything that is not right.",
                "Exit code 0: all is right; 9: something is not; 10: it is no export, or not a whole one."})
final class VerifyTrail implements Callable<Integer> {
    static final int NOT_RIGHT = 9;
    static final int NOT_WHOLE = 10;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "what export-trail wrote")
    private Path file;

    @Option(names = "--key", paramLabel = "PEM", description = "a public key that you hold from elsewhere; every root must be signed by one of them. May be given more than once")
    private List<Path> keys = List.of();

    @Option(names = "--root", paramLabel = "HASH", description = "a root that you hold from elsewhere (an earlier export, the server's log), which must be in it. May be given more than once")
    private List<String> roots = List.of();

    @Override
    public Integer call() {
        var trusted = keys.stream().map(this::key).toList();
        for (var root : roots)
            if (!root.matches("[0-9a-f]{64}")) throw new CommandLine.ParameterException(spec.commandLine(), "--root: «%s» is not the hash of a root (64 hex digits)".formatted(root));
        var out = spec.commandLine().getOut();
        TrailVerification.Result result;
        try (var in = Files.newInputStream(file)) {
            result = TrailVerification.verify(in, trusted, roots, fault -> out.println(line(fault)));
        } catch (IOException e) {
            spec.commandLine().getErr().printf("%s cannot be read: %s%n", file, e);
            return NOT_WHOLE;
        }
        out.printf("%,d entries of %,d chains; %,d roots with %,d leaves, the last %s%n", result.entries(), result.subjects(), result.roots(), result.leaves(),
                result.last() == null ? "none" : "of %s: %s".formatted(result.last().at(), result.last().hash()));
        if (trusted.isEmpty() && !result.keys().isEmpty())
            out.printf("Signed by %s. No --key was given: whoever wrote the file could have made that key. Hold it against the one that you know.%n", result.keys().stream().collect(Collectors.joining(", ")));
        out.println(!result.whole() ? "It is not a whole export: nothing can be said of what is missing." : result.isRight() ? "All is right, as of %s.".formatted(result.at()) : "%,d faults.".formatted(result.faults()));
        out.flush();
        return !result.whole() ? NOT_WHOLE : result.isRight() ? 0 : NOT_RIGHT;
    }

    private static String line(TrailVerification.Fault fault) {
        if (fault.subject() == null) return "fault: " + fault.means();
        return "fault: chain %s%s %s".formatted(fault.subject(), fault.seq() == null ? "" : ", entry " + fault.seq(), fault.means());
    }

    private PublicKey key(Path pem) {
        try {
            return TrailKey.open(Files.readString(pem));
        } catch (IOException | GeneralSecurityException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--key %s is not the PEM of an Ed25519 public key: %s".formatted(pem, e.getMessage()), e);
        }
    }
}
