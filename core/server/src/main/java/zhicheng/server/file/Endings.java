package zhicheng.server.file;

import java.util.List;
import java.util.Locale;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/** How the name of a file of a type ends: by that a reviewer's machine chooses what opens it, whatever the bytes are, so that a PDF called {@code 论文.hta} would be run. */
final class Endings {
    private static final List<String> OF_NOTHING_KNOWN = List.of(".bin");

    private Endings() {}

    /** With their dot, the usual one first. */
    static List<String> of(String type) {
        try {
            var known = MimeTypes.getDefaultMimeTypes().forName(type).getExtensions();
            return known.isEmpty() ? OF_NOTHING_KNOWN : known;
        } catch (MimeTypeException e) { // no media type at all
            return OF_NOTHING_KNOWN;
        }
    }

    /** Whether the last ending is one of the type's, in capitals or not. */
    static boolean fit(String name, String type) {
        return of(type).stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    /** The name, with the type's usual ending behind where its own does not fit. */
    static String fitting(String name, String type) {
        return fit(name, type) ? name : name + of(type).getFirst();
    }
}
