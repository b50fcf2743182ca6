package zhicheng.contract;

import zhicheng.spi.Clause;
import zhicheng.spi.Region;

/**
 * What became of one row of a region's case tables.
 *
 * @param year the year in whose newest edition it ran; 0 where the file's name tells none
 * @param file the resource as {@link Region#cases()} names it
 * @param line its line in the file, from 1; 0 where the file as a whole cannot be read
 * @param name the row's own sentence, or the fact's path
 * @param clause the clause that it tests; null only where the row names none that can be read
 * @param passed whether what was found is what the row says
 * @param why what was expected and what was found, empty when it passed
 */
public record Outcome(Region region, int year, String file, long line, String name, Clause clause, boolean passed, String why) {

    /** Where the row is and what it says: {@code xianning cases/2024/X24-6.5.csv:3 «pass at a lower level»: FAILED expected, …}. */
    @Override
    public String toString() {
        return region.id() + " " + file + ":" + line + " «" + name + "»" + (passed ? "" : ": " + why);
    }
}
