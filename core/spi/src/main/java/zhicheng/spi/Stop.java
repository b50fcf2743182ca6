package zhicheng.spi;

import java.util.List;
import java.util.Optional;

/**
 * What a notice rules for one kind of reviewer on a dossier's way to its committee (审核推荐环节): what he does there, how he publishes before he
 * recommends, how he returns. In which order they stand is the channel's to say ({@link Channel#chain}); the county's bureau, where the channel does not name it, stands before the city's wherever the tree of organisations
 * has one (逐级). Since 1.2.
 *
 * @param id the kind's name: an edition has one stop of a kind
 * @param publicity how it is published there; empty where that is not this reviewer's to do, or the notice says nothing of it
 * @param returns how often and how this reviewer returns
 * @param several whether several may have it one after the other, each naming the next above itself. Since 1.4
 */
public record Stop(String id, Clause clause, Channel.Kind kind, Text duty, Optional<Publicity> publicity, Said<Returns> returns, boolean several) {

    public static Stop of(Channel.Kind kind, Clause clause, Text duty, Said<Returns> returns) {
        return new Stop(kind.name(), clause, kind, duty, Optional.empty(), returns, false);
    }

    public Stop publishing(Publicity publicity) {
        return new Stop(id, clause, kind, duty, Optional.of(publicity), returns, several);
    }

    public Stop inSeveral() {
        return new Stop(id, clause, kind, duty, publicity, returns, true);
    }

    /**
     * The publication in the unit (公示) that precedes a recommendation.
     *
     * @param atLeast how long at least; where the notice gives no length, the national rule binds
     * @param particulars what is shown; empty where the notice lists nothing
     * @param sentence the fixed sentence of the recommendation, to the letter
     * @param report whether a report of the result is issued (公示结果报告)
     * @param wider for which categories more is asked, where the notice says so
     * @param joint where two units may publish and recommend jointly
     */
    public record Publicity(Clause clause, Said<Days> atLeast, List<Particular> particulars, Optional<String> sentence, boolean report, Optional<Wider> wider, Optional<Joint> joint) {

        public static Publicity of(Clause clause, Said<Days> atLeast, List<Particular> particulars) {
            return new Publicity(clause, atLeast, List.copyOf(particulars), Optional.empty(), false, Optional.empty(), Optional.empty());
        }

        public Publicity sentence(String sentence) {
            return new Publicity(clause, atLeast, particulars, Optional.of(sentence), report, wider, joint);
        }

        public Publicity reported() {
            return new Publicity(clause, atLeast, particulars, sentence, true, wider, joint);
        }

        public Publicity wider(Wider wider) {
            return new Publicity(clause, atLeast, particulars, sentence, report, Optional.of(wider), joint);
        }

        public Publicity jointly(Joint joint) {
            return new Publicity(clause, atLeast, particulars, sentence, report, wider, Optional.of(joint));
        }
    }

    /** A length of time; {@code working}: in working days (工作日). */
    public record Days(int number, boolean working) {
        public static Days of(int number) {
            return new Days(number, false);
        }

        public static Days working(int number) {
            return new Days(number, true);
        }
    }

    /**
     * Two units may publish and recommend jointly (共同推荐), and where that is chosen both sign.
     *
     * @param question id of the edition's question by which the applicant says that it is
     * @param channel of applications by this channel alone; empty: by any
     * @param employments of who is employed so; none: however
     */
    public record Joint(Clause clause, String question, Optional<String> channel, List<Case.Employment> employments) {
        public static Joint of(Clause clause, String question) {
            return new Joint(clause, question, Optional.empty(), List.of());
        }

        /** The same, permitted by one channel alone, to who is employed in one of these ways. Since 1.4. */
        public Joint only(String channel, Case.Employment... employments) {
            return new Joint(clause, question, Optional.of(channel), List.of(employments));
        }

        /** Whether it can be chosen where an application goes by this channel, by who is employed so. */
        public boolean permits(Optional<String> by, Optional<Case.Employment> employed) {
            return (channel.isEmpty() || channel.equals(by)) && (employments.isEmpty() || employed.filter(employments::contains).isPresent());
        }
    }

    /** More than the usual for some review categories: a staff assembly (职工大会), a longer and wider publication. {@code categories}: their ids. */
    public record Wider(Clause clause, List<String> categories, Text asks) {
        public static Wider of(Clause clause, List<String> categories, Text asks) {
            return new Wider(clause, List.copyOf(categories), asks);
        }
    }

    /**
     * How a reviewer returns (退回).
     *
     * @param atOnce whether all reasons are told at once and completely (一次性告知)
     * @param atMost how often at most
     * @param sameWay the clause by which it goes back by the channel it came (按原报送渠道退回), where one says so
     */
    public record Returns(Clause clause, boolean atOnce, Said<Limit> atMost, Optional<Clause> sameWay) {
        public static Returns of(Clause clause, boolean atOnce, Said<Limit> atMost) {
            return new Returns(clause, atOnce, atMost, Optional.empty());
        }

        public Returns sameWay(Clause by) {
            return new Returns(clause, atOnce, atMost, Optional.of(by));
        }
    }

    /** A limit on returns; {@code together}: by all reviewers that have one, each by itself otherwise. */
    public record Limit(int times, boolean together) {
        public static Limit each(int times) {
            return new Limit(times, false);
        }

        public static Limit together(int times) {
            return new Limit(times, true);
        }
    }

    /** What a publication shows of an applicant. An identity number is none of it (J24-3.3, X24-5.2a), and can be made none. */
    public enum Particular {
        RECOMMENDATION("推荐结果", "the recommendation"),
        NAME("姓名", "name"),
        EMPLOYER("工作单位", "employer"),
        BIRTH_MONTH("出生年月", "year and month of birth"),
        EDUCATION("学历", "education"),
        SPECIALTY("专业", "specialty"),
        CAREER("专业工作经历和年限", "professional career and its years"),
        TITLE_OBTAINED("取得资格时间", "date of the present title"),
        APPOINTED("聘任时间", "date of appointment to it"),
        ASSESSMENTS("任现职以来年度考核", "yearly assessments since the present appointment"),
        CONTINUING_EDUCATION("任现职以来继续教育", "continuing education since the present appointment"),
        GRASSROOTS("任现职以来帮扶基层经历", "service at the grass roots since the present appointment"),
        CONDITIONS("任现职以来符合相应系列专业业绩贡献条件情况", "how the series' conditions on achievements are met since the present appointment"),
        ACHIEVEMENTS("个人业绩材料", "the applicant's material on his achievements");

        private final Text label;

        Particular(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }
}
