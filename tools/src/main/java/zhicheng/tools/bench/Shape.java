package zhicheng.tools.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What reviewers ask: each a GraphQL document beside this class's resources, a statement written by hand for the same rows, PostGraphile's document for
 * them, and the statement that makes its cases.
 */
public enum Shape {
    /** One dossier with its person, employer and achievements. Any dossier that the bureau may see, each as likely. */
    BY_ID,
    /** Fifty dossiers of a year, series and stage with person and employer, newest first. */
    PAGE,
    /** Fifty dossiers with some patent granted since a day and some year of so many hours. */
    RELATION,
    /** Twenty dossiers in which a piece of Chinese is found, best first. */
    SEARCH,
    /** How many there are of a year: in all, by stage, by series. */
    GROUPS;

    /** The name on the command line and of the resources, such as {@code by-id}. */
    public String spelled() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return spelled();
    }

    String query() {
        return text("graphql").orElseThrow();
    }

    String byHand() {
        return text("sql").orElseThrow();
    }

    String ofPostGraphile() {
        return text("postgraphile.graphql").orElseThrow();
    }

    /** A statement whose rows are objects of variables; empty where the case is a number from which an id is made. */
    Optional<String> cases() {
        return text("cases.sql");
    }

    private Optional<String> text(String ending) {
        return resource(spelled() + "." + ending);
    }

    static Optional<String> resource(String name) {
        try (var in = Shape.class.getResourceAsStream("/zhicheng/tools/bench/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
