package zhicheng.spi;

import java.util.List;
import java.util.Optional;

/**
 * What a notice says of the posts that a public institution manages (岗位管理): which numbers it tells before it recommends anybody in a post, who gives an opinion on
 * them, and whether its recommendations stay within what is vacant. Since 1.3.
 *
 * @param clause by which the numbers are told
 * @param bands which levels share one number; a level of none is not counted
 * @param opinions who gives an opinion on the numbers before anybody is recommended; none where the notice asks for none
 * @param within that recommendations stay within what is vacant; where it is not said, more are refused by nobody here
 * @param channel of applications by this channel alone; empty: by any
 */
public record Posts(Clause clause, Text what, List<Band> bands, List<Opinion> opinions, Said<Within> within, Optional<String> channel) {

    public static Posts of(Clause clause, Text what, List<Band> bands, List<Opinion> opinions, Said<Within> within) {
        return new Posts(clause, what, List.copyOf(bands), List.copyOf(opinions), within, Optional.empty());
    }

    /** The same, asked of applications by one channel alone, and by any other but that of entrusted reviews, where the letter is filed. Since 1.4. */
    public Posts through(String channel) {
        return new Posts(clause, what, bands, opinions, within, Optional.of(channel));
    }

    /** Whether posts are asked for where an application goes by this channel. */
    public boolean isAsked(Optional<String> by) {
        return channel.isEmpty() || channel.equals(by);
    }

    /** The band that a level is counted in; empty where it is counted in none. */
    public Optional<Band> band(Level level) {
        return bands.stream().filter(band -> band.levels().contains(level)).findFirst();
    }

    /** Levels whose posts are counted together, e.g. 高级岗位. */
    public record Band(String id, Text name, List<Level> levels) {
        public static Band of(String id, Text name, List<Level> levels) {
            return new Band(id, name, List.copyOf(levels));
        }

        /** A level that is counted by itself. */
        public static Band of(Level level) {
            return new Band(level.name(), level.label(), List.of(level));
        }
    }

    /** Somebody's opinion on the numbers. */
    public record Opinion(Clause clause, By by) {
        public static Opinion of(Clause clause, By by) {
            return new Opinion(clause, by);
        }
    }

    /** Who gives an opinion on a unit's numbers. */
    public enum By {
        DEPARTMENT("主管部门", "the department in charge"),
        PERSONNEL("事业单位人事管理部门", "the institutions' personnel department");

        private final Text label;

        By(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    /**
     * Recommendations stay within the vacant posts.
     *
     * @param outside id of the edition's question by which an application takes up no post (不占岗位申报); empty where the notice knows no such application
     */
    public record Within(Clause clause, Optional<String> outside) {
        public static Within of(Clause clause) {
            return new Within(clause, Optional.empty());
        }

        public Within butFor(String outside) {
            return new Within(clause, Optional.of(outside));
        }
    }
}
