package zhicheng.server.read;

import java.util.Collection;
import java.util.stream.Collectors;
import zhicheng.server.BadInput;

/** A request asks for something that cannot be read so: its own mistake, said with the place where it stands, from where the error's own path ends: it names the root field, or, where the whole request is refused, nothing. */
final class Mistake {
    private Mistake() {}

    /**
     * What stands before the names of a field's arguments: nothing for a root field, and otherwise such as {@code nodes.dossiers.}.
     *
     * @param path of the field in the answer, from where the error's own ends
     */
    static String place(Collection<String> path) {
        return path.stream().map(key -> key + ".").collect(Collectors.joining());
    }

    /** What an argument or a word of it says that is no filter; a written null says nothing. */
    static Object given(Object value, String path) {
        if (value == null) throw at(path, "null asks for nothing here; leave it out, or say what is wanted");
        return value;
    }

    /** @param path e.g. {@code where.and[1].stage.eq}; empty: the root field itself */
    static BadInput at(String path, String what) {
        return new BadInput(path.isEmpty() ? what : path + ": " + what);
    }
}
