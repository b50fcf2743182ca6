package zhicheng.tools;

import io.micronaut.core.io.IOUtils;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import zhicheng.server.region.Regions;
import zhicheng.spi.Clause;
import zhicheng.spi.Disposition;
import zhicheng.spi.Region;

/** What became of every clause of the notices. It needs no database: facts, rules and cases are the regions' own. */
@Command(name = "clauses", mixinStandardHelpOptions = true,
        description = {"Accounts for every clause of the notices: encoded and where, tested and by which cases, left to people, or later.",
                "Exit code 1 when a clause has no account, a citation is not in its notice's text, or a case fails."})
final class Clauses implements Callable<Integer> {
    /** Places shown of a clause that many facts carry. */
    private static final int SHOWN = 3;

    private static final String SDL_ROOT = "graphql/root.graphqls";

    private static final String NAME = "%-16s";
    private static final String BELOW = "\n" + NAME.formatted("");

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(names = "--plugins", defaultValue = "plugins", paramLabel = "DIR", description = "folder of further region jars (default ${DEFAULT-VALUE}; it need not exist)")
    private Path plugins;

    private final List<ClauseAccount.InCore> core;

    Clauses() {
        this(List.of());
    }

    /** @param core clauses that the core itself carries, beside the regions */
    Clauses(List<ClauseAccount.InCore> core) {
        this.core = List.copyOf(core);
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try {
            return print(out, listed(), Regions.load(plugins, Map.of()).all(), citing());
        } catch (Regions.WrongRegions e) {
            out.println(e.getMessage());
            return 1;
        }
    }

    int print(PrintWriter out, Collection<Clause> listed, Collection<Region> regions, Map<String, String> citing) {
        var account = ClauseAccount.of(listed, regions, core, citing);
        account.entries().forEach(entry -> out.println(NAME.formatted(entry.clause()) + String.join(BELOW, said(entry))));
        if (!account.problems().isEmpty()) out.println("\nnot in order:");
        account.problems().forEach(problem -> out.println("  " + problem));
        out.println("""

                %d clauses: %d encoded and tested (of these, %d leave something to people and %d wait for something later), %d only left to people, %d only later, %d without account.
                %d cases executed, each also without its clause. %s""".formatted(account.entries().size(), account.encodedAndTested(),
                account.alsoDisposed(Disposition.Kind.LEFT_TO_PEOPLE), account.alsoDisposed(Disposition.Kind.LATER),
                account.onlyDisposed(Disposition.Kind.LEFT_TO_PEOPLE), account.onlyDisposed(Disposition.Kind.LATER), account.gaps(),
                account.cases(), account.problems().isEmpty() ? "All is in order." : account.problems().size() + " not in order."));
        out.flush();
        return account.problems().isEmpty() && !account.entries().isEmpty() ? 0 : 1;
    }

    private static List<String> said(ClauseAccount.Entry entry) {
        var said = new ArrayList<String>();
        entry.encoded().forEach((place, paths) -> said.add("encoded  " + place + (paths.isEmpty() ? "" : ": " + String.join(", ", paths.stream().limit(SHOWN).toList()))
                + (paths.size() > SHOWN ? " and " + (paths.size() - SHOWN) + " more" : "")));
        if (!entry.tested().isEmpty())
            said.add("tested   " + entry.tested().entrySet().stream().map(file -> file.getKey() + " (" + file.getValue() + ")").collect(Collectors.joining(", ")));
        for (var one : entry.dispositions())
            said.add((one.kind() == Disposition.Kind.LATER ? "later    " : "people   ") + one.why().en() + " " + one.why().zh());
        if (!entry.accountedFor()) said.add("GAP");
        return said;
    }

    /** The ids of {@code clauses.txt}, in its order. */
    static List<Clause> listed() {
        try (var in = Clauses.class.getResourceAsStream("clauses.txt")) {
            if (in == null) throw new IllegalStateException("clauses.txt is not beside " + Clauses.class.getName());
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).map(Clause::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SDL and the migrations, which cite clauses in their descriptions and comments; both lie in one place of the class path. */
    static Map<String, String> citing() {
        var root = Clauses.class.getClassLoader().getResource(SDL_ROOT);
        if (root == null) throw new IllegalStateException(SDL_ROOT + " is not on the class path");
        var texts = new TreeMap<String, String>();
        for (var folder : List.of("graphql", "db"))
            IOUtils.eachFile(URI.create(root.toString().replace(SDL_ROOT, "")), folder, file -> texts.put(folder + "/" + file.getFileName(), text(file)));
        return texts;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
