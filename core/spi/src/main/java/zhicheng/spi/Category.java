package zhicheng.spi;

import java.util.Optional;

/** A review category (评审类别) beside the ordinary one; {@code document} only where the notice names one. */
public record Category(String id, Clause clause, Text name, Text how, Optional<String> document) {

    public static Category of(String id, Clause clause, Text name, Text how) {
        return new Category(id, clause, name, how, Optional.empty());
    }

    public static Category by(String document, String id, Clause clause, Text name, Text how) {
        return new Category(id, clause, name, how, Optional.of(document));
    }
}
