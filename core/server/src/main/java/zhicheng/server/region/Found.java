package zhicheng.server.region;

import zhicheng.spi.Region;

/** A region as it was found, not checked yet; {@code where} is "class path" or the jar's name. */
record Found(Region region, String where) {

    /** Jar and class, so that whoever reads a complaint knows what to take in hand: {@code east.jar, class plug.East}. */
    String named() {
        return where + ", class " + region.getClass().getName();
    }
}
