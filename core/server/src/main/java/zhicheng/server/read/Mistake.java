package zhicheng.server.read;

import java.util.Collection;
import zhicheng.server.BadInput;

/** A request asks for something that cannot be read so: its own mistake, said with the place where it stands. */
final class Mistake {
    private Mistake() {}

    /**
     * Where the arguments of a field stand, to be put before their names: nothing for a root field, which the error's own path names, and otherwise such as
     * {@code people.nodes.dossiers: }.
     *
     * @param path of the field in the answer
     */
    static String place(Collection<String> path) {
        return path.size() == 1 ? "" : String.join(".", path) + ": ";
    }

    /** What an argument or a word of it says that is no filter; a written null says nothing. */
    static Object given(Object value, String path) {
        if (value == null) throw at(path, "null asks for nothing here; leave it out, or say what is wanted");
        return value;
    }

    /** @param path e.g. {@code where.and[1].stage.eq} */
    static BadInput at(String path, String what) {
        return new BadInput(path + ": " + what);
    }
}
