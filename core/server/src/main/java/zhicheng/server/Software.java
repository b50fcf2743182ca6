package zhicheng.server;

import java.util.Objects;

/** What runs here. */
public final class Software {

    /** The name of the software. */
    public static final String NAME = "Zhicheng";

    private Software() {}

    /** The version in the jar's manifest; "development" where the classes come from a folder. */
    public static String version() {
        return Objects.requireNonNullElse(Software.class.getPackage().getImplementationVersion(), "development");
    }
}
