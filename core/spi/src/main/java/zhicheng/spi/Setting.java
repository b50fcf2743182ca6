package zhicheng.spi;

import java.util.List;

/**
 * A place where a notice can be read in more than one way; an operator may choose, and the default has its reason.
 *
 * @param id unique in its region, e.g. {@code X24-5.3.plan}
 */
public record Setting(String id, Clause clause, Text question, List<Option> options, String byDefault, Text reason) {

    public record Option(String id, Text text) {
        public static Option of(String id, Text text) {
            return new Option(id, text);
        }
    }

    public static Setting of(String id, Clause clause, Text question, List<Option> options, String byDefault, Text reason) {
        if (options.stream().noneMatch(option -> option.id().equals(byDefault)))
            throw new IllegalArgumentException("setting " + id + ": the default «" + byDefault + "» is none of its options");
        return new Setting(id, clause, question, List.copyOf(options), byDefault, reason);
    }
}
