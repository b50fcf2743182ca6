package zhicheng.server.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import zhicheng.server.BadInput;

/** A request asks for something that cannot be read so: its own mistake, said with the place where it stands, from the root field on, which the error's own path names. */
final class Mistake {
    private Mistake() {}

    /**
     * What stands before the names of a field's arguments: nothing for a root field, and otherwise such as {@code nodes.dossiers.}.
     *
     * @param path of the field in the answer
     */
    static String place(Collection<String> path) {
        return path.stream().skip(1).map(key -> key + ".").collect(Collectors.joining());
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

    /** Parts that stand beside each other: what is wrong with any of them is said of all at once. */
    static final class Several {
        private final List<String> mistakes = new ArrayList<>();

        /** @return what it makes; null where it cannot be made, which {@link #check} says */
        <T> T of(Supplier<T> part) {
            try {
                return part.get();
            } catch (BadInput mistake) {
                mistakes.addAll(mistake.mistakes());
                return null;
            }
        }

        /** @throws BadInput where there were mistakes, by their places: the same whichever way they came */
        void check() {
            if (!mistakes.isEmpty()) throw new BadInput(mistakes.stream().distinct().sorted().toList());
        }
    }
}
