package zhicheng.spi;

/** A clause that no software decides, or that waits for a later part of it; {@code why} is shown to the reader. */
public record Disposition(Clause clause, Kind kind, Text why) {

    public enum Kind { LEFT_TO_PEOPLE, LATER }

    public static Disposition leftToPeople(Clause clause, Text why) {
        return new Disposition(clause, Kind.LEFT_TO_PEOPLE, why);
    }

    /** {@code waitsFor}: committees, supervision, certificates or an outside platform. */
    public static Disposition later(Clause clause, Text waitsFor) {
        return new Disposition(clause, Kind.LATER, waitsFor);
    }
}
