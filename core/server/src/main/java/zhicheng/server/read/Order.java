package zhicheng.server.read;

/** One step of an order. Absent values come last, whichever the direction. */
public record Order(String field, boolean descending) {
    static Order ascending(String field) {
        return new Order(field, false);
    }

    static Order descending(String field) {
        return new Order(field, true);
    }
}
