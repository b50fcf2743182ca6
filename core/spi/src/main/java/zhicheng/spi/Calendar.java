package zhicheng.spi;

import java.util.List;
import java.util.Optional;

/** A year's windows and dates (时间安排), in the order of the notice. */
public record Calendar(List<Window> windows) {

    public static Calendar of(Window... windows) {
        return new Calendar(List.of(windows));
    }

    public static Calendar of(List<Window> windows) {
        return new Calendar(List.copyOf(windows));
    }

    /**
     * One step's time for one scope.
     *
     * @param id unique in the calendar, e.g. {@code health.application}
     * @param limitedBy the clause by which nobody may set a later time of his own, where another one than {@code clause} says so
     * @param note a doubt or contradiction of the text, where there is one
     */
    public record Window(String id, Clause clause, Step step, Scope scope, When when, Optional<Clause> limitedBy, Optional<Text> note) {
        public static Window of(String id, Clause clause, Step step, Scope scope, When when) {
            return new Window(id, clause, step, scope, when, Optional.empty(), Optional.empty());
        }

        /** Since 1.1. */
        public Window limitedBy(Clause limit) {
            return new Window(id, clause, step, scope, when, Optional.of(limit), note);
        }

        public Window note(Text note) {
            return new Window(id, clause, step, scope, when, limitedBy, Optional.of(note));
        }
    }
}
