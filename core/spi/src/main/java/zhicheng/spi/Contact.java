package zhicheng.spi;

import java.net.URI;
import java.util.Optional;

/** A system, office or committee that the notice names, with its address or telephone number as printed. */
public record Contact(String id, Clause clause, Text name, Optional<String> phone, Optional<URI> link, Optional<Text> note) {

    public static Contact phone(String id, Clause clause, Text name, String phone) {
        return new Contact(id, clause, name, Optional.of(phone), Optional.empty(), Optional.empty());
    }

    public static Contact link(String id, Clause clause, Text name, URI link) {
        return new Contact(id, clause, name, Optional.empty(), Optional.of(link), Optional.empty());
    }

    /** A system that the notice names without an address. */
    public static Contact named(String id, Clause clause, Text name) {
        return new Contact(id, clause, name, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Contact note(Text note) {
        return new Contact(id, clause, name, phone, link, Optional.of(note));
    }
}
