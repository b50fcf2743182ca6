package zhicheng.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A title series (职称系列) with its specialties and the names of its titles, valid for a time.
 *
 * @param code upper-case Latin, e.g. {@code ENGINEERING}; @param clause where a local one is named; empty for the national catalogue
 * @param source where the names were read
 * @param until first day on which it is no longer valid; empty while it is
 */
public record Series(String code, Optional<Clause> clause, Text name, List<Title> titles, LocalDate from, Optional<LocalDate> until, String source) {

    /** The name of one rung of one branch, e.g. 卫生 · 护 · 副高: 副主任护师. {@code branch} is "" for a series of one branch. */
    public record Title(String branch, Level level, String name, boolean certain) {
        /** {@code certain}: the name was read in the source itself, not only generally known. */
        public static Title of(String branch, Level level, String name, boolean certain) {
            return new Title(branch, level, name, certain);
        }
    }

    /** A series whose title names nobody knows has none; {@code clause} null in the national catalogue. */
    public static Series of(String code, Clause clause, Text name, List<Title> titles, LocalDate from, String source) {
        return new Series(code, Optional.ofNullable(clause), name, List.copyOf(titles), from, Optional.empty(), source);
    }
}
