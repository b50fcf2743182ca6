package zhicheng.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What a check found: at how many things it looked, and everything that is wrong with them. A check that looked at nothing has shown nothing. */
public final class Looked {
    private int at;
    private final List<String> problems = new ArrayList<>();

    Looked() {}

    /** Looks at one thing; {@code problem} is what to say where it is not as it should be. */
    void at(BooleanSupplier good, String problem) {
        at++;
        if (!good.getAsBoolean()) problems.add(problem);
    }

    void at(boolean good, String problem) {
        at(() -> good, problem);
    }

    /** How many things were looked at. */
    public int at() {
        return at;
    }

    /** What is wrong, one sentence each, in the order in which it was found. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
