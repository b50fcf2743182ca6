package zhicheng.server.read;

import java.util.Map;
import java.util.List;
import java.util.TreeMap;
import zhicheng.server.BadInput;

/**
 * One list of a read: what its cursors are bound to, and the cursors that came with it.
 *
 * @param name whose list it is and which: {@code Query.dossiers}
 * @param which its filter and search as they came, with what is {@link Given} in them
 * @param after a cursor, or where it comes from; null: none
 * @param before likewise
 * @param rows how many are wanted: a number, or where it comes from
 * @param place of its arguments ({@link Mistake#place})
 */
record Listing(String name, List<Object> which, String order, Object after, Object before, Object rows, String place) {

    /** What its cursors are bound to beside its order: no filter and one that asks for nothing are the same. */
    static List<Object> which(Object where, Object search) {
        return List.of(where == null ? Map.of() : where, search == null ? List.of() : List.of(search));
    }

    /** Refuses cursors that came with it and were given for another list, and a page that is too large, also where no row of it is shown. */
    void check(Cursors cursors, Given.Request request) {
        Given.settled(rows, request);
        if (after != null || before != null) book(cursors, request);
    }

    /** The book of this list's cursors. Cursors that came with it and are not of this book are refused here. */
    Cursors.Book book(Cursors cursors, Given.Request request) {
        var book = cursors.of(request.viewer(), name, written(Given.settled(which, request)), order);
        var several = new BadInput.Several();
        several.of(() -> checked(cursors, book, request, after, place + "after"));
        several.of(() -> checked(cursors, book, request, before, place + "before"));
        several.check();
        return book;
    }

    private static Cursors.Opened checked(Cursors cursors, Cursors.Book book, Given.Request request, Object cursor, String path) {
        var sent = Given.settled(cursor, request);
        return sent == null ? null : book.checked(cursors.open(sent, path), path);
    }

    /** As it is hashed into cursors. */
    static String written(Object which) {
        var text = new StringBuilder();
        write(which, text);
        return text.toString();
    }

    /** The same whichever way the keys were written, and another one wherever a value is: the length before each says where it ends. */
    private static void write(Object value, StringBuilder text) {
        switch (value) {
            case Map<?, ?> object -> {
                var sorted = new TreeMap<String, Object>();
                object.forEach((key, one) -> sorted.put(key.toString(), one));
                text.append('{');
                sorted.forEach((key, one) -> {
                    text.append(key).append(':');
                    write(one, text);
                });
                text.append('}');
            }
            case List<?> list -> {
                text.append('[');
                list.forEach(one -> write(one, text));
                text.append(']');
            }
            case null -> text.append('-');
            default -> {
                var one = value.toString();
                text.append(one.length()).append('"').append(one);
            }
        }
    }
}
