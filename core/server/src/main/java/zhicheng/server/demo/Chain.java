package zhicheng.server.demo;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import zhicheng.server.trail.Json;

/** What was done about one subject, hash-chained as the trail keeps it. */
final class Chain {
    /** One link: {@code head} is the hash over the head before it and its entry. */
    record Link(Instant at, byte[] head, byte[] entry) {}

    private final List<Link> links = new ArrayList<>();

    void add(Instant at, byte[] entry) {
        var hashed = new ByteArrayOutputStream();
        hashed.writeBytes(head());
        hashed.writeBytes(entry);
        links.add(new Link(at, Json.sha256(hashed.toByteArray()), entry));
    }

    byte[] head() {
        return links.isEmpty() ? new byte[0] : links.getLast().head();
    }

    List<Link> links() {
        return List.copyOf(links);
    }
}
