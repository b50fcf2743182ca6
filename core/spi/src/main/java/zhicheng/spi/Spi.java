package zhicheng.spi;

/** The version of this contract (major.minor); a region jar is loaded when its major is the same and its minor is not newer. */
public final class Spi {
    /** Inlined into a region when it is compiled, so that a jar keeps the version that it was built against. */
    public static final String VERSION = "1.4";

    private Spi() {}

    /** Whether a region built against {@code built} ("major.minor") can be served by this version. Malformed: {@code false}. */
    public static boolean serves(String built) {
        if (built == null || !built.matches("\\d{1,4}\\.\\d{1,4}")) return false;
        var theirs = built.split("\\.");
        var ours = VERSION.split("\\.");
        return theirs[0].equals(ours[0]) && Integer.parseInt(theirs[1]) <= Integer.parseInt(ours[1]);
    }
}
