package zhicheng.spi;

/** What one application of a person excludes: another in the same year, or another in the same year and series. Held by a primary key. */
public record ExclusionKey(String id, Clause clause, Per per, Text what, Text released) {

    public enum Per { YEAR, YEAR_AND_SERIES }

    /** @param released when, if ever, the notice lets the key go */
    public static ExclusionKey of(String id, Clause clause, Per per, Text what, Text released) {
        return new ExclusionKey(id, clause, per, what, released);
    }

    /** The key that a claim holds. */
    public String key(Claim claim) {
        return per == Per.YEAR ? id : id + ":" + claim.series();
    }
}
