package zhicheng.server;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that was asked for cannot be understood: a cursor from another list, a date that does not exist. The
 * message goes to whoever asked. Refusals by a rule are findings, not this.
 */
public final class BadInput extends RuntimeException {
    /** Of mistakes beside each other: a list may have many entries, and all of them wrong. */
    public static final int MOST = 20;
    private static final Pattern ENTRY = Pattern.compile("\\[(\\d+)]");

    private final transient List<String> mistakes;
    private final int more;

    /** @param message what is wrong and what would be right, for the person who asked; nothing of the inside */
    public BadInput(String message) {
        this(List.of(message));
    }

    /** Several at once. @param mistakes each as one message; at least one */
    public BadInput(List<String> mistakes) {
        this(mistakes, 0);
    }

    private BadInput(List<String> mistakes, int more) {
        super(String.join("; ", told(mistakes, more)), null, false, false);
        this.mistakes = List.copyOf(mistakes);
        this.more = more;
    }

    private static List<String> told(List<String> mistakes, int more) {
        return more == 0 ? mistakes : Stream.concat(mistakes.stream(), Stream.of(more(more))).toList();
    }

    /** What is said of mistakes beyond {@link #MOST}. */
    public static String more(int mistakes) {
        return "%d more mistakes are told when these are mended".formatted(mistakes);
    }

    /** What a mistake is sorted by: its place, of which entries of lists go by their numbers. */
    public static String order(String mistake) {
        return ENTRY.matcher(mistake).replaceAll(entry -> "[%9s]".formatted(entry.group(1)));
    }

    /** Each by itself, and at the end how many more there are, if there are. @return at least one */
    public List<String> mistakes() {
        return told(mistakes, more);
    }

    /** Parts that stand beside each other: what is wrong with any of them is said of all at once, of twenty at most. */
    public static final class Several {
        private final TreeMap<String, String> mistakes = new TreeMap<>();
        private int more;

        /** @return what it makes; null where it cannot be made, which {@link #check} says */
        public <T> T of(Supplier<T> part) {
            try {
                return part.get();
            } catch (BadInput mistake) {
                add(mistake);
                return null;
            }
        }

        public void add(BadInput mistake) {
            for (var one : mistake.mistakes) mistakes.put(order(one), one);
            more += mistake.more;
        }

        /** @throws BadInput where there were mistakes, by their places: the same whichever way they came */
        public void check() {
            if (!mistakes.isEmpty()) throw new BadInput(mistakes.values().stream().limit(MOST).toList(), more + Math.max(0, mistakes.size() - MOST));
        }
    }
}
