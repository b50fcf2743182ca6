package zhicheng.spi;

import java.util.List;
import java.util.Optional;

/**
 * A form that a notice attaches (附件表格), described so that it can be filled, checked and printed.
 *
 * @param rules the notice's own filling rules
 */
public record Form(String id, Clause clause, Text title, Format format, Text filledBy, List<Field> fields, List<Text> rules) {

    public enum Format { EXCEL, PRINT }

    public enum Kind { TEXT, NUMBER, DATE, YES_NO, SIGNATURE, SEAL, PEOPLE }

    /**
     * One field or column, in the form's order.
     *
     * @param group the heading above it, e.g. 现任职务; @param pattern a regular expression that a value must match
     */
    public record Field(String id, Text label, Kind kind, boolean mandatory, Optional<Text> group, Optional<String> pattern) {
        public static Field of(String id, Text label, Kind kind, boolean mandatory) {
            return new Field(id, label, kind, mandatory, Optional.empty(), Optional.empty());
        }

        public Field in(Text group) {
            return new Field(id, label, kind, mandatory, Optional.of(group), pattern);
        }

        public Field matching(String pattern) {
            return new Field(id, label, kind, mandatory, group, Optional.of(pattern));
        }
    }

    public static Form of(String id, Clause clause, Text title, Format format, Text filledBy, List<Field> fields, List<Text> rules) {
        return new Form(id, clause, title, format, filledBy, List.copyOf(fields), List.copyOf(rules));
    }
}
