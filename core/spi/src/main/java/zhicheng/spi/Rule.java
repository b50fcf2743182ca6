package zhicheng.spi;

/**
 * One rule of a notice: its clause, its sentence for people and the pure function that judges a case by it. No clock, no database, no I/O;
 * on a case of which nothing is known it never says failed.
 *
 * @param id unique in its edition, e.g. {@code capability-test}
 * @param force whether a failure refuses the submission or only warns ("一般", as a rule)
 */
public record Rule(String id, Clause clause, Force force, Text what, Judge judge) {

    public enum Force { BINDING, ADVISORY }

    @FunctionalInterface
    public interface Judge {
        Verdict judge(Case one);
    }

    public static Rule binding(String id, Clause clause, Text what, Judge judge) {
        return new Rule(id, clause, Force.BINDING, what, judge);
    }

    public static Rule advisory(String id, Clause clause, Text what, Judge judge) {
        return new Rule(id, clause, Force.ADVISORY, what, judge);
    }
}
