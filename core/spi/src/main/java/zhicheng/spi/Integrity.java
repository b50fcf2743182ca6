package zhicheng.spi;

import java.util.List;

/**
 * What a notice says of honesty (诚信): for what somebody is noted in the register, for how long, what becomes of an application in which it is found,
 * and how a complaint is looked into (信访核查). Since 1.3.
 *
 * @param grounds for what an entry is made
 * @param inquiry how a complaint is looked into; empty list of parts where the notice has it looked into and does not say what is reported
 */
public record Integrity(Said<List<Ground>> grounds, Said<Inquiry> inquiry) {

    /** What becomes of an application that is on its way when it is found. */
    public enum Effect {
        /** Whoever audits it does not let it pass (审核不予通过). */
        REFUSED,
        /** It is cancelled at once (取消参评资格、取消申报资格). */
        CANCELLED
    }

    /**
     * For what an entry is made.
     *
     * @param kinds what is entered under this clause
     * @param years how long it stands; where the notice does not say it, as was decided
     * @param seriousOnly whether that term is for serious cases alone, and others are noted without one
     * @param found what becomes of an application on its way; where the notice does not say it, nothing by itself
     */
    public record Ground(String id, Clause clause, List<Case.SanctionKind> kinds, Text what, Said<Integer> years, boolean seriousOnly, Said<Found> found) {
        public static Ground of(String id, Clause clause, List<Case.SanctionKind> kinds, Text what, Said<Integer> years, Said<Found> found) {
            return new Ground(id, clause, List.copyOf(kinds), what, years, false, found);
        }

        public Ground whereSerious() {
            return new Ground(id, clause, kinds, what, years, true, found);
        }
    }

    /** What becomes of an application in which it is found, and by which clause. */
    public record Found(Clause clause, Effect effect) {
        public static Found of(Clause clause, Effect effect) {
            return new Found(clause, effect);
        }
    }

    /** How a complaint is looked into: what the report of it contains. */
    public record Inquiry(Clause clause, List<Part> report) {
        public static Inquiry of(Clause clause, List<Part> report) {
            return new Inquiry(clause, List.copyOf(report));
        }
    }

    /** What the report of an inquiry contains (核查报告). */
    public enum Part {
        TIME("核查时间", "when it was looked into"),
        PERSONS("核查人员", "by whom"),
        MANNER("核查方式", "in which manner"),
        COURSE("核查过程", "its course"),
        CONCLUSION("结论性意见", "the conclusion"),
        HANDLING("处理意见", "how it is handled"),
        EVIDENCE("佐证材料", "the evidence");

        private final Text label;

        Part(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    public static Integrity of(Said<List<Ground>> grounds, Said<Inquiry> inquiry) {
        return new Integrity(grounds, inquiry);
    }
}
